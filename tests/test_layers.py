"""The floors of the house: imports point down, rooms are apart, each library has one door."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PIPELINE = Path(__file__).parents[1] / "pipeline"
FLOORS = (
    {"problems", "sayings", "model", "vietnamese", "office"},
    {"workbooks", "transforms", "decree30", "law", "rendering", "releases", "pages"},
    {"cluster", "documents"},
    {
        "report", "check", "dossier", "choice", "papers", "typed", "finished", "official", "forms", "overview",
        "before", "marking", "quoted", "templates", "specimens", "frames", "format", "verify", "diff",
        "sealing", "shelf", "explain", "trace",
    },
    {
        "cli", "cli_codes", "cli_explain", "cli_format", "cli_releases", "cli_say", "cli_templates", "cli_words",
        "__main__",
    },
)  # fmt: skip
APART = FLOORS[1] | FLOORS[2] | {"vietnamese", "office"}
"""Rooms that know nothing of the others on their floor."""
DOORS = {
    "openpyxl": ("workbooks/",),
    "python_calamine": ("workbooks/read", "workbooks/child"),
    "xlsxwriter": ("workbooks/score_book", "workbooks/count_book", "workbooks/drawing", "office/book"),
    "pandas": ("workbooks/tables", "transforms/", "cluster"),
    "numpy": (),
    "docxtpl": ("rendering/",),
    "jinja2": ("rendering/",),
    "markupsafe": ("rendering/",),
    "docx": ("office/word",),
    "click": ("cli",),
    "rich": ("cli",),
}
CLOCKS = {"now", "today", "utcnow", "fromtimestamp", "monotonic", "perf_counter"}
FILES = sorted(PIPELINE.rglob("*.py"))
modules = pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PIPELINE)))


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def within(file: Path) -> str:
    return str(file.relative_to(PIPELINE).with_suffix("").as_posix())


def room(file: Path) -> str:
    return within(file).split("/")[0]


def floor(name: str) -> int:
    """The number of the floor a room is on; the package itself stands on top."""
    return next((number for number, rooms in enumerate(FLOORS) if name in rooms), len(FLOORS))


def imported(file: Path) -> Iterator[str]:
    """The full name of everything a module imports, at its head or inside a function."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rooms_used(file: Path) -> set[str]:
    names = (name.split(".") for name in imported(file))
    used = {name[1] for name in names if name[0] == "pipeline" and len(name) > 1}
    return used - {room(file), "__version__"}


@modules
def test_every_room_has_its_floor(file: Path) -> None:
    assert room(file) == "__init__" or floor(room(file)) < len(FLOORS)


@modules
def test_imports_point_down(file: Path) -> None:
    assert [used for used in rooms_used(file) if floor(used) > floor(room(file))] == []


@modules
def test_rooms_know_nothing_of_their_neighbours(file: Path) -> None:
    own = room(file)
    assert [used for used in rooms_used(file) if own in APART and floor(used) == floor(own)] == []


@modules
def test_each_library_has_one_door(file: Path) -> None:
    used = {name.split(".")[0] for name in imported(file)} & DOORS.keys()
    assert [library for library in used if not within(file).startswith(DOORS[library])] == []


@modules
def test_only_the_command_line_prints_and_exits(file: Path) -> None:
    loud = [name for name in called(file) if name in ("print", "exit", "sys.exit", "sys.stdout.write")]
    assert loud == [] or room(file) in ("cli", "cli_say")


@modules
def test_nothing_asks_the_clock(file: Path) -> None:
    assert [name for name in called(file) if name == "time.time" or name.split(".")[-1] in CLOCKS] == []


@modules
def test_decrees_are_cited_under_law_and_decree30_only(file: Path) -> None:
    texts = (node.value for node in ast.walk(tree(file)) if isinstance(node, ast.Constant))
    cited = [text for text in texts if isinstance(text, str) and "/NĐ-CP" in text]
    assert cited == [] or room(file) in ("law", "decree30")


def called(file: Path) -> Iterator[str]:
    return (ast.unparse(node.func) for node in ast.walk(tree(file)) if isinstance(node, ast.Call))
