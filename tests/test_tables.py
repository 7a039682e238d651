"""Checked tables: which rows are data, whose they are, and what of the dirt around them is passed over."""

from __future__ import annotations

from pathlib import Path

import pytest
from dossiers import Reading, read
from workbooks_from_text import FOLDER, GOOD, Sheet, book, dossier, sheet

from pipeline.workbooks.rows import Row

SIGNATURES = ("", " | NGƯỜI LẬP BIỂU | | TM. CỤM THI ĐUA", " | | | Nguyễn Văn A")


def names(reading: Reading, table: str, field: str, kind: str = "data") -> list[object]:
    return [row.get(field) for row in reading.tables.of(table, kind)]


def rows_of_unit(folder: Path, text: str, title: str = "Nội dung", **others: str) -> tuple[Reading, tuple[Row, ...]]:
    """The rows that one unit's workbook adds to the good dossier."""
    inputs = dossier(folder)
    book(inputs / FOLDER / "một đơn vị.xlsx", {**others, title: sheet(text)})
    reading = Reading(inputs)
    return reading, tuple(row for row in reading.tables.of(title) if row.place.file.endswith("một đơn vị.xlsx"))


# --- rows that are not data ------------------------------------------------------------------------


def test_a_row_that_numbers_the_columns_is_not_data(tmp_path: Path) -> None:
    """(1) | (2) | (3) … or A | B | 1 | 2 under the header."""
    for at, line in enumerate(
        ("1 | 2 | 3 | 4 | 5 | 6 | 7", "(1) | (2) | (3) | (4) | (5) | (6) | (7)", "A | B | C | 1 | 2 | 3 | 4=5+6")
    ):
        units = GOOD["Đơn vị"].swapped("1 | CA |", f"{line}\n1 | CA |")
        assert len(read(tmp_path / str(at), **{"Đơn vị": units}).cluster.units) == 5


@pytest.mark.parametrize(
    "label", ["Tổng cộng", "Cộng", "TỔNG SỐ", "Tổng", "Tổng cộng (82 tập thể)", "Cộng chung", "Tổng số: 6 dòng"]
)
def test_total_rows(label: str, tmp_path: Path) -> None:
    reading = read(tmp_path, **{"Khen thưởng": GOOD["Khen thưởng"].swapped("Tổng cộng", label)})
    assert (names(reading, "Khen thưởng", "collective", "total"), reading.codes()) == ([82], [])


def test_a_total_row_of_units_is_no_unit(tmp_path: Path) -> None:
    reading = read(tmp_path, **{"Đơn vị": GOOD["Đơn vị"].grown(" | | Tổng số: 5 đơn vị")})
    assert len(reading.cluster.units) == 5


@pytest.mark.parametrize("name", [name for name in GOOD if name not in ("Thông tin", "Quy định")])
def test_signatures_under_a_table_end_it_and_are_said(name: str, tmp_path: Path) -> None:
    reading = read(tmp_path, **{name: GOOD[name].grown(*SIGNATURES, " | Hòa Bình, ngày 14 tháng 12 năm 2021")})
    assert reading.codes() == []
    assert [problem.place.sheet for problem in reading.problems if problem.code == "TRANG-08"] == [name]


def test_what_looks_like_a_signature_among_data_is_data(tmp_path: Path) -> None:
    """A paragraph after an empty row that begins with "Giám đốc" is a paragraph."""
    passages = sheet("""
        Mục | Nội dung

        Kết quả | Làm tốt.

        Kết quả | Giám đốc Công an tỉnh trực tiếp chỉ đạo.

        Hạn chế | Còn chậm.
        """)
    assert len(read(tmp_path, **{"Nội dung": passages}).cluster.passages) == 3


def test_empty_rows_between_data_lose_nothing(tmp_path: Path) -> None:
    for at, header in enumerate(("Tên đơn vị", "STT | Tên cơ quan, đơn vị")):
        start = "{} | " if "STT" in header else ""
        units = [
            "Công an tỉnh",
            "Sở Tư pháp",
            "Tòa án nhân dân tỉnh",
            "Viện kiểm sát nhân dân tỉnh",
            "Cục Thi hành án dân sự tỉnh",
        ]
        lines = [f"\n{start.format(n)}{unit}" for n, unit in enumerate(units, 1)]
        reading = read(tmp_path / str(at), **{"Đơn vị": Sheet("\n".join((header, *lines)))})
        assert [unit.name for unit in reading.cluster.units] == units
        assert reading.codes() == []


def test_a_note_after_an_empty_row_is_said(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        **{
            "Thành phần": sheet("""
        Họ tên | Chức vụ | Vai trò
        Nguyễn Văn A | Giám đốc | chủ trì

        Danh sách còn bổ sung | |
        """)
        },
    )
    assert reading.only("TRANG-08").found == "Danh sách còn bổ sung"
    assert len(reading.cluster.meeting.people) == 1


def test_a_row_without_a_needed_cell_is_an_error(tmp_path: Path) -> None:
    reading = read(tmp_path, **{"Nội dung": GOOD["Nội dung"].grown("8 | | | Không rõ mục nào.")})
    assert (reading.only("O-13").place.cell, reading.only("O-13").message) == ("B9", "dòng này thiếu “Mục”")


# --- merged areas, hidden parts --------------------------------------------------------------------


def test_a_merged_unit_counts_for_every_row_it_covers_and_no_further(tmp_path: Path) -> None:
    counts = sheet(
        """
        Đơn vị | Hình thức | Tập thể
        Công an tỉnh | Giấy khen | 4
         | Bằng khen của Chủ tịch UBND tỉnh | 2
         | Cờ thi đua của Bộ Công an | 1
        """,
        merges=("A2:A3",),
    )
    reading = read(tmp_path, **{"Khen thưởng": counts})
    assert reading.only("DV-03").place.cell == "A4"


@pytest.mark.parametrize("name", ["Thông tin", "Quy định", "Đơn vị", "Chấm điểm", "Giao ước"])
def test_a_hidden_row_with_data_is_an_error(name: str, tmp_path: Path) -> None:
    reading = read(tmp_path, **{name: Sheet(GOOD[name].text, hidden_rows=(4,))})
    assert (reading.only("TRANG-06").place.sheet, reading.codes("LỖI")) == (name, ["TRANG-06"])


def test_a_hidden_sheet_is_not_read(tmp_path: Path) -> None:
    reading = read(tmp_path, **{"Chấm điểm": Sheet(GOOD["Chấm điểm"].text, hidden=True)})
    assert (reading.cluster.standings, reading.only("TRANG-02").level) == ((), "LƯU Ý")


# --- sheets of keys --------------------------------------------------------------------------------


def test_keys_with_numbers_colons_and_remarks(tmp_path: Path) -> None:
    """The remark beside an empty value is no value."""
    reading = read(
        tmp_path,
        **{
            "Thông tin": sheet("""
        THÔNG TIN CHUNG

        STT | Mục | Nội dung | Ghi chú
        1 | TÊN CỤM: | Cụm thi đua số 5 tỉnh Hòa Bình | ghi đủ
        2 | Loại hình: | Cụm thi đua |
        3 | Cấp | Cấp tỉnh |
        4 | Tỉnh | tỉnh Hòa Bình |
        5 | Kỳ báo cáo | Cả năm |
        6 | Năm báo cáo | năm 2021 |
        7 | Ngày họp | | dự kiến giữa tháng 12
        8 | Khẩu hiệu | Đoàn kết\\nSáng tạo |
        """)
        },
    )
    cluster = reading.cluster
    assert (cluster.province, cluster.level, cluster.period.name) == ("Hòa Bình", "tỉnh", "năm 2021")
    assert (cluster.meeting.day, cluster.slogan) == (None, ("Đoàn kết", "Sáng tạo"))
    assert reading.codes() == []


def test_a_key_with_an_empty_label_below_it_has_several_values(tmp_path: Path) -> None:
    reading = read(tmp_path, **{"Thông tin": GOOD["Thông tin"].grown(" | Ban Thi đua - Khen thưởng tỉnh")})
    assert len(reading.cluster.default_paper.addressees) == 2


# --- whose workbook --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "Đơn vị: Công an tỉnh",
        "ĐƠN VỊ : CÔNG AN TỈNH",
        "Đơn vị: | CA",
        "Tên đơn vị: CA tỉnh",
        "Cơ quan, đơn vị: công an tỉnh",
    ],
)
def test_a_sheet_names_its_unit_above_the_header(line: str, tmp_path: Path) -> None:
    reading, (row,) = rows_of_unit(tmp_path, f"BÁO CÁO\n{line}\nĐơn vị tính: lượt\nMục | Nội dung\nKết quả | Tốt.")
    assert row.owner is not None
    assert reading.codes() == []
    assert reading.cluster.passages[-1].unit == reading.cluster.units[0]


def test_a_unit_may_be_called_after_the_province(tmp_path: Path) -> None:
    """The line "Đơn vị: Tỉnh đoàn" names a unit, "Đơn vị tính: đồng" is none."""
    inputs = dossier(tmp_path, **{"Đơn vị": GOOD["Đơn vị"].grown("6 | TĐ | Tỉnh đoàn | | | |")})
    book(inputs / FOLDER / "b.xlsx", {"Nội dung": "Đơn vị: Tỉnh đoàn\nMục | Nội dung\nKết quả | Tốt."})
    assert Reading(inputs).cluster.passages[-1].unit == Reading(inputs).cluster.units[-1]


def test_a_workbook_names_its_unit_in_its_information(tmp_path: Path) -> None:
    information = "Đơn vị | Công an tỉnh\nNăm | 2021"
    reading, (row,) = rows_of_unit(tmp_path, "Mục | Nội dung\nKết quả | Tốt.", **{"Thông tin": information})
    assert row.owner is not None
    assert row.owner.value == "Công an tỉnh"
    assert reading.codes() == []


def test_two_units_of_one_sheet_are_an_error(tmp_path: Path) -> None:
    reading, _ = rows_of_unit(tmp_path, "Đơn vị: Công an tỉnh\nĐơn vị: Sở Tư pháp\nMục | Nội dung\nKết quả | Tốt.")
    assert reading.codes("LỖI") == ["DV-04"]


# --- text -------------------------------------------------------------------------------------------


def test_spaces_and_composed_letters_are_made_equal(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        **{"Phong trào": "Tên phong trào | Kết quả\n\u00a0Vì  an\u200b ninh To\u0302\u0309 quo\u0302\u0301c | Tốt"},
    )
    assert reading.cluster.movements[0].name == "Vì an ninh Tổ quốc"
    assert reading.codes() == []


def test_wrong_letters_are_mended_and_said(tmp_path: Path) -> None:
    reading = read(tmp_path, **{"Phong trào": "Tên phong trào | Kết quả\nKhen thƣởng | Ðạt"})
    assert (reading.cluster.movements[0].name, reading.codes()) == ("Khen thưởng", ["O-10", "O-10"])


def test_nothing_typed_in_a_table_is_dropped_in_silence(tmp_path: Path) -> None:
    """Every filled cell of the good sheets below their headers is an entry, or a number before the row."""
    reading = read(tmp_path)
    kept = {entry.place for rows in reading.tables.rows.values() for row in rows
            for entry in (*row.entries.values(), *row.extra.values())}  # fmt: skip
    for name, content in GOOD.items():
        lines = [line.split("|") for line in content.text.split("\n")]
        start = next(at for at, line in enumerate(lines) if len(line) > 1) + 1
        numbered = lines[start - 1][0].strip() == "STT"
        keyed = name in ("Thông tin", "Quy định")
        for row, cells in enumerate(lines[start:], start + 1):
            typed = {f"{chr(65 + at)}{row}" for at, cell in enumerate(cells) if cell.strip()}
            typed -= {f"A{row}"} if numbered or keyed else set()
            missing = typed - {place.cell for place in kept if place.sheet == name}
            total = "Tổng cộng" in (cell.strip() for cell in cells)
            assert missing <= ({f"B{row}"} if total else set()), (name, missing)


# --- money ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("above", "header", "typed", "amount"),
    [
        ("", "Số tiền", "15000000", 15000000),
        ("", "Số tiền (đồng)", "15000000", 15000000),
        ("", "Số tiền (triệu đồng)", "15", 15000000),
        ("", "Kinh phí\\n(nghìn đồng)", "1,5", 1500),
        ("", "Số tiền (triệu đồng)", "1,5 tỷ đồng", 1500000000),
        ("Đơn vị tính: triệu đồng", "Số tiền", "15", 15000000),
        ("ĐVT: Triệu đồng", "Số tiền (đồng)", "15000", 15000),
        ("Tổng hợp quỹ 15 triệu đồng đã nhận", "Số tiền", "15000000", 15000000),
    ],
)
def test_money_is_read_in_the_unit_its_header_says(
    above: str, header: str, typed: str, amount: int, tmp_path: Path
) -> None:
    """A sum in millions is never taken for a few đồng."""
    text = f"HOẠT ĐỘNG XÃ HỘI\n{above}\nĐơn vị | Hoạt động | {header}\nToàn Cụm | Tặng quà | {typed}\nCA | Tặng xe | 0"
    reading = read(tmp_path, **{"Xã hội, từ thiện": text})
    given = reading.cluster.contributions[0]
    assert given.amount is not None
    assert (given.amount.value, given.unit, reading.codes()) == (amount, None, [])


@pytest.mark.parametrize(("total", "codes"), [("165000000", []), ("166000000", ["KT-01"])])
def test_a_typed_total_of_money_is_compared(total: str, codes: list[str], tmp_path: Path) -> None:
    content = GOOD["Xã hội, từ thiện"].grown(f" | Tổng cộng | | {total}")
    assert read(tmp_path, **{"Xã hội, từ thiện": content}).codes() == codes
