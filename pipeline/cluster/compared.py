"""Totals and ranks against what was typed, and what a unit gave itself against what it was given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from pipeline.cluster.scores import Typed
from pipeline.model import Figure, Standing
from pipeline.problems import Place, Problems
from pipeline.vietnamese.numbers import number
from pipeline.workbooks.quantities import Either

LARGE = Decimal("0.05")
"""The part of its own points by which a unit may be appraised otherwise without a word."""


def compare(standings: Sequence[Standing], typed: Sequence[Typed], problems: Problems) -> None:
    """Typed totals and ranks against ours; ours are printed."""
    by_unit = {standing.unit.name: standing for standing in standings}
    for said in typed:
        standing = by_unit.get(said.unit)
        ours = _ours(standing, said.what) if standing else None
        if standing is None or ours is None or _readings(said) & set(_tolerated(standing, said.what, ours)):
            continue
        code = "DIEM-06" if said.what == "rank" else "DIEM-05"
        words = {"found": _shown(said.value), "computed": _shown(ours.value), "unit": standing.unit.name}
        problems.add(code, said.place, **words)


def say_differences(standings: Sequence[Standing], rows: Mapping[str, Place], problems: Problems) -> None:
    """How many units were appraised far otherwise than they scored themselves, and by how much at most."""
    scored = {
        s.unit.name: (Decimal(s.self_points.value), Decimal(s.appraised_points.value))
        for s in standings
        if s.self_points is not None and s.appraised_points is not None and not s.missing
    }
    apart = {name: (own, given) for name, (own, given) in scored.items() if abs(own - given) > own * LARGE}
    if apart:
        most = max(apart, key=lambda name: abs(apart[name][0] - apart[name][1]))
        words = {"own": number(apart[most][0]), "appraised": number(apart[most][1])}
        problems.add("DIEM-50", rows[most], found=most, count=len(apart), **words)


def _ours(standing: Standing, what: str) -> Figure | None:
    return {**standing.totals, "total": standing.total, "rank": standing.rank}.get(what)


def _tolerated(standing: Standing, what: str, ours: Figure) -> tuple[object, ...]:
    """The total as we count it, or without bonus and deduction where the typed one stands for a source."""
    by_source = {
        "self": standing.self_points, "cross": standing.cross_points, "appraised": standing.appraised_points,
    }  # fmt: skip
    figure = by_source.get(what)
    return (ours.value,) if figure is None else (ours.value, figure.value)


def _readings(said: Typed) -> set[object]:
    return set(said.value.values) if isinstance(said.value, Either) else {said.value}


def _shown(value: int | Decimal | Either) -> str:
    return value.text if isinstance(value, Either) else number(value)
