"""The texts that somebody typed in the workbooks of a dossier, and the cells they stand in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property

from pipeline.model import Text
from pipeline.problems import Place
from pipeline.vietnamese.text import key
from pipeline.workbooks.rows import Entry, Row, Tables

_SHORTEST = 2
_DIGIT = re.compile(r"\d")
_LIKE_A_LIST = re.compile(r"^[-–+•\s]+|[;.,\s]+$")
"""What a paper puts around a line of a list."""


class Typed:
    """What was typed in the tables of a dossier, to be found again in its papers."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text, line by line, with its cell; the longest first."""
        found = dict.fromkeys(Text(line, place) for line, place in self._lines() if len(line) >= _SHORTEST)
        return tuple(sorted(found, key=lambda text: (-len(text.text), text.place)))

    def _lines(self) -> Iterator[tuple[str, Place]]:
        rows = (row for of_sheet in self._tables.rows.values() for row in of_sheet)
        return ((line, entry.place) for row in rows for entry in _entries(row) for line in _of(entry))

    @cached_property
    def sentences(self) -> tuple[Text, ...]:
        """The texts that hold a number, without what a list puts around them; the longest first."""
        plain = (replace(text, text=_LIKE_A_LIST.sub("", text.text)) for text in self.texts)
        return tuple(text for text in plain if _DIGIT.search(text.text) and " " in text.text)

    @cached_property
    def names_of_nothing(self) -> frozenset[str]:
        """The words that tell of a lost value where they stand alone; less those that somebody typed."""
        from pipeline.rendering.printer import NOTHING

        return NOTHING - {line for line, _ in self._lines()}

    def cell_of(
        self, paragraph: str, suspected: Callable[[str], bool], share: float = 0, sheet: str = ""
    ) -> Place | None:
        """The cell of the longest suspected text that is read in a paragraph, and is so much of it at least."""
        whole = key(paragraph)
        least = share * len(whole)
        found = (text for text in self.texts if suspected(text.text) and (not sheet or self._stands_in(sheet, text)))
        return next((text.place for text in found if len(own := key(text.text)) >= least and _is_in(own, whole)), None)

    def _stands_in(self, sheet: str, text: Text) -> bool:
        return sheet in self._tables.names.get(replace(text.place, cell=""), ())

    def sheet(self, name: str) -> Place:
        """The first sheet of that kind; no place where there is none."""
        return next((place for place, names in self._tables.names.items() if name in names), Place())

    def without(self, paragraph: str, signs: re.Pattern[str]) -> str:
        """A paragraph less the texts with such signs that somebody typed."""
        left = paragraph.replace("\u00a0", " ")
        for text in self.texts:
            if signs.search(text.text):
                left = re.sub(re.escape(_LIKE_A_LIST.sub("", text.text)), " ", left, flags=re.IGNORECASE)
        return left


def _entries(row: Row) -> Iterator[Entry]:
    yield from row.entries.values()
    for labels, entry in row.extra.items():
        yield entry
        yield Entry(labels, replace(row.table, cell=_above(entry.place.cell, row.table.cell)))
    if row.owner:
        yield row.owner


def _above(cell: str, header: str) -> str:
    """The cell over another one in the row of the header."""
    return cell.rstrip("0123456789") + header.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _of(entry: Entry) -> tuple[str, ...]:
    value = entry.value
    return (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()


def _is_in(text: str, whole: str) -> bool:
    """Whether a text stands in another as whole words."""
    return bool(text) and text in whole and re.search(rf"(?<!\w){re.escape(text)}(?!\w)", whole) is not None
