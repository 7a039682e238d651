"""What became of the documents of a release since it was made: edited in Word, renamed, lost, or none of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from lxml import etree

from pipeline.office.archive import Refused, unpacked
from pipeline.office.blocks import blocks, stories
from pipeline.releases.manifest import sha256
from pipeline.releases.release import ORIGINALS, Release

State = Literal["same", "edited", "renamed", "lost"]
_WORD = re.compile(r"\w+")
HALF = 0.5
"""So much of its words must a file share with a document to be that document under another name."""
_NOT_OURS = ("~", ".")


@dataclass(frozen=True)
class Found:
    """A document of a release, what became of it, and the file that holds it now; none when it is lost."""

    file: str
    state: State
    path: Path | None


def as_found(release: Release) -> list[Found]:
    """Every document of a release as it lies in its folder now, in the order of the manifest.

    A file of the same kind and another name is a missing document when it holds the same, or half of its words.
    Raises `OSError` when a file cannot be read.
    """
    hashes: dict[str, str] = {one["file"]: one["sha256"] for one in release.manifest["documents"]}
    renamed = _renamed(release.folder, hashes)
    return [_found(release.folder / file, digest, renamed.get(file)) for file, digest in hashes.items()]


def words_of(content: bytes) -> Counter[str]:
    """The words of a Word file, all its parts together; none when it cannot be read."""
    try:
        texts = (block.text for story in stories(unpacked(content)).values() for block in blocks(story))
        return Counter(word for text in texts for word in _WORD.findall(text))
    except (Refused, etree.XMLSyntaxError, KeyError, ValueError):
        return Counter()


def _found(path: Path, digest: str, renamed: Path | None) -> Found:
    if path.is_file():
        return Found(path.name, "same" if sha256(path.read_bytes()) == digest else "edited", path)
    return Found(path.name, "renamed" if renamed else "lost", renamed)


def _renamed(folder: Path, hashes: Mapping[str, str]) -> dict[str, Path]:
    """The missing documents that are there under other names, the most alike first; a file is one document."""
    missing = [file for file in hashes if not (folder / file).is_file()]
    others = list(_others(folder, hashes)) if missing else []
    found: dict[str, Path] = {}
    for _, file, path in sorted(_alike(folder, missing, others, hashes), key=lambda one: -one[0]):
        if file not in found and path not in found.values():
            found[file] = path
    return found


def _others(folder: Path, hashes: Mapping[str, str]) -> Iterator[tuple[Path, bytes]]:
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.name not in hashes and not path.name.startswith(_NOT_OURS):
            yield path, path.read_bytes()


def _alike(
    folder: Path, missing: Sequence[str], others: Sequence[tuple[Path, bytes]], hashes: Mapping[str, str]
) -> Iterator[tuple[float, str, Path]]:
    """How much of its words each missing document shares with each other file, where that is enough; 2 is the same."""
    theirs = {path: words_of(content) for path, content in others}
    for file in missing:
        original = folder / ORIGINALS / file
        ours = words_of(original.read_bytes()) if original.is_file() else Counter()
        for path, content in others:
            if path.suffix.lower() != original.suffix.lower():
                continue
            share = 2.0 if sha256(content) == hashes[file] else share_of_words(ours, theirs[path])
            if share >= HALF:
                yield share, file, path


def share_of_words(ours: Counter[str], theirs: Counter[str]) -> float:
    """How many of the words of a document another file has too, from 0 to 1."""
    return (ours & theirs).total() / ours.total() if ours else 0.0
