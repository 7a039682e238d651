"""Papers on merits: one for each candidate and award, issued and signed by its own unit, with what is known and no more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from clusters import HERE, NAMES, OF, cluster, figure, nomination, standing, unit, words
from papers import Paper, Run, dossier_of, faults, run
from workbooks_from_text import FOLDER, GOOD, Sheet, dossier, sheet

from pipeline.decree30.unit_letter import unit_letter
from pipeline.documents import KINDS
from pipeline.documents.merit import parts_of
from pipeline.law.awards import is_title
from pipeline.law.catalogue import CATALOGUE
from pipeline.model import Nomination, Passage, Target, Unit
from pipeline.model import Paper as Said

# ruff: noqa: E501 -- a row of a table stays one line
SUMMARY, REPORT = "tom-tat-thanh-tich", "bao-cao-thanh-tich"
FLAG, CERTIFICATE = "Cờ thi đua của UBND tỉnh", "Bằng khen của Chủ tịch UBND tỉnh"
UNITS = sheet("""
    Mã | Tên đơn vị | Tên viết tắt | Vai trò | Loại | Cơ quan chủ quản | Người ký | Cấp bậc | Chức vụ
    CA | Công an tỉnh | CA tỉnh | Cụm trưởng | lực lượng vũ trang | Bộ Công an | Hoàng Văn G | Đại tá | Giám đốc
    TP | Sở Tư pháp | STP | Cụm phó | sở | UBND tỉnh Hòa Bình | Trần Thị B | | Phó Giám đốc
    TA | Tòa án nhân dân tỉnh
    KS | Viện kiểm sát nhân dân tỉnh
    DU | Đảng ủy Khối Cơ quan và Doanh nghiệp tỉnh | ĐUK | | Đảng | Tỉnh ủy Hòa Bình | Lê Văn D | | Bí thư
    """)
CANDIDATES = sheet("""
    Đối tượng | Tên | Danh xưng | Ngày sinh | Chức vụ | Đơn vị | Danh hiệu hoặc hình thức | Tóm tắt thành tích
    tập thể | Công an tỉnh | | | | Công an tỉnh | Cờ thi đua của UBND tỉnh | Dẫn đầu Cụm
    tập thể | Sở Tư pháp | | | | Sở Tư pháp | Bằng khen của Chủ tịch UBND tỉnh |
    tập thể | Tòa án nhân dân tỉnh | | | | Tòa án nhân dân tỉnh | Bằng khen của Chủ tịch UBND tỉnh |
    tập thể | Đảng ủy Khối Cơ quan và Doanh nghiệp tỉnh | | | | DU | Bằng khen của Chủ tịch UBND tỉnh | Hoàn thành xuất sắc nhiệm vụ
    tập thể | Phòng Tham mưu, Tổng hợp | | | | Công an tỉnh | Bằng khen của Chủ tịch UBND tỉnh | Tham mưu kịp thời
    cá nhân | Nguyễn Văn An | ông | 1975 | Trưởng phòng | Sở Tư pháp | Bằng khen của Chủ tịch UBND tỉnh | Có 02 sáng kiến
    cá nhân | Nguyễn Văn An | ông | 12/5/1980 | Đội trưởng | Công an tỉnh | Bằng khen của Chủ tịch UBND tỉnh | Phá 03 chuyên án
    hộ | Gia đình bà Bùi Thị H | | | | Công an tỉnh | Bằng khen của Chủ tịch UBND tỉnh | Hiến 200 m² đất
    """)
WORDS = sheet("""
    Mục | Đơn vị | Nội dung
    Kết quả | Sở Tư pháp | Thẩm định 45 văn bản quy phạm pháp luật.
    Chức năng, nhiệm vụ | Sở Tư pháp | Tham mưu công tác tư pháp trên địa bàn tỉnh.
    Xây dựng Đảng | Sở Tư pháp | Đảng bộ hoàn thành tốt nhiệm vụ.
    Hạn chế | | Một số đơn vị gửi báo cáo chậm.
    Nhiệm vụ | | Tiếp tục đổi mới công tác thi đua.
    """)
TARGETS = sheet("""
    Năm | Chỉ tiêu | Đơn vị tính | Đơn vị | Kết quả năm trước | Kế hoạch | Kết quả
    2021 | Văn bản thẩm định | văn bản | Sở Tư pháp | 40 | 42 | 45
    2021 | Hồ sơ đúng hạn | % | Sở Tư pháp | 95 | 97 | 98
    2021 | Mô hình mới | mô hình | Sở Tư pháp | 1 | 2 | 3
    2021 | Đơn thư tồn | đơn | Sở Tư pháp | 20 | 15 | 12
    2021 | Cuộc tuyên truyền | cuộc | Sở Tư pháp | 12 | 15
    2021 | Việc của cả Cụm | việc | | 100 | 110 | 120
    2022 | Văn bản thẩm định | văn bản | | | 50 |
    """)
PAST = sheet("""
    Đơn vị | Năm | Danh hiệu hoặc hình thức | Số quyết định | Ngày | Cơ quan
    Sở Tư pháp | 2020 | Bằng khen của Chủ tịch UBND tỉnh | Quyết định số 12/QĐ-UBND | 10/01/2021 | UBND tỉnh Hòa Bình
    Sở Tư pháp | 2018 | Tập thể lao động xuất sắc | 7/QĐ-UBND
    Sở Tư pháp | 2019 | Cờ thi đua của UBND tỉnh | QĐ 9/QĐ-UBND | 05/02/2020 |
    Công an tỉnh | 2019 | Huân chương Chiến công hạng Ba | 100/QĐ-CTN
    """)
ALL = {"Đơn vị": UNITS, "Đề nghị": CANDIDATES, "Nội dung": WORDS, "Giao ước": TARGETS, "Khen thưởng đã nhận": PAST,
       "Chấm điểm": None, "Tiêu chí": None, "Khen thưởng": None, "Bỏ phiếu": GOOD["Bỏ phiếu"]}  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return papers(tmp_path_factory.mktemp("thành tích"), **ALL)


def papers(folder: Path, **sheets: Sheet | str | None) -> Run:
    inputs = dossier(folder / "inputs", **sheets)
    return run(dossier_of(inputs, FOLDER), folder / "outputs", only=(SUMMARY, REPORT))


def of(made: Run, kind: str, name: str) -> Paper:
    return made.papers[f"{kind}-{name}-2021.docx"]


def rows(paper: Paper, first: str) -> list[tuple[str, ...]]:
    """The rows under the head that begins so."""
    lines = [line.cells for line in paper.lines if line.cells]
    at = next(n for n, cells in enumerate(lines) if cells[0] == first)
    width = len(lines[at])
    return [cells for cells in lines[at + 1 :] if len(cells) == width > 2]


# --- which papers -----------------------------------------------------------------------------------

COLLECTIVES = (
    "cong-an-tinh", "so-tu-phap", "toa-an-nhan-dan-tinh", "dang-uy-khoi-co-quan-va-doanh-nghiep-tinh",
    "phong-tham-muu-tong-hop",
)  # fmt: skip
AN = "nguyen-van-an-bang-khen-cua-chu-tich-uy-ban-nhan-dan-tinh-hoa-binh"


def test_each_candidate_has_its_papers_and_each_collective_a_report(made: Run) -> None:
    """Two of one name are told apart by their units; a comma in a name is no harm."""
    people = (f"{AN}-so-tu-phap", f"{AN}-cong-an-tinh", "gia-dinh-ba-bui-thi-h")
    expected = {f"{SUMMARY}-{name}-2021.docx" for name in (*COLLECTIVES, *people)}
    assert set(made.papers) == expected | {f"{REPORT}-{name}-2021.docx" for name in COLLECTIVES}
    assert (made.outcome.faulty, made.outcome.problems.errors()) == (False, ())


def test_they_keep_the_official_form(made: Run) -> None:
    assert [str(p) for p in made.outcome.problems if p.code.startswith("TT30")] == []
    assert [fault for paper in made.papers.values() for fault in faults(paper)] == []


def named(*cases: Nomination) -> list[str]:
    return [part.suffix for part in parts_of(cases)]


@pytest.mark.parametrize(
    ("cases", "expected"),
    [
        ([nomination(NAMES[0]), nomination(NAMES[1])], ["so-noi-vu", "so-tu-phap"]),
        ([nomination(NAMES[0]), nomination(NAMES[0], "Cờ thi đua của Chính phủ")],
         ["so-noi-vu-co-thi-dua-cua-uy-ban-nhan-dan-tinh-hoa-binh", "so-noi-vu-co-thi-dua-cua-chinh-phu"]),
        ([nomination("Lê A", "Giấy khen", recipient="person", born=b) for b in ("1970", "1971", "1972")],
         ["le-a-giay-khen", "le-a-giay-khen-2", "le-a-giay-khen-3"]),
        ([nomination("Lê A", "Giấy khen"), nomination("Lê Á", "Giấy khen"), nomination("Lê A Giấy khen", "Huy hiệu")],
         ["le-a-giay-khen", "le-a-giay-khen-2", "le-a-giay-khen-3"]),
    ],
)  # fmt: skip
def test_no_two_papers_have_one_name(cases: Sequence[Nomination], expected: list[str]) -> None:
    assert named(*cases) == expected


def test_a_file_name_is_no_longer_than_a_disk_allows() -> None:
    long = "Phòng " + "rất dài " * 80
    cases = [nomination(long, long, unit=unit(long), born=born) for born in ("1", "2")]
    for part in parts_of(cases):
        assert len(KINDS[SUMMARY].file(cluster(), part, draft=True)) < 255


# --- who issues and signs -----------------------------------------------------------------------------


def test_the_unit_issues_its_report_and_its_superior_confirms_it(made: Run) -> None:
    said = of(made, REPORT, "so-tu-phap").paragraphs
    assert said[:2] == ["UBND TỈNH HÒA BÌNH", "SỞ TƯ PHÁP"]
    assert f"Số:{' ' * 7}/BC-STP".replace(" ", "\u00a0").replace("Số:\u00a0", "Số: ") in said
    foot = said[said.index("THỦ TRƯỞNG") :]
    assert [line for line in foot if line][:6] == [
        "THỦ TRƯỞNG", "CẤP TRÊN TRỰC TIẾP", "NHẬN XÉT, XÁC NHẬN", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Thị B",
    ]  # fmt: skip


def test_the_head_of_the_cluster_confirms_a_summary_but_not_its_own(made: Run) -> None:
    text = of(made, SUMMARY, "so-tu-phap").text
    assert "XÁC NHẬN CỦA CỤM TRƯỞNG\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n" in text
    assert "GIÁM ĐỐC CÔNG AN TỈNH\nĐại tá Hoàng Văn G\nTrần Thị B" in text
    own = of(made, SUMMARY, "cong-an-tinh").text
    assert "XÁC NHẬN" not in own and own.count("Đại tá Hoàng Văn G") == 1


def test_a_party_committee_keeps_its_own_form(made: Run) -> None:
    said = of(made, REPORT, COLLECTIVES[3]).text
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in said and "CỘNG HÒA" not in said
    assert "-BC/ĐUK" in said and "T/M BAN THƯỜNG VỤ\nBÍ THƯ" in said and "Lê Văn D" in said
    assert "CỘNG HÒA" in of(made, REPORT, "so-tu-phap").text


def test_a_collective_inside_a_unit_issues_its_own(made: Run) -> None:
    said = of(made, REPORT, "phong-tham-muu-tong-hop").paragraphs
    assert said[:2] == ["CÔNG AN TỈNH", "PHÒNG THAM MƯU, TỔNG HỢP"]
    assert "Tên tập thể đề nghị: Phòng Tham mưu, Tổng hợp." in said and "Tham mưu kịp thời." in said


@pytest.mark.parametrize(
    ("issuer", "more", "place"),
    [
        (unit("Sở Nội vụ"), {}, "Hòa Bình"),
        (unit("Sở Nội vụ"), {"place_name": "Đà Giang"}, "Đà Giang"),
        (unit("UBND huyện Lạc Sơn"), {}, "…………"),
        (unit("Vụ Pháp chế"), {"level": "bộ", "province": None, "place_name": "Hà Nội"}, "…………"),
        (unit("Vụ Pháp chế", role="leader"), {"level": "bộ", "province": None, "place_name": "Hà Nội"}, "Hà Nội"),
        (None, {}, "…………"),
    ],
)
def test_the_place_of_a_unit_is_told_where_it_is_known(issuer: Unit | None, more: dict[str, str], place: str) -> None:
    units = (issuer,) if issuer else ()
    found = unit_letter(cluster(*units, **more), "merit report", issuer, draft=False)
    assert found.place_and_date.startswith(f"{place}, ngày") and found.place_and_date.endswith("năm 2021")


def test_the_heads_of_bodies_that_decide_together_sign_for_them() -> None:
    def lines(name: str, office: str | None) -> tuple[str, ...]:
        return unit_letter(cluster(), "merit report", unit(name, signer_office=office), draft=False).capacity

    assert lines("UBND huyện Lạc Sơn", "Phó Chủ tịch") == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert lines("Liên đoàn Lao động tỉnh", "Phó Chủ tịch") == ("TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH")
    assert lines("Liên đoàn Lao động tỉnh", None) == ("TM. BAN THƯỜNG VỤ",)
    assert lines("Sở Nội vụ", None) == ("THỦ TRƯỞNG ĐƠN VỊ",)


# --- what they tell ---------------------------------------------------------------------------------


def test_a_person_and_a_household_are_told_by_what_is_theirs(made: Run) -> None:
    person, family = (of(made, SUMMARY, name) for name in (f"{AN}-so-tu-phap", "gia-dinh-ba-bui-thi-h"))
    assert [line.text for line in person.lines if line.style.startswith("Đoạn")] == [
        "1. Họ và tên: Nguyễn Văn An, sinh năm 1975.",
        "2. Chức vụ, đơn vị công tác: Trưởng phòng, Sở Tư pháp.",
        "3. Thành tích nổi bật:",
        "Có 02 sáng kiến.",
        "Trên đây là tóm tắt thành tích của ông Nguyễn Văn An để đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân "
        "tỉnh Hòa Bình năm 2021./.",
    ]
    assert family.starting("1. Hộ gia đình: Gia đình bà Bùi Thị H.") and family.starting(
        "2. Đơn vị đề nghị: Công an tỉnh."
    )
    other = of(made, SUMMARY, f"{AN}-cong-an-tinh")
    assert other.starting("1. Họ và tên: Nguyễn Văn An, sinh ngày 12/5/1980.") and "ĐẠI" not in other.text


def test_results_stand_beside_last_years(made: Run) -> None:
    """
    Last year, this year     | summary    | report
    40, 45                   | tăng 12,5  | 112,5
    20, 12                   | giảm 40    | 60
    95, 98 per cent          | nothing    | nothing
    1, 3: below ten          | nothing    | nothing
    12, not reported         | no row, and a note
    100, 120 of the cluster  | no row
    """
    told = rows(of(made, SUMMARY, "so-tu-phap"), "STT")
    assert [(row[1], row[3], row[5], row[6]) for row in told if row[0].isdigit()] == [
        ("Văn bản thẩm định", "40", "45", "tăng 12,5"), ("Hồ sơ đúng hạn", "95", "98", ""),
        ("Mô hình mới", "1", "3", ""), ("Đơn thư tồn", "20", "12", "giảm 40"),
    ]  # fmt: skip
    assert [row[-1] for row in rows(of(made, REPORT, "so-tu-phap"), "STT")] == ["112,5", "", "", "60"]
    assert [p.found for p in made.outcome.problems if p.code == "VB-62"] == ["Cuộc tuyên truyền"]


def test_past_awards_are_told_by_year_titles_apart_from_forms(made: Run) -> None:
    report, year = of(made, REPORT, "so-tu-phap"), of(made, SUMMARY, "so-tu-phap")
    assert [line.text for line in report.lines if line.level] == [
        "I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH",
        "II. THÀNH TÍCH ĐẠT ĐƯỢC",
        "1. Kết quả thực hiện nhiệm vụ, chỉ tiêu thi đua",
        "2. Hoạt động của tổ chức đảng, đoàn thể",
        "III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG",
        "1. Danh hiệu thi đua",
        "2. Hình thức khen thưởng",
    ]
    titles = [
        ("2018", "Tập thể lao động xuất sắc", "Quyết định số 7/QĐ-UBND"),
        ("2019", "Cờ thi đua của Ủy ban nhân dân tỉnh Hòa Bình", "Quyết định số 9/QĐ-UBND ngày 05/02/2020"),
    ]
    form = ("2020", "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Hòa Bình",
            "Quyết định số 12/QĐ-UBND ngày 10/01/2021 của UBND tỉnh Hòa Bình")  # fmt: skip
    assert [row for row in rows(report, "Năm") if row[0].isdigit()] == [*titles, form]
    assert [row for row in rows(year, "Năm") if row[0].isdigit()] == [*titles, form]
    assert "7/QĐ-UBND" not in of(made, REPORT, "toa-an-nhan-dan-tinh").text


def test_a_unit_with_nothing_but_its_name_is_told_so_and_its_papers_are_made(made: Run) -> None:
    for kind in (SUMMARY, REPORT):
        paper = of(made, kind, "toa-an-nhan-dan-tinh")
        assert not any(line.level for line in paper.lines) and "Thành tích nổi bật" not in paper.text
    summary = of(made, SUMMARY, "toa-an-nhan-dan-tinh")
    assert summary.starting("Tên tập thể: Tòa án nhân dân tỉnh.")  # the only line has no number
    assert [p.found for p in made.outcome.problems if p.code == "VB-61"] == ["Tòa án nhân dân tỉnh"]


def test_a_summary_that_was_typed_stands_for_the_units_paragraphs(made: Run) -> None:
    assert "Dẫn đầu Cụm." in of(made, SUMMARY, "cong-an-tinh").paragraphs
    assert "Thẩm định 45 văn bản quy phạm pháp luật." in of(made, SUMMARY, "so-tu-phap").paragraphs


def test_points_rank_and_votes_are_told_as_far_as_they_are_known() -> None:
    def judged(*standings: object) -> list[str]:
        case = nomination(NAMES[0], summary="Dẫn đầu")
        found = words(SUMMARY, cluster(nominations=(case,), standings=standings))
        return [line for line in found if "Kết quả bình xét" in line]

    others = [standing(name, "90", 2) for name in NAMES[1:3]]
    assert judged() == []
    assert judged(standing(NAMES[0], "97.5", 1), *others) == [
        "2. Kết quả bình xét: đạt 97,5 điểm, xếp thứ Nhất trong 03 đơn vị."
    ]
    assert judged(standing(NAMES[0], "97.5")) == ["2. Kết quả bình xét: đạt 97,5 điểm."]


def test_another_candidates_words_are_not_taken() -> None:
    """A person has no part in the results of the unit, nor a unit in those of another."""
    told = (Passage("results", ("Đơn vị hoàn thành nhiệm vụ.",), HERE, unit(NAMES[0])),)
    targets = (Target(2021, "Hồ sơ", HERE, unit=unit(NAMES[0]), result=figure(9)),)
    for case in (nomination("Ai đó", CERTIFICATE, recipient="person", unit=unit(NAMES[0])), nomination(NAMES[1])):
        text = words(SUMMARY, cluster(nominations=(case,), passages=told, targets=targets))
        assert not any("hoàn thành" in line or "Hồ sơ" in line for line in text)


def test_a_signer_of_the_clusters_papers_signs_no_unit_paper() -> None:
    said = Said(number="5", day=date(2021, 12, 20), signer="Người Khác", signer_office="Giám đốc")
    of_another = cluster(nominations=(nomination(NAMES[1]),), default_paper=said)
    assert "Người Khác" not in words(REPORT, of_another)
    assert not any("05/BC" in line or "ngày 20" in line for line in words(REPORT, of_another))


# --- titles and forms -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (FLAG, True), ("Cờ thi đua của Chính phủ", True), ("TTLĐXS", True), ("Chiến sĩ thi đua toàn quốc", True),
        ("Đơn vị quyết thắng", True), ("Gia đình văn hóa", True), ("Cờ thi đua của Tổng Liên đoàn", True),
        (CERTIFICATE, False), ("Giấy khen", False), ("Huân chương Lao động hạng Ba", False),
        ("Huy chương Quân kỳ quyết thắng", False), ("Nhà giáo ưu tú", False), ("Anh hùng Lao động", False),
        ("Kỷ niệm chương", False), ("Bằng khen của Bộ trưởng Bộ Công an", False), ("Cúp vàng", False),
    ],
)  # fmt: skip
def test_titles_of_emulation_are_told_from_forms_of_commendation(name: str, expected: bool) -> None:
    assert is_title(name, OF) is expected


def test_no_honour_of_the_state_is_a_title_of_emulation() -> None:
    assert not [entry.name for entry in CATALOGUE if entry.title and entry.decider == "Chủ tịch nước"]
