"""Checked tables to one frozen `Cluster`: scored, ranked, counted. pandas ends here."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Literal, cast

from pipeline.cluster import (
    agreement,
    awards,
    ballots,
    citations,
    counts,
    information,
    received,
    recipients,
    standings,
    units,
    words,
)
from pipeline.cluster.counts_before import CountsBefore, changed, read_counts_before
from pipeline.cluster.information import Facts
from pipeline.cluster.others import own_rows
from pipeline.law.awards import Organiser, organiser
from pipeline.model import Cluster, Commendations, Figure, Leadership, Nomination, Period, Unit, count
from pipeline.problems import Place, Problems
from pipeline.transforms import commendations
from pipeline.workbooks.rows import Entry, Tables
from pipeline.workbooks.sheets import COMMENDATIONS

_TITLES = {"Cụm": ("Cụm trưởng", "Cụm phó"), "Khối": ("Khối trưởng", "Khối phó")}
_NUMBER = re.compile(r"\bsố\s+(\d+|[IVXLC]+)\b")


def build_cluster(tables: Tables, problems: Problems, before: Tables | None = None) -> Cluster | None:
    """The cluster of a dossier; None when not even its name, period and units are known.

    `before`: the dossier of the same period of the year before, where no sheet of this one stands for it.
    """
    facts = information.information(tables, problems)
    tables = own_rows(tables, facts.text("name") or "", problems)
    period = information.period(facts)
    members = units.read_units(tables, information.province(facts), problems)
    if not members and "Đơn vị" not in tables.sheets:
        problems.add("HS-03", Place(facts.place("name").file))
    if period is None or facts.text("name") is None or not members:
        _check_the_rest(tables, facts, period or _likely_period(facts), members, problems)
        return None
    return _built(tables, facts, period, members, problems, before)


def _check_the_rest(
    tables: Tables, facts: Facts, period: Period | None, members: tuple[Unit, ...], problems: Problems
) -> None:
    """Say what else is wrong where no cluster can be built, so that one fault hides no other."""
    if period is not None:
        _built(tables, facts, period, members or units.typed_units(tables), problems)


def _likely_period(facts: Facts) -> Period | None:
    """The period to check by where it was not typed well: its year is before the pledge's, or the conference's."""
    pledge, day = facts.number("pledge_year"), facts.day("meeting_day")
    year = facts.number("year") or (pledge - 1 if pledge else None) or (day.year if day else None)
    return (
        Period(cast(Literal["half_year", "year", "school_year"], facts.text("period") or "year"), year)
        if year
        else None
    )


def _built(
    tables: Tables, facts: Facts, period: Period, known: tuple[Unit, ...], problems: Problems,
    before: Tables | None = None,
) -> Cluster:  # fmt: skip
    registry = units.Registry(known, information.province(facts))
    now = tuple(unit for unit in known if unit.belongs(period.year))
    pledge_year = facts.number("pledge_year") or period.year + 1
    regulation = standings.read_regulation(information.regulations(tables, problems), problems)
    of = organiser(facts.text("level"), information.province(facts), facts.text("superior"))
    conference = information.meeting(facts, tables)
    voters = conference.voters or _one_vote_each(now)
    votes = ballots.read_ballots(tables, registry, regulation, voters, of, problems)
    yes = ballots.votes_of_units(votes)
    criteria, ranking = standings.read_standings(tables, registry, now, regulation, period.year, yes, problems)
    nominations = awards.read_nominations(tables, registry, of, problems)
    cluster = Cluster(
        **_names(facts),
        **_as_typed(tables, facts, conference.day or period.ends, problems),
        period=period,
        units=now,
        pledge_units=tuple(unit for unit in known if unit.belongs(pledge_year)),
        pledge_year=pledge_year,
        meeting=conference,
        next_leaders=_next_leaders(facts, registry, problems),
        regulation=regulation,
        criteria=criteria,
        standings=ranking,
        commendations=_commendations(tables, before, facts, registry, of, now, period, nominations, problems),
        nominations=nominations,
        ballots=votes,
        **_of_units(tables, registry, of, period, pledge_year, problems),
    )
    _compare(cluster, tables, of, problems)
    return cluster


def _compare(cluster: Cluster, tables: Tables, of: Organiser, problems: Problems) -> None:
    """Say what does not agree, among the sheets or with the law."""
    agreement.compare(cluster, tables, problems)
    recipients.check_past(tables, of, problems)
    recipients.offer_thresholds(cluster.ballots, of, cluster.meeting.day or cluster.period.ends, problems)


def _of_units(
    tables: Tables, registry: units.Registry, of: Organiser, period: Period, pledge_year: int, problems: Problems
) -> dict[str, Any]:
    """What units have received, have to reach, have given and have written."""
    return {
        "past_awards": received.read_past_awards(tables, registry, of, problems),
        "targets": words.read_targets(tables, registry, period, _target_year(period, pledge_year), problems),
        "contributions": words.read_contributions(tables, registry, problems),
        "passages": words.read_passages(tables, registry, period.year, problems),
    }


def _as_typed(tables: Tables, facts: Facts, on: date, problems: Problems) -> dict[str, Any]:
    """What goes to paper as it was typed."""
    return {
        "place": facts.place("name"),
        "default_paper": information.default_paper(facts),
        "papers": information.papers(tables, problems),
        "movements": words.read_movements(tables),
        "citations": tuple(citations.read_citations(tables, on, problems)),
        "sheets": tables.sheets,
    }


def _target_year(period: Period, pledge_year: int) -> int:
    """The year of a target that names none: the pledge in force at mid-year, the next one at its end."""
    return period.year if period.kind == "half_year" else pledge_year


def _one_vote_each(members: tuple[Unit, ...]) -> Figure:
    return count(members, "đơn vị, mỗi đơn vị một phiếu", "đơn vị", (unit.place for unit in members))


def _names(facts: Facts) -> dict[str, Any]:
    """What the cluster is called, who is above it, and how its papers are issued."""
    name = str(facts.text("name"))
    form = cast(Literal["Cụm", "Khối"], facts.text("form") or ("Khối" if name.startswith("Khối") else "Cụm"))
    leader, deputy = _TITLES[form]
    found = _NUMBER.search(name)
    return {
        "name": name,
        "form": form,
        "number": facts.text("number") or (found[1] if found else None),
        "block": facts.text("block"),
        "sector": facts.text("sector"),
        "level": facts.text("level"),
        "province": information.province(facts),
        "superior": facts.text("superior"),
        "standing_office": facts.text("standing_office"),
        "issued_by_leader": facts.text("issued_by") == "leader",
        "issuer": facts.text("issuer"),
        "symbol": facts.text("symbol"),
        "profile": cast(Literal["nd30", "party"] | None, facts.text("profile")),
        "leader_title": facts.text("leader_title") or leader,
        "deputy_title": facts.text("deputy_title") or deputy,
        "movement": facts.text("movement"),
        "theme": facts.lines("theme"),
        "slogan": facts.lines("slogan"),
        "place_name": facts.text("place_name"),
        "committed": facts.text("committed") == "yes",
    }


def _next_leaders(facts: Facts, registry: units.Registry, problems: Problems) -> Leadership:
    entry = facts.entry("next_leader")
    deputies = (registry.find(Entry(name, facts.place("next_deputy")), problems) for name in facts.lines("next_deputy"))
    return Leadership(
        leader=registry.find(entry, problems) if entry else None,
        deputies=tuple(unit for unit in deputies if unit is not None),
        manner=cast(Literal["bầu", "phân công", "luân phiên"] | None, facts.text("manner")),
    )


def _commendations(
    tables: Tables, other: Tables | None, facts: Facts, registry: units.Registry, of: Organiser,
    members: tuple[Unit, ...], period: Period, nominations: tuple[Nomination, ...], problems: Problems,
) -> Commendations | None:  # fmt: skip
    now = counts.read_counts(tables, COMMENDATIONS.name, registry, of, period.year, problems)
    before = read_counts_before(tables, other, facts, registry, of, period.year - 1, problems)
    found = commendations.commendations(
        now, before.counts, members, awards.flags_granted(nominations), _members_before(before, members, period)
    )
    for unit in found.missing if found else ():
        problems.add("DV-05", unit.place, found=unit.name, sheet=COMMENDATIONS.name)
    return found


def _members_before(before: CountsBefore, members: tuple[Unit, ...], period: Period) -> Figure | None:
    """How many members the cluster had the year before, when they were not the same."""
    then = before.members
    if not changed(then, members):
        return None
    return count(then, f"đơn vị thành viên năm {period.year - 1}", "đơn vị", (unit.place for unit in then))


__all__ = ["build_cluster"]
