"""Marked copies of the faulty workbooks of a dossier, under `loi/` of its outputs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pipeline.dossier import Dossier
from pipeline.problems import Problem, Problems
from pipeline.vietnamese.text import safe_file_name

FOLDER = "loi"
_RECORD = ".da-danh-dau.json"
_MARKABLE = (".xlsx", ".xlsm")


def mark_workbooks(dossier: Dossier, problems: Problems, folder: Path) -> tuple[Path, ...]:
    """Write a marked copy of each workbook with problems; a copy that somebody changed since is kept beside it."""
    from pipeline.releases.beside import Beside

    beside = Beside(folder, _RECORD)
    written = [beside.put(name, content) for name, content in _copies(dossier, problems)]
    for stale in [name for name in beside.names if folder / name not in written]:
        beside.forget(stale)
    if folder.is_dir():
        beside.save()
    return tuple(written)


def _copies(dossier: Dossier, problems: Problems) -> Iterator[tuple[str, bytes]]:
    from pipeline.workbooks.annotate import annotated

    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(problem.place.file, []).append(problem)
    for file in dossier.files:
        found = [problem for problem in by_file.get(dossier.label(file), ()) if problem.place.sheet]
        if any(problem.level != "LƯU Ý" for problem in found) and file.suffix.lower() in _MARKABLE:
            content = annotated(file.read_bytes(), dossier.name_of(file), found)
            if content is not None:
                yield safe_file_name(dossier.name_of(file)), content
