"""A filled part whose tables may have lost rows or columns made whole again, and keep to their pages."""

from __future__ import annotations

from copy import deepcopy as copy

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.rendering.merges import merge_equal
from pipeline.rendering.tables import fit
from pipeline.rendering.tags import W


def tidied(xml: str) -> str:
    """The part without empty rows and tables, its grids true, its cells ended, its last section last."""
    root = etree.fromstring(xml, etree.XMLParser(huge_tree=True))
    for mark in list(root.iter(W + "br")):
        _break_paragraph(mark)
    _drop_emptied_tables(root)
    _drop_empty_tables(root)
    _give_paragraphs(root)
    for table in root.iter(W + "tbl"):
        fit(table)
        merge_equal(table)
        _hold_rows(table)
        _keep_note(table)
    _keep_last_section(root)
    return etree.tostring(root, encoding="unicode")


def _break_paragraph(mark: Element) -> None:
    """Let a paragraph of its own, of the same look, hold what stands before the mark."""
    kind = mark.get(W + "type", "")
    run = mark.getparent()
    paragraph = run.getparent() if run is not None else None
    if not kind.startswith("kt-") or run is None or paragraph is None:
        return
    if paragraph.tag != W + "p":  # a link, whose text cannot go on in the next paragraph
        mark.attrib.pop(W + "type")
        return
    before = _split_off(paragraph, run, "pPr")
    before.append(_split_off(run, mark, "rPr"))
    run.remove(mark)
    for section in before.findall(f"{W}pPr/{W}sectPr"):
        _remove(section)
    paragraph.addprevious(before)
    if kind == "kt-page":
        paragraph.addprevious(etree.fromstring(_PAGE_BREAK))


def _split_off(element: Element, at: Element, look: str) -> Element:
    """An element with the look of this one and all it holds before the place."""
    split = etree.Element(element.tag)
    split.attrib.update(element.attrib)
    element.attrib.clear()
    for child in list(element)[: element.index(at)]:
        split.append(copy(child) if child.tag == W + look else child)
    return split


_PAGE_BREAK = f'<w:p xmlns:w="{W[1:-1]}"><w:r><w:br w:type="page"/></w:r></w:p>'


def _drop_emptied_tables(root: Element) -> None:
    """A table of which only the heads are left goes with them."""
    for table in list(root.iter(W + "tbl")):
        marks = table.findall(W + "emptied")
        if marks and len(marks) == int(marks[0].get(W + "of", 0)):
            _remove(table)
        for mark in marks:
            _remove(mark)


def _drop_empty_tables(root: Element) -> None:
    for row in list(root.iter(W + "tr")):
        if row.find(f".//{W}tc") is None:
            _remove(row)
    for table in list(root.iter(W + "tbl")):
        if table.find(f".//{W}tr") is None:
            _remove(table)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _give_paragraphs(root: Element) -> None:
    """A cell ends with a paragraph, and a header has one: Word refuses them otherwise."""
    for holder in root.iter(W + "tc", W + "hdr", W + "ftr"):
        if not len(holder) or holder[-1].tag != W + "p":
            etree.SubElement(holder, W + "p")


NOTE = "GhiChuBang"
"""The style of a note under a table, in the frames and in what offices make of them."""


def _keep_note(table: Element) -> None:
    """Let the last row of a table stay on the page of the note that stands under it."""
    note, rows = table.getnext(), table.findall(W + "tr")
    style = note.find(f"{W}pPr/{W}pStyle") if note is not None else None
    if style is not None and style.get(W + "val") == NOTE and rows:
        for paragraph in rows[-1].iter(W + "p"):
            _keep_with_next(paragraph)


def _hold_rows(table: Element) -> None:
    """No row stands alone on a page: the first two under a repeated head stay together, as do the last two."""
    rows = table.findall(f"{W}tr")
    data = [row for row in rows if row.find(f"{W}trPr/{W}tblHeader") is None]
    if len(data) < len(rows):
        for row in {*data[:-1][:1], *data[-2:-1]}:
            for paragraph in row.iter(W + "p"):
                _keep_with_next(paragraph)


def _keep_with_next(paragraph: Element) -> None:
    look = paragraph.find(W + "pPr")
    if look is None:
        look = etree.Element(W + "pPr")
        paragraph.insert(0, look)
    if look.find(W + "keepNext") is None:
        look.insert(look.find(W + "pStyle") is not None, etree.Element(W + "keepNext"))


def _keep_last_section(root: Element) -> None:
    """When nothing follows a section break (an annex left out), the section before is the last one."""
    body = root.find(W + "body")
    last = body[-1] if body is not None and len(body) else None
    before = last.getprevious() if last is not None and last.tag == W + "sectPr" else None
    ended = before.find(f"{W}pPr/{W}sectPr") if before is not None else None
    if body is not None and last is not None and ended is not None:
        body.replace(last, ended)
