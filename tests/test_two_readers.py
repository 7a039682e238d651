"""Every workbook that is accepted says what openpyxl and calamine say of it, cell by cell."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
import two_readers
from test_problems import CASES, spoilt
from test_read import UNUSUAL
from two_readers import disagreements
from workbook_files import PACKAGE, parts, zipped
from workbooks_from_text import dossier

from pipeline.forms import forms
from pipeline.problems import Problems
from pipeline.workbooks.annotate import annotated
from pipeline.workbooks.read import Grid, read_workbook

SAMPLES = sorted((Path(__file__).parents[1] / "inputs").rglob("*.xlsx"))

TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_samples(path: Path) -> None:
    problems = Problems()
    assert any(grid.cells for grid in read_workbook(path, path.name, problems)) and problems.errors() == ()
    assert disagreements(path) == []


@pytest.mark.parametrize("path", SAMPLES[:2], ids=lambda path: path.stem)
def test_the_marked_copies_of_samples(path: Path, tmp_path: Path) -> None:
    content = annotated(path.read_bytes(), path.name, [])
    assert content is not None
    (tmp_path / "x.xlsx").write_bytes(content)
    assert disagreements(tmp_path / "x.xlsx") == []


@pytest.mark.parametrize("per_unit", [False, True])
def test_the_forms(per_unit: bool, tmp_path: Path) -> None:
    known = next(path for path in SAMPLES if "Cụm 9 - tổng hợp" in path.name)
    made = forms(tmp_path, known if per_unit else None, per_unit).written
    assert made and {path.name: disagreements(path) for path in made} == {path.name: [] for path in made}
    assert not [name for path in made for name in zipfile.ZipFile(path).namelist() if "comment" in name.lower()]


@pytest.mark.parametrize("code", [code for code, case in CASES.items() if not code.startswith(("TEP-", "MAU-"))])
def test_the_dossiers_with_a_fault(code: str, tmp_path: Path) -> None:
    paths = sorted(spoilt(CASES[code].spoil, tmp_path).rglob("[!~]*.xlsx"))
    assert {path.name: found for path in paths if (found := disagreements(path))} == {}


@pytest.mark.parametrize("way", UNUSUAL)
def test_the_unusual_ways_to_store(way: str, tmp_path: Path) -> None:
    made = parts(UNUSUAL[way], texts=("<t>Đơn vị</t>",)) | {"[Content_Types].xml": TYPES}
    (tmp_path / "x.xlsx").write_bytes(zipped(made))
    assert disagreements(tmp_path / "x.xlsx") == []


def test_what_we_would_lose_change_or_invent_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The measure itself: a reader with a fault is found out."""
    path = next(dossier(tmp_path).rglob("*.xlsx"))
    good = read_workbook(path, path.name, Problems())

    def faulty(*_: object) -> tuple[Grid, ...]:
        cells = dict(good[0].cells)
        del cells[1, 1]
        cells[2, 2] = replace(cells[2, 2], value="khác")
        cells[90, 1] = cells[2, 1]
        return (replace(good[0], cells=cells), *good[2:])

    assert disagreements(path) == []
    monkeypatch.setattr(two_readers, "read_workbook", faulty)
    assert [line.split(":")[0] for line in disagreements(path)] == [
        "Thông tin A1", "Thông tin A90", "Thông tin B2", "Văn bản",
    ]  # fmt: skip
