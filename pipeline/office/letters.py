"""The letters of a paragraph where they stand in its XML, and words that are replaced there, each in its look."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from pipeline.office.blocks import GONE, SIGNS, W, detach

Change = tuple[int, int, str]
"""Letters from the first to before the second give way to a text."""
_TEXT, _RUN, _LOOK = f"{W}t", f"{W}r", f"{W}rPr"
_PUT_IN = {f"{W}ins", f"{W}moveTo"}
_KEEP = "{http://www.w3.org/XML/1998/namespace}space"
_ELEMENTS = {"\t": f"{W}tab", "\n": f"{W}br"}
_PIECES = re.compile("([\t\n])")


@dataclass(frozen=True, eq=False)
class Letter:
    """A letter: the element that holds it, its place there; `tracked` when it is a change still to be accepted."""

    element: etree._Element
    at: int
    tracked: bool


def letters(paragraph: etree._Element) -> list[Letter]:
    """The letters of `blocks.text_of`, one each."""
    return list(_letters(paragraph, False))


def rewrite(stream: Sequence[Letter], changes: Iterable[Change]) -> None:
    """Replace letters of a paragraph; a new text takes the look of the first letter it replaces, else of that before.

    All around stays: marks of comments and bookmarks, fields, tracked changes. At least one letter is in the stream.
    """
    for start, end, text in sorted(changes, reverse=True):
        if start == end:
            _insert(stream[start - 1 if start else 0], text, after=start > 0)
        else:
            _replace(stream[start:end], text)


def _letters(element: etree._Element, tracked: bool) -> Iterator[Letter]:
    for inner in element:
        if inner.tag == _TEXT:
            yield from (Letter(inner, at, tracked) for at in range(len(inner.text or "")))
        elif inner.tag in SIGNS:
            yield Letter(inner, 0, tracked)
        elif inner.tag not in GONE:
            yield from _letters(inner, tracked or inner.tag in _PUT_IN)


def _insert(beside: Letter, text: str, after: bool) -> None:
    element, at = beside.element, beside.at + after
    if element.tag != _TEXT:
        element, at = etree.Element(_TEXT), 0
        (beside.element.addnext if after else beside.element.addprevious)(element)
    held = element.text or ""
    _spell(element, held[:at] + text + held[at:])


def _replace(old: Sequence[Letter], text: str) -> None:
    for letter in reversed(old[1:]):
        _cut(letter)
    if text:
        _insert(old[0], text, after=True)
    _cut(old[0])


def _cut(letter: Letter) -> None:
    """Take out one letter, and what is empty then."""
    element, run = letter.element, letter.element.getparent()
    held = element.text or ""
    element.text = held[: letter.at] + held[letter.at + 1 :]
    if element.text:
        return
    detach(element)
    if run is not None and run.tag == _RUN and all(inner.tag == _LOOK for inner in run):
        detach(run)


def _spell(element: etree._Element, text: str) -> None:
    """Write a text into its element and, where it has tabs and line ends, into others behind it."""
    first, *others = _PIECES.split(text)
    _write(element, first)
    for piece in others:
        following = etree.Element(_ELEMENTS.get(piece, _TEXT))
        if piece not in _ELEMENTS:
            _write(following, piece)
        element.addnext(following)
        element = following


def _write(element: etree._Element, text: str) -> None:
    element.text = text
    if text != text.strip():
        element.set(_KEEP, "preserve")
