"""Numbers as official papers print them, and as people type them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

_WIDE = Context(prec=400)
_LARGEST_IN_WORDS = 10**15
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TEN = {5: "lăm"}
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
_SCALES = ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"))
_RANKS = {1: "Nhất", 2: "Nhì", 4: "Tư"}
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LETTERS = "abcdđeghiklmnopqrstuvxy"

_ZEROS = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
_ZEROS_WORD = re.compile("|".join(_ZEROS))
_MINUS_SIGNS = str.maketrans(dict.fromkeys("\u2010\u2011\u2013\u2212", "-"))
_BRACKETED_LOSS = re.compile(r"\((-[^()]*)\)")
_RANK_WORDS = re.compile(r"^(?:đồng |xếp |hạng |thứ )+")
_FRACTION = re.compile(r"([0-9]{1,9}) ?/ ?([0-9]{1,9})")


def count(value: int, *, padded: bool = True) -> str:
    """A count of people or things; one to nine take a leading zero when padded.

    >>> count(3), count(0), count(3211)
    ('03', '0', '3.211')
    """
    return f"0{value}" if padded and 0 < value < 10 else number(value)


def number(value: int | Decimal) -> str:
    """A number with dots between thousands and a decimal comma, keeping its own decimal places.

    >>> number(Decimal("97.50")), number(15000000)
    ('97,50', '15.000.000')
    """
    exact = Decimal(value)
    if not exact.is_finite():
        raise ValueError(f"{value} cannot be printed")
    return f"{exact or abs(exact):,f}".translate(str.maketrans(",.", ".,"))


def percent(value: Decimal, places: int = 1) -> str:
    """A percentage rounded half up; decimals that are all zero are left out.

    >>> percent(Decimal("14.28")), percent(Decimal(100))
    ('14,3%', '100%')
    """
    rounded = half_up(value, places)
    whole = int(rounded)
    return f"{number(whole if whole == rounded else rounded)}%"


def half_up(value: Decimal, places: int) -> Decimal:
    """The value with so many decimal places, a half going away from zero.

    >>> half_up(Decimal("96.745"), 2)
    Decimal('96.75')
    """
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE)


def ordinal(n: int) -> str:
    """The word after "thứ" or "hạng", with a first capital.

    >>> ordinal(1), ordinal(4), ordinal(12)
    ('Nhất', 'Tư', 'Mười hai')
    """
    if n < 1:
        raise ValueError(f"no ordinal for {n}")
    return _RANKS.get(n) or in_words(n).capitalize()


def place_of(text: str) -> int | None:
    """The place that a typed rank names in words or Roman numerals, up to 100; none when it names none.

    >>> place_of("Hạng Nhì"), place_of("thứ tư"), place_of("III")
    (2, 4, 3)
    """
    return _places().get(_RANK_WORDS.sub("", _unified(text)))


@lru_cache(maxsize=1)
def _places() -> dict[str, int]:
    return {word.casefold(): n for n in range(1, 101) for word in (ordinal(n), in_words(n), roman(n), str(n))}


def in_words(n: int) -> str:
    """A whole number of at most 10**15 in words.

    >>> in_words(24), in_words(1005)
    ('hai mươi tư', 'một nghìn không trăm linh năm')
    """
    if abs(n) > _LARGEST_IN_WORDS:
        raise ValueError(f"{n} is too large for words")
    spoken = " ".join(_spoken(abs(n), follows=False)) or _DIGITS[0]
    return f"âm {spoken}" if n < 0 else spoken


def _spoken(n: int, *, follows: bool) -> Iterator[str]:
    for size, name in _SCALES:
        if n >= size:
            yield from _spoken(n // size, follows=follows)
            yield name
            n, follows = n % size, True
    if n:
        yield from _group(n, follows=follows)


def _group(n: int, *, follows: bool) -> Iterator[str]:
    hundreds, rest = divmod(n, 100)
    if hundreds or follows:
        yield f"{_DIGITS[hundreds]} trăm"
        if 0 < rest < 10:
            yield "linh"
    if rest:
        yield from _pair(*divmod(rest, 10))


def _pair(tens: int, unit: int) -> Iterator[str]:
    special = _AFTER_TENS if tens > 1 else _AFTER_TEN if tens else {}
    if tens:
        yield f"{_DIGITS[tens]} mươi" if tens > 1 else "mười"
    if unit:
        yield special.get(unit, _DIGITS[unit])


def roman(n: int) -> str:
    """The Roman numeral of 1 to 3999.

    >>> roman(9), roman(14)
    ('IX', 'XIV')
    """
    if not 0 < n < 4000:
        raise ValueError(f"no Roman numeral for {n}")
    written = ""
    for size, sign in _ROMAN:
        written += sign * (n // size)
        n %= size
    return written


def letter(n: int) -> str:
    """The letter that numbers the n-th point: a, b, c, d, đ, … y, and then aa, ab, …

    >>> letter(5), letter(7), letter(24)
    ('đ', 'g', 'aa')
    """
    if n < 1:
        raise ValueError(f"no letter for {n}")
    before, place = divmod(n - 1, len(_LETTERS))
    return (letter(before) if before else "") + _LETTERS[place]


def readings(text: str, words: Collection[str] = ()) -> tuple[Decimal, ...]:
    """Every value the typed number can bear, the Vietnamese reading first; none when it is no number.

    The words may stand after the number. Nghìn, triệu and tỷ multiply it.

    >>> readings("3.211")
    (Decimal('3211'), Decimal('3.211'))
    >>> readings("1,5 triệu đồng", ("đồng",))
    (Decimal('1500000'),)
    """
    typed = _typed(frozenset(words)).fullmatch(_unified(text))
    if not typed:
        return ()
    zeros = sum(_ZEROS[word] for word in _ZEROS_WORD.findall(typed["factors"]))
    return tuple(dict.fromkeys(_shifted(value, zeros) for value in _values(typed["sign"], typed["body"])))


def fraction(text: str) -> tuple[int, int] | None:
    """Both numbers of a typed ratio; none when it is no ratio or its second number is zero.

    >>> fraction("07/08")
    (7, 8)
    """
    match = _FRACTION.fullmatch(_unified(text))
    return (int(match[1]), int(match[2])) if match and int(match[2]) else None


def _unified(text: str) -> str:
    spaced = "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in text)
    folded = unicodedata.normalize("NFC", spaced).casefold().translate(_MINUS_SIGNS)
    return _BRACKETED_LOSS.sub(r"\1", folded.strip(), count=1)


@lru_cache(maxsize=64)
def _typed(words: frozenset[str]) -> re.Pattern[str]:
    """The shape of a typed number: its sign, its digits, multipliers and then unit words."""
    units = "|".join(re.escape(_unified(word)) for word in words if word.strip()) or "(?!)"
    factors = "|".join(_ZEROS)
    return re.compile(
        r"(?P<sign>[+-]?)(?P<body>[0-9](?:[0-9., ]*[0-9])?)"
        rf"(?P<factors>(?: *(?:{factors})(?!\w))*)(?: *(?:{units})(?!\w))*"
    )


def _grammar(thousands: str, point: str) -> re.Pattern[str]:
    grouped = rf"[1-9][0-9]{{0,2}}([{thousands} ])[0-9]{{3}}(?:\1[0-9]{{3}})*"
    return re.compile(rf"(?:{grouped}|[0-9]+)(?:[{point}][0-9]+)?")


_WRITINGS = ((".", ",", _grammar(".", ",")), (",", ".", _grammar(",", ".")))


def _values(sign: str, body: str) -> Iterator[Decimal]:
    for thousands, point, grammar in _WRITINGS:
        if grammar.fullmatch(body):
            digits = body.replace(thousands, "").replace(" ", "")
            yield Decimal(sign + digits.replace(point, "."))


def _shifted(value: Decimal, zeros: int) -> Decimal:
    return Decimal(f"{value.scaleb(zeros, _WIDE):f}") if zeros else value
