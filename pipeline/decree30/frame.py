"""The frame of an official paper as a Word template: all its parts drawn, its text left to be written in […].

Forms of Phụ lục III, Mục II: 1.1 and 1.2 for what rules by articles, 1.4 for what bears the name of its type, 1.5 for a
letter (công văn), 1.9 for minutes, 2.1 for the annex. The tags are those that every kind of paper has.
"""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.decree30.format import ABBREVIATIONS, ADDRESSED, MOTTO, TYPES, WATCHWORD, DocumentType
from pipeline.decree30.letter import GAP
from pipeline.decree30.stylesheet import FOOT, HEAD, MINUTES, PAGE, SIZE, stylesheet
from pipeline.office.markup import each, each_row, p, page_number, row, section, table, when, word_file
from pipeline.vietnamese.text import slug

_LETTER, _MINUTES = "Công văn", "Biên bản"
_DATA = (680, 4309, 2381, 1701)
"""The columns of a table of data."""
_FRAMED, _RULED = "KhungKhongVien", "BangSoLieu"


def type_of(kind: str) -> DocumentType | None:
    """The type with whose name the name of a kind begins, the longest one: Biên bản of "bien-ban-hoi-nghi"."""
    named = (type_ for type_ in TYPES if f"{kind}-".startswith(f"{slug(type_.name)}-"))
    return max(named, key=lambda type_: len(type_.name), default=None)


def type_of_paper(paper: str) -> DocumentType | None:
    """The type of one of our papers: Báo cáo of "report"."""
    return next((type_ for type_ in TYPES if type_.abbreviation == ABBREVIATIONS.get(paper)), None)


def frame(type_: DocumentType | None, title: str = "[TÊN VĂN BẢN]") -> bytes:
    """The template of a paper of a type; one that is of none bears `title`. Drawn twice, it is the same bytes."""
    name = type_.name if type_ else ""
    pages = section(tuple(_HEADERS), SIZE, PAGE)
    body = (
        _head(name, _number(type_)),
        _title(name, title),
        *(_ADDRESSEES if name in _UPWARD else ()),
        *_FORMS.get(name, (*_BODY, _closing(name))),
        _MINUTES_FOOT if name == _MINUTES else _FOOT,
        p("Cuoi", section=pages),
        *_annex(name or "Văn bản"),
        pages,
    )
    return word_file("".join(body), stylesheet(), _HEADERS)


# --- the head -------------------------------------------------------------------------------------

_HEADERS = {
    "header2": p("SoTrang"),
    "header1": when("van_ban.du_thao", page_number("SoTrangDuThao", "DỰ THẢO"), page_number("SoTrang")),
}
"""Over page one, which bears no number, and over the others."""
_DRAFT = when("van_ban.du_thao", p("DuThao", "DỰ THẢO"))
_SUBJECT = p("TrichYeuCongVan", "V/v [trích yếu nội dung] {{ ky.ten }}")


def _number(type_: DocumentType | None) -> str:
    """Number and symbol; where the fields have none, what bears the name of its type leaves room for them."""
    if type_ is None:
        return p("SoKyHieu", "{% if van_ban.so_ky_hieu %}{{ van_ban.so_ky_hieu }}{% endif %}")
    room = f"Số:{GAP}/{'-'.join(filter(None, (type_.abbreviation, '…')))}"
    return when("van_ban.so_ky_hieu", p("SoKyHieu", "{{ van_ban.so_ky_hieu }}"), p("SoKyHieu", room))


def _head(name: str, number: str) -> str:
    """Who issues the paper on the left, Quốc hiệu on the right; a letter tells its subject, minutes bear no date."""
    issuers = (
        each("dong in van_ban.co_quan_tren", p("CoQuanChuQuan", "{{ dong }}")),
        each("dong in van_ban.co_quan", p("TenCoQuan", "{{ dong }}")),
        p("DuongKeCoQuan"),
    )
    country = p("QuocHieu", MOTTO) + p("TieuNgu", WATCHWORD) + p("DuongKeTieuNgu")
    numbered = number + (_SUBJECT if name == _LETTER else "") + _DRAFT
    dated = p("DiaDanhNgay", "" if name == _MINUTES else "{{ van_ban.dia_danh_ngay }}")
    return table(_FRAMED, HEAD, row(HEAD, "".join(issuers), country), row(HEAD, numbered, dated))


_OURS = "{{ ky.ten }} của {{ cum.ten_gon }}"
_ABSTRACTS = {
    "Quyết định": "Về việc [trích yếu nội dung]", "Nghị quyết": "Về việc [trích yếu nội dung]",
    _MINUTES: "[Tên cuộc họp, hội nghị]",
}  # fmt: skip


def _title(name: str, title: str) -> str:
    """Type and abstract; a letter has told its subject in its head."""
    if name == _LETTER:
        return p("Cach")
    abstract = _ABSTRACTS.get(name, "[Trích yếu nội dung]")
    return p("TenLoai", name.upper() or title) + p("TrichYeu", f"{abstract} {_OURS}") + p("DuongKeTrichYeu")


_UPWARD = (_LETTER, *(type_.name for paper in ADDRESSED if (type_ := type_of_paper(paper))))
_ADDRESSEES = (
    when(
        "van_ban.kinh_gui",
        when(
            "van_ban.kinh_gui | length == 1",
            p("KinhGui", "Kính gửi: {{ van_ban.kinh_gui | first }}"),
            p("KinhGuiNhieu", "Kính gửi:")
            + each(
                "noi in van_ban.kinh_gui",
                when("not loop.last", p("NoiKinhGui", "- {{ noi }};"), p("NoiKinhGuiCuoi", "- {{ noi }}.")),
            ),
        ),
    ),
)


def _basis(last: str) -> tuple[str, ...]:
    """What a paper rests on, a line each; a law is named without its number and issuer."""
    law = "Luật [tên luật] ngày [ngày, tháng, năm]"
    other = "[tên loại, số, ký hiệu] ngày [ngày, tháng, năm] của [cơ quan ban hành] [trích yếu nội dung]"
    return p("CanCu", f"Căn cứ {law};"), p("CanCu", f"Căn cứ {other};"), p("CanCu", f"{last}.")


# --- the text -------------------------------------------------------------------------------------

_UNITS = "dv in cum.don_vi"


def _data(third: str) -> str:
    """A table of the units, its head on every page."""
    head = (p("DauBang", words) for words in ("STT", "Đơn vị", third, "Ghi chú"))
    cells = p("OBangGiua", "{{ dv.stt }}"), p("OBang", "{{ dv.ten }}"), p("OBangGiua", "[…]"), p("OBang")
    return table(
        _RULED, _DATA, row(_DATA, *head, head=True, side="center"),
        each_row(_UNITS, _DATA, row(_DATA, *cells, side="center")),
    )  # fmt: skip


_LEVELS = (
    p("MucI", "I. [TÊN MỤC]"),
    p("Khoan1", "1. [Tên khoản]"),
    p("DoanVan", "[Nội dung của khoản: mỗi ý một đoạn, hết câu có dấu chấm]."),
    p("DiemA", "a) [Tên điểm]"),
    p("DoanVan", "[Nội dung của điểm]."),
    p("DiemA", "b) [Tên điểm]"),
    p("DoanDanBang", "[Câu dẫn vào các ý của điểm]:"),
    p("DoanGach", "- [Ý thứ nhất];"),
    p("DoanGach", "- [Ý thứ hai]."),
    p("Khoan1", "2. [Tên khoản]"),
    p("DoanDanBang", "[Câu dẫn vào bảng]; số liệu tại Bảng\u00a01 và Phụ lục kèm theo."),
    p("TenBang", "Bảng\u00a01. [Tên bảng]"),
    p("DonViTinh", "Đơn vị tính: [lượt]"),
    _data("[Tên cột]"),
    p("GhiChuBang", "Ghi chú: [nguồn số liệu, cách tính]."),
    p("MucI", "II. [TÊN MỤC]"),
    p("DoanVan", "[Nội dung của mục không chia thành khoản]."),
)
"""A heading of each level, a list, a table."""
_BODY = (
    p("DoanVan", "{{ cum.ten }} có {{ cum.so_don_vi }}\u00a0đơn vị thành viên. [Nêu lý do, mục đích của văn bản]."),
    *_LEVELS,
)


def _closing(name: str) -> str:
    return p("DoanKet", f"Trên đây là {name.lower() or 'văn bản'} [trích yếu nội dung] {_OURS}./.")


def _ruling(decides: str, document: str) -> tuple[str, ...]:
    """What rules by articles, behind the authority and what it rests on."""
    return (
        p("TenLoai", "[THẨM QUYỀN BAN HÀNH]"),
        *_basis("Theo đề nghị của [cơ quan, người đề nghị]"),
        p("TenLoai", f"{decides}:"),
        p("DoanDanBang", f" [Nội dung {decides.lower()}] (có danh sách tại Phụ lục kèm theo), gồm:", "Điều 1."),
        p("DoanVan", "1. [Nội dung của khoản]."),
        p("DoanDanBang", "2. [Câu dẫn vào các điểm của khoản]:"),
        p("DoanVan", "a) [Điểm thứ nhất];"),
        p("DoanVan", "b) [Điểm thứ hai]."),
        p("DoanVan", f" {document} này có hiệu lực kể từ ngày [ký ban hành].", "Điều 2."),
        p("DoanKet", f" [Cơ quan, người thi hành] chịu trách nhiệm thi hành {document} này./.", "Điều 3."),
    )


def _told(words: str, field: str, text: str) -> str:
    """A line of the minutes: what is known, else dots for the hand."""
    return when(field, p("DoanVan", f"{words}: {text}"), p("DongDienTay", f"{words}: \t"))


_PEOPLE = "{{% for nguoi in {} %}}{{% if not loop.first %}}; {{% endif %}}{{{{ nguoi.goi }}}}{{% endfor %}}"
_DAY = "{% if hoi_nghi.ngay %}{{ hoi_nghi.ngay }}{% else %}ngày … tháng … năm …{% endif %}"
_HOUR = "{{% if {0} %}}{{{{ {0} }}}}{{% else %}}… giờ … phút{{% endif %}}"
_MEETING = (
    p("DoanVan", f"Thời gian bắt đầu: {_HOUR.format('hoi_nghi.bat_dau')}, {_DAY}."),
    _told("Địa điểm", "hoi_nghi.noi", "{{ hoi_nghi.noi | cau }}"),
    p("DoanVan", "Thành phần tham dự: {% for nguoi in hoi_nghi.chi_dao %}{{ nguoi.goi }}; {% endfor %}"
      "[đại diện các đơn vị, người được mời]."),
    _told("Chủ trì (chủ tọa)", "hoi_nghi.chu_tri", _PEOPLE.format("hoi_nghi.chu_tri") + "."),
    _told("Thư ký (người ghi biên bản)", "hoi_nghi.thu_ky", _PEOPLE.format("hoi_nghi.thu_ky") + "."),
    p("DoanDanBang", "Nội dung (theo diễn biến [cuộc họp, hội nghị]):"),
    *_LEVELS,
    p("DoanKet", f"[Cuộc họp, hội nghị] kết thúc vào {_HOUR.format('hoi_nghi.ket_thuc')}, {_DAY}./."),
)  # fmt: skip
_FORMS: Mapping[str, tuple[str, ...]] = {
    "Tờ trình": (*_basis("Căn cứ [kết quả bình xét, biên bản hội nghị]"), *_BODY,
                 p("DoanKet", "{{ cum.ten_gon }} kính trình [người có thẩm quyền] xem xét, quyết định./.")),
    _LETTER: (*_BODY, p("DoanKet", "{{ cum.ten_gon }} đề nghị [nơi nhận] [việc cần làm]./.")),
    _MINUTES: _MEETING,
    "Quyết định": _ruling("QUYẾT ĐỊNH", "Quyết định"),
    "Nghị quyết": _ruling("QUYẾT NGHỊ", "Nghị quyết"),
}  # fmt: skip
"""Between the title and the signature, where a type has a form of its own."""

# --- the foot -------------------------------------------------------------------------------------


def _recipients(style: str, filed: str) -> str:
    return p(style, "Nơi nhận:") + each(
        "noi in van_ban.noi_nhan", p("DongNoiNhan", "{{ noi }}"), p("DongNoiNhan", f"- Lưu: {filed}.")
    )


_SIGNER = "{% if van_ban.nguoi_ky %}{{ van_ban.nguoi_ky }}{% endif %}"
_SIGNATURE = each("dong in van_ban.quyen_han", p("QuyenHan", "{{ dong }}")) + when(
    "van_ban.chuc_vu_ky",
    p("ChucVuNguoiKy", "{{ van_ban.chuc_vu_ky }}") + p("HoTenDuoiChucVu", _SIGNER),
    p("HoTenNguoiKy", _SIGNER),
)
_FOOT = table(_FRAMED, FOOT, row(FOOT, _recipients("NoiNhan", "VT"), _SIGNATURE), room=170)
_CHAIR = each(
    "nguoi in hoi_nghi.chu_tri[:1]",
    when(
        "nguoi.chuc_vu",
        p("ChucVuNguoiKy", "{{ nguoi.chuc_vu | hoa }}") + p("HoTenKyBienBanDuoi", "{{ nguoi.ten_ky }}"),
        p("HoTenKyBienBan", "{{ nguoi.ten_ky }}"),
    ),
    p("HoTenKyBienBan"),
)
_SECRETARY = p("HoTenKyBienBan", "{% for nguoi in hoi_nghi.thu_ky[:1] %}{{ nguoi.ten_ky }}{% endfor %}")
_MINUTES_FOOT = table(
    _FRAMED, MINUTES,
    row(MINUTES, p("DauKyBienBan", "THƯ KÝ"), p("DauKyBienBan", "CHỦ TỌA")),
    row(MINUTES, _SECRETARY, _CHAIR, side="bottom"),
    row(MINUTES, _recipients("NoiNhanDuoi", "VT, Hồ sơ"), p("DongNoiNhan")),
)  # fmt: skip
"""The secretary signs on the left, the chair on the right; the recipients stand below."""


def _annex(document: str) -> tuple[str, ...]:
    """An annex with pages of its own."""
    attached = f"(Kèm theo {document} số … ngày … tháng … năm … của {{{{ cum.ten_gon }}}})"
    return (
        p("PhuLuc", "Phụ lục"),
        p("TenPhuLuc", "[TÊN PHỤ LỤC] {{ ky.ten | hoa }}"),
        when("van_ban.kem_theo", p("KemTheo", "{{ van_ban.kem_theo }}"), p("KemTheo", attached)),
        p("DuongKeTrichYeu"),
        _data("[Tên cột]"),
        p("DoanVan", "Tổng số: {{ cum.so_don_vi }}\u00a0đơn vị./."),
    )
