"""Scores: the regulation, the criteria, the standings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from pipeline.model.figures import Figure
from pipeline.model.office import Unit
from pipeline.problems import Place


@dataclass(frozen=True)
class Regulation:
    """The scoring rules of the cluster, as its sheet "Quy định" says them."""

    scale: Figure | None = None
    source: Literal["self", "cross", "appraised", "mean"] | None = None
    by_minutes: bool = False
    tie_breakers: tuple[str, ...] = ()
    ties_place: Place = Place()
    bonus_cap: Figure | None = None
    over_scale: bool = True
    """Whether bonus may lift a total over the scale."""
    rescaled: bool = False
    """Whether the points of a unit to which not all applies are converted to the whole scale."""
    maxima: Mapping[str, Figure] = field(default_factory=dict)
    """What a unit can reach, where not every criterion applies to it."""
    rounding: int | None = None
    step: Decimal | None = None
    grades: tuple[tuple[str, Decimal], ...] = ()
    flags_cap: Figure | None = None
    certificates_cap: Figure | None = None
    thresholds: Mapping[str, Figure] = field(default_factory=dict)
    voters: str | None = None
    padded_counts: bool = True
    numbered_laws: bool | None = None
    signing_order: Literal["leader first", "leader last", "list"] = "leader first"


@dataclass(frozen=True)
class Criterion:
    """One line of the scale: a group when it has children, else a leaf that is scored."""

    code: str
    name: str
    maximum: Figure | None
    parent: str | None
    leaf: bool
    kind: Literal["standard", "bonus", "penalty"] = "standard"
    applies: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """Its own number, as the sheet writes it: "1.1"."""
        return self.code.split("/")[-1].split("~")[0]


@dataclass(frozen=True)
class Standing:
    """The result of one unit; a rank is missing where a score is missing.

    Points by source are those of the standard criteria; `totals` are theirs with bonus and deduction.
    """

    unit: Unit
    self_points: Figure | None = None
    cross_points: Figure | None = None
    appraised_points: Figure | None = None
    bonus: Figure | None = None
    penalty: Figure | None = None
    total: Figure | None = None
    rank: Figure | None = None
    grade: str | None = None
    groups: Mapping[str, Figure] = field(default_factory=dict)
    totals: Mapping[str, Figure] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    converted: Figure | None = None
    """The points that count, converted to the whole scale."""
    exempt: frozenset[str] = frozenset()
    """Codes of the criteria by which it is not scored."""
    parted: tuple[str, ...] = ()
    """What set its rank apart from those of units with the same total."""
