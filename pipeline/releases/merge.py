"""stand-in"""

from __future__ import annotations


class Unmatched(Exception):
    why = "unlike"


class Kept:
    place = hand = now = ""


class M:
    content = b""
    kept: list[Kept] = []


def merged(before: bytes, edited: bytes, now: bytes) -> M:
    raise Unmatched
