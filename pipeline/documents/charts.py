"""The charts that a template may show: what was awarded, by unit and against the year before; the totals by rank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.documents.commended import comparable
from pipeline.documents.common import compared_with
from pipeline.documents.source import Field, Source
from pipeline.model import CASES, RECIPIENTS, Chart, Figure, Standing

FEWEST = 3
"""Points under which a chart shows no more than a sentence."""


def _commended(source: Source) -> Chart | None:
    """The occasions of each unit, a series for each kind of recipient that received any."""
    units = source.cluster.commendations.units if source.cluster.commendations else ()
    kinds = [name for name in RECIPIENTS if any(unit.now.get(name) for unit in units)]
    series = {CASES[name].capitalize(): [unit.now.get(name) for unit in units] for name in kinds}
    return _worth([unit.unit.short or unit.unit.name for unit in units], series)


def _against(source: Source) -> Chart | None:
    """The occasions of both years by recipient, where they may be compared."""
    found = comparable(source.cluster)
    kinds = [name for name in RECIPIENTS if found and name in found.total and name in found.before]
    if found is None or not any(found.total[name] or found.before[name] for name in kinds):
        return None
    years = {
        _capital(compared_with(source.cluster.period)): found.before,
        _capital(source.cluster.period.name): found.total,
    }
    series = {year: [counts[name] for name in kinds] for year, counts in years.items()}
    return _worth([CASES[name].capitalize() for name in kinds], series)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _worth(categories: Sequence[str], series: Mapping[str, Sequence[Figure | int | None]]) -> Chart | None:
    """The chart; None where it has so few points that the sentence says as much."""
    points = [value for values in series.values() for value in values if value is not None]
    return Chart(categories, series) if len(points) >= FEWEST else None


def _totals(source: Source) -> Chart | None:
    """The total of each ranked unit, the first one first."""
    ranked = [(standing.rank.value, standing) for standing in source.cluster.standings if standing.rank]
    scored = [standing for _, standing in sorted(ranked, key=lambda pair: pair[0]) if standing.total]
    totals: list[Figure | int | None] = [standing.total for standing in scored]
    return _worth([_called(standing) for standing in scored], {"Tổng điểm": totals})


def _called(standing: Standing) -> str:
    return standing.unit.short or standing.unit.name


CHARTS = (
    Field("bieu_do.khen_thuong", _commended, "biểu đồ số lượt khen thưởng của từng đơn vị"),
    Field("bieu_do.so_sanh", _against, "biểu đồ số lượt khen thưởng so với kỳ trước"),
    Field("bieu_do.diem", _totals, "biểu đồ tổng điểm của các đơn vị, theo thứ hạng"),
)
