"""The points of a table of scores: its columns, how the total is made of them, what the signs in it mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.documents.results import shown
from pipeline.documents.source import Fields, Says, Source
from pipeline.model import Cluster, Criterion, Figure, Phrase, Standing
from pipeline.transforms.figures import total
from pipeline.transforms.scoring import SOURCE_NAMES as SOURCE_WORDS
from pipeline.vietnamese.text import bare

COLUMNS: Mapping[str, Says] = {
    "quy_doi": "điểm quy đổi", "thuong": "điểm thưởng", "tru": "điểm trừ", "tu_cham": "điểm tự chấm",
    "cham_cheo": "điểm chấm chéo", "tham_dinh": "điểm thẩm định", "tong": "tổng điểm", "hang": "xếp thứ",
    "xep_loai": "xếp loại", "ghi_chu": "ghi chú",
}  # fmt: skip
NOT_SCORED, EXEMPT = "-", "KAD"
"""Where nobody scored, which is not 0; where a criterion does not apply to the unit."""
_SOURCE_TAGS = {"self": "tu_cham", "cross": "cham_cheo", "appraised": "tham_dinh"}
_BEFORE = 2
"""Columns before the points: STT and the unit."""


@dataclass(frozen=True)
class Group:
    """A column of first-level criteria: of one name, in whichever set of criteria they stand."""

    name: str
    criteria: tuple[Criterion, ...]

    @property
    def maximum(self) -> Figure | Phrase | None:
        """The most points of it; "30 hoặc 20" where two sets differ."""
        known = list({c.maximum.value: c.maximum for c in self.criteria if c.maximum}.values())
        parts = [part for figure in known for part in (figure, " hoặc ")][:-1]
        return known[0] if len(known) == 1 else Phrase(tuple(parts)) if known else None

    def of(self, standing: Standing) -> Figure | None:
        """The points of a unit."""
        return next((standing.groups[c.code] for c in self.criteria if c.code in standing.groups), None)

    def shown(self, standing: Standing) -> object:
        """The points of a unit, or why there are none."""
        if (points := self.of(standing)) is not None:
            return points
        return EXEMPT if all(c.code in standing.exempt for c in self.criteria) else NOT_SCORED


def group_columns(cluster: Cluster) -> list[Group]:
    """The first-level standard criteria under which points were given, those of one name together."""
    used = {code for standing in cluster.standings for code in standing.groups}
    found: dict[str, list[Criterion]] = {}
    for criterion in cluster.criteria:
        if criterion.parent is None and criterion.kind == "standard" and criterion.code in used:
            found.setdefault(bare(criterion.name), []).append(criterion)
    return [Group(same[0].name, tuple(same)) for same in found.values()]


def group_fields(source: Source) -> list[Fields]:
    """The columns of groups with their numbers."""
    columns = enumerate(group_columns(source.cluster), _BEFORE + 1)
    return [{"ten": group.name, "toi_da": group.maximum, "cot": f"({at})"} for at, group in columns]


def points_of_row(standing: Standing, source: Source) -> Fields:
    """The points of a unit by column; the score table has totals where the reports have what the criteria gave."""
    parts = {"self": standing.self_points, "cross": standing.cross_points, "appraised": standing.appraised_points}
    by_source = standing.totals if source.paper == "score table" else parts
    return {
        "nhom": [group.shown(standing) for group in group_columns(source.cluster)],
        "quy_doi": _or_dash(None if standing.missing else converted(standing)),
        **{tag: _or_dash(by_source.get(key)) for key, tag in _SOURCE_TAGS.items()},
        "thuong": shown(standing.bonus),
        "tru": shown(_size(standing.penalty)),
        "tong": shown(standing.total),
    }


def converted(standing: Standing) -> Figure | None:
    """The points of all groups as they count: converted, or as they are where all criteria apply."""
    return standing.converted or total(standing.groups.values(), f"điểm các nhóm của {standing.unit.name}")


def _or_dash(points: Figure | None) -> object:
    return NOT_SCORED if points is None else points


def _size(deduction: Figure | None) -> Figure | None:
    """A deduction as a column headed "Điểm trừ" prints it: without its sign."""
    if deduction is None or deduction.value >= 0:
        return deduction
    return replace(deduction, value=-deduction.value)


# --- notes ------------------------------------------------------------------------------------------


def notes_of(standing: Standing, source: Source) -> list[str]:
    """What a row says beside its points; of a bar never the reason."""
    return [
        *(["điểm quy đổi"] if standing.converted and source.paper != "score table" else []),
        *(["tổng điểm không quá thang điểm"] if is_cut(standing, source.cluster) else []),
        *(["không đề nghị khen thưởng"] if standing.unit.barred else []),
    ]


def is_cut(standing: Standing, cluster: Cluster) -> bool:
    """Whether a total was kept within the scale, so that it is less than what it is made of."""
    parts = (converted(standing), standing.bonus, standing.penalty)
    whole = sum((Decimal(part.value) for part in parts if part is not None), Decimal(0))
    return not cluster.regulation.over_scale and standing.total is not None and whole > standing.total.value


def signs(source: Source) -> list[object]:
    """What the signs and columns of the score table mean, where they stand in it."""
    if source.paper != "score table":
        return []
    rows = source.cluster.standings
    cells = [group.shown(row) for row in rows for group in group_columns(source.cluster)]
    scale = next((row.converted.figures[1] for row in rows if row.converted), None)
    exempt: list[object] = [f"{EXEMPT}: tiêu chí không áp dụng đối với đơn vị"] if EXEMPT in cells else []
    return exempt + ([Phrase(("điểm quy đổi tính theo thang điểm\u00a0", scale))] if scale else [])


# --- columns ----------------------------------------------------------------------------------------


def column_flags(source: Source) -> dict[str, bool]:
    """Which columns stand. In the score table the points that count stand as the total only."""
    flags = _flags_of_reports(source)
    if source.paper == "score table":
        flags |= {tag: flags[tag] and SOURCE_WORDS[key] != counting(source) for key, tag in _SOURCE_TAGS.items()}
    return flags


def _flags_of_reports(source: Source) -> dict[str, bool]:
    whole = source.paper == "score table" and source.cluster.regulation.source != "mean"
    return {
        "quy_doi": whole and _has(source, "converted"),
        "thuong": _has(source, "bonus"),
        "tru": _has(source, "penalty"),
        "tu_cham": _has(source, "self_points"),
        "cham_cheo": _has(source, "cross_points"),
        "tham_dinh": _has(source, "appraised_points"),
        "tong": True,
        "hang": True,
        "xep_loai": _has(source, "grade"),
    }


def _has(source: Source, name: str) -> bool:
    return any(getattr(standing, name) is not None for standing in source.cluster.standings)


def column_numbers(source: Source, flags: Mapping[str, bool]) -> dict[str, str]:
    """ "(3)" over each column that stands, from the left; over the total how it is made: "(9)=(3)+…+(7)-(8)"."""
    groups = range(_BEFORE + 1, _BEFORE + 1 + len(group_columns(source.cluster)))
    standing = [name for name in COLUMNS if flags[name]]
    at = {name: number for number, name in enumerate(standing, groups.stop)}
    numbers = dict.fromkeys(COLUMNS, "") | {name: f"({number})" for name, number in at.items()}
    counted = [at["quy_doi"]] if flags["quy_doi"] else list(groups)
    if counted and source.cluster.regulation.source != "mean":
        numbers["tong"] += _made_of(counted + ([at["thuong"]] if flags["thuong"] else []), numbers["tru"])
    return numbers


def _made_of(added: list[int], deducted: str) -> str:
    """How the total is made of the columns before it: "=(3)+…+(7)-(8)"; nothing where it is one of them."""
    if len(added) == 1 and not deducted:
        return ""
    first, last = f"({added[0]})", f"({added[-1]})"
    whole = first if len(added) == 1 else f"{first}{'+' if len(added) == 2 else '+…+'}{last}"
    return f"={whole}-{deducted}" if deducted else f"={whole}"


def ways(source: Source) -> list[str]:
    """Who scored."""
    flags = _flags_of_reports(source)
    return [SOURCE_WORDS[key] for key, tag in _SOURCE_TAGS.items() if flags[tag]]


def counting(source: Source) -> str:
    """Whose points count."""
    chosen = source.cluster.regulation.source
    if chosen:
        return SOURCE_WORDS[chosen]
    return (ways(source) or [""])[-1]
