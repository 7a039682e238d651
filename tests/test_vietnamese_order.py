"""Dictionary order: letters before tones before capitals, and numbers by their value."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.vietnamese.order import sort_key
from pipeline.vietnamese.tones import join, split

names = st.text("aàảãáạăằâậbdđeêghioôơuưỵyAÀĐ -0129z", max_size=12)


@pytest.mark.parametrize(
    "ordered",
    [
        "a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y",
        "An Àn Ản Ãn Án Ạn Ăn Ân Dan Đan",
        "ma mà mả mã má mạ mai mài măng mâm",
        "an An án Án anh Anh",
        "quê quế quy quỷ quý",
        "f g h i j k v w x y z",
    ],
)
def test_words_in_order(ordered: str) -> None:
    words = ordered.split()
    assert sorted(reversed(words), key=sort_key) == words


@pytest.mark.parametrize(
    "ordered",
    [
        ["Cụm 2", "Cụm 9", "Cụm 10", "Cụm 10a", "Cụm A"],
        ["Tân An", "Tấn An Hòa", "Tân Ân", "Tân Hòa", "Tân Hóa"],
        ["Sở Nội vụ", "Sở Tài chính", "Sở Y tế", "Thanh tra tỉnh"],
        ["", "A", "A B", "AB"],
        ["Đội 7", "Đội 007x", "Đội 08"],
    ],
)
def test_names_in_order(ordered: list[str]) -> None:
    assert sorted(reversed(ordered), key=sort_key) == ordered


def test_tones_weigh_less_than_any_later_letter() -> None:
    assert sort_key("Án B") > sort_key("An A")
    assert sort_key("Án A") < sort_key("An B")


def test_long_digit_runs_are_no_trouble() -> None:
    assert sort_key("9" * 5000) != sort_key("9" * 5001)


@given(st.text())
def test_both_unicode_forms_sort_alike(text: str) -> None:
    assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(text)


@given(st.lists(st.one_of(names, st.text(max_size=8))))
def test_the_order_is_total(texts: list[str]) -> None:
    composed = {unicodedata.normalize("NFC", text) for text in texts}
    ordered = sorted(composed, key=sort_key)
    assert ordered == sorted(reversed(ordered), key=sort_key)
    assert all(sort_key(one) < sort_key(other) for one, other in pairwise(ordered))


@given(st.sampled_from("aăâeêioôơuưyAĐƠ"), st.integers(0, 5))
def test_a_tone_is_put_on_and_taken_off(letter: str, tone: int) -> None:
    assert split(join(letter, tone)) == (letter, tone)
