"""Dates and hours: what is printed, what is read, and that the one undoes the other."""

from __future__ import annotations

import re
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.vietnamese.dates import clock, long, read_date, read_time, short

days = st.dates(min_value=date(1000, 1, 1))
OFFICIAL = re.compile(r"ngày (0[1-9]|[12]\d|3[01]) tháng (0[12]|[3-9]|1[0-2]) năm \d{4}")


@pytest.mark.parametrize(
    "typed",
    [
        "14/12/2021", "14-12-2021", "14.12.2021", "14 / 12 / 2021", " 14/12/2021\n", "2021-12-14",
        "ngày 14/12/2021", "ngày 14 tháng 12 năm 2021", "14 tháng 12 năm 2021",
        "NGÀY 14  THÁNG 12 NĂM 2021", "Ngày\u00a014 tháng 12 năm 2021",
        "nga\u0300y 14 tha\u0301ng 12 na\u0306m 2021",
    ],
)  # fmt: skip
def test_typed_dates(typed: str) -> None:
    assert read_date(typed) == date(2021, 12, 14)


@pytest.mark.parametrize("typed", ["7/4/2014", "07/04/2014", "2014-04-07", "ngày 7 tháng 4 năm 2014"])
def test_the_day_comes_first(typed: str) -> None:
    assert read_date(typed) == date(2014, 4, 7)


@pytest.mark.parametrize(
    "typed",
    [
        "", "2021", "14/12", "14-12", "tháng 12 năm 2021", "ngày 14 tháng 12", "30/02/2021",
        "29/02/2021", "12/14/2021", "0/1/2021", "14/12-2021", "14/12/0021", "2021-13-01", "2021/12/14",
        "44544", "x", "٣/٣/2021",
    ],
)  # fmt: skip
def test_what_is_no_date(typed: str) -> None:
    assert read_date(typed) is None


@pytest.mark.parametrize(
    ("day", "in_full", "in_figures"),
    [
        (date(2022, 1, 14), "ngày 14 tháng 01 năm 2022", "14/01/2022"),
        (date(2017, 7, 25), "ngày 25 tháng 7 năm 2017", "25/7/2017"),
        (date(2014, 4, 7), "ngày 07 tháng 4 năm 2014", "07/4/2014"),
        (date(2024, 2, 29), "ngày 29 tháng 02 năm 2024", "29/02/2024"),
        (date(2021, 12, 1), "ngày 01 tháng 12 năm 2021", "01/12/2021"),
    ],
)
def test_printed_dates(day: date, in_full: str, in_figures: str) -> None:
    assert (long(day), short(day)) == (in_full, in_figures)


@given(days)
def test_printed_dates_are_read_again(day: date) -> None:
    assert read_date(long(day)) == read_date(short(day)) == read_date(day.isoformat()) == day


@given(days)
def test_full_dates_follow_the_decree(day: date) -> None:
    assert OFFICIAL.fullmatch(long(day))


@pytest.mark.parametrize(
    ("typed", "hour", "minute"),
    [
        ("14 giờ 00", 14, 0), ("14h30", 14, 30), ("14:00", 14, 0), ("14 giờ 30 phút", 14, 30),
        ("8h", 8, 0), ("8 giờ", 8, 0), ("08 GIỜ 5 PHÚT", 8, 5), ("7:05", 7, 5), ("14g30", 14, 30),
        ("14h30'", 14, 30), ("0h00", 0, 0), ("23 giờ 59", 23, 59),
    ],
)  # fmt: skip
def test_typed_times(typed: str, hour: int, minute: int) -> None:
    assert read_time(typed) == time(hour, minute)


@pytest.mark.parametrize("typed", ["", "8", "24:00", "14:60", "14:5", "25h", "14 giờ 99", "giờ", "8/8"])
def test_what_is_no_time(typed: str) -> None:
    assert read_time(typed) is None


def test_the_clock() -> None:
    assert (clock(time(14, 0)), clock(time(8, 5))) == ("14 giờ 00 phút", "08 giờ 05 phút")


@given(st.integers(0, 23), st.integers(0, 59))
def test_printed_times_are_read_again(hour: int, minute: int) -> None:
    assert read_time(clock(time(hour, minute))) == time(hour, minute)


@given(st.text())
def test_reading_never_fails(text: str) -> None:
    read_date(text)
    read_time(text)
