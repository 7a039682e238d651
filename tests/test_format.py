"""The official format of Word files: papers that keep it, papers that break one rule, the command `format`."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run as Letters
from papers import YEAR_9, Run
from word_files import W, docx, p, text_box

from pipeline.cli import run
from pipeline.decree30.check import check
from pipeline.decree30.format import COMPONENTS, RULES, TYPES
from pipeline.decree30.layout import Layout
from pipeline.decree30.reading import laid_out
from pipeline.office import package
from pipeline.office.relations import relate
from pipeline.problems import Finding
from pipeline.sayings import SAYINGS

CENTER, LEFT, BOTH = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.JUSTIFY
PROPOSAL, REPORT, ANNEX = "to-trinh", "bao-cao-tong-ket", "bang-tong-hop"


def findings(content: bytes) -> list[Finding]:
    return [mark.finding for mark in check(package.read(content), "van-ban.docx")]


def told(content: bytes) -> list[tuple[str, str]]:
    """The code and the first words of every finding."""
    return [(finding.code, finding.text[:24]) for finding in findings(content)]


def saved(document: Word) -> bytes:
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def every(document: Word) -> Iterator[Paragraph]:
    """The paragraphs of the body and of its tables, in their order."""
    return (Paragraph(element, document._body) for element in document.element.body.iter(qn("w:p")))


def at(document: Word, start: str) -> Paragraph:
    """The first paragraph that begins so."""
    return next(paragraph for paragraph in every(document) if paragraph.text.startswith(start))


def removed(part: Paragraph | Letters) -> None:
    """Take a paragraph or letters out of the paper."""
    holder = part._element.getparent()
    assert holder is not None
    holder.remove(part._element)


def write(paragraph: Paragraph, text: str) -> None:
    """Other words in the look of the first letters."""
    first, *others = paragraph.runs
    first.text = text
    for other in others:
        removed(other)


# --- papers that keep the rules -------------------------------------------------------------------


@pytest.fixture(scope="module")
def papers(runs: Mapping[str, Run]) -> Mapping[str, bytes]:
    """A proposal and a report with number, day and signer filled in, and an annex that stands alone."""
    made = {name: runs[YEAR_9].paper(name).content for name in (PROPOSAL, REPORT, ANNEX)}
    return {name: _signed(content) if name != ANNEX else content for name, content in made.items()}


def _signed(content: bytes) -> bytes:
    document = Document(io.BytesIO(content))
    number = at(document, "Số:")
    write(number, f"Số: 05/{number.text.split('/')[1]}")
    write(at(document, "Thanh Hóa,"), "Thanh Hóa, ngày 15 tháng 12 năm 2021")
    lines = list(every(document))
    above = next(number for number, line in enumerate(lines) if line.text == "CỤM TRƯỞNG")
    lines[above + 1].add_run("Nguyễn Văn A")
    return saved(document)


@pytest.mark.parametrize("name", [PROPOSAL, REPORT, ANNEX])
def test_a_paper_that_is_filled_in_by_hand_keeps_every_rule(papers: Mapping[str, bytes], name: str) -> None:
    assert told(papers[name]) == []


def test_every_paper_of_the_sample_dossiers_keeps_every_rule(runs: Mapping[str, Run]) -> None:
    found = {
        (name, file): [str(finding) for finding in findings(paper.content)]
        for name, made in runs.items()
        for file, paper in made.papers.items()
    }
    assert len(found) > 10
    assert {paper: said for paper, said in found.items() if said} == {}


def styled(document: Word, name: str, size: float, align: WD_ALIGN_PARAGRAPH, **look: bool) -> str:
    """A style with a name of its own."""
    style = document.styles.add_style(name, 1)
    style.font.size, style.font.bold, style.font.italic = Pt(size), look.get("bold"), look.get("italic")
    style.base_style = document.styles["Normal"]
    style.paragraph_format.alignment = align
    style.paragraph_format.space_after = style.paragraph_format.space_before = Pt(0)
    return name


def numbered(document: Word) -> None:
    """A page number at the top, in the middle, from page 2."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.different_first_page_header_footer = True
    line = section.header.paragraphs[0]
    line.alignment = CENTER
    line.style.font.size = Pt(14)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE \\* MERGEFORMAT ")
    line._element.append(field)


def beside(document: Word, *parts: tuple[str, float, bool, bool]) -> None:
    """A line of parts with tabs before them: text, size, bold, italic."""
    line = document.add_paragraph()
    line.paragraph_format.space_after = Pt(0)
    for text, size, bold, italic in parts:
        line.add_run("\t")
        letters = line.add_run(text)
        letters.font.size, letters.font.bold, letters.font.italic = Pt(size), bold, italic


def by_hand(body: bool = True) -> Word:
    """A paper of another hand: tabs and no tables, styles of other names, lines of dashes."""
    document = Document()
    document.styles["Normal"].font.name = "Times New Roman"
    numbered(document)
    beside(document, ("SỞ NỘI VỤ", 13, False, False), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, True, False))
    beside(document, ("BAN THI ĐUA", 13, True, False), ("Độc lập - Tự do - Hạnh phúc", 14, True, False))
    beside(document, ("________", 13, False, False), ("____________________", 13, False, False))
    beside(document, ("Số: 12/TTr-BTĐ", 13, False, False), ("Hà Nam, ngày 05 tháng 02 năm 2022", 14, False, True))
    title = styled(document, "Dau de", 14, CENTER, bold=True)
    document.add_paragraph("TỜ TRÌNH", title)
    document.add_paragraph("Về việc tặng Bằng khen", title)
    document.add_paragraph("––––––––", title)
    to = document.add_paragraph("\tKính gửi: Ủy ban nhân dân tỉnh Hà Nam.", styled(document, "Goi", 14, LEFT))
    to.paragraph_format.space_before = Pt(6)
    text = styled(document, "Loi van", 14, BOTH)
    document.styles[text].paragraph_format.first_line_indent = Cm(1)
    document.styles[text].paragraph_format.space_after = Pt(6)
    document.styles[text].paragraph_format.line_spacing = Pt(18)
    law = document.styles[styled(document, "Can cu luat", 14, BOTH, italic=True)]
    law.base_style = document.styles[text]
    law.paragraph_format.space_after = Pt(6)
    document.add_paragraph("Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003;", law)
    document.add_paragraph("Căn cứ Kế hoạch số 03/KH-SNV ngày 04 tháng 01 năm 2022 của Sở Nội vụ.", law)
    document.add_paragraph("Ban Thi đua kính trình Ủy ban nhân dân tỉnh các nội dung sau:", text)
    heading = document.add_paragraph(style=text)
    heading.add_run("1. Kết quả bình xét").bold = True
    document.add_paragraph("Có 03 tập thể được đề nghị tặng Bằng khen.", text)
    document.add_paragraph("\tKính trình Ủy ban nhân dân tỉnh xem xét, quyết định./.", text)
    document.paragraphs[-1].paragraph_format.first_line_indent = Cm(0)
    beside(document, ("Nơi nhận:", 12, True, True), ("KT. TRƯỞNG BAN", 14, True, False))
    beside(document, ("- Như trên;", 11, False, False), ("PHÓ TRƯỞNG BAN", 14, True, False))
    beside(document, ("- Lưu: VT, NV.", 11, False, False))
    for _ in range(4):
        document.add_paragraph()
    beside(document, ("Nguyễn Thị B", 14, True, False))
    return document


def test_a_paper_of_another_hand_keeps_every_rule() -> None:
    """Tabs instead of tables, styles with other names, an exact line spacing, dashes for lines."""
    assert told(saved(by_hand())) == []


def test_a_basis_behind_an_opening_sentence_may_be_in_italics() -> None:
    document = by_hand()
    at(document, BASIS).insert_paragraph_before("\tBan Thi đua họp ngày 03/02/2022.", "Loi van")
    assert told(saved(document)) == []


def test_a_line_break_may_part_the_type_from_the_abstract() -> None:
    document = by_hand()
    at(document, "TỜ TRÌNH").add_run("\nVề việc tặng Bằng khen")
    removed(at(document, "Về việc"))
    assert told(saved(document)) == []


@pytest.mark.parametrize(
    "lines", [("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), ("Q. GIÁM ĐỐC", ""), ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")]
)
def test_those_who_sign_for_others_write_so(lines: tuple[str, str]) -> None:
    """A rank before the name is allowed to the armed forces: Mục II.7c."""
    document = by_hand()
    changes = {"KT. TRƯỞNG BAN": lines[0], "PHÓ TRƯỞNG BAN": lines[1], "Nguyễn Thị B": "Thượng tá Nguyễn Thị B"}
    for paragraph in every(document):
        write_tabbed(paragraph, changes)
    assert told(saved(document)) == []


def letter_by_hand() -> Word:
    """A công văn: no type, "V/v" under the number, one addressee on the line of "Kính gửi"."""
    document = by_hand()
    write_tabbed(at(document, "\tSố: 12"), {"Số: 12/TTr-BTĐ": "Số: 12/BTĐ-NV"})
    for paragraph in document.paragraphs[4:7]:
        removed(paragraph)
    subject = document.paragraphs[4].insert_paragraph_before()
    subject.add_run("\tV/v đề nghị khen thưởng").font.size = Pt(12)
    return document


def write_tabbed(paragraph: Paragraph, changes: Mapping[str, str]) -> None:
    for letters in paragraph.runs:
        letters.text = changes.get(letters.text, letters.text)


def test_a_letter_without_a_type_keeps_every_rule() -> None:
    document = letter_by_hand()
    assert told(saved(document)) == []
    look(size=14)(document, at(document, "\tV/v"))
    assert told(saved(document)) == [("TT30-10", "V/v đề nghị khen thưởng")]


# --- one rule broken ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Case:
    """A paper, the paragraph that is spoilt ("" for the pages), what is done to it, what is said of it."""

    code: str
    paper: str
    start: str
    spoil: Callable[[Word, Paragraph], object]
    found: str = ""
    text: str | None = None


def look(**changes: object) -> Callable[[Word, Paragraph], object]:
    """Other letters: bold, italic, underline, size in points, a font."""

    def spoil(_: Word, paragraph: Paragraph) -> None:
        for letters in paragraph.runs:
            for name, value in changes.items():
                setattr(letters.font, name, Pt(float(str(value))) if name == "size" else value)

    return spoil


def placed(**changes: object) -> Callable[[Word, Paragraph], object]:
    """Another side, indent or spacing."""

    def spoil(_: Word, paragraph: Paragraph) -> None:
        for name, value in changes.items():
            setattr(paragraph.paragraph_format, name, value)

    return spoil


def worded(old: str, new: str) -> Callable[[Word, Paragraph], object]:
    """Other words."""

    def spoil(_: Word, paragraph: Paragraph) -> None:
        assert old in paragraph.text
        write(paragraph, paragraph.text.replace(old, new))

    return spoil


def page(**changes: object) -> Callable[[Word, Paragraph], object]:
    """Another page in the first section."""

    def spoil(document: Word, _: Paragraph) -> None:
        for name, value in changes.items():
            setattr(document.sections[0], name, value)

    return spoil


def header(spoil: Callable[[Paragraph], object]) -> Callable[[Word, Paragraph], object]:
    """Another header in the first section."""
    return lambda document, _: spoil(document.sections[0].header.paragraphs[0])


def _unlined(role: str) -> Callable[[Word, Paragraph], object]:
    def spoil(document: Word, _: Paragraph) -> None:
        line = next(one for one in every(document) if one.style and one.style.name == role)
        removed(line)

    return spoil


def _continued(document: Word, _: Paragraph) -> None:
    for kind in document.sections[1]._sectPr.findall(qn("w:pgNumType")):
        document.sections[1]._sectPr.remove(kind)


def _same_first_page(document: Word, _: Paragraph) -> None:
    document.sections[0].different_first_page_header_footer = False


def _unmentioned(document: Word, _: Paragraph) -> None:
    for paragraph in every(document):
        if paragraph.text.startswith("Phụ lục"):
            return
        if "kèm theo" in paragraph.text.lower() or "phụ lục" in paragraph.text.lower():
            text = paragraph.text
            for word in ("kèm theo", "Kèm theo", "phụ lục", "Phụ lục"):
                text = text.replace(word, "của Tờ trình")
            write(paragraph, text)


RED = RGBColor(255, 0, 0)
NFD = "e\u0302\u0301"
OPENING, BODY, ITEM = "Năm 2021, Cụm", "Thực hiện Bản giao ước", "- Danh sách đề nghị"
BASIS, LAST_BASIS = "Căn cứ Luật", "Căn cứ Biên bản"
MOTTO, WATCHWORD, TO = "CỘNG HÒA", "Độc lập", "- Hội đồng Thi đua"
CASES = (
    Case("TT30-01", PROPOSAL, "", page(page_width=Mm(216), page_height=Mm(279)), "216 mm x 279 mm"),
    Case("TT30-03", PROPOSAL, "", page(left_margin=Mm(25)), "lề trái 25 mm"),
    Case("TT30-03", PROPOSAL, "", page(right_margin=Mm(21)), "lề phải 21 mm"),
    Case("TT30-03", PROPOSAL, "", page(top_margin=Mm(19)), "lề trên 19 mm"),
    Case("TT30-03", PROPOSAL, "", page(bottom_margin=Mm(30)), "lề dưới 30 mm"),
    Case("TT30-04", REPORT, BODY, look(name="Arial"), "phông chữ Arial"),
    Case("TT30-04", PROPOSAL, MOTTO, look(name="Calibri"), "phông chữ Calibri"),
    Case("TT30-05", REPORT, BODY, lambda _, line: setattr(line.runs[0].font.color, "rgb", RED), "FF0000"),
    Case("TT30-06", PROPOSAL, "", header(lambda line: setattr(line, "alignment", LEFT))),
    Case("TT30-06", PROPOSAL, "", header(lambda line: line._element.clear())),
    Case("TT30-07", PROPOSAL, "", _same_first_page),
    Case("TT30-08", PROPOSAL, "", header(lambda line: look(size=11)(Document(), line)), "cỡ chữ 11"),
    Case("TT30-08", PROPOSAL, "", header(lambda line: look(italic=True)(Document(), line)), "chữ nghiêng"),
    Case("TT30-09", PROPOSAL, "Phụ lục", _continued),
    *(
        Case("TT30-10", name, start, look(size=size), f"{part}: cỡ chữ {size:g}".replace(".", ","))
        for name, start, size, part in (
            (PROPOSAL, "UBND", 14, "Cơ quan chủ quản"), (PROPOSAL, "CỤM THI ĐUA", 11.5, "Cơ quan ban hành"),
            (PROPOSAL, MOTTO, 14, "Quốc hiệu"), (PROPOSAL, WATCHWORD, 12, "Tiêu ngữ"),
            (PROPOSAL, "Số:", 14, "Số, ký hiệu"), (PROPOSAL, "Thanh Hóa", 12, "Địa danh, thời gian"),
            (PROPOSAL, "TỜ TRÌNH", 16, "Tên loại"), (PROPOSAL, "Về việc", 12, "Trích yếu"),
            (PROPOSAL, TO, 12, "Kính gửi"), (PROPOSAL, BASIS, 12, "Căn cứ"), (PROPOSAL, OPENING, 12, "Nội dung"),
            (PROPOSAL, "Nơi nhận", 13, "Từ “Nơi nhận”"), (PROPOSAL, "- Lưu", 12, "Danh sách nơi nhận"),
            (PROPOSAL, "TM. CỤM", 12, "Quyền hạn, chức vụ người ký"), (PROPOSAL, "Nguyễn", 12, "Họ tên người ký"),
            (PROPOSAL, "Phụ lục", 13, "Phụ lục"), (PROPOSAL, "DANH SÁCH", 12, "Tên phụ lục"),
            (PROPOSAL, "(Kèm theo", 12, "Kèm theo văn bản"), (REPORT, "I. ĐẶC", 15, "Đề mục I, II, III"),
            (REPORT, "1. Đặc", 15, "Khoản có tiêu đề"),
        )
    ),
    *(
        Case("TT30-11", name, start, look(bold=bold), "chữ đậm" if bold else "chữ không đậm")
        for name, start, bold in (
            (PROPOSAL, "UBND", True), (PROPOSAL, "CỤM THI ĐUA", False), (PROPOSAL, MOTTO, False),
            (PROPOSAL, WATCHWORD, False), (PROPOSAL, "Số:", True), (PROPOSAL, "Thanh Hóa", True),
            (PROPOSAL, "TỜ TRÌNH", False), (PROPOSAL, "Về việc", False), (PROPOSAL, TO, True),
            (PROPOSAL, "Nơi nhận", False), (PROPOSAL, "- Lưu", True), (PROPOSAL, "CỤM TRƯỞNG", False),
            (PROPOSAL, "Nguyễn", False), (PROPOSAL, "Phụ lục", False), (PROPOSAL, "DANH SÁCH", False),
            (REPORT, "I. ĐẶC", False), (REPORT, "1. Đặc", False),
        )
    ),
    *(
        Case("TT30-12", name, start, look(italic=italic), "chữ nghiêng" if italic else "chữ đứng")
        for name, start, italic in (
            (PROPOSAL, MOTTO, True), (PROPOSAL, "Thanh Hóa", False), (PROPOSAL, BASIS, False),
            (PROPOSAL, OPENING, True), (PROPOSAL, "Nơi nhận", False), (PROPOSAL, "TM. CỤM", True),
            (PROPOSAL, "(Kèm theo", False),
        )
    ),
    Case("TT30-13", PROPOSAL, "CỤM THI ĐUA", worded("CỤM THI ĐUA", "Cụm thi đua"), "chữ in thường", "Cụm thi đua"),
    Case("TT30-13", PROPOSAL, "TỜ TRÌNH", worded("TỜ TRÌNH", "Tờ trình"), "chữ in thường", "Tờ trình"),
    Case("TT30-13", PROPOSAL, "Về việc", look(all_caps=True), "chữ in hoa", "VỀ VIỆC"),
    Case("TT30-13", PROPOSAL, "CỤM TRƯỞNG", worded("CỤM TRƯỞNG", "Cụm trưởng"), "chữ in thường", "Cụm trưởng"),
    Case("TT30-13", PROPOSAL, "Nguyễn", worded("Nguyễn Văn A", "NGUYỄN VĂN A"), "chữ in hoa", "NGUYỄN"),
    Case("TT30-13", REPORT, "I. ĐẶC", worded("ĐẶC ĐIỂM, TÌNH HÌNH", "Đặc điểm"), "chữ in thường", "I. Đặc"),
    *(
        Case("TT30-14", PROPOSAL, start, placed(alignment=side), "canh")
        for start, side in (
            (MOTTO, LEFT), ("UBND", LEFT), ("Số:", LEFT), ("TỜ TRÌNH", LEFT), ("Về việc", LEFT), (OPENING, LEFT),
            (BASIS, LEFT), ("TM. CỤM", LEFT), ("Nguyễn", BOTH), ("Phụ lục", LEFT), ("DANH SÁCH", LEFT),
        )
    ),
    Case("TT30-15", PROPOSAL, WATCHWORD, look(underline=True), "Tiêu ngữ"),
    Case("TT30-15", PROPOSAL, "Về việc", look(underline=True), "Trích yếu"),
    Case("TT30-16", PROPOSAL, "Về việc", _unlined("Đường kẻ trích yếu"), "trích yếu"),
    Case("TT30-16", PROPOSAL, WATCHWORD, _unlined("Đường kẻ tiêu ngữ"), "Tiêu ngữ"),
    Case("TT30-20", PROPOSAL, MOTTO, worded("NGHĨA", "NGHỈA")),
    Case("TT30-21", PROPOSAL, WATCHWORD, worded(" - Tự do", "- Tự do")),
    Case("TT30-21", PROPOSAL, WATCHWORD, worded(" - ", " – ")),
    *(
        Case("TT30-22", PROPOSAL, "Số:", worded("Số: 05/TTr-CTĐ9", wrong), text=wrong[:3])
        for wrong in ("Số: 5/TTr-CTĐ9", "Số 05/TTr-CTĐ9", "Số: 05/TTr - CTĐ9", "Số: 05 / TTr-CTĐ9", "Số: 05/TTr–CTĐ9")
    ),
    *(
        Case("TT30-23", PROPOSAL, "Thanh Hóa", worded("Thanh Hóa, ngày 15 tháng 12 năm 2021", wrong))
        for wrong in (
            "Thanh Hóa, ngày 5 tháng 12 năm 2022", "Thanh Hóa ngày 15 tháng 12 năm 2022",
            "Thanh Hóa, ngày 15 tháng 1 năm 2022", "Thanh Hóa, Ngày 15 tháng 12 năm 2022",
        )
    ),
    Case("TT30-24", PROPOSAL, "Số:", worded("TTr", "BC"), "ký hiệu ghi BC"),
    Case("TT30-25", PROPOSAL, "Thanh Hóa", worded("15 tháng 12 năm 2021", "15 tháng 03 năm 2022")),
    Case("TT30-30", PROPOSAL, OPENING, placed(first_line_indent=Cm(0)), "lùi vào 0 cm"),
    Case("TT30-30", PROPOSAL, OPENING, placed(first_line_indent=Cm(2)), "lùi vào 2 cm"),
    Case("TT30-31", PROPOSAL, "Căn cứ kết quả", placed(space_before=Pt(3)), "cách đoạn trên 3 pt"),
    Case("TT30-32", PROPOSAL, OPENING, placed(line_spacing=2.0), "khoảng cách dòng 2,00 dòng"),
    Case("TT30-32", PROPOSAL, OPENING, placed(line_spacing=0.9), "khoảng cách dòng 0,90 dòng"),
    Case("TT30-32", PROPOSAL, OPENING, placed(line_spacing=Pt(12), line_spacing_rule=WD_LINE_SPACING.EXACTLY), "12 pt"),
    Case("TT30-33", REPORT, "Trên đây", worded("./.", ".")),
    Case("TT30-34", PROPOSAL, BASIS, worded(";", "."), text="Căn cứ Luật"),
    Case("TT30-34", PROPOSAL, LAST_BASIS, worded("số 9.", "số 9;")),
    *(
        Case("TT30-40", PROPOSAL, "TM. CỤM", worded("TM. ", wrong), "quyền hạn ký", wrong)
        for wrong in ("T/M ", "TM ", "KT/ ", "TM.")
    ),
    Case("TT30-41", PROPOSAL, "Nguyễn", worded("Nguyễn", "TS. Nguyễn"), "“TS.”", "TS. Nguyễn"),
    Case("TT30-42", PROPOSAL, "Kính gửi", worded("Kính gửi:", "Kính gửi")),
    Case("TT30-42", PROPOSAL, TO, worded(";", ",")),
    Case("TT30-43", PROPOSAL, "- Các đơn vị được", worded(";", ".")),
    Case("TT30-43", PROPOSAL, "Nơi nhận", worded("Nơi nhận:", "Nơi nhận")),
    Case("TT30-44", PROPOSAL, "- Lưu", worded("- Lưu: VT, hồ sơ.", "- Lưu hồ sơ.")),
    Case("TT30-45", PROPOSAL, "- Như trên", worded("- Như trên;", "- Sở Nội vụ;"), text="- Sở Nội vụ"),
    Case("TT30-51", PROPOSAL, "Phụ lục", _unmentioned),
    Case("TT30-60", REPORT, BODY, worded("Bản giao", "Bản  giao"), "“Bản  giao”", "Thực hiện Bản giao"),
    Case("TT30-61", REPORT, BODY, worded("kết quả", f"k{NFD}t quả"), "“kết”"),
    Case("TT30-62", REPORT, BODY, worded("Bản giao", "Bản giaо"), "“giaо”", "Thực hiện"),
    Case("TT30-62", REPORT, BODY, worded("thưởng", "thƣởng"), "ƣ → ư"),
    Case("TT30-63", REPORT, BODY, worded("Bản giao ước", '"Bản giao ước"'), text='Thực hiện "Bản'),
    Case("TT30-64", PROPOSAL, OPENING, worded("Ngày 14 tháng 12", "Ngày 31 tháng 11")),
    Case("TT30-65", PROPOSAL, LAST_BASIS, worded("14 tháng 12 năm 2021", "20 tháng 12 năm 2021"), "20/12/2021"),
)  # fmt: skip


_IN_REPORT = {
    "TỜ TRÌNH": "BÁO CÁO", "Về việc": "Tổng kết", OPENING: BODY, "DANH SÁCH": "KẾT QUẢ KHEN",
    "Căn cứ kết quả": "Cụm có", "- Các đơn vị được": "- Các đơn vị thành",
}  # fmt: skip
"""How paragraphs of a proposal begin in a report."""
_WORDED = ("TT30-22", "TT30-24", "TT30-44", "TT30-64")
"""Cases that change words which only a proposal has."""
OF_REPORT = (
    *(
        replace(case, paper=REPORT, start=_IN_REPORT.get(case.start, case.start),
                text="TỔNG KẾT" if case.text == "VỀ VIỆC" else case.text)
        for case in CASES
        if case.paper == PROPOSAL and case.code not in _WORDED and case.start not in (BASIS, LAST_BASIS)
        and case.text != "Tờ trình"
    ),
    Case("TT30-13", REPORT, "BÁO CÁO", worded("BÁO CÁO", "Báo cáo"), "chữ in thường", "Báo cáo"),
    *(
        Case("TT30-22", REPORT, "Số:", worded("Số: 05/BC-CTĐ9", wrong), text=wrong[:3])
        for wrong in ("Số: 5/BC-CTĐ9", "Số 05/BC-CTĐ9", "Số: 05/BC - CTĐ9", "Số: 05 / BC-CTĐ9", "Số: 05/BC–CTĐ9")
    ),
    Case("TT30-24", REPORT, "Số:", worded("BC", "TTr"), "ký hiệu ghi TTr"),
    Case("TT30-44", REPORT, "- Lưu", worded("- Lưu: VT.", "- Lưu hồ sơ.")),
    Case("TT30-64", REPORT, BODY, worded("Bản giao ước", "Bản ký ngày 31/11/2021 giao ước"),
         text="Thực hiện Bản ký"),
)  # fmt: skip
"""The annual report broken in the same ways: each row of the decree's tables of the page, its parts and its wordings
that a report has; it has no basis of its own."""


@pytest.mark.parametrize("case", (*CASES, *OF_REPORT), ids=lambda case: f"{case.paper} {case.code} {case.start}")
def test_a_broken_rule_is_said_at_its_paragraph_and_nothing_else_is(papers: Mapping[str, bytes], case: Case) -> None:
    document = Document(io.BytesIO(papers[case.paper]))
    spoilt = at(document, case.start)
    case.spoil(document, spoilt)
    found = findings(saved(document))
    assert [finding.code for finding in found] == [case.code], [str(finding) for finding in found]
    (finding,) = found
    assert case.found in finding.found
    assert finding.text.startswith(case.start[:20] if case.text is None else case.text)
    assert finding.place.startswith(("trang",) if not case.start else ("đoạn", "bảng"))
    assert finding.article and (finding.expected or finding.remedy)


def test_a_page_on_its_side_without_a_table_is_said() -> None:
    document = by_hand()
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    assert told(saved(document)) == [("TT30-02", "")]


def with_annexes(*heads: str) -> bytes:
    """A paper with annexes in sections of their own."""
    document = by_hand()
    write(at(document, "Có 03 tập thể"), "Có 03 tập thể được đề nghị (phụ lục kèm theo).")
    for head in heads:
        section = document.add_section()
        start = OxmlElement("w:pgNumType")
        start.set(qn("w:start"), "1")
        section._sectPr.append(start)
        for words in (head, "DANH SÁCH TẬP THỂ"):
            document.add_paragraph(words, "Dau de")
    return saved(document)


def test_annexes_bear_roman_numbers_when_there_are_several() -> None:
    assert told(with_annexes("Phụ lục")) == []
    assert told(with_annexes("Phụ lục I", "Phụ lục II")) == []
    assert told(with_annexes("Phụ lục", "Phụ lục II")) == [("TT30-50", "Phụ lục")]
    assert told(with_annexes("Phụ lục I", "Phụ lục 2")) == [("TT30-50", "Phụ lục 2")]


def test_a_paper_without_a_motto_is_said_once() -> None:
    codes = [finding.code for finding in findings(docx(p("Một đoạn văn.")))]
    assert codes.count("TT30-20") == 1


BESIDE = {"TT30-00", "TT30-02", "TT30-50", "TT30-28"}
"""Rules with a test of their own, above or in `test_format_files`."""
WORDS = {
    "TT30-17", "TT30-18", "TT30-26", "TT30-35", "TT30-36", "TT30-37", "TT30-38", "TT30-55", "TT30-56", "TT30-66",
    "TT30-67",
}  # fmt: skip
"""Rules of words: test_format_text."""


def test_every_rule_has_its_case_its_saying_and_its_article() -> None:
    assert {case.code for case in CASES} | BESIDE | WORDS == {rule.code for rule in RULES}
    assert {code for code in SAYINGS if code.startswith("TT30-")} - {rule.code for rule in RULES} == {
        "TT30-90",
        "TT30-91",
        "TT30-92",
        "TT30-93",
    }
    assert [rule.code for rule in RULES if rule.certainty == "RECALLED" and SAYINGS[rule.code].level != "LƯU Ý"] == []
    assert [rule.code for rule in RULES if not rule.article] == []


def test_the_decree_knows_29_types_and_14_boxes() -> None:
    assert len(TYPES) == 29
    assert [type_.name for type_ in TYPES if not type_.abbreviation] == ["Công văn", "Thư công"]
    boxes = {part.box.rstrip("abc") for part in COMPONENTS.values()}
    assert boxes == {"–", *(str(number) for number in range(1, 15))}


# --- the look of letters, as Word finds it --------------------------------------------------------

STYLES = (
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault>'
    '<w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/></w:rPr></w:rPrDefault>'
    '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Thường"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="N"/><w:pPr><w:jc w:val="both"/>'
    '<w:ind w:firstLine="567"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:pPr><w:ind w:left="100" w:hanging="50"/>'
    '</w:pPr></w:style><w:style w:type="character" w:styleId="C"><w:rPr><w:b/><w:i/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="T"><w:rPr><w:sz w:val="20"/></w:rPr><w:tblStylePr w:type="firstRow"><w:rPr>'
    "<w:b/></w:rPr></w:tblStylePr></w:style></w:styles>"
)
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme><a:minorFont>'
    '<a:latin typeface="Cambria"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
)


NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="1"><w:pPr>'
    '<w:ind w:left="900" w:hanging="300"/>'
    '</w:pPr></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
)


def laid(*body: str) -> Layout:
    """The layout of blocks in a file with the styles and the theme above."""
    parts = package.read(docx(*body))
    parts["word/styles.xml"], parts["word/theme.xml"] = STYLES.encode(), THEME.encode()
    main = "word/document.xml"
    relate(parts, main, "styles", "word/styles.xml")
    relate(parts, main, "theme", "word/theme.xml")
    parts["word/numbering.xml"] = NUMBERING.encode()
    relate(parts, main, "numbering", "word/numbering.xml")
    return laid_out(parts)


def block(style: str, letters: str = "", text: str = "Chữ", properties: str = "") -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>'
        f"<w:r><w:rPr>{letters}</w:rPr><w:t>{text}</w:t></w:r></w:p>"
    )


def test_letters_have_the_look_of_theme_styles_and_their_own() -> None:
    plain, styled_, both, own = laid(
        block("N"),
        block("A"),
        block("A", '<w:rStyle w:val="C"/>'),
        block("A", '<w:rStyle w:val="C"/><w:b/><w:sz w:val="26"/>'),
    ).paragraphs
    assert [(run.fonts, run.size, run.bold) for run in plain.runs] == [(("Cambria",), 22, False)]
    assert [(run.size, run.bold, run.italic) for run in styled_.runs] == [(28, True, False)]
    assert [(run.bold, run.italic) for run in both.runs] == [(False, True)], "bold in two styles is not bold"
    assert [(run.size, run.bold) for run in own.runs] == [(26, True)]


def test_indents_come_from_styles_and_what_rests_on_them() -> None:
    first, second, third = laid(
        block("A"), block("B"), block("B", properties='<w:ind w:left="0" w:firstLine="720"/><w:jc w:val="right"/>')
    ).paragraphs
    assert [(one.align, one.left, one.first) for one in (first, second, third)] == [
        ("both", 0, 567), ("both", 100, -50), ("right", 0, 720),
    ]  # fmt: skip


def test_a_list_gives_its_indents_unless_the_paragraph_has_its_own() -> None:
    listed = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'
    of_list, own = laid(
        block("A", properties=listed), block("A", properties=f'{listed}<w:ind w:left="50"/>')
    ).paragraphs
    assert [(one.listed, one.left, one.first) for one in (of_list, own)] == [(True, 900, -300), (True, 50, -300)]


def test_a_table_style_gives_its_letters_and_its_first_row() -> None:
    look_ = '<w:tblPr><w:tblStyle w:val="T"/><w:tblLook w:firstRow="1"/></w:tblPr>'
    rows = "".join(f"<w:tr><w:tc>{block('N')}</w:tc></w:tr>" for _ in range(2))
    head, cell = laid(f"<w:tbl>{look_}{rows}</w:tbl>").paragraphs
    assert [(one.runs[0].size, one.runs[0].bold, one.place) for one in (head, cell)] == [
        (20, True, "bảng 1, hàng 1, ô 1"), (20, False, "bảng 1, hàng 2, ô 1"),
    ]  # fmt: skip


def test_a_text_box_is_read_once_and_deleted_words_are_not() -> None:
    deleted = "<w:p><w:r><w:t>Còn</w:t></w:r><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p>"
    texts = [paragraph.text for paragraph in laid(text_box(p("Trong khung")), deleted).paragraphs]
    assert texts == ["", "Trong khung", "Còn"]


# --- the command ----------------------------------------------------------------------------------


class Command:
    """Runs `format` in a folder of its own."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        self._capsys.readouterr()
        code = run(("format", *arguments))
        output = self._capsys.readouterr()
        return code, output.out, output.err

    def file(self, name: str, content: bytes) -> Path:
        """A file of the folder."""
        (self.folder / name).write_bytes(content)
        return self.folder / name


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    monkeypatch.chdir(tmp_path)
    return Command(tmp_path, capsys)


def spoilt(content: bytes, start: str, change: Callable[[Word, Paragraph], object]) -> bytes:
    document = Document(io.BytesIO(content))
    change(document, at(document, start))
    return saved(document)


@pytest.fixture
def good() -> bytes:
    return saved(by_hand())


@pytest.fixture
def bad(good: bytes) -> bytes:
    return spoilt(good, "TỜ TRÌNH", look(size=16))


def test_several_files_are_said_with_a_line_for_all(command: Command, good: bytes, bad: bytes) -> None:
    command.file("tot.docx", good)
    command.file("sai.docx", bad)
    code, out, err = command("tot.docx", "sai.docx")
    assert (code, out) == (3, "tot.docx: không có lỗi\nsai.docx: 1 LỖI\n2 tệp: 1 LỖI\n")
    assert err == "LỖI  sai.docx › đoạn 5 › TỜ TRÌNH: Tên loại: cỡ chữ 16. Đặt cỡ chữ 13 - 14 [TT30-10]\n"


def test_a_warning_alone_is_no_failure(command: Command, good: bytes) -> None:
    command.file("sai.docx", spoilt(good, "\tKính trình", worded("./.", ".")))
    assert command("sai.docx")[:2] == (0, "sai.docx: 1 CẢNH BÁO\n")


def test_json_has_the_keys_of_the_contract(command: Command, bad: bytes) -> None:
    command.file("sai.docx", bad)
    code, out, _ = command("sai.docx", "--json")
    assert (code, json.loads(out)) == (3, [{
        "level": "LỖI", "code": "TT30-10", "file": "sai.docx", "article": "Phụ lục I, Phần I, Mục II.5b",
        "place": "đoạn 5", "text": "TỜ TRÌNH", "found": "Tên loại: cỡ chữ 16", "expected": "13 - 14",
        "remedy": "Đặt cỡ chữ 13 - 14",
    }])  # fmt: skip


def test_many_equal_findings_are_one_line(command: Command, papers: Mapping[str, bytes]) -> None:
    document = Document(io.BytesIO(papers[REPORT]))
    for paragraph in every(document):
        look(name="Arial")(document, paragraph)
    command.file("sai.docx", saved(document))
    _, out, err = command("sai.docx")
    assert err.count("phông chữ Arial") == 1
    assert " chỗ khác" in err and int(out.split(": ")[1].split()[0]) > 100


def test_an_old_word_file_is_refused_with_advice(command: Command) -> None:
    command.file("cu.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    code, _, err = command("cu.doc")
    assert (code, err) == (
        3,
        "LỖI  cu.doc: đây là tệp Word kiểu cũ (.doc) nên chưa kiểm tra được. "
        "Mở bằng Word, chọn Lưu thành kiểu .docx rồi chạy lại [TT30-90]\n",
    )


NO_WORD_FILES = (
    b"", b"PK", b"x" * 100, package.write({"a.xml": b"<a/>"}), docx(p("Chữ"))[:-30], docx("<w:p>"),
    docx(p("Chữ"), extra={"word/header.xml": "<w:hdr"}),
)  # fmt: skip


def test_a_file_without_a_paragraph_is_looked_at_and_gets_no_copy(command: Command) -> None:
    command.file("trong.docx", docx(extra={"word/header.xml": f"<w:hdr {W}/>"}))
    code, _, err = command("trong.docx", "--annotate")
    assert (code, "[TT30-20]" in err, "Không ghi nhận xét" in err) == (3, True, True)


@pytest.mark.parametrize("content", NO_WORD_FILES)
def test_a_file_that_is_no_word_file_is_said(command: Command, content: bytes) -> None:
    command.file("la.docx", content)
    code, _, err = command("la.docx", "--annotate")
    assert (code, "[TT30-91]" in err) == (3, True)
    assert not (command.folder / "la-the-thuc.docx").exists()


def test_the_copy_bears_a_comment_at_its_paragraph_and_is_never_written_over(command: Command, bad: bytes) -> None:
    file = command.file("sai.docx", bad)
    code, out, _ = command("sai.docx", "--annotate")
    copy = command.folder / "sai-the-thuc.docx"
    assert (code, out.endswith("  sai-the-thuc.docx\n"), file.read_bytes() == bad) == (3, True, True)
    (comment,) = Document(str(copy)).comments
    assert comment.text.startswith("Tên loại: cỡ chữ 16. Đặt cỡ chữ 13 - 14 (Phụ lục I, Phần I, Mục II.5b)")
    marked = at(Document(str(copy)), "TỜ TRÌNH")
    assert marked._element.find(qn("w:commentRangeStart")) is not None
    copy.write_bytes(b"cua toi")
    _, _, err = command("sai.docx", "--annotate")
    assert "Đã có sẵn, giữ nguyên: sai-the-thuc.docx" in err and copy.read_bytes() == b"cua toi"
