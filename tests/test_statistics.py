"""Biểu thống kê khen thưởng: unit × level × form, form × manner, in Word and in Excel; nothing stands for nothing."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from clusters import NAMES, TEMPLATES, cluster, commended, counts, fields, figure, words
from docx import Document
from docx.oxml.ns import qn
from dossiers import Reading, read
from papers import Run, dossier_of, run
from sample_books import copied
from workbooks_from_text import FOLDER, dossier, only, sheet

from pipeline.documents import KINDS
from pipeline.documents.source import Source
from pipeline.documents.statistics import by_manners, by_units, workbook
from pipeline.law.statistics import form_order, manner, manner_order
from pipeline.model import Cluster, Figure, Tally
from pipeline.rendering import compile_template

KIND = "thong-ke-khen-thuong"
COUNTING = only("Thông tin", "Đơn vị", "Khen thưởng")


def counting(folder: Path, text: str) -> Reading:
    return read(folder, **{**COUNTING, "Khen thưởng": sheet(text)})


def grid(of: Cluster, field: str = "theo_don_vi") -> list[list[list[object]]]:
    """The tables as they are printed: heads, rows, totals; numbers plain."""
    tables = fields(KIND, of)["thong_ke"][field]
    return [
        [
            [span["ten"] for span in table["nhom"] for _ in range(span["rong"])],
            [span["ten"] for span in table["hinh_thuc"] for _ in range(span["rong"])],
            [column["ten"] for column in table["cot"]],
            *([row["ten"], *map(plain, row["o"])] for row in table["dong"]),
            ["Tổng cộng", *map(plain, table["tong"])],
        ]
        for table in tables
    ]


def plain(value: object) -> object:
    return value.value if isinstance(value, Figure) else value


FORMS = """
    Đơn vị | Hình thức | Cấp | Tập thể | Cá nhân | Hộ
    Công an tỉnh | Giấy khen | | 40 | 310 |
    Công an tỉnh | Chiến sĩ thi đua cơ sở | | | 12 |
    Công an tỉnh | Cờ thi đua của Chính phủ | | 1 | |
    Công an tỉnh | Bằng khen của Thủ tướng Chính phủ | | | 2 |
    Công an tỉnh | Huân chương Lao động | | | 1 |
    Sở Tư pháp | Giấy khen | | 6 | 0 | 3
"""


def test_a_row_a_unit_and_a_column_a_form_in_the_order_of_the_circular(tmp_path: Path) -> None:
    """Levels from above; huân chương, cờ, bằng khen; what nobody filled has no column, what one did not fill a dash."""
    found = counting(tmp_path, FORMS)
    (table,) = grid(found.cluster)
    assert table[0] == ["Cấp Nhà nước"] * 3 + ["Cấp cơ sở"] * 4 + ["Tổng số"] * 3
    assert table[1][:3] == ["Huân chương Lao động", "Cờ thi đua của Chính phủ", "Bằng khen của Thủ tướng Chính phủ"]
    assert table[2] == ["Cá nhân", "Tập thể", *["Cá nhân"] * 2, "Tập thể", "Cá nhân", "Hộ gia đình",
                        "Tập thể", "Cá nhân", "Hộ gia đình"]  # fmt: skip
    rows = {str(row[0]): row[1:] for row in table[3:]}
    assert rows["Công an tỉnh"] == [1, 1, 2, 12, 40, 310, "-", 41, 325, "-"]
    assert rows["Sở Tư pháp"] == ["-", "-", "-", "-", 6, 0, 3, 6, 0, 3]
    assert rows["Tòa án nhân dân tỉnh"] == ["-"] * 10
    assert rows["Tổng cộng"] == [1, 1, 2, 12, 46, 310, 3, 47, 325, 3]


def test_units_that_have_not_sent_are_named(tmp_path: Path) -> None:
    (note,) = [line for line in words(KIND, counting(tmp_path, FORMS).cluster) if line.startswith("Ghi chú")]
    assert note.startswith("Ghi chú: số liệu của 02/05 đơn vị; Tòa án nhân dân tỉnh, ")
    assert note.endswith(" chưa gửi báo cáo; dấu “-” là không có số liệu.")


def test_a_form_and_a_level_that_were_not_told_are_not_guessed() -> None:
    found = tallied(("base", "Giấy khen", None), ("base", None, None), (None, "Giải thưởng của ngành", None))
    assert grid(found)[0][0] == ["Cấp cơ sở", "Cấp cơ sở", "Khác", "Tổng số"]
    assert grid(found)[0][1] == ["Giấy khen", "Chưa ghi hình thức", "Giải thưởng của ngành", "Tổng số"]


def tallied(*said: tuple[str | None, str | None, str | None], by: str | None = NAMES[0], **more: Any) -> Cluster:
    """A cluster in which a unit, or the whole, has one occasion of a person for each level, form and manner."""
    found = tuple(Tally(by, *one, "person", figure(1)) for one in said)
    return cluster(commendations=commended(counts(None, len(said)), tallies=found, **more))


# --- by manner -----------------------------------------------------------------------------------------


def test_a_row_a_form_and_a_column_a_manner(tmp_path: Path) -> None:
    reading = counting(
        tmp_path,
        """
        Đơn vị | Hình thức | Phương thức | Tập thể | Cá nhân
        Công an tỉnh | Giấy khen | đột xuất | 2 | 5
        Công an tỉnh | Giấy khen | Khen thưởng chuyên đề | 1 | 4
        Công an tỉnh | Giấy khen | | | 3
        Công an tỉnh | Bằng khen của Thủ tướng Chính phủ | Thường xuyên | 1 |
        Sở Tư pháp | Giấy khen | Đột xuất | 7 |
        """,
    )
    (table,) = grid(reading.cluster, "theo_phuong_thuc")
    assert table[0] == ["Thường xuyên", *["Chuyên đề"] * 2, *["Đột xuất"] * 2, "Chưa ghi phương thức", *["Tổng số"] * 2]
    assert table[3:] == [
        ["Cấp Nhà nước", 1, "-", "-", "-", "-", "-", 1, "-"],
        ["Bằng khen của Thủ tướng Chính phủ", 1, "-", "-", "-", "-", "-", 1, "-"],
        ["Cấp cơ sở", "-", 1, 4, 9, 5, 3, 10, 12],
        ["Giấy khen", "-", 1, 4, 9, 5, 3, 10, 12],
        ["Tổng cộng", 1, 1, 4, 9, 5, 3, 11, 12],
    ]


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("khen thưởng thường xuyên", "Thường xuyên"), ("công trạng", "Công trạng"), ("theo đợt", "Chuyên đề"),
        ("quá trình cống hiến", "Cống hiến"), ("Niên hạn", "Niên hạn"), ("đối ngoại", "Đối ngoại"),
        ("phong trào thi đua", "Phong trào thi đua"), ("đột xuất, chuyên đề", "Đột xuất, chuyên đề"),
    ],
)  # fmt: skip
def test_a_manner_is_named_as_the_circular_does_or_kept(typed: str, named: str) -> None:
    assert manner(typed) == named


def test_the_order_of_the_circular() -> None:
    state = ("Huân chương Độc lập", "Giải thưởng Hồ Chí Minh", "Giải thưởng Nhà nước", "Nhà giáo ưu tú",
             "Cờ thi đua của Chính phủ", "Bằng khen của Thủ tướng Chính phủ", "CSTĐTQ")  # fmt: skip
    ministry = ("Bằng khen cấp bộ", "Chiến sĩ thi đua cấp bộ", "Cờ thi đua của Bộ Công an", "Kỷ niệm chương", "Khác")
    assert [form_order(form, "state") for form in state] == [*range(6), 7]
    assert [form_order(form, "ministry") for form in ministry] == list(range(5))
    assert form_order("Giấy khen", "base") == 0
    assert sorted(("Riêng", "Niên hạn", "Đột xuất", "Công trạng"), key=manner_order) == [
        "Công trạng", "Đột xuất", "Niên hạn", "Riêng",
    ]  # fmt: skip


def test_the_same_manner_in_other_letters_is_the_same_fact(tmp_path: Path) -> None:
    reading = counting(
        tmp_path,
        """
        Đơn vị | Hình thức | Phương thức | Cá nhân
        Công an tỉnh | Giấy khen | đột xuất | 5
        Công an tỉnh | Giấy khen | Đột xuất | 5
        Công an tỉnh | Giấy khen | chuyên đề | 5
        """,
    )
    assert reading.codes("LỖI") == ["DV-07"]


# --- when it is made -----------------------------------------------------------------------------------

STATE, BASE, OTHER = ("state", "Huy chương"), ("base", "Giấy khen"), ("base", "Lao động tiên tiến")


@pytest.mark.parametrize(
    ("of", "why"),
    [
        (cluster(), "chưa có số liệu khen thưởng"),
        (tallied((*BASE, None)), "các bảng khen thưởng của báo cáo đã nêu đủ số liệu"),
        (tallied((*STATE, None), (*BASE, None)), "các bảng khen thưởng của báo cáo đã nêu đủ số liệu"),
        (tallied(("base", None, None)), "các bảng khen thưởng của báo cáo đã nêu đủ số liệu"),
        (tallied((*BASE, None), (*OTHER, None), by=None), "các bảng khen thưởng của báo cáo đã nêu đủ số liệu"),
        (tallied((*BASE, None), (*OTHER, None)), None),
        (tallied((*BASE, "Đột xuất")), None), (tallied((*BASE, "Đột xuất"), by=None), None),
        (cluster(commendations=commended(counts(0), tallies=(Tally(NAMES[0], *BASE, "x", "person", figure(0)),))),
         "chưa có số liệu khen thưởng"),
    ],
)  # fmt: skip
def test_it_is_made_where_it_tells_more_than_the_report(of: Cluster, why: str | None) -> None:
    """One form a level: the report's own tables say it; no unit is known: only the manners are more."""
    assert KINDS[KIND].lacks(of) == why


def test_of_the_whole_cluster_only_the_manners_are_a_table() -> None:
    of = tallied((*BASE, "Đột xuất"), (*OTHER, None), by=None, units=())
    assert (by_units(of), grid(of)) == (None, [])
    assert [row[0] for row in grid(of, "theo_phuong_thuc")[0][3:]] == ["Giấy khen", "Lao động tiên tiến", "Tổng cộng"]
    assert not [line for line in words(KIND, of) if line.startswith("1. ")]


def test_it_is_left_out_with_one_note(tmp_path: Path) -> None:
    inputs = dossier(tmp_path / "inputs")
    made = run(dossier_of(inputs, FOLDER), tmp_path / "outputs")
    notes = [str(problem) for problem in made.outcome.problems if problem.code == "VB-01"]
    assert [note for note in notes if "thống kê" in note] != [] and KIND not in made.kinds
    report = made.report
    assert not [line for line in report.paragraphs if "thống kê chi tiết" in line]


# --- many forms ----------------------------------------------------------------------------------------


def test_many_forms_stand_in_tables_under_each_other() -> None:
    """At most thirteen columns of counts a table; a form is not torn; the numbers of the columns run through."""
    found = tuple(
        Tally(NAMES[0], "base", f"Giải thưởng {n}", None, kind, figure(1))
        for n in range(9)
        for kind in ("collective", "person")
    )
    of = cluster(commendations=commended(counts(9, 9), tallies=found))
    tables = fields(KIND, of)["thong_ke"]["theo_don_vi"]
    assert [len(table["cot"]) for table in tables] == [12, 8]
    assert [column["so"] for table in tables for column in table["cot"]] == [f"({n})" for n in range(3, 23)]
    assert len([line for line in words(KIND, of) if line.endswith("(tiếp theo)")]) == 1


# --- the workbook --------------------------------------------------------------------------------------


def books(of: Cluster) -> tuple[Any, Any]:
    content = workbook(Source(of, "statistics")).content
    return openpyxl.load_workbook(io.BytesIO(content)), openpyxl.load_workbook(io.BytesIO(content), data_only=True)


def test_the_workbook_has_live_sums_and_their_values(tmp_path: Path) -> None:
    live, kept = books(counting(tmp_path, FORMS).cluster)
    rows = list(live["Theo đơn vị"].iter_rows(min_row=8, values_only=True))
    values = list(kept["Theo đơn vị"].iter_rows(min_row=8, values_only=True))
    assert rows[0][:3] == (1, "Công an tỉnh", 1) and values[0][9:11] == (41, 325)
    assert rows[0][9] == "=SUM(D8,G8)" and rows[0][11] is None
    assert rows[-1][1:3] == ("Tổng cộng", "=SUM(C8:C12)")
    assert values[-1] == (None, "Tổng cộng", 1, 1, 2, 12, 46, 310, 3, 47, 325, 3)


def test_the_sums_of_levels_are_live_too() -> None:
    of = tallied((*STATE, "Niên hạn"), (*BASE, "Đột xuất"), (*OTHER, "Đột xuất"))
    live, kept = books(of)
    assert live.sheetnames == ["Theo đơn vị", "Theo phương thức"]
    rows = list(live["Theo phương thức"].iter_rows(min_row=7, values_only=True))
    assert [row[0] for row in rows] == ["I", 1, "II", 1, 2, None]
    assert rows[2][2] == "=SUM(C10:C11)" and rows[-1][2] == "=SUM(C7,C9)" and rows[1][4] == "=SUM(C8,D8)"
    values = list(kept["Theo phương thức"].iter_rows(min_row=7, values_only=True))
    assert values[-1] == (None, "Tổng cộng", 2, 1, 3)


def test_word_and_excel_hold_the_same_numbers_and_trace_them() -> None:
    of = tallied((*STATE, "Niên hạn"), (*BASE, "Đột xuất"), (*OTHER, None))
    companion = workbook(Source(of, "statistics"))
    pivots = [pivot for pivot in (by_units(of), by_manners(of)) if pivot]
    printed = [f.value for pivot in pivots for line in pivot.lines for f in line.cells.values()]
    totals = [f.value for pivot in pivots for f in pivot.totals.values()]
    assert sorted(f.value for f in companion.figures.values()) == sorted([*printed, *totals])
    assert workbook(Source(of, "statistics")).content == companion.content


# --- in a dossier --------------------------------------------------------------------------------------


def test_the_report_refers_to_it_by_its_number(tmp_path: Path) -> None:
    name = "cum-9-thanh-hoa-nam-2021"
    made: Run = run(dossier_of(copied(name, tmp_path / "inputs"), name), tmp_path / "outputs")
    (sentence,) = made.report.starting("Kết quả khen thưởng theo danh hiệu")
    assert sentence.endswith("; thống kê chi tiết tại Phụ lục II kèm theo.")
    assert made.paper("thong-ke").starting("Phụ lục II")
    (total,) = (
        row for table in list(made.paper("thong-ke").tables())[-1:] for row in table if row.cells[0] == "Tổng cộng"
    )
    assert total.cells[-2:] == ("960", "3.211")


@pytest.mark.parametrize("kinds", range(1, 6))
def test_the_columns_are_as_broad_as_each_other_however_many(kinds: int) -> None:
    """As many columns as the template has cells for its tags are drawn anew too."""
    told = tuple((*STATE[:1], f"Huy chương {n}", "Đột xuất") for n in range(kinds))
    content = compile_template(TEMPLATES / f"{KIND}.docx").render(fields(KIND, tallied(*told)))
    for table in Document(io.BytesIO(content)).tables:
        widths = [int(column.get(qn("w:w")) or 0) for column in table._tbl.tblGrid][2:]
        assert max(widths) - min(widths) <= 1
