"""The filters a template may use; there are no others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from jinja2.filters import FILTERS

from pipeline.rendering.faults import Unprintable
from pipeline.rendering.printer import Printer
from pipeline.vietnamese import dates, numbers, text


def filters(printer: Printer) -> dict[str, Callable[..., object]]:
    """The filters by name; figures that pass through them are noted by the printer."""

    def of_text(change: Callable[[str], str]) -> Callable[[object], str]:
        return lambda value: change(printer.text(value))

    def of_whole(write: Callable[[int], str]) -> Callable[[object], str]:
        return lambda value: write(printer.whole(value))

    def of_number(write: Callable[[Decimal], str]) -> Callable[[object], str]:
        return lambda value: write(printer.number(value))

    def of_day(write: Callable[[date], str]) -> Callable[[object], str]:
        return lambda value: write(_day(value))

    def join(values: Iterable[object], between: str = "") -> str:
        return between.join(printer.text(value) for value in values)

    def listed(values: Iterable[object]) -> str:
        return text.listing([printer.text(value) for value in values])

    return {
        "hoa": of_text(str.upper),
        "viet_hoa": of_text(str.upper),
        "hoa_dau": of_text(_capital),
        "thuong_dau": of_text(_small),
        "cau": of_text(text.sentence),
        "thu": of_whole(numbers.ordinal),
        "thu_hang": of_whole(numbers.ordinal),
        "so": of_number(numbers.number),
        "phan_tram": of_number(numbers.percent),
        "tien": of_number(lambda amount: f"{numbers.number(amount)} đồng"),
        "tien_bang_chu": of_whole(lambda amount: f"{_capital(numbers.in_words(amount))} đồng"),
        "ngay": of_day(dates.short),
        "ngay_day_du": of_day(dates.long),
        "bang_chu": of_whole(numbers.in_words),
        "chu_cai": of_whole(numbers.letter),
        "la_ma": of_whole(numbers.roman),
        "liet_ke": listed,
        "join": join,
        "length": FILTERS["length"],
        "first": FILTERS["first"],
    }


def _day(value: object) -> date:
    if isinstance(value, date):
        return value
    raise Unprintable("bộ lọc này cần một ngày")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _small(words: str) -> str:
    """A small first letter; an abbreviation ("UBND tỉnh") stays as it is."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
