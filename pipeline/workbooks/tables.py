"""Checked tables: each typed value with its field, its unit and its cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.problems import Place, Problems
from pipeline.vietnamese.text import bare
from pipeline.workbooks.read import Cell, Grid, text_of
from pipeline.workbooks.recognise import Header, fits, named, recipient, recognise
from pipeline.workbooks.sheets import INFORMATION, SCORES
from pipeline.workbooks.values import Value, read_value
from pipeline.workbooks.wordings import MAXIMUM_ROWS, TOTALS

if TYPE_CHECKING:
    import pandas as pd

_OWNER = re.compile(r"(?:tên )?(?:đơn vị|cơ quan)(?: báo cáo| tự chấm| được chấm)?\s*:\s*(.*)", re.IGNORECASE)


@dataclass(frozen=True)
class Entry:
    """One checked value and its cell."""

    value: Value
    place: Place


@dataclass(frozen=True)
class Row:
    """One row of a table: its entries by field, its unit as typed, its own place.

    `kind`: data; a typed total; a group, that is a lone text between or under the rows of data;
    the maxima of a wide score sheet.
    """

    place: Place
    entries: Mapping[str, Entry]
    owner: Entry | None = None
    kind: str = "data"
    extra: Mapping[tuple[str, ...], Entry] = field(default_factory=dict)
    """Values under headers of the office's own: a criterion, a form of commendation."""

    def get(self, name: str) -> Value | None:
        """The value of a field, or None."""
        entry = self.entries.get(name)
        return None if entry is None else entry.value

    def text(self, name: str) -> str | None:
        """The text of a field, or None."""
        value = self.get(name)
        return value if isinstance(value, str) else None

    def at(self, name: str) -> Place:
        """The cell of a field, or the row."""
        entry = self.entries.get(name)
        return self.place if entry is None else entry.place


@dataclass(frozen=True)
class Tables:
    """All the checked tables of a dossier, and the declared name of every sheet that was read."""

    rows: Mapping[str, tuple[Row, ...]]
    names: Mapping[Place, str]
    unread: tuple[str, ...] = ()

    def of(self, name: str, kind: str = "data") -> tuple[Row, ...]:
        """The rows of one declared sheet."""
        return tuple(row for row in self.rows.get(name, ()) if row.kind == kind)

    @cached_property
    def sheets(self) -> frozenset[str]:
        """The declared sheets that hold rows."""
        return frozenset(name for name, rows in self.rows.items() if rows)


def check_tables(grids: Iterable[tuple[str, tuple[Grid, ...]]], problems: Problems) -> Tables:
    """The checked tables of all workbooks; every problem is added, each with its cell."""
    rows: dict[str, list[Row]] = {}
    names: dict[Place, str] = {}
    unread = []
    for file, sheets in grids:
        if not sheets:
            unread.append(file)
        found = [(grid, header) for grid in sheets if (header := recognise(grid, problems))]
        names |= {grid.place(): sheet.name for grid in sheets if (sheet := named(grid.title))}
        owner = _owner_of_workbook(found, problems)
        for grid, header in found:
            names[grid.place()] = header.sheet.name
            rows.setdefault(header.sheet.name, []).extend(_rows(grid, header, owner, problems))
    return Tables({name: tuple(found) for name, found in rows.items()}, names, tuple(unread))


def _owner_of_workbook(found: Iterable[tuple[Grid, Header]], problems: Problems) -> Entry | None:
    """The unit that the sheet "Thông tin" of a unit's workbook names."""
    for grid, header in found:
        if header.sheet is INFORMATION:
            for row in _key_rows(grid, header, Problems()):
                if "unit" in row.entries:
                    return row.entries["unit"]
    return None


def _rows(grid: Grid, header: Header, owner: Entry | None, problems: Problems) -> Iterator[Row]:
    if header.sheet.layout == "keys":
        yield from _key_rows(grid, header, problems)
        return
    named = _owner_of_sheet(grid, header, problems)
    if named and owner and bare(str(named.value)) != bare(str(owner.value)):
        problems.add("DV-04", named.place, found=named.value, other=owner.value, first=str(owner.place))
    header = _without_remarks(grid, header, problems)
    for row in grid.rows:
        if row > header.bottom and not _is_numbering(grid, row, header):
            yield from _data_row(grid, header, row, named or owner, problems)


def _without_remarks(grid: Grid, header: Header, problems: Problems) -> Header:
    """The header without the office's own columns that hold no number: remarks, not criteria or counts."""
    if header.sheet.layout == "rows":
        return header
    counted = {}
    for at, labels in header.others.items():
        values = [grid.cell(row, at) for row in grid.rows if row > header.bottom]
        numbers = any(cell and re.search(r"\d", text_of(cell.value)) for cell in values)
        if numbers and (header.sheet is SCORES or recipient(header.sheet, labels)):
            counted[at] = labels
        elif any(values):
            problems.add("TRANG-05", grid.place(header.bottom, at), found=" / ".join(labels))
    return replace(header, others=counted)


def _key_rows(grid: Grid, header: Header, problems: Problems) -> Iterator[Row]:
    """One row a value: a key in lines or repeated gives several; a blank key continues the one above."""
    at = next(iter(header.columns))
    last = None
    for row in grid.rows:
        label = grid.text(row, at, filled=True)
        column = next((c for c in header.sheet.columns if fits(c, label)), None) if label else last
        cell = _right_of(grid, row, at)
        if column and cell is not None and (label or column.kind == "lines"):
            value = read_value(cell, column, problems)
            if value is not None:
                yield Row(cell.place, {column.field: Entry(value, cell.place)})
        elif label and cell is not None and column is None and row != grid.rows[0] and last:
            problems.add("TRANG-07", grid.place(row, at), found=label)
        last = column


def _right_of(grid: Grid, row: int, at: int) -> Cell | None:
    return next((c for column in grid.columns if column > at and (c := grid.cell(row, column))), None)


def _owner_of_sheet(grid: Grid, header: Header, problems: Problems) -> Entry | None:
    """The unit named by "Đơn vị: …" above the header, or by "Đơn vị:" and the next cell."""
    owners = []
    for (row, column), cell in sorted(grid.cells.items()):
        found = _OWNER.fullmatch(text_of(cell.value)) if row < header.top else None
        if found and not bare(found[1]).startswith("tinh"):
            beside = cell if found[1] else _right_of(grid, row, column)
            if beside:
                owners.append(Entry(found[1] or text_of(beside.value), beside.place))
    if len({bare(str(owner.value)) for owner in owners}) > 1:
        first, second = owners[:2]
        problems.add("DV-04", second.place, found=second.value, other=first.value, first=first.place.cell)
    return owners[0] if owners else None


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


def _data_row(grid: Grid, header: Header, row: int, owner: Entry | None, problems: Problems) -> Iterator[Row]:
    place = grid.place(row, min(header.columns))
    kind = _kind(grid, header, row)
    say = problems if kind != "total" else Problems()
    entries = dict(_entries(grid, header, row, say))
    extra = dict(_extra(grid, header, row, say))
    if not entries and not extra:
        return
    if row in grid.hidden_rows:
        problems.add("TRANG-06", place, what="Dòng")
    if kind == "data" and not extra and _is_aside(grid, header, row, entries):
        kind = "group"
    missing = [c for c in header.sheet.columns if c.required and c.field not in entries]
    if kind == "data" and header.sheet.layout == "rows" and missing:
        if not any(grid.cell(row, header.fields[c.field]) for c in missing):
            problems.add("O-13", grid.place(row, header.fields[missing[0].field]), column=missing[0].header)
        return
    yield Row(place, entries, owner, kind, extra)


def _kind(grid: Grid, header: Header, row: int) -> str:
    firsts = [bare(text) for column in grid.columns[:4] if (text := grid.text(row, column))]
    label = next((text for text in firsts if not re.fullmatch(r"[\divxlc ]*", text)), "")
    if (
        any(label == word or (label.startswith(f"{word} ") and word != "tong") for word in TOTALS[:1])
        or label in TOTALS
    ):
        return "total"
    return "maxima" if header.sheet is SCORES and "unit" in header.fields and label in MAXIMUM_ROWS else "data"


def _entries(grid: Grid, header: Header, row: int, problems: Problems) -> Iterator[tuple[str, Entry]]:
    for at, column in header.columns.items():
        cell = grid.cell(row, at, filled=column.filled)
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


def _is_aside(grid: Grid, header: Header, row: int, entries: Mapping[str, Entry]) -> bool:
    """A line that holds one text and no data: a group's name, a note, a signature under the table."""
    if header.sheet.layout == "scores":
        return "name" not in header.fields and set(entries) <= {"unit", "note", "code"}
    if header.sheet.layout == "counts":
        return not set(entries) & {"collective", "person", "household"}
    return len(entries) == 1 and row - 1 not in grid.rows


def long(rows: Iterable[Row], value_of: Callable[[Row], Mapping[str, Entry]]) -> pd.DataFrame:
    """The table with one value a row: row number, field, value, place; a missing value has no row."""
    import pandas as pd

    records = [
        (at, name, entry.value, entry.place) for at, row in enumerate(rows) for name, entry in value_of(row).items()
    ]
    return pd.DataFrame(records, columns=["row", "field", "value", "place"], dtype=object)
