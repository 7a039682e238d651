"""Papers of other offices keep the official format in their own way; one fault in each is found, alone."""

from __future__ import annotations

from collections.abc import Callable

import hands
import pytest
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from test_format import LEFT, at, every, findings, saved, told

from pipeline.decree30.reading import laid_out
from pipeline.decree30.roles import roles_of
from pipeline.office import package

Fault = Callable[[Word], object]


@pytest.mark.parametrize("hand", hands.HANDS, ids=lambda hand: hand.__name__)
def test_a_paper_of_another_office_keeps_every_rule(hand: Callable[[], Word]) -> None:
    assert [str(finding) for finding in findings(saved(hand()))] == []


@pytest.mark.parametrize("hand", hands.HANDS, ids=lambda hand: hand.__name__)
def test_head_and_foot_of_another_office_are_known_by_their_words(hand: Callable[[], Word]) -> None:
    """Who sits over whom, number, recipients, capacity and signer: none is left unread."""
    roles = roles_of(laid_out(package.read(saved(hand()))))
    found = [piece.role for piece in roles.pieces]
    assert {"parent", "issuer", "motto", "watchword", "number", "recipients", "recipient", "capacity"} <= set(found)
    assert [found.count(role) for role in ("motto", "watchword", "parent", "issuer", "number")] == [1, 1, 1, 1, 1]
    signers = [piece.text for piece in roles.of("signer")]
    assert len(signers) == (2 if hand is hands.minutes else 1)
    assert roles.body and all(paragraph.cell is None for paragraph in roles.body)


def letters(start: str, **look: object) -> Fault:
    """Other letters in the run that begins so."""

    def spoil(document: Word) -> None:
        run = next(run for line in every(document) for run in line.runs if run.text.startswith(start))
        for name, value in look.items():
            setattr(run.font, name, Pt(float(str(value))) if name == "size" else value)

    return spoil


def words(old: str, new: str) -> Fault:
    """Other words in a run."""

    def spoil(document: Word) -> None:
        run = next(run for line in every(document) for run in line.runs if old in run.text)
        run.text = run.text.replace(old, new)

    return spoil


def side(start: str, **place: object) -> Fault:
    """Another side or indent of a paragraph."""

    def spoil(document: Word) -> None:
        for name, value in place.items():
            setattr(at(document, start).paragraph_format, name, value)

    return spoil


FAULTS: tuple[tuple[Callable[[], Word], Fault, tuple[str, str]], ...] = (
    (hands.tabbed, letters("Độc lập", size=12), ("TT30-10", "Độc lập - Tự do - Hạnh p")),
    (hands.tabbed, words("SNV", "SNV - TĐ"), ("TT30-22", "Số: 07/BC-SNV - TĐ")),
    (hands.tabbed, letters("Trần Thị", bold=False), ("TT30-11", "Trần Thị Mai Hoa")),
    (hands.tabbed, letters("PL.", size=13), ("TT30-10", "PL.(30)")),
    (hands.tabbed, letters("- Các phòng", italic=True), ("TT30-12", "- Các phòng, đơn vị trực")),
    (hands.merged, letters("SỞ GIÁO", bold=False), ("TT30-11", "SỞ GIÁO DỤC VÀ ĐÀO TẠO")),
    (hands.merged, words("05 tháng", "5 tháng"), ("TT30-23", "Nam Định, ngày 5 tháng 0")),
    (hands.merged, words("Q. GIÁM", "Q.GIÁM"), ("TT30-40", "Q.GIÁM ĐỐC")),
    (hands.second_row, words("/TB", "/BC"), ("TT30-24", "Số: /BC-BTĐKT")),
    (hands.second_row, letters("Nam Định", italic=False), ("TT30-12", "Nam Định, ngày tháng 02 ")),
    (hands.on_normal, lambda document: lettered_anew(document, "2. Kiểm tra"), ("TT30-04", "2. Kiểm tra việc thực hi")),
    (hands.on_normal, side("1. Tham mưu", first_line_indent=Cm(2)), ("TT30-30", "1. Tham mưu ban hành văn")),
    (hands.listed, side("Các đơn vị phát", alignment=LEFT), ("TT30-14", "Các đơn vị phát động thi")),
    (hands.tabbed, side("Trên đây", space_before=Pt(0)), ("TT30-31", "Trên đây là báo cáo của ")),
    (hands.letter, words("thành phố;", "thành phố,"), ("TT30-42", "- UBND các huyện, thành ")),
    (hands.letter, words("- Như trên;", "- Văn phòng;"), ("TT30-45", "- Văn phòng;")),
    (hands.letter, letters("V/v", italic=True), ("TT30-12", "V/v đề nghị gửi báo cáo")),
    (hands.decision, words("2022;", "2022,"), ("TT30-34", "Căn cứ Luật Thi đua, khe")),
    (hands.decision, letters("Căn cứ Quyết", italic=False), ("TT30-12", "Căn cứ Quyết định số 20/")),
    (hands.decision, words("thi hành./.", "thi hành."), ("TT30-33", "Điều 3. Chánh Văn phòng ")),
    (hands.minutes, letters("Lê Thị", size=12), ("TT30-10", "Lê Thị Bình")),
    (hands.minutes, words("CHỦ TỌA", "Chủ tọa"), ("TT30-13", "Chủ tọa")),
    (hands.minutes, words("VT, Hồ sơ.", "VT, Hồ sơ;"), ("TT30-44", "- Lưu: VT, Hồ sơ;")),
    (hands.broken, letters("CỤM THI ĐUA SỐ 2", bold=False), ("TT30-11", "CỤM THI ĐUA SỐ 2")),
    (hands.broken, letters("Độc lập", underline=True), ("TT30-15", "Độc lập - Tự do - Hạnh p")),
    (hands.broken, words("- Tự do -", "– Tự do –"), ("TT30-21", "Độc lập – Tự do – Hạnh p")),
    (hands.broken, side("Thời gian", line_spacing=2.0), ("TT30-32", "Thời gian: 8 giờ 00, ngà")),
)


def lettered_anew(document: Word, start: str) -> None:
    """Letters that say no font: those of the defaults."""
    for run in at(document, start).runs:
        for fonts in run._element.iter(qn("w:rFonts")):
            fonts.attrib.clear()


@pytest.mark.parametrize(("hand", "spoil", "said"), FAULTS)
def test_one_fault_is_found_alone(hand: Callable[[], Word], spoil: Fault, said: tuple[str, str]) -> None:
    document = hand()
    spoil(document)
    assert told(saved(document)) == [said]


def test_the_address_of_the_office_is_checked_at_the_foot_of_page_1() -> None:
    document = hands.letter()
    document.sections[0].first_page_footer.paragraphs[0].runs[0].font.size = Pt(14)
    assert told(saved(document)) == [("TT30-10", "Địa chỉ: Số 1 đường Trần")]
    assert findings(saved(document))[0].place == "chân trang, đoạn 1"


# --- structures of the decree's own forms ---------------------------------------------------------


def form(kind: str, symbol: str) -> Word:
    """A form with notes above the line: its head and its title."""
    document = hands.fresh()
    head = (("TÊN CQ, TC CHỦ QUẢN", 13.0, ""), ("TÊN CƠ QUAN, TỔ CHỨC", 13.0, "b"), None)
    hands.head(document, f"Số:        /{symbol}-…3…", "....... 5 ......., ngày …… tháng …… năm ……", head)
    hands.title(document, kind, "......... 7 ........")
    return document


def dotted(document: Word, text: str, look: str = "") -> None:
    """A line that tabs with leaders fill."""
    hands.line(document, text, 14, look, "l").paragraph_format.space_before = Pt(6)


def foot_in_rows(document: Word) -> None:
    """Mẫu 1.6 to 1.8: the recipients are a row below their heading; notes are the last row."""
    table = document.add_table(4, 3)
    for row, column, lines in (
        (0, 0, [("Nơi nhận:", 12.0, "bi")]), (0, 2, [("QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", 14.0, "b")]),
        (1, 0, [("- ………;", 11.0, ""), ("- Lưu: VT, …9. …10.", 11.0, "")]),
        (1, 2, [("", 14.0, ""), ("(Chữ ký của người có thẩm quyền,", 13.0, "i"),
                ("dấu/chữ ký số của cơ quan, tổ chức (nếu có))5", 13.0, "i")]),
        (2, 2, [("", 14.0, ""), ("Họ và tên", 14.0, "b")]),
        (3, 0, [("Ghi chú:", 11.0, "bi"), ("1 Tên cơ quan, tổ chức chủ quản trực tiếp.", 11.0, "")]),
    ):  # fmt: skip
        hands.filled(table.cell(row, column), *lines)


def decree_form() -> Word:
    """A decision as the decree draws it: bases and articles of dots, its foot in rows."""
    document = form("QUYẾT ĐỊNH", "QĐ")
    hands.line(document, "THẨM QUYỀN BAN HÀNH6", 14, "b")
    dotted(document, "\tCăn cứ \t;", "i")
    dotted(document, "Căn cứ ......................................................7 ...............\t......;", "i")
    dotted(document, "Theo đề nghị của .......................................................", "i")
    dotted(document, "Điều ... ..............................................................................")
    dotted(document, "......................\t..................................................../.")
    foot_in_rows(document)
    return document


def test_a_form_of_the_decree_is_read_whole() -> None:
    roles = roles_of(laid_out(package.read(saved(decree_form()))))
    found = [piece.role for piece in roles.pieces]
    assert [found.count(role) for role in ("basis", "recipients", "recipient", "capacity", "signer")] == [3, 1, 2, 1, 1]
    assert told(saved(decree_form())) == []


def test_a_form_whose_signature_looks_wrong_is_said() -> None:
    document = decree_form()
    letters("Họ và tên", bold=False)(document)
    assert told(saved(document)) == [("TT30-11", "Họ và tên")]


def test_notes_on_the_time_of_a_signature_are_no_place_and_date() -> None:
    document = form("TÊN LOẠI VĂN BẢN", "BC")
    table = document.add_table(1, 1)
    note = "5 Thời gian ký số của cơ quan, tổ chức (ngày tháng năm; giờ phút giây; múi giờ Việt Nam)."
    hands.filled(table.cell(0, 0), ("Ghi chú:", 11, "bi"), (note, 11, ""))
    assert told(saved(document)) == []
