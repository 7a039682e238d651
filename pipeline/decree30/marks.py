"""A finding of the official page with the paragraph it is at."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.decree30.format import RULES
from pipeline.decree30.layout import Paragraph
from pipeline.problems import Finding, Level

_SHOWN = 60
_ARTICLES = {rule.code: rule.article for rule in RULES}


@dataclass(frozen=True)
class Mark:
    """A finding, and the number of its paragraph among those of the body; None for a page or a header."""

    finding: Finding
    index: int | None = None

    def within(self, file: str) -> Mark:
        """The same in a file of that name."""
        return replace(self, finding=replace(self.finding, file=file))

    def warned(self, source: str) -> Mark:
        """The same under a text that was only told by others: no error, and its article is that text."""
        level: Level = "CẢNH BÁO" if self.finding.level == "LỖI" else self.finding.level
        return replace(self, finding=replace(self.finding, level=level, article=source))


def mark(code: str, at: Paragraph | str, article: str = "", allowed: str = "", text: str = "", **words: object) -> Mark:
    """The finding `code` at a paragraph, or at a place that has none; `allowed` is what should stand there."""
    place, index, shown = (at, None, text) if isinstance(at, str) else (at.place, at.index, text or at.text)
    shown = " ".join(shown.split())
    shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    finding = Finding.of(code, "", place, shown, allowed=allowed, **words)
    return Mark(replace(finding, article=article or _ARTICLES[code], expected=allowed), index)


def points(half: int) -> str:
    """A size of letters stored as half points: "13", "13,5"."""
    return f"{half // 2},5" if half % 2 else str(half // 2)


def millimetres(length: int) -> str:
    """A length in twentieths of a point: "20 mm", "12,7 mm"."""
    return f"{length * 254 / 14400:.1f}".rstrip("0").rstrip(".").replace(".", ",") + " mm"


def span(least: str, most: str, unit: str = "") -> str:
    """ "13 - 14", or "13" when there is no choice."""
    return f"{least}{unit}" if least == most else f"{least} - {most}{unit}"
