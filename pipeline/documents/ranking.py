"""The fields of scores and ranks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.documents.points import (
    COLUMNS,
    column_flags,
    column_numbers,
    counting,
    group_fields,
    notes_of,
    points_of_row,
    signs,
    ways,
)
from pipeline.documents.results import shown
from pipeline.documents.source import LINES, Field, Fields, Says, Source
from pipeline.model import Cluster, Figure, Ordinal, Phrase, Standing
from pipeline.vietnamese.text import listing

FIRST_RANKS = 3
MOST_NAMED = 6
"""More units than these at the first ranks are left to the table."""


def by_rank(cluster: Cluster) -> list[Standing]:
    """The standings by the rank that is printed, equal ranks in the order of the list, those without one last."""
    order = {standing.unit.name: at for at, standing in enumerate(cluster.standings)}
    last = len(order) + 1
    return sorted(cluster.standings, key=lambda s: (_value(rank_of(s, cluster), last), order[s.unit.name]))


def rank_of(standing: Standing, cluster: Cluster) -> Figure | None:
    """The rank that is printed: the meeting's where it decided, else that of the points."""
    if by_minutes(cluster):
        return next((rank for rank, name in decided_ranks(cluster) if name == standing.unit.name), None)
    return standing.rank


def _value(rank: Figure | None, otherwise: int) -> int:
    return otherwise if rank is None else int(rank.value)


def decided_ranks(cluster: Cluster) -> list[tuple[Figure, str]]:
    """The ranks that the meeting decided, from the nominations."""
    ranks = [(n.rank, n.unit.name if n.unit else n.name) for n in cluster.nominations if n.rank is not None]
    return sorted(ranks, key=lambda pair: pair[0].value)


def by_minutes(cluster: Cluster) -> bool:
    """Whether the ranks of the meeting are printed and not those of the points."""
    ranked = any(standing.rank for standing in cluster.standings)
    return cluster.regulation.by_minutes or (bool(decided_ranks(cluster)) and not ranked)


def _ranks(cluster: Cluster) -> list[tuple[Figure, str, Figure | None]]:
    """Rank, unit and points, best first: of the meeting or of the points."""
    totals = {s.unit.name: s.total for s in cluster.standings}
    if by_minutes(cluster):
        return [(rank, name, totals.get(name)) for rank, name in decided_ranks(cluster)]
    return [(s.rank, s.unit.name, s.total) for s in by_rank(cluster) if s.rank is not None]


def first_ranks(cluster: Cluster) -> list[Fields]:
    """The first three ranks with their units; nothing where too many units share them."""
    groups: dict[int, list[tuple[Figure, str, Figure | None]]] = {}
    for entry in _ranks(cluster):
        if entry[0] <= FIRST_RANKS:
            groups.setdefault(int(entry[0].value), []).append(entry)
    if sum(map(len, groups.values())) > MOST_NAMED:
        return []
    return [_rank_group(cluster, entries) for entries in groups.values()]


def _rank_group(cluster: Cluster, entries: Sequence[tuple[Figure, str, Figure | None]]) -> Fields:
    points = None if by_minutes(cluster) else entries[0][2]
    return {"hang": entries[0][0], "don_vi": [name for _, name, _ in entries], "diem": points}


def _first(source: Source) -> Fields | None:
    best = [entry for entry in _ranks(source.cluster) if entry[0] == 1]
    return _rank_group(source.cluster, best) if best else None


def _row(at: int, standing: Standing, source: Source) -> Fields:
    return {
        "stt": at,
        "don_vi": standing.unit.name,
        **points_of_row(standing, source),
        "hang": shown(rank_of(standing, source.cluster)),
        "xep_loai": shown(standing.grade),
        "ghi_chu": row_note(standing, source),
    }


def row_note(standing: Standing, source: Source) -> str:
    """What a table says beside a unit: how it stands to its equals, how its points were counted, a bar."""
    return "; ".join(filter(None, (_tie(standing, source.cluster), *notes_of(standing, source))))


def _tie(standing: Standing, cluster: Cluster) -> str:
    """Why units of one total have ranks of their own."""
    parted = () if by_minutes(cluster) else standing.parted
    return f"bằng điểm, xếp theo {', rồi '.join(parted)}" if parted else ""


def _shared(cluster: Cluster) -> list[object]:
    """The ranks that several units have: "Sở Tư pháp và Sở Nội vụ đồng xếp thứ Nhì"."""
    found: dict[int, list[tuple[Figure, str, Figure | None]]] = {}
    for entry in _ranks(cluster):
        found.setdefault(int(entry[0].value), []).append(entry)
    return [
        Phrase((f"{listing([name for _, name, _ in same])} đồng xếp thứ\u00a0", Ordinal(same[0][0])))
        for same in found.values()
        if len(same) > 1
    ]


def _rows(source: Source) -> list[Fields]:
    return [_row(at, row, source) for at, row in enumerate(by_rank(source.cluster), 1)]


def _flags(source: Source) -> dict[str, bool]:
    return column_flags(source) | {"ghi_chu": any(row["ghi_chu"] for row in _rows(source))}


def _not_ranked(source: Source) -> list[Fields]:
    return [
        {"ten": s.unit.name, "vi_sao": "chưa chấm đủ điểm" if s.missing != ("tất cả",) else "chưa có điểm"}
        for s in source.cluster.standings
        if s.missing
    ]


def _notes(source: Source) -> list[object]:
    """What stands under the table: whose the ranks are, who has none, what the signs in it mean."""
    cluster = source.cluster
    decided = by_minutes(cluster) and bool(decided_ranks(cluster)) and bool(cluster.standings)
    return [
        *(["thứ hạng theo kết quả bình xét tại Hội nghị"] if decided else []),
        *(f"{row['ten']} không xếp hạng ({row['vi_sao']})" for row in _not_ranked(source)),
        *(_shared(cluster) if source.paper == "score table" else []),
        *signs(source),
    ]


def _flag_field(name: str) -> Field:
    return Field(f"xep_hang.co_{name}", lambda s: _flags(s)[name], f"có cột {COLUMNS[name]}")


_RANKED: Mapping[str, Says] = {
    "hang": "thứ hạng", "don_vi": ("các đơn vị cùng hạng", LINES), "diem": "tổng điểm; xếp theo biên bản thì không có",
}  # fmt: skip
_ROW: Mapping[str, Says] = {
    "stt": "số thứ tự", "don_vi": "tên đơn vị", "nhom": ("điểm từng nhóm tiêu chí", LINES), **COLUMNS,
}  # fmt: skip
_GROUP: Mapping[str, Says] = {"ten": "tên nhóm", "toi_da": "điểm tối đa", "cot": "số của cột: (3)"}


RANKING = (
    Field("xep_hang.co", lambda s: bool(_ranks(s.cluster)) or bool(s.cluster.standings), "có chấm điểm, xếp hạng"),
    Field("xep_hang.theo_bien_ban", lambda s: by_minutes(s.cluster) and bool(decided_ranks(s.cluster)),
          "hạng do hội nghị quyết định"),
    Field("xep_hang.co_diem", lambda s: bool(s.cluster.standings), "có điểm"),
    Field("xep_hang.thang_diem", lambda s: s.cluster.regulation.scale if s.cluster.standings else None, "thang điểm"),
    Field("xep_hang.cach_cham", ways, "các cách chấm", LINES),
    Field("xep_hang.nguon", lambda s: "" if by_minutes(s.cluster) else counting(s), "điểm dùng để xếp hạng"),
    Field("xep_hang.dau", lambda s: first_ranks(s.cluster), "ba hạng đầu", [_RANKED]),
    Field("xep_hang.nhat", _first, "hạng Nhất", _RANKED),
    Field("xep_hang.dong", _rows, "các dòng của bảng xếp hạng", [_ROW]),
    *(_flag_field(name) for name in COLUMNS if name not in ("tong", "hang")),
    Field("xep_hang.nhom", group_fields, "các cột nhóm tiêu chí", [_GROUP]),
    Field("xep_hang.cot", lambda s: column_numbers(s, _flags(s)), "số của các cột khác", COLUMNS),
    Field("xep_hang.khong_xep", _not_ranked, "đơn vị chưa xếp hạng", [{"ten": "tên đơn vị", "vi_sao": "lý do"}]),
    Field("xep_hang.ghi_chu", _notes, "các ghi chú dưới bảng", LINES),
)  # fmt: skip
