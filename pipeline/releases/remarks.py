"""What a merged file says beside a person's text that stood against a new one."""

from __future__ import annotations

PICTURE, OTHER_PICTURE = "hình ảnh", "hình ảnh khác"
_SIGNS = str.maketrans({"\t": "; ", "\n": " "})


def remark(hand: str, now: str, where: str) -> str:
    """The words of the comment; `where` names the place: "đoạn này"."""
    return f"Số liệu mới: {_said(hand, now.translate(_SIGNS).strip(), where)}"


def _said(hand: str, now: str, where: str) -> str:
    if not now:
        return f"{where} không còn trong văn bản. Nội dung đã sửa tay được giữ nguyên; không cần nữa thì xóa."
    if not hand:
        return f"nội dung đã bỏ ở gần đây nay là “{now}”. Nội dung đã bỏ không được thêm lại."
    return f"{where} nay là “{now}”. Câu đã sửa tay được giữ nguyên."
