"""The papers of a run while they are made: a template, its fields, its bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.finished import why_withheld
from pipeline.problems import Place, Problems

if TYPE_CHECKING:
    from pipeline.documents.kind import Kind, Part
    from pipeline.dossier import Dossier
    from pipeline.model import Cluster, Figure
    from pipeline.releases.carry import Made
    from pipeline.rendering import CompiledTemplate
    from pipeline.typed import Typed

TEMPLATES = Path(__file__).parent.parent / "templates_docx"
OWN_TEMPLATES = "_mau"


@dataclass
class Papers:
    """The papers of a run while they are made: their bytes, their figures, their templates."""

    made: list[Made] = field(default_factory=list)
    used: dict[str, list[Figure]] = field(default_factory=dict)
    templates: dict[str, str] = field(default_factory=dict)
    faulty: bool = False
    ranked: bool = False
    """Whether a rank or a degree may stand before the signer's name."""


@dataclass(frozen=True)
class Work:
    """What all papers of a run are made from: the cluster, the dossier, what was typed; whether they are drafts."""

    cluster: Cluster
    dossier: Dossier
    typed: Typed
    draft: bool


class Withheld(Exception):
    """A finished paper that may not go out: its file, and why."""


def render(kinds: Sequence[Kind], work: Work, problems: Problems) -> Papers:
    """The papers of the kinds; one that is faulty, or its template, is said, withheld and nowhere named."""
    from pipeline.rendering import TemplateFault

    papers = Papers()
    names = tuple(kind.name for kind in kinds)
    for kind in kinds:
        path = template_of(kind.name, work.dossier)
        try:
            _render(kind, path, names, work, papers)
        except TemplateFault as error:
            for fault in error.faults:
                problems.add("MAU-01", place_of(path, work.dossier), found=f"“{path.name}”", why=str(fault))
        except Withheld as withheld:
            file, why = withheld.args
            problems.add("MAU-10", place_of(path, work.dossier), found=f"“{path.name}”", file=file, why=why)
        else:
            continue
        return replace(render([other for other in kinds if other is not kind], work, problems), faulty=True)
    return papers


def _render(kind: Kind, path: Path, names: tuple[str, ...], work: Work, papers: Papers) -> None:
    """Make the papers of a kind. Raises `TemplateFault` or `Withheld` for the first that is faulty."""
    from pipeline.decree30.letter import unnumbered

    papers.templates[kind.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    parts = kind.parts(work.cluster)
    of = work.cluster if len(parts) == 1 else unnumbered(work.cluster, kind.paper)
    for part in parts:
        _fill(kind, part, path, names, replace(work, cluster=of), papers)


def _fill(kind: Kind, part: Part, path: Path, names: tuple[str, ...], work: Work, papers: Papers) -> None:
    from pipeline.documents.source import Source

    cluster = work.cluster
    source = Source(cluster, kind.paper, work.draft, names, part.cases)
    profile = source.letter.profile
    papers.ranked |= profile.ranked
    template = _compiled(kind.name, path, papers.templates[kind.name], profile.party and path.parent == TEMPLATES)
    used: list[Figure] = []
    content = template.render(kind.fields(source), used, cluster.regulation.padded_counts, work.typed.names_of_nothing)
    file = kind.file(cluster, part, work.draft)
    if why := why_withheld(content, path, work.typed):
        raise Withheld(file, why)
    _take(papers, kind, file, content, used)
    if kind.companion:
        other = kind.companion(source)
        _take(papers, kind, kind.file(cluster, part, work.draft, other.ending), other.content, list(other.figures))


def _take(papers: Papers, kind: Kind, file: str, content: bytes, used: list[Figure]) -> None:
    from pipeline.releases.carry import Made

    papers.made.append(Made(kind.name, file, content))
    papers.used[file] = used


def template_of(kind: str, dossier: Dossier) -> Path:
    """The template of a kind: the dossier's own, or the stock one."""
    own = dossier.folder / OWN_TEMPLATES / f"{kind}.docx"
    return own if own.is_file() else TEMPLATES / f"{kind}.docx"


def place_of(template: Path, dossier: Dossier) -> Place:
    """A template of the dossier's own by its name among the inputs; a stock one lies elsewhere."""
    return Place(dossier.label(template)) if template.is_relative_to(dossier.folder) else Place()


@cache
def _compiled(kind: str, path: Path, sha256: str, party: bool) -> CompiledTemplate:
    """The template ready to be filled; a stock one wears the styles of the Party where the paper is one of its own."""
    from pipeline.decree30.dress import dressed
    from pipeline.decree30.profiles import PARTY
    from pipeline.documents import KINDS
    from pipeline.office import package
    from pipeline.rendering.compile import compiled

    content = path.read_bytes()
    if party:
        content = package.write(dressed(package.read(content), PARTY))
    return compiled(path.name, content, KINDS[kind].shapes())
