"""Which part of the official page each paragraph is: by what it says and where it stands, never by its style's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.decree30.boxes import boxes_of
from pipeline.decree30.foot import annex_heads, annexes_of, closing_of
from pipeline.decree30.format import PARTY, DocumentType
from pipeline.decree30.head import head_of, opening_of
from pipeline.decree30.layout import Layout, Paragraph
from pipeline.decree30.pieces import Piece, is_line, pieces_of
from pipeline.decree30.profiles import ND30, Profile
from pipeline.decree30.profiles import PARTY as PROFILE_OF_PARTY
from pipeline.vietnamese.text import bare

_FIRST = 4
"""An annex that stands alone begins within so many lines: a draft, a digital signature may be above it."""
_FRONT = 60
"""A head ends within so many lines."""


@dataclass(frozen=True)
class Roles:
    """The parts of a paper: its lines with their roles, its running text, where its head and its annexes begin."""

    pieces: tuple[Piece, ...]
    body: tuple[Paragraph, ...]
    annexes: tuple[Paragraph, ...]
    type: DocumentType | None
    profile: Profile
    official: bool
    """Whether it bears Quốc hiệu, or might be expected to."""

    def of(self, *roles: str) -> tuple[Piece, ...]:
        """The lines of these roles in their order."""
        return tuple(piece for piece in self.pieces if piece.role in roles)


def roles_of(layout: Layout) -> Roles:
    """The parts of a paper as a reader would name them."""
    every = [piece for paragraph in layout.paragraphs for piece in pieces_of(paragraph) if not is_line(piece.text)]
    boxed = [piece for piece in every if piece.paragraph.boxed]
    pieces = [piece for piece in every if not piece.paragraph.boxed] if boxed else every
    annexes = tuple(annexes_of(layout.paragraphs))
    closing = list(closing_of(layout.paragraphs, pieces))
    ends = [piece.paragraph.index for piece in closing] + [annex.index for annex in annexes]
    end = min(ends, default=len(layout.paragraphs))
    head, after, type_ = head_of([piece for piece in pieces if piece.paragraph.index < end][:_FRONT])
    opening = list(opening_of([piece for piece in pieces if after <= piece.paragraph.index < end], type_ is not None))
    taken = {piece.paragraph.index for piece in (*head, *opening)}
    front = {piece.paragraph for piece in pieces[:_FIRST]}
    return Roles(
        (*head, *opening, *closing, *annex_heads(annexes, pieces), *boxes_of(layout, boxed)),
        tuple(_text(layout.paragraphs[after:end], taken)),
        annexes,
        type_,
        PROFILE_OF_PARTY if any(piece.words == bare(PARTY) for piece in pieces[:_FRONT]) else ND30,
        not front.intersection(annexes),
    )


def _text(paragraphs: Sequence[Paragraph], taken: set[int]) -> Iterator[Paragraph]:
    """The running text: no tables, no boxes, no lines, nothing that is another part."""
    for paragraph in paragraphs:
        apart = paragraph.cell is not None or paragraph.boxed or paragraph.index in taken
        if not apart and not is_line(paragraph.text):
            yield paragraph
