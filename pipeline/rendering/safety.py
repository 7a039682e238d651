"""What a template may not carry: programs, foreign objects, links to the outside, fields that run or fetch."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

from lxml import etree

from pipeline.office.archive import Refused, unpacked
from pipeline.rendering.faults import Fault, TemplateFault

LARGEST = 20 * 2**20
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WHY = {"large": "tệp quá lớn ({})", "damaged": "không phải là tệp Word (.docx) mở được",
        "unsafe": "tệp có phần mà Word không bao giờ ghi ({})"}  # fmt: skip
_PROGRAMS = re.compile(r"vbaproject|vbadata|activex|\.(?:exe|dll|js|vbs|bat|cmd|ps1|scr|hta)$", re.IGNORECASE)
_KINDS = {
    "oleObject": "đối tượng nhúng (OLE)", "aFChunk": "tài liệu ngoài chèn vào (altChunk)",
    "control": "điều khiển ActiveX",
    "attachedTemplate": "mẫu gắn kèm (attachedTemplate)", "vbaProject": "macro", "subDocument": "tài liệu con",
    "frame": "khung trang ngoài", "keyMapCustomizations": "phím tắt riêng", "wordVbaData": "macro",
    "attachedToolbars": "thanh công cụ riêng", "externalLinkPath": "liên kết ngoài",
}  # fmt: skip
_STORIES = {"document": "thân văn bản", "header": "đầu trang", "footer": "chân trang", "footnotes": "chú thích",
            "endnotes": "chú thích cuối", "comments": "nhận xét", "settings": "thiết đặt"}  # fmt: skip
_PACKED = (b"PK\3\4", b"\xd0\xcf\x11\xe0")
_BOOKS = ".xlsx"
"""The workbook behind a chart."""
_FIELDS = frozenset((
    "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "STYLEREF", "SEQ", "TOC", "TC", "XE",
    "INDEX", "LISTNUM", "AUTONUM", "SYMBOL", "EQ", "ADVANCE", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "=",
))  # fmt: skip
"""Fields that only tell of the paper itself: they neither run nor fetch anything, nor ask the clock."""


def opened(name: str, content: bytes) -> dict[str, bytes]:
    """The parts of a template that carries nothing it may not carry.

    Raises `TemplateFault`: no whole Word file, or a part that is refused, by name.
    """
    if len(content) > LARGEST:
        raise TemplateFault(name, Fault(_WHY["large"].format(f"> {LARGEST >> 20} MiB")))
    try:
        parts = unpacked(content)
    except Refused as refused:
        raise TemplateFault(name, Fault(_WHY[refused.why].format(refused.found))) from refused
    try:
        refusals = list(_refusals(parts))
    except etree.XMLSyntaxError as error:
        raise TemplateFault(name, Fault(_WHY["damaged"])) from error
    if refusals:
        words = "mẫu không được có {}; xóa trong Word rồi lưu lại dạng .docx"
        raise TemplateFault(name, *(Fault(words.format(why), _called(part)) for part, why in refusals))
    return parts


def _called(part: str) -> str:
    """What a person calls a part of the file; the part's own name where there is no other."""
    found = re.fullmatch(r"word/(?:_rels/)?([a-z]+)\d*\.xml(?:\.rels)?", part)
    return _STORIES.get(found[1], part) if found else part


def _refusals(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    for part, blob in parts.items():
        if _PROGRAMS.search(part):
            yield part, "macro hoặc chương trình"
        elif blob.startswith(_PACKED) and not (part.startswith("word/embeddings/") and part.endswith(_BOOKS)):
            yield part, "tệp khác nhúng bên trong"
        elif part.endswith(".rels"):
            yield from ((part, why) for why in _relations(part, blob))
        elif part.startswith("word/") and part.endswith(".xml"):
            yield from ((part, why) for why in _markup(blob))
    if b"macroEnabled" in parts.get("[Content_Types].xml", b""):
        yield "[Content_Types].xml", "macro"


def _relations(part: str, blob: bytes) -> Iterator[str]:
    """What the relationships of a part lead to that a paper has no need of."""
    for relation in _parsed(blob).iter(_RELATION):
        kind, target = posixpath.basename(relation.get("Type", "")), relation.get("Target", "")
        if kind in _KINDS:
            yield _KINDS[kind]
        elif relation.get("TargetMode", "").lower() == "external" or re.match(r"[A-Za-z][\w+.-]*:|[/\\]{2}", target):
            yield f"liên kết ra ngoài ({target[:60]})"
        elif kind == "package" and ("/charts/" not in part or not target.lower().endswith(_BOOKS)):
            yield "tệp nhúng"


def _markup(blob: bytes) -> Iterator[str]:
    root = _parsed(blob)
    yield from (f"trường {_name(code)[:20]}" for code in _codes(root) if not _is_inward(code))
    for name, kind in (("altChunk", "aFChunk"), ("object", "oleObject"), ("control", "control")):
        if next(root.iter(f"{_W}{name}"), None) is not None:
            yield _KINDS[kind]


def _is_inward(code: str) -> bool:
    """Whether a field tells of the paper itself; a link may lead to a place in it."""
    inside = _name(code) == "HYPERLINK" and re.search(r"\\l\b", code) and "://" not in code
    return bool(inside) or _name(code) in ("", *_FIELDS)


def _name(code: str) -> str:
    return next(iter(code.replace("=", "= ").split()), "").upper()


def _codes(root: etree._Element) -> Iterator[str]:
    """The code of every field, however many runs it is spread over."""
    yield from (field.get(f"{_W}instr", "") for field in root.iter(f"{_W}fldSimple"))
    open_codes: list[str] = []
    for element in root.iter(f"{_W}fldChar", f"{_W}instrText", f"{_W}delInstrText"):
        if element.tag != f"{_W}fldChar":
            open_codes = [*open_codes[:-1], "".join((*open_codes[-1:], element.text or ""))]
        elif element.get(f"{_W}fldCharType") == "begin":
            open_codes.append("")
        elif element.get(f"{_W}fldCharType") == "end" and open_codes:
            yield open_codes.pop()
    yield from open_codes


def _parsed(blob: bytes) -> etree._Element:
    return etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True))
