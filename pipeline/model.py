"""The office's world, frozen: what the workbooks say, in the terms of the field.

Everything here is immutable data. A number that may reach a paper is a `Figure`; a `None` is
a fact that nobody typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from typing import Literal

from pipeline.problems import Place

Kind = Literal["count", "points", "percent", "money", "rank", "quantity"]


@dataclass(frozen=True)
class Rule:
    """How a figure was made: `Rule("sum", "Cá nhân", 8)` is the sum of "Cá nhân" over 8 units."""

    name: Literal["typed", "count", "sum", "mean", "difference", "ratio", "rank", "constant"]
    of: str = ""
    units: int = 0

    @property
    def words(self) -> str:
        """The rule as the office reads it, in Vietnamese."""
        over = f" của {self.units} đơn vị" if self.units else ""
        return _RULE_WORDS[self.name].format(of=self.of) + over


_RULE_WORDS = {
    "typed": "số ghi trong sổ: {of}",
    "count": "đếm: {of}",
    "sum": "tổng: {of}",
    "mean": "trung bình: {of}",
    "difference": "chênh lệch: {of}",
    "ratio": "tỷ lệ: {of}",
    "rank": "xếp thứ theo {of}",
    "constant": "theo quy định: {of}",
}


@dataclass(frozen=True, eq=False)
class Figure:
    """A number on paper: its value, how it was made, and the cells or figures it was made from.

    It compares, sorts and tests as its value, so that a template may ask `so > 1`; only the
    printer of `rendering` turns it into text.
    """

    value: int | Decimal
    unit: str
    kind: Kind
    rule: Rule
    cells: tuple[Place, ...] = ()
    figures: tuple[Figure, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.value)

    def __eq__(self, other: object) -> bool:
        return self.value == _value(other)

    def __lt__(self, other: Figure | int | Decimal) -> bool:
        return self.value < _value(other)

    def __gt__(self, other: Figure | int | Decimal) -> bool:
        return self.value > _value(other)

    def __le__(self, other: Figure | int | Decimal) -> bool:
        return self.value <= _value(other)

    def __ge__(self, other: Figure | int | Decimal) -> bool:
        return self.value >= _value(other)

    def __hash__(self) -> int:
        return hash(self.value)


def _value(other: object) -> int | Decimal:
    if isinstance(other, Figure):
        return other.value
    return other if isinstance(other, (int, Decimal)) else NotImplemented


@dataclass(frozen=True)
class Counted:
    """A figure with its noun, as one phrase: "960 lượt tập thể"."""

    figure: Figure
    noun: str


@dataclass(frozen=True)
class Ordinal:
    """A rank in words: "Nhất", "Nhì", "Ba"."""

    figure: Figure


@dataclass(frozen=True)
class Phrase:
    """Words with figures among them, printed part after part: "08/08 phiếu"."""

    parts: tuple[str | Figure | Counted | Ordinal, ...]


@dataclass(frozen=True)
class Text:
    """A text somebody typed, and where."""

    text: str
    place: Place = Place()


# --- who and when ----------------------------------------------------------------------------


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


# --- scores ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Regulation:
    """The scoring rules of the cluster, as its sheet "Quy định" says them."""

    scale: Figure | None = None
    source: Literal["self", "cross", "appraised", "mean"] | None = None
    by_minutes: bool = False
    tie_breakers: tuple[str, ...] = ()
    bonus_cap: Figure | None = None
    rounding: int | None = None
    step: Decimal | None = None
    grades: tuple[tuple[str, Decimal], ...] = ()
    flags_cap: Figure | None = None
    certificates_cap: Figure | None = None
    thresholds: Mapping[str, Figure] = field(default_factory=dict)
    voters: str | None = None
    padded_counts: bool = True
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
        return self.code.split("/")[-1]


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


# --- commendations and awards ----------------------------------------------------------------

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


@dataclass(frozen=True)
class Award:
    """A title or a form of commendation: who decides it, at which level, for whom."""

    name: str
    verb: str
    level: str | None
    decider: str | None
    recipients: tuple[str, ...]


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


# --- the pledge, the work, the words ------------------------------------------------------------


@dataclass(frozen=True)
class Target:
    """A target of the pledge; plan and result are figures where they are numbers, else text."""

    year: int
    text: str
    place: Place
    group: str | None = None
    content: str | None = None
    measure: str | None = None
    unit: Unit | None = None
    falling: bool = False
    plan: Figure | Text | None = None
    result: Figure | Text | None = None
    share: Figure | None = None
    verdict: Literal["Vượt", "Đạt", "Chưa đạt"] | None = None


@dataclass(frozen=True)
class Contribution:
    """Something given for social work."""

    activity: str
    place: Place
    unit: Unit | None = None
    amount: Figure | None = None
    quantity: Figure | None = None
    measure: str | None = None
    beneficiaries: str | None = None
    day: date | None = None


@dataclass(frozen=True)
class Movement:
    """An emulation movement and what came of it."""

    name: str
    place: Place
    launched_by: str | None = None
    time: str | None = None
    result: tuple[str, ...] = ()


@dataclass(frozen=True)
class Passage:
    """Paragraphs somebody typed for one heading, for the cluster or for one unit."""

    section: str
    paragraphs: tuple[str, ...]
    place: Place
    unit: Unit | None = None


@dataclass(frozen=True)
class Citation:
    """A text of an upper level or of the cluster itself, as the office cites it."""

    kind: str
    use: Literal["basis", "studied", "own"]
    place: Place
    number: str | None = None
    day: date | None = None
    issuer: str | None = None
    abstract: str | None = None


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
    party: bool = False
    leader_title: str = ""
    deputy_title: str = ""
    movement: str | None = None
    theme: tuple[str, ...] = ()
    slogan: tuple[str, ...] = ()
    place_name: str | None = None
    pledge_year: int = 0
    committed: bool = False
    default_paper: Paper = Paper()
    papers: Mapping[str, Paper] = field(default_factory=dict)
    meeting: Meeting = Meeting()
    next_leaders: Leadership = Leadership()
    regulation: Regulation = Regulation()
    criteria: tuple[Criterion, ...] = ()
    standings: tuple[Standing, ...] = ()
    commendations: Commendations | None = None
    nominations: tuple[Nomination, ...] = ()
    ballots: tuple[Ballot, ...] = ()
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

    def leaders(self, role: Literal["leader", "deputy"]) -> tuple[Unit, ...]:
        """This year's leading or deputy units."""
        return tuple(unit for unit in self.units if unit.role == role)


def count(things: Sequence[object], of: str, unit: str, places: Iterable[Place] = ()) -> Figure:
    """How many things there are, with the cells that name them."""
    return Figure(len(things), unit, "count", Rule("count", of), tuple(places))
