"""From a number on paper to its cells, and to what they say now."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document as Word
from papers import Said, dossier_of, run
from workbooks_from_text import FILE, FOLDER, dossier

from pipeline.cli import run as cli
from pipeline.explain import Followed
from pipeline.releases.whence import paper_of

REPORT = "bao-cao-tong-ket-2021.docx"
BOOK = f"{FOLDER}/{FILE}"


def followed(path: Path, outputs: Path = Path("khong-co")) -> Followed:
    paper = paper_of(path, outputs)
    assert paper
    return Followed(paper, path.read_bytes())


@pytest.fixture
def release(tmp_path: Path) -> Iterator[Path]:
    """The papers of the good dossier, in the folder where the program runs."""
    made = run(dossier_of(dossier(tmp_path / "inputs"), FOLDER), tmp_path / "outputs")
    yield made.folder


def explained(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    code = cli(["explain", *map(str, words)])
    return code, *capsys.readouterr()


def test_a_total_leads_to_every_cell_it_was_made_from(release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    | Công an tỉnh | 45 | 310 |; four units with 32, 41, 38, 27: 493 lượt cá nhân
    """
    code, said, _ = explained(capsys, release / REPORT, "493", "--json", "--inputs", release.parents[2] / "inputs")
    found: list[dict[str, Any]] = json.loads(said)
    assert code == 0
    assert list(found[0]) == ["figure", "text", "place", "value", "unit", "rule", "cells"]
    assert {(one["text"], one["value"], one["unit"]) for one in found} == {("493", 493, "lượt")}
    assert found[0]["rule"] == "tổng lượt cá nhân của 5 đơn vị"
    cells = [(cell["file"], cell["sheet"], cell["value"]) for cell in found[0]["cells"]]
    assert cells == [(BOOK, "Khen thưởng", value) for value in ("45", "310", "32", "41", "38", "27")]
    assert len({one["place"] for one in found}) == len(found) > 1


@pytest.mark.parametrize("words", ["98,0", "98,00", "98", "Nhất", "nhất"])
def test_a_number_is_found_however_it_is_typed(release: Path, words: str) -> None:
    assert {one.unit for one in followed(release / REPORT).named(words)} <= {"điểm", "hạng", "%"} != set()


def test_what_a_workbook_says_now_is_told_beside(release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inputs = release.parents[2] / "inputs"
    book = openpyxl.load_workbook(inputs / FOLDER / FILE)
    (cell,) = (c for row in book["Khen thưởng"].iter_rows() for c in row if c.value == 310)
    cell.value = 311
    book.save(inputs / FOLDER / FILE)
    _, said, _ = explained(capsys, release / REPORT, "493", "--inputs", inputs)
    assert f"nay đã khác: {BOOK} › Khen thưởng › {cell.coordinate} khi đó ghi 310, nay ghi 311" in said
    assert said.count("nay đã khác") == 1
    (inputs / FOLDER / FILE).unlink()
    _, said, _ = explained(capsys, release / REPORT, "493", "--inputs", inputs)
    assert said.count("nay ghi (không còn sổ này)") == 6


def test_without_a_number_every_figure_is_told(release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    places = json.loads((release / "bang-ke.json").read_text("utf-8"))["places"][REPORT]
    code, said, _ = explained(capsys, release / REPORT)
    assert (code, said.split("\n")[0]) == (0, f"{REPORT} (lan-01): {len(places)} chỗ có số liệu")
    assert len(followed(release / REPORT).figures) == len(places)


def test_a_paper_that_a_person_changed_is_still_followed(release: Path) -> None:
    """A paragraph is put in before all, a number is changed by hand, the file is renamed."""
    before = followed(release / REPORT).figures
    paper = Word(str(release / REPORT))
    paper.paragraphs[5].insert_paragraph_before("Câu thêm tay có số 493")
    (sentence,) = (paragraph for paragraph in paper.paragraphs if "493" in paragraph.text and "82" in paragraph.text)
    for run_ in sentence.runs:
        run_.text = run_.text.replace("82", "83")
    paper.save(str(release / "Bản của tôi.docx"))
    (release / REPORT).unlink()
    after = followed(release / "Bản của tôi.docx").figures
    assert len(after) == len(before) - 1
    assert [one.figure for one in after if one.text == "493"] == [one.figure for one in before if one.text == "493"]


@pytest.mark.parametrize("where", ["doi-chieu", "lan-01/.goc"])
def test_copies_of_a_paper_are_followed_too(release: Path, where: str) -> None:
    copy = release.parent / where / REPORT
    copy.parent.mkdir(exist_ok=True)
    if not copy.exists():
        shutil.copy(release / REPORT, copy)
    assert followed(copy).named("493")


def test_a_number_that_is_not_there_is_refused_with_those_that_are(
    release: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, said = explained(capsys, release / REPORT, "4931")
    assert code == 2 and "không có số liệu" in said and "493" in said


@pytest.mark.parametrize("name", [REPORT, "thu-gui.docx"])
def test_a_paper_that_was_taken_elsewhere_is_still_followed(release: Path, tmp_path: Path, name: str) -> None:
    shutil.copy(release / REPORT, tmp_path / name)
    assert followed(tmp_path / name, release.parents[1]).named("493")
    paper = Word(str(tmp_path / name))
    paper.paragraphs[5].insert_paragraph_before("Câu thêm tay")
    paper.save(str(tmp_path / REPORT))
    assert followed(tmp_path / REPORT, release.parents[1]).named("493")


def test_a_file_that_nobody_generated_is_refused(release: Path, tmp_path: Path, said: Said) -> None:
    Word().save(str(tmp_path / "thu.docx"))
    Word().save(str(release / "thu.docx"))
    for path in (tmp_path / "thu.docx", release / "thu.docx", release / "kiem-tra.html"):
        code, _, told = said("explain", str(path), "--outputs", str(release.parents[1]))
        assert code == 2 and "không phải là văn bản của một lần xuất nào" in told


def test_numbers_that_a_person_took_out_are_counted(release: Path, said: Said) -> None:
    paper = Word(str(release / REPORT))
    table = next(table for table in paper.tables if "493" in table.rows[-1].cells[-1].text)
    for row in table.rows[1:]:
        table._tbl.remove(row._tr)
    paper.save(str(release / REPORT))
    assert "con số của bản gốc đã bị sửa hoặc bỏ trong tệp này" in said("explain", str(release / REPORT))[1]
