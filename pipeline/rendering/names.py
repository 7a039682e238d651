"""The fields that a template may ask for, and which names of its tags are none of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Union

from jinja2 import nodes

from pipeline.rendering.tags import Tag
from pipeline.vietnamese.text import nearest

Shape = Union["Mapping[str, Shape]", "list[Shape]", None]
"""What a field holds: fields by name, a list of one shape for its items, or None for what is only printed."""
OPEN: Shape = {"*": None}
"""A field of which nothing is known."""
_COUNTS = ("index", "index0", "first", "last", "length", "revindex", "revindex0", "depth", "depth0")
_LOOP: Shape = {**dict.fromkeys(_COUNTS), "previtem": OPEN, "nextitem": OPEN}
_CLOSED = ("“{}” là danh sách; lặp bằng {{% for %}} rồi mới hỏi “{}” của từng dòng",
           "“{}” chỉ để in, bên trong không có trường “{}”")  # fmt: skip


class Scope:
    """The names that mean something at a place of a template; `used` takes the declared ones that were asked for."""

    def __init__(self, declared: Mapping[str, Shape] | None) -> None:
        self._known = declared is not None
        self._frames: list[dict[str, Shape]] = [dict(declared or {}), {}]
        self._loops: list[Tag] = []
        self._missing: list[str] = []
        self.used: set[str] = set()

    def unknown(self, tree: nodes.Template, tag: Tag | None) -> Iterator[str]:
        """The names of a tag that mean nothing, each with the nearest field; then what the tag itself names."""
        loop = tree.find(nodes.For)
        yield from self._unknown_in(loop.iter if loop else tree)
        if tag is not None and tag.keyword == "for":
            self._loops.append(tag)
            self._frames.append(self._of_loop(loop))
        if loop and loop.test:
            yield from self._unknown_in(loop.test)
        for assigned in tree.find_all(nodes.Assign):
            for name in _targets(assigned):
                self._set(name.name, self._given(assigned.node)[0])

    def unknown_path(self, path: str) -> Iterator[str]:
        """The name in `a.b.c` that means nothing."""
        self._missing = []
        shape, name = self._names, ""
        for part in path.split("."):
            shape, name = self._field(shape, name, part) if self._known else (OPEN, "")
        self.used.add(name)
        yield from self._missing

    @property
    def _names(self) -> Shape:
        return {name: shape for frame in self._frames for name, shape in frame.items()}

    def _unknown_in(self, tree: nodes.Node) -> Iterator[str]:
        if not self._known:
            return
        asked = [tree, *tree.find_all(nodes.Expr)]
        inner = {id(node.node) for node in asked if isinstance(node, (nodes.Getattr, nodes.Getitem))}
        self._missing = []
        for node in asked:
            stored = isinstance(node, nodes.Name) and node.ctx == "store"
            if isinstance(node, (nodes.Name, nodes.Getattr, nodes.Getitem)) and id(node) not in inner and not stored:
                self.used.add(self._given(node)[1])
        yield from dict.fromkeys(self._missing)

    def _set(self, name: str, shape: Shape) -> None:
        """A name that is given two things, in the branches of a question, may hold either."""
        frame = self._frames[-1]
        frame[name] = shape if frame.get(name, shape) == shape else OPEN

    def leave(self, tag: Tag) -> None:
        """The names of a loop end with it; a loop that could not be read has none."""
        if self._loops and self._loops[-1] is tag:
            self._loops.pop()
            self._frames.pop()

    def _of_loop(self, loop: nodes.For | None) -> dict[str, Shape]:
        if loop is None:
            return {}
        shape, _ = self._given(loop.iter)
        items = _item(shape)
        names = _targets(loop)
        return {"loop": _LOOP, **({names[0].name: items} if len(names) == 1 else {n.name: OPEN for n in names})}

    def _given(self, node: nodes.Node) -> tuple[Shape, str]:
        """What an expression gives, as far as it is declared, and its name; a missing field is noted."""
        if isinstance(node, nodes.Name):
            return self._field(self._names, "", node.name)
        if isinstance(node, nodes.Getattr):
            shape, name = self._given(node.node)
            return self._field(shape, name, node.attr)
        if isinstance(node, nodes.Getitem):
            shape, name = self._given(node.node)
            return (shape if isinstance(node.arg, nodes.Slice) else _item(shape)), name
        if isinstance(node, nodes.Filter) and node.node and node.name == "first":
            shape, name = self._given(node.node)
            return _item(shape), name
        return OPEN, ""

    def _field(self, shape: Shape, before: str, name: str) -> tuple[Shape, str]:
        whole = f"{before}.{name}" if before else name
        if isinstance(shape, Mapping) and "*" in shape:
            return OPEN, ""
        if not isinstance(shape, Mapping):
            self._missing.append(_CLOSED[shape is None].format(before, name))
            return OPEN, whole
        if name not in shape:
            close = nearest(name, shape, 1)
            asked = f" (có phải “{before}{'.' if before else ''}{close[0]}”?)" if close else ""
            self._missing.append(f"không có trường “{name}”{f' trong “{before}”' if before else ''}{asked}")
            return OPEN, whole
        return shape[name], whole

    def unused(self) -> list[str]:
        """The declared fields that no tag asked for; a group of which nothing was asked is one name."""
        idle = []
        for name, inner in self._frames[0].items():
            if not self._asked(name):
                idle.append(name)
            elif isinstance(inner, Mapping):
                idle += [f"{name}.{field}" for field in inner if not self._asked(f"{name}.{field}")]
        return idle

    def _asked(self, name: str) -> bool:
        return any(_within(name, asked) for asked in self.used)


def _within(name: str, asked: str) -> bool:
    """Whether what was asked is the field, a part of it, or what holds it."""
    return f"{name}.".startswith(f"{asked}.") or asked.startswith(f"{name}.")


def _item(shape: Shape) -> Shape:
    return shape[0] if isinstance(shape, list) else OPEN


def _targets(node: nodes.For | nodes.Assign) -> list[nodes.Name]:
    return [node.target] if isinstance(node.target, nodes.Name) else list(node.target.find_all(nodes.Name))
