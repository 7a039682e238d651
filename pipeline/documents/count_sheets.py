"""A table of counts as a sheet of a workbook: what is summed on paper is a formula over its cells."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.documents.pivot import ALL, Heads, Line, Pivot
from pipeline.model import Figure
from pipeline.workbooks.count_book import CountSheet, top_row
from pipeline.workbooks.read import letters
from pipeline.workbooks.score_book import Formula, Value

_LEFT = 2


def sheet(name: str, heading: Sequence[str], what: str, pivot: Pivot) -> CountSheet:
    """The sheet."""
    first = top_row(heading, len(pivot.columns[0]))
    rows = [
        [int(line.mark) if line.mark.isdigit() else line.mark, line.name, *_values(line, at, pivot, first)]
        for at, line in enumerate(pivot.lines)
    ]
    totals = [_under(pivot, column, first) for column in range(len(pivot.columns))]
    bold = frozenset(at for at, line in enumerate(pivot.lines) if line.group)
    return CountSheet(name, tuple(heading), what, pivot.columns, rows, totals, bold)


def _values(line: Line, at: int, pivot: Pivot, first: int) -> list[Value]:
    return [_value(line, at, column, pivot, first) for column in range(len(pivot.columns))]


def _value(line: Line, at: int, column: int, pivot: Pivot, first: int) -> Value:
    """A count; the sum of the row, or of the rows of a level, as a formula."""
    heads = pivot.columns[column]
    figure = line.cells.get(heads)
    if figure is None:
        return None
    if line.group:
        below = next((n for n, other in enumerate(pivot.lines[at + 1 :], at + 1) if other.group), len(pivot.lines))
        return _sum([f"{_at(column)}{first + at + 1}:{_at(column)}{first + below - 1}"], figure)
    if heads[0] == ALL:
        parts = [f"{_at(n)}{first + at}" for n, other in enumerate(pivot.columns) if _is_part(other, heads)]
        return _sum(parts, figure)
    return figure


def _is_part(column: Heads, sums: Heads) -> bool:
    return column[0] != ALL and column[-1] == sums[-1]


def _under(pivot: Pivot, column: int, first: int) -> Value:
    """The sum under a column: of the rows of the levels where there are any, else of all rows."""
    figure = pivot.totals[pivot.columns[column]]
    groups = [f"{_at(column)}{first + at}" for at, line in enumerate(pivot.lines) if line.group]
    last = first + len(pivot.lines) - 1
    return _sum(groups or [f"{_at(column)}{first}:{_at(column)}{last}"], figure)


def _sum(parts: Sequence[str], figure: Figure) -> Formula:
    return Formula(f"=SUM({','.join(parts)})", figure)


def _at(column: int) -> str:
    return letters(_LEFT + column + 1)
