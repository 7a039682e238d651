"""The disk: what is written is there whole, also after the power went, and one run writes at a time."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

UNFINISHED = ".tmp-"
_LOCK = ".tmp-khoa"


def replace(file: Path, content: bytes) -> None:
    """Put a file that is no part of a release into its place, whole, over an older one. Raises `OSError`."""
    make_folder(file.parent)
    with alone(file.parent):
        stage(file, content)
        place(file)
        settle(file.parent)


def stage(file: Path, content: bytes) -> None:
    """Write a file aside, near the place where it shall lie; where that is refused, nothing is left of it."""
    _staged(file).unlink(missing_ok=True)
    try:
        write(_staged(file), content)
    except BaseException:
        drop(_staged(file))
        raise


def place(file: Path) -> None:
    """Put a staged file into its place; where that is refused, nothing is left of it."""
    try:
        _staged(file).replace(file)
    except BaseException:
        drop(_staged(file))
        raise


def write(file: Path, content: bytes) -> None:
    """Write a new file and have it on the disk. Raises `OSError`, which names the file."""
    try:
        with file.open("xb") as output:
            output.write(content)
            output.flush()
            os.fsync(output.fileno())
    except OSError as error:
        error.filename = str(file)
        raise


def drop(path: Path) -> None:
    """Remove what this program left unfinished; where that is refused too, the next run does it."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def settle(*folders: Path) -> None:
    """Have the names in the folders on the disk, where the system can do that."""
    if sys.platform == "win32":
        return
    for folder in folders:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def make_folder(folder: Path) -> None:
    """Have the folder there; one that is a link leads elsewhere and is refused with `OSError`."""
    if folder.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(folder))
    if not folder.is_dir():
        if not folder.parent.is_dir():
            make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        settle(folder.parent)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until no other run writes into the folder; the lock dies with its run."""
    handle = _opened(folder)
    try:
        _lock(handle)
        yield
    finally:
        os.close(handle)


def _staged(file: Path) -> Path:
    return file.with_name(f"{UNFINISHED}{file.name}")


if sys.platform == "win32":
    import msvcrt

    def _opened(folder: Path) -> int:
        return os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT)

    def _lock(handle: int) -> None:
        while True:  # it gives up after ten seconds
            try:
                msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
                return
            except OSError as error:
                if error.errno != errno.EDEADLK:
                    raise

else:
    import fcntl

    def _opened(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)
