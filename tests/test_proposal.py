"""The proposal: one an authority, addressed to the level above the cluster, with its verbs, its list, its annex."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from clusters import NAMES, ballot, cluster, fields, figure, nomination, printed, standing, unit, words

from pipeline.documents import KINDS
from pipeline.documents.review import review
from pipeline.model import Award, Cluster, Meeting, Nomination, Paper, Period, Regulation
from pipeline.problems import Problems

PROPOSAL = KINDS["to-trinh"]
FLAG, CERTIFICATE = "Cờ thi đua của UBND tỉnh", "Bằng khen của Chủ tịch UBND tỉnh"
STATE_FLAG, ORDER = "Cờ thi đua của Chính phủ", "Huân chương Lao động hạng Ba"


def proposed(*cases: Nomination, **more: Any) -> Cluster:
    """A cluster that proposes these."""
    return cluster(nominations=cases, **more)


def parts(of: Cluster) -> dict[str, list[str]]:
    """The names of the cases by authority."""
    return {part.suffix: [case.name for case in part.cases] for part in PROPOSAL.parts(of)}


def one(of: Cluster) -> dict[str, Any]:
    """The fields of the only proposal."""
    (part,) = PROPOSAL.parts(of)
    found: dict[str, Any] = fields("to-trinh", of, part)["de_nghi"]
    return found


# --- one paper an authority -------------------------------------------------------------------------


def test_there_is_one_proposal_for_each_authority() -> None:
    of = proposed(
        nomination(NAMES[0], FLAG), nomination(NAMES[1], STATE_FLAG), nomination(NAMES[2], CERTIFICATE),
        nomination(NAMES[3], ORDER), nomination(NAMES[4], "Bằng khen của Bộ trưởng Bộ Công an"),
    )  # fmt: skip
    assert parts(of) == {
        "chu-tich-ubnd-tinh": [NAMES[0], NAMES[2]], "chinh-phu": [NAMES[1]], "chu-tich-nuoc": [NAMES[3]],
        "bo-cong-an": [NAMES[4]],
    }  # fmt: skip


def test_an_authority_is_one_however_it_was_typed() -> None:
    case = nomination(NAMES[1], CERTIFICATE)
    typed = replace(case, award=replace(case.award or _NO_AWARD, decider="Chủ tịch UBND tỉnh"))
    assert parts(proposed(nomination(NAMES[0], FLAG), typed)) == {"chu-tich-ubnd-tinh": [NAMES[0], NAMES[1]]}


_NO_AWARD = Award("", "tặng", None, None, ())


def test_what_is_granted_or_decided_below_or_has_no_award_does_not_go_up() -> None:
    of = proposed(
        nomination(NAMES[0], FLAG), nomination(NAMES[1], FLAG, status="granted"),
        nomination(NAMES[2], "Giấy khen", status="acclaimed"), nomination(NAMES[3], None, status="acclaimed"),
    )  # fmt: skip
    assert parts(of) == {"chu-tich-ubnd-tinh": [NAMES[0]]}


# --- what is asked, and of whom ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("award", "asked"),
    [
        (FLAG, "xem xét, tặng Cờ thi đua của Ủy ban nhân dân tỉnh Hòa Bình năm 2021 cho 01 tập thể"),
        (STATE_FLAG, "xem xét, trình Chính phủ tặng Cờ thi đua của Chính phủ năm 2021 cho 01 tập thể"),
        (
            "Bằng khen của Thủ tướng Chính phủ",
            "xem xét, trình Thủ tướng Chính phủ tặng Bằng khen của Thủ tướng Chính phủ năm 2021 cho 01 tập thể",
        ),
        (ORDER, "xem xét, trình Chủ tịch nước tặng thưởng Huân chương Lao động hạng Ba năm 2021 cho 01 tập thể"),
        ("TTLĐXS", "xem xét, tặng danh hiệu Tập thể lao động xuất sắc năm 2021 cho 01 tập thể"),
    ],
)
def test_the_verb_is_that_of_the_award_and_goes_up_where_it_must(award: str, asked: str) -> None:
    (part,) = PROPOSAL.parts(of := proposed(nomination(NAMES[0], award)))
    text = words("to-trinh", of, part)
    head = "kính đề nghị Chủ tịch Ủy ban nhân dân tỉnh Hòa Bình"
    assert any(f"{head} {asked}" in line for line in text), text
    assert "Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Hòa Bình" in text
    assert text[-1] == "Tổng số: 01 tập thể./." or "Tổng số: 01 tập thể./." in text


def test_the_ground_of_an_award_is_stated_where_it_was_read() -> None:
    """The articles of the law of 2022 on certificates were read, that on flags was not; nothing of the law of 2003."""
    flag, certificate = nomination(NAMES[0], FLAG), nomination(NAMES[1], CERTIFICATE)
    law = "theo quy định tại Điều 72 Luật Thi đua, khen thưởng"
    now = {"period": Period("year", 2024), "meeting": Meeting(day=date(2024, 12, 20))}
    (part,) = PROPOSAL.parts(alone := proposed(certificate, **now))
    assert any(f"năm 2024 {law} cho 01 tập thể" in line for line in words("to-trinh", alone, part))
    (part,) = PROPOSAL.parts(both := proposed(flag, certificate, **now))
    text = words("to-trinh", both, part)
    assert [line[:2] for line in text if law in line] == ["2."]
    (part,) = PROPOSAL.parts(before := proposed(flag, certificate))
    assert not any("theo quy định tại" in line for line in words("to-trinh", before, part))


def test_one_award_is_named_in_the_title_and_several_are_not() -> None:
    assert one(proposed(nomination(NAMES[0])))["tieu_de"] == (
        "Về việc đề nghị tặng Cờ thi đua của Ủy ban nhân dân tỉnh Hòa Bình năm 2021"
    )
    several = one(proposed(nomination(NAMES[0], FLAG), nomination(NAMES[1], CERTIFICATE)))
    assert several["tieu_de"] == "Về việc đề nghị khen thưởng năm 2021"
    assert several["tieu_de_phu_luc"] == "DANH SÁCH TẬP THỂ ĐỀ NGHỊ KHEN THƯỞNG NĂM 2021"


def person(name: str, **more: Any) -> Nomination:
    """A person proposed for a certificate."""
    return nomination(name, CERTIFICATE, recipient="person", **more)


def test_collectives_come_first_and_people_keep_their_form_of_address() -> None:
    of = proposed(
        person("Trần B", honorific="Ông", office="Trưởng phòng", unit=unit("Sở Tư pháp"), born="1980"),
        nomination("Sở Tư pháp", CERTIFICATE),
    )
    found = one(of)
    assert [printed(text) for text in found["tong"]] == ["01 tập thể", "01 cá nhân"]
    assert [case["ten"] for case in found["nhom_khen"][0]["doi_tuong"]] == ["Sở Tư pháp", "Ông Trần B"]
    (row,) = found["ca_nhan"]
    assert (row["chuc_vu"], row["ngay_sinh"]) == ("Trưởng phòng, Sở Tư pháp", "1980")


def test_the_rank_of_a_unit_is_not_that_of_its_people() -> None:
    place = figure(1, "rank", "hạng")
    of = proposed(
        nomination("Sở Tư pháp", CERTIFICATE, rank=place), person("Trần B", unit=unit("Sở Tư pháp")),
        regulation=Regulation(by_minutes=True), standings=(standing("Sở Tư pháp", "97.5", 1),),
    )  # fmt: skip
    found = one(of)
    assert (printed(found["tap_the"][0]["hang"]), found["ca_nhan"][0]["hang"]) == ("1", "")
    assert found["ca_nhan"][0]["diem"] == ""


def test_a_case_is_described_as_far_as_it_is_known() -> None:
    votes = {"issued": figure(5), "share": figure("80", "percent", "%")}
    of = proposed(
        nomination(NAMES[0]), nomination(NAMES[1]),
        standings=(standing(NAMES[0], "97.50", 1),), ballots=(ballot(FLAG, NAMES[0], 4, **votes),),
    )  # fmt: skip
    known, unknown = one(of)["nhom_khen"][0]["doi_tuong"]
    assert printed(known["mo_ta"]) == "xếp thứ Nhất; 97,50 điểm; 04/05 phiếu đồng ý"
    assert unknown["mo_ta"] is None
    assert printed(one(of)["tap_the"][0]["phieu"]) == "04/05 (80%)"


def test_cases_whose_rank_is_told_stand_by_their_ranks() -> None:
    of = proposed(
        person("Trần B"), nomination(NAMES[0], CERTIFICATE), nomination(NAMES[1], CERTIFICATE),
        nomination(NAMES[2], CERTIFICATE), standings=(standing(NAMES[2], "97", 1), standing(NAMES[1], "96", 2)),
    )  # fmt: skip
    order = [NAMES[2], NAMES[1], NAMES[0], "Trần B"]
    found = one(of)
    assert [case["ten"] for case in found["nhom_khen"][0]["doi_tuong"]] == order
    assert [row["ten"] for row in found["tap_the"]] == order[:3]


@pytest.mark.parametrize(("n", "annexed"), [(1, False), (2, False), (5, False), (6, True), (9, True)])
def test_from_six_cases_on_the_names_stand_in_the_annex_only(n: int, annexed: bool) -> None:
    cases = tuple(nomination(f"Phòng {at}", CERTIFICATE) for at in range(1, n + 1))
    of = proposed(*cases)
    (part,) = PROPOSAL.parts(of)
    text = words("to-trinh", of, part)
    end = text.index("Phụ lục")
    assert any("(có danh sách kèm theo)" in line for line in text[:end])
    assert any("Phòng 1" in line for line in text[:end]) is not annexed
    assert f"Tổng số: {n:02d} tập thể./." in text[end:] and f"Phòng {n}" in text[end:]


@pytest.mark.parametrize(
    ("to", "above"),
    [("Hội đồng Thi đua - Khen thưởng Sở Giáo dục và Đào tạo", "Chủ tịch Ủy ban nhân dân tỉnh Hòa Bình"),
     ("Chủ tịch UBND tỉnh", None)],
)  # fmt: skip
def test_a_body_below_the_province_is_asked_to_send_up_what_the_province_gives(to: str, above: str | None) -> None:
    of = replace(
        proposed(nomination(NAMES[0], FLAG)), level="ngành", superior="Sở Giáo dục và Đào tạo",
        default_paper=Paper(addressees=(to,)),
    )  # fmt: skip
    assert one(of)["vuot_cap"] == above


def test_the_dossier_names_what_the_run_makes() -> None:
    of = proposed(nomination(NAMES[0]))
    assert one(of)["ho_so"] == [
        "Danh sách đề nghị khen thưởng", "Biên bản bình xét, suy tôn", "Biên bản kiểm phiếu", "Bảng tổng hợp điểm",
        "Báo cáo tổng kết", "Báo cáo thành tích của tập thể được đề nghị", "Tóm tắt thành tích của từng trường hợp",
    ]  # fmt: skip


def test_nobody_promises_for_the_office() -> None:
    barred = nomination("Sở Tư pháp", unit=unit("Sở Tư pháp", barred=True))
    assert one(proposed(nomination(NAMES[0])))["cam_ket"] is False
    assert one(proposed(nomination(NAMES[0]), committed=True))["cam_ket"] is True
    assert one(proposed(barred, committed=True))["cam_ket"] is False


# --- what is looked at before -------------------------------------------------------------------------


def said(of: Cluster) -> list[str]:
    """The codes of what is wrong with a dossier that makes a proposal; what to look at is not."""
    problems = Problems()
    review(of, [PROPOSAL], problems)
    return [problem.code for problem in problems if problem.level != "LƯU Ý"]


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ({}, []),
        ({"province": None, "level": "ngành"}, ["TT-01"]),
        ({"province": None, "level": "ngành", "default_paper": Paper(addressees=("Bộ Tư pháp",))}, []),
        ({"regulation": Regulation(flags_cap=figure(1))}, ["DN-06"]),
        ({"regulation": Regulation(flags_cap=figure(2), certificates_cap=figure(0))}, []),
    ],
)
def test_addressees_and_caps_are_looked_at(more: dict[str, Any], codes: list[str]) -> None:
    assert said(proposed(nomination(NAMES[0]), nomination(NAMES[1]), **more)) == codes


def test_a_barred_unit_in_the_list_is_said_and_its_people_are_not() -> None:
    barred = unit("Sở Tư pháp", barred=True)
    assert said(proposed(nomination("Sở Tư pháp", unit=barred))) == ["DN-05"]
    assert said(proposed(person("Trần B", unit=barred))) == []
