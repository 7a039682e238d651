"""Which text of one list is which text of another: the same, with other numbers, with other words, or moved."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import groupby, pairwise

Pair = tuple[int | None, int | None]
"""Indexes in the first list and in the second; None where it has no counterpart."""
_NUMBER = re.compile(r"\d[\d.,]*")
_WORD = re.compile(r"\w+")
_ALIKE = 0.5
"""So much of their words must two texts share to be one text that was changed."""
_MUCH_ALIKE = 2 / 3
"""So much, when it stands elsewhere too."""
_MOST = 250_000
"""So many comparisons of words are made in one gap; a larger one counts as taken out and put in."""


def pairs(before: Sequence[str], after: Sequence[str], moved: bool = True) -> list[Pair]:
    """Each text of both lists once, in the order of `after`; what has no counterpart there, where it stood.

    Those that stayed are found first, then those that only moved, then between them those that were changed.
    Without `moved`, the pairs are in the order of `before` too: a text that moved was taken out and put in.
    """
    found = dict(_equal([_plain(text) for text in before], [_plain(text) for text in after]))
    strayed = _moved(before, after, found) if moved else {}
    taken = set(strayed.values())
    for matched in (_with_other_numbers, _alike):
        for ours, theirs in list(_gaps(found, len(before), len(after))):
            ours, theirs = [i for i in ours if i not in strayed], [j for j in theirs if j not in taken]
            inside = matched([before[i] for i in ours], [after[j] for j in theirs])
            found |= {ours[i]: theirs[j] for i, j in inside}
    found |= strayed
    if moved:
        found |= _moved_and_changed(before, after, found)
    return in_order(found, len(before), len(after))


def compared(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """What `SequenceMatcher` says of two lists: "equal", "replace", "delete", "insert", from and to in each.

    What both begin and end with is found first: it is nearly all of a long list, of which a search takes minutes.
    """
    shorter = min(len(before), len(after))
    head = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    rest = shorter - head
    tail = next((at for at in range(rest) if before[-1 - at] != after[-1 - at]), rest)
    ours, theirs = len(before) - tail, len(after) - tail
    if head:
        yield "equal", 0, head, 0, head
    matcher = SequenceMatcher(None, before[head:ours], after[head:theirs], False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        yield tag, i1 + head, i2 + head, j1 + head, j2 + head
    if tail:
        yield "equal", ours, len(before), theirs, len(after)


def joined(found: Sequence[Pair]) -> list[Pair]:
    """The pairs; one text left over on each side between the same neighbours is one text, written anew."""
    joined: list[Pair] = []
    for alone, run in groupby(found, key=lambda pair: None in pair):
        left = list(run)
        ours, theirs = [i for i, _ in left if i is not None], [j for _, j in left if j is not None]
        joined += [(ours[0], theirs[0])] if alone and len(ours) == len(theirs) == 1 else left
    return joined


def strays(numbers: Sequence[int]) -> set[int]:
    """The fewest of the numbers without which the others grow."""
    tails: list[int] = []
    behind: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(tails, number)
        behind[number] = tails[at - 1] if at else None
        tails[at : at + 1] = [number]
    last: int | None = tails[-1] if tails else None
    kept = set()
    while last is not None:
        kept.add(last)
        last = behind[last]
    return set(numbers) - kept


def _plain(text: str) -> str:
    return " ".join(text.split())


def _without_numbers(text: str) -> str:
    return _NUMBER.sub("#", _plain(text))


def _equal(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The pairs of equal texts, both in order."""
    for tag, i1, i2, j1, j2 in compared(before, after):
        if tag == "equal":
            yield from zip(range(i1, i2), range(j1, j2), strict=True)


def _with_other_numbers(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int]]:
    return _equal([_without_numbers(text) for text in before], [_without_numbers(text) for text in after])


def _gaps(found: Mapping[int, int], ours: int, theirs: int) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """What stands on both sides between the pairs, which are in order."""
    ends = [(-1, -1), *sorted(found.items()), (ours, theirs)]
    for (i1, j1), (i2, j2) in pairwise(ends):
        if i2 - i1 > 1 and j2 - j1 > 1:
            yield range(i1 + 1, i2), range(j1 + 1, j2)


def _alike(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The pairs, both in order, that share the most words."""
    if len(before) * len(after) > _MOST:
        return
    ours, theirs = [_words(text) for text in before], [_words(text) for text in after]
    best: list[list[float]] = [[0.0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for i in reversed(range(len(ours))):
        for j in reversed(range(len(theirs))):
            both = best[i + 1][j + 1] + _shared(ours[i], theirs[j])
            best[i][j] = max(best[i + 1][j], best[i][j + 1], both)
    i = j = 0
    while i < len(ours) and j < len(theirs):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            yield i, j
            i, j = i + 1, j + 1


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text))


def _shared(one: Counter[str], other: Counter[str]) -> float:
    """The share of the words of two texts that both have; 0 when it is too small to matter."""
    total = one.total() + other.total()
    share = 2 * (one & other).total() / total if total else 0.0
    return share if share >= _ALIKE else 0.0


def _moved(before: Sequence[str], after: Sequence[str], found: dict[int, int]) -> dict[int, int]:
    """The pairs of equal texts left over, each of which stands only once in both lists."""
    left = {i: text for i, text in enumerate(before) if i not in found and text.strip()}
    taken = set(found.values())
    free = {text: j for j, text in enumerate(after) if j not in taken}
    once = Counter(left.values()), Counter(text for j, text in enumerate(after) if j not in taken)
    return {i: free[text] for i, text in left.items() if once[0][text] == once[1][text] == 1}


def _moved_and_changed(before: Sequence[str], after: Sequence[str], found: Mapping[int, int]) -> dict[int, int]:
    """The pairs of texts left over that are more like each other than like any other left over."""
    taken = set(found.values())
    ours = {i: _words(text) for i, text in enumerate(before) if i not in found and text.strip()}
    theirs = {j: _words(text) for j, text in enumerate(after) if j not in taken and text.strip()}
    if len(ours) * len(theirs) > _MOST:
        return {}
    shares = {(i, j): _shared(one, other) for i, one in ours.items() for j, other in theirs.items()}
    first = {i: _best({j: shares[i, j] for j in theirs}) for i in ours}
    second = {j: _best({i: shares[i, j] for i in ours}) for j in theirs}
    return {i: j for i, j in first.items() if j is not None and second[j] == i}


def _best(shares: Mapping[int, float]) -> int | None:
    """The one that shares most, when it is much and no other shares as much."""
    most = max(shares.values(), default=0.0)
    found = [one for one, share in shares.items() if share == most]
    return found[0] if most >= _MUCH_ALIKE and len(found) == 1 else None


def in_order(found: Mapping[int, int], ours: int, theirs: int) -> list[Pair]:
    """All pairs in the order of the second list; a text without a counterpart follows the one it stood behind."""
    behind: dict[int, list[int]] = {}
    last = -1
    for i in range(ours):
        if i in found:
            last = found[i]
        else:
            behind.setdefault(last, []).append(i)
    back = {j: i for i, j in found.items()}
    ordered: list[Pair] = [(i, None) for i in behind.get(-1, ())]
    for j in range(theirs):
        ordered.append((back.get(j), j))
        ordered += ((i, None) for i in behind.get(j, ()))
    return ordered
