"""What it costs to fill a template, beside docxtpl as its README says, docxtemplater and carbone.

    make bench        or: python bench/render.py

Every engine fills its own template of the same document, in a process of its own, in turns; all must give the same
text. CPU is the median, wall time the best, memory the peak of the process. The peers of Node are left out where npm
is missing; our engine is measured with zlib, and with isal where the extra "fast" is installed.
"""

from __future__ import annotations

import importlib.util
import io
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from templates import DIALECTS, TEMPLATES, fields  # noqa: E402

OURS, FAST, PEER = "ours", "ours, isal", "docxtpl"
NODE = ("docxtemplater", "carbone")
ROUNDS, SECONDS = 3, 1.0
SIZES = (100, 1_000, 10_000, 50_000)
Cost = dict[str, float]


# --- one engine, in a process of its own ----------------------------------------------------------


def ours(template: Path, document: str, rows: int) -> Callable[[], bytes]:
    from pipeline.rendering import compile_template

    compiled, filled = compile_template(template), fields(document, rows, _figure if "figures" in document else str)
    return lambda: compiled.render(filled)


def ours_once(template: Path, document: str, rows: int) -> Callable[[], bytes]:
    """The template read and compiled for every document."""
    return lambda: ours(template, document, rows)()


def docxtpl(template: Path, document: str, rows: int) -> Callable[[], bytes]:
    from docxtpl import DocxTemplate
    from jinja2 import Environment

    from pipeline.vietnamese import numbers

    filled, environment = fields(document, rows, int if "figures" in document else str), Environment()
    environment.filters.update(so=lambda value: numbers.count(value, padded=True), bang_chu=numbers.in_words)

    def render() -> bytes:
        made, of = io.BytesIO(), DocxTemplate(template)
        of.render(filled, environment if "figures" in document else None, autoescape=True)
        of.save(made)
        return made.getvalue()

    return render


def _figure(value: int) -> object:
    from pipeline.model import Figure, Rule

    return Figure(value, "lượt", "count", Rule("typed", "Số"))


ENGINES: dict[str, Callable[[Path, str, int], Callable[[], bytes]]] = {
    OURS: ours, FAST: ours, f"{OURS}, compiled each time": ours_once, PEER: docxtpl,
}  # fmt: skip


def measure(engine: str, document: str, template: str, output: str, rows: str, seconds: str) -> None:
    """Print what one engine costs, as JSON; its document is left for the comparison."""
    if engine != FAST:
        sys.modules["isal"] = None  # type: ignore[assignment]  # so that an import of it fails
    render = ENGINES[engine](Path(template), document, int(rows))
    Path(output).write_bytes(render())
    cpu: list[float] = []
    wall: list[float] = []
    end = time.perf_counter() + float(seconds)
    while time.perf_counter() < end or len(cpu) < 3:
        spent, started = time.process_time(), time.perf_counter()
        render()
        wall.append(time.perf_counter() - started)
        cpu.append(time.process_time() - spent)
    cost = {"cpu": statistics.median(cpu) * 1000, "wall": min(wall) * 1000, "memory": _peak()}
    print(json.dumps(cost))


def _peak() -> float:
    """The most memory this process has taken, in MiB; that of its parent does not count."""
    status = Path("/proc/self/status")
    if not status.exists():
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return next(int(line.split()[1]) / 1024 for line in status.read_text().splitlines() if line.startswith("VmHWM"))


# --- all of them, in turns --------------------------------------------------------------------------


def engines(document: str) -> Iterator[str]:
    """The engines that can be asked here for a document."""
    yield from (PEER, OURS)
    if importlib.util.find_spec("isal"):
        yield FAST
    if "figures" not in document:
        yield f"{OURS}, compiled each time"
        if (HERE / "node_modules/carbone").is_dir() and shutil.which("node"):
            yield from NODE


def cost(engine: str, document: str, folder: Path, rows: int = 2_000, seconds: float = SECONDS) -> Cost:
    """What one engine costs, in a process of its own."""
    template, output = folder / f"{engine}-{document}.docx", folder / f"{engine}-{document}-made.docx"
    if not template.exists():
        dialect = "docxtpl, figures" if engine == PEER and "figures" in document else engine.split(",")[0]
        template.write_bytes(TEMPLATES[document](DIALECTS[dialect], "figures" in document))
    command: list[Any] = [sys.executable, __file__, engine, document, template, output, rows, seconds]
    if engine in NODE:
        data = folder / "fields.json"
        data.write_text(json.dumps(fields(document, rows)), "utf-8")
        command = ["node", HERE / "peers.js", engine, template, data, output, seconds]
    told = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True).stdout
    return dict(json.loads(told.splitlines()[-1]))


def compare(document: str, folder: Path) -> dict[str, Cost]:
    """What every engine costs for a document: the best of some rounds taken in turns."""
    asked = list(engines(document))
    taken = [{engine: cost(engine, document, folder) for engine in asked} for _ in range(ROUNDS)]
    texts = {engine: _text(folder / f"{engine}-{document}-made.docx") for engine in asked}
    assert len(texts[PEER]) > 20
    assert all(text == texts[PEER] for text in texts.values()), [name for name in texts if texts[name] != texts[PEER]]
    return {
        engine: {what: min(round_[engine][what] for round_ in taken) for what in ("cpu", "wall", "memory")}
        for engine in asked
    }


def _text(path: Path) -> list[str]:
    from pipeline.office.word import paragraphs

    return paragraphs(path.read_bytes())


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def compared(folder: Path) -> Iterator[str]:
    """The comparison as tables of Markdown, one a document."""
    for document in TEMPLATES:
        found = compare(document, folder)
        peer = found[PEER]
        rows = [
            [engine, f"{one['cpu']:.2f}", f"{peer['cpu'] / one['cpu']:.1f}", f"{one['wall']:.2f}",
             f"{peer['wall'] / one['wall']:.1f}", f"{one['memory']:.0f}"]
            for engine, one in found.items()
        ]  # fmt: skip
        yield f"\n**{document}**\n"
        yield _table(["engine", "CPU ms", "times docxtpl", "wall ms", "times docxtpl", "peak MiB"], rows)


def grown(folder: Path) -> Iterator[str]:
    """What a list costs as it grows."""
    rows = []
    for size in SIZES:
        one = cost(OURS, "list", folder, size)
        rows.append([f"{size:,}", f"{one['cpu']:.1f}", f"{one['cpu'] / size * 1000:.2f}", f"{one['memory']:.0f}"])
    yield "\n**a list as it grows** (ours, zlib)\n"
    yield _table(["rows", "CPU ms", "a thousand rows", "peak MiB"], rows)


def main() -> None:
    if not (HERE / "node_modules/carbone").is_dir():
        print("notice: docxtemplater and carbone are not installed (npm), so they are left out", file=sys.stderr)
    print(f"cores: {os.cpu_count()}; load before: {os.getloadavg()[0]:.1f}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for line in chain(compared(Path(folder)), grown(Path(folder))):
            print(line, flush=True)
    print(f"\nload after: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    measure(*sys.argv[1:]) if len(sys.argv) > 1 else main()
