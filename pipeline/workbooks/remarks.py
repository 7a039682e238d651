"""The notes and threads that people left on the cells of a sheet; they are said, never printed."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.vietnamese.text import clean
from pipeline.workbooks.book import Book
from pipeline.workbooks.parts import walk

AUTHOR = "Kiểm tra"
"""Who leaves the notes of a marked copy."""
REMARK = "O-30"
"""The code of the problem that says a remark; a marked copy does not say it in the cell again."""
_THREADED = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
_OURS = re.compile(r"\n\n(?:LỖI|CẢNH BÁO|LƯU Ý): .*", re.DOTALL)
_LONGEST = 100


def remarks(book: Book, sheet: str) -> Mapping[str, str]:
    """The words of people on the cells of the sheet in a part, by cell, shortened; a marked copy's own left out.

    Raises `Refused`: TEP-09 to TEP-11 as for any part.
    """
    leads = [(kind, name) for _, kind, name in book.relations(sheet) if name in book.parts]
    notes = _read(book, [name for kind, name in leads if kind == "comments"])
    threads = _read(book, [name for kind, name in leads if kind == "threadedComment"])
    theirs = ((cell, text) for cell, author, text in notes if author != AUTHOR and _is_note(author, threads))
    found = {cell: _OURS.sub("", text) for cell, text in theirs}
    for cell, _, text in threads:
        found[cell] = f"{found[cell]} / {text}" if cell in found else text
    return {cell: _short(text) for cell, text in found.items() if text.strip()}


def _is_note(author: str, threads: list[tuple[str, str, str]]) -> bool:
    """A thread is stored as a note besides, for a reader that knows no threads."""
    return not (threads and author.startswith("tc="))


def _short(text: str) -> str:
    line = " ".join(clean(text).text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


def _read(book: Book, names: list[str]) -> list[tuple[str, str, str]]:
    return [remark for name in names for remark in _Remarks(name, book.parts[name]).found]


class _Remarks:
    """The remarks of one part: cell, author, words."""

    def __init__(self, name: str, part: bytes) -> None:
        self.found: list[tuple[str, str, str]] = []
        self._authors: list[str] = []
        self._cell = self._author = self._words = ""
        self._aside = False
        walk(name, part, self._start, self._end, self._text)

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        if element in ("author", "comment", f"{_THREADED} threadedComment"):
            number = attributes.get("authorId", "")
            self._author = self._authors[int(number)] if number.isdecimal() and int(number) < len(self._authors) else ""
            self._cell, self._words = attributes.get("ref", ""), ""
        self._aside |= element == "rPh"

    def _end(self, element: str) -> None:
        if element == "author":
            self._authors.append(self._words)
        elif element in ("comment", f"{_THREADED} threadedComment"):
            self.found.append((self._cell, self._author, self._words))
        self._aside &= element != "rPh"

    def _text(self, text: str) -> None:
        if not self._aside:
            self._words += text
