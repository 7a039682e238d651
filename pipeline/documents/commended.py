"""The fields of commendations: how many occasions, by form, by unit, by level, against the period before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.documents.common import with_decision
from pipeline.documents.results import short, shown
from pipeline.documents.source import COUNTED, LINES, Field, Fields, Holds, Says, Source
from pipeline.model import (
    LEVEL_NAMES,
    NOUNS,
    RECIPIENTS,
    Cluster,
    Commendations,
    Counted,
    Counts,
    Figure,
    FormCounts,
    Nomination,
    Rule,
    UnitCounts,
    count,
)  # fmt: skip
from pipeline.transforms.figures import difference, share, times, total
from pipeline.vietnamese.numbers import roman

SHORT = {"collective": "tap_the", "person": "ca_nhan", "household": "ho"}
GROUPS = {"state": "Cấp Nhà nước", "ministry": "Cấp bộ, ban, ngành, tỉnh", "base": "Cấp cơ sở", None: "Khác"}
FEW = 10
"""A base under ten is compared in absolute numbers only."""
MANY_TIMES = 2


def counted(counts: Counts) -> list[Counted]:
    """The occasions by recipient as phrases, zeros left out: "960 lượt tập thể"."""
    return [Counted(counts[name], NOUNS[name]) for name in RECIPIENTS if counts.get(name)]


def _cells(counts: Counts) -> Fields:
    return {tag: shown(counts.get(name)) for name, tag in SHORT.items()}


def _past(counts: Counts) -> Fields:
    return {f"{tag}_truoc": shown(counts.get(name)) for name, tag in SHORT.items()}


def _change(now: Counts, before: Counts, found: Commendations) -> Fields:
    """The signed change by recipient, where both periods were reported; it adds up to that of the totals."""
    both = found.total.keys() & found.before.keys()
    return {
        f"{tag}_tang": _signed(now.get(name), before.get(name)) if name in both else "" for name, tag in SHORT.items()
    }


def _signed(now: Figure | None, before: Figure | None) -> object:
    """A form that only one of the periods has is all gain, or all loss."""
    if now is not None and before is not None:
        return replace(difference(now, before), value=now.value - before.value)
    alone = now if now is not None else before
    if alone is None:
        return ""
    value = alone.value if now is not None else -alone.value
    return Figure(value, alone.unit, alone.kind, Rule("change", alone.rule.of), figures=(alone,))


def _form_row(mark: str, name: str, now: Counts, before: Counts, found: Commendations, group: bool = False) -> Fields:
    return {
        "la_nhom": group,
        "stt": mark,
        "ten": name,
        **_cells(now),
        **_past(before),
        **_change(now, before, found),
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
            rows.append(_form_row(roman(at), GROUPS[level], now, before, found, group=True))
        forms: list[FormCounts] = [form for form in found.forms if form.level == level]
        rows += [_form_row(str(n), form.form, form.now, form.before, found) for n, form in enumerate(forms, 1)]
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


def comparable(cluster: Cluster) -> Commendations | None:
    """The commendations where they may be held against the period before: figures of some units only may not."""
    found = cluster.commendations
    return found if found and counted(found.total) and not found.missing else None


def compared(found: Commendations) -> Fields | None:
    """How the occasions changed, by recipient and gathered by direction."""
    both = [name for name in RECIPIENTS if name in found.total and name in found.before]
    ways = {n: _way(found.total[n], found.before[n]) for n in both if found.total[n] or found.before[n]}
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
        return {"chieu": "moi", "so": now, "phan_tram": None, "lan": None}
    if now == before:
        return {"chieu": "bằng", "so": None, "phan_tram": None, "lan": None}
    change = difference(now, before)
    many = now.value >= before.value * MANY_TIMES and before.value >= FEW
    part = None if many or before < FEW else share(change, before, "tăng, giảm so với kỳ trước")
    return {
        "chieu": "tăng" if now > before else "giảm",
        "so": change,
        "phan_tram": part,
        "lan": _times(now, before) if many else None,
    }


def _times(now: Figure, before: Figure) -> Figure:
    many = times(now, before)
    return replace(many, value=short(Decimal(many.value)))


def _flags(found: Commendations, nominations: Sequence[Nomination]) -> list[Fields]:
    granted = {
        (n.award.name, n.name): with_decision(n.name, n) for n in nominations if n.award and n.status == "granted"
    }
    return [
        {"ten": name, "don_vi": [granted.get((name, unit.name), unit.name) for unit in units], "so": figure}
        for name, units, figure in found.flags
    ]


def _commendation(source: Source) -> Fields:
    """All the fields of the commendations; `co` is False where nobody was commended, and no table stands then."""
    found = source.cluster.commendations or _NOTHING
    some = bool(counted(found.total))
    sent = [row.unit for row in found.units]
    against = comparable(source.cluster)
    return {
        "co": some,
        "tong": counted(found.total),
        "so_don_vi": count(sent, "đơn vị đã báo cáo", "đơn vị", (unit.place for unit in sent)),
        "chua_gui": [unit.name for unit in found.missing],
        "du": not found.missing,
        "theo_cap": _by_level(found),
        "co_ho": "household" in found.total,
        "co_don_vi": some and len(sent) > 0,
        "co_cap": len(found.levels) > 1,
        "hinh_thuc": form_rows(found) if some else [],
        "tong_hinh_thuc": _form_row("", "Tổng cộng", found.total, found.before, found),
        "don_vi": unit_count_rows(source.cluster, found),
        "tong_don_vi": _unit_row("", "Tổng cộng", found.total, found.levels),
        "don_vi_duoc_co": _flags(found, source.cluster.nominations),
        "so_sanh": compared(against) if against else None,
        "co_ghi_chu": bool(found.missing),
        "co_ky_truoc": against is not None and bool(found.before) and bool(found.forms),
    }


_NOTHING = Commendations({}, {}, (), (), {}, {}, (), ())
"""Of a period in which nobody reported any."""


_COUNTS: Mapping[str, Says] = {"tap_the": "tập thể", "ca_nhan": "cá nhân", "ho": "hộ gia đình"}
_BY_FORM: Mapping[str, Says] = {
    "la_nhom": "là dòng tên cấp", "stt": "số thứ tự", "ten": "danh hiệu, hình thức, hoặc tên cấp", **_COUNTS,
    **{f"{tag}_truoc": f"{says}, kỳ trước" for tag, says in _COUNTS.items()},
    **{f"{tag}_tang": f"{says}, tăng (+), giảm (-)" for tag, says in _COUNTS.items()},
}  # fmt: skip
_BY_UNIT: Mapping[str, Says] = {
    "stt": "số thứ tự", "ten": "tên đơn vị", **_COUNTS,
    "nha_nuoc_tt": "tập thể, cấp Nhà nước", "nha_nuoc_cn": "cá nhân, cấp Nhà nước",
    "bo_tinh_tt": "tập thể, cấp bộ, tỉnh", "bo_tinh_cn": "cá nhân, cấp bộ, tỉnh",
    "co_so_tt": "tập thể, cấp cơ sở", "co_so_cn": "cá nhân, cấp cơ sở", "ghi_chu": "ghi chú",
}  # fmt: skip
_FLAG: Mapping[str, Says] = {"ten": "tên Cờ", "don_vi": ("các đơn vị được tặng", LINES), "so": "số Cờ"}
_WAY: Mapping[str, Says] = {
    "chieu": "tăng, giảm, bằng; moi: kỳ trước không có", "so": "số tăng, giảm", "phan_tram": "tỷ lệ tăng, giảm",
    "lan": "gấp mấy lần",
}  # fmt: skip
_CHANGED: Holds = [{**_WAY, "luot": ("số lượt tăng, giảm", COUNTED)}]
_COMPARED: Mapping[str, Says] = {
    **{tag: (str(says), _WAY) for tag, says in _COUNTS.items()},
    "tang": ("các đối tượng tăng", _CHANGED), "giam": ("các đối tượng giảm", _CHANGED),
    "bang": ("tên các đối tượng bằng kỳ trước", LINES), "moi": ("tên các đối tượng kỳ trước không có", LINES),
    "thanh_vien_truoc": "số đơn vị thành viên kỳ trước, khi khác kỳ này",
}  # fmt: skip

COMMENDATIONS = (
    Field("khen_thuong", _commendation, "khen thưởng", {
        "co": "có khen thưởng", "tong": ("tổng số lượt theo đối tượng", [COUNTED]),
        "so_don_vi": "số đơn vị đã gửi số liệu", "chua_gui": ("đơn vị chưa gửi", LINES), "du": "mọi đơn vị đã gửi",
        "theo_cap": ("số lượt theo cấp", [{"cap": "tên cấp", "luot": ("số lượt theo đối tượng", [COUNTED])}]),
        "co_ho": "có hộ gia đình", "co_don_vi": "có số liệu từng đơn vị", "co_cap": "có số liệu từng cấp",
        "hinh_thuc": ("bảng theo danh hiệu, hình thức", [_BY_FORM]),
        "tong_hinh_thuc": ("dòng tổng của bảng theo hình thức", _BY_FORM),
        "don_vi": ("bảng theo đơn vị", [_BY_UNIT]), "tong_don_vi": ("dòng tổng của bảng theo đơn vị", _BY_UNIT),
        "don_vi_duoc_co": ("đơn vị được tặng Cờ", [_FLAG]),
        "so_sanh": ("so với kỳ trước; không so được thì trống", _COMPARED),
        "co_ghi_chu": "bảng theo đơn vị có ghi chú", "co_ky_truoc": "bảng theo hình thức có kỳ trước",
    }),
)  # fmt: skip
