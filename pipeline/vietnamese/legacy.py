"""Text typed in the encodings before Unicode: TCVN3 (the fonts ".Vn…") and VNI (the fonts "VNI-…").

TCVN3 has one sign a letter and no capitals with tones: the fonts whose names end in "H" show small letters as
capitals. VNI writes the marks of most letters as a second sign behind the vowel.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import normalize

from pipeline.vietnamese.tones import split

TCVN3, CAPITALS, VNI = "TCVN3", "TCVN3-H", "VNI"

_LETTERS = str.maketrans(
    "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉËÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\xadøõö÷ùýúûüþ®¡¢£¤¥¦§",
    "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđĂÂÊÔƠƯĐ",
)
_SINGLES = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư", "î": "ỵ", "ñ": "đ"}
_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_ROOFS = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_BREVES = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_PAIRS = (("aeouyôö", "", _TONES), ("aeo", "\u0302", _ROOFS), ("a", "\u0306", _BREVES))
_SIGNS = _SINGLES | {
    base + mark: normalize("NFC", _SINGLES.get(base, base) + shape + tone)
    for bases, shape, marks in _PAIRS
    for base in bases
    for mark, tone in marks.items()
}
_SIGN = re.compile("|".join(sorted(_SIGNS, key=len, reverse=True)), re.IGNORECASE)

_UNICODE = re.compile("[ăđĩũơưĂĐĨŨƠƯ\u0300-\u036f\u1ea0-\u1ef9]")
"""What only Unicode has."""
_WORD = re.compile(r"[^\s!-/:-@\[-`{-~\u2010-\u2027]+")
_BETWEEN = re.compile("(?<=[a-z])[¸µ¶·¹¨¾»¼½×©ª«¬\xad®÷¡¢£¤¥¦§](?=[a-z])", re.IGNORECASE)
_SYLLABLE = re.compile(
    "(?:ngh?|nh|[cgkpt]h|gi|qu|tr|[bcdđghklmnprstvx])?"
    "(?:(?:[aeêioôơuư]|oa|oe|oo|uê|uy|(?:ă|â|iê|oă|uâ|uô|ươ|yê|uyê)(?=[ckmnpt]))(?:ng|nh|[mn]|(?P<stop>ch|[ckpt]))?"
    "|a[iouy]|â[uy]|eo|êu|i[au]|o[ie]|oa[iyo]|oeo|ôi|ơi|u[aiơ]|ư[aiu]|[iy]êu|u[ây]y|uôi|uy[au]|ươ[iu]|y)"
)


def encoding_of(font: str) -> str:
    """The encoding of the texts in a font; "" for Unicode.

    >>> encoding_of(".VnTimeH"), encoding_of("VNI-Times"), encoding_of("Times New Roman")
    ('TCVN3-H', 'VNI', '')
    """
    name = font.lower()
    if name.startswith(".vn"):
        return CAPITALS if font.endswith("H") else TCVN3
    return VNI if name.startswith(("vni-", "vni ")) else ""


def is_unicode(text: str) -> bool:
    """Whether a text is the same in every encoding, or holds letters that only Unicode has."""
    return text.isascii() or _UNICODE.search(text) is not None


def decoded(text: str, encoding: str) -> str:
    """A text of an encoding in Unicode.

    >>> decoded("Céng hßa", "TCVN3"), decoded("céng hßa", "TCVN3-H"), decoded("Coäng hoøa", "VNI")
    ('Cộng hòa', 'CỘNG HÒA', 'Cộng hòa')
    """
    if encoding == VNI:
        return _SIGN.sub(_letter, text)
    letters = text.translate(_LETTERS) if encoding else text
    return letters.upper() if encoding == CAPITALS and letters != text else letters


def _letter(sign: re.Match[str]) -> str:
    letter = _SIGNS[sign[0].lower()]
    return letter.upper() if sign[0][0].isupper() else letter


def in_unicode(text: str, runs: Sequence[tuple[str, str]] = ()) -> tuple[str, str]:
    """A text in Unicode, and the encoding it was in; "" when it was in Unicode.

    `runs` are its pieces, each with the encoding of its font; where no font tells, the letters do.
    """
    if len(runs) < 2 and is_unicode(text):
        return text, ""
    if not any(encoding for _, encoding in runs):
        encoding = encoding_by_letters(text)
        return decoded(text, encoding), encoding
    pieces = [(old, old if is_unicode(old) else decoded(old, encoding), encoding) for old, encoding in runs]
    found = (encoding for old, new, encoding in pieces if old != new)
    return "".join(new for _, new, _ in pieces), next(found, "")


def encoding_by_letters(text: str) -> str:
    """The old encoding that a text is in for certain; "" for Unicode, and for what nobody can tell.

    Certain are words that are no Vietnamese as they stand, but are in the encoding: two signs of such, or one that
    no word has inside.

    >>> [encoding_by_letters(text) for text in ("nh÷ng", "Coäng hoøa", "Café Müller", "§ 5, 3 m²")]
    ['TCVN3', 'VNI', '', '']
    """
    if is_unicode(text):
        return ""
    words = [word for word in _WORD.findall(text) if not word.isascii() and re.search("[A-Za-z]", word)]
    strange = [word for word in words if not _is_syllable(word.replace("Ð", "Đ"), stopped=False)]
    explained, encoding = max((_explained(encoding, strange), encoding) for encoding in (TCVN3, VNI))
    return encoding if explained else ""


def _explained(encoding: str, words: Sequence[str]) -> int:
    """How many of the words are syllables in the encoding; 0 unless nearly all are, with signs enough."""
    known = [word for word in words if _is_syllable(decoded(word, encoding))]
    signs = sum(not letter.isascii() for word in known for letter in word)
    strong = encoding == TCVN3 and any(map(_BETWEEN.search, known))
    certain = (signs > 1 or strong) and len(words) - len(known) <= len(known) // 3
    return len(known) if certain else 0


def _is_syllable(word: str, stopped: bool = True) -> bool:
    """Whether a word can be Vietnamese; with `stopped`, one that ends in a stop must have its tone."""
    parts = [split(letter) for letter in word.lower()]
    tones = [tone for _, tone in parts if tone]
    found = _SYLLABLE.fullmatch("".join(letter for letter, _ in parts))
    if found is None or len(tones) > 1:
        return False
    return not (stopped and found["stop"]) or tones in ([4], [5])
