"""The main path: the workbooks of one dossier become the papers of its period, ready to sign."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import __version__
from pipeline.before import dossier_before
from pipeline.choice import LeftOut, kinds_for
from pipeline.dossier import Dossier, read_tables
from pipeline.official import check_documents
from pipeline.overview import PAGE, overview_page, replace_page
from pipeline.papers import Papers, Work, render
from pipeline.problems import Problems
from pipeline.typed import Typed

if TYPE_CHECKING:
    from pipeline.model import Cluster


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
    page = partial(overview_page, dossier.name, tables, cluster, kinds, left_out, problems)
    read = (*dossier.files, *(before.files if before else ()))
    if cluster and papers.made:
        return publish(dossier, wanted, cluster, papers, left_out, problems, page, read)
    replace_page(wanted.outputs / dossier.name, page)
    return Outcome(dossier.name, None, False, (), tuple(left_out), problems, papers.faulty)


def publish(
    dossier: Dossier,
    wanted: Wanted,
    cluster: Cluster,
    papers: Papers,
    left_out: Sequence[LeftOut],
    problems: Problems,
    page: Callable[[str], bytes],
    read: Sequence[Path],
) -> Outcome:
    """A release, whole or none; nothing new when nothing changed."""
    from pipeline.releases.publish import Edition
    from pipeline.releases.publish import publish as put

    inputs = [{"file": dossier.label(file), "sha256": hashlib.sha256(file.read_bytes()).hexdigest()} for file in read]
    identity = {
        "version": __version__, "inputs": inputs, "templates": papers.templates,
        "options": wanted.options,
    }  # fmt: skip
    told = partial(_told, dossier, inputs, cluster, papers, left_out, problems)
    edition = Edition(identity, papers.made, papers.templates, told, lambda name: {PAGE: page(name)})
    release = put(wanted.outputs / dossier.name, edition, problems)
    documents = tuple(Published(**entry) for entry in release.manifest["documents"])
    return Outcome(dossier.name, release.name, release.new, documents, tuple(left_out), problems, papers.faulty)


def _told(
    dossier: Dossier,
    inputs: Sequence[Mapping[str, str]],
    cluster: Cluster,
    papers: Papers,
    left_out: Sequence[LeftOut],
    problems: Problems,
) -> dict[str, object]:
    """What the manifest tells beside the documents."""
    from pipeline.releases import manifest

    return {
        "version": __version__,
        "dossier": dossier.name,
        "inputs": inputs,
        "templates": [{"kind": kind, "sha256": sha} for kind, sha in papers.templates.items()],
        "left_out": [{"kind": left.kind, "why": left.why} for left in left_out],
        "legal_basis": _legal_basis(cluster),
        "problems": [problem.as_json() for problem in problems],
        **manifest.traced(papers.used),
    }


def _legal_basis(cluster: Cluster) -> list[str]:
    """What the papers of this dossier cite as their grounds, each once."""
    from pipeline.documents.source import Source
    from pipeline.documents.texts import legal_basis

    lines = (line for paper in ("pledge", "proposal") for line in legal_basis(Source(cluster, paper)))
    return list(dict.fromkeys(line.rstrip(".;") for line in lines))
