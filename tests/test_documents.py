"""The papers of the sample dossiers: as they were approved, without junk, with the figures of the workbooks."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from papers import HALF_9, INPUTS, YEAR_8, YEAR_9, Paper, Run, dossier_of, faults, run
from sample_books import exact, facts, pages, table

GOLDEN = Path(__file__).parent / "golden"
NAMES = {
    YEAR_8: {
        "bang-tong-hop-diem-2021.docx", "bao-cao-tong-ket-2021.docx", "bien-ban-binh-xet-2021.docx",
        "giao-uoc-2022.docx", "thong-bao-xep-hang-2021.docx", "to-trinh-chu-tich-ubnd-tinh-2021.docx",
        *(f"{kind}-thanh-tich-{unit}-2021.docx" for kind in ("bao-cao", "tom-tat")
          for unit in ("ban-dan-toc-tinh", "so-noi-vu", "so-tu-phap")),
    },
    HALF_9: {"bao-cao-so-ket-6-thang-2017.docx", "bien-ban-hoi-nghi-6-thang-2017.docx",
             "thong-ke-khen-thuong-6-thang-2017.docx"},
    YEAR_9: {
        "bang-tong-hop-diem-2021.docx", "bao-cao-tong-ket-2021.docx", "bien-ban-binh-xet-2021.docx",
        "bien-ban-kiem-phieu-2021.docx", "giao-uoc-2022.docx", "thong-bao-xep-hang-2021.docx",
        "to-trinh-chu-tich-ubnd-tinh-2021.docx", "thong-ke-khen-thuong-2021.docx",
        *(f"{kind}-thanh-tich-{unit}-2021.docx" for kind in ("bao-cao", "tom-tat")
          for unit in ("bo-chi-huy-bo-doi-bien-phong-tinh", "bo-chi-huy-quan-su-tinh", "cong-an-tinh",
                       "cuc-thi-hanh-an-dan-su-tinh", "trai-giam-thanh-cam")),
    },
}  # fmt: skip
every_paper = pytest.mark.parametrize(
    ("name", "file"), [(name, file) for name, files in NAMES.items() for file in sorted(files)], ids=str
)
every_dossier = pytest.mark.parametrize("name", NAMES)


@every_dossier
def test_a_dossier_gives_its_papers(runs: Mapping[str, Run], name: str) -> None:
    assert set(runs[name].papers) == NAMES[name]
    assert (runs[name].outcome.faulty, runs[name].outcome.problems.errors()) == (False, ())


@every_paper
def test_a_paper_is_as_it_was_approved(runs: Mapping[str, Run], name: str, file: str) -> None:
    """`make golden` writes the texts anew; then the difference is read before it is kept."""
    now, golden = runs[name].papers[file].outline, GOLDEN / name / f"{Path(file).stem}.txt"
    if os.environ.get("GOLDEN") == "write":
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(now, "utf-8")
    before = golden.read_text("utf-8") if golden.is_file() else ""
    changes = difflib.unified_diff(before.splitlines(), now.splitlines(), "approved", "now", lineterm="", n=1)
    assert not (shown := "\n".join(changes)), f"{name}/{file} (make golden)\n{shown}"


@every_paper
def test_a_paper_holds_no_junk_and_no_gap(runs: Mapping[str, Run], name: str, file: str) -> None:
    assert faults(runs[name].papers[file]) == []


def test_the_text_of_every_golden_file_is_of_a_paper_that_is_made() -> None:
    kept = {folder.name: {f"{file.stem}.docx" for file in folder.iterdir()} for folder in GOLDEN.iterdir()}
    assert kept == NAMES


# --- years ----------------------------------------------------------------------------------------


@every_paper
def test_no_year_is_stale(runs: Mapping[str, Run], name: str, file: str) -> None:
    """Every year is the period's, the comparison's, the pledge's, the meeting's, or of a text somebody typed."""
    allowed, texts, cited = _years(name), _typed(name), _cited(name)
    stale = []
    for line in runs[name].papers[file].text.split("\n"):
        left = line
        for text in texts:
            left = left.replace(text, "")
        own = allowed | {year for number, year in cited if number in line}
        found = {int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", left)}
        in_law = line.startswith("Căn cứ ") and max(found, default=0) <= max(allowed)
        stale += [] if found <= own or in_law else [line]
    assert stale == []


def _years(name: str) -> set[int]:
    said = facts(name)
    year = int(said["Năm"])
    dates = [value for value in said.values() if isinstance(value, (date, datetime))]
    dates += [cell for _, rows in pages(name, "Văn bản") for row in rows for cell in row if isinstance(cell, datetime)]
    met = re.findall(r"\d{4}", str(said["Ngày hội nghị"]))
    return {year, year - 1, int(said.get("Năm giao ước") or year), *map(int, met), *(day.year for day in dates)}


def _typed(name: str) -> list[str]:
    """The texts with a year in them that somebody typed, longest first."""
    sheets = ("Nội dung", "Phong trào", "Đề nghị", "Giao ước", "Căn cứ", "Xã hội, từ thiện")
    cells = (str(cell) for sheet in sheets for _, rows in pages(name, sheet) for row in rows for cell in row if cell)
    lines = (line.strip(" .;") for cell in cells for line in cell.split("\n"))
    return sorted({line for line in lines if re.search(r"(19|20)\d\d", line) and len(line) > 15}, key=len)[::-1]


def _cited(name: str) -> set[tuple[str, int]]:
    found = [row for _, rows in pages(name, "Căn cứ") for row in table(rows, "Trích yếu")]
    dated = [(str(row["Số"]), re.search(r"\d{4}", str(row["Ngày"]))) for row in found]
    return {(number, int(year[0])) for number, year in dated if year}


# --- an independent recount -----------------------------------------------------------------------


def _recounted() -> tuple[Decimal, Decimal]:
    """The occasions of all units of cluster 9 in 2021, summed here from their workbooks."""
    sheets = [table(rows, "Hình thức khen thưởng") for _, rows in pages(YEAR_9, "Khen thưởng")]
    assert len(sheets) == 8
    rows = [row for sheet in sheets for row in sheet if isinstance(row["STT"], int)]
    collective, person = (sum(exact(row[name]) for row in rows if row[name]) for name in ("Tập thể", "Cá nhân"))
    return Decimal(collective), Decimal(person)


def test_the_commendations_of_the_units_are_those_of_the_report(runs: Mapping[str, Run]) -> None:
    assert _recounted() == (Decimal(960), Decimal(3211))
    report = runs[YEAR_9].report
    (sentence,) = report.starting("Năm 2021, các đơn vị trong Cụm có ")
    assert "có 960 lượt tập thể và 3.211 lượt cá nhân được" in sentence
    totals = [table[-1].cells for table in report.tables() if table[-1].cells[0] == "Tổng cộng"]
    assert [row[1:3] for row in totals if row[1] == "960"] == [("960", "3.211")] * 2


@pytest.mark.parametrize(
    ("name", "start"), [(YEAR_8, "bao-cao-tong-ket"), (YEAR_9, "bao-cao-tong-ket"), (HALF_9, "bao-cao")]
)
def test_the_reports_have_tables_that_are_summed(runs: Mapping[str, Run], name: str, start: str) -> None:
    """That they add up is one of the faults of every paper; here, that there are sums to check."""
    assert any(row.cells[0] == "Tổng cộng" for table in runs[name].paper(start).tables() for row in table)


def _scored() -> dict[str, tuple[Decimal, Decimal]]:
    """Own and appraised totals of the units of cluster 9, from their workbooks: leaves, bonus up to 5."""
    (_, criteria), *_ = pages(YEAR_9, "Tiêu chí")
    kinds = {str(row["Mã"]): row["Loại"] for row in table(criteria, "Mã")}
    leaves = {code for code in kinds if not code.isupper() and not any(other.startswith(f"{code}.") for other in kinds)}
    found = {}
    for book, rows in pages(YEAR_9, "Chấm điểm"):
        points = {str(row["Mã"]): row for row in table(rows, "Mã") if str(row["Mã"]) in leaves}
        assert points.keys() == leaves
        own, appraised = (_total(points, kinds, column) for column in ("Tự chấm", "Thẩm định"))
        found[book.stem] = own, appraised
    return found


def _total(points: Mapping[str, Mapping[str, object]], kinds: Mapping[str, str], column: str) -> Decimal:
    standard = sum(exact(row[column]) for code, row in points.items() if kinds[code] == "chuẩn")
    bonus = sum(exact(row[column]) for code, row in points.items() if kinds[code] == "thưởng")
    return standard + min(Decimal(bonus), Decimal(5))


def test_the_score_table_has_the_totals_and_ranks_of_the_workbooks(runs: Mapping[str, Run]) -> None:
    scored = _scored()
    (table,) = runs[YEAR_9].paper("bang-tong-hop-diem").tables()
    header = table[0].cells
    own, whole, rank = (header.index(name) for name in ("Tổng điểm tự chấm", "Tổng điểm", "Xếp thứ"))
    rows = {row.cells[1]: row.cells for row in table[2:]}
    assert {unit: (exact(row[own]), exact(row[whole])) for unit, row in rows.items()} == scored
    totals = [appraised for _, appraised in scored.values()]
    ranks = {unit: 1 + sum(other > appraised for other in totals) for unit, (_, appraised) in scored.items()}
    assert {unit: int(row[rank]) for unit, row in rows.items()} == ranks


# --- facts ----------------------------------------------------------------------------------------


def test_cluster_9_acclaims_three_units_and_elects_its_leaders(runs: Mapping[str, Run]) -> None:
    flags = ("Bộ Chỉ huy Bộ đội Biên phòng tỉnh", "Cục Thi hành án dân sự tỉnh", "Trại giam Thanh Cẩm")
    for start in ("bao-cao-tong-ket", "to-trinh", "bien-ban-binh-xet"):
        text = runs[YEAR_9].paper(start).text
        assert all(unit in text for unit in flags) and "Cờ thi đua của Ủy ban nhân dân tỉnh Thanh Hóa" in text
    said = runs[YEAR_9].report.starting("Hội nghị bầu ")
    assert said == [
        "Hội nghị bầu Trại giam Thanh Cẩm (08/08 phiếu) làm Cụm trưởng, Trại giam Thanh Lâm (08/08 phiếu) "
        "làm Cụm phó Cụm thi đua số 9 năm 2022."
    ]


def test_cluster_8_ranks_three_units_and_says_nothing_of_commendations(runs: Mapping[str, Run]) -> None:
    report = runs[YEAR_8].report
    (ranked,) = report.starting("Kết quả xếp hạng: ")
    ranks = re.findall(r"([^:;]+) xếp thứ (\w+)", ranked)
    assert [(unit.strip(), rank) for unit, rank in ranks] == [
        ("Ban Dân tộc tỉnh", "Nhất"), ("Sở Tư pháp", "Nhì"), ("Sở Nội vụ", "Ba"),
    ]  # fmt: skip
    assert not any("lượt" in paper.text for paper in runs[YEAR_8].papers.values())
    assert "CÔNG TÁC KHEN THƯỞNG" not in report.text


def test_the_half_year_of_cluster_9_tells_progress_and_ranks_nobody(runs: Mapping[str, Run]) -> None:
    report = runs[HALF_9].report
    assert report.starting("Cụm có 07 đơn vị thành viên, gồm:")
    assert report.starting("Sơ kết phong trào thi đua")
    assert not re.search(r"xếp (thứ|hạng|loại)|suy tôn|Vượt|Chưa đạt|chưa hoàn thành", _without_tasks(report))


def _without_tasks(report: Paper) -> str:
    return report.text.split("PHƯƠNG HƯỚNG, NHIỆM VỤ")[0]


# --- drafts ---------------------------------------------------------------------------------------


@every_dossier
def test_a_draft_says_so(tmp_path: Path, name: str) -> None:
    made = run(dossier_of(INPUTS, name), tmp_path, draft=True)
    assert {file.removesuffix("-du-thao.docx") + ".docx" for file in made.papers} == NAMES[name]
    for paper in made.papers.values():
        assert "DỰ THẢO" in paper.paragraphs, paper.file
        assert faults(paper) == []
    assert "Kính gửi" not in made.report.text


@every_paper
def test_only_a_draft_says_so_and_the_addressed_are_recipients(runs: Mapping[str, Run], name: str, file: str) -> None:
    text = runs[name].papers[file].text
    assert "DỰ THẢO" not in text
    assert ("Kính gửi" in text) == ("Như trên" in text)
