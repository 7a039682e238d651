"""Changes that somebody tracked in a Word file, taken as made."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from pipeline.office.blocks import ROW, TABLE, P, W, detach

_LEFT_OUT = ("del", "moveFrom")
_PUT_IN = ("ins", "moveTo")
_RECORDS = (
    *(f"{of}Change" for of in ("rPr", "pPr", "sectPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "numbering")),
    *(f"move{way}Range{end}" for way in ("From", "To") for end in ("Start", "End")),
    *("cellIns", "cellDel", "cellMerge"),
)


def accept(root: etree._Element) -> None:
    """Take every change tracked in a part as made: what was struck out goes, what was put in stays, untold."""
    for row in _having(root, ROW, "trPr"):
        detach(row)
    for table in list(root.iter(TABLE)):
        if table.find(f".//{ROW}") is None:
            detach(table)
    ended = _having(root, P, f"pPr/{W}rPr")
    _strip(root, (*_LEFT_OUT, *_RECORDS))
    for change in list(root.iter(*(f"{W}{name}" for name in _PUT_IN))):
        for inner in list(change):
            change.addprevious(inner)
        detach(change)
    for paragraph in ended:
        _join(paragraph)


def _having(root: etree._Element, tag: str, within: str) -> list[etree._Element]:
    """The rows, or the paragraphs whose ends, are struck out."""
    paths = [f"{W}{within}/{W}{name}" for name in _LEFT_OUT]
    return [one for one in root.iter(tag) if any(one.find(path) is not None for path in paths)]


def _strip(root: etree._Element, names: Iterable[str]) -> None:
    for element in list(root.iter(*(f"{W}{name}" for name in names))):
        detach(element)


def _join(paragraph: etree._Element) -> None:
    """Have a paragraph without an end go on in the next one, if one follows."""
    following = paragraph.getnext()
    if following is None or following.tag != P:
        return
    start = int(following.find(f"{W}pPr") is not None)
    following[start:start] = [content for content in paragraph if content.tag != f"{W}pPr"]
    detach(paragraph)
