"""The zip of a workbook: every part inflated once and checked, before any library sees one."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from xml.parsers import expat

MOST_PARTS = 2_000
LARGEST_WHOLE = 100 * 2**20
LARGEST_MARKUP = 48 * 2**20
LARGEST_RATIO = 200
_SMALL = 2**20
"""A part below this size may shrink as much as it likes."""

_ENTRY = b"PK\x01\x02"
_OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|\\|(^|/)\.\.?(/|$)|[\x00-\x1f]")
_MARKUP = (".xml", ".rels", ".vml", ".xhtml", ".rdf")
_DECLARATION = "<!DOCTYPE"
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
    if data.count(_ENTRY) > MOST_PARTS:
        raise Refused("TEP-09", f"> {MOST_PARTS} zip")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            infos = [info for info in packed.infolist() if not info.is_dir()]
            _check_directory(infos)
            return {info.filename.lower(): _inflated(packed, info) for info in infos}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise Refused("TEP-10", "zip") from error


def _check_directory(infos: Sequence[zipfile.ZipInfo]) -> None:
    if sum(info.file_size for info in infos) > LARGEST_WHOLE:
        raise Refused("TEP-09", f"> {LARGEST_WHOLE >> 20} MiB")
    for info in infos:
        if info.file_size > max(_SMALL, LARGEST_RATIO * info.compress_size):
            raise Refused("TEP-09", info.filename)
        encrypted = info.flag_bits & 0x2041
        plain = info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        if encrypted or not plain or _OUTSIDE.search(info.filename):
            raise Refused("TEP-11", repr(info.filename)[1:-1])
    _check_apart(infos)


def _check_apart(infos: Sequence[zipfile.ZipInfo]) -> None:
    """No two parts bear one name, in any case, or share bytes."""
    names: set[str] = set()
    for info in infos:
        if info.filename.lower() in names:
            raise Refused("TEP-11", info.filename)
        names.add(info.filename.lower())
    for info, following in pairwise(sorted(infos, key=lambda info: info.header_offset)):
        if info.header_offset + 30 + len(info.orig_filename) + info.compress_size > following.header_offset:
            raise Refused("TEP-11", following.filename)


def _inflated(packed: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """The bytes of a part, their checksum tested; markup that declares a type or an entity is refused."""
    try:
        part = packed.read(info)
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise Refused("TEP-10", info.filename) from error
    if len(part) != info.file_size:
        raise Refused("TEP-10", info.filename)
    if info.filename.lower().endswith(_MARKUP) and _declares(part):
        raise Refused("TEP-11", info.filename)
    return part


def _declares(part: bytes) -> bool:
    """Whether markup declares a type, without which it can declare no entity; in whatever letters it is stored."""
    wide = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be") if b"\0" in part[:8] else ()
    return any(_DECLARATION.encode(letters) in part for letters in ("ascii", *wide))


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
