"""Báo cáo sơ kết 6 tháng: no ranks and no verdicts, only progress."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.documents import reports
from pipeline.documents.kind import Kind
from pipeline.documents.outline import Section
from pipeline.documents.source import Source

OUTLINE = (
    Section("dac_diem", ("dac_diem_chung", "thuan_loi_kho_khan")),
    Section("lanh_dao", ("quan_triet", "ban_hanh", "phat_dong", "tuyen_truyen")),
    Section("ket_qua", ("phong_trao", "nhiem_vu_don_vi", "chi_tieu", "khen_thuong", "dong_gop", "hoat_dong")),
    Section("danh_gia", ("uu_diem", "han_che", "nguyen_nhan")),
    Section("phuong_huong"),
    Section("kien_nghi"),
)


def _present(found: Mapping[str, object], source: Source) -> dict[str, bool]:
    shown = reports.present(found, source)
    ahead = shown["phuong_huong_chung"] or shown["nhiem_vu"] or shown["giai_phap"]
    return {**shown, "phuong_huong": ahead}


KIND = Kind(
    name="bao-cao-so-ket",
    title="báo cáo sơ kết",
    paper="report",
    periods=("half_year",),
    sheets=reports.SHEETS,
    table=reports.FIELDS,
    lacks=reports.lacks,
    outline=OUTLINE,
    tables=("chi_tieu", "khen_thuong_hinh_thuc", "khen_thuong_don_vi", "dong_gop"),
    present=_present,
    tolerates=("DN-", "BP-", "TT-", "KT-51"),
)
