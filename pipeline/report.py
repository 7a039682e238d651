"""The main path: the workbooks of one dossier become the papers of its period, ready to sign."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import __version__
from pipeline.before import Before, dossier_before
from pipeline.choice import LeftOut, kinds_for, sheets_read
from pipeline.dossier import LONGEST, Dossier, read_tables
from pipeline.official import check_documents
from pipeline.overview import PAGE, overview_page, replace_page
from pipeline.papers import Papers, Work, render
from pipeline.problems import Place, Problems
from pipeline.releases.manifest import sha256
from pipeline.typed import Typed

if TYPE_CHECKING:
    from pipeline.documents.kind import Kind
    from pipeline.model import Cluster
    from pipeline.releases.release import Release
    from pipeline.workbooks.rows import Tables


@dataclass(frozen=True)
class Wanted:
    """What a run shall make, and where it goes."""

    outputs: Path
    only: tuple[str, ...] = ()
    draft: bool = False
    convert_old_fonts: bool = False
    """Texts in TCVN3 and VNI are read as Unicode, not refused."""

    @property
    def options(self) -> dict[str, object]:
        """What of it makes another release; an option of later versions only when it is chosen."""
        converted = {"convert_old_fonts": True} if self.convert_old_fonts else {}
        return {"draft": self.draft, "only": sorted(self.only), **converted}


@dataclass(frozen=True)
class Published:
    """A document of a release."""

    kind: str
    file: str
    sha256: str


@dataclass
class Outcome:
    """What a run made of one dossier."""

    dossier: str
    release: str | None
    new: bool
    documents: tuple[Published, ...]
    left_out: tuple[LeftOut, ...]
    problems: Problems
    faulty: bool = False


@dataclass(frozen=True)
class Batch:
    """What a run read and made of one dossier, before it is put into a release."""

    dossier: Dossier
    tables: Tables
    before: Before | None
    cluster: Cluster | None
    kinds: Sequence[Kind]
    left_out: Sequence[LeftOut]
    papers: Papers
    problems: Problems

    def page(self, newest: str) -> bytes:
        """The page of the dossier when that is its newest release."""
        return overview_page(
            self.dossier.name, self.tables, self.cluster, self.kinds, self.left_out, self.problems, newest
        )


def report(dossier: Dossier, wanted: Wanted) -> Outcome:
    """Turn the workbooks of one dossier into the documents of its period, ready to sign."""
    from pipeline.cluster import build_cluster

    problems = Problems()
    tables = read_tables(dossier, problems, wanted.convert_old_fonts)
    before = dossier_before(dossier, tables, problems)
    cluster = build_cluster(tables, problems, before.tables if before else None)
    kinds, left_out = kinds_for(cluster, tables, wanted.only, problems) if cluster else ([], [])
    typed = Typed(tables)
    papers = render(kinds, Work(cluster, dossier, typed, wanted.draft), problems) if cluster else Papers()
    problems += check_documents(papers, dossier, typed)
    return publish(Batch(dossier, tables, before, cluster, kinds, left_out, papers, problems), wanted)


def publish(batch: Batch, wanted: Wanted) -> Outcome:
    """A release, whole or none; nothing new when nothing changed."""
    from pipeline.releases.publish import Edition
    from pipeline.releases.publish import publish as put

    folder = wanted.outputs / batch.dossier.name
    if batch.cluster is None or not batch.papers.made:
        replace_page(folder, batch.page)
        return _outcome(batch, None)
    inputs = _inputs(batch)
    identity = {
        "version": __version__,
        "inputs": inputs,
        "templates": batch.papers.templates,
        "options": wanted.options,
    }
    edition = Edition(
        identity, batch.papers.made, batch.papers.templates, partial(_told, batch, batch.cluster, inputs),
        lambda name: {PAGE: batch.page(name)},
    )  # fmt: skip
    return _outcome(batch, put(folder, edition, batch.problems))


def _inputs(batch: Batch) -> list[dict[str, str]]:
    read = (*batch.dossier.files, *(batch.before.files if batch.before else ()))
    return [{"file": batch.dossier.label(file), "sha256": sha256(file.read_bytes())} for file in read]


def _outcome(batch: Batch, release: Release | None) -> Outcome:
    documents = tuple(Published(**entry) for entry in release.manifest["documents"]) if release else ()
    name, new = (release.name, release.new) if release else (None, False)
    return Outcome(
        batch.dossier.name, name, new, documents, tuple(batch.left_out), batch.problems, batch.papers.faulty
    )  # fmt: skip


def _told(batch: Batch, cluster: Cluster, inputs: Sequence[Mapping[str, str]]) -> dict[str, object]:
    """What the manifest tells beside the documents."""
    from pipeline.releases import manifest

    papers = batch.papers
    return {
        "version": __version__,
        "dossier": batch.dossier.name,
        "inputs": inputs,
        "templates": [{"kind": kind, "sha256": sha} for kind, sha in papers.templates.items()],
        "left_out": [{"kind": left.kind, "why": left.why} for left in batch.left_out],
        "legal_basis": _legal_basis(cluster),
        "problems": [problem.as_json() for problem in batch.problems],
        "reads": sheets_read(batch.kinds, batch.tables, batch.before.tables if batch.before else None),
        **manifest.traced(papers.used, papers.places, partial(_said, batch)),
    }


def _said(batch: Batch, cell: Place) -> str | None:
    """What a cell of the dossier says, or one of the dossier before; the beginning of a long text."""
    text = batch.tables.said(cell)
    text = batch.before.tables.said(cell) if text is None and batch.before else text
    return None if text is None else text[:LONGEST]


def _legal_basis(cluster: Cluster) -> list[str]:
    """What the papers of this dossier cite as their grounds, each once."""
    from pipeline.documents.source import Source
    from pipeline.documents.texts import legal_basis

    lines = (line for paper in ("pledge", "proposal") for line in legal_basis(Source(cluster, paper)))
    return list(dict.fromkeys(line.rstrip(".;") for line in lines))
