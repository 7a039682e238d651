"""Comments in the cells of a sheet part: added to those that stand there, and drawn as Excel draws them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from pipeline.office.relations import OFFICE, Parts, declare, free_name, parse, relate, related, written
from pipeline.workbooks.fills import position
from pipeline.workbooks.remarks import AUTHOR

_SETTLED = "Không còn lỗi ở ô này."
_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_AFTER = {
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
    "AlternateContent",
}  # fmt: skip
"""What stands behind the drawing of the comments in a sheet part."""
_NAMESPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_EMPTY = (
    "<xml {spaces}><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"{block}\"/></o:shapelayout></xml>"
)  # fmt: skip
_TYPE = (
    '<v:shapetype {spaces} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE = (
    '<v:shape {spaces} id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;margin-left:80pt;'
    'margin-top:2pt;width:240pt;height:90pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{left}, 15, {top}, 2, {right}, 15, {bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>"
    "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)


def add_notes(parts: Parts, part: str, sheet: etree._Element, texts: Mapping[str, str]) -> None:
    """Put a comment into each cell; one that stands there keeps its words, ours behind them."""
    name = next((target for _, target in related(parts, part, "comments")), None)
    if name is None:
        name = free_name(parts, "xl/comments{}.xml")
        parts[name] = _none(sheet)
        relate(parts, part, "comments", name)
        declare(parts, name, _COMMENTS)
    new = _write(parts, name, texts)
    if new:
        _draw(parts, part, sheet, new)


def _none(sheet: etree._Element) -> bytes:
    space = etree.QName(sheet).namespace
    return f'<comments xmlns="{space}"><authors/><commentList/></comments>'.encode()


def _write(parts: Parts, name: str, texts: Mapping[str, str]) -> list[str]:
    """Write the comments; gives the cells that had none."""
    root = parse(parts[name])
    space = etree.QName(root).namespace
    author = _author(root, f"{{{space}}}")
    (listed,) = root.findall(f"{{{space}}}commentList")
    known = {str(comment.get("ref")): comment for comment in listed}
    for reference, comment in known.items():
        if comment.get("authorId") == author:
            _say(comment, texts.get(reference, _SETTLED), replaced=True)
        elif reference in texts:
            _say(comment, "\n\n" + texts[reference], replaced=False)
    new = [reference for reference in texts if reference not in known]
    for reference in new:
        comment = etree.SubElement(listed, f"{{{space}}}comment", ref=reference, authorId=author)
        _say(comment, texts[reference], replaced=True)
    parts[name] = written(root)
    return new


def _author(root: etree._Element, space: str) -> str:
    (authors,) = root.findall(f"{space}authors")
    names = [author.text for author in authors]
    if AUTHOR not in names:
        etree.SubElement(authors, f"{space}author").text = AUTHOR
        names.append(AUTHOR)
    return str(names.index(AUTHOR))


def _say(comment: etree._Element, words: str, replaced: bool) -> None:
    space = f"{{{etree.QName(comment).namespace}}}"
    text = comment.find(f"{space}text")
    if text is None:
        text = etree.SubElement(comment, f"{space}text")
    if replaced:
        for old in list(text):
            text.remove(old)
    elif [etree.QName(child).localname for child in text] == ["t"]:
        run = etree.Element(f"{space}r")
        run.append(text[0])
        text.insert(0, run)
    run = etree.Element(f"{space}r")
    said = etree.SubElement(run, f"{space}t")
    said.text = words
    said.set(_SPACE, "preserve")
    text.insert(sum(etree.QName(child).localname == "r" for child in text), run)


def _draw(parts: Parts, part: str, sheet: etree._Element, cells: list[str]) -> None:
    """Draw the boxes of comments, in the drawing that the sheet has or in a new one."""
    own = sheet.find(f"{{{etree.QName(sheet).namespace}}}legacyDrawing")
    drawings = dict(related(parts, part, "vmlDrawing"))
    name = drawings.get(str(own.get(f"{{{OFFICE}}}id"))) if own is not None else None
    if name is None:
        name = free_name(parts, "xl/drawings/vmlDrawing{}.vml")
        parts[name] = _EMPTY.format(spaces=_NAMESPACES, block=_free_block(parts)).encode()
        declare(parts, name, _DRAWING)
        _refer(sheet, relate(parts, part, "vmlDrawing", name))
    drawing = parts[name]
    kind = b"" if b'id="_x0000_t202"' in drawing else _TYPE.format(spaces=_NAMESPACES).encode()
    first = _first_number(drawing)
    shapes = "".join(_shape(cell, number) for number, cell in enumerate(cells, first))
    end = drawing.rindex(b"</xml")
    parts[name] = drawing[:end] + kind + shapes.encode() + drawing[end:]


def _shape(cell: str, number: int) -> str:
    row, column = position(cell)
    return _SHAPE.format(
        spaces=_NAMESPACES, number=number, row=row, column=column,
        left=column + 1, right=column + 5, top=max(row - 1, 0), bottom=row + 5,
    )  # fmt: skip


def _refer(sheet: etree._Element, name: str) -> None:
    space = etree.QName(sheet).namespace
    for old in sheet.findall(f"{{{space}}}legacyDrawing"):
        sheet.remove(old)
    drawing = etree.Element(f"{{{space}}}legacyDrawing")
    drawing.set(f"{{{OFFICE}}}id", name)
    later = (at for at, child in enumerate(sheet) if etree.QName(child).localname in _AFTER)
    sheet.insert(next(later, len(sheet)), drawing)


def _free_block(parts: Parts) -> int:
    """The number of a block of shapes that no drawing of the workbook has."""
    drawings = b"".join(content for name, content in parts.items() if name.endswith(".vml"))
    blocks = re.findall(rb'idmap[^>]*?data="([\d,]+)"', drawings)
    return max((int(block) for group in blocks for block in group.split(b",") if block), default=0) + 1


def _first_number(drawing: bytes) -> int:
    numbers = [int(number) for number in re.findall(rb"_x0000_s(\d+)", drawing)]
    blocks = re.findall(rb'idmap[^>]*?data="(\d+)', drawing)
    return max(numbers, default=1024 * int(blocks[0]) if blocks else 1024) + 1
