"""From the score sheets to the standings of the units, with what was typed compared."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal, cast

from pipeline.cluster.compared import compare, say_differences
from pipeline.cluster.criteria import Scale, applies, check_scale, finished, full_marks, read_criteria, split_code
from pipeline.cluster.information import Facts
from pipeline.cluster.labels import apart
from pipeline.cluster.leaves import exempt
from pipeline.cluster.scores import WHOLE, Sheets, read_scores
from pipeline.cluster.ties import breakers
from pipeline.cluster.units import Registry
from pipeline.model import Criterion, Figure, Regulation, Rule, Standing, Unit
from pipeline.problems import Problems
from pipeline.transforms import ranking, scoring
from pipeline.transforms.ranking import Breaker
from pipeline.vietnamese.numbers import readings
from pipeline.vietnamese.text import bare
from pipeline.workbooks.quantities import Either
from pipeline.workbooks.rows import Row, Tables
from pipeline.workbooks.sheets import SCORES

_MAXIMUM = re.compile(r"[(\[]\s*(?:tối đa\s*)?([\d.,]+)\s*(?:điểm|đ)?\s*[)\]]", re.IGNORECASE)


def read_regulation(facts: Facts, problems: Problems) -> Regulation:
    """The scoring rules that the sheet "Quy định" sets; what it leaves open stays open."""
    return Regulation(
        scale=facts.figure("scale", "điểm", "points"),
        source=cast(Literal["self", "cross", "appraised", "mean"] | None, facts.text("source")),
        by_minutes=facts.text("ranking") == "minutes",
        tie_breakers=facts.lines("ties"),
        ties_place=facts.place("ties"),
        bonus_cap=facts.figure("bonus_cap", "điểm", "points"),
        over_scale=facts.text("bonus_outside") != "no",
        rescaled=facts.text("not_applicable") == "rescaled",
        rounding=facts.number("rounding"),
        step=_step(facts),
        grades=tuple(_grades(facts, problems)),
        flags_cap=facts.figure("flags_cap", "Cờ", "count"),
        certificates_cap=facts.figure("certificates_cap", "Bằng khen", "count"),
        thresholds=dict(_thresholds(facts, problems)),
        voters=facts.text("voters"),
        padded_counts=facts.text("padded") != "no",
        numbered_laws={"yes": True, "no": False}.get(facts.text("numbered_laws") or ""),
        signing_order=cast(
            Literal["leader first", "leader last", "list"], facts.text("signing_order") or "leader first"
        ),
    )


def _step(facts: Facts) -> Decimal | None:
    step = facts.figure("step", "điểm", "points")
    return Decimal(step.value) if step and step.value > 0 else None


def _grades(facts: Facts, problems: Problems) -> Iterator[tuple[str, Decimal]]:
    """ "Xuất sắc: từ 90 điểm" gives ("Xuất sắc", 90)."""
    for line in facts.lines("grades"):
        name, _, rest = line.partition(":")
        points = [value for word in re.findall(r"[\d.,]*\d", rest) for value in readings(word)]
        if points:
            yield name.strip(), points[0]
        else:
            words = {"key": "Xếp loại", "example": "Xuất sắc: từ 90 điểm"}
            problems.add("O-25", facts.place("grades"), found=line, **words)


def _thresholds(facts: Facts, problems: Problems) -> Iterator[tuple[str, Figure]]:
    for line, place in facts.placed("thresholds"):
        name, _, rest = line.rpartition(":")
        found = re.search(r"([\d.,]+)\s*%", rest)
        value = readings(found[1]) if found else ()
        if value:
            rule = Rule("typed", "Tỷ lệ phiếu tối thiểu")
            yield bare(name), Figure(value[0], "%", "percent", rule, (place,))
        else:
            words = {"key": "Tỷ lệ phiếu tối thiểu", "example": "Cờ thi đua: 80%"}
            problems.add("O-25", place, found=line, **words)


def read_standings(
    tables: Tables, units: Registry, members: Sequence[Unit], regulation: Regulation, year: int,
    votes: Mapping[str, Figure], problems: Problems,
) -> tuple[tuple[Criterion, ...], tuple[Standing, ...]]:  # fmt: skip
    """The criteria and the standings; no standings where nobody scored. `votes` are the yes votes of units by name."""
    criteria = read_criteria(tables, year, problems) or _criteria_of_scores(tables, year)
    check_scale(criteria, regulation.scale, problems)
    scale = Scale(criteria)
    sheets = read_scores(tables, scale, units, regulation, year, problems)
    frame = sheets.frame()
    if frame.empty:
        return criteria, ()
    source = scoring.ranking_source(frame, regulation)
    off = {unit.name: _exempt(unit, source, sheets, scale) for unit in members}
    missing = {unit.name: _missing(unit, source, sheets, scale, off[unit.name]) for unit in members}
    _say_missing(members, missing, sheets, problems)
    points = scoring.standings(frame, members, missing, _with_maxima(regulation, criteria, members, off))
    parting = breakers(regulation, frame[frame["source"] == source], scale, points, votes, problems)
    standings = ranking.ranked([replace(row, exempt=off[row.unit.name]) for row in points], regulation, parting)
    _say_ties(standings, parting, regulation, problems)
    compare(standings, sheets.typed, problems)
    say_differences(standings, sheets.rows, problems)
    return criteria, standings


def _say_ties(
    standings: Sequence[Standing], parting: Sequence[Breaker], regulation: Regulation, problems: Problems
) -> None:
    """Units that are equal in all that the regulation names: the meeting decides."""
    by_rank: dict[object, list[str]] = {}
    for standing in standings:
        by_rank.setdefault(standing.rank and standing.rank.value, []).append(standing.unit.name)
    by_rank.pop(None, None)
    for names in by_rank.values() if parting and not regulation.by_minutes else ():
        if len(names) > 1:
            used = ", ".join(breaker.name for breaker in parting)
            problems.add("DIEM-21", regulation.ties_place, found=" và ".join(names), breakers=used)


def _with_maxima(
    regulation: Regulation, criteria: Sequence[Criterion], members: Sequence[Unit], off: Mapping[str, Collection[str]]
) -> Regulation:
    """The regulation with the scale, and what each member can reach of it."""
    sets = [full_marks([c for c in criteria if applies(c, unit)]) for unit in members]
    found = {unit.name: full_marks([c for c in criteria if c.code not in off[unit.name]]) for unit in members}
    maxima = {name: figure for name, figure in found.items() if figure is not None}
    scale = regulation.scale or max(filter(None, sets), default=None)
    return replace(regulation, scale=scale, maxima=maxima)


def _criteria_of_scores(tables: Tables, year: int) -> tuple[Criterion, ...]:
    """Criteria where the sheet "Tiêu chí" is absent: the rows of the first unit, or the columns of a wide sheet."""
    rows = tables.of(SCORES.name)
    narrow = [row for row in rows if "name" in row.entries]
    if narrow:
        first = narrow[0]
        own = [row for row in narrow if row.owner == first.owner and row.place.file == first.place.file]
        one = Tables({SCORES.name: tuple(own)}, tables.names)
        return read_criteria(one, year, Problems(), SCORES.name)
    return finished(_column_criteria(rows, tables))


def _column_criteria(rows: Sequence[Row], tables: Tables) -> Iterator[Criterion]:
    maxima = {labels: e for row in tables.of(SCORES.name, "maxima") for labels, e in row.extra.items()}
    seen = set()
    for labels in dict.fromkeys(labels for row in rows for labels in row.extra):
        _, kind, rest = apart(labels, "appraised")
        name = split_code(_MAXIMUM.sub("", rest[-1]).strip())[1] if rest else ""
        if kind is None and rest and bare(name) not in seen:
            seen.add(bare(name))
            yield Criterion(str(len(seen)), name, _maximum(rest[-1], labels, maxima, rows), None, True)


def _maximum(
    label: str, labels: tuple[str, ...], maxima: Mapping[tuple[str, ...], object], rows: Sequence[Row]
) -> Figure | None:
    entry = maxima.get(labels)
    found = _MAXIMUM.search(label)
    place = rows[0].place
    value = getattr(entry, "value", None)
    value = max(value.values) if isinstance(value, Either) else value
    if not isinstance(value, (int, Decimal)):
        value = next(iter(readings(found[1])), None) if found else None
    if value is None:
        return None
    return Figure(value, "điểm", "points", Rule("typed", "Điểm tối đa"), (getattr(entry, "place", place),))


def _exempt(unit: Unit, source: str, sheets: Sheets, scale: Scale) -> frozenset[str]:
    scored = {s.criterion for s in sheets.scores if s.unit == unit.name and source in (s.source, "mean")}
    return exempt(unit, {code for name, code in sheets.exempt if name == unit.name}, scored, scale)


def _missing(unit: Unit, source: str, sheets: Sheets, scale: Scale, off: Collection[str]) -> tuple[str, ...]:
    """The criteria for which a unit that was scored has no points by the source that counts."""
    scored = {s.criterion for s in sheets.scores if s.unit == unit.name and source in (s.source, "mean")}
    if not scored:
        return ("tất cả",)
    if WHOLE in {s.criterion for s in sheets.scores if s.unit == unit.name and s.type == "standard"}:
        return ()
    return tuple(c.name for c in scale.criteria if c.parent is None and not _covered(c, scored, off, scale))


def _covered(criterion: Criterion, scored: set[str], off: Collection[str], scale: Scale) -> bool:
    if criterion.code in scored or criterion.kind != "standard" or criterion.code in off:
        return True
    below = scale.below(criterion.code)
    return bool(below) and all(_covered(child, scored, off, scale) for child in below)


def _say_missing(
    members: Sequence[Unit], missing: Mapping[str, tuple[str, ...]], sheets: Sheets, problems: Problems
) -> None:
    for unit in members:
        if missing[unit.name] == ("tất cả",) and unit.name not in sheets.rows:
            problems.add("DV-05", unit.place, found=unit.name, sheet=SCORES.name)
        elif missing[unit.name]:
            names = "; ".join(missing[unit.name])
            problems.add("DIEM-07", sheets.rows.get(unit.name, unit.place), found=unit.name, criteria=names)
