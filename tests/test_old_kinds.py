"""Workbooks of the old kinds say what the same workbook says as .xlsx; a process that goes too far ends alone."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import biff12
import openpyxl
import pytest
from test_read import open_document, values
from workbook_files import zipped
from workbooks_from_text import FILE, FOLDER, dossier

from pipeline.problems import Problems
from pipeline.workbooks import foreign
from pipeline.workbooks.parts import Refused
from pipeline.workbooks.read import Grid, read_workbook

ROWS: Sequence[Sequence[biff12.Value]] = (
    ("STT", "Đơn vị", "Điểm", "Ngày", "Ghi chú"),
    (1, "Công an tỉnh", 9.25, date(2021, 12, 14), "Chữ dài hơn hai mươi ký tự thì nằm ngay trong ô"),
    (2, "Sở Tư pháp", -0.5, None, True),
    (None, "", 123456789.0, date(1945, 9, 2), "Coäng hoøa"),
)
needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")


def read(path: Path) -> tuple[tuple[Grid, ...], list[str]]:
    problems = Problems()
    return read_workbook(path, path.name, problems), [f"{p.code} {p.place.cell}".strip() for p in problems]


def converted(path: Path, kind: str) -> Path:
    """The workbook as LibreOffice saves it in another kind."""
    folder = path.parent / "khác"
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", kind]
    subprocess.run([*command, "--outdir", folder, path], check=True, capture_output=True, timeout=180)
    return folder / f"{path.stem}.{kind}"


def test_a_binary_workbook_says_the_same_as_the_usual_one(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.title = "Điểm"
    for at, row in enumerate(ROWS, 3):
        for column, value in enumerate(row, 1):
            page.cell(at, column).value = value
    book.save(tmp_path / "x.xlsx")
    (tmp_path / "x.xlsb").write_bytes(biff12.workbook(ROWS, "Điểm", top=3))
    (usual,), (binary,) = read(tmp_path / "x.xlsx")[0], read(tmp_path / "x.xlsb")[0]
    assert values(binary) == values(usual) and len(values(binary)) == 17
    assert (binary.title, read(tmp_path / "x.xlsb")[1]) == ("Điểm", ["TEP-13"])


def test_a_hidden_sheet_of_a_binary_workbook_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "x.xlsb").write_bytes(biff12.workbook(ROWS, hidden=True))
    assert read(tmp_path / "x.xlsb") == ((), ["TEP-03", "TEP-13", "TRANG-02"])


def test_a_cell_far_away_in_a_binary_workbook_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.xlsb").write_bytes(biff12.workbook([[1], *[[]] * 600, [2]]))
    assert read(tmp_path / "x.xlsb")[1] == ["TEP-13", "TRANG-12 A602"]


@pytest.mark.parametrize("at", range(0, 260, 14))
def test_a_binary_workbook_with_a_damaged_record_brings_no_surprise(at: int, tmp_path: Path) -> None:
    """The zip is whole; what is in it is not: refused, or read with what is left."""
    made = biff12.parts(ROWS)
    sheet = made["xl/worksheets/sheet1.bin"]
    assert isinstance(sheet, bytes)
    made["xl/worksheets/sheet1.bin"] = sheet[:at] + bytes((sheet[at] ^ 0x55,)) + sheet[at + 1 :]
    (tmp_path / "x.xlsb").write_bytes(zipped(made))
    grids, codes = read(tmp_path / "x.xlsb")
    assert grids or codes != ["TEP-13"]


@needs_office
@pytest.mark.parametrize("kind", ["ods", "xls"])
def test_a_dossier_saved_as_an_old_kind_says_the_same(kind: str, tmp_path: Path) -> None:
    path = dossier(tmp_path) / FOLDER / FILE
    usual, said = read(path)
    other, codes = read(converted(path, kind))
    assert {grid.title: values(grid) for grid in other} == {grid.title: values(grid) for grid in usual}
    assert (said, codes) == ([], ["TEP-13"])


# --- limits ------------------------------------------------------------------------------------------

MANY = open_document(
    '<table:table-row table:number-rows-repeated="60000"><table:table-cell table:number-columns-repeated="200" '
    'office:value-type="string"><text:p>Đơn vị</text:p></table:table-cell></table:table-row>'
)


def refused(data: bytes, memory: int = 2**33, seconds: int = 15) -> str:
    with pytest.raises(Refused) as told:
        foreign.sheets(data, memory, seconds)
    return told.value.code


def test_memory_is_limited() -> None:
    assert refused(MANY, memory=200 * 2**20) in ("TEP-09", "TEP-14")


def test_the_time_of_the_processor_is_limited() -> None:
    assert refused(MANY, seconds=1) == "TEP-14"


def test_the_time_on_the_clock_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign, "TIMEOUT", 0.2)
    assert refused(MANY) == "TEP-14"


def test_too_many_cells_are_too_large(tmp_path: Path) -> None:
    (tmp_path / "x.ods").write_bytes(open_document(
        '<table:table-row table:number-rows-repeated="11000"><table:table-cell table:number-columns-repeated="100" '
        'office:value-type="float" office:value="1"/></table:table-row>'
    ))  # fmt: skip
    assert read(tmp_path / "x.ods") == ((), ["TEP-09", "TEP-13"])
