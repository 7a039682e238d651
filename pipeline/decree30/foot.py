"""The foot of a paper, recipients and signature, and the heads of its annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile, zip_longest

from pipeline.decree30.layout import Paragraph
from pipeline.decree30.pieces import Piece

_ANNEX = re.compile(r"phụ lục(?:\s+(?:số\s+)?(?:[IVXLC]+|\d+))?\s*[.:]?", re.IGNORECASE)
_SIGNING = re.compile(r"(?:T\.?/?M|K\.?/?T|T\.?/?L|TUQ|Q)\b\s?[./]?\s?[A-ZÀ-Ỹ]{2}")
_OFFICE = re.compile(
    r"GIÁM ĐỐC|CHỦ TỊCH|TRƯỞNG|CHÁNH|PHÓ|CỤM|KHỐI|CHỈ HUY|THỦ TRƯỞNG|BÍ THƯ|VIỆN|CỤC|THAY MẶT|ĐẠI DIỆN|CHỦ TỌA|"
    r"THƯ KÝ|CHÍNH ỦY"
)
_ROWS = 6
"""A table of more rows is no foot."""
_APART = 600
"""So much space before a line, or an empty paragraph, is room for a signature."""


def closing_of(paragraphs: Sequence[Paragraph], pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Recipients on the left, the signature on the right: in a table, or beside each other by tabs."""
    long = {cell.table for piece in pieces if (cell := piece.paragraph.cell) and cell.row > _ROWS}
    pieces = [piece for piece in pieces if not piece.paragraph.cell or piece.paragraph.cell.table not in long]
    following = zip_longest(pieces, pieces[1:])
    start = next((piece for piece, below in following if piece.words == "noi nhan" and _lists(piece, below)), None)
    start = start or next((piece for piece in pieces if _SIGNING.match(piece.text)), None)
    if start is None:
        return
    cell = start.paragraph.cell
    if cell is None:
        lines = [piece for piece in pieces if piece.paragraph.index >= start.paragraph.index]
        lines = list(takewhile(lambda piece: not _ANNEX.fullmatch(piece.text) and not piece.paragraph.cell, lines))
    else:
        lines = [piece for piece in pieces if piece.paragraph.cell and piece.paragraph.cell.table == cell.table]
    signing = [piece for piece in lines if not _is_recipient(piece, start)]
    yield from (replace(piece, role=_recipient(piece)) for piece in lines if _is_recipient(piece, start))
    yield from _signature(paragraphs, signing)


def _lists(piece: Piece, below: Piece | None) -> bool:
    """Whether names follow: "Nơi nhận" in a table of contents or of rules is not the end of a paper."""
    return piece.shared or (below is not None and below.text[:1] in "-–+")


def _is_recipient(piece: Piece, start: Piece) -> bool:
    if start.paragraph.cell is None:
        return piece.text.startswith("-") or piece.words == "noi nhan"
    cell = piece.paragraph.cell
    if piece.paragraph.index < start.paragraph.index:
        return False
    same = cell is not None and cell.column == start.paragraph.cell.column
    return same and start.words == "noi nhan"


def _recipient(piece: Piece) -> str:
    return "recipients" if piece.words == "noi nhan" else "recipient"


def _signature(paragraphs: Sequence[Paragraph], signing: Sequence[Piece]) -> Iterator[Piece]:
    """The capacity in capitals, then room, then the name."""
    columns: dict[int, list[Piece]] = {}
    noted = False
    for piece in signing:
        noted |= piece.text.startswith("(")
        if noted:
            noted = not piece.text.endswith(")")
        else:
            columns.setdefault(piece.paragraph.cell.column if piece.paragraph.cell else 0, []).append(piece)
    for column in columns.values():
        last = column[-1]
        is_name = len(column) > 1 and _is_apart(paragraphs, column) and not _OFFICE.search(last.text)
        yield from (replace(piece, role="capacity") for piece in column[: -1 if is_name else None])
        if is_name:
            yield replace(last, role="signer")


def _is_apart(paragraphs: Sequence[Paragraph], column: Sequence[Piece]) -> bool:
    """Whether there is room for a signature over the last lines."""
    first, last = column[0].paragraph, column[-1].paragraph
    between = paragraphs[first.index + 1 : last.index + 1]
    return any(not paragraph.text.strip() or paragraph.before >= _APART for paragraph in between)


def annexes_of(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    for paragraph in paragraphs:
        if paragraph.cell is None and len(paragraph.runs) and _ANNEX.fullmatch(paragraph.text.strip().split("\n")[0]):
            yield paragraph


def annex_heads(annexes: Sequence[Paragraph], pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The word and number of an annex, its title, and the line that tells with what it goes."""
    for annex in annexes:
        lines = [piece for piece in pieces if piece.paragraph.index >= annex.index and not piece.paragraph.cell]
        yield replace(lines[0], role="annex")
        for piece in lines[1:]:
            if piece.text.startswith("("):
                yield replace(piece, role="attached")
            elif piece is lines[1] or (piece.text.isupper() and piece.paragraph.align == "center"):
                yield replace(piece, role="annex title")
                continue
            break
