"""The rules of quotes, dates, and what a paper says of its annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.decree30.dating import days_of
from pipeline.decree30.format import DATE, DATED
from pipeline.decree30.layout import Layout, Paragraph
from pipeline.decree30.marks import Mark, mark
from pipeline.decree30.roles import Roles
from pipeline.decree30.wording import unquoted
from pipeline.vietnamese.dates import long, short
from pipeline.vietnamese.numbers import roman
from pipeline.vietnamese.text import key

_DATE = re.compile(
    r"[Nn]gày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})"
    r"|(?<![\d/.])(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?![\d/]|[-–][^\W\d])"
)
_NUMBERED = re.compile(r"\b[Ss]ố:?\s*$")
"""What stands here is a number of a paper, not a day."""
_CITED = re.compile(
    r"\d+/[\w\-–/]*[A-ZĐ][\w\-–/]*,?(?: (?:ban hành|ký))?(?: ngày)? ?$"
    r"|^Căn cứ (?:Luật|Bộ luật|Pháp lệnh|Biên bản)\b(?:(?!chuẩn bị|tổ chức|dự kiến|về việc)[^.;\d]){0,100}$"
)
"""Right before the day of a cited paper: its number, or the law, the minutes it is; not the day that one plans."""
_RECENT = 2000
"""The zeros are asked of papers of our days; days of history are written as people know them."""
_NEAR = 130
_SAID = re.compile(r"(?<!\d)(\d{1,2}) (?:[Pp]hụ lục)\b[^.;()]{0,30}kèm theo")


def check_text(layout: Layout, roles: Roles) -> Iterator[Mark]:
    """What is wrong with the words of a paper."""
    days = days_of(roles)
    for paragraph in layout.paragraphs:
        text = paragraph.text
        if "/" in text or "ngày" in text or "Ngày" in text:
            yield from _dates(paragraph, days[1] if days else None)
    yield from _unpadded(roles)
    yield from _undated(roles)
    yield from _quotes(layout)
    yield from _annexes(layout, roles)


def _dates(paragraph: Paragraph, latest: date | None) -> Iterator[Mark]:
    """Days that there are not, and cited papers that are later than this one."""
    for found in _DATE.finditer(paragraph.text):
        before = paragraph.text[max(0, found.start() - _NEAR) : found.start()]
        if _NUMBERED.search(before):
            continue
        day, month, year = (int(part) for part in found.groups() if part)
        try:
            real = date(year, month, day)
        except ValueError:
            yield mark("TT30-64", paragraph, allowed="ngày có thật", found=f"{day}/{month}/{year}")
            continue
        if latest and real > latest and _CITED.search(before):
            yield mark("TT30-65", paragraph, allowed=short(latest), found=short(real))


def _unpadded(roles: Roles) -> Iterator[Mark]:
    """The first day of the running text that lacks a zero."""
    for paragraph in (*(piece.paragraph for piece in roles.of("basis")), *roles.body):
        for found in _DATE.finditer(unquoted(paragraph.text)) if "gày " in paragraph.text else ():
            day, month, year = (part for part in found.groups() if part)
            lacks = (len(day) == 1 and day != "0") or month in ("1", "2")
            told = found[0][:1] in "nN" or re.search(r"[Nn]gày $", paragraph.text[: found.start()])
            if lacks and told and int(year) >= _RECENT and (real := _real(year, month, day)):
                allowed = long(real).removeprefix("ngày ") if "tháng" in found[0] else short(real)
                yield mark("TT30-26", paragraph, allowed=allowed, found=re.sub(r"^[Nn]gày\s+", "", found[0]))
                return


def _real(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _undated(roles: Roles) -> Iterator[Mark]:
    """A paper of a dated type whose head bears no place and date."""
    motto = next(iter(roles.of("motto")), None)
    dated = roles.type is not None and roles.type.abbreviation in DATED
    if motto and dated and roles.official and not roles.of("place and date"):
        yield mark("TT30-18", motto.paragraph, allowed=DATE.example)


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
        yield from _annexes_said(before, len(roles.annexes))


def _annexes_said(paragraphs: Sequence[Paragraph], count: int) -> Iterator[Mark]:
    for paragraph in paragraphs:
        said = _SAID.search(paragraph.text) if "hụ lục" in paragraph.text else None
        if said and int(said[1]) != count:
            yield mark("TT30-38", paragraph, allowed=f"{count:02d} phụ lục", found=said[0], count=f"{count:02d}")
