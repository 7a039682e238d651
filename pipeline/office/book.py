"""A small workbook of one table, as it lies behind a chart."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from pipeline.office import package


def table_book(title: str, columns: Mapping[str, Sequence[str | Decimal | None]]) -> bytes:
    """The workbook: a column under each head; text is written as text, never as a formula.

    The same table gives the same bytes.
    """
    import xlsxwriter

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(1980, 1, 1)})
        sheet = book.add_worksheet(title)
        for column, (head, values) in enumerate(columns.items()):
            for row, value in enumerate((head or None, *values)):
                if isinstance(value, str):
                    sheet.write_string(row, column, value)
                elif value is not None:
                    sheet.write_number(row, column, value)
    return package.write(package.read(content.getvalue()))
