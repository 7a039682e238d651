"""The outline of a paper: which headings stand, and their numbers, when absent ones are left out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pipeline.documents.source import Says
from pipeline.vietnamese.numbers import roman

HEADING: Mapping[str, Says] = {"tieu_de": "mục có dòng tiêu đề riêng"}
"""What the number mark of a heading holds."""
NAMES = {
    "dac_diem": "đặc điểm, tình hình", "dac_diem_chung": "đặc điểm chung",
    "thuan_loi_kho_khan": "thuận lợi, khó khăn", "chi_dao": "chỉ đạo", "lanh_dao": "công tác lãnh đạo, chỉ đạo",
    "quan_triet": "quán triệt văn bản của cấp trên", "ban_hanh": "ban hành văn bản của Cụm",
    "phat_dong": "phát động, ký kết giao ước", "tuyen_truyen": "tuyên truyền", "ket_qua": "kết quả",
    "phong_trao": "các phong trào thi đua", "nhiem_vu_don_vi": "nhiệm vụ của các đơn vị",
    "chi_tieu": "chỉ tiêu giao ước", "xay_dung_dang": "xây dựng Đảng", "dong_gop": "xã hội, từ thiện",
    "hoat_dong": "hoạt động của Cụm", "khen_thuong": "công tác khen thưởng",
    "ket_qua_khen_thuong": "kết quả khen thưởng", "so_sanh": "so sánh với kỳ trước", "binh_xet": "bình xét",
    "xep_hang": "xếp hạng", "suy_ton": "suy tôn", "bau": "bầu Cụm trưởng, Cụm phó", "danh_gia": "đánh giá",
    "uu_diem": "ưu điểm", "han_che": "hạn chế", "nguyen_nhan": "nguyên nhân", "bai_hoc": "bài học",
    "phuong_huong": "phương hướng, nhiệm vụ", "phuong_huong_chung": "phương hướng chung",
    "nhiem_vu": "nhiệm vụ", "giai_phap": "giải pháp", "kien_nghi": "kiến nghị, đề xuất",
    "bao_cao": "báo cáo, thảo luận", "trinh_bay": "trình bày báo cáo", "thao_luan": "thảo luận",
    "phat_bieu": "phát biểu chỉ đạo", "ket_luan": "kết luận", "cham_diem": "chấm điểm, xếp hạng",
    "to_kiem_phieu": "tổ kiểm phiếu", "bo_phieu": "bỏ phiếu", "ky_ket": "ký kết giao ước",
    "chu_de": "chủ đề, khẩu hiệu", "noi_dung": "nội dung thi đua", "dang_ky": "đăng ký danh hiệu",
    "dien_bien": "diễn biến hội nghị", "thong_qua": "văn bản được thông qua, công bố",
    "ket_qua_binh_xet": "kết quả bình xét",
    "thang_diem": "thang điểm", "to_chuc": "tổ chức thực hiện", "tom_tat": "tóm tắt thành tích",
    "ten": "tên tập thể, cá nhân, hộ", "quan_ly": "cơ quan quản lý; chức vụ, đơn vị", "noi_bat": "thành tích nổi bật",
    "so_luoc": "sơ lược đặc điểm, tình hình", "chuc_nang": "chức năng, nhiệm vụ", "thanh_tich": "thành tích đạt được",
    "bien_phap": "biện pháp, phong trào thi đua", "chap_hanh": "thực hiện chủ trương, chính sách, pháp luật",
    "doan_the": "tổ chức đảng, đoàn thể", "da_khen": "các hình thức đã được khen thưởng",
    "danh_hieu": "danh hiệu thi đua", "hinh_thuc": "hình thức khen thưởng",
}  # fmt: skip
"""The headings as an office calls them."""


class Heading(str):
    """The number mark of a heading, "I." or "1."; `tieu_de` tells whether the heading line is printed."""

    tieu_de: bool = True


@dataclass(frozen=True)
class Section:
    """A section of an outline, by its tag, with the tags of its parts."""

    tag: str
    parts: tuple[str, ...] = ()


def named(outline: Sequence[Section]) -> dict[str, str]:
    """The headings of an outline by tag, each as an office calls it."""
    tags = (tag for section in outline for tag in (section.tag, *section.parts))
    return {tag: NAMES[tag] for tag in tags}


def headings(outline: Sequence[Section], present: Mapping[str, bool]) -> dict[str, Heading | None]:
    """The headings by tag, numbered I., 1. without gaps; None for what is absent.

    A section stands when it or a part of it is present; the only part of a section has no heading line.
    """
    found: dict[str, Heading | None] = {}
    at = 0
    for section in outline:
        parts = [tag for tag in section.parts if present.get(tag)]
        stands = bool(parts) or bool(present.get(section.tag))
        at += stands
        found[section.tag] = _heading(f"{roman(at)}.", True) if stands else None
        for tag in section.parts:
            shown = len(parts) > 1
            found[tag] = _heading(f"{parts.index(tag) + 1}.", shown) if tag in parts else None
    return found


def _heading(mark: str, shown: bool) -> Heading:
    heading = Heading(mark)
    heading.tieu_de = shown
    return heading


def table_numbers(order: Sequence[str], present: Mapping[str, bool], known: Collection[str]) -> dict[str, str | None]:
    """The numbers of the tables of a paper, 1, 2, 3 in their order; None for a table that is not in it."""
    standing = [tag for tag in order if present.get(tag)]
    return {tag: str(standing.index(tag) + 1) if tag in standing else None for tag in known}
