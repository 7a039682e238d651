"""The official page of the finished papers: what is found in their bytes, at the cell or the template it comes from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.papers import place_of, template_of
from pipeline.problems import Finding, Place, Problem

if TYPE_CHECKING:
    from pipeline.decree30.marks import Mark
    from pipeline.dossier import Dossier
    from pipeline.office.relations import Parts
    from pipeline.papers import Papers
    from pipeline.releases.carry import Made
    from pipeline.typed import Typed

_LOOKS = re.compile(r"TT30-(?:0[1-9]|1[0-24-9]|3[0-2])")
"""Rules of pages, letters and spacing, which no typed text can break or keep; the others are about words."""
_CASE, _TITLE, _QUOTES = "TT30-13", "TT30-41", "TT30-63"
_CITED, _NUMBER = ("TT30-65", "TT30-66"), re.compile(r"\d/\d{4}/")
_GENERAL = "Thông tin"
"""The sheet that fills the head and the foot of every paper."""
_WHOLE, _MOST = 0.8, 0.5
"""So much of a paragraph must be typed for the cell to be named: in an office's own template, in a stock one."""
_NAMED = 3


@dataclass(frozen=True)
class Found:
    """A finding in a paper: the paper's file, where it can be mended."""

    file: str
    place: Place
    finding: Finding

    @property
    def words(self) -> str:
        """The paragraph it is about, or its place where there are no words."""
        return f"“{self.finding.text}”" if self.finding.text else self.finding.place


def check_documents(papers: Papers, dossier: Dossier, typed: Typed) -> Iterator[Problem]:
    """What the finished papers have against the official page; the same of one cell or template is one problem."""
    groups: dict[tuple[Place, str, str], list[Found]] = {}
    for made in papers.made:
        for found in _found(made, dossier, typed) if made.file.endswith(".docx") else ():
            if papers.ranked and found.finding.code == _TITLE:
                continue
            groups.setdefault((found.place, found.finding.code, found.finding.found), []).append(found)
    return map(_problem, groups.values())


def marks_of(parts: Parts, file: str) -> list[Mark]:
    """What a paper of ours has against the official page."""
    from pipeline.decree30.check import check
    from pipeline.law.basis import REGISTER

    return check(parts, file, REGISTER)


def _found(made: Made, dossier: Dossier, typed: Typed) -> Iterator[Found]:
    from pipeline.office.archive import unpacked

    parts = unpacked(made.content)
    marks = marks_of(parts, made.file)
    texts = _paragraphs(parts) if marks else []
    own = place_of(template_of(made.kind, dossier), dossier)
    for mark in marks:
        if mark.finding.code in _CITED and mark.index is not None and _is_cited(texts[mark.index], typed):
            continue
        yield Found(made.file, _place(mark, texts, own, typed), mark.finding)


def _is_cited(paragraph: str, typed: Typed) -> bool:
    """Whether the office cites the text itself: what is wrong with it was said at its cell."""
    return typed.cell_of(paragraph, lambda text: bool(_NUMBER.search(text)), sheet="Căn cứ") is not None


def _paragraphs(parts: Parts) -> list[str]:
    """The words of every paragraph, under the numbers that the marks bear."""
    from pipeline.decree30.letters import elements, read_run, stored_runs
    from pipeline.decree30.reading import body_of

    _, root = body_of(parts)
    return ["".join(read_run(run)[0] for run in stored_runs(element)) for element in elements(root)]


def _place(mark: Mark, texts: list[str], own: Place, typed: Typed) -> Place:
    """Where a person mends it: the cell of the words, else the dossier's own template, else the general sheet."""
    if mark.index is not None and not (own.file and _LOOKS.fullmatch(mark.finding.code)):
        suspected = _suspected(mark.finding)
        share = 0 if suspected is not _any else _WHOLE if own.file else _MOST
        if cell := typed.cell_of(texts[mark.index], suspected, share):
            return cell
    return own if own.file else typed.sheet(_GENERAL)


def _any(text: str) -> bool:
    return True


def _suspected(finding: Finding) -> Callable[[str], bool]:
    """Which typed texts may be what a finding is about: those that hold the words it quotes."""
    if finding.code == _CASE:
        return str.isupper
    if finding.code == _QUOTES:
        return lambda text: not set(text).isdisjoint('"' if "“" in finding.expected else "“”")
    quoted = re.findall("“(.+?)”", finding.found)
    return (lambda text: any(words in text for words in quoted)) if quoted else _any


def _problem(group: list[Found]) -> Problem:
    """One problem for the person who mends it: a warning at most, for the paper goes out."""
    first = group[0].finding
    others = len({found.words for found in group}) - 1
    more = f" và {others} chỗ khác" if others else ""
    article = f" ({first.article})" if first.article else ""
    message = f"trong {_named(found.file for found in group)}, {group[0].words}{more}: {first.found}{article}"
    level = "CẢNH BÁO" if first.level == "LỖI" else first.level
    return Problem(level, first.code, group[0].place, first.found, message, first.remedy)


def _named(files: Iterable[str]) -> str:
    """The papers, each once; the first of many."""
    names = list(dict.fromkeys(files))
    more = f" và {len(names) - _NAMED} văn bản khác" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
