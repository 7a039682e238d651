"""Workbooks drawn the way an office draws them: title, note, bordered table, drop-downs, A4 print set-up."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby
from math import ceil
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped,unused-ignore]  # the library ships no types
from sample_text import Cell, Formula, Page

NOTE = "Số liệu từng đơn vị là số liệu minh họa"
FONT = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
BOX = FONT | {"border": 1, "text_wrap": True}
A4 = 9
LINE = 16.5  # points: the height of a line of text

LOOKS: dict[str, dict[str, Any]] = {
    "cluster": FONT | {"bold": True, "align": "center"},
    "title": FONT | {"bold": True, "align": "center", "font_size": 14, "text_wrap": True},
    "unit": FONT | {"bold": True},
    "note": FONT | {"italic": True, "font_color": "#C00000"},
    "measure": FONT | {"italic": True, "align": "right"},
    "header": BOX | {"bold": True, "align": "center", "bg_color": "#DDEBF7"},
    "text": BOX,
    "middle": BOX | {"align": "center"},
    "count": BOX | {"align": "right", "num_format": "#,##0"},
    "points": BOX | {"align": "right", "num_format": "0.00"},
    "value": BOX | {"align": "left"},
    "date": BOX | {"align": "center", "num_format": "dd/mm/yyyy"},
}
CENTRED = {"STT", "Mã", "Năm", "Vòng", "Đơn vị tính", "Xếp thứ", "Chiều"}


class Drawing:
    """One worksheet being drawn; rows and columns are counted from 0."""

    def __init__(self, book: Any, page: Page) -> None:
        """Begin the sheet of this page."""
        self.book, self.page = book, page
        self.sheet = book.add_worksheet(page.sheet)
        self.last = len(page.widths) - 1
        self.labels = [lower or upper for upper, lower in zip(page.header[0], page.header[-1], strict=True)]

    def look(self, name: str, **more: Any) -> Any:
        """A cell format by name, with changes."""
        return self.book.add_format(LOOKS[name] | more)

    def banner(self, cluster: str) -> int:
        """The rows above the table; gives the row where its header begins."""
        page = self.page
        lines = [(cluster.upper(), "cluster", 20), (page.title, "title", 26), (NOTE, "note", 18)]
        if page.unit:
            lines.insert(2, (f"Đơn vị: {page.unit}", "unit", 20))
        if page.measure or page.unit:
            lines.append((f"Đơn vị tính: {page.measure}" if page.measure else "", "measure", 18))
        for row, (text, look, height) in enumerate(lines):
            self.sheet.set_row(row, height)
            self.sheet.merge_range(row, 0, row, self.last, text, self.look(look))
        return len(lines) + (0 if len(lines) > 4 else 1)

    def header(self, top: int) -> int:
        """The header at this row, equal neighbours merged; gives the first row of data."""
        look, levels = self.look("header"), self.page.header
        for row, level in enumerate(levels, top):
            self.sheet.set_row(row, self.height(level) if row == top + len(levels) - 1 else 2 * LINE)
            for column, label in enumerate(level):
                self.sheet.write(row, column, label, look)
        if len(levels) == 2:
            self.merge_header(top, look)
        return top + len(levels)

    def merge_header(self, top: int, look: Any) -> None:
        """Merge a two-row header: downwards where nothing stands below, across where labels repeat."""
        upper, lower = self.page.header
        at = 0
        for (label, is_single), group in groupby(zip(upper, (not low for low in lower), strict=True)):
            width = len(list(group))
            if is_single:
                self.sheet.merge_range(top, at, top + 1, at, label, look)
            elif width > 1:
                self.sheet.merge_range(top, at, top, at + width - 1, label, look)
            at += width

    def look_of(self, column: int, cell: Cell) -> str:
        """The name of the format of a data cell."""
        label = self.labels[column]
        if isinstance(cell, date):
            return "date"
        if label in CENTRED:
            return "middle"
        if label == "Giá trị":
            return "text" if isinstance(cell, str) else "value"
        if label in self.page.points or isinstance(cell, float):
            return "points"
        return "count" if isinstance(cell, int | Formula) else "text"

    def height(self, cells: Iterable[Cell]) -> float:
        """The height of a row in points: room for its longest wrapped text."""
        pairs = zip(cells, self.page.widths, strict=True)
        return LINE * max((lines(cell, width) for cell, width in pairs if isinstance(cell, str)), default=1) + 3

    def body(self, top: int) -> None:
        """The data rows, from this row down."""
        for index, cells in enumerate(self.page.rows):
            bold = index in self.page.strong
            self.sheet.set_row(top + index, self.height(cells))
            for column, cell in enumerate(cells):
                fill = {"bold": True, "bg_color": "#F2F2F2"} if bold else {}
                self.write(top + index, column, cell, self.look(self.look_of(column, cell), **fill))

    def write(self, row: int, column: int, cell: Cell, look: Any) -> None:
        """One cell, by what it is."""
        if isinstance(cell, Formula):
            self.sheet.write_formula(row, column, cell.text, look, cell.value)
        elif isinstance(cell, date):
            self.sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), look)
        elif isinstance(cell, str):
            self.sheet.write_string(row, column, cell, look)
        else:
            self.sheet.write(row, column, cell, look)

    def rules(self, top: int) -> None:
        """Drop-downs, and limits on what may be typed into columns of counts and points."""
        end = top + len(self.page.rows) - 1
        keys = [row[0] for row in self.page.rows]
        for name, options in self.page.choices.items():
            rule = {"validate": "list", "source": list(options)}
            if name in self.labels:
                column = self.labels.index(name)
                self.sheet.data_validation(top, column, end, column, rule)
            else:
                row = top + keys.index(name)
                self.sheet.data_validation(row, 1, row, 1, rule)
        for column, label in enumerate(self.labels):
            if label in self.page.counts:
                self.sheet.data_validation(top, column, end, column, whole())
            elif label in ("Tự chấm", "Thẩm định"):
                self.sheet.data_validation(top, column, end, column, at_most(f"$C{top + 1}"))

    def paper(self, top: int) -> None:
        """Column widths, frozen header, A4 print set-up."""
        for column, width in enumerate(self.page.widths):
            self.sheet.set_column(column, column, width)
        self.sheet.freeze_panes(top, 2 if len(self.page.widths) > 4 else 0)
        self.sheet.set_paper(A4)
        if self.page.landscape:
            self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(top - len(self.page.header), top - 1)
        self.sheet.set_margins(left=0.7, right=0.5, top=0.7, bottom=0.7)
        self.sheet.set_footer("&C&P/&N")


def lines(text: str, width: float) -> int:
    """How many lines a text takes, wrapped to a column of this width in characters."""
    return sum(ceil(max(len(part), 1) / (width * 1.08)) for part in text.split("\n"))


def whole() -> dict[str, Any]:
    """The rule of a count: a whole number, 0 or more."""
    error = "Chỉ nhập số nguyên, từ 0 trở lên."
    return {"validate": "integer", "criteria": ">=", "value": 0, "error_message": error}


def at_most(cell: str) -> dict[str, Any]:
    """The rule of points: from 0 to the maximum in this cell; a warning only."""
    limits = {"criteria": "between", "minimum": 0, "maximum": f"={cell}"}
    error = "Điểm phải từ 0 đến điểm tối đa của tiêu chí."
    return {"validate": "decimal", **limits, "error_type": "warning", "error_message": error}


def write_workbook(path: Path, cluster: str, made: datetime, pages: Iterable[Page]) -> None:
    """Write a workbook of these pages; equal pages give an equal file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(str(path)) as book:
        book.set_properties({"created": made, "title": path.stem})
        for page in pages:
            drawing = Drawing(book, page)
            top = drawing.header(drawing.banner(cluster))
            drawing.body(top)
            drawing.rules(top)
            drawing.paper(top)
