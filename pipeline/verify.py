"""The proof of a release: its inputs and its documents held against the manifest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.dossier import Dossier, cells_said, dossiers
from pipeline.papers import place_of, template_of
from pipeline.problems import Place, Problems
from pipeline.releases.hands import as_found
from pipeline.releases.manifest import sha256
from pipeline.releases.origins import Origins
from pipeline.releases.release import damaged, newest, releases
from pipeline.releases.seal import sealed

if TYPE_CHECKING:
    from pipeline.releases.release import Release

_APART = " › "
_NOTHING = "(trống)"
_HANDS = {"edited": "DC-06", "renamed": "DC-07", "lost": "DC-08"}
_MOST = 3
"""So many documents are named in a line."""


def verify(dossier: Dossier, outputs: Path) -> Problems:
    """What was altered since the newest release of a dossier, and in every signed one. Raises `OSError`."""
    problems = Problems()
    folder = outputs / dossier.name
    last = newest(folder)
    unread = damaged(folder)
    for path in unread:
        problems.add("DC-01", _at(dossier, path.name))
    if last is None and not unread:
        problems.add("DC-13", Place(dossier.name))
    for release in releases(folder):
        if release == last or sealed(release.folder) is not None:
            try:
                _verify_documents(dossier, release, problems)
                if release == last:
                    _verify_inputs(dossier, release, problems)
                    _verify_templates(dossier, release, problems)
            except (AttributeError, KeyError, TypeError, ValueError):  # a manifest of another shape
                problems.add("DC-01", _at(dossier, release.name))
    return problems


def _at(dossier: Dossier, *names: str) -> Place:
    return Place("/".join((dossier.name, *names)))


# --- the documents --------------------------------------------------------------------------------


def _verify_documents(dossier: Dossier, release: Release, problems: Problems) -> None:
    signed = sealed(release.folder)
    if signed is None:
        for found in as_found(release):
            if found.state != "same":
                new = found.path.name if found.path else ""
                problems.add(_HANDS[found.state], _at(dossier, release.name, found.file), found=new)
    elif not signed:
        problems.add("DC-12", _at(dossier, release.name))
    for file, digest in (signed or {}).items():
        if said := _altered(release.folder / file, digest):
            problems.add("DC-11", _at(dossier, release.name, file), found=said)
    listed = {one["file"]: one["sha256"] for one in release.manifest["documents"]}
    for file, digest in {**listed, **release.manifest.get("generated", {})}.items():
        if said := _altered(release.original(file), digest):
            problems.add("DC-09", _at(dossier, release.name, file), found=said)


def _altered(file: Path, digest: str) -> str:
    """What happened to a file that may not change; "" for nothing."""
    if not file.is_file():
        return "không còn"
    return "" if sha256(file.read_bytes()) == digest else "đã bị sửa"


# --- the workbooks and the templates --------------------------------------------------------------


def _verify_inputs(dossier: Dossier, release: Release, problems: Problems) -> None:
    every = dossiers(dossier.inputs, Problems()) if dossier.inputs.is_dir() else []
    paths = {one.label(file): file for one in every for file in one.files}
    read = {str(one["file"]): str(one["sha256"]) for one in release.manifest.get("inputs", ())}
    origins = Origins(release.manifest)
    for file, digest in read.items():
        if file not in paths:
            problems.add("DC-03", Place(file), release=release.name, what=_to_redo(origins, file))
        elif sha256(paths[file].read_bytes()) != digest:
            _verify_cells(file, paths[file], release, origins, problems)
    for file in (dossier.label(path) for path in dossier.files):
        if file not in read:
            problems.add("DC-04", Place(file), release=release.name)


def _verify_cells(file: str, path: Path, release: Release, origins: Origins, problems: Problems) -> None:
    """Say that a workbook changed, and each cell of a figure that says something else now."""
    values: Mapping[str, str] = release.manifest.get("values", {})
    now = cells_said(path, file)
    changed = {cell: now.get(cell, "") for cell in _of(file, values) if now and now.get(cell, "") != values[cell]}
    for cell, text in changed.items():
        sheet, _, address = cell.removeprefix(f"{file}{_APART}").rpartition(_APART)
        problems.add(
            "DC-05", Place(file, sheet, address), found=text or _NOTHING, before=values[cell], release=release.name,
            documents=_listed(origins.documents.get(cell, ())),
        )  # fmt: skip
    told = f"{len(changed)} ô của số liệu đã in ghi khác trước" if changed else "các con số đã in không đổi"
    what = [told] if now and "values" in release.manifest else []
    problems.add("DC-02", Place(file), release=release.name, what="; ".join((*what, _to_redo(origins, file))))


def _of(file: str, cells: Iterable[str]) -> list[str]:
    return [cell for cell in cells if cell.startswith(f"{file}{_APART}")]


def _to_redo(origins: Origins, file: str) -> str:
    """The documents that depend on a workbook."""
    names = _listed(origins.depending(file))
    return f"văn bản dùng sổ này: {names}" if names else "không văn bản nào dùng sổ này"


def _listed(documents: Iterable[str]) -> str:
    names = list(documents)
    more = f" và {len(names) - _MOST} văn bản khác" if len(names) > _MOST else ""
    return ", ".join(names[:_MOST]) + more


def _verify_templates(dossier: Dossier, release: Release, problems: Problems) -> None:
    for entry in release.manifest.get("templates", ()):
        path = template_of(entry["kind"], dossier)
        if not path.is_file() or sha256(path.read_bytes()) != entry["sha256"]:
            made = (one["file"] for one in release.manifest["documents"] if one["kind"] == entry["kind"])
            place, found = place_of(path, dossier), f"“{path.name}”"
            problems.add("DC-10", place, found=found, release=release.name, documents=_listed(made))
