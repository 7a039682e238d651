"""A dossier: the workbooks of one cluster in one period, found in a folder and read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.problems import Place, Problems
from pipeline.vietnamese.text import clean, safe_file_name

if TYPE_CHECKING:
    from pipeline.workbooks.read import Grid
    from pipeline.workbooks.rows import Tables

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv")
LONGEST = 80
"""So many letters of a cell does a manifest keep."""
LOOSE = "ho-so"
"""The dossier of the workbooks that lie in no folder of their own."""


@dataclass(frozen=True)
class Dossier:
    """One cluster in one period: its name, its folder, its workbooks, all below `inputs`."""

    name: str
    inputs: Path
    folder: Path
    files: tuple[Path, ...]
    open_files: tuple[Path, ...] = ()

    def label(self, file: Path) -> str:
        """The name of a workbook in messages and manifests: relative, with "/", NFC."""
        return clean(file.relative_to(self.inputs).as_posix()).text

    def name_of(self, file: Path) -> str:
        """The name of a workbook within its dossier."""
        return clean(file.relative_to(self.folder).as_posix()).text


def dossiers(inputs: Path, problems: Problems) -> list[Dossier]:
    """The dossiers of a folder: one a folder, and one of the workbooks that lie in it."""
    found = [_dossier(LOOSE, inputs, inputs, _entries(inputs, files=True))]
    for folder in _entries(inputs, files=False):
        found.append(_dossier(safe_file_name(clean(folder.name).text), inputs, folder, _walk(folder)))
    whole = [dossier for dossier in found if dossier.files or dossier.folder != inputs]
    return _distinct(whole, problems)


def _dossier(name: str, inputs: Path, folder: Path, files: Iterable[Path]) -> Dossier:
    every = sorted(files, key=lambda file: clean(str(file)).text)
    books = tuple(file for file in every if file.suffix.lower() in WORKBOOKS)
    return Dossier(
        name, inputs, folder,
        tuple(file for file in books if not file.name.startswith(("~$", ".", "_"))),
        tuple(file for file in books if file.name.startswith("~$")),
    )  # fmt: skip


def _entries(folder: Path, files: bool) -> list[Path]:
    kept = (entry for entry in sorted(folder.iterdir()) if not entry.is_symlink())
    if files:
        return [entry for entry in kept if entry.is_file()]
    return [entry for entry in kept if entry.is_dir() and not entry.name.startswith(("_", ".", "~$"))]


def _walk(folder: Path) -> Iterator[Path]:
    yield from _entries(folder, files=True)
    for inner in _entries(folder, files=False):
        yield from _walk(inner)


def _distinct(found: Sequence[Dossier], problems: Problems) -> list[Dossier]:
    """Those whose names do not collide in the outputs; a collision is refused for both."""
    by_name: dict[str, list[Dossier]] = {}
    for dossier in found:
        by_name.setdefault(dossier.name.casefold(), []).append(dossier)
    for first, *others in by_name.values():
        for other in others:
            problems.add("RA-01", Place(other.folder.name), found=other.folder.name, other=first.folder.name)
    return [group[0] for group in by_name.values() if len(group) == 1]


def read_tables(dossier: Dossier, problems: Problems, convert_old_fonts: bool = False) -> Tables:
    """The checked tables of all workbooks of a dossier; texts in TCVN3 and VNI are converted when asked for."""
    from pipeline.workbooks.copies import without_copies
    from pipeline.workbooks.read import read_workbook
    from pipeline.workbooks.tables import check_tables

    for file in dossier.open_files:
        problems.add("TEP-04", Place(dossier.label(file)))
    if not dossier.files:
        problems.add("HS-04", Place(dossier.name))
    labelled = [(dossier.label(file), file) for file in _counting(dossier, problems)]
    books = [(label, read_workbook(file, label, problems, convert_old_fonts)) for label, file in labelled]
    tables = without_copies(check_tables(books, problems), problems)
    _say_remarks((grid for _, grids in books for grid in grids if grid.place() in tables.names), problems)
    return tables


def cells_said(path: Path, label: str) -> dict[str, str]:
    """What the cells of a workbook say, as far as a manifest keeps it; nothing when it cannot be read."""
    from pipeline.workbooks.quantities import shown
    from pipeline.workbooks.read import read_workbook

    grids = read_workbook(path, label, Problems())
    return {str(cell.place): shown(cell)[:LONGEST] for grid in grids for cell in grid.cells.values()}


def _say_remarks(grids: Iterable[Grid], problems: Problems) -> None:
    from pipeline.workbooks.remarks import REMARK

    for grid in grids:
        for cell, words in grid.remarks.items():
            problems.add(REMARK, replace(grid.place(), cell=cell), found=words)


def _counting(dossier: Dossier, problems: Problems) -> list[Path]:
    """The workbooks that are read: a marked copy stands for its original while that is unchanged."""
    from pipeline.workbooks.marked import left_out

    replaced, outdated = left_out({dossier.name_of(file): file for file in dossier.files})
    for file in dossier.files:
        if dossier.name_of(file) in outdated:
            problems.add("TEP-16", Place(dossier.label(file)))
    return [file for file in dossier.files if dossier.name_of(file) not in replaced | outdated]
