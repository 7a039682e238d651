"""The properties of a table's cells where docxtpl's tags change them: `colspan`, `cellbg`, `vm`, `hm`."""

from __future__ import annotations

import re

CELL_PROPERTIES = (
    "cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar",
    "textDirection", "tcFitText", "vAlign", "hideMark", "headers",
)  # fmt: skip
"""In the order of the schema."""
_ASKED = re.compile(r"\{%\s*(?:colspan|cellbg|vm|hm)\b")
_BARE = re.compile(r"(<w:tc(?: [^>]*)?>)(?!<w:tcPr[ />])")
_PROPERTIES = re.compile(r"(?<=<w:tcPr>)(?:(?!<w:tcPr[ >]|<w:tcPrChange).)*?(?=</w:tcPr>)", re.DOTALL)
_SIGNS = r"(?:\{\{.*?\}\}|\{%.*?%\}|[^<>])*?"
_PROPERTY = re.compile(rf"<w:(\w+){_SIGNS}(?:/>|>.*?</w:\1>)", re.DOTALL)


def asked(xml: str) -> bool:
    """Whether a part holds a tag that changes a cell."""
    return bool(_ASKED.search(re.sub(r"<[^>]*>", "", xml)))


def prepared(xml: str) -> str:
    """The part with properties for every cell, so that docxtpl finds a place for its own."""
    return _BARE.sub(r"\1<w:tcPr></w:tcPr>", xml.replace("<w:tcPr/>", "<w:tcPr></w:tcPr>"))


def ordered(xml: str) -> str:
    """The part with the properties of its cells in the order of the schema."""
    return _PROPERTIES.sub(lambda found: _sorted(found[0]), xml)


def _sorted(properties: str) -> str:
    found = list(_PROPERTY.finditer(properties))
    if sum(len(one[0]) for one in found) != len(properties):  # something else stands between them
        return properties
    return "".join(one[0] for one in sorted(found, key=lambda one: _place(one[1])))


def _place(name: str) -> int:
    return CELL_PROPERTIES.index(name) if name in CELL_PROPERTIES else len(CELL_PROPERTIES)
