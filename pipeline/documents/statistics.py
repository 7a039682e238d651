"""Biểu thống kê khen thưởng: a landscape annex of the report, and the same tables as a workbook with live sums.

By unit, level and form; by form and manner where the office told any. It is made where it says more than the tables of
the report do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.documents.annexes import ANNEXES
from pipeline.documents.commended import COMMENDATIONS, GROUPS
from pipeline.documents.common import COMMON
from pipeline.documents.count_sheets import sheet
from pipeline.documents.kind import YEARLY, Companion, Kind, all_sheets
from pipeline.documents.pivot import Cells, Heads, Line, Pivot, by, cells, columns, heads_of
from pipeline.documents.source import LINES, Field, Fields, Holds, Says, Source
from pipeline.law.statistics import form_order, manner_order
from pipeline.model import LEVELS, Cluster, Tally
from pipeline.vietnamese.numbers import roman
from pipeline.workbooks.count_book import count_book

_NO_FORM, _NO_MANNER = "Chưa ghi hình thức", "Chưa ghi phương thức"
_LEFT = 2
"""Columns before the counts: STT and what the row is about."""


def _tallies(cluster: Cluster) -> list[Tally]:
    """The counts, highest level first, the forms in the order of the circular, then as they were."""
    found = cluster.commendations.tallies if cluster.commendations else ()
    return sorted(found, key=lambda t: (_level(t), t.form is None, form_order(t.form or "", t.level)))


def _level(tally: Tally) -> int:
    return LEVELS.index(tally.level) if tally.level in LEVELS else len(LEVELS)


def _by_form(tally: Tally) -> Heads:
    return heads_of(tally.recipient, GROUPS[tally.level], tally.form or _NO_FORM)


def _by_manner(tally: Tally) -> Heads:
    return heads_of(tally.recipient, tally.manner or _NO_MANNER)


def by_units(cluster: Cluster) -> Pivot | None:
    """A row a unit, a column a form; None where the report by unit and level tells the same."""
    found = [tally for tally in _tallies(cluster) if tally.unit]
    forms = {(tally.level, tally.form) for tally in found}
    if len(forms) <= len({level for level, _ in forms}):
        return None
    of = by(found, lambda tally: tally.unit)
    lines = (
        Line(str(at), unit.name, cells(of.get(unit.name, ()), _by_form)) for at, unit in enumerate(cluster.units, 1)
    )
    return Pivot(columns(found, _by_form), tuple(lines), cells(found, _by_form))


def by_manners(cluster: Cluster) -> Pivot | None:
    """A row a form under the row of its level, a column a manner; None where nobody told any."""
    found = _tallies(cluster)
    if not any(tally.manner for tally in found):
        return None
    ordered = sorted(found, key=lambda tally: (tally.manner is None, manner_order(tally.manner or "")))
    return Pivot(columns(ordered, _by_manner), tuple(_form_lines(found)), cells(found, _by_manner))


def _form_lines(found: Sequence[Tally]) -> Iterator[Line]:
    levels = by(found, lambda tally: GROUPS[tally.level])
    for at, (level, inside) in enumerate(levels.items(), 1):
        if len(levels) > 1:
            yield Line(roman(at), str(level), cells(inside, _by_manner), group=True)
        for number, (form, counts) in enumerate(by(inside, lambda tally: tally.form or _NO_FORM).items(), 1):
            yield Line(str(number), str(form), cells(counts, _by_manner))


# --- the Word table -------------------------------------------------------------------------------


def _tables(pivot: Pivot | None) -> list[Fields]:
    """The table in parts that a page holds; the numbers of the columns run through."""
    tables: list[Fields] = []
    first = _LEFT + 1
    for page in pivot.pages() if pivot else ():
        tables.append(_table(pivot, page, first))  # type: ignore[arg-type]  # pages are of a pivot that is there
        first += len(page)
    return tables


def _table(pivot: Pivot, page: tuple[Heads, ...], first: int) -> Fields:
    return {
        "nhom": _spans([heads[:1] for heads in page]),
        "hinh_thuc": _spans([heads[:-1] for heads in page]),
        "cot": [{"ten": heads[-1], "so": f"({at})"} for at, heads in enumerate(page, first)],
        "dong": [{"la_nhom": line.group, "stt": line.mark, "ten": line.name, "o": _shown(line.cells, page)}
                 for line in pivot.lines],
        "tong": _shown(pivot.totals, page),
    }  # fmt: skip


def _spans(heads: list[Heads]) -> list[Fields]:
    """Heads that stand over several columns, each once, with how many."""
    return [{"ten": name[-1], "rong": len(list(same))} for name, same in groupby(heads)]


def _shown(found: Cells, page: Sequence[Heads]) -> list[object]:
    return [found.get(heads, "-") for heads in page]


def _statistics(source: Source) -> Fields:
    units, manners = by_units(source.cluster), by_manners(source.cluster)
    return {
        "theo_don_vi": _tables(units),
        "theo_phuong_thuc": _tables(manners),
        "co_o_trong": any(pivot.gaps for pivot in (units, manners) if pivot),
    }


# --- the workbook ---------------------------------------------------------------------------------


def workbook(source: Source) -> Companion:
    """The tables as `.xlsx`, whole, each on a sheet of its own; sums are formulas."""
    cluster = source.cluster
    heading = (f"THỐNG KÊ KHEN THƯỞNG {cluster.period.name.upper()}", cluster.name.upper())
    named = (("Theo đơn vị", "Đơn vị", by_units(cluster)), ("Theo phương thức", _FORM, by_manners(cluster)))
    sheets = [sheet(name, heading, what, pivot) for name, what, pivot in named if pivot]
    return Companion(".xlsx", count_book(sheets), {at: one for found in sheets for at, one in found.figures.items()})


_FORM = "Danh hiệu, hình thức khen thưởng"


def _lacks(cluster: Cluster) -> str | None:
    if not any(tally.figure for tally in _tallies(cluster)):
        return "chưa có số liệu khen thưởng"
    if by_units(cluster) is None and by_manners(cluster) is None:
        return "các bảng khen thưởng của báo cáo đã nêu đủ số liệu"
    return None


_SPAN: Holds = [{"ten": "tên", "rong": "số cột"}]
_TABLE: Holds = [{
    "nhom": ("dòng đầu bảng thứ nhất: cấp, hoặc phương thức", _SPAN),
    "hinh_thuc": ("dòng đầu bảng thứ hai: hình thức", _SPAN),
    "cot": ("các cột: tập thể, cá nhân, hộ", [{"ten": "đối tượng", "so": "số của cột"}]),
    "dong": ("các dòng", [{"la_nhom": "là dòng tên cấp", "stt": "số thứ tự", "ten": "đơn vị, hình thức hoặc cấp",
                           "o": ("các ô; không có số liệu thì -", LINES)}]),
    "tong": ("dòng tổng cộng", LINES),
}]  # fmt: skip
_HELD: dict[str, Says] = {
    "theo_don_vi": ("số lượt theo đơn vị, cấp, hình thức; nhiều cột thì nhiều bảng", _TABLE),
    "theo_phuong_thuc": ("số lượt theo hình thức, phương thức", _TABLE),
    "co_o_trong": "có ô không có số liệu",
}

KIND = Kind(
    name="thong-ke-khen-thuong",
    title="biểu thống kê khen thưởng",
    paper="statistics",
    periods=("half_year", *YEARLY),
    sheets=all_sheets("Khen thưởng"),
    table=(*COMMON, *COMMENDATIONS, *ANNEXES, Field("thong_ke", _statistics, "thống kê khen thưởng", _HELD)),
    lacks=_lacks,
    tolerates=("TT-", "NGAY-", "DN-", "BP-", "KT-51"),
    companion=workbook,
)
