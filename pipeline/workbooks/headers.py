"""The header of a table: which rows it takes, and which column holds which field."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.vietnamese.text import bare
from pipeline.workbooks.read import Grid
from pipeline.workbooks.sheets import NUMBER_COLUMN, SHEETS, Column, Sheet

KEY = Column("key", "Mục")
_BRACKETS = re.compile(r"[(\[].*?[)\]]")
OWNER = re.compile(
    r"(?:tên )?(?:cơ quan, )?(?:đơn vị|cơ quan)(?: báo cáo| tự chấm| được chấm| chấm điểm)?\s*:\s*(?!tính\b)(.*)",
    re.IGNORECASE,
)
"""The line that says whose a table is: "Đơn vị: Công an tỉnh"."""
_LONGEST = 80
"""No label is longer."""


@dataclass(frozen=True)
class Header:
    """A header found in a grid: its rows, its known columns, and the labels of the others."""

    sheet: Sheet
    top: int
    bottom: int
    columns: Mapping[int, Column]
    others: Mapping[int, tuple[str, ...]]
    matches: int = 0
    order: int | None = None
    """The column that only numbers the rows."""

    @property
    def fields(self) -> Mapping[str, int]:
        """Where each known field stands."""
        return {column.field: at for at, column in self.columns.items()}


def bottoms(grid: Grid, top: int) -> tuple[int, ...]:
    """Where a header that begins at `top` may end: as its merged areas say, else one or two rows down."""
    if any(merge.top < top <= merge.bottom and (merge.top, merge.left) in grid.cells for merge in grid.merges):
        return ()
    bottom, grown = top, -1
    while grown != bottom:
        grown = bottom
        for merge in grid.merges:
            if top <= merge.top <= bottom and (merge.top, merge.left) in grid.cells:
                wide = merge.right > merge.left and merge.bottom == bottom and bottom < top + 2
                below = wide and any((bottom + 1, c) in grid.cells for c in range(merge.left, merge.right + 1))
                bottom = max(bottom, merge.bottom if merge.bottom <= top + 3 else bottom, bottom + below)
    if bottom > top or any(merge.top <= top + 1 <= merge.bottom for merge in grid.merges):
        return (bottom,)
    if sum(bool(grid.text(top, at)) for at in grid.columns) == 1:  # a title, or a note
        return (top,)
    return (top + 1,) if _goes_on(grid, top) else (top, top + 1)


def _goes_on(grid: Grid, top: int) -> bool:
    """Whether the row below names columns that a header leaves open, as under a merged area that was never merged."""
    over, under = ({at for at in grid.columns if grid.text(row, at)} for row in (top, top + 1))
    words = all(isinstance(grid.cells[top + 1, at].value, str) for at in under)
    return bool(over) and min(over) not in under and len(under - over) > 1 and words


Labels = Mapping[int, tuple[str, ...]]
"""The words over each column, from the top."""


def labels_in(grid: Grid, top: int, bottom: int) -> Labels:
    """The words that these rows put over the columns; a merged area speaks for all it covers."""
    rows = range(top, bottom + 1)
    texts = {at: [grid.text(row, at, filled=True).replace("\n", " ") for row in rows] for at in grid.columns}
    return {at: tuple(dict.fromkeys(filter(None, over))) for at, over in texts.items()}


def any_known(labelled: Labels) -> bool:
    """Whether one of the labels is a header of ours."""
    return any(not _headers_of_tables().isdisjoint(_spellings(labels)) for labels in labelled.values())


def header_of(sheet: Sheet, top: int, bottom: int, labelled: Labels) -> Header:
    """The columns that the labels in these rows would give the sheet."""
    columns: dict[int, Column] = {}
    others: dict[int, tuple[str, ...]] = {}
    order = None
    for at, labels in labelled.items():
        fitting = _fitting(sheet, labels)
        if _is_number_column(at, labelled, fitting):
            order = order or at
            continue
        if fitting:
            columns[at] = fitting[0]
        elif labels:
            others[at] = labels
    return Header(sheet, top, bottom, columns, others, len({column.field for column in columns.values()}), order)


def _is_number_column(at: int, labelled: Labels, fitting: list[Column]) -> bool:
    """Whether a column only numbers the rows: "STT", unless it is the only code of a criterion."""
    if not fits(NUMBER_COLUMN, " ".join(labelled[at])):
        return False
    if any(column.field == "code" for column in fitting):
        return any(
            _fits(column, labels) and not _fits(NUMBER_COLUMN, labels)
            for column in fitting
            for other, labels in labelled.items()
            if other != at
        )
    return not fitting or at == min(labelled)


def _fitting(sheet: Sheet, labels: tuple[str, ...]) -> list[Column]:
    many = sheet.layout in ("scores", "counts") and len(labels) > 1
    if many or sheet.labels.keys().isdisjoint(_spellings(labels)):
        return []
    return [column for column in sheet.columns if _fits(column, labels)]


def _fits(column: Column, labels: tuple[str, ...]) -> bool:
    return not column.labels.isdisjoint(_spellings(labels))


@lru_cache(1 << 14)
def _spellings(labels: tuple[str, ...]) -> frozenset[str]:
    whole = (" ".join(labels), labels[-1]) if labels else ()
    return frozenset(bare(text) for label in whole for text in (label, _BRACKETS.sub(" ", label))) - {""}


def fits(column: Column, label: str) -> bool:
    """Whether a label names the column."""
    return _fits(column, (label,))


def recipient(sheet: Sheet, labels: tuple[str, ...]) -> Column | None:
    """The counted recipient that the last word over a column names."""
    counted = (sheet.column(name) for name in ("collective", "person", "household"))
    return next((column for column in counted if fits(column, labels[-1])), None)


def key_of(sheet: Sheet, label: str) -> Column | None:
    """The key of a two-column sheet that a label names."""
    return next((sheet.labels[words] for words in _spellings((label,)) if words in sheet.labels), None)


@cache
def _headers_of_tables() -> frozenset[str]:
    tables = (sheet.labels for sheet in SHEETS if sheet.layout != "keys")
    return NUMBER_COLUMN.labels.union(*tables)


@cache
def _names_of_keys() -> frozenset[str]:
    sheets = (sheet for sheet in SHEETS if sheet.layout == "keys")
    return frozenset(bare(name) for sheet in sheets for name in (sheet.name, *sheet.aliases))


def like_headers(grid: Grid, below: int) -> Iterator[int]:
    """The rows under `below` with two headers of ours, or the name of a sheet of keys, before any number."""
    for row in grid.rows[bisect_right(grid.rows, below) :]:
        known = 0
        for cell in filter(None, (grid.cells.get((row, at)) for at in grid.columns)):
            if not isinstance(cell.value, str):
                break
            known += _weight(cell.value)
            if known >= 2:
                yield row
                break


def _weight(text: str) -> int:
    """How much a text tells of a header: a known label 1, the name of a sheet of keys 2."""
    if len(text) > _LONGEST:
        return 0
    words = bare(text)
    if words in _names_of_keys():
        return 2
    return int(
        words in _headers_of_tables() or ("(" in text and bare(_BRACKETS.sub(" ", text)) in _headers_of_tables())
    )
