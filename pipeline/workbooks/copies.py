"""The same thing sent twice: a sheet that is another version of one in another workbook, a row that says no more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from pipeline.problems import Place, Problems
from pipeline.vietnamese.text import bare
from pipeline.workbooks.rows import Entry, Row, Tables
from pipeline.workbooks.sheets import BY_NAME, SHEETS

_CHECKED_BY_FACT = ("Đơn vị", "Văn bản", "Tiêu chí", "Chấm điểm", "Khen thưởng", "Khen thưởng kỳ trước", "Đề nghị")
"""Sheets whose rows are compared fact by fact when the cluster is built."""
_MEASURES = ("count", "points", "money", "number", "percent", "amount")
_MEASURED = {column.field for sheet in SHEETS for column in sheet.columns if column.kind in _MEASURES}


def without_copies(tables: Tables, problems: Problems) -> Tables:
    """The tables with every sheet and every row once; what was sent twice is said with both places."""
    kept = {
        name: rows if BY_NAME[name].layout == "keys" else tuple(_once(name, rows, problems))
        for name, rows in tables.rows.items()
    }
    return replace(tables, rows=kept)


def _once(name: str, rows: Sequence[Row], problems: Problems) -> Iterator[Row]:
    seen: dict[tuple[object, ...], Row] = {}
    for part in _without_versions(rows, BY_NAME[name].layout == "rows", problems):
        for row in part:
            first = seen.setdefault(_said(row), row) if row.kind == "data" else row
            if first is row or name in _CHECKED_BY_FACT:
                yield row
            elif _sheet(first) == _sheet(row):
                problems.add("DV-08", row.place, first=first.place.cell)
                yield row
            else:
                problems.add("DV-07", row.place, found=_title(row), first=str(first.place))


class _Sent(NamedTuple):
    """The rows of one sheet: who and what they are about, and which numbers they tell."""

    rows: Sequence[Row]
    named: frozenset[object]
    facts: frozenset[object]


def _without_versions(rows: Sequence[Row], wordy: bool, problems: Problems) -> Iterator[Sequence[Row]]:
    """The rows sheet by sheet, without a sheet that is another version of one in another workbook before it."""
    before: list[_Sent] = []
    for place, group in groupby(rows, _sheet):
        sent = _sent(tuple(group))
        others = (first for first in before if _sheet(first.rows[0]).file != place.file)
        other = next((first for first in others if _versions(first, sent, wordy)), None)
        if other is None:
            before.append(sent)
            yield sent.rows
        else:
            problems.add("HS-05", place, first=str(_sheet(other.rows[0])), found=_difference(other.rows, sent.rows))


def _sent(rows: Sequence[Row]) -> _Sent:
    return _Sent(rows, frozenset(_named(row) for row in rows if row.kind != "total"), frozenset(_facts(rows)))


def _versions(one: _Sent, other: _Sent, wordy: bool) -> bool:
    """Whether the second sheet has no row that the first has not, and tells something that the first told."""
    again = bool(one.facts & other.facts) or (wordy and not other.facts)
    return bool(other.named) and other.named <= one.named and again


def _facts(rows: Sequence[Row]) -> set[tuple[object, object]]:
    """What the numbers of the rows tell: which number of whom; a maximum belongs to the scale."""
    own = _MEASURED - {"maximum"}
    return {(_named(row), name) for row in rows for name in _typed(row) if name in own or isinstance(name, tuple)}


def _difference(one: Sequence[Row], other: Sequence[Row]) -> str:
    """Which cells of the second sheet say something else: "khác nhau ở ô D5, F7"."""
    known = {_named(row): row for row in one}
    pairs = ((known[_named(row)], row) for row in other if _named(row) in known)
    cells = [cell for first, row in pairs for cell in _changed(first, row)]
    if not cells:
        return "nội dung giống hệt nhau"
    return f"khác nhau ở ô {', '.join(cells[:5])}" + (f" và {len(cells) - 5} ô khác" if len(cells) > 5 else "")


def _changed(one: Row, other: Row) -> Iterator[str]:
    old, new = _values(one), _values(other)
    places = {**_typed(one), **_typed(other)}
    return (places[name].place.cell for name in places if old.get(name) != new.get(name))


def _values(row: Row) -> Mapping[object, object]:
    return {name: _folded(entry) for name, entry in _typed(row).items()}


def _typed(row: Row) -> Mapping[object, Entry]:
    return dict((*row.entries.items(), *row.extra.items()))


def _named(row: Row) -> tuple[object, ...]:
    """Who and what a row is about: its owner and its words, without what is counted or measured."""
    words = ((name, _folded(entry)) for name, entry in row.entries.items() if name not in _MEASURED)
    return (_owner(row), *sorted(words))


def _said(row: Row) -> tuple[object, ...]:
    """All that a row says."""
    return (_owner(row), *sorted(_values(row).items(), key=str))


def _owner(row: Row) -> str:
    return bare(str(row.owner.value)) if row.owner and "unit" not in row.entries else ""


def _folded(entry: Entry) -> object:
    return bare(entry.value) if isinstance(entry.value, str) else entry.value


def _title(row: Row) -> str:
    """The words by which a row is known to a person."""
    texts = (entry.value for entry in row.entries.values() if isinstance(entry.value, (str, tuple)))
    return max((value if isinstance(value, str) else " ".join(value) for value in texts), key=len, default="")[:60]


def _sheet(row: Row) -> Place:
    return Place(row.place.file, row.place.sheet)
