"""The year that the title above a table names: "BẢNG CHẤM ĐIỂM THI ĐUA NĂM 2021"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.problems import Place
from pipeline.vietnamese.text import bare
from pipeline.workbooks.areas import rows_between
from pipeline.workbooks.read import Cell, Grid, text_of
from pipeline.workbooks.recognise import Found

_TITLE = re.compile(r"(?:bang|bieu|danh sach|tong hop|ket qua|dang ky|giao uoc|phong trao|chi tieu|de nghi|bao cao) .*")
_YEAR = re.compile(r"\bnam (?:hoc )?((?:19|20)\d\d)\b")
_CITED = re.compile(r"\b(?:theo|kem theo|can cu|quyet dinh|cong van|huong dan so|giai doan|so voi|cung ky)\b")
"""What a line says that names the year of something else."""


class Titled(NamedTuple):
    """A table whose title names a year: its declared sheet, the year, the cell."""

    sheet: str
    year: int
    place: Place


def titled_years(tables: Iterable[Found]) -> Iterator[Titled]:
    """The years that titles name; a title with two years, or with those of other papers, tells nothing."""
    for grid, header in tables:
        for cell in _above(grid, header.top):
            words = bare(text_of(cell.value))
            years = set(_YEAR.findall(words))
            if len(years) == 1 and _TITLE.match(words) and not _CITED.search(words):
                yield Titled(header.sheet.name, int(years.pop()), cell.place)


def _above(grid: Grid, top: int) -> Iterator[Cell]:
    return filter(None, (grid.cell(row, column) for row in rows_between(grid, 0, top) for column in grid.columns))
