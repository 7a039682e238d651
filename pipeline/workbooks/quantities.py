"""A number in a cell, read by the rule of its column: a count, votes, points, money, a percentage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from pipeline.problems import Problems
from pipeline.vietnamese.numbers import fraction, percent, place_of, readings
from pipeline.vietnamese.text import bare
from pipeline.workbooks.read import Cell, text_of
from pipeline.workbooks.sheets import Column

NOT_REPORTED = ("", "chua co", "chua co so lieu", "chua bao cao", "n a", "chua cham", "chua")
NONE_OF_THEM = ("khong", "khong co")
_DASHES = frozenset("-–—−")
_WHOLE = ("O-04", "O-06")
"""What is said of a wrong count or sum of money; there "500.000" is half a million, never 500."""
_LIMITS = ("maximum", "bonus_cap")
"""Points that set a limit have no three decimals: "1.000" is a thousand."""
_GIVEN = ("self", "cross", "appraised", "bonus", "penalty", "total")
"""Points whose limit decides how they are read."""
_NOT_APPLICABLE = ("x",)
SCORED = ("self", "cross", "appraised")
"""Points for a criterion; there a cell may say that it does not apply to the unit."""
NOT_APPLICABLE = "không áp dụng"
_EXEMPT = ("khong ap dung", "kad", "k ad", "k ap dung", "khong thuoc doi tuong")
_POINT_WORDS = ("điểm", "đ")
_MONEY_WORDS = ("đồng", "đ", "vnđ", "vnd")
_ANSWERS = ("yes", "no", "blank")
"""Votes may be typed with their whole: "08/08"."""
EVERY_VOTE = "100%"
_COUNT_WORDS = ("lượt", "tập thể", "cá nhân", "hộ", "phiếu", "người", "đồng chí", "đơn vị", "gia đình", "thành viên",
                "đại biểu", "cờ", "bằng khen", "giấy khen", "chữ số", "thập phân")  # fmt: skip


@dataclass(frozen=True)
class Either:
    """Points that bear two readings until their maximum is known: "1.000" is 1000, or 1 with three decimals."""

    values: tuple[Decimal, ...]
    text: str

    def within(self, maximum: int | Decimal | None) -> Decimal | None:
        """The reading that the maximum decides: full marks, or the only one that fits and has decimals."""
        fits = [value for value in self.values if maximum is not None and abs(value) <= maximum]
        sure = [value for value in fits if (abs(value) == maximum if len(fits) > 1 else not _is_whole(value))]
        return sure[0] if len(sure) == 1 else None


def shown(cell: Cell) -> str:
    """What stands in a cell as the sheet shows it: "9,5", "96%"."""
    value = cell.value
    if not isinstance(value, (int, Decimal)) or isinstance(value, bool):
        return text_of(value)
    return percent(Decimal(value) * 100, 2) if "%" in cell.format else str(value).replace(".", ",")


def is_nothing(cell: Cell) -> bool:
    """Whether a cell says that there is no figure, or that none applies: "x", "chưa có", "N/A"."""
    text = text_of(cell.value)
    return bare(text) in (*NOT_REPORTED, *_NOT_APPLICABLE) and not any(c.isdigit() for c in text)


def says_none(cell: Cell) -> bool:
    """Whether a cell says none: "không", or a dash."""
    text = text_of(cell.value)
    return bare(text) in NONE_OF_THEM or (bool(text) and set(text) <= _DASHES)


def _numbers(cell: Cell, words: tuple[str, ...]) -> tuple[Decimal, ...]:
    """Every value the cell can bear; a stored number bears one, a percentage only where one may stand."""
    if isinstance(cell.value, (bool, date, time)) or ("%" in cell.format and "%" not in words):
        return ()
    if isinstance(cell.value, (int, Decimal)):
        return (Decimal(cell.value),)
    return readings(text_of(cell.value), words)


def _one(
    cell: Cell, words: tuple[str, ...], fits: Callable[[Decimal], bool], code: str, problems: Problems
) -> Decimal | None:
    """The only reading that fits the column; none is problem `code`, several are O-05."""
    found = shown(cell)
    values = _numbers(cell, words)
    if not values:
        problems.add("O-19" if found.endswith("%") else "O-03", cell.place, found=found)
        return None
    fitting = [value for value in values if fits(value)]
    if len(fitting) == 1:
        return fitting[0]
    if len(whole := [value for value in fitting if value.as_tuple().exponent == 0]) == 1 and code in _WHOLE:
        return whole[0]
    problems.add("O-05" if fitting else code, cell.place, found=found)
    return None


def read_count(cell: Cell, column: Column, problems: Problems) -> int | str | None:
    """A whole number; a dash and "không" are 0, "x" and "chưa có" are no figure."""
    if says_none(cell):
        return 0
    if is_nothing(cell):
        return None
    if column.field in _ANSWERS and ("%" in cell.format or not isinstance(cell.value, int)):
        return _votes(cell, problems)
    place = place_of(text_of(cell.value)) if column.field == "rank" else None
    return place or _counted(cell, _POINT_WORDS if column.field == "scale" else _COUNT_WORDS, problems)


def _counted(cell: Cell, words: tuple[str, ...], problems: Problems) -> int | None:
    code = "O-04" if all(value >= 0 for value in _numbers(cell, words)) else "O-06"
    value = _one(cell, words, lambda n: n >= 0 and _is_whole(n), code, problems)
    return None if value is None else int(value)


def _votes(cell: Cell, problems: Problems) -> int | str | None:
    """Votes typed with their whole, "08/08", or as all of them, "100%"."""
    if isinstance(cell.value, date):
        return _undated(cell, cell.value, problems)
    votes = fraction(text_of(cell.value))
    if votes is not None and votes[0] <= votes[1]:
        return votes[0]
    return EVERY_VOTE if shown(cell).replace(" ", "") == EVERY_VOTE else _counted(cell, _COUNT_WORDS, problems)


def _undated(cell: Cell, day: date, problems: Problems) -> int | None:
    """Votes that Excel made a date of: 8/8 is the 8th of August; the first of a month may be month and year."""
    certain = day.day <= day.month and (day.day > 1 or "d" in cell.format.lower())
    words = {"found": text_of(day), "votes": f"{day.day}/{day.month}"}
    problems.add("O-21" if certain else "O-22", cell.place, **words)
    return day.day if certain else None


def _is_whole(value: Decimal) -> bool:
    return value == value.to_integral_value()


def read_points(cell: Cell, column: Column, problems: Problems) -> Decimal | Either | str | None:
    """Points; a dash is a score not given, "không" is 0 only for bonus and deduction, "KAD" is `NOT_APPLICABLE`."""
    if column.field in SCORED and bare(text_of(cell.value)) in _EXEMPT:
        return NOT_APPLICABLE
    if says_none(cell):
        return Decimal(0) if column.field in ("bonus", "penalty") else None
    if is_nothing(cell):
        return None
    values = _numbers(cell, _POINT_WORDS)
    if len(values) > 1 and column.field in _GIVEN:
        return Either(values, shown(cell))
    if len(values) == 1 and isinstance(cell.value, str) and "." in cell.value and not _is_whole(values[0]):
        problems.add("O-23", cell.place)
    return _one(cell, _POINT_WORDS, lambda n: True, "O-06" if column.field in _LIMITS else "O-05", problems)


def read_money(cell: Cell, column: Column, problems: Problems) -> Decimal | None:
    """Whole đồng, whatever the unit of the column."""
    if says_none(cell) or is_nothing(cell):
        return None
    factor = column.factor if _numbers(cell, ()) else 1
    value = _one(
        cell, _MONEY_WORDS, lambda n: n >= 0 and n * factor == (n * factor).to_integral_value(), "O-06", problems
    )
    return None if value is None else value * factor


def read_number(cell: Cell, column: Column, problems: Problems) -> Decimal | None:
    """Any number that bears one reading."""
    if says_none(cell) or is_nothing(cell):
        return None
    return _one(cell, (), lambda n: True, "O-05", problems)


def read_amount(cell: Cell, column: Column, problems: Problems) -> Decimal | str | None:
    """A plan or a result: a percentage or a number when it is one for certain, else the text; two numbers are said."""
    if "%" in cell.format and isinstance(cell.value, (int, Decimal)) and not isinstance(cell.value, bool):
        return Decimal(cell.value) * 100
    values = _numbers(cell, ("%",))
    if len(values) == 1:
        return values[0]
    if values:
        problems.add("O-31", cell.place, found=shown(cell))
    return shown(cell).replace("\n", " ") or None


def read_percent(cell: Cell, column: Column, problems: Problems) -> Decimal | None:
    """Per hundred: 65,2 for "65,2%" and for 0,652 shown as a percentage; 0,652 alone may be either."""
    if is_nothing(cell):
        return None
    value = _one(cell, ("%",), lambda n: True, "O-05", problems)
    if value is None:
        return None
    if "%" in cell.format and not isinstance(cell.value, str):
        value *= 100
    elif "%" not in text_of(cell.value) and 0 < value <= 1:
        problems.add("O-18", cell.place, found=shown(cell), share=percent(value * 100, 2))
        return None
    if not 0 <= value <= 100:
        problems.add("O-20", cell.place, found=shown(cell))
        return None
    return value
