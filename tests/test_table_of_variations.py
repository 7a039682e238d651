"""What offices type, row by row of the table of variations: the reading, or the exact line that refuses it.

Each test builds the smallest workbook of its kind and reads it as the program does. Strike-through, notes in
cells and letters of the old fonts are files that no table of text can show: they stand in `test_read.py`.
"""

# ruff: noqa: E501 -- a row of a table stays one line

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from dossiers import Reading, counted, plain
from workbooks_from_text import FILE, FOLDER, Sheet, book, sheet

BOOK = f"{FOLDER}/{FILE}"
INFORMATION = sheet("""
    Thông tin | Giá trị
    Tên cụm | Cụm thi đua số 5 tỉnh Hòa Bình
    Loại | Cụm
    Tỉnh | Hòa Bình
    Cấp | tỉnh
    Kỳ | Năm
    Năm | 2021
    """)
ONE = "Công an tỉnh"
FORM = "Bằng khen của Chủ tịch UBND tỉnh"
Said = list[str]


def units(*names: str, more: str = "") -> Sheet:
    """A list of units: names, and perhaps more columns."""
    head, *_ = more.split("\n") if more else [""]
    return Sheet("\n".join((f"Tên đơn vị{head}", *names)))


def small(folder: Path, members: Sheet | None = None, **sheets: Sheet) -> Reading:
    """The smallest dossier that holds these sheets: who, when, and one unit unless more are listed."""
    content = {"Thông tin": INFORMATION, "Đơn vị": members or units(ONE), **sheets}
    book(folder / FOLDER / FILE, content)
    return Reading(folder)


def said(reading: Reading, least: str = "CẢNH BÁO") -> Said:
    """The errors and warnings as they are printed, without the name of the workbook."""
    levels = ("LỖI", "CẢNH BÁO", "LƯU Ý") if least == "LƯU Ý" else ("LỖI", "CẢNH BÁO")
    return [str(p).replace(f"{BOOK} › ", "").replace(BOOK, "") for p in reading.problems if p.level in levels]


def score(folder: Path, typed: str, maximum: str = "10", **more: Sheet) -> tuple[object, Said]:
    """One unit and one criterion: its points, and what is said."""
    table = sheet(f"""
        Đơn vị: {ONE}
        Mã | Nội dung | Điểm tối đa | Thẩm định
        1 | Chuyển đổi số | {maximum} | {typed}
        """)
    reading = small(folder, **{"Chấm điểm": table, **more})
    standings = reading.cluster.standings
    return (plain(standings[0].total) if standings else None), said(reading)


def count(folder: Path, typed: str) -> tuple[object, Said]:
    """One unit and one form: how many collectives, and what is said."""
    reading = small(
        folder, **{"Khen thưởng": Sheet(f"Đơn vị | Hình thức | Tập thể | Cá nhân\n{ONE} | Giấy khen | {typed} | 7")}
    )
    found = reading.cluster.commendations
    assert found is not None
    return counted(found.total).get("collective"), said(reading)


def money(folder: Path, typed: str) -> tuple[object, Said]:
    """One contribution: its amount, and what is said."""
    reading = small(folder, **{"Xã hội, từ thiện": Sheet(f"Đơn vị | Hoạt động | Số tiền\n{ONE} | Xây nhà | {typed}")})
    return plain(reading.cluster.contributions[0].amount), said(reading)


def vote(folder: Path, typed: str, **formats: str) -> tuple[object, Said]:
    """One candidate with eight valid votes: how many said yes, and what is said."""
    table = Sheet(f"Nội dung | Đối tượng | Hợp lệ | Đồng ý\nCờ thi đua | {ONE} | 8 | {typed}", formats=formats)
    reading = small(folder, **{"Bỏ phiếu": table})
    return plain(reading.cluster.ballots[0].yes), said(reading)


def totals(reading: Reading) -> dict[str, object]:
    return {standing.unit.name: plain(standing.total) for standing in reading.cluster.standings}


# --- headers ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "above",
    [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nBẢNG CHẤM ĐIỂM",
        "Mẫu số 02",
        "\n\n\nĐơn vị tính: điểm\n",
        "UBND TỈNH | | Phụ lục I\n\nBẢNG ĐIỂM NĂM 2021",
    ],
)
def test_lines_above_the_header(above: str, tmp_path: Path) -> None:
    """Title rows, blank rows, national motto, "Mẫu số", "Đơn vị tính" above the header: found by its labels."""
    reading = small(tmp_path, **{"Chấm điểm": Sheet(f"{above}\nĐơn vị | Thẩm định\n{ONE} | 95")})
    assert (totals(reading), said(reading)) == ({ONE: 95}, [])


@pytest.mark.parametrize("order", ["STT", "TT", "Số TT"])
@pytest.mark.parametrize("unit", ["Đơn vị", "Tên đơn vị", "Tên cơ quan, đơn vị"])
@pytest.mark.parametrize("rank", ["Xếp hạng", "Xếp thứ", "Thứ hạng"])
def test_header_labels_of_a_list_of_points(order: str, unit: str, rank: str, tmp_path: Path) -> None:
    """Header labels: STT/TT/Số TT; Đơn vị/Tên đơn vị/Tên cơ quan, đơn vị; Xếp hạng/Xếp thứ/Thứ hạng."""
    reading = small(tmp_path, **{"Chấm điểm": Sheet(f"{order} | {unit} | Thẩm định | {rank}\n1 | {ONE} | 95 | 1")})
    assert (totals(reading), said(reading)) == ({ONE: 95}, [])


@pytest.mark.parametrize("maximum", ["Điểm chuẩn", "Điểm tối đa", "Thang điểm", "Khung điểm"])
@pytest.mark.parametrize("own", ["Điểm tự chấm", "Tự đánh giá", "Đơn vị tự chấm"])
@pytest.mark.parametrize("given", ["Điểm thẩm định", "Cụm chấm", "Hội đồng chấm", "Điểm duyệt"])
def test_header_labels_of_points(maximum: str, own: str, given: str, tmp_path: Path) -> None:
    """Header labels: Điểm chuẩn/…; Điểm tự chấm/…; Điểm thẩm định/Cụm chấm/Hội đồng chấm/Điểm duyệt."""
    table = Sheet(f"Đơn vị: {ONE}\nSTT | Nội dung | {maximum} | {own} | {given}\n1 | Chuyển đổi số | 10 | 9 | 8,5")
    standing = small(tmp_path, **{"Chấm điểm": table}).cluster.standings[0]
    assert (plain(standing.self_points), plain(standing.appraised_points)) == (Decimal("9.0"), Decimal("8.5"))


@pytest.mark.parametrize("collective", ["Tập thể", "TT", "SL tập thể"])
@pytest.mark.parametrize("person", ["Cá nhân", "CN", "Số cá nhân"])
def test_header_labels_of_counts(collective: str, person: str, tmp_path: Path) -> None:
    """Header labels: Tập thể/TT/SL tập thể; Cá nhân/CN/Số cá nhân."""
    reading = small(
        tmp_path,
        **{"Khen thưởng": Sheet(f"STT | Đơn vị | Hình thức | {collective} | {person}\n1 | {ONE} | Giấy khen | 3 | 7")},
    )
    assert reading.cluster.commendations is not None
    assert (counted(reading.cluster.commendations.total), said(reading)) == ({"collective": 3, "person": 7}, [])


def test_two_columns_of_one_field(tmp_path: Path) -> None:
    """Two columns matching one field: reject."""
    table = Sheet(f"Đơn vị | Thẩm định | Cụm chấm\n{ONE} | 95 | 96")
    assert said(small(tmp_path, **{"Chấm điểm": table}))[0] == (
        "LỖI  Chấm điểm › C1: hai cột cùng là “Thẩm định”; cột kia ở ô B1. Bỏ một cột hoặc đổi tên một cột [TRANG-04]"
    )


# --- letters ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["Công  an tỉnh", "Công\u00a0an tỉnh", "Công an tỉnh\u200b", "Công an\\ntỉnh", "  Công an tỉnh  "]
)
@pytest.mark.parametrize("header", ["Thẩm định", "Thẩm\\nđịnh", "Thẩm  định ", "Thẩm\u00a0định", "\u200bThẩm định"])
def test_spaces(name: str, header: str, tmp_path: Path) -> None:
    """Line breaks, double spaces, NBSP, trailing spaces, zero-width: normalised."""
    reading = small(tmp_path, **{"Chấm điểm": Sheet(f"Đơn vị | {header}\n{name} | 95")})
    assert (totals(reading), said(reading, "LƯU Ý")[1:]) == ({ONE: 95}, [])


def test_decomposed_letters(tmp_path: Path) -> None:
    """NFD, mixed forms: NFC; the count of such cells is told."""
    rows = [unicodedata.normalize("NFD", ONE), unicodedata.normalize("NFD", "Sở Tư pháp")]
    table = Sheet(f"Đơn vị | Thẩm định\n{rows[0]} | 95\n{rows[1]} | 94")
    reading = small(tmp_path, units(ONE, "Sở Tư pháp"), **{"Chấm điểm": table})
    assert (totals(reading), said(reading)) == ({ONE: 95, "Sở Tư pháp": 94}, [])
    assert [str(problem) for problem in reading.problems.grouped() if problem.code == "O-24"] == [
        f"LƯU Ý  {BOOK} › Chấm điểm › A2:A3, 2 ô: chữ gõ dấu rời (Unicode tổ hợp) đã được đổi sang dựng sẵn. Không cần sửa; nội dung giữ nguyên [O-24]"
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "Trung tâm Kỹ thuật - Thủy lợi Hoà Bình",
        "Trung tâm Kỹ thuật – Thuỷ lợi Hòa Bình",
        "Trung tâm Kĩ thuật - Thủy lợi Hòa Bình",
        "TRUNG TÂM KỸ THUẬT-THỦY LỢI HÒA BÌNH",
    ],
)
def test_spellings_of_a_name(typed: str, tmp_path: Path) -> None:
    """hòa/hoà, thủy/thuỷ; hyphen/en dash; i/y; letter case: equal for matching names; the list's form is printed."""
    name = "Trung tâm Kỹ thuật - Thủy lợi Hòa Bình"
    reading = small(tmp_path, units(name), **{"Chấm điểm": Sheet(f"Đơn vị | Thẩm định\n{typed} | 95")})
    assert (totals(reading), said(reading)) == ({name: 95}, [])


@pytest.mark.parametrize("typed", ["Chiến sĩ thi đua cơ sở", "Chiến sỹ thi đua cơ sở", "CHIẾN SĨ THI ĐUA CƠ SỞ"])
def test_spellings_of_an_award(typed: str, tmp_path: Path) -> None:
    """i/y in the name of an award."""
    reading = small(
        tmp_path,
        **{
            "Đề nghị": Sheet(
                f"Đối tượng | Tên | Danh hiệu | Cấp quyết định\ncá nhân | Lê Thị C | {typed} | Công an tỉnh"
            )
        },
    )
    award = reading.cluster.nominations[0].award
    assert (award and award.name, said(reading)) == ("Chiến sĩ thi đua cơ sở", [])


@pytest.mark.parametrize(
    ("typed", "read", "repair"),
    [
        ("Ðoàn Luật sư", "Đoàn Luật sư", "Ð → Đ"),
        ("Khen thƣởng", "Khen thưởng", "ƣ → ư"),
        ("Ƣu tiên", "Ưu tiên", "Ƣ → Ư"),
    ],
)
def test_letters_of_other_alphabets(typed: str, read: str, repair: str, tmp_path: Path) -> None:
    """Ð, ƣ/Ƣ for Đ, ư/Ư: repaired with a warning."""
    reading = small(tmp_path, units(typed), **{"Chấm điểm": Sheet(f"Đơn vị | Thẩm định\n{read} | 95")})
    assert totals(reading) == {read: 95}
    assert said(reading) == [
        f"CẢNH BÁO  Đơn vị › A2: đã thay chữ gõ sai mã: {repair}. Gõ lại bằng bộ gõ tiếng Việt Unicode [O-10]"
    ]


# --- rows that are no data -------------------------------------------------------------------------


@pytest.mark.parametrize("numbering", ["1 | 2 | 3 | 4", "A | B | 1 | 2", "(1) | (2) | (3) | (4)", "1 | 2 | 3 | 4 = 3"])
def test_a_row_that_numbers_the_columns(numbering: str, tmp_path: Path) -> None:
    """Column-number row (1, 2, 3 … / A, B, C / "7=6:3"): skipped."""
    reading = small(
        tmp_path, **{"Khen thưởng": Sheet(f"STT | Đơn vị | Tập thể | Cá nhân\n{numbering}\n1 | {ONE} | 3 | 7")}
    )
    assert reading.cluster.commendations is not None
    assert (counted(reading.cluster.commendations.total), said(reading)) == ({"collective": 3, "person": 7}, [])


@pytest.mark.parametrize("label", ["Cộng", "Tổng cộng", "Tổng số", "TỔNG CỘNG:"])
def test_totals(label: str, tmp_path: Path) -> None:
    """ "Cộng", "Tổng cộng", "Tổng số": recognised, left out of the sums, compared; a mismatch warns."""
    table = Sheet(f"STT | Đơn vị | Tập thể | Cá nhân\n1 | {ONE} | 3 | 7\n2 | Sở Tư pháp | 2 | 5\n | {label} | 5 | 13")
    reading = small(tmp_path, units(ONE, "Sở Tư pháp"), **{"Khen thưởng": table})
    assert reading.cluster.commendations is not None
    assert counted(reading.cluster.commendations.total) == {"collective": 5, "person": 12}
    assert said(reading) == [
        "CẢNH BÁO  Khen thưởng › D4: dòng tổng ghi 13, cộng lại là 12; văn bản dùng số cộng lại. Kiểm tra các số ở trên và sửa dòng tổng [KT-01]"
    ]


def test_roman_groups_and_subtotals(tmp_path: Path) -> None:
    """Roman group rows, sub-totals: recognised, left out of the sums."""
    table = sheet("""
        STT | Đơn vị | Hình thức | Tập thể
        I | Cấp tỉnh | |
        1 | Công an tỉnh | Bằng khen | 3
         | Cộng | | 3
        II | Cấp cơ sở | |
        1 | Công an tỉnh | Giấy khen | 4
         | Cộng | | 4
         | Tổng cộng | | 7
        """)
    reading = small(tmp_path, **{"Khen thưởng": table})
    assert reading.cluster.commendations is not None
    assert (counted(reading.cluster.commendations.total), said(reading)) == ({"collective": 7}, [])


def test_of_which(tmp_path: Path) -> None:
    """ "Trong đó:" heads rows that are parts of the one above."""
    table = sheet("""
        Đơn vị: Công an tỉnh
        Mã | Nội dung | Điểm tối đa | Thẩm định
        I | Nhiệm vụ chính trị | 60 | 50
         | Trong đó: | |
        1 | Hoàn thành chỉ tiêu | 40 | 32
        2 | Cải cách hành chính | 20 | 18
        """)
    reading = small(tmp_path, **{"Chấm điểm": table})
    assert (totals(reading), said(reading)) == ({ONE: 50}, [])


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("50", []),
        (
            "51",
            [
                "LỖI  Chấm điểm › D3: điểm của mục là 51, tổng các tiêu chí bên dưới là 50. Sửa điểm của mục hoặc của các tiêu chí bên dưới [DIEM-04]"
            ],
        ),
    ],
)
def test_a_parent_with_its_own_number(typed: str, lines: Said, tmp_path: Path) -> None:
    """Parent score row with own number: must equal the sum of the leaves, else rejected."""
    table = sheet(f"""
        Đơn vị: Công an tỉnh
        Mã | Nội dung | Điểm tối đa | Thẩm định
        I | Nhiệm vụ chính trị | 60 | {typed}
        1 | Hoàn thành chỉ tiêu | 40 | 32
        2 | Cải cách hành chính | 20 | 18
        """)
    assert said(small(tmp_path, **{"Chấm điểm": table})) == lines


# --- numbers ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["9,5", '"9,5"', '"9.5"', '"9,50"', '" 9,5 "'])
def test_points_with_a_comma_or_a_dot(typed: str, tmp_path: Path) -> None:
    """ "9,5" / "9.5" / 9.5: 9,5 when the column is a score and it is within the maximum."""
    assert score(tmp_path, typed) == (Decimal("9.5"), [])


@pytest.mark.parametrize("typed", ["9,5", '"9,5"', '"9.5"'])
def test_points_over_the_maximum_whatever_their_comma(typed: str, tmp_path: Path) -> None:
    """ "9,5" / "9.5" / 9.5 over the maximum: rejected."""
    assert score(tmp_path, typed, maximum="9")[1][0] == (
        "LỖI  Chấm điểm › D3: điểm 9,5 vượt điểm tối đa 9 của tiêu chí “1. Chuyển đổi số”. Sửa điểm ở ô này, hoặc điểm tối đa ở trang “Tiêu chí” [DIEM-03]"
    )


def test_a_text_with_a_dot_in_a_count(tmp_path: Path) -> None:
    """ "3.211" text in a count column: 3211."""
    assert count(tmp_path, '"3.211"') == (3211, [])


def test_a_fraction_in_a_count(tmp_path: Path) -> None:
    """A number 3.211 in a count column: rejected, probably lost thousands."""
    assert count(tmp_path, "3,211") == (
        None,
        [
            "LỖI  Khen thưởng › C2: số đếm 3,211 không phải số nguyên, có thể mất dấu ngăn hàng nghìn. Ghi lại số nguyên, ví dụ 3211 [O-04]"
        ],
    )


AMBIGUOUS = "LỖI  Chấm điểm › {}: “{}” có thể hiểu là hai số khác nhau. Ghi lại số không có dấu ngăn hàng nghìn, ví dụ 1000; phần lẻ ghi sau dấu phẩy [O-05]"


@pytest.mark.parametrize("maximum", ["1000", '"1.000"', '"1000 điểm"'])
def test_a_thousand_points_where_the_maximum_is_a_thousand(maximum: str, tmp_path: Path) -> None:
    """ "1.000" in a score column: 1000 if the maximum is 1000."""
    assert score(tmp_path, '"1.000"', maximum) == (1000, [])


@pytest.mark.parametrize(("typed", "maximum"), [("1.000", "100"), ("1.000", "1200"), ("1.250", "2000"), ("1.000", "1")])
def test_a_thousand_points_where_the_maximum_is_another(typed: str, maximum: str, tmp_path: Path) -> None:
    """ "1.000" in a score column: else rejected."""
    assert score(tmp_path, f'"{typed}"', maximum)[1][0] == AMBIGUOUS.format("D3", typed)


@pytest.mark.parametrize(("sheets", "read"), [
    ({"Tiêu chí": "Mã | Nội dung | Điểm tối đa\n1 | Chuyển đổi số | 1000"}, 1000),
    ({"Quy định": "Quy định | Giá trị\nThang điểm | \"1.000\"\nĐiểm dùng để xếp hạng | thẩm định"}, 1000),
    ({"Quy định": "Quy định | Giá trị\nThang điểm | 1000 điểm\nĐiểm dùng để xếp hạng | thẩm định"}, 1000),
    ({"Quy định": "Quy định | Giá trị\nThang điểm | 100\nĐiểm dùng để xếp hạng | thẩm định"}, None),
    ({}, None),
])  # fmt: skip
def test_where_the_maximum_comes_from(sheets: dict[str, str], read: int | None, tmp_path: Path) -> None:
    """ "1.000" in a score column: the maximum of "Tiêu chí", of the sheet itself, or the scale decides."""
    table = Sheet(f'Đơn vị: {ONE}\nMã | Nội dung | Thẩm định\n1 | Chuyển đổi số | "1.000"')
    reading = small(tmp_path, **{"Chấm điểm": table, **{name: Sheet(text) for name, text in sheets.items()}})
    lines = [] if read else [AMBIGUOUS.format("C3", "1.000")]
    assert (totals(reading).get(ONE), [line for line in said(reading) if "[O-05]" in line]) == (read, lines)


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ('"1.000"', []),
        ('"1,000"', []),
        (
            '"1.005"',
            [
                "CẢNH BÁO  Chấm điểm › D2: tổng điểm ghi 1.005, cộng lại là 1.000 (Công an tỉnh); văn bản dùng số cộng lại. Kiểm tra điểm từng tiêu chí và sửa ô tổng [DIEM-05]"
            ],
        ),
    ],
)
def test_typed_totals_of_two_readings(typed: str, lines: Said, tmp_path: Path) -> None:
    """ "1.000" as a typed total: equal to either reading is well."""
    table = Sheet(f"Đơn vị | Nhiệm vụ | Phong trào | Tổng điểm\n{ONE} | 600 | 400 | {typed}")
    reading = small(tmp_path, **{"Chấm điểm": table})
    assert (totals(reading), said(reading)) == ({ONE: 1000}, lines)


@pytest.mark.parametrize(("typed", "read"), [("2.500", None), ("1.000", None), ("2,5", Decimal("102.5"))])
def test_bonus_of_two_readings(typed: str, read: object, tmp_path: Path) -> None:
    """ "1.000" in a bonus column: its cap decides, and here fits neither for certain."""
    rules = Sheet("Quy định | Giá trị\nThang điểm | 100\nĐiểm thưởng tối đa | 5000")
    table = Sheet(f'Đơn vị | Thẩm định | Điểm thưởng\n{ONE} | 100 | "{typed}"')
    reading = small(tmp_path, **{"Chấm điểm": table, "Quy định": rules})
    assert said(reading) == ([] if read else [AMBIGUOUS.format("C2", typed)])
    assert totals(reading) == {ONE: read or 100}


def test_bonus_and_deduction_with_three_decimals(tmp_path: Path) -> None:
    """ "2.125" in columns of bonus and deduction: only 2,125 lies within the cap, and within the scale."""
    rules = Sheet("Quy định | Giá trị\nThang điểm | 100\nĐiểm thưởng tối đa | 5")
    table = Sheet(f'Đơn vị | Thẩm định | Điểm thưởng | Điểm trừ\n{ONE} | 90 | "2.125" | "1.125"')
    reading = small(tmp_path, **{"Chấm điểm": table, "Quy định": rules})
    assert (totals(reading), said(reading)) == ({ONE: 91}, [])


@pytest.mark.parametrize(
    ("typed", "maximum", "read"),
    [("98.75", "100", "98.75"), ("98.750", "100", "98.75"), ("987.500", "1000", "987.5"), ("8.125", "10", "8.125")],
)
def test_a_dot_that_parts_decimals(typed: str, maximum: str, read: str, tmp_path: Path) -> None:
    """ "98.75" with comma habit elsewhere: 98,75 as 9875 is over the maximum; reported."""
    assert score(tmp_path, f'"{typed}"', maximum) == (Decimal(read), [])


def test_a_dot_that_parts_decimals_is_reported(tmp_path: Path) -> None:
    """ "98.75": reported."""
    reading = small(tmp_path, **{"Chấm điểm": Sheet(f'Đơn vị | Thẩm định\n{ONE} | "98.75"')})
    assert said(reading, "LƯU Ý") == [
        "LƯU Ý  Chấm điểm › B2: dấu chấm trong ô này được hiểu là dấu phẩy thập phân. Không cần sửa nếu đúng; nên ghi 98,75 [O-23]"
    ]


@pytest.mark.parametrize(("typed", "read"), [("95 điểm", 95), ("95đ", 95), ("+5", 5), ("05", 5), ("0", 0)])
def test_points_with_their_unit(typed: str, read: int, tmp_path: Path) -> None:
    """ "95 điểm", "95đ", "+5", "05"."""
    assert score(tmp_path, f'"{typed}"', "100") == (read, [])


@pytest.mark.parametrize("typed", ["(-2)", "−2", "-2", "2", '"02"', "2 điểm"])
def test_deductions(typed: str, tmp_path: Path) -> None:
    """ "(-2)", "−2": a deduction lowers, however it is typed."""
    reading = small(tmp_path, **{"Chấm điểm": Sheet(f"Đơn vị | Thẩm định | Điểm trừ\n{ONE} | 95 | {typed}")})
    assert (totals(reading), said(reading)) == ({ONE: 93}, [])


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("15.000.000đ", 15000000),
        ("15 triệu", 15000000),
        ("15 triệu đồng", 15000000),
        ('"15.000.000"', 15000000),
        ("1,5 tỷ đồng", 1500000000),
        ("500 ngàn", 500000),
    ],
)
def test_money(typed: str, read: int, tmp_path: Path) -> None:
    """ "15.000.000đ", "15 triệu"."""
    assert money(tmp_path, typed) == (read, [])


NOT_A_NUMBER = "“{}” không phải là số. Ghi số vào ô này, hoặc để trống nếu chưa có số liệu [O-03]"


def test_unknown_words_after_a_number(tmp_path: Path) -> None:
    """Unknown unit words: rejected."""
    assert money(tmp_path / "1", "15 triệu Kíp")[1] == [
        "LỖI  Xã hội, từ thiện › C2: " + NOT_A_NUMBER.format("15 triệu Kíp")
    ]
    assert score(tmp_path / "2", "9 sao")[1][0] == "LỖI  Chấm điểm › D3: " + NOT_A_NUMBER.format("9 sao")
    assert count(tmp_path / "3", "12 con")[1] == ["LỖI  Khen thưởng › C2: " + NOT_A_NUMBER.format("12 con")]


# --- nothing ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["-", "–", "—", "0", '"0"', "không", "Không có", "0 lượt"])
def test_none_of_them(typed: str, tmp_path: Path) -> None:
    """ "-", "–", "0", "không" in a count column: none, which is 0."""
    assert count(tmp_path, typed) == (0, [])


@pytest.mark.parametrize("typed", ["", "x", "X", "N/A", "…", "Chưa có", "chưa có số liệu"])
def test_no_count(typed: str, tmp_path: Path) -> None:
    """Blank, "x", "N/A", "…", "Chưa có" in a count column: not applicable or missing, never 0."""
    assert count(tmp_path, typed) == (None, [])


@pytest.mark.parametrize("typed", ["-", "–", "x", "X", "", "không", "N/A", "…", "Chưa có", "chưa chấm"])
def test_no_points(typed: str, tmp_path: Path) -> None:
    """The same in a score column: points that were not given; the unit has no total and no rank."""
    table = Sheet(f"Đơn vị | Nhiệm vụ | Phong trào\n{ONE} | 60 | {typed}\nSở Tư pháp | 50 | 40")
    reading = small(tmp_path, units(ONE, "Sở Tư pháp"), **{"Chấm điểm": table})
    assert totals(reading) == {ONE: None, "Sở Tư pháp": 90}
    assert said(reading) == [
        "CẢNH BÁO  Chấm điểm › A2: Công an tỉnh chưa có điểm: Phong trào; đơn vị này chưa được xếp hạng. Chấm đủ các tiêu chí rồi chạy lại [DIEM-07]"
    ]


@pytest.mark.parametrize("typed", ["0", '"0"', "0 điểm"])
def test_no_points_and_zero_points(typed: str, tmp_path: Path) -> None:
    """ "0" in a score column: a score."""
    assert score(tmp_path, typed) == (0, [])


@pytest.mark.parametrize("typed", ["-", "không", "0", "", "x"])
def test_no_bonus(typed: str, tmp_path: Path) -> None:
    """The same in a bonus column: no bonus."""
    reading = small(tmp_path, **{"Chấm điểm": Sheet(f"Đơn vị | Thẩm định | Điểm thưởng\n{ONE} | 95 | {typed}")})
    assert (totals(reading), said(reading)) == ({ONE: 95}, [])


@pytest.mark.parametrize("typed", ["-", "", "x", "chưa có"])
def test_no_money_no_date_no_words(typed: str, tmp_path: Path) -> None:
    """The same in columns of money, dates, choices, years and words: nothing was said."""
    table = Sheet(f"Đơn vị | Hoạt động | Số tiền | Ngày\n{ONE} | Xây nhà | {typed} | {typed}")
    reading = small(tmp_path / "1", **{"Xã hội, từ thiện": table})
    given = reading.cluster.contributions[0]
    assert (given.amount, given.day, said(reading)) == (None, None, [])
    members = Sheet(
        "Tên đơn vị | Tên viết tắt | Vai trò | Thành viên từ năm\nCông an tỉnh | - | - | -\nSở Tư pháp | - | - | -"
    )
    reading = small(tmp_path / "2", members)
    assert ([(u.short, u.role, u.since) for u in reading.cluster.units], said(reading)) == (
        [(None, None, None)] * 2,
        [],
    )


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#VALUE!", "#DIV/0!"])
def test_error_cells(error: str, tmp_path: Path) -> None:
    """#N/A, #REF!, #VALUE!, #DIV/0!: rejected with the address."""
    line = f"ô báo lỗi {error}. Sửa công thức hoặc gõ lại số vào ô này [O-01]"
    assert score(tmp_path / "1", error)[1][0] == f"LỖI  Chấm điểm › D3: {line}"
    assert count(tmp_path / "2", error)[1] == [f"LỖI  Khen thưởng › C2: {line}"]
    assert money(tmp_path / "3", error)[1] == [f"LỖI  Xã hội, từ thiện › C2: {line}"]


def women(folder: Path, typed: str) -> tuple[object, Said]:
    """The percentage of women of one unit, and what is said."""
    reading = small(folder, Sheet(f"Tên đơn vị | Tỷ lệ nữ (%)\n{ONE} | {typed}"))
    return reading.cluster.units[0].women, said(reading)


@pytest.mark.parametrize("typed", ["65,2%", '"65,2%"', "65,2 %", "65,2"])
def test_percentages(typed: str, tmp_path: Path) -> None:
    """Percent as 0.65 shown as 65%, 65%, "65,2 %": accepted in percent columns by number format."""
    assert women(tmp_path, typed) == (Decimal("65.2"), [])


def test_a_percentage_that_may_be_a_share(tmp_path: Path) -> None:
    """0.65 without its number format: rejected."""
    assert women(tmp_path, "0,65") == (
        None,
        ["LỖI  Đơn vị › B2: “0,65” không rõ là 0,65% hay 65%. Ghi kèm dấu %, ví dụ 65,2% [O-18]"],
    )


@pytest.mark.parametrize("typed", ["95%", '"95%"'])
def test_percentages_elsewhere(typed: str, tmp_path: Path) -> None:
    """Percent in other columns: rejected."""
    line = "“95%” là tỷ lệ phần trăm, cột này cần một con số. Đổi định dạng của ô thành Số rồi gõ lại số, không ghi dấu % [O-19]"
    assert score(tmp_path / "1", typed, "100")[1][0] == f"LỖI  Chấm điểm › D3: {line}"
    assert count(tmp_path / "2", typed)[1] == [f"LỖI  Khen thưởng › C2: {line}"]
    assert money(tmp_path / "3", typed)[1] == [f"LỖI  Xã hội, từ thiện › C2: {line}"]


# --- dates and ballots -----------------------------------------------------------------------------


def day(folder: Path, typed: str) -> tuple[object, Said]:
    """The day of one contribution, and what is said."""
    reading = small(folder, **{"Xã hội, từ thiện": Sheet(f"Đơn vị | Hoạt động | Ngày\n{ONE} | Xây nhà | {typed}")})
    return reading.cluster.contributions[0].day, said(reading)


@pytest.mark.parametrize(
    "typed",
    [
        "<2021-12-04>",
        "4/12/2021",
        "04/12/2021",
        "4-12-2021",
        "4.12.2021",
        "ngày 04 tháng 12 năm 2021",
        "Ngày 4 tháng 12 năm 2021",
        "4/12/21",
        "04.12.21",
    ],
)
def test_dates(typed: str, tmp_path: Path) -> None:
    """Real date; 14/12/2021; 14.12.2021; "ngày 14 tháng 12 năm 2021"; 2-digit year: day first always."""
    assert day(tmp_path, typed) == (date(2021, 12, 4), [])


@pytest.mark.parametrize("typed", ["14-12", "14/12", "2021", '"2021"', "năm 2021", "12/14/2021", "tháng 12 năm 2021"])
def test_dates_without_a_year(typed: str, tmp_path: Path) -> None:
    """14-12; text with only year: rejected."""
    shown = typed.strip('"')
    assert day(tmp_path, typed) == (
        None,
        [f"LỖI  Xã hội, từ thiện › C2: “{shown}” không phải ngày đầy đủ. Ghi ngày/tháng/năm, ví dụ 14/12/2021 [O-07]"],
    )


@pytest.mark.parametrize("typed", ["8/8", "08/08", "8", "08", "8 phiếu", '"100%"', "100%", "08 / 08"])
def test_ballots(typed: str, tmp_path: Path) -> None:
    """Ballots "8/8", "08/08", 8, "100%"."""
    assert vote(tmp_path, typed) == (8, [])


@pytest.mark.parametrize("shown", ["d-mmm", "yyyy-mm-dd"])
def test_ballots_that_became_dates(shown: str, tmp_path: Path) -> None:
    """Ballot of a date type: read, with the warning that Excel converted it."""
    assert vote(tmp_path, "<2021-08-08>", D2=shown) == (
        8,
        [
            "CẢNH BÁO  Bỏ phiếu › D2: Excel đã đổi số phiếu thành ngày 8/8/2021; hiểu là 8/8 phiếu. Định dạng ô kiểu Văn bản rồi gõ lại, ví dụ 08/08 [O-21]"
        ],
    )


@pytest.mark.parametrize(
    ("typed", "format", "shown"), [("<2021-08-09>", "d-mmm", "9/8/2021"), ("<2021-08-01>", "mmm-yy", "1/8/2021")]
)
def test_ballots_that_became_dates_of_unsure_meaning(typed: str, format: str, shown: str, tmp_path: Path) -> None:
    """9 of 8 cannot be; "8/21" became the 1st of August: rejected."""
    assert vote(tmp_path, typed, D2=format) == (
        None,
        [
            f"LỖI  Bỏ phiếu › D2: Excel đã đổi số phiếu thành ngày {shown} nên không rõ là bao nhiêu phiếu. Định dạng ô kiểu Văn bản rồi gõ lại số phiếu, ví dụ 8 [O-22]"
        ],
    )


# --- sheets, files, units --------------------------------------------------------------------------


def test_sheets_are_chosen_by_content(tmp_path: Path) -> None:
    """Several sheets; hidden sheets; "Hướng dẫn" with samples; lookup sheets: chosen by content, what was not read is said."""
    table = Sheet(f"Đơn vị | Thẩm định\n{ONE} | 95")
    reading = small(tmp_path, **{
        "Sheet1": table, "Chấm điểm cũ": Sheet(table.text.replace("95", "50"), hidden=True),
        "Hướng dẫn": Sheet(table.text.replace("95", "10")), "Danh mục": Sheet("Mã | Tên\n1 | Giấy khen"),
    })  # fmt: skip
    assert (totals(reading), said(reading)) == ({ONE: 95}, [])
    assert said(reading, "LƯU Ý") == [
        "LƯU Ý  Chấm điểm cũ: trang đang ẩn nên không đọc. Bỏ ẩn trang nếu trang có số liệu cần dùng [TRANG-02]",
        "LƯU Ý  Danh mục: trang này không phải trang của hồ sơ nên không đọc. Nếu cần đọc, đặt tên trang như trong hướng dẫn [TRANG-01]",
        "LƯU Ý  Hướng dẫn: trang này không phải trang của hồ sơ nên không đọc. Nếu cần đọc, đặt tên trang như trong hướng dẫn [TRANG-01]",
    ]


def test_hidden_rows_and_columns(tmp_path: Path) -> None:
    """A hidden row or column with data in a table: rejected, as the contract says."""
    table = Sheet(
        f"Đơn vị | Tự chấm | Thẩm định\n{ONE} | 96 | 95\nSở Tư pháp | 91 | 90", hidden_rows=(3,), hidden_columns=("B",)
    )
    assert said(small(tmp_path, units(ONE, "Sở Tư pháp"), **{"Chấm điểm": table})) == [
        "LỖI  Chấm điểm › B1: cột đang ẩn nhưng có số liệu. Bỏ ẩn, hoặc xóa hẳn phần không dùng [TRANG-06]",
        "LỖI  Chấm điểm › A3: dòng đang ẩn nhưng có số liệu. Bỏ ẩn, hoặc xóa hẳn phần không dùng [TRANG-06]",
    ]


def test_one_file_a_unit(tmp_path: Path) -> None:
    """One file per unit: read together."""
    for name in (ONE, "Sở Tư pháp"):
        book(
            tmp_path / FOLDER / f"{name}.xlsx",
            {
                "Chấm điểm": Sheet(
                    f"Đơn vị: {name}\nMã | Nội dung | Điểm tối đa | Thẩm định\n1 | Chuyển đổi số | 10 | 9"
                )
            },
        )
    reading = small(tmp_path, units(ONE, "Sở Tư pháp"))
    assert (totals(reading), said(reading)) == ({ONE: 9, "Sở Tư pháp": 9}, [])


def test_one_file_twice(tmp_path: Path) -> None:
    """One unit's file twice (v1, "final", "(1)"): duplicates rejected, both places named."""
    for name in ("Công an", "Công an (1)"):
        book(
            tmp_path / FOLDER / f"{name}.xlsx",
            {"Chấm điểm": Sheet(f"Đơn vị: {ONE}\nMã | Nội dung | Điểm tối đa | Thẩm định\n1 | Chuyển đổi số | 10 | 9")},
        )
    assert said(small(tmp_path)) == [
        f"LỖI  {FOLDER}/Công an.xlsx › Chấm điểm: trang này được gửi hai lần: cũng có ở {FOLDER}/Công an (1).xlsx › "
        "Chấm điểm; nội dung giống hệt nhau. Giữ một sổ, chuyển sổ kia ra khỏi thư mục [HS-05]"
    ]


def test_a_unit_that_has_not_sent(tmp_path: Path) -> None:
    """Missing unit file / unit absent from sheet: "chưa gửi", a warning; the papers are made."""
    reading = small(tmp_path, units(ONE, "Sở Tư pháp"), **{"Chấm điểm": Sheet(f"Đơn vị | Thẩm định\n{ONE} | 95")})
    assert totals(reading) == {ONE: 95, "Sở Tư pháp": None}
    assert said(reading) == [
        "CẢNH BÁO  Đơn vị › A3: đơn vị “Sở Tư pháp” chưa gửi số liệu trang “Chấm điểm”. Đề nghị đơn vị gửi; văn bản vẫn được lập và ghi rõ số đơn vị đã gửi [DV-05]"
    ]


def test_an_unknown_unit(tmp_path: Path) -> None:
    """Unknown unit: rejected with the nearest names."""
    reading = small(
        tmp_path, units(ONE, "Sở Tư pháp"), **{"Khen thưởng": Sheet(f"Đơn vị | Tập thể\n{ONE} | 3\nSở Tư páp | 4")}
    )
    assert said(reading)[0] == (
        "LỖI  Khen thưởng › A3: không có đơn vị “Sở Tư páp” trong danh sách; tên gần nhất: Sở Tư pháp. Sửa tên, hoặc ghi tên này vào cột “Tên gọi khác” ở trang “Đơn vị” [DV-01]"
    )


def test_a_unit_that_was_no_member(tmp_path: Path) -> None:
    """Unit in sheet but not a member that year: rejected."""
    members = Sheet(f"Tên đơn vị | Thành viên từ năm\n{ONE} |\nSở Tư pháp | 2022")
    reading = small(tmp_path, members, **{"Khen thưởng": Sheet(f"Đơn vị | Tập thể\n{ONE} | 3\nSở Tư pháp | 4")})
    assert said(reading) == [
        "LỖI  Khen thưởng › A3: “Sở Tư pháp” không phải đơn vị thành viên năm 2021. Xóa dòng này, hoặc sửa năm thành viên ở trang “Đơn vị” [DV-06]"
    ]


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        (f"cá nhân | Lê Thị C | {ONE} | {FORM}", 1),
        (f"cá nhân | LÊ THỊ C | CÔNG AN TỈNH | {FORM}", 1),
        (f"cá nhân | Lê Thị C | Sở Tư pháp | {FORM}", 2),
        (f"cá nhân | Lê Thị C | {ONE} | Huân chương Lao động hạng Ba", 2),
    ],
)
def test_the_same_person_twice(row: str, kept: int, tmp_path: Path) -> None:
    """Duplicate person/unit in the same award: a warning; of another unit or award it is no duplicate."""
    table = Sheet(f"Đối tượng | Tên | Đơn vị | Hình thức\ncá nhân | Lê Thị C | {ONE} | {FORM}\n{row}")
    reading = small(tmp_path, units(ONE, "Sở Tư pháp"), **{"Đề nghị": table})
    name = row.split(" | ")[1]
    warning = f"CẢNH BÁO  Đề nghị › B3: “{name}” đã có trong danh sách “Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Hòa Bình” ở Đề nghị › B2; văn bản chỉ ghi một lần. Xóa một dòng; nếu là hai người cùng tên, ghi rõ đơn vị, chức vụ hoặc ngày sinh [DN-07]"
    assert (len(reading.cluster.nominations), said(reading)) == (kept, [warning] if kept == 1 else [])


def test_merged_cells_in_data(tmp_path: Path) -> None:
    """Merged cells in data (one unit name over many rows): filled down within the merged range only."""
    table = Sheet(
        f"Đơn vị | Hình thức | Tập thể\n{ONE} | {FORM} | 3\n | Giấy khen | 4\n | Cờ thi đua của UBND tỉnh | 1",
        merges=("A2:A3",),
    )
    reading = small(tmp_path, **{"Khen thưởng": table})
    assert reading.cluster.commendations is not None
    assert counted(reading.cluster.commendations.total) == {"collective": 7}
    assert said(reading) == [
        "LỖI  Khen thưởng › A4: không rõ dòng này của đơn vị nào. Ghi “Đơn vị: …” phía trên bảng, hoặc thêm cột “Đơn vị” [DV-03]"
    ]


@pytest.mark.parametrize("orders", [("", ""), ("1", "1"), ("7", "3"), ("#1", "?"), ("a", "a")])
def test_numbers_of_rows(orders: tuple[str, str], tmp_path: Path) -> None:
    """STT empty or wrong: ignored."""
    table = Sheet(f"STT | Đơn vị | Tập thể\n{orders[0]} | {ONE} | 3\n{orders[1]} | Sở Tư pháp | 4")
    reading = small(tmp_path, units(ONE, "Sở Tư pháp"), **{"Khen thưởng": table})
    assert reading.cluster.commendations is not None
    assert (counted(reading.cluster.commendations.total), said(reading)) == ({"collective": 7}, [])


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        ("Nguyễn Văn A", True),
        ("NGUYỄN VĂN A", False),
        ("Nguyễn văn A", False),
        ("Ô. Nguyễn Văn A", True),
        ("Đại tá Nguyễn Văn A", True),
        ("đồng chí Nguyễn Văn A", False),
    ],
)
def test_names_of_people(name: str, usual: bool, tmp_path: Path) -> None:
    """Names in CAPITALS, "Nguyễn văn A", "Ô. Nguyễn Văn A", rank before name: kept as typed; odd capitals are noted."""
    reading = small(tmp_path, **{"Đề nghị": Sheet(f"Đối tượng | Tên | Hình thức\ncá nhân | {name} | {FORM}")})
    assert reading.cluster.nominations[0].name == name
    assert said(reading, "LƯU Ý") == ([] if usual else [
        f"LƯU Ý  Đề nghị › B2: tên “{name}” viết hoa khác thường; văn bản giữ nguyên như đã ghi. Kiểm tra lại; tên người viết hoa chữ cái đầu mỗi tiếng [DN-08]"
    ])  # fmt: skip


def test_a_protected_sheet_and_other_kinds_of_files(tmp_path: Path) -> None:
    """Protected workbook: read; csv: refused with advice. Passwords and other formats stand in `test_gate.py`."""
    small(tmp_path, **{"Chấm điểm": Sheet(f"Đơn vị | Thẩm định\n{ONE} | 95")})
    path = tmp_path / FOLDER / FILE
    workbook = openpyxl.load_workbook(path)
    workbook["Chấm điểm"].protection.enable()
    workbook.save(path)
    (path.parent / "điểm.csv").write_text("Đơn vị,Điểm", "utf-8")
    reading = Reading(tmp_path)
    assert totals(reading) == {ONE: 95}
    assert said(reading) == [
        f"LỖI  {FOLDER}/điểm.csv: chưa đọc được tệp dạng .csv. Mở bằng Excel rồi chọn Lưu thành, kiểu .xlsx [TEP-02]"
    ]


# --- limits of points ------------------------------------------------------------------------------

STEP = "LỖI  Chấm điểm › D3: điểm {} của tiêu chí “Chuyển đổi số” không theo bước điểm {}. Sửa điểm ở ô này, ví dụ {}; hoặc sửa “Bước điểm” ở trang “Quy định” [DIEM-13]"


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        (
            "11",
            "LỖI  Chấm điểm › D3: điểm 11 vượt điểm tối đa 10 của tiêu chí “1. Chuyển đổi số”. Sửa điểm ở ô này, hoặc điểm tối đa ở trang “Tiêu chí” [DIEM-03]",
        ),
        (
            "9875",
            "LỖI  Chấm điểm › D3: điểm 9875 vượt điểm tối đa 10 của tiêu chí “1. Chuyển đổi số”. Sửa điểm ở ô này, hoặc điểm tối đa ở trang “Tiêu chí” [DIEM-03]",
        ),
        ("-1", "LỖI  Chấm điểm › D3: điểm -1 của tiêu chí “Chuyển đổi số” nhỏ hơn 0. Sửa điểm ở ô này [DIEM-02]"),
    ],
)
def test_points_out_of_range(typed: str, line: str, tmp_path: Path) -> None:
    """Score > max, < 0: rejected."""
    assert score(tmp_path, typed)[1][0] == line


@pytest.mark.parametrize(
    ("step", "typed", "near"),
    [
        ("0,25", "9,25", ""),
        ("0,25", "9,3", "9,25"),
        ("0,5", "9,5", ""),
        ("0,5", "9,25", "9"),
        ("1", "9,5", "9"),
        ('"0,25"', "9,10", "9"),
        ("-", "9,3", ""),
    ],
)
def test_points_off_the_step(step: str, typed: str, near: str, tmp_path: Path) -> None:
    """Score not on the step (0,25 / 0,5): rejected, naming cell and step."""
    rules = Sheet(f"Quy định | Giá trị\nThang điểm | 10\nBước điểm | {step}")
    lines = score(tmp_path, typed, "10", **{"Quy định": rules})[1]
    assert [line for line in lines if "DIEM-13" in line] == (
        [STEP.format(typed.rstrip("0"), step.strip('"'), near)] if near else []
    )


def test_bonus_may_pass_the_maximum(tmp_path: Path) -> None:
    """Bonus may pass the max when declared; more than is declared is rejected."""
    rules = Sheet("Quy định | Giá trị\nThang điểm | 100\nĐiểm thưởng tối đa | 10")
    table = Sheet(f"Đơn vị | Thẩm định | Điểm thưởng\n{ONE} | 97 | 10")
    assert totals(small(tmp_path / "1", **{"Chấm điểm": table, "Quy định": rules})) == {ONE: 107}
    reading = small(tmp_path / "2", **{"Chấm điểm": Sheet(f"Đơn vị | Tổng điểm\n{ONE} | 111"), "Quy định": rules})
    assert said(reading)[0] == (
        "LỖI  Chấm điểm › B2: điểm 111 vượt thang điểm 100. Sửa điểm ở ô này; nếu đã gồm điểm thưởng, ghi “Điểm thưởng tối đa” ở trang “Quy định” [DIEM-14]"
    )


@pytest.mark.parametrize("typed", ["2", "Nhì", "Hạng Nhì", "II", "thứ 2"])
def test_a_typed_rank(typed: str, tmp_path: Path) -> None:
    """Rank typed in the sheet differs from computed: a warning with both; the computed one is printed."""
    table = Sheet(f"Đơn vị | Thẩm định | Xếp thứ\n{ONE} | 95 | {typed}\nSở Tư pháp | 90 | {typed}")
    reading = small(tmp_path, units(ONE, "Sở Tư pháp"), **{"Chấm điểm": table})
    assert reading.ranks() == {ONE: 1, "Sở Tư pháp": 2}
    assert said(reading) == [
        "CẢNH BÁO  Chấm điểm › C2: xếp thứ ghi 2, theo điểm là 1 (Công an tỉnh); văn bản dùng thứ theo điểm. Sửa ô này; nếu hội nghị quyết định khác, ghi “Xếp hạng: theo biên bản” [DIEM-06]"
    ]


@pytest.mark.parametrize("typed", ["80%", '"80%"', "Cờ thi đua: 80%"])
def test_the_least_share_of_votes(typed: str, tmp_path: Path) -> None:
    """A percentage among the rules: as text, or as a number shown as one."""
    rules = Sheet(f"Quy định | Giá trị\nThang điểm | 100\nTỷ lệ phiếu tối thiểu | {typed}")
    reading = small(tmp_path, **{"Quy định": rules})
    assert ([plain(share) for share in reading.cluster.regulation.thresholds.values()], said(reading)) == ([80], [])


@pytest.mark.parametrize("maximum", ["1000", '"1.000"'])
def test_a_row_of_maxima(maximum: str, tmp_path: Path) -> None:
    """ "1.000" in a wide sheet: the row of maxima decides."""
    table = Sheet(f'Đơn vị | Nhiệm vụ | Phong trào\nĐiểm tối đa | {maximum} | {maximum}\n{ONE} | "1.000" | 900')
    reading = small(tmp_path, **{"Chấm điểm": table})
    assert (totals(reading), said(reading)) == ({ONE: 1900}, [])


def test_spellings_of_a_criterion(tmp_path: Path) -> None:
    """i/y, hòa/hoà, hyphen/en dash, case in the name of a criterion."""
    criteria = Sheet("Mã | Nội dung | Điểm tối đa\n1 | Kỹ thuật - Hòa giải | 10")
    table = Sheet(f"Đơn vị: {ONE}\nNội dung | Thẩm định\nKĩ thuật – HOÀ GIẢI | 9")
    reading = small(tmp_path, **{"Chấm điểm": table, "Tiêu chí": criteria})
    assert (totals(reading), said(reading)) == ({ONE: 9}, [])
