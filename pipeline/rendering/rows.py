"""The row of a loop that could not be printed, by its name and the cell it came from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import FrameType, TracebackType

from pipeline.model import Counted, Figure, Ordinal, Phrase, Text
from pipeline.problems import Place

_LOCAL = re.compile(r"l_([1-9]\d*)_(?!loop$)(\w+)")
"""A name inside a loop, in the code that Jinja makes of a template."""
_MARK = re.compile(r"[IVXLC]+|\d[\d.]*|\w", re.ASCII)
"""What numbers a row and does not name it: "IV", "1.2", "a"."""
_SHOWN = 60


def row_words(traceback: TracebackType | None, fields: Mapping[str, object]) -> str:
    """ "; khi điền dòng “Công an tỉnh” (sổ.xlsx › Khen thưởng › D9)"; nothing outside a loop."""
    row = None
    while traceback:
        if traceback.tb_frame.f_code.co_filename == "<template>":
            row = _row(traceback.tb_frame, fields)
        traceback = traceback.tb_next
    name = next((text for text in _texts(row) if not _MARK.fullmatch(text.strip(" .)"))), "")
    place = next(_places(row), None)
    words = (f" “{name[:_SHOWN]}”" if name else "") + (f" ({place})" if place else "")
    return f"; khi điền dòng{words}" if words else ""


def _row(frame: FrameType, fields: Mapping[str, object]) -> object:
    """What the innermost loop was at: the first of its names that is no field of the paper."""
    found: dict[int, object] = {}
    for local, value in frame.f_locals.items():
        name = _LOCAL.fullmatch(local)
        if name and isinstance(value, (Mapping, str, Text, Figure)) and fields.get(name[2]) is not value:
            found.setdefault(int(name[1]), value)
    return found[max(found)] if found else None


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner) if isinstance(inner, (str, Text)) else ()
    elif isinstance(value, (str, Text)):
        yield str(value.text if isinstance(value, Text) else value)


def _places(value: object) -> Iterator[Place]:
    """The cells of a value, of what it is made of, of what it holds."""
    if isinstance(value, Figure):
        yield from value.cells
    if isinstance(value, Text) and str(value.place):
        yield value.place
    for inner in _parts(value):
        yield from _places(inner)


def _parts(value: object) -> tuple[object, ...]:
    if isinstance(value, Mapping):
        return tuple(value.values())
    if isinstance(value, Figure):
        return value.figures
    if isinstance(value, (Counted, Ordinal)):
        return (value.figure,)
    return value.parts if isinstance(value, Phrase) else ()
