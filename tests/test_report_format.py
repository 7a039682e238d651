"""The official page of the papers that a report makes: what is said, at which cell or template, and what goes out."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.document import Document as Word
from docx.shared import Pt
from papers import Run, dossier_of, run
from word_files import docx, p
from workbooks_from_text import FILE, FOLDER, GOOD, Sheet, dossier

from pipeline.cli import run as command
from pipeline.finished import why_withheld
from pipeline.office import package
from pipeline.office.word import paragraphs
from pipeline.papers import TEMPLATES
from pipeline.problems import Place, Problem
from pipeline.report import Outcome

BOOK = f"{FOLDER}/{FILE}"
REPORT = "bao-cao-tong-ket-2021.docx"


def made(folder: Path, draft: bool = False, only: tuple[str, ...] = (), **sheets: Sheet | str | None) -> Run:
    """The papers of the good dossier with some sheets changed."""
    return run(dossier_of(dossier(folder / "inputs", **sheets), FOLDER), folder / "outputs", draft, only)


def own(folder: Path, kind: str, change: Callable[[Word], object]) -> Path:
    """A template of the dossier's own: the stock one, changed."""
    document = Document(str(TEMPLATES / f"{kind}.docx"))
    change(document)
    content = io.BytesIO()
    document.save(content)
    return given(folder, kind, content.getvalue())


def given(folder: Path, kind: str, content: bytes) -> Path:
    path = folder / "inputs" / FOLDER / "_mau" / f"{kind}.docx"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def of_format(outcome: Outcome) -> list[Problem]:
    return [problem for problem in outcome.problems if problem.code.startswith("TT30-")]


def manifest(made: Run) -> Any:
    return json.loads((made.folder / "bang-ke.json").read_text("utf-8"))


# --- what comes from typed text -------------------------------------------------------------------

TYPED = {
    "TT30-63": (
        {"Nội dung": GOOD["Nội dung"].swapped("đã kiện toàn Hội đồng thi đua.", 'đã hưởng ứng phong trào "Dạy tốt".')},
        Place(BOOK, "Nội dung", "D3"),
        f"trong {REPORT}, “Các đơn vị đã hưởng ứng phong trào \"Dạy tốt\".”: "
        "văn bản dùng cả ngoặc kép thẳng và ngoặc kép cong (Phụ lục I",
    ),
    "TT30-41": (
        {"Thông tin": GOOD["Thông tin"].grown("", "Người ký | TS. Nguyễn Văn A", "Chức vụ người ký | Giám đốc")},
        Place(BOOK, "Thông tin", "B20"),
        "“TS. Nguyễn Văn A”: trước họ tên người ký có “TS.” (Phụ lục I",
    ),
    "TT30-64": (
        {"Nội dung": GOOD["Nội dung"].swapped("đồng bộ.", "đồng bộ từ ngày 31/4/2021.")},
        Place(BOOK, "Nội dung", "D5"),
        "không có ngày 31/4/2021",
    ),
}  # fmt: skip


@pytest.mark.parametrize("code", TYPED)
def test_a_fault_of_typed_text_names_its_cell(tmp_path: Path, code: str) -> None:
    sheets, place, words = TYPED[code]
    found = made(tmp_path, **sheets)
    (problem,) = of_format(found.outcome)
    assert (problem.code, problem.place) == (code, place)
    assert problem.level in ("CẢNH BÁO", "LƯU Ý") and words in problem.message
    assert (found.outcome.faulty, found.outcome.problems.errors()) == (False, ())
    assert REPORT in found.papers
    assert problem.as_json() in manifest(found)["problems"]
    page = (found.folder / "kiem-tra.html").read_text("utf-8")
    assert f"{place}</td>" in page and f"<td>{code}</td>" in page


def test_one_cell_is_one_line_that_names_its_papers(tmp_path: Path) -> None:
    (problem,) = of_format(made(tmp_path, **TYPED["TT30-41"][0]).outcome)
    named = re.match(r"trong (.+?), “TS", problem.message)
    assert named and set(named[1].removesuffix(" và 1 văn bản khác").split(", ")) > {REPORT}


def test_the_same_inputs_make_nothing_new(tmp_path: Path) -> None:
    first = made(tmp_path, **TYPED["TT30-63"][0])
    again = run(dossier_of(tmp_path / "inputs", FOLDER), tmp_path / "outputs")
    other = run(dossier_of(tmp_path / "inputs", FOLDER), tmp_path / "elsewhere")
    assert (first.outcome.release, again.outcome.release, again.outcome.new) == ("lan-01", "lan-01", False)
    assert of_format(again.outcome) == of_format(first.outcome)
    assert manifest(other) == manifest(first)


# --- what comes from an office's own template -----------------------------------------------------


def small_body(document: Word) -> None:
    document.styles["Nội dung"].font.size = Pt(12)  # type: ignore[attr-defined]  # a style of paragraphs


def arial(document: Word) -> None:
    document.styles["Normal"].font.name = "Arial"  # type: ignore[attr-defined]  # a style of paragraphs


def underlined(document: Word) -> None:
    line = next(at for at, one in enumerate(document.paragraphs) if one.text.startswith("BÁO CÁO")) + 1
    for letters in document.paragraphs[line].runs:
        letters.underline = True


OWN = {"TT30-10": (small_body, "cỡ chữ 12"), "TT30-04": (arial, "phông chữ Arial"), "TT30-15": (underlined, "gạch chân")}


@pytest.mark.parametrize("code", OWN)
def test_a_fault_of_an_own_template_names_the_template(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], code: str
) -> None:
    change, words = OWN[code]
    dossier(tmp_path / "inputs")
    own(tmp_path, "bao-cao-tong-ket", change)
    found = run(dossier_of(tmp_path / "inputs", FOLDER), tmp_path / "outputs")
    problems = [problem for problem in of_format(found.outcome) if problem.code == code]
    place = Place(f"{FOLDER}/_mau/bao-cao-tong-ket.docx")
    assert {(problem.level, problem.place) for problem in problems} == {("CẢNH BÁO", place)}
    assert any(words in problem.message and f"trong {REPORT}, “" in problem.message for problem in problems)
    assert {problem.place for problem in of_format(found.outcome)} == {place}
    assert REPORT in found.papers and not found.outcome.faulty
    assert [entry for entry in manifest(found)["problems"] if entry["code"] == code]
    assert str(place) in (found.folder / "kiem-tra.html").read_text("utf-8")
    arguments = ["report", "--inputs", str(tmp_path / "inputs"), "--outputs", str(tmp_path / "outputs")]
    assert command(arguments) == 0
    assert f"[{code}]" in capsys.readouterr().err


def test_equal_findings_of_a_template_are_one_line(tmp_path: Path) -> None:
    dossier(tmp_path / "inputs")
    own(tmp_path, "bao-cao-tong-ket", small_body)
    found = of_format(run(dossier_of(tmp_path / "inputs", FOLDER), tmp_path / "outputs").outcome)
    assert len(found) < 5 and any(re.search("” và \\d+ chỗ khác: nội dung", str(one), re.IGNORECASE) for one in found)


# --- papers that keep every rule ------------------------------------------------------------------


def test_the_samples_have_no_finding(runs: Mapping[str, Run]) -> None:
    assert [str(one) for made in runs.values() for one in of_format(made.outcome)] == []


@pytest.mark.parametrize("draft", [False, True])
def test_the_good_dossier_has_no_finding(tmp_path: Path, draft: bool) -> None:
    found = made(tmp_path, draft)
    assert len(found.papers) == 5
    assert [str(one) for one in of_format(found.outcome)] == []


# --- what may not go out --------------------------------------------------------------------------


def test_a_paper_that_prints_a_lost_value_is_withheld_and_nowhere_named(tmp_path: Path) -> None:
    dossier(tmp_path / "inputs")
    path = given(tmp_path, "giao-uoc", docx(p("{{ cum.ten }}"), p("Có {_{ cum.ten }} đơn vị")))
    assert why_withheld(docx(p("Có {{ cum.ten }} đơn vị")), path) == ""
    assert why_withheld(docx(p("Có None đơn vị")), path) == "in “None” thay cho số liệu: “Có None đơn vị”"
    assert why_withheld(docx(p("Vượt gian nan")), path) == "in “nan” thay cho số liệu: “Vượt gian nan”"
    assert why_withheld(docx(p("Có {% if x %}")), path) == "còn thẻ chưa điền: “Có {% if x %}”"
