"""What the fields of one paper are taken from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Union

from pipeline.decree30.letter import Letter, letter
from pipeline.decree30.unit_letter import unit_letter
from pipeline.law.awards import organiser
from pipeline.model import Cluster, Nomination

OF_UNITS = ("merit summary", "merit report")
"""Papers that the unit of a candidate issues itself."""
Fields = Mapping[str, object]
"""Values by tag, as a template asks for them."""


@dataclass(frozen=True)
class Source:
    """One paper to be filled: the cluster, the kind of paper, what else the run makes."""

    cluster: Cluster
    paper: str
    draft: bool = False
    made: tuple[str, ...] = ()
    """Names of the kinds that this run makes, for lists of enclosures."""
    cases: tuple[Nomination, ...] = ()
    """The nominations of the one deciding authority of a proposal, or the one that a paper is about."""

    @cached_property
    def letter(self) -> Letter:
        """The official parts of the paper; one of a single case is its unit's own."""
        if self.paper in OF_UNITS:
            return unit_letter(self.cluster, self.paper, self.cases[0].issuer, self.draft)
        return letter(self.cluster, self.paper, self.draft, self.recipients, self.addressees)

    @property
    def addressees(self) -> list[str]:
        """Who a proposal goes to where its own row names nobody: the head of the organising level first."""
        cluster = self.cluster
        head = organiser(cluster.level, cluster.province, cluster.superior).head
        if self.paper != "proposal" or head is None:
            return []
        return list(dict.fromkeys((head, *cluster.default_paper.addressees)))

    @property
    def recipients(self) -> list[str]:
        """Who receives a paper where the office names nobody."""
        cluster = self.cluster
        members = f"Các đơn vị thành viên {cluster.form}"
        office = cluster.standing_office
        return [
            line for line in _RECIPIENTS[self.paper, self.draft and self.paper == "report"](office, members) if line
        ]


def _given(text: str, office: str | None) -> str:
    return text.format(office) if office else ""


_RECIPIENTS: Mapping[tuple[str, bool], Callable[[str | None, str], tuple[str, ...]]] = {
    ("report", False): lambda office, members: (members, "Lưu: VT"),
    ("report", True): lambda office, members: (
        _given("Lãnh đạo {} (dự hội nghị)", office),
        members,
        "Lưu: VT",
    ),
    ("proposal", False): lambda office, members: ("Các đơn vị được đề nghị", "Lưu: VT, hồ sơ"),
    ("minutes", False): lambda office, members: (_given("{}", office), members, "Lưu: VT, Hồ sơ"),
    ("conference", False): lambda office, members: (_given("{}", office), members, "Lưu: VT, Hồ sơ"),
    ("tally", False): lambda office, members: (_given("{}", office), members, "Lưu: VT, Hồ sơ"),
    ("notice", False): lambda office, members: (_given("{} (để báo cáo)", office), members, "Lưu: VT"),
    ("pledge", False): lambda office, members: (),
    ("score table", False): lambda office, members: ("Lưu: VT",),
    ("statistics", False): lambda office, members: (),
}


Says = Union[str, "tuple[str, Holds]"]
"""What a field says, with what it holds where it is more than printed."""
Holds = Union["Mapping[str, Says]", "list[Holds]", None]
"""Fields by name, a list of one kind of item, or None for what is only printed."""
LINES: Holds = [None]
"""A list of what is only printed."""
COUNTED: Mapping[str, Says] = {"so": "con số", "loai": "danh từ đi sau số"}
"""What a phrase of a number and its noun holds."""


@dataclass(frozen=True)
class Field:
    """One tag that a template may use: its name, where its value comes from, what it says, what it holds."""

    tag: str
    gives: Callable[[Source], object]
    says: str
    holds: Holds = None


def fields(table: tuple[Field, ...], source: Source) -> dict[str, object]:
    """The values of a table of fields, nested by the dots of their tags."""
    found: dict[str, object] = {}
    for field in table:
        *spaces, name = field.tag.split(".")
        inside = found
        for space in spaces:
            inside = inside.setdefault(space, {})  # type: ignore[assignment]
        inside[name] = field.gives(source)
    return found
