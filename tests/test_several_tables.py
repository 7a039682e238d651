"""Several tables on one sheet: below each other, side by side, the header again on the next page."""

# ruff: noqa: E501 -- a row of a table stays one line

from __future__ import annotations

from pathlib import Path

import pytest
from dossiers import Reading, counted, read
from workbooks_from_text import GOOD, Sheet, only, sheet

BASE = only("Thông tin", "Đơn vị", "Quy định", "Tiêu chí")
SCALE = "Mã | Nội dung | Điểm tối đa | Tự chấm | Thẩm định"
COUNTED = "STT | Đơn vị | Hình thức | Tập thể | Cá nhân"


def on_one_sheet(folder: Path, title: str, text: str | Sheet, **others: Sheet | None) -> Reading:
    content = text if isinstance(text, Sheet) else sheet(text)
    return read(folder, **{**BASE, title: content, **others})


def counts(reading: Reading) -> dict[str, object]:
    assert reading.cluster.commendations is not None, reading.said()
    return counted(reading.cluster.commendations.total)


def scores_of_two_units(second: str, between: str = "") -> str:
    lines = ["BẢNG CHẤM ĐIỂM", "Đơn vị: Công an tỉnh", SCALE, "1 | Hoàn thành chỉ tiêu | 40 | 38 | 38",
             "2 | Cải cách hành chính | 20 | 18 | 18", "II | Phong trào thi đua | 30 | 28 | 28",
             "III | Hoạt động xã hội | 10 | 9 | 9", " | Tổng cộng | 100 | 93 | 93", "", "NGƯỜI CHẤM | | TỔ TRƯỞNG", "",
             "BẢNG CHẤM ĐIỂM", second, SCALE, "1 | Hoàn thành chỉ tiêu | 40 | 40 | 39",
             "2 | Cải cách hành chính | 20 | 19 | 18", *between.split("\n"), "II | Phong trào thi đua | 30 | 28 | 28",
             "III | Hoạt động xã hội | 10 | 9 | 9"]  # fmt: skip
    return "\n".join(lines)


@pytest.mark.parametrize(
    "between", ["", SCALE, f"2\n{SCALE}", f"Trang 2\n{SCALE}", f"Bảng chấm điểm (tiếp theo)\n{SCALE}"]
)
def test_a_table_for_each_unit(between: str, tmp_path: Path) -> None:
    """Each under its own line "Đơn vị: …"; the header may stand again at the head of a page."""
    reading = on_one_sheet(tmp_path, "Chấm điểm", Sheet(scores_of_two_units("Đơn vị: Sở Tư pháp", between)))
    assert (reading.totals()["Công an tỉnh"], reading.totals()["Sở Tư pháp"]) == (93, 94)
    assert set(reading.codes()) == {"DV-05"}


def test_a_table_without_a_unit_under_that_of_another_is_refused(tmp_path: Path) -> None:
    """The line above the first table says nothing of the second; in a workbook of one unit it does."""
    reading = on_one_sheet(tmp_path, "Chấm điểm", Sheet(scores_of_two_units("Năm 2021")))
    assert set(reading.codes("LỖI")) == {"DV-07"}


def test_tables_of_different_sheets_below_each_other(tmp_path: Path) -> None:
    reading = on_one_sheet(
        tmp_path,
        "Sheet1",
        f"""
        KẾT QUẢ KHEN THƯỞNG
        {COUNTED}
        1 | Công an tỉnh | Giấy khen | 40 | 310
        2 | Sở Tư pháp | Giấy khen | 6 | 32
         | Tổng cộng | | 46 | 342

        DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG
        STT | Đối tượng | Tên | Danh hiệu hoặc hình thức
        1 | tập thể | Sở Tư pháp | Cờ thi đua của UBND tỉnh
        2 | tập thể | Công an tỉnh | Bằng khen của Chủ tịch UBND tỉnh
        """,
    )
    assert (counts(reading), set(reading.codes())) == ({"collective": 46, "person": 342}, {"DV-05"})
    assert [nomination.name for nomination in reading.cluster.nominations] == ["Sở Tư pháp", "Công an tỉnh"]


def test_a_fault_of_one_table_is_one_of_every_sheet_beside_it(tmp_path: Path) -> None:
    reading = on_one_sheet(
        tmp_path, "Khen thưởng", f"{COUNTED}\n1 | CA | Giấy khen | 4 | 5\n\nMục | Nội dung\nKết quả | Tốt."
    )
    names = {place.sheet: names for place, names in reading.tables.names.items()}
    assert names["Khen thưởng"] == ("Khen thưởng", "Nội dung")


def test_wide_counts_under_wide_points(tmp_path: Path) -> None:
    text = """
        Đơn vị | Hoàn thành chỉ tiêu | Cải cách hành chính | Phong trào thi đua | Hoạt động xã hội
        Công an tỉnh | 38 | 18 | 28 | 9

        STT | Đơn vị | Bằng khen | | Giấy khen |
         | | Tập thể | Cá nhân | Tập thể | Cá nhân
        1 | Công an tỉnh | 1 | 2 | 3 | 4"""
    reading = on_one_sheet(tmp_path, "Chấm điểm", sheet(text, merges=("A4:A5", "B4:B5", "C4:D4", "E4:F4")))
    assert (reading.totals()["Công an tỉnh"], counts(reading)) == (93, {"collective": 4, "person": 6})


def test_the_line_above_tells_this_year_from_the_last(tmp_path: Path) -> None:
    header = "Đơn vị | Hình thức | Tập thể | Cá nhân"
    text = f"KẾT QUẢ KHEN THƯỞNG\n{header}\nCA | Giấy khen | 40 | 310\nKẾT QUẢ KHEN THƯỞNG NĂM TRƯỚC\n{header}\nCA | Giấy khen | 20 | 300"
    reading = on_one_sheet(tmp_path, "2021", Sheet(text))
    assert reading.cluster.commendations is not None
    assert counts(reading) == {"collective": 40, "person": 310}
    assert counted(reading.cluster.commendations.before) == {"collective": 20, "person": 300}


def test_the_whole_report_of_a_unit_on_one_sheet(tmp_path: Path) -> None:
    """The unit named at the top is that of every table."""
    reading = on_one_sheet(
        tmp_path,
        "Báo cáo",
        """
        Đơn vị: Công an tỉnh
        I. KHEN THƯỞNG
        STT | Hình thức | Tập thể | Cá nhân
        1 | Giấy khen | 4 | 5

        II. NỘI DUNG
        STT | Mục | Nội dung
        1 | Kết quả | Làm tốt.
        2 | Hạn chế | Còn chậm.

        III. ĐỀ NGHỊ
        STT | Đối tượng | Tên | Danh hiệu hoặc hình thức
        1 | tập thể | Công an tỉnh | Cờ thi đua của UBND tỉnh
        """,
    )
    assert (counts(reading), reading.codes("LỖI")) == ({"collective": 4, "person": 5}, [])
    assert [p.unit.name for p in reading.cluster.passages if p.unit] == ["Công an tỉnh"] * 2
    assert len(reading.cluster.nominations) == 1


def test_keys_and_tables_on_one_sheet(tmp_path: Path) -> None:
    lines = ["", "Quy định | Giá trị", "Thang điểm | 100", "Xếp hạng | theo điểm", "Điểm dùng để xếp hạng | thẩm định",
             "", "DANH SÁCH ĐƠN VỊ", "STT | Mã | Tên đơn vị", *(f"{n} | {n} | {name}" for n, name in enumerate(("Sở Tư pháp", "Tòa án nhân dân tỉnh"), 1))]  # fmt: skip
    reading = on_one_sheet(tmp_path, "Thông tin", GOOD["Thông tin"].grown(*lines), **{"Đơn vị": None, "Quy định": None})
    assert [unit.name for unit in reading.cluster.units] == ["Sở Tư pháp", "Tòa án nhân dân tỉnh"]
    assert reading.cluster.regulation.scale is not None
    assert reading.codes() == []


def test_keys_above_a_table(tmp_path: Path) -> None:
    keys = "\n".join(GOOD["Thông tin"].text.split("\n")[1:])
    reading = on_one_sheet(tmp_path, "Đơn vị", Sheet(f"{keys}\n\n{GOOD['Đơn vị'].text}"), **{"Thông tin": None})
    assert (len(reading.cluster.units), reading.codes()) == (5, [])


def test_tables_side_by_side(tmp_path: Path) -> None:
    reading = on_one_sheet(
        tmp_path,
        "Chấm điểm",
        """
        BẢNG ĐIỂM NĂM 2021
        STT | Đơn vị | Thẩm định | | STT | Đơn vị | Thẩm định
        1 | Công an tỉnh | 90 | | 4 | Viện kiểm sát nhân dân tỉnh | 93
        2 | Sở Tư pháp | 92 | | 5 | Cục Thi hành án dân sự tỉnh | 94
        3 | Tòa án nhân dân tỉnh | 91
        """,
    )
    assert (list(reading.totals().values()), reading.codes()) == ([90, 92, 91, 93, 94], [])


def test_tables_side_by_side_without_a_gap_are_refused(tmp_path: Path) -> None:
    text = "Tên đơn vị | Tên viết tắt | Nội dung | Điểm tối đa\nCông an tỉnh | CA | Nhiệm vụ chính trị | 60"
    reading = on_one_sheet(tmp_path, "Đơn vị", text)
    assert (reading.only("TRANG-15").place.cell, reading.only("TRANG-15").found) == ("C1", "Tiêu chí")


def test_lists_to_choose_from_beside_a_table(tmp_path: Path) -> None:
    text = """
        STT | Tên | Đối tượng | Hình thức khen thưởng | | Danh mục hình thức | | Đối tượng
        1 | Công an tỉnh | tập thể | Cờ thi đua của UBND tỉnh | | Cờ thi đua | | tập thể
        2 | Sở Tư pháp | tập thể | Bằng khen của Chủ tịch UBND tỉnh | | Bằng khen | | cá nhân"""
    reading = on_one_sheet(tmp_path, "Đề nghị", text)
    assert [nomination.name for nomination in reading.cluster.nominations] == ["Công an tỉnh", "Sở Tư pháp"]
    assert ([problem.code for problem in reading.problems], reading.codes()) == (["TRANG-05"] * 2, [])


def test_a_table_with_an_empty_column_in_its_middle_is_one(tmp_path: Path) -> None:
    text = "STT | Tên | Đối tượng | | Đơn vị | Hình thức khen thưởng\n1 | Nguyễn Văn A | cá nhân | | Sở Tư pháp | Giấy khen"
    (given,) = on_one_sheet(tmp_path, "Đề nghị", text).cluster.nominations
    assert (given.name, given.unit and given.unit.name, given.award and given.award.name) == (
        "Nguyễn Văn A",
        "Sở Tư pháp",
        "Giấy khen",
    )
