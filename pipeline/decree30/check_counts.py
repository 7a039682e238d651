"""A count in words against the list that follows it; what cannot be counted for certain is left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from pipeline.decree30.layout import Layout, Paragraph
from pipeline.decree30.marks import Mark, mark
from pipeline.decree30.roles import Roles
from pipeline.decree30.wording import plain

_NAMED = "đơn vị|tập thể|cá nhân|hộ gia đình|đồng chí|thành viên|cơ quan|địa phương|xã|phường|phòng"
_OTHERS = (
    "nhiệm vụ|giải pháp|nội dung|phong trào|chỉ tiêu|tiêu chí|nhóm|mục tiêu|văn bản|hoạt động|mô hình|kiến nghị|"
    "đề xuất|hạn chế|nguyên nhân|bài học|danh hiệu|hình thức|bước"
)
_COUNT = re.compile(rf"(?<![\d/.,])(?P<count>\d{{1,2}}) (?P<thing>{_NAMED}|{_OTHERS})\b")
_LIST = r"(?:gồm(?: có| các [^.,;:\d]{2,30})?|bao gồm|cụ thể(?: như sau)?|như sau|sau đây|sau)\s*"
_TAIL = re.compile(rf"[^.,;:\d]{{0,60}}?,?\s{_LIST}")
_OPENED = re.compile(r"(?:gồm|bao gồm|gồm có)\s$")
"""Before a count that the list follows at once: "gồm 09 đơn vị:"."""
_VAGUE = re.compile(
    r"(?:trên|hơn|gần|khoảng|ít nhất|tối thiểu|tối đa|không quá|từ|đến|thêm|tổng số)\s$|"
    r"trong đó|trong số|mỗi|riêng|ngoài ra|một trong",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?:,| và|, và) ")
_SENTENCE = re.compile(r"[.;:!?]\s+(?=[^\W\d_])")
_ENDED = re.compile(r"(?<!\bTP)(?<!\bTp)(?<!\bTX)(?<!\bTT)(?<!\bTS)(?<!\bGS)(?<!S)(?<!\b\w)\.\s+(?=[A-ZĐ])")
"""A full stop that is none of a short form."""
_MARK = re.compile(r"\s*(?:(?P<sign>[-–+•*])|(?P<number>\d{1,2})[.)]|(?P<letter>[a-zđ])\))\s+(?=\S)")
_WITHIN = re.compile(r"\((\d{1,2})\)\s")
_COUNTED = re.compile(rf"\d+ (?:{_NAMED}|{_OTHERS})\b|;(?!\s*$)|:|\b(?:một|hai|ba) là\b", re.IGNORECASE)
"""Within one item: a count of its own, two things, a list below it."""
_SEVERAL = re.compile(r"\bvà\b|, (?=[A-ZÀ-ỸĐ])")
"""What may join two names, or be part of one."""


@dataclass(frozen=True)
class _Said:
    """A count in words, and whether names are counted."""

    count: int
    words: str
    named: bool


def check_counts(layout: Layout, roles: Roles) -> Iterator[Mark]:
    """Sentences whose count is not that of the list behind them."""
    lines = [paragraph for paragraph in roles.body if paragraph.text.strip()]
    for place, paragraph in enumerate(lines):
        text = plain(paragraph.text).strip() if ":" in paragraph.text else ""
        head, rest = (text[:-1], "") if text.endswith(":") else text.partition(":")[::2]
        said = _said(_SENTENCE.split(head)[-1])
        if said is None:
            continue
        listed = _inline(rest, paragraph.text) if rest else _below(lines[place + 1 :], said)
        if listed and said.count not in listed:
            count = f"{min(listed):02d} mục"
            yield mark("TT30-37", paragraph, allowed=count, found=said.words, count=count)


def _said(sentence: str) -> _Said | None:
    """The count that a sentence ends with; counts that stand side by side are added."""
    found = list(_COUNT.finditer(sentence))
    if not found or _VAGUE.search(sentence[: found[0].start()]):
        return None
    if any(not _JOINED.fullmatch(sentence, one.end(), other.start()) for one, other in pairwise(found)):
        return None
    things = [one["thing"] for one in found]
    before, after = sentence[: found[0].start()], sentence[found[-1].end() :]
    opened = not after.strip() and _OPENED.search(before)
    if len(set(things)) < len(things) or not (opened or _TAIL.fullmatch(after)):
        return None
    words = sentence[found[0].start() : found[-1].end()]
    return _Said(sum(int(one["count"]) for one in found), words, set(things) <= set(_NAMED.split("|")))


def _inline(rest: str, text: str) -> range | None:
    """How many things a sentence lists: between semicolons one each, but the last may hold two joined by "và"."""
    numbers = [int(number) for number in _WITHIN.findall(text)]
    if numbers:
        return range(len(numbers), len(numbers) + 1) if numbers == list(range(1, len(numbers) + 1)) else None
    listed = _ENDED.split(rest)[0].strip().removesuffix("./.").rstrip(".;")
    parts = [part.strip().removeprefix("và ") for part in listed.split(";")]
    if len(parts) < 2 or "." in listed or not all(parts) or any(_COUNTED.search(part) for part in parts):
        return None
    return range(len(parts), len(parts) + parts[-1].count(" và ") + 1)


def _below(lines: Sequence[Paragraph], said: _Said) -> range | None:
    """How many paragraphs with one kind of mark follow, when it is certain where their list ends."""
    first = _MARK.match(lines[0].text) if lines else None
    if not first:
        return None
    items = list(takewhile(lambda line: _is_item(line, first), lines))
    texts = [_MARK.sub("", plain(item.text), count=1).strip() for item in items]
    rest = lines[len(items) :]
    sure = (
        _runs(items, rest) if first["number"] else _closed(texts) and not any(_is_item(one, first) for one in rest[:3])
    )
    if not sure or any(_COUNTED.search(text) for text in texts):
        return None
    joined = sum(len(_SEVERAL.findall(text)) for text in texts) if said.named else 0
    return range(len(items), len(items) + joined + 1)


def _is_item(line: Paragraph, first: re.Match[str]) -> bool:
    found = _MARK.match(line.text)
    return found is not None and (found.lastgroup, found["sign"]) == (first.lastgroup, first["sign"])


def _closed(texts: Sequence[str]) -> bool:
    """Whether each line but the last ends with a semicolon, the last one with a full stop."""
    return len(texts) > 1 and all(text.endswith(";") for text in texts[:-1]) and texts[-1].endswith(".")


def _runs(items: Sequence[Paragraph], rest: Sequence[Paragraph]) -> bool:
    """Whether the items are numbered from 1 on, and no later line goes on with the next number."""
    numbers = [int(found["number"]) for item in items if (found := _MARK.match(item.text))]
    later = (found for line in rest if (found := _MARK.match(line.text)) and found["number"])
    following = next((int(found["number"]) for found in later), 1)
    return numbers == list(range(1, len(items) + 1)) and following != len(items) + 1
