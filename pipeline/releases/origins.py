"""Where the figures of a release come from: the cells of each, and the documents that a cell tells something to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any


class Origins:
    """The figures of a manifest by their names; a manifest of an earlier version may lack them."""

    def __init__(self, manifest: Mapping[str, Any]) -> None:
        self._figures: dict[str, Mapping[str, Any]] = {one["id"]: one for one in manifest.get("figures", ())}
        self._uses: Mapping[str, Iterable[str]] = manifest.get("uses", {})
        self._reads: Mapping[str, Iterable[str]] = manifest.get("reads", {})
        self._listed: Iterable[Mapping[str, str]] = manifest.get("documents", ())
        self._cells: dict[str, dict[str, None]] = {}

    def depending(self, file: str) -> list[str]:
        """The documents that a workbook may change, by its words too: those whose sheets are in it."""
        kinds = {kind for kind, sheets in self._reads.items() if any(one.startswith(f"{file} › ") for one in sheets)}
        return [one["file"] for one in self._listed if one["kind"] in kinds]

    def rule(self, figure: str) -> str:
        """How a figure was made, in words."""
        return str(self._figures[figure]["rule"]) if figure in self._figures else ""

    def cells(self, figure: str) -> dict[str, None]:
        """The cells a figure was made from, those of its figures too: "sổ.xlsx › Khen thưởng › D9"."""
        if figure not in self._cells:
            entry = self._figures.get(figure, {})
            self._cells[figure] = {}  # a figure that leads to itself has no more
            inner = (cell for other in entry.get("figures", ()) for cell in self.cells(other))
            self._cells[figure] = dict.fromkeys((*entry.get("cells", ()), *inner))
        return self._cells[figure]

    @cached_property
    def documents(self) -> Mapping[str, tuple[str, ...]]:
        """By cell, the documents with figures made from it."""
        found: dict[str, dict[str, None]] = {}
        for document, figures in self._uses.items():
            for cell in (cell for figure in figures for cell in self.cells(figure)):
                found.setdefault(cell, {})[document] = None
        return {cell: tuple(documents) for cell, documents in found.items()}
