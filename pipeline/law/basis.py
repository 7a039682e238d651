"""What a paper of a given date cites, and what the register knows of a text that an office cites itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from pipeline.law.certainty import WORDS
from pipeline.law.register import CIRCULAR, DECREE, LAW, REGISTER, Basis
from pipeline.model import Citation
from pipeline.vietnamese.dates import long, short
from pipeline.vietnamese.text import bare

NUMBERED_LAWS_SINCE = date(2025, 1, 1)
"""From 2025 on decisions cite a law with its number; Decree 30 shows none (both were read)."""
_NUMBER = re.compile(r"\b0*(\d+) (\d{4})\b(.*)")
_KINDS = ("luat", "nghi dinh", "thong tu", "quyet dinh", "chi thi", "nghi quyet", "cong van", "huong dan", "phap lenh",
          "ke hoach", "thong bao", "ket luan")  # fmt: skip
_SHORT_KINDS = {"nd": "nghi dinh", "tt": "thong tu", "qd": "quyet dinh", "ct": "chi thi", "nq": "nghi quyet"}
_TITLE = "thi dua khen thuong"


def in_force(day: date) -> tuple[Basis, ...]:
    """The texts that a paper of a day cites, in the order in which it cites them."""
    return tuple(text for text in REGISTER if text.cited and text.holds(day))


def law_on(day: date) -> Basis | None:
    """The Law on emulation and commendation that is in force on a day."""
    return next((text for text in in_force(day) if text.kind == LAW and not text.amends), None)


def has_numbers(day: date, wanted: bool | None) -> bool:
    """Whether a paper of a day cites laws with their numbers, where the office does not say."""
    return day >= NUMBERED_LAWS_SINCE if wanted is None else wanted


def citations(texts: Iterable[Basis], day: date, numbered: bool | None = None) -> Iterator[str]:
    """The texts as a paper of that day cites them; without numbers, a law with those that amend it is one line."""
    shown = tuple(texts)
    with_numbers = has_numbers(day, numbered)
    within = [] if with_numbers else [text for text in shown if _law_amended(text, shown)]
    for text in shown:
        if text not in within:
            changes = [change for change in within if change.amends == text.number]
            yield citation(text, with_numbers) + _together(changes)


def _law_amended(text: Basis, among: Iterable[Basis]) -> bool:
    return text.kind == LAW and any(other.number == text.amends for other in among)


def citation(text: Basis, numbered: bool = True) -> str:
    """The text by kind, number, day, issuer and abstract; a law by its title: "Luật Thi đua, khen thưởng ngày …"."""
    day = long(text.day) if text.day else None
    number = f"số {text.number}" if numbered or text.kind != LAW else None
    parts = (
        (text.kind, text.abstract, number, day)
        if text.kind == LAW
        else (text.kind, number, day, f"của {text.issuer}", text.abstract)
    )
    return " ".join(part for part in parts if part)


def _together(changes: list[Basis]) -> str:
    if not changes:
        return ""
    days = " và ".join(long(text.day) for text in changes if text.day)
    several = "các " if len(changes) > 1 else ""
    return f"; {several}Luật {changes[0].abstract} {days}"


# --- what an office cites itself ------------------------------------------------------------------


def known(typed: Citation) -> Basis | None:
    """The text of the register that an office cites by number, or a law by its day."""
    if typed.number or typed.day:
        return next((text for text in REGISTER if names(typed, text)), None)
    return None


def names(typed: Citation, text: Basis) -> bool:
    """Whether a typed citation is this text: by number however it is written; a law by its day, or by its title."""
    if typed.number and _is_number(typed.number, typed.kind, text):
        return True
    if text.kind != LAW or _kind(typed.kind) != "luat" or (typed.number and not (typed.day and is_the_law(typed))):
        return False
    return typed.day == text.day if typed.day else is_the_law(typed) and not text.amends


def is_the_law(typed: Citation) -> bool:
    """Whether a typed citation is of the Law on emulation and commendation, of whatever day."""
    title = bare(f"{typed.kind} {typed.abstract or ''}")
    return title.startswith("luat ") and _TITLE in title and "sua doi" not in title


def _is_number(number: str, kind: str, text: Basis) -> bool:
    """98/2023/NĐ-CP, 98/2023/ND-CP, số 98/2023/NĐ–CP; 98/2023 beside "Nghị định"."""
    said, own = _NUMBER.search(bare(number)), _NUMBER.search(bare(text.number))
    if said is None or own is None or said.group(1, 2) != own.group(1, 2):
        return False
    tail = said[3].replace(" ", "")
    return tail.startswith(own[3].replace(" ", "")) if tail else _kind(kind) == bare(text.kind)


def _kind(said: str) -> str:
    words = bare(said)
    return next((kind for kind in _KINDS if words.startswith(kind)), _SHORT_KINDS.get(words, ""))


def differences(typed: Citation, text: Basis) -> Iterator[tuple[str, str, str, str]]:
    """What is typed otherwise than the register has it: the field, its name, what is typed, what is known."""
    if typed.number and not _is_number(typed.number, typed.kind, text):
        yield "number", "số", typed.number, text.number
    if typed.day and text.day and typed.day != text.day:
        yield "day", "ngày", short(typed.day), short(text.day)
    if _kind(typed.kind) not in ("", bare(text.kind)):
        yield "kind", "loại", typed.kind, text.kind
    if typed.issuer and not _same_issuer(typed.issuer, text.issuer):
        yield "issuer", "cơ quan", typed.issuer, text.issuer


def _same_issuer(typed: str, known_as: str) -> bool:
    """The ministry stands for its minister; a short form in capitals may be anybody's."""
    said, own = (bare(name).removeprefix("bo truong ") for name in (typed, known_as))
    return said.startswith(own) or (typed.isupper() and " " not in typed) or own.startswith(f"{said} ")


def instead_of(text: Basis, day: date) -> tuple[Basis, ...]:
    """What of the same kind is in force on a day, of the same field where the text is for one."""
    if text.sector:
        same = (other for other in REGISTER if (other.sector, other.kind) == (text.sector, text.kind))
        return tuple(other for other in same if other.since and other.holds(day) and other != text)
    return tuple(other for other in in_force(day) if other.kind == text.kind)


def certainty(text: Basis, field: str = "") -> str:
    """How certain the register is of a text, or of one field of it, as an office is told."""
    return WORDS["RECALLED" if field in text.unchecked else text.certainty]


__all__ = [
    "CIRCULAR", "DECREE", "LAW", "REGISTER", "Basis", "certainty", "citation", "citations", "differences",
    "has_numbers", "in_force", "instead_of", "is_the_law", "known", "law_on", "names",
]  # fmt: skip
