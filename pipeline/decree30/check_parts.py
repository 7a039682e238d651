"""The rules of each part of the page: sizes, weight, slant, case, sides, lines, and how each is worded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.decree30.format import (
    DATE,
    FILED,
    NO_TITLE,
    PADDED_MONTH,
    TYPES,
    UNPADDED_MONTH,
    WATCHWORD,
    Component,
)  # fmt: skip
from pipeline.decree30.layout import Layout, Paragraph
from pipeline.decree30.marks import Mark, mark, points, span
from pipeline.decree30.pieces import Piece, is_line, is_room
from pipeline.decree30.roles import Roles
from pipeline.vietnamese.text import key

_SIDES = {"left": "canh trái", "right": "canh phải", "center": "canh giữa", "both": "canh đều hai lề"}
_LINED = {"watchword": "Tiêu ngữ", "issuer": "tên cơ quan ban hành", "abstract": "trích yếu"}
_NOT_LINED = (
    "motto",
    "watchword",
    "parent",
    "issuer",
    "number",
    "place and date",
    "type",
    "abstract",
    "capacity",
    "signer",
)
_WRONG_CAPACITY = re.compile(r"(?:T\.?/?M|K\.?/?T|T\.?/?L|TUQ|Q)(?:[./]|\b)")
_ON_THE_RIGHT = ("motto", "watchword", "place and date", "capacity", "signer")
_DEEP = 1700
"""Three centimetres: nobody indents running text so far."""
_AFTER = 3
"""A line is drawn within so many paragraphs below."""


def check_parts(layout: Layout, roles: Roles) -> Iterator[Mark]:
    """What is wrong with the parts of a paper beside its running text."""
    components = roles.profile.components
    for piece in roles.pieces:
        if piece.role in components:
            yield from looks(piece, components[piece.role])
        if piece.role in _NOT_LINED and any(run.underlined for run in piece.runs if run.text.strip()):
            yield mark("TT30-15", piece.paragraph, components[piece.role].article, "không gạch chân",
                       piece.text, part=components[piece.role].name)  # fmt: skip
    if roles.official:
        yield from _head(roles)
        yield from _lines(layout, roles)
    yield from _addressees(roles.of("addressee"))
    yield from _basis(layout, roles.of("basis"))
    yield from _recipients(roles)
    yield from _signature(roles)


# --- how a part looks -----------------------------------------------------------------------------


def looks(piece: Piece, asked: Component) -> Iterator[Mark]:
    """What of the look of a line is not that of its component."""
    runs = [run for run in piece.runs if not run.raised and re.search(r"\w", run.text)]
    at, article, part = piece.paragraph, asked.article, asked.name
    least, most = asked.sizes
    wrong = dict.fromkeys(points(run.size) for run in runs if not least <= run.size <= most)
    if wrong:
        allowed = span(points(least), points(most))
        yield mark("TT30-10", at, article, allowed, piece.text, part=part, found=", ".join(wrong))
    if asked.bold is not None and any(run.bold != asked.bold for run in runs):
        found, allowed = ("chữ không đậm", "chữ đậm") if asked.bold else ("chữ đậm", "chữ không đậm")
        yield mark("TT30-11", at, article, allowed, piece.text, part=part, found=found)
    if asked.italic is not None and any(run.italic != asked.italic for run in runs):
        found, allowed = ("chữ đứng", "chữ nghiêng") if asked.italic else ("chữ nghiêng", "chữ đứng")
        yield mark("TT30-12", at, article, allowed, piece.text, part=part, found=found)
    if asked.capitals is not None and _is_wrong_case(piece.text, asked.capitals):
        found, allowed = ("chữ in thường", "chữ in hoa") if asked.capitals else ("chữ in hoa", "chữ in thường")
        yield mark("TT30-13", at, article, allowed, piece.text, part=part, found=found)
    if asked.align and at.align != asked.align and not _moved(piece) and not is_room(piece.text):
        yield mark("TT30-14", at, article, _SIDES[asked.align], piece.text, part=part,
                   found=_SIDES.get(at.align, at.align))  # fmt: skip


def _is_wrong_case(text: str, capitals: bool) -> bool:
    """Small letters where capitals are asked for, or a whole line in capitals where they are not."""
    letters = re.sub(r"\([^)]*\)", "", text)
    return not letters.isupper() if capitals else letters.isupper() and len(letters.split()) > 1


def _moved(piece: Piece) -> bool:
    """Whether tabs put the line into its place, or a deep indent one that stands on the right half of the page."""
    deep = piece.role in _ON_THE_RIGHT and piece.paragraph.left > _DEEP
    return deep or piece.shared or "\t" in piece.paragraph.text


# --- the head -------------------------------------------------------------------------------------


def _head(roles: Roles) -> Iterator[Mark]:
    motto, over = next(iter(roles.of("motto")), None), roles.profile.motto
    if motto is None or key(motto.text) != key(over):
        yield _at(motto, "TT30-20", "đầu văn bản", over)
    watchword = next(iter(roles.of("watchword")), None)
    if motto and (watchword is None or watchword.text.replace("\u00a0", " ") != WATCHWORD):
        yield _at(watchword or motto, "TT30-21", "đầu văn bản", WATCHWORD)
    for piece in roles.of("number"):
        yield from _number(piece, roles)
    for piece in roles.of("place and date"):
        yield from _date(piece)


def _at(piece: Piece | None, code: str, place: str, allowed: str) -> Mark:
    return mark(code, piece.paragraph if piece else place, allowed=allowed, text=piece.text if piece else "")


def _number(piece: Piece, roles: Roles) -> Iterator[Mark]:
    asked = roles.profile.number
    if not re.fullmatch(asked.pattern, piece.text):
        yield mark("TT30-22", piece.paragraph, allowed=asked.example, text=piece.text)
    elif not roles.profile.party and roles.type and roles.type.abbreviation:
        symbol = piece.text.split("/", 1)[1].split("-")[0]
        known = {type_.abbreviation for type_ in TYPES if type_.abbreviation}
        if symbol in known - {roles.type.abbreviation}:
            yield mark("TT30-24", piece.paragraph, allowed=roles.type.abbreviation, text=piece.text, found=symbol,
                       part=roles.type.name)  # fmt: skip


def _date(piece: Piece) -> Iterator[Mark]:
    if not re.fullmatch(DATE.pattern, piece.text) or re.search(UNPADDED_MONTH.pattern, piece.text):
        yield mark("TT30-23", piece.paragraph, allowed=DATE.example, text=piece.text)
    padded = re.search(PADDED_MONTH.pattern, piece.text)
    if padded:
        yield mark("TT30-25", piece.paragraph, allowed=padded[0].replace("0", "").strip(), text=piece.text)


def _lines(layout: Layout, roles: Roles) -> Iterator[Mark]:
    """The drawn lines; something drawn in a head may be any of them, wherever it is anchored."""
    head = [piece.paragraph for piece in roles.of("motto", "watchword", "issuer", "number", "place and date")]
    floating = any(paragraph.drawn for paragraph in head)
    for role, name in _LINED.items():
        pieces = roles.of(role)
        if pieces and not (floating and role != "abstract") and not _has_line(layout, pieces[-1]):
            yield mark(
                "TT30-16", pieces[-1].paragraph, roles.profile.components[role].article, "đường kẻ ngang", part=name
            )


def _has_line(layout: Layout, piece: Piece) -> bool:
    """A border or a drawing at the line or below it, or a row of dashes; an underlined text is said by itself."""
    if any(run.underlined for run in piece.runs):
        return True
    place = piece.paragraph.index
    below = layout.paragraphs[place : place + 1 + _AFTER]
    return any(one.ruled or (one.text.strip() and is_line(one.text)) or _dashed(one) for one in below)


def _dashed(paragraph: Paragraph) -> bool:
    parts = re.split(r"[\t\n]", paragraph.text)
    return any(part.strip() and is_line(part) for part in parts)


# --- addressees, basis, recipients, signature -----------------------------------------------------


def _addressees(pieces: Sequence[Piece]) -> Iterator[Mark]:
    if not pieces:
        return
    first, *others = pieces
    together = re.fullmatch(r"Kính gửi:(.*)", first.text.replace("\u00a0", " "))
    if not together or (together[1] and others and first.text.endswith(";")):
        yield mark("TT30-42", first.paragraph, allowed="Kính gửi:", text=first.text)
    if len(others) > 1:
        yield from _list("TT30-42", others)


def _list(code: str, pieces: Sequence[Piece], last: str = ".") -> Iterator[Mark]:
    """Each line of a list opens with a dash and ends with ";", the last one with its own sign."""
    for piece in pieces:
        sign = last if piece is pieces[-1] else ";"
        if not piece.text.startswith("-") or not piece.text.endswith(sign):
            yield mark(code, piece.paragraph, allowed=f"- …{sign}", text=piece.text)


def _basis(layout: Layout, pieces: Sequence[Piece]) -> Iterator[Mark]:
    for piece in pieces:
        closes = piece is pieces[-1] and not _dashed_alone(layout, piece.paragraph.index + 1)
        sign = "." if closes else ";"
        if not piece.text.endswith(sign):
            yield mark("TT30-34", piece.paragraph, allowed=sign, text=piece.text, found=piece.text[-1:])


def _dashed_alone(layout: Layout, place: int) -> bool:
    """Whether a row of dots follows, room for one more."""
    below = layout.paragraphs[place].text if place < len(layout.paragraphs) else ""
    return bool(below.strip()) and is_line(below)


def _recipients(roles: Roles) -> Iterator[Mark]:
    heads, listed = roles.of("recipients"), roles.of("recipient")
    for piece in heads:
        if piece.text != "Nơi nhận:":
            yield mark("TT30-43", piece.paragraph, allowed="Nơi nhận:", text=piece.text)
    dashed = [piece for piece in listed if piece.text.startswith(("-", "–", "+"))]
    if not heads or not dashed:
        return
    last = dashed[-1]
    yield from _list("TT30-43", dashed[:-1], last=";")
    if not re.fullmatch(FILED.pattern, last.text):
        yield mark("TT30-44", last.paragraph, allowed="- Lưu: VT.", text=last.text)
    if roles.of("addressee") and len(dashed) > 1 and not key(dashed[0].text).startswith("-như trên"):
        yield mark("TT30-45", dashed[0].paragraph, allowed="- Như trên;", text=dashed[0].text)


def _signature(roles: Roles) -> Iterator[Mark]:
    for piece in roles.of("capacity"):
        short = _WRONG_CAPACITY.match(piece.text)
        asked = roles.profile.capacity
        if short and not re.fullmatch(asked.pattern, piece.text):
            yield mark("TT30-40", piece.paragraph, allowed=asked.example, text=piece.text, found=short[0])
    for piece in roles.of("signer"):
        titled = re.match(NO_TITLE.pattern, piece.text)
        if titled:
            yield mark("TT30-41", piece.paragraph, allowed=NO_TITLE.example, text=piece.text, found=titled[0].strip())
