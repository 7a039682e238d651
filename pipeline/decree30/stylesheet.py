"""The styles of an official paper as one table, for the frames that are drawn; the stock templates have the same.

What the decree asks is taken from `format`; what it leaves open is chosen here, as is a size within its range.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pipeline.decree30.format import COMPONENTS, FONT, GAP, INDENT, LINES, MARGINS, PAGE_NUMBER, PAPER

SIZE = (PAPER.least, PAPER.most)
PAGE = {
    "top": MARGINS["top"].least, "right": MARGINS["right"].most, "bottom": MARGINS["bottom"].least,
    "left": MARGINS["left"].least, "header": 567, "footer": 567,
}  # fmt: skip
"""The margins of an upright page; the number stands 1 cm from its upper edge, as in the decree's own files."""
WIDTH = SIZE[0] - PAGE["left"] - PAGE["right"]
HEAD, FOOT, MINUTES = (3686, 5385), (4082, 4989), (4535, 4536)
"""The columns of the head, of the signature and of that of minutes, near those of Mẫu 1.4 and 1.9."""
BODY_LINES = 264
"""A line and a tenth."""
_ROOM = 1480
"""Room for a signature."""
_RULES = {"issuer": 1040, "watchword": 3181, "abstract": 2521}
"""How long the drawn lines are: under the issuer and the abstract 1/3 to 1/2 of the text, under the watchword all of
its letters at 13 points (Phụ lục I, Phần I, Mục II.1b, 2b, 5b)."""
_ADDRESSED, _DASH = 1418, 164
"""Where "Kính gửi" of several begins, how wide "- " is."""
_WIDER = 284
"""How far place and date go over their column, for "Thành phố Hồ Chí Minh, ngày … tháng … năm …" in one line."""


@dataclass(frozen=True)
class Look:
    """A style of paragraphs: letters in half points, lengths in twentieths of a point; `first` below 0 hangs.

    `joined` keeps it on the page of the next paragraph, `whole` its own lines together; `level` is that of a heading,
    `ruled` draws a line over it; a tab to the right is led there by dots.
    """

    name: str
    size: int
    align: str = "left"
    bold: bool = False
    italic: bool = False
    before: int = 0
    after: int = 0
    line: int = LINES.least
    exact: bool = False
    left: int = 0
    right: int = 0
    first: int = 0
    joined: bool = False
    whole: bool = False
    level: int | None = None
    ruled: bool = False
    tab: tuple[str, int] | None = None
    underlined: bool = False
    component: str = ""
    """The component whose rules it keeps, which other rules of form may change."""


def _part(name: str, component: str, large: bool = True, **more: Any) -> Look:
    """The look of a component, in the larger or the smaller of the sizes that the decree allows it."""
    asked = COMPONENTS[component]
    size, align = asked.sizes[large], asked.align or "left"
    return Look(name, size, align, bool(asked.bold), bool(asked.italic), component=component, **more)


def _small(name: str, component: str, **more: Any) -> Look:
    return _part(name, component, False, **more)


def _text(name: str, component: str = "body", before: int = GAP.least, **more: Any) -> Look:
    """Running text: its first line goes in, a gap is over it."""
    return _part(name, component, before=before, line=BODY_LINES, first=INDENT.most, **more)


def _cell(name: str, align: str = "left", bold: bool = False, joined: bool = False, size: int = 24) -> Look:
    return Look(name, size, align, bold, before=30, after=30, joined=joined)


def rule(name: str, sides: int = 0, before: int = 40, after: int = 0) -> Look:
    """A drawn line: the upper border of a paragraph of no height."""
    return Look(name, 2, "center", before=before, after=after, line=40, exact=True, left=sides, right=sides, ruled=True)


LOOKS = {
    "QuocHieu": _small("Quốc hiệu", "motto"),
    "TieuNgu": _small("Tiêu ngữ", "watchword"),
    "CoQuanChuQuan": _small("Cơ quan chủ quản", "parent"),
    "TenCoQuan": _small("Tên cơ quan", "issuer"),
    "SoKyHieu": _part("Số và ký hiệu", "number", before=80),
    "DiaDanhNgay": _small("Địa danh và ngày", "place and date", before=80, left=-_WIDER, right=-_WIDER),
    "DuThao": Look("Dự thảo", 26, "center", bold=True, before=60),
    "DuongKe": rule("Đường kẻ"),
    "DuongKeCoQuan": rule("Đường kẻ cơ quan", (HEAD[0] - _RULES["issuer"]) // 2),
    "DuongKeTieuNgu": rule("Đường kẻ tiêu ngữ", (HEAD[1] - _RULES["watchword"]) // 2),
    "DuongKeTrichYeu": rule("Đường kẻ trích yếu", (WIDTH - _RULES["abstract"]) // 2, 60, GAP.least),
    "TenLoai": _part("Tên loại", "type", before=280, joined=True),
    "TrichYeu": _part("Trích yếu", "abstract", joined=True),
    "TrichYeuHep": _part("Trích yếu hẹp", "abstract", left=567, right=567, joined=True),
    "TrichYeuCongVan": _small("Trích yếu công văn", "subject", before=GAP.least),
    "ChuDe": Look("Chủ đề", 28, "center", italic=True, before=60, joined=True),
    "KinhGui": Look("Kính gửi", COMPONENTS["addressee"].sizes[1], "center", before=120, after=80, whole=True,
                    component="addressee"),
    "KinhGuiNhieu": _part("Kính gửi nhiều nơi", "addressee", before=120, left=_ADDRESSED, joined=True),
    "NoiKinhGui": _part("Nơi kính gửi", "addressee", before=40, left=2638, right=284, first=-_DASH, whole=True),
    "NoiKinhGuiCuoi": _part("Nơi kính gửi cuối", "addressee", before=40, after=80, left=2638, right=284, first=-_DASH,
                            whole=True),
    "CanCu": _text("Căn cứ", "basis"),
    "DoanVan": _text("Đoạn văn"),
    "DoanDanBang": _text("Đoạn dẫn bảng", joined=True),
    "DoanKet": _text("Đoạn kết", joined=True, whole=True),
    "MucI": _text("Mục I", "roman", 180, joined=True, whole=True, level=0),
    "Khoan1": _text("Khoản 1", "clause", joined=True, whole=True, level=1),
    "DiemA": _text("Điểm a", "article", joined=True, whole=True, level=2),
    "TenBang": Look("Tên bảng", 26, "center", bold=True, before=160, after=80, joined=True, whole=True),
    "DonViTinh": Look("Đơn vị tính", 24, "right", italic=True, after=40, joined=True),
    "DauBang": _cell("Đầu bảng", "center", bold=True, joined=True),
    "OBang": _cell("Ô bảng"),
    "OBangGiua": _cell("Ô bảng giữa", "center"),
    "OBangPhai": _cell("Ô bảng phải", "right"),
    "OBangDam": _cell("Ô bảng đậm", bold=True),
    "OBangDamGiua": _cell("Ô bảng đậm giữa", "center", bold=True),
    "OBangDamPhai": _cell("Ô bảng đậm phải", "right", bold=True),
    "OBangNhom": _cell("Ô bảng nhóm", bold=True, joined=True),
    "OBangNhomGiua": _cell("Ô bảng nhóm giữa", "center", bold=True, joined=True),
    "DauBangHep": _cell("Đầu bảng hẹp", "center", bold=True, joined=True, size=22),
    "GhiChuBang": Look("Ghi chú bảng", 24, "both", italic=True, before=60),
    "NoiNhan": _part("Nơi nhận", "recipients", joined=True),
    "DongNoiNhan": _part("Dòng nơi nhận", "recipient", left=113, first=-113),
    "QuyenHan": _part("Quyền hạn", "capacity", joined=True),
    "ChucVu": Look("Chức vụ", COMPONENTS["capacity"].sizes[1], "center", joined=True),
    "DauPhanCach": Look("Dấu phân cách", 28, "center", joined=True),
    "ChuThichKy": Look("Chú thích ký", 26, "center", italic=True, joined=True),
    "ChucVuNguoiKy": _part("Chức vụ người ký", "capacity", before=_ROOM, joined=True),
    "HoTenNguoiKy": _part("Họ tên người ký", "signer", before=_ROOM),
    "HoTenDuoiChucVu": _part("Họ tên dưới chức vụ", "signer"),
    "PhuLuc": _part("Phụ lục", "annex", joined=True, level=0),
    "TenPhuLuc": _part("Tên phụ lục", "annex title", left=1701, right=1701, joined=True),
    "KemTheo": _part("Kèm theo", "attached", before=20, joined=True),
    "SoTrang": Look("Số trang", PAGE_NUMBER.least, "center"),
    "SoTrangDuThao": Look("Số trang dự thảo", PAGE_NUMBER.least, tab=("center", WIDTH // 2)),
    "The": Look("Thẻ", 20),
    "Cuoi": Look("Cuối", 2, "", line=20, exact=True),
    "DoanGach": _text("Đoạn gạch đầu dòng"),
    "DoanDanBangLien": _text("Đoạn dẫn bảng liền", after=GAP.least, joined=True),
    "DauKyBienBan": _part("Đầu ký biên bản", "capacity", before=240, joined=True),
    "DongDienTay": Look("Dòng điền tay", 28, before=GAP.least, line=BODY_LINES, first=INDENT.most,
                        tab=("right", WIDTH)),
    "HoTenKyBienBan": _part("Họ tên ký biên bản", "signer", before=_ROOM, joined=True),
    "HoTenKyBienBanDuoi": _part("Họ tên ký biên bản dưới chức vụ", "signer", joined=True),
    "DonViKy": _small("Đơn vị ký", "capacity", before=360, left=57, right=57, joined=True),
    "ChucVuDonViKy": _small("Chức vụ đơn vị ký", "capacity", left=57, right=57, joined=True),
    "HoTenDonViKy": _small("Họ tên đơn vị ký", "signer", before=1500),
    "HoTenDonViKyCuoi": _small("Họ tên đơn vị ký cuối", "signer", before=1500, joined=True),
    "DauKhoiKy": _part("Đầu khối ký", "capacity", before=360, joined=True, whole=True),
    "ChucVuChungKien": _small("Chức vụ chứng kiến", "capacity", joined=True),
    "NhomDanhSach": Look("Nhóm danh sách", 28, "center", bold=True, before=160, after=100, joined=True, whole=True),
    "NoiNhanDuoi": _part("Nơi nhận dưới", "recipients", before=240, joined=True),
    "OSoCot": Look("Ô số cột", 18, "center", italic=True, before=20, after=20, joined=True),
    "MucToiDa": Look("Mức tối đa", 20, "center", italic=True, after=30, joined=True),
    "OBangGiuaLien": _cell("Ô bảng giữa liền", "center", joined=True),
    "GhiChuCuoi": Look("Ghi chú cuối", 24, "both", italic=True, before=60, joined=True),
    "NguoiLapBieu": _part("Chức vụ lập biểu", "capacity", joined=True),
    "ChucVuNguoiKyGon": _part("Chức vụ người ký gọn", "capacity", before=1200, joined=True),
    "HoTenNguoiKyGon": _part("Họ tên người ký gọn", "signer", before=1200),
    "DuThaoPhuLuc": Look("Dự thảo phụ lục", 26, bold=True, joined=True),
    "BieuDo": Look("Biểu đồ", 24, "center", before=120, after=120),
    "Cach": Look("Cách", 2, "", line=140, exact=True, joined=True),
}  # fmt: skip
"""The styles of paragraphs by their ids."""


def stylesheet() -> str:
    """The styles as Word stores them."""
    return _BEGINNING + "".join(style(name, look) for name, look in LOOKS.items())


def style(name: str, look: Look) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{look.name}"/><w:basedOn '
        f'w:val="Normal"/><w:qFormat/><w:pPr>{_paragraph(look)}</w:pPr><w:rPr>{_letters(look)}</w:rPr></w:style>'
    )


def _paragraph(look: Look) -> str:
    """What a style says of paragraphs, in the order that the standard asks."""
    first = ("firstLine", look.first) if look.first >= 0 else ("hanging", -look.first)
    sides = (("left", look.left), ("right", look.right), first)
    indents = " ".join(f'w:{side}="{length}"' for side, length in sides if length)
    spacing = f'w:before="{look.before}" w:after="{look.after}" w:line="{look.line}"'
    said = (
        (look.joined, "<w:keepNext/>"),
        (look.whole, "<w:keepLines/>"),
        (look.ruled, '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:pBdr>'),
        (look.tab, _tab(*look.tab or ("", 0))),
        (True, f'<w:spacing {spacing} w:lineRule="{"exact" if look.exact else "auto"}"/>'),
        (indents, f"<w:ind {indents}/>"),
        (look.align, f'<w:jc w:val="{look.align}"/>'),
        (look.level is not None, f'<w:outlineLvl w:val="{look.level}"/>'),
    )
    return "".join(xml for holds, xml in said if holds)


def _tab(side: str, at: int) -> str:
    dots = ' w:leader="dot"' if side == "right" else ""
    return f'<w:tabs><w:tab w:val="{side}"{dots} w:pos="{at}"/></w:tabs>'


def _letters(look: Look) -> str:
    bold = "<w:b/><w:bCs/>" if look.bold else ""
    italic = "<w:i/><w:iCs/>" if look.italic else ""
    line = '<w:u w:val="single"/>' if look.underlined else ""
    return f'{bold}{italic}<w:sz w:val="{look.size}"/><w:szCs w:val="{look.size}"/>{line}'


def _margin(side: str, width: int) -> str:
    return f'<w:{side} w:w="{width}" w:type="dxa"/>'


def _table(name: str, shown: str, margin: int, borders: str = "") -> str:
    cells = f"<w:tblCellMar>{_margin('left', margin)}{_margin('right', margin)}</w:tblCellMar>"
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{name}"><w:name w:val="{shown}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>{borders}{cells}</w:tblPr></w:style>'
    )


_FONTS = " ".join(f'w:{slot}="{FONT}"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
_BODY = COMPONENTS["body"].sizes[1]
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_BEGINNING = (
    f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {_FONTS}/><w:sz w:val="{_BODY}"/><w:szCs w:val="{_BODY}"/>'
    '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    f"{_margin('top', 0)}{_margin('left', 108)}{_margin('bottom', 0)}{_margin('right', 108)}"
    '</w:tblCellMar></w:tblPr></w:style><w:style w:type="numbering" w:default="1" w:styleId="NoList">'
    '<w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    + _table("KhungKhongVien", "Khung không viền", 0)
    + _table("BangSoLieu", "Bảng số liệu", 57, f"<w:tblBorders>{_BORDERS}</w:tblBorders>")
)
"""Document defaults and what Word wants of every file, then the two styles of tables."""
