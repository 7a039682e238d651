"""Boxes 10 to 14 of the page: secrecy, urgency, circulation, drafter, contact, electronic copy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.decree30.layout import Layout
from pipeline.decree30.pieces import Piece, pieces_of
from pipeline.vietnamese.text import key

_MARKS = {
    **dict.fromkeys(map(key, ("MẬT", "TỐI MẬT", "TUYỆT MẬT")), "secrecy"),
    **dict.fromkeys(map(key, ("KHẨN", "THƯỢNG KHẨN", "HỎA TỐC")), "urgency"),
    **dict.fromkeys(map(key, ("XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ")), "circulation"),
}
_LONGEST = 24
_COPY = re.compile(r"[^;]+;.*(?:\d\s?(?:giờ|:)\s?\d|giờ:\s?phút)")
"""What is copied or its number, then the day and the time of the electronic signature."""
_DRAFTER = re.compile(r"[^\W\d_]{1,8}(?:\.\s?\(?|\s?\()\d{1,4}\)?\.?")
_CONTACT = re.compile(
    r"(?:^|[\s;,.–-])(?:địa chỉ|đt|điện thoại|e-?mail|thư điện tử|website|fax|tel)\s*:", re.IGNORECASE
)


def box_of(text: str) -> str:
    """The mark that a line over the text or in a box is; "" for none."""
    if len(text) <= _LONGEST:
        return _MARKS.get(key(text), "")
    return "copy" if ";" in text and _COPY.match(text) else ""


def is_drafter(text: str) -> bool:
    """Whether a line below the recipients names who wrote the paper and how many are sent: "PL.(300)"."""
    return _DRAFTER.fullmatch(text) is not None


def is_contact(text: str) -> bool:
    """Whether a line at the foot of page one tells where the office is found."""
    return _CONTACT.search(text) is not None


def boxes_of(layout: Layout, boxed: Sequence[Piece]) -> Iterator[Piece]:
    """The marks in text boxes, what is at the top and the foot of page one."""
    for piece in boxed:
        if role := box_of(piece.text):
            yield replace(piece, role=role)
        elif is_contact(piece.text):
            yield replace(piece, role="contact")
    for piece in _of_page_one(layout):
        if is_contact(piece.text):
            yield replace(piece, role="contact")
        elif box_of(piece.text) == "copy":
            yield replace(piece, role="copy")


def _of_page_one(layout: Layout) -> Iterator[Piece]:
    for section in layout.sections[:1]:
        for header in (section.header if section.first is None else section.first, *section.footers):
            for paragraph in header.paragraphs:
                yield from pieces_of(paragraph)
