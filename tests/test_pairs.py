"""Which text of one list is which text of another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.office.pairs import Pair, pairs


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
