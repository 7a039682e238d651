"""Bảng tổng hợp điểm: a landscape annex, and the same table as a workbook with live formulas."""

from __future__ import annotations

from decimal import Decimal

from pipeline.documents.annexes import ANNEXES
from pipeline.documents.common import COMMON
from pipeline.documents.kind import YEARLY, Companion, Kind, all_sheets
from pipeline.documents.points import NOT_SCORED, Group, column_flags, converted, group_columns, is_cut
from pipeline.documents.ranking import RANKING, by_minutes, by_rank, rank_of, row_note
from pipeline.documents.source import Source
from pipeline.model import Cluster, Figure, Standing
from pipeline.transforms.figures import total
from pipeline.workbooks.read import letters
from pipeline.workbooks.score_book import Formula, Value, figures_in, score_book, top_row

_LEFT = 2
"""Columns before the points: STT and the unit."""
_NAME = "Tổng hợp điểm"


def _lacks(cluster: Cluster) -> str | None:
    missing = [name for name in ("Chấm điểm", "Tiêu chí") if name not in cluster.sheets]
    return f"chưa có trang “{missing[0]}”" if missing else None


def workbook(source: Source) -> Companion:
    """The table as `.xlsx`: points, totals and ranks by points are formulas; what a meeting, a vote or a rule between
    equal totals decided stands as it is."""
    cluster = source.cluster
    heading = (f"BẢNG TỔNG HỢP ĐIỂM THI ĐUA {cluster.period.name.upper()}", cluster.name.upper())
    sheet = _Sheet(source, top_row(heading))
    rows = [sheet.row(at, standing) for at, standing in enumerate(by_rank(cluster), 1)]
    content = score_book(_NAME, heading, sheet.columns, rows, _format(by_rank(cluster)))
    return Companion(".xlsx", content, figures_in(_NAME, top_row(heading), rows))


class _Sheet:
    """The rows of the workbook."""

    def __init__(self, source: Source, first: int) -> None:
        self._cluster = cluster = source.cluster
        self._groups = group_columns(cluster)
        self._converts = column_flags(source)["quy_doi"]
        self._ranks = f"{{column}}${first}:{{column}}${first + len(cluster.standings) - 1}"
        self._notes = {s.unit.name: note for s in cluster.standings if (note := row_note(s, source))}
        names = [group.name for group in self._groups] + (["Điểm quy đổi"] if self._converts else [])
        tail = ["Ghi chú"] if self._notes else []
        self.columns = ["STT", "Đơn vị", *names, "Điểm thưởng", "Điểm trừ", "Tổng điểm", "Xếp thứ", *tail]

    def row(self, at: int, standing: Standing) -> list[Value]:
        """The cells of a unit."""
        groups = [self._points(group, standing) for group in self._groups]
        scaled = [self._scaled(standing)] if self._converts else []
        extra = [standing.bonus, standing.penalty]
        tail = [self._notes.get(standing.unit.name)] if self._notes else []
        return [at, standing.unit.name, *groups, *scaled, *extra, self._total(standing), self._rank(standing), *tail]

    def _points(self, group: Group, standing: Standing) -> Value:
        points = group.of(standing)
        return str(group.shown(standing)) if points is None else points

    def _scaled(self, standing: Standing) -> Value:
        """The points of the groups as they count: their sum, converted where not all criteria apply."""
        points = converted(standing)
        if points is None or standing.missing:
            return NOT_SCORED
        whole = f"SUM({letters(_LEFT + 1)}{{row}}:{letters(_LEFT + len(self._groups))}{{row}})"
        if standing.converted is None:
            return Formula(f"={whole}", points)
        _, scale, most = points.figures
        places = _places(points)
        return Formula(f"=ROUND({whole}*{scale.value}/{most.value},{places})", points)

    def _total(self, standing: Standing) -> Value:
        """The sum of the row as a formula, where the points of the row make the total."""
        if standing.total is None:
            return None
        last = _LEFT + len(self._groups) + self._converts + 2
        span = f"SUM({letters(last - 2 if self._converts else _LEFT + 1)}{{row}}:{letters(last)}{{row}})"
        scale = self._cluster.regulation.scale
        if scale is not None and is_cut(standing, self._cluster):
            return Formula(f"=MIN({span},{scale.value})", standing.total)
        parts = [converted(standing) if self._converts else self._sum(standing), standing.bonus, standing.penalty]
        summed = sum((Decimal(part.value) for part in parts if part is not None), Decimal(0))
        return Formula(f"={span}", standing.total) if standing.total == summed else standing.total

    def _sum(self, standing: Standing) -> Figure | None:
        return total((f for group in self._groups if (f := group.of(standing)) is not None), "điểm các nhóm")

    def _rank(self, standing: Standing) -> Value:
        rank = rank_of(standing, self._cluster)
        if rank is None:
            return None
        if by_minutes(self._cluster) or standing.parted:
            return rank
        column = letters(self.columns.index("Tổng điểm") + 1)
        return Formula(f"=RANK({column}{{row}},{self._ranks.format(column=f'${column}')})", rank)


def _places(figure: Figure) -> int:
    exponent = Decimal(figure.value).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _format(standings: list[Standing]) -> str:
    places = max((_places(s.total) for s in standings if s.total is not None), default=0)
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
