"""A release appears whole or not at all, and is never written over."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from pipeline.releases import manifest as manifests

ORIGINALS = ".goc"
_NAME = re.compile(r"lan-([0-9]+)")
_UNFINISHED = ".tmp-"


@dataclass(frozen=True)
class Made:
    """A finished document: its kind, its file name, its bytes."""

    kind: str
    file: str
    content: bytes


@dataclass(frozen=True)
class Release:
    """A release that stands: its name (`lan-01`), its folder, its manifest; `new` when it was just made."""

    name: str
    folder: Path
    manifest: Mapping[str, object]
    new: bool = False


def publish(
    folder: Path, identity: Mapping[str, object], documents: Sequence[Made], manifest: Mapping[str, object],
    extras: Mapping[str, bytes] = MappingProxyType({}),
) -> Release:  # fmt: skip
    """Put the documents into the next release of the folder, with a manifest and copies as generated.

    `identity` is all that decides their content: when the newest release has the same, it is given
    back and nothing is written. `extras` lie beside the documents and are not listed. Raises `OSError`
    when the folder cannot be written to; the releases that stand are untouched then.
    """
    _make_folder(folder)
    with _alone(folder):
        last = newest(folder)
        fingerprint = manifests.identity_of(identity)
        if last and last.manifest["identity"] == fingerprint:
            return last
        _clear_unfinished(folder)
        name = f"lan-{_last_number(folder) + 1:02d}"
        full = {**manifest, "identity": fingerprint, "release": name, "documents": _listed(documents)}
        _write_whole(folder, name, documents, full, extras)
        return Release(name, folder / name, full, new=True)


def replace(file: Path, content: bytes) -> None:
    """Put a file that is no part of a release into its place, whole, over an older one."""
    _make_folder(file.parent)
    unfinished = file.with_name(f"{_UNFINISHED}{file.name}")
    unfinished.unlink(missing_ok=True)
    _write(unfinished, content)
    unfinished.replace(file)


def newest(folder: Path) -> Release | None:
    """The newest release that is whole: its manifest can be read and all its documents are there."""
    for _, name in sorted(_numbered(folder), reverse=True):
        manifest = manifests.read(folder / name)
        if manifest:
            return Release(name, folder / name, manifest)
    return None


def _numbered(folder: Path) -> Iterator[tuple[int, str]]:
    """Every name a release may not take again, with its number, whatever it holds."""
    names = os.listdir(folder) if folder.is_dir() else []
    return ((int(found[1]), found[0]) for found in map(_NAME.fullmatch, names) if found)


def _last_number(folder: Path) -> int:
    return max((number for number, _ in _numbered(folder)), default=0)


def _listed(documents: Sequence[Made]) -> list[dict[str, str]]:
    return [{"kind": made.kind, "file": made.file, "sha256": manifests.sha256(made.content)} for made in documents]


def _write_whole(
    folder: Path, name: str, documents: Sequence[Made], manifest: Mapping[str, object], extras: Mapping[str, bytes]
) -> None:
    unfinished = folder / f"{_UNFINISHED}{name}"
    try:
        (unfinished / ORIGINALS).mkdir(parents=True)
        for made in documents:
            _write(unfinished / made.file, made.content)
            _write(unfinished / ORIGINALS / made.file, made.content)
        for file, content in extras.items():
            _write(unfinished / file, content)
        _write(unfinished / manifests.NAME, manifests.written(manifest))
        _settle(unfinished / ORIGINALS, unfinished)
        unfinished.rename(folder / name)
        _settle(folder)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


def _write(file: Path, content: bytes) -> None:
    with file.open("xb") as output:
        output.write(content)
        output.flush()
        os.fsync(output.fileno())


def _settle(*folders: Path) -> None:
    """Have the names in the folders on the disk, where the system can do that."""
    if sys.platform == "win32":
        return
    for folder in folders:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        folder.mkdir(parents=True)
        _settle(folder.parent)


def _clear_unfinished(folder: Path) -> None:
    """Remove what a run that was killed left behind; nobody else is writing here."""
    for left in folder.glob(f"{_UNFINISHED}*"):
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left)
        else:
            left.unlink()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other run publishes into the folder; the lock dies with its run."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
