"""The frame of an official paper as a Word template: all its parts drawn, its text left to be written in […].

Forms of Phụ lục III, Mục II: 1.1 and 1.2 for what rules by articles, 1.4 for what bears the name of its type, 1.5 for a
letter (công văn), 1.9 for minutes, 2.1 for the annex. The tags are those that every kind of paper has.
"""

from __future__ import annotations

from pipeline.decree30.format import ABBREVIATIONS, ADDRESSED, MOTTO, PARTY, TYPES, WATCHWORD, DocumentType
from pipeline.decree30.frame_text import BODY, FORMS, LETTER, OURS, RECORD, closing, data_table
from pipeline.decree30.letter import GAP
from pipeline.decree30.stylesheet import FOOT, HEAD, MINUTES, PAGE, SIZE, stylesheet
from pipeline.office.markup import each, p, page_number, row, section, table, when, word_file
from pipeline.vietnamese.text import slug

_FRAMED = "KhungKhongVien"


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
        *FORMS.get(name, (*BODY, closing(name))),
        _MINUTES_FOOT if name == RECORD else _FOOT,
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
_PARTY = "van_ban.dang"
"""Papers of Party bodies bear the name of the Party, a star and dashes in place of the lines."""
_UNDER_ABSTRACT = when(_PARTY, p("DauPhanCach", "-----"), p("DuongKeTrichYeu"))
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
        when(_PARTY, p("DauPhanCach", "*"), p("DuongKeCoQuan")),
    )
    country = p("QuocHieu", MOTTO) + p("TieuNgu", WATCHWORD)
    over = when(_PARTY, p("QuocHieu", PARTY), country) + p("DuongKeTieuNgu")
    numbered = number + (_SUBJECT if name == LETTER else "") + _DRAFT
    dated = p("DiaDanhNgay", "" if name == RECORD else "{{ van_ban.dia_danh_ngay }}")
    return table(_FRAMED, HEAD, row(HEAD, "".join(issuers), over), row(HEAD, numbered, dated))


_ABSTRACTS = {
    "Quyết định": "Về việc [trích yếu nội dung]", "Nghị quyết": "Về việc [trích yếu nội dung]",
    RECORD: "[Tên cuộc họp, hội nghị]",
}  # fmt: skip


def _title(name: str, title: str) -> str:
    """Type and abstract; a letter has told its subject in its head."""
    if name == LETTER:
        return p("Cach")
    abstract = _ABSTRACTS.get(name, "[Trích yếu nội dung]")
    return p("TenLoai", name.upper() or title) + p("TrichYeu", f"{abstract} {OURS}") + _UNDER_ABSTRACT


_UPWARD = (LETTER, *(type_.name for paper in ADDRESSED if (type_ := type_of_paper(paper))))
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


# --- the foot -------------------------------------------------------------------------------------


def _recipients(style: str, filed: str) -> str:
    return p(style, "Nơi nhận:") + each(
        "noi in van_ban.noi_nhan", p("DongNoiNhan", "{{ noi }}"), p("DongNoiNhan", f"- Lưu: {filed}.")
    )


_SIGNER = "{% if van_ban.nguoi_ky %}{{ van_ban.nguoi_ky }}{% endif %}"
_SIGNATURE = (
    each("dong in van_ban.quyen_han", p("QuyenHan", "{{ dong }}"))
    + each("dong in van_ban.chuc_vu", p("ChucVu", "{{ dong }}"))
    + when(
        "van_ban.chuc_vu_ky",
        p("ChucVuNguoiKy", "{{ van_ban.chuc_vu_ky }}") + p("HoTenDuoiChucVu", _SIGNER),
        p("HoTenNguoiKy", _SIGNER),
    )
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
        data_table("[Tên cột]"),
        p("DoanVan", "Tổng số: {{ cum.so_don_vi }}\u00a0đơn vị./."),
    )
