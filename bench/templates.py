"""Four templates of the sizes that offices have, and their fields: made here, so that every engine gets the same.

report: a title, 60 paragraphs with 76 values and conditions, a table of 8 units x 12 columns, header and footer;
annual: 5 tables of 12 groups with 5 units each, 12 columns; list: 2,000 people x 5 columns; pledge: 10 paragraphs and
a grid of signatures. Tags are those of docxtpl; `for_others` tells how another engine writes the same.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import Any

from docx import Document

WORDS = (
    "Các đơn vị trong Cụm đã tổ chức phát động, triển khai thực hiện các phong trào thi đua yêu nước gắn với việc học "
    "tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh; kịp thời biểu dương, khen thưởng tập thể, cá nhân có "
)
_STYLES = ("Normal", "Heading1", "Title", "TableNormal", "TableGrid", "Header", "Footer", "DefaultParagraphFont")
Fields = dict[str, Any]


def _document() -> Any:
    document = Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "{{ cum }}"
    section.footer.paragraphs[0].text = "Năm {{ nam }}"
    return document


def _bytes(document: Any) -> bytes:
    """The file without the two parts of styles that nobody's Word writes so large."""
    buffer = io.BytesIO()
    document.save(buffer)
    return slim(buffer.getvalue())


def slim(content: bytes) -> bytes:
    """A Word file whose list of latent styles and copy of styles are left out, as small as Word's own."""
    import re
    import zipfile

    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    styles = parts["word/styles.xml"]
    kept = [
        b"Normal",
        b"Heading1",
        b"Title",
        b"TableNormal",
        b"TableGrid",
        b"Header",
        b"Footer",
        b"DefaultParagraphFont",
    ]
    found = re.findall(rb"<w:style .*?</w:style>", styles, re.DOTALL)
    for style in found:
        if not any(b"w:styleId=" + name in style for name in kept):
            styles = styles.replace(style, b"")
    parts["word/styles.xml"] = styles
    parts.pop("word/stylesWithEffects.xml", None)
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        parts[name] = re.sub(rb"<(Override|Relationship)[^>]*stylesWithEffects[^>]*/>", b"", parts[name])
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return buffer.getvalue()


def _table(document: Any, heads: list[str], loops: list[tuple[str, list[str], str]]) -> None:
    """A table: a row of heads, then for every loop its opening row, its row of cells, its closing row."""
    table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.text = head
    for opening, cells, closing in loops:
        for texts in ([opening], cells, [closing]):
            if any(texts):
                row = table.add_row().cells
                for cell, text in zip(row, texts, strict=False):
                    cell.text = text


def report() -> tuple[bytes, Fields]:
    document = _document()
    document.add_heading("BÁO CÁO {{ ten }}", 0)
    for at in range(60):
        tags = " ".join(f"{{{{ so_{at}_{k} }}}}" for k in range(2 if at < 12 else 1))
        asked = f"{{% if co_{at} %}} đã hoàn thành {{% else %}} chưa hoàn thành {{% endif %}}" if at % 6 == 0 else ""
        document.add_paragraph(f"{at}. {WORDS}{tags} lượt{asked}. {WORDS}")
    columns = [f"c{k}" for k in range(12)]
    _table(document, [f"Cột {k}" for k in range(12)],
           [("{%tr for dv in don_vi %}", [f"{{{{ dv.{c} }}}}" for c in columns], "{%tr endfor %}")])  # fmt: skip
    fields: Fields = {"ten": "TỔNG KẾT", "cum": "Cụm thi đua số 9", "nam": "2021"}
    fields |= {f"so_{at}_{k}": f"{at * 37 % 1000}" for at in range(60) for k in range(2)}
    fields |= {f"co_{at}": at % 4 == 0 for at in range(0, 60, 6)}
    fields["don_vi"] = [{c: f"{row * 7}" if c != "c1" else f"Công an tỉnh {row}" for c in columns} for row in range(8)]
    return _bytes(document), fields


def annual() -> tuple[bytes, Fields]:
    document = _document()
    columns = [f"c{k}" for k in range(12)]
    for at in range(5):
        document.add_heading(f"{at + 1}. Bảng {{{{ ten }}}}", 1)
        loops = [
            ("{%tr for nhom in nhom %}", ["{{ nhom.ten }}"], ""),
            ("{%tr for dv in nhom.don_vi %}", [f"{{{{ dv.{c} }}}}" for c in columns], "{%tr endfor %}"),
            ("", [], "{%tr endfor %}"),
        ]
        _table(document, [f"Cột {k}" for k in range(12)], loops)
    units = [{c: f"{row * 7}" if c != "c1" else f"Công an tỉnh {row}" for c in columns} for row in range(5)]
    groups = [{"ten": f"Nhóm {g}", "don_vi": units} for g in range(12)]
    return _bytes(document), {"ten": "tổng hợp", "cum": "Cụm 9", "nam": "2021", "nhom": groups}


def people(count: int = 2_000) -> tuple[bytes, Fields]:
    document = _document()
    names = ["stt", "ten", "chuc_vu", "don_vi", "ghi_chu"]
    _table(document, names, [("{%tr for n in nguoi %}", [f"{{{{ n.{c} }}}}" for c in names], "{%tr endfor %}")])
    rows = [
        {
            "stt": str(at),
            "ten": f"Nguyễn Văn {at}",
            "chuc_vu": "Chuyên viên",
            "don_vi": "Sở Tư pháp",
            "ghi_chu": "A & B",
        }
        for at in range(count)
    ]
    return _bytes(document), {"nguoi": rows, "cum": "Cụm 9", "nam": "2021"}


def pledge() -> tuple[bytes, Fields]:
    document = _document()
    for at in range(10):
        document.add_paragraph(f"{at + 1}. {WORDS}{{{{ muc_{at} }}}}.")
    _table(
        document,
        ["ĐẠI DIỆN", "KÝ TÊN"],
        [("{%tr for dv in don_vi %}", ["{{ dv.ten }}", "{{ dv.ky }}"], "{%tr endfor %}")],
    )
    fields: Fields = {f"muc_{at}": f"phấn đấu đạt {at}%" for at in range(10)} | {"cum": "Cụm 9", "nam": "2022"}
    fields["don_vi"] = [{"ten": f"Công an tỉnh {at}", "ky": f"Nguyễn Văn {at}"} for at in range(8)]
    return _bytes(document), fields


DOCUMENTS: Mapping[str, Callable[[], tuple[bytes, Fields]]] = {
    "report": report, "annual": annual, "list": people, "pledge": pledge,
}  # fmt: skip
