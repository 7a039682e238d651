"""The pledge, the work, the words that somebody typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from pipeline.model.figures import Figure, Text
from pipeline.model.office import Unit
from pipeline.problems import Place


@dataclass(frozen=True)
class Target:
    """A target of the pledge; plan and results are figures where they are numbers, else text.

    `before` is the result of the year before.
    """

    year: int
    text: str
    place: Place
    group: str | None = None
    content: str | None = None
    measure: str | None = None
    unit: Unit | None = None
    falling: bool = False
    before: Figure | Text | None = None
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
