"""What it costs to read workbooks, beside pandas with openpyxl: the nine of a sample dossier, and a large sheet.

    python bench/read_workbooks.py

Each measure is taken in a process of its own: CPU milliseconds, the import of the reader left out, and the peak of
memory.
"""

from __future__ import annotations

import datetime
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
NINE = sorted((ROOT / "inputs/cum-9-thanh-hoa-nam-2021").glob("*.xlsx"))
ROWS = 50_000


def ours() -> Callable[[Path], object]:
    sys.path.insert(0, str(ROOT))
    import python_calamine  # noqa: F401

    from pipeline.problems import Problems
    from pipeline.workbooks.read import read_workbook

    return lambda path: read_workbook(path, path.name, Problems())


def peer() -> Callable[[Path], object]:
    import openpyxl  # noqa: F401
    import pandas as pd

    return lambda path: pd.read_excel(path, sheet_name=None, header=None, engine="openpyxl", dtype=object)


READERS = {"ours": ours, "pandas+openpyxl": peer}


def measure(reader: str, paths: list[str]) -> None:
    """Print CPU milliseconds and MiB for reading the workbooks once."""
    read = READERS[reader]()
    start = time.process_time()
    kept = [read(Path(path)) for path in paths]
    spent = time.process_time() - start
    print(spent * 1000, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, len(kept))


def best(reader: str, paths: list[Path], times: int) -> tuple[float, float]:
    command = [sys.executable, __file__, reader, *map(str, paths)]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True).stdout.split() for _ in range(times)]
    return min(float(run[0]) for run in runs), min(float(run[1]) for run in runs)


def large(path: Path) -> None:
    """A sheet of 50,000 rows and 12 columns: counts, points, texts shared and single, percentages, days."""
    import xlsxwriter

    dice = random.Random(1)
    with xlsxwriter.Workbook(str(path)) as book:
        page, percent = book.add_worksheet(), book.add_format({"num_format": "0.0%"})
        day, first = book.add_format({"num_format": "dd/mm/yyyy"}), datetime.date(2021, 1, 1)
        for at in range(ROWS):
            unit, text = f"Đơn vị số {dice.randrange(200)}", f"Nội dung {at}"
            points = [round(dice.random() * 10, 2) for _ in range(2)]
            page.write_row(at, 0, [at + 1, unit, text, dice.randrange(100), *points, "x", at % 7, at * 3, "Tập thể"])
            page.write_number(at, 10, dice.random(), percent)
            page.write_datetime(at, 11, first + datetime.timedelta(at % 365), day)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, __file__, "make", str(Path(folder, "large.xlsx"))], check=True)
        for name, paths, times in (("nine workbooks", NINE, 5), (f"{ROWS} x 12", [Path(folder, "large.xlsx")], 3)):
            (mine, memory), (its, more) = (best(reader, paths, times) for reader in READERS)
            print(f"{name}: {mine:.0f} ms, {memory:.0f} MiB; pandas+openpyxl {its:.0f} ms, {more:.0f} MiB;", end=" ")
            print(f"{its / mine:.1f} times as fast")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["make", path]:
            large(Path(path))
        case [reader, *paths]:
            measure(reader, paths)
        case _:
            main()
