"""A form as an Excel workbook: titles, bordered tables, drop-downs, locked labels, A4 print set-up."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from pipeline.office import package
from pipeline.workbooks.forms import VALUE, Line, Page, Typed
from pipeline.workbooks.limits import fits_inline, limit
from pipeline.workbooks.read import LISTS, letters
from pipeline.workbooks.sheets import NUMBER_COLUMN, UNITS, Column

_FONT = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter", "locked": True}
_BOX = {**_FONT, "border": 1, "text_wrap": True}
_LOOKS: dict[str, dict[str, Any]] = {
    "open": {**_FONT, "locked": False, "text_wrap": True},
    "title": {**_FONT, "bold": True, "font_size": 14},
    "guide": {**_FONT, "italic": True, "font_color": "#44546A", "text_wrap": True, "valign": "top"},
    "owner": {**_FONT, "bold": True},
    "head": {**_BOX, "bold": True, "align": "center", "bg_color": "#DDEBF7"},
    "needed": {**_BOX, "bold": True, "align": "center", "bg_color": "#FCE4D6"},
    "label": {**_BOX, "bg_color": "#F2F2F2"},
    "label needed": {**_BOX, "bold": True, "bg_color": "#FCE4D6"},
    "group": {**_BOX, "bold": True, "bg_color": "#F2F2F2"},
    "number": {**_BOX, "align": "center", "locked": False},
    "value": {**_BOX, "locked": False},
    "value left": {**_BOX, "locked": False, "align": "left"},
}
_FORMATS = {
    "count": "#,##0", "money": "#,##0", "points": "General", "number": "General", "percent": "General",
    "year": "General", "date": "dd/mm/yyyy", "time": "hh:mm",
}  # fmt: skip
"""How a kind is shown; all else is text, so that "01", "8/8" and "- …" stay as they are typed."""
_CENTRED = ("count", "points", "percent", "year", "date", "time", "choice")
_WIDTHS = {
    "count": 10, "points": 10, "percent": 9, "year": 9, "time": 10, "date": 13, "money": 16, "number": 10,
    "amount": 15, "choice": 16, "unit": 28, "lines": 60, "names": 26,
}  # fmt: skip
_FIELD_WIDTHS = {
    NUMBER_COLUMN.field: 8, "code": 9, "key": 46, "value": 64, "name": 42, "short": 16, "note": 24, "summary": 44,
    "text": 80, "abstract": 60, "activity": 40, "award": 32, "form": 34, "subject": 30, "candidate": 28,
    "content": 30, "target": 34, "section": 26, "measure": 11, "round": 8, "honorific": 10, "kind": 16,
}  # fmt: skip
_PORTRAIT = 92
_LAST_ROW = 1000
_OPEN = {
    name: True for name in (
        "format_cells", "format_columns", "format_rows", "insert_rows", "delete_rows", "sort", "autofilter",
    )
}  # fmt: skip
_LINE = 16.5
"""The height of a line of text, in points."""
_KEYED = "Ghi vào cột “Giá trị”. Mục có dấu * là mục cần có; mục chưa biết thì để trống."
_TABLE = "Mỗi dòng là {row}. {needed}Chưa có số liệu thì để trống; không có thì ghi 0."
_NEEDED = "Cột có dấu * là cột cần có. "


def drawn(pages: Sequence[Page]) -> bytes:
    """The workbook of the pages, with a hidden sheet for the long lists of choices."""
    import xlsxwriter

    output = io.BytesIO()
    with xlsxwriter.Workbook(output, {"in_memory": True, "default_format_properties": {"locked": False}}) as book:
        book.set_properties({"created": datetime(1980, 1, 1)})
        drawing = _Drawing(book, pages)
        sheets = [book.add_worksheet(page.sheet.name) for page in pages]
        drawing.write_lists()
        for page, sheet in zip(pages, sheets, strict=True):
            drawing.draw(page, sheet)
    return package.write(package.read(output.getvalue()))


class _Drawing:
    """One workbook being drawn: its formats by name, and where its lists of choices stand."""

    def __init__(self, book: Any, pages: Sequence[Page]) -> None:
        self._book = book
        self._looks: dict[str, Any] = {}
        self._pages = pages
        self._lists: dict[tuple[str, ...], str] = {}
        self._units = _units_of(pages)

    def look(self, name: str, form: str | None = None, centred: bool = False) -> Any:
        """A cell format by name, made once."""
        made = f"{name}/{form}/{centred}"
        if made not in self._looks:
            more = {"num_format": form} if form else {}
            self._looks[made] = self._book.add_format(
                {**_LOOKS[name], **more, **({"align": "center"} if centred else {})}
            )
        return self._looks[made]

    def write_lists(self) -> None:
        """The choices that do not fit into a rule, a column each, on a sheet nobody sees."""
        long = [c for page in self._pages for c in page.columns if c.choices and not fits_inline(c)]
        lists = {column.wordings: column.header for column in long}
        if not lists:
            return
        sheet = self._book.add_worksheet(LISTS)
        for at, (wordings, header) in enumerate(lists.items()):
            sheet.write_column(0, at, (header, *wordings))
            letter = letters(at + 1)
            self._lists[wordings] = f"='{LISTS}'!${letter}$2:${letter}${len(wordings) + 1}"
        sheet.very_hidden()

    def draw(self, page: Page, sheet: Any) -> None:
        """One page, from its title to its print set-up."""
        widths = [_width(column) for column in page.heads]
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width, self.look("open"))
        self._banner(page, sheet, sum(widths))
        self._header(page, sheet)
        (self._keys if page.keyed else self._rows)(page, sheet)
        sheet.protect("", _OPEN)
        sheet.freeze_panes(page.first, 0 if page.keyed else min(2, len(widths) - 1))
        _print_setup(sheet, page, sum(widths) > _PORTRAIT)

    def _banner(self, page: Page, sheet: Any, width: float) -> None:
        needed = _NEEDED if any(column.required for column in page.columns) else ""
        guide = _KEYED if page.keyed else _TABLE.format(row=page.row, needed=needed)
        sheet.write_string(0, 0, page.sheet.name.upper(), self.look("title"))
        sheet.set_row(0, 24)
        sheet.merge_range(1, 0, 1, len(page.heads) - 1, guide, self.look("guide"))
        sheet.set_row(1, _LINE * _lines(guide, width) + 3)
        if page.owner is not None:
            sheet.write_string(2, 0, "Đơn vị:", self.look("owner"))
            sheet.merge_range(2, 1, 2, min(3, len(page.heads) - 1), page.owner, self.look("value", "@"))
            sheet.data_validation(2, 1, 2, 1, {
                "validate": "any", "input_title": "Đơn vị", "input_message": "Ghi tên đơn vị gửi sổ này.",
            })  # fmt: skip

    def _header(self, page: Page, sheet: Any) -> None:
        for at, column in enumerate(page.heads):
            star = " *" if column.required else ""
            sheet.write_string(page.header, at, column.header + star, self.look("needed" if star else "head"))

    def _keys(self, page: Page, sheet: Any) -> None:
        given = {field: value for line in page.lines for field, value in line.values.items()}
        for number, column in enumerate(page.columns, 1):
            row, at = page.at(column.field)
            hint = f" ({column.says})" if column.says else ""
            label = f"{column.header}{' *' if column.required else ''}{hint}"
            sheet.write_number(row, 0, number, self.look("label", centred=True))
            sheet.write_string(row, 1, label, self.look("label needed" if column.required else "label"))
            look = self.look("value left", _FORMATS.get(column.kind, "@"))
            _write(sheet, row, at, given.get(column.field), look)
            self._limit(sheet, column, row, row, at)
            sheet.set_row(row, _LINE * _lines(str(given.get(column.field, "")), _width(VALUE)) + 2)

    def _rows(self, page: Page, sheet: Any) -> None:
        for row, line in enumerate(page.lines, page.first):
            sheet.set_row(row, _height(page, line))
        for at, column in enumerate(page.heads):
            look = self.look("value", _FORMATS.get(column.kind, "@"), column.kind in _CENTRED)
            numbers = column is NUMBER_COLUMN
            for index in range(page.rows):
                line = page.lines[index] if index < len(page.lines) else Line({})
                value = index + 1 if numbers else line.values.get(column.field)
                shown = (
                    self.look("group", centred=column.kind in _CENTRED)
                    if line.group
                    else self.look("number")
                    if numbers
                    else look
                )
                _write(sheet, page.first + index, at, value, shown)
            if not numbers:
                self._limit_column(page, sheet, column, at)

    def _limit_column(self, page: Page, sheet: Any, column: Column, at: int) -> None:
        """The rule of a column: one for all its rows, or one a row where each has its own most points."""
        if column.kind == "points" and any(line.highest for line in page.lines):
            for row, line in enumerate(page.lines, page.first):
                if not line.group:
                    highest = line.highest if column.field != "maximum" else None
                    sheet.data_validation(row, at, row, at, limit(column, "", highest=highest))
        else:
            self._limit(sheet, column, page.first, _LAST_ROW, at)

    def _limit(self, sheet: Any, column: Column, first: int, last: int, at: int) -> None:
        source = self._units if column.kind == "unit" else self._lists.get(column.wordings)
        rule = limit(column, f"{letters(at + 1)}{first + 1}", source)
        if rule:
            sheet.data_validation(first, at, last, at, rule)


def _units_of(pages: Sequence[Page]) -> str | None:
    """The cells that list the units, as far as they are filled."""
    page = next((page for page in pages if page.sheet is UNITS), None)
    if page is None:
        return None
    row, at = page.at("name")
    start, end = f"'{UNITS.name}'!${letters(at + 1)}${row + 1}", f"${letters(at + 1)}${_LAST_ROW}"
    return f"=OFFSET({start},0,0,MAX(1,COUNTA({start}:{end})),1)"


def _width(column: Column) -> int:
    return _FIELD_WIDTHS.get(column.field) or _WIDTHS.get(column.kind) or 20


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a cell so wide."""
    return sum(1 + int(len(line) / width) for line in text.split("\n"))


def _height(page: Page, line: Line) -> float:
    texts = ((str(line.values.get(column.field, "")), _width(column)) for column in page.heads)
    return _LINE * max(_lines(text, width) for text, width in texts) + 2


def _write(sheet: Any, row: int, at: int, value: Typed | None, look: Any) -> None:
    """A value as what it is; text is never taken for a formula."""
    if value is None or value == "":
        sheet.write_blank(row, at, None, look)
    elif isinstance(value, str):
        sheet.write_string(row, at, value, look)
    elif isinstance(value, (int, Decimal)):
        sheet.write_number(row, at, float(value), look)
    else:
        sheet.write_datetime(row, at, value, look)


def _print_setup(sheet: Any, page: Page, landscape: bool) -> None:
    sheet.set_paper(9)
    if landscape:
        sheet.set_landscape()
    sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(page.header)
    sheet.print_area(0, 0, page.first + page.rows - 1, len(page.heads) - 1)
    sheet.set_footer("&C&P/&N")
