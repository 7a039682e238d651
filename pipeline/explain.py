"""Where the figures of a generated document come from, and whether the workbooks still say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.dossier import cells_said
from pipeline.releases.manifest import sha256
from pipeline.releases.origins import Origins
from pipeline.vietnamese.numbers import readings
from pipeline.vietnamese.text import key, nearest

if TYPE_CHECKING:
    from pipeline.releases.whence import Paper

_APART = " › "
_GONE = "(không còn sổ này)"
_EMPTY = "(trống)"
_NEAREST = 3


@dataclass(frozen=True)
class Source:
    """A cell that a figure came from: what it said when the release was made."""

    file: str
    sheet: str
    cell: str
    value: str | None

    def __str__(self) -> str:
        return _APART.join((self.file, self.sheet, self.cell))


@dataclass(frozen=True)
class Explained:
    """A figure where it stands in a document: its text and place, its value, its rule in words, its cells."""

    figure: str
    text: str
    place: str
    value: int | str
    unit: str
    rule: str
    cells: tuple[Source, ...]

    def as_json(self) -> dict[str, object]:
        """The figure with all the keys of the contract."""
        return {**vars(self), "cells": [vars(cell) for cell in self.cells]}


class Followed:
    """A file that is a document of a release, with its figures as they stand there now."""

    def __init__(self, paper: Paper, content: bytes) -> None:
        self.paper, self._content = paper, content
        self._manifest: Mapping[str, Any] = paper.release.manifest
        self._figures = {one["id"]: one for one in self._manifest.get("figures", ())}
        self._origins = Origins(self._manifest)

    @cached_property
    def figures(self) -> list[Explained]:
        """Every figure of the document in reading order; one that a person changed or took out is not there."""
        return [self._explained(*found) for found in self._standing()]

    def named(self, words: str) -> list[Explained]:
        """The figures that are printed so, or have that value: "3.211", "3211", "12,5%", "Nhất"."""
        wanted = key(words).removesuffix("%")
        exact = [one for one in self.figures if key(one.text).removesuffix("%") == wanted]
        numbers = readings(wanted)
        return exact or [one for one in self.figures if set(numbers) & set(readings(one.text.removesuffix("%"))[:1])]

    def near(self, words: str) -> tuple[str, ...]:
        """The printed figures nearest to a number, or most like other words."""
        texts = dict.fromkeys(one.text for one in self.figures)
        wanted = readings(words.removesuffix("%"))
        if not wanted:
            return nearest(words, texts)
        apart = {text: abs(read[0] - wanted[0]) for text in texts if (read := readings(text.removesuffix("%")))}
        return tuple(sorted(apart, key=lambda text: apart[text])[:_NEAREST])

    def changed(self, inputs: Path) -> dict[str, str]:
        """By source cell, what it says now, where that is not what it said when the release was made."""
        known = self._manifest.get("values", {})
        files = {one["file"]: one["sha256"] for one in self._manifest.get("inputs", ())}
        now = {cell: said for file, sha in files.items() for cell, said in _said_now(inputs, file, sha, known)}
        return {cell: said for cell, said in now.items() if said != known[cell]}

    def _standing(self) -> Iterator[tuple[str, str, str]]:
        """The name, the text and the place of each figure, as the file is now."""
        places = self._manifest.get("places", {}).get(self.paper.file, ())
        if self.paper.file.endswith(".docx"):
            yield from self._in_body(places)
        for one in places:
            if one["start"] is None:
                yield one["figure"], one["text"], one["place"]

    def _in_body(self, places: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str, str]]:
        from pipeline.releases.whereabouts import body_of, whereabouts

        original = body_of(self.paper.original or self._content)
        for found in whereabouts(places, original, body_of(self._content)):
            yield found.figure, found.text, found.block.place

    def _explained(self, figure: str, text: str, place: str) -> Explained:
        entry = self._figures[figure]
        cells = tuple(self._source(cell) for cell in self._origins.cells(figure))
        return Explained(figure, text, place, entry["value"], entry["unit"], entry["rule"], cells)

    def _source(self, cell: str) -> Source:
        file, sheet, address = (*cell.split(_APART), "", "")[:3]
        return Source(file, sheet, address, self._manifest.get("values", {}).get(cell))


def _said_now(inputs: Path, file: str, sha: str, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What the source cells of a workbook say now; nothing is read of one that is as it was."""
    path = inputs / file
    if path.is_file() and sha256(path.read_bytes()) == sha:
        return
    said = cells_said(path, file) if path.is_file() else {}
    for cell in known:
        if cell.startswith(f"{file}{_APART}"):
            yield cell, said.get(cell, _EMPTY) if path.is_file() else _GONE
