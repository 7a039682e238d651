"""Báo cáo tổng kết năm, năm học."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.documents import reports
from pipeline.documents.kind import YEARLY, Kind, has
from pipeline.documents.outline import Section
from pipeline.documents.source import Source

OUTLINE = (
    Section("dac_diem", ("dac_diem_chung", "thuan_loi_kho_khan")),
    Section("lanh_dao", ("quan_triet", "ban_hanh", "phat_dong", "tuyen_truyen")),
    Section("ket_qua", ("phong_trao", "nhiem_vu_don_vi", "chi_tieu", "xay_dung_dang", "dong_gop", "hoat_dong")),
    Section("khen_thuong", ("ket_qua_khen_thuong", "so_sanh")),
    Section("binh_xet", ("xep_hang", "suy_ton", "bau")),
    Section("danh_gia", ("uu_diem", "han_che", "nguyen_nhan", "bai_hoc")),
    Section("phuong_huong", ("phuong_huong_chung", "nhiem_vu", "giai_phap")),
    Section("kien_nghi"),
)


def _present(found: Mapping[str, object], source: Source) -> dict[str, bool]:
    shown = reports.present(found, source)
    return {
        **shown,
        "khen_thuong": False,
        "ket_qua_khen_thuong": shown["khen_thuong"],
        "so_sanh": has(found, "khen_thuong.so_sanh"),
        "xep_hang": has(found, "xep_hang.co"),
        "suy_ton": has(found, "suy_ton.nhom"),
        "bau": has(found, "bau.co"),
        "bang.xep_hang": has(found, "xep_hang.dong"),
        "bang.suy_ton": has(found, "suy_ton.co_phieu"),
    }


KIND = Kind(
    name="bao-cao-tong-ket",
    title="báo cáo tổng kết",
    paper="report",
    periods=YEARLY,
    sheets=reports.SHEETS,
    table=reports.FIELDS,
    lacks=reports.lacks,
    outline=OUTLINE,
    tables=("chi_tieu", "dong_gop", "khen_thuong_hinh_thuc", "khen_thuong_don_vi", "xep_hang", "suy_ton"),
    present=_present,
    tolerates=("DN-", "BP-", "TT-", "KT-51"),
)
