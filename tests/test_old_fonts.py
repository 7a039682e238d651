"""A dossier typed in the fonts before Unicode: refused cell by cell, or converted when the office asks for it."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font
from test_vietnamese_legacy import OF_TCVN3, OF_VNI, SMALL, encoded
from workbooks_from_text import FILE, FOLDER, GOOD, dossier

from pipeline.cli import run
from pipeline.cluster import build_cluster
from pipeline.dossier import Dossier, dossiers, read_tables
from pipeline.model import Cluster
from pipeline.problems import Problems
from pipeline.report import Wanted, report

CAPITALS = {".VnTime": dict(zip("ĂÂĐÊÔƠƯ", "¡¢§£¤¥¦", strict=True)), "VNI-Times": {}}
LETTERS = {".VnTime": OF_TCVN3, "VNI-Times": OF_VNI}


def typed_in(font: str, folder: Path) -> Path:
    """The good dossier, every text that the encoding can write typed in a font of it."""
    path = dossier(folder) / FOLDER / FILE
    book = openpyxl.load_workbook(path)
    table = {**{big.upper(): small.upper() for big, small in OF_VNI.items()}, **LETTERS[font]}
    table = {**LETTERS[font], **CAPITALS[font]} if font == ".VnTime" else table
    for cell in (cell for page in book.worksheets for line in page.iter_rows() for cell in line):
        text = cell.value
        if isinstance(text, str) and all(letter in table for letter in text if letter.lower() in SMALL):
            cell.value, cell.font = encoded(text, table), Font(name=font)
    book.save(path)
    return folder


def only(inputs: Path) -> Dossier:
    (found,) = dossiers(inputs, Problems())
    return found


def cluster_of(inputs: Path, convert: bool = False) -> tuple[Cluster | None, Problems]:
    problems = Problems()
    return build_cluster(read_tables(only(inputs), problems, convert), problems), problems


fonts = pytest.mark.parametrize("font", LETTERS)


@fonts
def test_every_cell_of_a_table_in_an_old_font_is_refused(font: str, tmp_path: Path) -> None:
    _, problems = cluster_of(typed_in(font, tmp_path))
    code, kind = ("O-26", "TCVN3") if font == ".VnTime" else ("O-27", "VNI")
    said = [str(problem) for problem in problems.grouped() if problem.code == code]
    assert any("Khen thưởng › C1:C7, 7 ô: chữ trong ô" in line for line in said)
    assert all(kind in line and "--convert-old-fonts" in line for line in said) and len(said) < 80
    assert not {"TRANG-01", "TRANG-03"} & {problem.code for problem in problems}


def test_a_header_in_an_old_font_is_refused_and_a_title_above_it_is_not_asked_for(tmp_path: Path) -> None:
    """“GiÊy khen” would stand on paper; “DANH SÁCH ĐƠN VỊ” would not."""
    path = dossier(tmp_path) / FOLDER / FILE
    book = openpyxl.load_workbook(path)
    for sheet, ref, text in (("Khen thưởng", "E1", "TËp thÓ"), ("Đơn vị", "A1", "danh s¸ch ®¬n vÞ")):
        book[sheet][ref].value, book[sheet][ref].font = text, Font(name=".VnTimeH")
    book.save(path)
    _, problems = cluster_of(tmp_path)
    assert [(p.code, p.place.sheet, p.place.cell) for p in problems.errors()] == [("O-26", "Khen thưởng", "E1")]


@fonts
def test_converted_it_is_the_dossier_in_unicode(font: str, tmp_path: Path) -> None:
    cluster, problems = cluster_of(typed_in(font, tmp_path / "old"), convert=True)
    expected, _ = cluster_of(dossier(tmp_path / "new"))
    assert cluster == expected is not None
    assert {problem.code for problem in problems.errors()} == set()
    said = [str(problem) for problem in problems.grouped() if problem.code == "O-28"]
    assert said and len(said) == len(GOOD) and all(line.startswith("CẢNH BÁO") for line in said)


def test_to_convert_makes_another_release_and_not_to_convert_does_not(tmp_path: Path) -> None:
    first = report(only(dossier(tmp_path / "in")), Wanted(tmp_path / "out"))
    again = report(only(tmp_path / "in"), Wanted(tmp_path / "out"))
    converted = report(only(tmp_path / "in"), Wanted(tmp_path / "out", convert_old_fonts=True))
    assert (first.new, again.new, converted.new) == (True, False, True)
    assert Wanted(tmp_path).options == {"draft": False, "only": []}


def test_the_option_is_typed_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folders = ("--inputs", str(typed_in("VNI-Times", tmp_path / "in")), "--outputs", str(tmp_path / "out"))
    assert [run(["check", *folders]), run(["check", "--convert-old-fonts", *folders])] == [1, 0]
    assert run(["report", "--convert-old-fonts", *folders]) == 0
    assert "lan-01" in capsys.readouterr().out
