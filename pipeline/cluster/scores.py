"""The score sheets as one long table of points, whatever their layout, checked against the criteria."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.cluster.criteria import Numbering, Scale, labelled
from pipeline.cluster.labels import SOURCES, UNSAID, apart, has_criteria, summed, unit_named
from pipeline.cluster.leaves import Score, decimal, leaves, of_one_stage, points_of, settled
from pipeline.cluster.units import Registry
from pipeline.model import Criterion, Regulation, Unit
from pipeline.problems import Place, Problems
from pipeline.vietnamese.text import bare
from pipeline.workbooks.headers import OWNER
from pipeline.workbooks.quantities import NOT_APPLICABLE, Either
from pipeline.workbooks.read import Broken
from pipeline.workbooks.rows import Entry, Row, Tables
from pipeline.workbooks.sheets import SCORES

if TYPE_CHECKING:
    import pandas as pd

_POINTS = {*SOURCES, "bonus", "penalty"}
_POINT_HEADERS = ("diem", "so diem", "diem so", "diem dat", "diem dat duoc", "diem thi dua")
"""Headers of a unit's points as one number."""
COLUMNS = ("unit", "source", "criterion", "group", "type", "value", "place")
_UNKNOWN = "#"
"""Before the name of a unit that nobody knows: its points are checked all the same, and then left out."""
WHOLE = "#tổng"
"""The criterion of points that were given as one number for the unit."""


@dataclass(frozen=True)
class Typed:
    """A total or a rank that somebody typed, to be compared and never trusted."""

    unit: str
    what: str
    value: Decimal | int | Either
    place: Place


@dataclass(frozen=True)
class Sheets:
    """What the score sheets hold: points of leaves, typed totals, and the rows that were seen."""

    scores: tuple[Score, ...]
    typed: tuple[Typed, ...]
    rows: Mapping[str, Place]
    exempt: frozenset[tuple[str, str]] = frozenset()
    """Units, and the criteria that their sheets say do not apply."""

    def frame(self) -> pd.DataFrame:
        """The points, one a row."""
        import pandas as pd

        records = [tuple(getattr(score, name) for name in COLUMNS) for score in self.scores]
        return pd.DataFrame(records, columns=list(COLUMNS), dtype=object)


class Reader:
    """Reads the rows of all score sheets in their order; says what does not fit the criteria."""

    def __init__(self, scale: Scale, units: Registry, regulation: Regulation, year: int, problems: Problems) -> None:
        self._scale, self._units, self._problems, self._year = scale, units, problems, year
        self._regulation = regulation
        self._counting = regulation.source if regulation.source in SOURCES else UNSAID
        self._numbering, self._table = Numbering(), Place()
        self._group: Entry | None = None
        self._seen: dict[tuple[str, str, str], Place] = {}
        self._detailed: frozenset[Place] = frozenset()
        self._totals_only = False
        self.typed: list[Typed] = []
        self.rows: dict[str, Place] = {}
        self.exempt: set[tuple[str, str]] = set()

    def read(self, rows: Sequence[Row]) -> Iterator[Score]:
        """The points of the rows, each fact once."""
        data = [row for row in rows if row.kind == "data"]
        self._detailed = frozenset(row.table for row in data if has_criteria(row))
        self._totals_only = not self._detailed and not any(_POINTS & set(row.entries) for row in data)
        for row in rows:
            self._enter(row)
            settling = (settled(score, self._scale, self._regulation, self._problems) for score in self._scores(row))
            for score in filter(None, settling):
                fact = (score.unit, score.source, f"{score.criterion}/{score.type}")
                if fact in self._seen:
                    first = str(self._seen[fact])
                    self._problems.add("DV-07", score.place, found=decimal(score.value), first=first)
                else:
                    self._seen[fact] = score.place
                    yield score

    def _enter(self, row: Row) -> None:
        if row.table != self._table:
            self._table, self._numbering, self._group = row.table, Numbering(), None

    def _scores(self, row: Row) -> Iterator[Score]:
        if row.kind in ("maxima", "group"):
            return
        opens = row.kind == "data" and self._names_unit(row)
        if opens:
            self._group, self._numbering = row.entries.get("name") or row.entries["code"], Numbering()
        unit = self._unit(row)
        if unit is None:
            return
        self.rows.setdefault(unit.name, row.place)
        if part := self._part(row) if row.kind == "total" else None:
            yield from self._sums(row, unit, part)
        elif opens or row.kind == "total":
            self._take_totals(row, unit)
        elif "name" in row.entries or ("code" in row.entries and "unit" not in row.entries):
            yield from self._narrow(row, unit)
        else:
            yield from self._wide(row, unit)

    def _names_unit(self, row: Row) -> bool:
        """Whether a row opens the part of a unit among several; its points are typed totals."""
        text = row.text("name") or row.text("code")
        if not text or "unit" in row.entries or row.extra or row.owner:
            return False
        if OWNER.fullmatch(text) or self._units.named(unit_named(text)):
            return self._scale.named(text) is None
        empty = not any(name in row.entries for name in (*SOURCES, "maximum"))
        return bool(empty and self._group and not self._scale.named(text) and self._units.close(unit_named(text)))

    def _unit(self, row: Row) -> Unit | None:
        entry = row.entries.get("unit") or self._group or row.owner
        if entry is None:
            if row.kind != "total":
                self._problems.add("DV-03", row.place)
            return None
        name = unit_named(str(entry.value)) if entry is self._group else str(entry.value)
        if row.kind == "total" and "unit" in row.entries:
            return None
        found = self._units.find(Entry(name, entry.place), self._problems, self._year)
        return found or Unit(f"{_UNKNOWN}{name}", entry.place)

    def _part(self, row: Row) -> Criterion | None:
        """The group that a row of sums names: "Cộng mục II"; under the name of a unit it is the unit's."""
        code = summed(row.text("name") or "")
        return self._scale.named("", (code,)) if code and self._group is None else None

    def _sums(self, row: Row, unit: Unit, part: Criterion) -> Iterator[Score]:
        """The typed sums of a group, where the row of the group holds none."""
        for source in (name for name in SOURCES if isinstance(row.get(name), (int, Decimal))):
            if (unit.name, source, f"{part.code}/{part.kind}") not in self._seen:
                yield self._of(unit, source, part, part.kind, row.entries[source])

    def _take_totals(self, row: Row, unit: Unit) -> None:
        for source in (name for name in SOURCES if name in row.entries):
            self._take(unit, source, row.entries[source])

    def _take(self, unit: Unit, what: str, entry: Entry) -> None:
        if isinstance(entry.value, (int, Decimal, Either)):
            self.typed.append(Typed(unit.name, what, entry.value, entry.place))

    def _narrow(self, row: Row, unit: Unit) -> Iterator[Score]:
        """A row of one criterion: code, name, and a column a source."""
        code, name = labelled(row)
        path = self._numbering.path(code)
        points = [(source, row.entries[source]) for source in SOURCES if source in row.entries]
        extra = [(kind, row.entries[kind]) for kind in ("bonus", "penalty") if kind in row.entries]
        criterion = self._scale.of(unit).named(name if "name" in row.entries else "", path)
        if criterion is None:
            if points or extra:
                self._problems.add("DIEM-01", row.at("name"), found=row.get("name") or path[-1])
            return
        self._check_maximum(row, criterion)
        for source, entry in points:
            if self._applies(unit, criterion, entry) and self._counts(entry, criterion.leaf):
                yield self._of(unit, source, criterion, criterion.kind, entry)
        for kind, entry in extra:
            if self._counts(entry):
                yield self._of(unit, self._counting, criterion, kind, entry)

    def _applies(self, unit: Unit, criterion: Criterion | None, entry: Entry) -> bool:
        """Whether a cell does not say that its criterion does not apply to the unit."""
        if entry.value == NOT_APPLICABLE:
            self.exempt.add((unit.name, criterion.code if criterion else WHOLE))
        return entry.value != NOT_APPLICABLE

    def _counts(self, entry: Entry, needed: bool = True) -> bool:
        """Whether a cell holds points; a formula never calculated is a fault where they are not only compared."""
        if not isinstance(entry.value, Broken):
            return entry.value != NOT_APPLICABLE
        if needed:
            self._problems.add(entry.value.code, entry.place, found=entry.value.text)
        return False

    def _of(self, unit: Unit, source: str, criterion: Criterion, kind: str, entry: Entry) -> Score:
        group = self._scale.group(criterion)
        return Score(unit.name, source, criterion.code, group, kind, *points_of(entry))

    def _check_maximum(self, row: Row, criterion: Criterion) -> None:
        typed, limit = row.get("maximum"), criterion.maximum
        if isinstance(typed, (int, Decimal)) and limit is not None and limit != typed:
            words = {"criterion": criterion.name, "limit": decimal(limit.value), "first": str(limit.cells[0])}
            self._problems.add("DIEM-09", row.at("maximum"), found=decimal(typed), **words)

    def _wide(self, row: Row, unit: Unit) -> Iterator[Score]:
        """A row of one unit: a column a criterion or a group, and perhaps columns of totals."""
        for labels, entry in row.extra.items():
            source, kind, rest = apart(labels, self._counting)
            if kind in ("total", "rank"):
                self._take(unit, source if kind == "total" else "rank", entry)
                continue
            criterion = None if kind else self._scale.of(unit).labelled(rest)
            if kind is None and criterion is None and bare(labels[-1]) in _POINT_HEADERS:
                kind = "standard"
            if kind is None and criterion is None:
                self._problems.add("DIEM-11", entry.place, found=" / ".join(labels))
                continue
            kind = criterion.kind if criterion else str(kind)
            code, group = (criterion.code, self._scale.group(criterion)) if criterion else (WHOLE, WHOLE)
            if self._applies(unit, criterion, entry):
                yield Score(unit.name, source, code, group, kind, *points_of(entry))
        yield from self._columns(row, unit)

    def _columns(self, row: Row, unit: Unit) -> Iterator[Score]:
        """The declared columns of a wide row: points where the sheet has no criteria, else typed totals."""
        whole = {source: source for source in SOURCES} | ({"total": self._counting} if self._totals_only else {})
        for name, source in whole.items() if row.table not in self._detailed else ():
            if name in row.entries and self._counts(row.entries[name]):
                yield _whole(unit, source, "standard", row.entries[name])
        for kind in (name for name in ("bonus", "penalty") if name in row.entries and self._counts(row.entries[name])):
            yield _whole(unit, self._counting, kind, row.entries[kind])
        for what in ("total", "rank", *(SOURCES if row.table in self._detailed else ())):
            if what in row.entries:
                self._take(unit, what, row.entries[what])


def _whole(unit: Unit, source: str, kind: str, entry: Entry) -> Score:
    """Points that were given as one number for the unit."""
    return Score(unit.name, source, WHOLE, WHOLE, kind, *points_of(entry))


def read_scores(
    tables: Tables, scale: Scale, units: Registry, regulation: Regulation, year: int, problems: Problems
) -> Sheets:
    """All points of the dossier, leaves only; what breaks the scale is said with its cell."""
    reader = Reader(scale, units, regulation, year, problems)
    scores = tuple(reader.read(tables.rows.get(SCORES.name, ())))
    known = {unit.name for unit in units.units}
    checked = tuple(leaves(of_one_stage(scores), scale, regulation, problems))
    own = tuple(score for score in checked if score.unit in known)
    return Sheets(own, tuple(reader.typed), reader.rows, frozenset(reader.exempt))
