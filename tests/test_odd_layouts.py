"""Odd workbooks that offices really send: one short case for each kind that was once misread."""

# ruff: noqa: E501 -- a row of a table stays one line

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from dossiers import Reading, counted, read
from workbooks_from_text import FOLDER, GOOD, Sheet, book, only, sheet

BASE = only("Thông tin", "Đơn vị", "Quy định", "Tiêu chí")


def given(folder: Path, title: str, text: str | Sheet) -> Reading:
    return read(folder, **{**BASE, title: text if isinstance(text, Sheet) else sheet(text)})


def total(reading: Reading) -> dict[str, object]:
    assert reading.cluster.commendations is not None, reading.said()
    return counted(reading.cluster.commendations.total)


def faults(reading: Reading) -> list[str]:
    return [code for code in reading.codes() if code != "DV-05"]


def test_values_that_are_also_keys_make_no_sheet_of_keys(tmp_path: Path) -> None:
    """A column "Cấp" full of "tỉnh" was taken for the key "Tỉnh", and the table was lost."""
    text = "Đơn vị | Hình thức | Cấp | Tập thể\nCông an tỉnh | Bằng khen | tỉnh | 4\nSở Tư pháp | Bằng khen | tỉnh | 5"
    assert total(given(tmp_path, "Sheet1", text)) == {"collective": 9}


def test_a_recipient_with_a_remark_in_its_header(tmp_path: Path) -> None:
    text = "STT | Đơn vị | Giấy khen | \n | | Tập thể (*) | CN\\n(lượt)\n1 | Công an tỉnh | 4 | 5"
    reading = given(tmp_path, "Khen thưởng", Sheet(text, merges=("A1:A2", "B1:B2", "C1:D1")))
    assert (total(reading), faults(reading)) == ({"collective": 4, "person": 5}, [])


def test_a_column_that_only_says_none_is_still_a_count(tmp_path: Path) -> None:
    text = "Đơn vị | Giấy khen | \n | Tập thể | Hộ\nCông an tỉnh | 4 | không"
    reading = given(tmp_path, "Khen thưởng", Sheet(text, merges=("A1:A2", "B1:C1")))
    assert total(reading) == {"collective": 4, "household": 0}


def test_the_sum_of_nothing_reported_is_not_zero(tmp_path: Path) -> None:
    text = "Đơn vị | Giấy khen | Tổng số\n | Tập thể | Tập thể\nCông an tỉnh | 4 | 4\nSở Tư pháp | | 0"
    reading = given(tmp_path, "Khen thưởng", Sheet(text, merges=("A1:A2",)))
    assert reading.cluster.commendations is not None
    assert [unit.unit.name for unit in reading.cluster.commendations.units] == ["Công an tỉnh"]


def test_a_form_nobody_received_breaks_no_sum_above_it(tmp_path: Path) -> None:
    reading = given(
        tmp_path,
        "Khen thưởng",
        """
        STT | Đơn vị | Hình thức | Tập thể
        I | Cấp tỉnh | | 12
        1 | Công an tỉnh | Cờ thi đua của UBND tỉnh |
        2 | Công an tỉnh | Bằng khen | 12
        """,
    )
    assert (total(reading), faults(reading)) == ({"collective": 12}, [])


def test_what_trong_do_takes_apart_is_not_added(tmp_path: Path) -> None:
    reading = given(
        tmp_path,
        "Khen thưởng",
        """
        Đơn vị: Công an tỉnh
        STT | Hình thức | Tập thể | Cá nhân
        1 | Giấy khen | 40 | 310
         | Trong đó: | |
         | - Đột xuất | 5 | 10
         | Tổng cộng | 40 | 310
        """,
    )
    assert (total(reading), faults(reading), reading.only("KT-03").found) == (
        {"collective": 40, "person": 310},
        [],
        "- Đột xuất",
    )


def test_the_label_of_a_total_in_any_column(tmp_path: Path) -> None:
    text = "Xếp thứ | Thẩm định | Tự chấm | Ghi chú | Chấm chéo | Đơn vị\n1 | 95 | 96 | | | Công an tỉnh\n | 95 | 96 | | | Tổng cộng"
    reading = given(tmp_path, "Chấm điểm", text)
    assert (reading.totals()["Công an tỉnh"], faults(reading)) == (95, [])


def test_the_sums_of_a_group_under_its_criteria(tmp_path: Path) -> None:
    """ "Cộng mục I" is the sum of group I, no total of the unit."""
    lines = ["Đơn vị: Công an tỉnh", "TT | Nội dung | Điểm chuẩn | Thẩm định", "I | Nhiệm vụ chính trị | 60 |",
             "1 | Hoàn thành chỉ tiêu | 40 | 38", "2 | Cải cách hành chính | 20 | 18", " | Cộng mục I | 60 | 56",
             "II | Phong trào thi đua | 30 | 28", "III | Hoạt động xã hội | 10 | 9", " | TỔNG CỘNG (I+II+III) | 100 | 93"]  # fmt: skip
    reading = given(tmp_path / "1", "Chấm điểm", Sheet("\n".join(lines)))
    assert (reading.totals()["Công an tỉnh"], faults(reading)) == (93, [])
    wrong = given(tmp_path / "2", "Chấm điểm", Sheet("\n".join(lines).replace("60 | 56", "60 | 57")))
    assert "DIEM-04" in wrong.codes("LỖI")


def test_a_header_of_two_rows_that_was_never_merged(tmp_path: Path) -> None:
    reading = given(
        tmp_path,
        "Chấm điểm",
        """
        STT | Đơn vị | Điểm các nội dung | | | | Tổng điểm | Xếp hạng
         | | Hoàn thành chỉ tiêu | Cải cách hành chính | Phong trào thi đua | Hoạt động xã hội | |
        (1) | (2) | (3) | (4) | (5) | (6) | 7=3+4+5+6 | (8)
        1 | Công an tỉnh | 38 | 18 | 28 | 9 | 93 | 1
        """,
    )
    assert (reading.totals()["Công an tỉnh"], faults(reading)) == (93, [])


@pytest.mark.parametrize("numbering", ["", "(1) | (2) | (3) | (4) | (5)\n"])
def test_the_header_and_its_numbering_again_on_the_next_page(numbering: str, tmp_path: Path) -> None:
    header = f"STT | Đơn vị | Hình thức | Tập thể | Cá nhân\n{numbering}"
    text = f"{header}1 | Công an tỉnh | Giấy khen | 40 | 310\n{header}2 | Sở Tư pháp | Giấy khen | 6 | 32\n | Tổng cộng | | 46 | 342"
    reading = given(tmp_path, "Khen thưởng", Sheet(text))
    assert (total(reading), faults(reading)) == ({"collective": 46, "person": 342}, [])


def test_signatures_under_a_column_that_every_row_needs(tmp_path: Path) -> None:
    text = (
        GOOD["Phong trào"].text
        + "\n\n | Hòa Bình, ngày 14 tháng 12 năm 2021\n | NGƯỜI LẬP BIỂU | | TM. CỤM\n | Lò Văn Ín | | Trần Thị B"
    )
    reading = given(tmp_path, "Phong trào", Sheet(text.replace("STT |", "|").replace("1 |", "|")))
    assert [movement.name for movement in reading.cluster.movements] == ["Vì an ninh Tổ quốc"]


def test_a_role_after_an_empty_row_is_no_signature(tmp_path: Path) -> None:
    text = "STT | Vai trò | Tên đơn vị\n1 | | Sở Tư pháp\n\n | Cụm trưởng | Công an tỉnh"
    assert len(given(tmp_path, "Đơn vị", text).cluster.units) == 2


def test_a_first_row_of_numbers_alone_does_not_number_the_columns(tmp_path: Path) -> None:
    text = "STT | Năm | Kế hoạch | Kết quả\n1 | | 95 | 97\n2 | | 96 | 98"
    assert len(given(tmp_path, "Giao ước", text).tables.of("Giao ước")) == 2


def test_a_tong_cong_ty_is_a_unit_and_no_total(tmp_path: Path) -> None:
    """
    Tổng Công ty Tín Nghĩa | TONG CONG TY CAP NUOC | Tổng công trình | and at last Tổng cộng
    """
    names = ("Tổng Công ty Tín Nghĩa", "TONG CONG TY CAP NUOC", "Tổng công đoàn tỉnh")
    units = "\n".join(("STT | Tên đơn vị", *(f"{at} | {name}" for at, name in enumerate(names, 1))))
    rows = (f"{at} | {name} | {at} | {at}" for at, name in enumerate(names, 1))
    counts = "\n".join(("STT | Đơn vị | Tập thể | Cá nhân", *rows, " | Tổng cộng | 6 | 6"))
    reading = read(tmp_path, **{**only("Thông tin"), "Đơn vị": Sheet(units), "Khen thưởng": Sheet(counts)})
    assert [unit.name for unit in reading.cluster.units] == list(names)
    assert reading.cluster.commendations is not None
    assert counted(reading.cluster.commendations.total) == {"collective": 6, "person": 6}
    assert not reading.said("KT-01", "DV-05")


def test_who_has_an_office_is_a_person_and_a_flag_is_for_a_collective(tmp_path: Path) -> None:
    text = """
        TT | Họ và tên | Chức vụ | Đơn vị | Hình thức
        1 | Nguyễn Thị Hoà | Phó Giám đốc | Sở Tư pháp | Bằng khen của Chủ tịch UBND tỉnh
        2 | Phòng Tham mưu | | Công an tỉnh | Cờ thi đua của UBND tỉnh
        """
    reading = given(tmp_path, "Đề nghị", sheet(text))
    assert [one.recipient for one in reading.cluster.nominations] == ["person", "collective"]


WHOLE = """
    Tên cụm | Cụm thi đua các phường, xã số 2 thành phố Huế
    Loại | Cụm
    Tỉnh | thành phố Huế
    Kỳ | Năm
    Năm | 2024

    DANH SÁCH ĐƠN VỊ
    TT | Tên đơn vị | Vai trò
    1 | Phường Thuận Hòa | Cụm trưởng
    2 | Phường Thuận Lộc |

    BẢNG TIÊU CHÍ
    Mã | Nội dung | Điểm tối đa
    1 | Thu ngân sách | 70
    2 | Văn hóa | 30

    Đơn vị: Phường Thuận Hòa
    STT | Nội dung | Điểm chuẩn | Điểm tự chấm | Cụm chấm
    1 | Thu ngân sách | 70 | 68 | 66,5
    2 | Văn hóa | 30 | 28 | 28

    Đơn vị: Phường Thuận Lộc
    STT | Nội dung | Điểm chuẩn | Điểm tự chấm | Cụm chấm
    1 | Thu ngân sách | 70 | 65 | 65
    2 | Văn hóa | 30 | 29 | 29

    KẾT QUẢ KHEN THƯỞNG NĂM 2024
    TT | Đơn vị | Hình thức khen thưởng | Cấp khen | SL tập thể | SL cá nhân
    1 | P. Thuận Hòa | Giấy khen | cấp huyện | 3 | 12
    2 | P. Thuận Lộc | Giấy khen | xã | không | 9

    Mục | Nội dung
    Hạn chế | Chưa đều.
    """


def test_a_whole_dossier_on_one_sheet(tmp_path: Path) -> None:
    book(tmp_path / FOLDER / "tất cả.xlsx", {"Sheet1": WHOLE})
    reading = Reading(tmp_path)
    assert (faults(reading), reading.totals()) == ([], {"Phường Thuận Hòa": Decimal("94.5"), "Phường Thuận Lộc": 94})
    assert total(reading) == {"collective": 3, "person": 21}
    (passage,) = reading.cluster.passages
    assert passage.unit is None  # two units were named above other tables, so that none of them owns it
