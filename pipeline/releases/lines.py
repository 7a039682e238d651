"""A Word file as lines that can be held against those of another: paragraphs and rows, with their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from pipeline.office.archive import Refused, unpacked
from pipeline.office.blocks import Block, blocks, stories
from pipeline.office.pairs import pairs

_NUMERAL = re.compile(r"[IVXLC\W\d_]*")
_STORIES = {"header": "đầu trang", "footer": "chân trang", "footnotes": "chú thích", "endnotes": "chú thích cuối"}
_NUMBERED = (_STORIES["header"], _STORIES["footer"])


@dataclass(frozen=True)
class Line:
    """A paragraph or a row of a Word file, and where a reader finds it."""

    place: str
    text: str
    row: bool

    @property
    def name(self) -> str:
        """Whom a row is about: its first cell with a word that is no numeral; nothing for a paragraph."""
        cells = map(str.strip, self.text.split("\t") if self.row else ())
        return next((cell for cell in cells if not _NUMERAL.fullmatch(cell)), "")


def lines(content: bytes) -> list[Line]:
    """The lines of a Word file, the body first, without page numbers; none of what is no Word file."""
    try:
        found = stories(unpacked(content))
    except (Refused, etree.XMLSyntaxError, KeyError, ValueError):
        return []
    told = [_line(name, block) for name, story in found.items() for block in blocks(story)]
    return [line for line in told if not (line.place.startswith(_NUMBERED) and line.text.strip().isdigit())]


def paired(ours: Sequence[Line], theirs: Sequence[Line]) -> list[tuple[Line | None, Line | None]]:
    """Each line of both files once, with its counterpart; a row is never one of a paragraph."""
    found = [pair for row in (False, True) for pair in _of_kind(row, ours, theirs)]
    order = {id(line): at for all_lines in (ours, theirs) for at, line in enumerate(all_lines)}
    return sorted(found, key=lambda pair: order[id(pair[1] or pair[0])])


def _line(name: str, block: Block) -> Line:
    kind = name.rpartition("/")[2].removesuffix(".xml").rstrip("0123456789")
    where = _STORIES.get(kind, "")
    return Line(", ".join(filter(None, (where, block.place))), block.text, block.table > 0)


def _of_kind(row: bool, ours: Sequence[Line], theirs: Sequence[Line]) -> list[tuple[Line | None, Line | None]]:
    one, other = ([line for line in all_lines if line.row == row] for all_lines in (ours, theirs))
    found = pairs([line.text for line in one], [line.text for line in other])
    return [(None if i is None else one[i], None if j is None else other[j]) for i, j in found]
