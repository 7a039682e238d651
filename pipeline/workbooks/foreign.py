"""Workbooks of the old kinds, read by the library in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from pipeline.problems import Place
from pipeline.workbooks import child
from pipeline.workbooks.agree import LONGEST, Words, day
from pipeline.workbooks.grid import Broken, Cell, Grid, Merge, Value, exact, letters
from pipeline.workbooks.outline import LAST_COLUMN
from pipeline.workbooks.parts import Refused
from pipeline.workbooks.scan import LAST_ROW, WIDEST_GAP

TIMEOUT = 20
_READERS: dict[str, Callable[[str], date | time]] = {
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "time": time.fromisoformat,
}
_SAID = {child.PASSWORD: "TEP-05", child.TOO_LARGE: "TEP-09"}


def sheets(data: bytes, memory: int = child.MEMORY, seconds: int = child.SECONDS) -> list[dict[str, Any]]:
    """What the library reads of a workbook within bytes and seconds: sheets with title, visible, cells, merges.

    Raises `Refused`: TEP-01 not readable, TEP-05 a password, TEP-09 too large, TEP-14 too much time or memory.
    """
    command = [sys.executable, "-P", str(Path(child.__file__)), str(memory), str(seconds)]
    try:
        run = subprocess.run(command, input=data, capture_output=True, timeout=TIMEOUT, check=False)
    except subprocess.TimeoutExpired as error:
        raise Refused("TEP-14") from error
    if run.returncode:
        raise Refused("TEP-14" if run.returncode < 0 else _SAID.get(run.returncode, "TEP-01"))
    return json.loads(run.stdout)  # type: ignore[no-any-return]  # as the child writes it


def grid(sheet: dict[str, Any], words: Words) -> Grid:
    """A sheet with its cells and merged areas; number formats and hidden rows are not known.

    Raises `Refused`: TRANG-12 for a cell far away.
    """
    at = words.at
    merges = tuple(Merge(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in sheet["merges"])
    cells = dict(_cells(sheet["cells"], words))
    words.say_converted()
    return Grid(at.file, at.sheet, cells, merges)


def _cells(stored: list[Any], words: Words) -> Iterator[tuple[tuple[int, int], Cell]]:
    limit = LAST_ROW
    for row, column, kind, raw in stored:
        cell = f"{letters(column)}{row}"
        if row > limit or column > LAST_COLUMN:
            raise Refused("TRANG-12", cell=cell)
        limit = min(LAST_ROW, row + WIDEST_GAP + 1)
        value = words.fit(raw, row, column)[0] if kind == "str" else _value(kind, raw)
        if value is not None:
            yield (row, column), Cell(value, Place(words.at.file, words.at.sheet, cell))


def _value(kind: str, raw: Any) -> Value:
    """A value as the child wrote it down."""
    if kind in ("float", "int"):
        return exact(float(raw)) if -LONGEST < raw < LONGEST else Broken("O-15", str(raw))
    if kind == "bool":
        return bool(raw)
    if kind == "timedelta":
        return timedelta(seconds=raw)
    return day(_READERS[kind](raw))
