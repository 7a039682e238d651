"""A finished Word file against Decree 30: what deviates from the official page, each with its article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.decree30.check_body import check_body
from pipeline.decree30.check_page import check_page, check_sections, check_start
from pipeline.decree30.check_parts import check_parts
from pipeline.decree30.check_text import check_text
from pipeline.decree30.layout import Layout
from pipeline.decree30.marks import Mark, mark
from pipeline.decree30.papers import papers_of
from pipeline.decree30.reading import laid_out
from pipeline.decree30.roles import Roles, roles_of
from pipeline.office.relations import Parts

RULES = (check_page, check_parts, check_body, check_text)

_OF_A_PAPER = ("motto", "number", "type", "recipients", "capacity")
"""Among several papers, what has none of these is a cover or a list of contents."""


def check(parts: Parts, file: str) -> list[Mark]:
    """What is to be said of a Word file, the same of a paragraph once: the pages first, then as they are read."""
    found: dict[tuple[str, str, str], Mark] = {}
    for one in _found(laid_out(parts)):
        found.setdefault((one.finding.code, one.finding.place, one.finding.found), one.within(file))
    return sorted(found.values(), key=lambda one: -1 if one.index is None else one.index)


def _found(layout: Layout) -> Iterator[Mark]:
    """The pages once, then each paper by itself; those of the Party are left to their own rules."""
    papers = papers_of(layout)
    named = [(start, paper, roles_of(paper)) for start, paper in papers]
    if all(roles.party for _, _, roles in named):
        yield mark("TT30-00", "đầu văn bản")
        return
    starts = {start for start, _ in papers}
    yield from check_sections(layout, frozenset(n for n, one in enumerate(layout.sections) if one.begins in starts))
    for start, paper, roles in named:
        alone = len(papers) == 1 or roles.of(*_OF_A_PAPER)
        official = roles if alone else replace(roles, official=False)
        yield from (_of_file(one, start) for one in _of_paper(paper, official, start))


def _of_paper(paper: Layout, roles: Roles, start: int) -> Iterator[Mark]:
    if roles.party:
        yield mark("TT30-00", paper.paragraphs[0])
        return
    if start:
        yield from check_start(paper)
    for rule in RULES:
        yield from rule(paper, roles)


def _of_file(one: Mark, start: int) -> Mark:
    """A finding of a paper at its place in the file; what is in a header stands at no paragraph."""
    if one.index is None or (not start and one.index >= 0):
        return one
    return replace(one, index=one.index + start if one.index >= 0 else None)
