"""Score sheets of any layout: the same points, however an office sets them out; leaves only."""

# ruff: noqa: E501 -- a row of a table stays one line

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from dossiers import Reading, plain, read
from score_sheets import GOOD_RANKS, GOOD_TOTALS, HEADER, ROWS, SCORES, SCORING, UNITS, scored, wide
from workbooks_from_text import FOLDER, GOOD, Sheet, book, dossier, sheet

POINTS = [(38, 18, 28, 9), (40, "19,5", 29, "9,5"), (36, 18, 27, 8), (37, 18, 28, 9), (38, 19, 27, 9)]
EXTRA = [(3, 0), (0, 0), (0, 1), (0, 0), (2, 0)]
LEAVES = (
    "1 | Hoàn thành chỉ tiêu | 40",
    "2 | Cải cách hành chính | 20",
    "II | Phong trào thi đua | 30",
    "III | Hoạt động xã hội | 10",
)
MARKS = ["I", "II", "III", "IV", "V"]


def narrow(at: int, source: str = "Thẩm định") -> list[str]:
    """Layout A: a row a criterion, the points of one unit."""
    return [f"Mã | Nội dung | Điểm tối đa | {source}",
            *(f"{leaf} | {points}" for leaf, points in zip(LEAVES, POINTS[at], strict=True)),
            f"IV | Điểm thưởng | 5 | {EXTRA[at][0]}"]  # fmt: skip


# --- layout A: one unit, a row a criterion ---------------------------------------------------------


def by_unit(folder: Path, change: str = "", to: str = "") -> Reading:
    inputs = dossier(folder, **{**SCORING, "Chấm điểm": None})
    for at, unit in enumerate(UNITS):
        text = "\n".join(("BẢNG CHẤM ĐIỂM", f"Đơn vị: {unit}", "", *narrow(at)))
        book(
            inputs / FOLDER / f"{unit}.xlsx",
            {"Bảng điểm": Sheet(text.replace(change, to) if change and at == 1 else text)},
        )
    return Reading(inputs)


def test_layout_a_one_workbook_a_unit(tmp_path: Path) -> None:
    reading = by_unit(tmp_path)
    assert reading.totals() == {**GOOD_TOTALS, "Tòa án nhân dân tỉnh": 89}
    assert (reading.ranks(), reading.codes()) == (GOOD_RANKS, [])


def test_layout_a_with_groups_and_typed_sums_counts_leaves_only(tmp_path: Path) -> None:
    """A group's own number is the sum of its leaves, and is not added to them."""
    reading = by_unit(tmp_path, "1 | Hoàn", "I | Nhiệm vụ chính trị | 60 | 59,5\n1 | Hoàn")
    assert (reading.totals()["Sở Tư pháp"], reading.codes()) == (98, [])


def test_a_group_that_is_not_the_sum_of_its_leaves_is_refused(tmp_path: Path) -> None:
    reading = by_unit(tmp_path, "1 | Hoàn", "I | Nhiệm vụ chính trị | 60 | 59\n1 | Hoàn")
    assert reading.only("DIEM-04").message == "điểm của mục là 59, tổng các tiêu chí bên dưới là 59,5"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Mã | Nội dung | Điểm tối đa | Thẩm định", "TT | Nội dung tiêu chí | Thang điểm | Cụm chấm"),
        ("Mã | Nội dung | Điểm tối đa | Thẩm định", "Mã | Tiêu chí chấm điểm | Điểm\\nchuẩn | Điểm thẩm định (Cụm)"),
        ("Mã | Nội dung | Điểm tối đa | Thẩm định", "TT | Nội dung | Điểm chuẩn | Điểm duyệt\nA | B | 1 | 2"),
        (
            "IV | Điểm thưởng | 5 | 0",
            "IV | Điểm thưởng | 5 | 0\n | Tổng cộng | 105 | 98\n\n | NGƯỜI CHẤM | | TỔ TRƯỞNG",
        ),
        ("Mã | Nội dung", "Mẫu số 01 | |\n\nMã | Nội dung"),
    ],
)
def test_layout_a_in_other_words(old: str, new: str, tmp_path: Path) -> None:
    reading = by_unit(tmp_path, old, new)
    assert (reading.totals()["Sở Tư pháp"], reading.codes()) == (98, [])


# --- layout B: a row a unit ------------------------------------------------------------------------


def test_layout_b(tmp_path: Path) -> None:
    reading = read(tmp_path, **SCORING)
    assert (reading.ranks(), reading.totals(), reading.codes()) == (GOOD_RANKS, GOOD_TOTALS, [])
    first = reading.standing("Sở Tư pháp")
    assert [plain(first.groups.get(code)) for code in ("I", "II", "III")] == [Decimal("59.5"), 29, Decimal("9.5")]
    assert (first.grade, reading.standing("Tòa án nhân dân tỉnh").grade) == ("Xuất sắc", "Tốt")


def test_layout_b_with_a_merged_group_header_and_maxima_in_brackets(tmp_path: Path) -> None:
    lines = [
        "STT | Đơn vị | Điểm theo nội dung thi đua | | | | Điểm thưởng | Điểm trừ | Tổng điểm | Xếp hạng",
        " | | Hoàn thành chỉ tiêu (40 điểm) | Cải cách hành chính (20đ) | Phong trào thi đua (tối đa 30) | Hoạt động xã hội (10) | | | |",
        *ROWS,
    ]
    merges = ("A1:A2", "B1:B2", "C1:F1", "G1:G2", "H1:H2", "I1:I2", "J1:J2")
    reading = scored(tmp_path, wide(*lines, merges=merges))
    assert (reading.ranks(), reading.totals(), reading.codes()) == (GOOD_RANKS, GOOD_TOTALS, [])


def test_layout_b_with_self_and_appraised_points_under_each_group(tmp_path: Path) -> None:
    lines = [
        "STT | Đơn vị | Nhiệm vụ chính trị | | Phong trào thi đua | | Hoạt động xã hội | | Tổng điểm | | Xếp hạng",
        " | | Tự chấm | Thẩm định | Tự chấm | Thẩm định | Tự chấm | Thẩm định | Tự chấm | Thẩm định |",
        "1 | Công an tỉnh | 57 | 56 | 28 | 28 | 9 | 9 | 94 | 93 | 2",
        "2 | Sở Tư pháp | 60 | 59,5 | 29 | 29 | 10 | 9,5 | 99 | 98 | 1",
    ]
    reading = scored(tmp_path, wide(*lines, merges=("A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:H1", "I1:J1", "K1:K2")))
    standing = reading.standing("Sở Tư pháp")
    assert (plain(standing.self_points), plain(standing.total)) == (99, 98)
    assert set(reading.codes()) == {"DV-05"}


@pytest.mark.parametrize("labels", ["Nhóm I | Nhóm II | Nhóm III", "I | II | III", "I. Nhiệm vụ chính trị | II. Phong trào thi đua | III. Hoạt động xã hội",
                                    "NHIỆM VỤ CHÍNH TRỊ | phong trào  thi đua | Hoạt động xã hội (10 điểm)"])  # fmt: skip
def test_layout_b_by_groups(labels: str, tmp_path: Path) -> None:
    rows = ["56 | 28 | 9", "59,5 | 29 | 9,5", "54 | 27 | 8", "55 | 28 | 9", "57 | 27 | 9"]
    lines = [
        f"TT | Tên đơn vị | {labels}",
        *(f"{n} | {u} | {row}" for n, (u, row) in enumerate(zip(UNITS, rows, strict=True), 1)),
    ]
    reading = scored(tmp_path, wide(*lines))
    assert reading.totals() == dict(zip(UNITS, (93, 98, 89, 92, 93), strict=True))
    assert (reading.ranks()["Công an tỉnh"], reading.ranks()["Cục Thi hành án dân sự tỉnh"], reading.codes()) == (
        2,
        2,
        [],
    )


@pytest.mark.parametrize(
    "lines",
    [
        ["Đơn vị | Tổng điểm | Xếp thứ", *(f"{u} | {t} | {r}" for u, t, r in zip(UNITS, GOOD_TOTALS.values(), GOOD_RANKS.values(), strict=True))],
        ["TT | Đơn vị | Điểm đạt được", *(f"{n} | {u} | {t}" for n, (u, t) in enumerate(GOOD_TOTALS.items(), 1))],
        ["Đơn vị | Điểm | Điểm thưởng | Điểm trừ | Tổng điểm", *(f"{u} | {t - b + p} | {b} | {p} | {t}" for (u, t), (b, p) in zip(GOOD_TOTALS.items(), EXTRA, strict=True))],
        ["Đơn vị | Điểm tự chấm | Điểm Cụm thẩm định | Hạng", *(f"{u} | 99 | {t} | {r}" for u, t, r in zip(UNITS, GOOD_TOTALS.values(), GOOD_RANKS.values(), strict=True))],
    ],
    ids=["totals", "points", "points and bonus", "self and appraised"],
)  # fmt: skip
@pytest.mark.parametrize("scale", [True, False])
def test_points_as_one_number_a_unit(lines: list[str], scale: bool, tmp_path: Path) -> None:
    """Where nothing else is scored, the one number of a unit is its points."""
    reading = scored(tmp_path, wide(*lines), **({} if scale else {"Tiêu chí": None}))
    assert (reading.totals(), reading.ranks(), reading.codes()) == (GOOD_TOTALS, GOOD_RANKS, [])


def test_a_typed_total_never_stands_for_missing_points(tmp_path: Path) -> None:
    """A summary of totals beside scored criteria is compared only; so is the total of an unscored row."""
    reading = scored(tmp_path / "1", SCORES.swapped("40 | 19,5 | 29 | 9,5 | | | 98 | 1", " | | | | | | 98 |"))
    assert (reading.totals()["Sở Tư pháp"], reading.ranks()["Sở Tư pháp"]) == (None, None)
    inputs = dossier(tmp_path / "2", **SCORING)
    book(inputs / FOLDER / "tổng hợp.xlsx", {"Tổng hợp điểm": "Đơn vị | Tổng điểm\nSở Tư pháp | 99"})
    beside = Reading(inputs)
    assert (beside.totals()["Sở Tư pháp"], beside.codes()) == (98, ["DIEM-05"])


def test_layout_b_in_another_order_of_columns(tmp_path: Path) -> None:
    turned = [
        " | ".join(reversed(line.split(" | "))) for line in (HEADER, *(row.replace("| |", "| - | ") for row in ROWS))
    ]
    rows = ["Xếp thứ | Hoạt động xã hội | Tổng điểm | Cải cách hành chính | Điểm trừ | Đơn vị | Phong trào thi đua | Hoàn thành chỉ tiêu | Điểm thưởng",
            "2 | 9 | 96 | 18 | | Công an tỉnh | 28 | 38 | 3", "1 | 9,5 | 98 | 19,5 | | Sở Tư pháp | 29 | 40 |",
            "5 | 8 | 88 | 18 | 1 | Tòa án nhân dân tỉnh | 27 | 36 |", "4 | 9 | 92 | 18 | | Viện kiểm sát nhân dân tỉnh | 28 | 37 |",
            "3 | 9 | 95 | 19 | | Cục Thi hành án dân sự tỉnh | 27 | 38 | 2"]  # fmt: skip
    assert turned[0].startswith("Xếp thứ")
    reading = scored(tmp_path, wide(*rows))
    assert (reading.ranks(), reading.totals(), reading.codes()) == (GOOD_RANKS, GOOD_TOTALS, [])


@pytest.mark.parametrize(
    "row", [" | Điểm tối đa | 40 | 20 | 30 | 10 | 5 | | 105 |", "1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10", " | "]
)
def test_rows_under_the_header_that_hold_no_points(row: str, tmp_path: Path) -> None:
    reading = scored(tmp_path, SCORES.swapped("1 | Công an tỉnh", f"{row}\n1 | Công an tỉnh"))
    assert (reading.totals(), reading.codes()) == (GOOD_TOTALS, [])


def test_a_row_of_column_totals_is_no_unit(tmp_path: Path) -> None:
    reading = scored(tmp_path, SCORES.grown(" | Tổng cộng | 189 | 92,5 | 139 | 44,5 | 5 | 1 | 469 |"))
    assert (reading.totals(), reading.codes()) == (GOOD_TOTALS, [])


def test_maxima_of_the_header_hold_where_no_criteria_are_given(tmp_path: Path) -> None:
    lines = ["Đơn vị | Phong trào (30 điểm) | Chuyên môn (tối đa 70đ)", "Công an tỉnh | 31 | 60"]
    reading = scored(tmp_path, wide(*lines), **{"Tiêu chí": None})
    assert reading.only("DIEM-03").message == "điểm 31 vượt điểm tối đa 30 của tiêu chí “1. Phong trào”"


# --- layout C: several units below each other ------------------------------------------------------


def below_each_other(opening: str, closing: str = "") -> Sheet:
    lines = ["Mã | Nội dung | Điểm tối đa | Tự chấm | Thẩm định"]
    for at, unit in enumerate(UNITS):
        total = sum(Decimal(str(p).replace(",", ".")) for p in POINTS[at])
        words = {"mark": MARKS[at], "letter": "ABCDE"[at], "unit": unit, "total": str(total).replace(".", ",")}
        lines.append(opening.format(**words))
        lines += [f"{leaf} | {points} | {points}" for leaf, points in zip(LEAVES, POINTS[at], strict=True)]
        lines += [closing.format(**words)] if closing else []
    return wide(*lines)


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("{mark} | {unit} | | |", ""), (" | {mark}. {unit} | | |", ""), ("{letter} | {unit} | 100 | {total} | {total}", ""),
        (" | Đơn vị: {unit} | | |", " | Cộng | 100 | {total} | {total}"), ("{mark}. {unit} | | | |", " | Tổng điểm | 100 | {total} | {total}"),
        ("{mark} | {unit} | | |\n\n", "\n"),
    ],
)  # fmt: skip
def test_layout_c(opening: str, closing: str, tmp_path: Path) -> None:
    """The row that opens a unit's part may hold its sums: they are compared, not added."""
    reading = scored(tmp_path, below_each_other(opening, closing))
    assert reading.totals() == dict(zip(UNITS, (93, 98, 89, 92, 93), strict=True))
    assert reading.codes() == []


def test_a_wrong_sum_in_the_row_of_a_unit_is_said(tmp_path: Path) -> None:
    content = below_each_other("{letter} | {unit} | 100 | {total} | {total}").swapped(
        "Tòa án nhân dân tỉnh | 100 | 89 | 89", "Tòa án nhân dân tỉnh | 100 | 89 | 90"
    )
    reading = scored(tmp_path, content)
    assert (reading.codes(), reading.only("DIEM-05").place.cell) == (["DIEM-05"], "E12")


def test_a_unit_misspelt_between_others_takes_nothing_from_them(tmp_path: Path) -> None:
    """Its rows are not given to the unit above."""
    reading = scored(tmp_path, below_each_other("{mark} | {unit} | | |").swapped("Sở Tư pháp", "Sở Tư phát"))
    assert (reading.codes("LỖI"), reading.only("DV-01").found) == (["DV-01"], "Sở Tư phát")
    assert reading.totals()["Công an tỉnh"] == 93


def test_a_merged_unit_beside_its_criteria(tmp_path: Path) -> None:
    lines = ["Đơn vị | Nội dung | Điểm tối đa | Thẩm định"]
    for at, unit in enumerate(UNITS):
        names = [leaf.split(" | ", 1)[1] for leaf in LEAVES]
        lines += [
            f"{unit if n == 0 else ''} | {name} | {p}"
            for n, (name, p) in enumerate(zip(names, POINTS[at], strict=True))
        ]
    reading = scored(tmp_path, wide(*lines, merges=tuple(f"A{2 + 4 * n}:A{5 + 4 * n}" for n in range(5))))
    assert reading.totals() == dict(zip(UNITS, (93, 98, 89, 92, 93), strict=True))


def test_several_clusters_in_one_sheet(tmp_path: Path) -> None:
    lines = ["STT | Tên đơn vị | Điểm | Điểm thưởng | Tổng điểm | Xếp hạng", "I | Cụm Thi đua số 1 | | | |", "1 | Sở Lạ | 90 | | 90 | 1",
             "II | Cụm Thi đua số 5 | | | |", *(f"{n} | {u} | {t} | | {t} |" for n, (u, t) in enumerate(GOOD_TOTALS.items(), 1)),
             "III | Cụm Thi đua số 50 | | | |", "1 | Sở Khác | 90 | | 90 | 1"]  # fmt: skip
    reading = scored(tmp_path, wide(*lines), **{"Tiêu chí": None})
    assert (reading.totals(), reading.codes()) == (GOOD_TOTALS, [])
    assert [p.code for p in reading.problems] == ["TRANG-09", "TRANG-09"]


# --- all of it ---------------------------------------------------------------------------------------


def test_a_sheet_in_words_of_another_office(tmp_path: Path) -> None:
    """Titles, a numbering row, numbers as text, units by code, signatures under the table."""
    content = sheet("""
        ỦY BAN NHÂN DÂN TỈNH HÒA BÌNH
        Cụm thi đua số 5

        BẢNG TỔNG HỢP ĐIỂM THI ĐUA NĂM 2021
        Đơn vị tính: điểm
        Số TT | Tên cơ quan, đơn vị | Hoàn thành chỉ tiêu | Cải cách hành chính | Phong trào thi đua | Hoạt động xã hội | Điểm cộng | Bị trừ | Tổng cộng | Thứ hạng
        (1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) | (9)=(3)+...+(8) | (10)
        1 | CA | "38 điểm" | "18" | "28,0" | 9 | +3 | | "96" | 2
        2 | STP | 40 | "19,5" | "29" | "9.5" | - | - | "98,0" | 1
        3 | TAND | 36 | 18 | 27 | 8 | không | (-1) | 88 | 5
        4 | viện ksnd tỉnh | 37 | 18 | 28 | 9 | | | 92 | 4
        5 | CỤC THI HÀNH ÁN DÂN SỰ | 38 | 19 | 27 | 9 | 2 | | 95 | 3

         | Hòa Bình, ngày 14 tháng 12 năm 2021
         | NGƯỜI LẬP | | TM. TỔ THẨM ĐỊNH
        """)
    units = GOOD["Đơn vị"].swapped("VKSND tỉnh | |", "VKSND tỉnh | Viện KSND |")
    reading = scored(tmp_path, content, **{"Đơn vị": units})
    assert (reading.totals(), reading.ranks(), reading.codes()) == (GOOD_TOTALS, GOOD_RANKS, [])


def test_a_sum_that_was_never_calculated_is_only_compared(tmp_path: Path) -> None:
    """A workbook that a program wrote holds formulas without values: sums are made anew."""
    group = "I | Nhiệm vụ chính trị | =C7 | =SUM(D7:D7)\n1 | Hoàn"
    reading = by_unit(tmp_path, "1 | Hoàn", group)
    assert (reading.totals()["Sở Tư pháp"], reading.codes()) == (98, [])


def test_points_that_were_never_calculated_are_a_fault(tmp_path: Path) -> None:
    points = narrow(1)[1].rpartition(" | ")[2]
    reading = by_unit(tmp_path, f"| {points}\n", "| =50+9\n")
    problem = reading.only("O-02")
    assert (problem.place.sheet, problem.found) == ("Bảng điểm", "=50+9")
