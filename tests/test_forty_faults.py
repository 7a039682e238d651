"""One dossier with many faults of different kinds: one run says them all, each with its place and its way out."""

# ruff: noqa: E501 -- a row of a table stays one line

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from workbooks_from_text import FILE, FOLDER, GOOD, Sheet, book, sheet

BOOK = f"{FOLDER}/{FILE}"
PASSWORD = bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage\0".encode("utf-16-le") * 64

MAIN: dict[str, Sheet | str] = {
    "Thông tin": sheet("""
        Thông tin | Giá trị
        Tên cụm | Cụm thi đua số 5 tỉnh Hòa Bình
        Cấp | tỉnh
        Tỉnh | Hòa Bình
        Cơ quan cấp trên | UBND tỉnh Hòa Bình
        Kỳ | Năm
        Năm | 2021
        Ngày hội nghị | <2021-12-14>
        Giờ bắt đầu | chiều
        Biển số xe | 28A-001
        Năm giao ước | 2022
        Địa danh | Hòa Bình
        Năm giao ước | 2023
        """),
    "Đơn vị": sheet("""
        STT | Tên đơn vị | Tên viết tắt | Vai trò | Thành viên từ năm | Tỷ lệ nữ (%) | Không xét khen thưởng
        1 | Công an tỉnh | CA tỉnh | Cụm trửơng phụ | | 0,3 |
        2 | Sở Tư pháp | STP | Cụm phó | lâu rồi | 130% | chậm báo cáo
        3 | Tòa án nhân dân tỉnh | | | | |
        4 | Viện kiểm sát nhân dân tỉnh | | | | |
        5 | Cục Thi hành án dân sự tỉnh | | | 2022 | |
        6 | Sở Tƣ lệnh | | | | |
        7 | | VP | | | |
        8 | CÔNG AN TỈNH | | | | |
        """),
    "Quy định": sheet("""
        Quy định | Giá trị
        Thang điểm | 110
        Bước điểm | 0,5
        Điểm dùng để xếp hạng | thẩm định
        Số Bằng khen tối đa | 1
        Xếp loại | Xuất sắc 90 điểm
        """),
    "Tiêu chí": sheet("""
        Mã | Nội dung | Điểm tối đa
        I | Nhiệm vụ chính trị | 60
        1 | Hoàn thành chỉ tiêu | 40
        2 | Cải cách hành chính | 21
        II | Phong trào thi đua | 30
        III | Hoạt động xã hội | 10
        """),
    "Chấm điểm": sheet("""
        STT | Đơn vị | Hoàn thành chỉ tiêu | Cải cách hành chính | Phong trào thi đua | Hoạt động xã hội | Việc lạ | Tổng điểm | Xếp thứ
        1 | Công an tỉnh | 38 | 18 | 28 | 9 | 1 | 96 | 2
        2 | Sở Tư pháp | 41 | -2 | 29,3 | "1.000" | | |
        3 | Tòa án nhân dân tỉnh | #N/A | =9+9 | hai bảy | 80% | | |
        4 | Viện kiểm sát nhân dân tỉnh | 37 | 18 | 28 | | | |
        5 | Cục Thi hành án dân sự tỉnh | 38 | 19 | 27 | 11 | | |
        6 | Sở Lạ Lùng | 45 | 19 | 27 | 9 | | |
        """),
    "Khen thưởng": sheet(
        """
        STT | Đơn vị | Hình thức | Cấp | Tập thể | Cá nhân | Nhận xét
        1 | Công an tỉnh | Giấy khen | cơ sở | 3,211 | 310 | tốt
        2 | Sở Tư pháp | Giấy khen | cơ sở | -6 | 32 |
        3 | Sở Tư pháp | Giấy khen | cơ sở | 8 | 41 |
        4 | Tòa án nhân dân tỉnh | Giấy khen | cơ sở | 7 | 38 |
         | Tổng cộng | | | 15 | 500 |
         | Các đơn vị khác
        II | Cụm thi đua số 6
        """,
        hidden_rows=(5,),
    ),
    "Đề nghị": sheet("""
        STT | Đối tượng | Tên | Danh hiệu hoặc hình thức | Đơn vị
        1 | tập thể | Sở Tư pháp | Cúp vàng |
        2 | | Phòng Tham mưu | Bằng khen của Chủ tịch UBND tỉnh |
        3 | cá nhân | NGUYỄN VĂN A | Cờ thi đua của UBND tỉnh | Công an tỉnh
        4 | cá nhân | Lê Thị C | Bằng khen của Chủ tịch UBND tỉnh | Công an tỉnh
        5 | cá nhân | Lê Thị C | Bằng khen của Chủ tịch UBND tỉnh | CA tỉnh
        6 | cá nhân | Trần Văn D | Bằng khen của Chủ tịch UBND tỉnh | Tòa án tối cao
        """),
    "Bỏ phiếu": sheet("""
        STT | Nội dung | Đối tượng | Phát ra | Thu về | Hợp lệ | Không hợp lệ | Đồng ý | Không đồng ý | Số phiếu thu về
        1 | Cờ thi đua | Sở Tư pháp | 5 | 6 | 6 | 0 | 6 | 0 |
        2 | Bằng khen | Công an tỉnh | 5 | 5 | 5 | 1 | 4 | 2 |
        3 | Giấy khen | Công an tỉnh | | | | | 100% | |
        4 | bầu Cụm trưởng | Sở Tư pháp | 5 | 5 | 5 | 0 | <2021-05-05> | |
        5 | bầu Cụm phó | Công an tỉnh | 5 | 5 | 5 | 0 | <2021-05-08> | |
        """),
    "Xã hội, từ thiện": sheet("""
        Đơn vị | Hoạt động | Số tiền | Ngày
        Công an tỉnh | Xây nhà | 15 triệu Kíp | 27/7
        """),
    "Văn bản": sheet("""
        Loại văn bản | Ngày
        tờ trình | 01/12/2021
        """),
    "Nội dung": sheet("""
        Mục | Nội dung
        Ưu điểm | Phong trào \ue000 sôi nổi.
        Kết quả | Các đơn vị giữ vững an ninh.
        """),
    "Căn cứ": sheet("""
        Loại | Số | Ngày | Trích yếu
        Quyết định | 15/QĐ-UBND | 12/3/2023 | về việc chia cụm
        Quyết định | 16/QĐ-UBND | | về việc giao chỉ tiêu
        """),
    "Phong trào": sheet("""
        Phong trào nào | Ai phát động
        Vì an ninh Tổ quốc | Bộ Công an
        """),
    "Ghi nhớ": sheet("Việc | Ai làm\nHọp | Anh Ba"),
    "Chấm điểm cũ": Sheet("Đơn vị | Thẩm định\nCông an tỉnh | 90", hidden=True),
}
UNIT = {
    "Chấm điểm": sheet("""
    Đơn vị: Tòa án nhân dân tỉnh
    Đơn vị: Sở Tư pháp
    Mã | Nội dung | Điểm tối đa | Tự chấm
    I | Nhiệm vụ chính trị | 60 | 58
    1 | Hoàn thành chỉ tiêu | 45 | 38
    2 | Cải cách hành chính | 21 | 19
    9 | Việc không có | 5 | 5
    """)
}
NOBODY = {
    "Chấm điểm": sheet("""
    Mã | Nội dung | Điểm tối đa | Tự chấm
    1 | Hoàn thành chỉ tiêu | 40 | 38
    """)
}


def faulty(inputs: Path) -> Path:
    """The dossier with all its faults."""
    book(inputs / FOLDER / FILE, MAIN)
    book(inputs / FOLDER / "Tòa án.xlsx", UNIT)
    book(inputs / FOLDER / "không tên.xlsx", NOBODY)
    book(inputs / FOLDER / "trống.xlsx", {"Trang1": Sheet("")})
    (inputs / FOLDER / "~$Tòa án.xlsx").write_bytes(b"")
    (inputs / FOLDER / "điểm.csv").write_text("a,b", "utf-8")
    (inputs / FOLDER / "khóa.xlsx").write_bytes(PASSWORD)
    (inputs / FOLDER / "cụt.xlsx").write_bytes((inputs / FOLDER / FILE).read_bytes()[:5000])
    return inputs


def check(inputs: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """One run of the command."""
    command = [
        sys.executable,
        "-m",
        "pipeline",
        "check",
        "--inputs",
        str(inputs),
        "--outputs",
        str(inputs.parent / "out"),
        *options,
    ]
    return subprocess.run(command, capture_output=True, text=True, check=False)


EXPECTED = [
    "BC-01 Cụm 5 năm 2021.xlsx", "BC-02 Cụm 5 năm 2021.xlsx", "TRANG-04 Bỏ phiếu J1", "BP-01 Bỏ phiếu E2",
    "BP-02 Bỏ phiếu F3", "BP-03 Bỏ phiếu H3", "BP-04 Bỏ phiếu H4", "O-21 Bỏ phiếu H5", "O-22 Bỏ phiếu H6",
    "DIEM-11 Chấm điểm G2", "DIEM-05 Chấm điểm H2", "DIEM-06 Chấm điểm I2", "DIEM-07 Chấm điểm A3",
    "DIEM-03 Chấm điểm C3", "DIEM-02 Chấm điểm D3", "DIEM-13 Chấm điểm E3", "O-05 Chấm điểm F3",
    "O-01 Chấm điểm C4", "O-02 Chấm điểm D4", "O-03 Chấm điểm E4", "O-19 Chấm điểm F4", "DIEM-07 Chấm điểm A5",
    "DV-06 Chấm điểm B6", "DIEM-03 Chấm điểm F6", "DV-01 Chấm điểm B7", "DIEM-03 Chấm điểm C7",
    "TRANG-02 Chấm điểm cũ", "CU-05 Căn cứ", "LUAT-01 Căn cứ A2", "LUAT-02 Căn cứ A3", "TRANG-01 Ghi nhớ",
    "TRANG-05 Khen thưởng G1", "O-04 Khen thưởng E2", "O-06 Khen thưởng E3", "DV-07 Khen thưởng F4",
    "TRANG-06 Khen thưởng B5", "KT-01 Khen thưởng F6", "TRANG-08 Khen thưởng B7", "TRANG-09 Khen thưởng B8",
    "O-09 Nội dung B2", "TRANG-03 Phong trào", "DIEM-10 Quy định B2", "O-25 Quy định B6", "HS-01 Thông tin", "O-11 Thông tin B9",
    "TRANG-07 Thông tin A10", "HS-02 Thông tin B13", "DIEM-08 Tiêu chí C2", "NGAY-01 Văn bản B2",
    "O-03 Xã hội, từ thiện C2", "O-07 Xã hội, từ thiện D2", "O-08 Đơn vị D2", "O-18 Đơn vị F2", "O-12 Đơn vị E3",
    "O-20 Đơn vị F3", "DV-05 Đơn vị B5", "DV-05 Đơn vị B7", "DV-05 Đơn vị B7", "O-10 Đơn vị B7", "O-13 Đơn vị B8",
    "DV-02 Đơn vị B9", "DN-05 Đề nghị C2", "DN-01 Đề nghị D2", "DN-02 Đề nghị D2", "DN-03 Đề nghị B3",
    "DN-08 Đề nghị C4", "VB-61 Đề nghị C4", "DN-04 Đề nghị D4", "VB-61 Đề nghị C5", "DN-07 Đề nghị C6",
    "DN-06 Đề nghị C7", "VB-61 Đề nghị C7", "DV-01 Đề nghị E7",
    "DV-04 Chấm điểm A2", "DIEM-07 Chấm điểm A4", "DIEM-04 Chấm điểm D4", "DIEM-09 Chấm điểm C5",
    "DIEM-01 Chấm điểm B7", "TEP-10 cụt.xlsx", "TEP-05 khóa.xlsx", "DV-03 Chấm điểm A2", "TEP-03 trống.xlsx",
    "TEP-04 ~$Tòa án.xlsx", "TEP-02 điểm.csv",
]  # fmt: skip
"""Every problem in the order in which it is printed: its code, its sheet or file, its cell."""


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The faulty dossier, written once."""
    return faulty(tmp_path_factory.mktemp("hồ sơ") / "inputs")


def said(inputs: Path) -> list[dict[str, str | None]]:
    """The problems of one run, for a machine."""
    found: list[dict[str, str | None]] = json.loads(check(inputs, "--json").stdout)
    return found


def where(problem: dict[str, str | None]) -> str:
    """The code of a problem, its sheet or file, its cell."""
    at = problem["sheet"] or str(problem["file"]).split("/")[-1]
    return " ".join(filter(None, (problem["code"], at, problem["cell"])))


def test_one_run_says_every_fault_with_its_place(inputs: Path) -> None:
    """Far more than forty kinds; nothing hides another, not even in the row or the cell beside it."""
    found = said(inputs)
    assert [where(problem) for problem in found] == EXPECTED
    grave = {problem["code"] for problem in found if problem["level"] != "LƯU Ý" and problem["cell"]}
    assert len(grave) >= 40


def test_every_fault_has_its_way_out_in_words(inputs: Path) -> None:
    for problem in said(inputs):
        words = f"{problem['message']}. {problem['remedy']}"
        assert problem["file"] and problem["message"] and problem["remedy"]
        assert not re.search(r"[{}<>_]|None|Decimal|Error|\b(?:cell|sheet|row|column|value)\b", words), words


def test_the_printed_lines_are_the_same(inputs: Path) -> None:
    done = check(inputs)
    assert done.returncode == 1
    printed = done.stderr
    for problem in said(inputs):
        assert f"{problem['message']}. {problem['remedy']} [{problem['code']}]" in printed
    assert all(re.match(r"LỖI  |CẢNH BÁO  |LƯU Ý  ", line) for line in printed.splitlines() if line), printed


WHOLE = {
    "an unknown period": ("Thông tin", "Kỳ | Năm", "Kỳ | quý"),
    "no year": ("Thông tin", "Năm | 2021\n", ""),
    "no name": ("Thông tin", "Tên cụm | Cụm thi đua số 5 tỉnh Hòa Bình\n", ""),
    "no list of units": ("Đơn vị", "Tên đơn vị", "Gọi là"),
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_fault_of_the_whole_dossier_hides_no_other(name: str, tmp_path: Path) -> None:
    title, old, new = WHOLE[name]
    scores = GOOD["Chấm điểm"].swapped("| 38 | 18 | 28", "| 41 | -1 | 28").swapped("96 | 2", "95 | 2")
    content = {**GOOD, "Chấm điểm": scores}
    content[title] = Sheet(content[title].text.replace(old, new, 1))
    book(tmp_path / "inputs" / FOLDER / FILE, content)
    found = [where(problem) for problem in said(tmp_path / "inputs")]
    assert {"DIEM-03 Chấm điểm C3", "DIEM-02 Chấm điểm D3"} <= set(found)
    assert not [line for line in found if line.startswith("DV-0")], found
