"""Text made fit for paper, keys that match names, and small pieces of wording."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from heapq import nlargest
from typing import NamedTuple

from pipeline.vietnamese.tones import settle, split

_LOOKALIKES = {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ", "Ƣ": "Ư", "ƣ": "ư"}
_MENDED = str.maketrans(_LOOKALIKES)
# the soft hyphen stays: in text from the old TCVN3 fonts it stands for ư
_INVISIBLE = re.compile(r"[\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_LINE_BREAK = re.compile(r"_x000D_|\r\n?|[\n\v\x85\u2028\u2029]")
_SPACES = re.compile(r"[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_FORBIDDEN = re.compile(r"[^\t\n\r\u0020-\ud7ff\uf900-\ufffd\U00010000-\U000effff]")
_QUOTES = re.compile(r"[\"'`´“”„‟‘’‚‛«»‹›′″]")
_DASH = re.compile(r"\s*[-\u2010-\u2015\u2212]\s*")
_NOT_BARE = re.compile(r"[^a-z0-9]+")
_WORD = re.compile(r"[^\W_]+")
_FINISHED = re.compile(r"[.!?:;…][\"'”’»)\]}]*$")
_LIKE_ENOUGH = 0.6
_WINDOWS_FORBIDS = re.compile(r'[<>:"/\\|?*\x00-\x1f\ud800-\udfff]')
_RESERVED = re.compile(r"^(con|prn|aux|nul|con(?:in|out)\$|(?:com|lpt)[0-9¹²³])(?= *(?:\.|$))", re.IGNORECASE)
_EXTENSION = re.compile(r"\.[A-Za-z0-9]{1,5}$")
_LONGEST_NAME, _LARGEST_NAME = 120, 240
_REMEMBERED = 1 << 15
"""Keys are asked for again and again: headers, names of units, wordings."""


class Cleaned(NamedTuple):
    """Text fit to use, and the wrong letters that were mended in it, as in "Ð → Đ"."""

    text: str
    repairs: tuple[str, ...]


def clean(text: str) -> Cleaned:
    """The text in NFC with single spaces and no empty lines; look-alike letters are mended.

    >>> clean("  Sở  Nội vụ ")
    Cleaned(text='Sở Nội vụ', repairs=())
    >>> clean("khen thƣởng").repairs
    ('ƣ → ư',)
    """
    visible = _INVISIBLE.sub("", text)
    composed = unicodedata.normalize("NFC", visible.translate(_MENDED))
    lines = (_SPACES.sub(" ", line).strip(" ") for line in _LINE_BREAK.split(composed))
    return Cleaned("\n".join(filter(None, lines)), _repairs(visible))


def is_composed(text: str) -> bool:
    """Whether every letter with its marks is one character, as NFC has it.

    >>> is_composed("Lệ Thủy"), is_composed("Le\u0323\u0302 Thu\u0309y")
    (True, False)
    """
    return unicodedata.is_normalized("NFC", text)


def _repairs(text: str) -> tuple[str, ...]:
    return tuple(f"{wrong} → {right}" for wrong, right in _LOOKALIKES.items() if wrong in text)


def forbidden(text: str) -> str | None:
    """The first character that may not be on paper: a control, half a surrogate pair, private use.

    >>> forbidden("Sở\\x07 Nội vụ")
    '\\x07'
    """
    found = _FORBIDDEN.search(text)
    return found[0] if found else None


@lru_cache(_REMEMBERED)
def key(text: str) -> str:
    """What two spellings of one name share; accents and tones still tell names apart.

    >>> key("Hoà - Bình.") == key("HÒA–BÌNH")
    True
    >>> key("Tân Hòa") == key("Tân Hóa")
    False
    """
    unquoted = _QUOTES.sub("", clean(text).text)
    folded = unicodedata.normalize("NFC", unquoted.casefold())
    spaced = " ".join(_DASH.sub("-", settle(folded)).split())
    return spaced.strip(" .:;")


@lru_cache(_REMEMBERED)
def bare(text: str) -> str:
    """The key without accents: words of a to z and digits with single spaces.

    >>> bare("Thi đua - Khen thưởng")
    'thi dua khen thuong'
    """
    return _unaccented(key(text))


def _unaccented(folded: str) -> str:
    parts = unicodedata.normalize("NFD", folded.replace("đ", "d"))
    plain = "".join(part for part in parts if not unicodedata.combining(part))
    return _NOT_BARE.sub(" ", plain).strip()


def slug(text: str) -> str:
    """The bare words joined by hyphens.

    >>> slug("Chủ tịch UBND tỉnh")
    'chu-tich-ubnd-tinh'
    """
    return bare(text).replace(" ", "-")


def nearest(text: str, names: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """The names most like the text, best first, for asking "did you mean"; abbreviations count.

    >>> nearest("Sở GD&ĐT", ["Sở Tài chính", "Sở Giáo dục và Đào tạo"], limit=1)
    ('Sở Giáo dục và Đào tạo',)
    """
    typed = key(text)
    scored = ((_likeness(typed, key(name)), name) for name in dict.fromkeys(names))
    close = (pair for pair in scored if pair[0][0] >= _LIKE_ENOUGH)
    return tuple(name for _, name in nlargest(limit, close, key=lambda pair: pair[0]))


def _likeness(typed: str, known: str) -> tuple[float, float]:
    one, other = _unaccented(typed), _unaccented(known)
    short = one.replace(" ", "")
    alike = 1.0 if short and _shortens(short, other.split()) else _ratio(one, other)
    return alike, _ratio(typed, known)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _shortens(short: str, words: Sequence[str]) -> bool:
    """Whether every word appears in order, whole or as its first letter; "và" may be left out."""
    ends = {0}
    for word in words:
        forms = (word, word[0], "") if word == "va" else (word, word[0])
        ends = {end + len(form) for end in ends for form in forms if short.startswith(form, end)}
    return len(short) in ends


def listing(names: Sequence[str]) -> str:
    """The names in one phrase; semicolons alone when a name has a comma or "và" of its own.

    >>> listing(["A", "B", "C"])
    'A, B và C'
    >>> listing(["Sở Giáo dục và Đào tạo", "Sở Y tế"])
    'Sở Giáo dục và Đào tạo; Sở Y tế'
    """
    if len(names) < 2 or any(_is_compound(name) for name in names):
        return "; ".join(names)
    return f"{', '.join(names[:-1])} và {names[-1]}"


def _is_compound(name: str) -> bool:
    return "," in name or "và" in unicodedata.normalize("NFC", name).casefold().split()


def run_on(first: str, second: str, alike: Callable[[str], str] = str) -> str:
    """Two names as one; the words that end the first and begin the second are said once. `alike` tells equal words.

    >>> run_on("Chánh Thanh tra", "Thanh tra tỉnh"), run_on("Trưởng ban", "Ban Dân tộc")
    ('Chánh Thanh tra tỉnh', 'Trưởng ban Ban Dân tộc')
    """
    words, name = first.split(), second.split()
    ends = range(len(words), -1, -1)
    shared = next(n for n in ends if alike(" ".join(words[len(words) - n :])) == alike(" ".join(name[:n])))
    return " ".join((*words, *name[shared:]))


def sentence(text: str) -> str:
    """The text with a full stop unless it already ends as a sentence; a last comma gives way to it.

    >>> sentence("Cụm có 08 đơn vị")
    'Cụm có 08 đơn vị.'
    """
    ended = text.rstrip()
    if not ended or _FINISHED.search(ended):
        return ended
    return ended.rstrip(" ,") + "."


def initials(text: str) -> str:
    """The first letter of every word, upper case and without its tone.

    >>> initials("Nội chính"), initials("Ủy ban nhân dân")
    ('NC', 'UBND')
    """
    composed = unicodedata.normalize("NFC", text)
    return "".join(split(word[0])[0].upper() for word in _WORD.findall(composed))


def safe_file_name(text: str) -> str:
    """A file name that Windows, Linux and macOS accept, of at most 120 characters.

    >>> safe_file_name("Báo cáo số 05/BC: bản cuối.docx")
    'Báo cáo số 05-BC- bản cuối.docx'
    """
    line = " ".join(clean(text).text.split())
    name = _RESERVED.sub(r"\1_", _WINDOWS_FORBIDS.sub("-", line).rstrip(". "), count=1)
    return _shortened(name)


def _shortened(name: str) -> str:
    ending = _EXTENSION.search(name)
    extension = ending[0] if ending else ""
    stem = name.removesuffix(extension)[: _LONGEST_NAME - len(extension)]
    room = _LARGEST_NAME - len(extension)
    kept = stem.encode()[:room].decode(errors="ignore").rstrip(". ")
    return (kept or "khong-ten") + extension
