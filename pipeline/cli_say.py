"""What the command line says of a run: results on the standard output, problems on the error output."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pipeline.problems import Finding, Problem, Problems
    from pipeline.report import Outcome

_LEVELS = ("LỖI", "CẢNH BÁO", "LƯU Ý")


def tell_outcome(outcome: Outcome, outputs: Path) -> None:
    """Say what was made of a dossier, what was not, and why."""
    tell_problems(outcome.problems)
    click.echo(f"{outcome.dossier}: {_released(outcome)}")
    for document in outcome.documents if outcome.new else ():
        click.echo(f"  {outputs / outcome.dossier / str(outcome.release) / document.file}")
    for left in outcome.left_out:
        if not left.said:
            click.echo(f"  không làm {left.kind}: {left.why}")


def _released(outcome: Outcome) -> str:
    if outcome.release is None:
        return "chưa làm được văn bản nào"
    if outcome.new:
        return f"{outcome.release}, {len(outcome.documents)} văn bản mới"
    return f"không có gì thay đổi từ {outcome.release}, không làm lần mới"


def outcome_as_json(outcome: Outcome) -> dict[str, object]:
    """The same for a machine."""
    return {
        "dossier": outcome.dossier,
        "release": outcome.release,
        "documents": [
            {"kind": document.kind, "file": document.file, "sha256": document.sha256} for document in outcome.documents
        ],
        "left_out": [{"kind": left.kind, "why": left.why} for left in outcome.left_out],
        "problems": [problem.as_json() for problem in outcome.problems],
    }


def tell_problems(problems: Problems) -> None:
    """Say the problems, those of one sentence in one line."""
    for problem in problems.grouped():
        say(str(problem))


def tell_findings(name: object, findings: Sequence[Finding], said: Iterable[Finding]) -> None:
    """Say what was found in one Word file, in the lines a person reads, and how much it is."""
    for finding in said:
        say(str(finding))
    click.echo(f"{name}: {counted(findings)}")


def tell_marked(folder: Path | None) -> None:
    """Say where the marked copies of the workbooks are."""
    for path in sorted(folder.glob("[!.]*")) if folder and folder.is_dir() else ():
        click.echo(f"  {path}")


def tell_paths(paths: Iterable[Path]) -> None:
    """Say where files are, one a line."""
    for path in paths:
        click.echo(f"  {path}")


def counted(problems: Iterable[Problem] | Iterable[Finding]) -> str:
    """How many problems of each level there are, in words."""
    levels = [problem.level for problem in problems]
    counts = [f"{levels.count(level)} {level}" for level in _LEVELS if level in levels]
    return ", ".join(counts) or "không có lỗi"


def tell_json(content: object) -> None:
    """Print for a machine."""
    click.echo(json.dumps(content, ensure_ascii=False, indent=1))


def say(line: str) -> None:
    """Say a line to the person, apart from the results."""
    click.echo(line, err=True)


@contextmanager
def progress(words: str) -> Iterator[None]:
    """A moving line while something is made, where a person is watching."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(words):
        yield


def tell_copy(path: Path, copy: Path, write: Callable[[], bool], quiet: bool) -> None:
    """Have the copy with comments written, never over one that is there, and say where it is."""
    if copy.exists():
        say(f"Đã có sẵn, giữ nguyên: {copy}")
    elif not write():
        say(f"Không ghi nhận xét vào tệp này được: {path}")
    elif not quiet:
        click.echo(f"  {copy}")
