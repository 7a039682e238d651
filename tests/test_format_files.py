"""Whole files as offices keep them: several papers in one, signatures in grids, headers of every kind, folders."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from copy import deepcopy
from pathlib import Path

import hands
import pytest
from docx import Document
from docx.document import Document as Word
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run as Letters
from hands import beside, filled, foot, head, line, paged, text, title
from test_format import CENTER, LEFT, Command, at, bad, command, every, findings, good, saved, told

from pipeline.decree30.check import check
from pipeline.decree30.papers import papers_of
from pipeline.decree30.reading import laid_out
from pipeline.decree30.roles import Roles, roles_of
from pipeline.office import package

__all__ = ["bad", "command", "good"]


def roles(document: Word) -> Roles:
    """The parts of a paper of one hand."""
    return roles_of(laid_out(package.read(saved(document))))


# --- several papers in one file -------------------------------------------------------------------


def joined(*papers: Word, apart: bool = True) -> Word:
    """The papers one behind the other, each in a section that numbers its pages from 1."""
    first, *others = papers
    for paper in others:
        if apart:
            section = first.add_section(WD_SECTION.NEW_PAGE)
            section.different_first_page_header_footer = True
            for kind in section._sectPr.findall(qn("w:pgNumType")):
                section._sectPr.remove(kind)
            section._sectPr.append(parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>'))
        end = first.element.body[-1]
        for element in paper.element.body[:-1]:
            end.addprevious(deepcopy(element))
    return first


def annexed(document: Word, name: str) -> Word:
    """An annex behind a paper that speaks of it."""
    section = document.add_section()
    section._sectPr.append(parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>'))
    line(document, name, 14, "b")
    line(document, "DANH SÁCH TẬP THỂ", 14, "b")
    return document


def dossier() -> Word:
    """A plan with an annex, a letter, minutes, a decision."""
    plan = hands.merged()
    next(iter(at(plan, "Nâng cao").runs)).text = "Nâng cao chất lượng (phụ lục kèm theo)./."
    return joined(annexed(plan, "Phụ lục"), hands.letter(), hands.minutes(), hands.decision())


def test_papers_behind_each_other_are_read_one_by_one() -> None:
    layout = laid_out(package.read(saved(dossier())))
    papers = papers_of(layout)
    assert sum(len(paper.paragraphs) for _, paper in papers) == len(layout.paragraphs)
    found = [roles_of(paper) for _, paper in papers]
    assert [one.type and one.type.name for one in found] == ["Kế hoạch", None, "Biên bản", "Quyết định"]
    assert [len(one.annexes) for one in found] == [1, 0, 0, 0]
    assert [len(one.of("signer")) for one in found] == [1, 1, 2, 1]


def test_papers_behind_each_other_keep_every_rule() -> None:
    assert [str(finding) for finding in findings(saved(dossier()))] == []


@pytest.mark.parametrize(("start", "size"), [("KẾ HOẠCH", 16), ("BIÊN BẢN", 16), ("Theo đề nghị", 12), ("Phụ lục", 13)])
def test_a_fault_in_any_paper_of_a_file_is_found_at_its_paragraph(start: str, size: float) -> None:
    document = dossier()
    for run in at(document, start).runs:
        run.font.size = Pt(size)
    content = saved(document)
    (mark,) = check(package.read(content), "a.docx")
    paragraph = laid_out(package.read(content)).paragraphs[mark.index or 0]
    assert (mark.finding.code, mark.finding.place, paragraph.text.startswith(start)) == (
        "TT30-10",
        paragraph.place,
        True,
    )


def test_a_paper_that_does_not_number_its_own_pages_is_said() -> None:
    together = joined(hands.tabbed(), hands.decision(), apart=False)
    assert told(saved(together)) == [("TT30-28", "UBND TỈNH NAM ĐỊNH")]


def test_the_first_page_of_a_second_paper_shows_no_number() -> None:
    document = joined(hands.tabbed(), hands.decision())
    document.sections[1].different_first_page_header_footer = False
    (finding,) = findings(saved(document))
    assert (finding.code, finding.place) == ("TT30-07", "trang của phần 2")


def test_a_form_in_an_annex_is_no_paper() -> None:
    document = annexed(hands.merged(), "Phụ lục")
    next(iter(at(document, "Nâng cao").runs)).text = "Đăng ký theo mẫu tại phụ lục kèm theo./."
    line(document, "Mẫu số 01", 12, "", "l")
    for words in (hands.MOTTO, hands.WATCHWORD, "ĐƠN ĐĂNG KÝ", "Kính gửi: ………………"):
        line(document, words, 11)
    assert told(saved(document)) == []


def test_a_draft_mark_over_a_second_head_is_of_that_paper() -> None:
    document = hands.tabbed()
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section._sectPr.append(parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>'))
    line(document, "DỰ THẢO", 14, "b", "l")
    head(document, "Số: 15/CTr-BTĐKT")
    title(document, "CHƯƠNG TRÌNH", "Công tác năm 2024")
    text(document, "Các đơn vị triển khai thực hiện./.")
    foot(document, ("- Các đơn vị;", "- Lưu: VT."), "TRƯỞNG BAN", "Đỗ Quang Huy")
    starts = [start for start, _ in papers_of(laid_out(package.read(saved(document))))]
    lines = [paragraph.text for paragraph in laid_out(package.read(saved(document))).paragraphs]
    assert [lines[start] for start in starts] == ["\tUBND TỈNH NAM ĐỊNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "DỰ THẢO"]
    assert told(saved(document)) == []


def test_a_sample_of_heads_in_a_long_table_is_no_paper() -> None:
    """The decree's own table of samples shows Quốc hiệu among its rows."""
    document = hands.tabbed()
    table = document.add_table(8, 2)
    for number, words in enumerate((hands.MOTTO, hands.WATCHWORD)):
        table.cell(number + 3, 1).text = words
    assert len(papers_of(laid_out(package.read(saved(document))))) == 1


# --- signatures in grids --------------------------------------------------------------------------

UNITS = ("CÔNG AN TỈNH", "TÒA ÁN NHÂN DÂN TỈNH", "SỞ TƯ PHÁP", "CỤC THI HÀNH ÁN DÂN SỰ TỈNH", "TRẠI GIAM THANH LÂM")
NAMES = ("Nguyễn Văn An", "Đại tá Trần Thị Bình", "Lê Công", "Phạm Đức Cường", "Thiều Quang Dũng")


def pledge(*rows: Sequence[tuple[str, ...]], columns: int = 2, over: str = "ĐẠI DIỆN CÁC ĐƠN VỊ KÝ GIAO ƯỚC") -> Word:
    """A pledge: neither number nor recipients; each row of its grid has the lines of its cells."""
    document = hands.fresh()
    line(document, hands.MOTTO, 13, "b")
    line(document, hands.WATCHWORD, 14, "b")
    hands.ruled(document, 42)
    title(document, "BẢN GIAO ƯỚC THI ĐUA", "Năm 2024")
    text(document, "Các đơn vị thống nhất ký kết giao ước thi đua năm 2024 với các nội dung sau:")
    text(document, "1. Thực hiện tốt nhiệm vụ chính trị được giao./.")
    if over:
        line(document, over, 14, "b").paragraph_format.space_before = Pt(12)
    table = document.add_table(0, columns)
    for row in rows:
        cells = table.add_row().cells
        for cell, lines in zip(cells, row, strict=False):
            filled(cell, *((words, 14, "b") for words in lines))
    return document


def room(*lines: str) -> tuple[str, ...]:
    """Lines with room for a signature over the last one."""
    return (*lines[:-1], "", "", "", lines[-1])


GRIDS: dict[str, list[list[tuple[str, ...]]]] = {
    "unit over office, name in its cell": [
        [room(UNITS[0], "GIÁM ĐỐC", NAMES[0]), room(UNITS[1], "KT. CHÁNH ÁN", "PHÓ CHÁNH ÁN", NAMES[1])],
        [room(UNITS[2], "GIÁM ĐỐC", NAMES[2]), room(UNITS[3], "CỤC TRƯỞNG", NAMES[3])],
        [room(UNITS[4], "GIÁM THỊ", NAMES[4]), ()],
    ],
    "units, then room, then names, in rows of their own": [
        [(UNITS[0],), (UNITS[1],)], [("", ""), ("", "")], [(NAMES[0],), (NAMES[1],)],
        [(UNITS[2],), (UNITS[3],)], [("", ""), ("", "")], [(NAMES[2],), (NAMES[3],)],
    ],
    "nobody named yet": [[(UNITS[0],), (UNITS[1],)], [("", ""), ("", "")], [(UNITS[2],), (UNITS[3],)], [("",), ("",)]],
    "notes in brackets": [[room(UNITS[0], "(Ký, đóng dấu)", NAMES[0]), room(UNITS[1], "(Ký tên)", NAMES[1])]],
    "a witness below": [
        [room(UNITS[0], NAMES[0]), room(UNITS[1], NAMES[1])],
        [room("NGƯỜI CHỨNG KIẾN", "TRƯỞNG BAN THI ĐUA - KHEN THƯỞNG", NAMES[2]), ()],
    ],
}  # fmt: skip


@pytest.mark.parametrize("rows", GRIDS.values(), ids=GRIDS)
def test_a_grid_of_signatures_keeps_every_rule(rows: list[list[tuple[str, ...]]]) -> None:
    document = pledge(*rows)
    assert [str(finding) for finding in findings(saved(document))] == []
    written = {words for row in rows for cell in row for words in cell if words and not words.startswith("(")}
    read = roles(document)
    assert {piece.text for piece in read.of("capacity")} == {words for words in written if words.isupper()}
    assert {piece.text for piece in read.of("signer")} == {words for words in written if not words.isupper()}


def test_a_grid_of_three_columns_and_twelve_units_keeps_every_rule() -> None:
    cells = [room(f"ĐOÀN THANH NIÊN XÃ {number}", f"Nguyễn Thị {name}") for number, name in enumerate("ABCDEGHIKLMN")]
    document = pledge(*(cells[first : first + 3] for first in range(0, 12, 3)), columns=3)
    assert told(saved(document)) == []
    assert len(roles(document).of("signer")) == 12


@pytest.mark.parametrize(
    ("start", "spoil", "said"),
    [
        (NAMES[0], lambda run: setattr(run.font, "size", Pt(12)), ("TT30-10", NAMES[0])),
        (NAMES[1], lambda run: setattr(run.font, "bold", False), ("TT30-11", NAMES[1])),
        (UNITS[3], lambda run: setattr(run.font, "italic", True), ("TT30-12", UNITS[3][:24])),
        ("GIÁM ĐỐC", lambda run: setattr(run, "text", "Giám đốc"), ("TT30-13", "Giám đốc")),
        (NAMES[2], lambda run: setattr(run, "text", NAMES[2].upper()), ("TT30-13", NAMES[2].upper())),
        ("KT. CHÁNH", lambda run: setattr(run, "text", "K/T CHÁNH ÁN"), ("TT30-40", "K/T CHÁNH ÁN")),
        (NAMES[3], lambda run: setattr(run, "text", f"TS. {NAMES[3]}"), ("TT30-41", f"TS. {NAMES[3]}")),
        (UNITS[0], lambda run: setattr(run.font, "underline", True), ("TT30-15", UNITS[0])),
    ],
)
def test_a_fault_in_a_grid_is_found_alone(start: str, spoil: Callable[[Letters], None], said: tuple[str, str]) -> None:
    document = pledge(*GRIDS["unit over office, name in its cell"])
    spoil(at(document, start).runs[0])
    assert told(saved(document)) == [said]


def test_a_table_of_data_at_the_end_is_no_grid() -> None:
    for header, rows in (
        (("STT", "ĐƠN VỊ", "KÝ TÊN"), [("1", "Công an tỉnh", ""), ("2", "Sở Tư pháp", "")]),
        (("HỌ VÀ TÊN", "CHỨC VỤ", "GHI CHÚ"), [("Nguyễn Văn An", "Giám đốc", ""), ("Lê Công", "Cục trưởng", "")]),
        (("CÔNG AN TỈNH", "SỞ TƯ PHÁP", ""), [("Nguyễn Văn An", "Lê Công", ""), ("Trần Thị B", "Phạm C", "")]),
        (("CỤM TRƯỞNG", "98,5", "95"), [("", "", "")]),
    ):
        document = pledge(*([(words,) for words in row] for row in (header, *rows)), columns=3, over="")
        assert roles(document).of("capacity", "signer") == ()


def side_by_side(first: str, second: str, *names: str) -> Word:
    """Minutes without recipients, those who sign beside each other by tabs."""
    document = hands.fresh()
    head(document, "Số: 02/BB-HĐTĐ", day="")
    title(document, "BIÊN BẢN", "Họp xét thi đua năm 2023")
    text(document, "Cuộc họp kết thúc vào 11 giờ 30, ngày 05 tháng 02 năm 2024./.")
    beside(document, (first, 14, "b"), (second, 14, "b"))
    for _ in range(4):
        line(document, "")
    if names:
        beside(document, (names[0], 14, "b"), (names[1], 14, "b"))
    return document


def test_two_signatures_beside_each_other_by_tabs() -> None:
    document = side_by_side("THƯ KÝ", "CHỦ TỌA", "Lê Thị Bình", "Nguyễn Văn An")
    assert told(saved(document)) == []
    assert [piece.text for piece in roles(document).of("signer")] == ["Lê Thị Bình", "Nguyễn Văn An"]
    assert told(saved(side_by_side("THƯ KÝ", "CHỦ TRÌ"))) == []
    next(run for row in every(document) for run in row.runs if run.text.startswith("Lê Thị")).bold = False
    assert told(saved(document)) == [("TT30-11", "Lê Thị Bình")]


def test_two_offices_that_sign_together_beside_each_other() -> None:
    document = hands.fresh()
    head(document, "Số: 05/KH-SNV-CAT")
    title(document, "KẾ HOẠCH", "Phối hợp công tác năm 2024")
    text(document, "Hai đơn vị phối hợp thực hiện các nhiệm vụ được giao./.")
    table = document.add_table(1, 2)
    signing = room(UNITS[0], "GIÁM ĐỐC", NAMES[0]), room(UNITS[2], "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", NAMES[2])
    for cell, lines in zip(table.rows[0].cells, signing, strict=True):
        filled(cell, *((words, 14, "b") for words in lines))
    assert told(saved(document)) == []
    for one in ("Nơi nhận:", "- Các đơn vị;", "- Lưu: VT."):
        line(document, one, 12 if one.startswith("N") else 11, "bi" if one.startswith("N") else "", "l")
    assert told(saved(document)) == []
    read = roles(document)
    assert [len(read.of(role)) for role in ("capacity", "signer", "recipient")] == [5, 2, 2]


# --- headers --------------------------------------------------------------------------------------


def numberless(document: Word) -> Paragraph:
    """The header of a paper, its number taken out."""
    place: Paragraph = document.sections[0].header.paragraphs[0]
    for run in list(place.runs):
        place._element.remove(run._element)
    return place


def number_in(element: str) -> Callable[[Word], object]:
    """A page number within a piece of XML, at its "…"."""

    def change(document: Word) -> None:
        place = numberless(document)
        inside = Document().add_paragraph()
        inside.alignment = CENTER
        paged(inside)
        wrapper = parse_xml(element)
        hole = next(wrapper.iter(qn("w:hole")))
        holder = hole.getparent()
        assert holder is not None
        for run in inside._element if holder.tag == qn("w:p") else [inside._element]:
            hole.addprevious(deepcopy(run))
        holder.remove(hole)
        place._element.addprevious(wrapper)

    return change


NAMES_OF_XML = (
    f'{nsdecls("w", "wp", "a", "r")} xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
ANCHOR = (
    f'<w:p {NAMES_OF_XML}><w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="%s">%s</wp:positionH>'
    '<wp:extent cx="600000" cy="300000"/><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent><w:hole/>'
    "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"
)
CELLS = "".join(
    f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'
    for wide, inside in ((3000, "{}"), (3000, "{}"), (3000, "{}"))
)
FRAME = f'<w:p {NAMES_OF_XML}><w:pPr><w:framePr w:wrap="around" w:hAnchor="margin" {{}}/></w:pPr><w:hole/></w:p>'
VML = (
    f'<w:p {NAMES_OF_XML}><w:r><w:pict><v:shape style="position:absolute;mso-position-horizontal:%s"><v:textbox>'
    "<w:txbxContent><w:hole/></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)
GALLERY = (
    f'<w:sdt {NAMES_OF_XML}><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Page Numbers (Top of Page)"/>'
    "</w:docPartObj></w:sdtPr><w:sdtContent><w:hole/></w:sdtContent></w:sdt>"
)
EMPTY, HOLE = "<w:p/>", "<w:hole/>"
MIDDLE = {
    "the gallery of Word": GALLERY,
    "a text frame": FRAME.format('w:xAlign="center"'),
    "a frame at a measure": FRAME.format('w:w="400" w:x="4320"'),
    "a text box": ANCHOR % ("margin", "<wp:align>center</wp:align>"),
    "a text box at a measure": ANCHOR % ("column", "<wp:posOffset>2660000</wp:posOffset>"),
    "a text box of old": VML % "center",
    "a table": f"<w:tbl {NAMES_OF_XML}><w:tr>{CELLS.format(EMPTY, HOLE, EMPTY)}</w:tr></w:tbl>",
}
ASIDE = {
    "a text frame": FRAME.format('w:xAlign="right"'),
    "a frame at a measure": FRAME.format('w:w="400" w:x="200"'),
    "a text box": ANCHOR % ("margin", "<wp:align>right</wp:align>"),
    "a text box at a measure": ANCHOR % ("page", "<wp:posOffset>300000</wp:posOffset>"),
    "a text box of old": VML % "right",
    "a table": f"<w:tbl {NAMES_OF_XML}><w:tr>{CELLS.format(EMPTY, EMPTY, HOLE)}</w:tr></w:tbl>",
}


@pytest.mark.parametrize("element", MIDDLE.values(), ids=MIDDLE)
def test_a_page_number_in_the_middle_is_found_wherever_it_is_stored(element: str) -> None:
    document = hands.decision()
    number_in(element)(document)
    assert told(saved(document)) == []


@pytest.mark.parametrize("element", ASIDE.values(), ids=ASIDE)
def test_a_page_number_aside_is_said_wherever_it_is_stored(element: str) -> None:
    document = hands.decision()
    number_in(element)(document)
    assert told(saved(document)) == [("TT30-06", "")]


def test_a_page_number_in_a_box_has_its_size() -> None:
    document = hands.decision()
    number_in(MIDDLE["a text box"])(document)
    for size in document.sections[0].header._element.iter(qn("w:sz")):
        size.set(qn("w:val"), "22")
    assert told(saved(document)) == [("TT30-08", "")]


def test_a_page_number_at_the_foot_is_not_at_the_top() -> None:
    document = hands.decision()
    numberless(document)
    bottom = document.sections[0].footer.paragraphs[0]
    bottom.alignment = CENTER
    paged(bottom)
    assert told(saved(document)) == [("TT30-06", "")]


def test_the_number_of_pages_is_no_page_number() -> None:
    document = hands.decision()
    for code in document.sections[0].header._element.iter(qn("w:instrText")):
        code.text = " NUMPAGES "
    assert told(saved(document)) == [("TT30-06", "")]


def test_even_pages_with_a_header_of_their_own_bear_the_number_too() -> None:
    document = hands.decision()
    document.settings.odd_and_even_pages_header_footer = True
    even = document.sections[0].even_page_header.paragraphs[0]
    (finding,) = findings(saved(document))
    assert (finding.code, finding.place) == ("TT30-06", "trang chẵn")
    even.alignment = CENTER
    paged(even)
    assert told(saved(document)) == []
    document.settings.odd_and_even_pages_header_footer = False
    numberless_even = document.sections[0].even_page_header.paragraphs[0]
    numberless_even.alignment = LEFT
    assert told(saved(document)) == [], "a header that is not used is not looked at"


def test_a_section_without_headers_has_those_of_the_one_before_it() -> None:
    document = joined(hands.decision(), hands.minutes())
    assert document.sections[1]._sectPr.find(qn("w:headerReference")) is None
    assert told(saved(document)) == []
    numberless(document)
    assert [finding.place for finding in findings(saved(document))] == ["trang của phần 1", "trang của phần 2"]


# --- boxes 10 to 14 -------------------------------------------------------------------------------


def marked(words: str, size: float = 13, look: str = "b") -> Word:
    """A letter with a mark in a table of one cell between head and text."""
    document = hands.letter()
    box: Table = document.add_table(1, 1)
    filled(box.cell(0, 0), (words, size, look))
    document.tables[0]._element.addnext(box._element)
    return document


def marked_in_head(words: str, size: float = 13, look: str = "b") -> Word:
    """A letter with a mark under its number."""
    document = hands.letter()
    line(document.tables[0].cell(0, 0), words, size, look)
    return document


def boxed(words: str, size: float = 13, look: str = "b") -> Word:
    """A letter with a mark in a text box."""
    document = hands.letter()
    mark = line(document, words, size, look)
    holder = parse_xml(ANCHOR % ("margin", "<wp:align>left</wp:align>"))
    hole = next(holder.iter(qn("w:hole")))
    hole.addprevious(mark._element)
    next(hole.iterancestors()).remove(hole)
    at(document, "Kính gửi")._element.addnext(holder)
    return document


MARKS = ("MẬT", "TỐI MẬT", "HỎA TỐC", "THƯỢNG KHẨN", "KHẨN", "XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ")


@pytest.mark.parametrize("place", [marked, marked_in_head, boxed])
@pytest.mark.parametrize("words", MARKS)
def test_a_mark_of_secrecy_urgency_or_circulation_is_known(place: Callable[..., Word], words: str) -> None:
    document = place(words)
    assert told(saved(document)) == []
    (mark,) = roles(document).of("secrecy", "urgency", "circulation")
    assert mark.text == words
    assert told(saved(place(words, 11))) == [("TT30-10", words)]
    assert told(saved(place(words, 13, ""))) == [("TT30-11", words)]
    assert told(saved(place(words.capitalize()))) == [("TT30-13", words.capitalize())]


def test_what_is_copied_and_when_it_was_signed_stands_over_the_head() -> None:
    for words in ("SAO Y; Sở Nội vụ; 05/02/2024 10:30:15", "Số: 05/BC-SNV; ngày 05/02/2024; 10 giờ 30 phút 15 giây"):
        for size, said in ((10, []), (13, [("TT30-10", words[:24])])):
            document = hands.letter()
            mark = line(document, words, size, "")
            document.tables[0]._element.addprevious(mark._element)
            assert told(saved(document)) == said


def test_ordinary_text_with_these_words_is_left_alone() -> None:
    document = hands.minutes()
    last = at(document, "Nội dung: bình")
    for words in ("Mật độ dân số tăng; tài liệu lưu hành nội bộ được bảo quản.", "Khẩn trương triển khai nhiệm vụ.",
                  "Địa chỉ: số 5 đường Lê Lợi; điện thoại: 0237 3888888.", "Sao y; lưu 05/02/2024 10:30."):  # fmt: skip
        inserted = text(document, words)
        last._element.addnext(inserted._element)
    table = document.add_table(2, 2)
    for cell, words in zip((cell for row in table.rows for cell in row.cells),
                           ("Số văn bản", "Độ mật", "12/BC-SNV", "Mật"), strict=True):  # fmt: skip
        filled(cell, (words, 12, ""))
    last._element.addnext(table._element)
    assert told(saved(document)) == []
    assert roles(document).of("secrecy", "urgency", "circulation", "contact", "copy") == ()


def test_who_wrote_a_paper_stands_below_its_recipients() -> None:
    for words, said in (("PL.(300)", []), ("NVA (05)", []), ("pl.(300)", [("TT30-13", "pl.(300)")])):
        document = hands.decision()
        line(document.tables[-1].cell(0, 0), words, 11, "", "l")
        assert told(saved(document)) == said
        assert [piece.text for piece in roles(document).of("drafter")] == [words]


# --- folders --------------------------------------------------------------------------------------


def test_200_files_of_a_folder_are_checked_in_one_command(command: Command, bad: bytes, good: bytes) -> None:
    folder = command.folder / "van-ban"
    for number in range(200):
        inner = folder / f"quý {number % 4 + 1}"
        inner.mkdir(parents=True, exist_ok=True)
        (inner / f"{number:03}.docx").write_bytes(bad if number < 8 else b"hong" if number < 10 else good)
    for name in ("~$001.docx", ".an.docx", "001-the-thuc.docx", "ghi-chu.txt", "cu.doc"):
        (folder / name).write_bytes(bad)
    (folder / ".goc").mkdir()
    (folder / ".goc" / "a.docx").write_bytes(bad)
    code, out, err = command("van-ban")
    assert (code, err.count("[TT30-10]"), err.count("[TT30-91]")) == (3, 8, 2)
    assert out.splitlines()[200:] == [
        "200 tệp: 10 LỖI",
        "   190 tệp không có lỗi",
        "     8 tệp có lỗi hoặc lưu ý",
        "     2 tệp không đọc được",
        "Hay gặp nhất:",
        "     8 tệp,     8 chỗ  [TT30-10] Cỡ chữ của từng thành phần",
        f"Chưa kiểm tra 1 tệp .doc kiểu cũ, ví dụ {Path('van-ban', 'cu.doc')}: mở bằng Word, lưu thành .docx.",
    ]
    code, out, _ = command("van-ban/quý 1", "van-ban/quý 2", "--json")
    assert (code, [one["file"] for one in json.loads(out)]) == (
        3, [f"van-ban/quý {number % 4 + 1}/{number:03}.docx" for number in (0, 4, 8, 1, 5, 9)],
    )  # fmt: skip


def test_a_folder_and_a_file_of_it_are_checked_with_copies_beside_them(command: Command, bad: bytes) -> None:
    (command.folder / "a").mkdir()
    command.file("a/sai.DOCX", bad)
    assert command("a", "a", "--annotate")[0] == 3
    assert (command.folder / "a" / "sai-the-thuc.docx").exists()
    assert command("a")[1].splitlines()[:2] == [f"{Path('a', 'sai.DOCX')}: 1 LỖI", "     0 tệp không có lỗi"]


def test_an_empty_folder_is_one_sentence(command: Command) -> None:
    (command.folder / "trong").mkdir()
    said = (
        "CẢNH BÁO  trong: thư mục không có tệp Word (.docx) nào. Chọn thư mục khác hoặc chép tệp .docx vào [TT30-92]\n"
    )
    assert command("trong") == (0, "", said)
    assert command("trong", "--annotate") == (0, "", said)
    assert [one["code"] for one in json.loads(command("trong", "--json")[1])] == ["TT30-92"]


def test_a_file_of_a_folder_that_is_not_there_any_more_is_said(command: Command) -> None:
    (command.folder / "mat").mkdir()
    (command.folder / "mat" / "a.docx").symlink_to("da-xoa.docx")
    code, out, err = command("mat")
    assert (code, "[TT30-93]" in err, "     1 tệp không đọc được" in out) == (3, True, True)
