"""What a file is, whatever it is called: the hostile and the broken are refused before any library sees them."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from workbook_files import TRANSITIONAL, cell, inline, parts, row, sheet, zipped

from pipeline.office import archive
from pipeline.problems import Problems
from pipeline.workbooks.read import Grid, read_workbook

GOOD = sheet(row(1, inline("A1", "Đơn vị"), cell("B1", 9.5)))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
Read = Callable[..., tuple[tuple[Grid, ...], list[str]]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """The sheets of a file with these bytes, and the codes of its problems."""

    def command(data: bytes, name: str = "x.xlsx") -> tuple[tuple[Grid, ...], list[str]]:
        (tmp_path / name).write_bytes(data)
        return read_path(tmp_path / name)

    return command


def read_path(path: Path) -> tuple[tuple[Grid, ...], list[str]]:
    problems = Problems()
    grids = read_workbook(path, path.name, problems)
    return grids, [problem.code for problem in problems]


def test_a_good_workbook_passes(read: Read) -> None:
    (grid,), codes = read(zipped(parts(GOOD)))
    assert (grid.text(1, 1), grid.text(1, 2), codes) == ("Đơn vị", "9.5", [])


# --- what lies there ---------------------------------------------------------------------------------


def test_only_an_ordinary_file_is_opened(tmp_path: Path) -> None:
    (tmp_path / "folder.xlsx").mkdir()
    (tmp_path / "good.bin").write_bytes(zipped(parts(GOOD)))
    (tmp_path / "link.xlsx").symlink_to(tmp_path / "good.bin")
    os.mkfifo(tmp_path / "pipe.xlsx")
    names = [*tmp_path.glob("*.xlsx"), Path("/dev/zero"), tmp_path / "absent.xlsx"]
    assert [read_path(path) for path in names] == [((), ["TEP-08"])] * 5


def test_the_mark_of_excel_is_no_workbook(read: Read) -> None:
    assert read(b"\x05Linh" + b" " * 160, "~$x.xlsx") == ((), ["TEP-04"])


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "x.xlsx", "TEP-10"),
        (OLE + "EncryptedPackage\0".encode("utf-16-le"), "x.xlsx", "TEP-05"),
        (OLE + "WordDocument\0".encode("utf-16-le"), "x.xls", "TEP-06"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "x.xls", "TEP-06"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html><table/>", "x.xlsx", "TEP-06"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "x.xls", "TEP-06"),
        ("STT,Đơn vị\n1,Sở Y tế\n".encode(), "x.xlsx", "TEP-06"),
        ("STT\tĐơn vị\n".encode("utf-16"), "x.xls", "TEP-06"),
        ("STT,Đơn vị\n".encode(), "x.csv", "TEP-02"),
        (b"%PDF-1.7\n\x00", "x.xlsx", "TEP-06"),
        (b"\x00\x01\x02\x03", "x.xlsx", "TEP-01"),
        (zipped({"word/document.xml": "<a/>"}), "x.xlsx", "TEP-06"),
        (zipped({"a.txt": "a"}), "x.xlsx", "TEP-06"),
        (zipped({"[Content_Types].xml": "<a/>"}), "x.xlsx", "TEP-10"),
    ],
)  # fmt: skip
def test_a_file_is_what_its_bytes_say(read: Read, data: bytes, name: str, code: str) -> None:
    assert read(data, name) == ((), [code])


def test_a_wrong_suffix_does_no_harm(read: Read) -> None:
    (grid,), codes = read(zipped(parts(GOOD)), "x.xls")
    assert (grid.text(1, 1), codes) == ("Đơn vị", ["TEP-07"])


def test_a_file_larger_than_any_workbook_is_not_read(tmp_path: Path) -> None:
    with open(tmp_path / "x.xlsx", "wb") as file:
        file.truncate(41 * 2**20)
    assert read_path(tmp_path / "x.xlsx") == ((), ["TEP-09"])


# --- the zip -----------------------------------------------------------------------------------------


def test_a_workbook_cut_anywhere_is_refused(read: Read) -> None:
    whole = zipped(parts(GOOD))
    for length in range(1, len(whole), 97):
        grids, codes = read(whole[:length])
        assert (grids, len(codes)) == ((), 1)


def test_every_flipped_bit_of_a_sheet_is_noticed(read: Read) -> None:
    """Flipped in the compressed bytes: the checksum tells."""
    whole = zipped(parts(GOOD))
    start = whole.index(b"sheet1.xml") + len("sheet1.xml")
    for at in range(start, start + 60, 7):
        broken = whole[:at] + bytes((whole[at] ^ 4,)) + whole[at + 1 :]
        assert read(broken) == ((), ["TEP-10"])


def _overlapping() -> bytes:
    """A second entry of the directory that points at the bytes of the first."""
    whole = zipped([*parts(GOOD).items(), ("xl/worksheets/sheet2.xml", "")])
    entry = whole.rindex(b"PK\x01\x02")
    return whole[: entry + 42] + struct.pack("<L", 0) + whole[entry + 46 :]


def _named(name: str) -> bytes:
    return zipped([*parts(GOOD).items(), (name, "<a/>")])


def _flagged() -> bytes:
    whole = bytearray(zipped(parts(GOOD)))
    entry = whole.index(b"PK\x01\x02")
    whole[entry + 8] |= 1
    return bytes(whole)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("made", "code"),
    [
        (lambda: _named("xl/workbook.xml"), "TEP-11"),
        (lambda: _named("XL/Workbook.xml"), "TEP-11"),
        (lambda: _named("../../etc/x.xml"), "TEP-11"),
        (lambda: _named("/x.xml"), "TEP-11"),
        (lambda: _named("C:x.xml"), "TEP-11"),
        (lambda: _named("xl\\x.xml"), "TEP-11"),
        (_flagged, "TEP-11"),
        (_overlapping, "TEP-10|TEP-11"),
        (lambda: _named("xl/media/zero.bin") and zipped({**parts(GOOD), "xl/media/zero.bin": b"\0" * 2**21}), "TEP-09"),
        (lambda: zipped({**parts(GOOD), **{f"xl/media/{n}": "" for n in range(2100)}}), "TEP-09"),
    ],
)
def test_a_hostile_zip_is_refused(read: Read, made: Callable[[], bytes], code: str) -> None:
    grids, codes = read(made())
    assert grids == () and len(codes) == 1 and codes[0] in code.split("|")


def test_a_bomb_costs_neither_time_nor_memory(tmp_path: Path) -> None:
    """256 MiB of blanks in 256 KiB, its size in the directory true or not."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    blanks = b"".join(packer.compress(b" " * 2**20) for _ in range(256)) + packer.flush()
    for told in (2**28, 1000):
        header = struct.pack("<LHHHHHLLLHH", 0x04034B50, 20, 0, 8, 0, 33, 0, len(blanks), told, 1, 0) + b"x"
        entry = struct.pack(
            "<LHHHHHHLLLHHHHHLL", 0x02014B50, 20, 20, 0, 8, 0, 33, 0, len(blanks), told, 1, 0, 0, 0, 0, 0, 0
        )
        directory = entry + b"x"
        end = struct.pack("<LHHHHLLH", 0x06054B50, 0, 0, 1, 1, len(directory), len(header) + len(blanks), 0)
        path = tmp_path / f"{told}.xlsx"
        path.write_bytes(header + blanks + directory + end)
        assert len(blanks) < 2**19
        assert read_path(path) == ((), ["TEP-09" if told == 2**28 else "TEP-10"])


# --- the markup --------------------------------------------------------------------------------------

LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]>'


@pytest.mark.parametrize(
    "name", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "docProps/app.xml"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_no_part_declares_a_type_or_an_entity(read: Read, name: str, encoding: str) -> None:
    hostile = LAUGHS + str(parts(GOOD).get(name, "<a/>"))
    assert read(zipped({**parts(GOOD), name: hostile.encode(encoding)})) == ((), ["TEP-11"])


@pytest.mark.parametrize(
    "start", ["", '<?xml version="1.0" encoding="UTF-16"?>', '<?xml version="1.0" encoding="windows-1258"?>']
)
def test_markup_in_other_letters_is_refused(read: Read, start: str) -> None:
    encoding = "utf-8" if "1258" in start else "utf-16"
    grids, codes = read(zipped({**parts(GOOD), "xl/worksheets/sheet1.xml": (start + GOOD).encode(encoding)}))
    assert (grids, codes) == ((), ["TEP-11"])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("xl/workbook.xml", "<a"),
        ("xl/styles.xml", "<a></b>"),
        ("xl/sharedStrings.xml", "<a>\x01</a>"),
        ("xl/sharedStrings.xml", f'<sst xmlns="{TRANSITIONAL["main"]}" uniqueCount="99999999999"/>'),
        ("xl/worksheets/sheet1.xml", GOOD[:-3]),
        ("xl/worksheets/sheet1.xml", GOOD.replace("</row>", "")),
        ("xl/worksheets/sheet1.xml", GOOD.replace("<sheetData>", "<sheetData>junk")),
        ("xl/worksheets/sheet1.xml", GOOD.replace("<v>9.5</v>", "9.5")),
        ("xl/worksheets/sheet1.xml", "<a/>"),
        ("xl/worksheets/sheet1.xml", GOOD.replace('t="inlineStr"', 't="zz"')),
        ("xl/worksheets/sheet1.xml", GOOD.replace('r="B1"', 'r="B-1"')),
        ("xl/worksheets/sheet1.xml", GOOD.replace("</sheetData>", '</sheetData><mergeCell ref="x"/>')),
    ],
)
def test_damaged_markup_is_refused(read: Read, name: str, text: str) -> None:
    grids, codes = read(zipped({**parts(GOOD), name: text}))
    assert (grids, codes) == ((), ["TEP-10"])


def test_markup_as_deep_as_the_sea_is_only_markup(read: Read) -> None:
    deep = GOOD.replace("<sheetData>", "<z>" * 100_000 + "</z>" * 100_000 + "<sheetData>")
    (grid,), codes = read(zipped(parts(deep)))
    assert (len(grid.cells), codes) == (2, [])


# --- the workbook ------------------------------------------------------------------------------------


def test_a_hidden_sheet_is_not_read(read: Read) -> None:
    grids, codes = read(zipped(parts(GOOD, GOOD, "<broken", states=("visible", "hidden", "veryHidden"))))
    assert ([grid.title for grid in grids], codes) == (["A"], ["TRANG-02", "TRANG-02"])


def test_two_sheets_of_one_name_are_both_refused(read: Read) -> None:
    grids, codes = read(zipped(parts(GOOD, GOOD, GOOD, titles=("Đơn vị", "ĐƠN VỊ", "C"))))
    assert ([grid.title for grid in grids], codes) == (["C"], ["TRANG-14", "TRANG-14"])


def test_a_sheet_without_its_part_is_a_fault(read: Read) -> None:
    lost = parts(GOOD, GOOD)
    del lost["xl/worksheets/sheet2.xml"]
    grids, codes = read(zipped(lost))
    assert ([grid.title for grid in grids], codes) == (["A"], ["TRANG-10"])


def test_a_sheet_that_is_not_listed_is_a_fault(read: Read) -> None:
    left = parts(GOOD, GOOD)
    listed = '<sheet name="B" sheetId="2" state="visible" r:id="r2"/>'
    left["xl/workbook.xml"] = str(left["xl/workbook.xml"]).replace(listed, "")
    grids, codes = read(zipped(left))
    assert ([grid.title for grid in grids], codes) == (["A"], ["TEP-15"])


def test_a_sheet_of_a_kind_that_nobody_knows_is_a_fault(read: Read) -> None:
    odd = parts(GOOD, GOOD)
    odd["xl/_rels/workbook.xml.rels"] = str(odd["xl/_rels/workbook.xml.rels"]).replace('worksheet"', 'workshe@t"', 1)
    grids, codes = read(zipped(odd))
    assert ([grid.title for grid in grids], codes) == (["B"], ["TRANG-10"])


def test_two_sheets_may_not_share_a_part(read: Read) -> None:
    twice = parts(GOOD, GOOD)
    twice["xl/_rels/workbook.xml.rels"] = str(twice["xl/_rels/workbook.xml.rels"]).replace("sheet2", "sheet1")
    assert read(zipped(twice)) == ((), ["TEP-10"])


def test_a_style_that_is_not_described_is_a_fault(read: Read) -> None:
    """Without it nobody knows whether 44544 is a day."""
    assert read(zipped(parts(sheet(row(1, cell("A1", 44544, style=10))))))[1] == ["TEP-10"]


def test_macros_are_said_and_left_alone(read: Read) -> None:
    grids, codes = read(zipped({**parts(GOOD), "xl/vbaProject.bin": b"\xd0\xcf"}), "x.xlsm")
    assert (len(grids), codes) == (1, ["TEP-12"])


def test_an_empty_workbook_is_a_fault(read: Read) -> None:
    grids, codes = read(zipped(parts(sheet())))
    assert (len(grids), codes) == (1, ["TEP-03"])


def test_parts_may_lie_anywhere_and_be_named_from_the_root(read: Read) -> None:
    moved = {name.replace("xl/", "S/").replace("Strings.", "texts."): part for name, part in parts(GOOD).items()}
    moved["_rels/.rels"] = str(moved["_rels/.rels"]).replace("xl/", "/S/")
    moved["S/_rels/workbook.xml.rels"] = str(moved["S/_rels/workbook.xml.rels"]).replace(
        "worksheets/", "/s/WORKSHEETS/"
    )
    moved["S/_rels/workbook.xml.rels"] = str(moved["S/_rels/workbook.xml.rels"]).replace("sharedStrings.", "texts.")
    (grid,), codes = read(zipped(moved))
    assert (grid.text(1, 1), codes) == ("Đơn vị", [])


# --- a bounded cost ----------------------------------------------------------------------------------


COSTLY = {
    "columns": sheet(row(1, cell("A1", 1)), before='<col min="1" max="16384" hidden="1"/>' * 20_000),
    "merges": sheet(
        row(1, cell("A1", 1)), row(400, cell("A400", 1)), after='<mergeCell ref="A1:XFD1048576"/>' * 19_999
    ),
    "covered": sheet(row(1, cell("SF1", 1)), row(400, cell("A400", 1)), after='<mergeCell ref="A1:XFD1048576"/>' * 99),
    "cells": sheet(row(1, "<c/>" * 200_000)),
    "rows": sheet("<row/>" * 1_100_000),
    "area": sheet(*(row(n, cell(f"A{n}", 1), cell(f"SF{n}", 1)) for n in range(1, 20_000, 399))),
    "blanks": sheet(*(row(n, inline(f"A{n}", " "), inline(f"SF{n}", " ")) for n in range(1, 20_000, 399))),
    "junk": sheet("x" * 5_000_000),
    "openings": "<sheetData>" * 300_000,
    "unclosed": sheet(row(1, "<c>" * 300_000)),
}
"""Sheets that are small on disk and would cost hours to a reader that trusts them."""


@pytest.mark.parametrize("name", COSTLY)
def test_a_costly_sheet_is_refused_cheaply(read: Read, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_RATIO", 10_000)
    grids, codes = read(zipped(parts(COSTLY[name])))
    assert (grids, len(codes)) == ((), 1)
    assert codes[0] in ("TEP-10", "TRANG-11", "TRANG-12", "TRANG-13")


@pytest.mark.parametrize("seed", ["9", "10", "11"])
def test_three_hundred_damaged_samples_bring_no_surprise(seed: str) -> None:
    """A longer run is `python bench/fuzz_workbooks.py COUNT SEED`."""
    script = Path(__file__).parents[1] / "bench/fuzz_workbooks.py"
    run = subprocess.run([sys.executable, str(script), "100", seed], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_child_knows_nothing_of_the_product() -> None:
    child = Path(__file__).parents[1] / "pipeline/workbooks/child.py"
    run = subprocess.run([sys.executable, "-P", str(child)], input=b"junk", capture_output=True, check=False)
    assert (run.returncode, run.stdout) == (1, b"")
