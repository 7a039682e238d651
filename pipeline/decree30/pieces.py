"""The lines of a page: a paragraph, or its parts between tabs and line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from pipeline.decree30.layout import Paragraph, Run
from pipeline.vietnamese.text import bare

_RULE = re.compile(r"[\s_\-–—*=.…]*")
_DOTS = 5
_BEGINNING = 48
"""A line is known by no more than its first letters."""


@dataclass(frozen=True)
class Piece:
    """A line of a component: its letters, its paragraph, its part of the page; `shared` beside another by a tab."""

    runs: tuple[Run, ...]
    paragraph: Paragraph
    position: int
    shared: bool
    role: str = ""

    @cached_property
    def text(self) -> str:
        """What is read, without the spaces around it."""
        return "".join(run.shown for run in self.runs).strip(" \u00a0")

    @cached_property
    def words(self) -> str:
        """How it begins, without accents and signs; the whole of it when it is short."""
        return bare(self.text[:_BEGINNING])


def pieces_of(paragraph: Paragraph) -> list[Piece]:
    """The lines of a paragraph, split at tabs and line breaks; what is empty is left out."""
    if "\t" not in paragraph.text and "\n" not in paragraph.text:
        return [Piece(paragraph.runs, paragraph, 0, False)] if paragraph.text.strip() else []
    lines: list[list[list[Run]]] = [[[]]]
    for run in paragraph.runs:
        for sign, text in re.findall(r"([\t\n]?)([^\t\n]*)", run.text):
            if sign == "\n":
                lines.append([[]])
            elif sign == "\t":
                lines[-1].append([])
            if text:
                lines[-1][-1].append(replace(run, text=text))
    return [piece for line in lines for piece in _line(line, paragraph)]


def _line(line: list[list[Run]], paragraph: Paragraph) -> Iterator[Piece]:
    parts = [tuple(runs) for runs in line if "".join(run.text for run in runs).strip()]
    for position, runs in enumerate(parts):
        yield Piece(runs, paragraph, position, len(parts) > 1)


def is_line(text: str) -> bool:
    """Whether a text is nothing but a drawn line."""
    return _RULE.fullmatch(text) is not None


def is_room(text: str) -> bool:
    """Whether a line is mostly dots, to be filled by hand."""
    dots = sum(text.count(sign) * wide for sign, wide in (("…", 3), (".", 1), ("_", 1)))
    return dots > _DOTS and 2 * dots > len(text)
