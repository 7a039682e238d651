"""What a template may do: print fields, ask, repeat, and use the listed filters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pipeline.model import Counted, Figure
from pipeline.rendering.filters import filters
from pipeline.rendering.printer import Printer
from pipeline.rendering.proof import COUNTED, DRAWN, EMPTIED, MARKUP, WORDS

_TESTS = ("defined", "none", "even", "odd")
_STATEMENTS = (nodes.Output, nodes.If, nodes.For, nodes.Assign)
_VALUES = (
    nodes.TemplateData,
    nodes.Const,
    nodes.Name,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Slice,
    nodes.Tuple,
    nodes.List,
)
_QUESTIONS = (nodes.Filter, nodes.Test, nodes.Compare, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr)
STATEMENTS = ("include", "import", "from", "extends", "block", "macro", "call", "filter", "do", "with", "autoescape",
              "raw", "trans", "debug", "break", "continue")  # fmt: skip
"""The statements of Jinja that no template may use."""
_SUMS = (nodes.Add, nodes.Sub, nodes.Neg)
_COUNTS, _MOST_COLUMNS = ("index", "index0", "revindex", "revindex0", "length"), 64
_ALLOWED = (*_STATEMENTS, *_VALUES, *_QUESTIONS, *_SUMS)


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of one rendering, printing by its printer."""

    def __init__(self, printer: Printer) -> None:
        super().__init__(undefined=StrictUndefined, finalize=printer.finalize)  # which escapes every value
        self.printer = printer
        self.globals.clear()
        proven = {MARKUP: printer.markup, WORDS: printer.words, COUNTED: printer.counted, DRAWN: printer.drawn,
                  EMPTIED: printer.emptied}  # fmt: skip
        self.filters = {**filters(printer), **proven}
        self.tests = {name: self.tests[name] for name in _TESTS}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field is a key; a counted thing has `so` and `loai`; a figure only prints and compares."""
        if type(obj) is dict and attribute in obj:  # nearly always
            return obj[attribute]
        if isinstance(obj, Counted):
            obj = {"so": obj.figure, "loai": obj.noun}
        if isinstance(obj, Figure):
            obj = {}
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def is_safe_callable(self, obj: Any) -> bool:
        """Nothing is called from a template."""
        return False


def forbidden(tree: nodes.Template) -> Iterator[nodes.Node]:
    """The parts of a template that ask for more than it may do (calls, imports, `~`, `**` …)."""
    asked = tree.find_all((nodes.Stmt, nodes.Expr))
    return (node for node in asked if not isinstance(node, _ALLOWED) and not _multiplies_loop(node))


def _multiplies_loop(node: nodes.Node) -> bool:
    """Whether it is a small number times a number of the loop: "2 * loop.length"; anything else could fill memory."""
    if not isinstance(node, nodes.Mul):
        return False
    number, loop = (node.left, node.right) if isinstance(node.left, nodes.Const) else (node.right, node.left)
    counts = isinstance(loop, nodes.Getattr) and isinstance(loop.node, nodes.Name) and loop.node.name == "loop"
    small = isinstance(number, nodes.Const) and isinstance(number.value, int) and number.value < _MOST_COLUMNS
    return small and counts and loop.attr in _COUNTS  # type: ignore[attr-defined]  # it is a Getattr
