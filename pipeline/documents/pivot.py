"""Counts spread over rows and columns, as the tables of a statistics annex want them: nothing stands for nothing."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.model import CASES, RECIPIENTS, Figure, Tally
from pipeline.transforms.figures import total

ALL = "Tổng số"
MOST = 13
"""Columns of counts that a landscape page holds and stay readable."""
Heads = tuple[str, ...]
"""What stands over a column, from the top down; last the recipient."""
Cells = Mapping[Heads, Figure]


@dataclass(frozen=True)
class Line:
    """A row: its number, its name, what it counts by column; `group` is the row over the rows of a level."""

    mark: str
    name: str
    cells: Cells
    group: bool = False


@dataclass(frozen=True)
class Pivot:
    """A table: its columns, its rows, the sums under them; the columns of `ALL` are the sums of the row."""

    columns: tuple[Heads, ...]
    lines: tuple[Line, ...]
    totals: Cells

    @property
    def gaps(self) -> bool:
        """Whether a cell has no number."""
        return any(column not in line.cells for line in self.lines for column in self.columns)

    def pages(self) -> Iterator[tuple[Heads, ...]]:
        """The columns in parts that fit on a page; the recipients of one head stay together."""
        page: tuple[Heads, ...] = ()
        for _, group in groupby(self.columns, key=lambda heads: heads[:-1]):
            together = tuple(group)
            if page and len(page) + len(together) > MOST:
                yield page
                page = ()
            page += together
        if page:
            yield page


def heads_of(recipient: str, *over: str) -> Heads:
    """The heads of a column of one recipient: the last one is "Tập thể", "Cá nhân" or "Hộ gia đình"."""
    return (*over, CASES[recipient].capitalize())


def columns(tallies: Sequence[Tally], over: Callable[[Tally], Heads]) -> tuple[Heads, ...]:
    """The columns that somebody filled, in the order of the tallies, then those of the sums of a row."""
    found = {heads: RECIPIENTS.index(tally.recipient) for tally in tallies for heads in [over(tally)]}
    groups = list(dict.fromkeys(heads[:-1] for heads in found))
    listed = sorted(found, key=lambda heads: (groups.index(heads[:-1]), found[heads]))
    there = {tally.recipient for tally in tallies}
    return (*listed, *(_sum_heads(name, len(listed[0])) for name in RECIPIENTS if name in there))


def _sum_heads(recipient: str, depth: int) -> Heads:
    return heads_of(recipient, *[ALL] * (depth - 1))


def cells(tallies: Sequence[Tally], over: Callable[[Tally], Heads]) -> Cells:
    """The sum of the tallies in each column, and of the whole row in those of `ALL`."""
    parts: dict[Heads, list[Figure]] = {}
    for tally in tallies:
        heads = over(tally)
        for column in (heads, _sum_heads(tally.recipient, len(heads))):
            parts.setdefault(column, []).append(tally.figure)
    sums = {column: total(figures, "số lượt khen thưởng") for column, figures in parts.items()}
    return {column: figure for column, figure in sums.items() if figure is not None}


def by(tallies: Sequence[Tally], key: Callable[[Tally], Hashable]) -> dict[Hashable, list[Tally]]:
    """The tallies by a key, in the order in which the keys come."""
    found: dict[Hashable, list[Tally]] = {}
    for tally in tallies:
        found.setdefault(key(tally), []).append(tally)
    return found
