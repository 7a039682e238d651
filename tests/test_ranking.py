"""Scores and ranks as papers tell them."""

from __future__ import annotations

from typing import Any

import pytest
from clusters import (
    NAMES,
    cluster,
    fields,
    figure,
    nomination,
    printed,
    standing,
    unit,
    words,
)

from pipeline.documents.ranking import by_minutes, by_rank, first_ranks
from pipeline.model import Cluster, Criterion, Regulation, Standing

A, B, C, D, E = NAMES


def ranked(*ranks: int | None, **more: Any) -> Cluster:
    """The five units with these ranks, 97,50 points for the first, 0,75 less a rank."""
    rows = tuple(
        standing(name, f"{98.25 - 0.75 * rank:.2f}" if rank else None, rank)
        for name, rank in zip(NAMES, ranks, strict=False)
    )
    return cluster(standings=rows, **more)


def told(of: Cluster, kind: str = "bao-cao-tong-ket", start: str = "Kết quả xếp hạng") -> str:
    """The one sentence of a paper that begins so."""
    (sentence,) = (text for text in words(kind, of) if text.startswith(start))
    return sentence


# --- the first ranks --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ranks", "expected"),
    [
        ((2, 1, 3, 4, 5), {1: [B], 2: [A], 3: [C]}),
        ((1, 2, 2, 4, 5), {1: [A], 2: [B, C]}),
        ((1, 1, 1, 4, 5), {1: [A, B, C]}),
        ((1, 1, 3, 3, 3), {1: [A, B], 3: [C, D, E]}),
        ((1, None, 2, None, 3), {1: [A], 2: [C], 3: [E]}),
        ((None, None), {}),
    ],
)
def test_the_first_three_ranks_with_those_who_share_them(ranks: Any, expected: dict[int, list[str]]) -> None:
    found: list[Any] = list(first_ranks(ranked(*ranks)))
    assert {int(group["hang"].value): group["don_vi"] for group in found} == expected


def test_too_many_at_the_top_are_left_to_the_table_but_for_the_first() -> None:
    units = [f"Sở {n}" for n in range(1, 9)]
    of = cluster(standings=tuple(standing(name, "97", 1 if n < 2 else 3) for n, name in enumerate(units)))
    assert first_ranks(of) == []
    assert (
        told(of) == "Kết quả xếp hạng: Sở 1 và Sở 2 đồng xếp thứ Nhất (cùng 97 điểm). "
        "Kết quả chi tiết tại Bảng 1 và Phụ lục II kèm theo."
    )


def test_the_sentence_names_ranks_and_points() -> None:
    assert told(ranked(1, 2, 2, 4)) == (
        "Kết quả xếp hạng: Sở Nội vụ xếp thứ Nhất (97,50 điểm); Sở Tư pháp và Thanh tra tỉnh đồng xếp thứ Nhì "
        "(cùng 96,75 điểm). Kết quả chi tiết tại Bảng 1 và Phụ lục II kèm theo."
    )


def test_rows_stand_by_rank_and_equal_ones_as_they_are_listed() -> None:
    assert [s.unit.name for s in by_rank(ranked(3, None, 1, 1, 5))] == [C, D, A, E, B]


# --- decided by the meeting -------------------------------------------------------------------------


def decided(*ranks: tuple[str, int], **more: Any) -> Cluster:
    """A cluster whose meeting ranked units otherwise than their points."""
    cases = tuple(nomination(name, rank=figure(rank, "rank", "hạng"), status="acclaimed") for name, rank in ranks)
    return ranked(1, 2, 3, 4, 5, nominations=cases, **more)


def test_the_meeting_decides_where_the_regulation_says_so() -> None:
    of = decided((B, 1), (A, 2), regulation=Regulation(by_minutes=True))
    assert by_minutes(of) and not by_minutes(decided((B, 1), (A, 2)))
    found: list[Any] = list(first_ranks(of))
    assert [(group["don_vi"], group["diem"]) for group in found] == [([B], None), ([A], None)]
    rows = fields("bao-cao-tong-ket", of)["xep_hang"]["dong"]
    assert [(row["don_vi"], row["hang"] and printed(row["hang"])) for row in rows][:3] == [(B, "1"), (A, "2"), (C, "")]
    assert told(of, start="Theo kết quả") == (
        "Theo kết quả bình xét tại Hội nghị, Sở Tư pháp xếp thứ Nhất; Sở Nội vụ xếp thứ Nhì. "
        "Kết quả chi tiết tại Bảng 1 và Phụ lục II kèm theo."
    )


def test_without_points_the_meetings_ranks_stand_and_no_scale_is_spoken_of() -> None:
    cases = (nomination(A, rank=figure(1, "rank", "hạng"), status="acclaimed"),)
    of = cluster(nominations=cases, regulation=Regulation(scale=figure(100, "points", "điểm")))
    text = words("bao-cao-tong-ket", of)
    assert any("Sở Nội vụ xếp thứ Nhất." in line for line in text)
    assert not any("thang điểm" in line or line.startswith("Bảng ") for line in text)


# --- the table --------------------------------------------------------------------------------------


def test_a_barred_unit_keeps_its_rank_and_no_reason_is_printed() -> None:
    barred = unit(A, barred=True)
    of = cluster(barred, unit(B), standings=(standing(barred, "97.5", 1), standing(B, "96", 2)))
    first, second = fields("bao-cao-tong-ket", of)["xep_hang"]["dong"]
    assert (printed(first["hang"]), first["ghi_chu"]) == ("1", "không đề nghị khen thưởng")
    assert (printed(second["hang"]), second["ghi_chu"]) == ("2", "")


@pytest.mark.parametrize(
    ("missing", "why"), [(("tất cả",), "chưa có điểm"), (("Phong trào thi đua",), "chưa chấm đủ điểm")]
)
def test_a_unit_without_all_its_points_is_not_ranked_and_it_is_said(missing: tuple[str, ...], why: str) -> None:
    of = cluster(standings=(standing(A, "97.5", 1), Standing(unit(B), missing=missing)))
    found = fields("bang-tong-hop-diem", of)["xep_hang"]
    assert found["khong_xep"] == [{"ten": B, "vi_sao": why}]
    assert (found["dong"][1]["hang"], found["dong"][1]["tong"], found["dong"][1]["tham_dinh"]) == ("", "", "-")
    assert f"Ghi chú: Sở Tư pháp không xếp hạng ({why})." in words("bang-tong-hop-diem", of)


def points(value: str) -> Any:
    """Points as a figure."""
    return figure(value, "points", "điểm")


def test_no_points_are_a_dash_and_zero_points_are_zero() -> None:
    group = Criterion("I", "Nhiệm vụ", points("60"), None, True)
    other = Criterion("II", "Phong trào", points("40"), None, True)
    rows = (
        Standing(unit(A), points("0.00"), groups={"I": points("0.00"), "II": points("30")}, total=points("30")),
        Standing(unit(B), groups={"I": points("50")}, total=points("50")),
    )
    of = cluster(criteria=(group, other), standings=rows)
    first, second = fields("bao-cao-tong-ket", of)["xep_hang"]["dong"]
    assert [printed(cell) for cell in first["nhom"]] == ["0,00", "30"]
    assert [printed(cell) for cell in second["nhom"]] == ["50", "-"]
    assert (printed(first["tu_cham"]), second["tu_cham"]) == ("0,00", "-")


def test_a_deduction_is_printed_without_its_sign() -> None:
    of = cluster(standings=(standing(A, "96", 1, penalty=points("-1.50")), standing(B, "95", 2, penalty=points("0"))))
    rows = fields("bang-tong-hop-diem", of)["xep_hang"]["dong"]
    assert [printed(row["tru"]) for row in rows] == ["1,50", "0"]


@pytest.mark.parametrize(
    ("groups", "more", "expected"),
    [
        (4, {}, "(7)=(3)+…+(6)"),
        (4, {"bonus": "2"}, "(8)=(3)+…+(7)"),
        (4, {"bonus": "2", "penalty": "-1"}, "(9)=(3)+…+(7)-(8)"),
        (2, {}, "(5)=(3)+(4)"),
        (1, {"penalty": "-1"}, "(5)=(3)-(4)"),
        (1, {"bonus": "1"}, "(5)=(3)+(4)"),
        (1, {}, "(4)"),
        (0, {}, "(3)"),
    ],
)
def test_the_head_of_the_total_tells_how_it_is_made(groups: int, more: dict[str, str], expected: str) -> None:
    tops = tuple(Criterion(str(n), f"Nhóm {n}", points("20"), None, True) for n in range(groups))
    given = {name: points(value) for name, value in more.items()}
    row = Standing(unit(A), groups={top.code: points("18") for top in tops}, total=points("90"), **given)
    assert fields("bang-tong-hop-diem", cluster(criteria=tops, standings=(row,)))["xep_hang"]["cot"]["tong"] == expected
