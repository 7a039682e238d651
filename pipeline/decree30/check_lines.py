"""The rule of the drawn lines: how long they are beside the text above them; what cannot be measured is left alone."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from pipeline.decree30.format import COMPONENTS, DRAWN_LINES, WIDTHS, LineRule
from pipeline.decree30.layout import Layout, Paragraph
from pipeline.decree30.marks import Mark, mark
from pipeline.decree30.pieces import Piece, is_line
from pipeline.decree30.roles import Roles

Span = tuple[float, float]
"""A length that is known from its least to its most, in twentieths of a point."""
_OF = {letter: width for width, letters in WIDTHS.items() for letter in letters}
_USUAL = 500
_MARGINS = 216
"""What the margins of a cell may take, where its table does not say."""
_ERROR = 0.08
_RAISED = (0.58, 0.67)
"""How small letters above the line are beside the others."""
_SHORTEST = 0.5
"""The last line of a text that is wrapped may be so much shorter than the others are on the average."""
_BELOW = 3
_HEAD = ("watchword", "issuer")


def check_lines(layout: Layout, roles: Roles) -> Iterator[Mark]:
    """The lines under the watchword, the issuer and the abstract that are surely too short or too long."""
    found = {role: _line(layout, roles.of(role)) for role in DRAWN_LINES} if roles.official else {}
    for role, line in found.items():
        floating = role in _HEAD and line is not None and line[1]
        untyped = role == "abstract" and roles.type is None
        if line is None or untyped or (floating and None in (found[other] for other in _HEAD)):
            continue
        pieces = roles.of(role)
        text = _text(layout, pieces)
        if text:
            yield from _length(pieces[-1], DRAWN_LINES[role], line[0], text)


def _length(piece: Piece, rule: LineRule, line: Span, text: Span) -> Iterator[Mark]:
    least, most = (round(100 * part / whole) for part, whole in ((line[0], text[1]), (line[1], text[0])))
    if most < rule.least or least > rule.most:
        found = f"{round((least + most) / 2)}%"
        yield mark("TT30-17", piece.paragraph, rule.article, rule.asked, piece.text, part=rule.name, found=found)


# --- how long the line is -------------------------------------------------------------------------


def _line(layout: Layout, pieces: Sequence[Piece]) -> tuple[Span, bool] | None:
    """The one line under the last of the pieces, and whether it is a shape that may stand elsewhere."""
    if not pieces or any(piece.shared for piece in pieces):
        return None
    below = list(_under(layout, pieces[-1].paragraph))
    shapes = [(float(width), float(width)) for one in below for width in one.shapes]
    lines = [span for one in below if not one.drawn and (span := _stored(layout, one))]
    if len(shapes) + len(lines) != 1 or any(one.drawn and not one.shapes for one in below):
        return None
    return (*shapes, *lines)[0], bool(shapes)


def _under(layout: Layout, paragraph: Paragraph) -> Iterator[Paragraph]:
    """The paragraph and those below it in the same place that bear no other text."""
    yield paragraph
    for below in layout.paragraphs[paragraph.index + 1 : paragraph.index + 1 + _BELOW]:
        if below.cell != paragraph.cell or not is_line(below.text):
            return
        yield below


def _stored(layout: Layout, paragraph: Paragraph) -> Span | None:
    """The length of a border of the paragraph, or of its row of dashes."""
    if paragraph.text.strip() and is_line(paragraph.text):
        plain, raised = (
            sum(_width(run.text.strip(), run.size) for run in paragraph.runs if run.raised == up)
            for up in (False, True)
        )
        return plain + raised * _RAISED[0], plain + raised * _RAISED[1]
    room = _room(layout, paragraph)
    if not paragraph.ruled or room is None:
        return None
    taken = paragraph.left + paragraph.right
    return max(room[0] - taken, 0), max(room[1] - taken, 0)


# --- how long the text is -------------------------------------------------------------------------


def _text(layout: Layout, pieces: Sequence[Piece]) -> Span | None:
    """From the shortest to the longest line of a part, as its letters and its room make them."""
    spans = [_spread(layout, piece) for piece in pieces]
    known = [span for span in spans if span]
    return (min(low for low, _ in known), max(high for _, high in known)) if spans and known == spans else None


def _spread(layout: Layout, piece: Piece) -> Span | None:
    room = _room(layout, piece.paragraph)
    if room is None:
        return None
    least, most = COMPONENTS[piece.role].sizes  # another size is said by itself
    width = _width(piece.text, min(max(_size(piece.paragraph), least), most))
    indents = piece.paragraph.left + piece.paragraph.right
    narrow, wide = (side - indents for side in room)
    if width * (1 + _ERROR) > narrow > 0:
        return width / (width // narrow + 1) * _SHORTEST, max(wide, width)
    return width * (1 - _ERROR), width * (1 + _ERROR)


def _room(layout: Layout, paragraph: Paragraph) -> Span | None:
    """How wide the text of a paragraph may be before its own indents."""
    if paragraph.room is None:
        return None
    if paragraph.room:
        return paragraph.room - _MARGINS, paragraph.room
    section = layout.sections[paragraph.section] if paragraph.section < len(layout.sections) else None
    width = section.width - section.margins["left"] - section.margins["right"] if section else 0
    return (width, width) if width > 0 else None


def _size(paragraph: Paragraph) -> int:
    return max((run.size for run in paragraph.runs if run.text.strip()), default=0)


def _width(text: str, size: int) -> float:
    """How wide a text is in letters of a size."""
    letters = (unicodedata.normalize("NFD", letter)[0] for letter in text)
    return sum(_OF.get(letter, _USUAL) for letter in letters) * size / 100
