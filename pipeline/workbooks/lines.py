"""What kind of line a row of a table is: data, a typed total, a group's name, a numbering, a signature."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from itertools import pairwise, takewhile

from pipeline.problems import Problems
from pipeline.vietnamese.text import bare, key
from pipeline.workbooks.headers import Header
from pipeline.workbooks.read import Grid
from pipeline.workbooks.sheets import SCORES
from pipeline.workbooks.wordings import CLOSINGS, MAXIMUM_ROWS, SIGNATURES, TOTALS

_BRACKETS = re.compile(r"[(\[].*?[)\]]")
_NUMBER = re.compile(r"[\divxlc ]*")
_TOTAL = re.compile(
    rf"(?:{'|'.join(TOTALS)})|tong cong .*|tong so \d.*|tong diem (?:tu cham|tham dinh|dat duoc|toi da|[a-z]|[ivx ]+)"
    r"|cong (?:muc |nhom |phan )?(?:[ivx]+|\d+|[a-z])"
)
_COMPANY = ("tổng công", "tong cong ty")
"""A Tổng công ty is no Tổng cộng."""
_COLUMN_NUMBER = re.compile(r"\(?(\d{1,2}|[A-Z])\)?(?:\s*=.*)?")
_DATE_LINE = re.compile(r".*\bngay\b.*\bthang\b.*\bnam\b.*")


def table_rows(grid: Grid, header: Header, problems: Problems) -> tuple[int, ...]:
    """The rows under a header, down to the signatures, of which the first is said."""
    below = [row for row in grid.rows if row > header.bottom and not numbers_columns(grid, row, header)]
    end = _end(grid, header, below)
    if end is None:
        return tuple(below)
    at = next(column for column in grid.columns if (end, column) in grid.cells)
    problems.add("TRANG-08", grid.place(end, at), found=grid.text(end, at))
    return tuple(row for row in below if row < end)


def _end(grid: Grid, header: Header, below: Sequence[int]) -> int | None:
    """The row under the last data that begins the signatures or notes."""
    unnumbered = list(takewhile(lambda row: not _has_number(grid, row), reversed(below)))[::-1]
    signed = _signed(grid, unnumbered, below[-1] + 1 if below else 0)
    numbered = any(grid.text(row, header.order) for row in below) if header.order else False
    surely = (row for row in reversed(unnumbered) if row < signed and _is_surely_data(grid, header, row, numbered))
    last = next(surely, unnumbered[0] - 1 if unnumbered else signed)
    closing = (row for row in unnumbered if row > last and (row == signed or _follows_blank(grid, row)))
    return next((row for row in closing if row == signed or _closes(grid, header, row)), None)


def _signed(grid: Grid, rows: Sequence[int], otherwise: int) -> int:
    """The first row of signatures, or the line of place and date just above it."""
    at = next((at for at, row in enumerate(rows) if _signs(grid, row)), None)
    if at is None:
        return otherwise
    return rows[at - 1] if at and _is_date_line(_texts(grid, rows[at - 1])) else rows[at]


def _texts(grid: Grid, row: int) -> list[str]:
    return [text for column in grid.columns if (text := grid.text(row, column))]


def _is_date_line(texts: Sequence[str]) -> bool:
    return len(texts) == 1 and bool(_DATE_LINE.fullmatch(bare(texts[0])))


def _has_number(grid: Grid, row: int) -> bool:
    cells = (grid.cell(row, column) for column in grid.columns)
    return any(isinstance(cell.value, (int, Decimal)) for cell in cells if cell)


def _follows_blank(grid: Grid, row: int) -> bool:
    return not any((row - 1, column) in grid.cells for column in grid.columns)


def _is_surely_data(grid: Grid, header: Header, row: int, numbered: bool) -> bool:
    """Whether a row holds all that the sheet needs."""
    needed = [at for at, column in header.columns.items() if column.required]
    return not numbered and bool(needed) and all(grid.text(row, at, filled=True) for at in needed)


def _closes(grid: Grid, header: Header, row: int) -> bool:
    """Whether a row begins the signatures or notes under a table."""
    texts = _texts(grid, row)
    words = [bare(text) for text in texts]
    if _is_date_line(texts) or any(text.startswith(SIGNATURES) for text in words):
        return True
    return any(text.startswith(CLOSINGS) for text in words) and not _is_surely_data(grid, header, row, False)


def _signs(grid: Grid, row: int) -> bool:
    """Whether a row is surely a line of signatures: in capitals, "NGƯỜI LẬP BIỂU"."""
    texts = _texts(grid, row)
    return all(text.isupper() for text in texts) and any(bare(text).startswith(SIGNATURES) for text in texts)


def numbers_columns(grid: Grid, row: int, header: Header) -> bool:
    """The row under a header that numbers its columns: 1, 2, 3 … or A, B, 1, 2 or (1), (2)."""
    if not header.bottom < row <= header.bottom + 2:
        return False
    found = [_COLUMN_NUMBER.fullmatch(text) for text in _texts(grid, row)]
    numbers = [int(said[1]) for said in found if said and said[1].isdigit()]
    in_turn = all(after == number + 1 for number, after in pairwise(numbers))
    return all(found) and in_turn and len(found) >= max(3, len(header.columns))


def kind_of(grid: Grid, header: Header, row: int) -> str:
    """Data, a typed total, a lone "Trong đó:", or the row of a wide score sheet that holds the maxima."""
    typed = (_BRACKETS.sub(" ", grid.text(row, at)) for at in grid.columns if _may_label(header, at))
    said = next((text for text in typed if not _NUMBER.fullmatch(bare(text))), "")
    label = bare(said)
    if _TOTAL.fullmatch(label) and not key(said).startswith(_COMPANY):
        return "total"
    if label == "trong do":
        return "group"
    return "maxima" if header.sheet is SCORES and "unit" in header.fields and label in MAXIMUM_ROWS else "data"


def _may_label(header: Header, at: int) -> bool:
    """Whether the words of a column may say what a row is: no remark, and nothing that is a number in words."""
    column = header.columns.get(at)
    return at not in header.others if column is None else column.kind in ("text", "unit") and column.field != "note"


def is_group(grid: Grid, header: Header, row: int, fields: Collection[str]) -> bool:
    """A line that holds one text and no data: the name of a group, or a note."""
    known = set(fields)
    if header.sheet.layout == "scores":
        return "name" not in header.fields and known <= {"unit", "note", "code"}
    if header.sheet.layout == "counts":
        return not known & {"collective", "person", "household"} and not known >= {"unit", "form"}
    needed = {column.field for column in header.sheet.columns if column.required}
    return len(known) == 1 and _follows_blank(grid, row) and not needed <= known
