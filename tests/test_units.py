"""The members of the cluster, and which of them a typed name means."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Literal

import pytest
from dossiers import read
from hypothesis import given
from hypothesis import strategies as st
from workbooks_from_text import GOOD, sheet

from pipeline.cluster.units import Registry
from pipeline.model import Unit
from pipeline.problems import Place, Problems
from pipeline.workbooks.rows import Entry


def unit(name: str, code: str | None = None, short: str | None = None, *aliases: str) -> Unit:
    return Unit(name, Place("a.xlsx", "Đơn vị", name), code=code, short=short, aliases=aliases)


COURT = unit("Tòa án nhân dân tỉnh", "TA", "TAND tỉnh", "Tòa án tỉnh")
POLICE = unit("Công an tỉnh", "CA", "CA tỉnh")
ARMY = unit("Bộ Chỉ huy quân sự tỉnh", "QS", "Bộ CHQS tỉnh")
SCHOOLS = unit("Sở Giáo dục và Đào tạo", None, "Sở GD&ĐT")
YOUTH = unit("Tỉnh đoàn", None, None, "Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh")
HOA, HOA_HIGH = unit("Thị trấn Tân Hòa"), unit("Thị trấn Tân Hóa")
COMMA = unit("Sở Văn hóa, Thể thao và Du lịch - cơ sở 2")
KNOWN = Registry((COURT, POLICE, ARMY, SCHOOLS, YOUTH, HOA, HOA_HIGH, COMMA), "Hòa Bình")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Tòa án nhân dân tỉnh", COURT), ("TÒA ÁN NHÂN DÂN TỈNH", COURT), ("Toà án nhân dân tỉnh", COURT),
        ("tòa án  nhân dân tỉnh ", COURT), (unicodedata.normalize("NFD", "Tòa án nhân dân tỉnh"), COURT),
        ("TAND tỉnh", COURT), ("TAND", COURT), ("TA", COURT), ("ta", COURT), ("Tòa án tỉnh", COURT),
        ("Tòa án nhân dân tỉnh Hòa Bình", COURT), ("Tòa án nhân dân", COURT), ("TAND tỉnh Hoà Bình", COURT),
        ("Tòa án nhân dân tỉnh.", COURT), ("“Tòa án nhân dân tỉnh”", COURT),
        ("Công an tỉnh Hòa Bình", POLICE), ("CA tỉnh", POLICE), ("Công an", POLICE),
        ("Bộ CHQS tỉnh", ARMY), ("Bộ CHQS", ARMY), ("Bộ chỉ huy Quân sự", ARMY),
        ("Sở GD&ĐT", SCHOOLS), ("sở giáo dục và đào tạo tỉnh Hòa Bình", SCHOOLS),
        ("Tỉnh đoàn", YOUTH), ("Tỉnh đoàn Hòa Bình", YOUTH), ("Thị trấn Tân Hòa", HOA), ("Thị trấn Tân Hoà", HOA),
        ("Thị trấn Tân Hóa", HOA_HIGH), ("Thị trấn Tân Hoá", HOA_HIGH), ("Thị trấn Tân Hoa", None),
        ("Sở Văn hóa, Thể thao và Du lịch – Cơ sở 2", COMMA), ("Sở Văn hóa, Thể thao và Du lịch-cơ sở 2", COMMA),
        ("Tòa án nhân dân tỉnh Sơn La", None), ("tỉnh", None), ("", None), ("Công", None), ("Sở Y tế", None),
    ],
)  # fmt: skip
def test_a_name_means_one_unit_or_none(typed: str, meant: Unit | None) -> None:
    """Code, short name, alias; case, NFC or NFD, tone placement, dash, with and without the province."""
    assert KNOWN.named(typed) is meant


def test_tan_hoa_and_tan_hoa_are_never_confused(tmp_path: Path) -> None:
    units = GOOD["Đơn vị"].grown("6 | | Thị trấn Tân Hòa | | | |", "7 | | Thị trấn Tân Hóa | | | |")
    counts = (
        GOOD["Khen thưởng"]
        .without(" | Tổng")
        .grown("7 | Thị trấn Tân Hoá | Giấy khen | | 5 |", "8 | Thị trấn Tân Hoà | Giấy khen | | 3 |")
    )
    reading = read(tmp_path, **{"Đơn vị": units, "Khen thưởng": counts})
    assert reading.cluster.commendations is not None
    found = {c.unit.name: c.now["collective"].value for c in reading.cluster.commendations.units}
    assert (found["Thị trấn Tân Hòa"], found["Thị trấn Tân Hóa"]) == (3, 5)


def test_an_unknown_name_is_answered_with_the_nearest(tmp_path: Path) -> None:
    problems = Problems()
    assert KNOWN.find(Entry("Sở GDĐT tỉnh", Place("b.xlsx", "Chấm điểm", "B4")), problems) is None
    (problem,) = problems
    assert (problem.code, problem.place.cell) == ("DV-01", "B4")
    assert "Sở Giáo dục và Đào tạo" in problem.message


@given(st.sampled_from(KNOWN.units), st.data())
def test_case_and_form_of_letters_never_matter(one: Unit, data: st.DataObject) -> None:
    form: Literal["NFC", "NFD"] = "NFD" if data.draw(st.booleans()) else "NFC"
    typed = "".join(data.draw(st.sampled_from([sign.lower(), sign.upper()])) for sign in one.name)
    assert KNOWN.named(unicodedata.normalize(form, typed)) is one


# --- the sheet --------------------------------------------------------------------------------------


def test_names_are_kept_as_they_are_typed_but_for_numbers_before_them(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        **{
            "Đơn vị": sheet("""
        STT | Tên đơn vị | Tên gọi khác
        1 | 1. Công an tỉnh | CA
        2 | 2) Sở Tư pháp | STP; TP;
        3 | Tòa án nhân dân tỉnh | TA
        4 | Viện kiểm sát nhân dân tỉnh |
        5 | Cục Thi hành án dân sự tỉnh |
        """)
        },
    )
    assert [u.name for u in reading.cluster.units][:2] == ["Công an tỉnh", "Sở Tư pháp"]
    assert (reading.cluster.units[1].aliases, reading.codes()) == (("STP", "TP"), [])


@pytest.mark.parametrize(
    "line",
    ["6 | | Công an tỉnh | | | |", "6 | | CA tỉnh | | | |", "6 | CA | Sở Y tế | | | |", "6 | | Sở Y tế | | STP | |"],
)
def test_one_name_for_two_units_is_an_error(line: str, tmp_path: Path) -> None:
    reading = read(tmp_path, **{"Đơn vị": GOOD["Đơn vị"].grown(line)})
    assert reading.codes("LỖI") == ["DV-02"]


def test_two_units_that_differ_by_a_tone_are_two(tmp_path: Path) -> None:
    units = GOOD["Đơn vị"].grown("6 | | Tân Hòa | | | |", "7 | | Tân Hóa | | | |")
    assert "DV-02" not in read(tmp_path, **{"Đơn vị": units}).codes()


def test_a_unit_that_came_later_is_no_member_yet(tmp_path: Path) -> None:
    """It is left out of the papers of the year, and its figures of that year are refused."""
    units = GOOD["Đơn vị"].grown("6 | YT | Sở Y tế | | | | 2022")
    reading = read(tmp_path, **{"Đơn vị": units})
    assert ([len(reading.cluster.units), len(reading.cluster.pledge_units)], reading.codes()) == ([5, 6], [])
    scores = GOOD["Chấm điểm"].grown("6 | Sở Y tế | 40 | 20 | 30 | 10")
    assert read(tmp_path, **{"Đơn vị": units, "Chấm điểm": scores}).only("DV-06").place.cell == "B8"


def test_a_unit_that_has_not_sent_is_named_and_nothing_stops(tmp_path: Path) -> None:
    counts = GOOD["Khen thưởng"].without("5 |").without(" | Tổng")
    reading = read(tmp_path, **{"Khen thưởng": counts})
    assert reading.cluster.commendations is not None
    assert [u.name for u in reading.cluster.commendations.missing] == ["Viện kiểm sát nhân dân tỉnh"]
    assert reading.codes() == ["DV-05"]


def test_a_list_of_several_clusters_gives_ours_alone(tmp_path: Path) -> None:
    units = sheet("""
        STT | Tên đơn vị
        I | Cụm thi đua số 4
        1 | Sở Y tế
        II | Cụm thi đua số 5
        1 | Công an tỉnh
        2 | Sở Tư pháp
        3 | Tòa án nhân dân tỉnh
        4 | Viện kiểm sát nhân dân tỉnh
        5 | Cục Thi hành án dân sự tỉnh
        III | Cụm thi đua số 50
        1 | Sở Khoa học và Công nghệ
        """)
    reading = read(tmp_path, **{"Đơn vị": units})
    found = [problem.found for problem in reading.problems if problem.code == "TRANG-09"]
    assert (len(reading.cluster.units), found) == (5, ["Cụm thi đua số 4", "Cụm thi đua số 50"])
