"""The text files of the samples, read as a person would type them into Excel.

A page file (``.tsv``) begins with directives, then one header row, then the data rows, separated by tabs:

    # sheet, # title      the sheet's name, the title above the table
    # measure             the unit of the figures ("Đơn vị tính: …")
    # widths              the column widths, in characters
    # choices A = x | y   a drop-down in column A (of a key-value sheet: in the row of key A)
    # counts A            only whole numbers in column A
    # landscape           the page lies on its side
    # kind                a table that is computed: "scores by unit", "commendations by unit"

A narrative file (``.txt``) holds headings (``== Mục``, or ``== Mục @ Đơn vị``), each followed by its
paragraphs, one a line.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

WHOLE = re.compile(r"\d{1,3}(\.\d{3})+|\d+")
DECIMAL = re.compile(r"\d+,\d+")
DAY = re.compile(r"(\d{2})/(\d{2})/(\d{4})")


@dataclass(frozen=True)
class Formula:
    """A formula with the value that Excel would show for it."""

    text: str
    value: float


Cell = str | int | float | date | Formula | None
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Page:
    """One worksheet: what stands above the table, the table, and how it is to look."""

    sheet: str
    title: str
    header: tuple[tuple[str, ...], ...]
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    unit: str = ""
    measure: str = ""
    choices: dict[str, tuple[str, ...]] = field(default_factory=dict)
    counts: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    strong: frozenset[int] = frozenset()
    landscape: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the report's text, under its heading, of one unit or of the cluster."""

    heading: str
    unit: str
    text: str


def lines_of(path: Path) -> list[str]:
    """The lines of a file; text that is not NFC or has double spaces is refused."""
    text = path.read_text(encoding="utf-8")
    if text != unicodedata.normalize("NFC", text):
        raise ValueError(f"{path.name}: not NFC")
    if "  " in text:
        raise ValueError(f"{path.name}: double spaces")
    return text.splitlines()


def typed(text: str) -> Cell:
    """The cell that Excel makes of typed text: number, date or text (a leading ' keeps it text)."""
    if not text:
        return None
    if text.startswith("'"):
        return text[1:]
    if WHOLE.fullmatch(text):
        return int(text.replace(".", ""))
    if DECIMAL.fullmatch(text):
        return float(text.replace(",", "."))
    if day := DAY.fullmatch(text):
        return date(int(day[3]), int(day[2]), int(day[1]))
    return text.replace("\\n", "\n")


def table(path: Path) -> tuple[list[str], list[list[str]]]:
    """Header and rows of a tab-separated file, directives left out, short rows filled up."""
    header, *rows = (line.split("\t") for line in lines_of(path) if line and not line.startswith("# "))
    return header, [row + [""] * (len(header) - len(row)) for row in rows]


def directives(path: Path) -> dict[str, list[str]]:
    """The directives of a page file: name -> values, in the order they stand."""
    found: dict[str, list[str]] = {}
    for line in lines_of(path):
        if line.startswith("# "):
            name, _, value = line[2:].partition(" ")
            found.setdefault(name, []).append(value)
    return found


def choices(values: list[str]) -> dict[str, tuple[str, ...]]:
    """Drop-downs from ``Cột = a | b``: the column or key -> what may be chosen."""
    pairs = (value.split(" = ", 1) for value in values)
    return {name: tuple(options.split(" | ")) for name, options in pairs}


def page(path: Path) -> Page:
    """One worksheet from its page file."""
    said = directives(path)
    header, rows = table(path)
    return Page(
        sheet=said["sheet"][0],
        title=said["title"][0],
        header=(tuple(header),),
        rows=tuple(tuple(typed(cell) for cell in row) for row in rows),
        widths=tuple(float(width) for width in said["widths"][0].split()),
        measure=said.get("measure", [""])[0],
        choices=choices(said.get("choices", [])),
        counts=tuple(said.get("counts", [])),
        landscape="landscape" in said,
    )


def paragraphs(path: Path) -> list[Paragraph]:
    """The paragraphs of a narrative file, in order."""
    heading, unit, found = "", "", []
    for line in lines_of(path):
        if line.startswith("== "):
            heading, _, unit = line[3:].partition(" @ ")
        elif line and not line.startswith("# "):
            found.append(Paragraph(heading, unit, line))
    return found
