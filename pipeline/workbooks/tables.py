"""Grids to checked tables: whose they are, what each row is, what its cells say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, product

from pipeline.problems import Place, Problems
from pipeline.vietnamese.text import bare
from pipeline.workbooks.amounts import in_full
from pipeline.workbooks.areas import rows_between
from pipeline.workbooks.fitting import named
from pipeline.workbooks.headers import OWNER, Header, key_of, recipient
from pipeline.workbooks.lines import is_group, kind_of, table_rows
from pipeline.workbooks.read import Broken, Cell, Grid, text_of
from pipeline.workbooks.recognise import Found, recognise
from pipeline.workbooks.rows import Entry, Row, Tables
from pipeline.workbooks.sheets import INFORMATION, SCORES, Sheet
from pipeline.workbooks.titles import Titled, titled_years
from pipeline.workbooks.values import read_value


def check_tables(grids: Iterable[tuple[str, tuple[Grid, ...]]], problems: Problems) -> Tables:
    """The checked tables of all workbooks; every problem is added, each with its cell."""
    rows: dict[str, list[Row]] = {}
    names: dict[Place, tuple[str, ...]] = {}
    years: list[Titled] = []
    unread = []
    read: dict[Place, Grid] = {}
    for file, sheets in grids:
        read |= {grid.place(): grid for grid in sheets}
        if not sheets:
            unread.append(file)
        found = {grid.place(): recognise(grid, problems) for grid in sheets}
        names |= {grid.place(): (sheet.name,) for grid in sheets if (sheet := named(grid.title))}
        owner = _owner_of_workbook(chain.from_iterable(found.values()), problems)
        for place, tables in found.items():
            years += titled_years(tables)
            if tables:
                names[place] = tuple(dict.fromkeys(header.sheet.name for _, header in tables))
            for name, row in _rows_of_sheet(tables, owner, problems):
                rows.setdefault(name, []).append(row)
    return Tables({name: tuple(found) for name, found in rows.items()}, names, tuple(unread), tuple(years), read)


def _owner_of_workbook(found: Iterable[Found], problems: Problems) -> Entry | None:
    """The unit that "Thông tin" of a unit's workbook names, else the only one its other sheets name."""
    owners: dict[str, Entry] = {}
    for grid, header in found:
        if header.sheet is INFORMATION:
            for row in _key_rows(grid, header, Problems()):
                if "unit" in row.entries:
                    return row.entries["unit"]
        elif header.sheet.owned and (owner := _owner_of_table(grid, header, Problems())):
            owners.setdefault(bare(str(owner.value)), owner)
    return next(iter(owners.values())) if len(owners) == 1 else None


def _rows_of_sheet(tables: Iterable[Found], owner: Entry | None, problems: Problems) -> Iterator[tuple[str, Row]]:
    """The rows of the tables of a sheet; the one unit named above some of them is named for what stands under it."""
    tables = tuple(tables)
    named = [_owner_of_table(grid, header, problems) for grid, header in tables]
    alone = len({bare(str(entry.value)) for entry in named if entry}) == 1
    above: tuple[Entry | None, Sheet | None] = None, None
    for (grid, header), own in zip(tables, named, strict=True):
        if own is None and alone and above[1] is not header.sheet:
            own = above[0]
        above = own, header.sheet
        yield from ((header.sheet.name, row) for row in _rows(grid, header, own, owner, problems))


def _rows(grid: Grid, header: Header, named: Entry | None, owner: Entry | None, problems: Problems) -> Iterator[Row]:
    if header.sheet.layout == "keys":
        yield from _key_rows(grid, header, problems)
        return
    if named and owner and bare(str(named.value)) != bare(str(owner.value)):
        problems.add("DV-04", named.place, found=named.value, other=owner.value, first=str(owner.place))
    header = in_full(grid, _without_remarks(grid, header, problems))
    for row in table_rows(grid, header, problems):
        yield from _data_row(grid, header, row, named or owner, problems)


def _without_remarks(grid: Grid, header: Header, problems: Problems) -> Header:
    """The header without the office's own columns that hold no number: remarks, not criteria or counts."""
    if header.sheet.layout == "rows":
        return header
    counted = {}
    for at, labels in header.others.items():
        values = [grid.cell(row, at) for row in grid.rows if row > header.bottom]
        numbers = any(cell and re.search(r"\d", text_of(cell.value)) for cell in values)
        if numbers if header.sheet is SCORES else recipient(header.sheet, labels):
            counted[at] = labels
        elif any(values):
            problems.add("TRANG-05", grid.place(header.bottom, at), found=" / ".join(labels))
    return replace(header, others=counted)


def _key_rows(grid: Grid, header: Header, problems: Problems) -> Iterator[Row]:
    """One row a value: a key in lines or repeated gives several; a blank key continues the one above."""
    at = next(iter(header.columns))
    beside = _values_column(grid, header, at)
    last = None
    for row in grid.rows:
        label = grid.text(row, at, filled=True)
        column = key_of(header.sheet, label) if label else last
        cell = grid.cell(row, beside)
        if column and cell is not None and (label or column.kind in ("lines", "names")):
            if row in grid.hidden_rows:
                problems.add("TRANG-06", cell.place, what="dòng")
            value = read_value(cell, column, problems)
            if value is not None:
                yield Row(cell.place, {column.field: Entry(value, cell.place)}, table=grid.place())
        elif label and cell is not None and column is None and row != grid.rows[0] and last:
            problems.add("TRANG-07", grid.place(row, at), found=label)
        last = column


def _values_column(grid: Grid, header: Header, at: int) -> int:
    """The column of the values: the nearest one that says anything beside a known key."""
    known = [row for row in grid.rows if key_of(header.sheet, grid.text(row, at))]
    beside = (column for column in grid.columns if column > at and any((row, column) in grid.cells for row in known))
    return next(beside, at + 1)


def _right_of(grid: Grid, row: int, at: int) -> Cell | None:
    return next((c for column in grid.columns if column > at and (c := grid.cell(row, column))), None)


def _owner_of_table(grid: Grid, header: Header, problems: Problems) -> Entry | None:
    """The unit named by "Đơn vị: …" above the header, or by "Đơn vị:" and the next cell."""
    owners = []
    for row, column in product(rows_between(grid, 0, header.top), grid.columns):
        cell = grid.cell(row, column)
        if cell and (found := OWNER.fullmatch(text_of(cell.value))):
            beside = cell if found[1] else _right_of(grid, row, column)
            if beside:
                owners.append(Entry(found[1] or text_of(beside.value), beside.place))
    if len({bare(str(owner.value)) for owner in owners}) > 1:
        first, second = owners[:2]
        problems.add("DV-04", second.place, found=second.value, other=first.value, first=first.place.cell)
    return owners[0] if owners else None


def _data_row(grid: Grid, header: Header, row: int, owner: Entry | None, problems: Problems) -> Iterator[Row]:
    place = grid.place(row, min(header.columns))
    kind = kind_of(grid, header, row)
    say = problems if kind != "total" else Problems()
    entries = dict(_entries(grid, header, row, say))
    extra = dict(_extra(grid, header, row, say))
    if not entries and not extra:
        return
    if row in grid.hidden_rows:
        problems.add("TRANG-06", place, what="dòng")
    if kind == "data" and not extra and is_group(grid, header, row, entries):
        kind = "group"
        if header.sheet.layout == "rows":
            (note,) = (entry.place for entry in entries.values())
            problems.add("TRANG-08", note, found=" ".join(grid.text(row, at) for at in header.columns).strip())
    if kind == "data" and header.sheet.layout == "rows" and _lacks(grid, header, row, entries, problems):
        return
    order = grid.text(row, header.order) if header.order else ""
    yield Row(place, entries, owner, kind, extra, order, grid.place(header.top, min(header.columns)))


def _lacks(grid: Grid, header: Header, row: int, entries: Mapping[str, Entry], problems: Problems) -> bool:
    """Whether a needed cell of a row has no value; an empty one is said, a wrong one has been."""
    missing = [c for c in header.sheet.columns if c.required and c.field not in entries]
    for column in missing:
        at = header.fields[column.field]
        if not grid.text(row, at, column.filled).strip("-–—"):
            problems.add("O-13", grid.place(row, at), column=column.header)
    return bool(missing)


def _entries(grid: Grid, header: Header, row: int, problems: Problems) -> Iterator[tuple[str, Entry]]:
    for at, column in header.columns.items():
        cell = grid.cell(row, at, filled=column.filled)
        if cell is not None and header.sheet is SCORES and isinstance(cell.value, Broken) and cell.value.code == "O-02":
            yield column.field, Entry(cell.value, cell.place)
            continue
        value = read_value(cell, column, problems) if cell is not None else None
        if cell is not None and value is not None and value != ():
            yield column.field, Entry(value, cell.place)


def _extra(grid: Grid, header: Header, row: int, problems: Problems) -> Iterator[tuple[tuple[str, ...], Entry]]:
    if header.sheet.layout not in ("scores", "counts"):
        return
    for at, labels in header.others.items():
        column = header.sheet.column("self") if header.sheet is SCORES else recipient(header.sheet, labels)
        cell = grid.cell(row, at)
        value = read_value(cell, column, problems) if cell is not None and column else None
        if cell is not None and value is not None:
            yield labels, Entry(value, cell.place)
