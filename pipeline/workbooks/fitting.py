"""Which declared sheet a table is: by its title, by what is written above it, by the wordings of its header."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import chain

from pipeline.vietnamese.text import bare
from pipeline.workbooks.areas import of_columns, of_rows, rows_between
from pipeline.workbooks.headers import KEY, Header, any_known, bottoms, header_of, key_of, labels_in, recipient
from pipeline.workbooks.read import Grid
from pipeline.workbooks.sheets import COMMENDATIONS, SHEETS, Sheet

DEEPEST = 60
"""A header begins in the first sixty rows that hold something."""
_TITLE_ROWS = 15
"""A title stands no higher above its header."""
_AROUND_A_NAME = re.compile(r"^(?:(?:[ivx]+|\d+|[a-z]) )?(?:bang |danh sach |tong hop )?| (?:nam|nam hoc|6 thang) .*$")
"""What may stand before the name in a title, and the period after it."""
_KEY_SHEETS = [sheet for sheet in SHEETS if sheet.layout == "keys"]
_TABLES = [sheet for sheet in SHEETS if sheet.layout != "keys"]


@cache
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


def first_header(grid: Grid, titled: Sheet | None) -> Header | None:
    """The header in the first rows of a grid: of the sheet that its title names, else of the one that fits best."""
    tops = grid.rows[:DEEPEST]
    return (_best(grid, (titled,), tops, True) if titled else None) or _untitled(grid, SHEETS, tops)


def further_header(grid: Grid, row: int, above: list[Header], titled: Sheet | None) -> Header | None:
    """The header at a row under other tables: one of theirs again, else of another sheet."""
    said = said_above(grid, above[-1].bottom, row)[0]
    again = (_again(grid, row, header) for header in reversed(above) if said in (None, header.sheet))
    tops = [top for top in range(row - 2, row + 1) if top > above[-1].bottom]
    found = next(filter(None, again), None) or _untitled(grid, _TABLES, tops, above[-1].bottom)
    found = (
        found
        or (_best(grid, (titled,), tops, True) if titled and titled not in _KEY_SHEETS else None)
        or keys_below(grid, row)
    )
    return None if found is None or _heads_keys(grid, found, above) else found


def _again(grid: Grid, row: int, header: Header) -> Header | None:
    """A header that stands word for word at another row."""
    down = row - header.top
    rows = range(header.top, header.bottom + 1)
    same = rows and all(grid.text(at + down, c) == grid.text(at, c) for at in rows for c in grid.columns)
    return replace(header, top=row, bottom=header.bottom + down) if same else None


def _heads_keys(grid: Grid, found: Header, above: list[Header]) -> bool:
    """Whether what looks like a header is that of a sheet of keys: "Mục | Nội dung"."""
    sheets = [header.sheet for header in above if header.sheet in _KEY_SHEETS and header.sheet is not found.sheet]
    below = [grid.text(found.bottom + 1, at) for at in grid.columns[:3]]
    return any(key_of(sheet, label) for sheet in sheets for label in below)


def _untitled(grid: Grid, sheets: Iterable[Sheet], tops: Iterable[int], below: int = 0) -> Header | None:
    """The header that fits best; where two sheets fit alike, or the line above is a title, that line decides."""
    tops = tuple(tops)
    found = _best(grid, sheets, tops, False)
    said, is_title = said_above(grid, below, found.top if found else max(tops, default=0))
    other = _best(grid, (said,), tops, is_title) if said and said not in _KEY_SHEETS else None
    return other if other and (found is None or other.matches >= found.matches) else found


def said_above(grid: Grid, below: int, top: int) -> tuple[Sheet | None, bool]:
    """The sheet that the nearest line above a header names, and whether the line is its name and no more."""
    rows = reversed(rows_between(grid, max(below, top - _TITLE_ROWS), top))
    lines = ([text for at in grid.columns if (text := grid.text(row, at))] for row in rows)
    for words in (bare(line[0]) for line in lines if len(line) == 1):
        if sheet := named(words):
            names = {bare(name) for name in (sheet.name, *sheet.aliases)}
            return sheet, sheet.layout == "scores" or _AROUND_A_NAME.sub("", words) in names
    return None, False


def _best(grid: Grid, sheets: Iterable[Sheet], tops: Iterable[int], titled: bool) -> Header | None:
    """The header with the most known columns among those that hold every needed one."""
    sheets, tops = tuple(sheets), tuple(tops)
    least = 1 if titled else 2
    keyed = [sheet for sheet in sheets if sheet in _KEY_SHEETS and tops]
    keys = (header for sheet in keyed for header in _keys(grid, sheet, tops[0], least))
    tables = [sheet for sheet in sheets if sheet not in _KEY_SHEETS]
    whole = (header for header in _headers(grid, tables, tops) if _is_whole(header, titled))
    return max(chain(keys, whole), key=lambda h: (h.matches, min(h.top - h.bottom, 0), -h.top), default=None)


def _headers(grid: Grid, sheets: Collection[Sheet], tops: Iterable[int]) -> Iterator[Header]:
    for top in tops:
        for bottom in bottoms(grid, top):
            labelled = labels_in(grid, top, bottom)
            if any_known(labelled):
                yield from (header_of(sheet, top, bottom, labelled) for sheet in sheets)


def _keys(grid: Grid, sheet: Sheet, top: int, least: int) -> Iterator[Header]:
    """A two-column sheet: the column that holds the most different keys; values stand to its right."""
    for at in grid.columns:
        found = (key_of(sheet, grid.text(row, at)) for row in grid.rows)
        known = {column.field for column in found if column}
        if len(known) >= least:
            yield Header(sheet, top, 0, {at: KEY}, {}, len(known))


def keys_below(grid: Grid, row: int, last: int | None = None) -> Header | None:
    """The keys of a sheet that begin at a row among tables."""
    part = of_rows(grid, row, last or row + DEEPEST)
    found = [header for sheet in _KEY_SHEETS for header in _keys(part, sheet, row, least=3)]
    return max(found, key=lambda header: header.matches, default=None)


def another_beside(grid: Grid, header: Header) -> Sheet | None:
    """The sheet that the columns nobody knows make up by themselves."""
    part = of_columns(grid, tuple(header.others))
    needy = [sheet for sheet in _TABLES if any(column.required for column in sheet.columns)]
    found = _best(part, needy, (header.top,), False) if len(header.others) > 1 else None
    return found.sheet if found else None


def _is_whole(header: Header, titled: bool) -> bool:
    """Whether every needed column is there, and enough of them to be sure of the sheet."""
    fields = set(header.fields)
    wide = any(recipient(COMMENDATIONS, labels) for labels in header.others.values())
    if header.sheet.layout == "scores":
        points = fields & {"self", "cross", "appraised", "total"} or fields >= {"maximum", "name"}
        return bool(fields & {"name", "unit"}) and bool(points or (titled and header.others and not wide))
    if header.sheet.layout == "counts":
        counted = fields & {"collective", "person", "household"}
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
