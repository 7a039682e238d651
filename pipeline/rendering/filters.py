"""The filters a template may use; there are no others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from jinja2.filters import FILTERS

from pipeline.rendering.faults import Unprintable
from pipeline.rendering.printer import Printer
from pipeline.vietnamese import dates, numbers, text

Filters = dict[str, Callable[..., object]]


def filters(printer: Printer) -> Filters:
    """The filters by name; figures that pass through them are noted by the printer."""
    return {**_of_words(printer), **_of_numbers(printer), **_of_lists(printer), **_DAYS}


def _of_words(printer: Printer) -> Filters:
    def of(change: Callable[[str], str]) -> Callable[[object], str]:
        return lambda value: printer.changed(value, change)

    return {
        "hoa": of(str.upper),
        "viet_hoa": of(str.upper),
        "hoa_dau": of(_capital),
        "thuong_dau": of(_small),
        "cau": of(text.sentence),
    }


def _of_numbers(printer: Printer) -> Filters:
    def whole(write: Callable[[int], str]) -> Callable[[object], str]:
        return lambda value: printer.whole(value, write)

    def number(write: Callable[[Decimal], str]) -> Callable[[object], str]:
        return lambda value: printer.number(value, write)

    return {
        "thu": whole(numbers.ordinal),
        "thu_hang": whole(numbers.ordinal),
        "bang_chu": whole(numbers.in_words),
        "chu_cai": whole(numbers.letter),
        "la_ma": whole(numbers.roman),
        "so": number(numbers.number),
        "phan_tram": number(numbers.percent),
        "tien": number(lambda amount: f"{numbers.number(amount)} đồng"),
        "tien_bang_chu": whole(lambda amount: f"{_capital(numbers.in_words(amount))} đồng"),
    }


def _of_lists(printer: Printer) -> Filters:
    def join(values: Iterable[object], between: str = "") -> str:
        return between.join(printer.text(value) for value in values)

    def listed(values: Iterable[object]) -> str:
        return text.listing([printer.text(value) for value in values])

    return {"liet_ke": listed, "join": join, "length": FILTERS["length"], "first": FILTERS["first"]}


def _day(value: object) -> date:
    if isinstance(value, date):
        return value
    raise Unprintable("bộ lọc này cần một ngày")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _small(words: str) -> str:
    """A small first letter; an abbreviation ("UBND tỉnh") stays as it is."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


_DAYS: Filters = {
    "ngay": lambda value: dates.short(_day(value)),
    "ngay_day_du": lambda value: dates.long(_day(value)),
}
