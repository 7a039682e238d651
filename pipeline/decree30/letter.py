"""The official parts of a paper: head, number, place and date, addressees, signature, recipients.

A cluster has no seal: its papers are issued in its name and signed by the head of the leading unit, or
issued by the leading unit itself, as "Ban hành theo" says (Phụ lục I, Phần I, Mục II of Decree 30).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.decree30 import signature
from pipeline.decree30.format import ABBREVIATIONS, ADDRESSED, SELDOM_NUMBERED
from pipeline.decree30.profiles import Profile, profile_of
from pipeline.model import Cluster, Paper, Unit
from pipeline.vietnamese.dates import long
from pipeline.vietnamese.text import bare, initials

GAP = "\u00a0" * 6
"""Room for the hand that fills in a number or a day."""
_MARKS = re.compile(r"^[-–+•\s]+|[;.,\s]+$")
_HEADS = {"report": "Báo cáo", "proposal": "Tờ trình", "minutes": "Biên bản"}
_ALSO = {"minutes": "conference", "conference": "minutes"}
"""A dossier has one minutes of a conference, whatever it is called, but where the pledge is signed at another."""


@dataclass(frozen=True)
class Letter:
    """The official parts of one paper, as text ready for the page; capitals are already made."""

    parents: tuple[str, ...]
    issuers: tuple[str, ...]
    number: str | None
    place_and_date: str
    addressees: tuple[str, ...]
    recipients: tuple[str, ...]
    capacity: tuple[str, ...]
    offices: tuple[str, ...]
    """Offices under the capacity that are not bold; only in papers of the Party."""
    signer_office: str | None
    signer: str | None
    draft: bool
    profile: Profile


def row_of(cluster: Cluster, kind: str) -> Paper:
    """The row of "Văn bản" on a kind of paper; an empty one where there is none."""
    other = None if cluster.signed_apart else cluster.papers.get(_ALSO.get(kind, ""))
    return cluster.papers.get(kind) or other or Paper()


def paper_of(cluster: Cluster, kind: str) -> Paper:
    """What the office says of a kind of paper: its own row, filled from "Thông tin"."""
    own, common = row_of(cluster, kind), cluster.default_paper
    chosen = {
        name: getattr(own, name) or getattr(common, name)
        for name in ("number", "day", "addressees", "recipients", "day_place")
    }
    signing = own if own.signer or own.signer_office else common
    return Paper(
        **chosen,
        signer=signing.signer,
        signer_rank=signing.signer_rank,
        signer_office=signing.signer_office,
        capacity=own.capacity if own.capacity is not None else common.capacity,
    )


def unnumbered(cluster: Cluster, kind: str) -> Cluster:
    """The cluster with the number of a kind of paper left open: one number does not serve several papers."""
    paper = cluster.papers.get(kind)
    return replace(cluster, papers={**cluster.papers, kind: replace(paper, number=None)}) if paper else cluster


def letter(
    cluster: Cluster, kind: str, draft: bool, recipients: Sequence[str] = (), addressees: Sequence[str] = ()
) -> Letter:
    """The official parts of a paper; `recipients` and `addressees` are those it has where the office names none."""
    paper = paper_of(cluster, kind)
    leader = next(iter(cluster.leaders("leader")), None)
    if paper.signer is None and paper.signer_office is None and leader:
        paper = replace(paper, signer=leader.signer, signer_rank=leader.signer_rank, signer_office=leader.signer_office)
    sent_to = cluster.papers.get(kind, Paper()).addressees or tuple(addressees) or paper.addressees
    if kind not in ADDRESSED or (draft and kind == "report"):
        sent_to = ()
    issuer = _issuer(cluster) if kind != "pledge" else None
    profile = profile_of(cluster, kind, issuer, leader)
    signing = signature.capacity(cluster, short_name(cluster), paper, leader, issuer is not None)
    capacity, offices = signature.parted(signing, profile)
    return Letter(
        parents=_parents(cluster, issuer),
        issuers=_issuers(cluster, issuer),
        number=_number(cluster, kind, paper, issuer, profile),
        place_and_date=_place_and_date(cluster, kind, paper),
        addressees=tuple(_bare(line) for line in sent_to),
        recipients=tuple(_recipients(paper.recipients or _filed(recipients, profile), bool(sent_to))),
        capacity=capacity,
        offices=offices,
        signer_office=signature.office(cluster, paper, leader, issuer is not None),
        signer=" ".join(filter(None, (paper.signer_rank, paper.signer))) if paper.signer else None,
        draft=draft,
        profile=profile,
    )


def _issuer(cluster: Cluster) -> Unit | None:
    """The leading unit, where it issues the papers itself; None where the cluster does, as it does the pledge that all
    its units sign."""
    return next(iter(cluster.leaders("leader")), None) if cluster.issued_by_leader else None


def _filed(lines: Sequence[str], profile: Profile) -> list[str]:
    """The usual recipients, with the last line of the profile."""
    return [profile.filed if profile.party and bare(line).startswith("luu") else line for line in lines]


def short_name(cluster: Cluster) -> str:
    """The cluster's name without its province or the body above it: "Cụm thi đua số 9"."""
    ends = [f" {kind} {cluster.province}" for kind in ("tỉnh", "thành phố") if cluster.province]
    ends += [f" {cluster.superior}"] if cluster.superior else []
    end = next((end for end in ends if cluster.name.casefold().endswith(end.casefold())), "")
    return cluster.name[: len(cluster.name) - len(end)]


def post(title: str, cluster: Cluster) -> str:
    """A leader's title with the cluster's name, its first word not said twice: Phó Trưởng Cụm thi đua số 8."""
    name = short_name(cluster)
    *words, last = title.split(" ")
    repeated = last.casefold() == name.split(" ")[0].casefold()
    return " ".join([*words, name] if repeated else [title, name])


def superior(cluster: Cluster) -> str | None:
    """The body above the cluster: as typed, else the People's Committee of its province."""
    if cluster.superior or not cluster.province or cluster.level not in (None, "tỉnh"):
        return cluster.superior
    return f"UBND tỉnh {cluster.province}"


def _parents(cluster: Cluster, issuer: Unit | None) -> tuple[str, ...]:
    above = issuer.parent if issuer else superior(cluster)
    return (above.upper(),) if above else ()


def _issuers(cluster: Cluster, issuer: Unit | None) -> tuple[str, ...]:
    if issuer or cluster.issuer:
        return ((issuer.name if issuer else str(cluster.issuer)).upper(),)
    above = superior(cluster)
    short = short_name(cluster)
    rest = cluster.name.removeprefix(short).strip()
    if cluster.block and cluster.block not in short:
        return (short.upper(), cluster.block.upper())
    if above and (not rest or bare(rest) in bare(above)):
        return (short.upper(),)
    return tuple(line.upper() for line in (short, rest) if line)


def symbol(cluster: Cluster, issuer: Unit | None = None) -> str:
    """The second part of the symbol: CTĐ9, KTĐNC, or the short name of the issuing unit."""
    if cluster.symbol:
        return cluster.symbol
    if issuer and (issuer.short or issuer.code):
        return str(issuer.short or issuer.code)
    stem = "KTĐ" if cluster.form == "Khối" else "CTĐ"
    if cluster.number and re.fullmatch(r"\d+|[IVXLC]+", cluster.number):
        return stem + cluster.number
    tail = re.sub(r"^(cụm|khối)\s+thi đua\s*", "", short_name(cluster), flags=re.IGNORECASE)
    return stem if re.match(r"số\b", tail) else stem + initials(tail)


def _number(cluster: Cluster, kind: str, paper: Paper, issuer: Unit | None, profile: Profile) -> str | None:
    number = paper.number or ""
    if kind not in ABBREVIATIONS or (kind in SELDOM_NUMBERED and not number):
        return None
    if "/" in number:
        return f"{profile.numbered.split('{')[0]}{number}"
    padded = number.zfill(2) if number.isdigit() else number or GAP
    mark = symbol(cluster, issuer).removeprefix(f"{ABBREVIATIONS[kind]}-")
    return profile.numbered.format(number=padded, type=ABBREVIATIONS[kind], symbol=mark)


def paper_day(cluster: Cluster, kind: str) -> date | None:
    """The day on the paper; a pledge bears the day of its conference."""
    day = paper_of(cluster, kind).day
    return day or (cluster.meeting.day if kind in ("pledge", "minutes", "tally") else None)


def _place_and_date(cluster: Cluster, kind: str, paper: Paper) -> str:
    place = cluster.place_name or cluster.province
    day = paper_day(cluster, kind)
    words = long(day) if day else open_date(cluster.meeting.day)
    return f"{place}, {words}" if place else words


def open_date(near: date | None) -> str:
    """A date to be filled in by hand; its year is printed when the conference tells it."""
    return f"ngày{GAP}tháng{GAP}năm {near.year}" if near else f"ngày{GAP}tháng{GAP}năm{GAP}"


def _recipients(lines: Iterable[str], addressed: bool) -> Iterable[str]:
    """ "- …;" each, "- Như trên;" first when the paper is addressed, "- Lưu: VT." last."""
    names = [_bare(line) for line in lines]
    if not names:
        return
    names = [name for name in names if name and bare(name) != "nhu tren"]
    filed = [name for name in names if bare(name).startswith("luu")] or ["Lưu: VT"]
    others = [name for name in names if not bare(name).startswith("luu")]
    listed = (["Như trên"] if addressed else []) + others
    yield from (f"- {name};" for name in listed)
    yield f"- {filed[0]}."


def _bare(line: str) -> str:
    return _MARKS.sub("", line)


def attached_to(cluster: Cluster, kind: str) -> str:
    """ "(Kèm theo Tờ trình số …/TTr-CTĐ9 ngày … của Cụm thi đua số 9)", over an annex."""
    issuer = _issuer(cluster)
    profile = profile_of(cluster, kind, issuer, issuer)
    number = (_number(cluster, kind, paper_of(cluster, kind), issuer, profile) or "").removeprefix("Số").lstrip(": ")
    day = paper_day(cluster, kind)
    words = long(day) if day else open_date(cluster.meeting.day)
    return f"(Kèm theo {_HEADS[kind]} số {number} {words} của {issuer.name if issuer else short_name(cluster)})"
