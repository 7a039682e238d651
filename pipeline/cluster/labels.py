"""What the headers over a column of a wide score sheet say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.cluster.criteria import split_code, type_of_label
from pipeline.workbooks.headers import OWNER, fits
from pipeline.workbooks.rows import Row
from pipeline.workbooks.sheets import SCORES

_PART = re.compile(r"(?:tổng )?cộng (?:điểm )?(?:mục |nhóm |phần )?([IVX]+|\d+|[A-Z])\s*[:.]?", re.IGNORECASE)
SOURCES = ("self", "cross", "appraised")
UNSAID = "given"
"""The source of points in a wide sheet that does not say whose they are: they count."""


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


def has_criteria(row: Row) -> bool:
    """Whether a wide row holds points under a header of the office's own."""
    return "name" not in row.entries and any(apart(labels, UNSAID)[1] is None for labels in row.extra)


def unit_named(text: str) -> str:
    """The name in "II. Công an tỉnh" or "Đơn vị: Công an tỉnh"."""
    found = OWNER.fullmatch(text)
    return split_code(found[1] if found else text)[1]


def summed(text: str) -> str | None:
    """The code of the group whose sums a row holds: "Cộng mục II"."""
    found = _PART.fullmatch(text)
    return found[1].upper() if found else None
