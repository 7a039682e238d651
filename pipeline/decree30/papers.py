"""Where the papers of one file begin: each with its own Quốc hiệu, its annexes behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.decree30.boxes import box_of
from pipeline.decree30.foot import annexes_of
from pipeline.decree30.format import MOTTO, PARTY, WATCHWORD
from pipeline.decree30.layout import Layout, Paragraph
from pipeline.decree30.pieces import is_line, pieces_of
from pipeline.vietnamese.text import bare

_LIKE_MOTTO = re.compile(r"(?:^|[\t\n])\s*(?:c\S{1,6}ng h|đ\S{1,6}ng c)", re.IGNORECASE)
_MOTTOS = (bare(MOTTO), bare(PARTY))
_WATCHWORD = bare(WATCHWORD)
_ROWS = 6
"""A head is no table of more rows."""
_HEAD = 12
"""A head has no more lines than so many below its motto."""
_ABOVE = 4
_FORM = re.compile(r"(?:biểu )?mẫu\b", re.IGNORECASE)
_OVER = re.compile(r"(?:biểu )?mẫu\b|dự thảo", re.IGNORECASE)
_OPEN = re.compile(r"…|\.{4}|_{4}")
"""Room in a form."""
_FRONT = 60
"""A head ends within so many lines."""


def papers_of(layout: Layout) -> list[tuple[int, Layout]]:
    """The papers of a file, each a layout of its own, and the index at which it begins."""
    starts = [0, *(start for start in _starts(layout) if start)]
    if len(starts) == 1:
        return [(0, layout)]
    ends = [*starts[1:], len(layout.paragraphs)]
    return [(start, _slice(layout, start, end)) for start, end in zip(starts, ends, strict=True)]


def _slice(layout: Layout, start: int, end: int) -> Layout:
    paragraphs = (replace(one, index=one.index - start) for one in layout.paragraphs[start:end])
    sections = (replace(one, begins=one.begins - start) for one in layout.sections if start <= one.begins < end)
    return replace(layout, paragraphs=tuple(paragraphs), sections=tuple(sections))


def _starts(layout: Layout) -> Iterator[int]:
    """Where papers begin; what stands over the first head belongs to its paper, unless it is an annex or long."""
    mottos = list(_mottos(layout.paragraphs))
    annexes = [annex.index for annex in annexes_of(layout.paragraphs)] if len(mottos) > 1 else []
    paper = -1
    for motto in mottos:
        start = _start(layout, motto, paper + 1)
        annexed = paper >= 0 and any(paper < annex < start for annex in annexes)
        if annexed and _is_form(layout.paragraphs, start, motto):
            continue
        if paper >= 0 or _is_apart(layout.paragraphs[:start], annexes):
            yield start
        paper = motto


def _is_apart(front: Sequence[Paragraph], annexes: Sequence[int]) -> bool:
    """Whether what stands over the first head is no part of its paper."""
    lines = sum(1 for paragraph in front if paragraph.text.strip())
    return lines > _FRONT or any(annex < len(front) for annex in annexes)


def _mottos(paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    """The lines with Quốc hiệu, the first words of a head."""
    long = {one.cell.table for one in paragraphs if one.cell and one.cell.row > _ROWS}
    for paragraph in paragraphs:
        if _LIKE_MOTTO.search(paragraph.text) and not (paragraph.cell and paragraph.cell.table in long):
            words = {piece.words for piece in pieces_of(paragraph)}
            if words.intersection(_MOTTOS) and _has_watchword(paragraphs, paragraph.index, words):
                yield paragraph.index


def _has_watchword(paragraphs: Sequence[Paragraph], motto: int, words: set[str]) -> bool:
    below = (piece.words for one in paragraphs[motto : motto + _HEAD] for piece in pieces_of(one))
    return bare(PARTY) in words or _WATCHWORD in below


def _start(layout: Layout, motto: int, least: int) -> int:
    """The first line of a head: of its table, and of what may stand over it, back to the beginning of its section."""
    paragraphs = layout.paragraphs
    cell, start = paragraphs[motto].cell, motto
    while cell and start > least and (above := paragraphs[start - 1].cell) and above.table == cell.table:
        start -= 1
    begins = max((one.begins for one in layout.sections if one.begins <= start), default=0)
    if sum(1 for one in paragraphs[begins:start] if one.text.strip()) <= _ABOVE:
        return max(begins, least)
    while start > least and _is_over(paragraphs[start - 1]):
        start -= 1
    return start


def _is_over(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    return not text or paragraph.boxed or is_line(text) or bool(_OVER.match(text) or box_of(text))


def _is_form(paragraphs: Sequence[Paragraph], start: int, motto: int) -> bool:
    """Whether a head in an annex is a form to be filled: named so above it, or with rows of dots."""
    head = paragraphs[max(0, start - _ABOVE) : motto + _HEAD]
    return any((_OPEN.search(one.text) and not is_line(one.text)) or _FORM.match(one.text.strip()) for one in head)
