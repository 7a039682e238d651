"""Which legal texts a paper cites on its date, and what an office must know of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta

from pipeline.decree30.letter import paper_day
from pipeline.law.basis import LAW, Basis, certainty, has_numbers, in_force, instead_of, known, names
from pipeline.model import Citation, Cluster
from pipeline.problems import Place, Problems
from pipeline.vietnamese.dates import long, short
from pipeline.vietnamese.text import bare

CITING = {"pledge": "bản giao ước", "proposal": "tờ trình"}
"""The papers with a list of grounds."""


def day_of(cluster: Cluster, paper: str) -> date:
    """The day by which a paper cites: its own, else the conference's, else the last of the period."""
    return paper_day(cluster, paper) or cluster.meeting.day or cluster.period.ends


def taken(cluster: Cluster, paper: str) -> list[Basis]:
    """The texts of the register that a paper cites without being asked: what the sheet "Căn cứ" holds wins, and a law
    of its own is left as it is, with or without what amends it."""
    typed = _typed(cluster)
    own = {text.number for text in in_force(day_of(cluster, paper)) if _is_typed(text, typed)}
    return [
        text
        for text in in_force(day_of(cluster, paper))
        if text.number not in own and not (text.kind == LAW and text.amends in own)
    ]


def _typed(cluster: Cluster) -> list[Citation]:
    return [citation for citation in cluster.citations if citation.use == "basis"]


def _is_typed(text: Basis, typed: Collection[Citation]) -> bool:
    return any(names(citation, text) for citation in typed)


def check_grounds(cluster: Cluster, papers: Collection[str], problems: Problems) -> None:
    """Say which typed texts are not in force on the day of a paper, and which of ours should be looked at."""
    days = {paper: day_of(cluster, paper) for paper in CITING if paper in papers}
    for typed in _typed(cluster):
        text = known(typed)
        if text is not None:
            _check_force(typed, text, days, problems)
            _check_changes(typed, text, cluster, days, problems)
    for paper, day in days.items():
        for text in taken(cluster, paper):
            numbered = has_numbers(day, cluster.regulation.numbered_laws)
            _check_ours(text, day, numbered, Place(cluster.place.file, "Căn cứ"), problems)


def _check_force(typed: Citation, text: Basis, days: Mapping[str, date], problems: Problems) -> None:
    """A text that is no longer or not yet in force, for the first paper that cites it so."""
    for paper, day in days.items():
        late = text.until is not None and day > text.until
        early = text.since is not None and day < text.since and not (typed.day and typed.day > day)
        if late or early:
            since = (text.until or day) + timedelta(1) if late else text.since or day
            words = {"since": short(since), "certainty": certainty(text, "until" if late else "since")}
            words |= {"paper": CITING[paper], "day": short(day), "instead": _instead(text, day)}
            problems.add("CU-03" if late else "CU-04", typed.place, found=text.name, **words)
            return


def _instead(text: Basis, day: date) -> str:
    """What to cite on that day; the texts that a paper cites by itself need not be typed."""
    others = instead_of(text, day)
    if not others:
        return "văn bản đang có hiệu lực"
    itself = " (văn bản tự ghi, không cần gõ)" if all(other.cited for other in others) else ""
    return "; ".join(other.name for other in others) + itself


def _check_changes(
    typed: Citation, text: Basis, cluster: Cluster, days: Mapping[str, date], problems: Problems
) -> None:
    """A law of the office's own list without what amends it."""
    if text.kind != LAW or "sua doi" in bare(f"{typed.kind} {typed.abstract or ''}"):
        return
    missing = dict.fromkeys(change for day in days.values() for change in _changes(text, day))
    left_out = [change.name for change in missing if not _is_typed(change, _typed(cluster))]
    if left_out:
        problems.add("CU-07", typed.place, found=text.name, changes=", ".join(left_out))


def _changes(text: Basis, day: date) -> Iterator[Basis]:
    return (change for change in in_force(day) if change.kind == LAW and change.amends == text.number)


def _check_ours(text: Basis, day: date, numbered: bool, place: Place, problems: Problems) -> None:
    """A text that we cite though nobody has checked what is printed of it."""
    unchecked = "number" if numbered and "number" in text.unchecked else ""
    if text.doubted and day >= text.doubted:
        problems.add("CU-06", place, found=text.name, since=short(text.doubted))
    elif text.certainty != "CONFIRMED" or unchecked:
        said = f"{text.name} {long(text.day)}" if text.day else text.name
        remark = f"; {text.remark}" if text.remark else ""
        problems.add("CU-05", place, found=said, certainty=certainty(text, unchecked), remark=remark)
