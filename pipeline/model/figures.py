"""A number on paper and what it is printed with: never a bare number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pipeline.problems import Place

Kind = Literal["count", "points", "percent", "money", "rank", "quantity"]


@dataclass(frozen=True)
class Rule:
    """How a figure was made: `Rule("sum", "Cá nhân", 8)` is the sum of "Cá nhân" over 8 units."""

    name: Literal["typed", "quoted", "count", "sum", "mean", "gain", "loss", "change", "ratio", "rank", "constant"]
    of: str = ""
    units: int = 0

    @property
    def words(self) -> str:
        """The rule as the office reads it, in Vietnamese."""
        over = f" của {self.units} đơn vị" if self.units else ""
        return " ".join((_RULE_WORDS[self.name].format(of=self.of) + over).split())


_RULE_WORDS = {
    "typed": "số ghi ở “{of}”",
    "quoted": "số ghi trong câu “{of}”",
    "count": "đếm {of}",
    "sum": "tổng {of}",
    "mean": "trung bình {of}",
    "gain": "tăng so với kỳ trước: {of}",
    "loss": "giảm so với kỳ trước: {of}",
    "change": "so với kỳ trước: {of}",
    "ratio": "{of}",
    "rank": "xếp thứ theo {of}",
    "constant": "theo quy định: {of}",
}


@dataclass(frozen=True, eq=False)
class Figure:
    """A number on paper: its value, how it was made, and the cells or figures it was made from.

    It compares, sorts and tests as its value, so that a template may ask `so > 1`; only the
    printer of `rendering` turns it into text.
    """

    value: int | Decimal
    unit: str
    kind: Kind
    rule: Rule
    cells: tuple[Place, ...] = ()
    figures: tuple[Figure, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.value)

    def __eq__(self, other: object) -> bool:
        return self.value == _value(other)

    def __lt__(self, other: Figure | int | Decimal) -> bool:
        return self.value < _value(other)

    def __gt__(self, other: Figure | int | Decimal) -> bool:
        return self.value > _value(other)

    def __le__(self, other: Figure | int | Decimal) -> bool:
        return self.value <= _value(other)

    def __ge__(self, other: Figure | int | Decimal) -> bool:
        return self.value >= _value(other)

    def __hash__(self) -> int:
        return hash(self.value)


def _value(other: object) -> int | Decimal:
    if isinstance(other, Figure):
        return other.value
    return other if isinstance(other, (int, Decimal)) else NotImplemented


@dataclass(frozen=True)
class Occurrence:
    """A figure as it stands in a document: its text, the place a reader finds it at, where in the text of that place.

    `start` is None where the place has no text of its own: a chart, a cell of a sheet.
    """

    figure: Figure
    text: str
    place: str
    start: int | None = None


@dataclass(frozen=True)
class Counted:
    """A figure with its noun, as one phrase: "960 lượt tập thể"."""

    figure: Figure
    noun: str


@dataclass(frozen=True)
class Ordinal:
    """A rank in words: "Nhất", "Nhì", "Ba"."""

    figure: Figure


@dataclass(frozen=True)
class Phrase:
    """Words with figures among them, printed part after part: "08/08 phiếu"."""

    parts: tuple[str | Figure | Counted | Ordinal, ...]


@dataclass(frozen=True)
class Text:
    """A text somebody typed, and where."""

    text: str
    place: Place = Place()


def count(things: Sequence[object], of: str, unit: str, places: Iterable[Place] = ()) -> Figure:
    """How many things there are, with the cells that name them."""
    return Figure(len(things), unit, "count", Rule("count", of), tuple(places))


@dataclass(frozen=True)
class Chart:
    """What a chart shows: its categories, and series of as many values; None where there is no number."""

    categories: Sequence[str]
    series: Mapping[str, Sequence[Figure | int | None]]
