"""Occasions (lượt) of commendation: long or wide, by unit or for the whole cluster; typed totals are compared."""

# ruff: noqa: E501 -- a row of a table stays one line

from __future__ import annotations

from pathlib import Path

import pytest
from dossiers import Reading, counted, read
from workbooks_from_text import FOLDER, GOOD, Sheet, book, dossier, only, sheet

from pipeline.model import Commendations

COUNTS = GOOD["Khen thưởng"]
COUNTING = only("Thông tin", "Đơn vị", "Khen thưởng")
BOTH = {"collective": 82, "person": 493}
PROVINCE = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Hòa Bình"
OTHERS = ["Sở Tư pháp", "Tòa án nhân dân tỉnh", "Viện kiểm sát nhân dân tỉnh", "Cục Thi hành án dân sự tỉnh"]


def given(reading: Reading) -> Commendations:
    assert reading.cluster.commendations is not None, reading.said()
    return reading.cluster.commendations


def rewarded(folder: Path, text: str | Sheet) -> Reading:
    return read(folder, **{**COUNTING, "Khen thưởng": text if isinstance(text, Sheet) else sheet(text)})


def forms(reading: Reading) -> dict[tuple[str, str | None], dict[str, object]]:
    return {(form.form, form.level): counted(form.now) for form in given(reading).forms}


def errors(reading: Reading) -> list[str]:
    """What was said but for units that have not sent."""
    return [code for code in reading.codes() if code != "DV-05"]


# --- long ------------------------------------------------------------------------------------------


def test_long(tmp_path: Path) -> None:
    reading = read(tmp_path, **COUNTING)
    assert (counted(given(reading).total), reading.codes()) == (BOTH, [])
    assert forms(reading) == {
        (PROVINCE, "ministry"): {"collective": 12, "person": 45}, ("Giấy khen", "base"): {"collective": 70, "person": 448},
    }  # fmt: skip
    assert counted(given(reading).units[0].now) == {"collective": 52, "person": 355}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("STT | Đơn vị | Hình thức | Cấp | Tập thể | Cá nhân", "TT | Tên đơn vị | Danh hiệu, hình thức khen thưởng | Cấp khen thưởng | SL tập thể | Số cá nhân"),
        ("STT | Đơn vị | Hình thức | Cấp | Tập thể | Cá nhân", "Số TT | Cơ quan, đơn vị | Hình thức khen thưởng | Cấp khen | Số lượt\\ntập thể | CN"),
        ("| 40 | 310", '| "40" | "310 lượt"'), ("| 40 | 310", '| 40 tập thể | "0310"'), ("Sở Tư pháp", "SỞ TƯ PHÁP TỈNH HÒA BÌNH"),
        ("STT |", "Tỉnh Hòa Bình\n\nSTT |"), ("| 82 | 493", "| =SUM(E2:E7) | #REF!"), ("1 | Công", "1 | 2 | 3 | 4 | 5 | 6\n1 | Công"),
    ],
)  # fmt: skip
def test_long_in_other_words(old: str, new: str, tmp_path: Path) -> None:
    reading = rewarded(tmp_path, COUNTS.swapped(old, new))
    assert (counted(given(reading).total), reading.codes()) == (BOTH, [])


def test_a_count_that_nobody_gave_is_not_zero(tmp_path: Path) -> None:
    reading = rewarded(
        tmp_path, "Đơn vị | Hình thức | Tập thể | Cá nhân | Hộ\nCông an tỉnh | Giấy khen | 0 | chưa có |"
    )
    assert counted(given(reading).total) == {"collective": 0}


def test_forms_of_one_line_of_the_papers_are_still_two_facts(tmp_path: Path) -> None:
    """A ministry's and the province's "Bằng khen", a director's and a chief's "Giấy khen": nothing is said twice."""
    reading = rewarded(
        tmp_path,
        """
        Đơn vị | Hình thức khen thưởng | Cấp khen | Tập thể | Cá nhân
        Công an tỉnh | Bằng khen | Bộ | 2 | 5
        Công an tỉnh | Bằng khen | Tỉnh | 12 | 45
        Công an tỉnh | Giấy khen của Giám đốc | | 10 | 40
        Công an tỉnh | Giấy khen của thủ trưởng đơn vị | | 20 | 45
        Công an tỉnh | Giấy khen | | 2 | 4
        """,
    )
    assert errors(reading) == []
    assert forms(reading) == {
        ("Bằng khen cấp bộ", "ministry"): {"collective": 2, "person": 5}, (PROVINCE, "ministry"): {"collective": 12, "person": 45},
        ("Giấy khen", "base"): {"collective": 32, "person": 89},
    }  # fmt: skip


@pytest.mark.parametrize(
    "line", ["7 | CA tỉnh | Giấy khen | cơ sở | 40 |", "7 | Công an tỉnh | GIẤY KHEN | cấp cơ sở | | 1"]
)
def test_the_same_fact_twice_is_refused(line: str, tmp_path: Path) -> None:
    reading = rewarded(tmp_path, COUNTS.without(" | Tổng").grown(line))
    assert (reading.codes(), counted(given(reading).total)) == (["DV-07"], BOTH)


# --- wide ------------------------------------------------------------------------------------------

WIDE_MERGES = ("A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:H1")


def wide(upper: str, *, merges: tuple[str, ...] = WIDE_MERGES) -> Sheet:
    return sheet(
        f"""
        STT | Đơn vị | {upper}
         | | Tập thể | Cá nhân | Tập thể | Cá nhân | Tập thể | Cá nhân
        1 | Công an tỉnh | 12 | 45 | 40 | 310 | 52 | 355
        2 | Sở Tư pháp | | | 6 | 32 | 6 | 32
        3 | Tòa án nhân dân tỉnh | | | 8 | 41 | 8 | 41
        4 | Viện kiểm sát nhân dân tỉnh | - | - | 7 | 38 | 7 | 38
        5 | Cục Thi hành án dân sự tỉnh | 0 | 0 | 9 | 27 | 9 | 27
         | Tổng cộng | 12 | 45 | 70 | 448 | 82 | 493
        """,
        merges=merges,
    )


@pytest.mark.parametrize(
    "upper",
    [
        "Bằng khen của Chủ tịch UBND tỉnh | | Giấy khen | | Tổng cộng |",
        "Khen thưởng cấp tỉnh | | Cấp cơ sở | | Tổng số |",
    ],
)
def test_wide(upper: str, tmp_path: Path) -> None:
    """A column of totals is not counted again."""
    reading = rewarded(tmp_path, wide(upper))
    assert (counted(given(reading).total), reading.codes()) == (BOTH, [])
    assert counted(given(reading).levels["base"]) == {"collective": 70, "person": 448}
    assert counted(given(reading).levels["ministry"]) == {"collective": 12, "person": 45}


def test_wide_with_three_rows_of_header(tmp_path: Path) -> None:
    content = sheet(
        """
        STT | Đơn vị | Khen thưởng cấp bộ | | Khen thưởng cấp tỉnh | | | | Giấy khen |
         | | Bằng khen | | Cờ thi đua | Bằng khen | | | |
         | | TT | CN | TT | TT | CN | Hộ | TT | CN
        1 | Công an tỉnh | 2 | 5 | 1 | 10 | 40 | | 40 | 310
        2 | Sở Tư pháp | 1 | | | | | 2 | 6 | 32
        """,
        merges=("A1:A3", "B1:B3", "C1:D1", "E1:H1", "C2:D2", "F2:H2", "I1:J2"),
    )
    reading = rewarded(tmp_path, content)
    assert errors(reading) == []
    assert counted(given(reading).total) == {"collective": 60, "person": 387, "household": 2}
    assert forms(reading)["Bằng khen cấp bộ", "ministry"] == {"collective": 3, "person": 5}
    assert forms(reading)[PROVINCE, "ministry"] == {"collective": 10, "person": 40, "household": 2}


def test_totals_by_unit_without_forms(tmp_path: Path) -> None:
    reading = rewarded(tmp_path, "STT | Đơn vị | Tập thể | Cá nhân\n1 | CA | 52 | 355\n2 | STP | 6 | 32")
    assert (counted(given(reading).total), given(reading).forms) == ({"collective": 58, "person": 387}, ())


# --- a workbook a unit -----------------------------------------------------------------------------


def test_a_workbook_from_each_unit(tmp_path: Path) -> None:
    inputs = dossier(tmp_path, **{**COUNTING, "Khen thưởng": None})
    for unit in ("Công an tỉnh", "Sở Tư pháp"):
        book(
            inputs / FOLDER / f"{unit}.xlsx",
            {
                "Khen thưởng": sheet(f"""
            Đơn vị: {unit}
            STT | Hình thức khen thưởng | Cấp khen thưởng | Tập thể | Cá nhân
            1 | Bằng khen Chủ tịch UBND tỉnh | | 2 | 5
            2 | Giấy khen | | | 10
             | Cộng | | 2 | 15
            """)
            },
        )
    reading = Reading(inputs)
    assert (counted(given(reading).total), errors(reading)) == ({"collective": 4, "person": 30}, [])
    assert [unit.name for unit in given(reading).missing] == OTHERS[1:]


def test_levels_alone_from_a_unit(tmp_path: Path) -> None:
    inputs = dossier(tmp_path, **{**COUNTING, "Khen thưởng": None})
    book(
        inputs / FOLDER / "ca.xlsx",
        {"Khen thưởng": "Đơn vị: CA\nHình thức | Tập thể\nCấp tỉnh | 12\nCấp cơ sở | 40\nTổng | 52"},
    )
    reading = Reading(inputs)
    assert ({level: counted(c) for level, c in given(reading).levels.items()}, errors(reading)) == (
        {"ministry": {"collective": 12}, "base": {"collective": 40}}, [])  # fmt: skip


def test_a_workbook_sent_twice_is_refused(tmp_path: Path) -> None:
    inputs = dossier(tmp_path, **COUNTING)
    book(inputs / FOLDER / "lại.xlsx", {"Khen thưởng": COUNTS})
    reading = Reading(inputs)
    assert (set(reading.codes("LỖI")), len(reading.codes("LỖI")), counted(given(reading).total)) == (
        {"HS-05"},
        1,
        BOTH,
    )


# --- group rows and totals ---------------------------------------------------------------------------


@pytest.mark.parametrize("sums", ["", " | 12 | 45"])
def test_group_rows_name_the_level_of_what_stands_below(sums: str, tmp_path: Path) -> None:
    """With or without the sum of the level beside its name."""
    reading = rewarded(
        tmp_path,
        f"""
        STT | Đơn vị | Hình thức | Tập thể | Cá nhân
        I | Cấp Nhà nước | | |
        1 | Công an tỉnh | Bằng khen của Thủ tướng Chính phủ | 1 | 2
        II | Khen thưởng cấp tỉnh |{sums or " | |"}
        1 | Công an tỉnh | Bằng khen | 12 | 45
        III | Cấp cơ sở | | |
        1 | Công an tỉnh | Giấy khen | 40 | 310
         | Tổng cộng | | 53 | 357
        """,
    )
    assert errors(reading) == []
    assert [form.level for form in given(reading).forms] == ["state", "ministry", "base"]
    assert counted(given(reading).total) == {"collective": 53, "person": 357}


def test_group_rows_name_the_unit_of_what_stands_below(tmp_path: Path) -> None:
    reading = rewarded(
        tmp_path,
        """
        STT | Hình thức | Tập thể | Cá nhân
        I | Công an tỉnh | 13 | 47
        1 | Bằng khen của Thủ tướng Chính phủ | 1 | 2
        2 | Bằng khen cấp tỉnh | 12 | 45
        II | Sở Tư pháp | |
        1 | Giấy khen | 6 | 32
         | Tổng cộng | 19 | 79
        """,
    )
    assert (errors(reading), counted(given(reading).total)) == ([], {"collective": 19, "person": 79})
    assert [unit.unit.name for unit in given(reading).units] == ["Công an tỉnh", "Sở Tư pháp"]


def test_a_group_row_that_is_not_the_sum_of_its_rows_is_refused(tmp_path: Path) -> None:
    reading = rewarded(
        tmp_path,
        """
        STT | Đơn vị | Hình thức | Tập thể | Cá nhân
        I | Cấp tỉnh | | 13 | 45
        1 | Công an tỉnh | Bằng khen | 12 | 45
        """,
    )
    assert reading.only("DV-01").place.cell == "B2"


def test_what_is_part_of_a_row_above_is_refused(tmp_path: Path) -> None:
    """What stands under "Trong đó" would be counted twice."""
    reading = rewarded(
        tmp_path, "Đơn vị | Tập thể\nCông an tỉnh | 52\nTrong đó: |\nCấp tỉnh | 12\nCấp cơ sở | 40\nSở Tư pháp | 6"
    )
    assert (reading.codes("LỖI"), counted(given(reading).total)) == (["DV-01", "DV-01"], {"collective": 58})


@pytest.mark.parametrize(
    ("typed", "codes"), [("82 | 493", []), ("82 | 494", ["KT-01"]), ("| |", []), ("84 | 1", ["KT-01"] * 2)]
)
def test_a_typed_total_is_compared_and_never_counted(typed: str, codes: list[str], tmp_path: Path) -> None:
    reading = rewarded(tmp_path, COUNTS.swapped("82 | 493", typed))
    assert (reading.codes(), counted(given(reading).total)) == (codes, BOTH)


def test_subtotals_are_compared_with_their_own_part(tmp_path: Path) -> None:
    reading = rewarded(
        tmp_path,
        """
        Đơn vị | Hình thức | Tập thể
        Công an tỉnh | Bằng khen cấp tỉnh | 12
        Công an tỉnh | Giấy khen | 40
        Cộng | | 52
        Sở Tư pháp | Giấy khen | 6
        Cộng | | 6
        Tổng cộng | | 58
        """,
    )
    assert (errors(reading), counted(given(reading).total)) == ([], {"collective": 58})


# --- the whole cluster -------------------------------------------------------------------------------


def test_only_totals_of_the_whole_cluster(tmp_path: Path) -> None:
    reading = rewarded(
        tmp_path,
        """
        Đơn vị | Hình thức | Tập thể | Cá nhân
        Toàn Cụm | Bằng khen cấp tỉnh | 12 | "3.211"
        toàn cụm | Giấy khen | "1.000" | 310 lượt
        """,
    )
    assert (counted(given(reading).total), given(reading).units, reading.codes()) == (
        {"collective": 1012, "person": 3521},
        (),
        [],
    )


@pytest.mark.parametrize(("typed", "codes"), [("82 | 493", []), ("83 | 493", ["KT-01"])])
@pytest.mark.parametrize("name", ["Toàn Cụm", "Cụm thi đua số 5", "Cụm 5", "Cụm thi đua số 5 tỉnh Hòa Bình"])
def test_the_cluster_beside_its_units_is_compared(name: str, typed: str, codes: list[str], tmp_path: Path) -> None:
    reading = rewarded(
        tmp_path, COUNTS.swapped("1 | Công an tỉnh | Bằng", f"I | {name} | | | {typed}\n1 | Công an tỉnh | Bằng")
    )
    assert (reading.codes(), counted(given(reading).total)) == (codes, BOTH)


def test_rows_of_another_cluster_are_left_out_and_said(tmp_path: Path) -> None:
    reading = rewarded(
        tmp_path,
        COUNTS.without(" | Tổng").grown("II | Cụm thi đua số 6 | | | 5 | 3", "1 | Sở Khác | Giấy khen | | 5 | 3"),
    )
    assert (counted(given(reading).total), reading.codes()) == (BOTH, [])
    assert reading.only("TRANG-09").place.cell == "B8"


# --- the period before -------------------------------------------------------------------------------


def test_the_period_before_stands_beside(tmp_path: Path) -> None:
    before = sheet(
        "Đơn vị | Hình thức | Cấp | Tập thể\nCông an tỉnh | Giấy khen | cơ sở | 60\nCông an tỉnh | Huân chương | | 1"
    )
    reading = read(tmp_path, **{"Khen thưởng kỳ trước": before})
    assert counted(given(reading).before) == {"collective": 61}
    past = {form.form: counted(form.before) for form in given(reading).forms}
    assert past == {"Huân chương": {"collective": 1}, PROVINCE: {}, "Giấy khen": {"collective": 60}}


def test_every_sum_keeps_its_cells(tmp_path: Path) -> None:
    total = given(read(tmp_path)).total["person"]
    assert {place.cell for place in total.cells} == {f"F{row}" for row in range(2, 8)}
    assert total.rule.words == "tổng lượt cá nhân của 5 đơn vị"
