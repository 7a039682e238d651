"""What a paper of a given date cites: the laws, decrees and circulars in force on that day."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from clusters import cluster, words
from dossiers import Reading, read
from workbooks_from_text import GOOD, Sheet, sheet

from pipeline.documents import KINDS
from pipeline.documents.grounds import day_of
from pipeline.documents.review import review
from pipeline.law.basis import REGISTER, citations, in_force, known, law_on
from pipeline.law.certainty import WORDS
from pipeline.model import Citation, Meeting, Paper, Period
from pipeline.problems import Place, Problem, Problems

OLD_LAW = (
    "Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003; các Luật sửa đổi, bổ sung một số điều của Luật Thi đua, "
    "khen thưởng ngày 14 tháng 6 năm 2005 và ngày 16 tháng 11 năm 2013"
)
NEW_LAW = "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"
NUMBERED_LAW = "Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15 tháng 6 năm 2022"
AMENDING_LAW = (
    "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng số 06/2026/QH16 ngày 23 tháng 4 năm 2026"
)
OLD_DECREES = (
    "Nghị định số 42/2010/NĐ-CP ngày 15 tháng 4 năm 2010", "Nghị định số 39/2012/NĐ-CP ngày 27 tháng 4 năm 2012",
    "Nghị định số 65/2014/NĐ-CP ngày 01 tháng 7 năm 2014",
)  # fmt: skip
DECREE_152 = "Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025"
CIRCULAR_15 = "Thông tư số 15/2025/TT-BNV ngày 04 tháng 8 năm 2025"
FACTS = {
    date(2017, 7, 25): (OLD_LAW, *OLD_DECREES, "Thông tư số 07/2014/TT-BNV ngày 29 tháng 8 năm 2014"),
    date(2017, 9, 30): (OLD_LAW, *OLD_DECREES, "Thông tư số 07/2014/TT-BNV"),
    date(2017, 10, 1): (OLD_LAW, "Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017", "Thông tư số 07/2014/TT-BNV"),
    date(2018, 1, 12): (OLD_LAW, "Nghị định số 91/2017/NĐ-CP", "Thông tư số 08/2017/TT-BNV ngày 27 tháng 10 năm 2017"),
    date(2021, 12, 14): (OLD_LAW, "Nghị định số 91/2017/NĐ-CP", "Thông tư số 12/2019/TT-BNV ngày 04 tháng 11 năm 2019"),
    date(2022, 1, 14): (OLD_LAW, "Nghị định số 91/2017/NĐ-CP", "Thông tư số 12/2019/TT-BNV"),
    date(2023, 12, 31): (OLD_LAW, "Nghị định số 91/2017/NĐ-CP", "Thông tư số 12/2019/TT-BNV"),
    date(2024, 3, 15): (NEW_LAW, "Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023",
                        "Thông tư số 01/2024/TT-BNV ngày 24 tháng 02 năm 2024"),
    date(2025, 7, 15): (NUMBERED_LAW, DECREE_152, "Thông tư số 01/2024/TT-BNV"),
    date(2025, 8, 20): (NUMBERED_LAW, DECREE_152, CIRCULAR_15),
    date(2026, 9, 30): (NUMBERED_LAW, DECREE_152, CIRCULAR_15),
    date(2026, 10, 20): (NUMBERED_LAW, AMENDING_LAW, DECREE_152, CIRCULAR_15),
    date(2027, 3, 1): (NUMBERED_LAW, AMENDING_LAW, DECREE_152, CIRCULAR_15),
}  # fmt: skip


def beginnings(lines: list[str], facts: tuple[str, ...]) -> list[str]:
    """As much of each line as is a fact."""
    return [line[: len(fact)] for line, fact in zip(lines, facts, strict=True)]


@pytest.mark.parametrize("day", FACTS, ids=str)
def test_what_a_paper_of_a_day_cites(day: date) -> None:
    """
    | date of the paper | law                          | decree                    | circular       |
    | 25/7/2017         | 2003, amended 2005 and 2013  | 42/2010, 39/2012, 65/2014 | 07/2014/TT-BNV |
    | 14/12/2021        | 2003, amended 2005 and 2013  | 91/2017 (from 01/10/2017) | 12/2019/TT-BNV |
    | 15/3/2024         | 06/2022/QH15                 | 98/2023                   | 01/2024/TT-BNV |
    | 20/8/2025         | 06/2022/QH15                 | 152/2025                  | 15/2025/TT-BNV |
    | 20/10/2026        | 06/2022/QH15, amended 2026   | 152/2025                  | 15/2025/TT-BNV |
    """
    assert beginnings(list(citations(in_force(day), day)), FACTS[day]) == list(FACTS[day])


def test_a_law_is_printed_with_its_number_or_without_as_the_office_wants() -> None:
    early, late = date(2024, 3, 15), date(2026, 10, 20)
    assert next(citations(in_force(early), early, numbered=True)) == NUMBERED_LAW
    assert next(citations(in_force(late), late, numbered=False)) == (
        f"{NEW_LAW}; Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 23 tháng 4 năm 2026"
    )


@pytest.mark.parametrize(("kind", "least"), [("Luật", 1), ("Nghị định", 1)])
def test_on_no_day_is_a_law_or_a_decree_missing(kind: str, least: int) -> None:
    days = (date(2010, 6, 1) + timedelta(days) for days in range(0, 365 * 20, 7))
    assert [day for day in days if sum(text.kind == kind for text in in_force(day)) < least] == []


def test_two_circulars_are_never_in_force_together() -> None:
    days = (date(2010, 6, 1) + timedelta(days) for days in range(365 * 20))
    assert [day for day in days if sum(text.kind == "Thông tư" for text in in_force(day)) > 1] == []


def test_no_text_is_in_force_before_it_was_signed() -> None:
    assert [text.name for text in REGISTER if text.day and text.since and text.since < text.day] == []


def test_what_is_cited_unasked_is_known_whole_and_is_of_no_single_field() -> None:
    unknown = [t.name for t in REGISTER if t.cited and not (t.day and t.since and t.issuer)]
    assert (unknown, [t.name for t in REGISTER if t.cited and t.sector]) == ([], [])
    assert {text.certainty for text in REGISTER} == set(WORDS)
    assert len({text.number for text in REGISTER}) == len(REGISTER)


def test_a_citation_is_one_line_without_an_end_mark() -> None:
    for text in REGISTER:
        for numbered in (True, False):
            (line,) = citations([text], date(2020, 1, 1), numbered)
            assert (line.strip(" .;"), "\n" in line, "None" in line, "  " in line) == (line, False, False, False)


# --- through the papers ---------------------------------------------------------------------------


def dossier_of(folder: Path, day: date, year: int, **sheets: Sheet | str | None) -> Reading:
    """The good dossier of another year, its conference and its proposal on one day, without grounds of its own."""
    moved = {
        name: Sheet(good.text.replace("2022", "<next>").replace("2021", str(year)).replace("<next>", str(year + 1)))
        for name, good in GOOD.items()
    }
    facts = moved["Thông tin"].text.replace(f"<{year}-12-14>", f"<{day}>")
    papers = moved["Văn bản"].text.replace(f"20/12/{year}", f"{day:%d/%m/%Y}")
    return read(folder, **{**moved, "Thông tin": Sheet(facts), "Văn bản": Sheet(papers), "Căn cứ": None, **sheets})


def grounds(kind: str, found: Reading) -> list[str]:
    """The laws, decrees and circulars that a paper cites."""
    lines = (line.removeprefix("Căn cứ ") for line in words(kind, found.cluster) if line.startswith("Căn cứ "))
    return [line for line in lines if line.startswith(("Luật", "Nghị định", "Thông tư"))]


def looked_at(found: Reading) -> list[str]:
    """What the papers say of the texts they cite: "CU-05 42/2010/NĐ-CP"."""
    problems = Problems()
    review(found.cluster, [KINDS["to-trinh"], KINDS["giao-uoc"]], problems)
    numbers = {text.number: text for text in REGISTER}
    said = (p for p in problems if p.code.startswith("CU-"))
    return [f"{p.code} {next(n for n in numbers if n in p.found)}" for p in said]


@pytest.mark.parametrize(
    ("day", "year", "said"),
    [
        (date(2017, 7, 25), 2017, ["42/2010/NĐ-CP", "39/2012/NĐ-CP", "65/2014/NĐ-CP", "07/2014/TT-BNV"]),
        (date(2021, 12, 14), 2021, ["12/2019/TT-BNV"]), (date(2022, 1, 14), 2021, ["12/2019/TT-BNV"]),
        (date(2024, 3, 15), 2023, []), (date(2025, 8, 20), 2025, ["15/2025/TT-BNV"]),
        (date(2026, 10, 20), 2026, ["06/2026/QH16", "15/2025/TT-BNV"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["to-trinh", "giao-uoc"])
def test_the_papers_of_a_day_cite_what_is_in_force_on_it(
    kind: str, day: date, year: int, said: list[str], tmp_path: Path
) -> None:
    """A paper of the January after cites by its own day; what nobody has checked is to be looked at, the rest not."""
    found = dossier_of(tmp_path, day, year)
    assert beginnings(grounds(kind, found), FACTS[day]) == list(FACTS[day])
    assert looked_at(found) == [f"CU-05 {number}" for number in said]


def test_a_paper_cites_by_its_own_day_else_by_the_conference_else_by_the_end_of_the_period() -> None:
    met = Meeting(day=date(2023, 12, 28))
    dated = {"proposal": Paper(day=date(2024, 1, 5))}
    assert day_of(cluster(meeting=met, papers=dated), "proposal") == date(2024, 1, 5)
    assert day_of(cluster(meeting=met, papers=dated), "pledge") == date(2023, 12, 28)
    assert day_of(cluster(meeting=met), "proposal") == date(2023, 12, 28)
    assert day_of(cluster(meeting=Meeting()), "pledge") == date(2021, 12, 31)
    school_year = Period("school_year", 2021)
    assert day_of(cluster(meeting=Meeting(), period=school_year), "proposal") == date(2022, 5, 31)


def test_the_papers_of_one_dossier_may_fall_under_two_laws(tmp_path: Path) -> None:
    """The pledge was signed in December 2023, the proposal went up in January 2024."""
    proposal = sheet("Loại văn bản | Ngày\ntờ trình | 05/01/2024")
    found = dossier_of(tmp_path, date(2023, 12, 28), 2023, **{"Văn bản": proposal})
    assert [grounds(kind, found)[0].rstrip(";.") for kind in ("giao-uoc", "to-trinh")] == [OLD_LAW, NEW_LAW]


def test_a_decree_that_one_source_has_expired_is_still_cited_and_said(tmp_path: Path) -> None:
    found = dossier_of(tmp_path, date(2027, 3, 1), 2027)
    assert any(line.startswith(DECREE_152) for line in grounds("to-trinh", found))
    assert "CU-06 152/2025/NĐ-CP" in looked_at(found)


# --- what the office cites itself -----------------------------------------------------------------


def typed(*rows: str) -> dict[str, Sheet]:
    """The sheet "Căn cứ" with these rows."""
    return {"Căn cứ": sheet("Loại | Số | Ngày | Cơ quan | Trích yếu | Dùng cho").grown(*rows)}


DAY = date(2024, 3, 15)


@pytest.mark.parametrize(
    "number",
    ["98/2023/NĐ-CP", "98/2023/ND-CP", "số 98/2023/NĐ-CP", "98/2023/NĐ–CP", "Số: 98 / 2023 / NĐ - CP", "98/2023"],
)
def test_a_number_is_known_however_it_is_written(number: str, tmp_path: Path) -> None:
    row = f'Nghị định | "{number}" | 31/12/2023 | Chính phủ | về thi đua, khen thưởng |'
    found = dossier_of(tmp_path, DAY, 2023, **typed(row))
    assert found.codes("LƯU Ý") == []
    assert sum("98" in line for line in grounds("to-trinh", found) if line.startswith("Nghị định")) == 1


@pytest.mark.parametrize(
    ("row", "cell", "said"),
    [
        ("Nghị định | 98/2023/NĐ-CP | 30/12/2023 | Chính phủ", "C2",
         "“Nghị định số 98/2023/NĐ-CP”: ngày ghi là 30/12/2023, theo danh mục căn cứ là 31/12/2023 (đã đối chiếu)"),
        ("Nghị định | 98/2023/NĐ-CP | 31/12/2023 | Thủ tướng Chính phủ", "D2", "cơ quan ghi là Thủ tướng Chính phủ"),
        ("Thông tư | 98/2023/NĐ-CP | 31/12/2023 | Chính phủ", "A2", "loại ghi là Thông tư"),
        ("Thông tư | 15/2025/TT-BNV | 05/8/2025 | Bộ Nội vụ", "C2", "là 04/8/2025 (theo nguồn dẫn lại)"),
        ("Luật | 06/2022/QH15 | 16/6/2022 | Quốc hội | Thi đua, khen thưởng", "C2", "là 15/6/2022"),
        ("Luật | 16/2022/QH15 | 15/6/2022 | Quốc hội | Thi đua, khen thưởng", "B2", "số ghi là 16/2022/QH15"),
    ],
)  # fmt: skip
def test_what_is_typed_otherwise_than_the_register_has_it_is_said_at_its_cell(
    row: str, cell: str, said: str, tmp_path: Path
) -> None:
    problem = read(tmp_path, **typed(row)).only("CU-01")
    assert (problem.place.cell, said in problem.message) == (cell, True), problem.message


@pytest.mark.parametrize(
    "row",
    [
        "Thông tư | 01/2024/TT-BNV | 24/02/2024 | Bộ Nội vụ", "Thông tư | 01/2024/TT-BNV | 24/02/2024 | BNV",
        "Luật | | 15/6/2022 | Quốc hội khóa XV | Thi đua, khen thưởng", "NĐ | 98/2023/NĐ-CP | 31/12/2023 |",
        "Luật Thi đua, khen thưởng | 06/2022/QH15 | 15/6/2022 | Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam",
        "Thông tư | 12/2019/TT-BCA | 11/6/2019 | Bộ Công an", "Quyết định | 98/2023/QĐ-UBND | 30/12/2023 | UBND tỉnh",
        "Luật | 80/2015/QH13 | 22/6/2015 | Quốc hội | Ban hành văn bản quy phạm pháp luật",
    ],
)  # fmt: skip
def test_what_an_office_may_rightly_write_is_not_said(row: str, tmp_path: Path) -> None:
    assert dossier_of(tmp_path, DAY, 2023, **typed(row)).codes() == []


def test_a_law_of_a_day_on_which_none_was_passed_is_said(tmp_path: Path) -> None:
    row = "Luật | | 16/6/2022 | Quốc hội | Thi đua, khen thưởng"
    problem = dossier_of(tmp_path, DAY, 2023, **typed(row)).only("CU-02")
    assert (problem.place.cell, problem.remedy) == (
        "C2", "Sửa lại ngày; luật đang có hiệu lực ban hành ngày 15 tháng 6 năm 2022",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("row", "code", "said"),
    [
        ("Nghị định | 91/2017/NĐ-CP | 31/7/2017", "CU-03", ("từ ngày 01/01/2024", "Nghị định số 98/2023/NĐ-CP")),
        ("Luật | | 26/11/2003 | Quốc hội | Thi đua, khen thưởng", "CU-03", ("15/2003/QH11", "Luật số 06/2022/QH15")),
        ("Thông tư | 07/2014/TT-BNV | 29/8/2014", "CU-03", ("(chưa đối chiếu)", "Thông tư số 01/2024/TT-BNV")),
    ],
)
def test_a_text_no_longer_in_force_is_said_with_what_is(
    row: str, code: str, said: tuple[str, str], tmp_path: Path
) -> None:
    (problem,) = reviewed(dossier_of(tmp_path, DAY, 2023, **typed(row)), code)
    assert (problem.place.cell, said[0] in problem.message, said[1] in problem.remedy) == ("A2", True, True), problem


def reviewed(found: Reading, code: str) -> list[Problem]:
    """What the papers of a dossier say with one code."""
    problems = Problems()
    review(found.cluster, [KINDS["to-trinh"], KINDS["giao-uoc"], KINDS["bao-cao-tong-ket"]], problems)
    return [problem for problem in problems if problem.code == code]


def test_a_text_not_yet_in_force_is_said_and_one_signed_after_the_paper_is_said_once(tmp_path: Path) -> None:
    row = "Luật | 06/2026/QH16 | 23/4/2026 | Quốc hội | sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng"
    early = dossier_of(tmp_path / "1", date(2026, 8, 20), 2026, **typed(row))
    (problem,) = reviewed(early, "CU-04")
    assert "có hiệu lực từ ngày 01/10/2026" in problem.message
    before = dossier_of(tmp_path / "2", DAY, 2023, **typed(row))
    assert (len(reviewed(before, "LUAT-01")), reviewed(before, "CU-04")) == (1, [])


def test_the_law_of_its_time_is_no_fault_in_an_old_paper(tmp_path: Path) -> None:
    rows = (
        "Luật | | 26/11/2003 | Quốc hội | Thi đua, khen thưởng",
        "Nghị định | 42/2010/NĐ-CP | 15/4/2010 | Chính phủ",
    )
    found = dossier_of(tmp_path, date(2017, 7, 25), 2017, **typed(*rows))
    assert [reviewed(found, code) for code in ("CU-03", "CU-04", "LUAT-01")] == [[], [], []]


def test_a_studied_text_may_be_of_any_time(tmp_path: Path) -> None:
    row = "Nghị định | 91/2017/NĐ-CP | 31/7/2017 | Chính phủ | về thi đua, khen thưởng | quán triệt"
    assert reviewed(dossier_of(tmp_path, DAY, 2023, **typed(row)), "CU-03") == []


def test_what_the_office_has_typed_itself_need_not_be_looked_at(tmp_path: Path) -> None:
    rows = ("Thông tư | 15/2025/TT-BNV | 04/8/2025 | Bộ Nội vụ |",)
    found = dossier_of(tmp_path, date(2025, 8, 20), 2025, **typed(*rows))
    assert looked_at(found) == []
    assert [line[:27] for line in grounds("to-trinh", found) if "Thông tư" in line] == ["Thông tư số 15/2025/TT-BNV "]


def test_a_law_typed_without_what_amends_it_is_said_and_nothing_is_added(tmp_path: Path) -> None:
    row = "Luật | 06/2022/QH15 | 15/6/2022 | Quốc hội | Thi đua, khen thưởng"
    found = dossier_of(tmp_path, date(2026, 10, 20), 2026, **typed(row))
    (problem,) = reviewed(found, "CU-07")
    assert "bởi Luật số 06/2026/QH16" in problem.message
    assert sum(line.startswith("Luật") for line in grounds("to-trinh", found)) == 1


def test_the_switch_of_the_regulation_prints_a_law_with_its_number(tmp_path: Path) -> None:
    for switch, law in (("có", NUMBERED_LAW), ("không", NEW_LAW)):
        rules = {"Quy định": GOOD["Quy định"].grown(f"Viện dẫn luật kèm số | {switch}")}
        assert grounds("giao-uoc", dossier_of(tmp_path / switch, DAY, 2023, **rules))[0] == f"{law};"


def test_a_number_nobody_has_checked_is_said_where_it_is_printed(tmp_path: Path) -> None:
    rules = {"Quy định": GOOD["Quy định"].grown("Viện dẫn luật kèm số | có")}
    found = dossier_of(tmp_path, date(2021, 12, 14), 2021, **rules)
    assert {"CU-05 15/2003/QH11", "CU-05 47/2005/QH11", "CU-05 39/2013/QH13"} <= set(looked_at(found))


def test_every_text_of_the_register_is_known_by_its_number_and_a_law_by_its_day() -> None:
    def said(kind: str, number: str | None, day: date | None) -> Citation:
        return Citation(kind, "basis", Place(), number, day, None, "Thi đua, khen thưởng")

    assert [t.name for t in REGISTER if known(said(t.kind, t.number, None)) is not t] == []
    assert [t.name for t in REGISTER if t.kind == "Luật" and known(said(t.kind, None, t.day)) is not t] == []
    assert known(said("Nghị định", None, date(2023, 12, 31))) is None


def test_there_is_one_law_on_a_day() -> None:
    numbers = [law_on(day) for day in (date(2003, 1, 1), date(2023, 12, 31), date(2024, 1, 1), date(2026, 10, 1))]
    assert [law and law.number for law in numbers] == [None, "15/2003/QH11", "06/2022/QH15", "06/2022/QH15"]
