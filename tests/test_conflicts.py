"""What is proposed against the rules: each conflict named with its cells, the reports made, the proposal not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from clusters import NAMES, ballot, cluster, figure, nomination
from dossiers import Reading, read
from papers import Run, dossier_of, run
from workbooks_from_text import FILE, FOLDER, GOOD, Sheet, dossier, sheet

from pipeline.documents import KINDS
from pipeline.documents.review import review
from pipeline.model import Cluster, Regulation, Unit
from pipeline.problems import Place, Problem, Problems

BOOK = f"{FOLDER}/{FILE}"
REASON = "lãnh đạo đang bị xem xét kỷ luật"
UNITS = (
    GOOD["Đơn vị"].swapped("Thành viên từ năm", "Không xét khen thưởng").swapped("| 2015", "|")
    .swapped("TAND tỉnh | Tòa án tỉnh | |", f"TAND tỉnh | Tòa án tỉnh | | {REASON}")
)  # fmt: skip
RULES = GOOD["Quy định"].grown("Số Cờ tối đa | 1", "Tỷ lệ phiếu tối thiểu | Bằng khen: 66,7%")
CASES = sheet("""
    STT | Đối tượng | Tên | Danh hiệu hoặc hình thức | Trạng thái
    1 | tập thể | Sở Tư pháp | Cờ thi đua của UBND tỉnh |
    2 | tập thể | Cục Thi hành án dân sự tỉnh | Cờ thi đua của UBND tỉnh |
    3 | tập thể | Công an tỉnh | Bằng khen của Chủ tịch UBND tỉnh |
    4 | tập thể | Tòa án nhân dân tỉnh | Bằng khen của Chủ tịch UBND tỉnh |
    5 | cá nhân | Nguyễn Văn A | Cờ thi đua của Chính phủ |
    """)
VOTES = sheet("""
    STT | Hình thức | Nội dung | Đối tượng | Phát ra | Thu về | Hợp lệ | Không hợp lệ | Đồng ý | Không đồng ý
    1 | phiếu kín | Cờ thi đua của UBND tỉnh | Sở Tư pháp | 5 | 5 | 5 | 0 | 5 | 1
    2 | phiếu kín | Bằng khen của Chủ tịch UBND tỉnh | Công an tỉnh | 5 | 5 | 5 | 0 | 3 | 2
    """)
ALL_FIVE: dict[str, Sheet | str | None] = {"Đơn vị": UNITS, "Quy định": RULES, "Đề nghị": CASES, "Bỏ phiếu": VOTES}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The papers of a dossier with every conflict."""
    folder = tmp_path_factory.mktemp("trái quy định")
    return run(dossier_of(dossier(folder / "inputs", **ALL_FIVE), FOLDER), folder / "outputs")


def errors(made: Run) -> dict[str, Problem]:
    return {problem.code: problem for problem in made.outcome.problems if problem.level == "LỖI"}


@pytest.mark.parametrize(
    ("code", "cell", "others"),
    [
        ("DN-04", "Đề nghị D6", ("ô B6", "cá nhân")),
        ("DN-06", "Đề nghị C3", ("Quy định › B10", "Đề nghị › C2, C3")),
        ("DN-50", "Đề nghị C4", ("60%", "Bỏ phiếu › I3", "66,70%", "Quy định › B11")),
        ("BP-03", "Bỏ phiếu I2", ("là 6", "5 (ô G2)")),
        ("DN-05", "Đề nghị C5", ("Đơn vị › G6",)),
    ],
)
def test_a_conflict_is_an_error_with_all_its_cells(code: str, cell: str, others: tuple[str, ...], made: Run) -> None:
    problem = errors(made)[code]
    assert problem.place == Place(BOOK, *cell.rsplit(" ", 1))
    assert [words for words in others if words not in problem.message] == []


def test_there_are_five_errors_the_reports_are_made_and_the_proposal_is_not(made: Run) -> None:
    assert sorted(errors(made)) == ["BP-03", "DN-04", "DN-05", "DN-06", "DN-50"]
    kinds = {document.kind for document in made.outcome.documents}
    assert {"bao-cao-tong-ket", "bang-tong-hop-diem"} <= kinds and "to-trinh" not in kinds
    (left,) = (left for left in made.outcome.left_out if left.kind == "to-trinh")
    assert "Đề nghị" in left.why and "Bỏ phiếu" in left.why


def test_the_reason_of_a_bar_is_told_nowhere(made: Run) -> None:
    assert not any(REASON in str(problem) for problem in made.outcome.problems)
    assert not any(REASON in paper.text for paper in made.papers.values())


def said(of: Cluster) -> list[str]:
    """The codes of the conflicts of a cluster that makes a proposal."""
    problems = Problems()
    review(of, [KINDS["to-trinh"]], problems)
    return [problem.code for problem in problems if problem.code.startswith("DN-")]


BARRED = Unit(NAMES[0], Place("sổ.xlsx", "Đơn vị", "C2"), barred=True, barred_at=Place("sổ.xlsx", "Đơn vị", "H2"))
FLAG, CERTIFICATE = "Cờ thi đua của UBND tỉnh", "Bằng khen của Chủ tịch UBND tỉnh"


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ({"status": "proposed"}, ["DN-05"]), ({"status": "granted"}, []), ({"typed": None, "status": "acclaimed"}, []),
        ({"typed": "Giấy khen"}, ["DN-05"]),
    ],
)  # fmt: skip
def test_a_barred_unit_is_no_conflict_without_an_award_or_once_granted(more: dict[str, Any], codes: list[str]) -> None:
    assert said(cluster(nominations=(nomination(NAMES[0], unit=BARRED, **more),))) == codes


@pytest.mark.parametrize(
    ("awards", "codes"),
    [
        ((FLAG, FLAG, FLAG), ["DN-06"]), ((FLAG, FLAG, CERTIFICATE), []),
        ((FLAG, FLAG, "Cờ thi đua của Chính phủ"), []), ((FLAG, FLAG, "Cờ thi đua của Bộ Công an"), []),
        ((FLAG, FLAG, "Cờ thi đua của Ủy ban nhân dân tỉnh Hòa Bình giai đoạn 2017-2021"), []),
        ((CERTIFICATE, CERTIFICATE), ["DN-06"]), ((CERTIFICATE, "Bằng khen của Thủ tướng Chính phủ"), []),
    ],
)  # fmt: skip
def test_a_quota_counts_the_awards_of_the_year_that_are_decided_here(awards: tuple[str, ...], codes: list[str]) -> None:
    """At most two flags and one certificate."""
    cases = tuple(nomination(name, typed) for name, typed in zip(NAMES, awards, strict=False))
    caps = Regulation(flags_cap=figure(2), certificates_cap=figure(1))
    assert said(cluster(nominations=cases, regulation=caps)) == codes


def test_a_quota_counts_only_what_is_proposed_now() -> None:
    granted = tuple(nomination(name, FLAG, status="granted") for name in NAMES[:2])
    of = cluster(nominations=(*granted, nomination(NAMES[2], FLAG)), regulation=Regulation(flags_cap=figure(1)))
    assert said(of) == []


def test_nobody_voted_down_is_proposed_and_who_was_not_voted_on_may_be() -> None:
    lost = {"share": figure("0", "percent"), "threshold": figure(80, "percent"), "passed": False}
    of = cluster(
        nominations=(nomination(NAMES[0], FLAG), nomination(NAMES[1], FLAG)),
        ballots=(ballot(FLAG, NAMES[0], 0, **lost),),
    )
    assert said(of) == ["DN-50"]


# --- votes ------------------------------------------------------------------------------------------


def voted(folder: Path, *rows: str, rules: Sheet = RULES, voters: int = 5) -> Reading:
    """The good dossier with these votes on the certificate: round, candidate, yes, no."""
    lines = [
        f"{ring} | phiếu kín | {CERTIFICATE} | {name} | 5 | 5 | 5 | 0 | {yes} | {no}"
        for ring, name, yes, no in (row.split(" | ") for row in rows)
    ]
    head = "Vòng | Hình thức | Nội dung | Đối tượng | Phát ra | Thu về | Hợp lệ | Không hợp lệ | Đồng ý | Không đồng ý"
    information = GOOD["Thông tin"].swapped("bỏ phiếu | 5", f"bỏ phiếu | {voters}")
    votes = Sheet("\n".join((head, *lines)))
    return read(folder, **{"Bỏ phiếu": votes, "Quy định": rules, "Thông tin": information})


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
@pytest.mark.parametrize("rounds", [("1", "2", "3"), ("", "vòng 2", "Vòng III"), ("lần 1", "lần hai", "lần ba")])
def test_the_last_round_decides_whatever_the_order_of_the_rows(
    order: tuple[int, ...], rounds: tuple[str, ...], tmp_path: Path
) -> None:
    """
    Vòng | Đồng ý | Không đồng ý
    1    | 3      | 2
    2    | 2      | 3
    3    | 4      | 1
    """
    rows = [f"{ring} | Công an tỉnh | {yes} | {5 - yes}" for ring, yes in zip(rounds, (3, 2, 4), strict=True)]
    of = voted(tmp_path, *(rows[at] for at in order)).cluster
    assert [vote.yes and vote.yes.value for vote in of.ballots] == [3, 2, 4]
    assert said(of) == []


def test_a_last_round_below_the_threshold_is_a_conflict_though_the_first_was_not(tmp_path: Path) -> None:
    assert said(voted(tmp_path, "2 | Công an tỉnh | 3 | 2", "1 | Công an tỉnh | 5 | 0").cluster) == ["DN-50"]


@pytest.mark.parametrize(
    ("thresholds", "passed"),
    [
        (("Bằng khen: 60%",), True), (("Bằng khen: 61%",), False), (("Cờ thi đua: 80%",), None), (("80%",), False),
        (("Bằng khen: 80%", "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh: 50%"), True),
        (("Bằng khen cấp tỉnh: 80%",), False), (("Bằng khen của UBND tỉnh: 60%", "80%"), True),
    ],
)  # fmt: skip
def test_a_vote_needs_what_the_line_of_its_award_says(
    thresholds: tuple[str, ...], passed: bool | None, tmp_path: Path
) -> None:
    """3 of 5 votes are 60%; the line that names the award most exactly counts, else the one for all."""
    lines = (f"Tỷ lệ phiếu tối thiểu | {line}" for line in thresholds)
    rules = GOOD["Quy định"].without("Tỷ lệ phiếu tối thiểu").grown(*lines)
    assert voted(tmp_path, "1 | Công an tỉnh | 3 | 2", rules=rules).cluster.ballots[0].passed is passed


@pytest.mark.parametrize(("least", "passed"), [("66,67%", True), ("66,7%", True), ("66%", True), ("67%", False)])
def test_two_thirds_are_two_thirds(least: str, passed: bool, tmp_path: Path) -> None:
    rules = GOOD["Quy định"].grown(f"Tỷ lệ phiếu tối thiểu | Bằng khen: {least}")
    reading = voted(tmp_path, "1 | Công an tỉnh | 4 | 1", rules=rules, voters=6)
    assert reading.cluster.ballots[0].passed is passed


@pytest.mark.parametrize(
    ("voters", "passed"),
    [("tổng thành viên", False), ("phát ra", False), ("thu về", True), ("hợp lệ", True)],
)
def test_the_denominator_is_a_setting(voters: str, passed: bool, tmp_path: Path) -> None:
    """3 yes of 6 members, 5 issued, 4 returned, 4 valid; 75% is asked."""
    rules = GOOD["Quy định"].swapped("tổng thành viên", voters).grown("Tỷ lệ phiếu tối thiểu | Bằng khen: 75%")
    votes = GOOD["Bỏ phiếu"].swapped("Công an tỉnh | 5 | 5 | 5 | 0 | 4", "Công an tỉnh | 5 | 4 | 4 | 0 | 3")
    information = GOOD["Thông tin"].swapped("bỏ phiếu | 5", "bỏ phiếu | 6")
    reading = read(tmp_path, **{"Quy định": rules, "Bỏ phiếu": votes, "Thông tin": information})
    assert reading.cluster.ballots[1].passed is passed


@pytest.mark.parametrize("manner", ["bầu", "phân công", "luân phiên"])
def test_next_years_leaders_are_those_of_the_key_whatever_the_rows_say(manner: str, tmp_path: Path) -> None:
    """Neither the first unit, nor the first rank, nor who has most votes leads: the minutes name the leaders."""
    head, *rows = GOOD["Đơn vị"].text.split("\n")[2:]
    votes = GOOD["Bỏ phiếu"].grown(
        "3 | phiếu kín | bầu Cụm trưởng | Công an tỉnh | 5 | 5 | 5 | 0 | 5 | 0",
        "4 | phiếu kín | bầu Cụm trưởng | Tòa án nhân dân tỉnh | 5 | 5 | 5 | 0 | 4 | 1",
    )
    information = (
        GOOD["Thông tin"].swapped("chọn | bầu", f"chọn | {manner}")
        .swapped("năm sau | Sở Tư pháp", "năm sau | Tòa án nhân dân tỉnh")
        .swapped("phó năm sau | Tòa án nhân dân tỉnh", "phó năm sau | Cục THADS tỉnh")
    )  # fmt: skip
    for at, lines in enumerate((rows, rows[::-1])):
        listed = Sheet("\n".join((head, *lines)))
        sheets = {"Thông tin": information, "Đơn vị": listed, "Bỏ phiếu": votes}
        leaders = read(tmp_path / str(at), **sheets).cluster.next_leaders
        assert leaders.leader and leaders.leader.name == "Tòa án nhân dân tỉnh"
        assert [unit.name for unit in leaders.deputies] == ["Cục Thi hành án dân sự tỉnh"]
        assert leaders.manner == manner
    without = information.without("Cụm trưởng năm sau")
    nobody = read(tmp_path / "trống", **{"Thông tin": without, "Bỏ phiếu": votes}).cluster.next_leaders
    assert nobody.leader is None
