"""The one place where a value becomes text, and every figure on paper is noted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sized
from decimal import Decimal

from jinja2 import Undefined
from markupsafe import Markup

from pipeline.model import Counted, Figure, Kind, Ordinal, Phrase, Text
from pipeline.rendering.faults import Unprintable
from pipeline.vietnamese import numbers

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINES = re.compile("[\r\n\t]")
_LINE_BREAK = re.compile("\r\n?|\n")
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
MOST_ROUNDS = 1_000_000
NOTHING = frozenset(("nan", "NaN", "None"))
_NUMBERS: dict[Kind, Callable[[Decimal], str]] = {
    "points": numbers.number,
    "percent": numbers.percent,
    "money": numbers.number,
    "quantity": numbers.number,
    "rank": str,
}


class Printer:
    """Prints the values of one document; `used` takes each figure in the order of printing.

    `doubtful`: it was given the name of nothing ("nan"), which may not stand alone in a run.
    """

    doubtful = False

    def __init__(self, used: list[Figure], padded: bool) -> None:
        self._used = used
        self._rounds = 0
        self._padded = padded

    def text(self, value: object) -> str:
        """The value as an office writes it. Raises `Unprintable` for what is no text of a paper."""
        if isinstance(value, str):
            return _sound(value)
        if isinstance(value, Undefined):
            return str(value)  # raises, naming what is missing
        if isinstance(value, Figure):
            return self._figure(value)
        if isinstance(value, Counted):
            return f"{self._figure(value.figure)}\u00a0{value.noun}"
        if isinstance(value, Ordinal):
            return numbers.ordinal(self.whole(value.figure))
        if isinstance(value, Phrase):
            return "".join(self.text(part) for part in value.parts)
        if isinstance(value, Text):
            return _sound(value.text)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        raise Unprintable(_refusal(value))

    def whole(self, value: object) -> int:
        """The whole number of a figure or of a loop, for a filter that writes it in its own way."""
        if isinstance(value, Figure):
            self._used.append(value)
            value = value.value
        if isinstance(value, Decimal) and value == value.to_integral_value():
            return int(value)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        raise Unprintable("bộ lọc này cần một số nguyên")

    def finalize(self, value: object) -> str:
        """The value as it enters the XML of a run: lines and tabs in Word's own terms."""
        if type(value) is str and value.isprintable():  # nearly always
            self.doubtful |= value in NOTHING
            return escaped(value) if "&" in value or "<" in value or ">" in value or '"' in value else value
        if isinstance(value, Markup):
            return value
        text = escaped(self.text(value))
        if text.isprintable() or not _LINES.search(text):
            return text
        return _LINE_BREAK.sub("\n", text).replace("\n", _BREAK).replace("\t", _TAB)

    def markup(self, value: object) -> Markup:
        """Whole runs, as docxtpl's `RichText` gives them; words alone may not stand between runs."""
        if isinstance(value, Undefined):
            str(value)  # raises, naming what is missing
        if isinstance(value, str) or not hasattr(value, "__html__"):
            raise Unprintable("thẻ này đứng ngoài đoạn chữ, chữ in ra sẽ mất; chỉ RichText được đứng ở đây")
        return Markup(value.__html__())

    def counted(self, values: Iterable[object]) -> Iterable[object]:
        """What a loop goes through; so many rounds as no paper has are refused before they begin."""
        if isinstance(values, Undefined):
            return values
        sized = values if isinstance(values, Sized) else list(values)
        self._rounds += len(sized)
        if self._rounds > MOST_ROUNDS:
            raise Unprintable(f"các vòng lặp của mẫu lặp quá {numbers.number(MOST_ROUNDS)} lần")
        return sized

    def _figure(self, figure: Figure) -> str:
        self._used.append(figure)
        if figure.kind == "count":
            return numbers.count(int(figure.value), padded=self._padded)
        return _NUMBERS[figure.kind](Decimal(figure.value))


def escaped(text: str) -> str:
    """The text as it stands in XML, in a run or in an attribute."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _sound(text: str) -> str:
    if not text.isprintable() and _FORBIDDEN.search(text):
        raise Unprintable("giá trị có ký tự điều khiển, không in được trong Word")
    return text


def _refusal(value: object) -> str:
    if value is None:
        return "chưa có số liệu để in; hỏi trước bằng {% if %}"
    if isinstance(value, (bool, float, Decimal)):
        return "giá trị này không phải là chữ hay số liệu có nguồn, không được in"
    return "thẻ này chỉ cả một nhóm trường, không in được"
