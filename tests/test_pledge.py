"""The pledge: its signature grid, its copies, its contents, its scale."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from clusters import HERE, NAMES, cluster, fields, figure, printed, unit, words

from pipeline.documents.pledge import grid, signers
from pipeline.model import Cluster, Criterion, Leadership, Meeting, Person, Regulation, Target, Unit


def many(n: int, **more: Any) -> Cluster:
    """A cluster of n units that Sở 3 leads next year, with Sở 5 as its deputy."""
    members = tuple(unit(f"Sở {at}") for at in range(1, n + 1))
    return cluster(*members, next_leaders=Leadership(members[2], (members[4],), "bầu"), **more)


def names(rows: Sequence[Sequence[Any]]) -> list[list[str]]:
    """The units of a grid by their numbers."""
    return [[cell["ten"].removeprefix("SỞ ") for cell in row] for row in rows]


@pytest.mark.parametrize("n", range(5, 13))
def test_the_grid_holds_every_unit_once_and_an_odd_last_one_alone(n: int) -> None:
    rows = grid(many(n))
    assert sorted(int(name) for row in names(rows) for name in row) == list(range(1, n + 1))
    assert [len(row) for row in rows] == [2] * (n // 2) + [1] * (n % 2)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("leader first", ["3", "5", "1", "2", "4", "6"]),
        ("leader last", ["1", "2", "4", "5", "6", "3"]),
        ("list", ["1", "2", "3", "4", "5", "6"]),
    ],
)
def test_the_order_of_signing(order: Any, expected: list[str]) -> None:
    of = many(6, regulation=Regulation(signing_order=order))
    assert [member.name.removeprefix("Sở ") for member in signers(of)] == expected


@pytest.mark.parametrize("order", ["leader first", "leader last", "list"])
def test_before_the_election_units_sign_as_they_are_listed(order: Any) -> None:
    of = cluster(regulation=Regulation(signing_order=order))
    assert [member.name for member in signers(of)] == list(NAMES)


def test_a_leader_who_does_not_pledge_does_not_sign() -> None:
    members = tuple(map(unit, NAMES))
    of = cluster(*members, pledge_units=members[1:], next_leaders=Leadership(members[0], (members[2],)))
    assert [member.name for member in signers(of)] == [
        "Thanh tra tỉnh",
        "Sở Tư pháp",
        "Công an tỉnh",
        "Ban Dân tộc tỉnh",
    ]


def test_a_cell_says_who_signs() -> None:
    members = (
        unit("Công an tỉnh", signer="Trần B", signer_rank="Đại tá", signer_office="Giám đốc", short="CA tỉnh"),
        unit("Sở Tư pháp", short="STP"),
    )
    people = (Person("Lê C", "represents", HERE, office="Phó Giám đốc", unit="STP"),)
    (row,) = grid(cluster(*members, meeting=Meeting(people=people)))
    assert list(row) == [
        {"ten": "CÔNG AN TỈNH", "chuc_vu": "GIÁM ĐỐC", "dai_dien": "Đại tá Trần B"},
        {"ten": "SỞ TƯ PHÁP", "chuc_vu": "PHÓ GIÁM ĐỐC", "dai_dien": "Lê C"},
    ]


@pytest.mark.parametrize("n", range(5, 13))
@pytest.mark.parametrize(("office", "k"), [("Ban Thi đua - Khen thưởng tỉnh", 1), (None, 0)])
def test_there_are_copies_for_the_units_and_for_those_it_is_sent_to(n: int, office: str | None, k: int) -> None:
    found = fields("giao-uoc", many(n, standing_office=office))["giao_uoc"]
    assert printed(found["so_ban"]) == f"{n + k:02d}"
    assert printed(found["so_ban_don_vi"]) == f"{n:02d}"
    assert [printed(place["so"]) for place in found["noi_gui"]] == ["01"] * k
    (sentence,) = (text for text in words("giao-uoc", many(n, standing_office=office)) if "được lập thành" in text)
    assert f"{n + k:02d} bản, có giá trị như nhau; mỗi đơn vị giữ 01 bản" in sentence
    assert ("gửi Ban Thi đua - Khen thưởng tỉnh 01 bản" in sentence) == bool(k) and sentence.endswith("./.")


def target(text: str, group: str | None = None, content: str | None = None, plan: int | None = None) -> Target:
    """A target of the pledge."""
    number = figure(plan, "quantity", "%") if plan is not None else None
    return Target(2022, text, HERE, group=group, content=content, plan=number)


def test_contents_stand_in_their_groups_and_targets_in_the_table() -> None:
    targets = (
        target("Hồ sơ đúng hạn", "Nhiệm vụ", "Hoàn thành nhiệm vụ.", 95),
        target("Giữ vững đoàn kết", "Xây dựng Đảng"),
        target("Nhà tình nghĩa", "Xã hội", None, 4),
    )
    found = fields("giao-uoc", cluster(targets=targets))["giao_uoc"]
    assert [(group["stt"], group["ten"], group["muc_tieu"]) for group in found["nhom"]] == [
        ("1", "Nhiệm vụ", ["Hoàn thành nhiệm vụ."]), ("2", "Xây dựng Đảng", ["Giữ vững đoàn kết"]),
        ("3", "Xã hội", []),
    ]  # fmt: skip
    assert [row["noi_dung"] for row in found["chi_tieu"] if not row["la_nhom"]] == ["Hồ sơ đúng hạn", "Nhà tình nghĩa"]


def test_contents_without_a_group_are_not_lost() -> None:
    targets = (target("Hồ sơ", None, "Giữ vững đoàn kết nội bộ.", 95), target("Chấp hành kỷ luật", "Kỷ luật"))
    text = words("giao-uoc", cluster(targets=targets))
    assert "Giữ vững đoàn kết nội bộ." in text and any("Chấp hành kỷ luật" in line for line in text)


def test_only_the_targets_of_the_pledge_year_are_pledged() -> None:
    targets = (target("Năm sau", plan=1), Target(2021, "Năm nay", HERE, plan=figure(2, "quantity")))
    rows = fields("giao-uoc", cluster(targets=targets))["giao_uoc"]["chi_tieu"]
    assert [row["noi_dung"] for row in rows] == ["Năm sau"]


def criterion(
    code: str, maximum: int, parent: str | None = None, leaf: bool = True, kind: Any = "standard"
) -> Criterion:
    """A line of the scale."""
    return Criterion(code, f"Tiêu chí {code}", figure(maximum, "points", "điểm"), parent, leaf, kind)


def test_the_scale_is_the_sum_of_its_groups_and_bonus_stands_apart() -> None:
    scale = (
        criterion("I", 60, leaf=False), criterion("1", 40, "I"), criterion("2", 20, "I"), criterion("II", 40),
        criterion("III", 5, kind="bonus"),
    )  # fmt: skip
    found = fields("giao-uoc", cluster(criteria=scale))["giao_uoc"]
    assert (printed(found["tong_diem"]), printed(found["diem_thuong"])) == ("100", "5")
    assert [(row["stt"], row["dam"]) for row in found["thang_diem"]] == [
        ("I", True), ("1", False), ("2", False), ("II", True),
    ]  # fmt: skip


def test_registered_titles_are_listed_by_unit() -> None:
    members = (unit("Sở A", registered=("Cờ thi đua", "Tập thể lao động xuất sắc")), unit("Sở B"))
    assert fields("giao-uoc", cluster(*members))["giao_uoc"]["dang_ky"] == [
        {"stt": 1, "don_vi": "Sở A", "danh_hieu": "Cờ thi đua; Tập thể lao động xuất sắc"}
    ]


@pytest.mark.parametrize(
    ("leaders", "expected"),
    [
        (Leadership(), "2. Đơn vị Cụm trưởng năm 2022 chủ trì theo dõi"),
        (Leadership(unit("Sở Nội vụ")), "2. Sở Nội vụ, đơn vị Cụm trưởng năm 2022, chủ trì theo dõi"),
        (
            Leadership(unit("Sở Nội vụ"), (unit("Sở Tư pháp"),)),
            "2. Sở Nội vụ, đơn vị Cụm trưởng năm 2022, chủ trì, phối hợp với Sở Tư pháp, đơn vị Cụm phó, theo dõi",
        ),
    ],
)
def test_who_follows_the_pledge_is_named_once_it_is_known(leaders: Leadership, expected: str) -> None:
    assert any(line.startswith(expected) for line in words("giao-uoc", cluster(next_leaders=leaders)))


def test_the_units_of_the_pledge_are_those_of_its_year() -> None:
    members: tuple[Unit, ...] = tuple(map(unit, NAMES))
    text = words("giao-uoc", cluster(*members, pledge_units=members[:4]))
    assert any("đại diện lãnh đạo 04 đơn vị" in line for line in text)
    assert any("05 bản" in line for line in text)
