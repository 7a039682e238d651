"""The rules of words and signs: spaces, letters, quotes, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pipeline.decree30.layout import Layout, Paragraph
from pipeline.decree30.marks import Mark, mark
from pipeline.decree30.roles import Roles
from pipeline.vietnamese.dates import short
from pipeline.vietnamese.numbers import roman
from pipeline.vietnamese.text import clean, is_composed, key

_SPACES = re.compile(r"\S+(?: {2,})\S+")
_OPEN = re.compile(r"^(?:\S*số:?|ngày|tháng|năm|.*[.…])\s|\s/", re.IGNORECASE)
"""Room for the hand in a number or a date."""
_FOREIGN = re.compile(r"[\u0370-\u03ff\u0400-\u04ff]")
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_DATE = re.compile(
    r"[Nn]gày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})|(?<![\d/.])(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?![\d/])"
)
_CITED = re.compile(r"\d+/[\w\-–/Đđ]*[A-ZĐ][\w\-–/]*[^.;]{0,20}$|^Căn cứ [^.;]{0,120}$")
_NEAR = 130


def check_text(layout: Layout, roles: Roles) -> Iterator[Mark]:
    """What is wrong with the words of a paper."""
    paper = _day(roles)
    for paragraph in layout.paragraphs:
        if paragraph.text.strip():
            yield from _letters(paragraph)
            yield from _dates(paragraph, paper)
    yield from _quotes(layout)
    yield from _annexes(layout, roles)


def _letters(paragraph: Paragraph) -> Iterator[Mark]:
    text = paragraph.text
    double = _SPACES.search(text) if "  " in text else None
    if double and not _OPEN.search(double[0]):
        yield mark("TT30-60", paragraph, allowed="một dấu cách", found=double[0].strip()[:40])
    if text.isascii():
        return
    if not is_composed(text):
        wrong = next((word for word in text.split() if not is_composed(word)), text)
        yield mark("TT30-61", paragraph, allowed="Unicode dựng sẵn", found=clean(wrong).text)
    alike = ", ".join((*clean(text).repairs, *_foreign(text)))
    if alike:
        yield mark("TT30-62", paragraph, allowed="chữ tiếng Việt", found=alike)


def _foreign(text: str) -> Iterator[str]:
    """Words that mix our letters with Greek or Cyrillic ones that look like them."""
    if not _FOREIGN.search(text):
        return
    for word in _WORD.findall(text):
        if _FOREIGN.search(word) and _FOREIGN.sub("", word):
            yield f"“{word}”"


def _day(roles: Roles) -> tuple[int, int, int] | None:
    """The day of the paper; what is left open counts as the latest it can be."""
    for piece in roles.of("place and date"):
        year = re.search(r"năm\s+(\d{4})", piece.text)
        if year:
            day, month = (re.search(rf"{word}\s+(\d{{1,2}})\b", piece.text) for word in ("ngày", "tháng"))
            return int(year[1]), int(month[1]) if month else 12, int(day[1]) if day else 31
    return None


def _dates(paragraph: Paragraph, paper: tuple[int, int, int] | None) -> Iterator[Mark]:
    for found in _DATE.finditer(paragraph.text):
        day, month, year = (int(part) for part in found.groups() if part)
        try:
            real = date(year, month, day)
        except ValueError:
            yield mark("TT30-64", paragraph, allowed="ngày có thật", found=f"{day}/{month}/{year}")
            continue
        before = paragraph.text[max(0, found.start() - _NEAR) : found.start()]
        if paper and (year, month, day) > paper and _CITED.search(before):
            allowed = f"{paper[2]:02d}/{paper[1]}/{paper[0]}"
            yield mark("TT30-65", paragraph, allowed=allowed, found=short(real))


def _quotes(layout: Layout) -> Iterator[Mark]:
    """The paragraph where the rarer kind of quotes begins, when a paper has both."""
    straight = [paragraph for paragraph in layout.paragraphs if '"' in paragraph.text]
    curly = [paragraph for paragraph in layout.paragraphs if re.search("[“”]", paragraph.text)]
    if straight and curly:
        rarer, sign = (straight, "“…”") if len(straight) <= len(curly) else (curly, '"…"')
        yield mark("TT30-63", rarer[0], allowed=sign)


def _annexes(layout: Layout, roles: Roles) -> Iterator[Mark]:
    """Several annexes bear Roman numbers; the paper speaks of them."""
    if len(roles.annexes) > 1:
        for number, annex in enumerate(roles.annexes, 1):
            if key(annex.text.split("\n")[0]) != key(f"Phụ lục {roman(number)}"):
                yield mark("TT30-50", annex, allowed=f"Phụ lục {roman(number)}", found=len(roles.annexes))
    if roles.annexes and roles.official:
        before = layout.paragraphs[: roles.annexes[0].index]
        if not any(re.search("phụ lục|kèm theo", paragraph.text, re.IGNORECASE) for paragraph in before):
            yield mark("TT30-51", roles.annexes[0], allowed="chỉ dẫn trong văn bản")
