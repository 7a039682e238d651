"""Papers that other offices wrote, each in its own way and each as the decree wants it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt
from docx.text.paragraph import Paragraph

MOTTO, WATCHWORD = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
SIDES = {"c": WD_ALIGN_PARAGRAPH.CENTER, "l": WD_ALIGN_PARAGRAPH.LEFT, "j": WD_ALIGN_PARAGRAPH.JUSTIFY}
DAY = "Nam Định, ngày 05 tháng 02 năm 2024"
Line = tuple[str, float, str]
"""Text, size, and "b", "i", "u" as it is bold, italic, underlined."""


def lettered(paragraph: Paragraph, text: str, size: float, look: str = "") -> Paragraph:
    """Letters of a size and a look, set on themselves."""
    run = paragraph.add_run(text)
    run.font.size, run.font.name = Pt(size), "Times New Roman"
    run.bold, run.italic, run.underline = "b" in look or None, "i" in look or None, "u" in look or None
    return paragraph


def line(holder: Any, text: str, size: float = 14, look: str = "", side: str = "c") -> Paragraph:
    """A paragraph without space around it."""
    paragraph: Paragraph = holder.add_paragraph()
    paragraph.alignment = SIDES[side]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = 1
    return lettered(paragraph, text, size, look)


def text(document: Word, words: str, look: str = "", indent: float = 1.27) -> Paragraph:
    """A paragraph of the running text."""
    paragraph = line(document, words, 14, look, "j")
    paragraph.paragraph_format.first_line_indent, paragraph.paragraph_format.space_before = Cm(indent), Pt(6)
    return paragraph


def ruled(holder: Any, dashes: int = 26) -> Paragraph:
    """A line drawn with dashes."""
    return line(holder, "_" * dashes, 8)


def page(document: Word, number: bool = True) -> Word:
    """A4 with the number of the page at the top, in the middle, from page 2."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    section.different_first_page_header_footer = True
    if number:
        head = section.header.paragraphs[0]
        head.alignment = SIDES["c"]
        paged(head)
    return document


def paged(head: Paragraph, size: float = 14) -> None:
    """The number of the page, in five runs as Word stores it."""
    for kind in ("begin", "instrText", "separate", "t", "end"):
        run = head.add_run()
        run.font.size, run.font.name = Pt(size), "Times New Roman"
        part = OxmlElement(f"w:{kind}" if kind in ("instrText", "t") else "w:fldChar")
        if kind in ("instrText", "t"):
            part.text = "2" if kind == "t" else " PAGE   \\* MERGEFORMAT "
        else:
            part.set(qn("w:fldCharType"), kind)
        run._element.append(part)


def fresh() -> Word:
    """An empty paper whose letters are Times New Roman."""
    document = page(Document())
    document.styles["Normal"].font.name = "Times New Roman"
    return document


def filled(cell: Any, *lines: Line | None) -> None:
    """A cell with centred lines; None is a drawn one."""
    above = ""
    for one in lines:
        ruled(cell, 42 if above == WATCHWORD else len(above) * 4 // 5 or 22) if one is None else line(cell, *one)
        above = one[0] if one else ""
    first = cell.paragraphs[0]._element
    if len(cell.paragraphs) > 1 and not cell.paragraphs[0].text:
        first.getparent().remove(first)


LEFT: tuple[Line | None, ...] = (("SỞ NỘI VỤ", 13, ""), ("BAN THI ĐUA - KHEN THƯỞNG", 13, "b"), None)
RIGHT: tuple[Line | None, ...] = ((MOTTO, 13, "b"), (WATCHWORD, 14, "b"), None)


def head(document: Word, number: str, day: str = DAY, left: Iterable[Line | None] = LEFT) -> None:
    """A head in a table of one row."""
    table = document.add_table(1, 2)
    filled(table.cell(0, 0), *left, (number, 13, ""))
    filled(table.cell(0, 1), *RIGHT, *([(day, 14, "i")] if day else []))


def title(document: Word, kind: str, about: str) -> None:
    """Type and abstract over their line."""
    line(document, kind, 14, "b").paragraph_format.space_before = Pt(12)
    if about:
        line(document, about, 14, "b")
        ruled(document)


def foot(document: Word, recipients: Iterable[str], *signing: str) -> None:
    """Recipients on the left, the signature on the right, in a table; the last one signs."""
    table = document.add_table(1, 2)
    left, right = table.rows[0].cells
    line(left, "Nơi nhận:", 12, "bi", "l")
    for one in recipients:
        line(left, one, 11, "", "l")
    for one in signing[:-1]:
        line(right, one, 14, "b")
    for _ in range(4):
        line(right, "")
    line(right, signing[-1], 14, "b")
    for cell in (left, right):
        cell._element.remove(cell.paragraphs[0]._element)


# --- the papers -----------------------------------------------------------------------------------


def tabbed() -> Word:
    """Head and foot by tab stops that centre, signed for the head of the office."""
    document = fresh()
    parts: tuple[tuple[Line, Line], ...] = (
        (("UBND TỈNH NAM ĐỊNH", 13, ""), (MOTTO, 13, "b")),
        (("SỞ NỘI VỤ", 13, "b"), (WATCHWORD, 14, "b")),
        (("________", 8, ""), ("__________________", 8, "")),
        (("Số: 07/BC-SNV", 13, ""), (DAY, 14, "i")),
    )
    for sides in parts:
        beside(document, *sides)
    title(document, "BÁO CÁO", "Kết quả phong trào thi đua năm 2023")
    text(document, "Thực hiện kế hoạch công tác, Sở Nội vụ báo cáo như sau:")
    text(document, "1. Các phong trào thi đua", "b")
    text(document, "Phong trào thi đua được các đơn vị hưởng ứng tích cực, thiết thực.")
    text(document, "Trên đây là báo cáo của Sở Nội vụ./.")
    beside(document, ("Nơi nhận:", 12, "bi"), ("KT. GIÁM ĐỐC", 14, "b"))
    beside(document, ("- UBND tỉnh (để báo cáo);", 11, ""), ("PHÓ GIÁM ĐỐC", 14, "b"))
    beside(document, ("- Các phòng, đơn vị trực thuộc;", 11, ""), ("", 14, ""))
    beside(document, ("- Lưu: VT, TĐKT.", 11, ""), ("", 14, ""))
    line(document, "PL.(30)", 11, "", "l")
    for _ in range(2):
        line(document, "")
    beside(document, ("", 14, ""), ("Trần Thị Mai Hoa", 14, "b"))
    return document


def beside(document: Word, *parts: Line) -> Paragraph:
    """Two texts, each centred under its own tab stop."""
    paragraph = line(document, "", side="l")
    for (words, size, look), at in zip(parts, (3.5, 12), strict=True):
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(at), WD_TAB_ALIGNMENT.CENTER)
        lettered(paragraph, "\t", 13)
        if words:
            lettered(paragraph, words, size, look)
    return paragraph


def merged() -> Word:
    """A head of five rows: the drawn lines in rows of their own, the left cells of the last two merged."""
    document = fresh()
    table = document.add_table(5, 3)
    rows: tuple[tuple[Line | None, Line | None], ...] = (
        (("UBND TỈNH NAM ĐỊNH", 12, ""), (MOTTO, 12, "b")),
        (("SỞ GIÁO DỤC VÀ ĐÀO TẠO", 12, "b"), (WATCHWORD, 13, "b")),
        (None, None),
        (("Số: 112/KH-SGDĐT", 13, ""), (DAY, 13, "i")),
    )
    for number, (left, right) in enumerate(rows):
        cell = table.cell(number, 1).merge(table.cell(number, 2))
        filled(table.cell(number, 0), left)
        filled(cell, right)
    table.cell(3, 0).merge(table.cell(4, 0))
    title(document, "KẾ HOẠCH", "Tổ chức phong trào thi đua năm học 2023 - 2024")
    text(document, "I. MỤC ĐÍCH, YÊU CẦU", "b", 1)
    text(document, "Nâng cao chất lượng các phong trào thi đua trong toàn ngành./.", indent=1)
    foot(document, ("- Các phòng GDĐT;", "- Lưu: VT, VP (05)."), "Q. GIÁM ĐỐC", "Nguyễn Xuân Hồng")
    return document


def second_row() -> Word:
    """Number and date stand in a second row of the head, one row of each side."""
    document = fresh()
    table = document.add_table(2, 2)
    filled(table.cell(0, 0), *LEFT)
    filled(table.cell(0, 1), *RIGHT)
    filled(table.cell(1, 0), ("Số:       /TB-BTĐKT", 13, ""))
    filled(table.cell(1, 1), ("Nam Định, ngày     tháng 02 năm 2024", 13, "i"))
    title(document, "THÔNG BÁO", "Kết quả chấm điểm thi đua năm 2023")
    text(document, "Ban Thi đua - Khen thưởng thông báo kết quả chấm điểm thi đua của các đơn vị./.")
    foot(document, ("- Các đơn vị trong Cụm;", "- Lưu: VT."), "TRƯỞNG BAN", "Lê Văn Trưởng")
    return document


def on_normal() -> Word:
    """Every look on the runs; the defaults of the file say Calibri 11 by its theme and are overridden."""
    document = page(Document())
    head(document, "Số: 15/CTr-BTĐKT")
    title(document, "CHƯƠNG TRÌNH", "Công tác thi đua, khen thưởng năm 2024")
    text(document, "1. Tham mưu ban hành văn bản chỉ đạo phong trào thi đua.", indent=1)
    text(document, "2. Kiểm tra việc thực hiện ở các đơn vị./.", indent=1)
    foot(document, ("- Ban Giám đốc Sở;", "- Lưu: VT, TĐ."), "TL. GIÁM ĐỐC", "TRƯỞNG BAN", "Đỗ Quang Huy")
    return document


def listed() -> Word:
    """Headings numbered by lists of Word: the numbers are not in the text."""
    document = fresh()
    head(document, "Số: 03/PA-BTĐKT")
    title(document, "PHƯƠNG ÁN", "Phát động thi đua chào mừng ngày thành lập ngành")
    for words, look in (("MỤC ĐÍCH", "b"), ("Nâng cao chất lượng công tác.", ""), ("NỘI DUNG", "b"),
                        ("Các đơn vị phát động thi đua theo từng đợt.", "")):  # fmt: skip
        paragraph = text(document, words, look)
        if look:
            paragraph.style = document.styles["List Number"]
            paragraph.paragraph_format.first_line_indent = None
    text(document, "Yêu cầu các đơn vị triển khai thực hiện./.")
    foot(document, ("- Các đơn vị;", "- Lưu: VT."), "TRƯỞNG BAN", "Phạm Thị Lan")
    return document


def letter() -> Word:
    """A công văn to three addressees, the address of the office at the foot of page 1."""
    document = fresh()
    head(document, "Số: 120/BTĐKT-NV")
    left = document.tables[0].cell(0, 0)
    line(left, "V/v đề nghị gửi báo cáo\nthi đua năm 2023", 12).paragraph_format.space_before = Pt(6)
    line(document, "")
    to = line(document, "Kính gửi:", 14, "", "l")
    to.paragraph_format.left_indent = Cm(2.5)
    for one in ("- Các sở, ban, ngành cấp tỉnh;", "- UBND các huyện, thành phố;", "- Các doanh nghiệp nhà nước."):
        line(document, one, 14, "", "l").paragraph_format.left_indent = Cm(4.5)
    text(document, "Để tổng hợp kết quả, đề nghị các đơn vị gửi báo cáo trước ngày 15 tháng 02 năm 2024.")
    text(document, "Địa chỉ: Phòng Nghiệp vụ, Ban Thi đua - Khen thưởng; điện thoại: 0228 3888888./.")
    foot(document, ("- Như trên;", "- Lưu: VT, NV."), "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Vũ Thị Thu Hà")
    footer = document.sections[0].first_page_footer.paragraphs[0]
    footer.alignment = SIDES["c"]
    lettered(footer, "Địa chỉ: Số 1 đường Trần Phú, thành phố Nam Định; ĐT: 0228 3888888", 11)
    return document


def decision() -> Word:
    """A quyết định: who decides, basis upon basis, articles, recipients of an article."""
    document = fresh()
    head(document, "Số: 45/QĐ-SNV", left=(("UBND TỈNH NAM ĐỊNH", 13, ""), ("SỞ NỘI VỤ", 13, "b"), None))
    title(document, "QUYẾT ĐỊNH", "Về việc tặng Giấy khen năm 2023")
    line(document, "GIÁM ĐỐC SỞ NỘI VỤ", 14, "b").paragraph_format.space_before = Pt(12)
    for basis in ("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
                  "Căn cứ Quyết định số 20/2022/QĐ-UBND ngày 10 tháng 10 năm 2022 của Ủy ban nhân dân tỉnh;",
                  "Theo đề nghị của Trưởng Ban Thi đua - Khen thưởng."):  # fmt: skip
        text(document, basis, "i")
    line(document, "QUYẾT ĐỊNH:", 14, "b").paragraph_format.space_before = Pt(6)
    articles = ("Tặng Giấy khen cho 05 tập thể.", "Quyết định này có hiệu lực từ ngày ký.",
                "Chánh Văn phòng và các tập thể có tên chịu trách nhiệm thi hành./.")  # fmt: skip
    for number, words in enumerate(articles, 1):
        lettered(text(document, f"Điều {number}. ", "b"), words, 14)
    foot(document, ("- Như Điều 3;", "- UBND tỉnh (để báo cáo);", "- Lưu: VT, TĐKT."), "GIÁM ĐỐC", "Hoàng Đức Trọng")
    return document


def minutes() -> Word:
    """Mẫu 1.9: no place and date, who wrote and who led side by side, recipients below them."""
    document = fresh()
    head(document, "Số: 02/BB-HĐTĐ", day="")
    title(document, "BIÊN BẢN", "Họp xét thi đua năm 2023")
    for words in ("Thời gian bắt đầu: 8 giờ 00, ngày 05 tháng 02 năm 2024.", "Địa điểm: Phòng họp số 1.",
                  "Thành phần tham dự: 09 thành viên Hội đồng.", "Chủ trì (chủ tọa): ông Nguyễn Văn An.",
                  "Nội dung: bình xét danh hiệu thi đua.",
                  "Cuộc họp kết thúc vào 11 giờ 30, ngày 05 tháng 02 năm 2024./."):  # fmt: skip
        text(document, words)
    table = document.add_table(4, 3)
    filled(table.cell(0, 0), ("THƯ KÝ", 14, "b"))
    filled(table.cell(0, 2), ("CHỦ TỌA", 14, "b"))
    for row in (1, 2):
        filled(table.cell(row, 0), ("(Chữ ký)" if row == 1 else "Lê Thị Bình", 13, "i" if row == 1 else "b"))
        filled(table.cell(row, 2), ("(Chữ ký)" if row == 1 else "Nguyễn Văn An", 13, "i" if row == 1 else "b"))
    left = table.cell(3, 0)
    line(left, "Nơi nhận:", 12, "bi", "l")
    for one in ("- Thành viên Hội đồng;", "- Lưu: VT, Hồ sơ."):
        line(left, one, 11, "", "l")
    return document


def broken() -> Word:
    """The whole left of the head is one paragraph with line breaks, and so is the right."""
    document = fresh()
    table = document.add_table(1, 2)
    sides: tuple[tuple[Line, ...], ...] = (
        (("HỘI NÔNG DÂN TỈNH", 13, ""), ("CỤM THI ĐUA SỐ 2", 13, "b"), ("_______", 8, ""), ("Số: 04/GM-CTĐ2", 13, "")),
        ((MOTTO, 13, "b"), (WATCHWORD, 14, "b"), ("______________", 8, ""), (DAY, 14, "i")),
    )
    for cell, lines in zip(table.rows[0].cells, sides, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.alignment = SIDES["c"]
        for number, one in enumerate(lines):
            lettered(paragraph, "\n" if number else "", 13)
            lettered(paragraph, *one)
    title(document, "GIẤY MỜI", "Dự hội nghị tổng kết Cụm thi đua số 2")
    text(document, "Cụm thi đua số 2 trân trọng kính mời đại diện lãnh đạo các đơn vị tới dự hội nghị.")
    text(document, "Thời gian: 8 giờ 00, ngày 20 tháng 02 năm 2024./.")
    foot(document, ("- Các đơn vị thành viên;", "- Lưu: VT."), "TM. CỤM THI ĐUA", "CỤM TRƯỞNG", "Ngô Thị Hạnh")
    return document


HANDS: tuple[Callable[[], Word], ...] = (
    tabbed, merged, second_row, on_normal, listed, letter, decision, minutes, broken,
)  # fmt: skip
