"""What a checked table is: rows of values, each with its field, its unit and its cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from pipeline.problems import Place
from pipeline.workbooks.grid import Grid
from pipeline.workbooks.quantities import shown
from pipeline.workbooks.titles import Titled
from pipeline.workbooks.values import Value


@dataclass(frozen=True)
class Entry:
    """One checked value and its cell."""

    value: Value
    place: Place


@dataclass(frozen=True)
class Row:
    """One row of a table: its entries by field, its unit as typed, its own place.

    `kind`: data; a typed total; a group, that is a lone text between or under the rows of data;
    the maxima of a wide score sheet.
    """

    place: Place
    entries: Mapping[str, Entry]
    owner: Entry | None = None
    kind: str = "data"
    extra: Mapping[tuple[str, ...], Entry] = field(default_factory=dict)
    """Values under headers of the office's own: a criterion, a form of commendation."""
    order: str = ""
    """What the column "STT" says."""
    table: Place = Place()
    """The header of its table; there may be several on a sheet."""

    def get(self, name: str) -> Value | None:
        """The value of a field, or None."""
        entry = self.entries.get(name)
        return None if entry is None else entry.value

    def text(self, name: str) -> str | None:
        """The text of a field, or None."""
        value = self.get(name)
        return value if isinstance(value, str) else None

    def at(self, name: str) -> Place:
        """The cell of a field, or the row."""
        entry = self.entries.get(name)
        return self.place if entry is None else entry.place


@dataclass(frozen=True)
class Tables:
    """All the checked tables of a dossier, and what every sheet that was read is."""

    rows: Mapping[str, tuple[Row, ...]]
    names: Mapping[Place, tuple[str, ...]]
    unread: tuple[str, ...] = ()
    years: tuple[Titled, ...] = ()
    grids: Mapping[Place, Grid] = field(default_factory=dict)
    """The sheets that were read."""

    def of(self, name: str, kind: str = "data") -> tuple[Row, ...]:
        """The rows of one declared sheet."""
        return tuple(row for row in self.rows.get(name, ()) if row.kind == kind)

    def said(self, place: Place) -> str | None:
        """What a cell says as its sheet shows it; None for one that holds nothing or was not read."""
        grid = self.grids.get(replace(place, cell=""))
        cell = grid.at(place.cell) if grid else None
        return None if cell is None else shown(cell)

    @cached_property
    def sheets(self) -> frozenset[str]:
        """The declared sheets that hold rows."""
        return frozenset(name for name, rows in self.rows.items() if rows)
