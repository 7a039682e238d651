"""Marked copies that came back: which workbook each was made of, and which of the two counts."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from pipeline.office.relations import Parts, declare, parse, relate, written

_PART = "docProps/custom.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_USERS = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of properties that belong to the user of a document."""
_FILE, _SHA256 = "Sổ gốc của bản đánh dấu", "Sổ gốc, SHA-256"


@dataclass(frozen=True)
class Mark:
    """The workbook a marked copy was made of: its name in the dossier and the fingerprint it had."""

    file: str
    sha256: str


def original_of(path: Path) -> Mark | None:
    """The workbook that this one is a marked copy of; None for any other."""
    try:
        with zipfile.ZipFile(path) as package:
            root = parse(package.read(_PART))
    except (OSError, KeyError, zipfile.BadZipFile, etree.XMLSyntaxError):
        return None
    said = {str(entry.get("name")): "".join(str(text) for text in entry.itertext()) for entry in root}
    return Mark(said[_FILE], said[_SHA256]) if {_FILE, _SHA256} <= said.keys() else None


def mark(parts: Parts, of: Mark) -> None:
    """Write into a package which workbook it is a marked copy of."""
    known = _PART in parts
    root = parse(parts.get(_PART) or f'<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_VALUES}"/>'.encode())
    for old in [entry for entry in root if entry.get("name") in (_FILE, _SHA256)]:
        root.remove(old)
    for name, value in ((_FILE, of.file), (_SHA256, of.sha256)):
        number = max((int(entry.get("pid") or 1) for entry in root), default=1) + 1
        entry = etree.SubElement(root, f"{{{_PROPERTIES}}}property", fmtid=_USERS, pid=str(number), name=name)
        etree.SubElement(entry, f"{{{_VALUES}}}lpwstr").text = value
    parts[_PART] = written(root)
    if not known:
        relate(parts, "", "custom-properties", _PART)
        declare(parts, _PART, _TYPE)


def left_out(files: Mapping[str, Path]) -> tuple[frozenset[str], frozenset[str]]:
    """The workbooks that a marked copy replaces, and the marked copies whose original was changed since.

    A copy beside its original counts only when the original is still the one that was marked.
    """
    replaced: set[str] = set()
    outdated: set[str] = set()
    for name, path in files.items():
        of = original_of(path)
        if of and of.file != name and of.file in files:
            same = hashlib.sha256(files[of.file].read_bytes()).hexdigest() == of.sha256
            (replaced if same else outdated).add(of.file if same else name)
    return frozenset(replaced), frozenset(outdated)
