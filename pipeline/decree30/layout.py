"""A Word file as Word lays it out: every paragraph with its place and its look, the pages with their headers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

_TAB = 720
"""How far a tab leads where nothing else is set."""


@dataclass(frozen=True)
class Run:
    """Letters of one look: font, size in half points, weight, slant, line under them, capitals, colour."""

    text: str
    fonts: tuple[str, ...]
    size: int
    bold: bool
    italic: bool
    underlined: bool
    caps: bool
    color: str
    raised: bool
    """The number of a note, small above the line."""

    @property
    def shown(self) -> str:
        """The text as it is seen on paper."""
        return self.text.upper() if self.caps else self.text


@dataclass(frozen=True)
class Cell:
    """Where a paragraph in a table stands: table, row, cell, from 1."""

    table: int
    row: int
    column: int


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: its letters, its side, indents and spacing in twentieths of a point, where it stands."""

    index: int
    place: str
    runs: tuple[Run, ...]
    align: str
    left: int
    first: int
    before: int
    after: int
    line: int
    line_rule: str
    style: str
    contextual: bool
    ruled: bool
    drawn: bool
    listed: bool
    cell: Cell | None
    section: int
    right: int = 0
    room: int | None = None
    """Width of its cell; 0 where it may be as wide as the page, None where that is not known."""
    shapes: tuple[int, ...] = ()
    """The lengths of the lines that are drawn in it as shapes."""
    level: tuple[str, str, str] = ("", "", "")
    """Of a list that Word counts: the list, the level, the kind of its signs."""

    @cached_property
    def text(self) -> str:
        """What is read on paper."""
        return "".join(run.shown for run in self.runs)

    @property
    def start(self) -> int:
        """Where the first line begins: its indent, and the tabs it opens with."""
        tabs = len(self.text) - len(self.text.lstrip("\t"))
        return self.left + self.first + tabs * _TAB


@dataclass(frozen=True)
class Header:
    """The top of a page: its paragraphs, and the one that numbers the page."""

    paragraphs: tuple[Paragraph, ...] = ()
    number: Paragraph | None = None


@dataclass(frozen=True)
class Section:
    """Pages of one paper: size, margins, headers; `first` is None where page one is like the others."""

    width: int
    height: int
    margins: dict[str, int]
    restarts: str
    header: Header
    first: Header | None
    footer_numbers: bool
    begins: int = 0
    """The index of its first paragraph."""


@dataclass(frozen=True)
class Layout:
    """A Word file laid out."""

    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    broad: frozenset[int]
    """The sections that hold a table or a drawing."""


def gap(paragraphs: tuple[Paragraph, Paragraph]) -> int:
    """The space between two paragraphs that follow each other."""
    above, below = paragraphs
    alike = above.style == below.style
    after = 0 if above.contextual and alike else above.after
    return after + (0 if below.contextual and alike else below.before)
