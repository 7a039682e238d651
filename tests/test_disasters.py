"""Runs that are killed, that meet a full disk, or that come eight at a time: the old releases, the new one, no mix."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from editions import released

from pipeline.releases.carry import Made
from pipeline.releases.disk import alone
from pipeline.releases.hands import as_found
from pipeline.releases.release import ORIGINALS, newest, releases

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")
HERE = Path(__file__).parent
SIZE = 20_000
PUBLISH = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[1].split("|")
from editions import released
from pipeline.releases.carry import Made
made = [Made("loai", f"van-ban-{n}.docx", bytes([n]) * int(sys.argv[4])) for n in range(5)]
for number in range(int(sys.argv[5])):
    found = released(Path(sys.argv[2]), made, f"{sys.argv[3]} {number}", beside={"kiem-tra.html": sys.argv[3].encode()})
    print(found.name, found.new, flush=True)
"""


def started(folder: Path, of: str, size: int = SIZE, times: int = 1, limit: int | None = None) -> subprocess.Popen[str]:
    """A process that makes so many releases; `limit` is the largest file that its disk takes, in bytes."""
    paths = "|".join((str(HERE), str(HERE.parent)))
    command = [sys.executable, "-c", PUBLISH, paths, str(folder), of, str(size), str(times)]
    if limit is not None:
        command = ["sh", "-c", f'ulimit -f {limit // 512}; exec "$@"', "sh", *command]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def whole(folder: Path) -> bool:
    """Whether every release that can be seen has its manifest and its documents, as they were made."""
    standing = list(releases(folder))
    seen = [name for name in os.listdir(folder) if name.startswith("lan-")]
    states = [found.state for release in standing for found in as_found(release)]
    copies = [
        (release.folder / ORIGINALS / found.file).is_file() for release in standing for found in as_found(release)
    ]
    return len(seen) == len(standing) and set(states) <= {"same"} and all(copies)


def strays(folder: Path) -> list[str]:
    """What lies in the folder beside releases and the page."""
    return [name for name in os.listdir(folder) if not name.startswith("lan-") and name != "kiem-tra.html"]


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_run_that_is_stopped_at_any_time_leaves_whole_releases(tmp_path: Path, sign: signal.Signals) -> None:
    """Ten runs that never end by themselves are stopped after so many releases and a little time."""
    chance = random.Random(7)
    for round_ in range(10):
        run = started(tmp_path, f"run {round_}", times=10_000)
        assert run.stdout
        for _ in range(chance.randint(1, 3)):
            run.stdout.readline()
        try:
            run.wait(chance.random() / 50)
        except subprocess.TimeoutExpired:
            run.send_signal(sign)
        run.communicate()
        assert whole(tmp_path)
    assert released(tmp_path, [Made("loai", "a.docx", b"a")], beside={"kiem-tra.html": b"moi"}).new
    assert strays(tmp_path) == []


@pytest.mark.parametrize("limit", [0, 512, 4096, SIZE - SIZE % 512])
def test_a_disk_that_is_full_keeps_what_was_there(tmp_path: Path, limit: int) -> None:
    released(tmp_path, [Made("loai", "a.docx", b"a")], beside={"kiem-tra.html": b"cu"})
    run = started(tmp_path, "new", limit=limit)
    _, said = run.communicate()
    assert run.returncode != 0 and "File too large" in said
    assert strays(tmp_path) == [] and whole(tmp_path)
    assert [release.name for release in releases(tmp_path)] == ["lan-01"]
    assert (tmp_path / "kiem-tra.html").read_bytes() == b"cu"


def test_a_page_that_cannot_be_placed_takes_the_release_back(tmp_path: Path) -> None:
    """Its name is taken by a folder with something in it."""
    (tmp_path / "kiem-tra.html" / "cua-toi").mkdir(parents=True)
    with pytest.raises(OSError):
        released(tmp_path, [Made("loai", "a.docx", b"a")], beside={"kiem-tra.html": b"moi"})
    assert sorted(os.listdir(tmp_path)) == ["kiem-tra.html"]


def test_eight_runs_at_once_make_one_release_each(tmp_path: Path) -> None:
    """Twenty times eight processes, one of them killed each time at some moment."""
    chance, made = random.Random(11), 0
    for round_ in range(20):
        runs = [started(tmp_path, f"round {round_} run {number}", size=500) for number in range(8)]
        try:
            runs[0].wait(chance.random() / 5)
        except subprocess.TimeoutExpired:
            runs[0].kill()
        said = [run.communicate()[0] for run in runs]
        made += sum("True" in words for words in said[1:])
        assert all("True" in words for words in said[1:])
    assert whole(tmp_path)
    assert made <= sum(1 for _ in releases(tmp_path)) <= made + 20


def test_eight_runs_of_the_same_make_one_release_in_all(tmp_path: Path) -> None:
    for round_ in range(5):
        runs = [started(tmp_path, f"round {round_}", size=500) for _ in range(8)]
        said = [run.communicate()[0] for run in runs]
        assert ["True" in words for words in said].count(True) == 1
    assert sum(1 for _ in releases(tmp_path)) == 5


def test_the_lock_of_a_dead_run_does_not_block(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(HERE.parent), str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout and holder.stdout.readline() == "held\n"
    waiting = started(tmp_path, "next", size=10)
    with pytest.raises(subprocess.TimeoutExpired):
        waiting.wait(1)
    holder.kill()
    holder.communicate()
    assert "lan-01 True" in waiting.communicate(timeout=20)[0]
    with alone(tmp_path):
        assert newest(tmp_path)


_HOLD = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from pipeline.releases.disk import alone
with alone(Path(sys.argv[2])):
    print("held", flush=True)
    time.sleep(60)
"""

FOREIGN: Mapping[str, bytes] = {
    "ghi-chu.txt": b"cua toi", ".tmp-cua-toi": b"cua toi", "lan-xx/a.docx": b"a", "loi/a.xlsx": b"a",
    "~$an-ban.docx": b"", "lan-01.docx": b"a", ".tmp-lan-cu/a.docx": b"a",
}  # fmt: skip


def test_what_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    for name, content in FOREIGN.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    release = released(tmp_path, [Made("loai", "a.docx", b"a")], beside={"kiem-tra.html": b"moi"})
    (release.folder / "rieng.txt").write_bytes(b"cua toi")
    released(tmp_path, [Made("loai", "a.docx", b"b")], "other", beside={"kiem-tra.html": b"moi"})
    assert {name: (tmp_path / name).read_bytes() for name in FOREIGN} == FOREIGN
    assert (release.folder / "rieng.txt").read_bytes() == b"cua toi"


def test_a_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "noi-khac").mkdir()
    (tmp_path / "ho-so").symlink_to(tmp_path / "noi-khac")
    with pytest.raises(OSError):
        released(tmp_path / "ho-so", [Made("loai", "a.docx", b"a")])
    assert os.listdir(tmp_path / "noi-khac") == []


@pytest.mark.parametrize("planted", ["lan-01", ".tmp-lan-01", ".tmp-lan-02", "kiem-tra.html", ".tmp-kiem-tra.html"])
def test_a_link_in_the_folder_is_not_followed(tmp_path: Path, planted: str) -> None:
    elsewhere, folder = tmp_path / "noi-khac", tmp_path / "ho-so"
    elsewhere.mkdir()
    (elsewhere / "giu").write_bytes(b"giu")
    folder.mkdir()
    (folder / planted).symlink_to(elsewhere / "giu" if planted.endswith("html") else elsewhere)
    for of in ("one", "two"):
        released(folder, [Made("loai", "a.docx", of.encode())], of, beside={"kiem-tra.html": b"moi"})
    assert {file.name: file.read_bytes() for file in elsewhere.iterdir()} == {"giu": b"giu"}
    assert not (folder / "kiem-tra.html").is_symlink()
