"""The outline of a paper: which headings stand, and their numbers, when absent ones are left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.vietnamese.numbers import roman


class Heading(str):
    """The number mark of a heading, "I." or "1."; `tieu_de` tells whether the heading line is printed."""

    tieu_de: bool = True


@dataclass(frozen=True)
class Section:
    """A section of an outline, by its tag, with the tags of its parts."""

    tag: str
    parts: tuple[str, ...] = ()


def headings(outline: Sequence[Section], present: Mapping[str, bool]) -> dict[str, Heading | None]:
    """The headings by tag, numbered I., 1. without gaps; None for what is absent.

    A section stands when it or a part of it is present; the only part of a section has no heading line.
    """
    found: dict[str, Heading | None] = {}
    at = 0
    for section in outline:
        parts = [tag for tag in section.parts if present.get(tag)]
        stands = bool(parts) or bool(present.get(section.tag))
        at += stands
        found[section.tag] = _heading(f"{roman(at)}.", True) if stands else None
        for tag in section.parts:
            shown = len(parts) > 1
            found[tag] = _heading(f"{parts.index(tag) + 1}.", shown) if tag in parts else None
    return found


def _heading(mark: str, shown: bool) -> Heading:
    heading = Heading(mark)
    heading.tieu_de = shown
    return heading


def table_numbers(order: Sequence[str], present: Mapping[str, bool], known: Sequence[str]) -> dict[str, str | None]:
    """The numbers of the tables of a paper, 1, 2, 3 in their order; None for a table that is not in it."""
    standing = [tag for tag in order if present.get(tag)]
    return {tag: str(standing.index(tag) + 1) if tag in standing else None for tag in known}
