"""What a changed cell changes: the manifest named every document that comes out otherwise."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from papers import HALF_9, INPUTS, YEAR_8, YEAR_9, Run, dossier_of, run
from sample_books import books, copied
from workbooks_from_text import FOLDER, dossier

CELLS: Mapping[str, int] = {FOLDER: 150, HALF_9: 30, YEAR_8: 10, YEAR_9: 10}
"""So many cells are changed in each dossier, one at a time: 200 in all."""
SEED = 20


@dataclass(frozen=True)
class Cell:
    """A cell of a workbook, and another value that it may hold."""

    book: Path
    sheet: str
    address: str
    value: object


def inputs_of(name: str, folder: Path) -> Path:
    return dossier(folder) if name == FOLDER else copied(name, folder)


def candidates(name: str, inputs: Path) -> Iterator[Cell]:
    """Every typed cell under the first rows of every sheet, with a value of its kind."""
    for book in books(name, inputs):
        for page in openpyxl.load_workbook(book).worksheets:
            for row in page.iter_rows(min_row=2):
                for cell in row:
                    value = another(cell.value)
                    if value is not None:
                        yield Cell(book, page.title, str(cell.coordinate), value)


def another(value: object) -> object:
    """Another value like it: one more, half a point less, a sentence with a word more."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int):
        return value + 1
    if isinstance(value, float):
        return float(Decimal(str(value)) - Decimal("0.5"))
    if isinstance(value, str) and not value.startswith("="):
        return f"{value.rstrip('.')} rất tốt."
    return None


def named(manifest: Mapping[str, Any], cell: Cell, inputs: Path) -> tuple[set[str], set[str]]:
    """The documents of figures that came from the cell, and those whose sheets hold it."""
    sheet = f"{cell.book.relative_to(inputs).as_posix()} › {cell.sheet}"
    figures = {figure["id"]: figure for figure in manifest["figures"]}
    reached: dict[str, bool] = {}

    def comes_from_it(id_: str) -> bool:
        if id_ not in reached:
            figure = figures[id_]
            own = f"{sheet} › {cell.address}" in figure.get("cells", ())
            reached[id_] = own or any(comes_from_it(inner) for inner in figure.get("figures", ()))
        return reached[id_]

    printed = {file for file, ids in manifest["uses"].items() if any(map(comes_from_it, ids))}
    kinds = {kind for kind, sheets in manifest["reads"].items() if sheet in sheets}
    return printed, {one["file"] for one in manifest["documents"] if one["kind"] in kinds}


def change(cell: Cell) -> None:
    book = openpyxl.load_workbook(cell.book)
    book[cell.sheet][cell.address].value = cell.value
    book.save(cell.book)


@pytest.mark.parametrize("name", CELLS)
def test_every_document_that_changes_was_named(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    inputs = inputs_of(name, tmp_path / "vao")
    before = run(dossier_of(inputs, name), tmp_path / "goc")
    manifest = json.loads((before.folder / "bang-ke.json").read_text("utf-8"))
    tried = valid = by_figure = altogether = 0
    cells = list(candidates(name, inputs))
    random.Random(SEED).shuffle(cells)
    for cell in cells:
        if valid == CELLS[name]:
            break
        tried += 1
        changed = changed_by(cell, before, inputs, tmp_path / f"ra-{tried}", name)
        if changed is None:
            continue
        printed, read = named(manifest, cell, inputs)
        assert changed <= printed | read, (cell, changed - printed - read)
        valid, altogether, by_figure = valid + 1, altogether + len(changed), by_figure + len(changed & printed)
    with capsys.disabled():
        print(f"\n{name}: {valid} cells of {tried} tried, {altogether} documents changed, {by_figure} by a figure")
    assert valid == CELLS[name] or tried == len(cells)


def changed_by(cell: Cell, before: Run, inputs: Path, outputs: Path, name: str) -> set[str] | None:
    """The documents that come out otherwise; None where the value is refused, or another kind of paper comes of it."""
    original = cell.book.read_bytes()
    try:
        change(cell)
        after = run(dossier_of(inputs, name), outputs)
    finally:
        cell.book.write_bytes(original)
    if after.outcome.problems.errors() or set(after.papers) != set(before.papers):
        return None
    return {file for file, paper in after.papers.items() if paper.content != before.papers[file].content}


def test_the_samples_are_there() -> None:
    assert all((INPUTS / name).is_dir() for name in CELLS if name != FOLDER)
