"""What changed between two Word files, as tracked changes in the newer one: Word takes or refuses each."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from pipeline.office import package
from pipeline.office.accepted import accept
from pipeline.office.archive import unpacked
from pipeline.office.blocks import TABLE, P, W, cells, detach, flow, rows, stories, text_of
from pipeline.office.changes import changes
from pipeline.office.counterparts import in_flow, of_rows
from pipeline.office.pairs import Pair
from pipeline.office.pen import Pen, Way
from pipeline.office.relations import written
from pipeline.office.runs import divided

_NOTES = (f"{W}footnotes", f"{W}endnotes")
Woven = list[tuple[Way | None, etree._Element]]
"""What stands in a story now, one after the other: put in, taken out, or in both files."""


def tracked(before: bytes, after: bytes) -> bytes:
    """The newer file with what was put in and taken out since as tracked changes: words, paragraphs, rows.

    Changes that somebody tracked in either file count as made. Formatting, pictures, text boxes and notes are those
    of the newer file. Raises `Refused`, `ValueError` or `XMLSyntaxError` for what is no whole Word file.
    """
    parts = unpacked(after)
    old, new = stories(unpacked(before)), stories(parts)
    for story in (*old.values(), *new.values()):
        accept(story)
    pen = _Comparing(parts, new.values())
    for name, story in new.items():
        if name in old and story.tag not in _NOTES:
            pen.compare(_body(old[name]), _body(story))
        parts[name] = written(story)
    return package.write(parts)


def _body(story: etree._Element) -> etree._Element:
    body = story.find(f"{W}body")
    return story if body is None else body


class _Comparing(Pen):
    """Marks what changed between a part of one file and the same part of another."""

    def compare(self, before: etree._Element, after: etree._Element) -> None:
        """Mark it in a body, a header or a cell."""
        ours, theirs = list(flow(before)), list(flow(after))
        if ours and theirs:
            self._end_on_a_mark(self._weave(ours, theirs, in_flow(ours, theirs)))

    def _weave(
        self, ours: Sequence[etree._Element], theirs: Sequence[etree._Element], couples: Sequence[Pair]
    ) -> Woven:
        """Mark all that lies beside each other, and set in what was taken out."""
        woven: Woven = []
        for i, j in couples:
            if j is None:
                copy = self.struck(ours[i or 0])
                woven[-1][1].addnext(copy) if woven else theirs[0].addprevious(copy)
                woven.append(("del", copy))
            elif i is None:
                self.put_in(theirs[j])
                woven.append(("ins", theirs[j]))
            else:
                self._change(ours[i], theirs[j])
                woven.append((None, theirs[j]))
        return woven

    def _change(self, before: etree._Element, after: etree._Element) -> None:
        """Mark what changed within a pair of paragraphs, tables or rows."""
        if before.tag == P:
            self._change_words(before, after)
        elif before.tag == TABLE:
            ours, theirs = rows(before), rows(after)
            self._weave(ours, theirs, of_rows(ours, theirs))
        else:
            for one, other in zip(cells(before), cells(after), strict=True):
                self.compare(one, other)

    def _change_words(self, before: etree._Element, after: etree._Element) -> None:
        found = changes(text_of(before), text_of(after))
        ours = divided(before, (mark for left, _ in found for mark in (left.start, left.stop)))
        theirs = divided(after, (mark for _, right in found for mark in (right.start, right.stop)))
        for left, right in found:
            gone = [run for at, run in ours if left.start <= at < left.stop and text_of(run)]
            if gone:
                _place(self.struck_runs(gone), after, theirs, right.start)
            self.put_in_runs(run for at, run in theirs if right.start <= at < right.stop and text_of(run))

    def _end_on_a_mark(self, woven: Woven) -> None:
        """Have the last paragraph keep its end, which nobody can take out: the one before the change gives its own."""
        way, last = woven[-1]
        kept = next((one for its_way, one in reversed(woven) if its_way is None), None)
        if way is None or kept is None or not kept.tag == last.tag == P:
            return
        self.mark_end(kept, way)
        properties = last[0]
        if way == "del":
            last.replace(properties, deepcopy(kept[0]))
        for mark in list(last[0].iterfind(f"{W}rPr/{W}{way}")):
            detach(mark)


def _place(stroke: etree._Element, paragraph: etree._Element, runs: list[tuple[int, etree._Element]], at: int) -> None:
    """Set words that were taken out before the run that begins there, or at the end of the paragraph."""
    behind = next((run for start, run in runs if start >= at and text_of(run)), None)
    if behind is not None:
        behind.addprevious(stroke)
    elif runs:
        runs[-1][1].addnext(stroke)
    else:
        paragraph.append(stroke)
