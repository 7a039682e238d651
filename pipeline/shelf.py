"""The releases that stand, as a person names them."""

from __future__ import annotations

import os
from pathlib import Path

from pipeline.dossier import Dossier, dossiers
from pipeline.problems import Problems
from pipeline.releases.release import Release, is_release, newest, releases


def known_dossiers(inputs: Path, outputs: Path) -> dict[str, Dossier]:
    """The dossiers by name: those of the inputs, and those of which only releases are left."""
    found = {one.name: one for one in dossiers(inputs, Problems())} if inputs.is_dir() else {}
    names = sorted(os.listdir(outputs)) if outputs.is_dir() else []
    left = [name for name in names if name not in found and newest(outputs / name)]
    return found | {name: Dossier(name, inputs, inputs / name, ()) for name in left}


def release_named(outputs: Path, dossier: str, words: str) -> Release | None:
    """The release that somebody means: "lan-02" of the dossier, another dossier's newest, or "<dossier>/lan-02"."""
    other, _, name = words.rpartition("/")
    if not other and not is_release(words):
        return newest(outputs / words)
    return next((one for one in releases(outputs / (other or dossier)) if one.name == name), None)
