"""The sheets of commendations as one long table of occasions (lượt)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from pipeline.cluster.units import Registry
from pipeline.law.awards import Organiser, award, catalogue_order
from pipeline.model import RECIPIENTS, Award
from pipeline.problems import Place, Problems
from pipeline.vietnamese.text import bare, key
from pipeline.workbooks.headers import recipient
from pipeline.workbooks.sheets import COMMENDATIONS
from pipeline.workbooks.tables import Entry, Row, Tables
from pipeline.workbooks.wordings import AWARD_LEVELS, TOTALS, WHOLE_CLUSTER

if TYPE_CHECKING:
    import pandas as pd

_LEVELS = {bare(wording): level for wording, level in AWARD_LEVELS.items()}
_OF_MINISTRIES = {"of the province": "cấp tỉnh", "of a ministry": "cấp bộ"}
"""Levels that share one line of the papers, and what tells their forms apart: "Bằng khen cấp bộ"."""
_NO_FORM = ("khen thuong", "so luot khen thuong", "ket qua khen thuong", "so luong", "so luot", "tong so luot")
_DASHES = ("-", "–", "+", "*", "•")
COLUMNS = ("unit", "form", "level", "manner", "recipient", "value", "place")


@dataclass(frozen=True)
class Count:
    """One count: who, which form, at which level, in what manner, for what kind of recipient.

    `said`: the form and the level as they were typed.
    """

    said: tuple[str | None, str | None]
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
        return (self.unit, *self.said, self.manner, self.recipient)


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
    rows = tuple(_without_parts(_without_empty_sums(tables.rows.get(sheet, ())), problems))
    sums = _sum_rows(rows, units)
    for row in rows:
        if table != (table := row.table):
            level, group = None, None
        if row.kind == "group" or row.place in sums:
            said = _group(row)
            if said and _level(said.value):
                level = _level(said.value)
            elif said and units.named(_bare_of(said.value)):
                group, level = Entry(_bare_of(said.value), said.place), None
            elif said:
                problems.add("TRANG-08", said.place, found=said.value)
        elif row.kind == "data":
            yield from _of_row(row, group, level, units, of, year, problems)


def _without_empty_sums(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows without the 0 in a column of sums where nothing of the columns it adds was reported."""
    detailed = {row.table for row in rows if not all(map(_is_total, row.extra))}
    for row in rows:
        empty = row.table in detailed and all(map(_is_total, row.extra))
        extra = {labels: entry for labels, entry in row.extra.items() if entry.value or not empty}
        yield replace(row, extra=extra)


def _without_parts(rows: Iterable[Row], problems: Problems) -> Iterator[Row]:
    """The rows without what "Trong đó" takes apart: it is in the row above already; every such row is said."""
    within = False
    for row in rows:
        said = _group(row)
        text = str(said.value) if said else ""
        opens = bare(text).startswith("trong do")
        within = row.kind != "total" and (opens or (within and text.startswith(_DASHES)))
        if not within:
            yield row
        elif said and _numbers([row]):
            problems.add("KT-02", said.place, found=text)


def _sum_rows(rows: Sequence[Row], units: Registry) -> frozenset[Place]:
    """The rows of a level or a unit that only hold the sums of the rows under them."""
    found = set()
    for at, row in enumerate(rows):
        if row.kind == "data" and _heads(row, units):
            below = takewhile(lambda r: r.kind != "total" and not _heads(r, units), rows[at + 1 :])
            if _numbers([row]) == _numbers(below):
                found.add(row.place)
    return frozenset(found)


def _heads(row: Row, units: Registry) -> bool:
    """Whether a row is named by a level, or by a unit where forms stand."""
    said = _group(row)
    if said is None or _level(said.value):
        return said is not None
    return "unit" not in row.entries and row.owner is None and units.named(_bare_of(said.value)) is not None


def _numbers(rows: Iterable[Row]) -> dict[object, int]:
    """The sum of every column that has one other than 0."""
    sums: dict[object, int] = {}
    for name, entry in (typed for row in rows for typed in _typed(row)):
        sums[name] = sums.get(name, 0) + (entry.value if isinstance(entry.value, int) else 0)
    return {name: value for name, value in sums.items() if value}


def _group(row: Row) -> Entry | None:
    return row.entries.get("form") or row.entries.get("unit") or row.entries.get("level")


def _bare_of(said: object) -> str:
    """The text of a group row without its number: "I. Cấp Nhà nước" is "Cấp Nhà nước"."""
    head, _, rest = str(said).partition(". ")
    return rest if rest and len(head) <= 4 else str(said)


def _level(said: object) -> str | None:
    """The level that a group row or a header names: "Khen thưởng cấp tỉnh"."""
    return _LEVELS.get(bare(_bare_of(said)).removeprefix("khen thuong "))


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
    for form, counted_for, counted, over in _values(row):
        typed = row.text("level") or over or level
        given = _award(form, typed, of) if form else None
        at = "ministry" if typed in _OF_MINISTRIES else typed or (given.level if given else None)
        name = given.name if given else None
        if isinstance(counted.value, int):
            yield Count(
                (key(form) if form else None, typed), unit.name if unit else None, name, at, row.text("manner"),
                counted_for, counted.value, counted.place,
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
    form, level = (None, _level(said)) if _level(said) else (said, None)
    for name in RECIPIENTS:
        if name in row.entries:
            yield form, name, row.entries[name], level
    wide = [(labels, entry) for labels, entry in row.extra.items() if not _is_total(labels)]
    for labels, entry in wide or (row.extra.items() if form is None else ()):
        if column := recipient(COMMENDATIONS, labels):
            yield _form_of(labels), column.field, entry, _level_of(labels)


def _is_total(labels: tuple[str, ...]) -> bool:
    return len(labels) > 1 and bare(labels[-2]) in TOTALS


def _form_of(labels: tuple[str, ...]) -> str | None:
    names = [label for label in labels[:-1] if bare(label) not in (*_NO_FORM, *TOTALS) and not _level(label)]
    return names[-1] if names else None


def _level_of(labels: tuple[str, ...]) -> str | None:
    return next((level for label in labels[:-1] if (level := _level(label))), None)


def _compare_totals(rows: tuple[Row, ...], counts: list[Count], problems: Problems) -> None:
    """A typed total row must be the sum of its column, or of the part since the total before it."""
    by_units = any(count.unit for count in counts)
    by_place = {count.place: count for count in counts if count.unit or not by_units}
    for at, row in enumerate(rows):
        if row.kind != "total":
            continue
        above = [r for r in rows[:at] if r.table == row.table]
        last = max((i for i, r in enumerate(above) if r.kind == "total"), default=-1)
        for name, entry in _typed(row):
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


def _typed(row: Row) -> Iterator[tuple[object, Entry]]:
    for name in RECIPIENTS:
        if name in row.entries:
            yield name, row.entries[name]
    for labels, entry in row.extra.items():
        if not _is_total(labels):
            yield labels, entry


def _column_sum(rows: list[Row], name: object, counts: dict[Place, Count]) -> int:
    places = (
        (row.entries.get(name) if isinstance(name, str) else row.extra.get(name))  # type: ignore[call-overload]
        for row in rows
        if row.kind == "data"
    )
    return sum(counts[entry.place].value for entry in places if entry and entry.place in counts)
