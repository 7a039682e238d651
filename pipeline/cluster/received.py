"""The decisions by which the units were commended before: the sheet "Khen thưởng đã nhận"."""

from __future__ import annotations

from datetime import date

from pipeline.cluster.units import Registry
from pipeline.law.awards import Organiser, award, is_title
from pipeline.model import PastAward
from pipeline.problems import Problems
from pipeline.vietnamese.text import key
from pipeline.workbooks.rows import Row, Tables
from pipeline.workbooks.sheets import PAST_AWARDS


def read_past_awards(tables: Tables, units: Registry, of: Organiser, problems: Problems) -> tuple[PastAward, ...]:
    """The past awards, oldest first; the same decision twice is said and counts once."""
    seen: dict[tuple[str, int, str, str], PastAward] = {}
    for row in tables.of(PAST_AWARDS.name):
        found = _past_award(row, units, of, problems)
        if found is None:
            continue
        fact = (found.unit.name, found.year, found.award.name, key(found.number))
        if fact in seen:
            _say_twin(found, seen[fact], problems)
            continue
        seen[fact] = found
    return tuple(sorted(seen.values(), key=lambda past: (past.year, past.day or date(past.year, 12, 31))))


def _past_award(row: Row, units: Registry, of: Organiser, problems: Problems) -> PastAward | None:
    unit = units.of(row, problems)
    name, year, number, day = row.text("award"), row.get("year"), row.text("number"), row.get("day")
    if unit is None or name is None or number is None or not isinstance(year, int):
        return None
    return PastAward(
        unit=unit,
        year=year,
        award=award(name, of),
        title=is_title(name, of),
        number=number,
        place=row.at("number"),
        day=day if isinstance(day, date) else None,
        issuer=row.text("issuer"),
    )


def _say_twin(past: PastAward, first: PastAward, problems: Problems) -> None:
    """One line too many in a list is passed over; the same line from two workbooks is an error."""
    if past.place.file != first.place.file:
        problems.add("DV-07", past.place, found=past.number, first=str(first.place))
        return
    problems.add("VB-60", past.place, found=past.number, award=past.award.name, unit=past.unit.name,
                 first=str(first.place))  # fmt: skip
