"""The dossier of the same period of the year before, where this one has no sheet of it: what a report compares with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from os import scandir
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.dossier import Dossier, dossiers, read_tables
from pipeline.problems import Place, Problems
from pipeline.vietnamese.text import bare

if TYPE_CHECKING:
    from pipeline.workbooks.rows import Tables

_NOW, _BEFORE = "Khen thưởng", "Khen thưởng kỳ trước"
Told = tuple[str, str, int]
"""The folded name of a cluster, the kind of its period, its year."""


@dataclass(frozen=True)
class Before:
    """Another dossier and its tables."""

    tables: Tables
    files: tuple[Path, ...]


def dossier_before(dossier: Dossier, tables: Tables, problems: Problems) -> Before | None:
    """That dossier, which is said; None where a sheet stands for it, where there is none, or more than one."""
    ours = _told(tables)
    if ours is None or _BEFORE in tables.sheets or _NOW not in tables.sheets:
        return None
    wanted = (*ours[:2], ours[2] - 1)
    told = _told_of_all(dossier.inputs, _stamps(dossier.inputs))
    found = [other for other in told.get(wanted, ()) if other.folder != dossier.folder]
    typed = next(iter(tables.rows[_NOW]), None)
    place = Place(typed.place.file, typed.place.sheet) if typed else Place(dossier.name)
    if len(found) > 1:
        problems.add("KT-51", place, found="; ".join(f"“{other.name}”" for other in found))
    if len(found) != 1:
        return None
    problems.add("KT-52", place, found=found[0].name)
    return Before(read_tables(found[0], Problems()), found[0].files)


def _told(tables: Tables) -> Told | None:
    from pipeline.cluster.information import information, period

    facts = information(tables, Problems())
    name, of = facts.text("name"), period(facts)
    return (bare(name), of.kind, of.year) if name and of else None


@lru_cache(4)
def _told_of_all(inputs: Path, stamps: tuple[tuple[str, int], ...]) -> dict[Told | None, list[Dossier]]:
    """The dossiers of a folder by what they are of; all are read once, however many ask for theirs."""
    found: dict[Told | None, list[Dossier]] = {}
    for one in dossiers(inputs, Problems()):
        found.setdefault(_told(read_tables(one, Problems())), []).append(one)
    return found


def _stamps(inputs: Path) -> tuple[tuple[str, int], ...]:
    with scandir(inputs) as entries:
        return tuple(sorted((entry.name, entry.stat().st_mtime_ns) for entry in entries))
