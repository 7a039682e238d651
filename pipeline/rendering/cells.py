"""The properties of cells where tags change them: docxtpl's `colspan`, `cellbg`, `vm`, `hm`, and our `gop`."""

from __future__ import annotations

import re

CELL_PROPERTIES = (
    "cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar",
    "textDirection", "tcFitText", "vAlign", "hideMark", "headers",
)  # fmt: skip
"""In the order of the schema."""
_ASKED = re.compile(r"\{%\s*(?:colspan|cellbg|vm|hm|gop)\b")
_MERGED = re.compile(r"\{%\s*gop\s*%\}")
_CELL = re.compile(r"<w:tc[ >](?:(?!<w:tc[ >]).)*?</w:tc>", re.DOTALL)
EQUAL = "equal"
"""The mark of a cell that is merged with those above it that say the same; no Word file has it."""
_BARE = re.compile(r"(<w:tc(?: [^>]*)?>)(?!<w:tcPr[ />])")
_PROPERTIES = re.compile(r"(?<=<w:tcPr>)(?:(?!<w:tcPr[ >]|<w:tcPrChange).)*?(?=</w:tcPr>)", re.DOTALL)
_SIGNS = r"(?:\{\{.*?\}\}|\{%.*?%\}|[^<>])*?"
_PROPERTY = re.compile(rf"<w:(\w+){_SIGNS}(?:/>|>.*?</w:\1>)", re.DOTALL)


def asked(xml: str) -> bool:
    """Whether a part holds a tag that changes a cell."""
    return bool(_ASKED.search(re.sub(r"<[^>]*>", "", xml)))


def prepared(xml: str) -> str:
    """The part with properties for every cell, so that there is a place for more; `{% gop %}` is a mark in them."""
    return _CELL.sub(_marked, _BARE.sub(r"\1<w:tcPr></w:tcPr>", xml.replace("<w:tcPr/>", "<w:tcPr></w:tcPr>")))


def _marked(cell: re.Match[str]) -> str:
    if not _MERGED.search(cell[0]):
        return cell[0]
    single = re.sub(r"<w:vMerge[^>]*/>", "", _MERGED.sub("", cell[0]))
    return single.replace("<w:tcPr>", f'<w:tcPr><w:vMerge w:val="{EQUAL}"/>', 1)


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
