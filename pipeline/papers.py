"""The papers of a run while they are made: a template, its fields, its bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.problems import Place, Problems

if TYPE_CHECKING:
    from pipeline.documents.kind import Kind, Part
    from pipeline.dossier import Dossier
    from pipeline.model import Cluster, Figure
    from pipeline.releases.publish import Made
    from pipeline.rendering import CompiledTemplate

TEMPLATES = Path(__file__).parent.parent / "templates_docx"
OWN_TEMPLATES = "_mau"


@dataclass
class Papers:
    """The papers of a run while they are made: their bytes, their figures, their templates."""

    made: list[Made] = field(default_factory=list)
    used: dict[str, list[Figure]] = field(default_factory=dict)
    templates: dict[str, str] = field(default_factory=dict)
    faulty: bool = False


def render(kinds: Sequence[Kind], cluster: Cluster, dossier: Dossier, draft: bool, problems: Problems) -> Papers:
    """The papers of the kinds; a faulty template is said, and its papers are withheld and nowhere named."""
    from pipeline.decree30.letter import unnumbered
    from pipeline.rendering import TemplateFault

    papers = Papers()
    names = tuple(kind.name for kind in kinds)
    for kind in kinds:
        path = _template(kind, dossier)
        papers.templates[kind.name] = hashlib.sha256(path.read_bytes()).hexdigest()
        try:
            template = _compiled(kind.name, path, papers.templates[kind.name])
            parts = kind.parts(cluster)
            of = cluster if len(parts) == 1 else unnumbered(cluster, kind.paper)
            for part in parts:
                _render(kind, part, template, of, names, draft, papers)
        except TemplateFault as error:
            for fault in error.faults:
                problems.add("MAU-01", _place(path, dossier), found=f"“{path.name}”", why=str(fault))
            others = [other for other in kinds if other is not kind]
            return replace(render(others, cluster, dossier, draft, problems), faulty=True)
    return papers


def _render(
    kind: Kind, part: Part, template: CompiledTemplate, cluster: Cluster, names: tuple[str, ...], draft: bool,
    papers: Papers,
) -> None:  # fmt: skip
    from pipeline.documents.source import Source

    source = Source(cluster, kind.paper, draft, names, part.cases)
    used: list[Figure] = []
    content = template.render(kind.fields(source), used, cluster.regulation.padded_counts)
    _take(papers, kind, kind.file(cluster, part, draft), content, used)
    if kind.companion:
        other = kind.companion(source)
        _take(papers, kind, kind.file(cluster, part, draft, other.ending), other.content, list(other.figures))


def _take(papers: Papers, kind: Kind, file: str, content: bytes, used: list[Figure]) -> None:
    from pipeline.releases.publish import Made

    papers.made.append(Made(kind.name, file, content))
    papers.used[file] = used


def _template(kind: Kind, dossier: Dossier) -> Path:
    own = dossier.folder / OWN_TEMPLATES / f"{kind.name}.docx"
    return own if own.is_file() else TEMPLATES / f"{kind.name}.docx"


def _place(template: Path, dossier: Dossier) -> Place:
    """A template of the dossier's own by its name among the inputs; a stock one lies elsewhere."""
    return Place(dossier.label(template)) if template.is_relative_to(dossier.folder) else Place()


@cache
def _compiled(kind: str, path: Path, sha256: str) -> CompiledTemplate:
    from pipeline.documents import KINDS
    from pipeline.rendering import compile_template

    return compile_template(path, KINDS[kind].shapes())
