"""Where the figures of a document stand: a copy of it is printed with a mark before and behind each of them.

The copy is only read. The marks are characters of a private plane, which no cell may hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from lxml import etree

from pipeline.model import Figure, Occurrence
from pipeline.office import package
from pipeline.office.blocks import blocks, stories
from pipeline.office.relations import Parts
from pipeline.rendering.printer import Printer, written
from pipeline.rendering.tags import W

_FIRST, _BASE, _CLOSE = 0xF0000, 0x8000, "\U000ffffd"
_MARK = re.compile("[\U000f0000-\U000f7fff\U000ffffd]")
_FIGURE = re.compile("([\U000f0000-\U000f7fff]+)(.*?)\U000ffffd", re.DOTALL)
_STORIES = {"hdr": "đầu trang", "ftr": "chân trang", "footnotes": "chú thích", "endnotes": "chú thích cuối"}
_BOX, _CHART = "khung chữ", "biểu đồ"


class Marker(Printer):
    """Prints a document with every figure between marks that tell its number in the order of printing."""

    def noted(self, figure: Figure, text: str) -> str:
        """The text of the figure between its marks."""
        number = len(self._used)
        return f"{_digits(number)}{super().noted(figure, text)}{_CLOSE}"

    def changed(self, value: object, change: Callable[[str], str]) -> str:
        """The changed words, with the marks where they were."""
        text = self.text(value)
        changed = change(unmarked(text))
        for at, mark in _marks(text):
            changed = changed[:at] + mark + changed[at:]
        return changed


def unmarked(text: str) -> str:
    """The text less its marks."""
    return _MARK.sub("", text)


def _marks(text: str) -> list[tuple[int, str]]:
    """The marks of a text with their places in it."""
    return [(found.start(), found[0]) for found in _MARK.finditer(text)]


def _digits(number: int) -> str:
    head, last = divmod(number, _BASE)
    return (_digits(head) if head else "") + chr(_FIRST + last)


def _number(digits: str) -> int:
    number = 0
    for digit in digits:
        number = number * _BASE + ord(digit) - _FIRST
    return number


def occurrences(copies: Parts, document: bytes, used: Sequence[Figure]) -> Iterator[Occurrence]:
    """The figures of a document in reading order, from marked copies of its parts; `used` are those of the copies.

    A part of which the copy says anything else than the document tells nothing.
    """
    parts = package.read(document)
    marked = {name: copy for name, copy in copies.items() if _says(copy.decode(), parts[name].decode())}
    for name, root in stories({**parts, **marked}).items():
        if name in marked:
            yield from _in_story(root, used)


def _says(copy: str, text: str) -> bool:
    """Whether the copy holds figures and is the text but for its marks."""
    return _CLOSE in copy and unmarked(copy) == text


def _in_story(root: etree._Element, used: Sequence[Figure]) -> Iterator[Occurrence]:
    story = _STORIES.get(etree.QName(root).localname, "")
    for block in blocks(root):
        yield from _in_text(block.text, f"{story}, {block.place}" if story else block.place, used)
    for box in root.iter(f"{W}txbxContent"):
        if not any(True for _ in box.iterancestors("{*}Fallback")):
            yield from _in_text("".join(map(str, box.itertext())), _BOX, used)


def _in_text(text: str, place: str, used: Sequence[Figure]) -> Iterator[Occurrence]:
    marks = 0
    for found in _FIGURE.finditer(text):
        start = None if place == _BOX else found.start() - marks
        marks += len(found[1]) + len(_CLOSE)
        yield Occurrence(used[_number(found[1])], found[2], place, start)


def in_charts(used: Sequence[Figure]) -> Iterator[Occurrence]:
    """The figures that charts show."""
    return (Occurrence(figure, written(figure), _CHART) for figure in used)
