"""Which sheet is which: the declaration that a grid fits, its header rows, its columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.problems import Problems
from pipeline.vietnamese.text import bare
from pipeline.workbooks.read import OLD_TEXT, Broken, Grid, letters
from pipeline.workbooks.sheets import NUMBER_COLUMN, SHEETS, Column, Sheet

_DEEPEST = 60
"""A header begins in the first sixty rows that hold something."""
_GUIDES = ("huong dan", "vi du")
_LOOKUPS = ("danh muc", "ghi chu")
KEY = Column("key", "Mục")
_BRACKETS = re.compile(r"[(\[].*?[)\]]")


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


def recognise(grid: Grid, problems: Problems) -> Header | None:
    """The header of a grid by its title or its wordings; None, and a problem, when nobody knows it."""
    titled = named(grid.title)
    if _is_guide(grid.title, titled):
        problems.add("TRANG-01", grid.place())
        return None
    found = _best(grid, (titled,), titled=True) if titled else None
    found = found or _best(grid, SHEETS, titled=False)
    if found is None:
        _say_unknown(grid, titled, problems)
        return None
    _say_columns(grid, found, problems)
    return found


def named(title: str) -> Sheet | None:
    """The sheet whose name or alias the title holds; the longest name wins."""
    words = f" {bare(title)} "
    fits = [
        (len(name), sheet)
        for sheet in SHEETS
        for name in (bare(alias) for alias in (sheet.name, *sheet.aliases))
        if f" {name} " in words
    ]
    return max(fits, key=lambda fit: fit[0])[1] if fits else None


def _is_guide(title: str, named: Sheet | None) -> bool:
    words = bare(title)
    return words.startswith(_GUIDES) or (named is None and words.startswith(_LOOKUPS))


def _best(grid: Grid, sheets: Iterable[Sheet], titled: bool) -> Header | None:
    """The header with the most known columns among those that hold every needed one."""
    found = [header for sheet in sheets for header in _headers(grid, sheet) if _is_whole(header, titled)]
    return max(found, key=lambda h: (h.matches, h.top - h.bottom, -h.top), default=None)


def _headers(grid: Grid, sheet: Sheet) -> Iterator[Header]:
    if sheet.layout == "keys":
        yield from _keys(grid, sheet)
        return
    for top in grid.rows[:_DEEPEST]:
        for bottom in _bottoms(grid, top):
            yield _header(grid, sheet, top, bottom)


def _bottoms(grid: Grid, top: int) -> tuple[int, ...]:
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
    return (top, top + 1)


def _header(grid: Grid, sheet: Sheet, top: int, bottom: int) -> Header:
    labelled = {at: _labels(grid, at, top, bottom) for at in grid.columns}
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


def _is_number_column(at: int, labelled: Mapping[int, tuple[str, ...]], fitting: list[Column]) -> bool:
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


def _labels(grid: Grid, at: int, top: int, bottom: int) -> tuple[str, ...]:
    """The words over a column, from the top; a merged area speaks for all it covers."""
    texts = (grid.text(row, at, filled=True).replace("\n", " ") for row in range(top, bottom + 1))
    return tuple(dict.fromkeys(text for text in texts if text))


def _fitting(sheet: Sheet, labels: tuple[str, ...]) -> list[Column]:
    if sheet.layout in ("scores", "counts") and len(labels) > 1:
        return []
    return [column for column in sheet.columns if _fits(column, labels)]


def _fits(column: Column, labels: tuple[str, ...]) -> bool:
    return any(spelling in column.labels for spelling in _spellings(labels))


@lru_cache(1 << 12)
def _spellings(labels: tuple[str, ...]) -> set[str]:
    whole = (" ".join(labels), labels[-1]) if labels else ()
    return {bare(text) for label in whole for text in (label, _BRACKETS.sub(" ", label))} - {""}


def fits(column: Column, label: str) -> bool:
    """Whether a label names the column."""
    return _fits(column, (label,))


def _is_whole(header: Header, titled: bool) -> bool:
    """Whether every needed column is there, and enough of them to be sure of the sheet."""
    fields = set(header.fields)
    if header.sheet.layout == "keys":
        return True
    if header.sheet.layout == "scores":
        points = fields & {"self", "cross", "appraised", "total"} or fields >= {"maximum", "name"}
        return bool(fields & {"name", "unit"}) and bool(points or (titled and header.others))
    if header.sheet.layout == "counts":
        counted = fields & {"collective", "person", "household"}
        wide = any(recipient(header.sheet, labels) for labels in header.others.values())
        return bool(fields & {"unit", "form"}) and bool(counted or wide)
    needed = {column.field for column in header.sheet.columns if column.required}
    if titled:
        return needed <= fields and len(fields) >= (1 if needed else 2)
    return needed <= fields and len(fields) >= 2 and _is_like_no_other(header, len(needed))


def _is_like_no_other(header: Header, needed: int) -> bool:
    """Whether the wordings tell the sheet without its title: more than "Đơn vị", "Nội dung", "Ngày"."""
    own = {column.header for column in header.columns.values()} - _shared_headers()
    return needed > 1 or len(own) >= 2 or header.matches >= 4


@cache
def _shared_headers() -> frozenset[str]:
    """The headers that more than one sheet has."""
    every = [name for sheet in SHEETS for name in {column.header for column in sheet.columns}]
    return frozenset(name for name in every if every.count(name) > 1)


def recipient(sheet: Sheet, labels: tuple[str, ...]) -> Column | None:
    """The counted recipient that the last word over a column names."""
    counted = (sheet.column(name) for name in ("collective", "person", "household"))
    return next((column for column in counted if fits(column, labels[-1])), None)


def _keys(grid: Grid, sheet: Sheet) -> Iterator[Header]:
    """A two-column sheet: the column that holds the most known keys; values stand to its right."""
    for at in grid.columns:
        labels = [grid.text(row, at) for row in grid.rows]
        known = sum(any(fits(column, label) for column in sheet.columns) for label in labels if label)
        if known >= 2:
            yield Header(sheet, 0, 0, {at: KEY}, {}, known)


def _say_unknown(grid: Grid, titled: Sheet | None, problems: Problems) -> None:
    if not grid.cells:
        return
    if titled is None:
        problems.add("TRANG-01", grid.place())
        return
    needed = [column.header for column in titled.columns if column.required] or [c.header for c in titled.columns[:4]]
    problems.add("TRANG-03", grid.place(), sheet=titled.name, needed=", ".join(f"“{header}”" for header in needed))


def _say_columns(grid: Grid, header: Header, problems: Problems) -> None:
    """Headers that are not Unicode; two columns of one field; hidden columns; columns that nobody knows."""
    for cell in (grid.cell(row, at) for row in range(header.top, header.bottom + 1) for at in grid.columns):
        if cell and isinstance(cell.value, Broken) and cell.value.code in OLD_TEXT.values():
            problems.add(cell.value.code, cell.place, found=cell.value.text)
    seen: dict[str, int] = {}
    for at, column in header.columns.items():
        if column.field in seen:
            first = grid.place(header.bottom, seen[column.field]).cell
            problems.add("TRANG-04", grid.place(header.bottom, at), field=column.header, first=first)
        seen.setdefault(column.field, at)
    for at in (*header.columns, *(header.others if header.sheet.layout in ("scores", "counts") else ())):
        if at in grid.hidden_columns:
            problems.add("TRANG-06", grid.place(header.bottom, at), what="cột")
    for at in _unlabelled(grid, header):
        problems.add("TRANG-05", grid.place(header.bottom, at), found=letters(at))
    if header.sheet.layout == "rows":
        for at, labels in header.others.items():
            problems.add("TRANG-05", grid.place(header.bottom, at), found=" / ".join(labels))


def _unlabelled(grid: Grid, header: Header) -> Iterator[int]:
    """The columns beside the table that hold words or numbers under no header."""
    rows = range(header.bottom + 1, max(grid.rows) + 1) if header.sheet.layout != "keys" else ()
    for at in grid.columns:
        labelled = any(grid.text(row, at, filled=True) for row in range(max(header.top, 1), header.bottom + 1))
        values = [grid.cells[row, at].value for row in rows if (row, at) in grid.cells]
        if values and not labelled and len(values) > 1 and values != list(range(1, len(values) + 1)):
            yield at
