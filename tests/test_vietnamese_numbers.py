"""Numbers: what is printed, what is read, and that the one undoes the other."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.vietnamese.numbers import (
    count,
    fraction,
    half_up,
    in_words,
    letter,
    number,
    ordinal,
    percent,
    readings,
    roman,
)

UNITS = ("điểm", "đ", "đồng", "lượt", "%", "cá nhân")
DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
VALUES = {**{word: value for value, word in enumerate(DIGITS)}, "mốt": 1, "tư": 4, "lăm": 5}
SCALES = {"nghìn": 10**3, "triệu": 10**6, "tỷ": 10**9}
printable = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15)


@pytest.mark.parametrize(
    ("value", "padded", "plain"),
    [(0, "0", "0"), (3, "03", "3"), (9, "09", "9"), (10, "10", "10"), (3211, "3.211", "3.211")],
)
def test_counts(value: int, padded: str, plain: str) -> None:
    assert (count(value), count(value, padded=False)) == (padded, plain)


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("97.50", "97,50"), ("15000000", "15.000.000"), ("-2.5", "-2,5"), ("0", "0"), ("0.00", "0,00"),
        ("1E+3", "1.000"), ("1E-9", "0,000000001"), ("-0.0", "0,0"), ("0E+5", "0"),
        ("1234567.891", "1.234.567,891"),
        ("123456789012345678901234567890.5", "123.456.789.012.345.678.901.234.567.890,5"),
    ],
)  # fmt: skip
def test_numbers(value: str, printed: str) -> None:
    assert number(Decimal(value)) == printed


def test_a_large_whole_number_keeps_every_digit() -> None:
    assert number(10**20 + 1) == "100.000.000.000.000.000.001"


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_not_printed(value: str) -> None:
    with pytest.raises(ValueError, match="cannot be printed"):
        number(Decimal(value))


@pytest.mark.parametrize(
    ("value", "places", "printed"),
    [
        ("14.28", 1, "14,3%"), ("14.25", 1, "14,3%"), ("100", 1, "100%"), ("99.96", 1, "100%"),
        ("3.04", 1, "3%"), ("8.854", 2, "8,85%"), ("14.5", 2, "14,50%"), ("14.5", 0, "15%"),
        ("-0.04", 1, "0%"), ("1234.5", 1, "1.234,5%"),
    ],
)  # fmt: skip
def test_percentages(value: str, places: int, printed: str) -> None:
    assert percent(Decimal(value), places) == printed


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [("2.5", 0, "3"), ("-2.5", 0, "-3"), ("96.745", 2, "96.75"), ("9" * 40 + ".5", 0, f"1{0:040}")],
)
def test_rounding(value: str, places: int, rounded: str) -> None:
    assert str(half_up(Decimal(value), places)) == rounded


def test_ordinals() -> None:
    expected = "Nhất, Nhì, Ba, Tư, Năm, Sáu, Bảy, Tám, Chín, Mười, Mười một, Mười hai, Mười ba"
    assert ", ".join(ordinal(n) for n in range(1, 14)) == expected
    assert (ordinal(21), ordinal(24)) == ("Hai mươi mốt", "Hai mươi tư")


@pytest.mark.parametrize(
    ("n", "spoken"),
    [
        (0, "không"), (5, "năm"), (10, "mười"), (14, "mười bốn"), (15, "mười lăm"), (20, "hai mươi"),
        (21, "hai mươi mốt"), (24, "hai mươi tư"), (65, "sáu mươi lăm"), (101, "một trăm linh một"),
        (110, "một trăm mười"), (1005, "một nghìn không trăm linh năm"),
        (1015, "một nghìn không trăm mười lăm"), (1_001_000, "một triệu không trăm linh một nghìn"),
        (1_005_000, "một triệu không trăm linh năm nghìn"), (1_000_005, "một triệu không trăm linh năm"),
        (15_000_000, "mười lăm triệu"), (10**9, "một tỷ"), (10**12, "một nghìn tỷ"),
        (10**15, "một triệu tỷ"), (1_020_000_000_000, "một nghìn không trăm hai mươi tỷ"), (-1, "âm một"),
        (-15, "âm mười lăm"),
    ],
)  # fmt: skip
def test_words(n: int, spoken: str) -> None:
    assert in_words(n) == spoken


def slow_words(n: int) -> str:
    """Every digit named with its place, and then the rules of speech one by one."""
    places = ("nghìn", "trăm", "mươi", "")
    pairs = zip(f"{n:04d}", places, strict=True)
    named = " ".join(f"{DIGITS[int(digit)]} {place}" for digit, place in pairs).strip()
    rules = [
        (r"^(không nghìn )(không trăm )?(không mươi )?", ""), ("không mươi không$", ""),
        ("không mươi", "linh"), ("một mươi", "mười"), ("(mươi|mười) không", r"\1"),
        ("mươi một", "mươi mốt"), ("mươi bốn", "mươi tư"), ("(mươi|mười) năm", r"\1 lăm"),
        ("không trăm *$", ""),
    ]  # fmt: skip
    for wrong, right in rules:
        named = re.sub(wrong, right, named)
    return named.strip() or "không"


def test_words_agree_with_the_slow_way_and_are_distinct() -> None:
    spoken = [in_words(n) for n in range(10_000)]
    assert spoken == [slow_words(n) for n in range(10_000)]
    assert len(set(spoken)) == 10_000


def value_of(words: str) -> int:
    """Read the words back: a scale multiplies all that is smaller before it."""
    for scale, size in sorted(SCALES.items(), key=lambda item: -item[1]):
        before, found, after = words.rpartition(scale)
        if found:
            return value_of(before) * size + value_of(after)
    total = 0
    for word in words.split():
        if word in ("mươi", "trăm"):
            last = total % 10
            total += last * (9 if word == "mươi" else 99)
        else:
            total += 10 if word == "mười" else VALUES.get(word, 0)
    return total


@given(st.integers(0, 10**15))
def test_words_can_be_read_back(n: int) -> None:
    assert value_of(in_words(n)) == n


@pytest.mark.parametrize("n", [10**15 + 1, -(10**15) - 1])
def test_too_large_for_words(n: int) -> None:
    with pytest.raises(ValueError, match="too large"):
        in_words(n)


@pytest.mark.parametrize(("n", "sign"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (1998, "MCMXCVIII")])
def test_roman(n: int, sign: str) -> None:
    assert roman(n) == sign


def test_letters() -> None:
    assert "".join(letter(n) for n in range(1, 24)) == "abcdđeghiklmnopqrstuvxy"
    assert [letter(n) for n in (24, 25, 46, 47)] == ["aa", "ab", "ay", "ba"]
    assert len({letter(n) for n in range(1, 2000)}) == 1999


@pytest.mark.parametrize(("numbering", "n"), [(ordinal, 0), (roman, 0), (roman, 4000), (letter, 0)])
def test_outside_the_numbering(numbering: Callable[[int], str], n: int) -> None:
    with pytest.raises(ValueError, match="no "):
        numbering(n)


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("9,5", ["9.5"]), ("9.5", ["9.5"]), ("98.75", ["98.75"]), ("05", ["5"]), ("0", ["0"]),
        (" 12 ", ["12"]), ("3.211", ["3211", "3.211"]), ("1,000", ["1", "1000"]),
        ("-1.000", ["-1000", "-1"]), ("1.000,5", ["1000.5"]), ("1,000.5", ["1000.5"]),
        ("1.234.567", ["1234567"]), ("1,234,567", ["1234567"]), ("1.234,567", ["1234.567"]),
        ("0.125", ["0.125"]), ("0,500", ["0.5"]), ("1234.567", ["1234.567"]), ("1 234", ["1234"]),
        ("1\u00a0234\u00a0567,5", ["1234567.5"]), ("1\u2009234", ["1234"]), ("1\u202f234", ["1234"]),
        ("+5", ["5"]), ("-2", ["-2"]), ("−2", ["-2"]), ("–2", ["-2"]), ("(-2)", ["-2"]),
        ("(−2,5)", ["-2.5"]), ("95 điểm", ["95"]), ("95Đ", ["95"]), ("15.000.000đ", ["15000000"]),
        ("65,2 %", ["65.2"]), ("12 lượt cá nhân", ["12"]), ("95 \u0111ie\u0302\u0309m", ["95"]),
        ("15 triệu", ["15000000"]), ("1,5 triệu đồng", ["1500000"]),
        ("40 ngàn tỷ đồng", ["40000000000000"]), ("2 TỈ", ["2000000000"]),
        ("1.500 nghìn", ["1500000", "1500"]),
    ],
)  # fmt: skip
def test_typed_numbers(typed: str, values: list[str]) -> None:
    assert readings(typed, UNITS) == tuple(Decimal(value) for value in values)


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "-", "x", "không", "N/A", "…", "điểm", "triệu", "5 quả", "5đx", "(2)", "(-2", "-2)",
        "- 2", "--2", "1e5", "1_000", "1.23.456", "1.234.56", "1,234,56", "1 23", "12 34", "1234 567",
        "1.234 567", "1\n234", "5.", ".5", "5,", "1..5", "1.2.3", "8/8", "½", "٣", "nan", "inf",
        "5 đồng triệu", "95điểmx", "65%5",
    ],
)  # fmt: skip
def test_what_is_no_number(typed: str) -> None:
    assert readings(typed, UNITS) == ()


def test_unit_words_only_when_named() -> None:
    assert readings("95 điểm") == ()


def test_multiplied_values_are_printed_plainly() -> None:
    assert [number(value) for value in readings("1,50 triệu")] == ["1.500.000"]


@given(printable)
def test_a_printed_number_is_read_again(value: Decimal) -> None:
    assert value in readings(number(value))


@given(st.integers(0, 10**12))
def test_a_printed_count_is_read_again(value: int) -> None:
    assert value in readings(count(value))


@given(st.one_of(st.text(), st.from_regex(r"[(+\-]?[0-9., ]+ ?(triệu|nghìn|đ)?\)?", fullmatch=True)))
def test_reading_never_fails(text: str) -> None:
    found = readings(text, UNITS)
    assert len(set(found)) == len(found) <= 2
    fraction(text)


@pytest.mark.parametrize(
    ("typed", "pair"),
    [
        ("8/8", (8, 8)), ("08/08", (8, 8)), ("7 / 8", (7, 8)), (" 07/08 ", (7, 8)), ("0/8", (0, 8)),
        ("9/8", (9, 8)), ("8/0", None), ("8", None), ("8/", None), ("1/2/3", None), ("-1/2", None),
        ("8/8 phiếu", None), ("9" * 5000 + "/1", None),
    ],
)  # fmt: skip
def test_fractions(typed: str, pair: tuple[int, int] | None) -> None:
    assert fraction(typed) == pair
