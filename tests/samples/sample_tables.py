"""The worksheets that are computed from more than one text file: scores, commendations, narrative."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sample_text import Cell, Formula, Page, Paragraph, Row, typed

FIRST_ROW = 7  # Excel row of the first data row under a one-row header of a unit's sheet
COUNTS = ("Tập thể", "Cá nhân")
LEVELS = ("Nhà nước", "Bộ, ban, ngành, tỉnh", "Cơ sở")


@dataclass(frozen=True)
class Criterion:
    """A row of the criteria tree; a leaf is a row whose code no other row lies under."""

    code: str
    text: str
    maximum: float
    leaf: bool
    parents: tuple[str, ...]


def criteria(rows: list[list[str]]) -> list[Criterion]:
    """The criteria tree from rows of code, text, maximum: romans hold all that follows, 7 holds 7.1, 7.2."""
    codes = [row[0].lstrip("'") for row in rows]
    found, roman = [], ""
    for code, row in zip(codes, rows, strict=True):
        roman = code if code.isupper() else roman
        above = [part for part in (roman, code.partition(".")[0]) if part and part != code]
        leaf = code != roman and not any(other.startswith(code + ".") for other in codes)
        found.append(Criterion(code, row[1], number(row[2]), leaf, tuple(above)))
    return found


def number(text: str) -> float:
    """The number that typed text stands for."""
    return float(text.lstrip("'").replace(".", "").replace(",", "."))


def column(index: int) -> str:
    """The letter of a column, counted from 0."""
    return chr(ord("A") + index)


def total(index: int, rows: Iterable[int], values: Iterable[float]) -> Formula:
    """A sum over single cells of one column, with its value."""
    cells = ",".join(f"{column(index)}{row}" for row in rows)
    return Formula(f"=SUM({cells})", sum(values))


def score_column(index: int, tree: list[Criterion], typed_points: dict[str, str]) -> list[Cell]:
    """One column of a score sheet: leaves as typed, groups and the last row summed.

    Where a point is typed as text, Excel would leave it out of a sum: the sums are then typed too.
    """
    as_text = any(text.startswith("'") for text in typed_points.values())
    cells: list[Cell] = []
    for criterion in (*tree, None):
        under = [
            (row, leaf.code)
            for row, leaf in enumerate(tree, FIRST_ROW)
            if leaf.leaf and (criterion is None or criterion.code in leaf.parents)
        ]
        values = [number(typed_points[code]) for _, code in under]
        if criterion is not None and criterion.leaf:
            cells.append(typed(typed_points[criterion.code]))
        else:
            cells.append(sum(values) if as_text else total(index, (row for row, _ in under), values))
    return cells


def code_cell(code: str) -> Cell:
    """A criterion's code as it is typed: 7 a number, I and 7.1 text."""
    return int(code) if code.isdigit() else code


def scores_by_criterion(
    title: str, unit: str, tree: list[Criterion], points: dict[str, tuple[str, str]], remarks: dict[str, str]
) -> Page:
    """Layout A: one unit, a row a criterion; points are (self, appraised) of each leaf."""
    maxima = {criterion.code: f"{criterion.maximum:g}".replace(".", ",") for criterion in tree}
    columns = [
        [*(code_cell(criterion.code) for criterion in tree), None],
        [*(criterion.text for criterion in tree), "Tổng cộng"],
        score_column(2, tree, maxima),
        score_column(3, tree, {code: pair[0] for code, pair in points.items()}),
        score_column(4, tree, {code: pair[1] for code, pair in points.items()}),
        [*(remarks.get(criterion.code) for criterion in tree), None],
    ]
    return Page(
        sheet="Chấm điểm",
        title=title,
        header=(("Mã", "Nội dung", "Điểm tối đa", "Tự chấm", "Thẩm định", "Ghi chú"),),
        rows=tuple(zip(*columns, strict=True)),
        widths=(6, 46, 9, 9, 9, 24),
        unit=unit,
        measure="điểm",
        points=("Tự chấm", "Thẩm định"),
        strong=frozenset([index for index, one in enumerate(tree) if not one.leaf] + [len(tree)]),
    )


def counted(rows: list[list[Cell]], first: int, columns: Iterable[int]) -> dict[int, Formula]:
    """The sums of count columns over all rows; an empty cell counts nothing."""
    sums = {}
    for index in columns:
        values = [cell for row in rows if isinstance(cell := row[index], int)]
        letter = column(index)
        sums[index] = Formula(f"=SUM({letter}{first}:{letter}{first + len(rows) - 1})", sum(values))
    return sums


def commendations_by_form(title: str, unit: str, forms: list[list[str]]) -> Page:
    """A unit's commendations: a row a form of award, with the number of occasions, and the total."""
    rows: list[list[Cell]] = [[at, *(typed(cell) for cell in form)] for at, form in enumerate(forms, 1)]
    sums = counted(rows, FIRST_ROW, (3, 4))
    last: Row = (None, "Tổng cộng", None, sums[3], sums[4])
    return Page(
        sheet="Khen thưởng",
        title=title,
        header=(("STT", "Hình thức khen thưởng", "Cấp", *COUNTS),),
        rows=(*(tuple(row) for row in rows), last),
        widths=(6, 48, 22, 11, 11),
        unit=unit,
        measure="lượt",
        counts=COUNTS,
        strong=frozenset({len(rows)}),
    )


def commendations_by_unit(sheet: str, title: str, header: list[str], lines: list[list[str]]) -> Page:
    """Commendations of all units: a row a unit, the forms of award across under a merged header."""
    forms = header[1:]
    rows: list[list[Cell]] = [[at, *(typed(cell) for cell in line)] for at, line in enumerate(lines, 1)]
    sums = counted(rows, FIRST_ROW + 1, range(2, len(header) + 1))  # one header row more, no unit line
    last: Row = (None, "Tổng cộng", *(sums[index] for index in sorted(sums)))
    return Page(
        sheet=sheet,
        title=title,
        header=(
            ("STT", "Đơn vị", *(form.partition(":")[0] for form in forms)),
            ("", "", *(form.partition(":")[2] for form in forms)),
        ),
        rows=(*(tuple(row) for row in rows), last),
        widths=(6, 40, *(10 for _ in forms)),
        measure="lượt",
        counts=COUNTS,
        strong=frozenset({len(rows)}),
        landscape=True,
    )


def scores_by_unit(title: str, header: list[str], lines: list[list[str]], first: int) -> Page:
    """Layout B: a row a unit, the criteria groups across; the total a formula, the rank typed."""
    groups = header[1:-3]
    bonus, penalty = len(groups) + 2, len(groups) + 3
    rows: list[Row] = []
    for at, line in enumerate(lines, 1):
        points = [number(cell) for cell in line[1:-1]]
        row = first + at - 1
        text = f"=SUM(C{row}:{column(bonus)}{row})-{column(penalty)}{row}"
        value = sum(points[:-1]) - points[-1]
        rows.append((at, line[0], *points, Formula(text, value), int(line[-1])))
    upper = ("STT", "Đơn vị", *("Điểm chấm theo nhóm tiêu chí" for _ in groups), *header[-3:-1], "Tổng điểm")
    return Page(
        sheet="Chấm điểm",
        title=title,
        header=((*upper, header[-1]), ("", "", *groups, "", "", "", "")),
        rows=tuple(rows),
        widths=(6, 40, *(16 for _ in groups), 9, 8, 9, 8),
        measure="điểm",
        points=(*groups, *header[-3:-1], "Tổng điểm"),
        landscape=True,
    )


def narrative(title: str, texts: list[Paragraph], unit: str = "") -> Page:
    """The text of the report, a row a paragraph; a unit's own sheet needs no column for the unit."""
    plain = Page(
        sheet="Nội dung",
        title=title,
        header=(("STT", "Mục", "Nội dung"),),
        rows=tuple((at, text.heading, text.text) for at, text in enumerate(texts, 1)),
        widths=(6, 14, 106),
        unit=unit,
        landscape=True,
    )
    if unit:
        return plain
    rows = tuple((at, text.heading, text.unit or None, text.text) for at, text in enumerate(texts, 1))
    header = (("STT", "Mục", "Đơn vị", "Nội dung"),)
    return replace(plain, header=header, rows=rows, widths=(6, 16, 22, 86))
