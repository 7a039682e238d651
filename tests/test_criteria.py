"""The scale of points as a tree: told from the codes, or from the score sheets where no sheet gives it."""

# ruff: noqa: E501 -- a row of a table stays one line

from __future__ import annotations

from pathlib import Path

import pytest
from dossiers import plain, read
from workbooks_from_text import GOOD, Sheet, only, sheet

from pipeline.cluster.criteria import Numbering, plain_code, split_code
from pipeline.model import Criterion

SCORING = only("Thông tin", "Đơn vị", "Quy định", "Tiêu chí", "Chấm điểm")
TREES = {
    "codes apart": """
        Mã | Nội dung | Điểm tối đa
        I | Nhiệm vụ chính trị | 60
        1 | Hoàn thành chỉ tiêu | 40
        2 | Cải cách hành chính | 20
        II | Phong trào thi đua | 30
        III | Hoạt động xã hội | 10
        """,
    "codes in the names": """
        Nội dung, tiêu chí | Thang điểm
        I. Nhiệm vụ chính trị | 60
        1. Hoàn thành chỉ tiêu | 40
        2. Cải cách hành chính | 20
        II. Phong trào thi đua | 30
        III. Hoạt động xã hội | 10
        Tổng cộng | 100
        """,
    "numbers typed as numbers, dots and brackets": """
        STT | Tiêu chí | Điểm chuẩn
        1. | Nhiệm vụ chính trị | 60
        1,1 | Hoàn thành chỉ tiêu | 40
        1.2. | Cải cách hành chính | 20
        2) | Phong trào thi đua | 30
        3 | Hoạt động xã hội | 10
        """,
    "letters": """
        TT | Nội dung | Khung điểm
        A | Nhiệm vụ chính trị | 60
        1 | Hoàn thành chỉ tiêu | 40
        2 | Cải cách hành chính | 20
        B | Phong trào thi đua | 30
        C | Hoạt động xã hội | 10
        """,
    "several years": """
        Năm | Mã | Nội dung | Điểm tối đa
        2021 | I | Nhiệm vụ chính trị | 60
        2021 | 1 | Hoàn thành chỉ tiêu | 40
        2021 | 2 | Cải cách hành chính | 20
        2021 | II | Phong trào thi đua | 30
        2021 | III | Hoạt động xã hội | 10
        2022 | I | Nhiệm vụ khác | 100
        """,
}
NAMES = ["Nhiệm vụ chính trị", "Hoàn thành chỉ tiêu", "Cải cách hành chính", "Phong trào thi đua", "Hoạt động xã hội"]


def tree(folder: Path, text: str | Sheet) -> tuple[tuple[Criterion, ...], list[str]]:
    reading = read(folder, **{**SCORING, "Tiêu chí": text if isinstance(text, Sheet) else sheet(text)})
    return reading.cluster.criteria, reading.codes()


@pytest.mark.parametrize("name", TREES)
def test_one_tree_however_it_is_numbered(name: str, tmp_path: Path) -> None:
    criteria, said = tree(tmp_path, TREES[name])
    assert [c.name for c in criteria] == NAMES
    assert [c.leaf for c in criteria] == [False, True, True, True, True]
    assert [c.parent for c in criteria] == [None, criteria[0].code, criteria[0].code, None, None]
    assert [plain(c.maximum) for c in criteria] == [60, 40, 20, 30, 10]
    assert said == []


def test_kinds_of_points_go_down_the_tree(tmp_path: Path) -> None:
    """Bonus and deduction by the column, else by the name of the group."""
    criteria, _ = tree(
        tmp_path,
        GOOD["Tiêu chí"]
        .without("IV |")
        .grown(
            "IV | Điểm thưởng | 5 |",
            "1 | Thành tích đột xuất | 5 |",
            "V | Điểm trừ | 3 |",
            "1 | Gửi báo cáo chậm | 3 |",
        ),
    )
    assert [c.kind for c in criteria] == ["standard"] * 5 + ["bonus", "bonus", "penalty", "penalty"]


def test_the_same_code_twice_is_refused(tmp_path: Path) -> None:
    criteria, said = tree(tmp_path, GOOD["Tiêu chí"].grown("II | Phong trào khác | 30 | chuẩn"))
    assert ([c.name for c in criteria].count("Phong trào khác"), said) == (0, ["DV-07"])


def test_equal_codes_in_different_groups_are_two(tmp_path: Path) -> None:
    criteria, said = tree(
        tmp_path,
        """
        Mã | Nội dung | Điểm tối đa
        I | Nhiệm vụ chính trị | 60
        a | Hoàn thành chỉ tiêu | 40
        b | Cải cách hành chính | 20
        II | Phong trào thi đua | 30
        a | Phát động | 20
        b | Tổng kết | 10
        III | Hoạt động xã hội | 10
        """,
    )
    assert ([c.mark for c in criteria], said) == (["I", "a", "b", "II", "a", "b", "III"], [])


def test_without_a_sheet_of_criteria_the_columns_are_the_criteria(tmp_path: Path) -> None:
    reading = read(tmp_path, **{"Tiêu chí": None})
    assert [c.name for c in reading.cluster.criteria] == NAMES[1:]
    assert reading.ranks()["Sở Tư pháp"] == 1


def test_a_criterion_that_is_not_for_a_unit_is_not_missing(tmp_path: Path) -> None:
    units = (
        GOOD["Đơn vị"]
        .swapped("| Thành viên từ năm", "| Loại")
        .swapped("| 2015", "| sở")
        .swapped("Cụm phó |", "Cụm phó | sở")
    )
    criteria = GOOD["Tiêu chí"].swapped("| Loại", "| Áp dụng cho")
    criteria = Sheet(criteria.text.replace("| chuẩn", "|").replace("| thưởng", "|")).swapped(
        "Hoạt động xã hội | 10 |", "Hoạt động xã hội | 10 | sở; doanh nghiệp"
    )
    scores = (
        GOOD["Chấm điểm"]
        .swapped("| 27 | 8 | | 1 | 88", "| 27 | x | | 1 | 80")
        .swapped("| 9,5 | | | 98 | 1", "| | | | |")
    )
    reading = read(tmp_path, **{"Đơn vị": units, "Tiêu chí": criteria, "Chấm điểm": scores})
    assert reading.standing("Tòa án nhân dân tỉnh").missing == ()
    assert reading.standing("Sở Tư pháp").missing == ("Hoạt động xã hội",)


@pytest.mark.parametrize(
    ("codes", "paths"),
    [
        (["I", "1", "1.1", "a", "b", "2", "II", "1"], ["I", "I/1", "I/1/1.1", "I/1/1.1/a", "I/1/1.1/b", "I/2", "II", "II/1"]),
        (["1", "1.1", "1.2", "2"], ["1", "1/1.1", "1/1.2", "2"]), (["A", "1", "B"], ["A", "A/1", "B"]),
    ],
)  # fmt: skip
def test_where_a_code_stands(codes: list[str], paths: list[str]) -> None:
    numbering = Numbering()
    assert ["/".join(numbering.path(code)) for code in codes] == paths


@pytest.mark.parametrize(
    ("label", "parts"),
    [
        ("I. Nhiệm vụ", ("I", "Nhiệm vụ")), ("1.1 Phát động", ("1.1", "Phát động")), ("a) Tuyên truyền", ("a", "Tuyên truyền")),
        ("A. Phần chung", ("A", "Phần chung")), ("Công an tỉnh", (None, "Công an tỉnh")), ("II. Công an tỉnh", ("II", "Công an tỉnh")),
        ("A lô", (None, "A lô")), ("5 năm", ("5", "năm")),
    ],
)  # fmt: skip
def test_a_code_in_front_of_a_name(label: str, parts: tuple[str | None, str]) -> None:
    assert split_code(label) == parts


@pytest.mark.parametrize(
    ("typed", "code"), [("1.1.", "1.1"), ("a)", "a"), (" I ", "I"), (7, "7"), (None, None), ("", None)]
)
def test_a_code_without_its_mark(typed: object, code: str | None) -> None:
    assert plain_code(typed) == code
