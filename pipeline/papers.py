"""The papers of a run while they are made: a template, its fields, its bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.finished import why_withheld
from pipeline.problems import Place, Problems
from pipeline.quoted import with_quotes
from pipeline.releases.manifest import sha256

if TYPE_CHECKING:
    from pipeline.documents.kind import Kind, Part
    from pipeline.dossier import Dossier
    from pipeline.model import Cluster, Figure, Occurrence
    from pipeline.releases.carry import Made
    from pipeline.rendering import CompiledTemplate
    from pipeline.typed import Typed

TEMPLATES = Path(__file__).parent.parent / "templates_docx"
OWN_TEMPLATES = "_mau"
_TITLE, _AUTHOR = "{} – {{{{ cum.ten }}}}, {{{{ ky.ten }}}}", "{{ cum.ten }}"
"""What the properties of a document say."""


@dataclass
class Papers:
    """The papers of a run while they are made: their bytes, their figures, their templates."""

    made: list[Made] = field(default_factory=list)
    used: dict[str, list[Figure]] = field(default_factory=dict)
    places: dict[str, list[Occurrence]] = field(default_factory=dict)
    templates: dict[str, str] = field(default_factory=dict)
    faulty: bool = False
    ranked: bool = False
    """Whether a rank or a degree may stand before the signer's name."""

    def take(self, kind: str, file: str, content: bytes, used: Iterable[Figure], places: Iterable[Occurrence]) -> None:
        """One more finished paper, the figures it prints, where they stand."""
        from pipeline.releases.carry import Made

        self.made.append(Made(kind, file, content))
        self.used[file], self.places[file] = list(used), list(places)


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

    papers.templates[kind.name] = sha256(path.read_bytes())
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
    found, padded = kind.fields(source), cluster.regulation.padded_counts
    used: list[Figure] = []
    content = template.render(found, used, padded, work.typed.names_of_nothing)
    file = kind.file(cluster, part, work.draft)
    if why := why_withheld(content, path, work.typed):
        raise Withheld(file, why)
    places = with_quotes(content, list(template.occurrences(found, content, used, padded)), work.typed)
    papers.take(kind.name, file, content, [*used, *(place.figure for place in places)], places)
    if kind.companion:
        other = kind.companion(source)
        file = kind.file(cluster, part, work.draft, other.ending)
        papers.take(kind.name, file, other.content, other.figures.values(), _in_cells(other.figures))


def _in_cells(figures: Mapping[str, Figure]) -> list[Occurrence]:
    from pipeline.model import Occurrence
    from pipeline.rendering.printer import written

    return [Occurrence(figure, written(figure), place) for place, figure in figures.items()]


def template_of(kind: str, dossier: Dossier) -> Path:
    """The template of a kind: the dossier's own, or the stock one."""
    own = dossier.folder / OWN_TEMPLATES / f"{kind}.docx"
    return own if own.is_file() else TEMPLATES / f"{kind}.docx"


def place_of(template: Path, dossier: Dossier) -> Place:
    """A template of the dossier's own by its name among the inputs; a stock one lies elsewhere."""
    return Place(dossier.label(template)) if template.is_relative_to(dossier.folder) else Place()


@cache
def _compiled(kind: str, path: Path, sha256: str, party: bool) -> CompiledTemplate:
    """The template ready to be filled, with the properties of its paper and without the comments of who wrote it.

    A stock one wears the styles of the Party where the paper is one of its own.
    """
    import zipfile

    from lxml import etree

    from pipeline.decree30.dress import dressed
    from pipeline.decree30.profiles import PARTY
    from pipeline.documents import KINDS
    from pipeline.office import package
    from pipeline.office.identity import titled, without_comments
    from pipeline.rendering.compile import compiled

    content = path.read_bytes()
    try:
        parts = without_comments(titled(package.read(content), _TITLE.format(KINDS[kind].title.capitalize()), _AUTHOR))
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, ValueError):
        return compiled(path.name, content, KINDS[kind].shapes())  # which tells what is wrong with it
    return compiled(path.name, package.write(dressed(parts, PARTY) if party else parts), KINDS[kind].shapes())
