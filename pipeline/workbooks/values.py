"""One cell read by the rule of its column: the value, or a problem that names the cell."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal

from pipeline.problems import Problems
from pipeline.vietnamese.dates import read_date, read_time
from pipeline.vietnamese.text import bare, nearest
from pipeline.workbooks.quantities import (
    Either,
    is_nothing,
    read_amount,
    read_count,
    read_money,
    read_number,
    read_percent,
    read_points,
    says_none,
    shown,
)
from pipeline.workbooks.read import Broken, Cell, text_of
from pipeline.workbooks.sheets import Column

Value = str | int | Decimal | date | time | tuple[str, ...] | Either | Broken
"""A checked value: counts and years are `int`; points, money, percentages `Decimal`."""

_NUMBER = re.compile(r"^(?:[IVXLC]+|\d+(?:\.\d+)*|[A-Za-z])[.)]\s*")
"""The number in front of a heading: "I. Kết quả"."""


def read_value(cell: Cell, column: Column, problems: Problems) -> Value | None:
    """The checked value of a cell; None when it says nothing, or when a problem was added."""
    if isinstance(cell.value, Broken):
        problems.add(cell.value.code, cell.place, found=cell.value.text)
        return None
    if column.kind not in _QUANTITIES and says_none(cell) and bare(text_of(cell.value)) == "":
        return None
    return _READERS.get(column.kind, _text)(cell, column, problems)


def _text(cell: Cell, column: Column, problems: Problems) -> str | None:
    text = text_of(cell.value) if column.field == "code" else shown(cell)
    return text.replace("\n", " ") or None


def _lines(cell: Cell, column: Column, problems: Problems) -> tuple[str, ...] | None:
    return tuple(shown(cell).split("\n"))


def _names(cell: Cell, column: Column, problems: Problems) -> tuple[str, ...] | None:
    names = (name.strip(" .") for name in re.split(r"[;\n]", text_of(cell.value)))
    return tuple(name for name in names if name) or None


def _date(cell: Cell, column: Column, problems: Problems) -> date | None:
    if isinstance(cell.value, datetime):
        return cell.value.date()
    if isinstance(cell.value, date):
        return cell.value
    text = text_of(cell.value)
    day = read_date(text)
    if day is None and not is_nothing(cell):
        problems.add("O-07", cell.place, found=text)
    return day


def _time(cell: Cell, column: Column, problems: Problems) -> time | None:
    if isinstance(cell.value, time):
        return cell.value
    hour = read_time(text_of(cell.value))
    if hour is None:
        problems.add("O-11", cell.place, found=text_of(cell.value))
    return hour


def _year(cell: Cell, column: Column, problems: Problems) -> int | None:
    """A year, or the first year of "2017-2018"."""
    text = text_of(cell.value)
    found = re.fullmatch(r"(?:năm(?: học)? )?(\d{4})(?:\s*[-–]\s*(\d{4}))?", text, re.IGNORECASE)
    if found and (found[2] is None or int(found[2]) == int(found[1]) + 1):
        return int(found[1])
    problems.add("O-12", cell.place, found=text)
    return None


def _choice(cell: Cell, column: Column, problems: Problems) -> str | None:
    text = text_of(cell.value)
    chosen = column.bare_choices.get(bare(text)) or column.bare_choices.get(bare(_NUMBER.sub("", text)))
    if chosen is None:
        firsts = {value: wording for wording, value in reversed(list(column.choices.items()))}
        allowed = nearest(text, column.choices, 3) or tuple(reversed(firsts.values()))
        problems.add("O-08", cell.place, found=text, column=column.header, allowed="; ".join(allowed))
    return chosen


_QUANTITIES = ("count", "points", "money", "number", "percent")
"""Kinds of columns where a dash may be a number, 0; elsewhere it is nothing."""
_READERS: dict[str, Callable[[Cell, Column, Problems], Value | None]] = {
    "lines": _lines,
    "names": _names,
    "count": read_count,
    "points": read_points,
    "money": read_money,
    "number": read_number,
    "amount": read_amount,
    "percent": read_percent,
    "date": _date,
    "time": _time,
    "year": _year,
    "choice": _choice,
}
