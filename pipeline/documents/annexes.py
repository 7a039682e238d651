"""The annexes of a report: the commendations by unit behind it, the statistics and the score table beside it."""

from __future__ import annotations

from pipeline.documents.commended import counted
from pipeline.documents.source import Field, Source
from pipeline.vietnamese.numbers import roman


def _annexes(source: Source) -> list[str]:
    """The annexes that this run makes, in the order in which the report tells of them."""
    found = source.cluster.commendations
    by_unit = found is not None and bool(counted(found.total)) and bool(found.units) and len(found.levels) > 1
    there = {
        "commendations": by_unit,
        "statistics": "thong-ke-khen-thuong" in source.made,
        "scores": "bang-tong-hop-diem" in source.made,
    }
    return [name for name, is_there in there.items() if is_there]


def _number(source: Source, name: str) -> str | None:
    """The Roman number of an annex, "" of the only one, None of one that is not made (Mục III.1a)."""
    annexes = _annexes(source)
    if name not in annexes:
        return None
    return roman(annexes.index(name) + 1) if len(annexes) > 1 else ""


ANNEXES = (
    Field("phu_luc.khen_thuong", lambda s: _number(s, "commendations"),
          "số La Mã của phụ lục khen thưởng theo đơn vị; chỉ có một phụ lục thì trống"),
    Field("phu_luc.diem", lambda s: _number(s, "scores"), "số La Mã của phụ lục bảng tổng hợp điểm"),
    Field("phu_luc.thong_ke", lambda s: _number(s, "statistics"), "số La Mã của phụ lục thống kê khen thưởng"),
)  # fmt: skip
