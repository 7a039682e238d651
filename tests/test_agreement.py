"""What one sheet says against another."""

from __future__ import annotations

from pathlib import Path

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
