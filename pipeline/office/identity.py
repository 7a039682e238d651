"""What a Word file tells of who made it: its properties and its comments."""

from __future__ import annotations

import posixpath
from xml.sax.saxutils import escape

from lxml import etree

from pipeline.office.package import CONTENT_TYPES
from pipeline.office.relations import METADATA, Parts, declare, parse, relate, related, written

CORE = "docProps/core.xml"
_APP = "docProps/app.xml"
_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_PERSONAL = {"Template", "Company", "Manager", "TotalTime", "HyperlinkBase"}
"""What Word stores of the person and the machine among the properties of a file."""
_COMMENTS = ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ANCHORS = tuple(f"{_W}comment{name}" for name in ("RangeStart", "RangeEnd", "Reference"))
_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{author}</dc:creator><dc:title>{title}</dc:title>'
    "</cp:coreProperties>"
)


def titled(parts: Parts, title: str, author: str) -> Parts:
    """The parts of a file with this title and author, and nothing that tells a person, a machine or a clock."""
    changed = dict(parts)
    if CORE not in parts:
        relate(changed, "", "core-properties", CORE, family=METADATA)
        declare(changed, CORE, _TYPE)
    changed[CORE] = _PROPERTIES.format(author=escape(author), title=escape(title)).encode()
    return _impersonal(changed)


def alike(parts: Parts, model: Parts) -> Parts:
    """The parts of a file with the properties of another: those of whoever saved it last are gone."""
    changed = {**parts, CORE: model[CORE]} if CORE in parts and CORE in model else dict(parts)
    return _impersonal(changed)


def without_comments(parts: Parts) -> Parts:
    """The parts of a file with all comments taken out."""
    changed = dict(parts)
    ((_, main),) = related(parts, "", "officeDocument")
    gone = {name for kind in _COMMENTS for _, name in related(parts, main, kind)}
    if gone:
        changed[main] = _without_anchors(parts[main])
        for name in gone:
            changed.pop(name, None)
        folder, file = posixpath.split(main)
        relations = f"{folder}/_rels/{file}.rels"
        changed[relations] = _without(parts[relations], "Type", {f"/{kind}" for kind in _COMMENTS})
        changed[CONTENT_TYPES] = _without(parts[CONTENT_TYPES], "PartName", {f"/{name}" for name in gone})
    return changed


def _impersonal(parts: Parts) -> Parts:
    if _APP in parts:
        root = parse(parts[_APP])
        for element in [one for one in root if etree.QName(one).localname in _PERSONAL]:
            root.remove(element)
        parts[_APP] = written(root)
    return parts


def _without_anchors(story: bytes) -> bytes:
    root = parse(story)
    etree.strip_elements(root, *_ANCHORS, with_tail=False)
    for run in root.findall(f".//{_W}r"):
        holder = run.getparent()
        if holder is not None and all(child.tag == f"{_W}rPr" for child in run):
            holder.remove(run)
    return written(root)


def _without(listing: bytes, key: str, endings: set[str]) -> bytes:
    root = parse(listing)
    for entry in [one for one in root if str(one.get(key, "")).endswith(tuple(endings))]:
        root.remove(entry)
    return written(root)
