"""The score sheets as one long table of points, whatever their layout, checked against the criteria."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.cluster.criteria import Numbering, Scale, plain_code, split_code, type_of_label
from pipeline.cluster.units import Registry
from pipeline.model import Criterion, Regulation, Unit
from pipeline.problems import Place, Problems
from pipeline.vietnamese.text import bare
from pipeline.workbooks.recognise import fits
from pipeline.workbooks.sheets import SCORES
from pipeline.workbooks.tables import Entry, Row, Tables

if TYPE_CHECKING:
    import pandas as pd

SOURCES = ("self", "cross", "appraised")
COLUMNS = ("unit", "source", "criterion", "group", "type", "value", "place")
UNSAID = "given"
"""The source of points in a wide sheet that does not say whose they are: they count."""
WHOLE = "#tổng"
"""The criterion of points that were given as one number for the unit."""


@dataclass(frozen=True)
class Score:
    """The points of one unit for one criterion by one source."""

    unit: str
    source: str
    criterion: str
    group: str
    type: str
    value: Decimal
    place: Place


@dataclass(frozen=True)
class Typed:
    """A total or a rank that somebody typed, to be compared and never trusted."""

    unit: str
    what: str
    value: Decimal | int
    place: Place


@dataclass(frozen=True)
class Sheets:
    """What the score sheets hold: points of leaves, typed totals, and the rows that were seen."""

    scores: tuple[Score, ...]
    typed: tuple[Typed, ...]
    rows: Mapping[str, Place]

    def frame(self) -> pd.DataFrame:
        """The points, one a row."""
        import pandas as pd

        records = [tuple(getattr(score, name) for name in COLUMNS) for score in self.scores]
        return pd.DataFrame(records, columns=list(COLUMNS), dtype=object)


class Reader:
    """Reads the rows of all score sheets in their order; says what does not fit the criteria."""

    def __init__(self, scale: Scale, units: Registry, regulation: Regulation, year: int, problems: Problems) -> None:
        self._scale, self._units, self._problems, self._year = scale, units, problems, year
        self._counting = regulation.source if regulation.source in SOURCES else UNSAID
        self._numbering, self._table = Numbering(), Place()
        self._group: Entry | None = None
        self._seen: dict[tuple[str, str, str], Place] = {}
        self.typed: list[Typed] = []
        self.rows: dict[str, Place] = {}

    def read(self, rows: Sequence[Row]) -> Iterator[Score]:
        """The points of the rows, each fact once."""
        for row in rows:
            self._enter(row)
            for score in self._scores(row):
                fact = (score.unit, score.source, f"{score.criterion}/{score.type}")
                if fact in self._seen:
                    first = str(self._seen[fact])
                    self._problems.add("DV-07", score.place, found=score.value, first=first)
                else:
                    self._seen[fact] = score.place
                    yield score

    def _enter(self, row: Row) -> None:
        table = Place(row.place.file, row.place.sheet)
        if table != self._table:
            self._table, self._numbering, self._group = table, Numbering(), None

    def _scores(self, row: Row) -> Iterator[Score]:
        if row.kind in ("maxima", "group"):
            return
        if row.kind == "data" and self._names_unit(row):
            self._group, self._numbering = row.entries.get("name") or row.entries["code"], Numbering()
            return
        unit = self._unit(row)
        if unit is None:
            return
        self.rows.setdefault(unit.name, row.place)
        if row.kind == "total":
            self._take_totals(row, unit)
        elif "name" in row.entries or ("code" in row.entries and "unit" not in row.entries):
            yield from self._narrow(row, unit)
        else:
            yield from self._wide(row, unit)

    def _names_unit(self, row: Row) -> bool:
        """Whether a row without points opens the part of a unit in a sheet of several units."""
        text = row.text("name") or row.text("code")
        bare_row = not any(name in row.entries for name in (*SOURCES, "maximum", "unit")) and not row.extra
        return bool(bare_row and text and self._units.named(split_code(text)[1]))

    def _unit(self, row: Row) -> Unit | None:
        entry = row.entries.get("unit") or self._group or row.owner
        if entry is None:
            if row.kind != "total":
                self._problems.add("DV-03", row.place)
            return None
        name = split_code(str(entry.value))[1] if entry is self._group else str(entry.value)
        if row.kind == "total" and "unit" in row.entries:
            return None
        return self._units.find(Entry(name, entry.place), self._problems, self._year)

    def _take_totals(self, row: Row, unit: Unit) -> None:
        for source in SOURCES:
            if source in row.entries:
                self._take(unit, source, row.entries[source])

    def _take(self, unit: Unit, what: str, entry: Entry) -> None:
        if isinstance(entry.value, (int, Decimal)):
            self.typed.append(Typed(unit.name, what, entry.value, entry.place))

    def _narrow(self, row: Row, unit: Unit) -> Iterator[Score]:
        """A row of one criterion: code, name, and a column a source."""
        path = self._numbering.path(plain_code(row.get("code")))
        points = [(source, row.entries[source]) for source in SOURCES if source in row.entries]
        extra = [(kind, row.entries[kind]) for kind in ("bonus", "penalty") if kind in row.entries]
        criterion = self._scale.named(str(row.get("name") or ""), path)
        if criterion is None:
            if points or extra:
                self._problems.add("DIEM-01", row.at("name"), found=row.get("name") or path[-1])
            return
        self._check_maximum(row, criterion)
        for source, entry in points:
            yield self._of(unit, source, criterion, criterion.kind, entry)
        for kind, entry in extra:
            yield self._of(unit, self._counting, criterion, kind, entry)

    def _of(self, unit: Unit, source: str, criterion: Criterion, kind: str, entry: Entry) -> Score:
        group = self._scale.group(criterion)
        return Score(unit.name, source, criterion.code, group, kind, _points(entry), entry.place)

    def _check_maximum(self, row: Row, criterion: Criterion) -> None:
        typed = row.get("maximum")
        if typed is not None and criterion.maximum is not None and criterion.maximum != typed:
            self._problems.add(
                "DIEM-09", row.at("maximum"), found=_decimal(typed), limit=_decimal(criterion.maximum.value),
                criterion=criterion.name, first=str(criterion.maximum.cells[0]),
            )  # fmt: skip

    def _wide(self, row: Row, unit: Unit) -> Iterator[Score]:
        """A row of one unit: a column a criterion or a group, and perhaps columns of totals."""
        found = 0
        for labels, entry in row.extra.items():
            source, kind, rest = apart(labels, self._counting)
            if kind == "total" or kind == "rank":
                self._take(unit, source if kind == "total" else "rank", entry)
                continue
            criterion = None if kind else self._scale.labelled(rest)
            if kind is None and criterion is None:
                self._problems.add("DIEM-11", entry.place, found=" / ".join(labels))
                continue
            found += criterion is not None
            kind = criterion.kind if criterion else str(kind)
            code, group = (criterion.code, self._scale.group(criterion)) if criterion else (WHOLE, WHOLE)
            yield Score(unit.name, source, code, group, kind, _points(entry), entry.place)
        yield from self._columns(row, unit, found > 0)

    def _columns(self, row: Row, unit: Unit, has_criteria: bool) -> Iterator[Score]:
        """The declared columns of a wide row; a source's column is its points when no criterion has any."""
        for source in SOURCES:
            if source in row.entries and has_criteria:
                self._take(unit, source, row.entries[source])
            elif source in row.entries:
                entry = row.entries[source]
                yield Score(unit.name, source, WHOLE, WHOLE, "standard", _points(entry), entry.place)
        for kind in ("bonus", "penalty"):
            if kind in row.entries:
                entry = row.entries[kind]
                yield Score(unit.name, self._counting, WHOLE, WHOLE, kind, _points(entry), entry.place)
        for what in ("total", "rank"):
            if what in row.entries:
                self._take(unit, what, row.entries[what])


def apart(labels: Sequence[str], counting: str) -> tuple[str, str | None, list[str]]:
    """Whose points a wide column holds, whether it is bonus, deduction, total or rank, and its other labels."""
    source, kind, rest = counting, None, []
    for label in labels:
        named = next((name for name in (*SOURCES, "total", "rank") if fits(SCORES.column(name), label)), None)
        if named in SOURCES:
            source = str(named)
        elif named or type_of_label(label):
            kind = named or type_of_label(label)
        else:
            rest.append(label)
    return source, kind, rest


def _points(entry: Entry) -> Decimal:
    return Decimal(entry.value) if isinstance(entry.value, (int, Decimal)) else Decimal(0)


def _decimal(value: object) -> str:
    return str(value).replace(".", ",")


def read_scores(
    tables: Tables, scale: Scale, units: Registry, regulation: Regulation, year: int, problems: Problems
) -> Sheets:
    """All points of the dossier, leaves only; what breaks the scale is said with its cell."""
    reader = Reader(scale, units, regulation, year, problems)
    scores = tuple(reader.read(tables.rows.get(SCORES.name, ())))
    return Sheets(tuple(_leaves(_settled(scores), scale, problems)), tuple(reader.typed), reader.rows)


def _settled(scores: Sequence[Score]) -> Sequence[Score]:
    """Bonus and deduction without a source belong to the last stage that scored."""
    stages = [s for s in (*SOURCES, UNSAID) if any(x.source == s and x.type == "standard" for x in scores)]
    if not stages or UNSAID in stages:
        return scores
    return [replace(score, source=stages[-1]) if score.source == UNSAID else score for score in scores]


def _leaves(scores: Sequence[Score], scale: Scale, problems: Problems) -> Iterator[Score]:
    """The scores of leaves; a parent's own number must be the sum of what stands under it."""
    known = {(s.unit, s.source, s.criterion): s for s in scores}
    by_code = {criterion.code: criterion for criterion in scale.criteria}
    for score in scores:
        criterion = by_code.get(score.criterion)
        below = _below(score, known, scale) if criterion else None
        if below is not None:
            if below != score.value:
                problems.add("DIEM-04", score.place, found=_decimal(score.value), computed=_decimal(below))
            continue
        if criterion is None or _within(score, criterion, problems):
            yield score


def _below(score: Score, known: Mapping[tuple[str, str, str], Score], scale: Scale) -> Decimal | None:
    """The sum of the scores under a criterion; None when nothing under it is scored."""
    total: Decimal | None = None
    for child in scale.below(score.criterion):
        own = known.get((score.unit, score.source, child.code))
        under = _below(Score(score.unit, score.source, child.code, "", "", Decimal(0), score.place), known, scale)
        part = own.value if own else under
        if part is not None:
            total = (total or Decimal(0)) + part
    return total


def _within(score: Score, criterion: Criterion, problems: Problems) -> bool:
    """Whether the points lie between 0 and the maximum."""
    if criterion.kind == "standard" and score.value < 0:
        problems.add("DIEM-02", score.place, found=_decimal(score.value), criterion=criterion.name)
        return False
    if criterion.maximum is not None and abs(score.value) > criterion.maximum.value and score.type != "penalty":
        problems.add(
            "DIEM-03", score.place, found=_decimal(score.value), limit=_decimal(criterion.maximum.value),
            criterion=_called(criterion),
        )  # fmt: skip
        return False
    return True


def _called(criterion: Criterion) -> str:
    code = criterion.mark
    return criterion.name if code.startswith("#") or bare(code) in bare(criterion.name) else f"{code}. {criterion.name}"
