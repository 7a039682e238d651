"""A release appears whole or not at all, and is never written over."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.problems import Place, Problems
from pipeline.releases import manifest as manifests
from pipeline.releases.carry import Carried, Made, carried
from pipeline.releases.disk import UNFINISHED, alone, drop, make_folder, place, settle, stage, write
from pipeline.releases.hands import as_found
from pipeline.releases.release import ORIGINALS, Release, newest, next_name, releases, unread_last
from pipeline.releases.seal import sealed


@dataclass(frozen=True)
class Edition:
    """What shall become a release.

    `identity` is all that decides its documents, `templates` their fingerprints by kind. `manifest` and `beside`
    are asked for when all that is to be said has been said: the manifest's content, and by the name of the release
    the files that lie in it and, as the newest, beside it.
    """

    identity: Mapping[str, object]
    documents: Sequence[Made]
    templates: Mapping[str, str]
    manifest: Callable[[], Mapping[str, object]]
    beside: Callable[[str], Mapping[str, bytes]] = lambda _: {}


def publish(folder: Path, edition: Edition, problems: Problems) -> Release:
    """Put the documents into the next release of the folder, with a manifest and copies as generated.

    When the newest release was made from the same, it is given back and no other is made; what people changed in
    it is carried over into the next. Raises `OSError` when the folder cannot be written to; the releases that
    stand are untouched then.
    """
    make_folder(folder)
    with alone(folder):
        last = newest(folder)
        if last and _stands_for(last, edition.identity):
            _put_beside(folder, last, edition.beside(last.name))
            return last
        if unread := unread_last(folder):
            problems.add("SUA-06", Place(), found=unread)
        taken = carried(edition.documents, edition.templates, releases(folder), problems)
        name = next_name(folder)
        manifest = {
            **edition.manifest(),
            "identity": _identity(edition.identity, taken.edits),
            "release": name,
            "documents": _listed(taken.documents),
            "generated": {made.file: manifests.sha256(made.content) for made in edition.documents},
            "carried": taken.edits,
        }
        _put(folder, name, _files(taken, edition.documents, manifest), edition.beside(name))
        return Release(name, folder / name, manifest, new=True)


def _stands_for(release: Release, identity: Mapping[str, object]) -> bool:
    """Whether a release was made from just this, is not signed yet, and has all its documents."""
    same = release.manifest["identity"] == _identity(identity, release.manifest.get("carried", {}))
    return same and sealed(release.folder) is None and all(found.path for found in as_found(release))


def _identity(identity: Mapping[str, object], edits: Mapping[str, str]) -> str:
    return manifests.identity_of({**identity, "carried": edits})


def _listed(documents: Sequence[Made]) -> list[dict[str, str]]:
    return [{"kind": made.kind, "file": made.file, "sha256": manifests.sha256(made.content)} for made in documents]


def _files(taken: Carried, generated: Sequence[Made], manifest: Mapping[str, object]) -> dict[str, bytes]:
    return {
        **{made.file: made.content for made in taken.documents},
        **taken.beside,
        **{f"{ORIGINALS}/{made.file}": made.content for made in generated},
        manifests.NAME: manifests.written(manifest),
    }


def _put(folder: Path, name: str, files: Mapping[str, bytes], beside: Mapping[str, bytes]) -> None:
    """Write all of it aside, then have it appear with one renaming; the pages beside it follow at once."""
    unfinished = folder / f"{UNFINISHED}{name}"
    try:
        _clear(unfinished)
        (unfinished / ORIGINALS).mkdir(parents=True)
        for file, content in {**files, **beside}.items():
            write(unfinished / file, content)
        settle(unfinished / ORIGINALS, unfinished)
        for file, content in beside.items():
            stage(folder / file, content)
        unfinished.rename(folder / name)
    except BaseException:
        drop(unfinished)
        raise
    try:
        for file in beside:
            place(folder / file)
    except BaseException:
        _take_back(folder / name, unfinished)
        raise
    settle(folder)


def _put_beside(folder: Path, release: Release, beside: Mapping[str, bytes]) -> None:
    """Put the files of a release that stands beside it again; they tell what was carried over, which is said once."""
    for file, content in beside.items():
        own = release.folder / file
        stage(folder / file, own.read_bytes() if own.is_file() else content)
        place(folder / file)
    settle(folder)


def _clear(unfinished: Path) -> None:
    """Remove what a run that was killed left behind; nobody else is writing here."""
    for left in unfinished.parent.glob(f"{UNFINISHED}lan-[0-9]*"):
        drop(left)


def _take_back(made: Path, unfinished: Path) -> None:
    """Undo a release whose page could not be placed, before anybody saw it."""
    try:
        made.rename(unfinished)
    except OSError:
        drop(made)
    drop(unfinished)
