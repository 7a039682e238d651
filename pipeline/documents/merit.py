"""One candidate's merits as the workbooks tell them, and the papers on them: one for each candidate and award."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.documents.kind import Part
from pipeline.documents.results import targets
from pipeline.documents.source import Source
from pipeline.law.awards import organiser, under
from pipeline.law.catalogue import Under
from pipeline.model import Cluster, Nomination, PastAward, Period, Target, Unit
from pipeline.vietnamese.text import sentence, slug

_LONGEST = 60
"""A file name takes so many letters of each of its pieces."""


def case_of(source: Source) -> Nomination:
    """The candidate that a paper is about."""
    return source.cases[0]


# --- one paper a candidate --------------------------------------------------------------------------


def parts_of(cases: Sequence[Nomination]) -> tuple[Part, ...]:
    """A paper for each case: named by the candidate; where that is not enough by the award, the unit, a number too."""
    taken: set[str] = set()
    parts = []
    for case in cases:
        name = free = next((_name(case, n) for n in (1, 2) if _tells(case, n, cases)), _name(case, 3))
        at = 1
        while free in taken:
            at += 1
            free = f"{name}-{at}"
        taken.add(free)
        parts.append(Part(free, (case,)))
    return tuple(parts)


def _tells(case: Nomination, pieces: int, cases: Sequence[Nomination]) -> bool:
    return sum(_name(other, pieces) == _name(case, pieces) for other in cases) == 1


def _name(case: Nomination, pieces: int) -> str:
    words = (case.name, case.award.name if case.award else "", case.unit.name if case.unit else "")
    return "-".join(filter(None, (slug(text)[:_LONGEST].strip("-") for text in words[:pieces])))


# --- what was done ----------------------------------------------------------------------------------


def itself(case: Nomination) -> Unit | None:
    """The unit of the cluster that is the candidate."""
    return case.unit if case.issuer is case.unit and case.recipient == "collective" else None


def passages(case: Nomination, cluster: Cluster, *sections: str) -> list[str]:
    """The paragraphs of a candidate that is a unit, in the order of the sections."""
    own = itself(case)
    return [
        text
        for section in sections
        for passage in cluster.passages
        if own and passage.section == section and passage.unit and passage.unit.name == own.name
        for text in passage.paragraphs
    ]


def summary(case: Nomination) -> list[str]:
    """The merits as "Đề nghị" sums them up."""
    return [sentence(case.summary)] if case.summary else []


def own_targets(case: Nomination, cluster: Cluster) -> list[Target]:
    """The targets of the reported year that are a candidate's own."""
    own = itself(case)
    return [t for t in targets(cluster, cluster.period.year) if own and t.unit and t.unit.name == own.name]


def past(case: Nomination, cluster: Cluster) -> list[PastAward]:
    """The awards that a candidate has received, oldest first."""
    own = itself(case)
    return [award for award in cluster.past_awards if own and award.unit.name == own.name]


def years_of(case: Nomination, cluster: Cluster) -> Under | None:
    """What the law in force at the end of the period says of the award."""
    of = organiser(cluster.level, cluster.province, cluster.superior)
    return under(case.award.name, of, cluster.period.ends) if case.award else None


def since(cluster: Cluster, years: int) -> Period:
    """The first of so many years that end with the reported one."""
    return cluster.period.shifted(1 - years)
