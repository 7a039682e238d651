"""A finished Word file against Decree 30: what deviates from the official page, each with its article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.decree30.check_basis import Text, check_basis
from pipeline.decree30.check_body import check_body
from pipeline.decree30.check_counts import check_counts
from pipeline.decree30.check_letters import check_letters
from pipeline.decree30.check_lines import check_lines
from pipeline.decree30.check_lists import check_lists
from pipeline.decree30.check_page import check_page
from pipeline.decree30.check_parts import check_parts
from pipeline.decree30.check_text import check_text
from pipeline.decree30.check_words import check_words
from pipeline.decree30.layout import Layout
from pipeline.decree30.marks import Mark, mark
from pipeline.decree30.reading import laid_out
from pipeline.decree30.roles import roles_of
from pipeline.office.relations import Parts

RULES = (
    check_page, check_parts, check_lines, check_body, check_text, check_letters, check_words, check_lists, check_counts,
)  # fmt: skip


def check(parts: Parts, file: str, texts: Iterable[Text] = ()) -> list[Mark]:
    """What is to be said of a Word file, in the order of its paragraphs, the pages first.

    `texts` is the register of legal texts that a basis is looked up in.
    """
    found = dict.fromkeys(one.within(file) for one in _found(laid_out(parts), texts))
    return sorted(found, key=lambda one: -1 if one.index is None else one.index)


def _found(layout: Layout, texts: Iterable[Text]) -> Iterator[Mark]:
    roles = roles_of(layout)
    if roles.party:
        yield mark("TT30-00", "đầu văn bản")
        return
    for rule in RULES:
        yield from rule(layout, roles)
    yield from check_basis(roles, texts)
