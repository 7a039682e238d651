"""The rule of the basis: a text that a paper rests on is in force on its day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Protocol

from pipeline.decree30.dating import days_of
from pipeline.decree30.marks import Mark, mark
from pipeline.decree30.roles import Roles
from pipeline.vietnamese.dates import read_date, short
from pipeline.vietnamese.text import bare

_KIND = "Luật|Pháp lệnh|Nghị định|Thông tư liên tịch|Thông tư|Nghị quyết|Quyết định|Chỉ thị"
_HEAD = re.compile(rf"\s*(?:Căn cứ )?(?:vào )?(?:các )?(?P<kind>{_KIND})\s+(?P<rest>.*)", re.DOTALL)
_NUMBER = re.compile(r"(?:số:?\s*)?(\d{1,4}\s*/\s*\d{4}\s*/\s*[A-ZĐÐ][\w&]*(?:\s?[-–]\s?[A-ZĐÐ][\w&]*)*)")
_LAW = re.compile(
    r"(?P<name>[^\d;()]{3,150}?)(?:,?\s+số\s+(?P<number>\d+/\d{4}/\w+))?"
    r",?(?:\s+(?:ngày\s+(?P<day>\d{1,2}(?:/\d{1,2}/| tháng \d{1,2} năm )\d{4})|(?:năm\s+)?(?P<year>\d{4}))\b|$)"
)
_HISTORY = re.compile(r"giai đoạn|trước đây|hết hiệu lực|thay thế|bãi bỏ|đã được thay")
_UNSURE = timedelta(days=365)
"""What is only recalled of a text may be wrong by so much."""


class Text(Protocol):
    """A legal text of a register: `until` is its last day in force; None is a day that is open or not known."""

    @property
    def kind(self) -> str: ...
    @property
    def number(self) -> str: ...
    @property
    def abstract(self) -> str: ...
    @property
    def day(self) -> date | None: ...
    @property
    def since(self) -> date | None: ...
    @property
    def until(self) -> date | None: ...
    @property
    def certainty(self) -> str: ...


def check_basis(roles: Roles, texts: Iterable[Text]) -> Iterator[Mark]:
    """The texts cited as a basis that are surely not in force on the day of the paper."""
    days, known = days_of(roles), tuple(texts)
    if not days or not known:
        return
    lines = [piece.paragraph for piece in roles.of("basis")]
    lines += [paragraph for paragraph in roles.body if paragraph.text.lstrip().startswith("Căn cứ ")]
    for paragraph in dict.fromkeys(lines):
        for segment in paragraph.text.split(";"):
            same = list(_cited(segment, known))
            if same and not any(_may_hold(text, *days) for text in same):
                allowed = f"văn bản có hiệu lực ngày {short(days[1])}"
                yield mark("TT30-66", paragraph, allowed=allowed, found=_told(same[0]))


def _cited(segment: str, known: tuple[Text, ...]) -> Iterator[Text]:
    """The text that a line of the basis begins with; what it amends or replaces is only named."""
    head = _HEAD.match(segment)
    if not head or _HISTORY.search(segment):
        return
    number = _NUMBER.match(head["rest"])
    if number:
        yield from (text for text in known if bare(text.number) == bare(number[1]))
    elif head["kind"] == "Luật" and (law := _LAW.match(head["rest"])):
        yield from (text for text in known if text.kind == "Luật" and _is_law(text, law))


def _is_law(text: Text, law: re.Match[str]) -> bool:
    if law["number"]:
        return bare(text.number) == bare(law["number"])
    if bare(text.abstract) != bare(law["name"]) or text.day is None:
        return False
    return read_date(law["day"]) == text.day if law["day"] else law["year"] == str(text.day.year)


def _may_hold(text: Text, first: date, last: date) -> bool:
    """Whether the text may be in force on one of the days."""
    slack = _UNSURE if text.certainty == "RECALLED" else timedelta()
    begun = text.since is None or text.since - slack <= last
    return begun and (text.until is None or first <= text.until + slack)


def _told(text: Text) -> str:
    """ "Nghị định số 91/2017/NĐ-CP (hiệu lực từ 01/10/2017 đến 31/12/2023)"."""
    since = f" từ {short(text.since)}" if text.since else ""
    until = f" đến {short(text.until)}" if text.until else ""
    name = f"{text.abstract} năm {text.day.year}" if text.kind == "Luật" and text.day else f"số {text.number}"
    return f"{text.kind} {name} (hiệu lực{since}{until})"
