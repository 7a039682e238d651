"""An Office file as its parts, and parts as a file that is always the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

CONTENT_TYPES = "[Content_Types].xml"


def read(content: bytes) -> dict[str, bytes]:
    """The parts of a package by name, in their stored order.

    Raises `zipfile.BadZipFile` when the content is no whole zip.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist() if not name.endswith("/")}


def write(parts: Mapping[str, bytes]) -> bytes:
    """The package of the parts: content types first, then by name, with neither clock nor owner."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            package.writestr(_entry(name), parts[name], zipfile.ZIP_DEFLATED, compresslevel=6)
    return content.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.create_system = 0  # else it tells the machine
    return entry
