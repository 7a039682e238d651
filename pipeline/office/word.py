"""The one door to python-docx: the text of a Word file, as a person reads it from top to bottom."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section, _BaseHeaderFooter
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_NO_BREAK = str.maketrans({"\u00a0": "⍽", "\n": "↵", "\t": "→"})


def paragraphs(docx: bytes) -> list[str]:
    """The text of every paragraph in reading order: body and table cells, then headers and footers."""
    document = _open(docx)
    stories = [document.element.body, *(story._element for _, story in _margins(document.sections))]
    return [text for story in stories for text in _texts(story)]


def outline(docx: bytes) -> str:
    """A document as plain lines to compare: page setup, headers, styles, paragraphs, table rows.

    A no-break space shows as ⍽, a line break as ↵, a tab as →.
    """
    document = _open(docx)
    sections = (_section(number, section) for number, section in enumerate(document.sections, 1))
    return "\n".join(line for section in sections for line in section) + "\n"


@dataclass(frozen=True)
class Image:
    """What the file of a picture says of itself: the ending of its name, its type, its size in EMU."""

    ending: str
    content_type: str
    width: int
    height: int


def image(content: bytes) -> Image:
    """The picture of these bytes: PNG, JPEG, GIF, BMP or TIFF. Raises `ValueError` for what is none of them."""
    from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
    from docx.image.image import Image as Read

    damaged = (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError)
    try:
        read = Read.from_blob(content)
        found = Image(read.ext, read.content_type, int(read.width), int(read.height))
    except (*damaged, struct.error, LookupError, ZeroDivisionError) as error:
        raise ValueError("no picture that Word shows") from error
    if found.width < 1 or found.height < 1:
        raise ValueError("a picture without a size")
    return found


def _open(docx: bytes) -> Document:
    from docx import Document

    return Document(io.BytesIO(docx))


def _texts(story: object) -> Iterator[str]:
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    for element in story.iter(qn("w:p")):  # type: ignore[attr-defined]  # lxml behind python-docx's own classes
        yield Paragraph(element, story).text  # type: ignore[arg-type]


def _margins(sections: Iterable[Section]) -> Iterator[tuple[str, _BaseHeaderFooter]]:
    for section in sections:
        yield from _margins_of(section)


def _margins_of(section: Section) -> Iterator[tuple[str, _BaseHeaderFooter]]:
    stories = {
        "header": section.header,
        "first header": section.first_page_header,
        "even header": section.even_page_header,
        "footer": section.footer,
        "first footer": section.first_page_footer,
        "even footer": section.even_page_footer,
    }
    return ((name, story) for name, story in stories.items() if not story.is_linked_to_previous)


def _section(number: int, section: Section) -> Iterator[str]:
    yield f"== section {number}: {_page(section)}"
    for name, story in _margins_of(section):
        yield f"-- {name}"
        yield from _blocks(story.iter_inner_content())
    yield "-- body"
    yield from _blocks(section.iter_inner_content())


def _page(section: Section) -> str:
    size = (section.page_width, section.page_height)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    turned = "landscape" if (size[0] or 0) > (size[1] or 0) else "portrait"
    return f"{turned} {_mm(size, ' × ')} mm, margins {_mm(margins, ' ')}"


def _mm(lengths: Iterable[int | None], between: str) -> str:
    return between.join("-" if length is None else f"{round(length / 36000, 1):g}" for length in lengths)


def _blocks(blocks: Iterable[Paragraph | Table]) -> Iterator[str]:
    from docx.table import Table

    for block in blocks:
        yield from _rows(block) if isinstance(block, Table) else (_line(block),)


def _line(paragraph: Paragraph) -> str:
    style = paragraph.style.name if paragraph.style else ""
    return f"{style}: {paragraph.text.translate(_NO_BREAK)}".rstrip()


def _rows(table: Table) -> Iterator[str]:
    from docx.table import _Cell

    for row in table.rows:
        cells = (_Cell(cell, table) for cell in row._tr.tc_lst)
        yield f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(cell: object) -> str:
    texts = (text.translate(_NO_BREAK) for text in _texts(cell._element))  # type: ignore[attr-defined]
    return " / ".join(texts)
