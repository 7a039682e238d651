"""The bytes of a finished paper before anybody sees it: whole, without a tag, without a value that got lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

    from pipeline.office.relations import Parts
    from pipeline.typed import Typed

SIGNS = re.compile(r"\{\{|\{%|\{#|(?<!\w)(?:None|nan|NaN|NaT)(?!\w)")
"""What a tag opens with, and the names of nothing."""
_STORED = tuple(sign.encode() for sign in ("{{", "{%", "{#", "None", "nan", "NaN", "NaT"))
_SPELT = (("{_{", "{{"), ("{_%", "{%"), ("{_#", "{#"))
"""How a template writes the signs of a tag that shall be printed."""
_TAG = re.compile(r"\{([{%#]).*?[}%#]\}", re.DOTALL)
_NEAR = 20
_CHARTS = "word/charts/"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def why_withheld(content: bytes, template: Path, typed: Typed | None = None) -> str:
    """Why a paper may not go out, in words of an office; "" when it may.

    What was typed in a workbook, or written in the template as words, is printed whatever it is.
    """
    from pipeline.office.archive import Refused
    from pipeline.office.whole import whole

    try:
        parts = whole(content)
    except Refused as refused:
        return f"không mở được ({refused.found})"
    doubtful = [name for name in _stories(parts) if any(sign in parts[name] for sign in _STORED)]
    if not doubtful:
        return ""
    own = set(_words_of_template(template))
    return next(filter(None, (_stray(text, own, typed) for text in _texts(parts, doubtful))), "")


def _stray(text: str, own: set[str], typed: Typed | None) -> str:
    """The first sign in a paragraph that nobody wrote there, with the words around it."""
    for found in SIGNS.finditer(typed.without(text, SIGNS) if typed else text):
        if found[0] not in own:
            near = found.string[max(0, found.start() - _NEAR) : found.end() + _NEAR].strip()
            words = "còn thẻ chưa điền" if found[0][0] == "{" else f"in “{found[0]}” thay cho số liệu"
            return f"{words}: “{near}”"
    return ""


def _words_of_template(template: Path) -> Iterator[str]:
    """The signs that a template holds as words of its own."""
    from pipeline.office.archive import unpacked

    parts = unpacked(template.read_bytes())
    for text in _texts(parts, _stories(parts)):
        plain = _TAG.sub(" ", text)
        for spelt, meant in _SPELT:
            plain = plain.replace(spelt, meant)
        yield from SIGNS.findall(plain)


def _stories(parts: Parts) -> list[str]:
    return [name for name in parts if name.startswith("word/") and name.endswith(".xml")]


def _texts(parts: Parts, stories: Iterable[str]) -> Iterator[str]:
    """What is read in each paragraph of the parts."""
    from pipeline.office.relations import parse

    for name in stories:
        root = parse(parts[name])
        yield from map(str, root.itertext()) if name.startswith(_CHARTS) else map(_text, root.iter(f"{_W}p"))


def _text(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(f"{_W}t"))
