"""Occasions (lượt) of commendation: by form, by unit, by level, against the period before.

The tables are long: one count a row, with the columns `unit` (the name, or None for a total of the whole
cluster), `form`, `level`, `manner`, `recipient`, `value` and `place`. A count that nobody reported has no row.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.model import (
    CASES,
    LEVELS,
    RECIPIENTS,
    Commendations,
    Counts,
    Figure,
    FormCounts,
    Tally,
    Unit,
    UnitCounts,
)
from pipeline.transforms.figures import sums

if TYPE_CHECKING:
    import pandas as pd

UNIT = "lượt"
_TOLD_APART = ("unit", "level", "form", "manner", "recipient")


def commendations(
    now: pd.DataFrame,
    before: pd.DataFrame,
    units: Sequence[Unit],
    flags: tuple[tuple[str, tuple[Unit, ...], Figure], ...] = (),
    members_before: Figure | None = None,
) -> Commendations | None:
    """The commendations of a period; None when nobody reported any."""
    if now.empty:
        return None
    members = now[now["unit"].notna()]
    counted = members if len(members) else now
    reported = set(members["unit"])
    return Commendations(
        total=_by_recipient(counted),
        before=_by_recipient(_counted(before)),
        forms=_forms(counted, _counted(before)),
        units=_units(members, units),
        levels=_levels(counted),
        levels_before=_levels(_counted(before)),
        missing=tuple(unit for unit in units if reported and unit.name not in reported),
        flags=(*flags, *_flags_counted(now, {name for name, *_ in flags})),
        members_before=members_before,
        tallies=tuple(_tallies(counted)),
    )


def _flags_counted(now: pd.DataFrame, named: Collection[str]) -> Iterator[tuple[str, tuple[Unit, ...], Figure]]:
    """The flags of which only the number in the whole cluster is known, and who received them is not."""
    whole = now[now["unit"].isna() & now["form"].notna() & (now["recipient"] == "collective")]
    for (form,), figure in sums(whole, ["form"], "số Cờ", UNIT, "count").items():
        if form.startswith("Cờ thi đua") and form not in named and figure:
            yield form, (), figure


def _counted(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of the units, or those of the whole cluster where no unit has any."""
    members = frame[frame["unit"].notna()]
    return members if len(members) else frame


def _tallies(frame: pd.DataFrame) -> Iterator[Tally]:
    """Every count by all that tells it from others; what a row did not say is None."""
    for (*said, recipient), figure in sums(frame, _TOLD_APART, "số lượt", UNIT, "count").items():
        unit, level, form, manner = (name if isinstance(name, str) else None for name in said)
        yield Tally(unit, level, form, manner, recipient, _named(figure, CASES[recipient]))


def _by_recipient(frame: pd.DataFrame) -> Counts:
    found = sums(frame, ["recipient"], "số lượt", UNIT, "count")
    return {name: _named(found[name,], CASES[name]) for name in RECIPIENTS if (name,) in found}


def _named(figure: Figure, of: str) -> Figure:
    return replace(figure, rule=replace(figure.rule, of=f"lượt {of}"))


def _forms(now: pd.DataFrame, before: pd.DataFrame) -> tuple[FormCounts, ...]:
    """By form, highest level first, else in the order in which the forms were typed."""
    keys = ["level", "form"]
    here = {key: _by_recipient(part) for key, part in now[now["form"].notna()].groupby(keys, sort=False, dropna=False)}
    past = {key: _by_recipient(part) for key, part in before.groupby(keys, sort=False, dropna=False)}
    forms = [
        FormCounts(str(form), level if isinstance(level, str) else None, counts, past.get((level, form), {}))
        for (level, form), counts in [
            *here.items(),
            *((k, {}) for k in past if k not in here and isinstance(k[1], str)),
        ]
        if counts or past.get((level, form))
    ]
    return tuple(sorted(forms, key=_level_order))


def _level_order(form: FormCounts) -> int:
    return LEVELS.index(form.level) if form.level in LEVELS else len(LEVELS)


def _units(members: pd.DataFrame, units: Sequence[Unit]) -> tuple[UnitCounts, ...]:
    parts = dict(list(members.groupby("unit", sort=False)))
    return tuple(
        UnitCounts(unit, _by_recipient(parts[unit.name]), _levels(parts[unit.name]))
        for unit in units
        if unit.name in parts
    )


def _levels(frame: pd.DataFrame) -> Mapping[str, Counts]:
    known = frame[frame["level"].notna()]
    parts = dict(list(known.groupby("level", sort=False)))
    return {level: _by_recipient(parts[level]) for level in LEVELS if level in parts}
