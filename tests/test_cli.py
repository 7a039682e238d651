"""What a person types, and what the command line answers: words, exit codes, JSON."""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from papers import Said

from pipeline import cli_words

ROOT = Path(__file__).parents[1]
DOSSIER = "cum-9-thanh-hoa-nam-2021"


@pytest.fixture
def dossier(tmp_path: Path, said: Said) -> str:
    """A sample dossier in the working folder."""
    shutil.copytree(ROOT / "inputs" / DOSSIER, tmp_path / "inputs" / DOSSIER)
    return DOSSIER


# --- help and wrong use -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command",
    [
        (),
        ("report",),
        ("check",),
        ("diff",),
        ("verify",),
        ("seal",),
        ("forms",),
        ("templates",),
        ("templates", "check"),
        ("templates", "fields"),
    ],
)
def test_help_is_vietnamese(said: Said, command: tuple[str, ...]) -> None:
    code, out, _ = said(*command, "--help")
    assert (code, out.startswith("Cách dùng: thi-dua")) == (0, True)
    assert not {"Usage", "Options", "Commands", "Show", "COMMAND", "ARGS"} & set(out.replace(":", " ").split())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("repot",), 'Không có lệnh "repot". Có phải là'),
        (("report", "--drat"), 'Không có tùy chọn "--drat". Có phải là'),
        (("report", "--only"), 'Tùy chọn "--only" cần một giá trị.'),
        (("check", "--inputs", "khong-co"), 'không có "khong-co"'),
    ],
)
def test_wrong_use_is_said_in_vietnamese(said: Said, arguments: tuple[str, ...], words: str) -> None:
    code, out, err = said(*arguments)
    assert (code, out) == (2, "")
    assert words in err


def test_a_command_is_needed(said: Said) -> None:
    code, _, err = said()
    assert (code, "Cách dùng" in err) == (2, True)


def test_a_full_disk_is_one_line() -> None:
    line = cli_words.of_disk(OSError(28, "No space left on device", "outputs/lan-01"))
    assert line.startswith("Không đọc hoặc ghi được outputs/lan-01: ổ đĩa đã đầy.")


def test_asking_for_help_is_quick_and_loads_nothing_heavy() -> None:
    code = (
        "import sys; from pipeline.cli import run; run(['--help']); "
        "heavy = {'pandas', 'numpy', 'docxtpl', 'docx', 'jinja2', 'openpyxl', 'rich'}; "
        "sys.exit(bool(heavy & sys.modules.keys()))"
    )
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 0.3


# --- the commands -------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["report", "check"])
def test_an_empty_folder_is_said_in_one_sentence(said: Said, command: str) -> None:
    code, out, err = said(command)
    assert (code, out) == (0, "")
    assert err.startswith("Chưa có hồ sơ nào trong inputs.") and err.count("\n") == 1


@pytest.mark.parametrize("command", ["report", "check"])
def test_an_unknown_dossier_is_refused_with_the_nearest(said: Said, dossier: str, command: str) -> None:
    code, _, err = said(command, "cum-9-thanh-hoa-nam-2012")
    assert code == 2
    assert f"Có phải là: {dossier}?" in err


def test_an_unknown_kind_is_refused_with_the_nearest(said: Said, dossier: str) -> None:
    code, _, err = said("report", "--only", "giao-ước")
    assert code == 2
    assert "giao-uoc" in err


def test_a_report_is_a_release_once(said: Said, dossier: str) -> None:
    code, out, _ = said("report")
    assert code == 0
    assert out.startswith(f"{dossier}: lan-01, ")
    assert (Path("outputs") / dossier / "lan-01" / "bang-ke.json").is_file()
    code, out, _ = said("report", dossier)
    assert (code, "không có gì thay đổi từ lan-01" in out) == (0, True)


def test_a_report_for_machines(said: Said, dossier: str) -> None:
    code, out, _ = said("report", "--json", "--only", "giao-uoc")
    (outcome,) = json.loads(out)
    assert (code, list(outcome)) == (0, ["dossier", "release", "documents", "left_out", "problems"])
    (document,) = outcome["documents"]
    assert list(document) == ["kind", "file", "sha256"]


def test_a_check_writes_no_document(said: Said, dossier: str) -> None:
    code, out, _ = said("check", "--json")
    keys = ["level", "code", "file", "sheet", "cell", "found", "message", "remedy"]
    assert code == 0
    assert all(list(problem) == keys for problem in json.loads(out))
    assert [file.name for file in Path("outputs").rglob("*") if file.is_file()] == ["kiem-tra.html"]


def test_a_check_may_mark_the_workbooks(said: Said, dossier: str) -> None:
    (Path("inputs") / dossier / "Trại giam Thanh Cẩm.xlsx").unlink()
    code, out, _ = said("check", "--annotate")
    assert code == 0
    assert f"outputs/{dossier}/loi/Cụm 9 - tổng hợp 2021.xlsx" in out


def test_forms_are_new_files_only(said: Said) -> None:
    code, out, err = said("forms")
    assert (code, err, "inputs/_mau/so-cum.xlsx" in out) == (0, "", True)
    code, out, err = said("forms")
    assert (code, out, err.count("Đã có sẵn, giữ nguyên: ")) == (0, "", 4)


def test_forms_of_each_unit_need_the_cluster(said: Said, dossier: str) -> None:
    code, _, err = said("forms", "--per-unit")
    assert (code, "--cluster" in err) == (2, True)
    file = f"inputs/{dossier}/Cụm 9 - tổng hợp 2021.xlsx"
    code, out, _ = said("forms", "--per-unit", "--cluster", file)
    assert (code, out.count("so-don-vi-")) == (0, 8)


def test_a_run_that_is_stopped_says_so_by_its_code() -> None:
    code = (
        "import os, signal; from pipeline import cli; "
        "cli.run = lambda _: os.kill(os.getpid(), signal.SIGTERM) or signal.pause(); cli.main()"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 143
