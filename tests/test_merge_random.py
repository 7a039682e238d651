"""Random edits by a person and random changes by the machine: no typed word is lost, no new figure left out."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from itertools import count

from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from test_merge import file, lines, remarks

from pipeline.releases.merge import Unmatched, merged

WORDS = ("thi đua", "khen thưởng", "tập thể", "cá nhân", "phong trào", "kết quả", "đơn vị", "hội nghị")
OPERATIONS = ("giữ", "giữ", "giữ", "sửa", "thêm", "bỏ", "chuyển")
TYPED, FIGURE = re.compile(r"gõ\d+"), re.compile(r"\b[79]\d{3}\b")


@dataclass
class Draft:
    """Lines of a file, each with its name, as one side has them; `touched` are edited or gone."""

    lines: list[tuple[int, str]]
    touched: set[int] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)

    @property
    def content(self) -> bytes:
        return file([text for _, text in self.lines])


def written(kinds: list[str]) -> Draft:
    """Lines with a figure each: paragraphs, and rows of tables."""
    texts = []
    for number, kind in enumerate(kinds):
        words = f"{WORDS[number % 8]} mục{chr(97 + number)} {WORDS[number * 3 % 8]}"
        texts.append(f"{number}|{words}|70{number:02}" if kind == "hàng" else f"Về {words} có 70{number:02} lượt, đạt.")
    return Draft(list(enumerate(texts)))


def by_machine(before: Draft, operations: list[str]) -> Draft:
    """Other figures, lines that come and go."""
    draft, new = Draft([]), count(9900)
    for (name, text), operation in zip(before.lines, operations, strict=True):
        if operation == "bỏ":
            draft.touched.add(name)
            draft.gone.add(name)
            continue
        if operation == "sửa":
            draft.touched.add(name)
            text = re.sub(r"\b70", "90", text)
        draft.lines.append((name, text))
        if operation == "thêm":
            other = f"x|hàng mới|{next(new)}" if "|" in text else f"Câu mới của máy có {next(new)} lượt."
            draft.lines.append((-1, other))
    return draft


def by_hand(before: Draft, operations: list[str]) -> Draft:
    """Words typed at the end of lines, into them and between them; lines taken out and moved to the head."""
    draft, typed = Draft([]), count(1)
    for (name, text), operation in zip(before.lines, operations, strict=True):
        if operation == "bỏ":
            draft.touched.add(name)
            draft.gone.add(name)
            continue
        if operation == "sửa":
            draft.touched.add(name)
            text = text.replace("mục", f"gõ{next(typed)} mục", 1)
        elif operation == "chuyển" and "|" not in text:
            draft.lines.insert(0, (name, text))
            continue
        draft.lines.append((name, text))
        if operation == "thêm":
            word = f"gõ{next(typed)}"
            draft.lines.append((-1, f"{word}|{word} 15|" if "|" in text else f"Câu {word} thêm 15."))
    return draft


sides = st.lists(
    st.tuples(st.sampled_from(["đoạn", "đoạn", "hàng"]), st.sampled_from(OPERATIONS), st.sampled_from(OPERATIONS)),
    min_size=1, max_size=14,
)  # fmt: skip


@given(sides)
def test_nothing_typed_is_lost_and_every_figure_is_new(drawn: list[tuple[str, str, str]]) -> None:
    before = written([kind for kind, _, _ in drawn])
    hand = by_hand(before, [operation for _, operation, _ in drawn])
    machine = by_machine(before, ["giữ" if one == "chuyển" else one for _, _, one in drawn])
    try:
        made = merged(before.content, hand.content, machine.content)
    except Unmatched:
        assert 3 * len(hand.gone) > len(before.lines) > 4
        return
    text, told = "\n".join(lines(made.content)), " ".join(one.now for one in made.kept)
    assert sorted(TYPED.findall(text)) == sorted(TYPED.findall("\n".join(line for _, line in hand.lines)))
    there = {name for name, _ in hand.lines if name >= 0}
    for name, line in machine.lines:
        if name in there:
            assert figure(line) in text
        elif name == -1 or name in machine.touched:
            assert figure(line) in text + told
    for name, line in before.lines:
        if name in machine.gone and name not in hand.touched:
            assert figure(line) not in text
        elif name not in machine.touched | hand.touched:
            assert line in text.split("\n")
    assert not text or all(one in " ".join(remarks(made.content)) for one in FIGURE.findall(told))
    Document(io.BytesIO(made.content))


def figure(line: str) -> str:
    """The one figure of a line that is no other's."""
    (found,) = FIGURE.findall(line)
    return str(found)


alike = st.lists(st.sampled_from(["", "Có 3 đơn vị.", "Có 4 đơn vị.", "Tốt", "1|Tốt|3", "2|Tốt|3", "|"]), max_size=7)


@given(alike, alike, alike, st.data())
def test_nothing_typed_is_lost_where_texts_are_alike(
    before: list[str], rest: list[str], now: list[str], data: st.DataObject
) -> None:
    """The person leaves any of the same few texts, with typed words behind some of them."""
    behind = data.draw(st.lists(st.booleans(), min_size=len(rest), max_size=len(rest)))
    hand = [f"{text} gõ{at}" if typed else text for at, (text, typed) in enumerate(zip(rest, behind, strict=True))]
    made = merged(file(before), file(hand), file(now)).content
    assert sorted(TYPED.findall("\n".join(lines(made)))) == sorted(TYPED.findall("\n".join(hand)))
    Document(io.BytesIO(made))
