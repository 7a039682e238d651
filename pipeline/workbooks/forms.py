"""Blank workbooks to fill: which sheets an office sees, which columns, and what stands there already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from pipeline.workbooks.sheets import (
    BALLOTS,
    CITATIONS,
    COMMENDATIONS,
    COMMENDATIONS_BEFORE,
    CONTRIBUTIONS,
    CRITERIA,
    INFORMATION,
    MOVEMENTS,
    NOMINATIONS,
    NUMBER_COLUMN,
    PAPERS,
    PASSAGES,
    PAST_AWARDS,
    PEOPLE,
    PLEDGE,
    RULES,
    SCORES,
    UNITS,
    Column,
    Sheet,
)

Typed = str | int | Decimal | date | time
Lines = Mapping[str, Sequence["Line"]]
CLUSTER_SHEETS = (
    INFORMATION, UNITS, RULES, CRITERIA, SCORES, COMMENDATIONS, COMMENDATIONS_BEFORE, MOVEMENTS, PASSAGES,
    CONTRIBUTIONS, PLEDGE, NOMINATIONS, BALLOTS, PEOPLE, CITATIONS, PAPERS, PAST_AWARDS,
)  # fmt: skip
"""In the order in which the leading office fills them."""
UNIT_SHEETS = (SCORES, COMMENDATIONS, PASSAGES, NOMINATIONS)
_NOT_FOR_CLUSTER = {INFORMATION.name: {"unit"}, SCORES.name: {"code", "name", "maximum", "total", "grade"}}
_NOT_FOR_UNITS = {
    SCORES.name: {"bonus", "penalty", "total", "rank", "grade"},
    NOMINATIONS.name: {"decider", "rank", "status", "number", "day"},
}
_BLANK_ROWS = 25
_KEY = Column("key", "Mục")
VALUE = Column("value", "Giá trị")
_ROWS = {
    SCORES.name: ("một tiêu chí", "một đơn vị"),
    COMMENDATIONS.name: ("một hình thức; số đếm là lượt", COMMENDATIONS.row),
}
"""What a row is to a unit and to the cluster, where the sheet can be laid out either way."""


@dataclass(frozen=True)
class Line:
    """What stands in a row already, by field; a group of criteria takes no points, others up to a limit."""

    values: Mapping[str, Typed]
    group: bool = False
    highest: Decimal | None = None


@dataclass(frozen=True)
class Page:
    """A sheet of a form; rows and columns count from 0."""

    sheet: Sheet
    columns: tuple[Column, ...]
    lines: tuple[Line, ...] = ()
    owner: str | None = None
    """The unit whose page it is: "" for one that writes its name itself, None on a page of the cluster."""
    header: int = 3

    @property
    def first(self) -> int:
        """The first row to fill."""
        return self.header + 1

    @property
    def keyed(self) -> bool:
        """Whether each row is a key and its value."""
        return self.sheet.layout == "keys"

    @property
    def row(self) -> str:
        """What a row is."""
        return _ROWS.get(self.sheet.name, (self.sheet.row,) * 2)[self.owner is None]

    @cached_property
    def heads(self) -> tuple[Column, ...]:
        """The columns from the left, the running number among them."""
        shown = (_KEY, VALUE) if self.keyed else self.columns
        numbered = not any(NUMBER_COLUMN.header in column.aliases for column in self.sheet.columns)
        return (NUMBER_COLUMN, *shown) if numbered else shown

    @property
    def rows(self) -> int:
        """How many rows are ruled."""
        if self.keyed:
            return len(self.columns)
        given = len(self.lines)
        return given if self.sheet is SCORES and self.owner is not None and given else max(_BLANK_ROWS, given + 10)

    def at(self, field: str, row: int = 0) -> tuple[int, int]:
        """Where the value of a field stands: in the row of its key, or in one of the rows to fill."""
        if self.keyed:
            return self.first + [column.field for column in self.columns].index(field), len(self.heads) - 1
        return self.first + row, [column.field for column in self.heads].index(field)


def cluster_pages(lines: Lines | None = None) -> tuple[Page, ...]:
    """The pages that the leading office fills."""
    return tuple(_page(sheet, _NOT_FOR_CLUSTER.get(sheet.name, set()), lines or {}) for sheet in CLUSTER_SHEETS)


def unit_pages(unit: str = "", lines: Lines | None = None) -> tuple[Page, ...]:
    """The pages that a unit fills; without a name the unit writes its own."""
    left = {sheet.name: {"unit"} | _NOT_FOR_UNITS.get(sheet.name, set()) for sheet in UNIT_SHEETS}
    return tuple(_page(sheet, left[sheet.name], lines or {}, unit) for sheet in UNIT_SHEETS)


def _page(sheet: Sheet, left_out: set[str], lines: Lines, owner: str | None = None) -> Page:
    columns = tuple(column for column in sheet.columns if column.field not in left_out)
    return Page(sheet, columns, tuple(lines.get(sheet.name, ())), owner)


def typed(column: Column, value: object) -> Typed | None:
    """A checked value as somebody types it: the wording of a choice, names with their semicolons."""
    if column.choices:
        return next((wording for wording in column.wordings if column.choices[wording] == value), None)
    if isinstance(value, tuple):
        return ("\n" if column.kind == "lines" else "; ").join(value)
    return value if isinstance(value, (str, int, Decimal, date, time)) else None


def save(files: Mapping[Path, bytes]) -> Iterator[tuple[Path, bool]]:
    """Write new files; for each, whether it was written: one that stands already is left as it is."""
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            output = path.open("xb")
        except FileExistsError:
            yield path, False
            continue
        try:
            with output:
                output.write(content)
        except OSError:
            path.unlink()
            raise
        yield path, True
