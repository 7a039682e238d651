"""Small Word files out of a few words, for the tests."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from xml.sax.saxutils import escape

from pipeline.office import package

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dc:title>Báo cáo</dc:title><cp:lastModifiedBy>Ai đó</cp:lastModifiedBy>"
    "<dcterms:created>2021-01-01T00:00:00Z</dcterms:created></cp:coreProperties>"
)


def p(*runs: str) -> str:
    """A paragraph; each text is a run of its own."""
    return f"<w:p>{''.join(f'<w:r><w:t>{escape(run)}</w:t></w:r>' for run in runs)}</w:p>"


def tc(text: str, width: int = 1000, span: int = 1) -> str:
    """A cell of a table."""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}</w:tcPr>{p(text)}</w:tc>'


def tbl(grid: list[int], *rows: list[str], width: int = 0) -> str:
    """A table with its grid; `width` is the declared one, of the grid when it is 0."""
    columns = "".join(f'<w:gridCol w:w="{column}"/>' for column in grid)
    properties = f'<w:tblPr><w:tblW w:w="{width or sum(grid)}" w:type="dxa"/></w:tblPr>'
    written = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    return f"<w:tbl>{properties}<w:tblGrid>{columns}</w:tblGrid>{written}</w:tbl>"


def r(text: str, look: str = "<w:b/>") -> str:
    """A run with a look of its own."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def drawing(number: int) -> str:
    """A paragraph with an empty drawing of that number."""
    return (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        f'wordprocessingDrawing"><wp:extent cx="9" cy="9"/><wp:docPr id="{number}" name="Hình"/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )


def text_box(*paragraphs: str) -> str:
    """A paragraph with a text box, stored for new and for old versions of Word."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f'<mc:Choice Requires="wps"><wps:txbx>{inside}</wps:txbx></mc:Choice><mc:Fallback><w:pict>'
        f'<v:textbox xmlns:v="urn:schemas-microsoft-com:vml">{inside}</v:textbox></w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r></w:p>"
    )


def png(width: int = 4, height: int = 2) -> bytes:
    """A white picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">2I5B", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xff" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def docx(
    *body: str, header: str = "", footnote: str = "", others: Iterable[str] = (), extra: dict[str, str] | None = None
) -> bytes:
    """A Word file of these blocks, with a header and a footnote when they are given.

    `others` are the roots of further parts: `<w:ftr>…`, `<w:endnotes>…`, `<w:comments>…`, their namespace left out.
    """
    stories = {
        "header": f"<w:hdr {W}>{header or '<w:p/>'}</w:hdr>",
        "footnotes": f'<w:footnotes {W}><w:footnote w:id="1">{footnote or "<w:p/>"}</w:footnote></w:footnotes>',
    }
    for root in others:
        name = root[3 : root.index(">")]
        stories[{"ftr": "footer"}.get(name, name)] = root.replace(">", f" {W}>", 1)
    section = f'<w:sectPr><w:headerReference xmlns:r="{R}" w:type="default" r:id="header"/></w:sectPr>'
    document = f"<w:document {W}><w:body>{''.join(body)}{section}</w:body></w:document>"
    overrides = {"document": "document.main", **{name: name for name in stories}}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE.format(kind)}"/>'
        for name, kind in overrides.items()
    )
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/docProps/core.xml" '
        f'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{types}</Types>',
        "_rels/.rels": _relations(
            ("main", f"{R}/officeDocument", "word/document.xml"),
            (
                "core",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
        ),
        "word/_rels/document.xml.rels": _relations(*((name, f"{R}/{name}", f"{name}.xml") for name in stories)),
        "word/document.xml": document,
        "docProps/core.xml": _CORE,
        **{f"word/{name}.xml": xml for name, xml in stories.items()},
        **(extra or {}),
    }
    return package.write({name: xml.encode() for name, xml in parts.items()})


def _relations(*relations: tuple[str, str, str]) -> str:
    lines = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in relations)
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{lines}</Relationships>'
