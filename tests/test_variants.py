"""Dossiers of other kinds than the samples: blocks, school years, other issuers, people, drafts of little."""

from __future__ import annotations

from pathlib import Path

import pytest
from papers import Run, dossier_of, faults, run
from workbooks_from_text import FOLDER, GOOD, Sheet, dossier

INFORMATION = GOOD["Thông tin"]
BLOCK = (
    INFORMATION.swapped("Tên cụm | Cụm thi đua số 5 tỉnh Hòa Bình", "Tên cụm | Khối thi đua Nội chính tỉnh Hòa Bình")
    .swapped("Loại | Cụm", "Loại | Khối")
    .swapped("Số hoặc tên | 5", "Số hoặc tên | Nội chính")
)
SCHOOL = (
    INFORMATION.swapped("Kỳ | Năm\n", "Kỳ | Năm học\n")
    .swapped("Năm | 2021", "Năm | 2021-2022")
    .swapped("Năm giao ước | 2022", "Năm giao ước | 2022-2023")
)
NOMINATIONS = GOOD["Đề nghị"]
PEOPLE = NOMINATIONS.grown(
    "3 | cá nhân | Trần Văn B | Bằng khen của Chủ tịch UBND tỉnh | | Có 01 sáng kiến",
    "4 | hộ | Lê Thị C | Bằng khen của Chủ tịch UBND tỉnh | | Hiến đất làm đường",
    "5 | tập thể | Công an tỉnh | Cờ thi đua của Chính phủ | | Dẫn đầu phong trào",
)
MANY = NOMINATIONS.grown(
    *(f"{n} | cá nhân | Người thứ {n} | Bằng khen của Chủ tịch UBND tỉnh | |" for n in range(3, 12))
)
BEFORE = Sheet("""STT | Đơn vị | Hình thức | Cấp | Tập thể | Cá nhân
1 | Công an tỉnh | Giấy khen | cơ sở | 60 | 6
2 | Sở Tư pháp | Giấy khen | cơ sở | 0 | 0
3 | Tòa án nhân dân tỉnh | Giấy khen | cơ sở | 8 | 10
4 | Viện kiểm sát nhân dân tỉnh | Giấy khen | cơ sở | 7 | 38
5 | Cục Thi hành án dân sự tỉnh | Giấy khen | cơ sở | 9 | 27""")
ONLY = dict.fromkeys(set(GOOD) - {"Thông tin", "Đơn vị", "Nội dung"})
VARIANTS: dict[str, dict[str, Sheet | None]] = {
    "a good cluster": {},
    "a block": {"Thông tin": BLOCK, "Nội dung": None, "Đề nghị": NOMINATIONS.swapped("Dẫn đầu Cụm thi đua", "Dẫn đầu")},
    "a school year": {"Thông tin": SCHOOL, "Giao ước": None},
    "issued by its leading unit": {"Thông tin": INFORMATION.grown("Ban hành theo | đơn vị Cụm trưởng")},
    "a standing movement": {"Thông tin": INFORMATION.grown("Tên phong trào | Vì an ninh Tổ quốc")},
    "half a year": {"Thông tin": INFORMATION.swapped("Kỳ | Năm\n", "Kỳ | 6 tháng đầu năm\n")},
    "no conference": {"Thông tin": INFORMATION.without("Ngày hội nghị")},
    "people and households": {"Đề nghị": PEOPLE},
    "a long list": {"Đề nghị": MANY},
    "against last year": {"Khen thưởng kỳ trước": BEFORE},
    "hardly anything": ONLY,
}


def made(folder: Path, name: str, draft: bool = False) -> Run:
    """The papers of a variant."""
    inputs = dossier(folder / "inputs", **VARIANTS[name])
    return run(dossier_of(inputs, FOLDER), folder / "outputs", draft)


@pytest.mark.parametrize("draft", [False, True])
@pytest.mark.parametrize("name", VARIANTS)
def test_papers_of_other_clusters_are_sound(tmp_path: Path, name: str, draft: bool) -> None:
    found = made(tmp_path, name, draft)
    assert ([str(p) for p in found.outcome.problems.errors()], found.outcome.faulty) == ([], False)
    assert found.papers and [fault for paper in found.papers.values() for fault in faults(paper)] == []


def test_a_block_is_called_a_block_everywhere(tmp_path: Path) -> None:
    for paper in made(tmp_path, "a block").papers.values():
        assert "KHỐI THI ĐUA NỘI CHÍNH" in paper.text or "-thanh-tich-" in paper.file
        assert not [line for line in paper.paragraphs if "Cụm" in line or "CỤM" in line or "CTĐ" in line], paper.file


def test_a_school_year_is_written_as_one(tmp_path: Path) -> None:
    found = made(tmp_path, "a school year")
    assert "bao-cao-tong-ket-nam-hoc-2021-2022.docx" in found.papers
    text = found.report.text
    assert "năm học 2021-2022" in text and "phương hướng, nhiệm vụ năm học 2022-2023" in text
    assert "năm 2022-2023" not in text and "năm 2022" not in text.replace("năm học 2022", "")


def test_the_leading_unit_issues_and_signs(tmp_path: Path) -> None:
    text = made(tmp_path, "issued by its leading unit").report.paragraphs
    assert "CÔNG AN TỈNH" in text and "(Đơn vị Cụm trưởng Cụm thi đua số 5)" in text
    assert not any(line.startswith("TM. ") for line in text)


def test_people_and_households_have_their_own_lists(tmp_path: Path) -> None:
    found = made(tmp_path, "people and households")
    assert {name for name in found.papers if name.startswith("to-trinh")} == {
        "to-trinh-chu-tich-ubnd-tinh-2021.docx", "to-trinh-chinh-phu-2021.docx",
    }  # fmt: skip
    assert not any("12/TTr" in paper.text for paper in found.papers.values()), "one number serves one paper"
    text = found.paper("to-trinh-chu-tich").text
    assert "cho 02 tập thể, 01 cá nhân và 01 hộ gia đình" in text
    assert all(heading in text for heading in ("A. TẬP THỂ", "B. CÁ NHÂN", "C. HỘ GIA ĐÌNH"))
    assert "trình Chính phủ tặng Cờ thi đua của Chính phủ" in found.paper("to-trinh-chinh-phu").text
    report = found.report.text
    assert "cho 01 đơn vị là Công an tỉnh;" in report and "cho 01 cá nhân là Trần Văn B;" in report
