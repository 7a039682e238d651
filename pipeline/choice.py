"""Which papers a dossier gives: what its sheets allow, less what an error keeps back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.problems import Place, Problem, Problems

if TYPE_CHECKING:
    from pipeline.documents.kind import Kind
    from pipeline.model import Cluster
    from pipeline.workbooks.rows import Tables

_COMPARED = frozenset(("Khen thưởng kỳ trước",))
_EVERYWHERE = frozenset(("Quy định",))
"""What changes the look of every paper: how numbers are written."""
_SENT_BY_UNITS = frozenset(("Chấm điểm", "Khen thưởng", "Nội dung", "Đề nghị", "Xã hội, từ thiện"))


@dataclass(frozen=True)
class LeftOut:
    """A kind that was not made, and why; `said` when a problem already says so."""

    kind: str
    why: str
    said: bool = False


def kinds_for(
    cluster: Cluster, tables: Tables, only: Sequence[str], problems: Problems
) -> tuple[list[Kind], list[LeftOut]]:
    """The kinds that can be made, and why the others of this period cannot; of those in `only`, if it names any."""
    from pipeline.documents import KINDS
    from pipeline.documents.review import review

    due = [
        k for k in KINDS.values() if cluster.period.kind in k.periods and k.due(cluster) and k.name in (only or KINDS)
    ]
    able = [kind for kind in due if kind.lacks(cluster) is None]
    review(cluster, able, problems)
    left_out = []
    for kind in due:
        if (why := kind.lacks(cluster)) and not _blocking(kind, tables, problems):
            problems.add("VB-01", Place(cluster.place.file), kind=kind.title, why=why)
            left_out.append(LeftOut(kind.name, why, said=True))
        elif faults := _blocking(kind, tables, problems):
            left_out.append(LeftOut(kind.name, _because(faults)))
    out = {left.kind for left in left_out}
    return [kind for kind in due if kind.name not in out], left_out


def sheets_read(kinds: Sequence[Kind], tables: Tables, before: Tables | None) -> dict[str, list[str]]:
    """By kind, the sheets of the workbooks that its papers depend on: "Sổ.xlsx › Đơn vị"; all that may change them."""
    ours = [(str(place), frozenset(names)) for place, names in tables.names.items()]
    theirs = [(str(place), _COMPARED) for place in before.names] if before else []
    return {
        kind.name: [place for place, names in (*ours, *theirs) if names & (kind.sheets | _EVERYWHERE)] for kind in kinds
    }


def _blocking(kind: Kind, tables: Tables, problems: Problems) -> list[Problem]:
    """The errors in the sheets that a kind depends on."""
    return [
        problem
        for problem in problems.errors()
        if not problem.code.startswith(kind.tolerates) and _sheets_of(problem, tables) & kind.sheets
    ]


def _sheets_of(problem: Problem, tables: Tables) -> frozenset[str]:
    """The declared sheets that an error may concern; a workbook nobody could read is taken for a unit's."""
    place = Place(problem.place.file, problem.place.sheet)
    if place in tables.names:
        return frozenset(tables.names[place])
    if problem.place.sheet:
        return frozenset((problem.place.sheet,))
    known = {"Thông tin", "Đơn vị"} <= tables.sheets
    return _SENT_BY_UNITS if known and problem.place.file in tables.unread else frozenset(("Thông tin",))


def _because(faults: Sequence[Problem]) -> str:
    cells: dict[str, list[str]] = {}
    for fault in faults:
        cells.setdefault(str(Place(fault.place.file, fault.place.sheet)), []).append(fault.place.cell)
    places = [" › ".join(filter(None, (sheet, _some(found, "ô", ", ")))) for sheet, found in cells.items()]
    return "còn LỖI ở " + _some(places, "nơi", "; ")


def _some(found: Sequence[str], what: str, between: str) -> str:
    """The first three, and how many more there are."""
    named = list(dict.fromkeys(filter(None, found)))
    more = f" và {len(named) - 3} {what} khác" if len(named) > 3 else ""
    return between.join(named[:3]) + more
