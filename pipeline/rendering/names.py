"""The fields that a template may ask for, and which names of its tags are none of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Union

from jinja2 import nodes

from pipeline.rendering.tags import Tag
from pipeline.vietnamese.text import nearest

Shape = Union["Mapping[str, Shape]", "list[Shape]", None]
"""What a field holds: fields by name, a list of one shape for its items, or None for what is only printed."""
_LOOP: Shape = dict.fromkeys(("index", "index0", "first", "last", "length", "revindex", "revindex0", "previtem",
                              "nextitem", "depth", "depth0"))  # fmt: skip
OPEN: Shape = {"*": None}
"""A field of which nothing is known."""


class Scope:
    """The names that mean something at a place of a template; `used` takes the declared ones that were asked for."""

    def __init__(self, declared: Mapping[str, Shape] | None) -> None:
        self._known = declared is not None
        self._frames: list[dict[str, Shape]] = [dict(declared or {})]
        self.used: set[str] = set()

    def unknown(self, tree: nodes.Template, tag: Tag | None) -> Iterator[str]:
        """The names of a tag that mean nothing, each with the nearest field; then what the tag itself names."""
        looped = tree.find(nodes.For)
        loops: list[nodes.For | nodes.Assign] = [*tree.find_all(nodes.For), *tree.find_all(nodes.Assign)]
        targets = {id(name) for loop in loops for name in _targets(loop)}
        inner = {id(node.node) for node in tree.find_all(nodes.Getattr)}
        for node in tree.find_all((nodes.Name, nodes.Getattr)):
            if id(node) not in targets and id(node) not in inner:
                yield from self._missing(node)
        if tag is not None and tag.keyword == "for":
            self._frames.append(self._of_loop(looped))
        for assigned in tree.find_all(nodes.Assign):
            self._frames[-1].update({name.name: self._shape(assigned.node) for name in _targets(assigned)})

    def leave(self, tag: Tag) -> None:
        """The names of a loop end with it."""
        if tag.keyword == "for" and len(self._frames) > 1:
            self._frames.pop()

    def _of_loop(self, loop: nodes.For | None) -> dict[str, Shape]:
        if loop is None:
            return {}
        shape = self._shape(loop.iter)
        items = shape[0] if isinstance(shape, list) else OPEN
        names = _targets(loop)
        return {"loop": _LOOP, **({names[0].name: items} if len(names) == 1 else {n.name: OPEN for n in names})}

    def _missing(self, node: nodes.Node) -> Iterator[str]:
        if not self._known:
            return
        path, shape = _path(node), self._frames_shape()
        for at, name in enumerate(path):
            if not isinstance(shape, Mapping) or "*" in shape:
                return
            if name not in shape:
                before = ".".join(path[:at])
                close = nearest(name, [str(field) for field in shape], 1)
                asked = f"; có phải “{'.'.join((*path[:at], close[0]))}”?" if close else ""
                yield f"không có trường “{name}”{f' trong “{before}”' if before else ''}{asked}"
                return
            shape = shape[name]
            self.used.add(".".join(path[: at + 1]))

    def _frames_shape(self) -> Shape:
        return {name: shape for frame in self._frames for name, shape in frame.items()}

    def _shape(self, node: nodes.Node) -> Shape:
        """What an expression gives, as far as it is declared."""
        if isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Slice):
            shape = self._shape(node.node)
            return shape[0] if isinstance(shape, list) else OPEN
        if isinstance(node, nodes.Getitem):
            return self._shape(node.node)
        if not isinstance(node, (nodes.Name, nodes.Getattr)):
            return OPEN
        shape = self._frames_shape()
        for name in _path(node):
            if not isinstance(shape, Mapping) or name not in shape:
                return OPEN
            shape = shape[name]
        return shape


def _path(node: nodes.Node) -> list[str]:
    """The names of `a.b.c`; those before a call or an index are left out."""
    if isinstance(node, nodes.Getattr):
        before = _path(node.node)
        return [*before, node.attr] if before else []
    return [node.name] if isinstance(node, nodes.Name) else []


def _targets(node: nodes.For | nodes.Assign) -> list[nodes.Name]:
    return [node.target] if isinstance(node.target, nodes.Name) else list(node.target.find_all(nodes.Name))
