"""The guide's tables of sheets, written from their declarations."""

from __future__ import annotations

from pipeline.workbooks.sheets import SHEETS, Column, Sheet

KINDS = {
    "text": "chữ", "lines": "chữ, mỗi dòng một ý", "names": "các tên, ngăn bằng dấu ;", "count": "số nguyên",
    "points": "điểm", "money": "số tiền", "number": "số", "percent": "tỷ lệ %", "amount": "số hoặc chữ",
    "date": "ngày/tháng/năm", "time": "giờ và phút", "year": "năm", "unit": "tên đơn vị",
}  # fmt: skip


def sheet_tables() -> str:
    """Every sheet as a heading and a Markdown table: needed columns in bold, wordings, what is typed."""
    return "\n".join(_sheet(sheet) for sheet in SHEETS)


def _sheet(sheet: Sheet) -> str:
    names = f" (hoặc: {', '.join(sheet.aliases)})" if sheet.aliases else ""
    head = "Mục" if sheet.layout == "keys" else "Cột"
    rows = "\n".join(_column(column) for column in sheet.columns)
    return (
        f"### {sheet.name}\n\nTên trang: {sheet.name}{names}. Mỗi dòng là {sheet.row}.\n\n"
        f"| {head} | Cũng nhận | Ghi gì |\n|---|---|---|\n{rows}\n"
    )


def _column(column: Column) -> str:
    header = f"**{column.header}**" if column.required else column.header
    return f"| {header} | {', '.join(column.aliases)} | {_what(column)} |"


def _what(column: Column) -> str:
    kind = " / ".join(column.wordings) if column.choices else KINDS[column.kind]
    return "; ".join(filter(None, (kind, column.says)))
