"""Bảng tổng hợp điểm: a landscape annex."""

from __future__ import annotations

from pipeline.documents.common import COMMON
from pipeline.documents.kind import YEARLY, Kind, all_sheets
from pipeline.documents.ranking import RANKING
from pipeline.model import Cluster


def _lacks(cluster: Cluster) -> str | None:
    missing = [name for name in ("Chấm điểm", "Tiêu chí") if name not in cluster.sheets]
    return f"chưa có trang “{missing[0]}”" if missing else None


KIND = Kind(
    name="bang-tong-hop-diem",
    title="bảng tổng hợp điểm",
    paper="score table",
    periods=YEARLY,
    sheets=all_sheets("Chấm điểm", "Tiêu chí", "Quy định"),
    table=(*COMMON, *RANKING),
    lacks=_lacks,
    tolerates=("TT-", "NGAY-"),
)
