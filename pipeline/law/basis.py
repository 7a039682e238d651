"""Laws, decrees and circulars on emulation and commendation: what a paper of a given date cites.

One line a text: in force from and until, and how certain that is. An office adds its own in the sheet "Căn cứ".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.vietnamese.dates import long


@dataclass(frozen=True)
class Basis:
    """One legal text; `until` is its last day in force, None while it is."""

    kind: str
    abstract: str
    day: date
    since: date
    until: date | None
    certainty: str
    number: str | None = None
    issuer: str | None = None
    amended: tuple[date, ...] = ()


def _d(text: str) -> date:
    return date.fromisoformat(text)


REGISTER = (
    Basis("Luật", "Thi đua, khen thưởng", _d("2003-11-26"), _d("2004-07-01"), _d("2023-12-31"),
          "CONFIRMED-2nd", amended=(_d("2005-06-14"), _d("2013-11-16"))),
    Basis("Luật", "Thi đua, khen thưởng", _d("2022-06-15"), _d("2024-01-01"), None, "CONFIRMED",
          number="06/2022/QH15"),
    Basis("Luật", "sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng", _d("2026-04-23"), _d("2026-10-01"),
          None, "CONFIRMED-2nd", number="06/2026/QH16"),
    Basis("Nghị định", "quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng và Luật sửa đổi, "
          "bổ sung một số điều của Luật Thi đua, khen thưởng", _d("2010-04-15"), _d("2010-06-01"),
          _d("2017-09-30"), "RECALLED", "42/2010/NĐ-CP", "Chính phủ"),
    Basis("Nghị định", "sửa đổi, bổ sung một số điều của Nghị định số 42/2010/NĐ-CP ngày 15 tháng 4 năm 2010 "
          "của Chính phủ", _d("2012-04-27"), _d("2012-06-15"), _d("2017-09-30"), "RECALLED", "39/2012/NĐ-CP",
          "Chính phủ"),
    Basis("Nghị định", "quy định chi tiết thi hành một số điều của Luật sửa đổi, bổ sung một số điều của Luật Thi đua, "
          "khen thưởng", _d("2014-07-01"), _d("2014-08-20"), _d("2017-09-30"), "RECALLED", "65/2014/NĐ-CP",
          "Chính phủ"),
    Basis("Nghị định", "quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng", _d("2017-07-31"),
          _d("2017-10-01"), _d("2023-12-31"), "CONFIRMED-2nd", "91/2017/NĐ-CP", "Chính phủ"),
    Basis("Nghị định", "quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng", _d("2023-12-31"),
          _d("2024-01-01"), _d("2025-06-30"), "CONFIRMED", "98/2023/NĐ-CP", "Chính phủ"),
    Basis("Nghị định", "quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết "
          "và hướng dẫn thi hành một số điều của Luật Thi đua, khen thưởng", _d("2025-06-14"), _d("2025-07-01"),
          None, "CONFIRMED-2nd", "152/2025/NĐ-CP", "Chính phủ"),
    Basis("Thông tư", "", _d("2014-08-29"), _d("2014-10-15"), _d("2017-12-04"), "RECALLED", "07/2014/TT-BNV",
          "Bộ trưởng Bộ Nội vụ"),
    Basis("Thông tư", "quy định chi tiết thi hành một số điều của Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm "
          "2017 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng",
          _d("2019-11-04"), _d("2020-01-01"), _d("2023-12-31"), "RECALLED", "12/2019/TT-BNV",
          "Bộ trưởng Bộ Nội vụ"),
    Basis("Thông tư", "quy định biện pháp thi hành Luật Thi đua, khen thưởng và Nghị định số 98/2023/NĐ-CP",
          _d("2024-02-24"), _d("2024-02-24"), _d("2025-08-04"), "CONFIRMED", "01/2024/TT-BNV",
          "Bộ trưởng Bộ Nội vụ"),
    Basis("Thông tư", "quy định biện pháp thi hành Luật Thi đua, khen thưởng và Nghị định số 152/2025/NĐ-CP",
          _d("2025-08-04"), _d("2025-08-05"), None, "RECALLED", "15/2025/TT-BNV",
          "Bộ trưởng Bộ Nội vụ"),
)  # fmt: skip

NUMBERED_LAWS_SINCE = date(2025, 1, 1)
"""From 2025 on decisions cite a law with its number; Decree 30 shows none (both were read)."""


def in_force(day: date) -> tuple[Basis, ...]:
    """The texts in force on a day, in the order in which a paper cites them."""
    return tuple(text for text in REGISTER if text.since <= day and (text.until is None or day <= text.until))


def citation(text: Basis, day: date) -> str:
    """The text as a paper of that day cites it: "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"."""
    if text.kind == "Luật":
        number = f" số {text.number}" if text.number and day >= NUMBERED_LAWS_SINCE else ""
        return f"Luật {text.abstract}{number} {long(text.day)}{_amendments(text)}"
    abstract = f" {text.abstract}" if text.abstract else ""
    return f"{text.kind} số {text.number} {long(text.day)} của {text.issuer}{abstract}"


def _amendments(text: Basis) -> str:
    if not text.amended:
        return ""
    days = " và ".join(long(day) for day in text.amended)
    return f"; các Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng {days}"
