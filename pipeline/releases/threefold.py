"""One flow of text in three states: as it was generated, as a person changed it, as it is generated now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from lxml import etree

from pipeline.office.blocks import ROW, Block, W, blocks, rows
from pipeline.office.pairs import joined, pairs, strays
from pipeline.office.taken import objects, put_beside, put_last, table_of

_LIST, _VALUE = f"{W}numId", f"{W}val"
_ROW, _OBJECT = "⊞ ", " ⌾"
"""Stand in the key of a block for what its words do not tell."""


class Threefold:
    """The blocks of the three states, by their places there: `i` before, `k` edited, `j` now."""

    def __init__(self, before: etree._Element, edited: etree._Element, now: etree._Element) -> None:
        self._holder = edited
        self.before, self.edited, self.now = blocks(before), blocks(edited), blocks(now)
        self.theirs = {i: k for i, k in _found(self.before, self.edited)}
        self.ours = {j: i for i, j in _found(self.before, self.now) if _same_style(self.before[i], self.now[j])}
        placed = {j: self.theirs[i] for j, i in sorted(self.ours.items()) if i in self.theirs}
        self.placed = {j: self.edited[k].element for j, k in placed.items()}
        """Blocks of now where they stand in the edited file; those that are put in are added."""
        stray = _strays({i: self.theirs[i] for i in sorted(self.theirs)})
        self._stray = {j for j in placed if self.ours[j] in stray}
        self.moved = _strays({j: self.ours[j] for j in placed}) - self._stray
        """Blocks that the machine moved and the person did not."""
        self.tables = _tables(self.now, self.placed)
        """Tables of now, by their numbers, where they stand in the edited file."""
        self.known = {self.now[j].table for j in self.ours}
        """Tables of now that stood before."""

    @property
    def gone(self) -> list[int]:
        """Blocks that the machine took out and the person left."""
        kept = set(self.ours.values())
        return [i for i in sorted(self.theirs) if i not in kept]

    @property
    def found(self) -> float:
        """The share of the words before that the edited file still has where they were."""
        words = [len(block.text.split()) for block in self.before]
        return sum(words[i] for i in self.theirs) / max(sum(words), 1)

    @property
    def words(self) -> int:
        """How many words there were before."""
        return sum(len(block.text.split()) for block in self.before)

    @property
    def lists(self) -> dict[str, str]:
        """Numbered lists of now, by their numbers, and their numbers in the edited file."""
        found: dict[str, str] = {}
        for j, element in self.placed.items():
            new, own = (list(one.iter(_LIST)) for one in (self.now[j].element, element))
            if len(new) == len(own):
                found |= {str(n.get(_VALUE)): str(o.get(_VALUE)) for n, o in zip(new, own, strict=True)}
        return found

    def near(self, j: int) -> etree._Element:
        """What stands in the edited file where a block of now would stand."""
        there = (self.placed[at] for at, _ in self._beside(j) if at in self.placed)
        return next(chain(there, (block.element for block in self.edited)), self._holder)

    def put(self, j: int, element: etree._Element) -> None:
        """Put a block of now where it belongs: behind the block that it follows, else before the one that follows."""
        self.placed.pop(j, None)
        table = self.tables[self.now[j].table] if element.tag == ROW else None
        for at, after in self._beside(j):
            place = self.placed.get(at)
            if place is not None and (table is None or (place.tag == ROW and table_of(place) is table)):
                put_beside(place, element, after)
                break
        else:
            put_last(self._holder if table is None else table, element)
        self.placed[j] = element

    def put_table(self, j: int, table: etree._Element) -> None:
        """Put a whole table whose first row is a block of now."""
        self.put(j, table)
        self.placed |= dict(enumerate(rows(table), j))

    def _beside(self, j: int) -> Iterator[tuple[int, bool]]:
        """The other blocks, and whether a block stands behind them: the next ones first, last what a person moved."""
        near = ((j - 1, True), (j + 1, False))
        far = chain(((at, True) for at in range(j - 2, -1, -1)), ((at, False) for at in range(j + 2, len(self.now))))
        yield from (place for place in chain(near, far) if place[0] not in self._stray)
        yield from near


def _found(before: Sequence[Block], after: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """The counterparts: a row is one of a row, a paragraph of a paragraph."""
    if len(before) == len(after) == 1:
        found: Sequence[tuple[int | None, int | None]] = [(0, 0)]
    else:
        found = joined(pairs([_key(block) for block in before], [_key(block) for block in after]))
    for i, j in found:
        if i is not None and j is not None and bool(before[i].table) == bool(after[j].table):
            yield i, j


def _key(block: Block) -> str:
    return _ROW * bool(block.table) + block.text + _OBJECT * objects(block.element)


def _same_style(before: Block, now: Block) -> bool:
    """A paragraph of another style is another one."""
    return before.text == now.text or _style(before) == _style(now)


def _style(block: Block) -> str | None:
    style = block.element.find(f"{W}pPr/{W}pStyle")
    return None if style is None else style.get(f"{W}val")


def _strays(mapping: Mapping[int, int]) -> set[int]:
    """The keys whose values break the order."""
    astray = strays(list(mapping.values()))
    return {key for key, value in mapping.items() if value in astray}


def _tables(now: Sequence[Block], placed: Mapping[int, etree._Element]) -> dict[int, etree._Element]:
    """For each table the one in which most of its rows stand."""
    standing: dict[int, Counter[etree._Element]] = {}
    for j, element in placed.items():
        if now[j].table:
            standing.setdefault(now[j].table, Counter())[table_of(element)] += 1
    return {number: counted.most_common(1)[0][0] for number, counted in standing.items()}
