"""The dossier of the same period of the year before, where this one has no sheet of it: what a report compares with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.dossier import Dossier, dossiers, read_tables
from pipeline.problems import Place, Problems
from pipeline.vietnamese.text import bare

if TYPE_CHECKING:
    from pipeline.workbooks.rows import Tables

_NOW, _BEFORE = "Khen thưởng", "Khen thưởng kỳ trước"
_REMEMBERED = 256
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
    others = (other for other in dossiers(dossier.inputs, Problems()) if other.folder != dossier.folder)
    found = [other for other in others if _told_by(other, _stamps(other)) == wanted]
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


@lru_cache(_REMEMBERED)
def _told_by(other: Dossier, stamps: tuple[tuple[int, int], ...]) -> Told | None:
    """What another dossier is of; it is read again only when its workbooks are others."""
    return _told(read_tables(other, Problems()))


def _stamps(other: Dossier) -> tuple[tuple[int, int], ...]:
    told = (file.stat() for file in other.files)
    return tuple((stat.st_mtime_ns, stat.st_size) for stat in told)
