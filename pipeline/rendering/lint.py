"""Every fault of a template that can be told without filling it, all at once, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from jinja2 import TemplateSyntaxError, nodes

from pipeline.rendering.faults import FORBIDDEN, Fault, explained
from pipeline.rendering.names import Scope
from pipeline.rendering.sandbox import STATEMENTS, Sandbox, forbidden
from pipeline.rendering.tags import BLOCKS, Spot, Tag

_CLOSES = {"endif": "if", "endfor": "for", "endset": "set"}
_BETWEEN = {"else": ("if", "for"), "elif": ("if",)}
_WRAPPED = {
    "if": "{{% if {} %}}{{% endif %}}", "elif": "{{% if {} %}}{{% endif %}}", "for": "{{% for {} %}}{{% endfor %}}",
    "set": "{{% set {} %}}", "colspan": "{{{{ {} }}}}", "cellbg": "{{{{ {} }}}}",
}  # fmt: skip
"""The statements that say something, each as a template of its own."""
_BARE = ("else", "vm", "hm", "gop", *_CLOSES)


class Lint:
    """Reads the paragraphs of one part; `scope` resolves names where the fields are declared."""

    def __init__(self, part: str, sandbox: Sandbox, scope: Scope) -> None:
        self._part, self._sandbox, self._scope = part, sandbox, scope
        self._open: list[Tag] = []

    def faults(self, spots: Iterable[Spot]) -> Iterator[Fault]:
        """What is wrong with the tags of the part."""
        crowded: set[str] = set()
        listed = list(spots)
        for at, spot in enumerate(listed):
            if leftover := spot.leftover():
                yield self._fault(_unclosed(leftover, listed[at + 1 :]), spot.where, leftover)
            yield from (self._fault(_EATS, spot.where, eaten) for eaten in _eaten(spot.text))
            for tag in spot.tags():
                yield from self._placed(tag, spot, crowded)
                yield from (self._fault(message, tag.where, tag.text) for message in self._said(tag))
        for tag in self._open:
            yield self._fault(f"thiếu thẻ đóng end{tag.keyword} cho thẻ này", tag.where, tag.text)

    def of_field(self, path: str) -> Iterator[str]:
        """What is wrong with the name of a field that stands by itself."""
        yield from self._expression(f"{{{{ {path} }}}}")

    def _fault(self, message: str, where: str, text: str) -> Fault:
        return Fault(message, self._part, where, text)

    def _placed(self, tag: Tag, spot: Spot, crowded: set[str]) -> Iterator[Fault]:
        """A tag for a whole block that shares it with others: their words would be lost."""
        if tag.block not in ("tr", "tc", "p") or tag.sign != "%":
            return
        around = spot.blocks.get(tag.block)
        if around is None:
            yield self._fault(f"thẻ {{%{tag.block} %}} chỉ dùng trong bảng", tag.where, tag.text)
        elif around.strip() != tag.text and f"{tag.block}{spot.where}{around}" not in crowded:
            crowded.add(f"{tag.block}{spot.where}{around}")
            several = len(re.findall(rf"\{{%{tag.block}\s", around)) > 1
            each = f"hai thẻ {{%{tag.block} %}} trong cùng một {BLOCKS[tag.block]}; "
            words = f"{each if several else ''}thẻ này phải đứng một mình trong {BLOCKS[tag.block]} của nó"
            yield self._fault(words, tag.where, tag.text)

    def _said(self, tag: Tag) -> Iterator[str]:
        """What is wrong with what a tag says, apart from its place."""
        asked = tag.says if tag.sign == "{" else tag.rest if tag.keyword in ("if", "elif") else ""
        if _PATH.fullmatch(asked) and not _WORDS & set(asked.split(".")):  # nearly always, and quickly told
            yield from self._scope.unknown_path(asked)
            yield from self._nested(tag)
        elif tag.sign == "{":
            yield from self._expression("{{ " + tag.says + " }}")
        elif tag.sign == "%":
            yield from self._statement(tag)

    def _statement(self, tag: Tag) -> Iterator[str]:
        word = tag.keyword
        if word in BLOCKS and tag.rest:
            yield f"viết liền {{%{word}, không có khoảng trống giữa {{% và {word}"
        elif word in _WRAPPED:
            yield from self._expression(_WRAPPED[word].format(tag.rest), tag)
        elif word not in _BARE:
            yield FORBIDDEN if word in STATEMENTS else f"không có thẻ tên là {word}"
        yield from self._nested(tag)

    def _nested(self, tag: Tag) -> Iterator[str]:
        """Whether what opens is closed, and in its order."""
        word = tag.keyword
        if word in ("if", "for"):
            self._open.append(tag)
        elif word in _CLOSES:
            if self._open and self._open[-1].keyword == _CLOSES[word]:
                self._scope.leave(self._open.pop())
            elif any(tag.keyword == _CLOSES[word] for tag in self._open):
                while (lost := self._open.pop()).keyword != _CLOSES[word]:
                    yield f"thiếu thẻ đóng end{lost.keyword} cho thẻ {lost.text} ở {lost.where}"
                    self._scope.leave(lost)
                self._scope.leave(lost)
            else:
                yield f"thẻ {word} không có thẻ mở đi trước"
        elif word in _BETWEEN and not (self._open and self._open[-1].keyword in _BETWEEN[word]):
            yield f"thẻ {word} không có thẻ mở đi trước"

    def _expression(self, source: str, tag: Tag | None = None) -> Iterator[str]:
        """What is wrong with one expression: its grammar, what it may not do, filters and fields nobody knows."""
        try:
            tree = self._sandbox.parse(source)
        except TemplateSyntaxError as error:
            yield explained(error)
            return
        if next(forbidden(tree), None) is not None:
            yield FORBIDDEN
            return
        asked = (("bộ lọc", nodes.Filter, self._sandbox.filters), ("phép hỏi", nodes.Test, self._sandbox.tests))
        for words, kind, known in asked:
            names = (node.name for node in tree.find_all(kind))
            yield from (f"không có {words} tên là {name}" for name in names if name not in known)
        yield from self._scope.unknown(tree, tag)


_PATH = re.compile(r"[a-z]\w*(?:\.[a-z]\w*)*")
_WORDS = frozenset(("true", "false", "none", "not", "and", "or", "in", "is", "if", "else"))
"""Words of the language that are no fields."""


def _eaten(text: str) -> Iterator[str]:
    """The tags of a paragraph that join it to its neighbour and swallow words that stand between."""
    start = len(text) - len(text.lstrip())
    for dash in _DASH.finditer(text):
        if dash.start() > start:
            yield text[max(start, dash.start() - 30) : dash.end() + 30]


_DASH = re.compile(r"\{%-|-%\}\s*[^\s{]")
_EATS = "dấu - của thẻ nối đoạn này với đoạn bên cạnh và làm mất chữ sát nó; bỏ dấu -, hoặc để thẻ ở đầu (cuối) đoạn"


def _unclosed(leftover: str, following: Sequence[Spot]) -> str:
    opening = re.search(r"\{[{%#]", leftover)
    if opening and following and re.match(r"[^{]*?[%}#]\}", following[0].text):
        return "thẻ bị ngắt: phần đầu và phần cuối của thẻ nằm ở hai đoạn hoặc hai ô khác nhau"
    if opening:
        return f"thẻ mở bằng {opening[0]} nhưng chưa đóng bằng {_ENDS[opening[0]]}"
    return "dấu ngoặc của thẻ còn sót lại: thẻ viết sai hoặc bị ngắt"


_ENDS: Mapping[str, str] = {"{{": "}}", "{%": "%}", "{#": "#}"}
