"""The parts of a workbook: its zip unpacked and checked, its markup walked element by element."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from xml.parsers import expat

from pipeline.office import archive

LARGEST_MARKUP = 48 * 2**20
_CODES = {"large": "TEP-09", "damaged": "TEP-10", "unsafe": "TEP-11"}
_UNICODE_8 = ("utf-8", "us-ascii", "ascii")
_SHEETS = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main ",
    "http://purl.oclc.org/ooxml/spreadsheetml/main ",
)

Start = Callable[[str, dict[str, str]], object]
End = Callable[[str], object]


@dataclass
class Refused(Exception):
    """A workbook, or one sheet of it, that is not read: the code of the problem, what was found, the cell."""

    code: str
    found: str = ""
    cell: str = ""


def unpacked(data: bytes) -> Mapping[str, bytes]:
    """The parts of a zip by name in lower case; one that is damaged or unsafe is refused.

    Raises `Refused`: TEP-09 too large, TEP-10 damaged, TEP-11 unsafe.
    """
    try:
        return {name.lower(): part for name, part in archive.unpacked(data).items()}
    except archive.Refused as refused:
        raise Refused(_CODES[refused.why], refused.found) from refused


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A zip of the parts, not compressed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return buffer.getvalue()


def walk(name: str, part: bytes, start: Start, end: End | None = None, text: End | None = None) -> None:
    """Read a part of markup from its beginning; elements of a spreadsheet bear their plain names.

    Raises `Refused`: TEP-09 too large, TEP-10 not well-formed, TEP-11 a document type, or not in UTF-8.
    """
    if len(part) > LARGEST_MARKUP:
        raise Refused("TEP-09", f"{name}: {len(part) >> 20} MiB")
    if part[:2] in (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<"):
        raise Refused("TEP-11", name)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.XmlDeclHandler = lambda version, encoding, alone: _check_encoding(name, encoding)
    parser.StartDoctypeDeclHandler = lambda *declared: _check_encoding(name, "doctype")
    parser.StartElementHandler = lambda element, attributes: start(_plain(element), attributes)
    if end is not None:
        parser.EndElementHandler = lambda element: end(_plain(element))
    parser.CharacterDataHandler = text
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, ValueError) as error:
        raise Refused("TEP-10", name) from error


def _check_encoding(name: str, encoding: str | None) -> None:
    if encoding is not None and encoding.lower() not in _UNICODE_8:
        raise Refused("TEP-11", name)


@lru_cache(1024)
def _plain(element: str) -> str:
    """`c` for a cell in the namespace of either edition of the standard; other elements keep theirs."""
    for namespace in _SHEETS:
        if element.startswith(namespace):
            return element.removeprefix(namespace)
    return element


def escaped(text: str) -> str:
    """A text as it stands in markup, between tags or in an attribute."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
