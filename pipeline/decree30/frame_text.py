"""The text of a frame, form by form: what an official replaces stands in […].

Forms of Phụ lục III, Mục II: 1.1 and 1.2 for what rules by articles, 1.4 for what bears the name of its type, 1.5 for a
letter (công văn), 1.9 for minutes.
"""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.office.markup import each_row, p, row, table, when

LETTER, RECORD = "Công văn", "Biên bản"
"""Types with a head of their own."""
OURS = "{{ ky.ten }} của {{ cum.ten_gon }}"
RULED = "BangSoLieu"
_COLUMNS = (680, 4309, 2381, 1701)
_UNITS = "dv in cum.don_vi"


def _basis(last: str) -> tuple[str, ...]:
    """What a paper rests on, a line each; a law is named without its number and issuer."""
    law = "Luật [tên luật] ngày [ngày, tháng, năm]"
    other = "[tên loại, số, ký hiệu] ngày [ngày, tháng, năm] của [cơ quan ban hành] [trích yếu nội dung]"
    return p("CanCu", f"Căn cứ {law};"), p("CanCu", f"Căn cứ {other};"), p("CanCu", f"{last}.")


def data_table(third: str) -> str:
    """A table of the units, its head on every page."""
    head = (p("DauBang", words) for words in ("STT", "Đơn vị", third, "Ghi chú"))
    cells = p("OBangGiua", "{{ dv.stt }}"), p("OBang", "{{ dv.ten }}"), p("OBangGiua", "[…]"), p("OBang")
    return table(
        RULED, _COLUMNS, row(_COLUMNS, *head, head=True, side="center"),
        each_row(_UNITS, _COLUMNS, row(_COLUMNS, *cells, side="center")),
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
    data_table("[Tên cột]"),
    p("GhiChuBang", "Ghi chú: [nguồn số liệu, cách tính]."),
    p("MucI", "II. [TÊN MỤC]"),
    p("DoanVan", "[Nội dung của mục không chia thành khoản]."),
)
"""A heading of each level, a list, a table."""
BODY = (
    p("DoanVan", "{{ cum.ten }} có {{ cum.so_don_vi }}\u00a0đơn vị thành viên. [Nêu lý do, mục đích của văn bản]."),
    *_LEVELS,
)


def closing(name: str) -> str:
    return p("DoanKet", f"Trên đây là {name.lower() or 'văn bản'} [trích yếu nội dung] {OURS}./.")


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
FORMS: Mapping[str, tuple[str, ...]] = {
    "Tờ trình": (*_basis("Căn cứ [kết quả bình xét, biên bản hội nghị]"), *BODY,
                 p("DoanKet", "{{ cum.ten_gon }} kính trình [người có thẩm quyền] xem xét, quyết định./.")),
    LETTER: (*BODY, p("DoanKet", "{{ cum.ten_gon }} đề nghị [nơi nhận] [việc cần làm]./.")),
    RECORD: _MEETING,
    "Quyết định": _ruling("QUYẾT ĐỊNH", "Quyết định"),
    "Nghị quyết": _ruling("QUYẾT NGHỊ", "Nghị quyết"),
}  # fmt: skip
"""Between the title and the signature, where a type has a form of its own."""
