"""What a template may ask for is declared: every value that is really given, and nothing that never comes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from clusters import NAMES, TEMPLATES, ballot, cluster, commended, counts, figure, nomination, standing, unit
from papers import INPUTS
from workbooks_from_text import dossier

from pipeline.cluster import build_cluster
from pipeline.documents import KINDS
from pipeline.documents.declared import lines
from pipeline.documents.kind import Kind
from pipeline.documents.outline import Heading
from pipeline.documents.source import Source
from pipeline.dossier import dossiers, read_tables
from pipeline.model import Cluster, Counted, Meeting, Person
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


def named(where: str, shape: Shape) -> Iterator[str]:
    """Every place of a declaration, as `compared` names it."""
    yield where
    if isinstance(shape, list):
        yield from named(f"{where}[]", shape[0])
    for name in shape if isinstance(shape, Mapping) else ():
        yield from named(f"{where}.{name}", shape[name])  # type: ignore[call-overload]


ROLES = ("directs", "chairs", "secretary", "speaks", "witnesses", "concludes", "chief teller", "teller", "absent")


def given(kind: Kind, of: Cluster) -> Iterator[dict[str, object]]:
    """The fields of each paper of a kind."""
    return (kind.fields(Source(of, kind.paper, False, tuple(KINDS), part.cases)) for part in kind.parts(of))


@pytest.fixture(scope="module")
def clusters(tmp_path_factory: pytest.TempPathFactory) -> list[Cluster]:
    """The clusters of the sample dossiers, of the good dossier, one that said nothing, one that said what they do not."""
    folders = [INPUTS, dossier(tmp_path_factory.mktemp("tốt") / "inputs")]
    found = [one for folder in folders for one in dossiers(folder, Problems())]
    read = [build_cluster(read_tables(one, Problems()), Problems()) for one in found]
    return [*filter(None, read), cluster(), talkative()]


def talkative() -> Cluster:
    """A cluster with what is rare: people in every role, persons and households proposed, flags, growth and loss."""
    here = unit("Sở Y tế").place
    people = tuple(Person(name=NAMES[0], role=role, place=here, office="Giám đốc") for role in ROLES)
    return cluster(meeting=Meeting(people=people))


@kinds
def test_the_values_are_those_that_are_declared(kind: Kind, clusters: list[Cluster]) -> None:
    faults = {f for of in clusters for fields in given(kind, of) for f in compared("", fields, kind.shapes(), set())}
    assert sorted(faults) == []


def test_everything_declared_is_given_somewhere(clusters: list[Cluster]) -> None:
    seen: set[str] = set()
    declared = {place for kind in KINDS.values() for place in named("", kind.shapes())}
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
