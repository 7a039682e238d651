"""The tone marks of Vietnamese letters, and the one place in a syllable where each belongs."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# huyền, hỏi, ngã, sắc, nặng: the dictionary order, after the unmarked tone
_MARKS = "\u0300\u0309\u0303\u0301\u0323"
_VOWELS = "aăâeêioôơuưy"
_SHAPED = "ăâêôơư"
_CONSONANTS = "bcdđghklmnpqrstvx"
_LONE_Y = re.compile(r"(?<=\b[hklmst])[yỳỷỹýỵ]\b")
_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")
_SYLLABLE = re.compile(
    rf"(?P<onset>qu(?=[{_VOWELS}])|gi(?=[{_VOWELS}])|[{_CONSONANTS}]*)"
    rf"(?P<nucleus>[{_VOWELS}]{{1,3}})(?P<coda>[{_CONSONANTS}]*)"
)


@lru_cache(maxsize=2048)
def split(letter: str) -> tuple[str, int]:
    """The letter without its tone, and the tone: 0 ngang, 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng.

    >>> split("ộ")
    ('ô', 5)
    """
    parts = unicodedata.normalize("NFD", letter)
    tone = next((_MARKS.index(part) + 1 for part in parts if part in _MARKS), 0)
    plain = "".join(part for part in parts if part not in _MARKS)
    return unicodedata.normalize("NFC", plain), tone


def join(letter: str, tone: int) -> str:
    """The letter with the tone on it.

    >>> join("ô", 5)
    'ộ'
    """
    return unicodedata.normalize("NFC", letter + _MARKS[tone - 1 : tone]) if tone else letter


def settle(text: str) -> str:
    """Lower-case NFC text with every tone mark where the older spelling puts it.

    >>> settle("hoà thuỷ khoẻ")
    'hòa thủy khỏe'
    >>> settle("quý giá")
    'quý giá'
    """
    return _WORD.sub(lambda word: _settled(word[0]), text)


def _settled(word: str) -> str:
    parts = [split(letter) for letter in word]
    letters = [letter for letter, _ in parts]
    toned = [place for place, (_, tone) in enumerate(parts) if tone]
    syllable = all(letters) and _SYLLABLE.fullmatch("".join(letters))
    if not syllable or len(toned) != 1 or letters[toned[0]] not in _VOWELS:
        return word
    place = _tone_place(syllable)
    letters[place] = join(letters[place], parts[toned[0]][1])
    return "".join(letters)


def _tone_place(syllable: re.Match[str]) -> int:
    nucleus = syllable["nucleus"]
    shaped = [place for place, vowel in enumerate(nucleus) if vowel in _SHAPED]
    if shaped:
        return syllable.start("nucleus") + shaped[-1]
    late = len(nucleus) == 3 or (len(nucleus) == 2 and syllable["coda"])
    return syllable.start("nucleus") + (1 if late else 0)


@lru_cache(maxsize=2048)
def one_i(text: str) -> str:
    """Lower-case NFC text with i for a y that stands alone after h, k, l, m, s, t, which both spell one word.

    >>> one_i("kỹ sư mỹ lý quý yên")
    'kĩ sư mĩ lí quý yên'
    """
    return _LONE_Y.sub(lambda y: join("i", split(y[0])[1]), text)
