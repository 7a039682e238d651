"""The score sheet of the good dossier, its ranks, and dossiers with another in its place."""

from __future__ import annotations

from pathlib import Path

from dossiers import Reading, read
from workbooks_from_text import GOOD, Sheet, only

UNITS = [
    "Công an tỉnh",
    "Sở Tư pháp",
    "Tòa án nhân dân tỉnh",
    "Viện kiểm sát nhân dân tỉnh",
    "Cục Thi hành án dân sự tỉnh",
]
GOOD_RANKS = dict(zip(UNITS, (2, 1, 5, 4, 3), strict=True))
GOOD_TOTALS = dict(zip(UNITS, (96, 98, 88, 92, 95), strict=True))
SCORES = GOOD["Chấm điểm"]
SCORING = only("Thông tin", "Đơn vị", "Quy định", "Tiêu chí", "Chấm điểm")
HEADER = SCORES.text.split("\n")[1]
ROWS = SCORES.text.split("\n")[2:]


def wide(*lines: str, **options: tuple[str, ...]) -> Sheet:
    """A sheet of these lines."""
    return Sheet("\n".join(lines), **options)  # type: ignore[arg-type]


def scored(folder: Path, content: Sheet | str, **others: Sheet | str | None) -> Reading:
    """A dossier of points alone, with this score sheet."""
    return read(folder, **{**SCORING, "Chấm điểm": content, **others})
