"""Where the figures of a release stand in a document: as it was generated, or after a person changed it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.office import package
from pipeline.office.blocks import Block, blocks, stories
from pipeline.office.pairs import compared, pairs

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d]+|.", re.DOTALL)
_ROW = "\u229e "
"""Keeps a row from being taken for a paragraph of the same words."""


@dataclass(frozen=True, eq=False)
class Whereabout:
    """A figure in a document: its name in the manifest, its text, its block and where in the text of that."""

    figure: str
    text: str
    block: Block
    start: int


def body_of(content: bytes) -> list[Block]:
    """The blocks of the body of a Word file."""
    return blocks(next(iter(stories(package.read(content)).values())))


def whereabouts(places: Iterable[Mapping[str, Any]], before: Sequence[Block], now: Sequence[Block]) -> list[Whereabout]:
    """The figures that stand in the blocks of a file, which was generated as `before`; `places` are of its manifest.

    A figure that a person changed or took out stands nowhere.
    """
    partners = _partners(before, now)
    return [found for one in places for found in _found(one, partners)]


def _partners(before: Sequence[Block], now: Sequence[Block]) -> dict[str, tuple[Block, Block]]:
    """By its place as generated, each block and what became of it."""
    found = pairs([_key(block) for block in before], [_key(block) for block in now])
    return {before[i].place: (before[i], now[j]) for i, j in found if i is not None and j is not None}


def _key(block: Block) -> str:
    return _ROW * bool(block.table) + block.text


def _found(one: Mapping[str, Any], partners: Mapping[str, tuple[Block, Block]]) -> Iterator[Whereabout]:
    if one["start"] is None or one["place"] not in partners:
        return
    before, now = partners[one["place"]]
    start = _moved(before.text, now.text, one["start"], len(one["text"]))
    if start is not None:
        yield Whereabout(one["figure"], one["text"], now, start)


def _moved(before: str, now: str, start: int, length: int) -> int | None:
    """Where a piece of a text stands in what became of the text; nowhere when it was changed."""
    if before == now:
        return start
    ours, theirs = _TOKEN.findall(before), _TOKEN.findall(now)
    for tag, i1, i2, j1, _ in compared(ours, theirs):
        at = len("".join(ours[:i1]))
        if tag == "equal" and at <= start and start + length <= len("".join(ours[:i2])):
            return len("".join(theirs[:j1])) + start - at
    return None
