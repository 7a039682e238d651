"""Points of leaves: a parent's own number is only compared, and every point lies within its criterion."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.cluster.criteria import PATH, Scale, applies, full_marks
from pipeline.cluster.labels import SOURCES, UNSAID
from pipeline.model import Criterion, Regulation, Unit
from pipeline.problems import Place, Problems
from pipeline.vietnamese.text import bare
from pipeline.workbooks.quantities import Either
from pipeline.workbooks.rows import Entry


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
    either: Either | None = None
    """What was typed where it bears two readings; `value` is then not known yet."""


def points_of(entry: Entry) -> tuple[Decimal, Place, Either | None]:
    """The points of a cell, its place, and what was typed where that bears two readings."""
    points = Decimal(entry.value) if isinstance(entry.value, (int, Decimal)) else Decimal(0)
    return points, entry.place, entry.value if isinstance(entry.value, Either) else None


def decimal(value: object) -> str:
    """A number with its decimal comma."""
    return str(value).replace(".", ",")


def settled(score: Score, scale: Scale, regulation: Regulation, problems: Problems) -> Score | None:
    """The score in the reading that fits its maximum; None, and a problem, where none does for certain."""
    if score.either is None:
        return score
    value = score.either.within(_limit(score, scale, regulation))
    if value is None:
        problems.add("O-05", score.place, found=score.either.text)
        return None
    return replace(score, value=value, either=None)


def _limit(score: Score, scale: Scale, regulation: Regulation) -> int | Decimal | None:
    """The maximum of a score: of its criterion, of all bonus, else the whole scale."""
    own = next((c.maximum for c in scale.criteria if c.code == score.criterion and c.kind == score.type), None)
    cap = regulation.bonus_cap if score.type == "bonus" else None
    limit = own or cap or regulation.scale or full_marks(scale.criteria)
    return limit.value if limit else None


def leaves(scores: Sequence[Score], scale: Scale, regulation: Regulation, problems: Problems) -> Iterator[Score]:
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
        faults = list(_faults(score, criterion, regulation))
        for code, words in faults:
            problems.add(code, score.place, found=decimal(score.value), **words)
        if not faults:
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


def _faults(score: Score, criterion: Criterion | None, regulation: Regulation) -> Iterator[tuple[str, dict[str, str]]]:
    """What is wrong with points: below 0, over their maximum, off the step; each with its words."""
    name = criterion.name if criterion else _WHOLES[score.type]
    if score.type != "penalty" and score.value < 0 and (criterion is None or criterion.kind == "standard"):
        yield "DIEM-02", {"criterion": name}
    if criterion is None:
        yield from _over_scale(score, regulation)
    elif criterion.maximum is not None and abs(score.value) > criterion.maximum.value and score.type != "penalty":
        yield "DIEM-03", {"limit": decimal(criterion.maximum.value), "criterion": _called(criterion)}
    if regulation.step and score.value % regulation.step:
        near = score.value - score.value % regulation.step
        yield "DIEM-13", {"criterion": name, "step": decimal(regulation.step), "near": decimal(f"{near.normalize():f}")}


_WHOLES = {"standard": "điểm chung của đơn vị", "bonus": "điểm thưởng", "penalty": "điểm trừ"}


def _over_scale(score: Score, regulation: Regulation) -> Iterator[tuple[str, dict[str, str]]]:
    """One number for a unit passes the scale by the bonus that is declared, never by more."""
    cap = regulation.bonus_cap.value if regulation.bonus_cap else 0
    if score.type == "standard" and regulation.scale and score.value > regulation.scale.value + cap:
        yield "DIEM-14", {"limit": decimal(regulation.scale.value)}


def _called(criterion: Criterion) -> str:
    code = criterion.mark
    return criterion.name if code.startswith("#") or bare(code) in bare(criterion.name) else f"{code}. {criterion.name}"


def of_one_stage(scores: Sequence[Score]) -> Sequence[Score]:
    """Bonus and deduction without a source belong to the last stage that scored."""
    stages = [s for s in (*SOURCES, UNSAID) if any(x.source == s and x.type == "standard" for x in scores)]
    if not stages or UNSAID in stages:
        return scores
    return [replace(score, source=stages[-1]) if score.source == UNSAID else score for score in scores]


def exempt(unit: Unit, said: Collection[str], scored: Collection[str], scale: Scale) -> frozenset[str]:
    """The codes of what a unit is not scored by: other kinds are, or its sheet says so and gives no points."""
    off = {
        criterion.code
        for criterion in scale.criteria
        if not applies(criterion, unit) or (_within(criterion.code, said) and not _within_any(criterion.code, scored))
    }
    return frozenset((*off, *(c.code for c in scale.criteria if not c.leaf and _leaves(c.code, scale) <= off)))


def _within(code: str, groups: Collection[str]) -> bool:
    return any(code == group or code.startswith(f"{group}{PATH}") for group in groups)


def _within_any(group: str, codes: Collection[str]) -> bool:
    return any(_within(code, (group,)) for code in codes)


def _leaves(group: str, scale: Scale) -> set[str]:
    return {c.code for c in scale.criteria if c.leaf and _within(c.code, (group,))}
