"""Every value of a workbook, at its own address, as it was typed; or a problem that names the cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from dossiers import Reading as read_dossier
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.styles import Font
from workbook_files import STRICT, TRANSITIONAL, cell, inline, parts, relations, row, sheet, zipped
from workbooks_from_text import FILE, FOLDER, dossier

from pipeline.problems import Problems
from pipeline.vietnamese.text import clean
from pipeline.workbooks.read import Broken, Grid, letters, read_workbook
from pipeline.workbooks.remarks import AUTHOR

Read = Callable[..., tuple[Grid, list[str]]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """The first sheet of a workbook with these parts, and the problems of the workbook as CODE or CODE cell."""

    def command(made: Mapping[str, str | bytes]) -> tuple[Grid, list[str]]:
        (tmp_path / "x.xlsx").write_bytes(zipped(made))
        problems = Problems()
        grids = read_workbook(tmp_path / "x.xlsx", "x.xlsx", problems)
        grid = grids[0] if grids else Grid("x.xlsx", "", {})
        return grid, [f"{problem.code} {problem.place.cell}".strip() for problem in problems]

    return command


def run(text: str, font: str = "") -> str:
    """A piece of a text, in a font of its own."""
    return f'<r>{f"<rPr>{font}</rPr>" if font else ""}<t xml:space="preserve">{text}</t></r>'


def values(grid: Grid) -> dict[str, Any]:
    return {letters(column) + str(row): held.value for (row, column), held in grid.cells.items()}


# --- values ------------------------------------------------------------------------------------------


def test_numbers_are_exact_and_stand_at_their_own_addresses(read: Read) -> None:
    grid, codes = read(
        parts(sheet(row(5, cell("C5", "9.25"), cell("E5", "12"), cell("F5", "1.0E-2"), cell("H5", "-3"))))
    )
    assert values(grid) == {"C5": Decimal("9.25"), "E5": 12, "F5": Decimal("0.01"), "H5": -3}
    assert ([type(value) for value in values(grid).values()], codes) == ([Decimal, int, Decimal, int], [])
    assert (str(grid.cells[5, 3].place), grid.rows, grid.columns) == ("x.xlsx › A › C5", (5,), (3, 5, 6, 8))


def test_numbers_of_seventeen_digits_are_those_that_excel_shows(read: Read) -> None:
    grid, _ = read(parts(sheet(row(1, cell("A1", "9.3000000000000007"), cell("B1", "123456789012345")))))
    assert values(grid) == {"A1": Decimal("9.3"), "B1": 123456789012345}


@pytest.mark.parametrize("number", ["1234567890123456", "1E400", "-1E15"])
def test_a_number_that_excel_cannot_hold_is_refused(read: Read, number: str) -> None:
    grid, codes = read(parts(sheet(row(1, cell("A1", number)))))
    assert isinstance(found := values(grid)["A1"], Broken) and found.code == "O-15"
    assert codes == []


def test_texts_are_kept_letter_for_letter(read: Read) -> None:
    texts = (
        "<t>00123</t>",
        '<r><t>Sở </t></r><r><t xml:space="preserve"> Nội vụ</t></r><rPh sb="0" eb="1"><t>x</t></rPh>',
        "<t>dòng một_x000D_\ndòng hai _x005F_x0041_</t>",
        "<t>A &amp; B &lt;b&gt; &#x111;</t>",
        "<t>  Hòa Bình </t>",
        "<t> </t>",
        "<t/>",
    )
    stored = sheet(row(1, *(cell(f"{letters(n + 1)}1", n, "s") for n in range(len(texts))), inline("H1", "=1+1")))
    grid, codes = read(parts(stored, texts=texts))
    shown = ["00123", "Sở Nội vụ", "dòng một\ndòng hai _x0041_", "A & B <b> đ", "Hòa Bình", "=1+1"]
    assert (list(values(grid).values()), codes) == (shown, [])
    assert (7, 1) not in grid.cells and grid.cell(1, 6) is None


def test_mended_and_forbidden_letters_are_said_at_every_cell(read: Read) -> None:
    stored = row(1, cell("A1", 0, "s"), cell("B1", 0, "s"), cell("C1", 1, "s"))
    grid, codes = read(parts(sheet(stored), texts=("<t>Ðơn vị</t>", "<t>a_x0007_</t>")))
    bad = {"C1": Broken("O-09", "U+0007")}
    assert (values(grid), codes) == ({"A1": "Đơn vị", "B1": "Đơn vị", **bad}, ["O-10 A1", "O-10 B1", "O-09 C1"])


def test_dates_times_and_durations(read: Read) -> None:
    stored = row(
        1, cell("A1", 44544, style=1), cell("B1", 44544.5, style=2), cell("C1", 0.35416666666666669, style=3),
        cell("D1", 1.25, style=4), cell("E1", "2021-12-14T00:00:00", "d"), cell("F1", 44544, style=2),
    )  # fmt: skip
    grid, codes = read(parts(sheet(stored)))
    day = date(2021, 12, 14)
    assert list(values(grid).values()) == [day, datetime(2021, 12, 14, 12), time(8, 30), timedelta(hours=30), day, day]
    assert codes == []


@pytest.mark.parametrize("said", ["1", "true"])
def test_dates_since_1904(read: Read, said: str) -> None:
    grid, _ = read(parts(sheet(row(1, cell("A1", 43082, style=1))), says=f'<workbookPr date1904="{said}"/>'))
    assert values(grid) == {"A1": date(2021, 12, 14)}


def test_a_small_number_in_the_format_of_a_date_is_no_date(read: Read) -> None:
    grid, _ = read(parts(sheet(row(1, cell("A1", 9, style=1), cell("B1", 61, style=1)))))
    assert values(grid) == {"A1": Broken("O-16", "9/1/1900"), "B1": date(1900, 3, 1)}


def test_truth_values_and_percentages(read: Read) -> None:
    grid, _ = read(parts(sheet(row(1, cell("A1", 1, "b"), cell("B1", 0, "b"), cell("C1", 0.652, style=5)))))
    assert values(grid) == {"A1": True, "B1": False, "C1": Decimal("0.652")}
    assert [held.format for held in grid.cells.values()] == ["General", "General", "0.00%"]


# --- text that is not Unicode ------------------------------------------------------------------------

OLD_FONTS = row(
    1, cell("A1", 0, "s", style=6), cell("B1", 5, style=6), cell("C1", 0, "s"), cell("D1", 1, "s"),
    cell("E1", 2, "s", style=6), cell("F1", 3, "s", style=6), cell("G1", 3, "s"), cell("H1", 4, "s", style=7),
    cell("I1", 5, "s", style=6), cell("J1", 6, "s", style=6), cell("K1", 7, "s"), cell("L1", 8, "s"),
    inline("M1", "nh÷ng"),
)  # fmt: skip
OLD_TEXTS = (
    "<t>Trung -n\xad\xedc</t>",
    run("Coâng ", '<rFont val="VNI-Times"/>') + run("an", '<rFont val="Arial"/>'),
    "<t>UBND</t>",
    "<t>Hµ</t>",
    "<t>céng hßa</t>",
    "<t>Sở Tư pháp</t>",
    run("Ðo ") + run("Müller é", '<rFont val="Arial"/>') + run(" ®", "<b/>"),
    "<t>Coäng hoøa</t>",
    "<t>Müller §5 m²</t>",
)
UNICODE = {
    "A1": "Trung -nước", "C1": "Trung -nước", "D1": "Công an", "F1": "Hà", "H1": "CỘNG HÒA", "J1": "éo Müller é đ",
    "K1": "Cộng hòa", "M1": "những",
}  # fmt: skip
KEPT = {"B1": 5, "E1": "UBND", "G1": "Hµ", "I1": "Sở Tư pháp", "L1": "Müller §5 m²"}
IN_VNI = ("D1", "K1")


def test_text_in_an_old_encoding_is_refused(read: Read) -> None:
    """By its font, run by run, or by its letters; never plain text, Unicode, or what nobody can tell."""
    grid, codes = read(parts(sheet(OLD_FONTS), texts=OLD_TEXTS))
    broken = {ref: Broken("O-27" if ref in IN_VNI else "O-26", text) for ref, text in UNICODE.items()}
    assert (values(grid), codes) == (broken | KEPT, [])


def test_text_in_an_old_encoding_is_converted_when_asked_for(tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(zipped(parts(sheet(OLD_FONTS), texts=OLD_TEXTS)))
    problems = Problems()
    (grid,) = read_workbook(tmp_path / "x.xlsx", "x.xlsx", problems, convert_old_fonts=True)
    assert values(grid) == UNICODE | KEPT
    assert [problem.message for problem in problems if problem.code == "O-28"] == [
        "đã chuyển chữ ở 6 ô từ bảng mã cũ TCVN3 sang Unicode (A1, C1, F1, H1, J1 …)",
        "đã chuyển chữ ở 2 ô từ bảng mã cũ VNI sang Unicode (D1, K1)",
    ]
    assert {(problem.code, problem.place.sheet, problem.place.cell) for problem in problems} == {("O-28", "A", "")}


def test_a_workbook_that_knows_no_fonts_is_told_by_its_letters(tmp_path: Path) -> None:
    texts = ("Coäng hoøa", "§ång bé", "Müller", "Hµ")
    cells = (f'<table:table-cell office:value-type="string"><text:p>{t}</text:p></table:table-cell>' for t in texts)
    (tmp_path / "x.ods").write_bytes(open_document(f"<table:table-row>{''.join(cells)}</table:table-row>"))
    found = [
        list(values(*read_workbook(tmp_path / "x.ods", "x.ods", Problems(), convert)).values())
        for convert in (False, True)
    ]
    assert found[0] == [Broken("O-27", "Cộng hòa"), Broken("O-26", "Đồng bộ"), "Müller", "Hµ"]
    assert found[1] == ["Cộng hòa", "Đồng bộ", "Müller", "Hµ"]


# --- what people did to cells besides -----------------------------------------------------------------


def test_a_cell_struck_through_is_known(read: Read) -> None:
    grid, _ = read(parts(sheet(row(1, cell("A1", 5, style=8), cell("B1", 5), cell("C1", 5, style=9)))))
    assert [held.struck for held in grid.cells.values()] == [True, False, False]


NOTES = (
    f'<comments xmlns="{TRANSITIONAL["main"]}"><authors><author>Lan</author><author>{AUTHOR}</author>'
    "<author>tc={1}</author></authors><commentList>"
    '<comment ref="A1" authorId="0"><text><r><t>Lan:\n</t></r><r><t>số  này chưa chắc</t></r></text></comment>'
    '<comment ref="B1" authorId="1"><text><t>LỖI: của chương trình</t></text></comment>'
    '<comment ref="C1" authorId="0"><text><t>xem lại\n\nLỖI: “x” không phải là số. Sửa. [O-03]</t></text></comment>'
    '<comment ref="D1" authorId="2"><text><t>[Threaded comment] Hỏi lại</t></text></comment>'
    f'<comment ref="E1" authorId="0"><text><t>{"dài " * 60}</t></text></comment>'
    '<comment ref="F1" authorId="9"><text><t> </t></text></comment></commentList></comments>'
)
THREADS = (
    '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
    '<threadedComment ref="D1" id="1"><text>Hỏi lại đơn vị</text></threadedComment>'
    '<threadedComment ref="D1" id="2" parentId="1"><text>Đã hỏi</text></threadedComment></ThreadedComments>'
)


@pytest.mark.parametrize("threaded", [True, False])
def test_the_notes_of_people_are_known_and_ours_are_not_theirs(read: Read, threaded: bool) -> None:
    leads = {"r1": ("comments", "../comments1.xml"), "r2": ("threadedComment", "../threadedComments/t1.xml")}
    made = parts(sheet(row(1, cell("A1", 5)))) | {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(leads),
        "xl/comments1.xml": NOTES,
    }
    grid, codes = read(made | ({"xl/threadedComments/t1.xml": THREADS} if threaded else {}))
    assert codes == [] and grid.remarks == {
        "A1": "Lan: số này chưa chắc",
        "C1": "xem lại",
        "D1": "Hỏi lại đơn vị / Đã hỏi" if threaded else "[Threaded comment] Hỏi lại",
        "E1": ("dài " * 25)[:99] + "…",
    }


def test_what_people_did_to_the_cells_of_a_table_is_said_where_it_counts(tmp_path: Path) -> None:
    path = dossier(tmp_path, **{"Sổ tay": "a | b"}) / FOLDER / FILE
    book = openpyxl.load_workbook(path)
    for title, place in (("Khen thưởng", "E2"), ("Khen thưởng", "E3"), ("Đơn vị", "A1"), ("Sổ tay", "A1")):
        book[title][place].font = Font(strike=True)
        book[title][place].comment = Comment("xem lại", "Lan")
    book.save(path)
    said = [str(problem) for problem in read_dossier(tmp_path).problems.grouped() if problem.code in ("O-29", "O-30")]
    assert [line.split(FILE)[1].split("“")[0] for line in said] == [
        " › Khen thưởng › E2:E3, 2 ô: ô bị gạch ngang chữ nhưng vẫn được tính. Xóa hẳn nội dung của ô nếu không dùng "
        "[O-29]",
        " › Khen thưởng › E2:E3, 2 ô: ô có ghi chú: ",
        " › Đơn vị › A1: ô có ghi chú: ",
    ]


def test_damaged_notes_are_a_damaged_workbook(read: Read) -> None:
    leads = {"r1": ("comments", "../comments1.xml")}
    made = parts(sheet(row(1, cell("A1", 5)))) | {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(leads), "xl/comments1.xml": NOTES[:-20],
    }  # fmt: skip
    assert read(made)[1] == ["TEP-10"]


# --- cells without a value ---------------------------------------------------------------------------


def test_errors_and_formulas_that_were_never_calculated(read: Read) -> None:
    stored = row(
        1, cell("A1", "#N/A", "e"), '<c r="B1"><f>SUM(A1:A9)</f></c>', '<c r="C1"><f>1+1</f><v></v></c>',
        '<c r="D1"><f t="shared" si="0"/></c>', '<c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
        '<c r="F1" t="str"><f>IF(A1&gt;1,"",2)</f><v></v></c>', '<c r="G1"><f>1+1</f><v>2</v></c>',
        '<c r="H1" t="str"><f>"a"</f><v>a</v></c>', '<c r="I1" t="str"><f>A1&amp;"x"</f></c>',
    )  # fmt: skip
    grid, codes = read(parts(sheet(stored)))
    assert values(grid) == {
        "A1": Broken("O-01", "#N/A"), "B1": Broken("O-02", "=SUM(A1:A9)"), "C1": Broken("O-02", "=1+1"),
        "D1": Broken("O-02", "="), "E1": Broken("O-01", "#DIV/0!"), "G1": 2, "H1": "a",
        "I1": Broken("O-02", '=A1&"x"'),
    }  # fmt: skip
    assert codes == []


def test_a_nought_in_a_workbook_that_excel_must_calculate_is_no_sum(tmp_path: Path) -> None:
    """Programs store 0 for every formula and ask Excel to calculate at its first opening."""
    with xlsxwriter.Workbook(str(tmp_path / "x.xlsx")) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, [4, 5])
        page.write_formula(0, 2, "=SUM(A1:B1)")
        page.write_formula(0, 3, "=SUM(A1:B1)", None, 9)
    (grid,) = read_workbook(tmp_path / "x.xlsx", "x.xlsx", Problems())
    assert values(grid) == {"A1": 4, "B1": 5, "C1": Broken("O-02", "=SUM(A1:B1)"), "D1": 9}


@pytest.mark.parametrize(
    "stored",
    [
        cell("A1", "abc"),
        cell("A1", " 5 "),
        cell("A1", "nan"),
        cell("A1", "junk", "d"),
        cell("A1", "1&amp;2"),
    ],
)
def test_a_cell_that_two_readers_read_in_two_ways_is_refused(read: Read, stored: str) -> None:
    grid, _ = read(parts(sheet(row(1, stored, cell("B1", 2)))))
    found = values(grid)
    assert isinstance(found["A1"], Broken) and found["A1"].code == "O-14" and found["B1"] == 2


def test_a_text_that_is_not_there_is_refused(read: Read) -> None:
    assert read(parts(sheet(row(1, cell("A1", 7, "s"))), texts=("<t>a</t>",)))[1] == ["TEP-10"]


# --- the shape of the sheet --------------------------------------------------------------------------


def test_merged_areas_and_hidden_rows_and_columns(read: Read) -> None:
    before = '<cols><col min="2" max="3" hidden="1"/><col min="9" max="16384" hidden="true"/></cols>'
    after = '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/></mergeCells>'
    rows = row(1, inline("A1", "Tên")), row(3, cell("D3", 1), more=' hidden="1"'), row(4, cell("J4", 1))
    grid, _ = read(parts(sheet(*rows, before=before, after=after)))
    assert grid.text(1, 3, filled=True) == "Tên" and grid.text(1, 3) == ""
    assert grid.hidden_rows == frozenset((3,)) and {2, 3, 9, 500} <= grid.hidden_columns
    assert [(m.top, m.left, m.bottom, m.right) for m in grid.merges] == [(1, 1, 1, 3), (2, 1, 3, 1)]


def test_what_a_merged_area_covers_is_not_lost(read: Read) -> None:
    after = '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>'
    grid, _ = read(parts(sheet(row(1, cell("A1", 5), cell("B1", 5), cell("C1", "6.5"), cell("D1", 5)), after=after)))
    assert values(grid) == {"A1": 5, "C1": Broken("O-17", "6.5"), "D1": 5}


def test_a_format_far_away_costs_nothing(read: Read) -> None:
    far = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    grid, codes = read(parts(sheet(row(1, cell("A1", 1), '<c r="XFD1" s="1"/>'), far)))
    assert (values(grid), codes) == ({"A1": 1}, [])


@pytest.mark.parametrize("ref", ["XFD1048576", "SG2", "A503", "A200001"])
@pytest.mark.parametrize("stored", ["<v>1</v>", "<v> </v>", "<f>1</f>", "<is><t> </t></is>"])
def test_a_value_far_away_is_named(read: Read, ref: str, stored: str) -> None:
    number = int(ref.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    kind = "inlineStr" if "<is>" in stored else "str"
    grid, codes = read(parts(sheet(row(1, cell("A1", 1)), row(number, f'<c r="{ref}" t="{kind}">{stored}</c>'))))
    assert (dict(grid.cells), codes) == ({}, [f"TRANG-12 {ref}"])


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ((row(1, cell("A1", 1), cell("A1", 2)),), "A1"),
        ((row(1, cell("B1", 1), cell("A1", 2)),), "A1"),
        ((row(1, cell("A1", 1)), row(1, cell("B1", 2))), "A1"),
        ((row(2, cell("A2", 1)), row(1, cell("A1", 2))), "A1"),
        ((row(1, cell("A7", 1)),), "A7"),
    ],
)
def test_a_cell_stored_twice_or_out_of_order_is_refused(read: Read, rows: tuple[str, ...], place: str) -> None:
    assert read(parts(sheet(*rows)))[1] == [f"TRANG-11 {place}"]


# --- other ways to store the same --------------------------------------------------------------------

PLAIN = sheet(row(1, cell("A1", 9.5), cell("B1", 0, "s"), inline("C1", "a&amp;b"), '<c r="D1"><f>1</f><v>1</v></c>'))
UNUSUAL = {
    "prefix": PLAIN.replace("<", "<x:").replace("<x:/", "</x:").replace("xmlns=", "xmlns:x="),
    "comments": PLAIN.replace("9.5", "9<!-- 1 -->.5<?p i?>"),
    "references": PLAIN.replace("9.5", "9&#46;5").replace("a&amp;b", "a&#38;b"),
    "literal": PLAIN.replace("a&amp;b", "<![CDATA[a&b]]>").replace("9.5", "<![CDATA[9.5]]>"),
    "quotes": PLAIN.replace('"', "'"),
    "order": PLAIN.replace('r="B1" t="s"', 't="s" r="B1"'),
    "rich": PLAIN.replace("<t>a&amp;b</t>", "<r><t>a&amp;</t></r><rPh sb='0' eb='1'><t>z</t></rPh><r><t>b</t></r>"),
    "spread": PLAIN.replace("><", ">\n  <"),
    "unnumbered": PLAIN.replace(' r="1"', "").replace(' r="A1"', "").replace(' r="B1"', ""),
    "decoy": PLAIN.replace(
        "<sheetData>", "<!-- <sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData> --><sheetData>"
    ),
    "attributes": PLAIN.replace("<sheetData>", "<sheetData z='1'>").replace("<v>0", '<v xml:space="preserve">0'),
}


@pytest.mark.parametrize("way", UNUSUAL)
def test_a_sheet_stored_in_an_unusual_way_says_the_same(read: Read, way: str) -> None:
    grid, codes = read(parts(UNUSUAL[way], texts=("<t>Đơn vị</t>",)))
    assert (values(grid), codes) == ({"A1": Decimal("9.5"), "B1": "Đơn vị", "C1": "a&b", "D1": 1}, [])


@pytest.mark.parametrize(
    ("stored", "texts"),
    [(PLAIN.replace("<v>0", "<v><b/>0"), "<t>Đơn vị</t>"), (PLAIN, "<t><b/>Đơn vị</t>")],
)
def test_something_within_a_value_is_refused(read: Read, stored: str, texts: str) -> None:
    assert read(parts(stored, texts=(texts,)))[1] == ["TEP-10"]


def test_the_strict_edition_of_the_standard_is_read_right(read: Read) -> None:
    stored = row(
        1, cell("A1", 0, "s"), cell("B1", "2021-12-14", "d"), cell("C1", 44544, style=1), cell("D1", 0.5, style=5)
    )
    grid, codes = read(parts(sheet(stored, names=STRICT), texts=("<t>Đơn vị</t>",), names=STRICT))
    day = date(2021, 12, 14)
    assert (values(grid), codes) == ({"A1": "Đơn vị", "B1": day, "C1": day, "D1": Decimal("0.5")}, [])
    assert grid.cells[1, 4].format == "0.00%"


@pytest.mark.parametrize("library", ["openpyxl", "xlsxwriter"])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.one_of(
            st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn")), max_size=40),
            st.text("aăbđêôơưẠệÐ _x000D-“…1\u0301\xa0").map("ư{}".format),
            st.integers(-(10**14), 10**14),
            st.floats(-1e9, 1e9, allow_nan=False).map(lambda number: round(number, 6)),
            st.booleans(),
            st.dates(date(1900, 3, 1), date(2100, 1, 1)),
        ),
        max_size=12,
    )
)
def test_what_a_library_writes_is_read_back(tmp_path: Path, library: str, typed: list[Any]) -> None:
    path = tmp_path / "x.xlsx"
    if library == "openpyxl":
        book = openpyxl.Workbook()
        for column, value in enumerate(typed, 1):
            target = book.active.cell(2, column)  # type: ignore[union-attr]
            target.value = value
            target.data_type = "s" if isinstance(value, str) else target.data_type
        book.save(path)
    else:
        with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as written:
            page, format = written.add_worksheet(), written.add_format({"num_format": "d/m/yyyy"})
            for column, value in enumerate(typed):
                page.write(1, column, value, *([format] if isinstance(value, date) else []))
    grids = read_workbook(path, "x.xlsx", Problems())
    found = {column - 1: held.value for (_, column), held in grids[0].cells.items()}
    assert found == {at: fit for at, value in enumerate(typed) if (fit := as_read(value)) is not None}


def as_read(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value).text or None
    return Decimal(repr(value)) if isinstance(value, float) else value


# --- the old kinds -----------------------------------------------------------------------------------


def open_document(rows: str) -> bytes:
    kind, names = "application/vnd.oasis.opendocument.spreadsheet", "urn:oasis:names:tc:opendocument:xmlns"
    spaces = " ".join(f'xmlns:{name}="{names}:{name}:1.0"' for name in ("office", "table", "text"))
    table = f'<office:spreadsheet><table:table table:name="A">{rows}</table:table></office:spreadsheet>'
    content = f"<office:document-content {spaces}><office:body>{table}</office:body></office:document-content>"
    manifest = f'<manifest xmlns="{names}:manifest:1.0"/>'
    return zipped({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


def test_an_open_document_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    stored = (
        '<table:table-row><table:table-cell office:value-type="string"><text:p>Đơn vị</text:p></table:table-cell>'
        '<table:table-cell table:number-columns-repeated="2"/>'
        '<table:table-cell office:value-type="float" office:value="9.25"/>'
        '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
        '<table:table-cell office:value-type="date" office:date-value="2021-12-14"/></table:table-row>'
    )
    (tmp_path / "x.ods").write_bytes(open_document(stored))
    problems = Problems()
    (grid,) = read_workbook(tmp_path / "x.ods", "x.ods", problems)
    assert values(grid) == {"A1": "Đơn vị", "D1": Decimal("9.25"), "E1": True, "F1": date(2021, 12, 14)}
    assert [problem.code for problem in problems] == ["TEP-13"]


def test_an_open_document_of_endless_cells_dies_alone(tmp_path: Path) -> None:
    stored = (
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" '
        'office:value-type="float" office:value="1"/></table:table-row>'
    )
    (tmp_path / "x.ods").write_bytes(open_document(stored))
    problems = Problems()
    assert read_workbook(tmp_path / "x.ods", "x.ods", problems) == ()
    assert {problem.code for problem in problems} & {"TEP-01", "TEP-09", "TEP-14"}


@pytest.mark.parametrize("name", ["x.xls", "x.xlsb", "x.ods"])
def test_a_broken_workbook_of_an_old_kind_is_refused(tmp_path: Path, name: str) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "Workbook\0".encode("utf-16-le")
    kind = (
        {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"} if name == "x.ods" else {"xl/workbook.bin": "x"}
    )
    (tmp_path / name).write_bytes(ole if name == "x.xls" else zipped(kind))
    problems = Problems()
    assert read_workbook(tmp_path / name, name, problems) == ()
    assert {problem.code for problem in problems} == {"TEP-01", "TEP-13"}
