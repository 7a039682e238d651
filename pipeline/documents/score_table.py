"""Bảng tổng hợp điểm: a landscape annex, and the same table as a workbook with live formulas."""

from __future__ import annotations

from decimal import Decimal

from pipeline.documents.annexes import ANNEXES
from pipeline.documents.common import COMMON
from pipeline.documents.kind import YEARLY, Companion, Kind, all_sheets
from pipeline.documents.ranking import RANKING, by_minutes, by_rank, group_columns, rank_of
from pipeline.documents.source import Source
from pipeline.model import Cluster, Figure, Standing
from pipeline.workbooks.read import letters
from pipeline.workbooks.score_book import Formula, Value, score_book, top_row

_LEFT = 2
"""Columns before the points: STT and the unit."""


def _lacks(cluster: Cluster) -> str | None:
    missing = [name for name in ("Chấm điểm", "Tiêu chí") if name not in cluster.sheets]
    return f"chưa có trang “{missing[0]}”" if missing else None


def workbook(source: Source) -> Companion:
    """The table as `.xlsx`: totals and ranks are formulas, except a rank that the meeting decided."""
    cluster = source.cluster
    groups = group_columns(cluster)
    heading = (f"BẢNG TỔNG HỢP ĐIỂM THI ĐUA {cluster.period.name.upper()}", cluster.name.upper())
    columns = ["STT", "Đơn vị", *(group.name for group in groups), "Điểm thưởng", "Điểm trừ", "Tổng điểm", "Xếp thứ"]
    standings = by_rank(cluster)
    used: list[Figure] = []
    first = top_row(heading)
    rows = [_row(at, row, cluster, first, len(standings), used) for at, row in enumerate(standings, 1)]
    return Companion(".xlsx", score_book("Tổng hợp điểm", heading, columns, rows, _format(standings)), tuple(used))


def _row(at: int, standing: Standing, cluster: Cluster, first: int, count: int, used: list[Figure]) -> list[Value]:
    parts = [standing.groups.get(group.code) for group in group_columns(cluster)]
    cells = [_plain(part, used) for part in (*parts, standing.bonus, standing.penalty)]
    total = _total(standing, parts, used)
    return [at, standing.unit.name, *cells, total, _rank(standing, cluster, len(cells), first, count, used)]


def _plain(figure: Figure | None, used: list[Figure]) -> Value:
    if figure is None:
        return None
    used.append(figure)
    return Decimal(figure.value)


def _total(standing: Standing, parts: list[Figure | None], used: list[Figure]) -> Value:
    """The sum of the row as a formula, where the points of the row make the total."""
    if standing.total is None:
        return None
    used.append(standing.total)
    last = letters(_LEFT + len(parts) + 2)
    value = Decimal(standing.total.value)
    summed = sum((Decimal(f.value) for f in (*parts, standing.bonus, standing.penalty) if f), Decimal(0))
    return Formula(f"=SUM({letters(_LEFT + 1)}{{row}}:{last}{{row}})", value) if summed == value else value


def _rank(standing: Standing, cluster: Cluster, width: int, first: int, count: int, used: list[Figure]) -> Value:
    rank = rank_of(standing, cluster)
    if rank is None:
        return None
    used.append(rank)
    if by_minutes(cluster):
        return int(rank.value)
    column = letters(_LEFT + width + 1)
    span = f"${column}${first}:${column}${first + count - 1}"
    return Formula(f"=RANK({column}{{row}},{span})", int(rank.value))


def _format(standings: list[Standing]) -> str:
    exponents = [Decimal(s.total.value).as_tuple().exponent for s in standings if s.total is not None]
    places = max((-e for e in exponents if isinstance(e, int)), default=0)
    return "0." + "0" * places if places > 0 else "0"


KIND = Kind(
    name="bang-tong-hop-diem",
    title="bảng tổng hợp điểm",
    paper="score table",
    periods=YEARLY,
    sheets=all_sheets("Chấm điểm", "Tiêu chí", "Quy định"),
    table=(*COMMON, *RANKING, *ANNEXES),
    lacks=_lacks,
    tolerates=("TT-", "NGAY-"),
    companion=workbook,
)
