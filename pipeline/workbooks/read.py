"""Bytes to cells: what stands in a workbook, and where. The one door to the reading library."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from pipeline.problems import Place, Problems
from pipeline.vietnamese.text import clean, forbidden

READABLE = (".xlsx", ".xlsm")
UNREADABLE = (".xls", ".xlsb", ".ods", ".csv")


@dataclass(frozen=True)
class Broken:
    """A cell that holds no value: an error, or a formula that was never calculated."""

    code: str
    text: str


Value = str | int | Decimal | bool | date | time | timedelta | Broken


@dataclass(frozen=True)
class Cell:
    """One stored cell: its value, its number format, its place."""

    value: Value
    place: Place
    format: str = "General"


@dataclass(frozen=True)
class Merge:
    """A merged area; rows and columns count from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Grid:
    """One visible sheet: its stored cells by (row, column), both from 1, and its merged areas."""

    file: str
    title: str
    cells: Mapping[tuple[int, int], Cell]
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    @cached_property
    def rows(self) -> tuple[int, ...]:
        """The rows that hold something, from the top."""
        return tuple(sorted({row for row, _ in self.cells}))

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """The columns that hold something, from the left."""
        return tuple(sorted({column for _, column in self.cells}))

    @cached_property
    def _covered(self) -> Mapping[tuple[int, int], Merge]:
        return {
            (row, column): merge
            for merge in self.merges
            for row in range(merge.top, min(merge.bottom, merge.top + 2000) + 1)
            for column in range(merge.left, min(merge.right, merge.left + 200) + 1)
        }

    def merge_at(self, row: int, column: int) -> Merge | None:
        """The merged area over a cell, if any."""
        return self._covered.get((row, column))

    def cell(self, row: int, column: int, filled: bool = False) -> Cell | None:
        """The cell stored here; with `filled`, the one whose merged area covers this place."""
        found = self.cells.get((row, column))
        merge = self.merge_at(row, column) if filled and found is None else None
        return self.cells.get((merge.top, merge.left)) if merge else found

    def text(self, row: int, column: int, filled: bool = False) -> str:
        """The text of a cell, cleaned; "" where there is nothing."""
        found = self.cell(row, column, filled)
        return "" if found is None else text_of(found.value)

    def place(self, row: int | None = None, column: int | None = None) -> Place:
        """A place of this sheet, or the sheet itself."""
        ref = f"{letters(column)}{row}" if row and column else ""
        return Place(self.file, self.title, ref)


def letters(column: int) -> str:
    """The letters of a column: 1 is "A", 27 is "AA"."""
    head, last = divmod(column - 1, 26)
    return (letters(head) if head else "") + chr(ord("A") + last)


def text_of(value: Value) -> str:
    """A value as somebody sees it in the cell, cleaned."""
    if isinstance(value, Broken):
        return value.text
    if isinstance(value, date):
        return f"{value.day}/{value.month}/{value.year}"
    if isinstance(value, time):
        return f"{value.hour}:{value.minute:02}"
    return clean(str(value)).text


def read_workbook(path: Path, file: str, problems: Problems) -> tuple[Grid, ...]:
    """The visible sheets of a workbook; a workbook that cannot be read is a problem and gives none."""
    if path.suffix.lower() in UNREADABLE:
        problems.add("TEP-02", Place(file), found=path.suffix.lower())
        return ()
    if not zipfile.is_zipfile(path):
        problems.add("TEP-01", Place(file))
        return ()
    try:
        values, formulas = _open(path, data_only=True), _open(path, data_only=False)
        grids = tuple(_grids(values, formulas, file, problems))
    except Exception:  # the library raises whatever the damage makes it raise
        problems.add("TEP-01", Place(file))
        return ()
    if not any(grid.cells for grid in grids):
        problems.add("TEP-03", Place(file))
    return grids


def _open(path: Path, data_only: bool) -> Any:
    import openpyxl

    return openpyxl.load_workbook(path, data_only=data_only, rich_text=False)


def _grids(values: Any, formulas: Any, file: str, problems: Problems) -> Iterator[Grid]:
    for sheet in values.worksheets:
        title = clean(sheet.title).text
        if sheet.sheet_state != "visible":
            problems.add("TRANG-02", Place(file, title))
            continue
        yield Grid(
            file,
            title,
            dict(_cells(sheet, formulas[sheet.title], Place(file, title), problems)),
            tuple(Merge(m.min_row, m.min_col, m.max_row, m.max_col) for m in sheet.merged_cells.ranges),
            frozenset(row for row, size in sheet.row_dimensions.items() if size.hidden),
            frozenset(_hidden_columns(sheet)),
        )


def _hidden_columns(sheet: Any) -> Iterator[int]:
    for size in sheet.column_dimensions.values():
        if size.hidden:
            yield from range(size.min, size.max + 1)


def _cells(sheet: Any, formulas: Any, at: Place, problems: Problems) -> Iterator[tuple[tuple[int, int], Cell]]:
    """The stored cells; only stored ones are walked, so that a far cell costs nothing."""
    stored = formulas._cells
    for (row, column), cell in sheet._cells.items():
        place = Place(at.file, at.sheet, f"{letters(column)}{row}")
        value = _value(cell, stored.get((row, column)), place, problems)
        if value is not None:
            yield (row, column), Cell(value, place, cell.number_format)


def _value(cell: Any, formula: Any, place: Place, problems: Problems) -> Value | None:
    value = cell.value
    if cell.data_type == "e":
        return Broken("O-01", str(value))
    if value is None:
        return Broken("O-02", str(formula.value)) if formula is not None and formula.data_type == "f" else None
    if isinstance(value, str):
        return _text(value, place, problems)
    if isinstance(value, float):
        exact = Decimal(repr(value))
        return int(exact) if exact == exact.to_integral_value() else exact
    if isinstance(value, datetime) and value.time() == time(0):
        return value.date()
    return value  # type: ignore[no-any-return]  # int, bool, date, time or timedelta, as the library made it


def _text(value: str, place: Place, problems: Problems) -> str | None:
    cleaned = clean(value)
    if bad := forbidden(cleaned.text):
        problems.add("O-09", place, found=f"U+{ord(bad):04X}")
        return None
    if cleaned.repairs:
        problems.add("O-10", place, found=", ".join(cleaned.repairs))
    return cleaned.text or None
