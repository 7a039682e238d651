"""Which text of one list is which text of another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.office.pairs import Pair, joined, pairs, strays


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (["a", "b"], ["a", "b"], [(0, 0), (1, 1)]),
        (["a", "b"], ["a", "x", "b"], [(0, 0), (None, 1), (1, 2)]),
        (["a", "x", "b"], ["a", "b"], [(0, 0), (1, None), (2, 1)]),
        (["Có 3 đơn vị", "b"], ["Có 4 đơn vị", "b"], [(0, 0), (1, 1)]),
        (["1\tSở Y tế", "2\tSở Nội vụ"], ["1\tThanh tra", "2\tSở Y tế", "3\tSở Nội vụ"], [(None, 0), (0, 1), (1, 2)]),
        (["Hội nghị vui vẻ", "Hết"], ["Hội nghị rất vui vẻ", "Hết"], [(0, 0), (1, 1)]),
        (["Một câu", "hai", "ba"], ["hai", "ba", "Một câu"], [(1, 0), (2, 1), (0, 2)]),
        (["Họp vào sáng thứ hai", "b", "c"], ["b", "c", "Họp vào sáng sớm thứ hai"], [(1, 0), (2, 1), (0, 2)]),
        (["Có 3 đơn vị", "b", "Có 7 đơn vị"], ["Có 7 đơn vị", "Có 4 đơn vị", "b"], [(2, 0), (0, 1), (1, 2)]),
        (["đầu", "cuối"], ["hoàn toàn khác"], [(0, None), (1, None), (None, 0)]),
        ([], [], []),
    ],
)
def test_texts_find_their_counterparts(before: list[str], after: list[str], found: list[Pair]) -> None:
    assert sorted(pairs(before, after), key=str) == sorted(found, key=str)
    assert [j for _, j in pairs(before, after) if j is not None] == list(range(len(after)))


texts = st.lists(st.sampled_from(["", "a", "b 1", "b 2", "c d e", "c d f", "g"]), max_size=8)


@given(texts, texts)
def test_every_text_is_there_once(before: list[str], after: list[str]) -> None:
    found = pairs(before, after)
    assert sorted(i for i, _ in found if i is not None) == list(range(len(before)))
    assert [j for _, j in found if j is not None] == list(range(len(after)))


@given(texts)
def test_a_list_is_its_own_counterpart(texts: list[str]) -> None:
    assert pairs(texts, texts) == [(index, index) for index in range(len(texts))]


@pytest.mark.parametrize(
    ("found", "better"),
    [
        ([(0, 0), (1, None), (None, 1), (2, 2)], [(0, 0), (1, 1), (2, 2)]),
        ([(None, 0), (0, None)], [(0, 0)]),
        ([(0, None), (1, None), (None, 0)], [(0, None), (1, None), (None, 0)]),
        ([(0, None), (1, 0), (None, 1)], [(0, None), (1, 0), (None, 1)]),
    ],
)
def test_one_text_left_over_on_each_side_is_one(found: list[Pair], better: list[Pair]) -> None:
    assert joined(found) == better


@given(st.permutations(range(7)))
def test_without_strays_the_numbers_grow(numbers: list[int]) -> None:
    astray = strays(numbers)
    rest = [number for number in numbers if number not in astray]
    assert rest == sorted(rest)
    assert len(astray) == 0 or numbers != sorted(numbers)


@pytest.mark.parametrize(
    ("numbers", "astray"), [([], set()), ([0, 1, 2], set()), ([2, 0, 1], {2}), ([0, 3, 1, 2], {3})]
)
def test_the_fewest_numbers_are_strays(numbers: list[int], astray: set[int]) -> None:
    assert strays(numbers) == astray
