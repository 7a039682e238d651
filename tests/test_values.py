"""One cell, read by the rule of its column: the value, or the problem that says why there is none."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.problems import Place, Problems
from pipeline.workbooks.read import Broken, Cell
from pipeline.workbooks.read import Value as Stored
from pipeline.workbooks.sheets import Column, Kind
from pipeline.workbooks.values import Value, read_value

ROLES = {"Cụm trưởng": "leader", "Trưởng cụm": "leader", "Cụm phó": "deputy"}


def read(kind: Kind, stored: Stored, shown: str = "General", field: str = "x") -> Value | str | None:
    """The value, or the code of the error."""
    problems = Problems()
    column = Column(field, "Cột", kind, choices=ROLES if kind == "choice" else {})
    value = read_value(Cell(stored, Place("a.xlsx", "Trang", "B2"), shown), column, problems)
    assert value is None or not problems.errors()
    return next((problem.code for problem in problems.errors()), value)


@pytest.mark.parametrize(
    ("stored", "value"),
    [
        (12, 12), ("12", 12), ("05", 5), ("3.211", 3211), ("3 211", 3211), ("1.000", 1000), ("1,000", 1000),
        ("12 lượt", 12), ("08 tập thể", 8), ("1.234.567", 1234567), ("12,0", 12), (0, 0), ("0", 0), ("không", 0),
        ("-", 0), ("–", 0), ("x", None), ("Chưa có", None), ("chưa có số liệu", None), ("…", None), ("N/A", None),
        (Decimal("3.211"), "O-04"), ("3,5", "O-04"), (-1, "O-06"), ("-1", "O-06"), ("mười", "O-03"),
        ("12 con", "O-03"), (True, "O-03"), (date(2021, 8, 8), "O-03"), ("1.2.3", "O-03"),
    ],
)  # fmt: skip
def test_counts(stored: Stored, value: object) -> None:
    """Empty, 0, "không" and "chưa có số liệu" are not the same; a fraction is a lost thousand."""
    assert read("count", stored) == value


@pytest.mark.parametrize(("typed", "value"), [("08/08", 8), ("7/8", 7), ("0/8", 0), ("9/8", "O-03"), ("8/0", "O-03")])
def test_votes_may_be_typed_with_their_whole(typed: str, value: object) -> None:
    assert read("count", typed, field="yes") == value
    assert read("count", typed) == "O-03"


@pytest.mark.parametrize(
    ("stored", "value"),
    [
        (Decimal("9.5"), "9.5"), ("9,5", "9.5"), ("9.5", "9.5"), ("98.75", "98.75"), (10, "10"), ("95 điểm", "95"),
        ("95đ", "95"), ("+5", "5"), ("-2", "-2"), ("−2", "-2"), ("(-2)", "-2"), ("05", "5"), (0, "0"),
    ],
)  # fmt: skip
def test_points(stored: Stored, value: str) -> None:
    assert read("points", stored) == Decimal(value)


@pytest.mark.parametrize("stored", ["-", "không", "x", "chưa chấm", "N/A"])
def test_points_that_were_not_given_are_not_zero(stored: str) -> None:
    assert read("points", stored, field="self") is None


@pytest.mark.parametrize("stored", ["-", "không"])
def test_no_bonus_is_zero_bonus(stored: str) -> None:
    assert read("points", stored, field="bonus") == 0


@pytest.mark.parametrize(("stored", "code"), [("1.000", "O-05"), ("chín", "O-03"), ("9/10", "O-03")])
def test_points_that_may_be_two_numbers_are_refused(stored: str, code: str) -> None:
    assert read("points", stored) == code


@pytest.mark.parametrize(
    ("stored", "value"),
    [
        (15000000, 15000000), ("15.000.000", 15000000), ("15.000.000đ", 15000000), ("15 triệu đồng", 15000000),
        ("500.000", 500000), ("500.000 đồng", 500000), ("1,5 tỷ", 1500000000), ("-", None), ("", None),
        ("-5", "O-06"), ("nhiều", "O-03"),
    ],
)  # fmt: skip
def test_money(stored: Stored, value: object) -> None:
    assert read("money", stored) == value


@pytest.mark.parametrize(
    ("stored", "shown", "value"),
    [
        (Decimal("0.652"), "0.0%", "65.2"), ("65,2%", "General", "65.2"), ("65,2 %", "General", "65.2"),
        (Decimal("65.2"), "General", "65.2"), (1, "0%", "100"), ("65,2%", "0.0%", "65.2"),
    ],
)  # fmt: skip
def test_percentages_follow_the_number_format(stored: Stored, shown: str, value: str) -> None:
    assert read("percent", stored, shown) == Decimal(value)


@pytest.mark.parametrize(
    ("stored", "shown", "value"),
    [
        (Decimal("0.95"), "0%", Decimal(95)), ("95%", "General", Decimal(95)), (4, "General", Decimal(4)),
        ("trên 95%", "General", "trên 95%"), ("ít nhất 5 nhà", "General", "ít nhất 5 nhà"),
    ],
)  # fmt: skip
def test_a_plan_is_a_number_or_a_text(stored: Stored, shown: str, value: object) -> None:
    assert read("amount", stored, shown) == value


@pytest.mark.parametrize(
    ("stored", "value"),
    [
        (date(2021, 12, 14), date(2021, 12, 14)), (datetime(2021, 12, 14, 8, 30), date(2021, 12, 14)),
        ("14/12/2021", date(2021, 12, 14)), ("14-12-2021", date(2021, 12, 14)), ("14.12.2021", date(2021, 12, 14)),
        ("ngày 14 tháng 12 năm 2021", date(2021, 12, 14)), ("01/02/2021", date(2021, 2, 1)), ("chưa có", None),
        ("14/12/21", date(2021, 12, 14)), ("19/5/90", date(1990, 5, 19)), ("-", None),
        ("14/12", "O-07"), ("2021", "O-07"), ("31/2/2021", "O-07"), ("12/14/2021", "O-07"),
    ],
)  # fmt: skip
def test_dates_are_day_first_with_a_year(stored: Stored, value: object) -> None:
    found = read("date", stored)
    assert (type(found), found) == (type(value), value)


@pytest.mark.parametrize(
    ("kind", "stored", "value"),
    [
        ("year", 2021, 2021), ("year", "năm 2021", 2021), ("year", "2017-2018", 2017), ("year", "2017 – 2018", 2017),
        ("year", "Năm học 2017-2018", 2017), ("year", "2017-2019", "O-12"), ("year", "21", "O-12"),
        ("time", time(14, 0), time(14)), ("time", "14 giờ 30", time(14, 30)), ("time", "8h", time(8)),
        ("time", "25h", "O-11"), ("time", "sáng", "O-11"),
        ("choice", "CỤM TRƯỞNG", "leader"), ("choice", "cụm trưởng ", "leader"), ("choice", "Trưởng cụm", "leader"),
        ("choice", "trưởng ban", "O-08"),
        ("names", "A; B;\nC;", ("A", "B", "C")), ("lines", "Một\nHai", ("Một", "Hai")),
        ("text", "hai\ndòng", "hai dòng"), ("text", 5, "5"), ("text", Decimal("9.5"), "9,5"),
        ("text", date(2021, 2, 5), "5/2/2021"),
    ],
)  # fmt: skip
def test_other_kinds(kind: Kind, stored: Stored, value: object) -> None:
    assert read(kind, stored) == value


def test_a_percentage_in_a_column_of_words_stays_a_percentage() -> None:
    """What is typed as 96% is stored as 0,96; the paper must not say 0,96."""
    assert read("text", Decimal("0.96"), "0%") == "96%"


def test_a_code_keeps_its_dot() -> None:
    assert read("text", Decimal("1.1"), field="code") == "1.1"


@pytest.mark.parametrize("code", ["O-01", "O-02"])
def test_a_broken_cell_says_its_own_code(code: str) -> None:
    assert read("points", Broken(code, "#N/A")) == code


def test_a_wrong_word_is_answered_with_the_words_there_are() -> None:
    problems = Problems()
    read_value(Cell("phụ trách", Place()), Column("role", "Vai trò", "choice", choices=ROLES), problems)
    (problem,) = problems
    assert problem.remedy == "Chọn một trong: Cụm trưởng; Cụm phó"


@given(st.integers(0, 10**9))
def test_a_count_is_read_as_papers_print_it(number: int) -> None:
    assert read("count", f"{number:,}".replace(",", ".")) == number


@given(st.decimals(0, 1000, places=2))
def test_points_are_read_with_comma_or_dot_and_are_never_floats(points: Decimal) -> None:
    for typed in (str(points), str(points).replace(".", ",")):
        found = read("points", typed)
        assert (type(found), found) == (Decimal, points)


@given(st.text(max_size=30), st.sampled_from(["count", "points", "money", "date", "time", "year", "percent"]))
def test_any_text_is_a_value_or_a_problem_never_a_crash(text: str, kind: Kind) -> None:
    read(kind, text)


@pytest.mark.parametrize(
    ("stored", "value"),
    [(15, 15000000), (Decimal("1.5"), 1500000), ("15", 15000000), ("1,5", 1500000), ("1,5 tỷ đồng", 1500000000),
     ("15.000.000 đồng", 15000000), (Decimal("0.0000001"), "O-06")],
)  # fmt: skip
def test_money_in_a_column_of_millions(stored: Stored, value: object) -> None:
    """A number counts in millions; a text that names its own unit is as it says."""
    problems = Problems()
    column = Column("amount", "Số tiền", "money", factor=10**6)
    found = read_value(Cell(stored, Place()), column, problems)
    assert next((problem.code for problem in problems), found) == value


@pytest.mark.parametrize("typed", ["I. Cụm trưởng", "1. cụm trưởng", "a) Cụm trưởng", "1.2. Cụm trưởng"])
def test_a_number_before_a_word_of_the_list_is_passed_over(typed: str) -> None:
    assert read("choice", typed) == "leader"
