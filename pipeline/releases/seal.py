"""The mark of a signed release: what its documents were when it was signed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from pipeline.releases.disk import replace
from pipeline.releases.hands import as_found
from pipeline.releases.manifest import sha256
from pipeline.releases.release import Release

NAME = "da-ky.json"


def sealed(folder: Path) -> Mapping[str, str] | None:
    """The fingerprints of the documents of a release as they were signed; none when it is not signed.

    A mark that cannot be read is a mark: it has no fingerprints.
    """
    try:
        found = json.loads((folder / NAME).read_bytes())["documents"]
        return {str(file): str(digest) for file, digest in found.items()}
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def seal(release: Release) -> list[str]:
    """Mark a release as signed, its documents as they lie there now; the lost ones, for which none is made.

    Raises `OSError` when its folder cannot be read or written to.
    """
    found = as_found(release)
    paths = [one.path for one in found if one.path]
    lost = [one.file for one in found if one.path is None]
    if not lost:
        documents = {path.name: sha256(path.read_bytes()) for path in paths}
        mark = {"release": release.name, "documents": documents}
        content = json.dumps(mark, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
        replace(release.folder / NAME, content.encode())
    return lost
