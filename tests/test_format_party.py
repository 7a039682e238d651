"""Papers of the Party, under its own guidance: told by what stands over them, checked by the data of that profile."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pytest
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from hands import filled, fresh, line, text

from pipeline.decree30.check import check
from pipeline.office import package
from pipeline.problems import Finding


def paper() -> Word:
    """A report of a committee of the Party."""
    document = fresh()
    head = document.add_table(2, 2)
    filled(head.cell(0, 0), ("TỈNH ỦY NAM ĐỊNH", 14, ""), ("ĐẢNG ỦY KHỐI", 14, "b"), ("*", 14, ""))
    filled(head.cell(0, 1), ("ĐẢNG CỘNG SẢN VIỆT NAM", 15, "b"), ("_" * 41, 10, ""))
    filled(head.cell(1, 0), ("Số 05-BC/ĐU", 14, ""))
    filled(head.cell(1, 1), ("Nam Định, ngày 05 tháng 02 năm 2027", 14, "i"))
    line(document, "BÁO CÁO", 15, "b").paragraph_format.space_before = Pt(12)
    line(document, "kết quả phong trào thi đua năm 2026", 14, "b")
    line(document, "-----")
    text(document, "Thực hiện chương trình công tác năm, Đảng ủy báo cáo kết quả như sau.")
    text(document, "Năm 2026, các chi bộ đã hoàn thành nhiệm vụ được giao.")
    for paragraph in document.paragraphs[-2:]:
        paragraph.paragraph_format.line_spacing = Pt(20)
    _sign(document)
    return document


def _sign(document: Word) -> None:
    foot = document.add_table(1, 2)
    filled(foot.cell(0, 0), ("Nơi nhận:", 14, "u"), ("- Lưu Văn phòng.", 12, ""))
    for paragraph in foot.cell(0, 0).paragraphs:
        paragraph.alignment = 0
    signing = (("T/M BAN THƯỜNG VỤ", 14, "b"), ("BÍ THƯ", 14, ""), *[("", 14, "")] * 3, ("Trần Văn An", 14, "b"))
    filled(foot.cell(0, 1), *signing)


def findings(document: Word) -> list[Finding]:
    content = io.BytesIO()
    document.save(content)
    return [mark.finding for mark in check(package.read(content.getvalue()), "van-ban.docx")]


def every(document: Word) -> Iterator[Paragraph]:
    return (Paragraph(element, document._body) for element in document.element.body.iter(qn("w:p")))


def test_a_paper_of_the_party_keeps_its_rules() -> None:
    assert [str(finding) for finding in findings(paper())] == []


def sized(points: float) -> Callable[[Paragraph], None]:
    return lambda paragraph: setattr(paragraph.runs[0].font, "size", Pt(points))


def worded(words: str) -> Callable[[Paragraph], None]:
    return lambda paragraph: setattr(paragraph.runs[0], "text", words)


def spaced(lines: float) -> Callable[[Paragraph], None]:
    return lambda paragraph: setattr(paragraph.paragraph_format, "line_spacing", lines)


@pytest.mark.parametrize(
    ("start", "spoil", "code"),
    [
        ("ĐẢNG CỘNG", sized(13), "TT30-10"), ("ĐẢNG ỦY", sized(12), "TT30-10"), ("BÁO CÁO", sized(14), "TT30-10"),
        ("Số 05", worded("Số: 05/BC-ĐU"), "TT30-22"), ("Thực hiện", spaced(1.5), "TT30-32"),
        ("Năm 2026", sized(13), "TT30-10"), ("T/M", worded("TM. BAN THƯỜNG VỤ"), "TT30-40"),
        ("- Lưu", sized(11), "TT30-10"), ("Nam Định", worded("Nam Định, ngày 5 tháng 02 năm 2027"), "TT30-23"),
    ],
)  # fmt: skip
def test_what_deviates_is_said_with_the_text_it_was_told_by(
    start: str, spoil: Callable[[Paragraph], None], code: str
) -> None:
    """A warning, never an error: the guidance was not read itself; the first line says so."""
    document = paper()
    spoil(next(one for one in every(document) if one.text.startswith(start)))
    note, found = findings(document)
    assert (note.code, note.level) == ("TT30-00", "LƯU Ý")
    assert (found.code, found.level, found.article) == (code, "CẢNH BÁO", "Hướng dẫn 05-HD/VPTW")


def test_the_page_of_the_party_is_numbered_in_letters_of_14_points() -> None:
    document = paper()
    for run in document.sections[0].header.paragraphs[0].runs:
        run.font.size = Pt(13)
    assert [finding.code for finding in findings(document)] == ["TT30-08"]
