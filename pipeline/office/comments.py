"""Comments in a Word file: each stands at a paragraph of the body, or at runs of one, beside those that are there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from pipeline.office.relations import Parts, declare, free_name, parse, relate, related, written

AUTHOR = "Kiểm tra"
_INITIALS, _DAY = "KT", "2000-01-01T00:00:00Z"
"""Every comment bears this day: what is written does not tell the clock."""
_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{_SPACE}}}"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_USUAL = "word/comments.xml"
_KEEP = "{http://www.w3.org/XML/1998/namespace}space"


Spot = etree._Element | Sequence[etree._Element]
"""A paragraph, or the runs of one from the first to the last."""


def add_comments(parts: Parts, part: str, root: etree._Element, texts: Iterable[tuple[Spot, str]]) -> None:
    """Put each text at its place in `root`, the XML of the part; its lines are paragraphs of the comment."""
    name = next((target for _, target in related(parts, part, "comments")), None)
    if name is None:
        name = next(one for one in (_USUAL, free_name(parts, "word/comments{}.xml")) if one not in parts)
        parts[name] = f'<w:comments xmlns:w="{_SPACE}"/>'.encode()
        relate(parts, part, "comments", name)
        declare(parts, name, _TYPE)
    comments = parse(parts[name])
    taken = [int(comment.get(f"{_W}id", "-1")) for comment in comments]
    for number, (spot, text) in enumerate(texts, max(taken, default=-1) + 1):
        comments.append(_comment(number, text))
        if isinstance(spot, etree._Element):
            _anchor(_outermost(spot), number)
        else:
            _anchor_runs(spot[0], spot[-1], number)
    parts[name], parts[part] = written(comments), written(root)


def _comment(number: int, text: str) -> etree._Element:
    said = {f"{_W}id": str(number), f"{_W}author": AUTHOR, f"{_W}date": _DAY, f"{_W}initials": _INITIALS}
    comment = etree.Element(f"{_W}comment", said)
    for line in text.split("\n"):
        words = etree.SubElement(etree.SubElement(etree.SubElement(comment, f"{_W}p"), f"{_W}r"), f"{_W}t")
        words.text = line
        words.set(_KEEP, "preserve")
    return comment


def _outermost(paragraph: etree._Element) -> etree._Element:
    """The paragraph that holds it, for one in a text box, where Word takes no comment."""
    return next(reversed(list(paragraph.iterancestors(f"{_W}p"))), paragraph)


def _anchor(paragraph: etree._Element, number: int) -> None:
    identity = {f"{_W}id": str(number)}
    has_properties = len(paragraph) > 0 and paragraph[0].tag == f"{_W}pPr"
    paragraph.insert(int(has_properties), etree.Element(f"{_W}commentRangeStart", identity))
    etree.SubElement(paragraph, f"{_W}commentRangeEnd", identity)
    paragraph.append(_reference(identity))


def _anchor_runs(first: etree._Element, last: etree._Element, number: int) -> None:
    identity = {f"{_W}id": str(number)}
    first.addprevious(etree.Element(f"{_W}commentRangeStart", identity))
    last.addnext(_reference(identity))
    last.addnext(etree.Element(f"{_W}commentRangeEnd", identity))


def _reference(identity: dict[str, str]) -> etree._Element:
    run = etree.Element(f"{_W}r")
    etree.SubElement(run, f"{_W}commentReference", identity)
    return run
