"""What a template proves before it is filled: whatever is asked and repeated, each part comes out well-formed.

Every branch of an `{% if %}` and every round of a `{% for %}` must leave the same elements open that it found open;
so no filled document has to be parsed to be sure of it. What the tags alone cannot prove (a table may lose all its
rows, a row its columns, and which rows stay on one page) is noted: such a part is tidied after it was filled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import cast

from jinja2 import nodes

from pipeline.rendering.cells import EQUAL
from pipeline.rendering.faults import BROKEN, Misplaced

_TAG = re.compile(r"<(/?)([\w:.-]+)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?(/?)>")
_HOLDERS = {f"w:{name}" for name in ("document", "body", "hdr", "ftr", "footnotes", "footnote", "endnotes", "endnote",
                                     "comments", "comment", "tbl", "tr", "tc", "p", "r")}  # fmt: skip
_BLOCKS = {"w:tbl", "w:sdt", "w:customXml"}
_STORIES = {"w:tc", "w:hdr", "w:ftr", "w:body"}
MARKUP, WORDS, COUNTED, DRAWN, EMPTIED = "as markup", "as words", "as counted", "as drawn", "as emptied"
"""The filters around an expression that stands where only whole runs may stand, and where none may; around what a loop
goes through; and in the place of the number of a drawing that is repeated. No template can name them."""
_NUMBER = re.compile(r"(<wp:docPr\b[^>]*?\bid=\")\d+(?=\")")


@dataclass
class _Element:
    """An element that is open: under how many questions and loops it was opened, and what it holds for sure."""

    name: str
    depth: int
    sure: set[str] = field(default_factory=set)
    ended: bool = False
    """Whether it surely ends with a paragraph, as far as it is known."""
    loops: list[nodes.For] = field(default_factory=list)
    """Of a table: the loops over its rows."""
    stays: bool = False
    """Whether a table has rows that say something, or follow its loops, whatever the loops give."""


def proven(tree: nodes.Template) -> bool:
    """Whether the part needs no tidying once it is filled. Expressions between runs are marked on the way.

    Raises `Misplaced` for tags that would break the document or lose words, with the line of the tag.
    """
    walk = _Walk()
    walk.block(tree.body)
    if walk.open or walk.unfinished:
        raise Misplaced(BROKEN, 0)
    return not walk.doubts


class _Walk:
    def __init__(self) -> None:
        self.open: list[_Element] = []
        self.unfinished = ""
        """The beginning of an XML tag whose attribute is printed by a template's tag."""
        self.doubts = False
        self._depth = 0
        self._loops = 0
        self._sections = 0

    def block(self, block: Iterable[nodes.Node]) -> None:
        for node in block:
            if isinstance(node, nodes.Output):
                self._output(node)
            elif isinstance(node, nodes.If):
                self._keep_table(within=True)
                self._branches(node, (node.body, *(other.body for other in node.elif_), node.else_))
            elif isinstance(node, nodes.For):
                node.iter = _filtered(node.iter, COUNTED)
                if self.open and self.open[-1].name == "w:tbl" and self.open[-1].depth == self._depth:
                    self.open[-1].loops.append(node)
                self._loops += 1
                self._branches(node, (node.body, node.else_))
                self._loops -= 1

    def _branches(self, node: nodes.Node, branches: Iterable[Iterable[nodes.Node]]) -> None:
        """Every branch must come back to the elements that were open before it."""
        before, unfinished = [element.name for element in self.open], self.unfinished
        self._depth += 1
        for branch in branches:
            self.unfinished = unfinished
            self.block(branch)
            if [element.name for element in self.open] != before or not _goes_on(unfinished, self.unfinished):
                raise Misplaced(BROKEN, node.lineno)
        self.unfinished = unfinished
        self._depth -= 1

    def _output(self, node: nodes.Output) -> None:
        node.nodes = [printed for child in node.nodes for printed in self._printed(child)]

    def _printed(self, node: nodes.Expr) -> Iterable[nodes.Expr]:
        """What is printed for a piece of the template, by where it stands."""
        if isinstance(node, nodes.TemplateData):
            self._data(node)
            return _numbered(node) if self._loops else (node,)
        self._keep_table()
        if self.unfinished or not self.open:
            return (_filtered(node, WORDS),)
        if self.open[-1].name in _HOLDERS:
            return (_filtered(node, MARKUP),)
        return (node,) if self.open[-1].name == "w:t" else (_filtered(node, WORDS),)

    def _keep_table(self, within: bool = False) -> None:
        """The tables that are open stay, for a row of their own says something; `within`: asked between rows."""
        if not within or (self.open and self.open[-1].name == "w:tbl"):
            for element in self.open:
                element.stays |= element.name == "w:tbl" and element.depth == self._depth

    def _data(self, node: nodes.TemplateData) -> None:
        text = self.unfinished + node.data
        last = text.rfind("<")
        cut = last if last > text.rfind(">") else len(text)
        self.unfinished = text[cut:]
        at = 0
        for found in _TAG.finditer(text, 0, cut):
            self._words(text[at : found.start()], node.lineno)
            self._tag(found, node.lineno)
            at = found.end()
        self._words(text[at:cut], node.lineno)

    def _words(self, words: str, line: int) -> None:
        if self.open and self.open[-1].name in _HOLDERS and words.strip():
            raise Misplaced(f'"{words.strip()[:40]}" bị đặt ngoài đoạn văn, sẽ mất khi in', line)

    def _tag(self, tag: re.Match[str], line: int) -> None:
        closing, name, empty = tag.groups()
        self.doubts |= name == "w:tblHeader" or (name == "w:vMerge" and f'"{EQUAL}"' in tag[0])
        if closing:
            if not self.open or self.open[-1].name != name:
                raise Misplaced(BROKEN, line)
            self._close(self.open.pop())
        else:
            self._enter(name)
            if not empty:
                self.open.append(_Element(name, self._depth))
            elif name == "w:p":
                self._leave(_Element(name, self._depth))

    def _enter(self, name: str) -> None:
        """A child begins: its parent holds it for sure when no question or loop stands between them."""
        if not self.open:
            return
        parent = self.open[-1]
        if parent.depth == self._depth:
            parent.sure.add(name)
            parent.stays |= name == "w:tr" and bool(parent.loops)
        if name == "w:tc" and parent.name == "w:tr" and parent.depth != self._depth:
            self.doubts = True
        if name == "w:sectPr" and parent.name == "w:pPr":
            self._sections += 1
        elif name in ("w:p", "w:tbl") and parent.name == "w:body" and self._depth == 0:
            self._sections = 0

    def _close(self, element: _Element) -> None:
        lacking = {"w:tbl": "w:tr", "w:tr": "w:tc"}.get(element.name)
        if lacking and lacking not in element.sure:
            self.doubts = True
        for loop in element.loops if not element.stays else ():
            loop.else_ = loop.else_ or [_emptied(len(element.loops))]
        if element.name in _STORIES - {"w:body"} and not element.ended:
            self.doubts = True
        if element.name == "w:body" and self._sections:
            self.doubts = True
        self._leave(element)

    def _leave(self, element: _Element) -> None:
        """A child ends: does its parent end with a paragraph now?"""
        if not self.open:
            return
        parent = self.open[-1]
        if element.name == "w:p":
            parent.ended = parent.ended or parent.depth == self._depth
        elif element.name in _BLOCKS:
            parent.ended = False


def _goes_on(before: str, now: str) -> bool:
    """Whether a question within an attribute has left it as it found it: open, with some letters more."""
    return now == before or (before.count('"') % 2 == 1 and not re.search('["<>]', now[len(before) :]))


def _numbered(data: nodes.TemplateData) -> Iterator[nodes.Expr]:
    """The data with a new number for each drawing in it."""
    *drawn, rest = _NUMBER.split(data.data)
    for at in range(0, len(drawn), 2):
        yield nodes.TemplateData(drawn[at] + drawn[at + 1], lineno=data.lineno)
        yield _filtered(nodes.ContextReference(lineno=data.lineno), DRAWN)
    yield nodes.TemplateData(rest, lineno=data.lineno)


def _emptied(loops: int) -> nodes.Output:
    """What stands in a table for one of its loops that gave no rows."""
    mark = nodes.TemplateData(f'<w:emptied w:of="{loops}"/>')
    return nodes.Output([mark, _filtered(nodes.ContextReference(lineno=0), EMPTIED)], lineno=0)


def _filtered(node: nodes.Node, name: str) -> nodes.Filter:
    return nodes.Filter(cast(nodes.Expr, node), name, [], [], None, None, lineno=node.lineno)
