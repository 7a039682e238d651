"""Candidates and ballots: who is acclaimed, proposed or granted what, and how the votes fell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Literal, cast

from pipeline.cluster.criteria import split_code
from pipeline.cluster.units import Registry
from pipeline.law.awards import Organiser, award
from pipeline.model import CASES, Award, Ballot, Figure, Nomination, Regulation, Rule, Unit
from pipeline.problems import Problems
from pipeline.transforms.figures import share, typed
from pipeline.vietnamese.text import bare, key
from pipeline.workbooks.sheets import BALLOTS, NOMINATIONS
from pipeline.workbooks.tables import Entry, Row, Tables

_FLAG = "co thi dua"
_ELECTION = "bau "
_RECIPIENTS = NOMINATIONS.column("recipient").bare_choices


def read_nominations(tables: Tables, units: Registry, of: Organiser, problems: Problems) -> tuple[Nomination, ...]:
    """The candidates, in the order of the sheet; the same one twice for one award is a problem."""
    seen: dict[tuple[str, ...], Nomination] = {}
    for row in _headed(tables.of(NOMINATIONS.name), of):
        nomination = _nomination(row, units, of, problems)
        if nomination is None:
            continue
        fact = (
            key(nomination.name),
            nomination.award.name if nomination.award else "",
            nomination.office or "",
        )
        if fact in seen:
            problems.add("DV-07", nomination.place, found=nomination.name, first=str(seen[fact].place))
            continue
        seen[fact] = nomination
    return tuple(seen.values())


def _headed(rows: Sequence[Row], of: Organiser) -> Iterator[Row]:
    """The candidates, with what the group rows above them say: "I. Cờ thi đua của UBND tỉnh", "A. Tập thể"."""
    said: dict[str, Entry] = {}
    table = None
    for row in rows:
        if table != (table := row.table):
            said = {}
        name = split_code(row.text("name") or "")[1]
        if len(row.entries) > 1:
            yield replace(row, entries={**said, **row.entries})
        elif kind := _RECIPIENTS.get(bare(name)):
            said["recipient"] = Entry(kind, row.place)
        elif award(name, of).level is not None:
            said["award"] = Entry(name, row.at("name"))
        else:
            yield replace(row, entries={**said, **row.entries})


def _nomination(row: Row, units: Registry, of: Organiser, problems: Problems) -> Nomination | None:
    recipient = _recipient(row, units)
    if recipient is None:
        problems.add("DN-03", row.place, found=row.get("name"))
        return None
    name = str(row.get("name"))
    unit = units.named(name) if recipient == "collective" else None
    if unit is None and ("unit" in row.entries or (recipient == "collective" and row.owner)):
        unit = units.maybe(row, problems)
    given = _award(row, of, problems)
    if given and recipient not in given.recipients:
        allowed = ", ".join(CASES[kind] for kind in given.recipients)
        problems.add("DN-04", row.at("award"), found=given.name, recipient=CASES[recipient], allowed=allowed)
    own = unit is not None and units.named(name) is unit
    day = row.get("day")
    return Nomination(
        recipient=cast(Literal["collective", "person", "household"], recipient),
        name=unit.name if own and unit else name,
        status=cast(Literal["acclaimed", "proposed", "granted"], row.get("status") or _status(given)),
        place=row.at("name"),
        award=given,
        unit=unit,
        honorific=row.text("honorific"),
        born=row.text("born"),
        office=row.text("office"),
        rank=_rank(row),
        summary=row.text("summary"),
        number=row.text("number"),
        day=day if isinstance(day, date) else None,
    )


def _status(given: Award | None) -> str:
    return "proposed" if given else "acclaimed"


def _recipient(row: Row, units: Registry) -> str | None:
    """What was typed; else a unit of the cluster is a collective."""
    said = row.text("recipient")
    return said or ("collective" if units.named(str(row.get("name"))) else None)


def _rank(row: Row) -> Figure | None:
    rank = row.get("rank")
    return typed(rank, row.at("rank"), "Xếp thứ", "hạng", "rank") if isinstance(rank, int) else None


def _award(row: Row, of: Organiser, problems: Problems) -> Award | None:
    said = row.text("award")
    if said is None:
        return None
    found = award(said, of)
    if found.level is None:
        problems.add("DN-01", row.at("award"), found=said)
    decider = row.text("decider")
    if decider:
        return replace(found, decider=decider)
    if found.decider is None and (row.get("status") or "proposed") == "proposed":
        problems.add("DN-02", row.at("award"), found=said)
    return found


def flags_granted(nominations: Sequence[Nomination]) -> tuple[tuple[str, tuple[Unit, ...], Figure], ...]:
    """The flags that units of the cluster received in the period, with the units named."""
    found: dict[str, list[Nomination]] = {}
    for nomination in nominations:
        if nomination.award and bare(nomination.award.name).startswith(_FLAG) and nomination.status == "granted":
            found.setdefault(nomination.award.name, []).append(nomination)
    return tuple(
        (
            name,
            tuple(n.unit for n in granted if n.unit),
            Figure(
                len(granted),
                "đơn vị",
                "count",
                Rule("count", f"được tặng {name}"),
                tuple(n.place for n in granted),
            ),
        )
        for name, granted in found.items()
    )


def read_ballots(
    tables: Tables, units: Registry, regulation: Regulation, voters: Figure | None, problems: Problems
) -> tuple[Ballot, ...]:
    """The votes; numbers of the whole vote may stand in its first row only."""
    ballots: list[Ballot] = []
    for row in tables.of(BALLOTS.name):
        ballot = _ballot(row, units)
        same = next((b for b in ballots if (b.subject, b.round) == (ballot.subject, ballot.round)), None)
        ballot = _completed(ballot, same)
        _check(ballot, row, problems)
        ballots.append(_decided(ballot, regulation, voters))
    return tuple(ballots)


def _ballot(row: Row, units: Registry) -> Ballot:
    candidate = row.text("candidate")
    unit = units.named(candidate) if candidate else None
    counts: dict[str, Any] = {
        name: typed(value, row.at(name), f"phiếu: {BALLOTS.column(name).header}", "phiếu", "count")
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


def _check(ballot: Ballot, row: Row, problems: Problems) -> None:
    """Issued ≥ returned = valid + invalid; yes + no + blank = valid."""
    issued, returned, valid, invalid = (
        _number(f) for f in (ballot.issued, ballot.returned, ballot.valid, ballot.invalid)
    )
    if issued is not None and returned is not None and returned > issued:
        problems.add("BP-01", row.at("returned"), found=returned, limit=issued)
    if returned is not None and valid is not None and valid + (invalid or 0) != returned:
        problems.add("BP-02", row.at("valid"), found=valid + (invalid or 0), limit=returned)
    answers = [_number(f) for f in (ballot.yes, ballot.no, ballot.blank)]
    given = sum(n for n in answers if n is not None)
    if valid is not None and answers[0] is not None and (given > valid or (given < valid and None not in answers)):
        problems.add("BP-03", row.at("yes"), found=given, limit=valid)


def _number(figure: Figure | None) -> int | None:
    return None if figure is None else int(figure.value)


def _decided(ballot: Ballot, regulation: Regulation, voters: Figure | None) -> Ballot:
    """The share of yes over the denominator of the regulation, and whether it reaches the threshold."""
    by = {"members": voters, "issued": ballot.issued, "returned": ballot.returned, "valid": ballot.valid}
    default = ballot.issued if voters is None else voters
    whole = by.get(regulation.voters or "", default)
    whole = default if whole is None else whole
    if ballot.yes is None or whole is None:
        return ballot
    part = share(ballot.yes, whole, "số phiếu đồng ý")
    least = next((f for name, f in regulation.thresholds.items() if name and name in bare(ballot.subject)), None)
    least = least or regulation.thresholds.get("")
    passed = part >= least if part is not None and least is not None else None
    return replace(ballot, share=part, threshold=least, passed=passed)


def elections(ballots: Sequence[Ballot]) -> Iterator[Ballot]:
    """Only the votes that elect next year's leaders."""
    return (ballot for ballot in ballots if is_election(ballot))


def is_election(ballot: Ballot) -> bool:
    """Whether a vote elects a leader or a deputy."""
    return bare(ballot.subject).startswith(_ELECTION)


def unit_of(entry: Entry | None, units: Registry, problems: Problems) -> Unit | None:
    """The unit that a cell of "Thông tin" names."""
    return units.find(entry, problems) if entry else None
