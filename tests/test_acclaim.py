"""Acclamations, votes and elections as papers tell them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from clusters import NAMES, ballot, cluster, commended, counts, fields, figure, nomination, printed, unit, words
from dossiers import read
from workbooks_from_text import GOOD

from pipeline.documents.acclaim import award_name, ballot_of, is_election, listed
from pipeline.model import Leadership

A, B, C, D, _ = NAMES


def test_groups_keep_award_and_status_apart_and_count_their_names() -> None:
    cases = (
        nomination(B, status="acclaimed"), nomination(A, status="acclaimed"), nomination(C),
        nomination("Trần B", "Bằng khen", recipient="person"), nomination(D, None, status="acclaimed"),
    )  # fmt: skip
    groups = fields("bao-cao-tong-ket", cluster(nominations=cases))["suy_ton"]["nhom"]
    assert [(g["trang_thai"], printed(g["so"]), g["loai"], g["ten_doi_tuong"]) for g in groups] == [
        ("suy tôn", "02", "đơn vị", [A, B]), ("đề nghị", "01", "đơn vị", [C]),
        ("đề nghị", "01", "cá nhân", ["Trần B"]), ("suy tôn", "01", "đơn vị", [D]),
    ]  # fmt: skip
    assert groups[3]["ten"] is None


def test_where_no_rank_is_told_units_stand_as_they_are_listed() -> None:
    cases = [nomination(D), nomination(A), nomination("Trần B", recipient="person")]
    assert [case.name for case in listed(cases, cluster())] == [A, D, "Trần B"]
    place = figure(1, "rank", "hạng")
    assert [case.name for case in listed([nomination(A), nomination(D, rank=place)], cluster())] == [A, D]


def test_what_was_granted_is_told_once() -> None:
    """Among the commendations where the report has them; never in the minutes."""
    granted = nomination(A, status="granted")
    flags = ((granted.award.name if granted.award else "", (unit(A),), figure(1, unit="đơn vị")),)
    of = cluster(nominations=(granted,), commendations=commended(counts(3), flags=flags))
    text = "\n".join(words("bao-cao-tong-ket", of))
    assert text.count("Cờ thi đua") == 1 and "SUY TÔN" not in text
    assert "Cờ thi đua" not in "\n".join(words("bien-ban-binh-xet", of))
    assert "Cờ thi đua" in "\n".join(words("bao-cao-tong-ket", cluster(nominations=(granted,))))


# --- votes --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "day", "expected"),
    [
        ("12/QĐ-UBND", date(2022, 1, 5), "Sở Nội vụ (Quyết định số 12/QĐ-UBND ngày 05/01/2022)"),
        ("Quyết định số 12/QĐ-UBND", None, "Sở Nội vụ (Quyết định số 12/QĐ-UBND)"), (None, None, "Sở Nội vụ"),
        ("QĐ số: 12/QĐ-UBND", None, "Sở Nội vụ (Quyết định số 12/QĐ-UBND)"),
    ],
)  # fmt: skip
def test_a_report_tells_by_which_decision_an_award_was_granted(
    number: str | None, day: date | None, expected: str
) -> None:
    """Suy tôn, đề nghị, được tặng: a certificate among the acclamations, a flag among the commendations."""
    more: dict[str, Any] = {"number": number, "day": day, "status": "granted"}
    flag, certificate = nomination(NAMES[0], **more), nomination(NAMES[0], "Bằng khen của UBND tỉnh", **more)
    flags = ((flag.award.name if flag.award else "", (unit(NAMES[0]),), figure(1)),)
    of = cluster(nominations=(flag, certificate), commendations=commended(counts(1), flags=flags))
    text = words("bao-cao-tong-ket", of)
    assert sum(expected in line for line in text) >= 2
    assert any("Quyết định số" in line for line in text) is (number is not None)


def test_what_is_proposed_has_no_decision_yet() -> None:
    of = cluster(nominations=(nomination(NAMES[0], number="12/QĐ-UBND", status="proposed"),))
    assert not any("12/QĐ-UBND" in line for line in words("bao-cao-tong-ket", of))


def test_the_vote_on_a_candidate_is_the_last_about_that_award() -> None:
    flag, leader = "Cờ thi đua của UBND tỉnh", "bầu Cụm trưởng"
    of = cluster(ballots=(
        ballot(flag, A, 3, round="1"), ballot(flag, A, 5, round="2"), ballot("Bằng khen", A, 2), ballot(leader, A, 4),
    ))  # fmt: skip
    found = [ballot_of(nomination(A, typed), of) for typed in (flag, "Bằng khen", None)]
    assert [int(vote.yes.value) if vote and vote.yes else None for vote in found] == [5, 2, 2]
    assert ballot_of(nomination(B), of) is None


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Cờ thi đua của UBND tỉnh", "suy tôn, đề nghị tặng Cờ thi đua của Ủy ban nhân dân tỉnh Hòa Bình"),
        ("bầu Cụm trưởng", "bầu Trưởng Cụm"),
        ("Bầu Phó Trưởng Cụm năm 2022", "bầu Phó Trưởng Cụm"),
        ("bầu Cụm trưởng, Cụm phó", "bầu Trưởng Cụm và Phó Trưởng Cụm"),
        ("Bầu tổ kiểm phiếu", "bầu tổ kiểm phiếu"),
        ("Thông qua quy chế", "thông qua quy chế"),
    ],
)
def test_what_a_vote_is_about(subject: str, expected: str) -> None:
    of = cluster(ballots=(ballot(subject, A, 5),), leader_title="Trưởng Cụm", deputy_title="Phó Trưởng Cụm")
    (vote,) = fields("bien-ban-binh-xet", of)["bo_phieu"]["lan"]
    assert (vote["noi_dung"], vote["bau"]) == (expected, is_election(subject))


@pytest.mark.parametrize(
    ("typed", "expected"), [(None, None), ("1", None), ("Vòng 1", None), ("2", "vòng 2"), ("vòng 2", "vòng 2")]
)
def test_the_round_is_named_from_the_second_on(typed: str | None, expected: str | None) -> None:
    of = cluster(ballots=(ballot("Cờ thi đua của UBND tỉnh", A, 5, round=typed),))
    assert fields("bien-ban-binh-xet", of)["bo_phieu"]["lan"][0]["vong"] == expected


def test_awards_are_voted_on_before_leaders_and_each_subject_and_round_by_itself() -> None:
    votes = (
        ballot("bầu Cụm trưởng", A, 5), ballot("Bằng khen", B, 4), ballot("Bằng khen", C, 3),
        ballot("Bằng khen", C, 5, round="2"),
    )  # fmt: skip
    found = fields("bien-ban-binh-xet", cluster(ballots=votes))["bo_phieu"]["lan"]
    assert [(len(vote["dong"]), vote["bau"]) for vote in found] == [(2, False), (1, False), (1, True)]
    assert award_name("Bằng khen cấp tỉnh", cluster()) == "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Hòa Bình"


# --- elections ----------------------------------------------------------------------------------------

LEADERS = Leadership(unit(A), (unit(B),), "bầu")


@pytest.mark.parametrize(
    ("leaders", "votes", "expected"),
    [
        (LEADERS, (), "Hội nghị bầu Sở Nội vụ làm Cụm trưởng, Sở Tư pháp làm Cụm phó Cụm thi đua số 5 năm 2022."),
        (
            LEADERS, (ballot("bầu Cụm trưởng", A, 4, issued=figure(5)), ballot("bầu Cụm phó", B, 5)),
            "Hội nghị bầu Sở Nội vụ (04/05 phiếu) làm Cụm trưởng, Sở Tư pháp (05/05 phiếu) làm Cụm phó "
            "Cụm thi đua số 5 năm 2022.",
        ),
        (Leadership(unit(A), (), "bầu"), (), "Hội nghị bầu Sở Nội vụ làm Cụm trưởng Cụm thi đua số 5 năm 2022."),
        (
            Leadership(unit(A), (unit(B),), "luân phiên"), (),
            "Theo nguyên tắc luân phiên, Hội nghị thống nhất Sở Nội vụ làm Cụm trưởng, Sở Tư pháp làm Cụm phó "
            "Cụm thi đua số 5 năm 2022.",
        ),
        (
            Leadership(unit(A), (), None), (),
            "Sở Nội vụ được giao làm Cụm trưởng Cụm thi đua số 5 năm 2022.",
        ),
    ],
)  # fmt: skip
def test_who_leads_next_year(leaders: Leadership, votes: Any, expected: str) -> None:
    assert expected in words("bao-cao-tong-ket", cluster(next_leaders=leaders, ballots=votes))


def test_a_vote_may_call_the_award_by_another_of_its_names(tmp_path: Path) -> None:
    votes = GOOD["Bỏ phiếu"].swapped(
        "Bằng khen của Chủ tịch UBND tỉnh", "Suy tôn, đề nghị tặng Bằng khen của UBND tỉnh"
    )
    cluster = read(tmp_path, **{"Bỏ phiếu": votes}).cluster
    ballot = ballot_of(cluster.nominations[1], cluster)
    assert ballot is not None and ballot.yes is not None and ballot.yes.value == 4
