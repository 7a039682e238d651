"""A table of scores as a workbook: live formulas with their values, so that a phone shows them too."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from pipeline.model import Figure
from pipeline.office import package
from pipeline.workbooks.read import letters

_FONT = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter", "text_wrap": True}
_CENTRED = {**_FONT, "align": "center"}
_BORDERED = {**_CENTRED, "border": 1}


@dataclass(frozen=True)
class Formula:
    """A formula and the value it has now; `{row}` in it stands for the row it is written in."""

    text: str
    value: Figure | int


Value = str | int | Figure | Formula | None


def score_book(
    name: str, heading: Sequence[str], columns: Sequence[str], rows: Sequence[Sequence[Value]], points: str
) -> bytes:
    """The workbook: the heading over the table, a row a unit; `points` is the number format of points.

    Text is written as text, never as a formula. The same table gives the same bytes.
    """
    import xlsxwriter

    output = io.BytesIO()
    with xlsxwriter.Workbook(output, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(1980, 1, 1), "title": " ".join(heading)})
        sheet = book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        _write_head(book, sheet, heading, columns)
        _write_rows(book, sheet, len(heading) + 2, rows, points)
    return package.write(package.read(output.getvalue()))


def figures_in(name: str, first: int, rows: Sequence[Sequence[Value]]) -> dict[str, Figure]:
    """The figures of rows that begin at a row of the sheet, as Excel counts, by place: "Tổng hợp điểm › C5"."""
    return {
        f"{name} › {letters(column)}{at}": figure
        for at, row in enumerate(rows, first)
        for column, value in enumerate(row, 1)
        if isinstance(figure := value.value if isinstance(value, Formula) else value, Figure)
    }


def number_of(value: Figure | int) -> int | Decimal:
    """What is written for a figure: a count or a rank is a whole number."""
    if isinstance(value, int):
        return value
    return int(value.value) if value.kind in ("count", "rank") else Decimal(value.value)


def top_row(heading: Sequence[str]) -> int:
    """The number of the first row of data, as Excel counts."""
    return len(heading) + 3


def _write_head(book: Any, sheet: Any, heading: Sequence[str], columns: Sequence[str]) -> None:
    title = book.add_format({**_CENTRED, "bold": True, "font_size": 13})
    head = book.add_format({**_BORDERED, "bold": True, "bg_color": "#E7E6E6"})
    last = letters(len(columns))
    for at, line in enumerate(heading, 1):
        sheet.merge_range(f"A{at}:{last}{at}", line, title)
    for column, label in enumerate(columns):
        sheet.write_string(len(heading) + 1, column, label, head)
    sheet.freeze_panes(len(heading) + 2, 2)
    sheet.repeat_rows(len(heading) + 1)
    sheet.set_column(0, 0, 6)
    sheet.set_column(1, 1, 36)
    sheet.set_column(2, len(columns) - 1, 14)


def _write_rows(book: Any, sheet: Any, first: int, rows: Sequence[Sequence[Value]], points: str) -> None:
    text = book.add_format({**_FONT, "border": 1})
    whole = book.add_format(_BORDERED)
    number = book.add_format({**_BORDERED, "num_format": points})
    for at, row in enumerate(rows, first):
        for column, value in enumerate(row):
            if isinstance(value, Formula):
                shown = number_of(value.value)
                style = whole if isinstance(shown, int) else number
                sheet.write_formula(at, column, value.text.format(row=at + 1), style, shown)
            elif isinstance(value, (Figure, int)):
                shown = number_of(value)
                sheet.write_number(at, column, float(shown), whole if isinstance(shown, int) else number)
            else:
                sheet.write_string(at, column, value or "", text)
