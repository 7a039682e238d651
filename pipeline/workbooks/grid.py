"""A sheet as it was typed: its cells, each with its value and its place."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from decimal import Decimal
from functools import cached_property

from pipeline.problems import Place
from pipeline.vietnamese.legacy import CAPITALS, TCVN3, VNI
from pipeline.vietnamese.text import clean
from pipeline.workbooks.book import Styles


@dataclass(frozen=True)
class Broken:
    """A cell that holds no value: an error, a formula that was never calculated, text that is not Unicode."""

    code: str
    text: str


_ADDRESS = re.compile(r"([A-Z]+)([0-9]+)")
Value = str | int | Decimal | bool | date | time | timedelta | Broken

OLD_TEXT = {TCVN3: "O-26", CAPITALS: "O-26", VNI: "O-27"}
"""What is said of a text in each encoding that is not Unicode."""
WIDTH = 9
"""Bits for the column in the key of a cell."""
COLUMN = (1 << WIDTH) - 1


@dataclass(frozen=True)
class Cell:
    """One stored cell: its value, its number format, its place."""

    value: Value
    place: Place
    format: str = "General"
    struck: bool = False
    """Whether it is shown struck through."""


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
    remarks: Mapping[str, str] = field(default_factory=dict)
    """By cell: the notes that people left there."""

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
        bottom, right = max(self.rows, default=0), max(self.columns, default=0)
        return {
            (row, column): merge
            for merge in self.merges
            for row in range(merge.top, min(merge.bottom, bottom) + 1)
            for column in range(merge.left, min(merge.right, right) + 1)
        }

    def merge_at(self, row: int, column: int) -> Merge | None:
        """The merged area over a cell, if any."""
        return self._covered.get((row, column))

    def cell(self, row: int, column: int, filled: bool = False) -> Cell | None:
        """The cell stored here; with `filled`, the one whose merged area covers this place."""
        found = self.cells.get((row, column))
        merge = self.merge_at(row, column) if filled and found is None else None
        return self.cells.get((merge.top, merge.left)) if merge else found

    def at(self, address: str) -> Cell | None:
        """The cell stored at "B4"; None where nothing is, or for what is no address."""
        found = _ADDRESS.fullmatch(address)
        return self.cells.get((int(found[2]), number(found[1]))) if found else None

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


def number(letters: str) -> int:
    """The number of a column: "A" is 1, "AA" is 27."""
    return number(letters[:-1]) * 26 + ord(letters[-1]) - 64 if letters else 0


def text_of(value: Value) -> str:
    """A value as somebody sees it in the cell, cleaned."""
    if isinstance(value, Broken):
        return value.text
    if isinstance(value, date):
        return f"{value.day}/{value.month}/{value.year}"
    if isinstance(value, time):
        return f"{value.hour}:{value.minute:02}"
    return clean(str(value)).text


def key(row: int, column: int) -> int:
    """One number for the place of a cell, growing in reading order; for columns below 512."""
    return row << WIDTH | column


def exact(value: float) -> int | Decimal:
    """A stored number as it is written: whole, or with the decimals that Excel shows.

    >>> exact(9.25), exact(12.0)
    (Decimal('9.25'), 12)
    """
    return int(value) if value.is_integer() else Decimal(repr(value))


class Cells(Mapping[tuple[int, int], Cell]):
    """The cells of a large sheet, kept small: each is made when it is asked for."""

    def __init__(
        self,
        at: Place,
        described: Styles,
        keys: array[int],
        styles: array[int],
        values: list[Value | float | None],
    ) -> None:
        self._at, self._described = at, described
        self._keys, self._styles, self._values = keys, styles, values

    def __len__(self) -> int:
        return len(self._values) - self._values.count(None)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        held = zip(self._keys, self._values, strict=True)
        return ((key >> WIDTH, key & COLUMN) for key, value in held if value is not None)

    def __contains__(self, place: object) -> bool:
        return isinstance(place, tuple) and self.get(place) is not None

    def __getitem__(self, place: tuple[int, int]) -> Cell:
        found = self.get(place)
        if found is None:
            raise KeyError(place)
        return found

    def get(self, place: tuple[int, int], default: object = None) -> Cell | None:  # type: ignore[override]
        """The cell at a row and a column; None where there is nothing."""
        wanted = key(*place)
        found = bisect_left(self._keys, wanted)
        if place[1] > COLUMN or found == len(self._keys) or self._keys[found] != wanted:
            return None
        value, style = self._values[found], self._styles[found]
        if value is None:
            return None
        where = Place(self._at.file, self._at.sheet, f"{letters(place[1])}{place[0]}")
        described = self._described.format(style), style in self._described.struck
        return Cell(exact(value) if isinstance(value, float) else value, where, *described)
