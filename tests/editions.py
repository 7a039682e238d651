"""Releases of documents that no workbook made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline.problems import Problems
from pipeline.releases.carry import Made
from pipeline.releases.publish import Edition, publish
from pipeline.releases.release import Release


def released(
    folder: Path,
    documents: Sequence[Made],
    identity: Mapping[str, object] | str = "the same",
    template: str = "",
    problems: Problems | None = None,
    beside: Mapping[str, bytes] | None = None,
) -> Release:
    """The next release of a folder, made from the documents alone; `template` is the fingerprint of all templates."""
    kinds = {made.kind: template for made in documents}
    told = {"dossier": "cum-9", "templates": [{"kind": kind, "sha256": sha} for kind, sha in kinds.items()]}
    edition = Edition({"of": identity}, documents, kinds, lambda: told, lambda _: beside or {})
    return publish(folder, edition, Problems() if problems is None else problems)
