"""From points to totals, ranks and grades: nothing missing counted as 0, no order of rows deciding."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from dossiers import Reading, plain, read
from hypothesis import given, settings
from hypothesis import strategies as st
from score_sheets import GOOD_RANKS, GOOD_TOTALS, HEADER, ROWS, SCORES, SCORING, UNITS, scored, wide
from workbooks_from_text import FOLDER, GOOD, Sheet, book, dossier

# --- points ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("cell", ["", "-", "–", "x", "không", "chưa chấm", "N/A", "…"])
def test_a_missing_score_is_never_zero(cell: str, tmp_path: Path) -> None:
    """
    Đơn vị     | Hoàn thành chỉ tiêu | Cải cách | Phong trào | Tổng | Xếp thứ
    Sở Tư pháp | 40                  | (trống)  | 29         | không có, không phải 78,5 | không xếp
    """
    reading = scored(tmp_path, SCORES.swapped("Sở Tư pháp | 40 | 19,5", f"Sở Tư pháp | 40 | {cell}"))
    standing = reading.standing("Sở Tư pháp")
    assert (standing.total, standing.rank, standing.grade) == (None, None, None)
    assert standing.missing == ("Nhiệm vụ chính trị",)
    assert reading.only("DIEM-07").place.cell == "A4"


def test_zero_points_are_points(tmp_path: Path) -> None:
    reading = scored(tmp_path, SCORES.swapped("40 | 19,5 | 29 | 9,5 | | | 98 | 1", "40 | 19,5 | 29 | 0 | | | 88,5 |"))
    assert (reading.totals()["Sở Tư pháp"], reading.standing("Sở Tư pháp").missing) == (Decimal("88.5"), ())


@pytest.mark.parametrize("typed", ["2", "-2", '"(-2)"', '"−2"', '"2 điểm"'])
def test_deductions_lower_the_total_however_they_are_typed(typed: str, tmp_path: Path) -> None:
    reading = scored(tmp_path, SCORES.swapped("27 | 8 | | 1 | 88 | 5", f"27 | 8 | | {typed} | 87 | 5"))
    assert (reading.totals()["Tòa án nhân dân tỉnh"], reading.codes()) == (87, [])


@pytest.mark.parametrize(("cap", "bonus", "total"), [(5, 5, 98), (4, 4, 97), (None, 5, 98)])
def test_bonus_counts_up_to_its_cap(cap: int | None, bonus: int, total: int, tmp_path: Path) -> None:
    rules = (
        GOOD["Quy định"].swapped("thưởng tối đa | 5", f"thưởng tối đa | {cap}")
        if cap
        else GOOD["Quy định"].without("Điểm thưởng")
    )
    reading = scored(tmp_path, SCORES.swapped("| 3 | | 96 | 2", "| 5 | | |"), **{"Quy định": rules})
    standing = reading.standing("Công an tỉnh")
    assert (plain(standing.bonus), plain(standing.total)) == (bonus, total)


def test_bonus_may_lift_a_total_over_the_scale(tmp_path: Path) -> None:
    reading = scored(tmp_path, SCORES.swapped("40 | 19,5 | 29 | 9,5 | | | 98 | 1", "40 | 20 | 30 | 10 | 5 | | 105 | 1"))
    assert (reading.totals()["Sở Tư pháp"], reading.codes()) == (105, [])


@pytest.mark.parametrize(
    ("source", "total"), [("tự chấm", 99), ("chấm chéo", 97), ("thẩm định", 98), ("trung bình", 98), (None, 98)]
)
def test_whose_points_count(source: str | None, total: int, tmp_path: Path) -> None:
    """As the regulation says; where it is silent, those of the last stage."""
    rules = GOOD["Quy định"]
    rules = rules.swapped("xếp hạng | thẩm định", f"xếp hạng | {source}") if source else rules.without("Điểm dùng")
    lines = ["Đơn vị | Tự chấm | Chấm chéo | Thẩm định", *(f"{u} | 99 | 97 | 98" for u in UNITS)]
    assert scored(tmp_path, wide(*lines), **{"Quy định": rules}).totals()["Sở Tư pháp"] == total


def test_equal_totals_share_a_rank_and_the_next_is_passed_over(tmp_path: Path) -> None:
    lines = ["Đơn vị | Thẩm định", *(f"{u} | {t}" for u, t in zip(UNITS, (96, 98, 96, 90, 98), strict=True))]
    assert list(scored(tmp_path, wide(*lines)).ranks().values()) == [3, 1, 3, 5, 1]


def test_a_tie_at_the_second_place(tmp_path: Path) -> None:
    """
    Đơn vị                      | Thẩm định | Xếp thứ
    Công an tỉnh                | 98        | 1
    Sở Tư pháp                  | 97        | 2
    Tòa án nhân dân tỉnh        | 97        | 2
    Viện kiểm sát nhân dân tỉnh | 95        | 4
    Cục Thi hành án dân sự tỉnh | 90        | 5
    """
    lines = ["Đơn vị | Thẩm định", *(f"{u} | {t}" for u, t in zip(UNITS, (98, 97, 97, 95, 90), strict=True))]
    assert list(scored(tmp_path, wide(*lines)).ranks().values()) == [1, 2, 2, 4, 5]


def test_a_missing_appraised_score_is_not_taken_from_another_stage(tmp_path: Path) -> None:
    """
    Đơn vị       | Tự chấm | Chấm chéo | Thẩm định | Tổng     | Xếp thứ
    Công an tỉnh | 99      | 98        |           | không có | không xếp
    Sở Tư pháp   | 97      | 96        | 95        | 95       | 1
    """
    others = [f"{unit} | 97 | 96 | 95" for unit in UNITS if unit != "Công an tỉnh"]
    lines = ["Đơn vị | Tự chấm | Chấm chéo | Thẩm định", "Công an tỉnh | 99 | 98 | ", *others]
    reading = scored(tmp_path, wide(*lines))
    missing = reading.standing("Công an tỉnh")
    assert (missing.total, missing.rank) == (None, None)
    assert [plain(of) for of in (missing.self_points, missing.cross_points, missing.appraised_points)] == [99, 98, None]
    assert (reading.totals()["Sở Tư pháp"], reading.ranks()["Sở Tư pháp"]) == (95, 1)


def test_points_are_rounded_half_up_when_the_regulation_says_so(tmp_path: Path) -> None:
    rules = GOOD["Quy định"].grown("Làm tròn | 1")
    lines = ["Đơn vị | Thẩm định", *(f"{u} | 97,25" for u in UNITS)]
    assert scored(tmp_path, wide(*lines), **{"Quy định": rules}).totals()["Sở Tư pháp"] == Decimal("97.3")


def test_a_workbook_sent_twice_is_refused_with_both_places(tmp_path: Path) -> None:
    inputs = dossier(tmp_path, **SCORING)
    book(
        inputs / FOLDER / "bản 2.xlsx",
        {"Chấm điểm": SCORES.without("1 |").without("3 |").without("4 |").without("5 |")},
    )
    reading = Reading(inputs)
    assert (set(reading.codes("LỖI")), reading.totals()) == ({"HS-05"}, GOOD_TOTALS)
    problem = reading.only("HS-05")
    assert "bản 2.xlsx" in str(problem.place) and "Cụm 5 năm 2021.xlsx › Chấm điểm" in problem.message


def test_every_total_keeps_its_cells(tmp_path: Path) -> None:
    total = read(tmp_path).standing("Công an tỉnh").total
    assert total is not None
    cells = {place.cell for part in total.figures for place in part.cells}
    assert cells == {"C3", "D3", "E3", "F3", "G3"}


# --- order -----------------------------------------------------------------------------------------


@settings(max_examples=8, deadline=None)
@given(st.permutations(ROWS), st.permutations(GOOD["Đơn vị"].text.split("\n")[3:]))
def test_the_order_of_rows_never_changes_a_rank(rows: list[str], units: list[str]) -> None:
    with TemporaryDirectory() as folder:
        listed = Sheet("\n".join((*GOOD["Đơn vị"].text.split("\n")[:3], *units)))
        reading = scored(Path(folder), wide(HEADER, *rows), **{"Đơn vị": listed})
        assert (reading.ranks(), reading.totals(), reading.codes()) == (GOOD_RANKS, GOOD_TOTALS, [])


@settings(max_examples=8, deadline=None)
@given(st.lists(st.integers(0, 400), min_size=5, max_size=5))
def test_a_rank_counts_those_above(quarters: list[int]) -> None:
    """Any points: rank = 1 + how many have more; never a float on the way."""
    points = [Decimal(n) / 4 for n in quarters]
    lines = ["Đơn vị | Thẩm định", *(f"{u} | {str(p).replace('.', ',')}" for u, p in zip(UNITS, points, strict=True))]
    with TemporaryDirectory() as folder:
        reading = scored(Path(folder), wide(*lines))
    assert list(reading.totals().values()) == points
    assert list(reading.ranks().values()) == [1 + sum(other > own for other in points) for own in points]
    assert all(not isinstance(total, float) for total in reading.totals().values())
