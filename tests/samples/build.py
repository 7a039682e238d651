"""Build the sample dossiers under ``inputs/`` from the text files beside this script.

Run from anywhere: ``python tests/samples/build.py``. Building twice gives the same files.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from sample_office import save_in_libreoffice
from sample_page import write_workbook
from sample_tables import (
    commendations_by_form,
    commendations_by_unit,
    criteria,
    narrative,
    scores_by_criterion,
    scores_by_unit,
)
from sample_text import Page, directives, page, paragraphs, table

DATA = Path(__file__).parent / "data"
INPUTS = Path(__file__).parents[2] / "inputs"

YEAR_9 = "cum-9-thanh-hoa-nam-2021"
YEAR_8 = "cum-8-thanh-hoa-nam-2021"
HALF_9 = "cum-9-thanh-hoa-6-thang-2017"

CLUSTER_9 = "Cụm thi đua số 9 tỉnh Thanh Hóa"
CLUSTER_8 = "Cụm thi đua số 8 tỉnh Thanh Hóa"


def table_page(path: Path) -> Page:
    """A worksheet from a text file, by its kind: a table, a computed table, or the narrative."""
    said = directives(path)
    title = said["title"][0]
    if path.suffix == ".txt":
        return narrative(title, paragraphs(path))
    match said.get("kind", ["table"])[0]:
        case "scores by unit":
            return scores_by_unit(title, *table(path), first=8)
        case "commendations by unit":
            return commendations_by_unit(said["sheet"][0], title, *table(path))
        case _:
            return page(path)


def pages(folder: Path) -> Iterator[Page]:
    """The worksheets of one workbook, in the order of their file names."""
    return (table_page(path) for path in sorted(folder.iterdir()))


def unit_pages(folder: Path, unit: str) -> Iterator[Page]:
    """The three worksheets that one unit fills: scores, commendations, results."""
    _, tree = table(folder.parent / "cum" / "05-tieu-chi.tsv")
    header, points = table(folder / "cham-diem.tsv")
    at = header.index(unit)
    _, remarks = table(folder / "ghi-chu.tsv")
    _, forms = table(folder / "khen-thuong.tsv")
    pairs = (line[at].partition("/") for line in points)
    yield scores_by_criterion(
        "BẢNG CHẤM ĐIỂM THI ĐUA NĂM 2021",
        unit,
        criteria([row[:3] for row in tree]),
        {line[0]: (pair[0], pair[2]) for line, pair in zip(points, pairs, strict=True)},
        {code: text for owner, code, text in remarks if owner == unit},
    )
    own = [form[1:] for form in forms if form[0] == unit]
    yield commendations_by_form("KẾT QUẢ KHEN THƯỞNG NĂM 2021", unit, own)
    texts = [text for text in paragraphs(folder / "ket-qua.txt") if text.unit == unit]
    yield narrative("KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2021", texts, unit)


def build_year_9() -> None:
    """The full year of cluster 9: one workbook of the cluster, one from each of the eight units."""
    made, data, target = datetime(2021, 12, 14, 8), DATA / YEAR_9, INPUTS / YEAR_9
    write_workbook(target / "Cụm 9 - tổng hợp 2021.xlsx", CLUSTER_9, made, pages(data / "cum"))
    for unit in table(data / "don-vi" / "cham-diem.tsv")[0][1:]:
        write_workbook(target / f"{unit}.xlsx", CLUSTER_9, made, unit_pages(data / "don-vi", unit))


def build_year_8() -> None:
    """The full year of cluster 8: one workbook with everything, saved by LibreOffice."""
    path = INPUTS / YEAR_8 / "Cụm 8 - hồ sơ tổng kết 2021.xlsx"
    write_workbook(path, CLUSTER_8, datetime(2022, 1, 14, 8), pages(DATA / YEAR_8))
    save_in_libreoffice(path)


def build_half_9() -> None:
    """Six months of cluster 9: the cluster's workbook, and one with the figures of all units."""
    made, data, target = datetime(2017, 7, 25, 8), DATA / HALF_9, INPUTS / HALF_9
    write_workbook(target / "Cụm 9 - sơ kết 6 tháng 2017.xlsx", CLUSTER_9, made, pages(data / "cum"))
    write_workbook(target / "Tổng hợp các đơn vị 6 tháng 2017.xlsx", CLUSTER_9, made, pages(data / "don-vi"))


if __name__ == "__main__":
    build_year_9()
    build_year_8()
    build_half_9()
