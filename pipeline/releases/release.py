"""The releases that stand in the folder of a dossier."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.releases import manifest as manifests

ORIGINALS = ".goc"
"""Where a release keeps its documents as they were generated."""
_NAME = re.compile(r"lan-([0-9]+)")


@dataclass(frozen=True)
class Release:
    """A release that stands: its name (`lan-01`), its folder, its manifest; `new` when it was just made."""

    name: str
    folder: Path
    manifest: Mapping[str, Any]
    new: bool = False

    def original(self, file: str) -> Path:
        """The document as it was generated, without what a person changed."""
        return self.folder / ORIGINALS / file


def releases(folder: Path) -> Iterator[Release]:
    """The releases whose manifest can be read, the newest first."""
    for _, name in sorted(_numbered(folder), reverse=True):
        release = release_at(folder / name)
        if release:
            yield release


def release_at(folder: Path) -> Release | None:
    """The release in a folder; none where there is no manifest that can be read."""
    manifest = manifests.read(folder)
    return Release(folder.name, folder, manifest) if manifest else None


def damaged(folder: Path) -> list[Path]:
    """The folders of releases whose manifest is lost or cannot be read."""
    names = (name for _, name in sorted(_numbered(folder)))
    return [folder / name for name in names if manifests.read(folder / name) is None]


def unread_last(folder: Path) -> str:
    """The name of the last release when its manifest is lost or cannot be read; "" when it can."""
    _, last = max(_numbered(folder), default=(0, ""))
    return last if last and manifests.read(folder / last) is None else ""


def newest(folder: Path) -> Release | None:
    """The newest release whose manifest can be read."""
    return next(releases(folder), None)


def is_release(name: str) -> bool:
    """Whether a name is that of a release."""
    return _NAME.fullmatch(name) is not None


def next_name(folder: Path) -> str:
    """The name of the next release: one that nothing bears, whatever it holds."""
    return f"lan-{max((number for number, _ in _numbered(folder)), default=0) + 1:02d}"


def _numbered(folder: Path) -> Iterator[tuple[int, str]]:
    names = os.listdir(folder) if folder.is_dir() else []
    return ((int(found[1]), found[0]) for found in map(_NAME.fullmatch, names) if found)
