"""How the parts of an Office package belong together: relations and content types."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from pipeline.office.package import CONTENT_TYPES

Parts = dict[str, bytes]
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
METADATA = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def parse(content: bytes) -> etree._Element:
    """The root of an XML part; no entity is followed."""
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def written(root: etree._Element) -> bytes:
    """A part with its XML declaration."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def related(parts: Parts, part: str, kind: str) -> Iterator[tuple[str, str]]:
    """The relations of a part of one kind, "worksheet" or "comments": id and name of the other part."""
    for name, type_, target in _relations_of(parts.get(_file(part), b"")):
        if type_.endswith(f"/{kind}"):
            yield name, _absolute(part, target)


def relations(parts: Parts, part: str) -> Iterator[tuple[str, str, str]]:
    """Id, kind and name of the parts that a part leads to, "rId1", "header", "word/header1.xml"."""
    for name, type_, target in _relations_of(parts.get(_file(part), b"")):
        yield name, type_.rpartition("/")[2], _absolute(part, target)


def inner(parts: Parts, relations: str) -> Iterator[str]:
    """The names of the parts that a part of relations, "word/_rels/document.xml.rels", leads to."""
    folder, file = posixpath.split(relations)
    part = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
    return (_absolute(part, target) for _, _, target in _relations_of(parts[relations]))


@lru_cache(256)
def _relations_of(content: bytes) -> tuple[tuple[str, str, str], ...]:
    """Id, type and target of the relations within a package; most packages of one origin have the same."""
    return tuple(
        (str(relation.get("Id")), str(relation.get("Type")), str(relation.get("Target")))
        for relation in (parse(content) if content else ())
        if relation.get("TargetMode") != "External"
    )


def relate(parts: Parts, part: str, kind: str, target: str, name: str = "", family: str = OFFICE) -> str:
    """Add a relation, of that name or a free one; its id."""
    content = parts.get(_file(part))
    root = parse(content or f'<Relationships xmlns="{_RELATIONS}"/>'.encode())
    taken = {relation.get("Id") for relation in root}
    name = name or next(name for number in range(1, len(root) + 2) if (name := f"rIdKT{number}") not in taken)
    relation = etree.SubElement(root, f"{{{_RELATIONS}}}Relationship")
    relation.set("Id", name)
    relation.set("Type", f"{family}/{kind}")
    relation.set("Target", f"/{target}")
    parts[_file(part)] = written(root)
    return name


def declare(parts: Parts, part: str, content_type: str) -> None:
    """Say what a part holds; a part that is declared already stays so."""
    root = parse(parts[CONTENT_TYPES])
    if not any(entry.get("PartName") == f"/{part}" for entry in root):
        entry = etree.SubElement(root, f"{{{_TYPES}}}Override")
        entry.set("PartName", f"/{part}")
        entry.set("ContentType", content_type)
        parts[CONTENT_TYPES] = written(root)


def content_type(parts: Parts, part: str) -> str:
    """What a part is said to hold, by its name or by its ending; "" when nothing is said."""
    entries = list(parse(parts[CONTENT_TYPES]))
    ending = posixpath.splitext(part)[1].lstrip(".").casefold()
    named = (entry for entry in entries if str(entry.get("PartName")).casefold() == f"/{part}".casefold())
    ended = (entry for entry in entries if str(entry.get("Extension")).casefold() == ending)
    return next((str(entry.get("ContentType")) for entry in (*named, *ended)), "")


def free_name(parts: Parts, pattern: str) -> str:
    """The first name of the pattern that no part bears: "xl/comments{}.xml"."""
    taken = {name.lower() for name in parts}
    return next(
        name for number in range(1, len(parts) + 2) if (name := pattern.format(number)).lower() not in taken
    )  # fmt: skip


def _file(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _absolute(part: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
