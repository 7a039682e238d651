"""The order in which Thông tư 02/2023/TT-BNV counts commendations: tables 0602.N and 0603.N, columns and manners.

Those tables are the province's and the ministry's; a cluster only hands over its numbers in their order.
"""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.vietnamese.text import bare

_HONOURS = ("anh hung", "tinh anh hung", "thanh pho anh hung", "ba me viet nam", "nha giao", "thay thuoc", "nghe si",
            "nghe nhan")  # fmt: skip
_FORMS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "state": (
        ("huan chuong", "huy chuong"), ("giai thuong ho chi minh",), ("giai thuong nha nuoc",), _HONOURS,
        ("co thi dua",), ("bang khen",), ("chien si thi dua",),
    ),
    "ministry": (("bang khen",), ("chien si thi dua",), ("co thi dua",), ("huy hieu", "ky niem chuong")),
}  # fmt: skip
"""How the names of the forms in a column begin, column by column; the rest stand under "other"."""
MANNERS: Mapping[str, tuple[str, ...]] = {
    "Thường xuyên": ("thuong xuyen",), "Công trạng": ("cong trang",), "Chuyên đề": ("chuyen de", "theo dot"),
    "Đột xuất": ("dot xuat",), "Đối ngoại": ("doi ngoai",), "Cống hiến": ("cong hien",), "Niên hạn": ("nien han",),
    "Kháng chiến": ("khang chien",),
}  # fmt: skip
"""The manners of commending, with the words that name them; the law of 2022 says "công trạng" of the first."""


def form_order(form: str, level: str | None) -> int:
    """In which column of the circular a form is counted; the number after the last for what it does not name."""
    columns = _FORMS.get(level or "", ())
    words = bare(form)
    return next((at for at, stems in enumerate(columns) if words.startswith(stems)), len(columns))


def manner(typed: str) -> str:
    """The manner that a typed one means; one that names none, or several, is kept as it was typed."""
    words = bare(typed)
    named = [name for name, said in MANNERS.items() if any(part in words for part in said)]
    return named[0] if len(named) == 1 else typed[:1].upper() + typed[1:]


def manner_order(name: str) -> int:
    """Where a manner stands in the circular; what it does not name comes last."""
    return list(MANNERS).index(name) if name in MANNERS else len(MANNERS)
