"""The rules of words: each with papers that break it and nothing else, and with what an office may rightly write."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pytest
from docx import Document
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt, Twips
from papers import YEAR_9, Run
from test_format import CENTER, at, by_hand, every, look, removed, saved, with_annexes, write, write_tabbed

from pipeline.decree30.check import check
from pipeline.decree30.format import CAPITAL_FORMS, CAPITALS
from pipeline.law.basis import REGISTER
from pipeline.office import package
from pipeline.problems import Finding

DAY = "Hà Nam, ngày 05 tháng 02 năm 2022"
LAW, PLAN = "Căn cứ Luật", "Căn cứ Kế hoạch"


def paper(*lines: str, day: str = DAY, basis: str = "") -> Word:
    """A paper of another hand with these lines in its text, its day, and its first basis."""
    document = by_hand()
    write_tabbed(at(document, "\tSố: 12"), {DAY: day})
    if basis:
        write(at(document, LAW), basis)
    end = at(document, "\tKính trình")
    for line in lines:
        text = end.insert_paragraph_before("", "Loi van")
        text.add_run(line.removeprefix("**")).bold = line.startswith("**")
    return document


def findings(document: Word) -> list[Finding]:
    return [mark.finding for mark in check(package.read(saved(document)), "van-ban.docx", REGISTER)]


def told(document: Word) -> list[tuple[str, str, str]]:
    """Code, what is allowed and where, for each finding."""
    return [(finding.code, finding.expected, finding.text) for finding in findings(document)]


@dataclass(frozen=True)
class Case:
    """Lines that break one rule at the paragraph that begins so, and what should stand there."""

    code: str
    lines: Sequence[str]
    start: str
    allowed: str = ""
    found: str = ""
    day: str = DAY
    basis: str = ""


def case(code: str, *lines: str, start: str = "", **words: str) -> Case:
    return Case(code, lines, start or (lines[-1] if lines else words["basis"]), **words)


OLD, NEW = "Công tác hòa giải được quan tâm.", "Phát huy văn nghệ, khoẻ và vui."
FIVE = ("- Sở A;", "- Sở B;", "- Sở C;", "- Sở D;", "- Sở E.")
TASKS = ("1. Rà soát văn bản.", "2. Tổ chức hội nghị.", "3. Chấm điểm, bình xét và suy tôn.")
DATED_LATE = "Hà Nam, ngày 05 tháng 02 năm 2024"
CASES = (
    # mixed tone placement
    case("TT30-55", OLD, OLD, NEW, allowed="khỏe", found="“khoẻ”"),
    case("TT30-55", NEW, NEW, OLD, allowed="hoà", found="“hòa”"),
    case("TT30-55", "Việc này do tòa xét, toà xử.", allowed="tòa"),
    case("TT30-55", "Xây dựng thế trận thủy lợi.", "Công tác thuỷ lợi tốt.", allowed="thủy"),
    case("TT30-55", "Họp tại Thanh Hóa.", "Gửi về tỉnh Thanh Hoá.", allowed="Hóa", found="“Hoá”"),
    case("TT30-55", "Gửi Ủy ban nhân dân xã.", "Gửi Uỷ ban nhân dân huyện.", allowed="Ủy"),
    case("TT30-55", "Báo cáo Tỉnh ủy.", "Theo chỉ đạo của Tỉnh uỷ.", allowed="ủy"),
    # look-alike letters and hidden signs
    case("TT30-62", "Ðảng ủy cơ quan.", found="Ð → Đ"),
    case("TT30-62", "Lao ðộng giỏi.", found="ð → đ"),
    case("TT30-62", "Khen thƣởng kịp thời.", found="ƣ → ư"),
    case("TT30-62", "Ƣu điểm rõ.", found="Ƣ → Ư"),
    case("TT30-62", "Bản giaо ước.", found="“giaо”"),
    case("TT30-62", "Thi đυa lập công, thi đuа giỏi.", found="“đuа”"),
    case("TT30-62", "Quân nhân Νguyễn Văn B.", found="“Νguyễn”"),
    case("TT30-62", "Công ty СОМ thực hiện tốt.", found="“СОМ”"),
    case("TT30-62", "Tổ а đạt giải.", found="“а”"),
    case("TT30-62", "Đạt １２ giải.", found="“１２”"),
    case("TT30-62", "Xã Ａ đạt chuẩn.", found="“Ａ”"),
    case("TT30-67", "Việc nh\u00ad đã nêu.", found="“nh”"),
    case("TT30-67", "Có tr\u00adng bày hiện vật.", found="“trng”"),
    case("TT30-67", "Khen th\u00adởng kịp thời.", found="“thởng”"),
    case("TT30-67", "Khen th\u200bưởng kịp thời.", found="“thưởng”"),
    case("TT30-67", "Khen th\ufeffưởng kịp thời.", found="“thưởng”"),
    # dates
    case("TT30-26", "Ngày 5/02/2022, Ban họp.", allowed="05/02/2022", found="“5/02/2022”"),
    case("TT30-26", "Chiều ngày 05/2/2022, Ban họp.", allowed="05/02/2022"),
    case("TT30-26", "Chiều ngày 5/4/2021, Ban họp.", allowed="05/4/2021"),
    case("TT30-26", "Ngày 5 tháng 02 năm 2022, Ban họp.", allowed="05 tháng 02 năm 2022"),
    case("TT30-64", "Họp ngày 30/02/2022.", found="30/2/2022"),
    case("TT30-64", "Họp ngày 31 tháng 4 năm 2021.", found="31/4/2021"),
    case("TT30-64", "Từ 29/02/2021 đến nay.", found="29/2/2021"),
    case("TT30-65", "Theo Công văn số 15/UBND-NC ngày 05/3/2022.", found="05/3/2022", allowed="05/02/2022"),
    case("TT30-65", "Theo Công văn số 15/UBND-NC, ngày 15 tháng 3 năm 2022.", found="15/3/2022"),
    case("TT30-65", "Theo Kế hoạch số 07/KH-BTĐ ban hành ngày 06/02/2022.", found="06/02/2022"),
    # capital letters
    *(
        case("TT30-56", f"Nội dung {form.wrong} 12 tháng 02 năm 2021." if form.wrong.endswith("ngày")
             else f"Nội dung {form.wrong}.", allowed=form.right)
        for form in CAPITAL_FORMS
    ),
    # order
    case("TT30-35", "a) Một;", "b) Hai;", "c) Ba;", "d) Bốn;", "e) Năm.", start="e)", allowed="đ)", found="“e)”"),
    case("TT30-35", "a) Một.", "- Thêm.", "b) Hai.", "c) Ba.", "d) Bốn.", "e) Năm.", start="e)", allowed="đ)"),
    case("TT30-35", "a) Một;", "b) Hai;", "c) Ba;", "d) Bốn;", "đ) Năm;", "e) Sáu;", "f) Bảy.", start="f)",
         allowed="g)", found="“f)”"),
    case("TT30-35", *(f"{letter}) Việc;" for letter in "abcdđeghi"), "j) Việc.", start="j)", allowed="k)"),
    case("TT30-36", "**2. Thuận lợi", "Có thuận lợi.", "**4. Khó khăn", "Có khó khăn.", start="4. Khó", allowed="3.",
         found="“4.” đứng sau đề mục “2.”"),
    case("TT30-36", "**2. Thuận lợi", "Có thuận lợi.", "**2. Khó khăn", "Có khó khăn.", start="2. Khó", allowed="3."),
    case("TT30-36", "**I. ĐẶC ĐIỂM", "Có.", "**II. KẾT QUẢ", "Có.", "**IV. NHIỆM VỤ", "Có.", start="IV.",
         allowed="III."),
    case("TT30-36", "**I. ĐẶC ĐIỂM", "Có.", "**II. KẾT QUẢ", "Có.", "**II. NHIỆM VỤ", "Có.", start="II. NHIỆM",
         allowed="III."),
    # counts
    case("TT30-37", "Cụm gồm 04 đơn vị: Sở A; Sở B; Sở C.", allowed="03 mục", found="“04 đơn vị” nhưng liệt kê 03 mục"),
    case("TT30-37", "Cụm có 02 đơn vị thành viên, gồm: Sở Nội vụ; Sở Y tế; Sở Tư pháp. Sở Y tế là Cụm trưởng.",
         allowed="03 mục"),
    case("TT30-37", "Khen 02 tập thể, 03 cá nhân, gồm: Sở A; Sở B; ông C; bà D.", allowed="04 mục",
         found="“02 tập thể, 03 cá nhân”"),
    case("TT30-37", "Thực hiện 04 nội dung sau: (1) chấm điểm; (2) bình xét; (3) suy tôn.", allowed="03 mục"),
    case("TT30-37", "Cụm có 06 đơn vị thành viên, gồm:", *FIVE, start="Cụm có", allowed="05 mục"),
    case("TT30-37", "Năm 2022, Cụm thực hiện 04 nhiệm vụ trọng tâm sau:", *TASKS, start="Năm 2022", allowed="03 mục"),
    case("TT30-37", "Đề nghị tặng Bằng khen cho 02 tập thể (có danh sách), gồm:", "a) Sở A (96,5 điểm; xếp thứ Ba);",
         "b) Sở B;", "c) Sở C.", start="Đề nghị tặng", allowed="03 mục"),
    # a basis that is not in force
    case("TT30-66", basis="Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ;",
         day="Hà Nam, ngày 05 tháng 8 năm 2025", found="98/2023/NĐ-CP (hiệu lực từ 01/01/2024 đến 30/6/2025)"),
    case("TT30-66", basis="Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ;", day=DATED_LATE),
    case("TT30-66", basis="Căn cứ Nghị định 91/2017/NĐ-CP của Chính phủ;", day="Hà Nam, ngày    tháng    năm 2024"),
    case("TT30-66", basis="Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003;", day=DATED_LATE,
         found="Luật Thi đua, khen thưởng năm 2003"),
    case("TT30-66", basis="Căn cứ Luật Thi đua, khen thưởng năm 2003 (được sửa đổi năm 2005, 2013);", day=DATED_LATE),
    case("TT30-66", basis="Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15 tháng 6 năm 2022;",
         day="Hà Nam, ngày 05 tháng 12 năm 2023"),
    case("TT30-66", "Căn cứ Nghị định số 91/2017/NĐ-CP của Chính phủ, Ban xét 03 tập thể.", day=DATED_LATE,
         basis="Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"),
    case("TT30-66", basis="Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022; Nghị định số 91/2017/NĐ-CP "
         "ngày 31 tháng 7 năm 2017 của Chính phủ;", day=DATED_LATE),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code} {(case.basis or case.lines[-1])[:60]}")
def test_a_broken_rule_is_said_at_its_paragraph_and_nothing_else_is(case: Case) -> None:
    day = case.day
    basis = case.basis or ("" if day == DAY else "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;")
    found = findings(paper(*case.lines, day=day, basis=basis))
    assert [finding.code for finding in found] == [case.code], [str(finding) for finding in found]
    (finding,) = found
    assert finding.text.startswith(case.start[:20])
    assert case.found in finding.found
    assert case.allowed in (finding.expected, "")
    assert finding.place.startswith("đoạn")


IN_2024 = "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"
KEPT = (
    # names and quotes keep their tone marks; the same letters in one syllable only
    (OLD, "Đồng chí Nguyễn Thị Hoà, Lê Thuỷ dự họp."),
    (OLD, "Phong trào “Văn hoá, khoẻ đẹp” được hưởng ứng."),
    (OLD, "Tỉnh Hòa Bình; đồng chí Nguyễn Hoà Bình; đồng chí Lê Thanh Hoá ở tỉnh Thanh Hóa."),
    (
        "THANH HOÁ, UỶ BAN và Ủy ban nhân dân.",
        "Quý III, quả, quỳ, quỹ, thuở, ngoài, xoáy, khuỷu, toàn, hoàn, huýt sáo.",
        OLD,
    ),
    ("Công tác hòa giải, tòa án, thủy lợi, khỏe, khóa, xóa, ủy quyền, tùy, lũy kế, họa, hỏa hoạn, túy.",),
    ("Công tác hoà giải, toà án, thuỷ lợi, khoẻ, khoá, xoá, uỷ quyền, tuỳ, luỹ kế, hoạ, hoả hoạn, tuý.",),
    # words and signs of other scripts
    ("Góc α, bước sóng λ = 5 μm, điện trở 10 kΩ, σ2, Δt, 5 µm, β-caroten, π.", "Đại học МГУ (Москва), СССР, ТАСС."),
    ("Cuốn “Война и мир” của Л. Н. Толстой.", "Νίκος Καζαντζάκης.", "Công ty Ａ社 日本."),
    (
        "Tổ chức inter\u00adnational, Kom\u00admunikation.",
        "Trang\u200b tin thanhhoa.gov.\u200bvn/thi\u200bdua, thi\u2011đua.",
    ),
    # dates of history, of plans, of school years, numbers that look like dates
    (
        "Ngày 3/2/1930 và ngày 2 tháng 9 năm 1945; kỷ niệm 03/2/2022.",
        "Ngày 05/3/2020, ngày 12/4/2021, ngày 05/04/2021.",
    ),
    ("Sinh 5/2/1980; “ngày 5/2/2022”.", "Hợp đồng số 15/20/2021-HĐ; số 30/02/2021; ngày 29/02/2020; tỷ lệ 31/4."),
    ("Năm học 2022-2023; Kế hoạch số 03/KH-SNV tổ chức hội nghị ngày 20/12/2022.",),
    ("Theo Kế hoạch số 03/KH-SNV ngày 04/01/2022 về hội nghị ngày 20/12/2022, hoàn thành trước ngày 25/12/2022.",),
    ("Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 có hiệu lực từ ngày 01/10/2017; số 01/QĐ-X ngày 05/02/2022.",),
    (
        "Căn cứ Kế hoạch tổ chức Hội nghị ngày 20/12/2022, Ban họp.",
        "Căn cứ Biên bản họp chuẩn bị hội nghị ngày 20/12/2022, Ban họp.",
    ),
    # capital letters that are right
    tuple(f"Nội dung {form.right} 12 tháng 02 năm 2021." for form in CAPITAL_FORMS),
    (
        "Điều 5 của Luật. Khoản 2 Điều 5 nêu rõ. Có 05 điều cần làm, điều 1 là học tập.",
        "Các huân chương, huy chương, anh hùng lao động sản xuất.",
    ),
    ("Xếp hạng nhất, hạng nhì; lần thứ hai, ngày 12/4/2021; tháng ba năm ấy; trong tháng năm 2021.",),
    (
        "Quản lý nhà nước, ngân sách nhà nước, Ủy ban nhân dân, các cơ quan Đảng, nhà nước; nhân dân các xã.",
        "Các thành phố Hồ Chí Minh, Đà Nẵng; 05 thành phố Hồ Chí Minh, Cần Thơ.",
    ),
    ("Quy định chi tiết thi hành một số điều của Luật thi đua, khen thưởng.",),
    # order that is right, or cannot be known
    tuple(f"{letter}) Việc;" for letter in "abcdđeghiklmnopqrstuvxy"),
    ("d) Việc được trích;", "e) Việc được trích.", "a) Một;", "b) Hai.", "a) Một;", "b) Hai."),
    ("a) Một;", "b) Hai;", "c) Ba;", "d) Bốn.", "Điều 6. Việc khác.", "e) Năm."),
    ("**2. Thuận lợi", "1. Một việc.", "2. Hai việc.", "**3. Khó khăn", "Có."),
    ("**2. Thuận lợi", "Có.", "3. Khó khăn có nhiều.", "**4. Nguyên nhân", "Có."),
    ("**I. MỘT", "Có.", "**1. Một", "Có.", "**2. Hai", "Có.", "**II. HAI", "Có.", "**1. Một", "Có.", "**2. Hai", "Có."),
    ("**2. Hai", "Có.", "**1. Con", "Có.", "**2. Con", "Có.", "**2. Ba", "Có."),
    # counts that agree, or that cannot be counted for certain
    ("Cụm có 05 đơn vị thành viên, gồm:", *FIVE),
    ("Cụm thực hiện 03 nhiệm vụ trọng tâm sau:", *TASKS),
    (
        "Cụm gồm 03 đơn vị: Sở A; Sở B; Sở C.",
        "Cụm gồm 03 đơn vị: Sở A; Sở B và Sở C.",
        "Cụm gồm 02 đơn vị: Sở A; Sở B và C.",
    ),
    ("Khen 02 tập thể, 03 cá nhân, gồm: Sở A; Sở B; ông C; ông D; bà E.", "Cụm gồm 03 đơn vị: Sở A, Sở B, Sở C, D."),
    ("Cụm gồm 02 đơn vị: Sở A (Cụm trưởng; từ 2020); Sở B “một; hai”. Sở C; Sở D dự.",),
    (
        "Hội đồng gồm 05 thành viên, cụ thể như sau:",
        "- Chủ tịch: ông A;",
        "- Các ủy viên: ông B, ông C.",
    ),
    ("Cụm có 05 đơn vị thành viên, gồm:", "- Sở A, Sở B;", "- Sở C và Sở D;", "- Sở E."),
    ("Cụm có 05 đơn vị thành viên, gồm:", "- Khối Đảng có 02 đơn vị;", "- Khối sở có 03 đơn vị."),
    (
        "Khen 05 tập thể, gồm:",
        "1. Tặng Cờ cho 03 tập thể, gồm:",
        "a) Sở A;",
        "b) Sở B;",
        "c) Sở C.",
        "2. Tặng Bằng khen cho 02 tập thể, gồm:",
        "a) Sở D;",
        "b) Sở E.",
    ),
    ("Cụm thực hiện 03 nhiệm vụ sau:", "1. Rà soát.", "- Việc nhỏ.", "2. Tổ chức.", "3. Chấm điểm."),
    ("Cụm thực hiện 03 nhiệm vụ sau:", "- Rà soát;", "Việc nhỏ.", "- Tổ chức;", "- Chấm điểm."),
    (
        "Có 07/08 đơn vị gửi báo cáo, gồm: Sở A; Sở B.",
        "Trên 05 đơn vị, gồm: Sở A; Sở B.",
        "Trong 06 đơn vị, có: Sở A; Sở B.",
    ),
    ("Cụm có 08 đơn vị, trong đó 02 đơn vị mới, gồm: Sở A; Sở B.", "Có 03 tập thể thuộc 02 đơn vị, gồm: Sở A; Sở B."),
    (
        "Thực hiện 05 nội dung sau: một là, học tập; hai là, làm theo.",
        "Mỗi Cụm cử 03 đồng chí, gồm: Trưởng Cụm; Phó Cụm.",
    ),
    (
        "Gồm 03 đơn vị: TP. Hồ Chí Minh; TP. Hà Nội; Sở A.",
        "Có 03 phong trào, gồm: “Một; hai”; “Ba”; “Bốn”.",
        "Lúc 08: 05 phút, gồm: A; B.",
    ),
)


@pytest.mark.parametrize("lines", KEPT, ids=lambda lines: lines[-1][:60])
def test_what_an_office_may_rightly_write_is_not_said(lines: Sequence[str]) -> None:
    assert told(paper(*lines)) == []


BASES = (
    ("Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003;", "ngày 31 tháng 12 năm 2023"),
    ("Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003;", "ngày    tháng    năm 2023"),
    ("Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003;", "ngày    tháng    năm"),
    ("Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023;", "ngày    tháng    năm 2025"),
    ("Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023;", "ngày    tháng 6 năm 2025"),
    ("Căn cứ Thông tư số 01/2024/TT-BNV ngày 24 tháng 02 năm 2024 quy định biện pháp thi hành Luật Thi đua, khen "
     "thưởng và Nghị định số 98/2023/NĐ-CP;", "ngày 15 tháng 7 năm 2025"),
    ("Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 thay thế Nghị định số 98/2023/NĐ-CP;",
     "ngày 15 tháng 7 năm 2025"),
    ("Căn cứ Nghị định số 05/2024/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 91/2017/NĐ-CP;",
     "ngày 15 tháng 7 năm 2025"),
    ("Căn cứ kết quả giai đoạn trước thực hiện Nghị định số 91/2017/NĐ-CP;", "ngày 15 tháng 7 năm 2025"),
    ("Căn cứ Nghị định số 91/2017/NĐ-CP trong giai đoạn 2017-2023;", "ngày 15 tháng 7 năm 2025"),
    ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;", "ngày 15 tháng 7 năm 2025"),
    ("Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 16 tháng 11 năm 2013;",
     "ngày 15 tháng 7 năm 2022"),
    ("Căn cứ Luật Thi đua, khen thưởng;", "ngày 15 tháng 7 năm 2025"),
    ("Căn cứ Quyết định số 91/2017/QĐ-UBND ngày 31 tháng 7 năm 2017;", "ngày 15 tháng 7 năm 2025"),
)  # fmt: skip


@pytest.mark.parametrize(("basis", "day"), BASES)
def test_a_basis_that_may_be_in_force_is_not_said(basis: str, day: str) -> None:
    assert [one for one in told(paper(day=f"Hà Nam, {day}", basis=basis)) if one[0] == "TT30-66"] == []


def test_a_text_that_is_only_named_is_no_basis() -> None:
    lines = ("Trước đây Cụm thực hiện Nghị định số 91/2017/NĐ-CP.", "Nghị định số 91/2017/NĐ-CP đã được thay thế.")
    assert told(paper(*lines, day=DATED_LATE, basis=f"{IN_2024};")) == []


@dataclass(frozen=True)
class Recalled:
    """A text of which only memory tells when it ended."""

    kind: str = "Thông tư"
    number: str = "12/2019/TT-XYZ"
    abstract: str = ""
    day: date = date(2019, 11, 4)
    since: date = date(2020, 1, 1)
    until: date = date(2023, 12, 31)
    certainty: str = "RECALLED"


@pytest.mark.parametrize(("year", "codes"), [(2024, []), (2025, ["TT30-66"])])
def test_what_is_only_recalled_is_said_when_a_year_does_not_matter(year: int, codes: list[str]) -> None:
    document = paper(day=f"Hà Nam, ngày 05 tháng 02 năm {year}", basis="Căn cứ Thông tư số 12/2019/TT-XYZ;")
    marks = check(package.read(saved(document)), "van-ban.docx", [Recalled()])
    assert [mark.finding.code for mark in marks] == codes


def test_without_a_register_no_basis_is_said() -> None:
    document = paper(day=DATED_LATE)
    assert [mark.finding.code for mark in check(package.read(saved(document)), "van-ban.docx")] == []
    assert [code for code, _, _ in told(document)] == ["TT30-66"]


def test_a_paper_of_an_earlier_day_keeps_the_capitals_of_its_time() -> None:
    line = "Làm việc tại thành phố Hồ Chí Minh."
    write_day = "Hà Nam, ngày 04 tháng 3 năm 2020"
    document = paper(line, day=write_day)
    write(at(document, PLAN), "Căn cứ Kế hoạch số 03/KH-SNV ngày 04 tháng 01 năm 2020 của Sở Nội vụ.")
    assert told(document) == []
    assert [code for code, _, _ in told(paper(line))] == ["TT30-56"]


def test_every_form_of_capitals_belongs_to_a_rule_of_the_decree() -> None:
    assert {form.case for form in CAPITAL_FORMS} <= {rule.case for rule in CAPITALS}
    for form in CAPITAL_FORMS:
        assert re.search(form.sign, f" {form.wrong} 2021") and not re.search(form.pattern, form.right)


def test_names_of_one_list_are_said_once() -> None:
    points = ["a) Một;", "b) Hai;", "c) Ba;", "d) Bốn;", "e) Năm;", "f) Sáu;", "g) Bảy.", "Hết."]
    assert [code for code, _, _ in told(paper(*points, *points))] == ["TT30-35", "TT30-35"]


def counted(document: Word, count: int, signs: str, number: int, level: int = 0) -> None:
    """Lines of a list that Word counts."""
    numbering = document.part.numbering_part.element
    words = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    if not numbering.xpath(f"w:num[@w:numId='{number}']"):
        numbering.insert(0, parse_xml(
            f'<w:abstractNum {words} w:abstractNumId="{number}"><w:lvl w:ilvl="{level}"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{signs}"/><w:lvlText w:val="%{level + 1})"/></w:lvl></w:abstractNum>'
        ))  # fmt: skip
        numbering.append(parse_xml(
            f'<w:num {words} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        ))  # fmt: skip
    for _ in range(count):
        line = at(document, "\tKính trình").insert_paragraph_before("Một việc;", "Loi van")
        line._element.get_or_add_pPr().append(parse_xml(
            f'<w:numPr {words}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        ))  # fmt: skip


def test_a_list_that_word_counts_has_no_vietnamese_letters() -> None:
    """After d) Word goes on with e): such a list may have four points."""
    for count, signs, codes in ((4, "lowerLetter", []), (9, "lowerLetter", ["TT30-35"]), (9, "decimal", [])):
        document = by_hand()
        counted(document, count, signs, 77)
        assert [code for code, _, _ in told(document)] == codes


def test_points_that_word_counts_anew_are_lists_of_their_own() -> None:
    document = by_hand()
    for _ in range(2):
        counted(document, 1, "decimal", 78)
        counted(document, 4, "lowerLetter", 79, 1)
        counted(document, 1, "decimal", 79)
    assert told(document) == []


@pytest.mark.parametrize(
    ("said", "codes"), [("02 phụ lục", []), ("03 Phụ lục", ["TT30-38"]), ("01 phụ lục", ["TT30-38"])]
)
def test_the_annexes_are_as_many_as_the_paper_says(said: str, codes: list[str]) -> None:
    document = Document(io.BytesIO(with_annexes("Phụ lục I", "Phụ lục II")))
    write(at(document, "Có 03 tập thể"), f"Có 03 tập thể được đề nghị (có {said} kèm theo).")
    assert [code for code, _, _ in told(document)] == codes


def test_annexes_that_lie_elsewhere_are_not_counted() -> None:
    assert told(paper("Chi tiết tại 03 phụ lục kèm theo.")) == []


# --- place and date in the head -------------------------------------------------------------------


def undated(kind: str, symbol: str) -> Word:
    """A paper of a type without place and date in its head."""
    document = by_hand()
    line = at(document, "\tSố: 12")
    write_tabbed(line, {DAY: "", "Số: 12/TTr-BTĐ": f"Số: 12/{symbol}-BTĐ"})
    write(at(document, "TỜ TRÌNH"), kind)
    return document


def test_a_report_bears_place_and_date_and_minutes_need_not() -> None:
    assert [(code, text) for code, _, text in told(undated("BÁO CÁO", "BC"))] == [
        ("TT30-18", "SỞ NỘI VỤ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    ]
    assert [code for code, _, _ in told(undated("BIÊN BẢN", "BB"))] == []
    minutes = undated("BIÊN BẢN", "BB")
    write_tabbed(at(minutes, "\tSố: 12"), {"": DAY})
    assert [code for code, _, _ in told(minutes)] == []


@pytest.mark.parametrize("symbol", ["SY", "TrS", "SL"])
def test_the_number_of_a_copy_is_no_wrong_symbol(symbol: str) -> None:
    document = by_hand()
    write_tabbed(at(document, "\tSố: 12"), {"Số: 12/TTr-BTĐ": f"Số: 12/{symbol}-BTĐ"})
    assert told(document) == []


def test_a_paper_without_a_head_needs_no_date() -> None:
    document = by_hand()
    for start in ("\tSỞ", "\tBAN", "\t____", "\tSố"):
        removed(at(document, start))
    look(size=14)(document, at(document, "TỜ TRÌNH"))
    assert "TT30-18" not in [code for code, _, _ in told(document)]
    assert Pt(14) == at(document, "TỜ TRÌNH").runs[0].font.size


# --- the length of the drawn lines ----------------------------------------------------------------

WATCHWORD, ISSUER, ABSTRACT = "Đường kẻ tiêu ngữ", "Đường kẻ cơ quan", "Đường kẻ trích yếu"
LINES = {WATCHWORD: "Độc lập", ISSUER: "CỤM THI ĐUA", ABSTRACT: "Về việc"}
Line = Callable[[Word, str], None]
SHAPE = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:drawing>'
    '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="{length}" cy="0"/></wp:inline></w:drawing></w:r>'
)
OLD_SHAPE = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:pict>'
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="position:absolute;width:{length}pt;height:.05pt"/>'
    "</w:pict></w:r>"
)


def lines(document: Word, style: str) -> list[int]:
    """The places of the paragraphs of a style."""
    return [place for place, one in enumerate(every(document)) if one.style and one.style.name == style]


def bordered(*indents: int) -> Line:
    """A border with these indents on both sides."""

    def draw(document: Word, style: str) -> None:
        line = list(every(document))[lines(document, style)[0]]
        line.paragraph_format.left_indent, line.paragraph_format.right_indent = (Twips(one) for one in indents)

    return draw


def unbordered(document: Word, style: str) -> None:
    line = list(every(document))[lines(document, style)[0]]
    line.style = document.styles["Normal"]


def dashes(count: int, *, raised: bool | None = None) -> Line:
    """A row of dashes at 13 points; raised ones are printed smaller, as in the model forms of the decree."""

    def draw(document: Word, style: str) -> None:
        place = lines(document, style)[0]
        unbordered(document, style)
        line = list(every(document))[place]
        line.alignment = CENTER
        letters = line.add_run("_" * count).font
        letters.size, letters.superscript = Pt(13), raised

    return draw


def shape(length: int, form: str = SHAPE) -> Line:
    """A line that is drawn as a shape, so many points long."""

    def draw(document: Word, style: str) -> None:
        place = lines(document, style)[0]
        unbordered(document, style)
        emus = length * 12700 if form is SHAPE else length
        list(every(document))[place]._element.append(parse_xml(form.format(length=emus)))

    return draw


@pytest.fixture(scope="module")
def proposal(runs: Mapping[str, Run]) -> bytes:
    return runs[YEAR_9].paper("to-trinh").content


DRAWN: tuple[tuple[str, Line, str], ...] = (
    (WATCHWORD, bordered(1800, 1800), "54%"), (WATCHWORD, bordered(0, 0), "168%"),
    (ISSUER, bordered(400, 400), "127%"), (ISSUER, bordered(1723, 1723), ""), (ABSTRACT, bordered(0, 0), ""),
    (ABSTRACT, bordered(4300, 4300), ""), (ABSTRACT, dashes(40), ""), (ISSUER, dashes(16), ""),
    (WATCHWORD, dashes(12), ""), (ABSTRACT, shape(300), ""), (ABSTRACT, shape(20), ""), (ISSUER, shape(120), ""),
    (WATCHWORD, shape(80), ""), (ABSTRACT, shape(300, OLD_SHAPE), ""),
)  # fmt: skip


@pytest.mark.parametrize(("style", "draw", "found"), DRAWN)
def test_a_line_that_is_too_short_or_too_long_is_said(proposal: bytes, style: str, draw: Line, found: str) -> None:
    document = Document(io.BytesIO(proposal))
    draw(document, style)
    (finding,) = findings(document)
    assert (finding.code, finding.text.startswith(LINES[style]), found in finding.found) == ("TT30-17", True, True)
    assert finding.expected == ("bằng độ dài dòng chữ" if style == WATCHWORD else "từ 1/3 đến 1/2 độ dài dòng chữ")


PASSING: tuple[tuple[str, Line], ...] = (
    (WATCHWORD, bordered(1350, 1350)), (WATCHWORD, bordered(800, 800)), (WATCHWORD, dashes(24)),
    (WATCHWORD, dashes(41, raised=True)),
    (WATCHWORD, shape(150)), (ISSUER, bordered(1200, 1200)), (ISSUER, bordered(1450, 1450)), (ISSUER, dashes(8)),
    (ISSUER, shape(45)), (ABSTRACT, bordered(3700, 3700)), (ABSTRACT, dashes(16)), (ABSTRACT, shape(100)),
    (ABSTRACT, shape(140, OLD_SHAPE)),
)  # fmt: skip


@pytest.mark.parametrize(("style", "draw"), PASSING)
def test_a_line_of_about_the_right_length_is_not_said(proposal: bytes, style: str, draw: Line) -> None:
    document = Document(io.BytesIO(proposal))
    draw(document, style)
    assert told(document) == []


def test_a_line_in_a_cell_of_unknown_width_is_not_measured(proposal: bytes) -> None:
    document = Document(io.BytesIO(proposal))
    bordered(0, 0)(document, WATCHWORD)
    for width in document.element.body.iter(qn("w:tcW")):
        width.set(qn("w:type"), "auto")
    assert told(document) == []


def test_of_two_lines_drawn_at_one_place_neither_is_measured(proposal: bytes) -> None:
    """One of them may stand under the other name."""
    document = Document(io.BytesIO(proposal))
    shape(80)(document, WATCHWORD)
    watchword = at(document, "Độc lập")
    watchword._element.append(parse_xml(SHAPE.format(length=80 * 12700)))
    assert told(document) == []


def test_a_long_name_on_several_lines_may_have_a_line_of_any_of_them(proposal: bytes) -> None:
    document = Document(io.BytesIO(proposal))
    write(at(document, "CỤM THI ĐUA"), "KHỐI THI ĐUA CÁC CƠ QUAN THAM MƯU TỔNG HỢP VÀ NỘI CHÍNH TỈNH THANH HÓA")
    assert told(document) == []
