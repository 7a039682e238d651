"""Blank workbooks to fill: for any cluster, or for the units and criteria of one that has a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.problems import Problems
from pipeline.vietnamese.text import bare, slug

if TYPE_CHECKING:
    from pipeline.model import Criterion, Unit
    from pipeline.workbooks.forms import Line, Lines, Page
    from pipeline.workbooks.rows import Row, Tables

FOLDER = "_mau"
"""Below `inputs`; a name that begins so is never read as a dossier."""
_LONGEST = 60
_LASTING = frozenset((
    "name", "form", "number", "block", "sector", "level", "province", "superior", "standing_office", "issued_by",
    "issuer", "symbol", "profile", "leader_title", "deputy_title", "movement", "place_name",
))  # fmt: skip
"""What "Thông tin" says that stays from year to year."""
_LASTING_OF_UNITS = frozenset((
    "code", "name", "short", "aliases", "kind", "parent", "signer", "signer_rank", "signer_office", "since", "until",
))  # fmt: skip


@dataclass(frozen=True)
class Forms:
    """The workbooks that were written, those that stood there already, and what was wrong with the cluster's."""

    written: tuple[Path, ...]
    kept: tuple[Path, ...]
    problems: Problems


@dataclass(frozen=True)
class Known:
    """What an existing workbook of a cluster says: its name, its units, its criteria, and their rows."""

    name: str
    units: tuple[Unit, ...]
    criteria: tuple[Criterion, ...]
    lines: Lines


def forms(inputs: Path, cluster: Path | None = None, per_unit: bool = False) -> Forms:
    """Write blank workbooks below `inputs`, never over a file that stands there."""
    from pipeline.workbooks.drawing import drawn
    from pipeline.workbooks.forms import save

    problems = Problems()
    folder = inputs / FOLDER
    pages = _blank()
    if cluster is not None:
        known = read_cluster(cluster, problems)
        folder /= slug(known.name)[:_LONGEST] or "cum"
        pages = _filled(known, per_unit) if known.units else {}
    done = dict(save({folder / name: drawn(of) for name, of in pages.items()}))
    written = tuple(path for path, new in done.items() if new)
    return Forms(written, tuple(path for path in done if path not in written), problems)


def _blank() -> Mapping[str, tuple[Page, ...]]:
    from pipeline.workbooks.example import CLUSTER_TEXT, UNIT, UNIT_TEXT, example
    from pipeline.workbooks.forms import cluster_pages, unit_pages

    return {
        "so-cum.xlsx": cluster_pages(),
        "so-don-vi.xlsx": unit_pages(),
        "vi-du-so-cum.xlsx": cluster_pages(example(CLUSTER_TEXT)),
        "vi-du-so-don-vi.xlsx": unit_pages(UNIT, example(UNIT_TEXT)),
    }


def _filled(known: Known, per_unit: bool) -> Mapping[str, tuple[Page, ...]]:
    """The workbook of the cluster, and one for all units or one a unit."""
    from pipeline.workbooks.forms import cluster_pages, unit_pages

    pages = {"so-cum.xlsx": cluster_pages(known.lines)}
    if not per_unit:
        return {**pages, "so-don-vi.xlsx": unit_pages("", _scored(known.criteria))}
    for unit in known.units:
        own = (criterion for criterion in known.criteria if _applies(criterion, unit))
        pages[_distinct(f"so-don-vi-{slug(unit.name)[:_LONGEST]}", pages)] = unit_pages(unit.name, _scored(own))
    return pages


def _distinct(stem: str, taken: Iterable[str]) -> str:
    names = (f"{stem}{f'-{number}' if number > 1 else ''}.xlsx" for number in range(1, 1000))
    return next(name for name in names if name not in taken)


def _applies(criterion: Criterion, unit: Unit) -> bool:
    kinds = [bare(kind) for kind in criterion.applies]
    return not kinds or unit.kind is None or bare(unit.kind) in kinds


def _scored(criteria: Iterable[Criterion]) -> Lines:
    """The rows of a score sheet with the criteria: groups take no points."""
    from pipeline.workbooks.forms import Line
    from pipeline.workbooks.sheets import SCORES

    lines = []
    for criterion in criteria:
        highest = Decimal(criterion.maximum.value) if criterion.maximum else None
        given = {"code": criterion.mark, "name": criterion.name, "maximum": highest}
        kept = {name: value for name, value in given.items() if value is not None and not str(value).startswith("#")}
        lines.append(Line(kept, not criterion.leaf, highest))
    return {SCORES.name: lines}


def read_cluster(file: Path, problems: Problems) -> Known:
    """The units and criteria of a cluster's workbook, with what its forms may hold already."""
    from pipeline.cluster.criteria import read_criteria
    from pipeline.cluster.information import Facts
    from pipeline.cluster.units import read_units
    from pipeline.workbooks.read import read_workbook
    from pipeline.workbooks.sheets import CRITERIA, INFORMATION, UNITS
    from pipeline.workbooks.tables import check_tables

    tables = check_tables([(file.name, read_workbook(file, file.name, problems))], problems)
    facts = Facts(tables, INFORMATION, problems)
    units = read_units(tables, facts.text("province"), problems)
    year = facts.number("year") or 0
    if not units:
        problems.add("HS-03")
    lines = {
        INFORMATION.name: tuple(_again(tables, INFORMATION.name, _LASTING)),
        UNITS.name: tuple(_again(tables, UNITS.name, _LASTING_OF_UNITS)),
        CRITERIA.name: tuple(_again(tables, CRITERIA.name, _OF_CRITERIA, year)),
    }
    return Known(facts.text("name") or "", units, read_criteria(tables, year, problems), lines)


_OF_CRITERIA = frozenset(("code", "name", "maximum", "type", "applies"))


def _again(tables: Tables, sheet: str, fields: frozenset[str], year: int | None = None) -> Iterator[Line]:
    """The rows of a sheet as somebody would type them again, without what belongs to one year."""
    from pipeline.workbooks.forms import Line, typed
    from pipeline.workbooks.sheets import BY_NAME

    for row in tables.of(sheet):
        if row.get("year") in (None, year) or year is None:
            given = {name: typed(BY_NAME[sheet].column(name), row.get(name)) for name in _held(row, fields)}
            kept = {name: value for name, value in given.items() if value is not None}
            if kept:
                yield Line(kept)


def _held(row: Row, fields: frozenset[str]) -> list[str]:
    return [name for name in row.entries if name in fields]
