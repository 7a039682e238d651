"""The charts that a template may show: what was awarded by unit, the totals in the order of the ranks."""

from __future__ import annotations

from pipeline.documents.source import Field, Source
from pipeline.model import CASES, RECIPIENTS, Chart, Figure, Standing


def _commended(source: Source) -> Chart | None:
    """The occasions of each unit, a series for each kind of recipient that received any."""
    units = source.cluster.commendations.units if source.cluster.commendations else ()
    kinds = [name for name in RECIPIENTS if any(unit.now.get(name) for unit in units)]
    series = {CASES[name].capitalize(): [unit.now.get(name) for unit in units] for name in kinds}
    return Chart([unit.unit.short or unit.unit.name for unit in units], series) if series else None


def _totals(source: Source) -> Chart | None:
    """The total of each ranked unit, the first one first."""
    ranked = [(standing.rank.value, standing) for standing in source.cluster.standings if standing.rank]
    scored = [standing for _, standing in sorted(ranked, key=lambda pair: pair[0]) if standing.total]
    totals: list[Figure | int | None] = [standing.total for standing in scored]
    return Chart([_called(standing) for standing in scored], {"Tổng điểm": totals}) if scored else None


def _called(standing: Standing) -> str:
    return standing.unit.short or standing.unit.name


CHARTS = (
    Field("bieu_do.khen_thuong", _commended, "biểu đồ số lượt khen thưởng của từng đơn vị"),
    Field("bieu_do.diem", _totals, "biểu đồ tổng điểm của các đơn vị, theo thứ hạng"),
)
