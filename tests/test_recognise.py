"""Which sheet is which: by its title or its headers, never by the file's name or a fixed row."""

from __future__ import annotations

from pathlib import Path

import pytest
from workbooks_from_text import GOOD, Sheet, book, sheet

from pipeline.problems import Problems
from pipeline.workbooks.fitting import named
from pipeline.workbooks.headers import Header
from pipeline.workbooks.read import letters, read_workbook
from pipeline.workbooks.recognise import recognise


def found(folder: Path, title: str, content: Sheet | str) -> tuple[Header | None, list[str]]:
    """What a lone sheet is taken for, and the codes of what was said."""
    problems = Problems()
    (grid,) = read_workbook(book(folder / "a.xlsx", {title: content}), "a.xlsx", problems)
    tables = recognise(grid, problems)
    return (tables[0].header if tables else None), [problem.code for problem in problems]


def name_of(header: Header | None) -> str | None:
    return header.sheet.name if header else None


@pytest.mark.parametrize("name", GOOD)
def test_a_sheet_is_known_by_its_title(name: str, tmp_path: Path) -> None:
    header, said = found(tmp_path, name, GOOD[name])
    assert (name_of(header), said) == (name, [])


@pytest.mark.parametrize("head", ["Quy định | Giá trị\n", "QUY ĐỊNH CHẤM ĐIỂM\n", ""])
def test_a_sheet_of_one_key_is_known_by_its_title(head: str, tmp_path: Path) -> None:
    assert name_of(found(tmp_path, "Quy định", f"{head}Xếp hạng | theo biên bản")[0]) == "Quy định"
    assert name_of(found(tmp_path, "Sheet1", f"{head}Xếp hạng | theo biên bản")[0]) is None


@pytest.mark.parametrize("name", [name for name in GOOD if name != "Văn bản"])
def test_a_sheet_is_known_by_its_headers_alone(name: str, tmp_path: Path) -> None:
    assert name_of(found(tmp_path, "Sheet1", GOOD[name])[0]) == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Chấm điểm", "Chấm điểm"), ("1. BẢNG CHẤM ĐIỂM", "Chấm điểm"), ("Khen thưởng", "Khen thưởng"),
        ("Khen thưởng kỳ trước", "Khen thưởng kỳ trước"), ("Khen thưởng cùng kỳ", "Khen thưởng kỳ trước"),
        ("Khen thuong da nhan", "Khen thưởng đã nhận"), ("Đề nghị khen thưởng", "Đề nghị"),
        ("Danh sách đơn vị", "Đơn vị"), ("Đóng góp", "Xã hội, từ thiện"), ("Nội dung báo cáo", "Nội dung"),
        ("Sheet1", None), ("Phụ lục", None), ("Chấm", None),
    ],
)  # fmt: skip
def test_titles(title: str, name: str | None) -> None:
    sheet_named = named(title)
    assert (sheet_named.name if sheet_named else None) == name


@pytest.mark.parametrize(
    ("field", "labels"),
    [
        ("unit", ["Đơn vị", "ĐƠN VỊ", "Tên đơn vị", "Tên cơ quan, đơn vị", "Cơ quan - đơn vị", "Đơn vị được chấm"]),
        ("self", ["Tự chấm", "Điểm tự chấm", "Tự đánh giá", "Đơn vị tự chấm", "Điểm\\ntự chấm", "Tự  chấm (điểm)"]),
        ("appraised", ["Thẩm định", "Điểm thẩm định", "Cụm chấm", "Hội đồng chấm", "Điểm duyệt", "Điểm Cụm thẩm định"]),
        ("rank", ["Xếp thứ", "Xếp hạng", "Thứ hạng", "Hạng"]),
        ("total", ["Tổng điểm", "Tổng cộng", "Tổng số điểm"]),
    ],
)  # fmt: skip
def test_the_usual_wordings_of_a_header(field: str, labels: list[str], tmp_path: Path) -> None:
    for at, label in enumerate(labels):
        others = [f"{'Đơn vị' if field != 'unit' else ''}", "Chấm chéo"]
        text = f"STT | {label} | {' | '.join(filter(None, others))}\n1 | 5 | 9 | 9"
        header, _ = found(tmp_path / str(at), "Chấm điểm", text)
        assert header is not None
        assert header.fields.get(field) == 2, label


def test_rows_above_the_header_are_passed_over(tmp_path: Path) -> None:
    text = """
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc

        Mẫu số 02
        BẢNG TỔNG HỢP ĐIỂM NĂM 2021
        Đơn vị tính: điểm

        STT | Đơn vị | Tự chấm | Thẩm định
        1 | Công an tỉnh | 97 | 96
        """
    header, _ = found(tmp_path, "Trang 3", sheet(text))
    assert header is not None
    assert (header.sheet.name, header.top, header.bottom) == ("Chấm điểm", 8, 8)


def test_a_header_of_two_rows_with_merged_groups(tmp_path: Path) -> None:
    """
    STT | Đơn vị | Bằng khen |         | Giấy khen |
        |        | Tập thể   | Cá nhân | Tập thể   | Cá nhân
    """
    text = (
        "STT | Đơn vị | Bằng khen | | Giấy khen |\n | | Tập thể | Cá nhân | Tập thể | Cá nhân\n1 | CA | 1 | 2 | 3 | 4"
    )
    header, _ = found(tmp_path, "Khen thưởng", Sheet(text, merges=("A1:A2", "B1:B2", "C1:D1", "E1:F1")))
    assert header is not None
    assert (header.top, header.bottom, header.fields) == (1, 2, {"unit": 2})
    assert header.others == {
        3: ("Bằng khen", "Tập thể"), 4: ("Bằng khen", "Cá nhân"),
        5: ("Giấy khen", "Tập thể"), 6: ("Giấy khen", "Cá nhân"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Danh bạ", "STT | Đơn vị | Đại diện | Điện thoại\n1 | Công an tỉnh | Nguyễn Văn A | 091"),
        ("Lịch", "STT | Nội dung | Đơn vị | Ngày\n1 | Họp trù bị | Công an tỉnh | 1/12/2021"),
        ("Chương trình", "TT | Nội dung | Thời gian | Người thực hiện\n1 | Khai mạc | 8h00 | Ban tổ chức"),
        ("Theo dõi", "Năm | Đơn vị | Ghi chú\n2021 | Công an tỉnh | đã gửi"),
        ("Hướng dẫn chấm điểm", "STT | Đơn vị | Tự chấm | Tổng điểm\n1 | Đơn vị A | 97 | 96"),
        ("Hướng dẫn", "Mục | Nội dung\nKết quả | Ghi kết quả vào đây"),
        ("Danh mục", "Tập thể | Cá nhân | Hình thức\n1 | 2 | Bằng khen"),
    ],
)
def test_a_sheet_of_the_offices_own_is_not_taken_for_one_of_ours(title: str, text: str, tmp_path: Path) -> None:
    header, said = found(tmp_path, title, text)
    assert (header, said) == (None, ["TRANG-01"])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Đơn vị", "STT | Tên\n1 | Công an tỉnh"),
        ("Bỏ phiếu", "Đối tượng | Đồng ý\nCA | 5"),
        ("Khen thưởng", "STT | Ghi chú\n1 | không"),
    ],
)
def test_a_sheet_of_ours_without_its_header_is_an_error(name: str, text: str, tmp_path: Path) -> None:
    header, said = found(tmp_path, name, text)
    assert (header, said) == (None, ["TRANG-03"])


def test_an_empty_sheet_is_nothing(tmp_path: Path) -> None:
    problems = Problems()
    path = book(tmp_path / "a.xlsx", {"Căn cứ": Sheet(""), "Đơn vị": GOOD["Đơn vị"]})
    empty, _ = read_workbook(path, "a.xlsx", problems)
    assert (recognise(empty, problems), len(problems)) == ((), 0)


def test_what_stands_beside_a_table_under_no_header_is_said(tmp_path: Path) -> None:
    text = GOOD["Đề nghị"].text.replace("2021\n", "2021 | xem lại\n") + " | đã sửa"
    header, said = found(tmp_path, "Đề nghị", text)
    assert header is not None
    assert said == ["TRANG-05"]


@pytest.mark.parametrize("column", ["C", "D"])
def test_a_hidden_column_of_points_is_an_error(column: str, tmp_path: Path) -> None:
    """Of the office's own criteria too, not of declared columns alone."""
    text = "STT | Đơn vị | Thẩm định | Phong trào thi đua\n1 | CA | 95 | 28"
    assert found(tmp_path, "Chấm điểm", Sheet(text, hidden_columns=(column,)))[1] == ["TRANG-06"]


def test_two_columns_of_one_field_are_an_error(tmp_path: Path) -> None:
    text = "Đơn vị | Điểm thẩm định | Cụm chấm\nCA | 95 | 96"
    assert found(tmp_path, "Chấm điểm", text)[1] == ["TRANG-04"]


def test_a_column_of_numbers_is_not_a_code(tmp_path: Path) -> None:
    text = "STT | Mã tiêu chí | Nội dung | Điểm tối đa | Tự chấm\n1 | I | Nhiệm vụ | 60 | 58"
    header, _ = found(tmp_path, "Chấm điểm", text)
    assert header is not None
    assert (header.fields["code"], header.order) == (2, 1)


def test_letters_of_columns() -> None:
    assert [letters(n) for n in (1, 26, 27, 52, 703)] == ["A", "Z", "AA", "AZ", "AAA"]
