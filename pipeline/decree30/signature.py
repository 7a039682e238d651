"""Who signs a paper and in what capacity: Phụ lục I, Phần I, Mục II.7 of Decree 30.

The head of the leading unit signs for the cluster; his deputy "KT.", somebody by order "TL." or "TUQ.".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.decree30.profiles import Profile
from pipeline.model import Cluster, Paper, Unit
from pipeline.vietnamese.text import bare, key, run_on

_BY_ORDER = ("TL.", "TUQ.")
_FOR_ANOTHER = ("KT.", *_BY_ORDER)
MOST_WORDS = 4
"""A longer office says by itself where it is held."""


def capacity(cluster: Cluster, name: str, paper: Paper, leader: Unit | None, own: bool) -> Iterable[str]:
    """The lines over the signature: "TM. CỤM THI ĐUA SỐ 9", "CỤM TRƯỞNG" and their like; `name` is the cluster's."""
    head = cluster.leader_title.upper()
    if own and leader:
        yield from _own_capacity(paper, leader)
        yield f"(Đơn vị {cluster.leader_title} {name})"
    elif paper.capacity == "":
        yield head
    elif paper.capacity in _BY_ORDER:
        yield f"{paper.capacity} {head}"
        yield from filter(None, [_full_office(paper.signer_office, leader)])
    else:
        yield f"TM. {name}".upper()
        yield head if paper.capacity in (None, "TM.") else f"{paper.capacity} {head}"
        if paper.capacity == "KT.":
            deputy = _signing_deputy(cluster, paper)
            yield from filter(
                None, [cluster.deputy_title.upper() if deputy else _full_office(paper.signer_office, leader)]
            )


def parted(lines: Iterable[str], profile: Profile) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines over the signature as the profile writes them; apart from them the offices that it does not print bold.

    >>> from pipeline.decree30.profiles import ND30, PARTY
    >>> parted(("TM. BAN THƯỜNG VỤ", "BÍ THƯ"), ND30)
    (('TM. BAN THƯỜNG VỤ', 'BÍ THƯ'), ())
    >>> parted(("TM. BAN THƯỜNG VỤ", "BÍ THƯ"), PARTY)
    (('T/M BAN THƯỜNG VỤ',), ('BÍ THƯ',))
    """
    written = [_signed(line, profile) for line in lines]
    bold = tuple(line for line in written if not profile.party or re.fullmatch(profile.capacity.pattern, line))
    return bold, tuple(line for line in written if line not in bold)


def _signed(line: str, profile: Profile) -> str:
    sign, space, rest = line.partition(" ")
    return profile.signs.get(sign, sign) + space + rest


def _own_capacity(paper: Paper, leader: Unit) -> Iterable[str]:
    """The leading unit signs for itself: "GIÁM ĐỐC", "KT. GIÁM ĐỐC" over "PHÓ GIÁM ĐỐC", "TM. …" over both."""
    office, head = (paper.signer_office or "").upper(), (leader.signer_office or "Thủ trưởng đơn vị").upper()
    body = _collective(leader)
    if paper.capacity == "TM." or (body and paper.capacity in (None, "KT.", "Q.")):
        yield f"TM. {body or leader.name.upper()}"
    if paper.capacity not in _FOR_ANOTHER:
        yield " ".join(filter(None, ("Q." if paper.capacity == "Q." else "", office or head)))
        return
    if paper.capacity == "KT." and office.startswith("PHÓ "):
        head = office.removeprefix("PHÓ ")
    yield f"{paper.capacity} {head}"
    if office not in ("", head):
        yield office


def of_unit(unit: Unit) -> Iterable[str]:
    """The lines over the signature of a unit's own paper: its head's, or his deputy's who signs for him."""
    office, body = bare(unit.signer_office or ""), _collective(unit)
    if body and not office:
        return (f"TM. {body}",)
    instead = office.startswith("pho ") and not body.startswith("BAN ")
    return _own_capacity(Paper(signer_office=unit.signer_office, capacity="KT." if instead else None), unit)


_COLLECTIVES = (
    ("ubnd", "ỦY BAN NHÂN DÂN"), ("uy ban nhan dan", "ỦY BAN NHÂN DÂN"), ("hoi dong nhan dan", "HỘI ĐỒNG NHÂN DÂN"),
    ("uy ban mat tran to quoc", "BAN THƯỜNG TRỰC"), ("lien doan lao dong", "BAN THƯỜNG VỤ"),
    *((f"{committee} uy", "BAN THƯỜNG VỤ") for committee in ("tinh", "thanh", "dang", "huyen", "quan", "thi")),
)  # fmt: skip
"""Bodies that decide together, by how their names begin, and in whose name their papers are signed (Điều 13)."""


def _collective(unit: Unit) -> str:
    """In whose name the papers of a unit that decides together are signed; "" for one that has a single head."""
    name = bare(unit.name)
    return next((body for start, body in _COLLECTIVES if f"{name} ".startswith(f"{start} ")), "")


def _signing_deputy(cluster: Cluster, paper: Paper) -> Unit | None:
    """The deputy unit whose head signs for the leading one: its name stands in the office, or it names him."""
    office, signer = bare(paper.signer_office or ""), bare(paper.signer or "")
    units = cluster.leaders("deputy")
    return next((u for u in units if bare(u.name) in office or (signer and signer == bare(u.signer or ""))), None)


def office(cluster: Cluster, paper: Paper, leader: Unit | None, own: bool) -> str | None:
    """The signer's office in his own unit, over the name; not repeated where it stands above."""
    deputy = _signing_deputy(cluster, paper) if paper.capacity == "KT." else None
    if own or not paper.signer_office or (paper.capacity in _FOR_ANOTHER and not deputy):
        return None
    return _full_office(paper.signer_office, deputy or leader)


def _full_office(office: str | None, unit: Unit | None) -> str:
    """An office in capitals with the unit it is held in: "PHÓ GIÁM ĐỐC SỞ NGOẠI VỤ", "CHÁNH THANH TRA TỈNH"."""
    if not office or not unit or len(office.split()) > MOST_WORDS or bare(unit.name) in bare(office):
        return (office or "").upper()
    return run_on(office, unit.name, key).upper()
