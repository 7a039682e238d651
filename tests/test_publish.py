"""A release is whole, never written over, and made only when something changed."""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import editions
import pytest
from word_files import docx, p

from pipeline.model import Figure, Occurrence, Rule
from pipeline.problems import Place
from pipeline.releases.carry import Made
from pipeline.releases.manifest import traced
from pipeline.releases.release import Release, newest

REPORT = Made("bao-cao-tong-ket", "bao-cao-tong-ket-2021.docx", docx(p("Báo cáo")))
PLEDGE = Made("giao-uoc", "giao-uoc-2022.docx", b"a pledge")


def released(folder: Path, text: str = "the same", *documents: Made) -> Release:
    return editions.released(folder, documents or (REPORT, PLEDGE), text)


def names(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())


def test_a_release_holds_its_documents_their_copies_and_its_manifest(tmp_path: Path) -> None:
    release = released(tmp_path / "outputs" / "cum-9")
    assert (release.name, release.new) == ("lan-01", True)
    assert names(release.folder) == [
        ".goc/bao-cao-tong-ket-2021.docx",
        ".goc/giao-uoc-2022.docx",
        "bang-ke.json",
        "bao-cao-tong-ket-2021.docx",
        "giao-uoc-2022.docx",
    ]
    manifest = json.loads((release.folder / "bang-ke.json").read_text("utf-8"))
    assert manifest["documents"][0]["file"] == REPORT.file
    assert (manifest["dossier"], manifest["release"]) == ("cum-9", "lan-01")
    assert set(manifest["generated"]) == {REPORT.file, PLEDGE.file}


def test_nothing_new_is_made_when_nothing_changed(tmp_path: Path) -> None:
    assert released(tmp_path).new
    again = released(tmp_path)
    assert (again.name, again.new) == ("lan-01", False)
    assert sorted(os.listdir(tmp_path)) == ["lan-01"]


def test_a_change_makes_the_next_release_and_leaves_the_last(tmp_path: Path) -> None:
    first = released(tmp_path)
    (first.folder / REPORT.file).write_bytes(b"edited by hand")
    assert released(tmp_path, "changed").name == "lan-02"
    assert (first.folder / REPORT.file).read_bytes() == b"edited by hand"


@pytest.mark.parametrize(
    "manifest", ["", '{"documents": [', "[]", '{"documents": [], "release": 1}', '{"documents": [{"file": "a"}]}']
)
def test_a_release_without_its_manifest_does_not_count_and_its_number_is_not_taken_again(
    tmp_path: Path, manifest: str
) -> None:
    (released(tmp_path).folder / "bang-ke.json").write_text(manifest, "utf-8")
    assert newest(tmp_path) is None
    assert released(tmp_path).name == "lan-02"


@pytest.mark.parametrize("file", ["../thu.docx", "/etc/thu.docx", "a\\b.docx", "..", "", 7])
def test_a_manifest_that_leads_elsewhere_does_not_count(tmp_path: Path, file: object) -> None:
    found = released(tmp_path)
    found_file = found.folder / "bang-ke.json"
    found_file.write_text(json.dumps({**found.manifest, "documents": [{"kind": "a", "file": file, "sha256": ""}]}))
    assert newest(tmp_path) is None


def test_a_document_that_was_lost_is_made_again(tmp_path: Path) -> None:
    (released(tmp_path).folder / REPORT.file).unlink()
    again = released(tmp_path)
    assert (again.name, again.new) == ("lan-02", True)
    assert not released(tmp_path).new


def test_what_a_killed_run_left_is_cleared(tmp_path: Path) -> None:
    (tmp_path / ".tmp-lan-01" / ".goc").mkdir(parents=True)
    (tmp_path / ".tmp-lan-01" / "half.docx").write_bytes(b"half")
    released(tmp_path)
    assert sorted(os.listdir(tmp_path)) == ["lan-01"]


def test_runs_at_the_same_time_take_turns(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as runs:
        same = list(runs.map(lambda _: released(tmp_path, "the same"), range(8)))
        others = list(runs.map(lambda number: released(tmp_path, f"run {number}"), range(8)))
    assert [release.new for release in same].count(True) == 1
    assert sorted(release.name for release in others) == [f"lan-{number:02d}" for number in range(2, 10)]


def test_a_failure_leaves_no_trace(tmp_path: Path) -> None:
    released(tmp_path)
    lost = Made("to-trinh", "no-such-folder/to-trinh.docx", b"")
    with pytest.raises(OSError):
        released(tmp_path, "changed", REPORT, lost)
    assert sorted(os.listdir(tmp_path)) == ["lan-01"]


def test_the_same_release_is_the_same_bytes(tmp_path: Path) -> None:
    one, other = released(tmp_path / "one"), released(tmp_path / "other")
    assert (one.folder / "bang-ke.json").read_bytes() == (other.folder / "bang-ke.json").read_bytes()


def test_there_is_no_release_where_there_is_no_folder(tmp_path: Path) -> None:
    assert newest(tmp_path / "nothing") is None


SAID = {Place("số liệu.xlsx", "Khen thưởng", "C4"): "2"}
"""What the cells say that were read."""


def figure(value: int | Decimal, *sources: Figure, cell: str = "") -> Figure:
    cells = (Place("số liệu.xlsx", "Khen thưởng", cell),) if cell else ()
    return Figure(value, "lượt", "count", Rule("sum", "Cá nhân", 2), cells, sources)


def test_every_figure_is_listed_once_with_what_it_was_made_from() -> None:
    """
    The report prints a total of two cells and then one of them; the pledge prints the total again.
    """
    first, second = figure(2, cell="C4"), figure(3, cell="C5")
    total = figure(5, first, second)
    stands = [Occurrence(first, "02", "đoạn 3", 8)]
    listed = traced({"report": [total, first], "pledge": [figure(5, first, second)]}, {"report": stands}, SAID.get)
    assert listed["places"] == {"report": [{"figure": "f2", "text": "02", "place": "đoạn 3", "start": 8}]}
    assert listed["values"] == {"số liệu.xlsx › Khen thưởng › C4": "2"}
    assert listed["uses"] == {"report": ["f1", "f2"], "pledge": ["f1"]}
    assert listed["figures"] == [
        {
            "id": "f1",
            "value": 5,
            "unit": "lượt",
            "rule": "tổng Cá nhân của 2 đơn vị",
            "figures": ["f2", "f3"],
        },
        {
            "id": "f2",
            "value": 2,
            "unit": "lượt",
            "rule": "tổng Cá nhân của 2 đơn vị",
            "cells": ["số liệu.xlsx › Khen thưởng › C4"],
        },
        {
            "id": "f3",
            "value": 3,
            "unit": "lượt",
            "rule": "tổng Cá nhân của 2 đơn vị",
            "cells": ["số liệu.xlsx › Khen thưởng › C5"],
        },
    ]


def test_a_decimal_keeps_its_places() -> None:
    listed = traced({"report": [figure(Decimal("97.50"), cell="D4")]}, {}, SAID.get)
    assert listed["figures"][0]["value"] == "97.50"  # type: ignore[index]
