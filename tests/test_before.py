"""The same period of the year before, from its own dossier: found by name, period and year; listed; never guessed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from dossiers import counted
from papers import Run, dossier_of, run
from workbooks_from_text import FOLDER, GOOD, Sheet, dossier, only

from pipeline.before import dossier_before
from pipeline.check import check
from pipeline.cluster import build_cluster
from pipeline.dossier import read_tables
from pipeline.model import Commendations
from pipeline.problems import Problems

OLD = "cum-5-nam-2020"
COUNTS = GOOD["Khen thưởng"]


def year_before(inputs: Path, folder: str = OLD, /, **more: Sheet | str) -> Path:
    """A dossier of 2020 beside the good one of 2021."""
    other = dossier(
        inputs.parent / folder,
        **{
            **only("Thông tin", "Đơn vị", "Khen thưởng"),
            "Thông tin": GOOD["Thông tin"].swapped("Năm | 2021", "Năm | 2020"),
            "Khen thưởng": COUNTS.swapped("82 | 493", "").swapped("40 | 310", "30 | 300"),
            **more,
        },
    )
    (other / FOLDER).rename(inputs / folder)
    return inputs


def made(inputs: Path) -> tuple[Commendations | None, Problems]:
    problems = Problems()
    ours = dossier_of(inputs, FOLDER)
    tables = read_tables(ours, problems)
    before = dossier_before(ours, tables, problems)
    built = build_cluster(tables, problems, before.tables if before else None)
    assert built is not None
    return built.commendations, problems


def codes(problems: Problems) -> list[str]:
    return [problem.code for problem in problems]


def test_it_is_found_and_said_and_listed_as_an_input(tmp_path: Path) -> None:
    inputs = year_before(dossier(tmp_path / "inputs"))
    found, problems = made(inputs)
    assert found is not None and counted(found.before) == {"collective": 72, "person": 483}
    assert (codes(problems), found.members_before) == (["KT-52"], None)
    ours: Run = run(dossier_of(inputs, FOLDER), tmp_path / "outputs")
    (sentence,) = ours.report.starting("So với năm 2020")
    assert sentence == "So với năm 2020, số lượt khen thưởng tăng 10 lượt tập thể (13,9%) và 10 lượt cá nhân (2,1%)."
    (listed,) = (tmp_path / "outputs").rglob("bang-ke.json")
    files = [entry["file"] for entry in json.loads(listed.read_text("utf-8"))["inputs"]]
    assert [file.split("/")[0] for file in files] == [FOLDER, OLD]


def test_a_sheet_of_ours_wins(tmp_path: Path) -> None:
    inputs = year_before(dossier(tmp_path / "inputs", **{"Khen thưởng kỳ trước": "Đơn vị | Tập thể\nToàn Cụm | 5"}))
    found, problems = made(inputs)
    assert found is not None and (counted(found.before), codes(problems)) == ({"collective": 5}, [])


@pytest.mark.parametrize(
    "other",
    ["Năm | 2021", "Năm | 2019", "Kỳ | 6 tháng đầu năm\nNăm | 2020", "Tên cụm | Cụm thi đua số 6 tỉnh Hòa Bình"],
)
def test_another_period_or_cluster_is_not_it(other: str, tmp_path: Path) -> None:
    key = other.split("\n")[0].split(" | ")[0]
    lines = [line for line in GOOD["Thông tin"].swapped("Năm | 2021", "Năm | 2020").text.split("\n")]
    kept = "\n".join(
        line for line in lines if not line.strip().startswith((f"{key} |", *(["Năm |"] if "\n" in other else [])))
    )
    inputs = year_before(dossier(tmp_path / "inputs"), **{"Thông tin": f"{kept}\n{other}"})
    found, problems = made(inputs)
    assert found is not None and (found.before, codes(problems)) == ({}, [])


def test_two_candidates_are_refused_and_the_report_is_made_without(tmp_path: Path) -> None:
    inputs = year_before(year_before(dossier(tmp_path / "inputs")), "cum-5-ban-sao")
    problems = check(dossier_of(inputs, FOLDER))
    (error,) = problems.errors()
    assert error.code == "KT-51" and "“cum-5-ban-sao”; “cum-5-nam-2020”" in error.message
    ours = run(dossier_of(inputs, FOLDER), tmp_path / "outputs")
    assert {"bao-cao-tong-ket", "to-trinh", "giao-uoc"} <= ours.kinds
    assert not ours.report.starting("So với")


@pytest.mark.parametrize("line", ["4 |", "6 |"])
def test_figures_of_some_units_are_not_compared_with(line: str, tmp_path: Path) -> None:
    old = COUNTS.swapped("82 | 493", "").without(line)
    found, problems = made(year_before(dossier(tmp_path / "inputs"), **{"Khen thưởng": old}))
    assert found is not None and (found.before, codes(problems)) == ({}, ["KT-50", "KT-52"])


def test_other_members_then_are_told(tmp_path: Path) -> None:
    units = GOOD["Đơn vị"].grown("6 | | Sở Cũ")
    old = COUNTS.swapped("82 | 493", "").without(" | Tổng").grown("7 | Sở Cũ | Giấy khen | cơ sở | 1 | 2")
    found, _ = made(year_before(dossier(tmp_path / "inputs"), **{"Đơn vị": units, "Khen thưởng": old}))
    assert found is not None and found.members_before == 6
