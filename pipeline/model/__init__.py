"""The office's world, frozen: what the workbooks say, in the terms of the field.

Everything here is immutable data. A number that may reach a paper is a `Figure`; a `None` is
a fact that nobody typed.
"""

from __future__ import annotations

from pipeline.model.awards import (
    CASES,
    ELECTION,
    LEVEL_NAMES,
    LEVELS,
    NOUNS,
    RECIPIENTS,
    Award,
    Ballot,
    Commendations,
    Counts,
    FormCounts,
    Nomination,
    PastAward,
    Tally,
    UnitCounts,
)
from pipeline.model.cluster import Cluster
from pipeline.model.figures import Chart, Counted, Figure, Kind, Occurrence, Ordinal, Phrase, Rule, Text, count
from pipeline.model.office import Leadership, Meeting, Paper, Period, Person, Unit
from pipeline.model.scores import Criterion, Regulation, Standing
from pipeline.model.words import Citation, Contribution, Movement, Passage, Target

__all__ = [
    "CASES",
    "ELECTION",
    "LEVELS",
    "LEVEL_NAMES",
    "NOUNS",
    "RECIPIENTS",
    "Award",
    "Ballot",
    "Chart",
    "Citation",
    "Cluster",
    "Commendations",
    "Contribution",
    "Counted",
    "Counts",
    "Criterion",
    "Figure",
    "FormCounts",
    "Kind",
    "Leadership",
    "Meeting",
    "Movement",
    "Nomination",
    "Occurrence",
    "Ordinal",
    "Paper",
    "Passage",
    "PastAward",
    "Period",
    "Person",
    "Phrase",
    "Regulation",
    "Rule",
    "Standing",
    "Tally",
    "Target",
    "Text",
    "Unit",
    "UnitCounts",
    "count",
]
