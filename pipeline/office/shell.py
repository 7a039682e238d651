"""An Office file of which some parts change and the others are stored once, ready to be written again and again."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from typing import Any

from pipeline.office.package import CONTENT_TYPES

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION, _DEFLATED, _MIDNIGHT, _DAY, _UNICODE = 20, 8, 0, 0x21, 0x800
"""Every part bears 1 January 1980, 00:00, the first moment a zip can tell."""


@dataclass(frozen=True)
class Packed:
    """A part as it is stored: compressed, with the size and the checksum of what it holds."""

    name: str
    data: bytes
    size: int
    checksum: int

    @property
    def content(self) -> bytes:
        """What it holds."""
        return zlib.decompress(self.data, -zlib.MAX_WBITS)

    def header(self) -> bytes:
        """What stands before it in the file."""
        return _LOCAL.pack(b"PK\3\4", _VERSION, *self._facts()) + self.name.encode()

    def entry(self, offset: int) -> bytes:
        """What the directory says of it."""
        facts = self._facts()
        return _CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, *facts, 0, 0, 0, 0, offset) + self.name.encode()

    def _facts(self) -> tuple[int, ...]:
        flags = 0 if self.name.isascii() else _UNICODE
        sizes = self.checksum, len(self.data), self.size
        return flags, _DEFLATED, _MIDNIGHT, _DAY, *sizes, len(self.name.encode()), 0


_thorough = partial(zlib.compressobj, 6, zlib.DEFLATED, -15)
"""Makes the usual compressors, for what is compressed once."""


@cache
def _quick() -> Callable[[], Any]:
    """Makes compressors: those of the optional extra "fast" where it is installed, else the usual ones."""
    try:
        return partial(import_module("isal.isal_zlib").compressobj, 2, zlib.DEFLATED, -15)
    except ImportError:
        return _thorough


def packed(name: str, chunks: Iterable[bytes], once: bool = False) -> Packed:
    """A part of these bytes, compressed as they come: only its compressed size is held in memory."""
    deflate = _thorough() if once else _quick()()
    stored, size, checksum = [], 0, 0
    for chunk in chunks:
        size, checksum = size + len(chunk), zlib.crc32(chunk, checksum)
        stored.append(deflate.compress(chunk))
    stored.append(deflate.flush())
    return Packed(name, b"".join(stored), size, checksum)


@dataclass(frozen=True)
class Shell:
    """The parts that never change, as one block of the file, and what its directory says of them."""

    stored: tuple[Packed, ...]
    block: bytes
    directory: bytes

    def replaced(self, parts: Mapping[str, bytes]) -> Shell:
        """The shell with these parts in the place of those that bear their names, the others behind."""
        if not parts:
            return self
        new = {name: packed(name, (parts[name],)) for name in sorted(parts)}
        kept = [new.pop(old.name, old) for old in self.stored]
        return _shell(*kept, *new.values())

    def filled(self, parts: Iterable[Packed]) -> bytes:
        """The whole file with these parts behind the ones that never change."""
        blocks, entries = [self.block], [self.directory]
        offset, count = len(self.block), len(self.stored)
        for part in parts:
            header = part.header()
            blocks += header, part.data
            entries.append(part.entry(offset))
            offset, count = offset + len(header) + len(part.data), count + 1
        directory = b"".join(entries)
        end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), offset, 0)
        return b"".join((*blocks, directory, end))


def shell(parts: Mapping[str, bytes]) -> Shell:
    """The shell of these parts: content types first, then by name."""
    names = sorted(parts, key=lambda name: (name != CONTENT_TYPES, name))
    return _shell(*(packed(name, (parts[name],), once=True) for name in names))


def _shell(*stored: Packed) -> Shell:
    block, directory = b"", b""
    for part in stored:
        directory += part.entry(len(block))
        block += part.header() + part.data
    return Shell(stored, block, directory)
