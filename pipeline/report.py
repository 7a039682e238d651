"""The main path: the workbooks of one dossier become the papers of its period, ready to sign."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import __version__
from pipeline.problems import Place, Problem, Problems
from pipeline.vietnamese.text import clean, safe_file_name

if TYPE_CHECKING:
    from pipeline.documents.kind import Kind, Part
    from pipeline.model import Cluster, Figure
    from pipeline.releases.publish import Made
    from pipeline.rendering import CompiledTemplate
    from pipeline.workbooks.tables import Tables

TEMPLATES = Path(__file__).parent.parent / "templates_docx"
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv")
LOOSE = "ho-so"
"""The dossier of the workbooks that lie in no folder of their own."""
OWN_TEMPLATES = "_mau"
_SENT_BY_UNITS = frozenset(("Chấm điểm", "Khen thưởng", "Nội dung", "Đề nghị", "Xã hội, từ thiện"))


@dataclass(frozen=True)
class Dossier:
    """One cluster in one period: its name, its folder, its workbooks, all below `inputs`."""

    name: str
    inputs: Path
    folder: Path
    files: tuple[Path, ...]
    open_files: tuple[Path, ...] = ()

    def label(self, file: Path) -> str:
        """The name of a workbook in messages and manifests: relative, with "/", NFC."""
        return clean(file.relative_to(self.inputs).as_posix()).text


@dataclass(frozen=True)
class Wanted:
    """What a run shall make, and where it goes."""

    outputs: Path
    only: tuple[str, ...] = ()
    draft: bool = False


@dataclass(frozen=True)
class Published:
    """A document of a release."""

    kind: str
    file: str
    sha256: str


@dataclass(frozen=True)
class LeftOut:
    """A kind that was not made, and why; `said` when a problem already says so."""

    kind: str
    why: str
    said: bool = False


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


@dataclass
class Work:
    """The papers of a run while they are made: their bytes, their figures, their templates."""

    made: list[Made] = field(default_factory=list)
    used: dict[str, list[Figure]] = field(default_factory=dict)
    templates: dict[str, str] = field(default_factory=dict)
    faulty: bool = False


def report(dossier: Dossier, wanted: Wanted) -> Outcome:
    """Turn the workbooks of one dossier into the documents of its period, ready to sign."""
    from pipeline.cluster import build_cluster

    problems = Problems()
    tables = read_tables(dossier, problems)
    cluster = build_cluster(tables, problems)
    if cluster is None:
        return Outcome(dossier.name, None, False, (), (), problems)
    kinds, left_out = kinds_for(cluster, tables, wanted, problems)
    work = render(kinds, cluster, dossier, wanted, problems)
    return publish(dossier, wanted, cluster, work, left_out, problems)


# --- reading ---------------------------------------------------------------------------------------


def dossiers(inputs: Path, problems: Problems) -> list[Dossier]:
    """The dossiers of a folder: one a folder, and one of the workbooks that lie in it."""
    found = [_dossier(LOOSE, inputs, inputs, _entries(inputs, files=True))]
    for folder in _entries(inputs, files=False):
        found.append(_dossier(safe_file_name(clean(folder.name).text), inputs, folder, _walk(folder)))
    whole = [dossier for dossier in found if dossier.files or dossier.folder != inputs]
    return _distinct(whole, problems)


def _dossier(name: str, inputs: Path, folder: Path, files: Iterable[Path]) -> Dossier:
    every = sorted(files, key=lambda file: clean(str(file)).text)
    books = tuple(file for file in every if file.suffix.lower() in WORKBOOKS)
    return Dossier(
        name, inputs, folder,
        tuple(file for file in books if not file.name.startswith(("~$", ".", "_"))),
        tuple(file for file in books if file.name.startswith("~$")),
    )  # fmt: skip


def _entries(folder: Path, files: bool) -> list[Path]:
    kept = (entry for entry in sorted(folder.iterdir()) if not entry.is_symlink())
    if files:
        return [entry for entry in kept if entry.is_file()]
    return [entry for entry in kept if entry.is_dir() and not entry.name.startswith(("_", ".", "~$"))]


def _walk(folder: Path) -> Iterator[Path]:
    yield from _entries(folder, files=True)
    for inner in _entries(folder, files=False):
        yield from _walk(inner)


def _distinct(found: Sequence[Dossier], problems: Problems) -> list[Dossier]:
    """Those whose names do not collide in the outputs; a collision is refused for both."""
    by_name: dict[str, list[Dossier]] = {}
    for dossier in found:
        by_name.setdefault(dossier.name.casefold(), []).append(dossier)
    for first, *others in by_name.values():
        for other in others:
            problems.add("RA-01", Place(other.folder.name), found=other.folder.name, other=first.folder.name)
    return [group[0] for group in by_name.values() if len(group) == 1]


def read_tables(dossier: Dossier, problems: Problems) -> Tables:
    """The checked tables of all workbooks of a dossier."""
    from pipeline.workbooks.read import read_workbook
    from pipeline.workbooks.tables import check_tables

    for file in dossier.open_files:
        problems.add("TEP-04", Place(dossier.label(file)))
    if not dossier.files:
        problems.add("HS-04", Place(dossier.name))
    labelled = [(dossier.label(file), file) for file in dossier.files]
    return check_tables([(label, read_workbook(file, label, problems)) for label, file in labelled], problems)


# --- choosing ---------------------------------------------------------------------------------------


def kinds_for(cluster: Cluster, tables: Tables, wanted: Wanted, problems: Problems) -> tuple[list[Kind], list[LeftOut]]:
    """The kinds that can be made, and why the others of this period cannot."""
    from pipeline.documents import KINDS
    from pipeline.documents.review import review

    due = [k for k in KINDS.values() if cluster.period.kind in k.periods and k.name in (wanted.only or KINDS)]
    able = [kind for kind in due if kind.lacks(cluster) is None]
    review(cluster, able, problems)
    left_out = []
    for kind in due:
        if (why := kind.lacks(cluster)) and not _blocking(kind, tables, problems):
            problems.add("VB-01", Place(cluster.place.file), kind=kind.title, why=why)
            left_out.append(LeftOut(kind.name, why, said=True))
        elif faults := _blocking(kind, tables, problems):
            left_out.append(LeftOut(kind.name, _because(faults)))
    out = {left.kind for left in left_out}
    return [kind for kind in due if kind.name not in out], left_out


def _blocking(kind: Kind, tables: Tables, problems: Problems) -> list[Problem]:
    """The errors in the sheets that a kind depends on."""
    return [
        problem
        for problem in problems.errors()
        if not problem.code.startswith(kind.tolerates) and _sheets_of(problem, tables) & kind.sheets
    ]


def _sheets_of(problem: Problem, tables: Tables) -> frozenset[str]:
    """The declared sheets that an error may concern; a workbook nobody could read is taken for a unit's."""
    place = Place(problem.place.file, problem.place.sheet)
    if place in tables.names:
        return frozenset((tables.names[place],))
    if problem.place.sheet:
        return frozenset((problem.place.sheet,))
    known = {"Thông tin", "Đơn vị"} <= tables.sheets
    return _SENT_BY_UNITS if known and problem.place.file in tables.unread else frozenset(("Thông tin",))


def _because(faults: Sequence[Problem]) -> str:
    places = list(dict.fromkeys(str(Place(fault.place.file, fault.place.sheet)) for fault in faults))
    more = f" và {len(places) - 3} nơi khác" if len(places) > 3 else ""
    return "còn LỖI ở " + "; ".join(places[:3]) + more


# --- making ----------------------------------------------------------------------------------------


def render(kinds: Sequence[Kind], cluster: Cluster, dossier: Dossier, wanted: Wanted, problems: Problems) -> Work:
    """The papers of the kinds; a faulty template is said, and its papers are withheld and nowhere named."""
    from pipeline.decree30.letter import unnumbered
    from pipeline.rendering import TemplateFault

    work = Work()
    names = tuple(kind.name for kind in kinds)
    for kind in kinds:
        path = _template(kind, dossier)
        work.templates[kind.name] = hashlib.sha256(path.read_bytes()).hexdigest()
        try:
            template = _compiled(path, work.templates[kind.name])
            parts = kind.parts(cluster)
            of = cluster if len(parts) == 1 else unnumbered(cluster, kind.paper)
            for part in parts:
                _render(kind, part, template, of, names, wanted, work)
        except TemplateFault as fault:
            problems.add("MAU-01", found=f"“{path.name}”", why=str(fault))
            others = [other for other in kinds if other is not kind]
            return replace(render(others, cluster, dossier, wanted, problems), faulty=True)
    return work


def _render(
    kind: Kind, part: Part, template: CompiledTemplate, cluster: Cluster, names: tuple[str, ...], wanted: Wanted,
    work: Work,
) -> None:  # fmt: skip
    from pipeline.documents.source import Source

    source = Source(cluster, kind.paper, wanted.draft, names, part.cases)
    used: list[Figure] = []
    content = template.render(kind.fields(source), used, cluster.regulation.padded_counts)
    _take(work, kind, kind.file(cluster, part, wanted.draft), content, used)
    if kind.companion:
        other = kind.companion(source)
        _take(work, kind, kind.file(cluster, part, wanted.draft, other.ending), other.content, list(other.figures))


def _take(work: Work, kind: Kind, file: str, content: bytes, used: list[Figure]) -> None:
    from pipeline.releases.publish import Made

    work.made.append(Made(kind.name, file, content))
    work.used[file] = used


def _template(kind: Kind, dossier: Dossier) -> Path:
    own = dossier.folder / OWN_TEMPLATES / f"{kind.name}.docx"
    return own if own.is_file() else TEMPLATES / f"{kind.name}.docx"


@cache
def _compiled(path: Path, sha256: str) -> CompiledTemplate:
    from pipeline.rendering import compile_template

    return compile_template(path)


def publish(
    dossier: Dossier,
    wanted: Wanted,
    cluster: Cluster,
    work: Work,
    left_out: Sequence[LeftOut],
    problems: Problems,
) -> Outcome:
    """A release, whole or none; nothing new when nothing changed."""
    from pipeline.releases import manifest, publish

    if not work.made:
        return Outcome(dossier.name, None, False, (), tuple(left_out), problems, work.faulty)
    inputs = [
        {"file": dossier.label(file), "sha256": hashlib.sha256(file.read_bytes()).hexdigest()} for file in dossier.files
    ]
    identity = {
        "version": __version__, "inputs": inputs, "templates": work.templates,
        "options": {"draft": wanted.draft, "only": sorted(wanted.only)},
    }  # fmt: skip
    content = {
        "version": __version__,
        "dossier": dossier.name,
        "inputs": inputs,
        "templates": [{"kind": kind, "sha256": sha} for kind, sha in work.templates.items()],
        "left_out": [{"kind": left.kind, "why": left.why} for left in left_out],
        "legal_basis": _legal_basis(cluster),
        "problems": [problem.as_json() for problem in problems],
        **manifest.traced(work.used),
    }
    release = publish.publish(wanted.outputs / dossier.name, identity, work.made, content)
    documents = tuple(Published(**entry) for entry in release.manifest["documents"])  # type: ignore[attr-defined]
    return Outcome(dossier.name, release.name, release.new, documents, tuple(left_out), problems, work.faulty)


def _legal_basis(cluster: Cluster) -> list[str]:
    """What the papers of this dossier cite as their grounds, each once."""
    from pipeline.documents.source import Source
    from pipeline.documents.texts import legal_basis

    lines = (line for paper in ("pledge", "proposal") for line in legal_basis(Source(cluster, paper)))
    return list(dict.fromkeys(line.rstrip(".;") for line in lines))
