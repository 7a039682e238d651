"""Paragraphs, rows and tables put beside others or taken out, so that the file stays one that Word opens."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from pipeline.office.blocks import CELL, ROW, TABLE, P, W, detach, flow, rows

SECTION, DRAWING = f"{W}sectPr", f"{W}drawing"
_MARKS = tuple(
    f"{W}{name}"
    for name in (
        "commentRangeStart", "commentReference", "ins", "del", "moveFrom", "moveTo", "footnoteReference",
        "endnoteReference", "cellIns", "cellDel",
    )
)  # fmt: skip
_MERGE, _BEFORE_MERGE = f"{W}vMerge", {f"{W}{name}" for name in ("cnfStyle", "tcW", "gridSpan", "hMerge")}
_OBJECTS = (DRAWING, f"{W}pict", f"{W}object", SECTION)


def marked(element: etree._Element) -> bool:
    """Whether a reviewer wrote on it: a comment, a note, a change still to be accepted."""
    return next(element.iter(*_MARKS), None) is not None


def objects(element: etree._Element) -> int:
    """How many pictures, charts and section breaks it holds."""
    return sum(1 for _ in element.iter(*_OBJECTS))


def table_of(element: etree._Element) -> etree._Element:
    """The table of a row."""
    return next(element.iterancestors(TABLE))


def paragraph_of(element: etree._Element) -> etree._Element | None:
    """The first paragraph of a row, a table, a body; of a paragraph, itself."""
    return next(element.iter(P), None)


def put_beside(place: etree._Element, element: etree._Element, after: bool) -> None:
    """Put a row beside a row, all else beside the paragraph or around the table of the place."""
    if place.tag == ROW and element.tag != ROW:
        place = table_of(place)
    (place.addnext if after else place.addprevious)(element)


def put_last(holder: etree._Element, element: etree._Element) -> None:
    """Put it at the end of a body, before what describes its pages, of a header or a cell."""
    end = holder.find(SECTION)
    if end is not None:
        end.addprevious(element)
    else:
        holder.append(element)


def take_out(element: etree._Element) -> None:
    """Take a paragraph or a row out; a cell keeps its last paragraph, empty, and a table goes with its last row."""
    if element.tag == P and _needed(element):
        element[:] = [inner for inner in element if inner.tag == f"{W}pPr"]
        return
    table = table_of(element) if element.tag == ROW else None
    detach(element)
    if table is not None and not rows(table):
        take_out(table)


def merge_like(cell: etree._Element, before: etree._Element, now: etree._Element) -> None:
    """Have a cell hang together with the one above as it does now, when that changed."""
    old, new = _merge(before), _merge(now)
    properties = cell.find(f"{W}tcPr")
    if old == new or _merge(cell) != old or properties is None:
        return
    for mark in properties.findall(_MERGE):
        properties.remove(mark)
    if new:
        at = sum(1 for inner in properties if inner.tag in _BEFORE_MERGE)
        properties.insert(at, etree.Element(_MERGE, {f"{W}val": new}))


def _merge(cell: etree._Element) -> str:
    mark = cell.find(f"{W}tcPr/{_MERGE}")
    return "" if mark is None else str(mark.get(f"{W}val", "continue"))


def _needed(paragraph: etree._Element) -> bool:
    """Whether a cell, a header or a note would end without a paragraph."""
    holder = next(paragraph.iterancestors(CELL, f"{W}hdr", f"{W}ftr", f"{W}footnote", f"{W}endnote"), None)
    if holder is None:
        return False
    *others, last = flow(holder)
    return last is paragraph and (not others or others[-1].tag != P)


def renew_section(
    before: etree._Element, edited: etree._Element, now: etree._Element,
    copied: Callable[[etree._Element], etree._Element],
) -> None:  # fmt: skip
    """Give the last pages of a body the size and headers that they have now, when a person left their size."""
    old, own, new = (body.find(SECTION) for body in (before, edited, now))
    if old is None or own is None or new is None or etree.tostring(old) == etree.tostring(new):
        return
    if _page(own) == _page(old):
        edited.replace(own, copied(new))


def _page(section: etree._Element) -> dict[str, str]:
    size = section.find(f"{W}pgSz")
    return {} if size is None else {str(name): str(value) for name, value in size.attrib.items()}
