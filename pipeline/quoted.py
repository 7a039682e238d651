"""The numbers in sentences that somebody typed: on paper each leads to the cell of its sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.model import Figure, Occurrence, Rule, Text
from pipeline.vietnamese.numbers import readings

if TYPE_CHECKING:
    from pipeline.office.blocks import Block
    from pipeline.typed import Typed

_MOST = 60
"""So many letters of a sentence tell which it is."""
_NUMBER = re.compile(r"(?<![\w/.,–-])\d+(?:[.,]\d+)*(?![\w/–-])")
_NAMING = re.compile(
    r"(?:ngày|tháng|năm|năm học|quý|giai đoạn|khóa|lần thứ|số|điều|khoản|điểm [a-zđ],)\s$", re.IGNORECASE
)
_TIMING = re.compile(r"\s(?:tháng|giờ|phút)\b", re.IGNORECASE)
"""What stands before and behind a number that dates or names something and counts nothing."""


def with_quotes(document: bytes, known: Sequence[Occurrence], typed: Typed) -> list[Occurrence]:
    """The figures of a Word file in reading order: those it printed, and the numbers of typed sentences in its body."""
    from pipeline.office import package
    from pipeline.office.blocks import blocks, stories

    body = blocks(next(iter(stories(package.read(document)).values())))
    order = {block.place: number for number, block in enumerate(body)}
    printed = defaultdict(list)
    for one in known:
        if one.start is not None:
            printed[one.place].append((one.start, one.start + len(one.text)))
    found = [*known, *(one for block in body for one in _quotes(block, printed[block.place], typed))]
    return sorted(found, key=lambda one: (order.get(one.place, len(order)), one.start or 0))


def counting(text: str) -> Iterator[re.Match[str]]:
    """The numbers of a text that count or measure something: none of a date, a name, a cited text, a heading."""
    for found in _NUMBER.finditer(text):
        before, behind = text[: found.start()], text[found.end() :]
        if not _NAMING.search(before) and not _TIMING.match(behind):
            yield found


def _quotes(block: Block, printed: Sequence[tuple[int, int]], typed: Typed) -> Iterator[Occurrence]:
    """The numbers of a paragraph or a row that are no printed figures and stand in typed sentences."""
    for number in counting(block.text):
        if not any(start <= number.start() < end for start, end in printed):
            sentence = _sentence_of(number, block.text, typed)
            if sentence:
                yield Occurrence(_figure(number, sentence), number[0], block.place, number.start())


def _sentence_of(number: re.Match[str], text: str, typed: Typed) -> Text | None:
    """The typed sentence around a number, the longest."""
    plain = text.replace("\u00a0", " ").lower()
    for sentence in typed.sentences:
        at = plain.find(sentence.text.lower())
        while at >= 0:
            if at <= number.start() and number.end() <= at + len(sentence.text):
                return sentence
            at = plain.find(sentence.text.lower(), at + 1)
    return None


def _figure(number: re.Match[str], sentence: Text) -> Figure:
    unit = "%" if number.string[number.end() : number.end() + 1] == "%" else ""
    value = next(iter(readings(number[0])))
    return Figure(value, unit, "quantity", Rule("quoted", sentence.text[:_MOST]), (sentence.place,))
