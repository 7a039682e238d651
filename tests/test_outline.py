"""Headings and tables are numbered without gaps, whatever is left out."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.documents import KINDS
from pipeline.documents.outline import Section, headings, table_numbers
from pipeline.vietnamese.numbers import roman

OUTLINE = (Section("a", ("a1", "a2", "a3")), Section("b"), Section("c", ("c1",)))


def marks(present: dict[str, bool]) -> dict[str, str]:
    """The headings that stand; in brackets the number of one whose line is not printed."""
    found = headings(OUTLINE, present)
    return {tag: str(mark) if mark.tieu_de else f"({mark})" for tag, mark in found.items() if mark}


@pytest.mark.parametrize(
    ("present", "expected"),
    [
        (("a1", "a2", "a3", "b", "c1"), {"a": "I.", "a1": "1.", "a2": "2.", "a3": "3.", "b": "II.", "c": "III.",
                                         "c1": "(1.)"}),
        (("a1", "a3"), {"a": "I.", "a1": "1.", "a3": "2."}),
        (("a2",), {"a": "I.", "a2": "(1.)"}),
        (("b", "c1"), {"b": "I.", "c": "II.", "c1": "(1.)"}),
        (("a", "c"), {"a": "I.", "c": "II."}),
        ((), {}),
    ],
)  # fmt: skip
def test_what_is_absent_takes_no_number_and_a_lone_part_no_line(
    present: tuple[str, ...], expected: dict[str, str]
) -> None:
    assert marks(dict.fromkeys(present, True)) == expected


def test_every_heading_is_known_present_or_not() -> None:
    assert set(headings(OUTLINE, {})) == {"a", "a1", "a2", "a3", "b", "c", "c1"}
    assert not any(headings(OUTLINE, {}).values())


@given(st.sampled_from([kind for kind in KINDS.values() if kind.outline]), st.data())
def test_numbers_run_without_gaps_in_every_paper(kind: object, data: st.DataObject) -> None:
    outline = kind.outline  # type: ignore[attr-defined]  # a Kind: hypothesis does not tell
    tags = [tag for section in outline for tag in (section.tag, *section.parts)]
    present = {tag: data.draw(st.booleans()) for tag in tags}
    found = headings(outline, present)
    sections = [str(found[section.tag]) for section in outline if found[section.tag]]
    assert sections == [f"{roman(n)}." for n in range(1, len(sections) + 1)]
    for section in outline:
        parts = [found[tag] for tag in section.parts if found[tag]]
        assert [str(part) for part in parts] == [f"{n}." for n in range(1, len(parts) + 1)]
        assert {part.tieu_de for part in parts if part} <= {len(parts) > 1}


def test_tables_are_numbered_in_the_order_in_which_they_stand() -> None:
    known = ("x", "y", "z", "elsewhere")
    for present in itertools.product((True, False), repeat=3):
        shown = dict(zip(known, present, strict=False))
        found = table_numbers(("z", "x", "y"), shown, known)
        numbers = [int(found[tag] or 0) for tag in ("z", "x", "y") if found[tag]]
        assert numbers == list(range(1, sum(present) + 1))
        assert found["elsewhere"] is None and list(found) == list(known)
