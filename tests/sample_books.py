"""The sample workbooks as openpyxl alone reads them, and copies of them with something changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
from papers import INPUTS

Row = tuple[Any, ...]


def books(name: str, inputs: Path = INPUTS) -> list[Path]:
    """The workbooks of a dossier."""
    return sorted((inputs / name).rglob("*.xlsx"))


def pages(name: str, sheet: str, inputs: Path = INPUTS) -> Iterator[tuple[Path, list[Row]]]:
    """The rows of the sheet of that name in each workbook that has it."""
    for book in books(name, inputs):
        workbook = openpyxl.load_workbook(book, data_only=True)
        if sheet in workbook.sheetnames:
            yield book, list(workbook[sheet].iter_rows(values_only=True))


def table(rows: Sequence[Row], header: str) -> list[dict[str, Any]]:
    """The rows under the header row that holds a cell, by the words of the header."""
    at = next(number for number, row in enumerate(rows) if header in row)
    names = [str(name) for name in rows[at]]
    return [dict(zip(names, row, strict=True)) for row in rows[at + 1 :]]


def facts(name: str) -> dict[str, Any]:
    """The sheet "Thông tin"; of a key that stands twice the first."""
    found: dict[str, Any] = {}
    for _, rows in pages(name, "Thông tin"):
        for key, value, *_ in rows:
            found.setdefault(str(key), value)
    return found


def exact(value: object) -> Decimal:
    """A typed number, or the number that typed text shows."""
    text = str(value).strip()
    return Decimal(text.replace(".", "").replace(",", ".") if isinstance(value, str) else text)


def copied(name: str, inputs: Path) -> Path:
    """A copy of a sample dossier below another folder of inputs."""
    shutil.copytree(INPUTS / name, inputs / name)
    return inputs


def changed(book: Path, change: Callable[[Any], None]) -> None:
    """Change a workbook in its place; what its formulas gave stands as numbers then."""
    workbook = openpyxl.load_workbook(book, data_only=True)
    change(workbook)
    workbook.save(book)


def without(name: str, sheet: str, inputs: Path) -> Path:
    """A copy of a sample dossier in which no workbook has that sheet."""
    copied(name, inputs)
    for book in books(name, inputs):
        workbook = openpyxl.load_workbook(book, data_only=True)
        if sheet in workbook.sheetnames:
            del workbook[sheet]
            workbook.save(book)
    return inputs
