"""The tags of one part of a template: are they whole, do they stand where they may, what do they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import unescape

from jinja2 import nodes
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TAG = re.compile(r"\{([{%])(?![-+])(.*?[%}]\})", re.DOTALL)
_MARK = re.compile(r"\{[{%#]|[}%#]\}")
_BLOCKS = {"p": "đoạn văn", "tr": "hàng của bảng", "tc": "ô của bảng"}


def on_own_lines(xml: str) -> str:
    """The part as a source in which each tag's text begins a line of its own, freed of XML's `&amp;`.

    So the line of an error is the tag of the error, and nothing is added to the output.
    """
    return _TAG.sub(_opened, xml)


def crowded(xml: str) -> Iterator[tuple[str, str]]:
    """Block tags (`{%p %}`, `{%tr %}`, `{%tc %}`) that share their block with words: they would be lost.

    Gives the tag's block, in words, and the whole text of it.
    """
    root = etree.fromstring(xml.encode())
    for kind, words in _BLOCKS.items():
        for block in root.iter(f"{W}{kind}"):
            text = words_of(block).strip()
            if re.search(rf"\{{%{kind}\s", text) and not re.fullmatch(rf"\{{%{kind}\s[^{{}}]*%\}}", text):
                yield words, text


def leftovers(tree: nodes.Template) -> Iterator[str]:
    """What looks like a piece of a tag in the plain text of a part, with the text around it."""
    for data in tree.find_all(nodes.TemplateData):
        text = plain(data.data)
        found = _MARK.search(text)
        if found:
            yield text[max(0, found.start() - 30) : found.end() + 30].strip()


def plain(xml: str) -> str:
    """The words of a piece of XML."""
    return re.sub(r"<[^>]*>?", "", xml)


def words_of(block: etree._Element) -> str:
    """The words of a paragraph, a cell, a row."""
    return "".join(text.text or "" for text in block.iter(f"{W}t"))


def has_tag(xml: str) -> bool:
    """Whether the words of a part that is never filled hold a tag."""
    return bool(_MARK.search(plain(xml)))


def _opened(tag: re.Match[str]) -> str:
    return f"{{{tag[1]}\n" + unescape(tag[2], {"&quot;": '"', "&apos;": "'"})
