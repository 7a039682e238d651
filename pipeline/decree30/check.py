"""A finished Word file against the rules of form: what deviates from the official page, each with its article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.decree30.check_basis import Text, check_basis
from pipeline.decree30.check_body import check_body
from pipeline.decree30.check_counts import check_counts
from pipeline.decree30.check_letters import check_letters
from pipeline.decree30.check_lines import check_lines
from pipeline.decree30.check_lists import check_lists
from pipeline.decree30.check_page import check_page, check_sections, check_start
from pipeline.decree30.check_parts import check_parts
from pipeline.decree30.check_text import check_text
from pipeline.decree30.check_words import check_words
from pipeline.decree30.layout import Layout
from pipeline.decree30.marks import Mark, mark
from pipeline.decree30.papers import papers_of
from pipeline.decree30.profiles import Profile
from pipeline.decree30.reading import laid_out
from pipeline.decree30.roles import Roles, roles_of
from pipeline.office.relations import Parts

RULES = (
    check_page, check_parts, check_lines, check_body, check_text, check_letters, check_words, check_lists, check_counts,
)  # fmt: skip

_OF_A_PAPER = ("motto", "number", "type", "recipients", "capacity")
"""Among several papers, what has none of these is a cover or a list of contents."""


def check(parts: Parts, file: str, texts: Iterable[Text] = ()) -> list[Mark]:
    """What is to be said of a Word file, the same of a paragraph once: the pages first, then as they are read.

    `texts` is the register of legal texts that a basis is looked up in.
    """
    found: dict[tuple[str, str, str], Mark] = {}
    for one in _found(laid_out(parts), tuple(texts)):
        found.setdefault((one.finding.code, one.finding.place, one.finding.found), one.within(file))
    return sorted(found.values(), key=lambda one: -1 if one.index is None else one.index)


def _found(layout: Layout, texts: tuple[Text, ...]) -> Iterator[Mark]:
    """The pages once, then each paper by itself under the rules of form that its head tells."""
    papers = papers_of(layout)
    named = [(start, paper, roles_of(paper)) for start, paper in papers]
    starts = {start for start, _ in papers}
    first = named[0][2].profile
    begun = frozenset(number for number, one in enumerate(layout.sections) if one.begins in starts)
    yield from _under(first, check_sections(layout, begun, first))
    for start, paper, roles in named:
        alone = len(papers) == 1 or roles.of(*_OF_A_PAPER)
        official = roles if alone else replace(roles, official=False)
        found = list(_under(roles.profile, _of_paper(paper, official, start, texts)))
        if roles.profile.party and found:
            yield mark("TT30-00", paper.paragraphs[0])
        yield from (_of_file(one, start) for one in found)


def _of_paper(paper: Layout, roles: Roles, start: int, texts: tuple[Text, ...]) -> Iterator[Mark]:
    if start:
        yield from check_start(paper)
    for rule in RULES:
        yield from rule(paper, roles)
    yield from check_basis(roles, texts)


def _under(profile: Profile, found: Iterable[Mark]) -> Iterator[Mark]:
    """What the rules of a profile say; those that were only told by others warn, and name their text."""
    for one in found:
        if not one.finding.code.startswith(profile.silent):
            yield one if profile.certainty == "CONFIRMED" else one.warned(profile.source)


def _of_file(one: Mark, start: int) -> Mark:
    """A finding of a paper at its place in the file; what is in a header stands at no paragraph."""
    if one.index is None or (not start and one.index >= 0):
        return one
    return replace(one, index=one.index + start if one.index >= 0 else None)
