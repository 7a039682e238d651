"""Scores to standings: sums of leaves, bonus and deduction, shared ranks. Pure, on one long table.

The table has one score a row: `unit` (name), `source` (self, cross, appraised), `criterion` (code of a leaf),
`group` (code of its first-level criterion), `type` (standard, bonus, penalty), `value`, `place`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pipeline.model import Figure, Regulation, Rule, Standing, Unit
from pipeline.transforms.figures import mean, sums, total
from pipeline.vietnamese.numbers import half_up

if TYPE_CHECKING:
    import pandas as pd

Sums = Mapping[tuple[Any, ...], Figure]
"""Points by unit, source and type."""

SOURCES = ("self", "cross", "appraised", "given")
SOURCE_NAMES = {
    "self": "tự chấm",
    "cross": "chấm chéo",
    "appraised": "thẩm định",
    "mean": "trung bình",
    "given": "",
}
POINTS = "điểm"
_CAPPED = "điểm thưởng, không quá điểm thưởng tối đa"


def deductions_lower(points: Sums, regulation: Regulation) -> Sums:
    """Deductions lower the total, whether they were typed as 2 or as -2."""
    return {
        key: replace(figure, value=_lowered(figure.value)) if key[2] == "penalty" else figure
        for key, figure in points.items()
    }


def _lowered(value: int | Decimal) -> int | Decimal:
    return value if value < 0 else -value


def bonus_capped(points: Sums, regulation: Regulation) -> Sums:
    """Bonus counts up to "Điểm thưởng tối đa"; without that rule all of it counts."""
    cap = regulation.bonus_cap
    if cap is None:
        return points
    return {
        key: replace(figure, value=cap.value, rule=Rule("sum", _CAPPED), cells=(), figures=(figure, cap))
        if key[2] == "bonus" and figure > cap
        else figure
        for key, figure in points.items()
    }


def rescaled(points: Sums, regulation: Regulation) -> Sums:
    """ "Tiêu chí không áp dụng: quy đổi": points out of what applies to a unit, as points out of the whole scale."""
    scale = regulation.scale
    if not regulation.rescaled or scale is None:
        return points
    return {
        key: _converted(figure, most, scale, regulation)
        if key[2] == "standard" and (most := regulation.maxima.get(key[0])) and most < scale
        else figure
        for key, figure in points.items()
    }


def _converted(points: Figure, most: Figure, scale: Figure, regulation: Regulation) -> Figure:
    value = Decimal(points.value) * Decimal(scale.value) / Decimal(most.value)
    places = 2 if regulation.rounding is None else regulation.rounding
    rule = Rule("ratio", "điểm quy đổi theo thang điểm")
    return replace(points, value=half_up(value, places), rule=rule, cells=(), figures=(points, scale, most))


RULES: tuple[Callable[[Sums, Regulation], Sums], ...] = (deductions_lower, rescaled, bonus_capped)


def standings(
    points: pd.DataFrame, units: Sequence[Unit], missing: Mapping[str, Sequence[str]], regulation: Regulation
) -> list[Standing]:
    """One standing a unit, in the order of the list, not yet ranked; a unit with a missing score has no total."""
    found: Sums = sums(points, ["unit", "source", "type"], "điểm", POINTS, "points")
    for rule in RULES:
        found = rule(found, regulation)
    source = ranking_source(points, regulation)
    groups = _groups(points, source)
    rows = [
        _standing(unit, found, source, groups.get(unit.name, {}), missing.get(unit.name, ()), regulation)
        for unit in units
    ]
    return _with_places(rows, regulation)


def ranking_source(points: pd.DataFrame, regulation: Regulation) -> str:
    """Whose points count: as the regulation says, else the last stage that scored."""
    if regulation.source:
        return regulation.source
    return next((source for source in reversed(SOURCES) if (points["source"] == source).any()), "self")


def _standing(
    unit: Unit, points: Sums, source: str, groups: Mapping[str, Figure], missing: Sequence[str], regulation: Regulation
) -> Standing:
    totals = {name: figure for name in SOURCES if (figure := _total_of(points, unit, name, regulation)) is not None}
    counted = _mean_of(totals) if source == "mean" else totals.get(source)
    one = source if source != "mean" else "appraised"
    return Standing(
        unit,
        points.get((unit.name, "self", "standard")),
        points.get((unit.name, "cross", "standard")),
        points.get((unit.name, "appraised", "standard")),
        points.get((unit.name, one, "bonus")),
        points.get((unit.name, one, "penalty")),
        None if missing else counted,
        groups=groups,
        totals=totals,
        missing=tuple(missing),
        converted=points.get((unit.name, one, "standard")) if _is_rescaled(unit, regulation) else None,
    )


def _is_rescaled(unit: Unit, regulation: Regulation) -> bool:
    most, scale = regulation.maxima.get(unit.name), regulation.scale
    return regulation.rescaled and most is not None and scale is not None and most < scale


def _total_of(points: Sums, unit: Unit, source: str, regulation: Regulation) -> Figure | None:
    types = ("standard", "bonus", "penalty")
    if (unit.name, source, "standard") not in points:
        return None
    parts = (points[key] for kind in types if (key := (unit.name, source, kind)) in points)
    return _within_scale(total(parts, f"điểm {SOURCE_NAMES[source]} của {unit.name}"), regulation)


def _within_scale(whole: Figure | None, regulation: Regulation) -> Figure | None:
    """ "Điểm thưởng tính ngoài thang: không": a total never goes over the scale."""
    scale = regulation.scale
    if whole is None or regulation.over_scale or scale is None or whole <= scale:
        return whole
    return replace(whole, value=scale.value, rule=Rule("sum", f"{whole.rule.of}, không quá thang điểm"),
                   cells=(), figures=(whole, scale))  # fmt: skip


def _mean_of(totals: Mapping[str, Figure]) -> Figure | None:
    return mean(list(totals.values()), "các lần chấm") if totals else None


def _groups(points: pd.DataFrame, source: str) -> Mapping[str, Mapping[str, Figure]]:
    one = "appraised" if source == "mean" else source
    standard = points[(points["source"] == one) & (points["type"] == "standard")]
    by_unit: dict[str, dict[str, Figure]] = {}
    for (unit, group), figure in sums(standard, ["unit", "group"], "điểm nhóm tiêu chí", POINTS, "points").items():
        by_unit.setdefault(unit, {})[group] = figure
    return by_unit


def _with_places(rows: Sequence[Standing], regulation: Regulation) -> list[Standing]:
    """All points with as many decimals as the regulation says, or as the finest of them needs."""
    figures = [figure for row in rows for figure in _figures(row) if figure is not None]
    places = regulation.rounding
    if places is None:
        places = max((_decimals(figure.value) for figure in figures), default=0)
    return [_rounded(row, min(places, 4)) for row in rows]


def _figures(row: Standing) -> tuple[Figure | None, ...]:
    return (
        row.self_points, row.cross_points, row.appraised_points, row.bonus, row.penalty, row.total, row.converted,
        *row.groups.values(), *row.totals.values(),
    )  # fmt: skip


def _decimals(value: int | Decimal) -> int:
    exponent = Decimal(value).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _rounded(row: Standing, places: int) -> Standing:
    def fit(figure: Figure | None) -> Figure | None:
        return None if figure is None else replace(figure, value=half_up(Decimal(figure.value), places))

    return replace(
        row,
        self_points=fit(row.self_points),
        cross_points=fit(row.cross_points),
        appraised_points=fit(row.appraised_points),
        bonus=fit(row.bonus),
        penalty=fit(row.penalty),
        total=fit(row.total),
        converted=fit(row.converted),
        groups={code: points for code, figure in row.groups.items() if (points := fit(figure)) is not None},
        totals={name: points for name, figure in row.totals.items() if (points := fit(figure)) is not None},
    )
