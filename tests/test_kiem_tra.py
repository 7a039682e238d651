"""The page of a dossier: what was read, found, sent and can be made; static, escaped, the same each time."""

from __future__ import annotations

import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import openpyxl
import pytest
from editions import released

from pipeline.check import check
from pipeline.dossier import Dossier, dossiers
from pipeline.pages.kiem_tra import Overview, Paper, Source, page
from pipeline.problems import Place, Problem, Problems
from pipeline.releases.carry import Made
from pipeline.releases.disk import replace
from pipeline.report import Wanted, report

ROOT = Path(__file__).parents[1]
DOSSIER = "cum-9-thanh-hoa-nam-2021"
EMPTY = Overview("ho-so", "", (), (), {}, (), "chưa có lần nào")


def text(html: str) -> str:
    """The words of the page; that it parses says that every tag is closed and every word escaped."""
    root = ET.fromstring(html.removeprefix("<!DOCTYPE html>\n").replace('<meta charset="utf-8">', ""))
    style = root.find("head/style")
    assert style is not None
    style.text = ""
    return "\n".join(part.strip() for part in root.itertext() if part.strip())


def test_an_empty_page_says_that_nothing_is_wrong() -> None:
    assert "Không có lỗi" in text(page(EMPTY))


def test_what_is_typed_is_escaped() -> None:
    problem = Problem("LỖI", "O-03", Place("<b>.xlsx", "Đơn & vị", "A1"), "<i>", "“<i>” không phải là số", "Ghi số")
    found = page(Overview("a<b", "x", (Source("<b>.xlsx", "", "", 0),), (problem,), {}, (), ""))
    assert "<i>" not in found and "<b>" not in found
    assert "<b>.xlsx › Đơn & vị › A1" in text(found)


def test_problems_are_grouped_by_level_with_their_remedies() -> None:
    problems = Problems()
    problems.add("BC-01")
    problems.add("O-03", Place("a.xlsx", "Chấm điểm", "D2"), found="mười")
    lines = text(page(Overview("h", "", (), tuple(problems), {}, (), "")))
    assert lines.index("LỖI (1)") < lines.index("mười") < lines.index("CẢNH BÁO (1)")
    assert "Ghi số vào ô này, hoặc để trống nếu chưa có số liệu." in lines


def test_who_has_not_sent_is_named() -> None:
    sent = {"Sở A": {"Chấm điểm": True}, "Sở B": {"Chấm điểm": False}}
    lines = text(page(Overview("h", "", (), (), sent, (Paper("tờ trình", "chưa có Đề nghị"),), "")))
    assert "Chấm điểm: Sở B" in lines and "1/2 đơn vị đã gửi đủ" in lines
    assert "tờ trình\nchưa lập\nchưa có Đề nghị" in lines


def test_nothing_comes_from_outside() -> None:
    found = page(EMPTY)
    assert "http" not in found and "<script" not in found and "url(" not in found


# --- of a dossier -----------------------------------------------------------------------------------


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    shutil.copytree(ROOT / "inputs" / DOSSIER, tmp_path / "inputs" / DOSSIER)
    (found,) = dossiers(tmp_path / "inputs", Problems())
    return found


def test_a_check_leaves_the_page(dossier: Dossier, tmp_path: Path) -> None:
    (dossier.folder / "Trại giam Thanh Cẩm.xlsx").unlink()
    book = openpyxl.load_workbook(dossier.folder / "Công an tỉnh.xlsx")
    book["Chấm điểm"]["D11"] = "mười"
    book.save(dossier.folder / "Công an tỉnh.xlsx")
    (found,) = dossiers(tmp_path / "inputs", Problems())
    check(found, tmp_path / "outputs")
    lines = text((tmp_path / "outputs" / DOSSIER / "kiem-tra.html").read_text("utf-8"))
    assert "Chấm điểm: Công an tỉnh; Trại giam Thanh Cẩm" in lines or "Chấm điểm: Trại giam Thanh Cẩm" in lines
    assert "Công an tỉnh.xlsx › Chấm điểm › D11" in lines
    assert "chưa có lần nào" in lines


def test_a_report_leaves_it_beside_and_in_the_release(dossier: Dossier, tmp_path: Path) -> None:
    outcome = report(dossier, Wanted(tmp_path / "outputs", ("giao-uoc",)))
    folder = tmp_path / "outputs" / DOSSIER
    assert "mới nhất là lan-01" in text((folder / "kiem-tra.html").read_text("utf-8"))
    assert (folder / "lan-01" / "kiem-tra.html").read_bytes() == (folder / "kiem-tra.html").read_bytes()
    assert [document.kind for document in outcome.documents] == ["giao-uoc"]
    before = (folder / "lan-01" / "kiem-tra.html").stat().st_mtime_ns
    assert not report(dossier, Wanted(tmp_path / "outputs", ("giao-uoc",))).new
    assert (folder / "lan-01" / "kiem-tra.html").stat().st_mtime_ns == before


def test_extras_of_a_release_are_not_listed(tmp_path: Path) -> None:
    release = released(tmp_path / "h", [Made("k", "k.docx", b"k")], beside={"trang.html": b"x"})
    assert (tmp_path / "h" / "trang.html").read_bytes() == b"x"
    assert (release.folder / "trang.html").read_bytes() == b"x"
    assert release.manifest["documents"] == [
        {"kind": "k", "file": "k.docx", "sha256": "8254c329a92850f6d539dd376f4816ee2764517da5e0235514af433164480d7a"}
    ]
    assert not (release.folder / ".goc" / "trang.html").exists()


def test_a_file_beside_the_releases_is_replaced_whole(tmp_path: Path) -> None:
    for content in (b"one", b"two"):
        replace(tmp_path / "h" / "trang.html", content)
        assert [file.name for file in (tmp_path / "h").iterdir()] == ["trang.html"]
    assert (tmp_path / "h" / "trang.html").read_bytes() == b"two"
