"""Real workbooks out of tables of text, so that a test shows what somebody typed.

A line is a row and ` | ` parts its cells; an empty line is an empty row, and `\\n` breaks the line in a cell.
What looks like a number is one (12, 9,5, -2); "12" in quotes is text; 65% is a number shown as a percentage;
<2021-12-14> is a date; =A1+1 a formula that was never calculated; #N/A an error.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import Any

import openpyxl

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:[.,][0-9]+)?")
FILE = "Cụm 5 năm 2021.xlsx"
FOLDER = "cum-5"


@dataclass(frozen=True)
class Sheet:
    """One worksheet: its table, its merged areas, and what is hidden in it."""

    text: str
    merges: tuple[str, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[str, ...] = ()
    hidden: bool = False
    formats: Mapping[str, str] = field(default_factory=dict)

    def swapped(self, old: str, new: str) -> Sheet:
        """The same sheet with one place changed; the place must be there once."""
        assert self.text.count(old) == 1, f"{self.text.count(old)} × {old!r}"
        return replace(self, text=self.text.replace(old, new))

    def without(self, line: str) -> Sheet:
        """The same sheet without the one row that begins so."""
        rows = self.text.split("\n")
        kept = [row for row in rows if not row.startswith(line)]
        assert len(rows) - len(kept) == 1, f"{len(rows) - len(kept)} × {line!r}"
        return replace(self, text="\n".join(kept))

    def grown(self, *lines: str) -> Sheet:
        """The same sheet with more rows at its end."""
        return replace(self, text="\n".join((self.text, *lines)))


def sheet(text: str, **options: Any) -> Sheet:
    """A worksheet from an indented table."""
    return Sheet(dedent(text).strip("\n"), **options)


def rows_of(text: str) -> list[list[str]]:
    """The typed cells of a table."""
    return [[cell.strip() for cell in line.split("|")] if line.strip() else [] for line in text.split("\n")]


def book(path: Path, sheets: Mapping[str, str | Sheet]) -> Path:
    """A workbook with these worksheets, in this order."""
    workbook = openpyxl.Workbook()
    del workbook["Sheet"]
    for title, content in sheets.items():
        _fill(workbook.create_sheet(title), content if isinstance(content, Sheet) else sheet(content))
    path.parent.mkdir(parents=True, exist_ok=True)
    workbook.save(path)
    return path


def _fill(page: Any, content: Sheet) -> None:
    for row, cells in enumerate(rows_of(content.text), 1):
        for column, typed in enumerate(cells, 1):
            if typed:
                _write(page.cell(row, column), typed)
    for cell, shown in content.formats.items():
        page[cell].number_format = shown
    for area in content.merges:
        page.merge_cells(area)
    for number in content.hidden_rows:
        page.row_dimensions[number].hidden = True
    for letter in content.hidden_columns:
        page.column_dimensions[letter].hidden = True
    page.sheet_state = "hidden" if content.hidden else "visible"


def _write(cell: Any, typed: str) -> None:
    if len(typed) > 1 and typed[0] == typed[-1] == '"':
        cell.value, cell.data_type = typed[1:-1], "s"
    elif _NUMBER.fullmatch(typed):
        number = typed.replace(",", ".")
        cell.value = float(number) if "." in number else int(number)
    elif _NUMBER.fullmatch(typed.rstrip("%")) and typed.endswith("%"):
        cell.value, cell.number_format = float(typed[:-1].replace(",", ".")) / 100, "0.0%"
    elif re.fullmatch(r"<\d{4}-\d\d-\d\d>", typed):
        cell.value = date.fromisoformat(typed[1:-1])
    else:
        cell.value = typed.replace("\\n", "\n")


# ruff: noqa: E501 -- a row of a table stays one line
GOOD: Mapping[str, Sheet] = {
    "Thông tin": sheet("""
        Thông tin | Giá trị
        Tên cụm | Cụm thi đua số 5 tỉnh Hòa Bình
        Loại | Cụm
        Số hoặc tên | 5
        Lĩnh vực | tư pháp và thi hành án
        Cấp | tỉnh
        Tỉnh | Hòa Bình
        Cơ quan cấp trên | UBND tỉnh Hòa Bình
        Kỳ | Năm
        Năm | 2021
        Năm giao ước | 2022
        Địa danh | Hòa Bình
        Ngày hội nghị | <2021-12-14>
        Số thành viên bỏ phiếu | 5
        Cụm trưởng năm sau | Sở Tư pháp
        Cụm phó năm sau | Tòa án nhân dân tỉnh
        Cách chọn | bầu
        Kính gửi | Hội đồng Thi đua - Khen thưởng tỉnh Hòa Bình
        """),
    "Văn bản": sheet("""
        Loại văn bản | Số | Ngày | Kính gửi
        tờ trình | "12" | 20/12/2021 | Chủ tịch Ủy ban nhân dân tỉnh Hòa Bình
        """),
    "Đơn vị": sheet("""
        DANH SÁCH ĐƠN VỊ

        STT | Mã | Tên đơn vị | Tên viết tắt | Tên gọi khác | Vai trò | Thành viên từ năm
        1 | CA | Công an tỉnh | CA tỉnh | | Cụm trưởng |
        2 | TP | Sở Tư pháp | STP | Sở Tư pháp tỉnh Hòa Bình | Cụm phó |
        3 | TA | Tòa án nhân dân tỉnh | TAND tỉnh | Tòa án tỉnh | |
        4 | KS | Viện kiểm sát nhân dân tỉnh | VKSND tỉnh | | |
        5 | TH | Cục Thi hành án dân sự tỉnh | Cục THADS tỉnh | | | 2015
        """),
    "Quy định": sheet("""
        Quy định | Giá trị
        Thang điểm | 100
        Điểm dùng để xếp hạng | thẩm định
        Xếp hạng | theo điểm
        Điểm thưởng tối đa | 5
        Xếp loại | Xuất sắc: từ 90 điểm
        Xếp loại | Tốt: từ 80 điểm
        Tỷ lệ phiếu tối thiểu | Cờ thi đua của UBND tỉnh: 80%
        Tỷ lệ phiếu tính trên | tổng thành viên
        """),
    "Tiêu chí": sheet("""
        Mã | Nội dung | Điểm tối đa | Loại
        I | Nhiệm vụ chính trị | 60 | chuẩn
        1 | Hoàn thành chỉ tiêu | 40 | chuẩn
        2 | Cải cách hành chính | 20 | chuẩn
        II | Phong trào thi đua | 30 | chuẩn
        III | Hoạt động xã hội | 10 | chuẩn
        IV | Điểm thưởng | 5 | thưởng
        """),
    "Chấm điểm": sheet("""
        BẢNG CHẤM ĐIỂM
        STT | Đơn vị | Hoàn thành chỉ tiêu | Cải cách hành chính | Phong trào thi đua | Hoạt động xã hội | Điểm thưởng | Điểm trừ | Tổng điểm | Xếp thứ
        1 | Công an tỉnh | 38 | 18 | 28 | 9 | 3 | | 96 | 2
        2 | Sở Tư pháp | 40 | 19,5 | 29 | 9,5 | | | 98 | 1
        3 | Tòa án nhân dân tỉnh | 36 | 18 | 27 | 8 | | 1 | 88 | 5
        4 | Viện kiểm sát nhân dân tỉnh | 37 | 18 | 28 | 9 | | | 92 | 4
        5 | Cục Thi hành án dân sự tỉnh | 38 | 19 | 27 | 9 | 2 | | 95 | 3
        """),
    "Khen thưởng": sheet("""
        STT | Đơn vị | Hình thức | Cấp | Tập thể | Cá nhân
        1 | Công an tỉnh | Bằng khen của Chủ tịch UBND tỉnh | cấp tỉnh | 12 | 45
        2 | Công an tỉnh | Giấy khen | cơ sở | 40 | 310
        3 | Sở Tư pháp | Giấy khen | cơ sở | 6 | 32
        4 | Tòa án nhân dân tỉnh | Giấy khen | cơ sở | 8 | 41
        5 | Viện kiểm sát nhân dân tỉnh | Giấy khen | cơ sở | 7 | 38
        6 | Cục Thi hành án dân sự tỉnh | Giấy khen | cơ sở | 9 | 27
         | Tổng cộng | | | 82 | 493
        """),
    "Đề nghị": sheet("""
        STT | Đối tượng | Tên | Danh hiệu hoặc hình thức | Cấp quyết định | Tóm tắt thành tích
        1 | tập thể | Sở Tư pháp | Cờ thi đua của UBND tỉnh | | Dẫn đầu Cụm thi đua năm 2021
        2 | tập thể | Công an tỉnh | Bằng khen của Chủ tịch UBND tỉnh | | Hoàn thành xuất sắc nhiệm vụ năm 2020, 2021
        """),
    "Bỏ phiếu": sheet("""
        STT | Hình thức | Nội dung | Đối tượng | Phát ra | Thu về | Hợp lệ | Không hợp lệ | Đồng ý | Không đồng ý
        1 | phiếu kín | Cờ thi đua của UBND tỉnh | Sở Tư pháp | 5 | 5 | 5 | 0 | 5 | 0
        2 | phiếu kín | Bằng khen của Chủ tịch UBND tỉnh | Công an tỉnh | 5 | 5 | 5 | 0 | 4 | 1
        """),
    "Giao ước": sheet("""
        STT | Năm | Nhóm | Chỉ tiêu | Đơn vị tính | Chiều | Kế hoạch | Kết quả
        1 | 2021 | Nhiệm vụ chính trị | Hồ sơ giải quyết đúng hạn | % | tăng | 95 | 97
        2 | 2021 | Hoạt động xã hội | Nhà tình nghĩa được xây dựng | nhà | tăng | 4 | 5
        3 | 2022 | Nhiệm vụ chính trị | Hồ sơ giải quyết đúng hạn | % | tăng | 96 |
        4 | 2022 | Hoạt động xã hội | Nhà tình nghĩa được xây dựng | nhà | tăng | 5 |
        """),
    "Xã hội, từ thiện": sheet("""
        STT | Đơn vị | Hoạt động | Số tiền | Số lượng | Đơn vị tính | Đối tượng hưởng | Ngày
        1 | Công an tỉnh | Xây nhà tình nghĩa | "150.000.000" | 3 | nhà | Gia đình chính sách | 27/7/2021
        2 | Sở Tư pháp | Ủng hộ Quỹ vì người nghèo | 15000000 | | | Hộ nghèo |
        """),
    "Phong trào": sheet("""
        STT | Tên phong trào | Đơn vị phát động | Thời gian | Kết quả
        1 | Vì an ninh Tổ quốc | Bộ Công an | Năm 2021 | Các đơn vị đã tích cực tham gia.
        """),
    "Nội dung": sheet("""
        STT | Mục | Đơn vị | Nội dung
        1 | Thuận lợi, khó khăn | | Cụm luôn nhận được sự quan tâm của Tỉnh ủy.
        2 | Chỉ đạo | | Các đơn vị đã kiện toàn Hội đồng thi đua.
        3 | Kết quả | Công an tỉnh | Công an tỉnh giữ vững an ninh chính trị.
        4 | Ưu điểm | | Phong trào thi đua được triển khai đồng bộ.
        5 | Hạn chế | | Một số đơn vị còn gửi báo cáo chậm.
        6 | Nguyên nhân | | Cán bộ làm công tác thi đua còn kiêm nhiệm.
        7 | Nhiệm vụ | | Tiếp tục đổi mới công tác thi đua, khen thưởng.
        """),
    "Căn cứ": sheet("""
        STT | Loại | Số | Ngày | Cơ quan | Trích yếu | Dùng cho
        1 | Chỉ thị | 34-CT/TW | 07/4/2014 | Bộ Chính trị | về tiếp tục đổi mới công tác thi đua, khen thưởng | quán triệt
        2 | Quyết định | 15/QĐ-UBND | 12/3/2020 | UBND tỉnh Hòa Bình | về việc chia cụm, khối thi đua | căn cứ
        3 | Thông tư | 12/2019/TT-BNV | 04/11/2019 | Bộ trưởng Bộ Nội vụ | về thi đua, khen thưởng | căn cứ
        """),
}  # fmt: skip


def only(*names: str) -> dict[str, Sheet | str | None]:
    """All but these sheets of the good dossier left out."""
    return {name: None for name in GOOD if name not in names}


def dossier(folder: Path, **sheets: Sheet | str | None) -> Path:
    """A whole dossier below a folder of inputs, good but for the sheets given here; None leaves one out."""
    chosen: dict[str, Sheet | str | None] = {**GOOD, **sheets}
    book(folder / FOLDER / FILE, {title: content for title, content in chosen.items() if content is not None})
    return folder
