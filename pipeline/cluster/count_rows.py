"""What a row of commendations is about: its label, its level, and whether it only sums or takes apart others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from pipeline.cluster.units import Registry
from pipeline.model import RECIPIENTS
from pipeline.problems import Place, Problems
from pipeline.vietnamese.text import bare
from pipeline.workbooks.rows import Entry, Row
from pipeline.workbooks.wordings import AWARD_LEVELS, TOTALS

_LEVELS = {bare(wording): level for wording, level in AWARD_LEVELS.items()}
_DASHES = ("-", "–", "+", "*", "•")


def without_empty_sums(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows without the 0 in a column of sums where nothing of the columns it adds was reported."""
    detailed = {row.table for row in rows if not all(map(is_sum, row.extra))}
    for row in rows:
        empty = row.table in detailed and all(map(is_sum, row.extra))
        extra = {labels: entry for labels, entry in row.extra.items() if entry.value or not empty}
        yield replace(row, extra=extra)


def without_parts(rows: Iterable[Row], problems: Problems) -> Iterator[Row]:
    """The rows without what "Trong đó" takes apart: it is in the row above already; every such row is said."""
    within = False
    for row in rows:
        said = label(row)
        text = str(said.value) if said else ""
        opens = bare(text).startswith("trong do")
        within = row.kind != "total" and (opens or (within and text.startswith(_DASHES)))
        if not within:
            yield row
        elif said and _numbers([row]):
            problems.add("KT-03", said.place, found=text)


def sum_rows(rows: Sequence[Row], units: Registry) -> frozenset[Place]:
    """The rows of a level or a unit that only hold the sums of the rows under them."""
    found = set()
    for at, row in enumerate(rows):
        if row.kind == "data" and _heads(row, units):
            below = takewhile(lambda r: r.kind != "total" and not _heads(r, units), rows[at + 1 :])
            if _numbers([row]) == _numbers(below):
                found.add(row.place)
    return frozenset(found)


def _heads(row: Row, units: Registry) -> bool:
    """Whether a row is named by a level, or by a unit where forms stand."""
    said = label(row)
    if said is None or level_named(said.value):
        return said is not None
    return "unit" not in row.entries and row.owner is None and units.named(without_number(said.value)) is not None


def _numbers(rows: Iterable[Row]) -> dict[object, int]:
    """The sum of every column that has one other than 0."""
    sums: dict[object, int] = {}
    for name, entry in (typed for row in rows for typed in typed_counts(row)):
        sums[name] = sums.get(name, 0) + (entry.value if isinstance(entry.value, int) else 0)
    return {name: value for name, value in sums.items() if value}


def label(row: Row) -> Entry | None:
    return row.entries.get("form") or row.entries.get("unit") or row.entries.get("level")


def without_number(said: object) -> str:
    """The text of a group row without its number: "I. Cấp Nhà nước" is "Cấp Nhà nước"."""
    head, _, rest = str(said).partition(". ")
    return rest if rest and len(head) <= 4 else str(said)


def level_named(said: object) -> str | None:
    """The level that a group row or a header names: "Khen thưởng cấp tỉnh"."""
    return _LEVELS.get(bare(without_number(said)).removeprefix("khen thuong "))


def is_sum(labels: tuple[str, ...]) -> bool:
    return len(labels) > 1 and bare(labels[-2]) in TOTALS


def typed_counts(row: Row) -> Iterator[tuple[object, Entry]]:
    for name in RECIPIENTS:
        if name in row.entries:
            yield name, row.entries[name]
    for labels, entry in row.extra.items():
        if not is_sum(labels):
            yield labels, entry
