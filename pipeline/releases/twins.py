"""Which document of one release is which of another: of the same dossier, or of the same paper of another period."""

from __future__ import annotations

import re

from pipeline.releases.release import Release

_PERIOD = re.compile(r"-du-thao|[0-9]+")
Names = tuple[str, ...]


def twins(before: Release, after: Release) -> tuple[list[tuple[str, str]], Names, Names]:
    """The pairs of documents in the order of the newer release; those that are gone; those that were added."""
    ours, theirs = ({one["file"]: one["kind"] for one in release.manifest["documents"]} for release in (before, after))
    found = {file: file for file in theirs if file in ours}
    left = {(kind, _bare(file)): file for file, kind in ours.items() if file not in found}
    for file, kind in theirs.items():
        if file not in found and (kind, _bare(file)) in left:
            found[file] = left.pop((kind, _bare(file)))
    couples = [(found[file], file) for file in theirs if file in found]
    gone = tuple(file for file in ours if file not in found.values())
    return couples, gone, tuple(file for file in theirs if file not in found)


def _bare(file: str) -> str:
    return _PERIOD.sub("", file)
