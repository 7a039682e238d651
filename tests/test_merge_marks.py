"""The edited file with the machine's changes: looks, remarks, tracked changes, sections, headers, notes, parts."""

from __future__ import annotations

import re
from typing import Any

import pytest
from lxml import etree
from test_merge import A, B, C, file, lines, remarks
from word_files import docx, drawing, p, r, tbl, tc

from pipeline.office import package
from pipeline.office.blocks import stories
from pipeline.releases.merge import merged

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SAID = 'w:author="Lãnh đạo" w:date="2022-01-05T08:00:00Z"'
MARK = '<w:commentRangeStart w:id="7"/><w:r><w:t>8</w:t></w:r><w:commentRangeEnd w:id="7"/>'
REFERENCE = '<w:r><w:commentReference w:id="7"/></w:r>'
REMARKED = f'<w:comments><w:comment w:id="7" {SAID}>{p("Xem lại")}</w:comment></w:comments>'


def document(content: bytes) -> Any:
    return stories(package.read(content))["word/document.xml"]


def paragraph(*inner: str) -> str:
    return f"<w:p>{''.join(inner)}</w:p>"


def xml(content: bytes) -> str:
    """The body without the declarations of namespaces."""
    return re.sub(r' xmlns:\w+="[^"]*"', "", etree.tostring(document(content), encoding="unicode"))


def test_a_figure_takes_the_look_of_the_run_it_begins_in() -> None:
    edited = paragraph(r("Cụm có "), r("8", "<w:i/>"), r(" đơn vị", "<w:u/>"), r(" thành viên.", "<w:b/>"))
    made = merged(file([A]), docx(edited), file(["Cụm có 12 đơn vị thành viên."]))
    assert xml(made.content).count(r("12", "<w:i/>")) == 1
    assert lines(made.content) == ["Cụm có 12 đơn vị thành viên."]


def test_a_figure_over_several_runs_and_a_tab() -> None:
    edited = paragraph(
        r("Số:\t3.", ""), r("21", ""), r("1 người", ""), "<w:r><w:tab/><w:t>hết</w:t></w:r>", r(" gõ", "")
    )
    before, now = file(["Số:\t3.211 người\thết"]), file(["Số:\t3.214 người\tđã hết"])
    made = merged(before, docx(edited.replace("Số:\t", "Số:</w:t><w:tab/><w:t>")), now)
    assert (lines(made.content), made.kept) == (["Số:|3.214 người|đã hết gõ"], ())


def test_remarks_bookmarks_and_fields_around_a_figure_stay() -> None:
    field = '<w:fldSimple w:instr=" DATE "><w:r><w:t>hôm nay</w:t></w:r></w:fldSimple>'
    mark = '<w:bookmarkStart w:id="3" w:name="so"/>', '<w:bookmarkEnd w:id="3"/>'
    edited = paragraph(r("Cụm có "), mark[0], MARK, mark[1], REFERENCE, r(" đơn vị thành viên. Đến "), field)
    made = merged(file([A]), docx(edited, others=[REMARKED]), file(["Cụm có 9 đơn vị thành viên."]))
    found = xml(made.content)
    assert all(part in found for part in (*mark, MARK.replace("8", "9"), REFERENCE, field))
    assert remarks(made.content) == ["Xem lại"]


@pytest.mark.parametrize(
    "inside",
    [
        f'<w:ins w:id="1" {SAID}><w:r><w:t>8</w:t></w:r></w:ins>',
        f'<w:del w:id="1" {SAID}><w:r><w:delText>8</w:delText></w:r></w:del>'
        f'<w:ins w:id="2" {SAID}><w:r><w:t>10</w:t></w:r></w:ins>',
        f'<w:del w:id="1" {SAID}><w:r><w:delText>8</w:delText></w:r></w:del>',
    ],
)
def test_a_figure_in_a_tracked_change_stands(inside: str) -> None:
    edited = paragraph(r("Cụm có "), inside, r(" đơn vị thành viên."))
    made = merged(file([A]), docx(edited), file(["Cụm có 9 đơn vị thành viên."]))
    assert inside in xml(made.content)
    assert [one.now for one in made.kept] == ["Cụm có 9 đơn vị thành viên."]


def test_a_figure_beside_tracked_changes_is_new() -> None:
    put_in = f'<w:ins w:id="1" {SAID}><w:r><w:t xml:space="preserve">Năm nay gõ, </w:t></w:r></w:ins>'
    gone = f'<w:del w:id="2" {SAID}><w:r><w:delText> thành viên</w:delText></w:r></w:del>'
    edited = paragraph(put_in, r("Cụm có 8 đơn vị"), gone, r("."))
    made = merged(file([A]), docx(edited), file(["Cụm có 9 đơn vị thành viên."]))
    assert lines(made.content) == ["Năm nay gõ, Cụm có 9 đơn vị."]
    assert put_in in xml(made.content) and gone in xml(made.content)


@pytest.mark.parametrize(
    "kept",
    [
        paragraph(r("Cụm có "), MARK, r(" đơn vị thành viên."), REFERENCE),
        paragraph(f'<w:ins w:id="1" {SAID}>{r("Cụm")}</w:ins>', r(" có 8 đơn vị thành viên.")),
        paragraph(r(A), drawing(5).removeprefix("<w:p>").removesuffix("</w:p>")),
    ],
)
def test_a_paragraph_with_remarks_changes_or_pictures_is_not_taken_out(kept: str) -> None:
    made = merged(file([A, B]), docx(kept, p(B), others=[REMARKED]), file([B]))
    assert [(one.hand, one.now) for one in made.kept] == [(A, "")]
    assert lines(made.content) == [A, B]


# --- what must not be lost with a paragraph ----------------------------------------------------------


def section(width: int) -> str:
    return f'<w:p><w:pPr><w:sectPr><w:pgSz w:w="{width}" w:h="9"/></w:sectPr></w:pPr></w:p>'


def with_last(content: bytes, width: int) -> bytes:
    """The file whose last pages have this width."""
    parts = package.read(content)
    whole = parts["word/document.xml"].decode()
    start, sections, rest = whole.rpartition("</w:sectPr>")
    parts["word/document.xml"] = f'{start}<w:pgSz w:w="{width}" w:h="9"/>{sections}{rest}'.encode()
    return package.write(parts)


def widths(content: bytes) -> list[str]:
    return [str(size.get(f"{W}w")) for size in document(content).iter(f"{W}pgSz")]


def test_pages_come_and_go_with_their_size() -> None:
    """An annex on wide pages behind the narrow ones of the text."""
    with_annex = with_last(docx(p(A), section(7), p(B)), 12)
    without = with_last(docx(p(A)), 7)
    typed = with_last(docx(p(A), p("Thêm."), section(7), p(B)), 12)
    assert widths(merged(with_annex, typed, without).content) == ["7"]
    typed = with_last(docx(p(A), p("Thêm.")), 7)
    made = merged(without, typed, with_annex)
    assert widths(made.content) == ["7", "12"]
    assert lines(made.content) == [A, "", B, "Thêm."]


def test_the_section_break_of_a_person_stays() -> None:
    ended = p(B).replace("<w:p>", f"<w:p>{section(5)[5:-6]}")
    made = merged(file([A, B, C]), docx(p(A), ended, p(C)), file([A, C]))
    assert widths(made.content) == ["5"] and [one.hand for one in made.kept] == [B]


def test_a_cell_keeps_a_paragraph_and_a_table_its_rows() -> None:
    def cell(*texts: str) -> str:
        return f"<w:tc><w:tcPr/>{''.join(map(p, texts))}</w:tc>"

    before, now = docx(tbl([9], [cell(A, B)])), docx(tbl([9], [cell("")]))
    made = merged(before, docx(tbl([9], [cell(A, B)]), p("Thêm.")), now)
    assert lines(made.content) == ["", "Thêm."]
    made = merged(docx(tbl([9], [cell(A, C)])), docx(tbl([9], [cell(A, "Thêm.", C)])), docx(tbl([9], [cell(A, B, C)])))
    assert lines(made.content) == ["\n".join((A, B, "Thêm.", C))]


def test_merged_cells_hang_together_as_they_do_now() -> None:
    def rows(*texts: str) -> str:
        merges = ('<w:vMerge w:val="restart"/>' if text else "<w:vMerge/>" for text in texts)
        cells = ([tc(text).replace("</w:tcPr>", f"{merge}</w:tcPr>"), tc(f"hàng {number}")]
                 for number, (text, merge) in enumerate(zip(texts, merges, strict=True)))  # fmt: skip
        return tbl([9, 9], *cells)

    made = merged(docx(rows("I", "", "")), docx(rows("I", "", ""), p("Thêm.")), docx(rows("I", "II", "")))
    assert [mark.get(f"{W}val") for mark in document(made.content).iter(f"{W}vMerge")] == ["restart", "restart", None]
