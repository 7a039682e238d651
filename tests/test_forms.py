"""Blank workbooks: what is drawn is what is read back, and nothing that stands is written over."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.check import check
from pipeline.dossier import dossiers
from pipeline.forms import forms
from pipeline.problems import Problems
from pipeline.workbooks.drawing import drawn
from pipeline.workbooks.example import CLUSTER_TEXT, UNIT, UNIT_TEXT, example
from pipeline.workbooks.forms import CLUSTER_SHEETS, UNIT_SHEETS, Page, Typed, cluster_pages, typed, unit_pages
from pipeline.workbooks.limits import fits_inline
from pipeline.workbooks.read import LISTS, read_workbook
from pipeline.workbooks.rows import Tables
from pipeline.workbooks.sheets import BY_NAME, SHEETS, Column
from pipeline.workbooks.tables import check_tables

ROOT = Path(__file__).parents[1]
CLUSTER = next((ROOT / "inputs" / "cum-9-thanh-hoa-nam-2021").glob("Cụm*.xlsx"))
PAGES = {f"{whose} {page.sheet.name}": page for whose, pages in
         (("cụm", cluster_pages()), ("đơn vị", unit_pages())) for page in pages}  # fmt: skip
BLANK = {"cụm": drawn(cluster_pages()), "đơn vị": drawn(unit_pages())}
WORDS = st.sampled_from(("Sở", "Công an", "xã", "Thực hiện", "nhiệm vụ", "Quỹ", "“Vì người nghèo”", "số", "Đ", "hòa"))
TEXT = st.lists(WORDS, min_size=2, max_size=6).map(lambda words: "Việc " + " ".join(words))
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "text": TEXT,
    "unit": TEXT,
    "lines": st.lists(TEXT, min_size=1, max_size=3).map(tuple),
    "names": st.lists(TEXT, min_size=1, max_size=3).map(tuple),
    "count": st.integers(0, 5000),
    "money": st.integers(0, 10**12).map(Decimal),
    "points": st.integers(0, 4000).map(lambda quarters: Decimal(quarters) / 4),
    "number": st.integers(-4000, 4000).map(lambda quarters: Decimal(quarters) / 4),
    "percent": st.integers(0, 1000).map(lambda tenths: Decimal(tenths) / 10),
    "amount": TEXT | st.integers(0, 10**6).map(Decimal),
    "date": st.dates(date(1945, 1, 1), date(2100, 12, 31)),
    "time": st.times(time(0), time(23, 59)).map(lambda at: at.replace(second=0, microsecond=0)),
    "year": st.integers(1945, 2100),
}


def values(column: Column) -> st.SearchStrategy[Any]:
    return st.sampled_from(sorted(set(column.choices.values()))) if column.choices else VALUES[column.kind]


@cache
def blank_of(sheet: str, owner: str | None) -> bytes:
    """The blank form of one sheet."""
    pages = cluster_pages() if owner is None else unit_pages()
    return drawn([page for page in pages if page.sheet.name == sheet])


def rows_of(page: Page) -> st.SearchStrategy[list[dict[str, Any]]]:
    row = st.fixed_dictionaries({column.field: values(column) for column in page.columns})
    return st.lists(row, min_size=1, max_size=1 if page.keyed else 3)


def filled(page: Page, rows: list[dict[str, Any]]) -> bytes:
    """The blank form with values typed into its cells."""
    book = openpyxl.load_workbook(io.BytesIO(blank_of(page.sheet.name, page.owner)))
    sheet = book[page.sheet.name]
    if page.owner is not None:
        sheet["B3"] = UNIT
    for number, row in enumerate(rows):
        for name, value in row.items():
            at, column = page.at(name, number)
            written = typed(page.sheet.column(name), value)
            sheet.cell(at + 1, column + 1, float(written) if isinstance(written, Decimal) else written)
    output = io.BytesIO()
    book.save(output)
    return output.getvalue()


def read(content: bytes, folder: Path) -> tuple[Tables, Problems]:
    problems = Problems()
    (folder / "so.xlsx").write_bytes(content)
    return check_tables([("so.xlsx", read_workbook(folder / "so.xlsx", "so.xlsx", problems))], problems), problems


def values_read(tables: Tables, page: Page) -> list[dict[str, Any]]:
    rows = [{name: entry.value for name, entry in row.entries.items()} for row in tables.of(page.sheet.name)]
    return [{name: value for row in rows for name, value in row.items()}] if page.keyed else rows


@pytest.mark.parametrize("name", PAGES)
def test_a_filled_form_is_read_back_as_it_was_typed(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    page, folder = PAGES[name], tmp_path_factory.mktemp("form")

    @settings(max_examples=5, deadline=None, derandomize=True)
    @given(rows_of(page))
    def holds(rows: list[dict[str, Any]]) -> None:
        tables, problems = read(filled(page, rows), folder)
        assert list(map(str, problems)) == []
        assert values_read(tables, page) == rows
        assert {str(row.owner.value) for row in tables.of(page.sheet.name) if row.owner} <= {UNIT}

    holds()


@pytest.mark.parametrize("whose", BLANK)
def test_a_blank_form_holds_no_row(whose: str, tmp_path: Path) -> None:
    tables, problems = read(BLANK[whose], tmp_path)
    assert (list(map(str, problems)), tables.sheets) == ([], frozenset())


def test_a_unit_that_is_named_on_one_sheet_owns_the_others(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(BLANK["đơn vị"]))
    book["Chấm điểm"]["B3"] = UNIT
    book["Nội dung"]["B5"], book["Nội dung"]["C5"] = "kết quả", "Hoàn thành nhiệm vụ."
    book.save(tmp_path / "filled.xlsx")
    tables, _ = read((tmp_path / "filled.xlsx").read_bytes(), tmp_path)
    (row,) = tables.of("Nội dung")
    assert row.owner is not None and row.owner.value == UNIT


# --- what is drawn --------------------------------------------------------------------------------


def test_every_declared_sheet_has_a_page() -> None:
    assert {sheet.name for sheet in CLUSTER_SHEETS} == {sheet.name for sheet in SHEETS}
    assert [sheet.name for sheet in UNIT_SHEETS] == ["Chấm điểm", "Khen thưởng", "Nội dung", "Đề nghị"]


def test_a_needed_column_is_on_every_page_of_its_sheet() -> None:
    for page in PAGES.values():
        assert {column.field for column in page.sheet.columns if column.required} <= {c.field for c in page.columns}


def validations(whose: str) -> Iterator[tuple[str, Any]]:
    book = openpyxl.load_workbook(io.BytesIO(BLANK[whose]))
    for page in PAGES.values():
        if page.sheet.name in book.sheetnames:
            for rule in book[page.sheet.name].data_validations.dataValidation:
                yield page.sheet.name, rule


@pytest.mark.parametrize("name", PAGES)
def test_every_choice_and_number_has_its_rule(name: str) -> None:
    page = PAGES[name]
    book = openpyxl.load_workbook(io.BytesIO(BLANK["cụm" if page.owner is None else "đơn vị"]))
    rules = book[page.sheet.name].data_validations.dataValidation
    kinds = {"count": "whole", "points": "decimal", "date": "date", "time": "time", "year": "custom", "choice": "list"}
    for column in page.columns:
        row, at = page.at(column.field)
        cell = book[page.sheet.name].cell(row + 1, at + 1)
        found = [rule.type for rule in rules if cell.coordinate in rule.sqref]
        assert not cell.protection.locked
        assert column.kind not in kinds or found == [kinds[column.kind]]


def test_the_rules_speak_vietnamese_within_the_limits_of_excel() -> None:
    for whose in BLANK:
        for _, rule in validations(whose):
            assert len(rule.promptTitle or "") <= 32 and len(rule.prompt or "") <= 255 and rule.prompt
            assert len(rule.errorTitle or "") <= 32 and len(rule.error or "") <= 255
            assert len(rule.formula1 or "") <= 257


def test_long_lists_stand_on_a_hidden_sheet() -> None:
    book = openpyxl.load_workbook(io.BytesIO(BLANK["cụm"]))
    assert book[LISTS].sheet_state == "veryHidden"
    sections = BY_NAME["Nội dung"].column("section")
    assert not fits_inline(sections)
    columns = {column[0].value: [cell.value for cell in column[1:] if cell.value] for column in book[LISTS].columns}
    assert columns["Mục"] == list(sections.wordings)


def test_labels_are_locked_and_print_on_a4() -> None:
    for whose, content in BLANK.items():
        book = openpyxl.load_workbook(io.BytesIO(content))
        for page in PAGES.values():
            if (page.owner is None) == (whose == "cụm"):
                sheet = book[page.sheet.name]
                assert sheet.protection.sheet and not sheet.protection.password
                assert sheet.cell(page.header + 1, 1).protection.locked
                assert (sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (9, 0)
                assert sheet.freeze_panes


def test_what_is_not_a_label_may_be_written_and_rows_deleted() -> None:
    styles = zipfile.ZipFile(io.BytesIO(BLANK["đơn vị"])).read("xl/styles.xml").decode()
    default = styles[styles.index("<cellXfs") :].split("</xf>")[0]
    assert default.count("<xf ") == 1 and '<protection locked="0"/>' in default


def test_the_same_pages_are_the_same_bytes() -> None:
    assert drawn(unit_pages(UNIT, example(UNIT_TEXT))) == drawn(unit_pages(UNIT, example(UNIT_TEXT)))


# --- the command ----------------------------------------------------------------------------------


def test_new_files_only(tmp_path: Path) -> None:
    first = forms(tmp_path)
    first.written[0].write_bytes(b"mine")
    second = forms(tmp_path)
    assert (second.written, second.kept) == ((), first.written)
    assert first.written[0].read_bytes() == b"mine"
    assert all(path.parent == tmp_path / "_mau" and path.name.isascii() for path in first.written)


def test_the_example_is_a_whole_dossier(tmp_path: Path) -> None:
    folder = tmp_path / "vi-du"
    folder.mkdir()
    (folder / "cum.xlsx").write_bytes(drawn(cluster_pages(example(CLUSTER_TEXT))))
    (folder / "don-vi.xlsx").write_bytes(drawn(unit_pages(UNIT, example(UNIT_TEXT))))
    (dossier,) = dossiers(tmp_path, Problems())
    assert {problem.code for problem in check(dossier)} == {"VB-01", "VB-63"}, "notes on what it leaves out"


def test_forms_of_a_known_cluster(tmp_path: Path) -> None:
    made = forms(tmp_path, CLUSTER, per_unit=True)
    assert (made.kept, len(made.problems)) == ((), 0)
    cluster, *units = made.written
    tables, problems = read(cluster.read_bytes(), tmp_path)
    assert (len(problems), len(units)) == (0, len(tables.of("Đơn vị")))
    book = openpyxl.load_workbook(units[2])
    assert book["Chấm điểm"]["B3"].value == "Công an tỉnh"
    criteria = [row.get("name") for row in tables.of("Tiêu chí")]
    listed = [cell.value for cell in book["Chấm điểm"]["B"][4:] if cell.value]
    assert listed == criteria
    group, leaf = book["Chấm điểm"]["D5"], book["Chấm điểm"]["D7"]
    assert (group.protection.locked, leaf.protection.locked) == (True, False)
    limits = {str(rule.sqref): rule.formula2 for rule in book["Chấm điểm"].data_validations.dataValidation}
    assert limits["D7"] == str(book["Chấm điểm"]["C7"].value)


def test_a_cluster_without_units_gives_no_forms(tmp_path: Path) -> None:
    empty = tmp_path / "trong.xlsx"
    openpyxl.Workbook().save(empty)
    made = forms(tmp_path, empty)
    assert (made.written, next(problem.code for problem in made.problems)) == ((), "HS-03")


def test_forms_are_whole_packages() -> None:
    for content in BLANK.values():
        assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None


def test_a_checked_value_is_typed_in_the_usual_words() -> None:
    period = BY_NAME["Thông tin"].column("period")
    expected: dict[str, Typed] = {"half_year": "6 tháng đầu năm", "year": "Năm"}
    assert {value: typed(period, value) for value in expected} == expected
