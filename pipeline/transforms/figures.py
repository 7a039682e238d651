"""Figures made from figures and cells: sums, differences and shares that keep where they came from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pipeline.model import Figure, Kind, Rule
from pipeline.problems import Place
from pipeline.vietnamese.numbers import half_up

if TYPE_CHECKING:
    import pandas as pd


def typed(value: int | Decimal, place: Place, of: str, unit: str, kind: Kind) -> Figure:
    """A number as somebody typed it in one cell."""
    return Figure(value, unit, kind, Rule("typed", of), (place,))


def sums(frame: pd.DataFrame, by: Sequence[str], of: str, unit: str, kind: Kind) -> dict[tuple[Any, ...], Figure]:
    """The sum of each group of a long table, with the cells of the group, in one pass.

    The frame has the columns `value` (int or Decimal), `place`, `unit` and those of `by`.
    """
    if frame.empty:
        return {}
    groups = frame.groupby(list(by), sort=False, dropna=False)[["value", "place", "unit"]].agg(list)
    return {
        key if isinstance(key, tuple) else (key,): Figure(
            _sum(row.value), unit, kind, Rule("sum", of, len({unit for unit in row.unit if unit})), tuple(row.place)
        )
        for key, row in groups.iterrows()
    }


def _sum(values: Iterable[int | Decimal]) -> int | Decimal:
    whole: int | Decimal = 0
    for value in values:
        whole += value
    return whole


def total(figures: Iterable[Figure], of: str) -> Figure | None:
    """The sum of figures of one unit of measure; None of none, and one alone is itself."""
    parts = tuple(figures)
    if len(parts) < 2:
        return parts[0] if parts else None
    return Figure(
        _sum(part.value for part in parts),
        parts[0].unit,
        parts[0].kind,
        Rule("sum", of),
        figures=parts,
    )


def mean(figures: Sequence[Figure], of: str) -> Figure:
    """The mean of figures, as a Decimal."""
    value = sum((Decimal(part.value) for part in figures), Decimal(0)) / len(figures)
    return Figure(value, figures[0].unit, figures[0].kind, Rule("mean", of), figures=tuple(figures))


def difference(now: Figure, before: Figure) -> Figure:
    """How much more or less than before, as a positive number."""
    more, less = sorted((now, before), key=lambda figure: figure.value, reverse=True)
    rule = Rule("gain" if now > before else "loss" if now < before else "change", now.rule.of)
    return Figure(more.value - less.value, now.unit, now.kind, rule, figures=(now, before))


def share(part: Figure, whole: Figure, of: str, figures: tuple[Figure, ...] = ()) -> Figure | None:
    """The part in hundredths of the whole; None over nothing."""
    if not whole.value:
        return None
    value = Decimal(part.value) * 100 / Decimal(whole.value)
    return Figure(value, "%", "percent", Rule("ratio", f"tỷ lệ {of}"), figures=figures or (part, whole))


def times(now: Figure, before: Figure) -> Figure:
    """How many times the base, to one decimal."""
    value = half_up(Decimal(now.value) / Decimal(before.value), 1)
    return Figure(value, "lần", "quantity", Rule("ratio", "số lần so với kỳ trước"), figures=(now, before))
