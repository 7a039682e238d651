"""Every code that can be said: the fault that brings it, the place it names, what it tells the office.

A case spoils one thing of the good dossier of `workbooks_from_text` and reads it as the program does.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from word_files import docx
from word_files import p as paragraph
from workbooks_from_text import FILE, FOLDER, GOOD, Sheet, book, dossier, sheet

from pipeline.check import check
from pipeline.dossier import dossiers
from pipeline.problems import Place, Problem, Problems
from pipeline.report import Wanted, report
from pipeline.sayings import SAYINGS

# ruff: noqa: E501 -- a case stays one line where it can
BOOK = f"{FOLDER}/{FILE}"
TWO_UNITS = """
    Đơn vị: Công an tỉnh
    {other}
    Hình thức | Tập thể
    Huân chương Lao động hạng Nhì | 1
    """
ONE_UNIT = sheet("""
    Mã | Nội dung | Điểm tối đa | Tự chấm
    1 | Hoàn thành chỉ tiêu | 40 | 38
    """)


Sheets = Mapping[str, Sheet | str | None]
Spoil = Sheets | Callable[[Path], object]
"""Sheets of the good dossier to replace, or what is done to the folder of inputs."""


@dataclass(frozen=True)
class Case:
    """Where the problem must be said, words of its message, and what is spoilt."""

    place: Place
    words: str
    spoil: Spoil


def case(where: str, words: str, spoil: Spoil, file: str = BOOK) -> Case:
    """A case at "Đơn vị D7" of the good workbook; only the sheet, or nothing, may be named too."""
    title, _, cell = where.rpartition(" ")
    if not (cell.isascii() and cell[-1:].isdigit()):
        title, cell = where, ""
    return Case(Place(file, title, cell), words, spoil)


def spoilt(spoil: Spoil, inputs: Path) -> Path:
    """The good dossier, spoilt."""
    if isinstance(spoil, Mapping):
        return dossier(inputs, **spoil)
    spoil(dossier(inputs))
    return inputs


def changed(name: str, old: str, new: str) -> Sheets:
    """One sheet of the good dossier with one place changed."""
    return {name: GOOD[name].swapped(old, new)}


def grown(name: str, *lines: str) -> Sheets:
    """One sheet of the good dossier with more rows."""
    return {name: GOOD[name].grown(*lines)}


def beside(name: str, content: bytes) -> Callable[[Path], object]:
    """One more file in the dossier."""
    return lambda inputs: (inputs / FOLDER / name).write_bytes(content)


def second(name: str, **sheets: Sheet) -> Callable[[Path], object]:
    """One more workbook in the dossier."""
    return lambda inputs: book(inputs / FOLDER / name, sheets)


def wrong_template(inputs: Path) -> None:
    """A template of the office's own with a field that nobody knows."""
    own = inputs / FOLDER / "_mau" / "giao-uoc.docx"
    own.parent.mkdir()
    own.write_bytes(docx(paragraph("{{ cum.tem }}")))


def twin_folder(inputs: Path) -> None:
    """A second folder that differs from the first in case only."""
    book(inputs / FOLDER.upper() / FILE, {"Thông tin": GOOD["Thông tin"]})


CASES: dict[str, Case] = {
    "TEP-01": case("", "không mở được", beside("hỏng.xlsx", b"\x00\x01\x02\x03"), file=f"{FOLDER}/hỏng.xlsx"),
    "TEP-02": case("", "tệp dạng .csv", beside("điểm.csv", b"a,b"), file=f"{FOLDER}/điểm.csv"),
    "TEP-03": case("", "không đọc được ô nào", second("trống.xlsx", Trang1=Sheet("")), file=f"{FOLDER}/trống.xlsx"),
    "TEP-04": case("", "đang mở trong Excel", beside("~$sổ.xlsx", b""), file=f"{FOLDER}/~$sổ.xlsx"),
    "TRANG-01": case("Linh tinh", "không phải trang của hồ sơ", {"Linh tinh": "Việc | Ai làm\nHọp | Anh Ba"}),
    "TRANG-02": case("Bảng tra", "đang ẩn", {"Bảng tra": Sheet("a | b", hidden=True)}),
    "TRANG-03": case("Căn cứ", "không có dòng tiêu đề với cột “Loại”", changed("Căn cứ", "Loại", "Kiểu")),
    "TRANG-04": case("Bỏ phiếu G1", "hai cột cùng là “Thu về”; cột kia ở ô F1",
                     changed("Bỏ phiếu", "| Hợp lệ", "| Số phiếu thu về")),
    "TRANG-05": case("Đề nghị F1", "cột “Nhận xét” không dùng đến",
                     changed("Đề nghị", "Tóm tắt thành tích", "Nhận xét")),
    "TRANG-06": case("Bỏ phiếu B3", "dòng đang ẩn nhưng có số liệu",
                     {"Bỏ phiếu": Sheet(GOOD["Bỏ phiếu"].text, hidden_rows=(3,))}),
    "TRANG-07": case("Thông tin A12", "mục “Biển số xe” không dùng đến",
                     changed("Thông tin", "Địa danh |", "Biển số xe |")),
    "TRANG-08": case("Khen thưởng B9", "dòng “Các đơn vị khác” không có số liệu",
                     grown("Khen thưởng", " | Các đơn vị khác")),
    "TRANG-15": case("Phong trào C1", "là bảng “Tiêu chí”",
                     {"Phong trào": "Tên phong trào | Kết quả | Nội dung | Điểm tối đa\nGiỏi việc nước | Tốt | Thi đua | 10"}),
    "TRANG-09": case("Khen thưởng B9", "“Cụm thi đua số 6” là của cụm, khối khác",
                     grown("Khen thưởng", "II | Cụm thi đua số 6", "1 | Sở Lạ | Giấy khen | | 2 | 3")),
    "O-01": case("Chấm điểm C4", "ô báo lỗi #N/A", changed("Chấm điểm", "Sở Tư pháp | 40", "Sở Tư pháp | #N/A")),
    "O-02": case("Chấm điểm C4", "công thức chưa được tính",
                 changed("Chấm điểm", "Sở Tư pháp | 40", "Sở Tư pháp | =20+20")),
    "O-03": case("Khen thưởng E4", "“sáu” không phải là số", changed("Khen thưởng", "| 6 | 32", "| sáu | 32")),
    "O-04": case("Khen thưởng F3", "số đếm 3,11 không phải số nguyên",
                 changed("Khen thưởng", "| 40 | 310", "| 40 | 3,11")),
    "O-05": case("Chấm điểm C3", "“1.000” có thể hiểu là hai số",
                 changed("Chấm điểm", "Công an tỉnh | 38", 'Công an tỉnh | "1.000"')),
    "O-06": case("Khen thưởng E4", "“-6” không phải số nguyên từ 0 trở lên",
                 changed("Khen thưởng", "| 6 | 32", "| -6 | 32")),
    "O-07": case("Xã hội, từ thiện H2", "“27/7” không phải ngày đầy đủ",
                 changed("Xã hội, từ thiện", "27/7/2021", "27/7")),
    "O-08": case("Đơn vị F4", "“Cụm trửơng phụ” không có trong danh mục của “Vai trò”",
                 changed("Đơn vị", "| Cụm trưởng", "| Cụm trửơng phụ")),
    "O-09": case("Phong trào B2", "ký tự không in được (U+E000)", changed("Phong trào", "Vì an ninh", "Vì \ue000n ninh")),
    "O-10": case("Đơn vị C4", "đã thay chữ gõ sai mã: ƣ → ư", changed("Đơn vị", "Công an tỉnh", "Công an thƣờng")),
    "O-11": case("Thông tin B20", "“chiều” không phải giờ", grown("Thông tin", "", "Giờ bắt đầu | chiều")),
    "O-12": case("Thông tin B11", "“năm sau” không phải năm", changed("Thông tin", "Năm giao ước | 2022", "Năm giao ước | năm sau")),
    "O-13": case("Đơn vị C9", "dòng này thiếu “Tên đơn vị”", grown("Đơn vị", "6 | DB | | Đoàn ĐBQH")),
    "O-18": case("Đơn vị G4", "“0,3” không rõ là", {"Đơn vị": GOOD["Đơn vị"].swapped("Thành viên từ năm", "Tỷ lệ nữ (%)")
                 .swapped("| 2015", "|").swapped("| Cụm trưởng |", "| Cụm trưởng | 0,3")}),
    "O-19": case("Khen thưởng E4", "“60%” là tỷ lệ phần trăm", changed("Khen thưởng", "| 6 | 32", "| 60% | 32")),
    "O-20": case("Đơn vị G4", "tỷ lệ 130% không nằm trong khoảng", {"Đơn vị": GOOD["Đơn vị"]
                 .swapped("Thành viên từ năm", "Tỷ lệ nữ (%)").swapped("| 2015", "|")
                 .swapped("| Cụm trưởng |", "| Cụm trưởng | 130%")}),
    "O-21": case("Bỏ phiếu I2", "Excel đã đổi số phiếu thành ngày 5/5/2021; hiểu là 5/5 phiếu",
                 changed("Bỏ phiếu", "Sở Tư pháp | 5 | 5 | 5 | 0 | 5", "Sở Tư pháp | 5 | 5 | 5 | 0 | <2021-05-05>")),
    "O-22": case("Bỏ phiếu I2", "Excel đã đổi số phiếu thành ngày 8/5/2021 nên không rõ",
                 changed("Bỏ phiếu", "Sở Tư pháp | 5 | 5 | 5 | 0 | 5", "Sở Tư pháp | 5 | 5 | 5 | 0 | <2021-05-08>")),
    "O-23": case("Chấm điểm D4", "dấu chấm trong ô này được hiểu là dấu phẩy",
                 changed("Chấm điểm", "40 | 19,5", '40 | "19.5"')),
    "O-24": case("Phong trào B2", "chữ gõ dấu rời", changed("Phong trào", "Vì an", "Vi\u0300 an")),
    "O-25": case("Quy định B6", "“Tốt 80 điểm” không đúng cách ghi mục “Xếp loại”",
                 changed("Quy định", "Tốt: từ 80 điểm", "Tốt 80 điểm")),
    "O-31": case("Giao ước H2", "“1.200” có thể hiểu là hai số khác nhau nên văn bản in nguyên",
                 changed("Giao ước", "tăng | 95 | 97", 'tăng | 95 | "1.200"')),
    "DV-01": case("Chấm điểm B4", "không có đơn vị “Sở Tư pháo” trong danh sách; tên gần nhất: Sở Tư pháp",
                  changed("Chấm điểm", "Sở Tư pháp", "Sở Tư pháo")),
    "DV-02": case("Đơn vị C9", "đơn vị “CÔNG AN TỈNH” đã có ở", grown("Đơn vị", "6 | | CÔNG AN TỈNH")),
    "DV-03": case("Chấm điểm A2", "không rõ dòng này của đơn vị nào", second("một đơn vị.xlsx", **{"Chấm điểm": ONE_UNIT}),
                  file=f"{FOLDER}/một đơn vị.xlsx"),
    "DV-04": case("Khen thưởng A2", "sổ này ghi hai đơn vị: “Sở Tư pháp” và “Công an tỉnh” (A1)",
                  second("hai.xlsx", **{"Khen thưởng": sheet(TWO_UNITS.format(other="Đơn vị: Sở Tư pháp"))}),
                  file=f"{FOLDER}/hai.xlsx"),
    "DV-05": case("Đơn vị C5", "đơn vị “Sở Tư pháp” chưa gửi số liệu trang “Khen thưởng”",
                  {"Khen thưởng": GOOD["Khen thưởng"].without("3 |").without(" | Tổng")}),
    "DV-06": case("Khen thưởng B7", "không phải đơn vị thành viên năm 2021",
                  changed("Đơn vị", "| 2015", "| 2022")),
    "DV-07": case("Khen thưởng E9", "đã ghi ở", grown("Khen thưởng",
                  "7 | CA | Bằng khen của Chủ tịch UBND tỉnh | cấp tỉnh | 12 | 45")),
    "HS-01": case("Thông tin", "chưa có mục “Loại”", {"Thông tin": GOOD["Thông tin"].without("Loại |")}),
    "HS-02": case("Thông tin B20", "mục “Năm” ghi “2022”, khác với", grown("Thông tin", "", "Năm | 2022")),
    "HS-03": case("", "chưa có trang “Đơn vị”", {"Đơn vị": None}),
    "HS-04": case("", "không có sổ Excel nào", lambda inputs: (inputs / "khối-2").mkdir(), file="khối-2"),
    "DIEM-01": case("Chấm điểm B3", "không có tiêu chí “Việc lạ”",
                    second("một đơn vị.xlsx", **{"Chấm điểm": ONE_UNIT.swapped("Hoàn thành chỉ tiêu", "Việc lạ")
                                                 .swapped("Mã |", "Đơn vị: CA\nMã |").swapped("1 | Việc", "9 | Việc")}),
                    file=f"{FOLDER}/một đơn vị.xlsx"),
    "DIEM-02": case("Chấm điểm C3", "điểm -38 của tiêu chí “Hoàn thành chỉ tiêu” nhỏ hơn 0",
                    changed("Chấm điểm", "Công an tỉnh | 38", "Công an tỉnh | -38")),
    "DIEM-03": case("Chấm điểm C3", "điểm 40,5 vượt điểm tối đa 40 của tiêu chí “1. Hoàn thành chỉ tiêu”",
                    changed("Chấm điểm", "Công an tỉnh | 38", "Công an tỉnh | 40,5")),
    "DIEM-04": case("Chấm điểm D3", "điểm của mục là 60, tổng các tiêu chí bên dưới là 59,5",
                    second("một đơn vị.xlsx", **{"Chấm điểm": sheet("""
                        Mã | Nội dung | Điểm tối đa | Tự chấm
                        I | Nhiệm vụ chính trị | 60 | 60
                        1 | Hoàn thành chỉ tiêu | 40 | 40
                        2 | Cải cách hành chính | 20 | 19,5
                        """).swapped("Mã |", "Đơn vị: CA\nMã |")}), file=f"{FOLDER}/một đơn vị.xlsx"),
    "DIEM-05": case("Chấm điểm I4", "tổng điểm ghi 98,5, cộng lại là 98,0 (Sở Tư pháp)",
                    changed("Chấm điểm", "| 98 | 1", "| 98,5 | 1")),
    "DIEM-06": case("Chấm điểm J4", "xếp thứ ghi 2, theo điểm là 1 (Sở Tư pháp)",
                    changed("Chấm điểm", "| 98 | 1", "| 98 | 2")),
    "DIEM-07": case("Chấm điểm A4", "Sở Tư pháp chưa có điểm: Phong trào thi đua",
                    changed("Chấm điểm", "| 29 | 9,5 | | | 98 | 1", "| | 9,5 | | | |")),
    "DIEM-08": case("Tiêu chí C2", "điểm tối đa của nhóm là 60, tổng các tiêu chí bên dưới là 61",
                    changed("Tiêu chí", "hành chính | 20", "hành chính | 21")),
    "DIEM-09": case("Chấm điểm C3", "điểm tối đa ghi 45, ở trang “Tiêu chí” là 40",
                    second("một đơn vị.xlsx", **{"Chấm điểm": ONE_UNIT.swapped("| 40", "| 45").swapped("Mã |", "Đơn vị: CA\nMã |")}),
                    file=f"{FOLDER}/một đơn vị.xlsx"),
    "DIEM-10": case("Quy định B2", "thang điểm ghi 1000, tổng điểm tối đa của các tiêu chí là 100",
                    changed("Quy định", "Thang điểm | 100", 'Thang điểm | "1.000"')),
    "DIEM-11": case("Chấm điểm F3", "cột “Việc lạ” có điểm nhưng không khớp",
                    changed("Chấm điểm", "Hoạt động xã hội", "Việc lạ")),
    "DIEM-12": case("Quy định", "xếp hạng theo biên bản nhưng chưa có thứ hạng nào",
                    changed("Quy định", "theo điểm", "theo biên bản")),
    "DIEM-13": case("Chấm điểm D4", "điểm 19,5 của tiêu chí “Cải cách hành chính” không theo bước điểm 1",
                    grown("Quy định", "Bước điểm | 1")),
    "DIEM-14": case("Chấm điểm B2", "điểm 106 vượt thang điểm 100", {"Tiêu chí": None, "Chấm điểm": sheet("""
                    Đơn vị | Thẩm định
                    Công an tỉnh | 106
                    """)}),
    "DIEM-50": case("Chấm điểm A3", "khác điểm tự chấm hơn 5% ở 2 đơn vị; khác nhiều nhất: Sở Tư pháp, tự chấm 98, thẩm định 90",
                    {"Tiêu chí": None, "Chấm điểm": sheet("""
                    Đơn vị | Tự chấm | Thẩm định
                    Công an tỉnh | 96 | 91
                    Sở Tư pháp | 98 | 90
                    Tòa án nhân dân tỉnh | 100 | 95
                    """)}),
    "KT-01": case("Khen thưởng F8", "dòng tổng ghi 500, cộng lại là 493", changed("Khen thưởng", "82 | 493", "82 | 500")),
    "KT-03": case("Khen thưởng B9", "“- Đột xuất” là phần “trong đó” của dòng trên", changed(
                  "Khen thưởng", " | Tổng cộng", " | Trong đó: | | | |\n | - Đột xuất | | | 1 | 1\n | Tổng cộng")),
    "DN-01": case("Đề nghị D2", "“Cúp vàng” không có trong danh mục", changed(
                  "Đề nghị", "Cờ thi đua của UBND tỉnh", "Cúp vàng")),
    "DN-02": case("Đề nghị D2", "không rõ cấp nào quyết định “Cúp vàng”", changed(
                  "Đề nghị", "Cờ thi đua của UBND tỉnh", "Cúp vàng")),
    "DN-03": case("Đề nghị B4", "không rõ “Phòng Tham mưu” là tập thể, cá nhân hay hộ",
                  grown("Đề nghị", " | | Phòng Tham mưu | Bằng khen của Chủ tịch UBND tỉnh")),
    "DN-04": case("Đề nghị D4", "không dành cho cá nhân (ô B4); chỉ dành cho tập thể",
                  grown("Đề nghị", "3 | cá nhân | Nguyễn Văn A | Cờ thi đua của UBND tỉnh")),
    "DN-05": case("Đề nghị C2", "đơn vị “Sở Tư pháp” thuộc diện không xét khen thưởng",
                  {"Đơn vị": GOOD["Đơn vị"].swapped("Thành viên từ năm", "Không xét khen thưởng").swapped("| 2015", "|")
                   .swapped("Cụm phó |", "Cụm phó | chậm báo cáo")}),
    "DN-06": case("Đề nghị C4", "đề nghị 2 Bằng khen, quá số tối đa 1", {
                  **grown("Quy định", "Số Bằng khen tối đa | 1"),
                  **grown("Đề nghị", "3 | tập thể | Tòa án nhân dân tỉnh | Bằng khen của Chủ tịch UBND tỉnh")}),
    "DN-50": case("Đề nghị C3", "“Công an tỉnh” được 60% số phiếu đồng ý (",
                  {**grown("Quy định", "Tỷ lệ phiếu tối thiểu | Bằng khen: 66,7%"), **changed("Bỏ phiếu", "| 4 | 1", "| 3 | 2")}),
    "DN-07": case("Đề nghị C4", "“Sở Tư pháp” đã có trong danh sách “Cờ thi đua của Ủy ban nhân dân tỉnh Hòa Bình” ở",
                  grown("Đề nghị", "3 | tập thể | STP | Cờ thi đua của UBND tỉnh")),
    "DN-40": case("Đề nghị B2", "“Sở Tư pháp” (ô C2) là đơn vị thành viên, thuộc tập thể, nhưng “Đối tượng” ghi cá nhân",
                  changed("Đề nghị", "tập thể | Sở Tư pháp", "cá nhân | Sở Tư pháp")),
    "DN-41": case("Đề nghị F3", "“Công an tỉnh” được hiểu là tập thể (ô B3) nhưng có “Ngày sinh”",
                  {"Đề nghị": GOOD["Đề nghị"].swapped("Tóm tắt thành tích", "Ngày sinh").swapped("Dẫn đầu Cụm thi đua năm 2021", "")
                   .swapped("Hoàn thành xuất sắc nhiệm vụ năm 2020, 2021", "02/9/1980")}),
    "DN-42": case("Đề nghị D4", "“Kỷ niệm chương” thường chỉ tặng cá nhân (chưa đối chiếu), dòng này ghi tập thể (ô B4)",
                  grown("Đề nghị", "3 | tập thể | Tòa án nhân dân tỉnh | Kỷ niệm chương | Bộ Công an")),
    "DN-43": case("Bỏ phiếu B2", "chưa có tỷ lệ phiếu tối thiểu cho “Cờ thi đua của Ủy ban nhân dân tỉnh Hòa Bình”; Hội đồng cấp trình cần từ 80%",
                  {"Quy định": GOOD["Quy định"].without("Tỷ lệ phiếu tối thiểu")}),
    "KT-40": case("Khen thưởng F9", "“Cờ thi đua của Chính phủ” ghi 2 lượt cá nhân nhưng chỉ dành cho tập thể",
                  grown("Khen thưởng", "7 | Sở Tư pháp | Cờ thi đua của Chính phủ | | 1 | 2")),
    "VB-60": case("Khen thưởng đã nhận D3", "quyết định 15/QĐ-UBND tặng “Tập thể lao động xuất sắc” cho Sở Tư pháp đã ghi ở",
                  {"Khen thưởng đã nhận": """
                  Đơn vị | Năm | Danh hiệu hoặc hình thức | Số quyết định
                  Sở Tư pháp | 2020 | Tập thể lao động xuất sắc | 15/QĐ-UBND
                  STP | 2020 | TTLĐXS | 15/QĐ-UBND
                  """}),
    "VB-61": case("Đề nghị C4", "“Phòng Tham mưu, Công an tỉnh” chưa có thành tích",
                  grown("Đề nghị", "3 | tập thể | Phòng Tham mưu, Công an tỉnh | Bằng khen của Chủ tịch UBND tỉnh")),
    "VB-62": case("Giao ước A2", "chỉ tiêu “Hồ sơ đúng hạn” của Sở Tư pháp chưa có kết quả", {"Giao ước": """
                  Năm | Chỉ tiêu | Đơn vị | Kế hoạch
                  2021 | Hồ sơ đúng hạn | Sở Tư pháp | 95
                  2022 | Hồ sơ đúng hạn | | 97
                  """}),
    "VB-63": case("Đề nghị C3", "xét thành tích 02 năm, từ năm 2020 đến năm 2021 (Điều 72, chưa đối chiếu); thành tích đã ghi chưa nêu năm 2020",
                  changed("Đề nghị", "nhiệm vụ năm 2020, 2021", "nhiệm vụ")),
    "KT-41": case("Khen thưởng đã nhận C2", "“Chiến sĩ thi đua cơ sở” chỉ dành cho cá nhân", {"Khen thưởng đã nhận": """
                  Đơn vị | Năm | Danh hiệu hoặc hình thức | Số quyết định
                  Sở Tư pháp | 2020 | CSTĐ cơ sở | 15/QĐ-STP
                  """}),
    "DN-08": case("Đề nghị C4", "tên “NGUYỄN VĂN A” viết hoa khác thường",
                  grown("Đề nghị", "3 | cá nhân | NGUYỄN VĂN A | Bằng khen của Chủ tịch UBND tỉnh")),
    "BP-04": case("Bỏ phiếu E2", "ghi “100%” nhưng chưa có số phiếu hợp lệ", {"Bỏ phiếu": sheet("""
                  STT | Hình thức | Nội dung | Đối tượng | Đồng ý
                  1 | phiếu kín | Cờ thi đua của UBND tỉnh | Sở Tư pháp | "100%"
                  """)}),
    "BP-01": case("Bỏ phiếu F2", "số phiếu thu về 6 lớn hơn số phiếu phát ra 5",
                  changed("Bỏ phiếu", "Sở Tư pháp | 5 | 5 | 5 | 0 | 5", "Sở Tư pháp | 5 | 6 | 6 | 0 | 6")),
    "BP-02": case("Bỏ phiếu G2", "số phiếu hợp lệ và không hợp lệ cộng lại là 6, khác số phiếu thu về 5",
                  changed("Bỏ phiếu", "Sở Tư pháp | 5 | 5 | 5 | 0", "Sở Tư pháp | 5 | 5 | 5 | 1")),
    "BP-03": case("Bỏ phiếu I3", "là 6, khác số phiếu hợp lệ 5", changed("Bỏ phiếu", "| 4 | 1", "| 4 | 2")),
    "NGAY-01": case("Văn bản C2", "ngày của tờ trình (01/12/2021) trước ngày biên bản (14/12/2021)",
                    changed("Văn bản", "20/12/2021", "01/12/2021")),
    "BC-01": case("", "không có mục hạn chế", {"Nội dung": GOOD["Nội dung"].without("5 |")}),
    "BC-02": case("", "không có nhiệm vụ thời gian tới", {"Nội dung": GOOD["Nội dung"].without("7 |")}),
    "TT-01": case("Văn bản", "tờ trình không có nơi gửi", {"Văn bản": None, "Thông tin": GOOD["Thông tin"].without(
                  "Kính gửi").without("Tỉnh |").without("Cơ quan cấp trên")}),
    "LUAT-01": case("Căn cứ B3", "(Quyết định 15/QĐ-UBND, 12/3/2022) ban hành sau ngày của văn bản này",
                    changed("Căn cứ", "12/3/2020", "12/3/2022")),
    "LUAT-02": case("Căn cứ B3", "“Quyết định 15/QĐ-UBND” chưa ghi ngày ban hành", changed("Căn cứ", "12/3/2020", "")),
    "CU-01": case("Căn cứ D4", "ngày ghi là 14/11/2019, theo danh mục căn cứ là 04/11/2019 (chưa đối chiếu)",
                  changed("Căn cứ", "04/11/2019", "14/11/2019")),
    "CU-02": case("Căn cứ D5", "nào ban hành ngày 27/11/2003", grown(
                  "Căn cứ", "4 | Luật | | 27/11/2003 | Quốc hội | Thi đua, khen thưởng")),
    "CU-03": case("Căn cứ B4", "“Thông tư số 08/2017/TT-BNV” đã hết hiệu lực từ ngày 01/01/2020",
                  changed("Căn cứ", "12/2019/TT-BNV | 04/11/2019", "08/2017/TT-BNV | 27/10/2017")),
    "CU-04": case("Căn cứ B5", "“Luật số 06/2022/QH15” chưa có hiệu lực", grown(
                  "Căn cứ", "4 | Luật | 06/2022/QH15 | | Quốc hội | Thi đua, khen thưởng")),
    "CU-05": case("Căn cứ", "tự viện dẫn “Thông tư số 12/2019/TT-BNV ngày 04 tháng 11 năm 2019” (chưa đối chiếu)",
                  {"Căn cứ": GOOD["Căn cứ"].without("3 |")}),
    "CU-06": case("Căn cứ", "“Nghị định số 152/2025/NĐ-CP” hết hiệu lực từ ngày 01/3/2027",
                  {"Văn bản": GOOD["Văn bản"].swapped("20/12/2021", "05/3/2027")}),
    "CU-07": case("Căn cứ B5", "đã được sửa đổi, bổ sung bởi Luật số 47/2005/QH11, Luật số 39/2013/QH13", grown(
                  "Căn cứ", "4 | Luật | | 26/11/2003 | Quốc hội | Thi đua, khen thưởng")),
    "VB-01": case("", "không lập", {"Giao ước": None}),
    "MAU-01": case("", "mẫu “giao-uoc.docx” có lỗi", wrong_template,
                   file=f"{FOLDER}/_mau/giao-uoc.docx"),
    "RA-01": case("", f"“{FOLDER}” và “{FOLDER.upper()}”", twin_folder, file=FOLDER),
}  # fmt: skip


def said(inputs: Path, outputs: Path | None = None) -> list[Problem]:
    """Every problem of a folder, as a check finds them, or as a report does."""
    problems = Problems()
    for found in dossiers(inputs, problems):
        problems += report(found, Wanted(outputs)).problems if outputs else check(found)
    return list(problems)


def test_every_code_has_its_case() -> None:
    """A case here, or one of files that no table of text can show, in the tests of its room."""
    others = (file for file in Path(__file__).parent.glob("test_*.py") if file.name != Path(__file__).name)
    beside_it = "".join(file.read_text("utf-8") for file in others)
    assert [code for code in SAYINGS if code not in CASES and code not in beside_it] == []
    assert [code for code in CASES if code not in SAYINGS] == []


def test_the_good_dossier_says_nothing(tmp_path: Path) -> None:
    """Only that its few commendations need no annex of their own."""
    (note,) = said(dossier(tmp_path / "inputs"), tmp_path / "outputs")
    assert (note.code, "không lập biểu thống kê khen thưởng" in note.message) == ("VB-01", True)


@pytest.mark.parametrize("code", CASES)
def test_a_fault_is_said_at_its_place(code: str, tmp_path: Path) -> None:
    expected = CASES[code]
    inputs = spoilt(expected.spoil, tmp_path / "inputs")
    outputs = tmp_path / "outputs" if code.startswith("MAU-") else None
    found = [problem for problem in said(inputs, outputs) if problem.code == code]
    at = [problem for problem in found if problem.place == expected.place]
    assert at, [str(problem) for problem in found]
    assert any(expected.words in problem.message for problem in at), [problem.message for problem in at]


# --- the printed line -----------------------------------------------------------------------------


def problem_at(cell: str, code: str = "DIEM-02", file: str = "a.xlsx", sheet: str = "Chấm điểm") -> Problems:
    problems = Problems()
    problems.add(code, Place(file, sheet, cell), found="-1", criterion="Phong trào")
    return problems


def test_a_problem_is_one_line_with_its_place_and_its_way_out() -> None:
    """LỖI  file › sheet › cell: message. remedy [CODE]"""
    (line,) = (str(problem) for problem in problem_at("D14"))
    assert line == (
        "LỖI  a.xlsx › Chấm điểm › D14: điểm -1 của tiêu chí “Phong trào” nhỏ hơn 0. Sửa điểm ở ô này [DIEM-02]"
    )


def test_a_problem_without_a_place_has_no_colon() -> None:
    problems = Problems()
    problems.add("RA-01", found="a", other="b")
    (line,) = (str(problem) for problem in problems)
    assert line.startswith("LỖI  hai thư mục hồ sơ")


def test_every_saying_is_a_clause_and_its_remedy_a_sentence_without_end() -> None:
    for code, saying in SAYINGS.items():
        assert not saying.message.endswith("."), code
        assert not saying.remedy.endswith("."), code
        assert saying.remedy[0].isupper(), code


def test_json_has_all_its_keys_and_null_where_there_is_no_place() -> None:
    problems = Problems()
    problems.add("DIEM-02", Place("a.xlsx", "Chấm điểm"), found="-1", criterion="Phong trào")
    (entry,) = (problem.as_json() for problem in problems)
    assert list(entry) == ["level", "code", "file", "sheet", "cell", "found", "message", "remedy"]
    assert (entry["level"], entry["file"], entry["cell"], entry["found"]) == ("LỖI", "a.xlsx", None, "-1")
    assert json.loads(json.dumps(entry)) == entry


def test_equal_problems_down_a_column_are_one_line() -> None:
    problems = Problems()
    for row in (12, 9, 10, 11):
        problems += problem_at(f"D{row}")
    problems += problem_at("E9")
    assert [problem.place.cell for problem in problems.grouped()] == ["D9:D12, 4 ô", "E9"]
    assert len(problems) == 5


def test_problems_stand_in_the_order_of_their_cells() -> None:
    """Rows first, then columns: A, B, … Z, AA; sheets and files apart."""
    problems = Problems()
    for file, cell in [
        ("b.xlsx", "A1"),
        ("a.xlsx", "AA2"),
        ("a.xlsx", "B10"),
        ("a.xlsx", "Z2"),
        ("a.xlsx", "A2"),
        ("a.xlsx", ""),
    ]:
        problems += problem_at(cell, file=file)
    assert [(p.place.file, p.place.cell) for p in problems] == [
        ("a.xlsx", ""), ("a.xlsx", "A2"), ("a.xlsx", "Z2"), ("a.xlsx", "AA2"), ("a.xlsx", "B10"), ("b.xlsx", "A1"),
    ]  # fmt: skip


def test_a_problem_said_twice_is_one() -> None:
    problems = problem_at("D1")
    problems += problem_at("D1")
    assert len(problems) == 1


def test_only_errors_keep_a_paper_from_being_made() -> None:
    problems = problem_at("D1")
    problems.add("BC-01", Place("a.xlsx"))
    problems.add("TEP-04", Place("a.xlsx"))
    assert [problem.level for problem in problems.errors()] == ["LỖI"]


def test_the_same_folder_gives_the_same_lines(tmp_path: Path) -> None:
    inputs = spoilt(CASES["DV-01"].spoil, tmp_path / "inputs")
    assert [str(problem) for problem in said(inputs)] == [str(problem) for problem in said(inputs)]
