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
    known = [row for row in rows if row.total is not None]
    groups = [group for equal in _equal(known) for group in _parted(equal, breakers)]
    ahead = [sum(len(others) for others, _ in groups[:at]) for at in range(len(groups))]
    places = {row.unit.name: (1 + n, used) for n, (group, used) in zip(ahead, groups, strict=True) for row in group}
    return tuple(row if row.total is None else _ranked(row, *places[row.unit.name], totals, regulation) for row in rows)


def _equal(rows: Sequence[Standing]) -> Iterator[list[Standing]]:
    """Units of one total together, the highest first."""
    for value in sorted({row.total.value for row in rows if row.total is not None}, reverse=True):
        yield [row for row in rows if row.total == value]


Group = tuple[list[Standing], tuple[Breaker, ...]]
"""Units of one rank, and what set them apart from others of their total."""


def _parted(rows: list[Standing], keys: Sequence[Breaker], used: tuple[Breaker, ...] = ()) -> Iterator[Group]:
    """Units of one total from first to last; those that nothing parts stand together."""
    if len(rows) < 2 or not keys:
        yield rows, used
        return
    first, *others = keys
    values = [first.values.get(row.unit.name) for row in rows]
    several = sorted({figure.value for figure in values if figure is not None}, reverse=True)
    if None in values or len(several) < 2:
        yield from _parted(rows, others, used)
        return
    for value in several:
        same = [row for row, own in zip(rows, values, strict=True) if own == value]
        yield from _parted(same, others, (*used, first))


def _ranked(
    row: Standing, place: int, used: Sequence[Breaker], totals: Mapping[str, Figure], regulation: Regulation
) -> Standing:
    tied = [name for name, total in totals.items() if total == row.total]
    figures = (*totals.values(), *(b.values[name] for b in used for name in tied if name in b.values))
    names = tuple(breaker.name for breaker in used)
    rank = Figure(place, "hạng", "rank", Rule("rank", ", rồi ".join(("tổng điểm", *names))), figures=figures)
    grade = _grade(row.total, regulation) if row.total is not None else None
    return replace(row, rank=rank, grade=grade, parted=names)


def _grade(points: Figure, regulation: Regulation) -> str | None:
    """The grade with the highest threshold that the points reach."""
    reached = [(least, name) for name, least in regulation.grades if points.value >= least]
    return max(reached)[1] if reached else None
