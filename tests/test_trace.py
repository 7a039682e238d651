"""Review copies: a comment on every figure that names its cells, and nothing else changed."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from docx import Document
from papers import HALF_9, YEAR_9, Run, dossier_of, run
from workbooks_from_text import FOLDER, dossier

from pipeline.cli import run as cli
from pipeline.office.word import paragraphs
from pipeline.trace import trace

REPORT = "bao-cao-tong-ket-2021.docx"


@pytest.fixture
def release(tmp_path: Path) -> Path:
    return run(dossier_of(dossier(tmp_path / "inputs"), FOLDER), tmp_path / "outputs").folder


def comments(path: Path) -> list[str]:
    return [comment.text for comment in Document(str(path)).comments]


def test_every_figure_has_a_comment_that_names_its_cells(release: Path) -> None:
    trace(release.parent)
    said = comments(release.parent / "doi-chieu" / REPORT)
    (total,) = {line for text in said for line in text.split("\n") if line.startswith("493: ")}
    assert "tổng lượt cá nhân của 5 đơn vị; lấy từ " in total and "Khen thưởng: F2 (45), F3 (310)" in total
    places = json.loads((release / "bang-ke.json").read_text("utf-8"))["places"][REPORT]
    lines = [line for text in said for line in text.split("\n")]
    assert {one["text"] for one in places if one["start"] is not None} == {line.partition(": ")[0] for line in lines}


@pytest.mark.parametrize("name", [YEAR_9, HALF_9])
def test_a_copy_is_the_document_less_the_comments(runs: Mapping[str, Run], name: str, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    os.symlink(runs[name].folder, tmp_path / name / "lan-01")
    places = json.loads((runs[name].folder / "bang-ke.json").read_text("utf-8"))["places"]
    written = trace(tmp_path / name)
    assert [path.name for path in written] == [file for file in runs[name].papers if file.endswith(".docx")]
    for path in written:
        assert paragraphs(path.read_bytes()) == runs[name].papers[path.name].paragraphs
        assert (len(comments(path)) > 0) == any(one["start"] is not None for one in places[path.name])


def test_a_table_full_of_figures_has_a_comment_a_row(runs: Mapping[str, Run], tmp_path: Path) -> None:
    (tmp_path / YEAR_9).mkdir()
    os.symlink(runs[YEAR_9].folder, tmp_path / YEAR_9 / "lan-01")
    trace(tmp_path / YEAR_9)
    said = comments(tmp_path / YEAR_9 / "doi-chieu" / "bang-tong-hop-diem-2021.docx")
    assert len(said) < 15 and max(text.count("\n") for text in said) >= 5


def test_a_copy_that_somebody_wrote_into_is_kept_and_stale_ones_go(release: Path) -> None:
    folder = release.parent / "doi-chieu"
    first = trace(release.parent)
    (folder / REPORT).write_bytes(b"ghi chep cua toi")
    (folder / "cua-toi.docx").write_bytes(b"cua toi")
    (release / "giao-uoc-2022.docx").unlink()
    second = trace(release.parent)
    assert (folder / REPORT).read_bytes() == b"ghi chep cua toi"
    assert (folder / "cua-toi.docx").read_bytes() == b"cua toi"
    assert [path.name for path in second] == [
        path.name.replace(".docx", " (2).docx") if path.name == REPORT else path.name
        for path in first if path.name != "giao-uoc-2022.docx"
    ]  # fmt: skip
    assert not (folder / "giao-uoc-2022.docx").exists()


def test_the_command_says_where_the_copies_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--inputs", str(dossier(tmp_path / "inputs")), "--outputs", str(tmp_path / "outputs")]
    assert cli(["report", "--only", "bao-cao-tong-ket", *words]) == 0
    assert "doi-chieu" not in capsys.readouterr().out
    assert cli(["report", "--only", "bao-cao-tong-ket", "--trace", *words]) == 0
    assert str(tmp_path / "outputs" / FOLDER / "doi-chieu" / REPORT) in capsys.readouterr().out
    assert comments(tmp_path / "outputs" / FOLDER / "lan-01" / REPORT) == []
