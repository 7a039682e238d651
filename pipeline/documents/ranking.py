"""The fields of scores and ranks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.documents.results import shown
from pipeline.documents.source import LINES, Field, Fields, Says, Source
from pipeline.model import Cluster, Criterion, Figure, Standing
from pipeline.transforms.scoring import SOURCE_NAMES as SOURCE_WORDS

FIRST_RANKS = 3
MOST_NAMED = 6
"""More units than these at the first ranks are left to the table."""
_COLUMNS: Mapping[str, Says] = {
    "thuong": "điểm thưởng", "tru": "điểm trừ", "tu_cham": "điểm tự chấm", "cham_cheo": "điểm chấm chéo",
    "tham_dinh": "điểm thẩm định", "tong": "tổng điểm", "hang": "xếp thứ", "xep_loai": "xếp loại",
    "ghi_chu": "ghi chú",
}  # fmt: skip


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
    cluster = source.cluster
    whole = source.paper == "score table"
    return {
        "stt": at,
        "don_vi": standing.unit.name,
        "nhom": [_points(standing.groups.get(c.code)) for c in group_columns(cluster)],
        "tu_cham": _points(standing.totals.get("self") if whole else standing.self_points),
        "cham_cheo": _points(standing.totals.get("cross") if whole else standing.cross_points),
        "tham_dinh": _points(standing.totals.get("appraised") if whole else standing.appraised_points),
        "thuong": shown(standing.bonus),
        "tru": shown(_size(standing.penalty)),
        "tong": shown(standing.total),
        "hang": shown(rank_of(standing, cluster)),
        "xep_loai": shown(standing.grade),
        "ghi_chu": _note(standing),
    }


def _points(points: Figure | None) -> object:
    """Points in a table; a dash where nobody scored, which is not 0."""
    return "-" if points is None else points


def _size(deduction: Figure | None) -> Figure | None:
    """A deduction as a column headed "Điểm trừ" prints it: without its sign."""
    if deduction is None or deduction.value >= 0:
        return deduction
    return replace(deduction, value=-deduction.value)


def _note(standing: Standing) -> str:
    return "không đề nghị khen thưởng" if standing.unit.barred else ""


def group_columns(cluster: Cluster) -> list[Criterion]:
    """The first-level standard criteria under which points were given."""
    used = {code for standing in cluster.standings for code in standing.groups}
    return [c for c in cluster.criteria if c.parent is None and c.kind == "standard" and c.code in used]


def _has(source: Source, name: str) -> bool:
    return any(getattr(standing, name) is not None for standing in source.cluster.standings)


def _column_flags(source: Source) -> dict[str, bool]:
    """Which columns stand. In the score table the points that count stand as the total only."""
    flags = _flags_of_reports(source)
    if source.paper == "score table":
        flags |= {tag: flags[tag] and SOURCE_WORDS[key] != _counting(source) for key, tag in _SOURCE_TAGS.items()}
    return flags


def _flags_of_reports(source: Source) -> dict[str, bool]:
    return {
        "thuong": _has(source, "bonus"),
        "tru": _has(source, "penalty"),
        "tu_cham": _has(source, "self_points"),
        "cham_cheo": _has(source, "cross_points"),
        "tham_dinh": _has(source, "appraised_points"),
        "tong": True,
        "hang": True,
        "xep_loai": _has(source, "grade"),
        "ghi_chu": any(_note(standing) for standing in source.cluster.standings),
    }


def _column_numbers(source: Source) -> dict[str, str]:
    """ "(3)" over each column that stands, from the left; the rest stays empty."""
    before, flags = 2 + len(group_columns(source.cluster)), _column_flags(source)
    standing = [name for name in _COLUMNS if flags[name]]
    numbers = dict.fromkeys(_COLUMNS, "") | {name: f"({at})" for at, name in enumerate(standing, before + 1)}
    if source.cluster.regulation.source != "mean":
        numbers["tong"] += _sum_of_columns(before + flags["thuong"], numbers["tru"])
    return numbers


def _sum_of_columns(last: int, deducted: str) -> str:
    """How the total is made of the columns before it: "=(3)+…+(7)-(8)"."""
    added = {3: "(3)", 4: "(3)+(4)"}.get(last, f"(3)+…+({last})" if last > 4 else "")
    if not added or (last == 3 and not deducted):
        return ""
    return f"={added}-{deducted}" if deducted else f"={added}"


def _group_fields(source: Source) -> list[Fields]:
    return [
        {"ten": c.name, "toi_da": c.maximum, "cot": f"({at})"} for at, c in enumerate(group_columns(source.cluster), 3)
    ]


def _not_ranked(source: Source) -> list[Fields]:
    return [
        {"ten": s.unit.name, "vi_sao": "chưa chấm đủ điểm" if s.missing != ("tất cả",) else "chưa có điểm"}
        for s in source.cluster.standings
        if s.missing
    ]


def _ways(source: Source) -> list[str]:
    flags = _flags_of_reports(source)
    return [SOURCE_WORDS[key] for key, tag in _SOURCE_TAGS.items() if flags[tag]]


_SOURCE_TAGS = {"self": "tu_cham", "cross": "cham_cheo", "appraised": "tham_dinh"}


def _counting(source: Source) -> str:
    chosen = source.cluster.regulation.source
    if chosen:
        return SOURCE_WORDS[chosen]
    return (_ways(source) or [""])[-1]


def _flag_field(name: str) -> Field:
    return Field(f"xep_hang.co_{name}", lambda s: _column_flags(s)[name], f"có cột {_COLUMNS[name]}")


_RANKED: Mapping[str, Says] = {
    "hang": "thứ hạng", "don_vi": ("các đơn vị cùng hạng", LINES), "diem": "tổng điểm; xếp theo biên bản thì không có",
}  # fmt: skip
_ROW: Mapping[str, Says] = {
    "stt": "số thứ tự", "don_vi": "tên đơn vị", "nhom": ("điểm từng nhóm tiêu chí", LINES), **_COLUMNS,
}  # fmt: skip
_GROUP: Mapping[str, Says] = {"ten": "tên nhóm", "toi_da": "điểm tối đa", "cot": "số của cột: (3)"}


RANKING = (
    Field("xep_hang.co", lambda s: bool(_ranks(s.cluster)) or bool(s.cluster.standings), "có chấm điểm, xếp hạng"),
    Field("xep_hang.theo_bien_ban", lambda s: by_minutes(s.cluster) and bool(decided_ranks(s.cluster)),
          "hạng do hội nghị quyết định"),
    Field("xep_hang.co_diem", lambda s: bool(s.cluster.standings), "có điểm"),
    Field("xep_hang.thang_diem", lambda s: s.cluster.regulation.scale if s.cluster.standings else None, "thang điểm"),
    Field("xep_hang.cach_cham", _ways, "các cách chấm", LINES),
    Field("xep_hang.nguon", lambda s: "" if by_minutes(s.cluster) else _counting(s), "điểm dùng để xếp hạng"),
    Field("xep_hang.dau", lambda s: first_ranks(s.cluster), "ba hạng đầu", [_RANKED]),
    Field("xep_hang.nhat", _first, "hạng Nhất", _RANKED),
    Field("xep_hang.dong", lambda s: [_row(at, row, s) for at, row in enumerate(by_rank(s.cluster), 1)],
          "các dòng của bảng xếp hạng", [_ROW]),
    *(_flag_field(name) for name in _COLUMNS if name not in ("tong", "hang")),
    Field("xep_hang.nhom", _group_fields, "các cột nhóm tiêu chí", [_GROUP]),
    Field("xep_hang.cot", _column_numbers, "số của các cột khác", _COLUMNS),
    Field("xep_hang.khong_xep", _not_ranked, "đơn vị chưa xếp hạng", [{"ten": "tên đơn vị", "vi_sao": "lý do"}]),
)  # fmt: skip
