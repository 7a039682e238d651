"""The kinds of papers: their names, their templates, their fields, and when they can be made."""

from __future__ import annotations

from typing import Any

import pytest
from clusters import NAMES, ballot, cluster, commended, counts, figure, nomination, standing, words

from pipeline.documents import KINDS
from pipeline.documents.kind import Kind, Part, authority_slug, has, period_slug
from pipeline.model import Meeting, Passage, Period, Target
from pipeline.problems import Place

kinds = pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
YEAR, HALF, SCHOOL = Period("year", 2021), Period("half_year", 2017), Period("school_year", 2017)


# --- names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "expected"), [(YEAR, "2021"), (HALF, "6-thang-2017"), (SCHOOL, "nam-hoc-2017-2018")]
)
def test_a_period_in_file_names(period: Period, expected: str) -> None:
    assert period_slug(period) == expected


@pytest.mark.parametrize(
    ("kind", "period", "part", "draft", "expected"),
    [
        ("bao-cao-so-ket", HALF, Part(), False, "bao-cao-so-ket-6-thang-2017.docx"),
        ("bao-cao-tong-ket", YEAR, Part(), False, "bao-cao-tong-ket-2021.docx"),
        ("bao-cao-tong-ket", SCHOOL, Part(), True, "bao-cao-tong-ket-nam-hoc-2017-2018-du-thao.docx"),
        ("giao-uoc", YEAR, Part(), False, "giao-uoc-2022.docx"),
        ("giao-uoc", SCHOOL, Part(), False, "giao-uoc-nam-hoc-2018-2019.docx"),
        ("to-trinh", YEAR, Part("chu-tich-ubnd-tinh"), False, "to-trinh-chu-tich-ubnd-tinh-2021.docx"),
        ("to-trinh", YEAR, Part("chinh-phu"), True, "to-trinh-chinh-phu-2021-du-thao.docx"),
    ],
)
def test_files_are_named(kind: str, period: Period, part: Part, draft: bool, expected: str) -> None:
    of = cluster(period=period, pledge_year=period.year + 1)
    assert KINDS[kind].file(of, part, draft) == expected


@kinds
def test_a_kind_of_several_forms_names_them_alike(kind: Kind) -> None:
    assert kind.file(cluster(), Part(), False, ".xlsx").removesuffix(".xlsx") + ".docx" == kind.file(
        cluster(), Part(), False
    )


@pytest.mark.parametrize(
    ("decider", "expected"),
    [
        ("Chủ tịch Ủy ban nhân dân tỉnh", "chu-tich-ubnd-tinh"),
        ("Chủ tịch UBND tỉnh", "chu-tich-ubnd-tinh"),
        ("Chính phủ", "chinh-phu"),
        ("Thủ tướng Chính phủ", "thu-tuong-chinh-phu"),
        ("Bộ trưởng Bộ Công an", "bo-cong-an"),
        ("Chánh án Tòa án nhân dân tối cao", "chanh-an-toa-an-nhan-dan-toi-cao"),
    ],
)
def test_authorities_in_file_names(decider: str, expected: str) -> None:
    assert authority_slug(decider) == expected


# --- templates and fields ---------------------------------------------------------------------------


FULL: dict[str, Any] = {
    "standings": (standing(NAMES[0], "97.5", 1), standing(NAMES[1], "96", 2)),
    "commendations": commended(counts(12, 40), counts(10, 44)),
    "nominations": (nomination(NAMES[0], status="acclaimed"),),
}


@kinds
def test_a_paper_of_a_cluster_that_said_next_to_nothing_is_still_whole(kind: Kind) -> None:
    text = words(kind.name, cluster(), Part(cases=(nomination(NAMES[0]),)))
    assert text and not any("None" in line or "{{" in line for line in text)


@kinds
def test_a_kind_describes_itself(kind: Kind) -> None:
    assert all(field.says for field in kind.table)
    tags = [field.tag for field in kind.table]
    assert len(tags) == len(set(tags))
    assert {"Thông tin", "Đơn vị"} <= kind.sheets


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, False), (False, False), ("", False), ([], False), (0, True), ("0", True), ([0], True)],
)
def test_a_field_holds_something(value: object, expected: bool) -> None:
    assert has({"a": {"b": value}}, "a.b") is expected
    assert not has({"a": None}, "a.b") and not has({}, "a")


# --- what a kind needs ------------------------------------------------------------------------------

HERE = Place()
NEEDS: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("bao-cao-so-ket", {}, {"passages": (Passage("limits", ("Còn chậm.",), HERE),)}),
    ("bao-cao-tong-ket", {}, {"commendations": commended(counts(1))}),
    ("giao-uoc", {"targets": (Target(2021, "Hồ sơ", HERE),)}, {"targets": (Target(2022, "Hồ sơ", HERE),)}),
    ("to-trinh", {"standings": (standing(NAMES[0], "90", 1),)}, {"nominations": (nomination(NAMES[0]),)}),
    ("to-trinh", {"nominations": (nomination(NAMES[0], status="granted"),)}, {"nominations": (nomination("Ai đó"),)}),
    ("to-trinh", {"nominations": (nomination(NAMES[0], "Giấy khen", status="acclaimed"),)}, FULL),
    ("to-trinh", {"nominations": (nomination(NAMES[0], None, status="acclaimed"),)}, FULL),
    ("bien-ban-binh-xet", {}, {"nominations": (nomination(NAMES[0]),)}),
    ("tom-tat-thanh-tich", {"nominations": (nomination(NAMES[0], None, status="acclaimed"),)}, FULL),
    ("bao-cao-thanh-tich", {"nominations": (nomination("Ai đó", "Giấy khen", recipient="person"),)}, FULL),
    (
        "bao-cao-thanh-tich",
        {"nominations": (nomination("Ai đó", "Bằng khen của Chủ tịch UBND tỉnh", recipient="person"),)},
        FULL,
    ),
    ("bien-ban-hoi-nghi", {"period": HALF, "meeting": Meeting()}, {"period": HALF}),
    ("bien-ban-kiem-phieu", {}, {"ballots": (ballot("Cờ thi đua", NAMES[0], 5, manner="bỏ phiếu kín"),)}),
    (
        "bien-ban-kiem-phieu",
        {"ballots": (ballot("Cờ thi đua", NAMES[0], 5, manner="biểu quyết"),)},
        {"ballots": (ballot("Cờ thi đua", NAMES[0], 5, issued=figure(5)),)},
    ),
    ("thong-bao-xep-hang", {"nominations": (nomination(NAMES[0], status="granted"),)}, FULL),
    ("bang-tong-hop-diem", {"sheets": frozenset(("Chấm điểm",))}, {"sheets": frozenset(("Chấm điểm", "Tiêu chí"))}),
]


@pytest.mark.parametrize(("kind", "without", "with_it"), NEEDS)
def test_a_kind_tells_what_it_lacks(kind: str, without: dict[str, Any], with_it: dict[str, Any]) -> None:
    why = KINDS[kind].lacks(cluster(**without))
    assert why is not None and why.startswith(("chưa có", "trang “"))
    assert KINDS[kind].lacks(cluster(**with_it)) is None
