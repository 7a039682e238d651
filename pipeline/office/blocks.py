"""A Word file as a sequence of blocks: its paragraphs and the rows of its tables, as a reader meets them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from lxml import etree

from pipeline.office.relations import Parts, parse, related

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
P, TABLE, ROW, CELL = (f"{W}{name}" for name in ("p", "tbl", "tr", "tc"))
_OPENED = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "footnote", "endnote")}
"""What only holds paragraphs and tables together."""
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
GONE = {f"{W}{name}" for name in ("del", "moveFrom", "txbxContent", "rPr", "pPr")}
"""What no reader meets in the line: text that was struck out, text boxes, properties."""
_STORIES = ("header", "footer", "footnotes", "endnotes")
_STORY_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, eq=False)
class Block:
    """A paragraph outside tables, or a row of a table, both numbered from 1; `table` is 0 for a paragraph."""

    element: etree._Element
    text: str
    number: int
    table: int = 0

    @property
    def place(self) -> str:
        """Where a reader finds it."""
        return f"bảng {self.table}, hàng {self.number}" if self.table else f"đoạn {self.number}"


def stories(parts: Parts) -> dict[str, etree._Element]:
    """The parts of a Word file that hold text: the body first, then headers, footers and notes; by name."""
    ((_, main),) = related(parts, "", "officeDocument")
    others = sorted({name for kind in _STORIES for _, name in related(parts, main, kind)}, key=_in_order)
    return {name: parse(parts[name]) for name in (main, *others)}


def blocks(story: etree._Element) -> list[Block]:
    """The blocks of a part in reading order; a table inside a cell belongs to the row around it."""
    body = story.find(f"{W}body")
    paragraphs, tables = count(1), count(1)
    return [
        block
        for element in flow(story if body is None else body)
        for block in (
            _rows(element, next(tables))
            if element.tag == TABLE
            else (Block(element, text_of(element), next(paragraphs)),)
        )
    ]


def flow(holder: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables that lie directly in a body, a header or a cell, with those of controls and notes."""
    for element in holder:
        if element.tag in (P, TABLE):
            yield element
        elif element.tag in _OPENED:
            yield from flow(element)


def rows(table: etree._Element) -> list[etree._Element]:
    """The rows of a table, those of tables within it apart."""
    return [row for row in table.iter(ROW) if next(row.iterancestors(TABLE)) is table]


def cells(row: etree._Element) -> list[etree._Element]:
    """The cells of a row, those of tables within them apart."""
    return [cell for cell in row.iter(CELL) if next(cell.iterancestors(ROW)) is row]


def detach(element: etree._Element) -> None:
    """Take an element out of what holds it."""
    holder = element.getparent()
    if holder is not None:
        holder.remove(element)


def text_of(element: etree._Element) -> str:
    """The words of a paragraph; of a row, its cells apart by tabs, of a cell, its paragraphs by line ends."""
    if element.tag == ROW:
        return "\t".join(map(text_of, element.iter(CELL)))
    if element.tag == CELL:
        return "\n".join(map(text_of, element.iter(P)))
    return "".join(_letters(element))


def paragraph_at(element: etree._Element, at: int) -> tuple[etree._Element, int]:
    """The paragraph of a block that holds a letter of its text, and the letter's place in it."""
    held = [element] if element.tag == P else [inner for cell in element.iter(CELL) for inner in cell.iter(P)]
    for paragraph in held:
        length = len(text_of(paragraph))
        if at < length:
            return paragraph, at
        at -= length + 1  # a tab, or the end of a line
    raise IndexError("no letter there")


def _letters(element: etree._Element) -> Iterator[str]:
    for inner in element:
        if inner.tag == f"{W}t":
            yield inner.text or ""
        elif inner.tag in SIGNS:
            yield SIGNS[inner.tag]
        elif inner.tag not in GONE:
            yield from _letters(inner)


def _rows(table: etree._Element, number: int) -> Iterator[Block]:
    return (Block(row, text_of(row), index, number) for index, row in enumerate(rows(table), 1))


def _in_order(name: str) -> tuple[str, int]:
    numbers = _STORY_NUMBER.findall(name)
    return _STORY_NUMBER.sub("", name), int(numbers[-1]) if numbers else 0
