"""Who and when: the period, the units, the people, the conference, the papers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Literal

from pipeline.model.figures import Figure
from pipeline.problems import Place


@dataclass(frozen=True)
class Period:
    """The reported period: "6 tháng đầu năm 2017", "năm 2021", "năm học 2017-2018"."""

    kind: Literal["half_year", "year", "school_year"]
    year: int

    @property
    def numbers(self) -> str:
        """ "2021", or "2017-2018" for a school year."""
        return f"{self.year}-{self.year + 1}" if self.kind == "school_year" else str(self.year)

    @property
    def name(self) -> str:
        """The period as a paper writes it."""
        return _PERIOD_NAMES[self.kind] + " " + self.numbers

    @property
    def ends(self) -> date:
        """Its last day; a school year ends with May."""
        month, day = {"half_year": (6, 30), "year": (12, 31), "school_year": (5, 31)}[self.kind]
        return date(self.year + (self.kind == "school_year"), month, day)

    def shifted(self, years: int) -> Period:
        """The same period, so many years later (or earlier, when negative)."""
        return Period(self.kind, self.year + years)


_PERIOD_NAMES = {"half_year": "6 tháng đầu năm", "year": "năm", "school_year": "năm học"}


@dataclass(frozen=True)
class Unit:
    """A member of the cluster, in the order of the official list."""

    name: str
    place: Place
    code: str | None = None
    short: str | None = None
    aliases: tuple[str, ...] = ()
    role: Literal["leader", "deputy"] | None = None
    kind: str | None = None
    parent: str | None = None
    signer: str | None = None
    signer_rank: str | None = None
    signer_office: str | None = None
    registered: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    women: Decimal | None = None
    barred: bool = False
    barred_at: Place = Place()

    def belongs(self, year: int) -> bool:
        """Whether the unit is a member in that year."""
        return (self.since is None or self.since <= year) and (self.until is None or year <= self.until)


@dataclass(frozen=True)
class Person:
    """Somebody at the meeting, with the role played there."""

    name: str
    role: str
    place: Place
    rank: str | None = None
    honorific: str | None = None
    office: str | None = None
    unit: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Meeting:
    """The conference of the cluster."""

    day: date | None = None
    session: str | None = None
    starts: time | None = None
    ends: time | None = None
    venue: str | None = None
    voters: Figure | None = None
    people: tuple[Person, ...] = ()

    def those(self, *roles: str) -> tuple[Person, ...]:
        """The people who play one of the roles, in the order of the sheet."""
        return tuple(person for person in self.people if person.role in roles)


@dataclass(frozen=True)
class Leadership:
    """Who leads the cluster next year, and how that was settled; always from the minutes."""

    leader: Unit | None = None
    deputies: tuple[Unit, ...] = ()
    manner: Literal["bầu", "phân công", "luân phiên"] | None = None


@dataclass(frozen=True)
class Paper:
    """What the office says of one paper: number, date, addressees, recipients, signer."""

    number: str | None = None
    day: date | None = None
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    signer: str | None = None
    signer_rank: str | None = None
    signer_office: str | None = None
    capacity: str | None = None
    day_place: Place = Place()
