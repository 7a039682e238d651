"""Biên bản hội nghị tổng kết, bình xét, suy tôn (Mẫu 1.9)."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.documents.acclaim import ACCLAIM
from pipeline.documents.common import COMMON
from pipeline.documents.kind import YEARLY, Kind, all_sheets, has
from pipeline.documents.outline import Section
from pipeline.documents.pledge import PLEDGE, pledged
from pipeline.documents.ranking import RANKING
from pipeline.documents.source import Source
from pipeline.documents.texts import TEXTS
from pipeline.model import Cluster

OUTLINE = (
    Section("bao_cao", ("trinh_bay", "thao_luan", "phat_bieu", "ket_luan")),
    Section("cham_diem"),
    Section("binh_xet", ("to_kiem_phieu", "bo_phieu", "ket_qua")),
    Section("bau"),
    Section("ky_ket"),
)


def _present(found: Mapping[str, object], source: Source) -> dict[str, bool]:
    tellers = has(found, "hoi_nghi.to_kiem_phieu.truong") or has(found, "hoi_nghi.to_kiem_phieu.thanh_vien")
    votes = [vote for vote in _votes(found) if not vote.get("bau")]
    return {
        "trinh_bay": "bao-cao-tong-ket" in source.made,
        "thao_luan": has(found, "noi_dung.thao_luan"),
        "phat_bieu": has(found, "noi_dung.phat_bieu"),
        "ket_luan": has(found, "noi_dung.ket_luan"),
        "cham_diem": has(found, "xep_hang.co"),
        "to_kiem_phieu": tellers,
        "bo_phieu": bool(votes),
        "ket_qua": has(found, "suy_ton.nhom"),
        "bau": has(found, "bau.co"),
        "ky_ket": bool(pledged(source.cluster)) and not source.cluster.pledge_later,
        "bang.xep_hang": has(found, "xep_hang.dong"),
        "bang.bo_phieu": any(vote.get("dong") for vote in votes),
    }


def _votes(found: Mapping[str, object]) -> list[Mapping[str, object]]:
    ballots = found["bo_phieu"]
    votes = ballots.get("lan") if isinstance(ballots, Mapping) else None
    return votes if isinstance(votes, list) else []


def _lacks(cluster: Cluster) -> str | None:
    if cluster.nominations or cluster.standings:
        return None
    return "chưa có trang “Đề nghị” hoặc “Chấm điểm”"


KIND = Kind(
    name="bien-ban-binh-xet",
    title="biên bản bình xét, suy tôn",
    paper="minutes",
    periods=YEARLY,
    sheets=all_sheets("Thành phần", "Đề nghị", "Chấm điểm", "Tiêu chí", "Quy định", "Bỏ phiếu", "Nội dung", "Giao ước"),
    table=(*COMMON, *TEXTS, *RANKING, *ACCLAIM, *PLEDGE),
    lacks=_lacks,
    outline=OUTLINE,
    tables=("xep_hang", "bo_phieu"),
    present=_present,
    tolerates=("DN-", "TT-"),
)
