"""A marked copy: comments and fills where the faults are, everything else byte for byte."""

from __future__ import annotations

import base64
import io
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter  # type: ignore[import-untyped,unused-ignore]  # the library ships no types

from pipeline.check import check
from pipeline.dossier import Dossier, dossiers
from pipeline.office import package
from pipeline.problems import Place, Problem, Problems
from pipeline.workbooks.annotate import annotated
from pipeline.workbooks.fills import ERROR, WARNING
from pipeline.workbooks.marked import Mark, left_out, original_of
from pipeline.workbooks.read import RESULTS, read_workbook

ROOT = Path(__file__).parents[1]
DOSSIER = "cum-9-thanh-hoa-nam-2021"
SHEET = "Đơn vị's"
TOUCHED = {"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")


@cache  # a workbook bears the time it was made
def rich_book() -> bytes:
    """A workbook with what a careless copy loses: chart, drop-down, comment, text box, picture, colours by rule."""
    output = io.BytesIO()
    with xlsxwriter.Workbook(output, {"in_memory": True}) as book:
        sheet, other = book.add_worksheet(SHEET), book.add_worksheet("Khác")
        sheet.write_row("A1", ["Tên", "Số"], book.add_format({"bold": True, "num_format": "0.00"}))
        sheet.write_column("B2", [1, 2, 3], book.add_format({"num_format": "#,##0"}))
        sheet.write_comment("B2", "Ghi chú cũ", {"author": "Người cũ"})
        sheet.write_comment("A1", "Giữ nguyên")
        sheet.data_validation("A2:A9", {"validate": "list", "source": ["một", "hai"]})
        sheet.conditional_format("B2:B9", {"type": "cell", "criteria": ">", "value": 2, "format": book.add_format({})})
        sheet.insert_textbox("F2", "Hộp chữ")
        sheet.insert_image("F9", "x.png", {"image_data": io.BytesIO(PICTURE)})
        sheet.set_column("D:D", 12, book.add_format({"italic": True}))
        chart: Any = book.add_chart({"type": "column"})  # type: ignore[attr-defined]  # not in our stub
        chart.add_series({"values": f"='{SHEET.replace(chr(39), chr(39) * 2)}'!$B$2:$B$4"})
        other.insert_chart("C3", chart)
        other.write("A1", "khác")
        book.define_name("'Khác'!vung", "='Khác'!$A$1")  # type: ignore[attr-defined]  # not in our stub
    return output.getvalue()


def at(cell: str, level: Any = "LỖI", sheet: str = SHEET) -> Problem:
    return Problem(level, "O-03", Place("h/so.xlsx", sheet, cell), "x", f"“x” ở {cell} không phải là số", "Ghi số")


PROBLEMS = (at("B2"), at("B3"), at("B3", "CẢNH BÁO"), at("D7", "CẢNH BÁO"), at("A9"), at("B1", sheet=""))


@pytest.fixture
def marked() -> bytes:
    content = annotated(rich_book(), "so.xlsx", PROBLEMS)
    assert content is not None
    return content


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def test_comments_and_fills_stand_in_the_cells(marked: bytes) -> None:
    sheet = opened(marked)[SHEET]
    assert sheet["B2"].comment.text.startswith("Ghi chú cũ") and "“x” ở B2" in sheet["B2"].comment.text
    assert sheet["A1"].comment.text == "Giữ nguyên"
    assert sheet["B3"].comment.text.count("[O-03]") == 2
    fills = {cell: sheet[cell].fill.fgColor.rgb for cell in ("B2", "B3", "D7", "A9")}
    assert fills == {"B2": ERROR, "B3": ERROR, "D7": WARNING, "A9": ERROR}
    assert not sheet["B4"].fill.fill_type


def test_the_own_look_of_a_cell_stays(marked: bytes) -> None:
    sheet = opened(marked)[SHEET]
    assert (sheet["B3"].number_format, sheet["B3"].value) == ("#,##0", 2)
    assert (sheet["D7"].font.italic, sheet["D7"].value, sheet["A9"].value) == (True, None, None)


def test_the_results_come_first_and_link_to_the_cells(marked: bytes) -> None:
    book = opened(marked)
    results = book.worksheets[0]
    assert (results.title, book.active.title, book.sheetnames[1:]) == (RESULTS, RESULTS, [SHEET, "Khác"])
    assert results["C5"].hyperlink.location == "'Đơn vị''s'!B2"
    assert [results.cell(row, 1).value for row in range(5, 11)] == [problem.level for problem in PROBLEMS]
    assert results["C10"].hyperlink is None
    assert [bool(sheet.sheet_view.tabSelected) for sheet in book.worksheets] == [True, False, False]


def test_names_of_a_sheet_stay_with_their_sheet(marked: bytes) -> None:
    assert list(opened(marked)["Khác"].defined_names) == ["vung"]


def test_all_other_parts_are_the_same_bytes(marked: bytes) -> None:
    before, after = package.read(rich_book()), package.read(marked)
    changed = {name for name, content in before.items() if after.get(name) != content}
    sheet = {"xl/worksheets/sheet1.xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"}
    assert changed == TOUCHED | sheet
    assert after.keys() - before.keys() == {"docProps/custom.xml", "xl/worksheets/ket-qua-kiem-tra1.xml"}
    assert "xl/charts/chart1.xml" in after and b"dataValidation" in after["xl/worksheets/sheet1.xml"]
    assert b"conditionalFormatting" in after["xl/worksheets/sheet1.xml"]


def test_the_same_problems_give_the_same_bytes(marked: bytes) -> None:
    assert annotated(rich_book(), "so.xlsx", PROBLEMS) == marked


def test_a_sheet_without_comments_gets_its_own(tmp_path: Path) -> None:
    content = annotated(rich_book(), "so.xlsx", [at("A1", sheet="Khác"), at("XFD1048576", sheet="Khác")])
    assert content is not None
    sheet = opened(content)["Khác"]
    assert "“x” ở A1" in sheet["A1"].comment.text and sheet["XFD1048576"].comment
    parts = package.read(content)
    drawn = parts["xl/drawings/vmlDrawing2.vml"].decode()
    assert 'data="2"' in drawn and "_x0000_s2049" in drawn and drawn.count("<x:Row>") == 2
    assert parts["xl/worksheets/sheet2.xml"].index(b"<drawing ") < parts["xl/worksheets/sheet2.xml"].index(b"legacyDr")


def test_marking_twice_replaces_what_was_said(marked: bytes) -> None:
    again = annotated(marked, "so.xlsx", [at("A9")])
    assert again is not None
    book = opened(again)
    assert book.sheetnames == [RESULTS, SHEET, "Khác"]
    assert book.worksheets[0]["A6"].value is None
    assert book[SHEET]["A9"].comment.text.count("“x”") == 1
    assert book[SHEET]["B3"].comment.text == "Không còn lỗi ở ô này."


@pytest.mark.parametrize("content", [b"", b"PK", package.write({"a": b"b"})])
def test_what_is_no_workbook_gets_no_copy(content: bytes) -> None:
    assert annotated(content, "so.xlsx", PROBLEMS) is None


def test_the_copy_is_read_as_the_original(marked: bytes, tmp_path: Path) -> None:
    grids = []
    for name, content in (("goc", rich_book()), ("ban", marked)):
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(content)
        problems = Problems()
        grids.append(read_workbook(path, "so.xlsx", problems))
        assert len(problems) == 0
    assert grids[0] == grids[1]


@needs_office
def test_another_office_opens_the_copy_with_its_comments(marked: bytes, tmp_path: Path) -> None:
    (tmp_path / "so.xlsx").write_bytes(marked)
    for kind in ("xlsx:Calc MS Excel 2007 XML", "pdf"):
        subprocess.run(
            ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", kind,
             "--outdir", tmp_path / "out", tmp_path / "so.xlsx"],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
    book = openpyxl.load_workbook(tmp_path / "out" / "so.xlsx")
    assert "“x” ở B3" in book[SHEET]["B3"].comment.text and book[SHEET]["B3"].fill.fgColor.rgb == ERROR
    assert book.sheetnames[0] == RESULTS and (tmp_path / "out" / "so.pdf").stat().st_size
    assert original_of(tmp_path / "out" / "so.xlsx") == original_of(tmp_path / "so.xlsx")
    assert book[SHEET]["B2"].comment.text.startswith("Ghi chú cũ") and book[SHEET]["A1"].comment.text == "Giữ nguyên"
    (listed,) = book[SHEET].data_validations.dataValidation
    (coloured,) = book[SHEET].conditional_formatting
    assert (str(listed.sqref), listed.formula1, str(coloured.sqref)) == ("A2:A9", '"một,hai"', "B2:B9")
    parts = package.read((tmp_path / "out" / "so.xlsx").read_bytes())
    drawn = b"".join(content for name, content in parts.items() if name.startswith("xl/drawings/drawing"))
    kinds = {name.split("/")[1] for name in parts if name.startswith(("xl/charts/", "xl/media/"))}
    assert "Hộp chữ".encode() in drawn and kinds == {"charts", "media"}


def test_a_note_of_somebody_is_not_said_in_its_own_cell_again() -> None:
    note = Problem("LƯU Ý", "O-30", Place("h/so.xlsx", SHEET, "B2"), "x", "ô có ghi chú: “x”", "Xóa")
    content = annotated(rich_book(), "so.xlsx", [note, at("B3")])
    assert content is not None
    book = opened(content)
    assert book[SHEET]["B2"].comment.text == "Ghi chú cũ" and not book[SHEET]["B2"].fill.fill_type
    assert [book.worksheets[0].cell(row, 6).value for row in (5, 6)] == ["O-30", "O-03"]


def test_what_the_copy_says_is_no_remark_of_a_person(marked: bytes, tmp_path: Path) -> None:
    (tmp_path / "so.xlsx").write_bytes(marked)
    (grid, _) = read_workbook(tmp_path / "so.xlsx", "so.xlsx", Problems())
    assert grid.remarks == {"A1": "Giữ nguyên", "B2": "Ghi chú cũ"}


# --- a copy that comes back ---------------------------------------------------------------------------


def test_a_copy_names_its_original(marked: bytes, tmp_path: Path) -> None:
    (tmp_path / "ban.xlsx").write_bytes(marked)
    (tmp_path / "goc.xlsx").write_bytes(rich_book())
    found = original_of(tmp_path / "ban.xlsx")
    assert isinstance(found, Mark) and found.file == "so.xlsx" and len(found.sha256) == 64
    assert original_of(tmp_path / "goc.xlsx") is None


def test_which_of_the_two_counts(marked: bytes, tmp_path: Path) -> None:
    files = {"so.xlsx": tmp_path / "so.xlsx", "ban.xlsx": tmp_path / "ban.xlsx"}
    files["so.xlsx"].write_bytes(rich_book())
    files["ban.xlsx"].write_bytes(marked)
    assert tuple(map(set, left_out(files))) == ({"so.xlsx"}, set())
    files["so.xlsx"].write_bytes(rich_book() + b" ")
    assert tuple(map(set, left_out(files))) == (set(), {"ban.xlsx"})
    assert not any(left_out({"ban.xlsx": files["ban.xlsx"]}))
    assert not any(left_out({"so.xlsx": files["ban.xlsx"]}))


@pytest.fixture
def faulty(tmp_path: Path) -> Dossier:
    """A sample dossier with one wrong cell."""
    shutil.copytree(ROOT / "inputs" / DOSSIER, tmp_path / "inputs" / DOSSIER)
    path = tmp_path / "inputs" / DOSSIER / "Công an tỉnh.xlsx"
    parts = package.read(path.read_bytes())
    shared = parts["xl/sharedStrings.xml"].decode()
    parts["xl/sharedStrings.xml"] = shared.replace("Đơn vị: Công an tỉnh", "Đơn vị: Công an tỉnhh").encode()
    path.write_bytes(package.write(parts))
    return found(tmp_path)


def found(folder: Path) -> Dossier:
    (dossier,) = dossiers(folder / "inputs", Problems())
    return dossier


def test_a_dossier_is_marked_mended_and_read_again(faulty: Dossier, tmp_path: Path) -> None:
    outputs = tmp_path / "outputs"
    assert {problem.code for problem in check(faulty, outputs, annotate=True).errors()} == {"DV-01"}
    (copy,) = [path for path in (outputs / DOSSIER / "loi").glob("*.xlsx") if path.name == "Công an tỉnh.xlsx"]
    book = openpyxl.load_workbook(copy)
    assert "Công an tỉnhh" in str(book.worksheets[0]["D5"].value)
    parts = package.read(copy.read_bytes())
    parts["xl/sharedStrings.xml"] = parts["xl/sharedStrings.xml"].replace("tỉnhh".encode(), "tỉnh".encode())
    (faulty.folder / "Công an (đã sửa).xlsx").write_bytes(package.write(parts))
    assert list(check(found(tmp_path)).errors()) == []
    (faulty.folder / "Công an tỉnh.xlsx").write_bytes((faulty.folder / "Công an tỉnh.xlsx").read_bytes() + b" ")
    assert "TEP-16" in {problem.code for problem in check(found(tmp_path))}


def test_a_copy_that_somebody_changed_is_kept(faulty: Dossier, tmp_path: Path) -> None:
    outputs = tmp_path / "outputs"
    check(faulty, outputs, annotate=True)
    copy = outputs / DOSSIER / "loi" / "Công an tỉnh.xlsx"
    before = copy.read_bytes()
    check(faulty, outputs, annotate=True)
    assert copy.read_bytes() == before
    copy.write_bytes(before + b" ")
    check(faulty, outputs, annotate=True)
    assert copy.read_bytes() == before + b" "
    assert (copy.parent / "Công an tỉnh (2).xlsx").read_bytes() == before
