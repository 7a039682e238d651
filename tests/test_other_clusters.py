"""Clusters unlike the samples, from their workbooks to their papers: every kind made, none to be sent back."""

from __future__ import annotations

from collections.abc import Mapping
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
    return {of.folder: run(dossier_of(write(folder / "vao", of), of.folder), folder / "ra") for of in OTHERS}


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
    (BLOCK.folder, "bien-ban-binh-xet"): ("Hoàng Văn Tiền", "Nguyễn Thị Hà", "Vi Thị Lan"),
    (BLOCK.folder, "to-trinh"): ("số 06/2022/QH15", "Nghị định số 152/2025/NĐ-CP", "Thông tư số 15/2025/TT-BNV"),
    (SCHOOLS.folder, "bao-cao-tong-ket"): ("năm học 2023-2024", "12 đơn vị"),
    (SCHOOLS.folder, "giao-uoc"): ("Năm học 2024-2025", "TRƯỜNG THPT NGUYỄN DU"),
    (PARTY.folder, "bao-cao-tong-ket"): ("ĐẢNG CỘNG SẢN VIỆT NAM", "-BC/ĐU", "T/M BAN THƯỜNG VỤ"),
    (PARTY.folder, "giao-uoc"): ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",),
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
