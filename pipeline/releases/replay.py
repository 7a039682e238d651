"""The changes of the machine from one file to the next, made on the file that a person changed meanwhile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from pipeline.office.blocks import Block, W, cells, text_of
from pipeline.office.borrowed import Carrier
from pipeline.office.drawn import drawn, replaced, said, same
from pipeline.office.letters import Change, Letter, letters, rewrite
from pipeline.office.pairs import joined, pairs
from pipeline.office.relations import Parts
from pipeline.office.taken import marked, merge_like, objects, table_of, take_out
from pipeline.releases.remarks import OTHER_PICTURE, PICTURE
from pipeline.releases.threefold import Threefold
from pipeline.releases.wording import plain, replayed


@dataclass(frozen=True, eq=False)
class Stood:
    """A person's text that stood against a change: where it is, what it says, what the machine says."""

    at: etree._Element
    hand: str
    now: str


class Replay:
    """Makes the changes in the XML of a part of the edited file; what stood against them is listed."""

    def __init__(self, before: Parts, before_part: str, carrier: Carrier) -> None:
        self.stood: list[Stood] = []
        self._before, self._before_part, self._carrier = before, before_part, carrier

    def flow(self, three: Threefold) -> None:
        """Make the changes of a body, a header or a cell."""
        for j, block in enumerate(three.now):
            i = three.ours.get(j)
            if i is None:
                self._put_in(three, j, block)
            elif i in three.theirs:
                self._change(three.before[i], three.edited[three.theirs[i]], block)
                self._move(three, j, block)
            elif plain(three.before[i].text) != plain(block.text):
                self._stand(three.near(j), "", block.text)
        for i in three.gone:
            self._take_out(three.before[i], three.edited[three.theirs[i]])

    # --- blocks that are new, moved, gone

    def _put_in(self, three: Threefold, j: int, block: Block) -> None:
        if j in three.placed:
            return
        if not block.table or three.tables.get(block.table) is not None:
            three.put(j, self._carrier.copied(block.element))
        elif block.table in three.known:
            self._stand(three.near(j), "", block.text)
        else:
            three.put_table(j, self._carrier.copied(table_of(block.element)))

    def _move(self, three: Threefold, j: int, block: Block) -> None:
        if j in three.moved and (not block.table or block.table in three.tables):
            three.put(j, three.placed[j])

    def _take_out(self, before: Block, edited: Block) -> None:
        if _touched(before, edited):
            self._stand(edited.element, edited.text, "")
        else:
            take_out(edited.element)

    # --- blocks that are others

    def _change(self, before: Block, edited: Block, now: Block) -> None:
        self._redraw(before, edited, now)
        if plain(now.text) in (plain(before.text), plain(edited.text)):
            return
        if now.table:
            self._row(before, edited, now)
        elif plain(before.text) or plain(edited.text):
            self._reword(before, edited, now)
        else:
            edited.element.extend(inner for inner in self._carrier.copied(now.element) if inner.tag != f"{W}pPr")

    def _reword(self, before: Block, edited: Block, now: Block) -> None:
        changes, whole = replayed(before.text, edited.text, now.text)
        stream = letters(edited.element)
        free = [change for change in changes if not _tracked(stream, change)]
        rewrite(stream, free)
        if not whole or len(free) < len(changes):
            self._stand(edited.element, edited.text, now.text)

    def _row(self, before: Block, edited: Block, now: Block) -> None:
        old, own, new = cells(before.element), cells(edited.element), cells(now.element)
        if len(old) != len(new):
            self._renew(before, edited, now)
            return
        columns = dict(_columns(old, own))
        for at, (cell, other) in enumerate(zip(old, new, strict=True)):
            if at in columns:
                merge_like(own[columns[at]], cell, other)
            if text_of(cell) == text_of(other):
                continue
            if at in columns:
                self.flow(Threefold(cell, own[columns[at]], other))
            else:
                self._stand(edited.element, "", text_of(other))

    def _renew(self, before: Block, edited: Block, now: Block) -> None:
        """A row of other columns takes the place of one that nobody touched, and the table takes their widths."""
        if _touched(before, edited):
            self._stand(edited.element, edited.text, now.text)
            return
        edited.element[:] = list(self._carrier.copied(now.element))
        grid, other = (table_of(block.element).find(f"{W}tblGrid") for block in (edited, now))
        if grid is not None and other is not None:
            grid[:] = list(self._carrier.copied(other))

    def _redraw(self, before: Block, edited: Block, now: Block) -> None:
        """Put new charts and pictures in the place of old ones that nobody touched."""
        parts = (
            (self._before, drawn(self._before, self._before_part, before.element)),
            (self._carrier.target, drawn(self._carrier.target, self._carrier.target_part, edited.element)),
            (self._carrier.source, drawn(self._carrier.source, self._carrier.part, now.element)),
        )
        for old, own, new in zip(*([(held, name) for name in names] for held, names in parts), strict=False):
            if not same(*old, *new) and not same(*own, *new) and not replaced(own[0], own[1], old, new):
                self._stand(edited.element, said(*own) or PICTURE, said(*new) or OTHER_PICTURE)

    def _stand(self, at: etree._Element, hand: str, now: str) -> None:
        self.stood.append(Stood(at, hand, now))


def _touched(before: Block, edited: Block) -> bool:
    """Whether a person wrote in it, on it, or put something into it."""
    same = plain(before.text) == plain(edited.text)
    return not same or marked(edited.element) or objects(edited.element) > objects(before.element)


def _tracked(stream: Sequence[Letter], change: Change) -> bool:
    """Whether letters that would give way, or the one that others would follow, are still to be accepted."""
    start, end, _ = change
    return any(letter.tracked for letter in stream[start:end] or stream[max(start - 1, 0) :][:1])


def _columns(old: Sequence[etree._Element], own: Sequence[etree._Element]) -> Iterator[tuple[int, int]]:
    """The cells of a row that the person left: all, or by what they say."""
    if len(old) == len(own):
        yield from enumerate(range(len(own)))
    else:
        found = joined(pairs([text_of(cell) for cell in old], [text_of(cell) for cell in own]))
        yield from ((i, k) for i, k in found if i is not None and k is not None)
