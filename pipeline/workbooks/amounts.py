"""Sums of money in thousands or millions: what a header, or the line above it, says of its numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.vietnamese.text import bare
from pipeline.workbooks.areas import rows_between
from pipeline.workbooks.headers import Header
from pipeline.workbooks.read import Grid

_FACTORS = {"dong": 1, "nghin dong": 10**3, "ngan dong": 10**3, "trieu dong": 10**6, "ty dong": 10**9, "ti dong": 10**9}
_IN_A_HEADER = re.compile(rf".*?\b({'|'.join(_FACTORS)})$")
_IN_A_LINE = re.compile(rf".*?\b(?:don vi(?: tinh)?|dvt) ({'|'.join(_FACTORS)})$")


def in_full(grid: Grid, header: Header) -> Header:
    """The header whose columns of money know what one unit of their numbers is: "Số tiền (triệu đồng)"."""
    above = next(filter(None, (_factor(_IN_A_LINE, text) for text in _above(grid, header))), 1)
    columns = {
        at: replace(column, factor=_factor(_IN_A_HEADER, _label(grid, header, at)) or above)
        for at, column in header.columns.items()
        if column.kind == "money"
    }
    return replace(header, columns={**header.columns, **columns})


def _label(grid: Grid, header: Header, at: int) -> str:
    return " ".join(grid.text(row, at, filled=True) for row in range(header.top, header.bottom + 1))


def _above(grid: Grid, header: Header) -> Iterator[str]:
    return (grid.text(row, column) for row in rows_between(grid, 0, header.top) for column in grid.columns)


def _factor(said: re.Pattern[str], text: str) -> int | None:
    found = said.fullmatch(bare(text))
    return _FACTORS[found[1]] if found else None
