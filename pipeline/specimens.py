"""Templates tried out: filled with the fields of a specimen dossier, and the papers held against the official page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pipeline.finished import why_withheld
from pipeline.official import marks_of
from pipeline.problems import Finding, Problems

if TYPE_CHECKING:
    from pipeline.decree30.marks import Mark
    from pipeline.documents.kind import Kind
    from pipeline.model import Cluster
    from pipeline.rendering import CompiledTemplate
    from pipeline.rendering.faults import Fault
    from pipeline.rendering.names import Shape
    from pipeline.rendering.tags import Spot

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NUMBER = f"{_W}rsidR"
"""Word's own mark of a paragraph, which stays with it when a template is filled; nobody sees it."""
_SHOWN = 60
_UNFILLED = "MAU-12"
_UNNUMBERED = "score table"
_LEAST = (
    ("Nội dung",), ("Giao ước",), ("Đề nghị",), ("Tiêu chí", "Chấm điểm"), ("Khen thưởng",), ("Thành phần",),
    ("Bỏ phiếu",),
)  # fmt: skip
"""The fewest sheets that let some paper be made."""


@dataclass(frozen=True)
class Specimen:
    """The fields of one paper, and the dossier they are of: whole, a draft, or as bare as can be."""

    of: str
    fields: Mapping[str, object]


def shapes_of(kind: Kind | None) -> dict[str, Shape]:
    """The fields a template of the kind may ask for; of a kind that is not declared yet, those of every paper."""
    from pipeline.documents.common import COMMON
    from pipeline.documents.declared import Declared, shapes

    return kind.shapes() if kind else shapes(Declared(field.tag, field.says, field.holds) for field in COMMON)


def tried(template: Path, label: str, kind: Kind | None) -> Iterator[tuple[Finding, Fault]]:
    """What is found in the papers of a sound template, each once, at the template's own paragraph.

    With each finding comes the fault that a copy of the template is marked with.
    """
    from pipeline.rendering.compile import TemplateFile

    content, spots = _numbered(template)
    ready = TemplateFile(template.name, content).compiled()
    seen = set()
    for specimen in specimens(kind, template.stem):
        for finding, fault in _found(template, ready, spots, specimen):
            if (about := (finding.code, finding.place, finding.found)) not in seen:
                seen.add(about)
                yield replace(finding, file=label), fault


def specimens(kind: Kind | None, name: str = "") -> Iterator[Specimen]:
    """The papers that a template is tried with; for one of no kind yet its name tells the type of paper."""
    for half_year in _halves(kind):
        yield from _of_period(kind, name, half_year)


def _halves(kind: Kind | None) -> list[bool]:
    """Whether to try at mid-year, and at the end of the year: whenever the paper is made."""
    periods = kind.periods if kind else ("year",)
    return sorted({period == "half_year" for period in periods})


def _of_period(kind: Kind | None, name: str, half_year: bool) -> Iterator[Specimen]:
    whole = _cluster("whole", half_year)
    of = kind or _paper_named(name)
    yield from _of("có đủ số liệu", of, whole, draft=False)
    yield from _of("có đủ số liệu, bản dự thảo", of, whole, draft=True)
    plain = _cluster("plain", half_year)
    if kind is None or kind.lacks(plain) is None:
        yield from _of("như sổ ví dụ", of, plain, draft=False)
    least = (_cluster("bare", half_year, sheets) for sheets in _LEAST)
    made = next(cluster for cluster in least if kind is None or kind.lacks(cluster) is None)
    yield from _of("chỉ có số liệu tối thiểu", of, made, draft=False)


def _paper_named(name: str) -> str:
    """The paper of ours of that type, for the sign in its number; one without a number where there is none."""
    from pipeline.decree30.frame import type_of, type_of_paper
    from pipeline.documents import KINDS

    type_ = type_of(name)
    papers = (kind.paper for kind in KINDS.values() if type_ and type_of_paper(kind.paper) is type_)
    return next(papers, _UNNUMBERED)


def _of(words: str, kind: Kind | str, cluster: Cluster, draft: bool) -> Iterator[Specimen]:
    from pipeline.documents import KINDS
    from pipeline.documents.common import COMMON
    from pipeline.documents.source import Source, fields

    if isinstance(kind, str):
        yield Specimen(words, fields(COMMON, Source(cluster, kind, draft)))
        return
    for part in kind.parts(cluster):
        yield Specimen(words, kind.fields(Source(cluster, kind.paper, draft, tuple(KINDS), part.cases)))


@cache
def _cluster(extent: Literal["whole", "plain", "bare"], half_year: bool, least: tuple[str, ...] = ()) -> Cluster:
    from pipeline.cluster import build_cluster
    from pipeline.workbooks import specimen

    problems = Problems()
    if extent == "bare":
        tables = specimen.bare(problems, half_year, least)
    else:
        tables = (specimen.whole if extent == "whole" else specimen.plain)(problems, half_year)
    cluster = build_cluster(tables, problems)
    assert cluster is not None, "the specimen dossier has a name, a period and units"
    return cluster


def _numbered(template: Path) -> tuple[bytes, list[Spot]]:
    """The template with its paragraphs numbered, and where each of them stands."""
    from pipeline.decree30.reading import body_of
    from pipeline.office import package
    from pipeline.office.archive import unpacked
    from pipeline.office.relations import written
    from pipeline.rendering.tags import heading_styles, spots

    parts = unpacked(template.read_bytes())
    main, root = body_of(parts)
    headings = heading_styles(parts["word/styles.xml"]) if "word/styles.xml" in parts else frozenset[str]()
    found = list(spots(root, headings))
    for number, paragraph in enumerate(root.iter(f"{_W}p")):
        paragraph.set(_NUMBER, f"{number:08X}")
    return package.write({**parts, main: written(root)}), found


def _found(
    template: Path, ready: CompiledTemplate, spots: list[Spot], specimen: Specimen
) -> Iterator[tuple[Finding, Fault]]:
    from pipeline.decree30.letters import elements
    from pipeline.decree30.reading import body_of
    from pipeline.office.archive import unpacked
    from pipeline.rendering import TemplateFault
    from pipeline.rendering.faults import Fault

    try:
        paper = ready.render(specimen.fields)
        if why := why_withheld(paper, template):
            raise TemplateFault(template.name, Fault(why))
    except TemplateFault as error:
        for fault in error.faults:
            place = " › ".join(filter(None, (fault.part, fault.where)))
            finding = Finding.of(_UNFILLED, "", place, fault.tag, of=specimen.of, why=fault.message)
            yield finding, replace(fault, message=f"{finding.found}. {finding.remedy}")
        return
    parts = unpacked(paper)
    _, root = body_of(parts)
    numbers = [element.get(_NUMBER) for element in elements(root)]
    for mark in marks_of(parts, template.name):
        yield _in_template(mark, spots, numbers)


def _in_template(mark: Mark, spots: list[Spot], numbers: list[str | None]) -> tuple[Finding, Fault]:
    """A finding in a paper, in terms of the template: its paragraph, the words that stand there."""
    from pipeline.rendering.faults import Fault
    from pipeline.rendering.review import BODY

    finding = mark.finding
    words = f"{finding.found}. {finding.remedy}"
    number = None if mark.index is None else numbers[mark.index]
    if number is None:
        return finding, Fault(words, finding.place)
    spot = spots[int(number, 16)]
    text = " ".join(spot.text.split())
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return replace(finding, place=f"{BODY} › {spot.where}", text=shown), Fault(words, BODY, spot.where)
