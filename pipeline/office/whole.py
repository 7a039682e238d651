"""Whether an Office file is whole: a zip whose parts are all XML that can be read, with all they lead to."""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

from pipeline.office.archive import Refused, unpacked
from pipeline.office.package import CONTENT_TYPES
from pipeline.office.relations import Parts, inner, parse

_MARKUP = (".xml", ".rels")
_RELATIONS = ".rels"
_REMEMBERED, _SMALL = 64, 2**16
"""So many small parts are remembered as sound: styles and settings are the same in all papers of a template."""


def whole(content: bytes) -> Parts:
    """The parts of a finished file that Word opens without repairing it.

    Raises `Refused` with the name of the part that is damaged, missing or of no known kind.
    """
    parts = unpacked(content)
    for name, part in parts.items():
        if name.endswith(_MARKUP):
            _check(name, part)
    for name in parts:
        if name.endswith(_RELATIONS):
            for target in inner(parts, name):
                if target not in parts:
                    raise Refused("damaged", target)
    _check_kinds(parts)
    return parts


def _check(name: str, part: bytes) -> None:
    try:
        (_sound if len(part) <= _SMALL else parse)(part)
    except etree.XMLSyntaxError as error:
        raise Refused("damaged", name) from error


@lru_cache(_REMEMBERED)
def _sound(part: bytes) -> bool:
    return len(parse(part)) >= 0


def _check_kinds(parts: Parts) -> None:
    """Every part has its kind among the content types."""
    if CONTENT_TYPES not in parts:
        raise Refused("damaged", CONTENT_TYPES)
    entries = list(parse(parts[CONTENT_TYPES]))
    named = {str(entry.get("PartName")).lstrip("/").casefold() for entry in entries}
    endings = {str(entry.get("Extension")).casefold() for entry in entries}
    for name in parts:
        folded = name.casefold()
        if name != CONTENT_TYPES and folded not in named and folded.rpartition(".")[2] not in endings:
            raise Refused("damaged", name)
