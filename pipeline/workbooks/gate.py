"""The gate: what a file really is, told from its own bytes, before any library sees it."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.workbooks.parts import Refused, unpacked

LARGEST = 40 * 2**20
SUFFIXES = {"xlsx": (".xlsx", ".xlsm"), "xls": (".xls",), "xlsb": (".xlsb",), "ods": (".ods",)}
"""What a workbook of each kind may be called."""

_FLAGS = (getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY", "O_CLOEXEC"))
_OPEN = os.O_RDONLY | sum(_FLAGS)
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BEGINNINGS = {b"%PDF": "PDF", b"{\\rtf": "RTF", b"PK\x05\x06": "ZIP", b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPG"}
_HTML = (b"<!doctype html", b"<html", b"<head", b"<table", b"<meta", b"<style", b"<div")
_TABLES_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"


@dataclass(frozen=True)
class Admitted:
    """A file that may be read: what it is, its bytes, and its parts when it is a zip."""

    kind: str
    data: bytes
    parts: Mapping[str, bytes] = field(default_factory=dict)


def admitted(path: Path) -> Admitted:
    """The workbook a file holds, whatever it is called.

    Raises `Refused`: TEP-01 unknown, TEP-02 a table without cells, TEP-05 a password, TEP-06 something else,
    TEP-08 not an ordinary file, TEP-09 too large, TEP-10 damaged, TEP-11 unsafe.
    """
    data = _contents(path)
    if data.startswith(_OLE):
        return Admitted(_kind_of_ole(data), data)
    if data.startswith(_ZIP):
        parts = unpacked(data)
        return Admitted(_kind_of_zip(parts), data, parts)
    if path.suffix.lower() == ".csv":
        raise Refused("TEP-02", ".csv")
    raise Refused("TEP-06", found) if (found := _other_kind(data)) else Refused("TEP-01")


def _contents(path: Path) -> bytes:
    """The bytes of an ordinary file; nothing is followed, nothing waits."""
    try:
        if path.is_symlink():
            raise Refused("TEP-08")
        with open(os.open(path, _OPEN), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise Refused("TEP-08")
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise Refused("TEP-08") from error
    if len(data) > LARGEST:
        raise Refused("TEP-09", f"> {LARGEST >> 20} MiB")
    if not data:
        raise Refused("TEP-10", "0 byte")
    return data


def _kind_of_ole(data: bytes) -> str:
    """ "xls"; the streams of a file of the old kind are told by their names."""
    if _stream("EncryptedPackage") in data:
        raise Refused("TEP-05")
    if _stream("Workbook") in data or _stream("Book") in data:
        return "xls"
    raise Refused("TEP-06", "DOC, PPT, MSG")


def _stream(name: str) -> bytes:
    return b"".join(letter.encode("utf-16-le") for letter in name) + b"\0\0"


def _kind_of_zip(parts: Mapping[str, bytes]) -> str:
    if any(name.endswith("workbook.bin") for name in parts):
        return "xlsb"
    if b"opendocument.spreadsheet" in parts.get("mimetype", b""):
        return "ods"
    if any(name.startswith(("word/", "ppt/")) for name in parts):
        raise Refused("TEP-06", "DOCX, PPTX")
    if "[content_types].xml" not in parts:
        raise Refused("TEP-06", "ZIP")
    return "xlsx"


def _other_kind(data: bytes) -> str:
    """The name of a kind that is no workbook; empty for one that nobody knows."""
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if found := next((name for sign, name in _BEGINNINGS.items() if data.startswith(sign)), ""):
        return found
    if start.startswith(_HTML):
        return "HTML"
    if start.startswith(b"<"):
        return "XML 2003" if _TABLES_2003 in start else "HTML, XML"
    return "CSV, TXT" if _is_text(data[:4096]) else ""


def _is_text(start: bytes) -> bool:
    wide = start[:2] in (b"\xff\xfe", b"\xfe\xff")
    return wide or not any(byte < 32 and byte not in b"\t\n\r\f" for byte in start)
