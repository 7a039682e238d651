"""Whom an award is for: the sheets of nominations, counts and past awards against the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pipeline.cluster.units import Registry
from pipeline.law.awards import Organiser, award, under
from pipeline.law.catalogue import COUNCIL
from pipeline.law.certainty import WORDS
from pipeline.model import CASES, Award, Ballot
from pipeline.problems import Place, Problems
from pipeline.vietnamese.text import bare
from pipeline.workbooks.rows import Row, Tables
from pipeline.workbooks.sheets import NOMINATIONS, PAST_AWARDS

_TITLE_WORDS = ("tá", "úy", "uý", "tướng", "sĩ", "sỹ", "sư", "chí", "viên", "nhân", "ông", "bà", "đ/c")
"""Words of a rank or a title before a name: "Đại tá Trần Văn B", "đồng chí Lê Thị C"."""
_ADDRESSES = ("ong", "ba", "anh", "chi", "dong chi", "d c")


def check_recipient(
    recipient: str, told_by: str, row: Row, units: Registry, given: Award | None, problems: Problems
) -> None:
    """Say a unit that is called a person, a person's birthday beside a collective, and an award for others."""
    name = str(row.get("name"))
    unit = units.named(name)
    if unit and recipient != "collective":
        words = {"recipient": CASES[recipient], "first": row.at("name").cell}
        problems.add("DN-40", row.at("recipient"), found=name, **words)
        recipient, told_by = "collective", "name"
    elif recipient == "person" and not _is_capitalised(name):
        problems.add("DN-08", row.at("name"), found=name)
    elif recipient == "collective" and (field := _of_a_person(row)):
        label = NOMINATIONS.column(field).header
        problems.add("DN-41", row.at(field), found=name, label=label, first=row.at(told_by).cell)
    if given and recipient not in given.recipients:
        allowed = ", ".join(CASES[kind] for kind in given.recipients)
        words = {"recipient": CASES[recipient], "first": row.at(told_by).cell, "allowed": allowed}
        problems.add("DN-04" if given.firm else "DN-42", row.at("award"), found=given.name, **words)


def _is_capitalised(name: str) -> bool:
    """Whether a person's name has one capital a word; a rank or a title before it may have fewer."""
    words = [word for word in name.split() if word not in _TITLE_WORDS]
    return not name.isupper() and all(word[:1].isupper() for word in words)


def _of_a_person(row: Row) -> str | None:
    """The field that only a person has: a birthday, a form of address."""
    if row.text("born"):
        return "born"
    return "honorific" if bare(row.text("honorific") or "") in _ADDRESSES else None


def check_count(given: Award | None, counted_for: str, value: int, place: Place, problems: Problems) -> None:
    """Say occasions counted for those who cannot receive the award: persons under a flag."""
    if given and given.firm and value and counted_for not in given.recipients:
        allowed = ", ".join(CASES[kind] for kind in given.recipients)
        words = {"award": given.name, "recipient": CASES[counted_for], "allowed": allowed}
        problems.add("KT-40", place, found=value, **words)


def check_past(tables: Tables, of: Organiser, problems: Problems) -> None:
    """Say past awards of a unit that only persons or households receive."""
    for row in tables.of(PAST_AWARDS.name):
        given = award(str(row.get("award")), of)
        if given.firm and "collective" not in given.recipients:
            allowed = ", ".join(CASES[kind] for kind in given.recipients)
            problems.add("KT-41", row.at("award"), found=given.name, allowed=allowed)


def offer_thresholds(ballots: Sequence[Ballot], of: Organiser, day: date, problems: Problems) -> None:
    """Offer the law's least share of votes where the cluster's own regulation names none."""
    said = set()
    for ballot in ballots:
        name = award(ballot.subject, of).name
        found = under(ballot.subject, of, day)
        if found is None or found.votes is None or ballot.threshold is not None or name in said:
            continue
        said.add(name)
        votes = found.votes
        source = ", ".join(filter(None, (votes.article, WORDS[votes.certainty])))
        words = {"percent": votes.percent, "whole": COUNCIL, "source": source, "subject": ballot.subject}
        problems.add("DN-43", ballot.place, found=name, **words)
