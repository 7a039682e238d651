"""Decree 30/2020/NĐ-CP as data: the official page, its parts and its wordings, each with its article.

Lengths are twentieths of a point (567 to the centimetre), sizes of letters half points, as Word stores them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Certainty = Literal["CONFIRMED", "CONFIRMED-2nd", "RECALLED", "LOCAL"]
"""Read in the legal text; told by another; known from elsewhere; a custom of offices that the text does not hold."""

ABBREVIATIONS = {"report": "BC", "proposal": "TTr", "minutes": "BB", "notice": "TB"}
"""Abbreviations of document types: Phụ lục III, Mục I. A pledge is none of the 29 types and has no number."""

DATED = ("report", "proposal", "pledge", "notice", "score table")
"""Papers with place and date in the head: Mẫu 1.4; minutes (Mẫu 1.9) have none."""

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
COPIES = (DocumentType("Bản sao y", "SY"), DocumentType("Bản trích sao", "TrS"), DocumentType("Bản sao lục", "SL"))


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
        ("TT30-00", "Văn bản của Đảng theo quy định riêng, không kiểm tra theo Nghị định 30", "Điều 2"),
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
        ("TT30-20", f"Có Quốc hiệu “{MOTTO}”", f"{_II}.1a"),
        ("TT30-21", f"Tiêu ngữ “{WATCHWORD}”, gạch nối có cách chữ", f"{_II}.1b"),
        ("TT30-22", f"Số, ký hiệu dạng “{NUMBER.example}”", NUMBER.article),
        ("TT30-23", f"Địa danh, thời gian dạng “{DATE.example}”", DATE.article),
        ("TT30-24", "Chữ viết tắt trong ký hiệu đúng tên loại văn bản", _SHORT),
        ("TT30-25", PADDED_MONTH.name, PADDED_MONTH.article, PADDED_MONTH.certainty),
        ("TT30-30", INDENT.name, INDENT.article),
        ("TT30-31", GAP.name, GAP.article),
        ("TT30-32", LINES.name, LINES.article),
        ("TT30-33", "Nội dung kết thúc bằng “./.”", END.article),
        ("TT30-34", "Mỗi căn cứ một dòng, cuối dòng “;”, dòng cuối “.”", f"{_II}.6a"),
        ("TT30-40", "Quyền hạn ký ghi TM., Q., KT., TL., TUQ.", CAPACITY.article),
        ("TT30-41", NO_TITLE.name, NO_TITLE.article),
        ("TT30-42", "“Kính gửi:” một nơi thì cùng dòng; nhiều nơi thì gạch đầu dòng, “;”, cuối cùng “.”", f"{_II}.9"),
        ("TT30-43", "“Nơi nhận:” có gạch đầu dòng, cuối dòng “;”", f"{_II}.9"),
        ("TT30-44", "Dòng cuối nơi nhận dạng “- Lưu: VT, ….”", FILED.article),
        ("TT30-45", "Có “Kính gửi” thì nơi nhận đầu tiên là “- Như trên;”", f"{_II}.9"),
        ("TT30-50", "Từ hai phụ lục trở lên đánh số La Mã", f"{_III}.1a"),
        ("TT30-51", "Trong văn bản có chỉ dẫn về phụ lục", f"{_III}.1a"),
        ("TT30-60", "Giữa hai chữ chỉ một dấu cách", _TEXT, "LOCAL"),
        ("TT30-61", "Bộ mã Unicode dựng sẵn TCVN 6909:2001", _TEXT),
        ("TT30-62", "Không dùng chữ giống chữ tiếng Việt (Ð, ƣ, chữ Kirin, Hy Lạp)", _TEXT),
        ("TT30-63", "Một kiểu dấu ngoặc kép trong cả văn bản", _TEXT, "LOCAL"),
        ("TT30-64", "Ngày tháng có thật", f"{_II}.4b"),
        ("TT30-65", "Văn bản viện dẫn không ban hành sau văn bản này", f"{_II}.6a", "LOCAL"),
    )
)  # fmt: skip
"""What is checked; the sayings of these codes are the sentences."""
