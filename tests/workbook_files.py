"""Workbooks of Excel written part by part, so that a test can say exactly what is stored."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

TRANSITIONAL = {
    "main": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
STRICT = {
    "main": "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "r": "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STYLES = (
    '<numFmts><numFmt numFmtId="170" formatCode="[h]:mm"/></numFmts>'
    '<fonts><font><name val="Times New Roman"/></font><font><name val=".VnTime"/></font>'
    '<font><name val=".VnTimeH"/></font><font><strike/><name val="Arial"/></font><font><strike val="0"/></font></fonts>'
    '<cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="170"/><xf numFmtId="10"/>'
    '<xf fontId="1"/><xf fontId="2"/><xf fontId="3"/><xf fontId="4"/></cellXfs>'
)
"""Style 1 is a date, 2 a date and time, 3 a time, 4 a duration, 5 a percentage, 6 the font of TCVN3, 7 that of its
capitals; 8 is struck through, 9 is not."""


def row(number: int, *cells: str, more: str = "") -> str:
    return f'<row r="{number}"{more}>{"".join(cells)}</row>'


def cell(ref: str, value: object, kind: str = "", style: int = 0) -> str:
    said = (f' s="{style}"' if style else "") + (f' t="{kind}"' if kind else "")
    return f'<c r="{ref}"{said}><v>{value}</v></c>'


def inline(ref: str, text: str) -> str:
    return f'<c r="{ref}" t="inlineStr"><is><t>{text}</t></is></c>'


def sheet(*rows: str, before: str = "", after: str = "", names: Mapping[str, str] = TRANSITIONAL) -> str:
    return f'<worksheet xmlns="{names["main"]}">{before}<sheetData>{"".join(rows)}</sheetData>{after}</worksheet>'


def parts(
    *sheets: str,
    titles: Iterable[str] = "ABCDEF",
    states: Iterable[str] = ("visible",) * 6,
    texts: Iterable[str] = (),
    says: str = "",
    names: Mapping[str, str] = TRANSITIONAL,
) -> dict[str, str | bytes]:
    """The parts of a workbook with these sheets and shared texts (each the inside of a `si`)."""
    listed = "".join(
        f'<sheet name="{title}" sheetId="{n}" state="{state}" r:id="r{n}"/>'
        for n, (title, state, _) in enumerate(zip(titles, states, sheets, strict=False), 1)
    )
    leads = {f"r{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)}
    leads |= {"r90": ("styles", "styles.xml"), "r91": ("sharedStrings", "sharedStrings.xml")}
    main = names["main"]
    whole: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": relations({"r1": ("officeDocument", "xl/workbook.xml")}, names),
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{names["r"]}">{says}{listed}</workbook>',
        "xl/_rels/workbook.xml.rels": relations(leads, names),
        "xl/styles.xml": f'<styleSheet xmlns="{main}">{STYLES}</styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{"".join(f"<si>{text}</si>" for text in texts)}</sst>',
    }
    return whole | {f"xl/worksheets/sheet{n}.xml": text for n, text in enumerate(sheets, 1)}


def relations(leads: Mapping[str, tuple[str, str]], names: Mapping[str, str] = TRANSITIONAL) -> str:
    each = (f'<Relationship Id="{id}" Type="{names["r"]}/{kind}" Target="{to}"/>' for id, (kind, to) in leads.items())
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(each)}</Relationships>'


def zipped(parts: Mapping[str, str | bytes] | Iterable[tuple[str, str | bytes]]) -> bytes:
    """The bytes of a zip; given pairs, a name may come twice."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items() if isinstance(parts, Mapping) else parts:
            package.writestr(name, part)
    return buffer.getvalue()
