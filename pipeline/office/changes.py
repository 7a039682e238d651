"""What changed in a text, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import accumulate

Change = tuple[slice, slice]
"""Where it stands in the text before, and in the text after; one of them may be empty."""
_TOKEN = re.compile(r"\d[\d.,/]*\d|\w+|\s+|.", re.DOTALL)


def changes(before: str, after: str) -> list[Change]:
    """What was taken out of a text and put in, whole words and whole numbers, from left to right."""
    ours, theirs = _TOKEN.findall(before), _TOKEN.findall(after)
    at, to = ([0, *accumulate(map(len, tokens))] for tokens in (ours, theirs))
    codes = SequenceMatcher(None, ours, theirs, False).get_opcodes()
    found = ((slice(at[i1], at[i2]), slice(to[j1], to[j2])) for tag, i1, i2, j1, j2 in codes if tag != "equal")
    return list(_joined(found, before))


def _joined(found: Iterator[Change], before: str) -> Iterator[Change]:
    """The changes with those made one between which nothing but space was kept."""
    last: Change | None = None
    for ours, theirs in found:
        if last and not before[last[0].stop : ours.start].strip():
            last = slice(last[0].start, ours.stop), slice(last[1].start, theirs.stop)
            continue
        if last:
            yield last
        last = ours, theirs
    if last:
        yield last
