"""The fields of results in numbers: progress of the pledge, social work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.documents.source import Field, Fields, Says, Source
from pipeline.model import Cluster, Contribution, Counted, Figure, Target, count
from pipeline.problems import Place
from pipeline.transforms.figures import share, total
from pipeline.vietnamese.numbers import half_up, roman


def shown(value: object) -> object:
    """A value as a table cell prints it: nothing where nobody reported anything."""
    return "" if value is None else value


def bare_percent(figure: Figure | None) -> object:
    """A percentage for a column headed "(%)": one decimal, without the sign and without ",0"."""
    if figure is None:
        return ""
    return replace(figure, value=short(half_up(Decimal(figure.value), 1)), kind="quantity")


def short(value: Decimal) -> Decimal:
    """The number without decimals that are all zero."""
    return value.to_integral_value() if value == value.to_integral_value() else value


# --- progress of the pledge -----------------------------------------------------------------------


def targets(cluster: Cluster, year: int) -> list[Target]:
    """The targets of one year, those of a group together, in the order of the sheet."""
    found = [target for target in cluster.targets if target.year == year]
    groups = list(dict.fromkeys(target.group for target in found))
    return sorted(found, key=lambda target: groups.index(target.group))


def target_rows(found: Sequence[Target]) -> list[Fields]:
    """Targets as table rows under their group rows; STT runs through."""
    rows: list[Fields] = []
    groups: list[str] = []
    for at, target in enumerate(found, 1):
        if target.group and target.group not in groups:
            groups.append(target.group)
            rows.append({**_EMPTY, "la_nhom": True, "stt": roman(len(groups)), "noi_dung": target.group})
        rows.append(_target_row(at, target))
    return rows


_EMPTY: Fields = dict.fromkeys(("don_vi_tinh", "ke_hoach", "ket_qua", "ty_le", "danh_gia", "ghi_chu"), "")


def _target_row(at: int, target: Target) -> Fields:
    text = f"{target.text} ({target.unit.name})" if target.unit else target.text
    return {
        **_EMPTY,
        "la_nhom": False,
        "stt": str(at),
        "noi_dung": text,
        "don_vi_tinh": shown(target.measure),
        "ke_hoach": shown(target.plan),
        "ket_qua": shown(target.result),
        "ty_le": bare_percent(target.share),
        "danh_gia": shown(target.verdict),
    }


def _progress(source: Source) -> list[Target]:
    return [
        t for t in targets(source.cluster, source.cluster.period.year) if t.plan is not None or t.result is not None
    ]


def _judged(source: Source, *verdicts: str) -> Figure | None:
    found = [target for target in _progress(source) if target.verdict in verdicts]
    if not any(target.verdict for target in _progress(source)):
        return None
    return count(found, "chỉ tiêu " + " hoặc ".join(verdicts).lower(), "chỉ tiêu", _places(found))


def _places(found: Sequence[Target]) -> list[Place]:
    return [place for t in found for f in (t.plan, t.result) for place in (f.cells if isinstance(f, Figure) else ())]


def _known_progress(source: Source) -> Figure:
    found = [t for t in _progress(source) if t.verdict or (source.cluster.period.kind == "half_year" and t.result)]
    return count(found, "chỉ tiêu có kế hoạch và kết quả", "chỉ tiêu", _places(found))


def _share_met(source: Source) -> Figure | None:
    met = _judged(source, "Đạt", "Vượt")
    return share(met, _known_progress(source), "chỉ tiêu đạt, vượt") if met is not None else None


# --- social work ----------------------------------------------------------------------------------


def _contribution_row(at: int, given: Contribution) -> Fields:
    quantity = given.quantity
    return {
        "stt": at,
        "don_vi": given.unit.name if given.unit else "",
        "noi_dung": given.activity,
        "so_tien": shown(given.amount),
        "doi_tuong": shown(given.beneficiaries),
        "so_luong": "" if quantity is None else Counted(quantity, given.measure) if given.measure else quantity,
    }


def _contributions(source: Source) -> Fields:
    given = source.cluster.contributions
    amounts = [c.amount for c in given if c.amount is not None]
    return {
        "dong": [_contribution_row(at, c) for at, c in enumerate(given, 1)],
        "tong_tien": total(amounts, "số tiền"),
        "so_hoat_dong": count(given, "hoạt động", "hoạt động", (c.place for c in given)),
        "co_tien": bool(amounts),
        "co_so_luong": any(c.quantity is not None for c in given),
        "co_doi_tuong": any(c.beneficiaries for c in given),
    }


TARGET: Mapping[str, Says] = {
    "la_nhom": "là dòng tên nhóm", "stt": "số thứ tự", "noi_dung": "chỉ tiêu, hoặc tên nhóm",
    "don_vi_tinh": "đơn vị tính", "ke_hoach": "kế hoạch", "ket_qua": "kết quả",
    "ty_le": "kết quả so với kế hoạch (%)", "danh_gia": "Đạt, Vượt, Chưa đạt", "ghi_chu": "ghi chú",
}  # fmt: skip
_CONTRIBUTION: Mapping[str, Says] = {
    "stt": "số thứ tự", "don_vi": "tên đơn vị", "noi_dung": "hoạt động", "so_tien": "số tiền (đồng)",
    "doi_tuong": "đối tượng hưởng", "so_luong": "số lượng, đơn vị tính",
}  # fmt: skip

RESULTS = (
    Field("chi_tieu.dong", lambda s: target_rows(_progress(s)),
          "tiến độ chỉ tiêu của giao ước", [TARGET]),
    Field("chi_tieu.so", _known_progress, "số chỉ tiêu có kế hoạch và kết quả"),
    Field("chi_tieu.dat", lambda s: _judged(s, "Đạt", "Vượt"), "số chỉ tiêu đạt, vượt"),
    Field("chi_tieu.ty_le_dat", _share_met, "tỷ lệ chỉ tiêu đạt, vượt (%)"),
    Field("chi_tieu.vuot", lambda s: _judged(s, "Vượt"), "số chỉ tiêu vượt"),
    Field("chi_tieu.chua_dat", lambda s: _judged(s, "Chưa đạt"), "số chỉ tiêu chưa đạt"),
    Field("dong_gop", _contributions,
          "xã hội, từ thiện", {
              "dong": ("các hoạt động", [_CONTRIBUTION]), "tong_tien": "tổng số tiền (đồng)",
              "so_hoat_dong": "số hoạt động", "co_tien": "có số tiền", "co_so_luong": "có số lượng",
              "co_doi_tuong": "có đối tượng hưởng",
          }),
)  # fmt: skip
