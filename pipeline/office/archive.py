"""A zip from outside: every part inflated once and checked, before any library sees one."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

MOST_PARTS = 2_000
LARGEST_WHOLE = 100 * 2**20
LARGEST_RATIO = 200
_SMALL = 2**20
"""A part below this size may shrink as much as it likes."""

_ENTRY = b"PK\x01\x02"
_OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|\\|(^|/)\.\.?(/|$)|[\x00-\x1f]")
_MARKUP = (".xml", ".rels", ".vml", ".xhtml", ".rdf")
_DECLARATION = "<!DOCTYPE"


@dataclass
class Refused(Exception):
    """A zip that is not opened: it is too large, damaged or unsafe, and where."""

    why: Literal["large", "damaged", "unsafe"]
    found: str = ""


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of a zip by name, in their stored order.

    Raises `Refused` for one that is damaged, too large when it is unpacked, or made to deceive: names that lead
    outside, a name twice, parts that share bytes, markup that declares a document type.
    """
    if data.count(_ENTRY) > MOST_PARTS:
        raise Refused("large", f"> {MOST_PARTS} zip")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos = [info for info in package.infolist() if not info.is_dir()]
            _check_directory(infos)
            return {info.filename: _inflated(package, info) for info in infos}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise Refused("damaged", "zip") from error


def _check_directory(infos: Sequence[zipfile.ZipInfo]) -> None:
    if sum(info.file_size for info in infos) > LARGEST_WHOLE:
        raise Refused("large", f"> {LARGEST_WHOLE >> 20} MiB")
    for info in infos:
        if info.file_size > max(_SMALL, LARGEST_RATIO * info.compress_size):
            raise Refused("large", info.filename)
        encrypted = info.flag_bits & 0x2041
        plain = info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        if encrypted or not plain or _OUTSIDE.search(info.filename):
            raise Refused("unsafe", repr(info.filename)[1:-1])
    _check_apart(infos)


def _check_apart(infos: Sequence[zipfile.ZipInfo]) -> None:
    """No two parts bear one name, in any case, or share bytes."""
    names: set[str] = set()
    for info in infos:
        if info.filename.lower() in names:
            raise Refused("unsafe", info.filename)
        names.add(info.filename.lower())
    for info, following in pairwise(sorted(infos, key=lambda info: info.header_offset)):
        if info.header_offset + 30 + len(info.orig_filename) + info.compress_size > following.header_offset:
            raise Refused("unsafe", following.filename)


def _inflated(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """The bytes of a part, their checksum tested; markup that declares a type or an entity is refused."""
    try:
        part = package.read(info)
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise Refused("damaged", info.filename) from error
    if len(part) != info.file_size:
        raise Refused("damaged", info.filename)
    if info.filename.lower().endswith(_MARKUP) and _declares(part):
        raise Refused("unsafe", info.filename)
    return part


def _declares(part: bytes) -> bool:
    """Whether markup declares a type, without which it can declare no entity; in whatever letters it is stored."""
    wide = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be") if b"\0" in part[:8] else ()
    return any(_DECLARATION.encode(letters) in part for letters in ("ascii", *wide))
