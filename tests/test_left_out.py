"""Sheets that are not there: the papers that remain possible are made, and nothing in them is hollow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import openpyxl
import pytest
from papers import HALF_9, YEAR_8, YEAR_9, Line, Run, dossier_of, faults, run
from sample_books import books, copied, without

NEEDED = {"Thông tin", "Đơn vị"}
DEPENDENT: Mapping[str, set[str]] = {
    "Bỏ phiếu": {"bien-ban-kiem-phieu"},
    "Đề nghị": {"to-trinh", "tom-tat-thanh-tich", "bao-cao-thanh-tich"},
    "Giao ước": {"giao-uoc"},
    "Chấm điểm": {"bang-tong-hop-diem"},
    "Tiêu chí": {"bang-tong-hop-diem"},
    "Khen thưởng": {"thong-ke-khen-thuong"},
}
"""The kinds that cannot be made without a sheet."""


def _optional() -> Iterator[tuple[str, str]]:
    for name in (YEAR_9, YEAR_8, HALF_9):
        sheets = {sheet for book in books(name) for sheet in openpyxl.load_workbook(book, read_only=True).sheetnames}
        yield from ((name, sheet) for sheet in sorted(sheets - NEEDED))


@pytest.mark.parametrize(("name", "sheet"), list(_optional()))
def test_a_dossier_without_a_sheet(tmp_path: Path, runs: Mapping[str, Run], name: str, sheet: str) -> None:
    made = run(dossier_of(without(name, sheet, tmp_path / "inputs"), name), tmp_path / "outputs")
    lost = DEPENDENT.get(sheet, set()) & runs[name].kinds
    assert (made.outcome.faulty, [str(p) for p in made.outcome.problems.errors()]) == (False, [])
    assert made.kinds == runs[name].kinds - lost
    before = {left.kind for left in runs[name].outcome.left_out}
    assert {left.kind: bool(left.why) for left in made.outcome.left_out} == dict.fromkeys(lost | before, True)
    assert [fault for paper in made.papers.values() for fault in faults(paper)] == []


def test_a_unit_that_has_not_sent_is_named_and_nothing_is_compared(tmp_path: Path) -> None:
    inputs = copied(YEAR_9, tmp_path / "inputs")
    (inputs / YEAR_9 / "Trại giam Thanh Lâm.xlsx").unlink()
    made = run(dossier_of(inputs, YEAR_9), tmp_path / "outputs")
    report = made.report
    assert made.outcome.problems.errors() == ()
    (sentence,) = report.starting("Năm 2021, các đơn vị trong Cụm có ")
    assert "(số liệu của 07/08 đơn vị; Trại giam Thanh Lâm chưa gửi báo cáo)" in sentence
    assert "918 lượt tập thể và 3.108 lượt cá nhân" in sentence
    assert report.starting("Ghi chú: số liệu của 07/08 đơn vị")
    (row,) = (row.cells for row in _rows(made, "bang-tong-hop") if row.cells[1] == "Trại giam Thanh Lâm")
    assert "-" in row and "0,00" not in row
    assert made.paper("bang-tong-hop").starting("Ghi chú: Trại giam Thanh Lâm không xếp hạng (chưa có điểm);")
    assert [fault for paper in made.papers.values() for fault in faults(paper)] == []


def test_two_broken_workbooks_of_nine_keep_back_only_what_depends_on_them(
    tmp_path: Path, runs: Mapping[str, Run]
) -> None:
    """One workbook was cut short on its way, in another a score is a word: two papers need neither."""
    inputs = copied(YEAR_9, tmp_path / "inputs")
    cut, spoilt = "Viện kiểm sát nhân dân tỉnh.xlsx", "Công an tỉnh.xlsx"
    (inputs / YEAR_9 / cut).write_bytes((inputs / YEAR_9 / cut).read_bytes()[:3000])
    book = openpyxl.load_workbook(inputs / YEAR_9 / spoilt)
    book["Chấm điểm"]["D11"] = "mười"
    book.save(inputs / YEAR_9 / spoilt)
    made = run(dossier_of(inputs, YEAR_9), tmp_path / "outputs")
    assert made.kinds == {"giao-uoc", "bien-ban-kiem-phieu"}
    for file, paper in made.papers.items():
        assert paper.content == runs[YEAR_9].papers[file].content
    why = {left.kind: left.why for left in made.outcome.left_out}
    assert set(why) == runs[YEAR_9].kinds - made.kinds | {left.kind for left in runs[YEAR_9].outcome.left_out}
    assert all(cut in words for kind, words in why.items() if kind in runs[YEAR_9].kinds)
    assert f"{spoilt} › Chấm điểm › D11" in why["bang-tong-hop-diem"]


def _rows(made: Run, start: str) -> list[Line]:
    return [row for table in made.paper(start).tables() for row in table]


def test_only_a_proposal_comes_of_nominations(tmp_path: Path) -> None:
    """Scores make no proposal, and a kind that nobody asked for is not spoken of."""
    inputs = without(YEAR_9, "Đề nghị", tmp_path / "inputs")
    made = run(dossier_of(inputs, YEAR_9), tmp_path / "outputs", only=("to-trinh", "giao-uoc"))
    assert (made.kinds, [left.kind for left in made.outcome.left_out]) == ({"giao-uoc"}, ["to-trinh"])
    assert "“Đề nghị”" in made.outcome.left_out[0].why
