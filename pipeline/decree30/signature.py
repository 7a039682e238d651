"""Who signs a paper and in what capacity: Phụ lục I, Phần I, Mục II.7 of Decree 30.

The head of the leading unit signs for the cluster; his deputy "KT.", somebody by order "TL." or "TUQ.".
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.model import Cluster, Paper, Unit
from pipeline.vietnamese.text import bare, key

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


def _own_capacity(paper: Paper, leader: Unit) -> Iterable[str]:
    """The leading unit signs for itself: "GIÁM ĐỐC", or "KT. GIÁM ĐỐC" over "PHÓ GIÁM ĐỐC"."""
    office, head = (paper.signer_office or "").upper(), (leader.signer_office or "Thủ trưởng đơn vị").upper()
    if paper.capacity not in _FOR_ANOTHER:
        yield " ".join(filter(None, (paper.capacity, office or head)))
        return
    if paper.capacity == "KT." and office.startswith("PHÓ "):
        head = office.removeprefix("PHÓ ")
    yield f"{paper.capacity} {head}"
    if office not in ("", head):
        yield office


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
    words, name = office.split(), unit.name.split()
    shared = next(
        n for n in range(len(words), -1, -1) if key(" ".join(words[len(words) - n :])) == key(" ".join(name[:n]))
    )
    return " ".join((*words, *name[shared:])).upper()
