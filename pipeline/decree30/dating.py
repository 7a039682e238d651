"""The day of a paper, from its head: what is left open is the earliest and the latest that it can be."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from pipeline.decree30.roles import Roles


def days_of(roles: Roles) -> tuple[date, date] | None:
    """The first and the last day that a paper may bear; None when its year is open."""
    for piece in roles.of("place and date"):
        year, month, day = (_number(word, piece.text) for word in ("năm", "tháng", "ngày"))
        try:
            return _first(year, month, day), _last(year, month, day)
        except ValueError:
            continue
    return None


def _number(word: str, text: str) -> int:
    found = re.search(rf"{word}\s+(\d{{1,4}})\b", text)
    return int(found[1]) if found else 0


def _first(year: int, month: int, day: int) -> date:
    return date(year, month or 1, (month and day) or 1)


def _last(year: int, month: int, day: int) -> date:
    return date(year, month or 12, (month and day) or monthrange(year, month or 12)[1])
