"""Minutes of the tellers: what was counted on paper, and what follows from it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from clusters import HERE, NAMES, ballot, cluster, fields, figure, nomination, unit, words
from papers import dossier_of, faults, run
from workbooks_from_text import FOLDER, GOOD, Sheet, dossier

from pipeline.documents import KINDS
from pipeline.model import Ballot, Cluster, Leadership, Meeting, Paper, Person
from pipeline.transforms.figures import share

A, B, C, D, E = NAMES
KIND = KINDS["bien-ban-kiem-phieu"]
FLAG, CERTIFICATE = "Cờ thi đua của UBND tỉnh", "Bằng khen của Chủ tịch UBND tỉnh"
PAPERS = {"issued": figure(5), "returned": figure(5), "valid": figure(4), "invalid": figure(1)}


def secret(subject: str, candidate: str | None, yes: int | None, **more: Any) -> Ballot:
    """A candidate in a secret ballot of five papers."""
    said = {"manner": "bỏ phiếu kín", "unit": unit(candidate) if candidate in NAMES else None, **PAPERS, **more}
    return ballot(subject, candidate, yes, **said)


def judged(vote: Ballot, whole: Any = None, least: int = 80) -> Ballot:
    """A vote with its share of the whole, five members where nothing else is given."""
    part = share(vote.yes, whole or figure(5), "số phiếu đồng ý") if vote.yes is not None else None
    wanted = figure(least, "percent", "%")
    return replace(vote, share=part, threshold=wanted, passed=part is not None and part >= wanted)


def text(of: Cluster) -> str:
    """The paper, a line a paragraph."""
    return "\n".join(words(KIND.name, of))


def test_one_vote_is_told_in_three_parts() -> None:
    votes = tuple(judged(secret(FLAG, name, yes, no=figure(4 - yes))) for name, yes in ((A, 3), (B, 4), (C, 4)))
    found = text(cluster(ballots=votes))
    assert (
        "Kiểm phiếu suy tôn, đề nghị tặng Cờ thi đua của Ủy ban nhân dân tỉnh Hòa Bình năm 2021\n" in found
        and "I. TỔNG HỢP PHIẾU\n- Hình thức: bỏ phiếu kín.\n- Tổng số thành viên được bỏ phiếu: 05.\n"
        "- Số phiếu phát ra: 05; thu về: 05; hợp lệ: 04; không hợp lệ: 01.\nII. KẾT QUẢ\n"
        in found
    )
    assert (
        "III. KẾT LUẬN\nCăn cứ kết quả kiểm phiếu, có 02 đơn vị đủ số phiếu suy tôn, đề nghị tặng Cờ thi đua" in found
    )
    assert found.count("Sở Tư pháp và Thanh tra tỉnh.") == 1
    assert "tỷ lệ tính trên tổng số thành viên được bỏ phiếu; mức đạt từ 80% trở lên" in found
    assert not any(line.startswith("Số:") for line in found.split("\n")), "the tellers' minutes usually bear no number"


def test_the_most_votes_stand_first_and_equal_ones_as_they_are_listed() -> None:
    votes = tuple(secret(FLAG, name, yes) for name, yes in ((A, 3), (B, 4), (C, 3), (D, None)))
    (vote,) = fields(KIND.name, cluster(ballots=votes))["kiem_phieu"]["lan"]
    assert [(row["stt"], row["ten"]) for row in vote["dong"]] == [(1, B), (2, A), (3, C), (4, D)]


def test_each_subject_and_round_is_a_part_of_its_own() -> None:
    votes = (
        judged(secret(FLAG, A, 3, round="1")), judged(secret(FLAG, A, 4, round="2")), secret(CERTIFICATE, B, 4),
        secret("bầu Cụm trưởng", A, 4),
    )  # fmt: skip
    lines = words(KIND.name, cluster(ballots=votes, next_leaders=Leadership(unit(A), manner="bầu")))
    assert "Kiểm phiếu suy tôn, đề nghị khen thưởng năm 2021 và bầu Cụm trưởng năm 2022" in lines
    heads = [line for line in lines if line.split(".")[0] in ("I", "II", "III", "IV", "V")]
    assert [head.split(" TỈNH HÒA BÌNH")[-1] for head in heads] == ["", " (VÒNG 2)", "", "IV. BẦU CỤM TRƯỞNG"]
    assert [line for line in lines if line.startswith("Căn cứ kết quả")] == [
        "Căn cứ kết quả kiểm phiếu, không có đơn vị nào đủ số phiếu suy tôn, đề nghị tặng Cờ thi đua của Ủy ban nhân "
        "dân tỉnh Hòa Bình năm 2021.",
        "Căn cứ kết quả kiểm phiếu, có 01 đơn vị đủ số phiếu suy tôn, đề nghị tặng Cờ thi đua của Ủy ban nhân dân tỉnh "
        "Hòa Bình năm 2021 là Sở Nội vụ.",
        "Căn cứ kết quả kiểm phiếu, Sở Tư pháp được 04 phiếu đồng ý suy tôn, đề nghị tặng Bằng khen của Chủ tịch Ủy "
        "ban nhân dân tỉnh Hòa Bình năm 2021.",
        "Căn cứ kết quả kiểm phiếu, Sở Nội vụ (04 phiếu) được bầu làm Cụm trưởng năm 2022.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("manner", "told"), [("bầu", True), ("phân công", False), ("luân phiên", False), (None, False)]
)
def test_only_who_was_elected_is_said_to_be(manner: Any, told: bool) -> None:
    votes = (secret("bầu Cụm trưởng", A, 4), secret("bầu Cụm trưởng", B, 1), secret("bầu Cụm phó", B, 4))
    found = text(cluster(ballots=votes, next_leaders=Leadership(unit(A), (unit(B),), manner)))
    assert ("Sở Nội vụ (04 phiếu) được bầu làm Cụm trưởng năm 2022" in found) is told
    assert found.count("được bầu làm Cụm phó năm 2022") == told


@pytest.mark.parametrize(
    ("counted", "words_of_it"),
    [("issued", "số phiếu phát ra"), ("valid", "số phiếu hợp lệ"), (None, "tổng số thành viên được bỏ phiếu")],
)
def test_the_note_says_what_shares_were_reckoned_on(counted: str | None, words_of_it: str) -> None:
    vote = secret(FLAG, A, 4)
    assert f"tỷ lệ tính trên {words_of_it};" in text(
        cluster(ballots=(judged(vote, counted and getattr(vote, counted)),))
    )


def test_a_vote_without_candidates_has_its_result_in_words() -> None:
    vote = secret("Quy chế hoạt động", None, 3, no=figure(1))
    found = text(cluster(ballots=(replace(vote, share=share(figure(3), figure(5), "")),)))
    assert "Kiểm phiếu quy chế hoạt động năm 2021" in found
    assert "II. KẾT QUẢ\nSố phiếu đồng ý: 03; không đồng ý: 01. Tỷ lệ đồng ý 60%, tính trên tổng số thành viên" in found
    assert "KẾT LUẬN" not in found and "STT" not in found
    bare = text(cluster(ballots=(secret("Quy chế hoạt động", None, None),)))
    assert "KẾT QUẢ" not in bare and "hợp lệ: 04" in bare


AWARD = "suy tôn, đề nghị tặng Cờ thi đua của Ủy ban nhân dân tỉnh Hòa Bình năm 2021"


@pytest.mark.parametrize(
    ("votes", "concluded"),
    [
        ({A: 4}, f"Sở Nội vụ được 04 phiếu đồng ý {AWARD}."),
        ({A: 4, B: 4}, f"có 02 đơn vị cùng được 04 phiếu đồng ý {AWARD}, gồm: Sở Nội vụ và Sở Tư pháp."),
        ({A: 3, B: 4}, f"trong 02 đơn vị được bỏ phiếu {AWARD}, được nhiều phiếu đồng ý nhất là Sở Tư pháp "
         "(04 phiếu)."),
        ({A: 4, B: 1, C: 4}, f"trong 03 đơn vị được bỏ phiếu {AWARD}, có 02 đơn vị cùng được nhiều phiếu đồng ý nhất "
         "(04 phiếu), gồm: Sở Nội vụ và Thanh tra tỉnh."),
    ],
)  # fmt: skip
def test_without_a_threshold_only_the_count_is_told(votes: dict[str, int], concluded: str) -> None:
    found = text(cluster(ballots=tuple(secret(FLAG, name, yes) for name, yes in votes.items())))
    assert f"III. KẾT LUẬN\nCăn cứ kết quả kiểm phiếu, {concluded}" in found
    assert "đủ số phiếu" not in found and "mức đạt" not in found and "Kết quả\n" not in found


def test_who_got_how_many_votes_is_not_known_and_nothing_is_concluded() -> None:
    assert "KẾT LUẬN" not in text(cluster(ballots=(secret(FLAG, A, None),)))


def test_a_round_that_elected_nobody_tells_who_stood_equal() -> None:
    votes = (secret("bầu Cụm trưởng", A, 2, round="1"), secret("bầu Cụm trưởng", B, 2, round="1"),
             secret("bầu Cụm trưởng", A, 4, round="2"))  # fmt: skip
    found = text(cluster(ballots=votes, next_leaders=Leadership(unit(A), manner="bầu")))
    assert "có 02 đơn vị cùng được 02 phiếu đồng ý bầu Cụm trưởng năm 2022, gồm: Sở Nội vụ và Sở Tư pháp." in found
    assert found.count("được bầu làm") == 1


def test_raised_hands_are_no_matter_of_the_tellers() -> None:
    hands = (ballot(FLAG, A, 5, manner="biểu quyết giơ tay", issued=figure(5)), ballot(CERTIFICATE, B, 5))
    assert KIND.lacks(cluster(ballots=hands)) == "trang “Bỏ phiếu” không có lần bỏ phiếu kín nào"
    assert KIND.lacks(cluster()) == "chưa có trang “Bỏ phiếu”"
    unsaid = replace(hands[1], issued=figure(5))
    found = text(cluster(ballots=(hands[0], unsaid)))
    assert "Bằng khen" in found and "Cờ thi đua" not in found and "- Hình thức: bỏ phiếu." in found


TELLERS = (
    Person("Hồ Văn N", "chief teller", HERE, office="Chuyên viên", unit=C),
    Person("Đinh P", "teller", HERE, unit=B),
    Person("Nguyễn Văn A", "chairs", HERE, office="Giám đốc", unit=A),
    Person(E, "absent", HERE),
)


def test_tellers_are_named_and_sign_on_the_right_their_chief_first() -> None:
    lines = words(KIND.name, cluster(ballots=(secret(FLAG, A, 4),), meeting=Meeting(people=TELLERS)))
    assert "- Tổ trưởng: đồng chí Hồ Văn N, Chuyên viên Thanh tra tỉnh;" in lines
    assert "- Thành viên: đồng chí Đinh P, Sở Tư pháp." in lines
    assert "- Tổng số thành viên được bỏ phiếu: 05; có mặt: 04." in lines
    assert lines[lines.index("CHỦ TỌA") :][:10] == [
        "CHỦ TỌA", "TM. TỔ KIỂM PHIẾU", "TỔ TRƯỞNG", "GIÁM ĐỐC SỞ NỘI VỤ", "Nguyễn Văn A",
        "CHUYÊN VIÊN THANH TRA TỈNH", "Hồ Văn N", "THÀNH VIÊN", "Đinh P", "Nơi nhận:",
    ]  # fmt: skip


def test_nobody_named_leaves_room_for_the_hand() -> None:
    lines = words(KIND.name, cluster(ballots=(secret(FLAG, A, 4),)))
    assert "Tổ kiểm phiếu gồm: \t" in lines
    assert lines[lines.index("TỔ TRƯỞNG") + 1] == "Nơi nhận:"


def test_a_number_and_a_signer_are_printed_where_the_office_gives_them() -> None:
    own = Paper(number="4", signer="Mai M", signer_office="Phó Chánh Thanh tra tỉnh")
    lines = words(KIND.name, cluster(ballots=(secret(FLAG, A, 4),), papers={"tally": own}))
    assert "Số: 04/BB-CTĐ5" in lines and "Mai M" in lines


def test_persons_are_counted_as_persons() -> None:
    named = tuple(nomination(name, CERTIFICATE, recipient="person") for name in ("Trần B", "Lê C"))
    votes = tuple(judged(secret(CERTIFICATE, name, 5)) for name in ("Trần B", "Lê C"))
    found = text(cluster(ballots=votes, nominations=named))
    assert "có 02 cá nhân đủ số phiếu" in found and "gồm: Trần B và Lê C." in found


# --- from workbooks -------------------------------------------------------------------------------------


def made(folder: Path, **sheets: Sheet | None) -> Any:
    """The papers of the good dossier with some sheets changed."""
    return run(dossier_of(dossier(folder / "inputs", **sheets), FOLDER), folder / "outputs")


def test_the_workbook_gives_the_paper_with_its_number(tmp_path: Path) -> None:
    papers = GOOD["Văn bản"].grown("biên bản kiểm phiếu | 3 | 14/12/2021 |", "biên bản | 4 | 14/12/2021 |")
    found = made(tmp_path, **{"Văn bản": papers})
    assert "Số: 03/BB-CTĐ5" in found.paper("bien-ban-kiem-phieu").text
    assert "Số: 04/BB-CTĐ5" in found.paper("bien-ban-binh-xet").text
    assert faults(found.paper("bien-ban-kiem-phieu")) == []


def test_a_ballot_that_does_not_add_up_withholds_it_and_a_wrong_proposal_does_not(tmp_path: Path) -> None:
    votes = GOOD["Bỏ phiếu"].swapped("Sở Tư pháp | 5 | 5 | 5 | 0 | 5 | 0", "Sở Tư pháp | 5 | 6 | 6 | 0 | 5 | 1")
    assert KIND.name not in made(tmp_path, **{"Bỏ phiếu": votes}).kinds
    wrong = GOOD["Đề nghị"].grown("3 | cá nhân | Trần Văn B | Cờ thi đua của UBND tỉnh | |")
    found = made(tmp_path / "else", **{"Đề nghị": wrong})
    assert found.outcome.problems.errors() and KIND.name in found.kinds


def test_it_is_not_dated_before_the_conference(tmp_path: Path) -> None:
    papers = GOOD["Văn bản"].grown("biên bản kiểm phiếu | | 13/12/2021 |")
    (problem,) = made(tmp_path, **{"Văn bản": papers}).outcome.problems.errors()
    assert "ngày của biên bản kiểm phiếu (13/12/2021) trước ngày hội nghị (14/12/2021)" in str(problem)
