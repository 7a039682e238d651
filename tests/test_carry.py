"""What people changed by hand in a release is in the next one, or beside it, and it is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from editions import released
from word_files import docx, p

from pipeline.office.word import paragraphs
from pipeline.problems import Problems
from pipeline.releases.carry import Made
from pipeline.releases.release import Release
from pipeline.releases.seal import seal

FILE, DRAFT, BESIDE = "bao-cao-2021.docx", "bao-cao-2021-du-thao.docx", "bao-cao-2021-ban-sua-tay.docx"
OPENING = "Thực hiện kế hoạch công tác năm 2021, Cụm thi đua báo cáo kết quả như sau"
OURS, THEIRS = "Các đơn vị đã phát động nhiều phong trào", "Các đơn vị đã tích cực phát động nhiều phong trào sôi nổi"


def report(count: int, *more: str, second: str = OURS, file: str = FILE) -> Made:
    """A report that counts persons."""
    return Made("bao-cao", file, docx(p(OPENING), p(second), p(f"Toàn Cụm khen thưởng {count} cá nhân"), *map(p, more)))


def edited(release: Release, *more: str, file: str = FILE) -> Path:
    """The report of a release after a person changed a sentence in Word."""
    path = release.folder / file
    path.write_bytes(report(15, *more, second=THEIRS).content)
    return path


def lines(content: bytes) -> list[str]:
    return [line for line in paragraphs(content) if line]


def text(release: Release, file: str = FILE) -> list[str]:
    return lines((release.folder / file).read_bytes())


def codes(problems: Problems) -> list[str]:
    return [problem.code for problem in problems]


def test_a_changed_sentence_stays_and_the_new_number_comes_in(tmp_path: Path) -> None:
    """
    | lần 1           | sửa tay       | số liệu mới | lần 2                     |
    | 15 cá nhân, câu | câu sôi nổi   | 16 cá nhân  | 16 cá nhân, câu sôi nổi   |
    """
    problems = Problems()
    edited(released(tmp_path, [report(15)]))
    second = released(tmp_path, [report(16)], "changed", problems=problems)
    assert text(second) == [OPENING, THEIRS, "Toàn Cụm khen thưởng 16 cá nhân"]
    assert lines(second.original(FILE).read_bytes()) == [OPENING, OURS, "Toàn Cụm khen thưởng 16 cá nhân"]
    assert codes(problems) == ["SUA-01"]
    assert list(second.manifest["carried"]) == [FILE]
    third = released(tmp_path, [report(17)], "again")
    assert text(third) == [OPENING, THEIRS, "Toàn Cụm khen thưởng 17 cá nhân"]


def test_a_sentence_that_both_changed_stands_and_the_new_one_is_told(tmp_path: Path) -> None:
    problems = Problems()
    edited(released(tmp_path, [report(15)]))
    second = released(tmp_path, [report(15, second="Chưa có phong trào nào")], "changed", problems=problems)
    assert THEIRS in text(second)
    assert sorted(codes(problems)) == ["SUA-01", "SUA-03"]
    assert any("Chưa có phong trào nào" in problem.message for problem in problems)


def test_edits_alone_make_no_release_and_nothing_is_made_after_they_were_carried(tmp_path: Path) -> None:
    path = edited(first := released(tmp_path, [report(15)]))
    assert released(tmp_path, [report(15)]) == Release(first.name, first.folder, first.manifest)
    assert lines(path.read_bytes())[1] == THEIRS
    released(tmp_path, [report(16)], "changed")
    assert not released(tmp_path, [report(16)], "changed").new


def test_the_draft_that_was_worked_on_becomes_the_paper_to_be_signed(tmp_path: Path) -> None:
    edited(released(tmp_path, [report(15, file=DRAFT)], "draft"), file=DRAFT)
    assert text(released(tmp_path, [report(15)], "final"))[1] == THEIRS


def test_an_edit_is_found_behind_a_release_of_other_papers(tmp_path: Path) -> None:
    edited(released(tmp_path, [report(15)]))
    released(tmp_path, [Made("giao-uoc", "giao-uoc.docx", docx(p("Giao ước")))], "only the pledge")
    assert text(released(tmp_path, [report(16)], "all"))[1] == THEIRS


def test_an_edit_under_another_name_comes_back_under_the_usual_one(tmp_path: Path) -> None:
    path = edited(released(tmp_path, [report(15)]))
    path.rename(path.with_name("Báo cáo trình anh Hùng.docx"))
    second = released(tmp_path, [report(16)], "changed")
    assert text(second) == [OPENING, THEIRS, "Toàn Cụm khen thưởng 16 cá nhân"]


@pytest.mark.parametrize("why", ["template", "broken", "unlike", "original", "changed original"])
def test_what_cannot_be_merged_lies_beside_the_new_paper(tmp_path: Path, why: str) -> None:
    many = [f"Nhiệm vụ trọng tâm thứ {number} của Cụm thi đua" for number in range(40)]
    first = released(tmp_path, [report(15, *many)])
    path = edited(first, *many)
    if why == "original":
        first.original(FILE).unlink()
    if why == "changed original":
        first.original(FILE).write_bytes(report(14, *many).content)
    if why in ("broken", "unlike"):
        path.write_bytes(b"khong con la Word" if why == "broken" else docx(*[p("Giấy mời họp hằng tuần")] * 90))
    hand = path.read_bytes()
    problems = Problems()
    second = released(tmp_path, [report(16, *many)], "changed", "another" if why == "template" else "", problems)
    assert (second.folder / FILE).read_bytes() == report(16, *many).content
    assert (second.folder / BESIDE).read_bytes() == hand and path.read_bytes() == hand
    (said,) = problems
    assert said.code == "SUA-02" and BESIDE in said.message


def test_a_workbook_changed_by_hand_lies_beside_the_new_one(tmp_path: Path) -> None:
    first = released(tmp_path, [Made("diem", "diem.xlsx", b"mot")])
    (first.folder / "diem.xlsx").write_bytes(b"sua tay")
    second = released(tmp_path, [Made("diem", "diem.xlsx", b"hai")], "changed")
    assert (second.folder / "diem.xlsx").read_bytes() == b"hai"
    assert (second.folder / "diem-ban-sua-tay.xlsx").read_bytes() == b"sua tay"


def test_a_file_that_was_only_touched_is_not_edited(tmp_path: Path) -> None:
    first = released(tmp_path, [report(15)])
    (first.folder / FILE).touch()
    problems = Problems()
    assert released(tmp_path, [report(16)], "changed", problems=problems).manifest["carried"] == {}
    assert codes(problems) == []


def test_a_paper_that_is_open_in_word_is_said(tmp_path: Path) -> None:
    first = released(tmp_path, [report(15)])
    edited(first)
    (first.folder / f"~${FILE[2:]}").write_bytes(b"")
    problems = Problems()
    assert released(tmp_path, [report(16)], "changed", problems=problems).new
    assert sorted(codes(problems)) == ["SUA-01", "SUA-04"]


def test_two_papers_of_one_kind_keep_their_own_edits(tmp_path: Path) -> None:
    """Proposals to two authorities, one of which is new; the other was edited."""
    one = Made("to-trinh", "to-trinh-a.docx", docx(p("Tờ trình gửi A"), p("Kính đề nghị xem xét")))
    other = Made("to-trinh", "to-trinh-b.docx", docx(p("Tờ trình gửi B"), p("Kính đề nghị xem xét")))
    first = released(tmp_path, [one])
    (first.folder / one.file).write_bytes(docx(p("Tờ trình gửi A"), p("Kính đề nghị sớm xem xét")))
    second = released(tmp_path, [one, other], "changed")
    assert text(second, one.file)[1] == "Kính đề nghị sớm xem xét"
    assert text(second, other.file)[1] == "Kính đề nghị xem xét"


def test_who_saved_the_paper_last_is_not_told(tmp_path: Path) -> None:
    path = edited(released(tmp_path, [report(15)]))
    document = Document(str(path))
    document.core_properties.last_modified_by = "hungnv"
    document.add_comment(document.paragraphs[0].runs, "Xem lại", author="Phó Giám đốc")
    document.save(str(path))
    second = Document(str(released(tmp_path, [report(16)], "changed").folder / FILE))
    assert second.core_properties.last_modified_by != "hungnv"
    assert [comment.text for comment in second.comments] == ["Xem lại"]


def test_a_signed_release_is_left_alone_and_the_next_begins_anew(tmp_path: Path) -> None:
    """
    | lần 1, sửa tay, ký | chạy lại, không có gì thay đổi | lần 2, như máy làm |
    """
    first = released(tmp_path, [report(15)])
    hand = edited(first).read_bytes()
    seal(first)
    problems = Problems()
    second = released(tmp_path, [report(15)], problems=problems)
    assert (second.name, second.new) == ("lan-02", True)
    assert text(second)[1] == OURS and (first.folder / FILE).read_bytes() == hand
    assert codes(problems) == ["SUA-05"]
    assert not released(tmp_path, [report(15)]).new


def test_a_broken_file_is_not_taken_for_the_paper_where_nothing_new_came(tmp_path: Path) -> None:
    first = released(tmp_path, [report(15)])
    (first.folder / FILE).write_bytes(b"")
    second = released(tmp_path, [report(15)], "changed")
    assert (second.folder / FILE).read_bytes() == report(15).content
    assert (second.folder / BESIDE).read_bytes() == b""


def test_the_page_of_a_release_tells_of_its_edits_after_every_run(tmp_path: Path) -> None:
    edited(released(tmp_path, [report(15)]))
    for page in (b"da sua tay", b"khong co gi moi"):
        released(tmp_path, [report(16)], "changed", beside={"kiem-tra.html": page})
        assert (tmp_path / "kiem-tra.html").read_bytes() == b"da sua tay"


def test_the_paper_of_another_period_takes_nothing_over(tmp_path: Path) -> None:
    """The folder of last year is used again: what was typed then is no sentence of this year."""
    edited(released(tmp_path, [report(15)]))
    later = report(16, file="bao-cao-2022.docx")
    assert (released(tmp_path, [later], "changed").folder / later.file).read_bytes() == later.content


def test_a_release_whose_manifest_was_lost_is_left_and_said(tmp_path: Path) -> None:
    path = edited(released(tmp_path, [report(15)]))
    (path.parent / "bang-ke.json").unlink()
    hand, problems = path.read_bytes(), Problems()
    assert released(tmp_path, [report(16)], "changed", problems=problems).name == "lan-02"
    assert (codes(problems), path.read_bytes()) == (["SUA-06"], hand)
    problems = Problems()
    assert released(tmp_path, [report(17)], "again", problems=problems).name == "lan-03"
    assert codes(problems) == []
