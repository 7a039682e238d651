"""Commendations, targets and social work in numbers: the rules of comparison, one and many, what is missing."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from clusters import HERE, NAMES, cluster, commended, counts, fields, figure, printed, unit, words
from dossiers import read
from workbooks_from_text import only, sheet

from pipeline.documents.commended import compared
from pipeline.model import Contribution, Figure, FormCounts, Period, Target, UnitCounts

HALF = Period("half_year", 2017)
KINDS_OF_REPORT = [("bao-cao-so-ket", HALF), ("bao-cao-tong-ket", Period("year", 2021))]


def said(kind: str, start: str, **more: Any) -> list[str]:
    """The sentences of a report that begin so."""
    period = HALF if kind == "bao-cao-so-ket" else Period("year", 2021)
    return [text for text in words(kind, cluster(period=period, **more)) if text.startswith(start)]


# --- against the period before ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        (120, 100, "tăng 20 lượt tập thể (20%)"),
        (958, 838, "tăng 120 lượt tập thể (14,3%)"),
        (453, 468, "giảm 15 lượt tập thể (3,2%)"),
        (105, 100, "tăng 05 lượt tập thể (5%)"),
        (12, 9, "tăng 03 lượt tập thể"),
        (2, 9, "giảm 07 lượt tập thể"),
        (100, 40, "tăng 60 lượt tập thể (gấp 2,5 lần)"),
        (20, 10, "tăng 10 lượt tập thể (gấp 2 lần)"),
        (45, 20, "tăng 25 lượt tập thể (gấp 2,3 lần)"),
        (18, 9, "tăng 09 lượt tập thể"),
        (0, 20, "giảm 20 lượt tập thể (100%)"),
    ],
)
def test_more_or_less_than_before(now: int, before: int, expected: str) -> None:
    """A percentage needs a base of ten; from twice as many on, how many times."""
    (sentence,) = said("bao-cao-so-ket", "So với", commendations=commended(counts(now, 1), counts(before)))
    assert sentence == f"So với cùng kỳ năm 2016, số lượt khen thưởng {expected}."


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        (counts(9), counts(9), ["Số lượt tập thể được khen thưởng bằng cùng kỳ năm 2016."]),
        (counts(9), counts(0), ["Cùng kỳ năm 2016 không có lượt tập thể được khen thưởng."]),
        (counts(9), counts(), []),
        (counts(9), counts(person=12), []),
        (counts(9, 0), counts(person=0), []),
    ],
)
def test_equal_from_nothing_and_not_known(now: Any, before: Any, expected: list[str]) -> None:
    kind, of = "bao-cao-so-ket", commended(now, before)
    found = [*said(kind, "Số lượt", commendations=of), *said(kind, "Cùng kỳ", commendations=of)]
    assert found == expected and not said(kind, "So với", commendations=of)


def test_the_same_direction_is_gathered_and_the_other_set_apart() -> None:
    (both,) = said("bao-cao-tong-ket", "So với", commendations=commended(counts(960, 3211), counts(840, 2901)))
    assert both == ("So với năm 2020, số lượt khen thưởng tăng 120 lượt tập thể (14,3%) và 310 lượt cá nhân (10,7%).")
    (apart,) = said("bao-cao-tong-ket", "So với", commendations=commended(counts(960, 2886), counts(840, 2901)))
    assert apart == "So với năm 2020, số lượt khen thưởng tăng 120 lượt tập thể (14,3%), giảm 15 lượt cá nhân (0,5%)."


def test_a_change_of_members_is_told_with_the_comparison() -> None:
    of = commended(counts(12), counts(10), members_before=figure(7, unit="đơn vị"))
    (sentence,) = said("bao-cao-tong-ket", "So với", commendations=of)
    assert sentence.endswith(" Năm 2020, Cụm có 07 đơn vị thành viên.")
    of = commended(counts(12), counts(10), members_before=figure(5, unit="đơn vị"))
    (sentence,) = said("bao-cao-tong-ket", "So với", commendations=of)
    assert sentence.endswith(" Các đơn vị thành viên của Cụm có thay đổi so với năm 2020.")


def test_a_school_year_is_compared_with_the_one_before() -> None:
    school = cluster(period=Period("school_year", 2021), commendations=commended(counts(12), counts(10)))
    (sentence,) = [text for text in words("bao-cao-tong-ket", school) if text.startswith("So với")]
    assert sentence == "So với năm học 2020-2021, số lượt khen thưởng tăng 02 lượt tập thể (20%)."


def test_what_is_in_both_periods_is_compared_by_recipient() -> None:
    found = compared(commended(counts(12, 40), counts(10)))
    assert found is not None
    assert (found["ca_nhan"], found["ho"]) == (None, None)
    assert compared(commended(counts(12, 40))) is None
    assert compared(commended(counts(0), counts(0))) is None


def test_the_table_shows_the_change_with_its_sign() -> None:
    forms = (FormCounts("Giấy khen", "base", counts(12, 3), counts(19)),)
    rows = fields("bao-cao-tong-ket", cluster(commendations=commended(counts(12, 3), counts(19), forms=forms)))
    (row,) = rows["khen_thuong"]["hinh_thuc"]
    assert (printed(row["tap_the_tang"]), row["ca_nhan_tang"], row["ho_tang"]) == ("-7", "", "")
    assert (printed(row["tap_the_truoc"]), row["ca_nhan_truoc"]) == ("19", "")


# --- one, many, none --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (counts(960, 3211), "960 lượt tập thể và 3.211 lượt cá nhân"),
        (counts(960, 3211, 12), "960 lượt tập thể, 3.211 lượt cá nhân và 12 lượt hộ gia đình"),
        (counts(person=45), "45 lượt cá nhân"),
        (counts(0, 45), "45 lượt cá nhân"),
        (counts(1), "01 lượt tập thể"),
    ],
)
@pytest.mark.parametrize(("kind", "period"), KINDS_OF_REPORT)
def test_the_sentence_of_commendations(kind: str, period: Period, now: Any, expected: str) -> None:
    text = words(kind, cluster(period=period, commendations=commended(now)))
    opening = {"half_year": "Trong 6 tháng đầu năm 2017", "year": "Năm 2021"}[period.kind]
    assert f"{opening}, các đơn vị trong Cụm có {expected} được các cấp, các ngành khen thưởng." in text


@pytest.mark.parametrize("now", [None, commended(counts(0, 0)), commended(counts())])
@pytest.mark.parametrize(("kind", "period"), KINDS_OF_REPORT)
def test_nobody_commended_leaves_no_sentence_no_table_no_heading(kind: str, period: Period, now: Any) -> None:
    of = cluster(period=period, commendations=now)
    assert not any(re.search(r"lượt|khen thưởng theo|CÔNG TÁC KHEN", text) for text in words(kind, of))
    given = fields(kind, of)
    assert given["muc"]["khen_thuong"] is None and set(given["bang"].values()) == {None}


def test_levels_are_told_where_every_count_has_one() -> None:
    levels = {"state": counts(5, 12), "ministry": counts(0, 30), "base": counts(7)}
    of = commended(counts(12, 42), levels=levels)
    (sentence,) = said("bao-cao-tong-ket", "Năm 2021, các đơn vị", commendations=of)
    assert sentence.endswith(
        " Trong đó: cấp Nhà nước 05 lượt tập thể, 12 lượt cá nhân; cấp bộ, ban, ngành, tỉnh 30 lượt cá nhân; "
        "cấp cơ sở 07 lượt tập thể."
    )
    for part in (commended(counts(13, 42), levels=levels), commended(counts(5, 12), levels={"state": counts(5, 12)})):
        assert "Trong đó" not in said("bao-cao-tong-ket", "Năm 2021, các đơn vị", commendations=part)[0]


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        (("Sở Nội vụ", "Sở Tư pháp"), "Sở Nội vụ và Sở Tư pháp được tặng Cờ thi đua của Chính phủ."),
        (("Sở Nội vụ",), "Sở Nội vụ được tặng Cờ thi đua của Chính phủ."),
        ((), "Có 02 đơn vị được tặng Cờ thi đua của Chính phủ."),
    ],
)
def test_units_with_a_flag_are_named_where_they_are_known(units: tuple[str, ...], expected: str) -> None:
    flags = (("Cờ thi đua của Chính phủ", tuple(map(unit, units)), figure(len(units) or 2, unit="đơn vị")),)
    assert expected in words("bao-cao-tong-ket", cluster(commendations=commended(counts(12), flags=flags)))


@pytest.mark.parametrize(("kind", "period"), KINDS_OF_REPORT)
def test_what_is_known_of_the_whole_cluster_only(kind: str, period: Period, tmp_path: Path) -> None:
    """No table by unit, no annex, nobody named as missing; flags as a number."""
    text = """
    Đơn vị | Hình thức | Cấp | Tập thể | Cá nhân
    Toàn Cụm | Cờ thi đua của Chính phủ | | 2 |
    Toàn Cụm | Bằng khen cấp tỉnh | | 12 | 310
    """
    found = read(tmp_path, **{**only("Thông tin", "Đơn vị", "Khen thưởng"), "Khen thưởng": sheet(text)})
    lines = words(kind, replace(found.cluster, period=period))
    opening = "Trong 6 tháng đầu năm 2017" if kind == "bao-cao-so-ket" else "Năm 2021"
    assert (
        f"{opening}, các đơn vị trong Cụm có 14 lượt tập thể và 310 lượt cá nhân được các cấp, các ngành khen thưởng. "
        "Trong đó: cấp Nhà nước 02 lượt tập thể; cấp bộ, ban, ngành, tỉnh 12 lượt tập thể, 310 lượt cá nhân." in lines
    )
    assert "Có 02 đơn vị được tặng Cờ thi đua của Chính phủ." in lines
    assert found.codes() == [] and not [line for line in lines if "theo đơn vị" in line.lower()]
    total = found.cluster.commendations.total["person"]  # type: ignore[union-attr]  # it was counted
    assert total.rule.words == "tổng lượt cá nhân"


# --- units that have not sent -----------------------------------------------------------------------


def _partly() -> dict[str, Any]:
    members = tuple(unit(f"Sở thứ {n}") for n in range(1, 9))
    sent = tuple(UnitCounts(member, counts(2, 5), {}) for member in members[:7])
    of = commended(counts(14, 35), counts(20, 50), missing=members[7:], units=sent)
    return {"units": members, "pledge_units": members, "commendations": of}


@pytest.mark.parametrize(("kind", "period"), KINDS_OF_REPORT)
def test_the_units_that_have_not_sent_are_named_and_not_compared(kind: str, period: Period) -> None:
    text = words(kind, cluster(period=period, **_partly()))
    gap = "(số liệu của 07/08 đơn vị; Sở thứ 8 chưa gửi báo cáo)"
    assert any("có 14 lượt tập thể và 35 lượt cá nhân" in line and gap in line for line in text)
    assert "Ghi chú: số liệu của 07/08 đơn vị; Sở thứ 8 chưa gửi báo cáo." in text
    assert not any(line.startswith(("So với", "Số lượt")) for line in text)


def test_a_figure_that_nobody_reported_is_an_empty_cell() -> None:
    rows = fields("bao-cao-tong-ket", cluster(**_partly()))["khen_thuong"]["don_vi"]
    assert [(printed(row["tap_the"]), row["ho"], row["ghi_chu"]) for row in rows][-2:] == [
        ("02", "", ""), ("", "", "chưa có số liệu"),
    ]  # fmt: skip


# --- targets ------------------------------------------------------------------------------------------


def target(plan: int | None, result: int | None, verdict: Any = None, **more: Any) -> Target:
    """A target of 2021 with its plan, its result and what was made of them."""
    planned, reached = (None if value is None else figure(value, "quantity", "%") for value in (plan, result))
    return Target(2021, "Hồ sơ đúng hạn", HERE, plan=planned, result=reached, verdict=verdict, **more)


@pytest.mark.parametrize(
    ("targets", "expected"),
    [
        ([target(95, 97, "Vượt"), target(90, 90, "Đạt"), target(2, 1, "Chưa đạt")], (2, 1, 1, 3)),
        ([target(95, 97, "Vượt"), target(90, None)], (1, 1, 0, 1)),
        ([target(90, None), target(None, None)], (None, None, None, 0)),
    ],
)
def test_targets_are_counted_by_what_became_of_them(targets: list[Target], expected: tuple[int | None, ...]) -> None:
    """Reached or passed, passed, not reached, judged."""
    found = fields("bao-cao-tong-ket", cluster(targets=tuple(targets)))["chi_tieu"]
    assert tuple(_value(found[name]) for name in ("dat", "vuot", "chua_dat", "so")) == expected


def _value(figure: Figure | None) -> object:
    return None if figure is None else figure.value


def test_target_rows_stand_under_their_groups_and_run_through() -> None:
    given = (
        target(95, 97, group="Nhiệm vụ"), target(4, 5, group="Xã hội"), target(9, 9, group="Nhiệm vụ"),
        Target(2022, "Năm sau", HERE, group="Xã hội"),
    )  # fmt: skip
    rows = fields("bao-cao-tong-ket", cluster(targets=given))["chi_tieu"]["dong"]
    assert [(row["stt"], row["la_nhom"]) for row in rows] == [
        ("I", True), ("1", False), ("2", False), ("II", True), ("3", False),
    ]  # fmt: skip


def test_a_share_is_printed_without_its_sign() -> None:
    share = figure("112.345", "percent", "%")
    rows = fields("bao-cao-tong-ket", cluster(targets=(target(8, 9, "Vượt", share=share),)))["chi_tieu"]["dong"]
    assert printed(rows[0]["ty_le"]) == "112,3"
    whole = figure("100.04", "percent", "%")
    rows = fields("bao-cao-tong-ket", cluster(targets=(target(8, 9, "Vượt", share=whole),)))["chi_tieu"]["dong"]
    assert printed(rows[0]["ty_le"]) == "100"


# --- social work --------------------------------------------------------------------------------------


def test_only_money_is_added_up() -> None:
    given = (
        Contribution("Xây nhà", HERE, unit(NAMES[0]), figure(150000000, "money", "đồng"), figure(3, "quantity"), "nhà"),
        Contribution("Ủng hộ", HERE, None, figure(5000000, "money", "đồng")),
        Contribution("Hiến máu", HERE, unit(NAMES[1]), None, figure(40, "quantity"), "đơn vị máu"),
    )
    text = words("bao-cao-tong-ket", cluster(contributions=given))
    (sentence,) = (line for line in text if "hoạt động xã hội, từ thiện với" in line)
    assert "thực hiện 03 hoạt động xã hội, từ thiện với tổng số tiền 155.000.000 đồng" in sentence
    assert "3 nhà" in text and "40 đơn vị máu" in text


def test_without_money_no_sum_is_spoken_of() -> None:
    given = (Contribution("Hiến máu", HERE, unit(NAMES[1]), None, figure(40, "quantity"), "đơn vị máu"),)
    text = words("bao-cao-tong-ket", cluster(contributions=given))
    assert not any("số tiền" in line.lower() or line == "Tổng cộng" for line in text)
