"""Sample workbooks damaged in many ways: none may bring a traceback, a hang, a gibibyte, or an emptiness unsaid.

    python bench/fuzz_workbooks.py [COUNT [SEED]]        exit 1 and one line for every file that does

Each file is read in a process of its own, and by two other readers: where they agree on a cell of a file that is not
refused, we must agree with them. A file whose stored bytes were damaged (not its markup) must be refused
or read the same to the last cell.
"""

from __future__ import annotations

import io
import json
import os
import random
import re
import resource
import signal
import struct
import sys
import tempfile
import time
import traceback
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from two_readers import disagreements  # noqa: E402

from pipeline.problems import Problems  # noqa: E402  # from this tree, not from an installed one
from pipeline.workbooks.read import letters, read_workbook  # noqa: E402

SAMPLES = sorted((ROOT / "inputs").rglob("*.xlsx"))
SECONDS, MEMORY = 20, 2**30
PATIENCE = 1
"""Seconds for the other readers, which walk as far as the farthest cell."""
LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>"
)
NUMBERS = ("0", "-1", "99999999999", "1048577", "65536", "x", "", "1e9", "&#49;", "XFD1", "A0")
Parts = dict[str, bytes]
Sheets = dict[str, dict[str, str]]


# --- damage to the bytes -----------------------------------------------------------------------------


def flip(data: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(data))
    return data[:at] + bytes((data[at] ^ 1 << dice.randrange(8),)) + data[at + 1 :]


def cut(data: bytes, dice: random.Random) -> bytes:
    return data[: dice.randrange(len(data))]


def blot(data: bytes, dice: random.Random) -> bytes:
    at, length = dice.randrange(len(data)), dice.choice((4, 64, 512))
    return data[:at] + dice.randbytes(length) + data[at + length :]


def gap(data: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(data))
    return data[:at] + data[at + dice.choice((1, 16, 4096)) :]


def directory(data: bytes, dice: random.Random) -> bytes:
    """A field of an entry of the directory: flags, method, checksum, sizes, name length, offset."""
    entry = dice.choice([found.start() for found in re.finditer(b"PK\x01\x02", data)])
    at = entry + dice.choice((8, 10, 16, 20, 24, 28, 30, 42))
    return data[:at] + struct.pack("<H", dice.randrange(2**16)) + data[at + 2 :]


def twice(data: bytes, dice: random.Random) -> bytes:
    """A part stored twice, the second time empty, under the same name or one in other letters."""
    parts = unzipped(data)
    name = dice.choice(list(parts))
    return zipped(parts, (dice.choice((name, name.upper(), name.title())), b""))


# --- damage to the markup ----------------------------------------------------------------------------


def lost_part(parts: Parts, name: str, dice: random.Random) -> None:
    del parts[name]


def letter(parts: Parts, name: str, dice: random.Random) -> None:
    at = dice.randrange(len(parts[name]))
    parts[name] = parts[name][:at] + bytes((dice.randrange(256),)) + parts[name][at + 1 :]


def token(parts: Parts, name: str, dice: random.Random) -> None:
    """A tag left out, said twice, or put elsewhere."""
    tokens = re.findall(rb"<[^>]*>|[^<]+", parts[name])
    at = dice.randrange(len(tokens))
    moved = tokens.pop(at)
    for _ in range(dice.randrange(3)):
        tokens.insert(dice.choice((at, dice.randrange(len(tokens) + 1))), moved)
    parts[name] = b"".join(tokens)


def number(parts: Parts, name: str, dice: random.Random) -> None:
    """A number of the markup made absurd."""
    found = list(re.finditer(rb'(?<==")[A-Z]*\d+(?=")|(?<=<v>)[^<]+', parts[name]))
    if found:
        one = dice.choice(found)
        parts[name] = parts[name][: one.start()] + dice.choice(NUMBERS).encode() + parts[name][one.end() :]


def entities(parts: Parts, name: str, dice: random.Random) -> None:
    hostile = dice.choice(
        (LAUGHS, '<!DOCTYPE a SYSTEM "file:///etc/passwd">', '<!DOCTYPE a [<!ENTITY b SYSTEM "/etc/passwd">]>')
    )
    parts[name] = re.sub(rb"^(<\?xml[^>]*>)?", lambda found: found[0] + hostile.encode(), parts[name], count=1)
    if dice.random() < 0.5:
        parts[name] = re.sub(rb"<(v|t)>[^<]*<", rb"<\1>&j;<", parts[name], count=3)


def far(parts: Parts, name: str, dice: random.Random) -> None:
    """A cell far away, with a value or with a format alone."""
    row, column = dice.choice(((1048576, 16384), (30_000, 16_384), (1_000, 1), (199_999, 499), (5_000, 300)))
    inside = dice.choice(("<v>1</v>", "", "<v> </v>", "<f>1</f>"))
    more = f'<row r="{row}"><c r="{letters(column)}{row}" s="1" t="str">{inside}</c></row></sheetData>'
    parts[name] = parts[name].replace(b"</sheetData>", more.encode())


def bomb(parts: Parts, name: str, dice: random.Random) -> None:
    """A part that is small on disk and large when it is unpacked."""
    filler = dice.choice((b"\0", b" ", b"<c/>", b"<row/>", b"<si/>", b'<row r="1"><c r="A1"><v>1</v></c></row>'))
    blown = filler * (dice.choice((2, 30, 90)) * 2**20 // len(filler))
    if dice.random() < 0.3:
        parts["xl/media/image1.png"] = blown
    else:
        parts[name] = re.sub(rb"(?=</\w+>\s*$)", lambda _: blown, parts[name], count=1)


BYTES: tuple[Callable[[bytes, random.Random], bytes], ...] = (flip, cut, blot, gap, directory, twice)
MARKUP: tuple[Callable[[Parts, str, random.Random], None], ...] = (
    lost_part, letter, token, token, number, number, entities, far, bomb,
)  # fmt: skip


def unzipped(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def zipped(parts: Mapping[str, bytes], *more: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        warnings.simplefilter("ignore")
        for name, part in (*parts.items(), *more):
            package.writestr(name, part)
    return buffer.getvalue()


def damaged(data: bytes, dice: random.Random) -> tuple[str, bytes]:
    """The workbook with one damage, and the name of the damage."""
    damage = dice.choice(BYTES + MARKUP)
    if damage in BYTES:
        return damage.__name__, damage(data, dice)
    parts = unzipped(data)
    wanted = [name for name in parts if name.startswith("xl/") and (damage is not far or "sheets/" in name)]
    damage(parts, dice.choice(wanted), dice)  # type: ignore[arg-type, call-arg]
    return damage.__name__, zipped(parts)


# --- what becomes of it ------------------------------------------------------------------------------


def read(path: Path) -> tuple[Sheets, list[str]]:
    problems = Problems()
    grids = read_workbook(path, path.name, problems)
    cells = {grid.title: {f"{key}": str(cell.value) for key, cell in grid.cells.items()} for grid in grids}
    return cells, [problem.code for problem in problems.errors()]


def apart(work: Callable[[Path], object], path: Path, seconds: int) -> tuple[str, Any]:
    """How a process of its own fares with the file: "done" and what it found, or what became of it."""
    start, (mine, its) = time.monotonic(), os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(mine)
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            signal.alarm(seconds)
            with os.fdopen(its, "w") as pipe:
                json.dump(said(work, path), pipe)
        finally:
            os._exit(0)
    os.close(its)
    with os.fdopen(mine) as pipe:
        text = pipe.read()
    status = os.waitpid(child, 0)[1]
    if not text.endswith("]"):
        return f"killed by signal {status & 127} after {time.monotonic() - start:.0f} s", None
    how, found = json.loads(text)
    return how, found


def said(work: Callable[[Path], object], path: Path) -> tuple[str, object]:
    try:
        return "done", work(path)
    except BaseException:  # a panic of a library is no Exception
        return f"traceback: {traceback.format_exc()[-400:]}", None


def outcome(path: Path) -> tuple[str, Sheets, list[str]]:
    """How the reader fares with the file: "read", with what it found, or the fault.

    Two others are asked too, if they can bear the file.
    """
    how, found = apart(read, path, SECONDS)
    if how != "done":
        return how, {}, []
    cells, codes = found
    others = [] if codes else apart(disagreements, path, PATIENCE)[1]
    return f"two readers DIFFER: {others[:3]}" if others else "read", cells, codes


def verdict(damage: str, before: Sheets, after: Sheets, codes: list[str]) -> str:
    """What the reader did: refused, said, same, changed; or a fault: "LOST" and "CHANGED"."""
    if codes:
        return "said" if after else "refused"
    if before == after:
        return "same"
    if damage in {made.__name__ for made in BYTES}:
        return "CHANGED although only stored bytes were damaged"
    emptied = [title for title, cells in before.items() if cells and not after.get(title)]
    return f"LOST without a word: {emptied}" if emptied else "changed"


def main(count: int, seed: int) -> int:
    dice, seen, faults = random.Random(seed), Counter[str](), 0
    whole = {path: read(path)[0] for path in SAMPLES}
    with tempfile.TemporaryDirectory() as folder:
        for at in range(count):
            sample = dice.choice(SAMPLES)
            damage, data = damaged(sample.read_bytes(), dice)
            path = Path(folder, f"{at}.xlsx")
            path.write_bytes(data)
            how, cells, codes = outcome(path)
            result = verdict(damage, whole[sample], cells, codes) if how == "read" else how
            seen[result if result in ("refused", "said", "same", "changed") else "FAULT"] += 1
            if result not in ("refused", "said", "same", "changed"):
                faults += 1
                print(f"{at} {damage} {sample.name}: {result}")
            path.unlink()
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
    print(f"{count} files, seed {seed}: {dict(seen)}; peak {peak} MiB")
    return 1 if faults else 0


if __name__ == "__main__":
    count, seed, *_ = (*map(int, sys.argv[1:]), *(400, 2021)[len(sys.argv) - 1 :])
    raise SystemExit(main(count, seed))
