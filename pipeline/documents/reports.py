"""What the half-year and the annual report share: their sheets, and when a heading has something to say."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.documents.acclaim import ACCLAIM
from pipeline.documents.annexes import ANNEXES
from pipeline.documents.charts import CHARTS
from pipeline.documents.commended import COMMENDATIONS
from pipeline.documents.common import COMMON
from pipeline.documents.kind import all_sheets, has
from pipeline.documents.ranking import RANKING
from pipeline.documents.results import RESULTS
from pipeline.documents.source import Source
from pipeline.documents.texts import TEXTS
from pipeline.model import Cluster

FIELDS = (*COMMON, *TEXTS, *RESULTS, *COMMENDATIONS, *RANKING, *ACCLAIM, *CHARTS, *ANNEXES)
SHEETS = all_sheets(
    "Thành phần", "Quy định", "Tiêu chí", "Chấm điểm", "Khen thưởng", "Khen thưởng kỳ trước", "Đề nghị",
    "Bỏ phiếu", "Giao ước", "Xã hội, từ thiện", "Phong trào", "Nội dung", "Căn cứ",
)  # fmt: skip
_DIRECT = {
    "thuan_loi_kho_khan": "noi_dung.thuan_loi_kho_khan", "quan_triet": "van_ban_cap_tren.quan_triet",
    "ban_hanh": "van_ban_cap_tren.ban_hanh", "lanh_dao": "noi_dung.chi_dao",
    "tuyen_truyen": "noi_dung.tuyen_truyen", "xay_dung_dang": "noi_dung.xay_dung_dang",
    "uu_diem": "noi_dung.uu_diem", "han_che": "noi_dung.han_che", "nguyen_nhan": "noi_dung.nguyen_nhan",
    "bai_hoc": "noi_dung.bai_hoc", "phuong_huong_chung": "noi_dung.phuong_huong",
    "nhiem_vu": "noi_dung.nhiem_vu", "giai_phap": "noi_dung.giai_phap", "kien_nghi": "noi_dung.kien_nghi",
}  # fmt: skip
_EITHER = {
    "phat_dong": ("noi_dung.phat_dong", "cum.chu_de", "cum.khau_hieu"),
    "phong_trao": ("noi_dung.phong_trao", "phong_trao"),
    "nhiem_vu_don_vi": ("noi_dung.ket_qua", "noi_dung.ket_qua_don_vi"),
    "chi_tieu": ("noi_dung.chi_tieu", "chi_tieu.dong"),
    "dong_gop": ("noi_dung.dong_gop", "dong_gop.dong"),
    "khen_thuong": ("noi_dung.khen_thuong", "khen_thuong.tong", "khen_thuong.don_vi_duoc_co"),
}  # fmt: skip


def present(found: Mapping[str, object], source: Source) -> dict[str, bool]:
    """Which headings and tables of the reports have something to say."""
    shown = {tag: has(found, path) for tag, path in _DIRECT.items()}
    shown |= {tag: any(has(found, path) for path in paths) for tag, paths in _EITHER.items()}
    met = has(found, "hoi_nghi.qua") and has(found, "hoi_nghi.ngay_ngan")
    by_level = has(found, "khen_thuong.co_cap")
    shown |= {
        "dac_diem_chung": True,
        "hoat_dong": has(found, "noi_dung.hoat_dong") or met,
        "bang.chi_tieu": has(found, "chi_tieu.dong"),
        "bang.khen_thuong_hinh_thuc": has(found, "khen_thuong.hinh_thuc"),
        "bang.khen_thuong_don_vi": has(found, "khen_thuong.co_don_vi") and not by_level,
        "bang.dong_gop": has(found, "dong_gop.dong"),
    }
    return shown


def lacks(cluster: Cluster) -> str | None:
    """A report needs something to report: commendations, passages or movements."""
    if cluster.commendations or cluster.passages or cluster.movements:
        return None
    return "chưa có trang “Khen thưởng”, “Nội dung” hoặc “Phong trào”"
