"""The filters a template may use; there are no others."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jinja2.filters import FILTERS

from pipeline.rendering.printer import Printer
from pipeline.vietnamese import numbers, text


def filters(printer: Printer) -> dict[str, Callable[..., object]]:
    """The filters by name; figures that pass through them are noted by the printer."""

    def of_text(change: Callable[[str], str]) -> Callable[[object], str]:
        return lambda value: change(printer.text(value))

    def of_whole(write: Callable[[int], str]) -> Callable[[object], str]:
        return lambda value: write(printer.whole(value))

    def join(values: Iterable[object], between: str = "") -> str:
        return between.join(printer.text(value) for value in values)

    def listed(values: Iterable[object]) -> str:
        return text.listing([printer.text(value) for value in values])

    return {
        "hoa": of_text(str.upper),
        "hoa_dau": of_text(_capital),
        "thuong_dau": of_text(_small),
        "cau": of_text(text.sentence),
        "thu": of_whole(numbers.ordinal),
        "bang_chu": of_whole(numbers.in_words),
        "chu_cai": of_whole(numbers.letter),
        "la_ma": of_whole(numbers.roman),
        "liet_ke": listed,
        "join": join,
        "length": FILTERS["length"],
        "first": FILTERS["first"],
    }


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _small(words: str) -> str:
    """A small first letter; an abbreviation ("UBND tỉnh") stays as it is."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
