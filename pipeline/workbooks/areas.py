"""Some rows and columns of a sheet, seen as a sheet of their own: a table among others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.workbooks.read import Cell, Grid


class Area(Mapping[tuple[int, int], Cell]):
    """The cells of a grid that stand in these rows and columns; nothing is copied."""

    def __init__(self, cells: Mapping[tuple[int, int], Cell], rows: Sequence[int], columns: Sequence[int]) -> None:
        self._cells, self._rows, self._columns = cells, rows, columns
        self._held = frozenset(rows), frozenset(columns)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        places = ((row, column) for row in self._rows for column in self._columns)
        return (place for place in places if place in self._cells)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, place: object) -> bool:
        return self._holds(place) and place in self._cells

    def __getitem__(self, place: tuple[int, int]) -> Cell:
        if not self._holds(place):
            raise KeyError(place)
        return self._cells[place]

    def get(self, place: tuple[int, int], default: object = None) -> Cell | None:  # type: ignore[override]
        """The cell at a row and a column; None where there is nothing."""
        return self._cells.get(place) if self._holds(place) else None

    def _holds(self, place: object) -> bool:
        rows, columns = self._held
        return isinstance(place, tuple) and place[0] in rows and place[1] in columns


def rows_between(grid: Grid, above: int, below: int) -> Sequence[int]:
    """The rows that hold something between two others."""
    return grid.rows[bisect_right(grid.rows, above) : bisect_left(grid.rows, below)]


def of_rows(grid: Grid, first: int, last: int, without: Collection[int] = ()) -> Grid:
    """The rows from `first` to `last`, some of them cut out."""
    kept = (row for row in rows_between(grid, first - 1, last + 1) if row not in without)
    return _area(grid, tuple(kept), grid.columns)


def of_columns(grid: Grid, columns: Sequence[int]) -> Grid:
    """The columns of one of the tables that stand side by side."""
    return _area(grid, grid.rows, columns)


def _area(grid: Grid, rows: Sequence[int], columns: Sequence[int]) -> Grid:
    cells = Area(grid.cells, rows, columns)
    return replace(grid, cells=cells, merges=tuple(m for m in grid.merges if (m.top, m.left) in cells))
