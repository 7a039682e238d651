"""Cells of a column that say the same as the one above them, merged with it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from pipeline.rendering.cells import EQUAL
from pipeline.rendering.marks import unmarked
from pipeline.rendering.tags import W, words_of


def merge_equal(table: Element) -> None:
    """Merge the marked cells of the table; a cell that says nothing or stands alone is none of a group."""
    before: dict[int, tuple[Element, str]] = {}
    for row in table.findall(f"{W}tr"):
        marked = dict(_marked(row))
        for column, cell in marked.items():
            mark, text = _mark(cell), unmarked(words_of(cell)).strip()
            above = before.get(column)
            if above is not None and text and above[1] == text:
                _mark(above[0]).set(f"{W}val", "restart") if _mark(above[0]).get(f"{W}val") == EQUAL else None
                mark.set(f"{W}val", "continue")
                _empty(cell)
            before[column] = (cell, text)
        before = {column: kept for column, kept in before.items() if column in marked}
    for mark in list(table.iter(f"{W}vMerge")):
        if mark.get(f"{W}val") == EQUAL:
            mark.getparent().remove(mark)  # type: ignore[union-attr]  # it stands in the properties of its cell


def _marked(row: Element) -> Iterator[tuple[int, Element]]:
    """The marked cells of a row, each with the column of the grid where it begins."""
    column = 0
    for cell in row.findall(f"{W}tc"):
        mark = cell.find(f"{W}tcPr/{W}vMerge")
        if mark is not None and mark.get(f"{W}val") == EQUAL:
            yield column, cell
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        column += int(span.get(f"{W}val", "1")) if span is not None else 1


def _mark(cell: Element) -> Element:
    (mark,) = cell.iterfind(f"{W}tcPr/{W}vMerge")
    return mark


def _empty(cell: Element) -> None:
    """A merged cell keeps one paragraph and no words."""
    first, *others = cell.findall(f"{W}p")
    for other in others:
        cell.remove(other)
    for child in list(first):
        if child.tag != f"{W}pPr":
            first.remove(child)
