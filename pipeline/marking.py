"""Marked copies of the faulty workbooks of a dossier, under `loi/` of its outputs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.dossier import Dossier
from pipeline.problems import Problem, Problems
from pipeline.vietnamese.text import safe_file_name

FOLDER = "loi"
_RECORD = ".da-danh-dau.json"
_MARKABLE = (".xlsx", ".xlsm")


def mark_workbooks(dossier: Dossier, problems: Problems, folder: Path) -> tuple[Path, ...]:
    """Write a marked copy of each workbook with problems; a copy that somebody changed since is kept beside it."""
    from pipeline.releases.disk import replace
    from pipeline.releases.manifest import sha256

    record = _read(folder / _RECORD)
    written = []
    for name, content in _copies(dossier, problems):
        path = _free(folder, name, record)
        replace(path, content)
        record[path.name] = sha256(content)
        written.append(path)
    for stale in [name for name in record if folder / name not in written]:
        _forget(folder / stale, record)
    if record or written:
        replace(folder / _RECORD, json.dumps(record, ensure_ascii=False, sort_keys=True, indent=1).encode())
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


def _free(folder: Path, name: str, record: Mapping[str, str]) -> Path:
    """The path of a copy: its own, or a numbered one when that holds what we did not write."""
    from pipeline.releases.manifest import sha256

    stem, dot, ending = name.rpartition(".")
    names = (name if number == 1 else f"{stem} ({number}){dot}{ending}" for number in range(1, 1000))
    paths = (folder / one for one in names)
    return next(p for p in paths if not p.exists() or record.get(p.name) == sha256(p.read_bytes()))


def _forget(path: Path, record: dict[str, str]) -> None:
    """Remove a copy of a workbook that has no fault any more, unless somebody changed the copy."""
    from pipeline.releases.manifest import sha256

    known = record.pop(path.name)
    if path.is_file() and sha256(path.read_bytes()) == known:
        path.unlink()


def _read(file: Path) -> dict[str, str]:
    try:
        found = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    return {str(name): str(sha) for name, sha in found.items()} if isinstance(found, dict) else {}
