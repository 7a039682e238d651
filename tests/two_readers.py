"""Two other readers of workbooks, openpyxl and calamine: where they agree on a cell, ours must agree with them."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import python_calamine

from pipeline.problems import Problems
from pipeline.vietnamese.text import clean
from pipeline.workbooks.read import LISTS, RESULTS, Broken, Grid, letters, read_workbook


def disagreements(path: Path) -> list[str]:
    """The sheets and cells that we lose, change or invent without a word; none for a workbook that is refused.

    A cell that is refused with its place is neither lost nor changed, nor is one that the two read in two ways.
    """
    problems = Problems()
    ours = {grid.title: dict(_ours(grid)) for grid in read_workbook(path, path.name, problems)}
    refused = {problem.place.sheet for problem in problems.errors() if not problem.place.cell}
    if "" in refused:
        return []
    said = {f"{problem.place.sheet} {problem.place.cell}" for problem in problems.errors()}
    return [
        line
        for title, theirs, doubtful in _both(path)
        if title not in refused
        for place, line in _differences(title, ours.get(title), theirs, doubtful)
        if place not in said
    ]


def _differences(
    title: str, ours: dict[str, Any] | None, theirs: dict[str, Any], doubtful: set[str]
) -> Iterator[tuple[str, str]]:
    """By place, what we read of a cell and what they read."""
    if ours is None:
        yield title, f"{title}: a sheet is lost"
        return
    for ref in sorted((ours.keys() | theirs.keys()) - doubtful):
        one, other = ours.get(ref), theirs.get(ref)
        if one != other and not isinstance(one, Broken):
            yield f"{title} {ref}", f"{title} {ref}: {one!r}, not {other!r}"


def _both(path: Path) -> Iterator[tuple[str, dict[str, Any], set[str]]]:
    """Of each visible sheet the title, what openpyxl reads, and where calamine reads something else."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path, data_only=True)
    library = python_calamine.load_workbook(str(path))
    for page in book.worksheets:
        if page.sheet_state == "visible" and page.title not in (LISTS, RESULTS):
            one, other = dict(_by_openpyxl(page)), dict(_by_calamine(library.get_sheet_by_name(page.title)))
            every = one.keys() | other.keys()
            yield clean(page.title).text, one, {ref for ref in every if one.get(ref) != other.get(ref)}


def _ours(grid: Grid) -> Iterator[tuple[str, Any]]:
    return ((f"{letters(column)}{row}", cell.value) for (row, column), cell in grid.cells.items())


def _by_openpyxl(page: Any) -> Iterator[tuple[str, Any]]:
    for held in (held for line in page.iter_rows() for held in line if held.value is not None):
        if (value := _settled(held.value)) is not None:
            yield held.coordinate, value


def _by_calamine(page: Any) -> Iterator[tuple[str, Any]]:
    for number, line in enumerate(page.to_python(skip_empty_area=False), 1):
        for column, raw in enumerate(line, 1):
            if raw != "" and (value := _settled(raw)) is not None:
                yield f"{letters(column)}{number}", value


def _settled(value: Any) -> Any:
    if isinstance(value, float):
        return int(value) if value.is_integer() else Decimal(repr(value))
    if isinstance(value, datetime) and value.time() == time(0):
        return value.date()
    return clean(value).text or None if isinstance(value, str) else value
