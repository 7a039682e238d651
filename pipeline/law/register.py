"""The laws, decrees and circulars on emulation and commendation: one line a text.

What was not read is left empty, or marked as unchecked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.law.certainty import Certainty


@dataclass(frozen=True)
class Basis:
    """One legal text; `until` is its last day in force, None while it is or where that is not known."""

    kind: str
    number: str
    day: date | None
    issuer: str
    abstract: str
    since: date | None
    until: date | None
    certainty: Certainty
    amends: str = ""
    """The number of the text that it amends."""
    sector: str = ""
    """The field it is for; such a text is cited only by an office that does so itself."""
    cited: bool = True
    """Whether a paper cites it without being asked."""
    doubted: date | None = None
    """The day from which one source has it expired: it is still cited then, and said."""
    unchecked: tuple[str, ...] = ()
    """The fields that are general knowledge where the rest is more certain."""
    remark: str = ""
    """What an office must know of it, in Vietnamese."""

    @property
    def name(self) -> str:
        """How it is called in short: "Nghị định số 98/2023/NĐ-CP"."""
        return f"{self.kind} số {self.number}"

    def holds(self, day: date) -> bool:
        """Whether it is in force on a day, as far as that is known."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


LAW, DECREE, CIRCULAR = "Luật", "Nghị định", "Thông tư"
OLD_LAW, NEW_LAW = "15/2003/QH11", "06/2022/QH15"
_ASSEMBLY, _GOVERNMENT, _MINISTER = "Quốc hội", "Chính phủ", "Bộ trưởng Bộ Nội vụ"
_TITLE = "Thi đua, khen thưởng"
_CHANGES = f"sửa đổi, bổ sung một số điều của Luật {_TITLE}"
_DETAILS = f"quy định chi tiết thi hành một số điều của Luật {_TITLE}"
_OF_91 = (
    f"quy định chi tiết thi hành một số điều của Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ \
{_DETAILS}"
)


def _d(text: str) -> date:
    return date.fromisoformat(text)


def _sector(number: str, ministry: str, sector: str, day: str = "", since: str = "") -> Basis:
    """A ministry's circular for its own field."""
    return Basis(
        CIRCULAR, number, _d(day) if day else None, f"Bộ trưởng {ministry}", "", _d(since) if since else None, None,
        "CONFIRMED-2nd", sector=sector, cited=False,
    )  # fmt: skip


REGISTER = (
    Basis(LAW, OLD_LAW, _d("2003-11-26"), _ASSEMBLY, _TITLE, _d("2004-07-01"), _d("2023-12-31"), "CONFIRMED",
          unchecked=("number", "since")),
    Basis(LAW, "47/2005/QH11", _d("2005-06-14"), _ASSEMBLY, _CHANGES, _d("2005-06-27"), _d("2023-12-31"), "CONFIRMED",
          amends=OLD_LAW, unchecked=("number", "since")),
    Basis(LAW, "32/2009/QH12", _d("2009-06-18"), _ASSEMBLY, "sửa đổi, bổ sung một số điều của Luật Di sản văn hóa",
          _d("2010-01-01"), None, "RECALLED", amends=OLD_LAW, cited=False),
    Basis(LAW, "39/2013/QH13", _d("2013-11-16"), _ASSEMBLY, _CHANGES, _d("2014-06-01"), _d("2023-12-31"), "CONFIRMED",
          amends=OLD_LAW, unchecked=("number", "since")),
    Basis(LAW, NEW_LAW, _d("2022-06-15"), _ASSEMBLY, _TITLE, _d("2024-01-01"), None, "CONFIRMED"),
    Basis(LAW, "06/2026/QH16", _d("2026-04-23"), _ASSEMBLY, _CHANGES, _d("2026-10-01"), None, "CONFIRMED-2nd",
          amends=NEW_LAW, remark="hồ sơ nộp trước ngày 01/10/2026 theo quy định cũ, trừ khi quy định mới có lợi hơn"),
    Basis(DECREE, "42/2010/NĐ-CP", _d("2010-04-15"), _GOVERNMENT, f"{_DETAILS} và Luật {_CHANGES}",
          _d("2010-06-01"), _d("2017-09-30"), "RECALLED"),
    Basis(DECREE, "39/2012/NĐ-CP", _d("2012-04-27"), _GOVERNMENT, "sửa đổi, bổ sung một số điều của Nghị định số "
          "42/2010/NĐ-CP ngày 15 tháng 4 năm 2010 của Chính phủ", _d("2012-06-15"), _d("2017-09-30"), "RECALLED",
          amends="42/2010/NĐ-CP"),
    Basis(DECREE, "65/2014/NĐ-CP", _d("2014-07-01"), _GOVERNMENT, f"quy định chi tiết thi hành một số điều của Luật "
          f"{_CHANGES}", _d("2014-08-20"), _d("2017-09-30"), "RECALLED"),
    Basis(DECREE, "91/2017/NĐ-CP", _d("2017-07-31"), _GOVERNMENT, _DETAILS, _d("2017-10-01"), _d("2023-12-31"),
          "CONFIRMED"),
    Basis(DECREE, "98/2023/NĐ-CP", _d("2023-12-31"), _GOVERNMENT, _DETAILS, _d("2024-01-01"), _d("2025-06-30"),
          "CONFIRMED"),
    Basis(DECREE, "28/2024/NĐ-CP", None, _GOVERNMENT, "", None, _d("2025-06-30"), "CONFIRMED", cited=False),
    Basis(DECREE, "152/2025/NĐ-CP", _d("2025-06-14"), _GOVERNMENT, "quy định về phân cấp, phân quyền trong lĩnh vực "
          f"thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành một số điều của Luật {_TITLE}",
          _d("2025-07-01"), None, "CONFIRMED", doubted=_d("2027-03-01")),
    Basis(DECREE, "30/2020/NĐ-CP", _d("2020-03-05"), _GOVERNMENT, "về công tác văn thư", _d("2020-03-05"), None,
          "CONFIRMED", sector="văn thư", cited=False),
    Basis(CIRCULAR, "07/2014/TT-BNV", _d("2014-08-29"), _MINISTER, "", _d("2014-10-15"), _d("2017-12-14"), "RECALLED"),
    Basis(CIRCULAR, "08/2017/TT-BNV", _d("2017-10-27"), _MINISTER, _OF_91, _d("2017-12-15"), _d("2019-12-31"),
          "RECALLED"),
    Basis(CIRCULAR, "12/2019/TT-BNV", _d("2019-11-04"), _MINISTER, _OF_91, _d("2020-01-01"), _d("2023-12-31"),
          "RECALLED"),
    Basis(CIRCULAR, "01/2024/TT-BNV", _d("2024-02-24"), _MINISTER, f"quy định biện pháp thi hành Luật {_TITLE} và Nghị "
          "định số 98/2023/NĐ-CP", _d("2024-02-24"), _d("2025-08-04"), "CONFIRMED",
          unchecked=("since",)),
    Basis(CIRCULAR, "15/2025/TT-BNV", _d("2025-08-04"), _MINISTER, f"quy định biện pháp thi hành Luật {_TITLE} và Nghị "
          "định số 152/2025/NĐ-CP", _d("2025-08-05"), None, "CONFIRMED-2nd"),
    Basis(CIRCULAR, "02/2023/TT-BNV", _d("2023-03-23"), _MINISTER, "", None, None, "CONFIRMED-2nd", sector="thống kê",
          cited=False),
    _sector("30/2014/TT-BLĐTBXH", "Bộ Lao động - Thương binh và Xã hội", "lao động"),
    _sector("38/2018/TT-BYT", "Bộ Y tế", "y tế"),
    _sector("12/2019/TT-BCA", "Bộ Công an", "công an"),
    _sector("57/2020/TT-BQP", "Bộ Quốc phòng", "dân quân tự vệ"),
    _sector("29/2023/TT-BGDĐT", "Bộ Giáo dục và Đào tạo", "giáo dục"),
    _sector("25/2025/TT-BKHCN", "Bộ Khoa học và Công nghệ", "khoa học"),
    _sector("62/2025/TT-BNNMT", "Bộ Nông nghiệp và Môi trường", "nông nghiệp", day="2025-10-31"),
    _sector("07/2026/TT-BGDĐT", "Bộ Giáo dục và Đào tạo", "giáo dục", since="2026-04-02"),
)  # fmt: skip
