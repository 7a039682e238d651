"""What one sheet says against another."""

from __future__ import annotations

from pathlib import Path

import pytest
from dossiers import read
from workbooks_from_text import GOOD, Sheet


def test_a_list_longer_than_the_count_is_said_with_both_cells(tmp_path: Path) -> None:
    counts = GOOD["Khen thưởng"].swapped("cấp tỉnh | 12 | 45", "cấp tỉnh | 1 | 45").swapped("| 82 | 493", "| 71 | 493")
    people = GOOD["Đề nghị"].text.split("\n")
    award = "Bằng khen của Chủ tịch UBND tỉnh | | |"
    rows = (f"{n} | tập thể | {name} | {award} được tặng" for n, name in enumerate(("Công an tỉnh", "Phòng Hậu cần")))
    granted = "\n".join((people[0] + " | Trạng thái", *rows))
    sheets = {"Khen thưởng": counts, "Đề nghị": Sheet(granted)}
    reading = read(tmp_path, **sheets)
    assert reading.codes() == ["KT-02"]
    problem = reading.only("KT-02")
    assert (problem.place.cell, problem.found) == ("C2", "2")
    assert problem.message == (
        "danh sách có 2 tập thể được tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Hòa Bình, "
        "nhưng số lượt đã đếm là 1 (cum-5/Cụm 5 năm 2021.xlsx › Khen thưởng › E2)"
    )


def test_more_ballots_than_voters_are_said(tmp_path: Path) -> None:
    ballots = GOOD["Bỏ phiếu"].swapped("Sở Tư pháp | 5 | 5 | 5", "Sở Tư pháp | 6 | 5 | 5")
    reading = read(tmp_path, **{"Bỏ phiếu": ballots})
    assert (reading.codes(), reading.only("BP-05").place.cell) == (["BP-05"], "E2")


def test_without_a_typed_number_of_voters_a_unit_may_have_two(tmp_path: Path) -> None:
    ballots = GOOD["Bỏ phiếu"].swapped("Sở Tư pháp | 5 | 5 | 5", "Sở Tư pháp | 10 | 5 | 5")
    facts = GOOD["Thông tin"].without("Số thành viên bỏ phiếu")
    assert read(tmp_path, **{"Bỏ phiếu": ballots, "Thông tin": facts}).codes() == []


def titled(folder: Path, sheet: str, title: str) -> list[str]:
    return read(folder, **{sheet: Sheet(f"{title}\n\n{GOOD[sheet].text}")}).codes()


@pytest.mark.parametrize(
    ("sheet", "title"),
    [
        ("Khen thưởng", "TỔNG HỢP KẾT QUẢ KHEN THƯỞNG NĂM 2019"),
        ("Đề nghị", "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2020"),
        ("Giao ước", "GIAO ƯỚC THI ĐUA NĂM 2020"),
    ],
)
def test_a_table_of_another_year_is_said(tmp_path: Path, sheet: str, title: str) -> None:
    assert titled(tmp_path, sheet, title) == ["HS-06"]


@pytest.mark.parametrize(
    ("sheet", "title"),
    [
        ("Khen thưởng", "TỔNG HỢP KẾT QUẢ KHEN THƯỞNG NĂM 2021"),
        ("Khen thưởng", "TỔNG HỢP KẾT QUẢ KHEN THƯỞNG NĂM 2021 SO VỚI NĂM 2020"),
        ("Khen thưởng", "(Kèm theo Báo cáo số 12/BC-CTĐ năm 2022)"),
        ("Giao ước", "GIAO ƯỚC THI ĐUA NĂM 2022"),
        ("Tiêu chí", "BẢNG TIÊU CHÍ CHẤM ĐIỂM BAN HÀNH NĂM 2019"),
    ],
)
def test_a_title_of_this_year_of_the_pledge_or_of_another_paper_is_let_be(
    tmp_path: Path, sheet: str, title: str
) -> None:
    assert titled(tmp_path, sheet, title) == []


def test_a_name_in_capitals_is_said(tmp_path: Path) -> None:
    facts = GOOD["Thông tin"].swapped("Cụm thi đua số 5 tỉnh Hòa Bình", "CỤM THI ĐUA SỐ 5 TỈNH HÒA BÌNH")
    assert read(tmp_path, **{"Thông tin": facts}).only("HS-07").place.cell == "B2"


def test_several_deputies_in_one_cell(tmp_path: Path) -> None:
    facts = GOOD["Thông tin"].swapped(
        "Cụm phó năm sau | Tòa án nhân dân tỉnh", "Cụm phó năm sau | Tòa án tỉnh; Công an tỉnh"
    )
    deputies = read(tmp_path, **{"Thông tin": facts}).cluster.next_leaders.deputies
    assert [unit.name for unit in deputies] == ["Tòa án nhân dân tỉnh", "Công an tỉnh"]
