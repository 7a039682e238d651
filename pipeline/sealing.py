"""The mark that says: this release was signed."""

from __future__ import annotations

from pathlib import Path

from pipeline.problems import Place, Problems
from pipeline.releases.release import newest
from pipeline.releases.seal import seal, sealed


def seal_newest(name: str, outputs: Path, problems: Problems) -> tuple[str, bool]:
    """Mark the newest release of a dossier as signed: its name, and whether the mark is new; "" when none is made.

    Why none is made is said. Raises `OSError` when the release cannot be read or written to.
    """
    release = newest(outputs / name)
    if release is None:
        problems.add("DC-14", Place(name))
        return "", False
    if sealed(release.folder) is not None:
        return release.name, False
    lost = seal(release)
    if lost:
        found = ", ".join(f"“{file}”" for file in lost)
        problems.add("DC-15", Place(name), found=found, release=release.name)
    return "" if lost else release.name, not lost
