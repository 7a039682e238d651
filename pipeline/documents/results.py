"""The fields of results in numbers: progress of the pledge, commendations, social work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.documents.source import Field, Fields, Source
from pipeline.model import (
    CASES,
    LEVEL_NAMES,
    NOUNS,
    RECIPIENTS,
    Cluster,
    Commendations,
    Contribution,
    Counted,
    Counts,
    Figure,
    FormCounts,
    Target,
    Text,
    UnitCounts,
    count,
)  # fmt: skip
from pipeline.transforms.figures import difference, share, times, total
from pipeline.vietnamese.numbers import half_up, roman

SHORT = {"collective": "tap_the", "person": "ca_nhan", "household": "ho"}
GROUPS = {"state": "Cấp Nhà nước", "ministry": "Cấp bộ, ban, ngành, tỉnh", "base": "Cấp cơ sở", None: "Khác"}
FEW = 10
"""A base under ten is compared in absolute numbers only."""
MANY_TIMES = 2


def shown(value: object) -> object:
    """A value as a table cell prints it: nothing where nobody reported anything."""
    return "" if value is None else value


def bare_percent(figure: Figure | None) -> object:
    """A percentage for a column headed "(%)": one decimal, without the sign and without ",0"."""
    if figure is None:
        return ""
    value = half_up(Decimal(figure.value), 1)
    value = value.to_integral_value() if value == value.to_integral_value() else value
    return replace(figure, value=value, kind="quantity")


# --- progress of the pledge -----------------------------------------------------------------------


def targets(cluster: Cluster, year: int) -> list[Target]:
    """The targets of one year, those of a group together, in the order of the sheet."""
    found = [target for target in cluster.targets if target.year == year]
    groups = list(dict.fromkeys(target.group for target in found))
    return sorted(found, key=lambda target: groups.index(target.group))


def target_rows(found: Sequence[Target], row: Mapping[str, object] | None = None) -> list[Fields]:
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


def _places(found: Sequence[Target]) -> list:  # type: ignore[type-arg]
    return [place for t in found for f in (t.plan, t.result) for place in (f.cells if isinstance(f, Figure) else ())]


def _known_progress(source: Source) -> Figure:
    found = [t for t in _progress(source) if t.verdict or (source.cluster.period.kind == "half_year" and t.result)]
    return count(found, "chỉ tiêu có kế hoạch và kết quả", "chỉ tiêu", _places(found))


# --- commendations --------------------------------------------------------------------------------


def counted(counts: Counts) -> list[Counted]:
    """The occasions by recipient as phrases, zeros left out: "960 lượt tập thể"."""
    return [Counted(counts[name], NOUNS[name]) for name in RECIPIENTS if counts.get(name)]


def _cells(counts: Counts) -> Fields:
    return {tag: shown(counts.get(name)) for name, tag in SHORT.items()}


def _past(counts: Counts) -> Fields:
    return {f"{tag}_truoc": shown(counts.get(name)) for name, tag in SHORT.items()}


def _change(now: Counts, before: Counts) -> Fields:
    """The signed change by recipient, where both sides were reported."""
    found = {}
    for name, tag in SHORT.items():
        here, there = now.get(name), before.get(name)
        both = here is not None and there is not None
        found[f"{tag}_tang"] = _signed(here, there) if both and here is not None and there is not None else ""
    return found


def _signed(now: Figure, before: Figure) -> Figure:
    return replace(difference(now, before), value=now.value - before.value, kind="quantity")


def _form_row(mark: str, name: str, now: Counts, before: Counts, group: bool) -> Fields:
    return {
        "la_nhom": group,
        "stt": mark,
        "ten": name,
        **_cells(now),
        **_past(before),
        **_change(now, before),
    }


def form_rows(found: Commendations) -> list[Fields]:
    """The table by form: a row a form under the rows of its level, numbered anew under each."""
    rows: list[Fields] = []
    levels = list(dict.fromkeys(form.level for form in found.forms))
    for at, level in enumerate(levels, 1):
        if len(levels) > 1:
            now, before = found.levels.get(level or "", {}), found.levels_before.get(level or "", {})
            if level is None:
                now, before = {}, {}
            rows.append(_form_row(roman(at), GROUPS[level], now, before, True))
        forms: list[FormCounts] = [form for form in found.forms if form.level == level]
        rows += [_form_row(str(n), form.form, form.now, form.before, False) for n, form in enumerate(forms, 1)]
    return rows


def _unit_row(mark: object, name: str, counts: Counts, levels: Mapping[str, Counts], note: str = "") -> Fields:
    by_level = {
        f"{tag}_{short}": shown(levels.get(level, {}).get(name))
        for level, tag in (("state", "nha_nuoc"), ("ministry", "bo_tinh"), ("base", "co_so"))
        for name, short in (("collective", "tt"), ("person", "cn"))
    }
    return {"stt": mark, "ten": name, **_cells(counts), **by_level, "ghi_chu": note}


def unit_count_rows(cluster: Cluster, found: Commendations) -> list[Fields]:
    """The table by unit, with the units that have not sent said so."""
    by_name: dict[str, UnitCounts] = {row.unit.name: row for row in found.units}
    rows = []
    for at, unit in enumerate(cluster.units, 1):
        row = by_name.get(unit.name)
        note = "" if row else "chưa có số liệu"
        rows.append(_unit_row(at, unit.name, row.now if row else {}, row.levels if row else {}, note))
    return rows


def _by_level(found: Commendations) -> list[Fields]:
    """The sentence by level, only where there is more than one and every count has its level."""
    whole = all(
        found.total.get(name) == total([c[name] for c in found.levels.values() if name in c], "")
        for name in found.total
    )
    rows: list[Fields] = [
        {"cap": LEVEL_NAMES[level], "luot": counted(c)} for level, c in found.levels.items() if counted(c)
    ]
    return rows if whole and len(rows) > 1 else []


def compared(found: Commendations) -> Fields | None:
    """How the occasions changed, by recipient and gathered by direction."""
    ways = {name: _way(found.total[name], found.before[name]) for name in RECIPIENTS
            if name in found.total and name in found.before}  # fmt: skip
    if not ways:
        return None
    gathered: dict[str, list[object]] = {"tang": [], "giam": [], "bang": [], "moi": []}
    for name, way in ways.items():
        figure = way["so"]
        tag = {"tăng": "tang", "giảm": "giam", "bằng": "bang", "moi": "moi"}[str(way["chieu"])]
        more = {**way, "luot": Counted(figure, NOUNS[name])} if isinstance(figure, Figure) else None
        gathered[tag].append(more if tag in ("tang", "giam") else NOUNS[name])
    single = {tag: ways.get(name) for name, tag in SHORT.items()}
    return {**single, **gathered, "thanh_vien_truoc": found.members_before}


def _way(now: Figure, before: Figure) -> Fields:
    """Up, down, equal, or from nothing; a percentage only over a base that bears one."""
    if not before:
        return {"chieu": "moi" if now else "bằng", "so": now if now else None, "phan_tram": None, "lan": None}
    if now == before:
        return {"chieu": "bằng", "so": None, "phan_tram": None, "lan": None}
    change = difference(now, before)
    many = now.value >= before.value * MANY_TIMES and before.value >= FEW
    part = None if many or before < FEW else share(change, before, "tăng, giảm so với kỳ trước")
    return {
        "chieu": "tăng" if now > before else "giảm",
        "so": change,
        "phan_tram": part,
        "lan": times(now, before) if many else None,
    }


def _flags(found: Commendations) -> list[Fields]:
    return [{"ten": name, "don_vi": [unit.name for unit in units], "so": figure} for name, units, figure in found.flags]


def _commendation(source: Source) -> Fields:
    """All the fields of the commendations; `co` is False where nobody reported any."""
    found = source.cluster.commendations
    if found is None:
        return {
            "co": False,
            "co_don_vi": False,
            "co_cap": False,
            "hinh_thuc": [],
            "so_sanh": None,
            "don_vi_duoc_co": [],
        }
    sent = [row.unit for row in found.units]
    past = bool(found.before)
    return {
        "co": bool(counted(found.total)),
        "tong": counted(found.total),
        "so_don_vi": count(sent, "đơn vị đã báo cáo", "đơn vị", (unit.place for unit in sent)),
        "chua_gui": [unit.name for unit in found.missing],
        "du": not found.missing,
        "theo_cap": _by_level(found),
        "co_ho": "household" in found.total,
        "co_don_vi": len(sent) > 0,
        "co_cap": len(found.levels) > 1,
        "hinh_thuc": form_rows(found),
        "tong_hinh_thuc": _form_row("", "Tổng cộng", found.total, found.before, False),
        "don_vi": unit_count_rows(source.cluster, found),
        "tong_don_vi": _unit_row("", "Tổng cộng", found.total, found.levels),
        "don_vi_duoc_co": _flags(found),
        "so_sanh": compared(found),
        "co_ghi_chu": bool(found.missing),
        "co_ky_truoc": past and bool(found.forms),
    }


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


RESULTS = (
    Field("chi_tieu.dong", lambda s: target_rows(_progress(s)),
          "tiến độ chỉ tiêu: la_nhom, stt, noi_dung, don_vi_tinh, ke_hoach, ket_qua, ty_le, danh_gia"),
    Field("chi_tieu.so", _known_progress, "số chỉ tiêu có kế hoạch và kết quả"),
    Field("chi_tieu.dat", lambda s: _judged(s, "Đạt", "Vượt"), "số chỉ tiêu đạt, vượt"),
    Field("chi_tieu.vuot", lambda s: _judged(s, "Vượt"), "số chỉ tiêu vượt"),
    Field("chi_tieu.chua_dat", lambda s: _judged(s, "Chưa đạt"), "số chỉ tiêu chưa đạt"),
    Field("khen_thuong", _commendation,
          "khen thưởng: co, tong, so_don_vi, chua_gui, du, theo_cap, co_ho, co_don_vi, co_cap, hinh_thuc, "
          "tong_hinh_thuc, don_vi, tong_don_vi, don_vi_duoc_co, so_sanh, co_ky_truoc"),
    Field("dong_gop", _contributions,
          "xã hội, từ thiện: dong, tong_tien, so_hoat_dong, co_tien, co_so_luong, co_doi_tuong"),
)  # fmt: skip
__all__ = ["CASES", "RESULTS", "Text", "bare_percent", "shown", "target_rows", "targets"]
