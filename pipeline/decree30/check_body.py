"""The rules of the running text: sizes, sides, indents, spacing, headings, how it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.decree30.check_parts import looks
from pipeline.decree30.format import END, GAP, INDENT, LINES, SINGLE, TOLERANCE, ParagraphRule
from pipeline.decree30.layout import Layout, Paragraph, gap
from pipeline.decree30.marks import Mark, mark, points
from pipeline.decree30.pieces import Piece, is_room, pieces_of
from pipeline.decree30.profiles import Profile
from pipeline.decree30.roles import Roles

_PART = re.compile(r"(?:Phần|Chương|Mục|Tiểu mục)\s+(?:[IVXLC]+|\d+|thứ\s+\w+)\.?", re.IGNORECASE)
_ROMAN = re.compile(r"[IVX]+[.\-–]\s*\S")
_ARTICLE = re.compile(r"Điều\s+\d+\.")
_CLAUSE = re.compile(r"(\d+(?:\.\d+)*)\.?\s+\S")
_NOTE = re.compile(r"Ghi chú|Đơn vị tính|Nguồn|ĐVT|\(|\*|\[")
_END = re.compile(r"[.;:,?!…”\")]\s*$")
_LONG = 120


def check_body(layout: Layout, roles: Roles) -> Iterator[Mark]:
    """What is wrong with the running text of a paper."""
    lines = [(paragraph, piece) for paragraph in roles.body if (piece := _whole(paragraph))]
    kinds = [_kind(piece, lines[number - 1][1] if number else None) for number, (_, piece) in enumerate(lines)]
    for number, (paragraph, piece) in enumerate(lines):
        kind = kinds[number]
        if kind == "clause" and _is_listed(number, lines):
            kind = ""
        if kind:
            yield from looks(piece, roles.profile.components[kind])
        if kind == "body":
            yield from _measures(paragraph, roles.profile)
    running = {paragraph.index for (paragraph, _), kind in zip(lines, kinds, strict=True) if kind in ("body", "clause")}
    yield from _gaps(layout.paragraphs, running)
    basis = roles.of("basis")
    for piece in basis:
        yield from _measures(piece.paragraph, roles.profile)
    yield from _end(roles)


def _whole(paragraph: Paragraph) -> Piece | None:
    """A paragraph of the running text as one line."""
    return Piece(paragraph.runs, paragraph, 0, False) if pieces_of(paragraph) else None


def _kind(piece: Piece, above: Piece | None) -> str:
    """What a paragraph of the text is: a heading of some level, running text, or "" for what no rule is about."""
    text = piece.text.strip()
    if _PART.fullmatch(text):
        return "part"
    if above and _PART.fullmatch(above.text.strip()) and piece.paragraph.align == "center":
        return "part title"
    if _NOTE.match(text) or (text.startswith("Căn cứ ") and all(run.italic for run in piece.runs)):
        return ""  # the basis may stand behind a sentence
    ends = bool(_END.search(text))
    if _ROMAN.match(text) and not (ends and len(text) > _LONG):
        return "roman"
    if _ARTICLE.match(text):
        return "article"
    if _CLAUSE.match(text) and not ends and len(text) < _LONG:
        return "clause"
    centred = piece.paragraph.align in ("center", "right") and len(text) < _LONG
    return "body" if (ends or len(text) >= _LONG) and not centred else ""


def _is_listed(number: int, lines: Sequence[tuple[Paragraph, Piece]]) -> bool:
    """Whether a numbered line is one of a list, its neighbour of the same level: no heading then."""
    level = _level(lines[number][1])
    near = [lines[place][1] for place in (number - 1, number + 1) if 0 <= place < len(lines)]
    return any(_level(piece) == level for piece in near)


def _level(piece: Piece) -> int:
    found = _CLAUSE.match(piece.text)
    return found[1].count(".") + 1 if found else 0


def _measures(paragraph: Paragraph, profile: Profile) -> Iterator[Mark]:
    """Indent and line spacing of a paragraph; the indent of a list made by Word is that of its list."""
    begins = (paragraph.start, paragraph.first)
    if is_room(paragraph.text):
        return
    if not paragraph.listed and not any(INDENT.least - TOLERANCE <= at <= INDENT.most + TOLERANCE for at in begins):
        yield mark("TT30-30", paragraph, INDENT.article, "1 cm hoặc 1,27 cm", found=_centimetres(paragraph.start))
    found = _points(paragraph, profile.lines) if profile.exact else _spacing(paragraph)
    if found:
        allowed = "chính xác 18 - 22 pt" if profile.exact else "từ Single đến 1.5 lines"
        yield mark("TT30-32", paragraph, profile.lines.article, allowed, found=found)


def _points(paragraph: Paragraph, asked: ParagraphRule) -> str:
    """The line spacing that is not within so many points, in words."""
    if paragraph.line_rule == "auto":
        return _lines(paragraph)
    return "" if asked.least <= paragraph.line <= asked.most else f"{points(paragraph.line // 10)} pt"


def _lines(paragraph: Paragraph) -> str:
    return f"{paragraph.line / 240:.2f} dòng".replace(".", ",")


def _spacing(paragraph: Paragraph) -> str:
    """The line spacing that is too narrow or too wide, in words; "" when it is neither."""
    size = max((run.size for run in paragraph.runs if run.text.strip()), default=28)
    if paragraph.line_rule == "auto":
        wrong = not LINES.least <= paragraph.line <= LINES.most
        return _lines(paragraph) if wrong else ""
    least, most = size * 10, size * 10 * SINGLE * LINES.most // (100 * LINES.least)
    too_low = paragraph.line < least and paragraph.line_rule == "exact"
    return f"{points(paragraph.line // 10)} pt" if too_low or paragraph.line > most else ""


def _centimetres(length: int) -> str:
    return f"{length / 567:.2f}".rstrip("0").rstrip(".").replace(".", ",") + " cm"


def _gaps(paragraphs: Sequence[Paragraph], running: set[int]) -> Iterator[Mark]:
    for above, below in pairwise(paragraphs):
        if above.index in running and below.index in running and gap((above, below)) < GAP.least:
            found = f"{points(gap((above, below)) // 10)} pt"
            yield mark("TT30-31", below, GAP.article, "ít nhất 6 pt", found=found)


def _end(roles: Roles) -> Iterator[Mark]:
    """The last paragraph before the signature closes with its mark; a line in capitals heads those who sign."""
    closed = roles.of("recipients", "capacity")
    said = (paragraph for paragraph in reversed(roles.body) if paragraph.text.strip())
    last = next((paragraph for paragraph in said if not paragraph.text.isupper()), None)
    if closed and last is not None and roles.official and not re.fullmatch(END.pattern, last.text.strip(), re.DOTALL):
        yield mark("TT30-33", last, allowed="./.")
