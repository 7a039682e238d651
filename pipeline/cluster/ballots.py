"""The ballots: how the votes fell, and whether they reach what the regulation asks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from pipeline.cluster.units import Registry
from pipeline.law.awards import Organiser, award
from pipeline.model import ELECTION, Ballot, Figure, Regulation
from pipeline.problems import Problems
from pipeline.transforms.figures import share, typed
from pipeline.vietnamese.numbers import half_up, place_of
from pipeline.vietnamese.text import bare
from pipeline.workbooks.quantities import EVERY_VOTE
from pipeline.workbooks.rows import Row, Tables
from pipeline.workbooks.sheets import BALLOTS


def read_ballots(
    tables: Tables, units: Registry, regulation: Regulation, voters: Figure | None, of: Organiser, problems: Problems
) -> tuple[Ballot, ...]:
    """The votes, of each subject from its first round to its last, whatever the order of the rows.

    Numbers of the whole vote may stand in its first row only.
    """
    ballots: list[Ballot] = []
    for row in tables.of(BALLOTS.name):
        ballot = _ballot(row, units)
        same = next((b for b in ballots if (b.subject, b.round) == (ballot.subject, ballot.round)), None)
        ballot = _with_every_vote(_completed(ballot, same), row, problems)
        _check(ballot, row, problems)
        ballots.append(_decided(ballot, regulation, voters, of))
    subjects = list(dict.fromkeys(ballot.subject for ballot in ballots))
    return tuple(sorted(ballots, key=lambda ballot: (subjects.index(ballot.subject), _round(ballot))))


def _round(ballot: Ballot) -> int:
    """The number of the round: "2", "vòng 2", "Vòng II", "lần hai"; a vote that names none is the first."""
    words = re.sub(r"^(?:vòng|lần|lượt)\s*(?:thứ\s+)?", "", ballot.round or "", flags=re.IGNORECASE)
    return place_of(words) or 1


def votes_of_units(ballots: Iterable[Ballot]) -> dict[str, Figure]:
    """The yes votes of each unit in the first vote about it that is no election: those of its last round."""
    found: dict[str, tuple[str, Figure]] = {}
    for ballot in ballots:
        if ballot.unit and ballot.yes is not None and not bare(ballot.subject).startswith(ELECTION):
            subject, _ = found.get(ballot.unit.name, (ballot.subject, None))
            if subject == ballot.subject:
                found[ballot.unit.name] = subject, ballot.yes
    return {name: yes for name, (_, yes) in found.items()}


def _ballot(row: Row, units: Registry) -> Ballot:
    candidate = row.text("candidate")
    unit = units.named(candidate) if candidate else None
    counts: dict[str, Any] = {
        name: typed(value, row.at(name), BALLOTS.column(name).header, "phiếu", "count")
        for name in ("issued", "returned", "valid", "invalid", "yes", "no", "blank")
        if isinstance(value := row.get(name), int)
    }
    return Ballot(
        subject=str(row.get("subject")),
        place=row.place,
        candidate=unit.name if unit else candidate,
        unit=unit,
        round=row.text("round"),
        manner=row.text("manner"),
        **counts,
    )


def _completed(ballot: Ballot, first: Ballot | None) -> Ballot:
    if first is None:
        return ballot
    shared = ("issued", "returned", "valid", "invalid", "manner")
    missing = {name: getattr(first, name) for name in shared if getattr(ballot, name) is None}
    return replace(ballot, **missing)


def _with_every_vote(ballot: Ballot, row: Row, problems: Problems) -> Ballot:
    """The vote with "100%" as its number: of the valid ones, else of those returned or issued."""
    whole = ballot.valid or ballot.returned or ballot.issued
    counts: dict[str, Any] = {}
    for name in (name for name in ("yes", "no", "blank") if row.get(name) == EVERY_VOTE):
        if whole is None:
            problems.add("BP-04", row.at(name), found=EVERY_VOTE)
        else:
            counts[name] = replace(whole, cells=(row.at(name), *whole.cells))
    return replace(ballot, **counts)


def _check(ballot: Ballot, row: Row, problems: Problems) -> None:
    """Issued ≥ returned = valid + invalid; yes + no + blank = valid; each fault with the cells that do not agree."""
    issued, returned, valid, invalid = (
        _number(f) for f in (ballot.issued, ballot.returned, ballot.valid, ballot.invalid)
    )
    if issued is not None and returned is not None and returned > issued:
        problems.add("BP-01", row.at("returned"), found=returned, limit=issued, first=_cell(ballot.issued))
    if returned is not None and valid is not None and valid + (invalid or 0) != returned:
        words = {"limit": returned, "first": _cell(ballot.returned)}
        problems.add("BP-02", row.at("valid"), found=valid + (invalid or 0), **words)
    answers = [_number(f) for f in (ballot.yes, ballot.no, ballot.blank)]
    given = sum(n for n in answers if n is not None)
    if valid is not None and answers[0] is not None and (given > valid or (given < valid and None not in answers)):
        problems.add("BP-03", row.at("yes"), found=given, limit=valid, first=_cell(ballot.valid))


def _cell(figure: Figure | None) -> str:
    return figure.cells[0].cell if figure else ""


def _number(figure: Figure | None) -> int | None:
    return None if figure is None else int(figure.value)


def _decided(ballot: Ballot, regulation: Regulation, voters: Figure | None, of: Organiser) -> Ballot:
    """The share of yes over the denominator of the regulation, and whether it reaches the threshold."""
    by = {"members": voters, "issued": ballot.issued, "returned": ballot.returned, "valid": ballot.valid}
    default = ballot.issued if voters is None else voters
    whole = by.get(regulation.voters or "", default)
    whole = default if whole is None else whole
    if ballot.yes is None or whole is None:
        return ballot
    part = share(ballot.yes, whole, "số phiếu đồng ý")
    least = _threshold(ballot.subject, regulation, of)
    passed = _reaches(part, least) if part is not None and least is not None else None
    return replace(ballot, share=part, threshold=least, passed=passed)


def _threshold(subject: str, regulation: Regulation, of: Organiser) -> Figure | None:
    """What a vote needs: of the line that names its award most exactly, else the line for all votes."""
    voted = award(subject, of).name
    found = [
        (len(name), figure)
        for name, figure in regulation.thresholds.items()
        if name in bare(subject) or name in bare(voted) or award(name, of).name == voted
    ]
    return max(found, key=lambda one: one[0])[1] if found else None


def _reaches(part: Figure, least: Figure) -> bool:
    """Two thirds reach "66,67%": the share is taken with as many decimals as the threshold has."""
    places = -int(Decimal(least.value).normalize().as_tuple().exponent)
    return (half_up(Decimal(part.value), places) if places > 0 else part.value) >= least.value
