"""How wide a paragraph may be, and the lines that are drawn in it as shapes, in twentieths of a point."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from pipeline.decree30.letters import number_of
from pipeline.decree30.styles import W

_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_SHAPE = "{urn:schemas-microsoft-com:vml}shape"
_WIDTH = re.compile(r"(?:^|;)width:([\d.]+)pt;height:([\d.]+)pt")
_EMU, _POINT = 635, 20
_FLAT = 40
"""What is not higher is a line."""
_BODY = (f"{W}body", f"{W}sdtContent")


def room_of(paragraph: etree._Element, cell: etree._Element | None) -> int | None:
    """The width of the cell of a paragraph; 0 for one on the page itself, None where it is not known."""
    if cell is None:
        holder = paragraph.getparent()
        return 0 if holder is not None and holder.tag in _BODY else None
    if paragraph.getparent() is not cell:
        return None
    width = cell.find(f"{W}tcPr/{W}tcW")
    if width is None or width.get(f"{W}type", "dxa") != "dxa":
        return None
    return number_of(width.get(f"{W}w", "0")) or None


def lines_in(paragraph: etree._Element) -> Iterator[int]:
    """The lengths of the flat shapes of a paragraph, each counted once."""
    drawn = [(number_of(one.get("cx", "0")) // _EMU, number_of(one.get("cy", "0")) // _EMU)
             for one in paragraph.iter(_EXTENT)]  # fmt: skip
    if not drawn:
        told = (_WIDTH.search(one.get("style", "").replace(" ", "")) for one in paragraph.iter(_SHAPE))
        drawn = [(round(float(one[1]) * _POINT), round(float(one[2]) * _POINT)) for one in told if one]
    yield from (width for width, height in drawn if height <= _FLAT)
