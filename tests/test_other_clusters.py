"""Clusters unlike the samples, from their workbooks to their papers: every kind made, none to be sent back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from other_clusters import BLOCK, FIRMS, MINISTRY, OTHERS, PARTY, SCHOOLS, Other, half_year, write
from papers import Run, dossier_of, faults, run

from pipeline.documents import KINDS

NOT_IN_A_YEAR = {name for name, kind in KINDS.items() if "year" not in kind.periods} | {"bien-ban-hoi-nghi"}
"""A conference at the end of the year has the minutes of the review."""
others = pytest.mark.parametrize("of", OTHERS, ids=lambda of: of.folder)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Run]:
    """The papers of every cluster."""
    folder = tmp_path_factory.mktemp("khac")
    return {of.folder: one(of, folder) for of in OTHERS}


@others
def test_every_paper_is_made_and_nothing_is_said_that_matters(of: Other, made: Mapping[str, Run]) -> None:
    found = made[of.folder]
    assert [str(problem) for problem in found.outcome.problems if problem.level != "LƯU Ý"] == []
    assert {kind.name for kind in KINDS.values()} - found.kinds - NOT_IN_A_YEAR - LEFT_OUT.get(
        of.folder, set()
    ) == set()


LEFT_OUT: Mapping[str, set[str]] = {}
"""Kinds that a cluster has nothing for."""


@others
def test_no_paper_would_be_sent_back(of: Other, made: Mapping[str, Run]) -> None:
    assert [fault for paper in made[of.folder].papers.values() for fault in faults(paper)] == []
    assert [str(one) for one in made[of.folder].outcome.problems if one.code.startswith("TT30-")] == []


@others
def test_every_unit_stands_in_the_report_with_its_whole_name(of: Other, made: Mapping[str, Run]) -> None:
    text = made[of.folder].paper("bao-cao-tong-ket").text
    assert [name for name in of.names if name not in text] == []


SAID = {
    (MINISTRY.folder, "bao-cao-tong-ket"): ("BỘ KHOA HỌC VÀ CÔNG NGHỆ", "Theo nguyên tắc luân phiên", "Khối trưởng"),
    (BLOCK.folder, "bao-cao-tong-ket"): ("Theo phân công của", "Thanh tra tỉnh làm Khối trưởng"),
    (BLOCK.folder, "bien-ban-binh-xet"): (
        "Hoàng Văn Tiền", "Nguyễn Thị Hà, Chánh Thanh tra tỉnh", "Vi Thị Lan", "Theo phân công của",
    ),
    (BLOCK.folder, "to-trinh"): ("số 06/2022/QH15", "Nghị định số 152/2025/NĐ-CP", "Thông tư số 15/2025/TT-BNV"),
    (SCHOOLS.folder, "bao-cao-tong-ket"): ("năm học 2023-2024", "12 đơn vị"),
    (SCHOOLS.folder, "to-trinh"): ("Sở Giáo dục và Đào tạo xem xét, trình Chủ tịch Ủy ban nhân dân tỉnh Ninh Thuận",),
    (SCHOOLS.folder, "giao-uoc"): ("Năm học 2024-2025", "TRƯỜNG THPT NGUYỄN DU"),
    (PARTY.folder, "bao-cao-tong-ket"): ("ĐẢNG CỘNG SẢN VIỆT NAM", "-BC/ĐU", "T/M BAN THƯỜNG VỤ"),
    (PARTY.folder, "giao-uoc"): ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỤM THI ĐUA SỐ 6"),
    (FIRMS.folder, "bao-cao-tong-ket"): ("thang điểm 1.000", "Công ty TNHH Một thành viên Cao su, Cà phê Đồng Nai"),
    (FIRMS.folder, "to-trinh"): ("Nghị định số 98/2023/NĐ-CP", "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"),
}  # fmt: skip


@pytest.mark.parametrize(("of", "paper"), SAID)
def test_what_is_particular_to_a_cluster_is_said(of: str, paper: str, made: Mapping[str, Run]) -> None:
    text = made[of].paper(paper).text
    assert [words for words in SAID[of, paper] if words not in text] == []


@pytest.mark.parametrize("of", [MINISTRY, BLOCK, PARTY, FIRMS], ids=lambda of: of.folder)
def test_at_mid_year_a_report_minutes_and_statistics_are_made(of: Other, tmp_path: Path) -> None:
    found = run(dossier_of(write(tmp_path / "vao", half_year(of)), half_year(of).folder), tmp_path / "ra")
    assert found.kinds == {"bao-cao-so-ket", "bien-ban-hoi-nghi", "thong-ke-khen-thuong"}
    assert [fault for paper in found.papers.values() for fault in faults(paper)] == []
    assert "Hội nghị sơ kết phong trào thi đua 6 tháng đầu năm" in found.paper("bien-ban-hoi-nghi").text


def test_people_with_one_role_are_all_named(made: Mapping[str, Run]) -> None:
    text = made[BLOCK.folder].paper("bien-ban-binh-xet").text
    assert "Chánh Thanh tra tỉnh" in text and "Thanh tra Thanh tra" not in text


def one(of: Other, folder: Path) -> Run:
    """The papers of one dossier."""
    return run(dossier_of(write(folder / "vao", of), of.folder), folder / "ra")


def test_a_ranking_that_nobody_scored_is_told_without_points(tmp_path: Path) -> None:
    ranked = zip((SCHOOLS.flag, *[SCHOOLS.certificate] * 3), (0, 1, 10, 3), (1, 2, 2, 4), strict=True)
    rows = (f"tập thể | {SCHOOLS.names[at]} | {award} | {rank}" for award, at, rank in ranked)
    sheets = {
        "Chấm điểm": "", "Tiêu chí": "", "Quy định": "Quy định | Giá trị\nThang điểm | 100\nXếp hạng | theo biên bản",
        "Đề nghị": "\n".join(("Đối tượng | Tên | Danh hiệu hoặc hình thức | Xếp thứ", *rows)),
    }  # fmt: skip
    made = one(replace(SCHOOLS, more=sheets), tmp_path)
    assert (
        "V. KẾT QUẢ XẾP HẠNG, BÌNH XÉT, SUY TÔN\n1. Xếp hạng\nTheo kết quả bình xét tại Hội nghị, " in made.report.text
    )
    assert "Trường THPT Tháp Chàm và Trường THPT Lê Duẩn đồng xếp thứ Nhì." in made.report.text
    assert "c) Trường THPT An Phước (xếp thứ Tư)." in made.paper("to-trinh").text
    papers = [made.report, made.paper("to-trinh"), made.paper("bien-ban-binh-xet")]
    assert [paper.file for paper in papers if re.search("chấm điểm|Chấm điểm|CHẤM ĐIỂM", paper.text)] == []
    assert [fault for paper in papers for fault in faults(paper)] == []


def test_totals_of_the_whole_block_and_leaders_whom_nobody_elected(tmp_path: Path) -> None:
    """No unit is named for the flags that were only counted; how the leader was chosen is not told."""
    rows = ("Toàn Khối | Cờ thi đua của Chính phủ | 2 |", "Toàn Khối | Giấy khen | 40 | 900")
    counts = "\n".join(("Đơn vị | Hình thức | Tập thể | Cá nhân", *rows))
    facts = {**BLOCK.facts, "Cách chọn": ""}
    made = one(replace(BLOCK, facts=facts, more={"Khen thưởng": counts}), tmp_path)
    assert "có 42 lượt tập thể và 900 lượt cá nhân được các cấp, các ngành khen thưởng. Trong đó:" in made.report.text
    assert made.report.starting("Có 02 đơn vị được tặng") == ["Có 02 đơn vị được tặng Cờ thi đua của Chính phủ."]
    for paper in (made.report, made.paper("bien-ban-binh-xet")):
        assert paper.starting("Thanh tra tỉnh được giao làm Khối trưởng Khối thi đua Nội chính năm 2026.")
        assert faults(paper) == []
