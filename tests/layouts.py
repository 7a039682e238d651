"""Tables written as offices write them, drawn at random: what stands around a table, how its words are typed.

Nothing here knows how workbooks are read: headers, aliases and wordings are those of the contract.
"""

from __future__ import annotations

import re
import tempfile
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import openpyxl
from hypothesis import note

from pipeline.problems import Problems
from pipeline.workbooks.read import read_workbook
from pipeline.workbooks.rows import Tables
from pipeline.workbooks.tables import check_tables

Typed = Any
T = TypeVar("T")


@dataclass
class Page:
    """A worksheet: its title, its typed rows, and its merged areas (top, left, bottom, right)."""

    title: str
    rows: list[list[Typed]] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)

    def add(self, *cells: Typed) -> None:
        """One more row."""
        self.rows.append(list(cells))


class Clerk:
    """Somebody who fills sheets in a way of their own: every choice is drawn."""

    def __init__(self, random: Random) -> None:
        self._random = random

    def one(self, *choices: Any) -> Any:
        """One of these."""
        return self._random.choice(choices)

    def maybe(self, rarely: int = 2) -> bool:
        """Yes, one time in so many."""
        return self.number(1, rarely) == 1

    def number(self, least: int, most: int) -> int:
        """A whole number."""
        return self._random.randint(least, most)

    def some(self, choices: Sequence[T], least: int = 0) -> list[T]:
        """Some of these, in their order."""
        picked = self._random.sample(range(len(choices)), self.number(least, len(choices)))
        return [choices[at] for at in sorted(picked)]

    def shuffled(self, choices: Sequence[T]) -> list[T]:
        """These in any order."""
        return self._random.sample(choices, len(choices))

    def spaced(self, text: str) -> str:
        """The same text with other spaces, or with its accents apart."""
        kind = self.one("", "", "", "double", "nbsp", "around", "nfd", "zero")
        if kind == "nfd":
            return unicodedata.normalize("NFD", text)
        between = {"double": "  ", "nbsp": "\u00a0", "zero": " \u200b"}.get(kind, " ")
        return f" {text}\u00a0" if kind == "around" else text.replace(" ", between)

    def header(self, text: str) -> str:
        """A header in any case, perhaps broken into lines or with a remark."""
        text = str(self.one(text, text, text.upper(), text.lower(), text.title(), text.replace(" ", "\n", 1)))
        return f"{self.spaced(text)}{self.one('', '', '', ' (*)', chr(10) + '(ghi rõ)')}"

    def spelling(self, unit: Sequence[str]) -> str:
        """A unit by any of its names, in any case, with tones and dashes placed otherwise."""
        name = str(self.one(*filter(None, unit)))
        typed = (name, name, name.upper(), name.lower(), name.replace("òa", "oà"), name.replace("-", "–"))
        return str(self.one(*typed))

    def count(self, value: int | None) -> Typed:
        """A count as a number or in letters; 0 and nothing are two things."""
        if value is None:
            return self.one(None, "chưa có", "x", "…", "chưa có số liệu")
        if value == 0:
            return self.one(0, "0", "-", "không", "–")
        dotted = f"{value:,}".replace(",", ".")
        return self.one(value, value, str(value), dotted, f"{value:02}", f"{dotted} lượt")

    def points(self, value: Decimal | None) -> Typed:
        """Points as a number or in letters."""
        if value is None:
            return self.one(None, "-", "chưa chấm", "x")
        comma = str(value).replace(".", ",")
        return self.one(float(value), float(value), comma, str(value), f"{comma} điểm", f"{comma}đ")

    def above(self, page: Page, title: str, owner: str | None = None) -> None:
        """The lines over a table: letterhead, title, unit of measure, whose it is."""
        lines: list[list[Typed]] = [
            [], ["ỦY BAN NHÂN DÂN TỈNH HÒA BÌNH", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
            [None, None, "Độc lập - Tự do - Hạnh phúc"], ["Mẫu số 02"], [], [None, title],
            ["(Kèm theo Báo cáo số 15/BC-STP ngày 12/12/2021)"], ["Đơn vị tính: lượt"], ["Năm 2021"], [],
        ]  # fmt: skip
        page.rows += self.some(lines)
        if owner is not None:
            label = self.one("Đơn vị:", "ĐƠN VỊ :", "Tên đơn vị:", "Cơ quan, đơn vị:")
            page.add(*self.one((f"{label} {owner}",), (label, owner), (None, f"{label} {owner}")))
            page.rows += [[] for _ in range(self.number(0, 1))]

    def numbering(self, page: Page, width: int) -> None:
        """The row that numbers the columns."""
        numbers = list(range(1, width + 1))
        style = self.one("1", "(1)", "A", "none", "none", "none")
        if style != "none" and width >= 3:
            letters: list[Typed] = ["A", "B", *numbers[: width - 2]]
            page.rows.append(letters if style == "A" else [n if style == "1" else f"({n})" for n in numbers])

    def below(self, page: Page) -> None:
        """Signatures and notes under a table."""
        if self.maybe():
            page.add()
            if self.maybe():
                page.add(None, "Hòa Bình, ngày 14 tháng 12 năm 2021")
            page.add(None, "NGƯỜI LẬP BIỂU", None, "THỦ TRƯỞNG ĐƠN VỊ")
            page.add(None, "Nguyễn Văn A", None, "Trần Thị B")

    def blank(self, page: Page) -> None:
        """Perhaps an empty row."""
        if self.maybe(8):
            page.add()

    def order(self, at: int) -> Typed:
        """What stands in the column that numbers the rows."""
        return self.one(at, at, at, str(at), None, f"{at}.", 1)


def read_pages(clerk: Clerk, *workbooks: Sequence[Page]) -> tuple[Tables, Problems]:
    """The tables of these workbooks, each a file."""
    problems, read = Problems(), []
    with tempfile.TemporaryDirectory() as folder:
        for number, pages in enumerate(workbooks, 1):
            for page in pages:
                note(f"{page.title} {page.merges}\n" + "\n".join(map(str, page.rows)))
            path = Path(folder) / f"{number}.xlsx"
            _written(clerk, [*pages, *(_others() if clerk.maybe(4) else ())]).save(path)
            read.append((path.name, read_workbook(path, path.name, problems)))
    return check_tables(read, problems), problems


@cache
def the_dossier() -> Tables:
    """The cluster, its units and its criteria, plainly written and read once."""
    tables, problems = read_pages(Clerk(Random(0)), dossier_pages())
    assert not problems.errors()
    return tables


def beside_the_dossier(tables: Tables) -> Tables:
    """The tables with the units and criteria they are about."""
    return Tables({**tables.rows, **the_dossier().rows}, {**tables.names, **the_dossier().names})


def _others() -> list[Page]:
    """A guide with sample rows, and lists to look up."""
    guide = [["Hướng dẫn"], ["STT", "Đơn vị", "Tự chấm", "Tổng điểm"], [1, "Đơn vị A", 97, 96]]
    lists = [["Hình thức", None, "Đối tượng", None, "Cấp"], ["Giấy khen", None, "tập thể", None, "cơ sở"]]
    return [Page("Hướng dẫn", guide), Page("DANHMUC", lists)]  # type: ignore[arg-type]


def _written(clerk: Clerk, pages: Sequence[Page]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    del book["Sheet"]
    for page in pages:
        down, right = clerk.one(0, 0, 1, 3), clerk.one(0, 0, 1, 2)
        sheet = book.create_sheet(page.title)
        for row, cells in enumerate(page.rows, 1 + down):
            for column, typed in enumerate(cells, 1 + right):
                if typed is not None:
                    sheet.cell(row, column, typed)
        for top, left, bottom, last in page.merges:
            sheet.merge_cells(
                start_row=top + down, start_column=left + right, end_row=bottom + down, end_column=last + right
            )
    return book


def cleaned(text: str) -> str:
    """A text in one line, as it is meant."""
    return re.sub(r"\s+", " ", text)


UNITS: Mapping[str, tuple[str, ...]] = {
    "Công an tỉnh": ("Công an tỉnh", "CA tỉnh", "CA", "Công an tỉnh Hòa Bình"),
    "Sở Tư pháp": ("Sở Tư pháp", "STP", "TP"),
    "Tòa án nhân dân tỉnh": ("Tòa án nhân dân tỉnh", "TAND tỉnh", "TA", "Tòa án tỉnh"),
    "Sở Văn hóa, Thể thao và Du lịch": ("Sở Văn hóa, Thể thao và Du lịch", "Sở VH-TT&DL", "VH"),
    "Bệnh viện đa khoa - cơ sở 2": ("Bệnh viện đa khoa - cơ sở 2", "BV2"),
}
CRITERIA: Mapping[str, tuple[str, str, int | None]] = {
    "I": ("I", "Thực hiện nhiệm vụ chính trị", 60), "I/1": ("1", "Hoàn thành chỉ tiêu được giao", 40),
    "I/2": ("2", "Cải cách hành chính", 20), "II": ("II", "Phong trào thi đua", 30),
    "II/1": ("1", "Tổ chức phong trào", 20), "II/2": ("2", "Nhân rộng điển hình", 10),
    "III": ("III", "Hoạt động xã hội, từ thiện", 10),
}  # fmt: skip
"""Path, then code, name and maximum."""
LEAVES = ("I/1", "I/2", "II/1", "II/2", "III")


def dossier_pages() -> list[Page]:
    """The cluster, its units and its criteria, plainly written."""
    information = [["Tên cụm", "Cụm thi đua số 5 tỉnh Hòa Bình"], ["Loại", "Cụm"], ["Tỉnh", "Hòa Bình"],
                   ["Cấp", "tỉnh"], ["Kỳ", "Năm"], ["Năm", 2021]]  # fmt: skip
    units: list[list[Typed]] = [["Mã", "Tên đơn vị", "Tên viết tắt", "Tên gọi khác"]]
    for name, others in UNITS.items():
        short = others[1] if len(others) > 2 else None
        units.append([others[2] if len(others) > 2 else others[1], name, short, others[3] if len(others) > 3 else None])
    criteria: list[list[Typed]] = [["Mã", "Nội dung", "Điểm tối đa"], *([*row] for row in CRITERIA.values())]
    return [Page("Thông tin", information), Page("Đơn vị", units), Page("Tiêu chí", criteria)]  # type: ignore[arg-type]
