"""Decree 30/2020/NĐ-CP as data: the official page, its parts and its wordings, each with its article.

Lengths are twentieths of a point (567 to the centimetre), sizes of letters half points, as Word stores them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Certainty = Literal["CONFIRMED", "CONFIRMED-2nd", "RECALLED", "LOCAL"]
"""Read in the legal text; told by another; known from elsewhere; a custom of offices that the text does not hold."""

ABBREVIATIONS = {
    "report": "BC", "proposal": "TTr", "minutes": "BB", "conference": "BB", "tally": "BB", "notice": "TB",
    "merit report": "BC",
}  # fmt: skip
"""Abbreviations of document types: Phụ lục III, Mục I. A pledge is none of the 29 types and has no number."""

SELDOM_NUMBERED = ("tally",)
"""Papers that bear a number only where the office gives them one."""

ADDRESSED = ("report", "proposal")
"""Papers sent upward bear "Kính gửi": Phụ lục I, Phần I, Mục II.9a."""

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
WATCHWORD = "Độc lập - Tự do - Hạnh phúc"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
"""Stands over the papers of Party bodies, which follow rules of their own."""

_I, _II, _III = (f"Phụ lục I, Phần I, Mục {number}" for number in ("I", "II", "III"))
_LETTERS, _SHORT = "Phụ lục II", "Phụ lục III, Mục I"


@dataclass(frozen=True)
class PageRule:
    """What holds of every page: its name, the least and the most, the article."""

    name: str
    least: int
    most: int
    article: str
    certainty: Certainty = "CONFIRMED"


PAPER = PageRule("Khổ giấy A4 (210 mm x 297 mm)", 11906, 16838, f"{_I}.1")
"""Width and height of an upright page."""
ORIENTATION = PageRule("Trình bày theo chiều dài; theo chiều rộng khi có bảng, biểu", 0, 1, f"{_I}.2")
MARGINS = {
    "top": PageRule("Lề trên", 1134, 1417, f"{_I}.3"),
    "bottom": PageRule("Lề dưới", 1134, 1417, f"{_I}.3"),
    "left": PageRule("Lề trái", 1701, 1984, f"{_I}.3"),
    "right": PageRule("Lề phải", 850, 1134, f"{_I}.3"),
}
TOLERANCE = 28
"""Half a millimetre: the decree's own Word files go beyond its numbers by less."""
FONT = "Times New Roman"
BLACK = ("", "auto", "000000")
PAGE_NUMBER = PageRule("Số trang: cỡ 13 - 14, chữ đứng, giữa lề trên, từ trang 2", 26, 28, f"{_I}.7")


@dataclass(frozen=True)
class Component:
    """A part of the paper: its box (ô), sizes, style, case and side; None where the decree leaves it open."""

    name: str
    box: str
    sizes: tuple[int, int]
    bold: bool | None
    italic: bool | None
    capitals: bool | None
    align: str | None
    article: str
    certainty: Certainty = "CONFIRMED"
    underlined: bool = False


COMPONENTS = {
    "motto": Component("Quốc hiệu", "1", (24, 26), True, False, True, "center", f"{_II}.1a"),
    "watchword": Component("Tiêu ngữ", "1", (26, 28), True, False, False, "center", f"{_II}.1b"),
    "parent": Component("Cơ quan chủ quản", "2", (24, 26), False, False, True, "center", f"{_II}.2b"),
    "issuer": Component("Cơ quan ban hành", "2", (24, 26), True, False, True, "center", f"{_II}.2b"),
    "number": Component("Số, ký hiệu", "3", (26, 26), False, False, None, "center", f"{_II}.3c"),
    "place and date": Component("Địa danh, thời gian", "4", (26, 28), False, True, False, "center", f"{_II}.4c"),
    "type": Component("Tên loại", "5a", (26, 28), True, False, True, "center", f"{_II}.5b"),
    "abstract": Component("Trích yếu", "5a", (26, 28), True, False, False, "center", f"{_II}.5b"),
    "subject": Component("Trích yếu công văn", "5b", (24, 26), False, False, False, "center", f"{_II}.5b"),
    "basis": Component("Căn cứ", "6", (26, 28), None, True, False, "both", f"{_II}.6a"),
    "part": Component("Phần, Chương, Mục, Tiểu mục", "6", (26, 28), True, False, None, "center", f"{_II}.6đ"),
    "part title": Component("Tiêu đề phần, chương, mục", "6", (26, 28), True, False, True, "center", f"{_II}.6đ"),
    "article": Component("Điều", "6", (26, 28), None, False, False, None, f"{_II}.6đ"),
    "roman": Component("Đề mục I, II, III", "6", (26, 28), True, False, True, None, f"{_II}.6đ"),
    "clause": Component("Khoản có tiêu đề", "6", (26, 28), True, False, False, None, f"{_II}.6đ"),
    "body": Component("Nội dung", "6", (26, 28), None, False, False, "both", f"{_II}.6e"),
    "capacity": Component("Quyền hạn, chức vụ người ký", "7a", (26, 28), True, False, True, "center", f"{_II}.7đ"),
    "signer": Component("Họ tên người ký", "7b", (26, 28), True, False, False, "center", f"{_II}.7đ"),
    "seal": Component("Dấu, chữ ký số của cơ quan", "8", (0, 0), None, None, None, None, f"{_II}.8"),
    "addressee": Component("Kính gửi", "9a", (26, 28), False, False, False, None, f"{_II}.9"),
    "recipients": Component("Từ “Nơi nhận”", "9b", (24, 24), True, True, False, None, f"{_II}.9"),
    "recipient": Component("Danh sách nơi nhận", "9b", (22, 22), False, False, False, None, f"{_II}.9"),
    "secrecy": Component("Dấu chỉ độ mật", "10a", (26, 28), True, False, True, None, f"{_III}.2a"),
    "urgency": Component("Dấu chỉ mức độ khẩn", "10b", (26, 28), True, False, True, None, f"{_III}.2b"),
    "circulation": Component("Chỉ dẫn phạm vi lưu hành", "11", (26, 28), True, False, True, None, f"{_III}.2c"),
    "drafter": Component("Ký hiệu người soạn thảo", "12", (22, 22), False, False, True, None, f"{_III}.3"),
    "contact": Component("Địa chỉ, điện thoại, thư điện tử", "13", (22, 24), False, False, False, None, f"{_III}.4"),
    "copy": Component("Chữ ký số trên bản điện tử", "14", (20, 20), False, False, False, None, f"{_III}.1d"),
    "annex": Component("Phụ lục", "–", (28, 28), True, False, False, "center", f"{_III}.1b"),
    "annex title": Component("Tên phụ lục", "–", (26, 28), True, False, True, "center", f"{_III}.1b"),
    "attached": Component("Kèm theo văn bản", "–", (26, 28), None, True, False, "center", f"{_III}.1c"),
}
"""The components of the page, boxes 1 to 14 (Phụ lục I, Phần I, Mục IV) and the head of an annex."""


@dataclass(frozen=True)
class ParagraphRule:
    """A measure of the running text, least and most."""

    name: str
    least: int
    most: int
    article: str = f"{_II}.6e"
    certainty: Certainty = "CONFIRMED"


INDENT = ParagraphRule("Chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm", 567, 720)
GAP = ParagraphRule("Khoảng cách giữa các đoạn văn tối thiểu 6pt", 120, 0)
LINES = ParagraphRule("Khoảng cách dòng từ dòng đơn đến 1,5 lines", 240, 360)
SINGLE = 115
"""A single line of Times New Roman is this percentage of its letters."""


@dataclass(frozen=True)
class DocumentType:
    """One of the 29 types of administrative documents (Điều 7) with the abbreviation of its symbol."""

    name: str
    abbreviation: str
    article: str = _SHORT
    certainty: Certainty = "CONFIRMED"


TYPES = tuple(
    DocumentType(name, short)
    for name, short in (
        ("Nghị quyết", "NQ"), ("Quyết định", "QĐ"), ("Chỉ thị", "CT"), ("Quy chế", "QC"), ("Quy định", "QyĐ"),
        ("Thông cáo", "TC"), ("Thông báo", "TB"), ("Hướng dẫn", "HD"), ("Chương trình", "CTr"), ("Kế hoạch", "KH"),
        ("Phương án", "PA"), ("Đề án", "ĐA"), ("Dự án", "DA"), ("Báo cáo", "BC"), ("Biên bản", "BB"),
        ("Tờ trình", "TTr"), ("Hợp đồng", "HĐ"), ("Công văn", ""), ("Công điện", "CĐ"), ("Bản ghi nhớ", "BGN"),
        ("Bản thỏa thuận", "BTT"), ("Giấy ủy quyền", "GUQ"), ("Giấy mời", "GM"), ("Giấy giới thiệu", "GGT"),
        ("Giấy nghỉ phép", "GNP"), ("Phiếu gửi", "PG"), ("Phiếu chuyển", "PC"), ("Phiếu báo", "PB"),
        ("Thư công", ""),
    )
)  # fmt: skip
"""Công văn and Thư công have no abbreviation."""
DATED = frozenset(("NQ", "QĐ", "CT", "TB", "HD", "KH", "BC", "TTr", "CĐ", "GM"))
"""Types that always bear place and date in the head: Mẫu 1.1 to 1.7; minutes (Mẫu 1.9) need none."""


@dataclass(frozen=True)
class Wording:
    """How a number, a date or a line is written: a pattern and an example."""

    name: str
    pattern: str
    example: str
    article: str
    certainty: Certainty = "CONFIRMED"


OPEN = r"[\s.…_]*"
"""Room left for the hand."""
NUMBER = Wording(
    "Số, ký hiệu", rf"Số:(?:\s?(?:0[1-9]|[1-9]\d+[a-zđ]?)|{OPEN})/(?:[^\W_]|[&.…])+(?:-(?:[^\W_]|[&.…])+)*",
    "Số: 05/BC-CTĐ9", f"{_II}.3c",
)  # fmt: skip
DATE = Wording(
    "Địa danh, thời gian",
    rf"(?:[^\W\d_]|[.…])[^,]*,\s+ngày(?:\s(?:0[1-9]|[12]\d|3[01])\s|{OPEN})tháng(?:\s(?:0?[1-9]|1[0-2])\s|{OPEN})"
    rf"năm(?:\s20\d\d|{OPEN})",
    "Thanh Hóa, ngày 05 tháng 02 năm 2022", f"{_II}.4b, 4c",
)  # fmt: skip
UNPADDED_MONTH = Wording("Tháng 1, 2 có số 0 phía trước", r"tháng\s[12]\snăm", "tháng 02 năm 2022", f"{_II}.4b")
PADDED_MONTH = Wording("Tháng 3 đến 9 không thêm số 0", r"tháng\s0[3-9]\s", "tháng 4", f"{_II}.4b", "LOCAL")
CAPACITY = Wording("Quyền hạn ký", r"(?:TM|KT|TL|TUQ|Q)\.\s\S.*", "KT. GIÁM ĐỐC", f"{_II}.7b")
NO_TITLE = Wording(
    "Không ghi học hàm, học vị trước họ tên",
    r"(?:GS|PGS|TS|TSKH|ThS|Th\.S|CN|KS|BS|NGND|NGƯT|NSND|NSƯT|Tiến sĩ|Thạc sĩ|Nhà giáo)(?:\.|\s)", "Nguyễn Văn A",
    f"{_II}.7c",
)  # fmt: skip
FILED = Wording("Dòng lưu", r"-\s?Lưu:\s?VT(?:,\s?.+)?\.(?:\s?\S.{0,30})?", "- Lưu: VT, NV.", f"{_II}.9")
END = Wording("Kết thúc nội dung", r".*\./\.", "./.", "Phụ lục III, Mục II, Mẫu 1.4")


@dataclass(frozen=True)
class CapitalRule:
    """Where capital letters stand: the case, the rule, an example of the decree."""

    case: str
    rule: str
    example: str
    article: str = _LETTERS
    certainty: Certainty = "CONFIRMED"


CAPITALS = (
    CapitalRule("Tên cơ quan, tổ chức", "hoa chữ cái đầu của từ chỉ loại hình và chức năng, lĩnh vực",
                "Sở Tài chính, Hội đồng nhân dân tỉnh Sơn La"),
    CapitalRule("Đơn vị hành chính", "danh từ chung viết thường, tên riêng viết hoa", "tỉnh Nam Định"),
    CapitalRule("Đơn vị hành chính theo số, tên người, sự kiện", "hoa cả danh từ chung",
                "Quận 1, Phường Điện Biên Phủ"),
    CapitalRule("Trường hợp đặc biệt", "viết hoa", "Thủ đô Hà Nội, Thành phố Hồ Chí Minh"),
    CapitalRule("Huân chương, danh hiệu", "hoa âm tiết của tên riêng và từ chỉ thứ hạng",
                "Huân chương Sao vàng, hạng Nhất"),
    CapitalRule("Chức vụ, học vị", "hoa khi đi liền với tên người cụ thể", "Chủ tịch Quốc hội"),
    CapitalRule("Danh từ đặc biệt", "viết hoa", "Nhân dân, Nhà nước"),
    CapitalRule("Viện dẫn văn bản", "hoa tên loại và âm tiết đầu của tên; Phần, Chương, Mục, Điều viết hoa; "
                "khoản, điểm viết thường", "điểm a khoản 2 Điều 103"),
    CapitalRule("Thứ, tháng bằng chữ", "hoa", "thứ Hai, tháng Tám"),
)  # fmt: skip

CAPITALS_SINCE = date(2020, 3, 5)
"""Papers of an earlier day keep the capitals of their time."""


@dataclass(frozen=True)
class CapitalForm:
    """A form that is wrong for certain: `sign` finds quickly where it may be, `pattern` names what changes.

    The first letter of the group `hoa` becomes a capital, that of the group `thuong` a small letter.
    """

    case: str
    sign: str
    pattern: str
    wrong: str
    right: str


_CITED, _HONOUR, _TIME, _SPECIAL, _PLACE = (CAPITALS[number].case for number in (7, 4, 8, 6, 3))
_MEDALS = "Lao động|Độc lập|Quân công|Chiến công|Sao vàng|Hồ Chí Minh|Hữu nghị|Bảo vệ Tổ quốc|Đại đoàn kết|Dũng cảm"
_AT = "tại|theo|vào|và|hoặc|của|cứ"
CAPITAL_FORMS = tuple(
    CapitalForm(*row)
    for row in (
        (_CITED, r"điều \d", r"(?:[Kk]hoản \d+[a-zđ]?,? |[Tt]heo |[Tt]ại )(?P<hoa>điều) \d+", "khoản 2 điều 5",
         "khoản 2 Điều 5"),
        (_CITED, r"Khoản \d", rf"(?:{_AT}) (?P<thuong>Khoản) \d+[a-zđ]?,? [Đđ]iều \d+", "tại Khoản 2 Điều 5",
         "tại khoản 2 Điều 5"),
        (_CITED, r"Điểm [a-zđ]\b", rf"(?:{_AT}) (?P<thuong>Điểm) [a-zđ]\)?,? [Kk]hoản \d+", "theo Điểm a khoản 1",
         "theo điểm a khoản 1"),
        (_CITED, "chương [IVX]", r"(?:Điều \d+,? |[Mm]ục \d+,? |[Tt]heo |[Tt]ại )(?P<hoa>chương) [IVX]+\b",
         "Điều 5 chương II", "Điều 5 Chương II"),
        (_CITED, r"mục \d", r"Điều \d+,? (?P<hoa>mục) \d+", "Điều 5 mục 1", "Điều 5 Mục 1"),
        (_CITED, "Luật thi đua", r"(?:[Cc]ăn cứ|thực hiện|theo|quy định của) Luật (?P<hoa>thi) đua, khen thưởng",
         "theo Luật thi đua, khen thưởng", "theo Luật Thi đua, khen thưởng"),
        (_HONOUR, "hạng (?:nhất|nhì|ba)", r"[Hh]u(?:ân|y) chương [^.,;:()]{3,30}? hạng (?P<hoa>nhất|nhì|ba)\b",
         "Huân chương Lao động hạng nhất", "Huân chương Lao động hạng Nhất"),
        (_HONOUR, "huân chương [A-ZĐ]", rf"(?P<hoa>huân) chương (?:{_MEDALS})\b", "huân chương Lao động",
         "Huân chương Lao động"),
        (_HONOUR, "Huân chương [a-zđ]",
         r"Huân chương (?P<hoa>lao động|độc lập|quân công|chiến công|sao vàng|hữu nghị)\b",
         "Huân chương lao động", "Huân chương Lao động"),
        (_HONOUR, "Anh hùng l", r"Anh hùng (?P<hoa>lao động)\b(?! sản xuất)", "Anh hùng lao động",
         "Anh hùng Lao động"),
        (_HONOUR, "Anh hùng l", r"Anh hùng (?P<hoa>lực lượng) vũ trang", "Anh hùng lực lượng vũ trang",
         "Anh hùng Lực lượng vũ trang"),
        (_TIME, r" thứ \w+,? ngày", r"(?:[Ss]áng|[Cc]hiều|[Tt]ối|[Vv]ào) thứ (?P<hoa>hai|ba|tư|năm|sáu|bảy),? ngày",
         "chiều thứ hai, ngày", "chiều thứ Hai, ngày"),
        (_TIME, "háng (?:tám|mười)", r"[Cc]ách mạng [Tt]háng (?P<hoa>tám|mười)\b", "Cách mạng tháng tám",
         "Cách mạng tháng Tám"),
        (_TIME, r" tháng [^\W\d]+(?: [mh]\w+)? năm \d",
         r"(?:trong|vào|từ|đến|đầu|giữa|cuối) tháng (?P<hoa>một|hai|ba|tư|sáu|bảy|tám|chín|mười(?: một| hai)?|giêng|"
         r"chạp) năm \d{4}", "vào tháng tám năm 2021", "vào tháng Tám năm 2021"),
        (_PLACE, "thủ đô Hà Nội", "(?P<hoa>thủ) đô Hà Nội", "thủ đô Hà Nội", "Thủ đô Hà Nội"),
        (_PLACE, "thành phố Hồ Chí Minh", r"(?<![Cc]ác )(?<!hai )(?<!\d )(?P<hoa>thành) phố Hồ Chí Minh",
         "thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        (_SPECIAL, "Đảng(?:,| và) nhà nước", r"(?:của|do|ơn|với) Đảng(?:,| và) (?P<hoa>nhà) nước", "của Đảng, nhà nước",
         "của Đảng, Nhà nước"),
        (_SPECIAL, "Nhà nước và nhân dân",
         r"(?:của|do|ơn|với|trước) Đảng, Nhà nước và (?P<hoa>nhân) dân(?=[.,;:]|$| ta\b)",
         "của Đảng, Nhà nước và nhân dân", "của Đảng, Nhà nước và Nhân dân"),
    )
)  # fmt: skip
"""Only what no office may write; names and habits that differ from place to place are left alone."""

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The points of a clause: a, b, c, d, đ, e, g (Mục II.6đ); ă, â, ê, ô, ơ, ư may stand in their places too."""
NO_LETTERS = "fjwz"
ALIKE = frozenset("АВЕКМНОРСТУХІЈЅаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧον")
"""Cyrillic and Greek letters that look like ours."""


@dataclass(frozen=True)
class LineRule:
    """The line under a part: how long it is asked to be, what passes in hundredths of the text."""

    name: str
    asked: str
    least: int
    most: int
    article: str


_HALF = "từ 1/3 đến 1/2 độ dài dòng chữ"
DRAWN_LINES = {
    "watchword": LineRule("Tiêu ngữ", "bằng độ dài dòng chữ", 75, 130, f"{_II}.1b"),
    "issuer": LineRule("tên cơ quan ban hành", _HALF, 25, 70, f"{_II}.2b"),
    "abstract": LineRule("trích yếu", _HALF, 25, 70, f"{_II}.5b"),
}
"""What passes is wider than what is asked: a length is reckoned from the widths of letters, and the eye is lenient."""
WIDTHS = {
    250: " .,\u00a0", 278: "il/", 333: "tfj-;:()", 389: "sI", 444: "cerz", 500: "agovxyJ0123456789–_“”",
    556: "bdđhknpquS", 611: "PF", 667: "BELTZ", 722: "wACDĐNRUVXY", 778: "GHKOQ", 833: "m&", 944: "M", 1000: "W—",
}  # fmt: skip
"""Letters of Times New Roman in bold by their width, in thousandths of their size; marks add nothing, ơ and ư a little:
the width of a line is right to 3 in a hundred, that of upright letters to 8."""


@dataclass(frozen=True)
class Rule:
    """A rule that a Word file is checked against: its code among the sayings, what it asks, its article."""

    code: str
    says: str
    article: str
    certainty: Certainty = "CONFIRMED"


_EACH = f"{_II}, theo từng thành phần"
_TEXT = f"{_I}.4"
RULES = tuple(
    Rule(*row)
    for row in (
        ("TT30-00", "Văn bản của Đảng theo Hướng dẫn 05-HD/VPTW, chưa đối chiếu nguyên văn", "Điều 2", "CONFIRMED-2nd"),
        ("TT30-01", PAPER.name, PAPER.article),
        ("TT30-02", ORIENTATION.name, ORIENTATION.article),
        ("TT30-03", "Lề trên, dưới 20 - 25 mm; trái 30 - 35 mm; phải 15 - 20 mm", f"{_I}.3"),
        ("TT30-04", f"Phông chữ {FONT}", _TEXT),
        ("TT30-05", "Chữ màu đen", _TEXT),
        ("TT30-06", "Số trang đặt giữa lề trên", PAGE_NUMBER.article),
        ("TT30-07", "Không hiển thị số trang thứ nhất", PAGE_NUMBER.article),
        ("TT30-08", "Số trang cỡ chữ 13 - 14, chữ đứng", PAGE_NUMBER.article),
        ("TT30-09", "Số trang của phụ lục đánh riêng, từ 1", f"{_III}.1đ"),
        ("TT30-10", "Cỡ chữ của từng thành phần", _EACH),
        ("TT30-11", "Chữ đậm hay không đậm của từng thành phần", _EACH),
        ("TT30-12", "Chữ đứng hay nghiêng của từng thành phần", _EACH),
        ("TT30-13", "Chữ in hoa hay in thường của từng thành phần", _EACH),
        ("TT30-14", "Canh lề của từng thành phần", _EACH),
        ("TT30-15", "Đường kẻ ngang nét liền, không gạch chân chữ", f"{_II}.1b, 2b, 5b"),
        ("TT30-16", "Có đường kẻ dưới Tiêu ngữ, cơ quan ban hành, trích yếu", f"{_II}.1b, 2b, 5b"),
        ("TT30-17", "Đường kẻ dưới Tiêu ngữ dài bằng dòng chữ; dưới tên cơ quan ban hành, trích yếu từ 1/3 đến 1/2",
         f"{_II}.1b, 2b, 5b"),
        ("TT30-18", "Văn bản có tên loại ghi địa danh, thời gian ban hành ở đầu văn bản", f"{_II}.4c"),
        ("TT30-20", f"Có Quốc hiệu “{MOTTO}”", f"{_II}.1a"),
        ("TT30-21", f"Tiêu ngữ “{WATCHWORD}”, gạch nối có cách chữ", f"{_II}.1b"),
        ("TT30-22", f"Số, ký hiệu dạng “{NUMBER.example}”", NUMBER.article),
        ("TT30-23", f"Địa danh, thời gian dạng “{DATE.example}”", DATE.article),
        ("TT30-24", "Chữ viết tắt trong ký hiệu đúng tên loại văn bản", _SHORT),
        ("TT30-25", PADDED_MONTH.name, PADDED_MONTH.article, PADDED_MONTH.certainty),
        ("TT30-26", "Trong lời văn, ngày dưới 10 và tháng 1, 2 có số 0 phía trước", f"{_II}.4b", "LOCAL"),
        ("TT30-28", "Mỗi văn bản trong một tệp đánh số trang riêng, từ 1", PAGE_NUMBER.article),
        ("TT30-30", INDENT.name, INDENT.article),
        ("TT30-31", GAP.name, GAP.article),
        ("TT30-32", LINES.name, LINES.article),
        ("TT30-33", "Nội dung kết thúc bằng “./.”", END.article),
        ("TT30-34", "Mỗi căn cứ một dòng, cuối dòng “;”, dòng cuối “.”", f"{_II}.6a"),
        ("TT30-35", "Thứ tự các điểm theo bảng chữ cái tiếng Việt: a, b, c, d, đ, e, g", f"{_II}.6đ"),
        ("TT30-36", "Số thứ tự các đề mục liên tục", f"{_II}.6đ", "LOCAL"),
        ("TT30-37", "Số đếm trong câu bằng số mục được liệt kê", f"{_II}.6", "LOCAL"),
        ("TT30-38", "Số phụ lục nêu trong văn bản bằng số phụ lục kèm theo", f"{_III}.1a", "LOCAL"),
        ("TT30-40", "Quyền hạn ký ghi TM., Q., KT., TL., TUQ.", CAPACITY.article),
        ("TT30-41", NO_TITLE.name, NO_TITLE.article),
        ("TT30-42", "“Kính gửi:” một nơi thì cùng dòng; nhiều nơi thì gạch đầu dòng, “;”, cuối cùng “.”", f"{_II}.9"),
        ("TT30-43", "“Nơi nhận:” có gạch đầu dòng, cuối dòng “;”", f"{_II}.9"),
        ("TT30-44", "Dòng cuối nơi nhận dạng “- Lưu: VT, ….”", FILED.article),
        ("TT30-45", "Có “Kính gửi” thì nơi nhận đầu tiên là “- Như trên;”", f"{_II}.9"),
        ("TT30-50", "Từ hai phụ lục trở lên đánh số La Mã", f"{_III}.1a"),
        ("TT30-51", "Trong văn bản có chỉ dẫn về phụ lục", f"{_III}.1a"),
        ("TT30-55", "Một cách đặt dấu thanh trong cả văn bản (hòa hoặc hoà)", _TEXT, "LOCAL"),
        ("TT30-56", "Viết hoa theo Phụ lục II (những trường hợp chắc chắn)", _LETTERS),
        ("TT30-60", "Giữa hai chữ chỉ một dấu cách", _TEXT, "LOCAL"),
        ("TT30-61", "Bộ mã Unicode dựng sẵn TCVN 6909:2001", _TEXT),
        ("TT30-62", "Không dùng chữ giống chữ tiếng Việt (Ð, ƣ, chữ Kirin, Hy Lạp)", _TEXT),
        ("TT30-63", "Một kiểu dấu ngoặc kép trong cả văn bản", _TEXT, "LOCAL"),
        ("TT30-64", "Ngày tháng có thật", f"{_II}.4b"),
        ("TT30-65", "Văn bản viện dẫn không ban hành sau văn bản này", f"{_II}.6a", "LOCAL"),
        ("TT30-66", "Căn cứ có hiệu lực vào ngày của văn bản", f"{_II}.6a", "LOCAL"),
        ("TT30-67", "Trong chữ không có ký tự ẩn", _TEXT, "LOCAL"),
    )
)  # fmt: skip
"""What is checked; the sayings of these codes are the sentences."""
