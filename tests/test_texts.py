"""The legal grounds of a paper: the register's by its day, the office's as it wrote them, each once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from clusters import cluster

from pipeline.documents.source import Source
from pipeline.documents.texts import cited, legal_basis
from pipeline.model import Citation, Meeting
from pipeline.problems import Place

ON_14_12_2021 = replace(cluster(), meeting=Meeting(day=date(2021, 12, 14)))


def basis(*typed: Citation) -> list[str]:
    return legal_basis(Source(replace(ON_14_12_2021, citations=typed), "pledge"))


def decree(number: str | None, day: date, kind: str = "Nghị định") -> Citation:
    return Citation(kind, "basis", Place(), number, day, "Chính phủ", "về thi đua, khen thưởng")


def test_each_ground_is_a_line_and_the_last_ends_the_list() -> None:
    lines = basis()
    assert all(line.startswith("Căn cứ ") for line in lines)
    assert [line[-1] for line in lines] == [";"] * (len(lines) - 1) + ["."]


def test_a_text_that_the_office_cites_itself_stands_once_as_it_wrote_it() -> None:
    lines = basis(decree("91/2017/NĐ-CP", date(2017, 7, 31)))
    assert [line for line in lines if "91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ về" in line]
    assert sum(line.startswith("Căn cứ Nghị định") for line in lines) == 1


def test_a_law_is_known_by_its_day() -> None:
    lines = basis(decree(None, date(2003, 11, 26), "Luật"))
    assert sum(line.startswith("Căn cứ Luật") for line in lines) == 1
    assert sum(line.startswith("Căn cứ Luật") for line in basis(decree(None, date(1999, 1, 1), "Luật"))) == 2


def test_a_law_of_the_office_is_cited_by_its_title_wherever_that_was_typed() -> None:
    """Loại | Số | Cơ quan | Trích yếu"""
    day = date(2022, 6, 15)
    for kind, number, issuer, abstract in (
        ("Luật", None, "Quốc hội", "Thi đua, khen thưởng"), ("Luật", None, None, "Luật Thi đua, khen thưởng"),
        ("Luật Thi đua, khen thưởng", None, "Quốc hội", None), ("Luật", None, None, "về Thi đua, khen thưởng"),
    ):  # fmt: skip
        text = Citation(kind, "basis", Place(), number, day, issuer, abstract)
        assert cited(text) == "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"
    numbered = Citation("Luật", "basis", Place(), "06/2022/QH15", day, "Quốc hội", "Thi đua, khen thưởng")
    assert cited(numbered) == "Luật Thi đua, khen thưởng số\u00a006/2022/QH15 ngày 15 tháng 6 năm 2022"
