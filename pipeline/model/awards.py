"""Commendations as occasions, awards, candidates, ballots."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pipeline.model.figures import Figure
from pipeline.model.office import Unit
from pipeline.problems import Place

RECIPIENTS = ("collective", "person", "household")
NOUNS = {"collective": "lượt tập thể", "person": "lượt cá nhân", "household": "lượt hộ gia đình"}
CASES = {"collective": "tập thể", "person": "cá nhân", "household": "hộ gia đình"}
LEVELS = ("state", "ministry", "base")
LEVEL_NAMES = {"state": "cấp Nhà nước", "ministry": "cấp bộ, ban, ngành, tỉnh", "base": "cấp cơ sở"}

Counts = Mapping[str, Figure]
"""Occasions by recipient: some of the keys of `RECIPIENTS`."""


@dataclass(frozen=True)
class FormCounts:
    """The occasions of one form of commendation."""

    form: str
    level: str | None
    now: Counts
    before: Counts


@dataclass(frozen=True)
class UnitCounts:
    """The occasions of one unit, in all and by level."""

    unit: Unit
    now: Counts
    levels: Mapping[str, Counts]


@dataclass(frozen=True)
class Tally:
    """The occasions of one unit, or of the whole cluster, of one form and level, in one manner, for one recipient."""

    unit: str | None
    level: str | None
    form: str | None
    manner: str | None
    recipient: str
    figure: Figure


@dataclass(frozen=True)
class Commendations:
    """What was awarded in the period, as occasions (lượt), against the period before."""

    total: Counts
    before: Counts
    forms: tuple[FormCounts, ...]
    units: tuple[UnitCounts, ...]
    levels: Mapping[str, Counts]
    levels_before: Mapping[str, Counts]
    missing: tuple[Unit, ...]
    flags: tuple[tuple[str, tuple[Unit, ...], Figure], ...]
    members_before: Figure | None = None
    tallies: tuple[Tally, ...] = ()
    """Every count that stands in `total`, in the order of the catalogue."""


@dataclass(frozen=True)
class Award:
    """A title or a form of commendation: who decides it, at which level, for whom.

    `firm`: whether the law's word on who may receive it was seen.
    """

    name: str
    verb: str
    level: str | None
    decider: str | None
    recipients: tuple[str, ...]
    firm: bool = True


@dataclass(frozen=True)
class Nomination:
    """A candidate acclaimed, proposed or granted."""

    recipient: Literal["collective", "person", "household"]
    name: str
    status: Literal["acclaimed", "proposed", "granted"]
    place: Place
    award: Award | None = None
    unit: Unit | None = None
    honorific: str | None = None
    born: str | None = None
    office: str | None = None
    rank: Figure | None = None
    summary: str | None = None
    number: str | None = None
    day: date | None = None

    @property
    def issuer(self) -> Unit | None:
        """Whose papers tell of its merits: a collective's own, a person's or a household's unit's."""
        if self.recipient != "collective" or (self.unit and self.unit.name == self.name):
            return self.unit
        above = self.unit
        return Unit(self.name, self.place, parent=above.name if above else None, kind=above.kind if above else None)


@dataclass(frozen=True)
class PastAward:
    """An award that a unit has received; `title` tells titles of emulation from forms of commendation."""

    unit: Unit
    year: int
    award: Award
    title: bool
    number: str
    place: Place
    day: date | None = None
    issuer: str | None = None


ELECTION = "bau "
"""How the subject of a vote about next year's leaders begins, without accents."""


@dataclass(frozen=True)
class Ballot:
    """One candidate in one vote, or the whole vote when `candidate` is None."""

    subject: str
    place: Place
    candidate: str | None = None
    unit: Unit | None = None
    round: str | None = None
    manner: str | None = None
    issued: Figure | None = None
    returned: Figure | None = None
    valid: Figure | None = None
    invalid: Figure | None = None
    yes: Figure | None = None
    no: Figure | None = None
    blank: Figure | None = None
    share: Figure | None = None
    threshold: Figure | None = None
    passed: bool | None = None
