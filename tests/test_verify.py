"""What was altered since a release: workbooks, templates, documents, their copies, the manifest, what was signed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from word_files import docx, p
from workbooks_from_text import FILE, FOLDER, GOOD, book, dossier

from pipeline.cli import run
from pipeline.dossier import dossiers
from pipeline.problems import Problem, Problems
from pipeline.releases.release import Release, newest
from pipeline.releases.seal import NAME as SEAL
from pipeline.releases.seal import seal
from pipeline.report import Wanted, report
from pipeline.verify import verify

BOOK = f"{FOLDER}/{FILE}"
PLEDGE = "giao-uoc-2022.docx"
CELL = f"{BOOK} › Khen thưởng › E4"
Alter = Callable[[Path, Path], object]
"""Something done to the inputs of the dossier and to its release."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the good dossier and its first release, to be copied."""
    root = tmp_path_factory.mktemp("verify")
    inputs = dossier(root / "inputs")
    own = inputs / FOLDER / "_mau" / "giao-uoc.docx"
    own.parent.mkdir()
    own.write_bytes(docx(p("Giao ước của {{ cum.ten }}")))
    report(dossiers(inputs, Problems())[0], Wanted(root / "outputs"))
    _tell_values(root / "outputs" / FOLDER / "lan-01" / "bang-ke.json", {CELL: "6"})
    return root


@pytest.fixture
def root(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, in the working folder."""
    shutil.copytree(made, tmp_path / "all")
    monkeypatch.chdir(tmp_path / "all")
    return tmp_path / "all"


def _tell_values(file: Path, values: Mapping[str, str]) -> None:
    manifest = json.loads(file.read_bytes())
    file.write_text(json.dumps({**manifest, "values": values}, ensure_ascii=False), "utf-8")


def problems(root: Path) -> list[Problem]:
    return list(verify(dossiers(root / "inputs", Problems())[0], root / "outputs"))


def change(inputs: Path, **sheets: tuple[str, str]) -> Path:
    """The workbook with one place of a sheet changed."""
    return book(inputs / FILE, {**GOOD, **{name: GOOD[name].swapped(*pair) for name, pair in sheets.items()}})


def own_template(inputs: Path, content: bytes) -> None:
    (inputs / "_mau" / "giao-uoc.docx").write_bytes(content)


CASES: dict[str, tuple[str, str, Alter]] = {
    "DC-01": (f"{FOLDER}/lan-01", "không đọc được bảng kê", lambda _, out: (out / "bang-ke.json").write_bytes(b"{")),
    "DC-02": (BOOK, "các con số đã in không đổi", lambda at, _: change(at, **{"Nội dung": ("chậm", "muộn")})),
    "DC-03": (BOOK, "lan-01 đã dùng; văn bản dùng sổ này: bao-cao", lambda at, _: (at / FILE).unlink()),
    "DC-04": (f"{FOLDER}/mới.xlsx", "lan-01 chưa dùng", lambda at, _: book(at / "mới.xlsx", {"Ghi": "a | b"})),
    "DC-05": (BOOK, "ô này ghi “6”, bây giờ ghi “7”; cần làm lại",
              lambda at, _: change(at, **{"Khen thưởng": ("| 6 | 32", "| 7 | 32")})),
    "DC-06": (f"{FOLDER}/lan-01/{PLEDGE}", "đã được sửa tay", lambda _, out: (out / PLEDGE).write_bytes(b"x")),
    "DC-07": (f"{FOLDER}/lan-01/{PLEDGE}", "đổi tên thành “a.docx”",
              lambda _, out: (out / PLEDGE).rename(out / "a.docx")),
    "DC-08": (f"{FOLDER}/lan-01/{PLEDGE}", "không còn trong thư mục", lambda _, out: (out / PLEDGE).unlink()),
    "DC-09": (f"{FOLDER}/lan-01/{PLEDGE}", "bản gốc trong thư mục .goc đã bị sửa",
              lambda _, out: (out / ".goc" / PLEDGE).write_bytes(b"x")),
    "DC-10": (f"{FOLDER}/_mau/giao-uoc.docx", f"mẫu “giao-uoc.docx” đã thay đổi sau lan-01; cần làm lại {PLEDGE}",
              lambda at, _: own_template(at, docx(p("Giao ước")))),
    "DC-12": (f"{FOLDER}/lan-01", "vẫn được coi là đã ký", lambda _, out: (out / SEAL).write_bytes(b"")),
}  # fmt: skip


def test_nothing_was_altered(root: Path) -> None:
    assert problems(root) == []
    assert run(["verify"]) == 0


@pytest.mark.parametrize("code", CASES)
def test_what_was_altered_is_named(code: str, root: Path) -> None:
    place, words, alter = CASES[code]
    alter(root / "inputs" / FOLDER, root / "outputs" / FOLDER / "lan-01")
    (found,) = (problem for problem in problems(root) if problem.code == code)
    assert (found.place.file, words in found.message) == (place, True), found.message
    assert run(["verify"]) == (found.level == "LỖI")


def test_a_cell_leads_to_the_documents_with_its_figures_and_to_no_others(root: Path) -> None:
    change(root / "inputs" / FOLDER, **{"Khen thưởng": ("| 6 | 32", "| 7 | 32")})
    (found,) = (problem for problem in problems(root) if problem.code == "DC-05")
    assert (found.place.sheet, found.place.cell) == ("Khen thưởng", "E4")
    assert "bao-cao-tong-ket-2021.docx" in found.message and PLEDGE not in found.message


def test_the_documents_named_are_those_that_a_new_release_changes(root: Path) -> None:
    change(root / "inputs" / FOLDER, **{"Khen thưởng": ("| 6 | 32", "| 7 | 32")})
    (found,) = (problem for problem in problems(root) if problem.code == "DC-05")
    outcome = report(dossiers(root / "inputs", Problems())[0], Wanted(root / "outputs"))
    first = {one["file"]: one["sha256"] for one in release(root, "lan-01").manifest["documents"]}
    changed = {one.file for one in outcome.documents if first[one.file] != one.sha256}
    assert changed and {file for file in first if file in found.message} == changed


def release(root: Path, name: str) -> Release:
    folder = root / "outputs" / FOLDER / name
    return Release(name, folder, json.loads((folder / "bang-ke.json").read_bytes()))


def test_a_workbook_that_cannot_be_read_any_more_leads_to_all_its_documents(root: Path) -> None:
    (root / "inputs" / FOLDER / FILE).write_bytes(b"hong")
    assert [(one.code, "văn bản dùng sổ này: bao-cao" in one.message) for one in problems(root)] == [("DC-02", True)]


def test_a_manifest_of_an_earlier_version_tells_less(root: Path) -> None:
    manifest = root / "outputs" / FOLDER / "lan-01" / "bang-ke.json"
    kept = {"identity": "x", "documents": json.loads(manifest.read_bytes())["documents"], "release": "lan-01"}
    manifest.write_text(json.dumps(kept), "utf-8")
    assert [problem.code for problem in problems(root)] == ["DC-04"]


@pytest.mark.parametrize("told", [{"inputs": [1]}, {"figures": {}, "values": 3}, {"templates": 1}, {"uses": []}])
def test_a_manifest_of_another_shape_is_damaged(root: Path, told: Mapping[str, object]) -> None:
    change(root / "inputs" / FOLDER, **{"Khen thưởng": ("| 6 | 32", "| 7 | 32")})
    manifest = root / "outputs" / FOLDER / "lan-01" / "bang-ke.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_bytes()), **told}), "utf-8")
    assert "DC-01" in [problem.code for problem in problems(root)]


# --- signed releases ------------------------------------------------------------------------------


def test_a_signed_release_counts_as_it_was_signed(root: Path) -> None:
    """Edited, then signed: nothing to say. Edited after that: a fault."""
    out = root / "outputs" / FOLDER / "lan-01"
    (out / PLEDGE).write_bytes(b"edited")
    assert seal(release(root, "lan-01")) == []
    assert problems(root) == []
    (out / PLEDGE).write_bytes(b"edited again")
    (found,) = problems(root)
    assert (found.code, found.level, "văn bản đã ký đã bị sửa" in found.message) == ("DC-11", "LỖI", True)
    (out / PLEDGE).unlink()
    assert ["văn bản đã ký không còn" in one.message for one in problems(root)] == [True]


def test_every_signed_release_is_looked_at_not_the_newest_alone(root: Path) -> None:
    seal(release(root, "lan-01"))
    change(root / "inputs" / FOLDER, **{"Khen thưởng": ("| 6 | 32", "| 7 | 32")})
    report(dossiers(root / "inputs", Problems())[0], Wanted(root / "outputs"))
    assert problems(root) == []
    (root / "outputs" / FOLDER / "lan-01" / PLEDGE).write_bytes(b"x")
    assert [one.code for one in problems(root)] == ["DC-11"]


# --- the command ----------------------------------------------------------------------------------


def test_there_is_no_release_yet(tmp_path: Path) -> None:
    dossier(tmp_path / "inputs")
    assert [one.code for one in problems(tmp_path)] == ["DC-13"]


def test_a_dossier_of_which_only_releases_are_left_is_verified(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "inputs" / FOLDER).rename(root / "inputs" / "_cu")
    assert run(["verify", FOLDER, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {one["code"] for one in found} == {"DC-03", "DC-10"}
    assert list(found[0]) == ["level", "code", "file", "sheet", "cell", "found", "message", "remedy"]


def test_verifying_writes_nothing(root: Path) -> None:
    before = {file: file.read_bytes() for file in root.rglob("*") if file.is_file()}
    run(["verify"])
    assert {file: file.read_bytes() for file in root.rglob("*") if file.is_file()} == before
    assert newest(root / "outputs" / FOLDER) is not None
