"""A sentence that two changed: which words of one change still fit into the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from pipeline.office.letters import Change
from pipeline.office.pairs import compared

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[^\S\t\n]+|.", re.DOTALL)
_SPACE = " "
_START, _END = "\x02", "\x03"
_Hunk = tuple[int, int, int, int]
"""Words of the first text, from and to, and those of the second in their place."""
_ALIKE = 0.5


def plain(text: str) -> str:
    """The words of a text, whatever stands between them."""
    return _SPACE.join(text.split())


def replayed(before: str, edited: str, now: str) -> tuple[list[Change], bool]:
    """What becomes of the letters of `edited` when the change from `before` to `now` is made on it too.

    A replacement is among them when the words it replaces still stand there between the same neighbours, or
    beside one of them when they stand only once; the second value says whether all are.
    """
    old, own, new = _tokens(before), _tokens(edited), _tokens(now)
    hunks = list(_hunks(old, new))
    if plain(before) != plain(edited):
        hunks = _joined(hunks, old, new)
    places = _same(old, own)
    starts = list(accumulate((len(token) for token in own), initial=0))
    fitting = [hunk for hunk in hunks if _fits(hunk, old, own, places)]
    # the first token is no letter
    return [
        (starts[at := places[hunk[0] - 1] + 1] - 1, starts[at + hunk[1] - hunk[0]] - 1, "".join(new[hunk[2] : hunk[3]]))
        for hunk in fitting
    ], len(fitting) == len(hunks)


def _tokens(text: str) -> list[str]:
    return [_START, *_TOKEN.findall(text), _END]


def _keys(tokens: Sequence[str]) -> list[str]:
    return [token if token in "\t\n" or not token.isspace() else _SPACE for token in tokens]


def _hunks(old: Sequence[str], new: Sequence[str]) -> Iterator[_Hunk]:
    found = compared(_keys(old), _keys(new))
    return ((i1, i2, j1, j2) for tag, i1, i2, j1, j2 in found if tag != "equal")


def _joined(hunks: Sequence[_Hunk], old: Sequence[str], new: Sequence[str]) -> list[_Hunk]:
    """Replacements with only a space between them are one, and so are all when most words are new."""
    joined: list[_Hunk] = []
    for hunk in hunks:
        if joined and "".join(old[joined[-1][1] : hunk[0]]).isspace():
            hunk = (joined[-1][0], hunk[1], joined.pop()[2], hunk[3])
        joined.append(hunk)
    gone = sum(i2 - i1 for i1, i2, _, _ in joined)
    if len(joined) > 1 and gone > _ALIKE * (len(old) - 2):
        return [(joined[0][0], joined[-1][1], joined[0][2], joined[-1][3])]
    return joined


def _same(old: Sequence[str], own: Sequence[str]) -> dict[int, int]:
    """The tokens that still stand, each with its place."""
    found = compared(_keys(old), _keys(own))
    return {i1 + at: j1 + at for tag, i1, i2, j1, _ in found if tag == "equal" for at in range(i2 - i1)}


def _fits(hunk: _Hunk, old: Sequence[str], own: Sequence[str], places: Mapping[int, int]) -> bool:
    start, end = hunk[:2]
    before = next(at for at in range(start - 1, -1, -1) if not old[at].isspace())
    behind = next(at for at in range(end, len(old)) if not old[at].isspace())
    if _together(before, behind, places):
        return True
    beside = _together(before, end - 1, places) or _together(start, behind, places)
    return start < end and beside and _count(old, old[start:end]) == _count(own, old[start:end]) == 1


def _together(first: int, last: int, places: Mapping[int, int]) -> bool:
    """Whether the tokens from one to another all stand, next to each other."""
    at = places.get(first)
    return at is not None and all(places.get(first + step) == at + step for step in range(last - first + 1))


def _count(tokens: Sequence[str], part: Sequence[str]) -> int:
    return sum(tokens[at : at + len(part)] == part for at in range(len(tokens)))
