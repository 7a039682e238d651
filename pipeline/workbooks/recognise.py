"""The tables of a sheet: which declared sheet each is, where it begins and ends, its columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import merge
from itertools import pairwise
from typing import NamedTuple

from pipeline.problems import Problems
from pipeline.vietnamese.text import bare
from pipeline.workbooks.areas import of_columns, of_rows, rows_between
from pipeline.workbooks.fitting import another_beside, first_header, further_header, keys_below, named
from pipeline.workbooks.headers import OWNER, Header, header_of, labels_in, like_headers
from pipeline.workbooks.lines import numbers_columns
from pipeline.workbooks.read import OLD_TEXT, Broken, Grid, letters
from pipeline.workbooks.sheets import Sheet

_GUIDES = ("huong dan", "vi du")
_LOOKUPS = ("danh muc", "ghi chu")
_TITLES = re.compile(r"(?:bang|bieu|danh sach|tong hop|ket qua|phu luc|mau so|mau|don vi tinh|dvt|nam|ky|thang) .*")
_MOTTO = ("cong hoa xa hoi", "doc lap tu do")
_PAGE = re.compile(r"(?:trang )?\d+(?: \d+)?|.*\btiep(?: theo)?")
"""What stands above a header that is only repeated at the head of a page."""


class Found(NamedTuple):
    """A table of a sheet: its rows with what stands above them, and its header."""

    grid: Grid
    header: Header


def recognise(grid: Grid, problems: Problems) -> tuple[Found, ...]:
    """The tables of a grid by its title or their wordings; none, and a problem, when nobody knows it."""
    titled = named(grid.title)
    if _is_guide(grid.title, titled):
        problems.add("TRANG-01", grid.place())
        return ()
    first = first_header(grid, titled)
    sides = _sides(grid, first, titled, problems) if first else ()
    found = tuple(table for side, header in sides for table in _tables(side, header, titled))
    if not found:
        _say_unknown(grid, titled, problems)
    for part, header in found:
        _say_columns(part, header, problems)
    return found


def _is_guide(title: str, named: Sheet | None) -> bool:
    words = bare(title)
    return words.startswith(_GUIDES) or (named is None and words.startswith(_LOOKUPS))


def _sides(grid: Grid, first: Header, titled: Sheet | None, problems: Problems) -> Iterator[tuple[Grid, Header]]:
    """The grid and its header; where tables stand side by side, with an empty column between them, each of them."""
    blocks = list(_blocks(grid, first)) if first.sheet.layout != "keys" else []
    sides = [of_columns(grid, columns) for columns in blocks] if len(blocks) > 1 else []
    headers = [(side, first_header(side, titled)) for side in sides]
    found = [(side, header) for side, header in headers if header and header.matches > 1]
    lists = [side for side, header in headers if header is None or header.matches < 2]
    if not found or not all(_is_list(side, found[0][1]) for side in lists):
        yield grid, first
        return
    for side in lists:
        problems.add("TRANG-05", grid.place(first.bottom, side.columns[0]), found=letters(side.columns[0]))
    yield from found


def _is_list(side: Grid, header: Header) -> bool:
    """Whether the columns beside a table of rows only hold a list to choose from: nothing that it lacks."""
    labelled = labels_in(side, header.top, header.bottom)
    held = header_of(header.sheet, header.top, header.bottom, labelled).fields
    return header.sheet.layout == "rows" and held.keys() <= header.fields.keys()


def _blocks(grid: Grid, header: Header) -> Iterator[tuple[int, ...]]:
    """The columns that hold something from a header on, in runs without a gap."""
    rows = [row for row in grid.rows if row >= header.top]
    run: list[int] = []
    for at in grid.columns:
        if not any((row, at) in grid.cells for row in rows):
            continue
        if run and at > run[-1] + 1:
            yield tuple(run)
            run = []
        run.append(at)
    yield tuple(run)


def _tables(grid: Grid, first: Header, titled: Sheet | None) -> Iterator[Found]:
    """The tables below each other; each takes the lines of title above its own header."""
    headers, repeated = _headers(grid, first, titled)
    starts = [_start(grid, above, header) for above, header in pairwise(headers)]
    if not starts and not repeated:
        yield from (Found(grid, header) for header in headers)
        return
    for header, top, after in zip(headers, [0, *starts], [*starts, grid.rows[-1] + 1], strict=True):
        yield Found(of_rows(grid, top, after - 1, repeated), header)


def _headers(grid: Grid, first: Header, titled: Sheet | None) -> tuple[list[Header], frozenset[int]]:
    """The headers of a grid from its top, and the rows that only repeat one at the head of a page."""
    known = [*_above(grid, first, titled), first]
    headers, repeated, last = known[:1], set[int](), known[0].bottom
    tops = {header.top: header for header in known[1:]}
    for row in merge(like_headers(grid, last), tops):
        found = (tops.get(row) or further_header(grid, row, headers, titled)) if row > last else None
        if found is None:
            continue
        last = found.bottom
        if _is_next_page(grid, headers[-1], found):
            last += numbers_columns(grid, last + 1, found)
            repeated.update(range(_start(grid, headers[-1], found), last + 1))
        else:
            headers.append(found)
    return sorted(headers, key=lambda header: header.top), frozenset(repeated)


def _above(grid: Grid, header: Header, titled: Sheet | None) -> list[Header]:
    """The headers of tables above the one that fits best."""
    if header.sheet.layout == "keys" or header.top == grid.rows[0]:
        return []
    owners = [row for row in rows_between(grid, 0, header.top) if _names_owner(grid, row)]
    above = of_rows(grid, 1, header.top - 1, owners)
    found = keys_below(above, 1, header.top - 1) or first_header(above, titled)
    return [*_above(above, found, titled), found] if found else []


def _names_owner(grid: Grid, row: int) -> bool:
    return any(OWNER.match(grid.text(row, at)) for at in grid.columns)


def _is_next_page(grid: Grid, above: Header, found: Header) -> bool:
    """Whether a header only repeats the one above, with nothing between but the number of a page."""
    same = (above.sheet, above.columns, above.others) == (found.sheet, found.columns, found.others)
    between = range(_start(grid, above, found), found.top)
    texts = (text for row in between for at in grid.columns if (text := grid.text(row, at)))
    return same and all(_PAGE.fullmatch(bare(text)) for text in texts)


def _start(grid: Grid, above: Header, header: Header) -> int:
    """The first row that belongs to a table under another: the lines of title above its header."""
    start = header.top
    for row in reversed(rows_between(grid, above.bottom, header.top)):
        if not _is_title(grid, above, row):
            break
        start = row
    return start


def _is_title(grid: Grid, above: Header, row: int) -> bool:
    """Whether a row between two tables is a line of title, and no data of the upper one."""
    texts = {at: text for at in grid.columns if (text := grid.text(row, at))}
    words = [bare(text) for text in texts.values()]
    if _names_owner(grid, row) or any(word.startswith(_MOTTO) for word in words):
        return True
    if len(texts) > 1:
        return False
    column = above.columns.get(next(iter(texts))) if above.sheet.layout == "rows" else None
    listed = column is not None and (column.required or row - 1 in grid.rows)
    return not listed or bool(_TITLES.fullmatch(words[0]) or named(words[0]))


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
        if other := another_beside(grid, header):
            problems.add("TRANG-15", grid.place(header.bottom, min(header.others)), found=other.name)
        for at, labels in header.others.items():
            problems.add("TRANG-05", grid.place(header.bottom, at), found=" / ".join(labels))


def _unlabelled(grid: Grid, header: Header) -> Iterator[int]:
    """The columns beside the table that hold words or numbers under no header."""
    if header.sheet.layout == "keys":
        return
    for at in grid.columns:
        if any(grid.text(row, at, filled=True) for row in range(header.top, header.bottom + 1)):
            continue
        values = [grid.cells[row, at].value for row in grid.rows if row > header.bottom and (row, at) in grid.cells]
        if len(values) > 1 and values != list(range(1, len(values) + 1)):
            yield at
