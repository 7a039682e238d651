"""Candidates and ballots: who is acclaimed, proposed or granted what, and how the votes fell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal, cast

from pipeline.cluster.criteria import split_code
from pipeline.cluster.recipients import check_recipient
from pipeline.cluster.units import Registry
from pipeline.law.awards import Organiser, award
from pipeline.model import Award, Figure, Nomination, Rule, Unit
from pipeline.problems import Problems
from pipeline.transforms.figures import typed
from pipeline.vietnamese.text import bare, key
from pipeline.workbooks.rows import Entry, Row, Tables
from pipeline.workbooks.sheets import NOMINATIONS

_FLAG = "co thi dua"
_RECIPIENTS = NOMINATIONS.column("recipient").bare_choices


def read_nominations(tables: Tables, units: Registry, of: Organiser, problems: Problems) -> tuple[Nomination, ...]:
    """The candidates, in the order of the sheet; the same one twice for one award is said and counts once."""
    seen: dict[tuple[str | None, ...], Nomination] = {}
    for row in _headed(tables.of(NOMINATIONS.name), of):
        nomination = _nomination(row, units, of, problems)
        if nomination is None:
            continue
        fact = _fact(nomination)
        if fact in seen:
            _say_twin(nomination, seen[fact], problems)
            continue
        seen[fact] = nomination
    return tuple(seen.values())


def _fact(nomination: Nomination) -> tuple[str | None, ...]:
    """Who is proposed for what: people of one name are told apart by unit, office and birth."""
    award, unit = nomination.award, nomination.unit
    person = (unit.name if unit else None, nomination.office, nomination.born)
    return (key(nomination.name), award.name if award else None, *person)


def _say_twin(nomination: Nomination, first: Nomination, problems: Problems) -> None:
    """One line too many in a list is passed over; the same line from two workbooks is an error."""
    code = "DN-07" if nomination.place.file == first.place.file else "DV-07"
    award = f"“{nomination.award.name}”" if nomination.award else "suy tôn"
    problems.add(code, nomination.place, found=nomination.name, award=award, first=str(first.place))


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
    given = _award(row, of, problems)
    recipient, told_by = _recipient(row, units, given)
    name = str(row.get("name"))
    unit = units.named(name) if recipient == "collective" else None
    if unit is None and ("unit" in row.entries or (recipient == "collective" and row.owner)):
        unit = units.maybe(row, problems)
    if recipient is None:
        problems.add("DN-03", row.place, found=name)
        return None
    check_recipient(recipient, told_by, row, units, given, problems)
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


def _recipient(row: Row, units: Registry, given: Award | None) -> tuple[str | None, str]:
    """What kind of recipient a row is about, and the field that tells: what was typed; else a unit is a collective, who
    has an office or a birthday a person, and some awards have one kind of recipient only."""
    if said := row.text("recipient"):
        return said, "recipient"
    if units.named(str(row.get("name"))):
        return "collective", "name"
    for name in ("office", "born", "honorific"):
        if row.text(name):
            return "person", name
    only = given.recipients[0] if given and given.level and len(given.recipients) == 1 else None
    return only, "award"


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
                Rule("count", f"đơn vị được tặng {name}"),
                tuple(n.place for n in granted),
            ),
        )
        for name, granted in found.items()
    )
