"""The manifest of a release: what it was made from, what it holds, where every figure comes from."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.model import Figure

NAME = "bang-ke.json"


def sha256(content: bytes) -> str:
    """The fingerprint of a file's content."""
    return hashlib.sha256(content).hexdigest()


def identity_of(identity: Mapping[str, object]) -> str:
    """The fingerprint of all that decides what a release holds."""
    return sha256(_canonical(identity).encode())


def written(manifest: Mapping[str, object]) -> bytes:
    """The manifest as the same bytes for the same content."""
    return (_canonical(manifest, indent=1) + "\n").encode()


def read(folder: Path) -> dict[str, Any] | None:
    """The manifest of a release; none when it is missing or damaged."""
    try:
        manifest: dict[str, Any] = json.loads((folder / NAME).read_bytes())
        listed = [(document["kind"], document["file"], document["sha256"]) for document in manifest["documents"]]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return manifest if "identity" in manifest and all(_is_name(file) for _, file, _ in listed) else None


def _is_name(file: object) -> bool:
    """Whether it names a file of the release, and none elsewhere."""
    return isinstance(file, str) and file not in ("", ".", "..") and not re.search(r"[/\\\0]", file)


def traced(used: Mapping[str, Sequence[Figure]]) -> dict[str, object]:
    """The keys `figures` and `uses` of a manifest, from the figures each document printed.

    A figure is listed once, named f1, f2 … in the order of first use; what it was made from follows it.
    """
    ledger = _Ledger()
    uses = {
        document: list(dict.fromkeys(ledger.name(figure) for figure in figures)) for document, figures in used.items()
    }
    return {"figures": list(ledger.entries.values()), "uses": uses}


class _Ledger:
    """Figures by name; two of the same value and the same sources are one."""

    def __init__(self) -> None:
        self.entries: dict[str, dict[str, object]] = {}
        self._names: dict[int, str] = {}
        self._likes: dict[object, int] = {}
        self._seen: dict[int, tuple[Figure, int]] = {}

    def name(self, figure: Figure) -> str:
        """The name of a figure, entered with all it was made from when it is new."""
        like = self._like(figure)
        if like not in self._names:
            name = self._names[like] = f"f{len(self._names) + 1}"
            self.entries[name] = entry = _entry(name, figure)
            if figure.figures:
                entry["figures"] = [self.name(inner) for inner in figure.figures]
        return self._names[like]

    def _like(self, figure: Figure) -> int:
        """The same number for figures that are alike through and through."""
        if id(figure) not in self._seen:
            inner = tuple(self._like(inner) for inner in figure.figures)
            content = (str(figure.value), figure.unit, figure.kind, figure.rule, figure.cells, inner)
            self._seen[id(figure)] = figure, self._likes.setdefault(content, len(self._likes))
        return self._seen[id(figure)][1]


def _entry(name: str, figure: Figure) -> dict[str, object]:
    value = figure.value if isinstance(figure.value, int) else str(figure.value)
    entry: dict[str, object] = {"id": name, "value": value, "unit": figure.unit, "rule": figure.rule.words}
    if figure.cells or not figure.figures:
        entry["cells"] = [str(cell) for cell in figure.cells]
    return entry


def _canonical(content: Mapping[str, object], indent: int | None = None) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, indent=indent)
