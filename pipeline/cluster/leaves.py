"""Points of leaves: a parent's own number is only compared, and every point lies within its criterion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.cluster.criteria import Scale
from pipeline.model import Criterion
from pipeline.problems import Place, Problems
from pipeline.vietnamese.text import bare


@dataclass(frozen=True)
class Score:
    """The points of one unit for one criterion by one source."""

    unit: str
    source: str
    criterion: str
    group: str
    type: str
    value: Decimal
    place: Place


def decimal(value: object) -> str:
    """A number with its decimal comma."""
    return str(value).replace(".", ",")


def leaves(scores: Sequence[Score], scale: Scale, problems: Problems) -> Iterator[Score]:
    """The scores of leaves; a parent's own number must be the sum of what stands under it."""
    known = {(s.unit, s.source, s.criterion): s for s in scores}
    by_code = {criterion.code: criterion for criterion in scale.criteria}
    for score in scores:
        criterion = by_code.get(score.criterion)
        below = _below(score, known, scale) if criterion else None
        if below is not None:
            if below != score.value:
                problems.add("DIEM-04", score.place, found=decimal(score.value), computed=decimal(below))
            continue
        if criterion is None or _within(score, criterion, problems):
            yield score


def _below(score: Score, known: Mapping[tuple[str, str, str], Score], scale: Scale) -> Decimal | None:
    """The sum of the scores under a criterion; None when nothing under it is scored."""
    total: Decimal | None = None
    for child in scale.below(score.criterion):
        own = known.get((score.unit, score.source, child.code))
        under = _below(Score(score.unit, score.source, child.code, "", "", Decimal(0), score.place), known, scale)
        part = own.value if own else under
        if part is not None:
            total = (total or Decimal(0)) + part
    return total


def _within(score: Score, criterion: Criterion, problems: Problems) -> bool:
    """Whether the points lie between 0 and the maximum."""
    if criterion.kind == "standard" and score.value < 0:
        problems.add("DIEM-02", score.place, found=decimal(score.value), criterion=criterion.name)
        return False
    if criterion.maximum is not None and abs(score.value) > criterion.maximum.value and score.type != "penalty":
        problems.add(
            "DIEM-03", score.place, found=decimal(score.value), limit=decimal(criterion.maximum.value),
            criterion=_called(criterion),
        )  # fmt: skip
        return False
    return True


def _called(criterion: Criterion) -> str:
    code = criterion.mark
    return criterion.name if code.startswith("#") or bare(code) in bare(criterion.name) else f"{code}. {criterion.name}"
