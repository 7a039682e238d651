"""Files beside the releases: written anew as long as nobody changed them, else under another name."""

from __future__ import annotations

import json
from pathlib import Path

from pipeline.releases.disk import replace
from pipeline.releases.manifest import sha256


class Beside:
    """A folder of such files, with a record of what was written there."""

    def __init__(self, folder: Path, record: str) -> None:
        self._folder, self._file = folder, folder / record
        self._record = self._read()

    @property
    def names(self) -> list[str]:
        """The files that were written there, now or before."""
        return list(self._record)

    def path(self, name: str) -> Path:
        """Where a file of that name lies."""
        return self._folder / name

    def put(self, name: str, content: bytes) -> Path:
        """Write a file, under a numbered name when its own holds what we did not write; where it lies."""
        stem, dot, ending = name.rpartition(".")
        names = (name if number == 1 else f"{stem} ({number}){dot}{ending}" for number in range(1, 1000))
        path = next(path for path in (self._folder / one for one in names) if not path.exists() or self._is_ours(path))
        replace(path, content)
        self._record[path.name] = sha256(content)
        return path

    def forget(self, name: str) -> None:
        """Remove a file that was written before, unless somebody changed it."""
        path = self._folder / name
        if path.is_file() and self._is_ours(path):
            path.unlink()
        del self._record[name]

    def save(self) -> None:
        """Write the record of what lies there."""
        content = json.dumps(self._record, ensure_ascii=False, sort_keys=True, indent=1)
        replace(self._file, content.encode())

    def _is_ours(self, path: Path) -> bool:
        return self._record.get(path.name) == sha256(path.read_bytes())

    def _read(self) -> dict[str, str]:
        try:
            found = json.loads(self._file.read_bytes())
        except (OSError, ValueError):
            return {}
        return {str(name): str(sha) for name, sha in found.items()} if isinstance(found, dict) else {}
