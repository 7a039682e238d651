"""Workbooks of the kind .xlsb written record by record (MS-XLSB), as Excel stores them."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from datetime import date

from workbook_files import TRANSITIONAL, relations, zipped

ROW, BLANK, RK, BOOL, REAL, TEXT, SHARED = 0, 1, 2, 4, 5, 6, 7
ITEM, FORMAT, XF = 19, 44, 47
BEGIN_SHEET, END_SHEET, BEGIN_BOOK, END_BOOK, BEGIN_DATA, END_DATA = 129, 130, 131, 132, 145, 146
BEGIN_SHEETS, END_SHEETS, DIMENSION, BOOK, SHEET = 143, 144, 148, 153, 156
BEGIN_TEXTS, END_TEXTS, BEGIN_STYLES, END_STYLES = 159, 160, 278, 279
BEGIN_FORMATS, END_FORMATS, BEGIN_XFS, END_XFS = 615, 616, 617, 618
DAY = 170
"""The number of the one format of its own: a day."""

Value = str | int | float | bool | date | None


def record(kind: int, data: bytes = b"") -> bytes:
    """A record: its kind and its length in seven bits a byte, then its data."""
    return _sevens(kind) + _sevens(len(data)) + data


def _sevens(number: int) -> bytes:
    low, high = number & 127, number >> 7
    return bytes((low | 128,)) + _sevens(high) if high else bytes((low,))


def wide(text: str) -> bytes:
    """A text: its length, its letters in two bytes each."""
    stored = text.encode("utf-16-le")
    return struct.pack("<I", len(stored) // 2) + stored


def workbook(rows: Sequence[Sequence[Value]], title: str = "A", hidden: bool = False, top: int = 1) -> bytes:
    """The bytes of a workbook with one sheet of these rows, the first at `top`."""
    return zipped(parts(rows, title, hidden, top))


def parts(
    rows: Sequence[Sequence[Value]], title: str = "A", hidden: bool = False, top: int = 1
) -> dict[str, str | bytes]:
    """The parts of that workbook."""
    texts = sorted({value for row in rows for value in row if isinstance(value, str) and len(value) < 20})
    leads = {
        "r1": ("worksheet", "worksheets/sheet1.bin"), "r2": ("styles", "styles.bin"),
        "r3": ("sharedStrings", "sharedStrings.bin"),
    }  # fmt: skip
    state = struct.pack("<II", int(hidden), 1)
    listed = record(SHEET, state + wide("r1") + wide(title))
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations({"r1": ("officeDocument", "xl/workbook.bin")}, TRANSITIONAL),
        "xl/_rels/workbook.bin.rels": relations(leads, TRANSITIONAL),
        "xl/workbook.bin": record(BEGIN_BOOK) + record(BOOK, struct.pack("<III", 0, 0, 0))
        + record(BEGIN_SHEETS) + listed + record(END_SHEETS) + record(END_BOOK),
        "xl/styles.bin": _styles(),
        "xl/sharedStrings.bin": record(BEGIN_TEXTS, struct.pack("<II", len(texts), len(texts)))
        + b"".join(record(ITEM, b"\0" + wide(text)) for text in texts) + record(END_TEXTS),
        "xl/worksheets/sheet1.bin": _sheet(rows, texts, top - 1),
    }  # fmt: skip


def _styles() -> bytes:
    xfs = b"".join(record(XF, struct.pack("<HHHHHHI", 0, shown, 0, 0, 0, 0, 0)) for shown in (0, DAY))
    return (
        record(BEGIN_STYLES)
        + record(BEGIN_FORMATS, struct.pack("<I", 1)) + record(FORMAT, struct.pack("<H", DAY) + wide("dd/mm/yyyy"))
        + record(END_FORMATS) + record(BEGIN_XFS, struct.pack("<I", 2)) + xfs + record(END_XFS) + record(END_STYLES)
    )  # fmt: skip


def _sheet(rows: Sequence[Sequence[Value]], texts: Sequence[str], top: int) -> bytes:
    width = max(map(len, rows))
    stored = b"".join(
        record(ROW, struct.pack("<II", top + at, 0) + bytes(17))
        + b"".join(_cell(column, value, texts) for column, value in enumerate(row))
        for at, row in enumerate(rows)
    )
    size = record(DIMENSION, struct.pack("<IIII", top, top + len(rows) - 1, 0, width - 1))
    return record(BEGIN_SHEET) + size + record(BEGIN_DATA) + stored + record(END_DATA) + record(END_SHEET)


def _cell(column: int, value: Value, texts: Sequence[str]) -> bytes:
    place = struct.pack("<II", column, int(isinstance(value, date)))
    if value is None:
        return record(BLANK, place)
    if isinstance(value, bool):
        return record(BOOL, place + bytes((value,)))
    if isinstance(value, str):
        if value in texts:
            return record(SHARED, place + struct.pack("<I", texts.index(value)))
        return record(TEXT, place + wide(value))
    if isinstance(value, int):
        return record(RK, place + struct.pack("<i", value << 2 | 2))
    number = float((value - date(1899, 12, 30)).days) if isinstance(value, date) else value
    return record(REAL, place + struct.pack("<d", number))
