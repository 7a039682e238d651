"""Dictionary order of Vietnamese names."""

from __future__ import annotations

import re
import unicodedata

from pipeline.vietnamese.tones import split

SortKey = tuple[tuple[tuple[int, int], ...], tuple[int, ...], tuple[bool, ...], str]

_ALPHABET = {letter: place for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_SIGN, _NUMBER, _LETTER, _FOREIGN = range(4)
_PIECE = re.compile(r"[0-9]{1,18}|.", re.DOTALL)


def sort_key(text: str) -> SortKey:
    """What to sort by: letters first, then tones, then small letters before capitals.

    >>> sorted(["Án", "Ân", "Ăn", "An", "Đan", "Dan", "Àn"], key=sort_key)
    ['An', 'Àn', 'Án', 'Ăn', 'Ân', 'Dan', 'Đan']
    >>> sorted(["Cụm 10", "Cụm 2"], key=sort_key)
    ['Cụm 2', 'Cụm 10']
    """
    composed = unicodedata.normalize("NFC", text)
    pieces = _PIECE.findall(composed)
    split_pieces = [split(piece.lower()) for piece in pieces]
    letters = tuple(_weight(letter) for letter, _ in split_pieces)
    tones = tuple(tone for _, tone in split_pieces)
    return letters, tones, tuple(piece.isupper() for piece in pieces), composed


def _weight(piece: str) -> tuple[int, int]:
    if piece in _ALPHABET:
        return _LETTER, _ALPHABET[piece]
    if piece.isdecimal():
        return _NUMBER, int(piece)
    lead = piece[:1]
    return _FOREIGN if lead.isalpha() else _SIGN, ord(lead) if lead else 0
