"""Thông báo kết quả chấm điểm, xếp hạng, suy tôn và Cụm trưởng, Cụm phó năm sau."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.documents.acclaim import ACCLAIM
from pipeline.documents.common import COMMON
from pipeline.documents.kind import YEARLY, Kind, all_sheets, has
from pipeline.documents.outline import Section
from pipeline.documents.ranking import RANKING, by_minutes, by_rank, decided_ranks, rank_of
from pipeline.documents.results import shown
from pipeline.documents.source import Field, Fields, Says, Source
from pipeline.model import Cluster, Standing

_JOINED = "\u00a0"
OUTLINE = (Section("ket_qua_binh_xet", ("xep_hang", "suy_ton", "bau")),)


def _rows(cluster: Cluster) -> list[Fields]:
    """The units by rank: with their points, or as the meeting alone ranked them."""
    if cluster.standings:
        return [_scored(at, standing, cluster) for at, standing in enumerate(by_rank(cluster), 1)]
    ranks = decided_ranks(cluster)
    return [{**_BARE, "stt": at, "don_vi": name, "hang": rank} for at, (rank, name) in enumerate(ranks, 1)]


_BARE: Fields = {"diem": "", "xep_loai": "", "ghi_chu": ""}


def _scored(at: int, standing: Standing, cluster: Cluster) -> Fields:
    return {
        "stt": at,
        "don_vi": standing.unit.name,
        "diem": shown(standing.total),
        "hang": shown(rank_of(standing, cluster)),
        "xep_loai": shown(standing.grade),
        "ghi_chu": "không đề nghị khen thưởng" if standing.unit.barred else "",
    }


def _any(source: Source, name: str) -> bool:
    return any(row[name] != "" for row in _rows(source.cluster))


def _told(source: Source) -> Iterator[str]:
    """What the notice makes known, as its abstract names it."""
    cluster = source.cluster
    acclaimed = [n for n in cluster.nominations if n.status != "granted"]
    results = ["chấm điểm"] * bool(cluster.standings) + ["xếp hạng"] * _any(source, "hang")
    results += ["suy tôn"] * any(n.status == "acclaimed" for n in acclaimed)
    results += ["đề nghị khen thưởng"] * (bool(acclaimed) and "suy tôn" not in results)
    if results:
        yield f"kết quả {', '.join(results)} {cluster.period.name}"
    leaders = cluster.next_leaders
    if leaders.leader:
        titles = [cluster.leader_title] + [cluster.deputy_title] * bool(leaders.deputies)
        yield f"{', '.join(title.replace(' ', _JOINED) for title in titles)} {cluster.pledge_period.name}"


def _title(source: Source) -> str:
    text = " và ".join(_told(source))
    return text[:1].upper() + text[1:]


_ROW: Mapping[str, Says] = {
    "stt": "số thứ tự", "don_vi": "tên đơn vị", "diem": "tổng điểm", "hang": "xếp thứ", "xep_loai": "xếp loại",
    "ghi_chu": "ghi chú",
}  # fmt: skip

NOTICE = (
    Field("thong_bao.tieu_de", _title, "trích yếu"),
    Field("thong_bao.dong", lambda s: _rows(s.cluster), "các đơn vị theo thứ hạng", [_ROW]),
    Field("thong_bao.co_diem", lambda s: _any(s, "diem"), "có tổng điểm"),
    Field("thong_bao.co_hang", lambda s: _any(s, "hang"), "có thứ hạng"),
    Field("thong_bao.co_xep_loai", lambda s: _any(s, "xep_loai"), "có xếp loại"),
    Field("thong_bao.co_ghi_chu", lambda s: _any(s, "ghi_chu"), "có ghi chú"),
    Field("thong_bao.hang_khac_diem", lambda s: by_minutes(s.cluster) and bool(s.cluster.standings)
          and bool(decided_ranks(s.cluster)), "hội nghị quyết định thứ hạng của các đơn vị đã chấm điểm"),
)  # fmt: skip


def _present(found: Mapping[str, object], source: Source) -> dict[str, bool]:
    ranked = has(found, "thong_bao.dong")
    return {
        "xep_hang": ranked,
        "suy_ton": has(found, "suy_ton.nhom"),
        "bau": has(found, "bau.co"),
        "bang.xep_hang": ranked,
    }


def _lacks(cluster: Cluster) -> str | None:
    settled = cluster.standings or cluster.next_leaders.leader
    if settled or any(n.status != "granted" for n in cluster.nominations):
        return None
    return "chưa có kết quả xếp hạng, suy tôn, hoặc Cụm trưởng năm sau"


KIND = Kind(
    name="thong-bao-xep-hang",
    title="thông báo kết quả xếp hạng",
    paper="notice",
    periods=YEARLY,
    sheets=all_sheets("Đề nghị", "Chấm điểm", "Tiêu chí", "Quy định", "Bỏ phiếu"),
    table=(*COMMON, *RANKING, *ACCLAIM, *NOTICE),
    lacks=_lacks,
    outline=OUTLINE,
    tables=("xep_hang",),
    present=_present,
    tolerates=("TT-",),
)
