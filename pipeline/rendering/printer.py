"""The one place where a value becomes text, and every figure on paper is noted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sized
from decimal import Decimal

from jinja2 import Undefined
from markupsafe import Markup

from pipeline.model import Counted, Figure, Kind, Ordinal, Phrase, Text
from pipeline.rendering.faults import Unprintable
from pipeline.rendering.pictures import Album, Picture
from pipeline.vietnamese import numbers

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORBIDDEN_MARKUP = re.compile(_FORBIDDEN.pattern.replace("\x00-\x08\x0b\x0c", "\x00-\x06\x08\x0b"))
_LINES = re.compile("[\r\n\t\a\f]")
_LINE_BREAK = re.compile("\r\n?|\n")
PARAGRAPH, PAGE = '<w:br w:type="kt-paragraph"/>', '<w:br w:type="kt-page"/>'
"""Where a listing ends its paragraph, or its page too: a break of no kind that Word knows, until the part is tidied."""
_RUN_ON = '</w:t>{}<w:t xml:space="preserve">'
_SIGNS = {"\n": "<w:br/>", "\t": "<w:tab/>", "\a": PARAGRAPH, "\f": PAGE}
_IN_RUN = str.maketrans({sign: _RUN_ON.format(element) for sign, element in _SIGNS.items()})
_IN_WORDS = str.maketrans({"\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})
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

    `doubtful`: it was given a name of `nothing` ("nan"), which may not stand alone in a run.
    """

    doubtful = False
    untidy = False
    """Whether something came out that only tidying makes whole: a listing in several paragraphs, an empty table."""

    def __init__(
        self, used: list[Figure], padded: bool, album: Album | None = None, nothing: frozenset[str] = NOTHING
    ) -> None:
        self.nothing = nothing
        self._used = used
        self._rounds = 0
        self._padded = padded
        self._album = album or Album({}, frozenset())
        self._part = ""
        self._before = 0

    def begin(self, part: str) -> None:
        """A part of the document begins."""
        self._part, self._before, self.untidy = part, len(self._used), False

    def begin_again(self) -> None:
        """The part begins once more: what it printed does not count."""
        del self._used[self._before :]
        self._rounds = 0

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
            return self.whole(value.figure, numbers.ordinal)
        if isinstance(value, Phrase):
            return "".join(self.text(part) for part in value.parts)
        if isinstance(value, Text):
            return _sound(value.text)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        raise Unprintable(_refusal(value))

    def whole(self, value: object, write: Callable[[int], str]) -> str:
        """The whole number of a figure or of a loop as a filter writes it."""
        return self.number(value, lambda number: write(_whole(number)))

    def number(self, value: object, write: Callable[[Decimal], str]) -> str:
        """The number of a figure, or a number itself, as a filter writes it."""
        if isinstance(value, Undefined):
            str(value)  # raises, naming what is missing
        number = value.value if isinstance(value, Figure) else value
        if not isinstance(number, (int, Decimal)) or isinstance(number, bool) or not Decimal(number).is_finite():
            raise Unprintable(_refusal(None) if number is None else "bộ lọc này cần một số")
        text = write(Decimal(number))
        return self.noted(value, text) if isinstance(value, Figure) else text

    def changed(self, value: object, change: Callable[[str], str]) -> str:
        """The words of a value, as a filter changes them."""
        return change(self.text(value))

    def noted(self, figure: Figure, text: str) -> str:
        """The text of a figure, as it comes on paper; the figure is noted."""
        self._used.append(figure)
        return text

    def finalize(self, value: object) -> str:
        """The value as it enters the XML of a run: lines and tabs in Word's own terms."""
        if type(value) is str and value.isprintable():  # nearly always
            self.doubtful |= value in self.nothing
            return escaped(value) if "&" in value or "<" in value or ">" in value or '"' in value else value
        if isinstance(value, Figure):
            return self._figure(value)
        if isinstance(value, Markup):
            return value
        if isinstance(value, Picture):
            return _RUN_ON.format(self._drawing(value))
        html = getattr(value, "__html__", None)
        return self._broken(escaped(self.text(value)) if html is None else _of_listing(html()))

    def words(self, value: object) -> Markup:
        """The value where no run is: in an attribute, in the properties of the document."""
        return Markup(escaped(self.text(value)).translate(_IN_WORDS))

    def markup(self, value: object) -> Markup:
        """Whole runs, as docxtpl's `RichText` gives them; words alone may not stand between runs."""
        if isinstance(value, Undefined):
            str(value)  # raises, naming what is missing
        if isinstance(value, Picture):
            return Markup(f"<w:r>{self._drawing(value)}</w:r>")
        if isinstance(value, str) or not hasattr(value, "__html__"):
            raise Unprintable("thẻ này đứng ngoài đoạn chữ, chữ in ra sẽ mất; chỉ RichText được đứng ở đây")
        return Markup(self._broken(_sound(value.__html__(), _FORBIDDEN_MARKUP)))

    def drawn(self, value: object) -> str:
        """The number of the next drawing, for one of the template that is repeated."""
        return str(self._album.number())

    def _drawing(self, picture: Picture) -> str:
        try:
            return self._album.drawing(self._part, picture)
        except ValueError as error:
            raise Unprintable("ảnh hỏng, hoặc không phải là PNG, JPEG, GIF, BMP, TIFF") from error

    def _broken(self, text: str) -> str:
        """Escaped text with its lines, tabs, paragraphs and pages in Word's own terms."""
        if text.isprintable() or not _LINES.search(text):
            return text
        self.untidy |= "\a" in text or "\f" in text
        return _LINE_BREAK.sub("\n", text).translate(_IN_RUN)

    def counted(self, values: Iterable[object]) -> Iterable[object]:
        """What a loop goes through; so many rounds as no paper has are refused before they begin."""
        if isinstance(values, Undefined):
            return values
        sized = values if isinstance(values, Sized) else list(values)
        self._rounds += len(sized)
        if self._rounds > MOST_ROUNDS:
            raise Unprintable(f"các vòng lặp của mẫu lặp quá {numbers.number(MOST_ROUNDS)} lần")
        return sized

    def emptied(self, context: object) -> Markup:
        """Nothing; the part has to be tidied, for a loop over the rows of a table gave none."""
        self.untidy = True
        return Markup()

    def _figure(self, figure: Figure) -> str:
        return self.noted(figure, written(figure, self._padded))


def written(figure: Figure, padded: bool = False) -> str:
    """A figure as an office writes it, counts under ten as "03" when `padded`."""
    if figure.kind == "count":
        return numbers.count(int(figure.value), padded=padded)
    return _NUMBERS[figure.kind](Decimal(figure.value))


def _whole(number: Decimal) -> int:
    if number != number.to_integral_value():
        raise Unprintable("bộ lọc này cần một số nguyên")
    return int(number)


def escaped(text: str) -> str:
    """The text as it stands in XML, in a run or in an attribute."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _of_listing(text: str) -> str:
    """The escaped words of a docxtpl `Listing`; whole runs have a tag of their own, pictures a type."""
    if "<" in text:
        raise Unprintable("giá trị này không phải là chữ: RichText thì viết thẻ là {{r … }}, ảnh thì dùng Picture")
    return _sound(text, _FORBIDDEN_MARKUP)


def _sound(text: str, forbidden: re.Pattern[str] = _FORBIDDEN) -> str:
    if not text.isprintable() and forbidden.search(text):
        raise Unprintable("giá trị có ký tự điều khiển, không in được trong Word")
    return text


def _refusal(value: object) -> str:
    if value is None:
        return "chưa có số liệu để in; hỏi trước bằng {% if %}"
    if isinstance(value, (bool, float, Decimal)):
        return "giá trị này không phải là chữ hay số liệu có nguồn, không được in"
    return "thẻ này chỉ cả một nhóm trường, không in được"
