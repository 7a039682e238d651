"""A second run: nothing new, the same bytes wherever it runs; one cell changed, and what depends on it alone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from papers import HALF_9, INPUTS, YEAR_9, Run, dossier_of, run
from sample_books import changed, copied

ROOT = Path(__file__).parents[1]
CELL = ("Công an tỉnh.xlsx", "Khen thưởng", "E15")


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


@pytest.mark.parametrize("draft", [False, True])
def test_a_second_run_makes_nothing_new(tmp_path: Path, draft: bool) -> None:
    dossier = dossier_of(INPUTS, YEAR_9)
    first, second = run(dossier, tmp_path, draft), run(dossier, tmp_path, draft)
    assert (first.outcome.new, second.outcome.new) == (True, False)
    assert second.outcome.documents == first.outcome.documents
    assert [path.name for path in (tmp_path / YEAR_9).iterdir() if path.is_dir()] == ["lan-01"]


def test_outputs_that_were_deleted_come_back_the_same(tmp_path: Path, runs: Mapping[str, Run]) -> None:
    made = run(dossier_of(INPUTS, YEAR_9), tmp_path)
    assert files(made.folder) == files(runs[YEAR_9].folder)
    shutil.rmtree(tmp_path / YEAR_9)
    assert files(run(dossier_of(INPUTS, YEAR_9), tmp_path).folder) == files(runs[YEAR_9].folder)


def test_the_place_and_the_clock_of_a_computer_change_nothing(tmp_path: Path, runs: Mapping[str, Run]) -> None:
    elsewhere = {
        **os.environ, "TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "C", "PYTHONHASHSEED": "7",
    }  # fmt: skip
    command = [sys.executable, "-m", "pipeline", "report", "--inputs", str(INPUTS), "--outputs", "nơi khác"]
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from pipeline.cli import run; sys.exit(run(sys.argv[1:]))"
    command[1:3] = ["-c", code]
    subprocess.run(command, cwd=tmp_path, env=elsewhere, check=True, capture_output=True)
    for name, made in runs.items():
        assert files(tmp_path / "nơi khác" / name / "lan-01") == files(made.folder)


# --- one cell ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def before_and_after(tmp_path_factory: pytest.TempPathFactory) -> tuple[Run, Run]:
    """The papers of cluster 9, and those made when one unit counts one person more."""
    inputs = copied(YEAR_9, tmp_path_factory.mktemp("inputs"))
    outputs = tmp_path_factory.mktemp("outputs")
    changed(inputs / YEAR_9 / CELL[0], lambda workbook: None)
    before = run(dossier_of(inputs, YEAR_9), outputs)

    def one_more(workbook: Any) -> None:
        workbook[CELL[1]][CELL[2]].value += 1

    changed(inputs / YEAR_9 / CELL[0], one_more)
    return before, run(dossier_of(inputs, YEAR_9), outputs)


def figures(made: Run) -> dict[str, dict[str, Any]]:
    """The figures of a manifest by their names."""
    manifest = json.loads((made.folder / "bang-ke.json").read_text("utf-8"))
    return {figure["id"]: figure for figure in manifest["figures"]}


def cells(known: Mapping[str, dict[str, Any]], name: str) -> Iterator[str]:
    """Every cell that a figure was made from, in the end."""
    yield from known[name].get("cells", ())
    for inner in known[name].get("figures", ()):
        yield from cells(known, inner)


def _valued(made: Run, dependent: bool) -> Counter[tuple[Any, ...]]:
    """How often each rule over the same cells gave a value, of the figures that depend on the cell or do not."""
    known, cell = figures(made), " › ".join((f"{YEAR_9}/{CELL[0]}", *CELL[1:]))
    found: Counter[tuple[Any, ...]] = Counter()
    for name, figure in known.items():
        sources = frozenset(cells(known, name))
        if (cell in sources) == dependent:
            found[figure["rule"], figure["unit"], sources, figure["value"]] += 1
    return found


def test_one_person_more_changes_the_figures_that_count_him(before_and_after: tuple[Run, Run]) -> None:
    before, after = before_and_after
    assert before.outcome.release == "lan-01" and after.outcome.release == "lan-02"
    assert _valued(before, dependent=False) == _valued(after, dependent=False)
    expected = Counter({(*key[:3], key[3] + 1): n for key, n in _valued(before, dependent=True).items()})
    assert _valued(after, dependent=True) == expected and len(expected) > 3
    assert "3.212 lượt cá nhân" in after.report.text


def test_papers_that_do_not_use_the_figure_are_the_same_file(before_and_after: tuple[Run, Run]) -> None:
    before, after = before_and_after
    altered = {name for name, paper in after.papers.items() if paper.content != before.papers[name].content}
    assert altered == {"bao-cao-tong-ket-2021.docx", "thong-ke-khen-thuong-2021.docx"}


@pytest.mark.parametrize("seed", range(10))
def test_neither_place_nor_locale_nor_the_order_of_sets_changes_a_byte(
    tmp_path: Path, runs: Mapping[str, Run], seed: int
) -> None:
    outputs = tmp_path / ("ra" if seed % 2 else "một nơi khác/ra")
    environment = {**os.environ, "PYTHONHASHSEED": str(seed), "LC_ALL": "C" if seed % 2 else "vi_VN.UTF-8"}
    command = [sys.executable, "-m", "pipeline", "report", HALF_9, "--inputs", str(INPUTS), "--outputs", str(outputs)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    assert files(outputs / HALF_9 / "lan-01") == files(runs[HALF_9].folder)
