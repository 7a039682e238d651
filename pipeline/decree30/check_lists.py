"""The rules of order: the letters of points, the numbers of headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.decree30.format import LETTERS, NO_LETTERS
from pipeline.decree30.layout import Layout, Paragraph
from pipeline.decree30.marks import Mark, mark
from pipeline.decree30.roles import Roles
from pipeline.vietnamese.numbers import roman

_POINT = re.compile(r"\s*([a-zđ])\)\s")
_ROMAN = re.compile(r"\s*([IVX]+)\.\s+\S")
_NUMBER = re.compile(r"\s*(\d{1,2})\.\s+\S")
_ABOVE = re.compile(r"\s*(?:[IVX]+[.\-–]\s|\d+(?:\.\d+)*\.?\s|[A-Z]\.\s|(?:Điều|Chương|Phần|Mục|PHẦN|CHƯƠNG|MỤC)\s)")
"""What begins a new list of points."""
_ROMANS = {roman(number): number for number in range(1, 40)}
_LONG = 160


def check_lists(layout: Layout, roles: Roles) -> Iterator[Mark]:
    """Points and headings of a paper that are out of order."""
    lines = [paragraph for paragraph in roles.body if paragraph.text.strip()]
    yield from _points(lines)
    yield from _counted(lines)
    yield from _romans(lines)
    yield from _numbers(lines)


def _points(lines: Sequence[Paragraph]) -> Iterator[Mark]:
    """Lists that leave out đ, or go on with letters that are not Vietnamese; each is said once."""
    above = ""
    for paragraph in lines:
        point = _POINT.match(paragraph.text)
        if not point:
            above = "" if _ABOVE.match(paragraph.text) else above
            continue
        letter = point[1]
        if above and (letter in NO_LETTERS or above + letter == "de"):
            allowed = LETTERS[LETTERS.index(above) + 1 :][:1] if above in LETTERS else ""
            yield mark("TT30-35", paragraph, allowed=f"{allowed})", found=f"{letter})")
            above = ""
        else:
            above = letter if letter == "a" or above else ""


def _counted(lines: Sequence[Paragraph]) -> Iterator[Mark]:
    """Lists that Word counts with the letters of another alphabet: after d comes e; each is said once."""
    counts: dict[tuple[str, str], int] = {}
    for paragraph in lines:
        number, level, signs = paragraph.level
        if not number:
            continue
        counts = {key: count for key, count in counts.items() if key[0] != number or key[1] <= level}
        counts[number, level] = counts.get((number, level), 0) + 1
        if signs == "lowerLetter" and counts[number, level] == len("abcde"):
            yield mark("TT30-35", paragraph, allowed="đ)", found="e)")


def _romans(lines: Sequence[Paragraph]) -> Iterator[Mark]:
    """Headings I, II, III; they begin anew in another part."""
    heads = [
        (paragraph, _ROMANS[found[1]])
        for paragraph in lines
        if (found := _ROMAN.match(paragraph.text)) and found[1] in _ROMANS and _is_heading(paragraph)
    ]
    yield from _broken([(paragraph, number, roman(number)) for paragraph, number in heads])


def _numbers(lines: Sequence[Paragraph]) -> Iterator[Mark]:
    """Headings 1, 2, 3 within one of a higher level; a number that plain text bears is not missing."""
    run: list[tuple[Paragraph, int, str]] = []
    plain: set[int] = set()
    for paragraph in lines:
        found = _NUMBER.match(paragraph.text)
        if found and _is_heading(paragraph):
            run.append((paragraph, int(found[1]), found[1]))
        elif found:
            plain.add(int(found[1]))
        elif _ABOVE.match(paragraph.text) and not paragraph.text.lstrip()[:1].isdigit():
            yield from _broken(run, plain)
            run, plain = [], set()
    yield from _broken(run, plain)


def _is_heading(paragraph: Paragraph) -> bool:
    bold = all(run.bold for run in paragraph.runs if run.text.strip())
    return bold and len(paragraph.text) < _LONG and not paragraph.text.rstrip().endswith((";", "./."))


def _broken(run: Sequence[tuple[Paragraph, int, str]], plain: Iterable[int] = ()) -> Iterator[Mark]:
    """The first heading that does not follow the one above it; where 1 comes again, levels are mixed: not told."""
    if sum(number == 1 for _, number, _ in run) > 1:
        return
    for (_, above, shown), (paragraph, number, found) in pairwise(run):
        if number != above + 1 and not any(min(above, number) <= one <= max(above, number) for one in plain):
            allowed = roman(above + 1) if shown in _ROMANS else str(above + 1)
            yield mark("TT30-36", paragraph, allowed=f"{allowed}.", found=f"{found}.", above=f"{shown}.")
            return
