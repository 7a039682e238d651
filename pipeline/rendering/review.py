"""A copy of a template with a Word comment at each of its faults; without the comments it is the same template."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from pipeline.office import package
from pipeline.office.comments import add_comments
from pipeline.office.relations import parse, related
from pipeline.rendering.faults import Fault
from pipeline.rendering.safety import opened
from pipeline.rendering.tags import Spot, W, heading_styles, spots

BODY = "thân văn bản"
_STYLES = "word/styles.xml"
_MARKS = re.compile(r"(?<=\{)(?=[{%#])|(?<=[}%#])(?=\})")
_UNSEEN = "\u200b"
"""Stands between the signs of a tag that is only spoken of, so that nothing is filled in there."""


def reviewed(name: str, content: bytes, faults: Iterable[Fault]) -> bytes:
    """The template with its faults marked; those outside the body at the first paragraph, with the part's name.

    Raises `TemplateFault` for a file that no template may be.
    """
    parts = opened(name, content)
    ((_, main),) = related(parts, "", "officeDocument")
    root = parse(parts[main])
    headings = heading_styles(parts[_STYLES]) if _STYLES in parts else frozenset()
    paragraphs = list(zip(spots(root, headings), root.iter(f"{W}p"), strict=True))
    add_comments(parts, main, root, [(_place(fault, paragraphs), _words(fault)) for fault in faults])
    return package.write(parts)


def _place(fault: Fault, paragraphs: list[tuple[Spot, etree._Element]]) -> etree._Element:
    """The paragraph of a fault: where it is said to be, the one with its tag before others of the same cell."""
    there = [pair for pair in paragraphs if fault.part == BODY and pair[0].where == fault.where]
    told = [pair for pair in there if fault.tag in pair[0].text]
    return (told or there or paragraphs)[0][1]


def _words(fault: Fault) -> str:
    place = "" if fault.part == BODY else " › ".join(filter(None, (fault.part, fault.where)))
    words = ": ".join(filter(None, (place, fault.tag, fault.message)))
    return _MARKS.sub(_UNSEEN, f"{words}. Sửa xong thì xóa nhận xét này.")
