"""Clusters made by hand, for the tests of papers: what is not said has the value of a good dossier."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipeline.documents import KINDS
from pipeline.documents.kind import Part
from pipeline.documents.source import Source
from pipeline.law.awards import award, organiser
from pipeline.model import (
    Ballot,
    Cluster,
    Commendations,
    Counts,
    Figure,
    Kind,
    Meeting,
    Nomination,
    Period,
    Rule,
    Standing,
    Unit,
    UnitCounts,
)  # fmt: skip
from pipeline.office.word import paragraphs
from pipeline.problems import Place
from pipeline.rendering import compile_template
from pipeline.rendering.printer import Printer

HERE = Place("sổ.xlsx", "Trang", "A1")
TEMPLATES = Path(__file__).parents[1] / "templates_docx"
NAMES = ("Sở Nội vụ", "Sở Tư pháp", "Thanh tra tỉnh", "Công an tỉnh", "Ban Dân tộc tỉnh")
OF = organiser("tỉnh", "Hòa Bình", None)


def figure(value: int | str, kind: Kind = "count", unit: str = "lượt") -> Figure:
    """A number typed in a cell."""
    return Figure(Decimal(value) if isinstance(value, str) else value, unit, kind, Rule("typed", "thử"), (HERE,))


def unit(name: str, **more: Any) -> Unit:
    """A member of the cluster."""
    return Unit(name, HERE, **more)


def cluster(*units: Unit, **more: Any) -> Cluster:
    """Cluster 5 of the province Hòa Bình in 2021, with five units where none are given."""
    members = units or tuple(map(unit, NAMES))
    said: dict[str, Any] = {
        "name": "Cụm thi đua số 5 tỉnh Hòa Bình", "form": "Cụm", "period": Period("year", 2021), "place": HERE,
        "units": members, "pledge_units": members, "number": "5", "level": "tỉnh", "province": "Hòa Bình",
        "leader_title": "Cụm trưởng", "deputy_title": "Cụm phó", "pledge_year": 2022,
        "meeting": Meeting(day=date(2021, 12, 14), voters=figure(5, unit="thành viên")),
        "standing_office": "Ban Thi đua - Khen thưởng tỉnh",
    }  # fmt: skip
    return Cluster(**{**said, **more})


def standing(name: Unit | str, total: str | None = None, rank: int | None = None, **more: Any) -> Standing:
    """A unit with its points and rank."""
    points = figure(total, "points", "điểm") if total else None
    place = figure(rank, "rank", "hạng") if rank else None
    of = name if isinstance(name, Unit) else unit(name)
    return Standing(of, appraised_points=points, total=points, rank=place, **more)


def counts(collective: int | None = None, person: int | None = None, household: int | None = None) -> Counts:
    """Occasions by recipient; what is not given was not reported."""
    given = {"collective": collective, "person": person, "household": household}
    return {name: figure(value) for name, value in given.items() if value is not None}


def commended(now: Counts, before: Counts | None = None, missing: tuple[Unit, ...] = (), **more: Any) -> Commendations:
    """Commendations known in all, from units that have sent."""
    sent = (UnitCounts(unit(NAMES[0]), now, {}),)
    given = {"forms": (), "units": sent, "levels": {}, "levels_before": {}, "flags": (), **more}
    return Commendations(total=now, before=before or {}, missing=missing, **given)


def nomination(name: str, typed: str | None = "Cờ thi đua của UBND tỉnh", **more: Any) -> Nomination:
    """A candidate; a unit of the cluster where the name is one."""
    own = unit(name) if name in NAMES else None
    said = {"recipient": "collective", "status": "proposed", "unit": own, **more}
    return Nomination(name=name, place=HERE, award=award(typed, OF) if typed else None, **said)


def ballot(subject: str, candidate: str | None, yes: int | None = None, **more: Any) -> Ballot:
    """A vote on a candidate."""
    return Ballot(subject, HERE, candidate, yes=figure(yes) if yes is not None else None, **more)


def fields(kind: str, of: Cluster, part: Part | None = None, draft: bool = False) -> dict[str, Any]:
    """The fields of one paper."""
    chosen = part or KINDS[kind].parts(of)[0]
    return KINDS[kind].fields(Source(of, KINDS[kind].paper, draft, tuple(KINDS), chosen.cases))


def words(kind: str, of: Cluster, part: Part | None = None, draft: bool = False) -> list[str]:
    """The paragraphs of one paper as they stand in its stock template; no-break spaces as spaces."""
    content = compile_template(TEMPLATES / f"{kind}.docx").render(fields(kind, of, part, draft))
    return [text.replace("\u00a0", " ") for text in paragraphs(content) if text.strip()]


def printed(value: object) -> str:
    """A value as a paper prints it, with plain spaces."""
    return Printer([], True).text(value).replace("\u00a0", " ")
