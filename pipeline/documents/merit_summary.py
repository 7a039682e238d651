"""Tóm tắt thành tích: about a page for each candidate, signed by the head of its unit."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.documents.cases import lacks, pending
from pipeline.documents.common import COMMON
from pipeline.documents.kind import YEARLY, Kind, Part, all_sheets, has
from pipeline.documents.merit import parts_of
from pipeline.documents.merit_fields import MERIT
from pipeline.documents.outline import Section
from pipeline.documents.source import Source
from pipeline.model import Cluster

OUTLINE = (Section("tom_tat", ("ten", "quan_ly", "binh_xet", "noi_bat", "chi_tieu", "da_khen")),)
SHEETS = all_sheets(
    "Đề nghị", "Chấm điểm", "Tiêu chí", "Quy định", "Bỏ phiếu", "Nội dung", "Giao ước", "Khen thưởng đã nhận"
)
_EITHER = {
    "quan_ly": ("chuc_vu", "co_quan_quan_ly"), "binh_xet": ("diem", "hang", "phieu"), "noi_bat": ("tom_tat", "ket_qua"),
    "chi_tieu": ("chi_tieu",), "da_khen": ("da_khen",),
}  # fmt: skip


def _present(found: Mapping[str, object], source: Source) -> dict[str, bool]:
    told = {tag: any(has(found, f"thanh_tich.{name}") for name in names) for tag, names in _EITHER.items()}
    return {"ten": True, **told}


def _parts(cluster: Cluster) -> tuple[Part, ...]:
    return parts_of(pending(cluster))


KIND = Kind(
    name="tom-tat-thanh-tich",
    title="tóm tắt thành tích",
    paper="merit summary",
    periods=YEARLY,
    sheets=SHEETS,
    table=(*COMMON, *MERIT),
    lacks=lacks,
    parts=_parts,
    outline=OUTLINE,
    present=_present,
)
