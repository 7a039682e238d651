"""The marks of tracked changes: what was put in and what was taken out, each numbered, by one author, on one day."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from itertools import chain, count
from typing import Literal

from lxml import etree

from pipeline.office.blocks import ROW, TABLE, P, W, cells, detach, flow, rows, text_of
from pipeline.office.relations import Parts, parse, related
from pipeline.office.runs import KEEP, LOOK, RUN, divided, runs

AUTHOR = "Đối chiếu"
Way = Literal["ins", "del"]
_DAY = "2000-01-01T00:00:00Z"
"""Every change bears this day: what is written does not tell the clock."""
_SIGNS = tuple(f"{W}{name}" for name in ("tab", "br", "cr", "noBreakHyphen"))
_ID, _VALUE = f"{W}id", f"{W}val"
_STYLED = tuple(f"{W}{name}" for name in ("pStyle", "rStyle", "tblStyle"))
_FRAME = tuple(f"{W}{name}" for name in ("tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr"))
_AFTER_LOOK = tuple(f"{W}{name}" for name in ("sectPr", "pPrChange"))


class Pen:
    """Writes into a Word file, whose styles and lists it knows."""

    def __init__(self, parts: Parts, stories: Iterable[etree._Element]) -> None:
        taken = (str(element.get(_ID, "")) for element in chain.from_iterable(story.iter() for story in stories))
        self._numbers = count(1 + max((int(number) for number in taken if number.isdecimal()), default=0))
        self._styles = _named(parts, "styles", "styleId")
        self._lists = _named(parts, "numbering", "numId")

    def put_in(self, element: etree._Element) -> None:
        """Mark a paragraph, a table or a row as put in."""
        for row in rows(element) if element.tag == TABLE else [element] if element.tag == ROW else []:
            self._mark_row(row, "ins")
            for inner in chain.from_iterable(map(flow, cells(row))):
                self.put_in(inner)
        if element.tag == P:
            self.mark_end(element, "ins")
            self.put_in_runs(runs(element))

    def put_in_runs(self, found: Iterable[etree._Element]) -> None:
        """Mark runs as put in."""
        for run in found:
            before = run.getprevious()
            if before is None or before.tag != f"{W}ins":
                before = self._stroke("ins")
                run.addprevious(before)
            before.append(run)

    def struck(self, element: etree._Element) -> etree._Element:
        """A paragraph, a table or a row of another file as one that was taken out: its words, no pictures."""
        if element.tag == P:
            return self._struck_paragraph(element)
        copy = etree.Element(element.tag)
        inner = {TABLE: rows, ROW: cells}.get(element.tag, flow)(element)
        copy.extend(self._known(part) for part in element if part.tag in _FRAME)
        copy.extend(map(self.struck, inner))
        if element.tag == ROW:
            self._mark_row(copy, "del")
        return copy

    def struck_runs(self, found: Iterable[etree._Element]) -> etree._Element:
        """The words of runs of another file as words that were taken out."""
        stroke = self._stroke("del")
        stroke.extend(map(self._struck_run, found))
        return stroke

    def mark_end(self, paragraph: etree._Element, way: Way) -> None:
        """Mark the end of a paragraph as put in or taken out."""
        properties = _first(paragraph, "pPr", 0)
        look = properties.find(LOOK)
        if look is None:
            look = etree.Element(LOOK)
            behind = next((one for one in properties if one.tag in _AFTER_LOOK), None)
            properties.append(look) if behind is None else behind.addprevious(look)
        look.insert(0, self._stroke(way))

    def _mark_row(self, row: etree._Element, way: Way) -> None:
        _first(row, "trPr", int(row.find(f"{W}tblPrEx") is not None)).append(self._stroke(way))

    def _stroke(self, way: Way) -> etree._Element:
        said = {_ID: str(next(self._numbers)), f"{W}author": AUTHOR, f"{W}date": _DAY}
        return etree.Element(f"{W}{way}", said)

    def _struck_paragraph(self, paragraph: etree._Element) -> etree._Element:
        copy = etree.Element(P)
        copy.extend(self._known(part) for part in paragraph.iterfind(f"{W}pPr"))
        for section in list(copy.iter(f"{W}sectPr")):
            detach(section)
        self.mark_end(copy, "del")
        found = [run for _, run in divided(paragraph, ()) if text_of(run)]
        copy.extend([self.struck_runs(found)] if found else [])
        return copy

    def _struck_run(self, run: etree._Element) -> etree._Element:
        copy = etree.Element(RUN)
        copy.extend(self._known(look) for look in run.iterfind(LOOK))
        sign = next((piece for piece in run if piece.tag in _SIGNS), None)
        words = etree.Element(f"{W}delText", {KEEP: "preserve"}) if sign is None else deepcopy(sign)
        if sign is None:
            words.text = text_of(run)
        copy.append(words)
        return copy

    def _known(self, properties: etree._Element) -> etree._Element:
        """Properties without the styles and lists that this file does not have."""
        copy = deepcopy(properties)
        for named in list(copy.iter(*_STYLED)):
            if named.get(_VALUE) not in self._styles:
                detach(named)
        for listed in list(copy.iter(f"{W}numPr")):
            number = listed.find(f"{W}numId")
            if number is None or number.get(_VALUE) not in self._lists:
                detach(listed)
        return copy


def _first(element: etree._Element, name: str, at: int) -> etree._Element:
    """The properties of an element, made where they are missing."""
    found = element.find(f"{W}{name}")
    if found is None:
        found = etree.Element(f"{W}{name}")
        element.insert(at, found)
    return found


def _named(parts: Parts, kind: str, attribute: str) -> frozenset[str | None]:
    """The names of the styles, or the numbers of the lists, of a Word file."""
    ((_, main),) = related(parts, "", "officeDocument")
    found = (parse(parts[name]) for _, name in related(parts, main, kind) if name in parts)
    return frozenset(one.get(f"{W}{attribute}") for root in found for one in root)
