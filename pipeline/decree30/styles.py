"""How Word finds the look of a paragraph: document defaults, table style, numbering, styles, what is set directly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_VAL = f"{W}val"
Properties = dict[str, str]
_TOGGLES = ("b", "i", "caps")
"""A second style that says the same of these turns it off again."""
_OFF = ("0", "false", "off", "none")
_CHARACTER = {f"{W}{name}": name for name in ("b", "i", "caps", "u", "sz", "color", "vanish", "vertAlign")}
_PARAGRAPH = {f"{W}{name}": name for name in ("jc", "contextualSpacing")}
_FONTS = tuple((slot, f"{W}{slot}", f"{W}{slot}Theme") for slot in ("ascii", "hAnsi"))
_MEASURES = {
    f"{W}ind": {f"{W}{name}": name for name in ("left", "start", "right", "end", "firstLine", "hanging")},
    f"{W}spacing": {f"{W}{name}": name for name in ("before", "after", "line", "lineRule", "beforeAutospacing",
                                                    "afterAutospacing")},
}  # fmt: skip
_CORNERS = {"firstRow": "firstRow", "lastRow": "lastRow", "firstColumn": "firstCol", "lastColumn": "lastCol"}


@dataclass(frozen=True)
class Style:
    """A style as it is stored: what it rests on, what it says of paragraphs and letters, its numbering."""

    based_on: str
    paragraph: Properties
    character: Properties
    corners: Mapping[str, tuple[Properties, Properties]]


class Styles:
    """The styles, numberings and theme of one Word file."""

    def __init__(
        self, styles: etree._Element | None, numbering: etree._Element | None, theme: etree._Element | None
    ) -> None:
        self._theme = dict(_theme_fonts(theme)) if theme is not None else {}
        self._stored: dict[str, Style] = {}
        self.usual: dict[str, str] = {}
        self.defaults: tuple[Properties, Properties] = ({}, {})
        self._chains: dict[str, tuple[Properties, Properties]] = {}
        if styles is not None:
            self._read(styles)
        self._levels = dict(self._numberings(numbering)) if numbering is not None else {}
        for name in self._stored:
            self.chain(name)  # worked out now: several papers may be read with these styles at once

    def _read(self, root: etree._Element) -> None:
        defaults = root.find(f"{W}docDefaults")
        if defaults is not None:
            paragraph = self.paragraph(defaults.find(f"{W}pPrDefault/{W}pPr"))
            self.defaults = paragraph, self.character(defaults.find(f"{W}rPrDefault/{W}rPr"))
        for style in root.iter(f"{W}style"):
            name = str(style.get(f"{W}styleId"))
            self._stored[name] = self._style(style)
            if style.get(f"{W}default") in ("1", "true"):
                self.usual[str(style.get(f"{W}type"))] = name

    def _style(self, style: etree._Element) -> Style:
        based = style.find(f"{W}basedOn")
        corners = {
            str(part.get(f"{W}type")): (self.paragraph(part.find(f"{W}pPr")), self.character(part.find(f"{W}rPr")))
            for part in style.iter(f"{W}tblStylePr")
        }
        own = self.paragraph(style.find(f"{W}pPr")), self.character(style.find(f"{W}rPr"))
        return Style("" if based is None else str(based.get(_VAL)), *own, corners)

    def _numberings(self, root: etree._Element) -> Iterator[tuple[tuple[str, str], Properties]]:
        """The indents and the signs of the levels of each list."""
        abstract = {
            definition.get(f"{W}abstractNumId"): [
                (str(level.get(f"{W}ilvl")), self.paragraph(level.find(f"{W}pPr")) | _signs(level))
                for level in definition.iter(f"{W}lvl")
            ]
            for definition in root.iter(f"{W}abstractNum")
        }
        for number in root.iter(f"{W}num"):
            definition = number.find(f"{W}abstractNumId")
            for level, look in abstract.get(None if definition is None else definition.get(_VAL), ()):
                yield (str(number.get(f"{W}numId")), level), look

    def level(self, numbering: str, level: str) -> Properties:
        """The indents and the signs of a level of a list."""
        return self._levels.get((numbering, level), {})

    def chain(self, name: str) -> tuple[Properties, Properties]:
        """What a style and those it rests on say: of paragraphs, of letters."""
        if name not in self._chains:
            self._chains[name] = ({}, {})  # a style that rests on itself says nothing
            style = self._stored.get(name)
            if style:
                paragraph, character = self.chain(style.based_on)
                self._chains[name] = {**paragraph, **style.paragraph}, {**character, **style.character}
        return self._chains[name]

    def table(self, name: str, parts: Iterator[str] | tuple[str, ...]) -> tuple[Properties, Properties]:
        """What a table style says of a cell: the whole table, then its first and last rows and columns."""
        paragraph, character = (dict(look) for look in self.chain(name))
        for part in parts:
            for owner in self._ancestry(name):
                if part in owner.corners:
                    paragraph.update(owner.corners[part][0])
                    character.update(owner.corners[part][1])
        return paragraph, character

    def _ancestry(self, name: str) -> tuple[Style, ...]:
        found: list[Style] = []
        while name in self._stored and self._stored[name] not in found:
            found.append(self._stored[name])
            name = found[-1].based_on
        return tuple(reversed(found))

    def paragraph(self, properties: etree._Element | None) -> Properties:
        """What an element says of a paragraph: side, indents, spacing, list."""
        said: Properties = {}
        for element in properties if properties is not None else ():
            if element.tag in _MEASURES:
                said.update(
                    (name, element.get(key, ""))
                    for key, name in _MEASURES[element.tag].items()
                    if key in element.attrib
                )
            elif element.tag in _PARAGRAPH:
                said[_PARAGRAPH[element.tag]] = element.get(_VAL, "1")
            elif element.tag == f"{W}numPr":
                said.update((etree.QName(part).localname, str(part.get(_VAL))) for part in element)
            elif element.tag == f"{W}pBdr":
                said["ruled"] = "1"
            elif element.tag == f"{W}framePr" and element.get(f"{W}xAlign") == "center":
                said["framed"] = "1"
        if "start" in said:
            said["left"] = said.pop("start")
        if "end" in said:
            said["right"] = said.pop("end")
        if "firstLine" in said or "hanging" in said:
            hanging, first = said.pop("hanging", None), said.pop("firstLine", "0")
            said["first"] = f"-{hanging}" if hanging else first
        return said

    def character(self, properties: etree._Element | None) -> Properties:
        """What an element says of letters: fonts, size, weight, slant, line, colour."""
        said: Properties = {}
        for element in properties if properties is not None else ():
            if element.tag in _CHARACTER:
                said[_CHARACTER[element.tag]] = element.get(_VAL, "1")
            elif element.tag == f"{W}rFonts":
                said.update(self._fonts(element))
        return said

    def _fonts(self, element: etree._Element) -> Iterator[tuple[str, str]]:
        for slot, plain, themed in _FONTS:
            font = self._theme.get(element.get(themed, "")) or element.get(plain)
            if font:
                yield slot, font


def toggled(looks: tuple[Properties, ...]) -> Properties:
    """The looks of table, paragraph and character styles together: bold in two of them is not bold."""
    joined: Properties = {}
    for look in looks:
        joined.update(look)
    for name in _TOGGLES:
        votes = [look for look in looks if name in look]
        if len(votes) > 1:
            joined[name] = str(sum(is_on(look, name) for look in votes) % 2)
    return joined


def _signs(level: etree._Element) -> Properties:
    """What a level of a list that begins with the first of its signs counts with: "lowerLetter", "decimal"."""
    start, signs = level.find(f"{W}start"), level.find(f"{W}numFmt")
    begins = start is None or start.get(_VAL) == "1"
    return {"signs": str(signs.get(_VAL))} if signs is not None and begins else {}


def is_on(look: Properties, name: str) -> bool:
    """Whether a look has a property that is on or off."""
    return look.get(name, "0") not in _OFF


def corners(look: etree._Element | None, row: int, rows: int, column: int, columns: int) -> Iterator[str]:
    """The parts of a table style that hold for a cell, as the table's look chooses them."""
    there = {
        "firstColumn": column == 0,
        "lastColumn": column == columns - 1,
        "firstRow": row == 0,
        "lastRow": row == rows - 1,
    }
    for name, holds in there.items():
        if holds and look is not None and look.get(f"{W}{name}") in ("1", "true", "on"):
            yield _CORNERS[name]


def _theme_fonts(theme: etree._Element) -> Iterator[tuple[str, str]]:
    """The fonts that "minorHAnsi" and "majorHAnsi" stand for."""
    for kind in ("major", "minor"):
        latin = theme.find(f".//{_A}{kind}Font/{_A}latin")
        for slot in ("HAnsi", "Ascii"):
            if latin is not None and latin.get("typeface"):
                yield f"{kind}{slot}", str(latin.get("typeface"))
