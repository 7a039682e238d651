"""The XML of a part as the source of a Jinja template: docxtpl's own reading of its tags, and one of ours."""

from __future__ import annotations

import re
from typing import cast

_CELL = re.compile(r"<w:tc>(?:(?!<w:tc>).)*?</w:tc>", re.DOTALL)
_MERGE = re.compile(r"\{%\s*gop\s*%\}")
EQUAL = "equal"
"""The mark of a cell that is merged with those above it that say the same; no Word file has it."""


def patched(xml: str) -> str:
    """The part with each tag where Jinja wants it.

    Beyond docxtpl: `{% gop %}` in a cell merges it with the cells above that say the same.
    """
    from docxtpl import DocxTemplate

    return DocxTemplate.patch_xml(cast(DocxTemplate, None), _CELL.sub(_marked, xml))  # asks nothing of a template


def _marked(cell: re.Match[str]) -> str:
    """A cell with `{% gop %}`: the tag taken out, the mark put in before what follows it in the schema."""
    if not _MERGE.search(cell[0]):
        return cell[0]
    mark = f'<w:vMerge w:val="{EQUAL}"/>'
    marked = re.sub(r"<w:vMerge[^>]*/>", "", _MERGE.sub("", cell[0]))
    properties = re.search(r"<w:tcPr>.*?</w:tcPr>|<w:tcPr/>", marked, re.DOTALL)
    if properties is None:
        return marked.replace("<w:tc>", f"<w:tc><w:tcPr>{mark}</w:tcPr>", 1)
    inner = properties[0].removeprefix("<w:tcPr>").removesuffix("</w:tcPr>") if properties[0] != "<w:tcPr/>" else ""
    before = re.match(r"(?:<w:(?:cnfStyle|tcW|gridSpan|hMerge)\b[^>]*/>)*", inner)
    at = before.end() if before else 0
    return marked.replace(properties[0], f"<w:tcPr>{inner[:at]}{mark}{inner[at:]}</w:tcPr>", 1)
