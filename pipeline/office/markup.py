"""The XML of a Word file out of a few words: paragraphs, tables, tags around them, and the file that holds it all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from pipeline.office import package

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_NAMES = {"document": "document.main"}
_FIRST_LINE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BOLD = "<w:rPr><w:b/><w:bCs/></w:rPr>"
_FIELD = "".join(
    f"<w:r>{part}</w:r>"
    for part in (
        '<w:fldChar w:fldCharType="begin"/>', '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>', "<w:t>2</w:t>", '<w:fldChar w:fldCharType="end"/>',
    )
)  # fmt: skip
_COMPATIBLE = "".join(
    f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
    for name, value in (("compatibilityMode", 15), ("overrideTableStyleFontSizeAndJustification", 1))
)
_SETTINGS = (
    f'<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:compat>{_COMPATIBLE}</w:compat>'
    '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
)
"""As Word 2013 and later lay out, with a comma before decimals."""
TAG = "The"
"""The style of a paragraph that is nothing but a tag."""


# --- paragraphs -----------------------------------------------------------------------------------


def p(style: str, text: str = "", lead: str = "", section: str = "") -> str:
    """A paragraph of a style; `lead` stands before its text in bold, `section` ends the pages that it closes."""
    runs = _run(lead, _BOLD) + _run(text)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{section}</w:pPr>{runs}</w:p>'


def page_number(style: str, lead: str = "") -> str:
    """The line over a page that numbers it; `lead` stands on its left, a tab away."""
    before = _run(f"{lead}\t", _BOLD) if lead else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{before}{_FIELD}</w:p>'


def when(condition: str, there: str, otherwise: str = "") -> str:
    """Paragraphs that stand only where a condition holds, and those that stand where it does not."""
    other = p(TAG, "{%p else %}") + otherwise if otherwise else ""
    return p(TAG, f"{{%p if {condition} %}}") + there + other + p(TAG, "{%p endif %}")


def each(loop: str, content: str, empty: str = "") -> str:
    """Paragraphs that are repeated: "dong in van_ban.co_quan"; `empty` stands where there is nothing to repeat."""
    other = p(TAG, "{%p else %}") + empty if empty else ""
    return p(TAG, f"{{%p for {loop} %}}") + content + other + p(TAG, "{%p endfor %}")


def _run(text: str, look: str = "") -> str:
    """Letters of one look; a tab of the text is one of Word."""
    pieces = (f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else "" for piece in text.split("\t"))
    return f"<w:r>{look}{'<w:tab/>'.join(pieces)}</w:r>" if text else ""


# --- tables ---------------------------------------------------------------------------------------


def table(style: str, widths: Sequence[int], *rows: str, room: int = 0) -> str:
    """A table of fixed columns; `room` is the space over each of its rows."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    margin = f'<w:tblCellMar><w:top w:w="{room}" w:type="dxa"/></w:tblCellMar>' if room else ""
    look = f'<w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    return f"<w:tbl><w:tblPr>{look}{margin}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(widths: Sequence[int], *cells: str, head: bool = False, side: str = "top") -> str:
    """A row that stays on one page; `head` is repeated on every page, `side` is where its words stand."""
    repeated = "<w:tblHeader/>" if head else ""
    shown = "".join(
        _cell(width, cell, f'<w:vAlign w:val="{side}"/>') for width, cell in zip(widths, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{shown}</w:tr>"


def each_row(loop: str, widths: Sequence[int], content: str) -> str:
    """A row that is repeated, between the rows of its tags."""
    over = f'<w:gridSpan w:val="{len(widths)}"/>'
    tags = (_cell(sum(widths), p(TAG, f"{{%tr {tag} %}}"), over) for tag in (f"for {loop}", "endfor"))
    return content.join(f"<w:tr>{tag}</w:tr>" for tag in tags)


def _cell(width: int, content: str, more: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr>{content}</w:tc>'


# --- the file -------------------------------------------------------------------------------------


def section(headers: Sequence[str], size: tuple[int, int], margins: Mapping[str, int]) -> str:
    """Pages numbered from 1, of a size, within margins; `headers` are those of page one and of the others."""
    named = zip(("first", "default"), headers, strict=True)
    tops = "".join(f'<w:headerReference w:type="{kind}" r:id="{name}"/>' for kind, name in named)
    around = " ".join(f'w:{side}="{length}"' for side, length in margins.items())
    return (
        f'<w:sectPr>{tops}<w:pgSz w:w="{size[0]}" w:h="{size[1]}"/><w:pgMar {around} w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def word_file(body: str, styles: str, headers: Mapping[str, str]) -> bytes:
    """The Word file of a body; headers are known by the names that its sections call them."""
    stories = {
        "document": _story("document", f"<w:body>{body}</w:body>"),
        "styles": _story("styles", styles),
        "settings": _story("settings", _SETTINGS),
        **{name: _story("hdr", header) for name, header in headers.items()},
    }
    types = {name: "header" if name in headers else name for name in stories}
    parts = {f"word/{name}.xml": story for name, story in stories.items()}
    parts["_rels/.rels"] = _relations({"document": "officeDocument"}, "word/")
    parts["word/_rels/document.xml.rels"] = _relations({n: t for n, t in types.items() if n != "document"})
    parts[package.CONTENT_TYPES] = _content_types(types)
    return package.write({name: (_FIRST_LINE + part).encode() for name, part in parts.items()})


def _story(root: str, content: str) -> str:
    return f'<w:{root} xmlns:w="{_WORD}" xmlns:r="{_OFFICE}">{content}</w:{root}>'


def _relations(types: Mapping[str, str], folder: str = "") -> str:
    listed = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{type_}" Target="{folder}{name}.xml"/>'
        for name, type_ in types.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _content_types(types: Mapping[str, str]) -> str:
    xml, relations = "application/xml", "application/vnd.openxmlformats-package.relationships+xml"
    usual = "".join(
        f'<Default Extension="{ending}" ContentType="{type_}"/>'
        for ending, type_ in (("rels", relations), ("xml", xml))
    )
    listed = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE.format(_NAMES.get(type_, type_))}"/>'
        for name, type_ in types.items()
    )
    return f'<Types xmlns="{_PACKAGE}/content-types">{usual}{listed}</Types>'
