"""Which paragraph, table and row of one story is which of another, in one order for both."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from lxml import etree

from pipeline.office.blocks import TABLE, P, W, cells, rows, text_of
from pipeline.office.pairs import Pair, in_order, pairs

Elements = Sequence[etree._Element]


def in_flow(ours: Elements, theirs: Elements) -> list[Pair]:
    """The pairs of paragraphs, and of tables, that lie in a body or in a cell."""
    found = _alike(ours, theirs)
    ends = [(-1, -1), *sorted(found.items()), (len(ours), len(theirs))]
    for (i1, j1), (i2, j2) in pairwise(ends):
        left = [i for i in range(i1 + 1, i2) if ours[i].tag == TABLE]
        right = [j for j in range(j1 + 1, j2) if theirs[j].tag == TABLE]
        found |= {i: j for i, j in zip(left, right, strict=False) if _head(ours[i]) == _head(theirs[j])}
    _meet_at_the_end(found, ours, theirs)
    return in_order(found, len(ours), len(theirs))


def of_rows(ours: Elements, theirs: Elements) -> list[Pair]:
    """The pairs of the rows of two tables; only rows of the same cells are a pair."""
    found = {i: j for i, j in _alike(ours, theirs).items() if _shape(ours[i]) == _shape(theirs[j])}
    return in_order(found, len(ours), len(theirs))


def _alike(ours: Elements, theirs: Elements) -> dict[int, int]:
    """The pairs of one kind whose words are alike."""
    found = pairs([_words(one) for one in ours], [_words(one) for one in theirs], moved=False)
    return {i: j for i, j in found if i is not None and j is not None and ours[i].tag == theirs[j].tag}


def _words(element: etree._Element) -> str:
    if element.tag != TABLE:
        return text_of(element)
    return "\n".join(text_of(row) for row in rows(element))


def _head(table: etree._Element) -> str:
    return next(map(text_of, rows(table)), "")


def _shape(row: etree._Element) -> list[str]:
    """How many columns each cell of a row takes."""
    spans = (cell.find(f"{W}tcPr/{W}gridSpan") for cell in cells(row))
    return ["1" if span is None else str(span.get(f"{W}val")) for span in spans]


def _meet_at_the_end(found: dict[int, int], ours: Elements, theirs: Elements) -> None:
    """Have the last paragraphs be a pair where they are no end of a pair: the end of a story cannot be struck out.

    What follows the last pair may be paragraphs that were only added, or only taken out: the end moves to them.
    """
    last, other = max(found.items(), default=(-1, -1))
    after, added = ours[last + 1 :], theirs[other + 1 :]
    whole = bool(found) and ours[last].tag == P and all(one.tag == P for one in (*after, *added))
    if (whole and not (after and added)) or not (ours and theirs and ours[-1].tag == theirs[-1].tag == P):
        return
    for i in [i for i, j in found.items() if i == len(ours) - 1 or j == len(theirs) - 1]:
        del found[i]
    found[len(ours) - 1] = len(theirs) - 1
