"""What the headers over a column of a wide score sheet say."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.cluster.criteria import type_of_label
from pipeline.workbooks.headers import fits
from pipeline.workbooks.sheets import SCORES

SOURCES = ("self", "cross", "appraised")


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
