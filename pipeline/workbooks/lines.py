"""What kind of line a row of a table is: data, a typed total, a group's name, a numbering, a signature."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal

from pipeline.problems import Problems
from pipeline.vietnamese.text import bare
from pipeline.workbooks.read import Grid
from pipeline.workbooks.recognise import Header
from pipeline.workbooks.sheets import SCORES
from pipeline.workbooks.wordings import CLOSINGS, MAXIMUM_ROWS, TOTALS

_BRACKETS = re.compile(r"[(\[].*?[)\]]")
_NUMBER = re.compile(r"[\divxlc ]*")
_TOTAL = re.compile(
    rf"(?:{'|'.join(TOTALS)})|tong cong .*|tong so \d.*|tong diem (?:tu cham|tham dinh|dat duoc|toi da|[a-z]|[ivx ]+)"
    r"|cong (?:muc |nhom |phan )?(?:[ivx]+|\d+|[a-z])"
)
_DATE_LINE = re.compile(r".*\bngay\b.*\bthang\b.*\bnam\b.*")


def table_rows(grid: Grid, header: Header, problems: Problems) -> tuple[int, ...]:
    """The rows under a header, down to the signatures, of which the first is said."""
    below = [row for row in grid.rows if row > header.bottom and not _is_numbering(grid, row, header)]
    numbered = any(grid.text(row, header.order) for row in below) if header.order else False
    last = max((row for row in below if _is_surely_data(grid, header, row, numbered)), default=0)
    end = next((row for row in below if row > last and row - 1 not in grid.rows and _closes(grid, row)), None)
    if end is None:
        return tuple(below)
    at = next(column for column in grid.columns if (end, column) in grid.cells)
    problems.add("TRANG-08", grid.place(end, at), found=grid.text(end, at))
    return tuple(row for row in below if row < end)


def _is_surely_data(grid: Grid, header: Header, row: int, numbered: bool) -> bool:
    """Whether a row holds a number, or all that the sheet needs."""
    cells = (grid.cell(row, column) for column in grid.columns)
    if any(isinstance(cell.value, (int, Decimal)) for cell in cells if cell):
        return True
    needed = [at for at, column in header.columns.items() if column.required]
    return not numbered and bool(needed) and all(grid.text(row, at, filled=True) for at in needed)


def _closes(grid: Grid, row: int) -> bool:
    """Whether a row begins the signatures or notes under a table."""
    texts = [bare(text) for column in grid.columns if (text := grid.text(row, column))]
    return any(text.startswith(CLOSINGS) for text in texts) or (len(texts) == 1 and bool(_DATE_LINE.match(texts[0])))


def _is_numbering(grid: Grid, row: int, header: Header) -> bool:
    """The row under a header that numbers its columns: 1, 2, 3 … or A, B, 1, 2 or (1), (2)."""
    texts = [text for column in grid.columns if (text := grid.text(row, column))]
    return (
        row <= header.bottom + 2
        and len(texts) >= 3
        and all(re.fullmatch(r"\(?(\d{1,2}|[A-Z])\)?(\s*=.*)?", text) for text in texts)
        and len(set(texts)) == len(texts)
        and len(texts) >= len(header.columns)
    )


def kind_of(grid: Grid, header: Header, row: int) -> str:
    """Data, a typed total, a lone "Trong đó:", or the row of a wide score sheet that holds the maxima."""
    firsts = [bare(_BRACKETS.sub(" ", text)) for column in grid.columns[:4] if (text := grid.text(row, column))]
    label = next((text for text in firsts if not _NUMBER.fullmatch(text)), "")
    if _TOTAL.fullmatch(label):
        return "total"
    if label == "trong do":
        return "group"
    return "maxima" if header.sheet is SCORES and "unit" in header.fields and label in MAXIMUM_ROWS else "data"


def is_group(grid: Grid, header: Header, row: int, fields: Collection[str]) -> bool:
    """A line that holds one text and no data: the name of a group, or a note."""
    known = set(fields)
    if header.sheet.layout == "scores":
        return "name" not in header.fields and known <= {"unit", "note", "code"}
    if header.sheet.layout == "counts":
        return not known & {"collective", "person", "household"}
    needed = {column.field for column in header.sheet.columns if column.required}
    return len(known) == 1 and row - 1 not in grid.rows and not needed <= known
