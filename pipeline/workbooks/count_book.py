"""Tables of counts as a workbook: heads over several columns, live sums with their values."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from pipeline.model import Figure
from pipeline.office import package
from pipeline.workbooks.read import letters
from pipeline.workbooks.score_book import Formula, Value, figures_in, number_of

_FONT = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter", "text_wrap": True}
_CENTRED = {**_FONT, "align": "center"}
_BORDERED = {**_CENTRED, "border": 1}
_LEFT = 2
_UNITS = "Đơn vị tính: lượt"


@dataclass(frozen=True)
class CountSheet:
    """A table: what stands over it, what its rows are, its columns by their heads, its rows, the sums under them.

    `bold`: the rows that head others.
    """

    name: str
    heading: tuple[str, ...]
    what: str
    columns: Sequence[tuple[str, ...]]
    rows: Sequence[Sequence[Value]]
    totals: Sequence[Value]
    bold: frozenset[int] = frozenset()

    @property
    def last(self) -> tuple[Value, ...]:
        """The row of the sums."""
        return None, "Tổng cộng", *self.totals

    @property
    def figures(self) -> dict[str, Figure]:
        """The figures of the table by their cells."""
        return figures_in(self.name, top_row(self.heading, len(self.columns[0])), (*self.rows, self.last))


def top_row(heading: Sequence[str], heads: int) -> int:
    """The number of the first row of data under so many rows of heads and the numbers of columns, as Excel counts."""
    return len(heading) + heads + 3


def count_book(sheets: Sequence[CountSheet]) -> bytes:
    """The workbook. Text is written as text, never as a formula. The same tables give the same bytes."""
    import xlsxwriter

    output = io.BytesIO()
    with xlsxwriter.Workbook(output, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(1980, 1, 1), "title": " ".join(sheets[0].heading)})
        for table in sheets:
            _write(book, book.add_worksheet(table.name), table)
    return package.write(package.read(output.getvalue()))


def _write(book: Any, sheet: Any, table: CountSheet) -> None:
    _lay_out(sheet, table)
    _write_title(book, sheet, table)
    _write_heads(book, sheet, table)
    first = top_row(table.heading, len(table.columns[0])) - 1
    plain = {"": book.add_format(_BORDERED), "name": book.add_format({**_FONT, "border": 1})}
    strong = {
        "": book.add_format({**_BORDERED, "bold": True}),
        "name": book.add_format({**_FONT, "border": 1, "bold": True}),
    }
    for at, row in enumerate(table.rows):
        _write_row(sheet, first + at, row, strong if at in table.bold else plain)
    _write_row(sheet, first + len(table.rows), table.last, strong)


def _lay_out(sheet: Any, table: CountSheet) -> None:
    top = top_row(table.heading, len(table.columns[0])) - 1
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.freeze_panes(top, _LEFT)
    sheet.repeat_rows(len(table.heading) + 1, top - 1)
    sheet.set_column(0, 0, 6)
    sheet.set_column(1, 1, 36)
    sheet.set_column(_LEFT, _LEFT + len(table.columns) - 1, 12)


def _write_title(book: Any, sheet: Any, table: CountSheet) -> None:
    title = book.add_format({**_CENTRED, "bold": True, "font_size": 13})
    measure = book.add_format({**_FONT, "italic": True, "align": "right"})
    last = letters(_LEFT + len(table.columns))
    for at, line in enumerate((*table.heading, _UNITS), 1):
        sheet.merge_range(f"A{at}:{last}{at}", line, measure if line == _UNITS else title)


def _write_heads(book: Any, sheet: Any, table: CountSheet) -> None:
    """The rows of heads, equal ones merged, and the numbers of the columns under them."""
    head = book.add_format({**_BORDERED, "bold": True, "bg_color": "#E7E6E6"})
    number = book.add_format({**_BORDERED, "italic": True, "font_size": 9})
    top, depth = len(table.heading) + 1, len(table.columns[0])
    for column, label in enumerate(("STT", table.what)):
        sheet.merge_range(top, column, top + depth - 1, column, label, head)
    for level in range(depth):
        column = _LEFT
        for heads, same in groupby(heads[: level + 1] for heads in table.columns):
            width = len(list(same))
            if heads[-1] not in heads[:-1]:
                _write_head(sheet, (top + level, column), heads[-1], (_height(heads, table), width), head)
            column += width
    for column in range(_LEFT + len(table.columns)):
        sheet.write_string(top + depth, column, f"({column + 1})", number)


def _height(heads: tuple[str, ...], table: CountSheet) -> int:
    """How many rows a head is high: those in which it says the same."""
    under = next(column for column in table.columns if column[: len(heads)] == heads)
    return under[len(heads) - 1 :].count(heads[-1])


def _write_head(sheet: Any, at: tuple[int, int], label: str, size: tuple[int, int], look: Any) -> None:
    row, column = at
    if size == (1, 1):
        sheet.write_string(row, column, label, look)
    else:
        sheet.merge_range(row, column, row + size[0] - 1, column + size[1] - 1, label, look)


def _write_row(sheet: Any, at: int, row: Sequence[Value], looks: dict[str, Any]) -> None:
    for column, value in enumerate(row):
        if isinstance(value, Formula):
            sheet.write_formula(at, column, value.text, looks[""], number_of(value.value))
        elif isinstance(value, (Figure, int)):
            sheet.write_number(at, column, number_of(value), looks[""])
        elif value is None:
            sheet.write_blank(at, column, None, looks[""])
        else:
            sheet.write_string(at, column, value, looks["name" if column == 1 else ""])
