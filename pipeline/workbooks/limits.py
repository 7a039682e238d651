"""What a cell of a form accepts, told from its column: drop-downs, limits, and their words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any

from pipeline.workbooks.quantities import SCORED
from pipeline.workbooks.sheets import Column

_INLINE = 255
"""Excel keeps a list of choices in the cell's rule up to this many characters."""
_TITLE, _MESSAGE = 32, 255
_HIGHEST = 100_000
_NUMBERS = {
    "count": ("integer", 0, 10_000_000, "Ghi số nguyên. Không có thì ghi 0; chưa có số liệu thì để trống."),
    "money": ("decimal", 0, 10**15, "Ghi số đồng, ví dụ 15000000. Chưa có số liệu thì để trống."),
    "number": ("decimal", -(10**12), 10**12, "Ghi số. Chưa có số liệu thì để trống."),
    "percent": ("decimal", 0, 100, "Ghi số từ 0 đến 100, ví dụ 65,2 nghĩa là 65,2%."),
    "date": ("date", date(1945, 1, 1), date(2100, 12, 31), "Ghi ngày/tháng/năm, ví dụ 14/12/2021."),
    "time": ("time", time(0), time(23, 59), "Ghi giờ:phút, ví dụ 14:00."),
}
_HINTS = {
    "lines": "Mỗi dòng một ý; xuống dòng trong ô bằng Alt+Enter.",
    "names": "Nhiều tên thì ngăn bằng dấu chấm phẩy (;).",
    "amount": "Ghi số, tỷ lệ (95%) hoặc chữ.",
}


def fits_inline(column: Column) -> bool:
    """Whether the choices can stand in the rule itself; else they need cells of their own."""
    return len(",".join(column.wordings)) <= _INLINE and not any("," in wording for wording in column.wordings)


def limit(column: Column, cell: str, source: str | None = None, highest: Decimal | None = None) -> dict[str, Any]:
    """The rule of a cell, as the writing library takes it; empty for free text without a hint.

    `cell` is the first cell the rule stands for, `source` the cells that hold the choices, `highest` the
    most points that may be given.
    """
    if column.choices or source:
        return _listed(column, source or list(column.wordings))
    if column.kind == "points":
        return _points(column, highest)
    if column.kind == "year":
        return _year(column, cell)
    if column.kind in _NUMBERS:
        return _between(column, *_NUMBERS[column.kind])
    hint = " ".join(filter(None, (_HINTS.get(column.kind, ""), _sentence(column.says))))
    return {"validate": "any", **_asked(column, hint)} if hint else {}


def _listed(column: Column, source: str | list[str]) -> dict[str, Any]:
    """A drop-down; other wordings that are known may be kept, so the office is asked, not refused."""
    return {
        "validate": "list", "source": source, "error_type": "warning",
        **_asked(column, "Chọn trong danh sách. " + _sentence(column.says)),
        **_refused("Không có trong danh sách", "Nên chọn một dòng trong danh sách. Vẫn giữ chữ vừa ghi?"),
    }  # fmt: skip


def _points(column: Column, highest: Decimal | None) -> dict[str, Any]:
    if column.field in ("bonus", "penalty"):
        return _between(column, "decimal", -_HIGHEST, _HIGHEST, "Ghi số điểm; không có thì ghi 0.")
    most = f"từ 0 đến {highest}".replace(".", ",") if highest else "từ 0 trở lên"
    words = f"Ghi điểm {most}, phần lẻ sau dấu phẩy. Chưa chấm thì để trống."
    if column.field not in SCORED:
        return _between(column, "decimal", 0, highest or _HIGHEST, words)
    words += " Tiêu chí không áp dụng thì ghi KAD."
    return {**_between(column, "decimal", 0, highest or _HIGHEST, words), "error_type": "warning"}


def _year(column: Column, cell: str) -> dict[str, Any]:
    words = "Ghi năm bốn chữ số, ví dụ 2021; năm học ghi 2017-2018."
    formula = f"=OR(AND(ISNUMBER({cell}),{cell}>=1945,{cell}<=2100),LEN({cell})=9)"
    return {"validate": "custom", "value": formula, **_asked(column, words), **_refused("Không phải năm", words)}


def _between(column: Column, validate: str, least: object, most: object, words: str) -> dict[str, Any]:
    rule = {"validate": validate, "criteria": "between", "minimum": least, "maximum": most}
    return {**rule, **_asked(column, f"{words} {_sentence(column.says)}"), **_refused("Chưa đúng", words)}


def _asked(column: Column, message: str) -> Mapping[str, str]:
    return {"input_title": column.header[:_TITLE], "input_message": message.strip()[:_MESSAGE]}


def _refused(title: str, message: str) -> Mapping[str, str]:
    return {"error_title": title[:_TITLE], "error_message": message[:_MESSAGE]}


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}." if text else ""
