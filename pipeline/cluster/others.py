"""Sheets that hold several clusters below each other: only the rows of ours are kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.cluster.criteria import split_code
from pipeline.problems import Problems
from pipeline.vietnamese.text import bare
from pipeline.workbooks.rows import Entry, Row, Tables

_SUMMED = ("Khen thưởng", "Khen thưởng kỳ trước")
_SHARED = ("Đơn vị", "Chấm điểm", "Đề nghị", *_SUMMED)
_CLUSTER = re.compile(r"(?:cum|khoi) (?:thi dua )?(?:so )?(\d+|[ivxlc]+)\b.*|(?:cum|khoi) thi dua .*")


def own_rows(tables: Tables, name: str, problems: Problems) -> Tables:
    """The tables without what stands under the name of another cluster; every such name is said."""
    kept = {
        sheet: tuple(_own(rows, name, sheet in _SUMMED, problems))
        for sheet, rows in tables.rows.items()
        if sheet in _SHARED
    }
    return replace(tables, rows={**tables.rows, **kept})


def _own(rows: Sequence[Row], name: str, summed: bool, problems: Problems) -> Iterator[Row]:
    """The rows of ours; with `summed`, its own row holds the sums of the whole cluster."""
    table, ours = None, True
    for row in rows:
        if table != (table := row.table):
            ours = True
        title = _title(row)
        if title:
            ours = _is(title, name)
        if title and not ours:
            problems.add("TRANG-09", row.place, found=title)
        elif title and summed and row.kind == "data":
            yield _whole(row)
        elif ours and not title:
            yield row


def _whole(row: Row) -> Row:
    others = {field: entry for field, entry in row.entries.items() if field != "form"}
    return replace(row, entries={**others, "unit": Entry("Toàn Cụm", row.place)})


def _title(row: Row) -> str | None:
    """The cluster that a group row names: "I. Cụm thi đua số 1"."""
    texts = (row.text(field) for field in ("unit", "name", "form", "code"))
    names = (split_code(text)[1] for text in texts if text)
    return next((name for name in names if _CLUSTER.fullmatch(bare(name))), None)


def _is(title: str, name: str) -> bool:
    return f"{_short(name)} ".startswith(f"{_short(title)} ")


def _short(name: str) -> str:
    return " ".join(word for word in bare(name).replace("thi dua", "").split() if word != "so")
