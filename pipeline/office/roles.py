"""Which header, footer or notes of one Word file are which of another, whatever their parts are called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

from pipeline.office.blocks import W
from pipeline.office.relations import OFFICE, Parts, related, relations

Role = tuple[str, int, str]
"""Kind, section from 0, on which of its pages: "header", 0, "first"; notes are of no section."""
_NUMBER = re.compile(r"\d+")
_REFERENCES = {f"{W}headerReference": "header", f"{W}footerReference": "footer"}
_NOTES = ("footnotes", "endnotes")


def roles(parts: Parts, main: str, body: etree._Element) -> dict[Role, str]:
    """The part of each role; a section without a header of its own has that of the section before."""
    names = {identity: name for identity, _, name in relations(parts, main)}
    found = {(kind, 0, ""): name for kind in _NOTES for _, name in related(parts, main, kind)}
    current: dict[tuple[str, str], str] = {}
    for number, section in enumerate(body.iter(f"{W}sectPr")):
        current |= {kind: names[identity] for kind, identity in _references(section) if identity in names}
        found |= {(kind, number, page): name for (kind, page), name in current.items()}
    return found


def _references(section: etree._Element) -> Iterator[tuple[tuple[str, str], str]]:
    for reference in section.iterchildren(*_REFERENCES):
        kind = _REFERENCES[str(reference.tag)], str(reference.get(f"{W}type"))
        yield kind, str(reference.get(f"{{{OFFICE}}}id"))


def counterparts(
    ours: Mapping[Role, str], theirs: Mapping[Role, str], texts: Mapping[str, str], own: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Parts of the first file and of the second that are the same: by words, numbers aside, by roles, by name.

    `texts` and `own` are the words of the parts of the first and of the second; a part may have several counterparts.
    """
    kinds = {name: role[0] for role, name in ours.items()}
    for name, kind in sorted({name: role[0] for role, name in theirs.items()}.items()):
        shared = Counter(ours[role] for role, part in theirs.items() if part == name and role in ours)
        alike = {part for part in kinds if _plain(texts[part]) == _plain(own[name])}
        ranked = [
            ((part in alike, shared[part], part == name), part)
            for part in sorted(kinds)
            if kinds[part] == kind and (part in alike or shared[part])
        ]
        if ranked:
            yield max(ranked)[1], name


def _plain(text: str) -> str:
    return _NUMBER.sub("#", " ".join(text.split()))
