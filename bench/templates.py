"""Four templates of the sizes that offices have, and their fields, in the tags of each engine; all print the same.

report: a title, 60 paragraphs with 76 values and conditions, a table of 8 units x 12 columns, header and footer;
annual: 5 tables of 12 groups with 5 units each, 12 columns; list: 2,000 people x 5 columns; pledge: 10 paragraphs and
a grid of signatures. "report, figures" and "annual, figures" print numbers by their rules, some through a filter.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

WORDS = (
    "Các đơn vị trong Cụm đã tổ chức phát động, triển khai thực hiện các phong trào thi đua yêu nước gắn với việc học "
    "tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh; kịp thời biểu dương, khen thưởng tập thể, cá nhân có "
)
COLUMNS = [f"c{at}" for at in range(12)]
PERSON = ["stt", "ten", "chuc_vu", "don_vi", "ghi_chu"]
_STYLES = ("Normal", "Heading1", "Title", "TableNormal", "TableGrid", "Header", "Footer", "DefaultParagraphFont")
Fields = dict[str, Any]
Rows = list[list[str]]


# --- how each engine writes it --------------------------------------------------------------------


@dataclass(frozen=True)
class Dialect:
    """The tags of an engine: a value, one of two texts, a loop of one row, groups with a loop of rows in each."""

    value: Callable[[str], str]
    either: Callable[[str, str, str], str]
    rows: Callable[[str, Sequence[str]], Rows]
    groups: Callable[[str, str, str, Sequence[str]], Rows]


def _jinja(number: str) -> Dialect:
    """docxtpl's tags; `number` is the filter that a number of `c…` or `so_…` passes through."""

    def value(name: str) -> str:
        return f"{{{{ {name}{number if re.search(r'so_|[.]c(?!1$)', name) else ''} }}}}"

    def rows(items: str, columns: Sequence[str]) -> Rows:
        return [[f"{{%tr for n in {items} %}}"], [value(f"n.{name}") for name in columns], ["{%tr endfor %}"]]

    def groups(items: str, name: str, inner: str, columns: Sequence[str]) -> Rows:
        opened = [[f"{{%tr for g in {items} %}}"], [value(f"g.{name}")]]
        return [*opened, *rows(f"g.{inner}", columns), ["{%tr endfor %}"]]

    return Dialect(value, "{{% if {0} %}}{1}{{% else %}}{2}{{% endif %}}".format, rows, groups)


def _docxtemplater() -> Dialect:
    def rows(items: str, columns: Sequence[str]) -> Rows:
        tags = [f"{{{name}}}" for name in columns]
        return [[f"{{#{items}}}{tags[0]}", *tags[1:-1], f"{tags[-1]}{{/{items}}}"]]

    def groups(items: str, name: str, inner: str, columns: Sequence[str]) -> Rows:
        ((*cells, last),) = rows(inner, columns)
        return [[f"{{#{items}}}{{{name}}}"], [*cells, f"{last}{{/{items}}}"]]

    return Dialect("{{{}}}".format, "{{#{0}}}{1}{{/{0}}}{{^{0}}}{2}{{/{0}}}".format, rows, groups)


def _carbone() -> Dialect:
    def rows(items: str, columns: Sequence[str]) -> Rows:
        return [[f"{{d.{items}[i].{name}}}" for name in columns], [f"{{d.{items}[i+1].{columns[0]}}}"]]

    def groups(items: str, name: str, inner: str, columns: Sequence[str]) -> Rows:
        return [[f"{{d.{items}[i].{name}}}"], *rows(f"{items}[i].{inner}", columns), [f"{{d.{items}[i+1].{name}}}"]]

    either = "{{d.{0}:ifEQ(true):show('{1}'):elseShow('{2}')}}"
    return Dialect("{{d.{}}}".format, either.format, rows, groups)


DIALECTS: Mapping[str, Dialect] = {
    "ours": _jinja(""), "docxtpl": _jinja(""), "docxtpl, figures": _jinja(" | so"),
    "docxtemplater": _docxtemplater(), "carbone": _carbone(),
}  # fmt: skip


# --- the documents ----------------------------------------------------------------------------------


def report(dialect: Dialect, filtered: bool = False) -> bytes:
    """The template of the report; `filtered`: every fourth number stands in words."""
    document = _document(dialect)
    document.add_heading(f"BÁO CÁO {dialect.value('ten')}", 0)
    for at in range(60):
        tags = [dialect.value(f"so_{at}_{k}") for k in range(2 if at < 12 else 1)]
        if filtered and at % 4 == 0:
            tags[0] = f"{{{{ so_{at}_0 | bang_chu }}}}"
        asked = dialect.either(f"co_{at}", " đã hoàn thành ", " chưa hoàn thành ") if at % 6 == 0 else ""
        document.add_paragraph(f"{at}. {WORDS}{' '.join(tags)} lượt{asked}. {WORDS}")
    _table(document, COLUMNS, dialect.rows("don_vi", COLUMNS))
    return _bytes(document)


def annual(dialect: Dialect, filtered: bool = False) -> bytes:
    """The template of the annual report."""
    document = _document(dialect)
    for at in range(5):
        document.add_heading(f"{at + 1}. Bảng {dialect.value('ten')}", 1)
        _table(document, COLUMNS, dialect.groups("nhom", "ten", "don_vi", COLUMNS))
    return _bytes(document)


def people(dialect: Dialect, filtered: bool = False) -> bytes:
    """The template of the list."""
    document = _document(dialect)
    _table(document, PERSON, dialect.rows("nguoi", PERSON))
    return _bytes(document)


def pledge(dialect: Dialect, filtered: bool = False) -> bytes:
    """The template of the pledge."""
    document = _document(dialect)
    for at in range(10):
        document.add_paragraph(f"{at + 1}. {WORDS}{dialect.value(f'muc_{at}')}.")
    _table(document, ["ĐẠI DIỆN", "KÝ TÊN"], dialect.rows("don_vi", ["ten", "ky"]))
    return _bytes(document)


TEMPLATES: Mapping[str, Callable[[Dialect, bool], bytes]] = {
    "report": report, "annual": annual, "list": people, "pledge": pledge,
    "report, figures": report, "annual, figures": annual,
}  # fmt: skip


def fields(document: str, rows: int = 2_000, number: Callable[[int], object] = str) -> Fields:
    """What a document is filled with; `number` makes of a whole number what is printed."""
    common = {"cum": "Cụm thi đua số 9", "nam": "2021"}
    units = [{c: number(row * 7) if c != "c1" else f"Công an tỉnh {row}" for c in COLUMNS} for row in range(8)]
    if document.startswith("report"):
        numbers = {f"so_{at}_{k}": number(at * 37 % 1000) for at in range(60) for k in range(2)}
        asked = {f"co_{at}": at % 4 == 0 for at in range(0, 60, 6)}
        return {**common, "ten": "TỔNG KẾT", **numbers, **asked, "don_vi": units}
    if document.startswith("annual"):
        return {**common, "ten": "tổng hợp", "nhom": [{"ten": f"Nhóm {g}", "don_vi": units[:5]} for g in range(12)]}
    if document == "list":
        same = {"chuc_vu": "Chuyên viên", "don_vi": "Sở Tư pháp", "ghi_chu": "A & B"}
        return {**common, "nguoi": [{"stt": str(at), "ten": f"Nguyễn Văn {at}", **same} for at in range(rows)]}
    signed = [{"ten": f"Công an tỉnh {at}", "ky": f"Nguyễn Văn {at}"} for at in range(8)]
    return {**common, **{f"muc_{at}": f"phấn đấu đạt {at}%" for at in range(10)}, "don_vi": signed}


# --- drawing them -----------------------------------------------------------------------------------


def _document(dialect: Dialect) -> Any:
    from docx import Document

    document = Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = dialect.value("cum")
    section.footer.paragraphs[0].text = f"Năm {dialect.value('nam')}"
    return document


def _table(document: Any, heads: Sequence[str], rows: Rows) -> None:
    table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.text = head
    for texts in rows:
        for cell, text in zip(table.add_row().cells, texts, strict=False):
            cell.text = text


def _bytes(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return slim(buffer.getvalue())


def slim(content: bytes) -> bytes:
    """A Word file without the styles that it does not use: as small as Word's own, so that no engine is flattered."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    kept = tuple(f'w:styleId="{name}"'.encode() for name in _STYLES)
    for style in re.findall(rb"<w:style .*?</w:style>", parts["word/styles.xml"], re.DOTALL):
        if not any(name in style for name in kept):
            parts["word/styles.xml"] = parts["word/styles.xml"].replace(style, b"")
    parts.pop("word/stylesWithEffects.xml", None)
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        parts[name] = re.sub(rb"<(Override|Relationship)[^>]*stylesWithEffects[^>]*/>", b"", parts[name])
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return buffer.getvalue()
