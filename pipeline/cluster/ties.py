"""What parts units of equal totals, as the key "Đồng hạng" of the sheet "Quy định" names it, in its order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from pipeline.cluster.criteria import Scale
from pipeline.model import Criterion, Figure, Regulation, Rule, Standing
from pipeline.problems import Problems
from pipeline.transforms.figures import sums
from pipeline.transforms.ranking import Breaker
from pipeline.vietnamese.text import bare

if TYPE_CHECKING:
    import pandas as pd

_SHARED = ("cung hang", "dong hang", "khong", "hoi nghi quyet dinh", "hoi nghi", "bieu quyet", "theo bien ban")
"""Words that leave a tie as it is."""
_LABEL = re.compile(r"(?:theo\s+)?(?:điểm\s+)?(?:của\s+)?(?:tiêu chí|nhóm|mục)\s+", re.IGNORECASE)


def breakers(
    regulation: Regulation, points: pd.DataFrame, scale: Scale, standings: Sequence[Standing],
    votes: Mapping[str, Figure], problems: Problems,
) -> list[Breaker]:  # fmt: skip
    """The figures of the units by which ties are parted, one breaker a line of the key.

    `points` are those of the source that counts, `votes` the yes votes of units by name.
    """
    found = []
    for line in _lines(regulation):
        values = _values(bare(line), standings, votes)
        criterion = None if values is not None else _criterion(line, scale)
        if criterion is not None:
            values = _points(criterion, points)
        if values is None:
            problems.add("DIEM-20", regulation.ties_place, found=line)
        else:
            found.append(
                Breaker(line[:1].lower() + line[1:] if criterion is None else f"điểm {criterion.name}", values)
            )
    return found


def _lines(regulation: Regulation) -> Iterator[str]:
    for line in regulation.tie_breakers:
        yield from (part for typed in line.split(";") if (part := typed.strip()) and bare(part) not in _SHARED)


def _values(words: str, standings: Sequence[Standing], votes: Mapping[str, Figure]) -> Mapping[str, Figure] | None:
    """Bonus, the share of women, votes; None for other words. A unit without bonus has none, which is 0."""
    if words in ("diem thuong", "thuong", "diem cong"):
        none = Figure(0, "điểm", "points", Rule("constant", "không có điểm thưởng"))
        return {row.unit.name: row.bonus or none for row in standings}
    if words in ("ty le nu", "ti le nu", "nu"):
        return {row.unit.name: _women(row) for row in standings if row.unit.women is not None}
    return votes if words in ("phieu", "so phieu", "phieu bau", "so phieu dong y", "ket qua bo phieu") else None


def _women(row: Standing) -> Figure:
    return Figure(row.unit.women or 0, "%", "percent", Rule("typed", "Tỷ lệ nữ"), (row.unit.place,))


def _criterion(line: str, scale: Scale) -> Criterion | None:
    """A criterion or a group, by its name or its number: "tiêu chí 1.1", "Nhóm II", "Nhiệm vụ chính trị"."""
    label = _LABEL.sub("", line).strip()
    return scale.named(line) or scale.named(label) or scale.labelled((label,))


def _points(criterion: Criterion, points: pd.DataFrame) -> Mapping[str, Figure]:
    within = (points["criterion"] == criterion.code) | points["criterion"].str.startswith(f"{criterion.code}/")
    return {
        unit: figure for (unit,), figure in sums(points[within], ["unit"], criterion.name, "điểm", "points").items()
    }
