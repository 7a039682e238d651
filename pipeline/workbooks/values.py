"""One cell read by the rule of its column: the value, or a problem that names the cell."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal

from pipeline.problems import Problems
from pipeline.vietnamese.dates import read_date, read_time
from pipeline.vietnamese.numbers import fraction, percent, readings
from pipeline.vietnamese.text import bare, nearest
from pipeline.workbooks.read import Broken, Cell, text_of
from pipeline.workbooks.sheets import Column

Value = str | int | Decimal | date | time | tuple[str, ...] | Broken
"""A checked value: counts and years are `int`; points, money, percentages `Decimal`."""

NOT_REPORTED = ("", "chua co", "chua co so lieu", "chua bao cao", "n a", "chua cham", "chua")
NONE_OF_THEM = ("khong", "khong co")
_NUMBER = re.compile(r"^(?:[IVXLC]+|\d+(?:\.\d+)*|[A-Za-z])[.)]\s*")
"""The number in front of a heading: "I. Kết quả"."""
_DASHES = frozenset("-–—−")
_WHOLE = ("O-04", "O-06")
"""What is said of a wrong count or sum of money; there "500.000" is half a million, never 500."""
_NOT_APPLICABLE = ("x",)
_POINT_WORDS = ("điểm", "đ")
_MONEY_WORDS = ("đồng", "đ", "vnđ", "vnd")
_ANSWERS = ("yes", "no", "blank")
"""Votes may be typed with their whole: "08/08"."""
_COUNT_WORDS = ("lượt", "tập thể", "cá nhân", "hộ", "phiếu", "người", "đồng chí", "đơn vị")


def read_value(cell: Cell, column: Column, problems: Problems) -> Value | None:
    """The checked value of a cell; None when it says nothing, or when a problem was added."""
    if cell.struck:
        problems.add("O-29", cell.place)
    if isinstance(cell.value, Broken):
        problems.add(cell.value.code, cell.place, found=cell.value.text)
        return None
    return _READERS.get(column.kind, _text)(cell, column, problems)


def _text(cell: Cell, column: Column, problems: Problems) -> str | None:
    text = text_of(cell.value) if column.field == "code" else _shown(cell)
    return text.replace("\n", " ") or None


def _shown(cell: Cell) -> str:
    """What stands in a cell as the sheet shows it: "9,5", "96%"."""
    value = cell.value
    if not isinstance(value, (int, Decimal)) or isinstance(value, bool):
        return text_of(value)
    return percent(Decimal(value) * 100, 2) if "%" in cell.format else str(value).replace(".", ",")


def _lines(cell: Cell, column: Column, problems: Problems) -> tuple[str, ...] | None:
    return tuple(text_of(cell.value).split("\n"))


def _names(cell: Cell, column: Column, problems: Problems) -> tuple[str, ...] | None:
    names = (name.strip(" .") for name in re.split(r"[;\n]", text_of(cell.value)))
    return tuple(name for name in names if name) or None


def _is_nothing(cell: Cell) -> bool:
    text = text_of(cell.value)
    return bare(text) in (*NOT_REPORTED, *_NOT_APPLICABLE) and not any(c.isdigit() for c in text)


def _says_none(cell: Cell) -> bool:
    text = text_of(cell.value)
    return bare(text) in NONE_OF_THEM or (bool(text) and set(text) <= _DASHES)


def _numbers(cell: Cell, words: tuple[str, ...]) -> tuple[Decimal, ...]:
    """Every value the cell can bear; a stored number bears one."""
    if isinstance(cell.value, (bool, date, time)):
        return ()
    if isinstance(cell.value, (int, Decimal)):
        return (Decimal(cell.value),)
    return readings(text_of(cell.value), words)


def _one(
    cell: Cell, words: tuple[str, ...], fits: Callable[[Decimal], bool], code: str, problems: Problems
) -> Decimal | None:
    """The only reading that fits the column; none is problem `code`, several are O-05."""
    found = _shown(cell)
    values = _numbers(cell, words)
    if not values:
        problems.add("O-03", cell.place, found=found)
        return None
    fitting = [value for value in values if fits(value)]
    if len(fitting) == 1:
        return fitting[0]
    if len(whole := [value for value in fitting if value.as_tuple().exponent == 0]) == 1 and code in _WHOLE:
        return whole[0]
    problems.add("O-05" if fitting else code, cell.place, found=found)
    return None


def _count(cell: Cell, column: Column, problems: Problems) -> int | None:
    if _says_none(cell):
        return 0
    if _is_nothing(cell):
        return None
    votes = fraction(text_of(cell.value)) if column.field in _ANSWERS else None
    if votes is not None and votes[0] <= votes[1]:
        return votes[0]
    code = "O-04" if all(value >= 0 for value in _numbers(cell, _COUNT_WORDS)) else "O-06"
    value = _one(cell, _COUNT_WORDS, lambda n: n >= 0 and n == n.to_integral_value(), code, problems)
    return None if value is None else int(value)


def _points(cell: Cell, column: Column, problems: Problems) -> Decimal | None:
    """Points; a dash is a score not given, "không" is 0 only for bonus and deduction."""
    if _says_none(cell):
        return Decimal(0) if column.field in ("bonus", "penalty") else None
    if _is_nothing(cell):
        return None
    return _one(cell, _POINT_WORDS, lambda n: True, "O-05", problems)


def _money(cell: Cell, column: Column, problems: Problems) -> Decimal | None:
    if _says_none(cell) or _is_nothing(cell):
        return None
    factor = column.factor if _numbers(cell, ()) else 1
    value = _one(
        cell, _MONEY_WORDS, lambda n: n >= 0 and n * factor == (n * factor).to_integral_value(), "O-06", problems
    )
    return None if value is None else value * factor


def _number(cell: Cell, column: Column, problems: Problems) -> Decimal | None:
    if _says_none(cell) or _is_nothing(cell):
        return None
    return _one(cell, (), lambda n: True, "O-05", problems)


def _amount(cell: Cell, column: Column, problems: Problems) -> Decimal | str | None:
    """A plan or a result: a percentage or a number when it is one for certain, else the text."""
    if "%" in cell.format and isinstance(cell.value, (int, Decimal)) and not isinstance(cell.value, bool):
        return Decimal(cell.value) * 100
    values = _numbers(cell, ("%",))
    return values[0] if len(values) == 1 else _text(cell, column, problems)


def _percent(cell: Cell, column: Column, problems: Problems) -> Decimal | None:
    """Per hundred: 65,2 for "65,2%" and for 0,652 shown as a percentage."""
    if _is_nothing(cell):
        return None
    value = _one(cell, ("%",), lambda n: True, "O-05", problems)
    return value * 100 if value is not None and "%" in cell.format else value


def _date(cell: Cell, column: Column, problems: Problems) -> date | None:
    if isinstance(cell.value, datetime):
        return cell.value.date()
    if isinstance(cell.value, date):
        return cell.value
    text = text_of(cell.value)
    day = read_date(text)
    if day is None and bare(text) not in NOT_REPORTED:
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


_READERS: dict[str, Callable[[Cell, Column, Problems], Value | None]] = {
    "lines": _lines,
    "names": _names,
    "count": _count,
    "points": _points,
    "money": _money,
    "number": _number,
    "amount": _amount,
    "percent": _percent,
    "date": _date,
    "time": _time,
    "year": _year,
    "choice": _choice,
}
