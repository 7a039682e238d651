"""The sheets of commendations as one long table of occasions (lượt)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.cluster.count_rows import (
    is_sum,
    label,
    level_named,
    sum_rows,
    typed_counts,
    without_empty_sums,
    without_number,
    without_parts,
)
from pipeline.cluster.recipients import check_count
from pipeline.cluster.units import Registry
from pipeline.law.awards import Organiser, award, catalogue_order
from pipeline.law.statistics import manner
from pipeline.model import RECIPIENTS, Award
from pipeline.problems import Place, Problems
from pipeline.vietnamese.text import bare, key
from pipeline.workbooks.headers import recipient
from pipeline.workbooks.rows import Entry, Row, Tables
from pipeline.workbooks.sheets import COMMENDATIONS
from pipeline.workbooks.wordings import TOTALS, WHOLE_CLUSTER

if TYPE_CHECKING:
    import pandas as pd

_OF_MINISTRIES = {"of the province": "cấp tỉnh", "of a ministry": "cấp bộ"}
"""Levels that share one line of the papers, and what tells their forms apart: "Bằng khen cấp bộ"."""
_NO_FORM = ("khen thuong", "so luot khen thuong", "ket qua khen thuong", "so luong", "so luot", "tong so luot")
COLUMNS = ("unit", "form", "level", "manner", "recipient", "value", "place")


@dataclass(frozen=True)
class Count:
    """One count: who, which form, at which level, in what manner, for what kind of recipient.

    `said`: the form, the level and the manner as they were typed.
    """

    said: tuple[str | None, str | None, str | None]
    unit: str | None
    form: str | None
    level: str | None
    manner: str | None
    recipient: str
    value: int
    place: Place

    @property
    def fact(self) -> tuple[str | None, ...]:
        """What may be said only once."""
        return (self.unit, *self.said, self.recipient)


def read_counts(
    tables: Tables, sheet: str, units: Registry, of: Organiser, year: int, problems: Problems
) -> pd.DataFrame:
    """The counts of one sheet, one a row; typed totals are compared and left out."""
    import pandas as pd

    counts = list(_without_twins(_counts(tables, sheet, units, of, year, problems), problems))
    counts.sort(key=lambda count: catalogue_order(count.form or ""))
    _compare_totals(tables.rows.get(sheet, ()), counts, problems)
    records = [tuple(getattr(count, name) for name in COLUMNS) for count in counts]
    return pd.DataFrame(records, columns=list(COLUMNS), dtype=object)


def _without_twins(counts: Iterator[Count], problems: Problems) -> Iterator[Count]:
    seen: dict[tuple[str | None, ...], Count] = {}
    for count in counts:
        if count.fact in seen:
            problems.add("DV-07", count.place, found=count.value, first=str(seen[count.fact].place))
            continue
        seen[count.fact] = count
        yield count


def _counts(
    tables: Tables, sheet: str, units: Registry, of: Organiser, year: int, problems: Problems
) -> Iterator[Count]:
    level: str | None = None
    group: Entry | None = None
    table = Place()
    rows = tuple(without_parts(without_empty_sums(tables.rows.get(sheet, ())), problems))
    sums = sum_rows(rows, units)
    for row in rows:
        if table != (table := row.table):
            level, group = None, None
        if row.kind == "group" or row.place in sums:
            said = label(row)
            if said and level_named(said.value):
                level = level_named(said.value)
            elif said and units.named(without_number(said.value)):
                group, level = Entry(without_number(said.value), said.place), None
            elif said:
                problems.add("TRANG-08", said.place, found=said.value)
        elif row.kind == "data":
            yield from _of_row(row, group, level, units, of, year, problems)


def _of_row(
    row: Row,
    group: Entry | None,
    level: str | None,
    units: Registry,
    of: Organiser,
    year: int,
    problems: Problems,
) -> Iterator[Count]:
    entry = row.entries.get("unit") or group or row.owner
    whole = entry is not None and bare(str(entry.value)) in WHOLE_CLUSTER
    if entry is None:
        problems.add("DV-03", row.place)
        return
    unit = None if whole else units.find(entry, problems, year)
    if unit is None and not whole:
        return
    way = row.text("manner")
    for form, counted_for, counted, over in _values(row):
        typed = row.text("level") or over or level
        given = _award(form, typed, of) if form else None
        at = "ministry" if typed in _OF_MINISTRIES else typed or (given.level if given else None)
        name = given.name if given else None
        if isinstance(counted.value, int):
            check_count(given, counted_for, counted.value, counted.place, problems)
            yield Count(
                (key(form) if form else None, typed, key(way) if way else None), unit.name if unit else None, name, at,
                manner(way) if way else None, counted_for, counted.value, counted.place,
            )  # fmt: skip


def _award(form: str, level: str | None, of: Organiser) -> Award:
    """The award of a typed form; "Bằng khen" alone is that of the level beside it."""
    given = award(form, of)
    if given.level is None and level in _OF_MINISTRIES:
        return award(f"{form} {_OF_MINISTRIES[level]}", of)
    return given


def _values(row: Row) -> Iterator[tuple[str | None, str, Entry, str | None]]:
    """Form, recipient, count and level of every count of a row, long or wide."""
    said = row.text("form")
    form, level = (None, level_named(said)) if level_named(said) else (said, None)
    for name in RECIPIENTS:
        if name in row.entries:
            yield form, name, row.entries[name], level
    wide = [(labels, entry) for labels, entry in row.extra.items() if not is_sum(labels)]
    for labels, entry in wide or (row.extra.items() if form is None else ()):
        if column := recipient(COMMENDATIONS, labels):
            yield _form_of(labels), column.field, entry, _level_of(labels)


def _form_of(labels: tuple[str, ...]) -> str | None:
    names = [label for label in labels[:-1] if bare(label) not in (*_NO_FORM, *TOTALS) and not level_named(label)]
    return names[-1] if names else None


def _level_of(labels: tuple[str, ...]) -> str | None:
    return next((level for label in labels[:-1] if (level := level_named(label))), None)


def _compare_totals(rows: tuple[Row, ...], counts: list[Count], problems: Problems) -> None:
    """A typed total row must be the sum of its column, or of the part since the total before it."""
    by_units = any(count.unit for count in counts)
    by_place = {count.place: count for count in counts if count.unit or not by_units}
    for at, row in enumerate(rows):
        if row.kind != "total":
            continue
        above = [r for r in rows[:at] if r.table == row.table]
        last = max((i for i, r in enumerate(above) if r.kind == "total"), default=-1)
        for name, entry in typed_counts(row):
            sums = [_column_sum(part, name, by_place) for part in (above, above[last + 1 :])]
            if entry.value not in sums:
                problems.add("KT-01", entry.place, found=entry.value, computed=sums[0])
    _compare_whole(counts, problems)


def _compare_whole(counts: list[Count], problems: Problems) -> None:
    """A count typed for the whole cluster beside those of its units must be their sum."""
    for whole in counts:
        parts = [c.value for c in counts if c.unit and c.recipient == whole.recipient and whole.form in (None, c.form)]
        if whole.unit is None and parts and sum(parts) != whole.value:
            problems.add("KT-01", whole.place, found=whole.value, computed=sum(parts))


def _column_sum(rows: list[Row], name: object, counts: dict[Place, Count]) -> int:
    places = (
        (row.entries.get(name) if isinstance(name, str) else row.extra.get(name))  # type: ignore[call-overload]
        for row in rows
        if row.kind == "data"
    )
    return sum(counts[entry.place].value for entry in places if entry and entry.place in counts)
