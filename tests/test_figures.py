"""Figures made from figures: exact, never floats, and each knows the cells it came from."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from dossiers import Reading, read
from hypothesis import given
from hypothesis import strategies as st
from workbooks_from_text import dossier

from pipeline.documents import KINDS
from pipeline.documents.source import Source
from pipeline.model import Figure, Kind
from pipeline.problems import Place
from pipeline.transforms.figures import difference, mean, share, sums, times, total, typed

NUMBERS = st.one_of(st.integers(0, 10**6), st.decimals(0, 1000, places=2))


def figure(value: int | Decimal | str, cell: str = "B2", kind: Kind = "points") -> Figure:
    exact = Decimal(value) if isinstance(value, str) else value
    return typed(exact, Place("a.xlsx", "Trang", cell), "Số", "điểm", kind)


def frame(*rows: tuple[str, str, int | Decimal]) -> pd.DataFrame:
    records = [
        (unit, kind, value, Place("a.xlsx", "Trang", f"B{at}")) for at, (unit, kind, value) in enumerate(rows, 2)
    ]
    return pd.DataFrame(records, columns=["unit", "kind", "value", "place"], dtype=object)


def made_of(one: Figure) -> Iterator[Figure]:
    """A figure and all that it was made from."""
    yield one
    for part in one.figures:
        yield from made_of(part)


def test_a_sum_keeps_the_cells_of_its_group() -> None:
    """
    | unit | kind | value |
    | CA   | x    | 1     |   B2
    | CA   | y    | 2     |   B3
    | TP   | x    | 3     |   B4
    """
    found = sums(frame(("CA", "x", 1), ("CA", "y", 2), ("TP", "x", 3)), ["kind"], "Số", "lượt", "count")
    assert {key: one.value for key, one in found.items()} == {("x",): 4, ("y",): 2}
    assert [place.cell for place in found["x",].cells] == ["B2", "B4"]
    assert found["x",].rule.units == 2


def test_of_nothing_there_is_no_sum() -> None:
    assert sums(frame(), ["kind"], "Số", "lượt", "count") == {}
    assert total([], "Số") is None


def test_one_alone_is_itself_and_two_are_a_sum() -> None:
    one, other = figure("9.5"), figure("0.25", "B3")
    assert total([one], "Tổng") is one
    both = total([one, other], "Tổng")
    assert both is not None
    assert (both.value, both.figures) == (Decimal("9.75"), (one, other))


@given(st.lists(st.tuples(st.sampled_from(["CA", "TP"]), st.sampled_from(["x", "y"]), NUMBERS), max_size=12))
def test_sums_are_exact_and_keep_every_cell_once(rows: list[tuple[str, str, int | Decimal]]) -> None:
    found = sums(frame(*rows), ["unit", "kind"], "Số", "lượt", "count")
    assert sorted(place.cell for one in found.values() for place in one.cells) == sorted(
        f"B{n + 2}" for n in range(len(rows))
    )
    for (unit, kind), one in found.items():
        assert one.value == sum(value for u, k, value in rows if (u, k) == (unit, kind))
        assert isinstance(one.value, (int, Decimal))


@given(NUMBERS, NUMBERS)
def test_a_difference_is_positive_and_knows_both(now: int | Decimal, before: int | Decimal) -> None:
    one, other = figure(now), figure(before, "B3")
    found = difference(one, other)
    assert (found.value, found.figures) == (abs(Decimal(now) - Decimal(before)), (one, other))


@given(NUMBERS, NUMBERS)
def test_a_share_is_in_hundredths_and_over_nothing_there_is_none(part: int | Decimal, whole: int | Decimal) -> None:
    found = share(figure(part), figure(whole), "tỷ lệ")
    if not whole:
        assert found is None
        return
    assert found is not None
    assert isinstance(found.value, Decimal)
    assert abs(found.value * Decimal(whole) - Decimal(part) * 100) < Decimal("0.000001")


@given(st.lists(NUMBERS, min_size=1, max_size=5))
def test_a_mean_lies_between_its_parts(values: list[int | Decimal]) -> None:
    found = mean([figure(value) for value in values], "các lần chấm")
    assert min(values) <= found.value <= max(values)
    assert isinstance(found.value, Decimal)


@pytest.mark.parametrize(("now", "before", "value"), [(960, 480, "2.0"), (7, 3, "2.3"), (1, 3, "0.3")])
def test_how_many_times(now: int, before: int, value: str) -> None:
    assert times(figure(now), figure(before)).value == Decimal(value)


@pytest.mark.parametrize("value", [0, Decimal(0), Decimal("0.00")])
def test_zero_is_a_figure_that_tests_false_and_still_exists(value: int | Decimal) -> None:
    assert not figure(value)
    assert figure(value) is not None
    assert total([figure(value), figure(1)], "Tổng") == 1


# --- over a whole dossier ---------------------------------------------------------------------------


def figures_of(value: object) -> Iterator[Figure]:
    """Every figure in the fields of a paper."""
    if isinstance(value, Figure):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from figures_of(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from figures_of(part)
    elif hasattr(value, "figure"):
        yield from figures_of(value.figure)
    elif hasattr(value, "parts"):
        yield from figures_of(value.parts)


def test_no_float_reaches_a_figure_and_every_figure_has_its_cells(tmp_path: Path) -> None:
    reading = read(tmp_path)
    known = {entry.place for rows in reading.tables.rows.values() for row in rows
             for entry in (*row.entries.values(), *row.extra.values())} | {
        row.place for rows in reading.tables.rows.values() for row in rows}  # fmt: skip
    found = 0
    for kind in KINDS.values():
        for part in kind.parts(reading.cluster) if reading.cluster.period.kind in kind.periods else ():
            source = Source(reading.cluster, kind.paper, False, tuple(KINDS), part.cases)
            for one in (inner for outer in figures_of(kind.fields(source)) for inner in made_of(outer)):
                found += 1
                assert type(one.value) in (int, Decimal), one
                assert set(one.cells) <= known, one
                assert one.cells or one.figures or one.rule.name in ("count", "constant"), one
    assert found > 100


def test_the_same_workbook_gives_the_same_figures(tmp_path: Path) -> None:
    inputs = dossier(tmp_path)
    assert Reading(inputs).cluster.standings == Reading(inputs).cluster.standings
