"""The notice of results: ranks, acclamations, leaders of next year; what is not known is left out and renumbered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from clusters import NAMES, cluster, figure, nomination, standing, unit, words
from papers import dossier_of, faults, run
from workbooks_from_text import FOLDER, GOOD, Sheet, dossier

from pipeline.documents import KINDS
from pipeline.model import Cluster, Leadership, Meeting, Regulation

A, B, C, D, E = NAMES
KIND = KINDS["thong-bao-xep-hang"]
POINTS = (standing(A, "97.50", 1), standing(B, "96.75", 2), standing(C, "96.75", 2), standing(D, "95.00", 4))
LEADERS = Leadership(unit(A), (unit(B),), "bầu")
FLAGS = (nomination(A, status="acclaimed"), nomination(B, status="acclaimed"))
WHOLE: dict[str, Any] = {"standings": POINTS, "nominations": FLAGS, "next_leaders": LEADERS}


def text(of: Cluster) -> str:
    """The paper, a line a paragraph."""
    return "\n".join(words(KIND.name, of))


def test_three_clauses_tell_what_the_conference_settled() -> None:
    found = text(cluster(**WHOLE))
    expected = (
        "THÔNG BÁO", "Kết quả chấm điểm, xếp hạng, suy tôn năm 2021 và Cụm trưởng, Cụm phó năm 2022",
        "Căn cứ kết quả Hội nghị tổng kết ngày 14 tháng 12 năm 2021, Cụm thi đua số 5 tỉnh Hòa Bình thông báo như sau:",
        "1. Kết quả chấm điểm, xếp hạng",
        "Kết quả chấm điểm, xếp hạng các đơn vị năm 2021: Sở Nội vụ xếp thứ Nhất (97,50 điểm); Sở Tư pháp và Thanh tra "
        "tỉnh đồng xếp thứ Nhì (cùng 96,75 điểm) (chi tiết tại Bảng 1).",
        "2. Suy tôn, đề nghị khen thưởng",
        "Hội nghị nhất trí suy tôn, đề nghị tặng Cờ thi đua của Ủy ban nhân dân tỉnh Hòa Bình năm 2021 cho 02 đơn vị, "
        "gồm: Sở Nội vụ và Sở Tư pháp.",
        "3. Cụm trưởng, Cụm phó năm 2022",
        "Hội nghị bầu Sở Nội vụ làm Cụm trưởng, Sở Tư pháp làm Cụm phó Cụm thi đua số 5 năm 2022.",
        "Cụm thi đua số 5 thông báo để các đơn vị biết, thực hiện./.", "Nơi nhận:",
        "- Ban Thi đua - Khen thưởng tỉnh (để báo cáo);", "- Các đơn vị thành viên Cụm;", "- Lưu: VT.",
        "TM. CỤM THI ĐUA SỐ 5", "CỤM TRƯỞNG",
    )  # fmt: skip
    lines = found.split("\n")
    assert [line for line in lines if line in expected] == list(expected)


@pytest.mark.parametrize(
    ("left_out", "headings"),
    [
        (("standings",), ["1. Suy tôn, đề nghị khen thưởng", "2. Cụm trưởng, Cụm phó năm 2022"]),
        (("nominations",), ["1. Kết quả chấm điểm, xếp hạng", "2. Cụm trưởng, Cụm phó năm 2022"]),
        (("standings", "nominations"), []),
        (("nominations", "next_leaders"), []),
    ],
)
def test_a_clause_without_content_is_left_out(left_out: tuple[str, ...], headings: list[str]) -> None:
    said = {name: value for name, value in WHOLE.items() if name not in left_out}
    lines = words(KIND.name, cluster(**said))
    assert [line for line in lines if line[:3] in ("1. ", "2. ", "3. ")] == headings


def test_equal_ranks_stand_in_the_table_with_the_next_one_skipped() -> None:
    lines = words(KIND.name, cluster(standings=POINTS))
    at = lines.index("Xếp thứ") + 1
    rows = [lines[start : start + 4] for start in range(at, at + 16, 4)]
    assert [(row[1], row[3]) for row in rows] == [(A, "1"), (B, "2"), (C, "2"), (D, "4")]


def test_ranks_of_the_meeting_need_no_points() -> None:
    cases = tuple(
        nomination(name, rank=figure(at, "rank", "hạng"), status="acclaimed") for at, name in enumerate((C, A), 1)
    )
    lines = words(KIND.name, cluster(nominations=cases, regulation=Regulation(by_minutes=True)))
    assert "Kết quả xếp hạng, suy tôn năm 2021" in lines and "Tổng điểm" not in lines
    assert (
        "Kết quả xếp hạng các đơn vị năm 2021: Thanh tra tỉnh xếp thứ Nhất; Sở Nội vụ xếp thứ Nhì (chi tiết tại "
        in ("\n".join(lines))
    )
    at = lines.index("Xếp thứ") + 1
    assert lines[at : at + 6] == ["1", C, "1", "2", A, "2"]


def test_ranks_that_differ_from_points_are_said_to_be_the_meetings() -> None:
    ranked = tuple(nomination(name, rank=figure(at, "rank", "hạng")) for at, name in enumerate((B, A), 1))
    found = text(cluster(standings=POINTS, nominations=ranked, regulation=Regulation(by_minutes=True)))
    assert "Hội nghị quyết định xếp hạng các đơn vị năm 2021: Sở Tư pháp xếp thứ Nhất; Sở Nội vụ xếp thứ Nhì" in found
    assert "Ghi chú: thứ hạng theo kết quả bình xét tại Hội nghị." in found


def test_a_barred_unit_is_ranked_and_the_reason_is_not_printed() -> None:
    barred = (standing(unit(A, barred=True), "97.50", 1), *POINTS[1:], standing(E, missing=("tất cả",)))
    found = text(cluster(standings=barred))
    assert found.count("không đề nghị khen thưởng") == 1
    assert "Ghi chú: Ban Dân tộc tỉnh không xếp hạng (chưa có điểm)." in found


@pytest.mark.parametrize(
    ("leaders", "sentence"),
    [
        (replace(LEADERS, manner="phân công"),
         "Theo phân công của cấp có thẩm quyền, Sở Nội vụ làm Cụm trưởng, Sở Tư pháp làm Cụm phó Cụm thi đua số 5 năm "
         "2022."),
        (replace(LEADERS, manner="luân phiên", deputies=()),
         "Theo nguyên tắc luân phiên, Hội nghị thống nhất Sở Nội vụ làm Cụm trưởng Cụm thi đua số 5 năm 2022."),
        (replace(LEADERS, manner=None, deputies=()),
         "Sở Nội vụ được giao làm Cụm trưởng Cụm thi đua số 5 năm 2022."),
    ],
)  # fmt: skip
def test_leaders_are_told_as_they_were_chosen(leaders: Leadership, sentence: str) -> None:
    lines = words(KIND.name, cluster(next_leaders=leaders))
    assert sentence in lines
    assert any(line.startswith("Cụm trưởng") and line.endswith("năm 2022") for line in lines)


def test_what_was_granted_already_is_no_result_of_the_conference() -> None:
    granted = nomination(C, "Cờ thi đua của Chính phủ", status="granted")
    assert KIND.lacks(cluster(nominations=(granted,))) is not None
    assert "Chính phủ" not in text(cluster(nominations=(*FLAGS, granted)))


def test_a_meeting_of_no_day_is_not_named() -> None:
    found = text(cluster(**WHOLE, meeting=Meeting()))
    assert "\nCụm thi đua số 5 tỉnh Hòa Bình thông báo như sau:" in found
    assert "\nCụm nhất trí suy tôn" in found


def test_a_committee_of_the_party_issues_it_in_its_own_form() -> None:
    leader = unit("Đảng ủy Khối Cơ quan", role="leader", kind="Đảng", parent="Tỉnh ủy Hòa Bình", short="ĐUK")
    lines = words(KIND.name, cluster(leader, *map(unit, NAMES), issued_by_leader=True, **WHOLE))
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in lines and "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" not in lines
    assert any(line.startswith("Số ") and line.endswith("-TB/ĐUK") for line in lines)


# --- from workbooks -------------------------------------------------------------------------------------


def made(folder: Path, **sheets: Sheet | None) -> Any:
    """The papers of the good dossier with some sheets changed."""
    return run(dossier_of(dossier(folder / "inputs", **sheets), FOLDER), folder / "outputs")


def test_the_workbook_gives_the_notice_its_number_day_and_signer(tmp_path: Path) -> None:
    papers = GOOD["Văn bản"].grown("thông báo kết quả | 8 | 21/12/2021 |")
    notice = made(tmp_path, **{"Văn bản": papers}).paper("thong-bao")
    assert "Số: 08/TB-CTĐ5" in notice.text and "ngày 21 tháng 12 năm 2021" in notice.text
    assert faults(notice) == []


def test_it_is_not_dated_before_the_minutes(tmp_path: Path) -> None:
    papers = GOOD["Văn bản"].grown("thông báo | | 13/12/2021 |")
    (problem,) = made(tmp_path, **{"Văn bản": papers}).outcome.problems.errors()
    assert "ngày của thông báo (13/12/2021) trước ngày biên bản (14/12/2021)" in str(problem)
