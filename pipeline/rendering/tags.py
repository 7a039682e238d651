"""The tags of one part of a template: what each says, and where a person finds it in Word."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import unescape

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BLOCKS = {"tr": "hàng của bảng", "tc": "ô của bảng", "p": "đoạn văn", "r": "chữ"}
_TAG = re.compile(r"\{([{%])(?![-+])(.*?[%}]\})", re.DOTALL)
_INSIDE = r"(?:(?!\{[{%#]).)*?"
_WHOLE = re.compile(rf"\{{\{{{_INSIDE}\}}\}}|\{{%{_INSIDE}%\}}|\{{#(?:(?!\{{#).)*?#\}}", re.DOTALL)
_MARK = re.compile(r"\{[{%#]|[}%#]\}")
_PIECES = re.compile(r"\{(?P<sign>[{%#])[-+]?(?:(?P<block>tr|tc|p|r)(?=\s))?\s*(?P<says>.*?)\s*[-+]?[%}#]\}", re.DOTALL)
_REPAIRS = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " ", "\u202f": " ",
                          "\u200b": "", "\u200c": "", "\u200d": "", "\ufeff": "", "\u00ad": ""})  # fmt: skip
_HEADING = re.compile(r"(?:heading|đề mục|tiêu đề)\s*\d|^heading", re.IGNORECASE)
_SHOWN = 40
_HOLDERS = {f"{W}tr": f"{W}tbl", f"{W}tc": f"{W}tr"}


@dataclass(frozen=True)
class Tag:
    """One tag: its text, the sign it opens with, the block it stands for, what it says, where it stands."""

    text: str
    sign: str
    block: str
    says: str
    where: str

    @property
    def keyword(self) -> str:
        """The word a statement begins with: "for", "endif"."""
        return self.says.split(maxsplit=1)[0] if self.sign == "%" and self.says else ""

    @property
    def rest(self) -> str:
        """What follows the keyword."""
        return self.says[len(self.keyword) :].strip()


@dataclass(frozen=True)
class Spot:
    """A paragraph of a part: its words, where it is, and the words of its row and its cell."""

    text: str
    where: str
    blocks: Mapping[str, str]

    def tags(self) -> Iterator[Tag]:
        """The whole tags of the paragraph, in order."""
        for found in _WHOLE.finditer(self.text):
            pieces = _PIECES.fullmatch(repaired(found[0]))
            if pieces:
                yield Tag(found[0], pieces["sign"], pieces["block"] or "", pieces["says"], self.where)

    def leftover(self) -> str:
        """What looks like a piece of a tag beside the whole ones, with the words around it; "" for nothing."""
        found = _MARK.search(_WHOLE.sub(lambda tag: " " * len(tag[0]), self.text))
        return self.text[max(0, found.start() - 30) : found.end() + 30].strip() if found else ""


def repaired(text: str) -> str:
    """A tag as it was meant: straight quotes, plain spaces, nothing invisible, letters in NFC."""
    return unicodedata.normalize("NFC", text.translate(_REPAIRS))


def on_own_lines(xml: str) -> str:
    """The part as a source in which each tag's text begins a line of its own, freed of XML's `&amp;`.

    So the line of an error is the tag of the error, and nothing is added to the output.
    """
    return _TAG.sub(_opened, xml)


def _opened(tag: re.Match[str]) -> str:
    return f"{{{tag[1]}\n" + repaired(unescape(tag[2], {"&quot;": '"', "&apos;": "'"}))


def has_tag(xml: str) -> bool:
    """Whether the words of a part hold a tag, or a piece of one."""
    return bool(_MARK.search(re.sub(r"<[^>]*>?", "", xml)))


def words_of(block: etree._Element) -> str:
    """The words of a paragraph, a cell, a row."""
    return "".join(text.text or "" for text in block.iter(f"{W}t"))


def spots(root: etree._Element, headings: frozenset[str]) -> Iterator[Spot]:
    """The paragraphs of a part in their order, each with its place as a person finds it.

    `headings` are the styles of headings: "mục “I. Kết quả”, bảng 2, hàng 3, ô 1".
    """
    heading, numbers, number = "", _numbers(root), 0
    for paragraph in root.iter(f"{W}p"):
        text = "".join(_own_words(paragraph))
        cell = next(paragraph.iterancestors(f"{W}tc"), None)
        number += cell is None
        under = f"mục “{heading}”, " if heading else ""
        where = under + (f"đoạn {number}" if cell is None else _in_table(cell, numbers))
        row = next(paragraph.iterancestors(f"{W}tr"), None)
        around = {"p": paragraph, "tc": cell, "tr": row}
        yield Spot(text, where, {name: words_of(block) for name, block in around.items() if block is not None})
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val") in headings and text.strip():
            heading = _WHOLE.sub("…", text).strip()[:_SHOWN]


def _own_words(paragraph: etree._Element) -> Iterator[str]:
    """The words of a paragraph without those of a text box in it, whose paragraphs come by themselves."""
    for text in paragraph.iter(f"{W}t"):
        if next(text.iterancestors(f"{W}p")) is paragraph:
            yield text.text or ""


def _numbers(root: etree._Element) -> Mapping[etree._Element, int]:
    """The number of every table in the part, of every row in its table, of every cell in its row."""
    numbers: dict[etree._Element, int] = {}
    counts: Counter[etree._Element | None] = Counter()
    for element in root.iter(f"{W}tbl", f"{W}tr", f"{W}tc"):
        holder = _HOLDERS.get(element.tag)
        parent = next(element.iterancestors(holder), None) if holder else None
        counts[parent] += 1
        numbers[element] = counts[parent]
    return numbers


def _in_table(cell: etree._Element, numbers: Mapping[etree._Element, int]) -> str:
    row = next(cell.iterancestors(f"{W}tr"))
    table = next(row.iterancestors(f"{W}tbl"))
    return f"bảng {numbers[table]}, hàng {numbers[row]}, ô {numbers[cell]}"


def heading_styles(styles: bytes) -> frozenset[str]:
    """The styles of a Word file whose paragraphs are headings: by level of outline, or by name."""
    root = etree.fromstring(styles)
    return frozenset(
        str(style.get(f"{W}styleId"))
        for style in root.iter(f"{W}style")
        if style.find(f"{W}pPr/{W}outlineLvl") is not None or _HEADING.search(_name(style))
    )


def _name(style: etree._Element) -> str:
    name = style.find(f"{W}name")
    return str(name.get(f"{W}val")) if name is not None else ""
