"""What a paper of a given date cites: the laws, decrees and circulars in force on that day."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.law.basis import REGISTER, citation, in_force

OLD_LAW = (
    "Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003; các Luật sửa đổi, bổ sung một số điều của Luật Thi đua, "
    "khen thưởng ngày 14 tháng 6 năm 2005 và ngày 16 tháng 11 năm 2013"
)
NEW_LAW = "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"
NUMBERED_LAW = "Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15 tháng 6 năm 2022"
AMENDING_LAW = (
    "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng số 06/2026/QH16 ngày 23 tháng 4 năm 2026"
)
OLD_DECREES = (
    "Nghị định số 42/2010/NĐ-CP ngày 15 tháng 4 năm 2010", "Nghị định số 39/2012/NĐ-CP ngày 27 tháng 4 năm 2012",
    "Nghị định số 65/2014/NĐ-CP ngày 01 tháng 7 năm 2014",
)  # fmt: skip
FACTS = {
    date(2017, 7, 25): (OLD_LAW, *OLD_DECREES, "Thông tư số 07/2014/TT-BNV ngày 29 tháng 8 năm 2014"),
    date(2017, 9, 30): (OLD_LAW, *OLD_DECREES, "Thông tư số 07/2014/TT-BNV"),
    date(2017, 10, 1): (OLD_LAW, "Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017", "Thông tư số 07/2014/TT-BNV"),
    date(2021, 12, 14): (OLD_LAW, "Nghị định số 91/2017/NĐ-CP", "Thông tư số 12/2019/TT-BNV ngày 04 tháng 11 năm 2019"),
    date(2022, 1, 14): (OLD_LAW, "Nghị định số 91/2017/NĐ-CP", "Thông tư số 12/2019/TT-BNV"),
    date(2023, 12, 31): (OLD_LAW, "Nghị định số 91/2017/NĐ-CP", "Thông tư số 12/2019/TT-BNV"),
    date(2024, 3, 15): (NEW_LAW, "Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023",
                        "Thông tư số 01/2024/TT-BNV ngày 24 tháng 02 năm 2024"),
    date(2025, 8, 20): (NUMBERED_LAW, "Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025",
                        "Thông tư số 15/2025/TT-BNV ngày 04 tháng 8 năm 2025"),
    date(2026, 9, 30): (NUMBERED_LAW, "Nghị định số 152/2025/NĐ-CP", "Thông tư số 15/2025/TT-BNV"),
    date(2026, 10, 20): (NUMBERED_LAW, AMENDING_LAW, "Nghị định số 152/2025/NĐ-CP", "Thông tư số 15/2025/TT-BNV"),
}  # fmt: skip


@pytest.mark.parametrize("day", FACTS, ids=str)
def test_what_a_paper_of_a_day_cites(day: date) -> None:
    """
    | date of the paper | law                          | decree                    | circular       |
    | 25/7/2017         | 2003, amended 2005 and 2013  | 42/2010, 39/2012, 65/2014 | 07/2014/TT-BNV |
    | 14/12/2021        | 2003, amended 2005 and 2013  | 91/2017 (from 01/10/2017) | 12/2019/TT-BNV |
    | 15/3/2024         | 06/2022/QH15                 | 98/2023                   | 01/2024/TT-BNV |
    | 20/8/2025         | 06/2022/QH15                 | 152/2025                  | 15/2025/TT-BNV |
    | 20/10/2026        | 06/2022/QH15, amended 2026   | 152/2025                  | 15/2025/TT-BNV |
    """
    lines = [citation(text, day) for text in in_force(day)]
    assert [line[: len(fact)] for line, fact in zip(lines, FACTS[day], strict=True)] == list(FACTS[day])


@pytest.mark.parametrize("kind", ["Luật", "Nghị định", "Thông tư"])
def test_on_no_day_is_a_kind_of_text_missing(kind: str) -> None:
    terms = sorted((text.since, text.until) for text in REGISTER if text.kind == kind)
    ends = [max(until or date.max for since, until in terms if since <= start) for start, _ in terms[1:]]
    assert all((start - end).days <= 31 for (start, _), end in zip(terms[1:], ends, strict=True))
    assert any(until is None for _, until in terms)


def test_no_text_is_in_force_before_it_was_signed() -> None:
    assert [text for text in REGISTER if text.since < text.day] == []


def test_a_citation_is_one_line_without_an_end_mark() -> None:
    for text in REGISTER:
        line = citation(text, text.since)
        assert (line.strip(" .;"), "\n" in line, "None" in line) == (line, False, False)
