"""The foot of a paper, recipients and signature, and the heads of its annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from pipeline.decree30.boxes import is_contact, is_drafter
from pipeline.decree30.layout import Paragraph
from pipeline.decree30.pieces import Piece
from pipeline.decree30.signing import grid_of, signature_of

_ANNEX = re.compile(r"phụ lục(?:\s+(?:số\s+)?(?:[IVXLC]+|\d+))?\s*[.:]?", re.IGNORECASE)
_SIGNING = re.compile(r"(?:T\.?/?M|K\.?/?T|T\.?/?L|TUQ|Q)\b\s?[./]?\s?[A-ZÀ-Ỹ]{2}")
_ROWS = 6
"""A table of more rows is no foot."""


def closing_of(paragraphs: Sequence[Paragraph], pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Recipients on the left, the signature on the right, in a table or by tabs; or a grid of signatures alone."""
    long = {cell.table for piece in pieces if (cell := piece.paragraph.cell) and cell.row > _ROWS}
    short = [piece for piece in pieces if not piece.paragraph.cell or piece.paragraph.cell.table not in long]
    recipients = _recipients_of(short)
    end = recipients.paragraph.index if recipients else _annexed(paragraphs)
    beside = list(_closing(paragraphs, short, recipients)) if recipients else []
    if not any(piece.role == "capacity" for piece in beside):
        beside += grid_of(paragraphs, [piece for piece in pieces if piece.paragraph.index < end])
    first = next((piece for piece in short if _SIGNING.match(piece.text)), None) if not beside else None
    yield from _closing(paragraphs, short, first) if first else beside


def _recipients_of(pieces: Sequence[Piece]) -> Piece | None:
    """The words "Nơi nhận" with names below them."""
    return next((one for one in pieces if one.words == "noi nhan" and _lists(one, pieces)), None)


def _closing(paragraphs: Sequence[Paragraph], pieces: Sequence[Piece], start: Piece) -> Iterator[Piece]:
    """The foot that begins with that line or stands in its table."""
    lines = list(takewhile(lambda piece: piece.words != "ghi chu", _foot(pieces, start)))
    listed = list(_recipients(lines, start))
    taken = {id(piece) for piece, _ in listed}
    yield from (replace(piece, role=role) for piece, role in listed)
    yield from signature_of(paragraphs, [piece for piece in lines if id(piece) not in taken], grid=False)


def _foot(pieces: Sequence[Piece], start: Piece) -> list[Piece]:
    """The lines of the foot: those of its table, or all up to an annex, a table, the address of the office."""
    cell = start.paragraph.cell
    if cell is not None:
        return [piece for piece in pieces if piece.paragraph.cell and piece.paragraph.cell.table == cell.table]
    below = (piece for piece in pieces if piece.paragraph.index >= start.paragraph.index)
    return list(takewhile(_is_of_foot, below))


def _is_of_foot(piece: Piece) -> bool:
    return not (_ANNEX.fullmatch(piece.text) or piece.paragraph.cell or is_contact(piece.text))


def _annexed(paragraphs: Sequence[Paragraph]) -> int:
    """The index where the annexes begin; that behind the last paragraph when there is none."""
    return next((annex.index for annex in annexes_of(paragraphs) if annex.index), len(paragraphs))


def _recipients(lines: Sequence[Piece], start: Piece) -> Iterator[tuple[Piece, str]]:
    """Those who get the paper, and under the last of them who wrote it."""
    filed = False
    for piece in lines:
        if filed and is_drafter(piece.text):
            yield piece, "drafter"
        elif _is_recipient(piece, start):
            yield piece, "recipients" if piece.words == "noi nhan" else "recipient"
            filed |= piece.text.startswith("- Lưu")


def _lists(piece: Piece, pieces: Sequence[Piece]) -> bool:
    """Whether names follow: "Nơi nhận" in a table of contents or of rules is not the end of a paper."""
    after = (one for one in pieces if one.paragraph.index > piece.paragraph.index)
    below = next((one for one in after if _column(one) == _column(piece)), None)
    return piece.shared or (below is not None and below.text[:1] in "-–+")


def _column(piece: Piece) -> tuple[int, int] | None:
    cell = piece.paragraph.cell
    return (cell.table, cell.column) if cell else None


def _is_recipient(piece: Piece, start: Piece) -> bool:
    if start.paragraph.cell is None:
        return piece.text.startswith("-") or piece.words == "noi nhan"
    cell = piece.paragraph.cell
    if piece.paragraph.index < start.paragraph.index:
        return False
    same = cell is not None and cell.column == start.paragraph.cell.column
    return same and start.words == "noi nhan"


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
