"""Dates and hours as official papers print them, and as people type them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, time

_DAY, _MONTH, _YEAR = "(?P<day>[0-9]{1,2})", "(?P<month>[0-9]{1,2})", "(?P<year>[1-9][0-9]{3})"
_ANY_YEAR = "(?P<year>[1-9][0-9]{3}|[0-9]{2})"
_DATES = (
    re.compile(rf"(?:ngày )?{_DAY} ?(?P<mark>[/.-]) ?{_MONTH} ?(?P=mark) ?{_ANY_YEAR}"),
    re.compile(rf"(?:ngày )?{_DAY} tháng {_MONTH} năm {_YEAR}"),
    re.compile(rf"{_YEAR}-{_MONTH}-{_DAY}"),
)
_TIMES = (
    re.compile(r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})"),
    re.compile(r"(?P<hour>[0-9]{1,2}) ?(?:giờ|h|g)(?: ?(?P<minute>[0-9]{1,2})(?: ?(?:phút|p|'|’))?)?"),
)


def read_date(text: str) -> date | None:
    """The typed date, day before month; none without a year or on an impossible day.

    A year of two digits lies between 1950 and 2049.

    >>> read_date("14-12-2021"), read_date("14/12/21")
    (datetime.date(2021, 12, 14), datetime.date(2021, 12, 14))
    >>> read_date("ngày 07 tháng 4 năm 2014")
    datetime.date(2014, 4, 7)
    """
    found = _first(_DATES, text)
    return _date_of(found) if found else None


def long(day: date) -> str:
    """The date in full.

    >>> long(date(2022, 1, 14))
    'ngày 14 tháng 01 năm 2022'
    """
    return f"ngày {day.day:02d} tháng {_month(day)} năm {day.year}"


def short(day: date) -> str:
    """The date in figures; days under 10 and the months 1 and 2 take a zero.

    >>> short(date(2017, 7, 25)), short(date(2014, 4, 7))
    ('25/7/2017', '07/4/2014')
    """
    return f"{day.day:02d}/{_month(day)}/{day.year}"


def read_time(text: str) -> time | None:
    """The typed hour and minute; none when there is no such time.

    >>> read_time("14h30"), read_time("8 giờ")
    (datetime.time(14, 30), datetime.time(8, 0))
    """
    found = _first(_TIMES, text)
    return _time_of(found) if found else None


def clock(value: time) -> str:
    """The time of day in full.

    >>> clock(time(14, 0))
    '14 giờ 00 phút'
    """
    return f"{value.hour:02d} giờ {value.minute:02d} phút"


def _month(day: date) -> str:
    return f"0{day.month}" if day.month < 3 else str(day.month)


def _first(shapes: tuple[re.Pattern[str], ...], text: str) -> re.Match[str] | None:
    plain = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    return next(filter(None, (shape.fullmatch(plain) for shape in shapes)), None)


def _date_of(found: re.Match[str]) -> date | None:
    year = int(found["year"])
    if year < 100:
        year += 2000 if year < 50 else 1900
    try:
        return date(year, int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _time_of(found: re.Match[str]) -> time | None:
    try:
        return time(int(found["hour"]), int(found["minute"] or 0))
    except ValueError:
        return None
