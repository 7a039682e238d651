"""Which document of which release a file is, also one that somebody edited, renamed or took elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.releases import manifest as manifests
from pipeline.releases.hands import HALF, share_of_words, words_of
from pipeline.releases.release import ORIGINALS, Release, newest, releases
from pipeline.vietnamese.text import clean

BESIDE = "doi-chieu"
"""The folder of copies of the newest release."""


@dataclass(frozen=True)
class Paper:
    """A document of a release, by the name the release gave it."""

    release: Release
    file: str

    @property
    def original(self) -> bytes | None:
        """The document as it was generated; None when that copy is lost."""
        path = self.release.original(self.file)
        return path.read_bytes() if path.is_file() else None

    @property
    def figures(self) -> int:
        """How many figures the release printed in it."""
        return len(self.release.manifest.get("places", {}).get(self.file, ()))


def paper_of(path: Path, outputs: Path) -> Paper | None:
    """The document that a file is: by its folder and name, else by its bytes, else by the words it shares.

    Raises `OSError` when a file cannot be read.
    """
    content, near = path.read_bytes(), _release_around(path.resolve().parent)
    found = [near] if near else list(_all(outputs))
    named = clean(path.name).text
    if near and named in _files(near):
        return Paper(near, named)
    same = next((paper for release in found if (paper := _of_bytes(content, release))), None)
    if same:
        return same
    alike = (_of_words(content, release, _files(release) if near else [named]) for release in found)
    return next(filter(None, alike), None)


def _release_around(folder: Path) -> Release | None:
    """The release that a folder is of: its own, or that of its copies."""
    if folder.name == BESIDE:
        return newest(folder.parent)
    own = folder.parent if folder.name == ORIGINALS else folder
    manifest = manifests.read(own)
    return Release(own.name, own, manifest) if manifest else None


def _all(outputs: Path) -> Iterator[Release]:
    for folder in sorted(outputs.iterdir()) if outputs.is_dir() else ():
        yield from releases(folder)


def _files(release: Release) -> list[str]:
    return [document["file"] for document in release.manifest["documents"]]


def _of_bytes(content: bytes, release: Release) -> Paper | None:
    digest = manifests.sha256(content)
    listed = {one["file"]: one["sha256"] for one in release.manifest["documents"]}
    generated = release.manifest.get("generated", {})
    files = (file for file, sha in listed.items() if digest in (sha, generated.get(file)))
    return next((Paper(release, file) for file in files), None)


def _of_words(content: bytes, release: Release, files: list[str]) -> Paper | None:
    """The document that shares the most words with a file, where that is enough."""
    theirs = words_of(content)
    papers = [Paper(release, file) for file in _files(release) if file in files]
    shares = [(share_of_words(words_of(paper.original or b""), theirs), paper) for paper in papers]
    best = max(shares, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= HALF else None
