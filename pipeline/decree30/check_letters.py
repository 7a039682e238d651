"""The rules of single letters: spaces, composed letters, look-alikes, hidden signs, one way to place tone marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.decree30.format import ALIKE
from pipeline.decree30.layout import Layout, Paragraph
from pipeline.decree30.marks import Mark, mark
from pipeline.decree30.roles import Roles
from pipeline.decree30.wording import unquoted
from pipeline.vietnamese.text import clean, is_composed
from pipeline.vietnamese.tones import settle

_SPACES = re.compile(r"\S+(?: {2,})\S+")
_OPEN = re.compile(r"^(?:\S*số:?|ngày|tháng|năm|.*[.…])\s|\s/", re.IGNORECASE)
"""Room for the hand in a number or a date."""
_STRANGE = re.compile(r"[ÐðƉɖƢƣ\u00ad\u200b-\u200d\u2060\ufeff\u0370-\u03ff\u0400-\u04ff\uff01-\uff5e]")
_WIDE = re.compile(r"[\uff01-\uff5e]+")
_FAR_EAST = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_FOREIGN = re.compile(r"[\u0370-\u03ff\u0400-\u04ff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
_NAMES = ("СССР", "ТАСС")
"""Russian names whose letters all look like ours."""
_HIDDEN = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff]")
_JOINED = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ][\u200b-\u200d\u2060\ufeff]+[A-Za-zÀ-ɏḀ-ỿ]")
_PART = re.compile(r"[A-Za-z]*[AEIOUYaeiouy][A-Za-z]*")
"""What a word may be parted into at the end of a line; no part of a Vietnamese word with its marks is that."""
_WORD = re.compile(r"[^\W\d_]+")
_EARLY = "[òóỏõọ][ae]|(?<![qQ])[ùúủũụÙÚỦŨỤ]y"
_LATE = "o[àáảãạèéẻẽẹ]|(?<![qQ])[uU][ỳýỷỹỵ]"
_TONES = tuple(re.compile(rf"(?:{tones})(?![^\W\d_])") for tones in (_EARLY, _LATE))
_BEFORE = re.compile(r"(?:(?:([^\W\d_]+)[ \u00a0])?([^\W\d_]+)[ \u00a0])?([^\W\d_]*)$")
_AFTER = re.compile(r"[ \u00a0]([^\W\d_]+)")
_LATER = {
    settle(pair): pair for pair in (*(f"o{vowel}" for vowel in "àáảãạèéẻẽẹ"), *(f"u{vowel}" for vowel in "ỳýỷỹỵ"))
}
_NEAR = 24
"""Longer than two syllables."""


def check_letters(layout: Layout, roles: Roles) -> Iterator[Mark]:
    """What is wrong with the letters of a paper."""
    for paragraph in layout.paragraphs:
        text = paragraph.text
        double = _SPACES.search(text) if "  " in text else None
        if double and not _OPEN.search(double[0]):
            yield mark("TT30-60", paragraph, allowed="một dấu cách", found=double[0].strip()[:40])
        if not text.isascii():
            yield from _composed(paragraph)
            if _STRANGE.search(text):
                yield from _strange(layout, paragraph)
    yield from _tones(layout, roles)


def _composed(paragraph: Paragraph) -> Iterator[Mark]:
    text = paragraph.text
    if not is_composed(text):
        wrong = next((word for word in text.split() if not is_composed(word)), text)
        yield mark("TT30-61", paragraph, allowed="Unicode dựng sẵn", found=clean(wrong).text)


# --- letters that look like ours, signs that are not seen ------------------------------------------


def _strange(layout: Layout, paragraph: Paragraph) -> Iterator[Mark]:
    alike = ", ".join((*clean(paragraph.text).repairs, *_alike(layout, paragraph.text)))
    if alike:
        yield mark("TT30-62", paragraph, allowed="chữ tiếng Việt", found=alike)
    hidden = ", ".join(_hidden(paragraph.text))
    if hidden:
        yield mark("TT30-67", paragraph, allowed="chữ không có ký tự ẩn", found=hidden)


def _alike(layout: Layout, text: str) -> Iterator[str]:
    """Words with letters that look like ours; words and signs of another script are left alone."""
    for word in _WORD.findall(text) if _FOREIGN.search(text) else ():
        foreign = _FOREIGN.findall(word)
        if foreign and ALIKE.issuperset(foreign) and (len(foreign) < len(word) or _is_disguised(layout, word)):
            yield f"“{word}”"
    if not _FAR_EAST.search(text):
        yield from (f"“{found}”" for found in _WIDE.findall(text))


def _is_disguised(layout: Layout, word: str) -> bool:
    """Whether a whole word of Cyrillic letters stands for one of ours: nothing else in the paper is Cyrillic."""
    if not _CYRILLIC.fullmatch(word) or word in _NAMES:
        return False
    others = (_CYRILLIC.findall(paragraph.text) for paragraph in layout.paragraphs if not paragraph.text.isascii())
    return all(ALIKE.issuperset(found) for words in others for found in words)


def _hidden(text: str) -> Iterator[str]:
    """Words with a sign that is not seen; a long foreign word, a link may be parted by one."""
    for token in text.split() if _HIDDEN.search(text) else ():
        word = token.strip(".,;:!?()[]{}“”\"'‘’…-–/")
        shown = _HIDDEN.sub("", word)
        if shown.isalpha() and (_JOINED.search(word) or ("\u00ad" in word and not _is_parted(word))):
            yield f"“{shown}”"


def _is_parted(word: str) -> bool:
    return all(_PART.fullmatch(part) for part in word.split("\u00ad"))


# --- tone marks -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Syllable:
    """A syllable whose tone may stand in two places, with its neighbours; `late` when on the last vowel."""

    at: Paragraph
    word: str
    late: bool
    before: tuple[str, str]
    after: str

    @property
    def free(self) -> bool:
        """Whether it is a common word: small letters, and no capital before it."""
        return self.word.islower() and not self.before[1][:1].isupper()

    @property
    def pair(self) -> str:
        """With its neighbour, the name it surely is: "Ủy ban", "Tỉnh ủy", "Thanh Hóa"; "" when it may be a person's."""
        outer, inner = self.before
        common = settle(self.word.lower())
        if inner[:1].isupper():
            return "" if outer[:1].isupper() and not self.word.islower() else f"{inner} {common}"
        return f"{common} {self.after}" if self.after.islower() and not self.word.islower() else ""


def _tones(layout: Layout, roles: Roles) -> Iterator[Mark]:
    """The rarer of two ways to place tone marks, at its first place; names keep their own."""
    whole = "\n".join(paragraph.text for paragraph in layout.paragraphs)
    if not all(tones.search(whole) for tones in _TONES):
        return
    basis = {piece.paragraph.index for piece in roles.of("basis")}
    found = [one for at in layout.paragraphs if at.index not in basis for one in _syllables(at)]
    yield from _mixed([one for one in found if one.free]) or _pairs(found)


def _syllables(paragraph: Paragraph) -> Iterator[_Syllable]:
    text = unquoted(paragraph.text)
    for late, tones in enumerate(_TONES):
        for found in tones.finditer(text):
            before = _BEFORE.search(text, max(0, found.start() - _NEAR), found.start())
            after = _AFTER.match(text, found.end())
            outer, inner, onset = before.groups("") if before else ("", "", "")
            yield _Syllable(paragraph, onset + found[0], bool(late), (outer, inner), after[1] if after else "")


def _mixed(found: Sequence[_Syllable]) -> list[Mark]:
    early, late = ([one for one in found if one.late == wanted] for wanted in (False, True))
    if not (early and late):
        return []
    rarer, other = (early, late) if len(early) < len(late) else (late, early)
    first = min(rarer, key=lambda one: one.at.index)
    return [mark("TT30-55", first.at, allowed=_placed(first.word, other[0].late), found=first.word)]


def _placed(word: str, late: bool) -> str:
    """The syllable with its tone on the first or the last of its vowels."""
    early = settle(word.lower())
    placed = early[:-2] + _LATER[early[-2:]] if late else early
    return placed.capitalize() if word[0].isupper() else placed


def _pairs(found: Sequence[_Syllable]) -> list[Mark]:
    """The first name that is written both ways."""
    names: dict[str, list[_Syllable]] = {}
    for one in found:
        if one.pair:
            names.setdefault(one.pair, []).append(one)
    return next((marks for same in names.values() if (marks := _mixed(same))), [])
