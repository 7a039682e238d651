"""Minutes of a conference: at mid-year, of a year that was not reviewed, of a signing at a meeting of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from clusters import HERE, NAMES, ballot, cluster, figure, nomination, unit, words
from papers import dossier_of, faults, run
from workbooks_from_text import FOLDER, GOOD, Sheet, dossier

from pipeline.documents import KINDS
from pipeline.documents.source import Source
from pipeline.model import Citation, Cluster, Leadership, Meeting, Paper, Passage, Period, Person, Target

A, B, C, D, E = NAMES
KIND = KINDS["bien-ban-hoi-nghi"]
MET, SIGNED = date(2021, 12, 14), date(2022, 1, 14)
PEOPLE = (
    Person("Nguyễn Văn A", "chairs", HERE, office="Giám đốc", unit=A),
    Person("Trần Thị B", "chairs", HERE, rank="Đại tá", office="Phó Giám đốc", unit=D),
    Person("Lê C", "secretary", HERE, office="Chuyên viên", unit=A),
    Person("Phạm D", "directs", HERE, office="Trưởng ban", unit="Ban Thi đua - Khen thưởng tỉnh"),
)
OPINIONS = (
    Passage("discussion", ("Đề nghị bổ sung tiêu chí chuyển đổi số.",), HERE, unit(B)),
    Passage("guidance", ("Phát huy kết quả đã đạt được.",), HERE),
    Passage("conclusion", ("Tiếp thu các ý kiến.",), HERE),
)
MEETING = Meeting(MET, starts=time(14, 0), ends=time(17, 0), venue="Hội trường Sở Nội vụ", people=PEOPLE)
PLEDGED = (Target(2022, "Hồ sơ giải quyết đúng hạn", HERE),)


def half_year(**more: Any) -> Cluster:
    """A conference at mid-year that everything is known of."""
    said = {"period": Period("half_year", 2021), "meeting": MEETING, "passages": OPINIONS, **more}
    return cluster(**said)


def text(of: Cluster) -> str:
    """The paper, a line a paragraph."""
    return "\n".join(words(KIND.name, of))


def test_a_conference_at_mid_year_is_told_as_it_went() -> None:
    lines = words(KIND.name, half_year())
    expected = [
        "BIÊN BẢN", "Hội nghị sơ kết phong trào thi đua 6 tháng đầu năm 2021",
        "Thời gian bắt đầu: 14 giờ 00 phút, ngày 14 tháng 12 năm 2021.", "Địa điểm: Hội trường Sở Nội vụ.",
        "a) Đại biểu dự và chỉ đạo: đồng chí Phạm D, Trưởng ban Ban Thi đua - Khen thưởng tỉnh.",
        "Thư ký (người ghi biên bản): đồng chí Lê C, Chuyên viên Sở Nội vụ.", "Nội dung:", "1. Báo cáo sơ kết",
        "2. Ý kiến thảo luận", "- Sở Tư pháp: Đề nghị bổ sung tiêu chí chuyển đổi số.", "3. Phát biểu chỉ đạo",
        "Đồng chí Phạm D, Trưởng ban Ban Thi đua - Khen thưởng tỉnh, phát biểu chỉ đạo Hội nghị như sau:",
        "4. Tiếp thu, kết luận của chủ tọa", "Tiếp thu các ý kiến.",
        "Hội nghị kết thúc vào 17 giờ 00 phút, ngày 14 tháng 12 năm 2021./.", "THƯ KÝ", "CHỦ TỌA",
    ]  # fmt: skip
    assert [line for line in lines if line in expected] == expected
    assert lines[-5:-1] == [
        "Nơi nhận:", "- Ban Thi đua - Khen thưởng tỉnh;", "- Các đơn vị thành viên Cụm;", "- Lưu: VT, Hồ sơ.",
    ]  # fmt: skip


def test_the_first_of_two_chairs_signs_and_both_are_named() -> None:
    """The organiser may be the deputy: whoever chairs signs, in the office held in his own unit."""
    lines = words(KIND.name, half_year())
    assert (
        "Đồng chủ trì (chủ tọa): đồng chí Nguyễn Văn A, Giám đốc Sở Nội vụ; "
        "đồng chí Đại tá Trần Thị B, Phó Giám đốc Công an tỉnh." in lines
    )
    at = lines.index("CHỦ TỌA")
    assert lines[at + 1 : at + 4] == ["Lê C", "GIÁM ĐỐC SỞ NỘI VỤ", "Nguyễn Văn A"]
    deputy = Meeting(MET, people=(replace(PEOPLE[1], office="Phó Giám đốc Công an tỉnh"),))
    lines = words(KIND.name, half_year(meeting=deputy))
    assert lines[lines.index("CHỦ TỌA") :][1:3] == ["PHÓ GIÁM ĐỐC CÔNG AN TỈNH", "Đại tá Trần Thị B"]
    assert any(line.startswith("Chủ trì (chủ tọa): đồng chí Đại tá") for line in lines)


@pytest.mark.parametrize(
    ("office", "held_in", "called"),
    [
        ("Chánh Thanh tra", "Thanh tra tỉnh", "Chánh Thanh tra tỉnh"),
        ("Trưởng Thi hành án dân sự", "Thi hành án dân sự tỉnh", "Trưởng Thi hành án dân sự tỉnh"),
        ("Bí thư Đảng ủy", "Đảng ủy Công an tỉnh", "Bí thư Đảng ủy Công an tỉnh"),
        ("Trưởng ban", "Ban Dân tộc tỉnh", "Trưởng ban Ban Dân tộc tỉnh"),
        ("Trưởng phòng Tổng hợp", "Sở Nội vụ", "Trưởng phòng Tổng hợp, Sở Nội vụ"),
    ],
)
def test_what_office_and_unit_both_say_is_said_once(office: str, held_in: str, called: str) -> None:
    meeting = Meeting(MET, people=(Person("Nguyễn Thị H", "secretary", HERE, office=office, unit=held_in),))
    assert f"Thư ký (người ghi biên bản): đồng chí Nguyễn Thị H, {called}." in text(half_year(meeting=meeting))


@pytest.mark.parametrize("row", ["conference", "minutes"])
def test_number_and_signer_are_those_of_its_row(row: str) -> None:
    """At mid-year there are no other minutes: "biên bản" means these, and so does "biên bản hội nghị"."""
    own = Paper(number="7", signer="Hồ Văn H", signer_office="Phó Giám đốc Sở Nội vụ")
    lines = words(KIND.name, half_year(papers={row: own}))
    assert "Số: 07/BB-CTĐ5" in lines
    assert lines[lines.index("CHỦ TỌA") :][2:4] == ["PHÓ GIÁM ĐỐC SỞ NỘI VỤ", "Hồ Văn H"]


def test_guidance_of_one_among_several_is_nobodys() -> None:
    other = Person("Đỗ E", "directs", HERE, office="Phó Chủ tịch", unit="UBND tỉnh")
    found = text(half_year(meeting=replace(MEETING, people=(*PEOPLE, other))))
    assert "3. Phát biểu chỉ đạo\nPhát huy kết quả đã đạt được." in found


def test_one_thing_to_tell_has_no_heading_and_nothing_leaves_room_for_the_hand() -> None:
    of = half_year(meeting=Meeting(MET), passages=OPINIONS[2:])
    lines = words(KIND.name, of)
    assert not any(line.startswith(("1.", "2.")) and "Báo cáo" not in line and "Tiếp thu" not in line for line in lines)
    source = Source(half_year(meeting=Meeting(MET), passages=OPINIONS[2:]), KIND.paper)
    (only,) = [mark for mark in (KIND.fields(source)["muc"] or {}).values() if mark == "1."]  # type: ignore[attr-defined]
    assert not only.tieu_de
    assert [line for line in lines if line.endswith("\t")] == [
        "Địa điểm: \t", "Thành phần tham dự: \t", "Chủ trì (chủ tọa): \t", "Thư ký (người ghi biên bản): \t",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "adopted"), [(MET, True), (date(2021, 1, 5), False), (None, False)], ids=["that day", "before", "no day"]
)
def test_a_text_of_the_cluster_of_that_day_was_adopted(day: date | None, adopted: bool) -> None:
    rule = Citation("Quyết định", "own", HERE, "05/QĐ-CTĐ5", day, "Cụm thi đua số 5", "ban hành Quy chế")
    said = "Hội nghị đã thông qua, công bố Quyết định số 05/QĐ-CTĐ5"
    assert (said in text(half_year(citations=(rule,)))) is adopted


# --- a year ---------------------------------------------------------------------------------------------


def test_a_year_that_was_reviewed_has_its_minutes_already() -> None:
    assert KIND.due(half_year()) and KIND.due(cluster())
    assert not KIND.due(cluster(nominations=(nomination(A),)))
    assert not KIND.due(cluster(sheets=frozenset(("Chấm điểm",)))), "points that nobody can read were still given"


LEADERS = Leadership(unit(A), (unit(B),))
SAID = {
    "bầu": "Hội nghị đã bầu Sở Nội vụ (05/05 phiếu) làm Cụm trưởng, Sở Tư pháp làm Cụm phó Cụm thi đua số 5 năm 2022.",
    "phân công": "Theo phân công của cấp có thẩm quyền, Sở Nội vụ",
    "luân phiên": "Theo nguyên tắc luân phiên, Hội nghị thống nhất Sở Nội vụ",
}


@pytest.mark.parametrize("manner", SAID)
def test_a_year_without_review_tells_its_leaders_and_the_pledge(manner: Any) -> None:
    votes = (ballot("bầu Cụm trưởng", A, 5),) if manner == "bầu" else ()
    of = cluster(next_leaders=replace(LEADERS, manner=manner), ballots=votes, targets=PLEDGED, passages=OPINIONS)
    found = text(of).replace("đã biểu quyết bầu", "đã bầu")
    assert "Hội nghị tổng kết phong trào thi đua năm 2021 và ký kết giao ước thi đua năm 2022" in found
    assert SAID[manner] in found
    assert ("Bầu Cụm trưởng, Cụm phó năm 2022" in found) is (manner == "bầu")
    assert "Đại diện 05 đơn vị thành viên Cụm đã ký kết Bản giao ước thi đua năm 2022." in found


APART: dict[str, Any] = {
    "nominations": (nomination(A),), "targets": PLEDGED, "meeting": MEETING, "passages": OPINIONS,
    "next_leaders": LEADERS, "papers": {"pledge": Paper(day=SIGNED), "minutes": Paper(number="3")},
    "pledge_units": (unit(A, signer="Nguyễn Văn A", signer_office="Giám đốc"), unit(B)),
}  # fmt: skip


def test_a_pledge_signed_at_a_meeting_of_its_own_has_its_own_minutes() -> None:
    """Only the day and who signs are known of that meeting: the people and opinions are those of the other."""
    of = cluster(**APART)
    found = text(of)
    assert KIND.due(of)
    assert "Hội nghị ký kết giao ước thi đua năm 2022" in found and "ngày 14 tháng 01 năm 2022" in found
    assert "Đại diện 02 đơn vị thành viên Cụm đã ký kết Bản giao ước thi đua năm 2022, gồm:" in found
    assert not any(name in found for name in ("Trần Thị B", "chuyển đổi số", "2021", "03/BB", "Cụm phó"))
    assert "ký kết" not in "\n".join(words("bien-ban-binh-xet", of))
    assert "Hôm nay, ngày 14 tháng 01 năm 2022" in "\n".join(words("giao-uoc", of))


def test_a_pledge_of_the_day_of_the_conference_is_signed_there() -> None:
    of = cluster(**{**APART, "papers": {"pledge": Paper(day=MET)}})
    assert not KIND.due(of)
    assert "ký kết giao ước thi đua năm 2022" in "\n".join(words("bien-ban-binh-xet", of))


def test_there_is_nothing_to_tell_without_a_day_people_and_opinions() -> None:
    none = cluster(meeting=Meeting(voters=figure(5)))
    assert KIND.lacks(none) == "chưa có ngày hội nghị, người dự, ý kiến tại hội nghị"
    assert KIND.lacks(replace(none, passages=OPINIONS[:1])) is None
    assert KIND.lacks(replace(none, meeting=Meeting(people=PEOPLE[:1]))) is None


# --- from workbooks -------------------------------------------------------------------------------------


def made(folder: Path, **sheets: Sheet | None) -> Any:
    """The papers of the good dossier with some sheets changed."""
    return run(dossier_of(dossier(folder / "inputs", **sheets), FOLDER), folder / "outputs")


def test_a_row_dated_after_the_conference_gives_the_paper_of_the_signing(tmp_path: Path) -> None:
    found = made(tmp_path, **{"Văn bản": GOOD["Văn bản"].grown("giao ước | | 14/01/2022 |")})
    assert "bien-ban-hoi-nghi-2021.docx" in found.papers and faults(found.paper("bien-ban-hoi-nghi")) == []
    assert "bien-ban-hoi-nghi" not in made(tmp_path / "else").kinds


def test_a_fault_in_points_does_not_withhold_the_minutes_of_mid_year(tmp_path: Path) -> None:
    half = GOOD["Thông tin"].swapped("Kỳ | Năm\n", "Kỳ | 6 tháng đầu năm\n")
    found = made(tmp_path, **{"Thông tin": half, "Đề nghị": GOOD["Đề nghị"].grown("3 | tập thể | Sở X | Cờ Y | |")})
    assert found.outcome.problems.errors() and "bien-ban-hoi-nghi" in found.kinds
