"""The runs of a paragraph: which there are, and how they are divided without a letter lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy

from lxml import etree

from pipeline.office.blocks import P, W, text_of

RUN, LOOK, TEXT = f"{W}r", f"{W}rPr", f"{W}t"
KEEP = "{http://www.w3.org/XML/1998/namespace}space"


def runs(paragraph: etree._Element) -> list[etree._Element]:
    """The runs of a paragraph in reading order; those of a text box are of the paragraphs in it."""
    return [run for run in paragraph.iter(RUN) if next(run.iterancestors(RUN, P)) is paragraph]


def divided(paragraph: etree._Element, marks: Iterable[int]) -> list[tuple[int, etree._Element]]:
    """The runs of a paragraph, so divided that no text goes on over a mark, each with where its text begins."""
    marks, at = sorted(marks), 0
    found = []
    for run in runs(paragraph):
        for single in _singles(run):
            length = len(text_of(single))
            for part in _cut(single, [mark - at for mark in marks if at < mark < at + length]):
                found.append((at, part))
                at += len(text_of(part))
    return found


def _singles(run: etree._Element) -> list[etree._Element]:
    """The run as runs of one piece each: a text, a tab, a picture."""
    pieces = [piece for piece in run if piece.tag != LOOK]
    found = [run]
    for piece in pieces[1:]:
        found.append(_like(run, piece))
        found[-2].addnext(found[-1])
    return found


def _like(run: etree._Element, piece: etree._Element) -> etree._Element:
    """A run of the same look with another piece."""
    other = etree.Element(RUN)
    other.extend([*map(deepcopy, run.iterfind(LOOK)), piece])
    return other


def _cut(run: etree._Element, at: Sequence[int]) -> Iterator[etree._Element]:
    """The run cut at places of its text; what is no plain text stays whole."""
    text = run.find(TEXT)
    if text is None or not at:
        yield run
        return
    words = text.text or ""
    *before, last = zip((0, *at), (*at, len(words)), strict=True)
    for start, end in before:
        part = deepcopy(run)
        _say(part, words[start:end])
        run.addprevious(part)
        yield part
    _say(run, words[slice(*last)])
    yield run


def _say(run: etree._Element, words: str) -> None:
    for text in run.iterfind(TEXT):
        text.text = words
        text.set(KEEP, "preserve")
