"""The mark of a signed release."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

NAME = "da-ky.json"


def sealed(folder: Path) -> Mapping[str, str] | None:
    """The fingerprints of the documents of a release as they were signed; none when it is not signed."""
    if not (folder / NAME).exists():
        return None
    found: dict[str, str] = json.loads((folder / NAME).read_bytes())["documents"]
    return found
