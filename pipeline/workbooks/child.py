"""A workbook of an old kind (.xls, .xlsb, .ods) read in a process of its own, which may die without harm.

Run as a file: the bytes come in on the standard input, the cells go out as JSON. It knows nothing of the product.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

MEMORY, SECONDS = 768 * 2**20, 15
MOST_CELLS, LARGEST = 1_000_000, 64 * 2**20
PASSWORD, TOO_LARGE = 3, 4
"""How the process ends when the workbook has a password, or holds too much."""
_ENDS = {"PasswordError": PASSWORD, "MemoryError": TOO_LARGE}


def _limit(memory: int = MEMORY, seconds: int = SECONDS) -> None:
    """Bound memory and time where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def _sheets(data: bytes) -> Iterator[dict[str, Any]]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum, load_workbook

    book = load_workbook(io.BytesIO(data))
    for at, said in enumerate(book.sheets_metadata):
        if said.typ is SheetTypeEnum.WorkSheet:
            visible = said.visible is SheetVisibleEnum.Visible
            sheet = book.get_sheet_by_index(at) if visible else None
            yield {
                "title": said.name,
                "visible": visible,
                "cells": list(_cells(sheet)) if sheet else [],
                "merges": (sheet.merged_cell_ranges or []) if sheet else [],
            }


def _cells(sheet: Any) -> Iterator[tuple[int, int, str, Any]]:
    left = sheet.start[1] + 1 if sheet.start else 1
    for row, values in enumerate(sheet.iter_rows(), 1):
        for column, value in enumerate(values, left):
            if value != "":
                yield row, column, *_stored(value)


def _stored(value: Any) -> tuple[str, Any]:
    """A value as JSON, with the name of its type."""
    if isinstance(value, timedelta):
        return "timedelta", value.total_seconds()
    if isinstance(value, (datetime, date, time)):
        return type(value).__name__, value.isoformat()
    return type(value).__name__, value


def main() -> int:
    """Read one workbook; the number the process ends with says how it went. It may be told its bytes and seconds."""
    _limit(*map(int, sys.argv[1:]))
    sheets, cells = [], 0
    try:
        for sheet in _sheets(sys.stdin.buffer.read()):
            sheets.append(sheet)
            cells += len(sheet["cells"])
            if cells > MOST_CELLS:
                return TOO_LARGE
        text = json.dumps(sheets)
    except BaseException as error:  # a panic of the library is no Exception
        return _ENDS.get(type(error).__name__, 1)
    if len(text) > LARGEST:
        return TOO_LARGE
    sys.stdout.buffer.write(text.encode())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
