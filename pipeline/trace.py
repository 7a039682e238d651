"""Review copies of the newest release: a Word comment on every figure, naming its cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.releases.hands import as_found
from pipeline.releases.origins import Origins
from pipeline.releases.whence import BESIDE

if TYPE_CHECKING:
    from lxml import etree

    from pipeline.office.comments import Spot
    from pipeline.releases.release import Release
    from pipeline.releases.whereabouts import Whereabout

_RECORD = ".nguon-so-lieu.json"
_MANY = 40
"""A table of more figures has a comment a row."""


def trace(folder: Path) -> tuple[Path, ...]:
    """Write a review copy of each document of the newest release; a copy that somebody changed is kept beside it.

    Copies of documents that the release does not have any more go. Raises `OSError`.
    """
    from pipeline.releases.beside import Beside
    from pipeline.releases.release import newest

    release = newest(folder)
    beside = Beside(folder / BESIDE, _RECORD)
    written = [beside.put(name, content) for name, content in _copies(release)] if release else []
    for stale in [name for name in beside.names if beside.path(name) not in written]:
        beside.forget(stale)
    if written:
        beside.save()
    return tuple(written)


def _copies(release: Release) -> Iterator[tuple[str, bytes]]:
    for found in as_found(release):
        original = release.original(found.file)
        if found.file.endswith(".docx") and found.path and original.is_file():
            yield found.file, traced(release, found.file, original.read_bytes(), found.path.read_bytes())


def traced(release: Release, file: str, generated: bytes, content: bytes) -> bytes:
    """The document with a comment on each of its figures in the body; it is the same document without them."""
    from pipeline.office import package
    from pipeline.office.blocks import blocks, stories
    from pipeline.office.comments import add_comments
    from pipeline.releases.whereabouts import body_of, whereabouts

    parts = package.read(content)
    name, body = next(iter(stories(parts).items()))
    places = release.manifest.get("places", {}).get(file, ())
    found = whereabouts(places, body_of(generated), blocks(body))
    add_comments(parts, name, body, list(_notes(found, release)))
    return package.write(parts)


def _notes(found: Sequence[Whereabout], release: Release) -> Iterator[tuple[Spot, str]]:
    """The comments and where they stand: at each figure, or at each row of a table full of them."""
    from pipeline.releases.told import told

    origins, values = Origins(release.manifest), release.manifest.get("values", {})
    full = Counter(one.block.table for one in found)
    rows: dict[etree._Element, list[tuple[Whereabout, str]]] = {}
    for one, runs in _spots(found):
        words = f"{one.text}: {told(origins.rule(one.figure), origins.cells(one.figure), values)}"
        if one.block.table and full[one.block.table] > _MANY:
            rows.setdefault(one.block.element, []).append((one, words))
        elif runs:
            yield runs, words
    for listed in rows.values():
        yield _first(listed[0][0]), "\n".join(dict.fromkeys(words for _, words in listed))


def _spots(found: Sequence[Whereabout]) -> Iterator[tuple[Whereabout, list[etree._Element]]]:
    """Each figure with its runs; the runs of a paragraph are divided once for all of its figures."""
    from pipeline.office.blocks import paragraph_at
    from pipeline.office.runs import divided

    held: dict[etree._Element, list[tuple[Whereabout, int]]] = {}
    for one in found:
        paragraph, at = paragraph_at(one.block.element, one.start)
        held.setdefault(paragraph, []).append((one, at))
    for paragraph, inside in held.items():
        runs = divided(paragraph, (mark for one, at in inside for mark in (at, at + len(one.text))))
        for one, at in inside:
            yield one, [run for start, run in runs if at <= start < at + len(one.text)]


def _first(one: Whereabout) -> etree._Element:
    from pipeline.office.blocks import paragraph_at

    return paragraph_at(one.block.element, one.start)[0]
