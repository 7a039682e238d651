"""The grid of a table whose columns came and went with `{%tc if %}` and `{%tc for %}`."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.rendering.cells import CELL_PROPERTIES
from pipeline.rendering.tags import W

_CELL_PROPERTIES = [W + name for name in CELL_PROPERTIES]


_FAR = 4
"""How many times its share a cell has that did not stand there when the grid was drawn."""


@dataclass
class _Cell:
    element: Element
    span: int
    width: int


@dataclass
class _Row:
    cells: list[_Cell]
    before: int
    after: int

    @property
    def covers(self) -> int:
        return self.before + sum(cell.span for cell in self.cells) + self.after

    def stretch(self, columns: int) -> None:
        """Let the broadest cell take up what the row has too little or too much."""
        broadest = max(self.cells, key=lambda cell: cell.span)
        broadest.span = max(1, broadest.span + columns - self.covers)

    def strays(self, grid: list[int]) -> bool:
        """Whether the share that a cell has of its row is far from that of the columns it stands in."""
        under = [sum(grid[at : at + cell.span]) for at, cell in zip(self.starts(), self.cells, strict=False)]
        whole, broad = sum(cell.width for cell in self.cells), sum(under)
        shares = [(cell.width * broad, own * whole) for cell, own in zip(self.cells, under, strict=True) if cell.width]
        return any(max(pair) > _FAR * max(min(pair), 1) for pair in shares)

    def starts(self) -> list[int]:
        return list(accumulate((cell.span for cell in self.cells), initial=self.before))


def fit(table: Element) -> None:
    """Give the table a grid of the columns that its rows really have, as broad as it was declared.

    A table whose rows cover its grid is left as it is, unless other columns stand where as many went.
    """
    grid = table.find(W + "tblGrid")
    rows = [_row(row) for row in _children(table, "tr")]
    if grid is None or not rows:
        return
    declared = [_number(column, "w") for column in grid.findall(W + "gridCol")]
    if all(row.covers == len(declared) and not row.strays(declared) for row in rows):
        return
    columns = max(rows, key=lambda row: len(row.cells)).covers
    for row in rows:
        row.stretch(columns)
    widths = _scaled(_natural(rows, columns), _declared_width(table) or sum(declared))
    _draw_grid(grid, widths)
    for row in rows:
        _draw_row(row, widths)


def _children(parent: Element, name: str) -> list[Element]:
    tags = (W + name, f"{W}sdt/{W}sdtContent/{W}{name}")
    return [child for tag in tags for child in parent.findall(tag)]


def _row(row: Element) -> _Row:
    properties = row.find(W + "trPr")
    cells = [_cell(cell) for cell in _children(row, "tc")]
    return _Row(cells, _value(properties, "gridBefore"), _value(properties, "gridAfter"))


def _cell(cell: Element) -> _Cell:
    properties = cell.find(W + "tcPr")
    if properties is None:
        properties = etree.Element(W + "tcPr")
        cell.insert(0, properties)
    width = properties.find(W + "tcW")
    in_points = width is not None and width.get(W + "type") in (None, "dxa")
    return _Cell(cell, _value(properties, "gridSpan") or 1, _number(width, "w") if in_points else 0)


def _value(properties: Element | None, name: str) -> int:
    return _number(properties.find(W + name), "val") if properties is not None else 0


def _number(element: Element | None, attribute: str) -> int:
    text = element.get(W + attribute, "") if element is not None else ""
    return int(text) if text.isascii() and text.isdigit() else 0


def _declared_width(table: Element) -> int:
    width = table.find(f"{W}tblPr/{W}tblW")
    return _number(width, "w") if width is not None and width.get(W + "type") == "dxa" else 0


def _natural(rows: list[_Row], columns: int) -> list[float]:
    """The width of each column: of a cell that is one column broad, else its share of a broader one."""
    widths = [0.0] * columns
    placed = [(start, cell) for row in rows for start, cell in zip(row.starts(), row.cells, strict=False)]
    for start, cell in sorted(placed, key=lambda at: at[1].span):
        under = range(start, min(start + cell.span, columns))
        unknown = [column for column in under if not widths[column]]
        left = cell.width - sum(widths[column] for column in under)
        for column in unknown:
            widths[column] = max(left / len(unknown), 0.0)
    mean = sum(widths) / (sum(map(bool, widths)) or 1) or 1.0
    return [width or mean for width in widths]


def _scaled(widths: list[float], total: int) -> list[int]:
    edges = [round(edge * total / sum(widths)) for edge in accumulate(widths, initial=0.0)]
    return [right - left for left, right in pairwise(edges)]


def _draw_grid(grid: Element, widths: list[int]) -> None:
    for column in grid.findall(W + "gridCol"):
        grid.remove(column)
    for place, width in enumerate(widths):
        column = etree.Element(W + "gridCol")
        column.set(W + "w", str(width))
        grid.insert(place, column)


def _draw_row(row: _Row, widths: list[int]) -> None:
    for start, cell in zip(row.starts(), row.cells, strict=False):
        width = sum(widths[start : start + cell.span])
        _set(cell.element, "tcW", w=str(width), type="dxa")
        _set(cell.element, "gridSpan", val=str(cell.span))


def _set(cell: Element, name: str, **attributes: str) -> None:
    properties = cell[0]
    element = properties.find(W + name)
    if element is None:
        element = etree.SubElement(properties, W + name)
    for attribute, value in attributes.items():
        element.set(W + attribute, value)
    properties[:] = sorted(properties, key=_place_of)


def _place_of(element: Element) -> int:
    return _CELL_PROPERTIES.index(element.tag) if element.tag in _CELL_PROPERTIES else len(_CELL_PROPERTIES)
