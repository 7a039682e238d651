"""The official page of the papers that a report makes: what is said, at which cell or template, and what goes out."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from docx import Document
from docx.document import Document as Word
from docx.shared import Pt
from papers import Run, dossier_of, run
from score_sheets import UNITS as NAMES
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
Sheets = Mapping[str, Sheet | str | None]


def made(folder: Path, sheets: Sheets = MappingProxyType({}), draft: bool = False) -> Run:
    """The papers of the good dossier with some sheets changed."""
    return run(dossier_of(dossier(folder / "inputs", **sheets), FOLDER), folder / "outputs", draft)


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

TYPED: Mapping[str, tuple[Sheets, Place, str]] = {
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
    found = made(tmp_path, sheets)
    (problem,) = of_format(found.outcome)
    assert (problem.code, problem.place) == (code, place)
    assert problem.level in ("CẢNH BÁO", "LƯU Ý") and words in problem.message
    assert (found.outcome.faulty, found.outcome.problems.errors()) == (False, ())
    assert REPORT in found.papers
    assert problem.as_json() in manifest(found)["problems"]
    page = (found.folder / "kiem-tra.html").read_text("utf-8")
    assert f"{place}</td>" in page and f"<td>{code}</td>" in page


def test_one_cell_is_one_line_that_names_its_papers(tmp_path: Path) -> None:
    (problem,) = of_format(made(tmp_path, TYPED["TT30-41"][0]).outcome)
    named = re.match(r"trong (.+?), “TS", problem.message)
    assert named and set(named[1].removesuffix(" và 1 văn bản khác").split(", ")) > {REPORT}


def test_the_same_inputs_make_nothing_new(tmp_path: Path) -> None:
    first = made(tmp_path, TYPED["TT30-63"][0])
    again = run(dossier_of(tmp_path / "inputs", FOLDER), tmp_path / "outputs")
    other = run(dossier_of(tmp_path / "inputs", FOLDER), tmp_path / "elsewhere")
    assert (first.outcome.release, again.outcome.release, again.outcome.new) == ("lan-01", "lan-01", False)
    assert of_format(again.outcome) == of_format(first.outcome)
    assert manifest(other) == manifest(first)


# --- what comes from an office's own template -----------------------------------------------------


def small_body(document: Word) -> None:
    document.styles["Đoạn văn"].font.size = Pt(12)


def arial(document: Word) -> None:
    document.styles["Normal"].font.name = "Arial"


def underlined(document: Word) -> None:
    line = next(at for at, one in enumerate(document.paragraphs) if one.text.startswith("BÁO CÁO")) + 1
    for letters in document.paragraphs[line].runs:
        letters.underline = True


OWN = {
    "TT30-10": (small_body, "cỡ chữ 12"),
    "TT30-04": (arial, "phông chữ Arial"),
    "TT30-15": (underlined, "gạch chân"),
}


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


def test_typed_text_in_an_own_template_still_names_its_cell(tmp_path: Path) -> None:
    dossier(tmp_path / "inputs", **TYPED["TT30-64"][0])
    own(tmp_path, "bao-cao-tong-ket", small_body)
    found = of_format(run(dossier_of(tmp_path / "inputs", FOLDER), tmp_path / "outputs").outcome)
    places = {problem.code: problem.place for problem in found}
    assert places["TT30-64"] == TYPED["TT30-64"][1]
    assert places["TT30-10"] == Place(f"{FOLDER}/_mau/bao-cao-tong-ket.docx")


def test_a_head_that_lacks_something_names_the_general_sheet(tmp_path: Path) -> None:
    sheet = GOOD["Thông tin"].without("Địa danh").without("Tỉnh |")
    (problem,) = (one for one in of_format(made(tmp_path, {"Thông tin": sheet}).outcome) if one.code == "TT30-23")
    assert (problem.level, problem.place) == ("CẢNH BÁO", Place(BOOK, "Thông tin"))


def test_what_is_said_of_a_cited_text_at_its_cell_is_not_said_again_of_the_papers(tmp_path: Path) -> None:
    row = "4 | Nghị định | 98/2023/NĐ-CP | 30/12/2023 | Chính phủ | quy định chi tiết thi hành Luật | căn cứ"
    found = made(tmp_path, {"Căn cứ": GOOD["Căn cứ"].grown(row)})
    assert any("98/2023/NĐ-CP" in line for paper in found.papers.values() for line in paper.starting("Căn cứ"))
    assert of_format(found.outcome) == []
    assert {"CU-01", "LUAT-01"} <= {problem.code for problem in found.outcome.problems}


def test_equal_findings_of_a_template_are_one_line(tmp_path: Path) -> None:
    dossier(tmp_path / "inputs")
    own(tmp_path, "bao-cao-tong-ket", small_body)
    found = of_format(run(dossier_of(tmp_path / "inputs", FOLDER), tmp_path / "outputs").outcome)
    assert len(found) < 5 and any(re.search("” và \\d+ chỗ khác: nội dung", str(one), re.IGNORECASE) for one in found)


# --- papers that keep every rule ------------------------------------------------------------------


def test_the_samples_have_no_finding(runs: Mapping[str, Run]) -> None:
    assert [str(one) for made in runs.values() for one in of_format(made.outcome)] == []


ISSUED = (
    "", "Ban hành theo | đơn vị Cụm trưởng", "Ký hiệu | ĐU", "Người ký | Trần Văn An", "Chức vụ người ký | Bí thư",
)  # fmt: skip
"""The leading unit issues the papers itself."""


def led(kind: str) -> Sheet:
    """The units; the leading one is of a kind."""
    first, *others = NAMES
    lines = [f"1 | {first} | Cụm trưởng | {kind}", *(f"{at} | {unit}" for at, unit in enumerate(others, 2))]
    return Sheet("\n".join(("STT | Tên đơn vị | Vai trò | Loại", *lines)))


@pytest.mark.parametrize("draft", [False, True])
def test_the_papers_of_a_party_committee_keep_the_rules_of_the_party(tmp_path: Path, draft: bool) -> None:
    found = made(tmp_path, {"Thông tin": GOOD["Thông tin"].grown(*ISSUED), "Đơn vị": led("Đảng")}, draft)
    of_party = [name for name, paper in found.papers.items() if "ĐẢNG CỘNG SẢN VIỆT NAM" in paper.text]
    assert sorted(name.split("-2021")[0] for name in of_party) == [
        "bao-cao-thanh-tich-cong-an-tinh", "bao-cao-tong-ket", "thong-bao-xep-hang", "to-trinh-chu-tich-ubnd-tinh",
        "tom-tat-thanh-tich-cong-an-tinh",
    ]  # fmt: skip
    assert [str(problem) for problem in of_format(found.outcome)] == []


def test_a_degree_may_stand_before_a_name_where_the_branch_has_it_so(tmp_path: Path) -> None:
    """Mục II.7c: as the heads of the armed forces, education, health, science prescribe."""
    signer = GOOD["Thông tin"].grown("", "Người ký | TS. Nguyễn Văn A", "Chức vụ người ký | Hiệu trưởng")
    assert of_format(made(tmp_path / "1", {"Thông tin": signer}).outcome) != []
    assert of_format(made(tmp_path / "2", {"Thông tin": signer, "Đơn vị": led("trường")}).outcome) == []


@pytest.mark.parametrize("draft", [False, True])
def test_the_good_dossier_has_no_finding(tmp_path: Path, draft: bool) -> None:
    found = made(tmp_path, draft=draft)
    assert len(found.papers) == 11
    assert [str(one) for one in of_format(found.outcome)] == []


# --- what may not go out --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Có {{ cum.ten }} đơn vị", "còn thẻ chưa điền: “Có {{ cum.ten }} đơn vị”"),
        ("Có {% if x %}", "còn thẻ chưa điền: “Có {% if x %}”"),
        ("Có None đơn vị", "in “None” thay cho số liệu: “Có None đơn vị”"),
        ("Tăng nan%", "in “nan” thay cho số liệu: “Tăng nan%”"),
    ],
)
def test_what_nobody_wrote_is_found(tmp_path: Path, words: str, why: str) -> None:
    template = given(tmp_path, "giao-uoc", docx(p("{{ cum.ten }}")))
    assert why_withheld(docx(p("Tên"), p(words)), template) == why
    assert why_withheld(docx(p("Tên"), footnote=p(words)), template) == why
    chart = {"word/charts/chart1.xml": f"<c><v>{words}</v></c>"}
    assert why_withheld(docx(p("Tên"), extra=chart), template) == why


@pytest.mark.parametrize("words", ["Có {_{ cum.ten }_} đơn vị", "Vượt mọi gian nan", "Quỹ None"])
def test_words_of_a_template_are_printed(tmp_path: Path, words: str) -> None:
    template = given(tmp_path, "giao-uoc", docx(p("{{ cum.ten }}"), p(words)))
    assert why_withheld(docx(p("Tên"), p(words.replace("_", ""))), template) == ""


def without(content: bytes, name: str) -> bytes:
    return package.write({part: blob for part, blob in package.read(content).items() if part != name})


def with_part(content: bytes, name: str, blob: bytes) -> bytes:
    return package.write({**package.read(content), name: blob})


DAMAGED: Mapping[str, tuple[Callable[[bytes], bytes], str]] = {
    "no zip": (lambda content: content[:500], "zip"),
    "no part": (lambda content: without(content, "word/header.xml"), "word/header.xml"),
    "no XML": (lambda content: with_part(content, "word/footnotes.xml", b"<w:footnotes"), "word/footnotes.xml"),
    "no kind": (lambda content: with_part(content, "word/anh.wdp", b"x"), "word/anh.wdp"),
    "no kinds": (lambda content: without(content, "[Content_Types].xml"), "[Content_Types].xml"),
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGED)
def test_what_word_cannot_open_is_found(tmp_path: Path, damage: str) -> None:
    change, part = DAMAGED[damage]
    sound = docx(p("Tên"))
    template = given(tmp_path, "giao-uoc", sound)
    assert why_withheld(sound, template) == ""
    assert why_withheld(change(sound), template) == f"không mở được ({part})"


def test_a_paper_that_cannot_be_opened_is_withheld_and_nowhere_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier(tmp_path / "inputs")
    stock = (TEMPLATES / "giao-uoc.docx").read_bytes()
    lost = next(name for name in package.read(stock) if name.startswith("word/header"))
    given(tmp_path, "giao-uoc", without(stock, lost))
    found = run(dossier_of(tmp_path / "inputs", FOLDER), tmp_path / "outputs")
    (problem,) = (problem for problem in found.outcome.problems if problem.code == "MAU-10")
    assert (problem.level, problem.place) == ("LỖI", Place(f"{FOLDER}/_mau/giao-uoc.docx"))
    assert f"văn bản giao-uoc-2022.docx làm từ mẫu “giao-uoc.docx” bị giữ lại: không mở được ({lost})" in str(problem)
    assert found.outcome.faulty and "giao-uoc" not in found.kinds and len(found.kinds) == 8
    kinds = tuple(sorted(found.kinds))
    others = run(dossier_of(tmp_path / "inputs", FOLDER), tmp_path / "others", only=kinds)
    assert {name: paper.content for name, paper in found.papers.items()} == {
        name: paper.content for name, paper in others.papers.items()
    }
    assert "văn bản làm xong bị lỗi nên giữ lại" in (found.folder / "kiem-tra.html").read_text("utf-8")
    arguments = ["report", "--inputs", str(tmp_path / "inputs"), "--outputs", str(tmp_path / "outputs")]
    assert (command(arguments), "[MAU-10]" in capsys.readouterr().err) == (3, True)


def test_typed_text_is_printed_whatever_it_says(tmp_path: Path) -> None:
    typed = ("Phần mềm {{ cum.ten }} hoạt động {% if %} tốt.", "Vượt mọi gian nan.", "None")
    rows = [f"{at} | Kết quả | Công an tỉnh | {text}" for at, text in enumerate(typed, 8)]
    found = made(tmp_path, {"Nội dung": GOOD["Nội dung"].grown(*rows)})
    assert (found.outcome.faulty, found.outcome.problems.errors()) == (False, ())
    lines = [re.sub(r"^- ", "", line) for line in paragraphs(found.papers[REPORT].content)]
    assert [text for text in typed if text.rstrip(".") not in "\n".join(lines)] == []
    assert {"None", "None."} & set(lines)
