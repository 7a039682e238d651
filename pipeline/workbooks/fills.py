"""Cells of a sheet part marked with a light fill; everything else of their style stays."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from lxml import etree

from pipeline.office.relations import parse, written

ERROR, WARNING, HEAD = "FFFFC7CE", "FFFFEB9C", "FFDDEBF7"


class Look(NamedTuple):
    """A cell format: of an existing one, with what is changed."""

    base: int = 0
    fill: str | None = None
    bold: bool = False
    link: bool = False
    wrapped: bool = False


class Styles:
    """The part `styles.xml`, with formats added behind those that are there."""

    def __init__(self, content: bytes) -> None:
        self._root = parse(content)
        self._space = etree.QName(self._root).namespace
        self._made: dict[Look, int] = {}
        self._parts: dict[str, int] = {}

    def look(self, look: Look) -> int:
        """The number of a format, added when it is new."""
        if look not in self._made:
            formats = self._list("cellXfs")
            made = copy.deepcopy(formats[look.base if look.base < len(formats) else 0])
            if look.fill:
                made.set("fillId", str(self._fill(look.fill)))
                made.set("applyFill", "1")
            if look.bold or look.link:
                made.set("fontId", str(self._font(made.get("fontId", "0"), look)))
                made.set("applyFont", "1")
            if look.wrapped:
                self._wrap(made)
            self._made[look] = _append(formats, made)
        return self._made[look]

    def content(self) -> bytes:
        """The part as bytes."""
        return written(self._root)

    def _list(self, name: str) -> etree._Element:
        found = self._root.find(self._tag(name))
        if found is None:
            raise KeyError(name)
        return found

    def _tag(self, name: str) -> str:
        return f"{{{self._space}}}{name}"

    def _fill(self, colour: str) -> int:
        if colour not in self._parts:
            fill = etree.Element(self._tag("fill"))
            pattern = etree.SubElement(fill, self._tag("patternFill"), patternType="solid")
            etree.SubElement(pattern, self._tag("fgColor"), rgb=colour)
            etree.SubElement(pattern, self._tag("bgColor"), indexed="64")
            self._parts[colour] = _append(self._list("fills"), fill)
        return self._parts[colour]

    def _font(self, base: str, look: Look) -> int:
        fonts = self._list("fonts")
        font = copy.deepcopy(fonts[int(base)])
        for name in ("b", "u", "color"):
            for old in font.findall(self._tag(name)):
                font.remove(old)
        size = next((at for at, child in enumerate(font) if etree.QName(child).localname == "sz"), 0)
        font.insert(size, etree.Element(self._tag("color"), rgb="FF0563C1" if look.link else "FF000000"))
        if look.link:
            font.insert(size, etree.Element(self._tag("u")))
        if look.bold:
            font.insert(0, etree.Element(self._tag("b")))
        return _append(fonts, font)

    def _wrap(self, made: etree._Element) -> None:
        for old in made.findall(self._tag("alignment")):
            made.remove(old)
        made.insert(0, etree.Element(self._tag("alignment"), vertical="top", wrapText="1"))
        made.set("applyAlignment", "1")


def _append(group: etree._Element, child: etree._Element) -> int:
    group.append(child)
    if group.get("count") is not None:
        group.set("count", str(len(group)))
    return len(group) - 1


def fill_cells(sheet: etree._Element, colours: Mapping[str, str], styles: Styles) -> None:
    """Give cells a fill; a cell that is not stored yet is put into its place, empty."""
    data = sheet.find(f"{{{etree.QName(sheet).namespace}}}sheetData")
    if data is None:
        return
    for reference, colour in colours.items():
        letters, number = _split(reference)
        row = _row(data, number)
        cell = _cell(row, reference)
        base = cell.get("s") or (row.get("s") if row.get("customFormat") in ("1", "true") else None)
        cell.set("s", str(styles.look(Look(int(base or _of_column(sheet, _index(letters))), colour))))


def _row(data: etree._Element, number: int) -> etree._Element:
    return _placed(data, "row", number, str(number), lambda row: int(row.get("r") or 0))


def _cell(row: etree._Element, reference: str) -> etree._Element:
    row.attrib.pop("spans", "")
    return _placed(row, "c", _index(_split(reference)[0]), reference, lambda c: _index(_split(c.get("r") or "")[0]))


def _placed(
    parent: etree._Element, name: str, number: int, label: str, number_of: Callable[[etree._Element], int]
) -> etree._Element:
    """The child with that number, or a new one before the first that is higher."""
    tag, last = f"{{{etree.QName(parent).namespace}}}{name}", 0
    for at, child in enumerate(parent):
        if child.tag != tag:
            continue
        last = number_of(child) or last + 1
        if last == number:
            return child
        if last > number:
            return _new(parent, at, tag, label)
    return _new(parent, len(parent), tag, label)


def _new(parent: etree._Element, at: int, tag: str, label: str) -> etree._Element:
    child = etree.Element(tag, r=label)
    parent.insert(at, child)
    return child


def _of_column(sheet: etree._Element, column: int) -> int:
    columns: Iterable[etree._Element] = sheet.iterfind(f"{{{etree.QName(sheet).namespace}}}cols/*")
    return next(
        (int(c.get("style") or 0) for c in columns if int(c.get("min") or 0) <= column <= int(c.get("max") or 0)), 0
    )


def _split(reference: str) -> tuple[str, int]:
    found = re.fullmatch(r"([A-Z]+)(\d+)", reference)
    return (found[1], int(found[2])) if found else ("", 0)


def _index(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def position(reference: str) -> tuple[int, int]:
    """Row and column of a cell, counted from 0."""
    letters, row = _split(reference)
    return row - 1, _index(letters) - 1
