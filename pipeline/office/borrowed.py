"""Elements of one Word file taken over into another, with the styles, lists and parts that they need."""

from __future__ import annotations

import copy
import posixpath
from collections.abc import Container, Iterable, Iterator
from functools import cached_property
from itertools import count

from lxml import etree

from pipeline.office.blocks import W, detach
from pipeline.office.relations import (
    OFFICE,
    Parts,
    content_type,
    declare,
    free_name,
    parse,
    relate,
    related,
    relations,
    written,
)  # fmt: skip

_R = f"{{{OFFICE}}}"
_STYLED = tuple(f"{W}{name}" for name in ("pStyle", "rStyle", "tblStyle"))
_BASES = tuple(f"{W}{name}" for name in ("basedOn", "next", "link"))
_VALUE, _ID, _NAME, _TYPE, _STYLE = (f"{W}{name}" for name in ("val", "id", "name", "type", "styleId"))
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_MARK, _MARK_END = f"{W}bookmarkStart", f"{W}bookmarkEnd"
_NUMBERED, _NUMBER = f"{W}numPr", f"{W}numId"


class Carrier:
    """Takes elements of a part of one file over into a part of another, whose parts it completes."""

    def __init__(self, source: Parts, target: Parts, part: str, root: etree._Element, target_part: str) -> None:
        self.source, self.target, self.part, self.target_part, self._root = source, target, part, target_part, root
        self.known: dict[str, str] = {}
        """Parts of the source by the name that the target knows them by."""
        self.lists: dict[str, str] = {}
        """Numbered lists of the source by the number that the target knows them by."""

    def copied(self, element: etree._Element) -> etree._Element:
        """The element as it can stand in the target."""
        taken = copy.deepcopy(element)
        taken.tail = None
        for style in taken.iter(*_STYLED):
            style.set(_VALUE, self._style(str(style.get(_VALUE))))
        for numbered in list(taken.iter(_NUMBERED)):
            self._renumber(numbered)
        for holder in taken.iter("*"):
            self._relate(holder)
        _identify(taken, self._root)
        return taken

    # --- styles and lists

    def _style(self, identity: str) -> str:
        """The identity that the style of the source has in the target, which is given the style if need be."""
        style = self._styles.get(identity)
        if style is None:
            return identity
        if _named(style) not in self._own_styles:
            self._own_styles[_named(style)] = _free(identity, set(self._own_styles.values()))
            self._add_style(style, self._own_styles[_named(style)])
        return self._own_styles[_named(style)]

    def _add_style(self, style: etree._Element, identity: str) -> None:
        name = next((name for _, name in related(self.target, self.target_part, "styles")), None)
        if name is not None:
            added = copy.deepcopy(style)
            added.set(_STYLE, identity)
            added.attrib.pop(f"{W}default", "")
            for base in added.iter(*_BASES):
                base.set(_VALUE, self._style(str(base.get(_VALUE))))
            root = parse(self.target[name])
            root.append(added)
            self.target[name] = written(root)

    @cached_property
    def _styles(self) -> dict[str, etree._Element]:
        return {str(style.get(_STYLE)): style for style in _styles_of(self.source, self.part)}

    @cached_property
    def _own_styles(self) -> dict[tuple[str, str], str]:
        return {_named(style): str(style.get(_STYLE)) for style in _styles_of(self.target, self.target_part)}

    def _renumber(self, numbered: etree._Element) -> None:
        """A list that the target does not know is none there."""
        number = numbered.find(_NUMBER)
        if number is not None and str(number.get(_VALUE)) in self.lists:
            number.set(_VALUE, self.lists[str(number.get(_VALUE))])
        else:
            detach(numbered)

    # --- parts

    def _relate(self, holder: etree._Element) -> None:
        for attribute in [name for name in holder.attrib if str(name).startswith(_R)]:
            found = self._targets.get(str(holder.get(attribute)))
            if found is None:
                del holder.attrib[attribute]
            else:
                holder.set(attribute, self._relation(found[0], self.part_for(found[1])))

    def _relation(self, kind: str, name: str) -> str:
        there = (identity for identity, *found in relations(self.target, self.target_part) if found == [kind, name])
        return next(there, None) or relate(self.target, self.target_part, kind, name)

    @cached_property
    def _targets(self) -> dict[str, tuple[str, str]]:
        return {identity: (kind, name) for identity, kind, name in relations(self.source, self.part)}

    def part_for(self, name: str) -> str:
        """The part of the target that is the part of the source; taken over with all it leads to."""
        if name not in self.known:
            root, ending = posixpath.splitext(name)
            own = self.known[name] = name if name not in self.target else free_name(self.target, f"{root}-{{}}{ending}")
            self.target[own] = self.source[name]
            declare(self.target, own, content_type(self.source, name))
            for identity, kind, inner in list(relations(self.source, name)):
                relate(self.target, own, kind, self.part_for(inner), identity)
        return self.known[name]


def _styles_of(parts: Parts, part: str) -> Iterator[etree._Element]:
    for _, name in related(parts, part, "styles"):
        yield from parse(parts[name]).iterfind(f"{W}style")


def _named(style: etree._Element) -> tuple[str, str]:
    """Kind and name, by which a style is the same in files that different programs wrote."""
    name = style.find(_NAME)
    return str(style.get(_TYPE)), str(name.get(_VALUE)).casefold() if name is not None else ""


def _free(name: str, taken: Container[str]) -> str:
    return next(one for number in count() if (one := f"{name}{number or ''}") not in taken)


def _identify(taken: etree._Element, root: etree._Element) -> None:
    """Numbers that nothing else bears for its drawings and bookmarks; a bookmark whose name is taken goes."""
    for number, drawn in enumerate(taken.iter(_DRAWN), _highest(root.iter(_DRAWN), "id") + 1):
        drawn.set("id", str(number))
    names = {mark.get(_NAME) for mark in root.iter(_MARK)}
    twice = {mark.get(_ID) for mark in taken.iter(_MARK) if mark.get(_NAME) in names}
    shift = _highest(root.iter(_MARK), _ID) + 1
    for mark in list(taken.iter(_MARK, _MARK_END)):
        if mark.get(_ID) in twice:
            detach(mark)
        else:
            mark.set(_ID, str(int(str(mark.get(_ID))) + shift))


def _highest(elements: Iterable[etree._Element], attribute: str) -> int:
    return max((int(element.get(attribute, "0")) for element in elements), default=0)
