"""One cluster in one period, whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from pipeline.model.awards import Ballot, Commendations, Nomination, PastAward
from pipeline.model.office import Leadership, Meeting, Paper, Period, Unit
from pipeline.model.scores import Criterion, Regulation, Standing
from pipeline.model.words import Citation, Contribution, Movement, Passage, Target
from pipeline.problems import Place


@dataclass(frozen=True)
class Cluster:
    """One cluster in one period: all that its workbooks say, scored, ranked and frozen."""

    name: str
    form: Literal["Cụm", "Khối"]
    period: Period
    place: Place
    units: tuple[Unit, ...]
    pledge_units: tuple[Unit, ...] = ()
    number: str | None = None
    block: str | None = None
    sector: str | None = None
    level: str | None = None
    province: str | None = None
    superior: str | None = None
    standing_office: str | None = None
    issued_by_leader: bool = False
    issuer: str | None = None
    symbol: str | None = None
    profile: Literal["nd30", "party"] | None = None
    """The rules of form that the office asks for; None when the issuing unit decides."""
    leader_title: str = ""
    deputy_title: str = ""
    movement: str | None = None
    theme: tuple[str, ...] = ()
    slogan: tuple[str, ...] = ()
    place_name: str | None = None
    pledge_year: int = 0
    committed: bool = False
    default_paper: Paper = field(default_factory=Paper)
    papers: Mapping[str, Paper] = field(default_factory=dict)
    meeting: Meeting = field(default_factory=Meeting)
    next_leaders: Leadership = field(default_factory=Leadership)
    regulation: Regulation = field(default_factory=Regulation)
    criteria: tuple[Criterion, ...] = ()
    standings: tuple[Standing, ...] = ()
    commendations: Commendations | None = None
    nominations: tuple[Nomination, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    past_awards: tuple[PastAward, ...] = ()
    targets: tuple[Target, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    movements: tuple[Movement, ...] = ()
    passages: tuple[Passage, ...] = ()
    citations: tuple[Citation, ...] = ()
    sheets: frozenset[str] = frozenset()

    @property
    def pledge_period(self) -> Period:
        """The year (or school year) of the pledge that is signed now."""
        kind: Literal["year", "school_year"] = "school_year" if self.period.kind == "school_year" else "year"
        return Period(kind, self.pledge_year)

    @property
    def reviewed(self) -> bool:
        """Whether a conference reviewed the units: points were given or candidates named, readable or not."""
        return bool(self.nominations or self.standings or self.sheets & {"Đề nghị", "Chấm điểm"})

    @property
    def pledge_later(self) -> bool:
        """Whether the pledge bears a day of its own after the conference: it is signed at another."""
        day, met = self.papers.get("pledge", Paper()).day, self.meeting.day
        return day is not None and met is not None and day > met

    @property
    def signed_apart(self) -> bool:
        """Whether the signing of the pledge has minutes of its own, beside those of the conference that reviewed."""
        pledged = any(target.year == self.pledge_year for target in self.targets)
        return self.period.kind != "half_year" and self.reviewed and self.pledge_later and pledged

    def leaders(self, role: Literal["leader", "deputy"]) -> tuple[Unit, ...]:
        """This year's leading or deputy units."""
        return tuple(unit for unit in self.units if unit.role == role)
