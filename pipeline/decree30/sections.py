"""The pages of a Word file, section by section: size, margins, headers, where the number of the page stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from lxml import etree

from pipeline.decree30.layout import Header, Paragraph, Section
from pipeline.decree30.letters import elements, number_of, numbers_pages
from pipeline.decree30.styles import W
from pipeline.office.relations import Parts, parse, related

Read = Callable[[etree._Element, str], Paragraph]
"""Reads a paragraph that stands at a place."""
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_VML = "{urn:schemas-microsoft-com:vml}"
_BOX = f"{W}txbxContent"
_ON = ("1", "true", "on")
_UPRIGHT, _MARGINS = ("w", "h"), ("top", "right", "bottom", "left")
_PLACES = {"header": "đầu trang", "footer": "chân trang"}
_BESIDE = 850
"""So far from the middle, 1,5 cm, a number still stands in the middle."""
_SHARE = 4
"""A cell in the middle of its row has no more than a quarter of it on one side than on the other."""
_EMU = 635
"""Units of drawings in a twentieth of a point."""
_VML_SIDE = re.compile(r"mso-position-horizontal:\s*(\w+)")


class _Room(NamedTuple):
    """Where the text of a page begins, and how wide it is, in twentieths of a point."""

    left: int
    width: int


def sections_of(parts: Parts, main: str, ends: list[etree._Element], read: Read) -> list[Section]:
    """The sections that end so; one that says nothing of its headers has those of the section before it."""
    stored = _Headers(parts, main, read)
    kept: dict[tuple[str, str], Header] = {}
    sections = []
    for end in ends:
        room = _room(end)
        for kind in _PLACES:
            for reference in end.iterfind(f"{W}{kind}Reference"):
                which = str(reference.get(f"{W}type", "default"))
                kept[kind, which] = stored.of(kind, str(reference.get(_R)), room)
        sections.append(_section(end, kept, stored.has_even))
    return sections


def _section(end: etree._Element, kept: dict[tuple[str, str], Header], has_even: bool) -> Section:
    size, margins, numbers, title = (end.find(f"{W}{name}") for name in ("pgSz", "pgMar", "pgNumType", "titlePg"))
    has_first = title is not None and title.get(f"{W}val", "1") in _ON
    width, height = (_attribute(size, name) for name in _UPRIGHT)
    footers = ["default", *(["first"] if has_first else ())]
    return Section(
        width or 12240,
        height or 15840,
        {name: abs(_attribute(margins, name)) + (_attribute(margins, "gutter") if name == "left" else 0)
         for name in _MARGINS},
        str(numbers.get(f"{W}start", "")) if numbers is not None else "",
        kept.get(("header", "default"), Header()),
        kept.get(("header", "first"), Header()) if has_first else None,
        kept.get(("header", "even"), Header()) if has_even else None,
        tuple(kept[key] for which in footers if (key := ("footer", which)) in kept),
    )  # fmt: skip


class _Headers:
    """The headers and footers of one file; whether its even pages have their own."""

    def __init__(self, parts: Parts, main: str, read: Read) -> None:
        self._parts, self._read = parts, read
        self._names = {one: name for kind in _PLACES for one, name in related(parts, main, kind)}
        settings = [parse(parts[name]) for _, name in related(parts, main, "settings") if name in parts]
        even = [root.find(f"{W}evenAndOddHeaders") for root in settings]
        self.has_even = any(one is not None and one.get(f"{W}val", "1") in _ON for one in even)

    def of(self, kind: str, reference: str, room: _Room) -> Header:
        """The header or footer of a reference, on pages with so much room."""
        content = self._parts.get(self._names.get(reference, ""))
        stored = list(elements(parse(content))) if content is not None else []
        paragraphs = tuple(
            self._read(element, f"{_PLACES[kind]}, đoạn {number}") for number, element in enumerate(stored, 1)
        )
        numbering = [
            (one, _is_middle(element, one, room))
            for one, element in zip(paragraphs, stored, strict=True)
            if numbers_pages(element)
        ]
        number, middle = max(numbering, key=lambda one: one[1], default=(None, False))
        return Header(paragraphs, number, middle)


# --- where the number of the page stands ----------------------------------------------------------


def _is_middle(element: etree._Element, paragraph: Paragraph, room: _Room) -> bool:
    """Whether a line stands in the middle: of the page, of its frame, of a box or a cell that is in the middle."""
    frame = element.find(f"{W}pPr/{W}framePr")
    if frame is not None:
        return _frame_is_middle(frame, paragraph, room)
    holder = next(element.iterancestors(f"{W}tc", _BOX), None)
    centred = paragraph.align == "center" or "\t" in paragraph.text
    if holder is None:
        return centred
    return _box_is_middle(holder, centred, room) if holder.tag == _BOX else centred and _cell_is_middle(holder)


def _frame_is_middle(frame: etree._Element, paragraph: Paragraph, room: _Room) -> bool:
    """A frame of no width is as wide as its number; one at no measure is at the left."""
    if frame.get(f"{W}xAlign"):
        return frame.get(f"{W}xAlign") == "center"
    wide, left = _attribute(frame, "w"), _attribute(frame, "x")
    if wide > room.width // 2 or not (wide or left):
        return paragraph.align == "center"
    return _stands_middle(left + wide // 2, frame.get(f"{W}hAnchor") == "page", room)


def _box_is_middle(box: etree._Element, centred: bool, room: _Room) -> bool:
    """A box in the line stands where its line does; others say their side, or how far from the left they begin."""
    place = next(box.iterancestors(f"{_WP}anchor", f"{_WP}inline", f"{_VML}shape", f"{_VML}rect"), None)
    if place is None:
        return centred
    if place.tag.startswith(_VML):
        said = _VML_SIDE.search(place.get("style", ""))
        return said[1] == "center" if said else centred
    if place.tag == f"{_WP}inline":
        return _line_is_centred(place)
    extent, place = place.find(f"{_WP}extent"), place.find(f"{_WP}positionH")
    wide = number_of(extent.get("cx", "0")) // _EMU if extent is not None else 0
    if wide > room.width // 2 or place is None:
        return centred
    side, offset = (place.findtext(f"{_WP}{name}") for name in ("align", "posOffset"))
    left = number_of(offset or "0") // _EMU
    return side == "center" if side else _stands_middle(left + wide // 2, place.get("relativeFrom") == "page", room)


def _stands_middle(middle: int, of_page: bool, room: _Room) -> bool:
    """Whether what has its middle there, from the edge of the page or of the text, stands in the middle."""
    return abs(middle - room.width // 2 - (room.left if of_page else 0)) < _BESIDE


def _line_is_centred(place: etree._Element) -> bool:
    line = next(place.iterancestors(f"{W}p"), None)
    side = line.find(f"{W}pPr/{W}jc") if line is not None else None
    return side is not None and side.get(f"{W}val") == "center"


def _cell_is_middle(cell: etree._Element) -> bool:
    """Whether about as much of its row is on the left of a cell as on the right."""
    row = [(one, _cell_width(one)) for one in next(cell.iterancestors(f"{W}tr"), cell).iter(f"{W}tc")]
    place = next(number for number, (one, _) in enumerate(row) if one is cell)
    before, after = (sum(wide for _, wide in cells) for cells in (row[:place], row[place + 1 :]))
    return abs(before - after) <= sum(wide for _, wide in row) // _SHARE


def _cell_width(cell: etree._Element) -> int:
    wide, span = cell.find(f"{W}tcPr/{W}tcW"), cell.find(f"{W}tcPr/{W}gridSpan")
    columns = _attribute(span, "val") if span is not None else 1
    return _attribute(wide, "w") or columns


def _room(end: etree._Element) -> _Room:
    size, margins = end.find(f"{W}pgSz"), end.find(f"{W}pgMar")
    left = _attribute(margins, "left")
    return _Room(left, _attribute(size, "w") - left - _attribute(margins, "right"))


def _attribute(element: etree._Element | None, name: str) -> int:
    return number_of(element.get(f"{W}{name}", "0")) if element is not None else 0
