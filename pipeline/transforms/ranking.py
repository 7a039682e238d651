"""Totals to ranks: shared where nothing parts equal totals, parted by what the regulation names, never by row order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.model import Figure, Regulation, Rule, Standing


@dataclass(frozen=True)
class Breaker:
    """What parts units of equal totals, the higher figure first: its name, the figure of each unit by name."""

    name: str
    values: Mapping[str, Figure]


def ranked(rows: Sequence[Standing], regulation: Regulation, breakers: Sequence[Breaker] = ()) -> tuple[Standing, ...]:
    """The standings with ranks 1, 1, 3 and grades; without a total there is neither.

    A breaker parts a tie only when it is known of every unit in it; else the next one does, or the rank is shared.
    """
    totals = {row.unit.name: row.total for row in rows if row.total is not None}
    groups = list(_parted([row for row in rows if row.total is not None], [totals, *(b.values for b in breakers)]))
    ranks = {row.unit.name: 1 + sum(map(len, groups[:at])) for at, group in enumerate(groups) for row in group}
    return tuple(_ranked(row, ranks, totals, breakers, regulation) for row in rows)


def _parted(rows: list[Standing], keys: Sequence[Mapping[str, Figure]]) -> Iterator[list[Standing]]:
    """The units from first to last; those that nothing parts stand together."""
    if len(rows) < 2 or not keys:
        yield from filter(None, [rows])
        return
    first, *others = keys
    values = [first.get(row.unit.name) for row in rows]
    if None in values:
        yield from _parted(rows, others)
        return
    for value in sorted({figure.value for figure in values if figure is not None}, reverse=True):
        yield from _parted([row for row, own in zip(rows, values, strict=True) if own == value], others)


def _ranked(
    row: Standing, ranks: Mapping[str, int], totals: Mapping[str, Figure], breakers: Sequence[Breaker],
    regulation: Regulation,
) -> Standing:  # fmt: skip
    if row.total is None:
        return row
    tied = [name for name, total in totals.items() if total == row.total]
    used = breakers if len(tied) > 1 else ()
    figures = (*totals.values(), *(b.values[name] for b in used for name in tied if name in b.values))
    rule = Rule("rank", ", rồi ".join(("tổng điểm", *(breaker.name for breaker in used))))
    rank = Figure(ranks[row.unit.name], "hạng", "rank", rule, figures=figures)
    return replace(row, rank=rank, grade=_grade(row.total, regulation))


def _grade(points: Figure, regulation: Regulation) -> str | None:
    """The grade with the highest threshold that the points reach."""
    reached = [(least, name) for name, least in regulation.grades if points.value >= least]
    return max(reached)[1] if reached else None
