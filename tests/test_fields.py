"""What a template may ask for is declared: every value that is really given, and nothing that never comes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

import pytest
from clusters import (
    HERE,
    NAMES,
    OF,
    TEMPLATES,
    ballot,
    cluster,
    commended,
    counts,
    figure,
    nomination,
    standing,
    unit,
)  # fmt: skip
from papers import INPUTS
from workbooks_from_text import dossier

from pipeline.cluster import build_cluster
from pipeline.documents import KINDS
from pipeline.documents.kind import Kind
from pipeline.documents.outline import Heading
from pipeline.documents.source import Source
from pipeline.documents.texts import SECTION_TAGS
from pipeline.dossier import dossiers, read_tables
from pipeline.law.awards import award as known
from pipeline.model import (
    RECIPIENTS,
    Citation,
    Cluster,
    Counted,
    FormCounts,
    Meeting,
    Passage,
    PastAward,
    Person,
    Tally,
    Target,
)
from pipeline.problems import Problems
from pipeline.rendering.compile import check
from pipeline.rendering.names import Shape

kinds = pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)


def compared(where: str, value: object, shape: Shape, seen: set[str]) -> Iterator[str]:
    """Where a value is not what was declared; `seen` takes what was really given."""
    if value is None:
        return
    seen.add(where)
    value = {"so": 1, "loai": ""} if isinstance(value, Counted) and shape else value
    value = {"tieu_de": True} if isinstance(value, Heading) else value
    if isinstance(shape, list) and isinstance(value, list):
        for item in value:
            yield from compared(f"{where}[]", item, shape[0], seen)
    elif isinstance(shape, Mapping) and isinstance(value, Mapping):
        yield from (f"{where}.{name}: not declared" for name in value if name not in shape)
        yield from (f"{where}.{name}: not given" for name in shape if name not in value)
        for name in shape.keys() & value.keys():
            yield from compared(f"{where}.{name}", value[name], shape[name], seen)
    elif shape is not None or isinstance(value, (Mapping, list, tuple)):
        yield f"{where}: {type(value).__name__}, declared {shape}"


def holders(where: str, shape: Shape) -> Iterator[str]:
    """The items of every declared list and every group of fields, as `compared` names them."""
    if shape:
        yield f"{where}[]" if isinstance(shape, list) else where
    if isinstance(shape, list):
        yield from holders(f"{where}[]", shape[0])
    for name, inner in shape.items() if isinstance(shape, Mapping) else ():
        yield from holders(f"{where}.{name}", inner)


USES: tuple[Literal["studied", "own", "basis"], ...] = ("studied", "own", "basis")
MET = date(2021, 12, 14)
ROLES = ("directs", "chairs", "secretary", "speaks", "witnesses", "concludes", "chief teller", "teller", "absent")


def given(kind: Kind, of: Cluster) -> Iterator[dict[str, object]]:
    """The fields of each paper of a kind."""
    return (kind.fields(Source(of, kind.paper, False, tuple(KINDS), part.cases)) for part in kind.parts(of))


@pytest.fixture(scope="module")
def clusters(tmp_path_factory: pytest.TempPathFactory) -> list[Cluster]:
    """Those of the sample dossiers, of the good dossier, one that said nothing, one that said what is rare."""
    folders = [INPUTS, dossier(tmp_path_factory.mktemp("tốt") / "inputs")]
    found = [one for folder in folders for one in dossiers(folder, Problems())]
    read = [build_cluster(read_tables(one, Problems()), Problems()) for one in found]
    unsent = cluster(commendations=commended(counts(1), missing=(unit(NAMES[1]),)))
    return [*filter(None, read), cluster(), talkative(), unsent]


def talkative() -> Cluster:
    """People in every role, persons and households, flags, gain and loss, passages of every section, past awards."""
    before, now = counts(12, 40, 0), counts(12, 30, 7)
    forms = (FormCounts("Giấy khen", "base", now, before),)
    tallies = tuple(
        Tally(NAMES[0], level, form, "Đột xuất", "person", figure(1))
        for level, form in (("base", "Giấy khen"), ("base", "Lao động tiên tiến"), ("state", "Huy chương"))
    )
    award = "Bằng khen của Chủ tịch UBND tỉnh"
    flags = (("Cờ thi đua", (unit(NAMES[0]),), figure(1)),)
    past = [("Tập thể lao động xuất sắc", True), ("Giấy khen", False)]
    sections = (*SECTION_TAGS, "functions")
    return cluster(
        meeting=Meeting(MET, people=tuple(Person(NAMES[0], role, HERE) for role in ROLES)),
        nominations=(*(nomination("Ai đó", award, recipient=kind) for kind in RECIPIENTS), nomination(NAMES[0])),
        commendations=commended(now, before, forms=forms, flags=flags, tallies=tallies),
        passages=tuple(Passage(s, ("Một đoạn.",), HERE, of) for s in sections for of in (None, unit(NAMES[0]))),
        targets=(Target(2021, "Hồ sơ", HERE, unit=unit(NAMES[0]), before=figure(20), result=figure(25)),),
        past_awards=tuple(PastAward(unit(NAMES[0]), 2019, known(n, OF), title, "9/QĐ", HERE) for n, title in past),
        citations=tuple(Citation("Quyết định", use, HERE, day=MET) for use in USES),
        ballots=(ballot("Quy chế", None, 5, issued=figure(5)),),
        standings=(standing(NAMES[0], missing=("1",)),),
        theme=("Kỷ cương",), slogan=("Nhanh hơn",), profile="party",
    )  # fmt: skip


@kinds
def test_the_values_are_those_that_are_declared(kind: Kind, clusters: list[Cluster]) -> None:
    faults = {f for of in clusters for fields in given(kind, of) for f in compared("", fields, kind.shapes(), set())}
    assert sorted(faults) == []


def test_everything_declared_is_given_somewhere(clusters: list[Cluster]) -> None:
    seen: set[str] = set()
    declared = {place for kind in KINDS.values() for place in holders("", kind.shapes())}
    for kind in KINDS.values():
        for of in clusters:
            for fields in given(kind, of):
                list(compared("", fields, kind.shapes(), seen))
    assert sorted(declared - seen) == []


@kinds
def test_a_stock_template_asks_for_declared_fields_only(kind: Kind) -> None:
    file = TEMPLATES / f"{kind.name}.docx"
    faults, _ = check(file.name, file.read_bytes(), kind.shapes())
    assert [str(fault) for fault in faults] == []
