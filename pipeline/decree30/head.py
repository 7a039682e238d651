"""The head of a paper, its title, its addressees and its basis, by their words and their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from pipeline.decree30.boxes import box_of
from pipeline.decree30.format import PARTY, TYPES, DocumentType
from pipeline.decree30.pieces import Piece
from pipeline.vietnamese.text import bare

_LONG = 200
"""An abstract is shorter than so many letters."""
_DATED = re.compile(r"[^(;]{0,80}\bngày\b[^(;]{0,40}\btháng\b[^(;]{0,40}\bnăm\b[^(;]{0,30}", re.IGNORECASE)
_NUMBERED = re.compile(r"Số\s*(?::|[\d.…]*\s*/|[\d.…\s]*-\w+/)", re.IGNORECASE)
_PARENT = re.compile(r"(?:UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HĐND)\s+\S+")
_CONTINUED = re.compile(r"(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|XÃ|PHƯỜNG|THỊ)\b")
_PARTY = bare(PARTY)
_BY_NAME = {bare(type_.name): type_ for type_ in TYPES}


def head_of(front: Sequence[Piece]) -> tuple[list[Piece], int, DocumentType | None]:
    """The lines of the head, the index of the paragraph behind it, the type of the paper."""
    limit = next((n for n, piece in enumerate(front) if _begins_text(piece)), len(front))
    head = [replace(piece, role=_told(piece)) for piece in front[:limit]]
    motto = next((piece for piece in head if piece.role == "motto"), None)
    named = list(_named(head, motto)) if motto else []
    title = front[limit] if limit < len(front) else None
    after = title.paragraph.index if title else max((piece.paragraph.index + 1 for piece in named), default=0)
    type_ = _type_of(title) if title else None
    return named, after, type_


def _begins_text(piece: Piece) -> bool:
    """Whether the head is over: the type of the paper, the addressees, or the first long paragraph."""
    return (
        _type_of(piece) is not None
        or _is_title(piece)
        or f"{piece.words} ".startswith(("kinh gui", "can cu "))
        or (piece.paragraph.cell is None and len(piece.text) > _LONG)
    )


def _type_of(piece: Piece) -> DocumentType | None:
    alone = piece.position == 0 and not piece.shared and piece.paragraph.cell is None
    return _BY_NAME.get(piece.words) if alone else None


def _is_title(piece: Piece) -> bool:
    """A title that is none of the 29 types: "BẢN GIAO ƯỚC THI ĐUA"."""
    return piece.paragraph.cell is None and not piece.shared and piece.words.startswith("ban giao uoc")


def _told(piece: Piece) -> str:
    """The part a line of the head is by its words."""
    text = piece.words
    if mark := box_of(piece.text):
        return mark
    if text.startswith("cong hoa xa hoi") or text == _PARTY:
        return "motto"
    if text.startswith("doc lap"):
        return "watchword"
    if _NUMBERED.match(piece.text):
        return "number"
    if text.startswith("v v "):
        return "subject"
    if _DATED.fullmatch(piece.text):
        return "place and date"
    return "draft" if text.startswith("du thao") else ""


def _named(head: Sequence[Piece], motto: Piece) -> Iterator[Piece]:
    """The head with the names of the issuing bodies, and the further lines of the subject."""
    issuers = [piece for piece in head if not piece.role and _is_left(piece, motto)]
    subject = next((piece for piece in head if piece.role == "subject"), None)
    for piece in head:
        if piece.role:
            yield piece
        elif subject and piece.paragraph.index >= subject.paragraph.index and piece in issuers:
            yield replace(piece, role="subject")
        elif piece in issuers:
            yield replace(piece, role=_issuing(piece, issuers))


def _is_left(piece: Piece, motto: Piece) -> bool:
    cell, right = piece.paragraph.cell, motto.paragraph.cell
    if cell and right:
        return cell.table == right.table and cell.column < right.column
    return cell is None and right is None and piece.position == 0


def _issuing(piece: Piece, issuers: Sequence[Piece]) -> str:
    """The last name is the issuer's; above it, what is bold belongs to it, unless it is the whole name of a parent."""
    place = issuers.index(piece)
    if place == len(issuers) - 1:
        return "issuer"
    whole = _PARENT.match(piece.text) and not _CONTINUED.match(issuers[place + 1].text)
    return "parent" if whole or not all(run.bold for run in piece.runs) else "issuer"


def opening_of(rest: Sequence[Piece], titled: bool) -> Iterator[Piece]:
    """Type, abstract, addressees and basis, which follow each other."""
    left = list(rest)
    if left and (titled or _is_title(left[0])):
        yield replace(left.pop(0), role="type")
        count = _abstract(left)
        yield from (replace(piece, role="abstract") for piece in left[:count])
        left = left[count:]
        while left and _is_beside_title(left[0]):
            yield replace(left.pop(0), role="theme")
    addressees = _addressees(left)
    yield from (replace(piece, role="addressee") for piece in left[:addressees])
    left = left[addressees:]
    basis = takewhile(_is_basis, (_whole(piece) for piece in left if not (piece.shared and piece.position)))
    yield from (replace(piece, role="basis") for piece in basis)


def _whole(piece: Piece) -> Piece:
    """A line with what tabs part from it."""
    return Piece(piece.paragraph.runs, piece.paragraph, 0, False) if piece.shared else piece


def _is_beside_title(piece: Piece) -> bool:
    """Under the abstract, centred: a theme in quotes, what the paper goes with, or who decides, in capitals."""
    return piece.paragraph.align == "center" and (piece.text[:1] in '“"(' or piece.text.isupper())


def _abstract(left: Sequence[Piece]) -> int:
    """How many lines the abstract has: the first one, then what is centred and bold like it."""
    if not left or _begins_body(left[0]) or left[0].paragraph.cell:
        return 0
    first = left[0].paragraph
    if first.align != "center" and not all(run.bold for run in left[0].runs):
        return 0
    same = takewhile(lambda piece: piece.paragraph is first or _goes_on(piece), left)
    return sum(1 for _ in same)


def _goes_on(piece: Piece) -> bool:
    bold = piece.paragraph.align == "center" and all(run.bold for run in piece.runs)
    return bold and not piece.text.isupper() and not _begins_body(piece)


def _begins_body(piece: Piece) -> bool:
    heading = re.match(r"(?:[IVX]+|\d+)[.)]\s|Phần\s|PHẦN\s|Chương\s", piece.text)
    long = len(piece.text) > _LONG or piece.text.endswith(":")
    return bool(heading) or long or piece.words.startswith(("kinh gui", "can cu "))


def _addressees(left: Sequence[Piece]) -> int:
    if not left or not left[0].words.startswith("kinh gui"):
        return 0
    first = left[0].paragraph
    return sum(1 for _ in takewhile(lambda piece: piece.paragraph is first or piece.text[:1] in "-–+", left))


def _is_basis(piece: Piece) -> bool:
    """A sentence that only opens so ends with a colon or goes on; in italics it is a basis with the wrong sign."""
    if not f"{piece.words} ".startswith(("can cu ", "theo de nghi ", "xet de nghi ")):
        return False
    goes_on = piece.text.endswith(",") and not all(run.italic for run in piece.runs if run.text.strip())
    return not (goes_on or piece.text.endswith(":"))
