"""Tracked changes between two Word files: taken they give the newer text, refused the older one."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from papers import YEAR_8, YEAR_9, Run
from word_files import docx, drawing, p, r, tbl, tc, text_box

from pipeline.office import package
from pipeline.office.archive import Refused
from pipeline.office.blocks import ROW, TABLE, P, W, blocks, stories
from pipeline.office.changes import changes
from pipeline.office.tracked import tracked

Story = list[tuple[bool, str]]
"""The texts of the blocks of a story, and which are rows."""
ONE = "Cụm có 08 đơn vị; tặng 3.211 Giấy khen cho cá nhân."
OTHER = "Cụm có 08 đơn vị thành viên; tặng 3.214 Giấy khen cho cá nhân."


# --- what Word does with tracked changes ------------------------------------------------------------


def settled(content: bytes, taken: bool) -> dict[str, Story]:
    """Every story once all changes are taken, or all refused."""
    found = stories(package.read(content))
    for story in found.values():
        settle(story, *("ins", "del") if taken else ("del", "ins"))
    return texts(found)


def texts(found: dict[str, etree._Element]) -> dict[str, Story]:
    return {name: [(block.table > 0, block.text) for block in blocks(story)] for name, story in found.items()}


def settle(story: etree._Element, kept: str, lost: str) -> None:
    for element in list(story.iter(f"{W}delText")):
        element.tag = f"{W}t"
    for row in [row for row in story.iter(ROW) if row.find(f"{W}trPr/{W}{lost}") is not None]:
        drop(row)
    for table in [table for table in story.iter(TABLE) if table.find(f"{W}tr") is None]:
        drop(table)
    open_ended = [one for one in story.iter(P) if one.find(f"{W}pPr/{W}rPr/{W}{lost}") is not None]
    for mark in list(story.iter(f"{W}{lost}")):
        drop(mark)
    for mark in list(story.iter(f"{W}{kept}")):
        for inner in list(mark):
            mark.addprevious(inner)
        drop(mark)
    for paragraph in open_ended:
        go_on(paragraph)


def go_on(paragraph: etree._Element) -> None:
    """A paragraph whose end is gone goes on in the next; only one without words may stand before a table."""
    following = paragraph.getnext()
    content = [one for one in paragraph if one.tag != f"{W}pPr"]
    assert following is not None and (following.tag == P or not content)
    if following.tag == P:
        start = int(following.find(f"{W}pPr") is not None)
        following[start:start] = content
    drop(paragraph)


def drop(element: etree._Element) -> None:
    holder = element.getparent()
    if holder is not None:
        holder.remove(element)


# --- any two files --------------------------------------------------------------------------------

words = st.lists(st.sampled_from(["Cụm", "có", "3.211", "đơn vị,", "và", "12", "\t", "Sở"]), max_size=6).map(" ".join)
paragraphs = st.lists(words, min_size=1, max_size=3).map(lambda runs: p(*runs))
cell = st.lists(paragraphs, min_size=1, max_size=3).map(lambda inner: f"<w:tc>{''.join(inner)}</w:tc>")
nested = cell.map(lambda inner: inner.replace("<w:tc>", f"<w:tc>{tbl([9], [tc('bảng trong ô')])}"))
rows = st.lists(st.one_of(cell, cell, nested), min_size=1, max_size=2)
tables = st.lists(rows, min_size=1, max_size=4).map(lambda filled: tbl([9, 9], *filled))
bodies = st.lists(st.one_of(paragraphs, paragraphs, tables), max_size=6)
files = st.builds(lambda body, end, head: docx(*body, end, header=head), bodies, paragraphs, paragraphs)


@given(files, files)
def test_changes_taken_are_the_newer_text_and_refused_the_older(before: bytes, after: bytes) -> None:
    found = tracked(before, after)
    assert settled(found, taken=True) == texts(stories(package.read(after)))
    assert settled(found, taken=False) == texts(stories(package.read(before)))


@given(files)
def test_a_file_and_itself_have_no_changes(content: bytes) -> None:
    assert not marks(tracked(content, content))


@given(words, words)
def test_the_changes_of_a_text_lead_from_one_to_the_other(before: str, after: str) -> None:
    text, at = "", 0
    for left, right in changes(before, after):
        text, at = text + before[at : left.start] + after[right], left.stop
    assert text + before[at:] == after


def marks(content: bytes) -> list[tuple[str, str]]:
    """What is marked in the body: how, and its words."""
    main = next(iter(stories(package.read(content)).values()))
    found = (one for one in main.iter(f"{W}ins", f"{W}del"))
    return [(one.tag.removeprefix(W), "".join(map(str, one.itertext(f"{W}t", f"{W}delText")))) for one in found]


# --- how it looks ---------------------------------------------------------------------------------


def test_whole_words_and_numbers_are_marked() -> None:
    found = marks(tracked(docx(p(ONE)), docx(p(OTHER))))
    assert found == [("ins", " thành viên"), ("del", "3.211"), ("ins", "3.214")]


def test_the_look_of_a_word_stays_when_it_is_cut() -> None:
    before, after = docx(f"<w:p>{r('Có 15 cá nhân')}</w:p>"), docx(f"<w:p>{r('Có 16 cá nhân')}</w:p>")
    root = next(iter(stories(package.read(tracked(before, after))).values()))
    assert [run.find(f"{W}rPr/{W}b") is not None for run in root.iter(f"{W}r")] == [True] * 4


def test_a_line_more_at_the_end_of_a_cell_is_one_line_more() -> None:
    """
    Nơi nhận: | Nơi nhận:
    - Lưu.    | - Như trên;
              | - Lưu.
    """
    before, after = (
        docx(tbl([9], [f"<w:tc>{''.join(map(p, lines))}</w:tc>"]), p())
        for lines in (["Nơi nhận:", "- Lưu."], ["Nơi nhận:", "- Lưu.", "- Như trên;"])
    )
    for one, other, way in ((before, after, "ins"), (after, before, "del")):
        assert marks(tracked(one, other)) == [(way, ""), (way, "- Như trên;")]


def test_a_row_is_put_in_and_taken_out_whole() -> None:
    heads, sở = [tc("TT"), tc("Đơn vị")], [tc("1"), tc("Sở Y tế")]
    before, after = docx(tbl([1, 2], heads), p()), docx(tbl([1, 2], heads, sở), p())
    for one, other, way in ((before, after, "ins"), (after, before, "del")):
        root = next(iter(stories(package.read(tracked(one, other))).values()))
        assert [row.find(f"{W}trPr/{W}{way}") is not None for row in root.iter(ROW)] == [False, True]


def test_a_table_that_grew_stays_one_table() -> None:
    row = [[tc(str(number)), tc(f"Đơn vị thứ {number}")] for number in range(9)]
    found = tracked(docx(tbl([1, 2], *row[:2]), p()), docx(tbl([1, 2], *row), p()))
    assert len(list(next(iter(stories(package.read(found)).values())).iter(TABLE))) == 1


def test_a_row_of_other_cells_is_another_row() -> None:
    before, after = docx(tbl([1, 1], [tc("a b"), tc("c")]), p()), docx(tbl([1, 1], [tc("a b c", span=2)]), p())
    assert {way for way, _ in marks(tracked(before, after))} == {"ins", "del"}
    assert settled(tracked(before, after), taken=False) == texts(stories(package.read(before)))


def test_changes_already_tracked_count_as_made() -> None:
    who = 'w:id="7" w:author="Lan" w:date="2024-01-01T00:00:00Z"'
    tracked_by_hand = (
        f"<w:p><w:r><w:t>Có </w:t></w:r><w:del {who}><w:r><w:delText>15</w:delText></w:r></w:del>"
        f"<w:ins {who}><w:r><w:t>16</w:t></w:r></w:ins></w:p>"
        f"<w:p><w:pPr><w:rPr><w:del {who}/></w:rPr></w:pPr><w:r><w:t>một </w:t></w:r></w:p>{p('câu')}"
        + tbl([9], [f"<w:trPr><w:del {who}/></w:trPr>", tc("bỏ")])
        + tbl([9], [f"<w:trPr><w:ins {who}/></w:trPr>", tc("thêm")])
        + p()
    )
    plain = docx(p("Có 16"), p("một câu"), tbl([9], [tc("thêm")]), p())
    assert marks(tracked(plain, docx(tracked_by_hand))) == []
    assert marks(tracked(docx(tracked_by_hand), plain)) == []


def test_pictures_and_boxes_of_the_newer_file_stay() -> None:
    after = docx(drawing(3), text_box(p("trong khung")), p("mới"))
    root = next(iter(stories(package.read(tracked(docx(drawing(1), p("cũ")), after))).values()))
    assert [one.get("id") for one in root.iter("{*}docPr")] == ["3"]
    assert "trong khung" in "".join(map(str, root.itertext(f"{W}t")))


def test_styles_and_lists_that_the_newer_file_lacks_are_left_behind() -> None:
    looks = '<w:pPr><w:pStyle w:val="La"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr></w:pPr>'
    before = docx(f"<w:p>{looks}<w:r><w:rPr><w:rStyle w:val='La'/><w:b/></w:rPr><w:t>bỏ</w:t></w:r></w:p>", p("còn"))
    found = package.read(tracked(before, docx(p("còn"))))["word/document.xml"].decode()
    assert "La" not in found and "numPr" not in found and "<w:b/>" in found


def test_it_is_the_same_bytes_each_time() -> None:
    assert tracked(docx(p(ONE)), docx(p(OTHER))) == tracked(docx(p(ONE)), docx(p(OTHER)))


@pytest.mark.parametrize("broken", [b"", b"PK\x03\x04"])
def test_what_is_no_word_file_is_refused(broken: bytes) -> None:
    with pytest.raises(Refused):
        tracked(broken, docx(p(ONE)))


def test_the_reports_of_two_clusters_lead_to_each_other(runs: Mapping[str, Run]) -> None:
    before, after = runs[YEAR_8].report.content, runs[YEAR_9].report.content
    found = tracked(before, after)
    assert settled(found, taken=True) == texts(stories(package.read(after)))
    assert settled(found, taken=False)["word/document.xml"] == texts(stories(package.read(before)))["word/document.xml"]
