"""Hand edits carried over: the file that a person changed, with what the machine changed since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from pipeline.office import package
from pipeline.office.archive import Refused
from pipeline.office.blocks import ROW, P, W, blocks, stories
from pipeline.office.borrowed import Carrier
from pipeline.office.comments import add_comments
from pipeline.office.relations import Parts, content_type, related, written
from pipeline.office.roles import counterparts, roles
from pipeline.office.taken import paragraph_of, renew_section
from pipeline.office.whole import whole
from pipeline.releases.remarks import remark
from pipeline.releases.replay import Replay, Stood
from pipeline.releases.threefold import Threefold

_SOME, _ENOUGH = 50, 0.5
"""A file of so many words, of which less than this share is found, is another one."""
_WORD, _DOCUMENT = "wordprocessingml.document.main+xml", f"{W}document"
_STORIES = {f"{W}hdr": "đầu trang", f"{W}ftr": "chân trang", f"{W}footnotes": "chú thích", f"{W}endnotes": "chú thích"}


@dataclass(frozen=True)
class Kept:
    """A change of the machine against which a person's text stood."""

    place: str
    """Where it is in the merged file: "đoạn 12", "đầu trang, đoạn 1"."""
    hand: str
    """The person's text; "" when the person had taken it out."""
    now: str
    """The machine's new text; "" when it took it out."""


@dataclass(frozen=True)
class Merged:
    """The edited file with the machine's changes, and those that were not made."""

    content: bytes
    kept: tuple[Kept, ...] = ()


@dataclass
class Unmatched(Exception):
    """Files that are not merged: one is no whole Word file, or the edited one is another document."""

    why: Literal["damaged", "large", "unsafe", "kind", "words"]


def merged(before: bytes, edited: bytes, now: bytes) -> Merged:
    """The edited file with the machine's changes from `before` to `now` made on it too.

    All that a person typed, formatted, remarked and tracked stays. Where the person changed the same words, they
    stand and a Word comment beside them says what the machine says now. Raises `Unmatched`.
    """
    if before == now:
        return Merged(edited)
    if before == edited:
        return Merged(now)
    files = _File.read(before), _File.read(edited), _File.read(now)
    if files[0].parts in (files[1].parts, files[2].parts):
        return Merged(now if files[0].parts == files[1].parts else edited)
    return _merged(*files)


class _File:
    """A Word file: its parts, the XML of those that hold text, and which headers and notes they are."""

    def __init__(self, parts: Parts) -> None:
        self.parts, self.stories = parts, stories(parts)
        self.main = next(iter(self.stories))
        self.root = self.stories[self.main]
        self.roles = roles(parts, self.main, self.root)

    @classmethod
    def read(cls, content: bytes) -> _File:
        """Raises `Unmatched` for what is no whole Word file without macros."""
        try:
            parts = whole(content)
        except Refused as refused:
            raise Unmatched(refused.why) from refused
        main = next((name for _, name in related(parts, "", "officeDocument")), None)
        if main is None or not content_type(parts, main).endswith(_WORD):
            raise Unmatched("kind")
        read = cls(parts)
        if read.root.tag != _DOCUMENT:  # a Word file in the strict form has other names
            raise Unmatched("kind")
        return read

    @property
    def texts(self) -> dict[str, str]:
        """The words of each header and of the notes."""
        return {name: "\n".join(block.text for block in blocks(self.stories[name])) for name in self.roles.values()}

    def holder(self, part: str) -> etree._Element:
        """What holds the paragraphs of a part."""
        body = self.stories[part].find(f"{W}body")
        return self.stories[part] if body is None else body


def _merged(before: _File, edited: _File, now: _File) -> Merged:
    """Raises `Unmatched` when too little of the old file is in the edited one."""
    own = list(counterparts(before.roles, edited.roles, before.texts, edited.texts))
    new = {old: name for old, name in counterparts(before.roles, now.roles, before.texts, now.texts)}
    known = {new[old]: name for old, name in own if old in new}
    stood = _replayed(before, edited, now, (before.main, edited.main, now.main), known)
    for old, name in own:
        if old in new and before.parts[old] != now.parts[new[old]]:
            stood += _replayed(before, edited, now, (old, name, new[old]), {})
    kept = tuple(_kept(edited, stood))
    comments = _comments(edited, stood)
    if comments:
        add_comments(edited.parts, edited.main, edited.root, comments)
    return Merged(package.write(edited.parts), kept)


def _replayed(
    before: _File, edited: _File, now: _File, names: tuple[str, str, str], known: Mapping[str, str]
) -> list[Stood]:
    """Make the changes in one part, which has a name in each of the files; what stood against them."""
    old, own, new = names
    three = Threefold(before.holder(old), edited.holder(own), now.holder(new))
    if own == edited.main and three.found < _ENOUGH and three.words >= _SOME:
        raise Unmatched("words")
    carrier = Carrier(now.parts, edited.parts, new, edited.stories[own], own)
    carrier.known |= known
    carrier.lists |= three.lists
    replay = Replay(before.parts, old, carrier)
    replay.flow(three)
    renew_section(before.holder(old), edited.holder(own), now.holder(new), carrier.copied)
    edited.parts[own] = written(edited.stories[own])
    return replay.stood


def _kept(edited: _File, stood: Sequence[Stood]) -> Iterator[Kept]:
    places = {
        block.element: ", ".join(filter(None, (prefix, block.place)))
        for root in edited.stories.values()
        for prefix in (_STORIES.get(str(root.tag), ""),)
        for block in blocks(root)
    }
    for one in stood:
        inside = (places[element] for element in (one.at, *one.at.iterancestors(P, ROW)) if element in places)
        yield Kept(next(inside, "đoạn 1"), one.hand, one.now)


def _comments(edited: _File, stood: Sequence[Stood]) -> list[tuple[etree._Element, str]]:
    """The comments and their paragraphs: the first of the body for what stands elsewhere."""
    first = paragraph_of(edited.root)
    found: dict[etree._Element, list[str]] = {}
    for one in stood:
        inside = one.at if edited.root in one.at.iterancestors() else None
        paragraph = paragraph_of(inside) if inside is not None else first
        if paragraph is not None:
            found.setdefault(paragraph, []).append(remark(one.hand, one.now, f"{_where(one.at)} này"))
    return [(paragraph, text) for paragraph, texts in found.items() for text in dict.fromkeys(texts)]


def _where(at: etree._Element) -> str:
    root = str(at.getroottree().getroot().tag)
    inside = "hàng" if at.tag == ROW else "ô" if next(at.iterancestors(ROW), None) is not None else "đoạn"
    return _STORIES.get(root, inside)
