"""The commendations of the same period of the year before: of a sheet of this dossier, else of another dossier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.cluster.counts import read_counts
from pipeline.cluster.information import Facts, province
from pipeline.cluster.others import own_rows
from pipeline.cluster.units import Registry, read_units
from pipeline.law.awards import Organiser
from pipeline.model import Unit
from pipeline.problems import Place, Problems
from pipeline.vietnamese.text import bare
from pipeline.workbooks.rows import Tables
from pipeline.workbooks.sheets import COMMENDATIONS, COMMENDATIONS_BEFORE

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class CountsBefore:
    """The counts, one a row, and who belonged to the cluster then."""

    counts: pd.DataFrame
    members: tuple[Unit, ...]


def read_counts_before(
    tables: Tables, other: Tables | None, facts: Facts, units: Registry, of: Organiser, year: int, problems: Problems
) -> CountsBefore:
    """The counts of `year`; those of `other` dossier only when they are whole, else it is said and nothing compared."""
    if other is None:
        counts = read_counts(tables, COMMENDATIONS_BEFORE.name, units, of, year, problems)
        return CountsBefore(counts, _members(units, year))
    quiet = Problems()
    theirs, where = own_rows(other, facts.text("name") or "", quiet), province(facts)
    then = Registry(read_units(theirs, where, quiet), where)
    counts = read_counts(theirs, COMMENDATIONS.name, then, of, year, quiet)
    missing = [unit for unit in _members(then, year) if unit.name not in set(counts["unit"])]
    if quiet.errors() or (missing and counts["unit"].notna().any()):
        place = next((row.place for row in theirs.rows.get(COMMENDATIONS.name, ())), Place())
        problems.add("KT-50", Place(place.file, place.sheet))
        return CountsBefore(counts.iloc[:0], _members(units, year))
    return CountsBefore(counts, _members(then, year))


def _members(units: Registry, year: int) -> tuple[Unit, ...]:
    return tuple(unit for unit in units.units if unit.belongs(year))


def changed(then: tuple[Unit, ...], now: tuple[Unit, ...]) -> bool:
    """Whether other units belonged to the cluster then."""
    return {bare(unit.name) for unit in then} != {bare(unit.name) for unit in now}
