"""The edited file with the machine's changes: each rule on a small file."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from lxml import etree
from word_files import docx, p, tbl, tc

from pipeline.office import package
from pipeline.office.blocks import blocks, stories
from pipeline.releases.merge import Merged, merged

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Lines = Sequence[str]
"""Paragraphs; rows of a table have "|" between their cells."""


def body(lines: Lines) -> str:
    """The XML of the lines; rows next to each other are a table."""
    made, rows = "", list[str]()
    for line in [*lines, ""]:
        if "|" in line:
            rows.append(line)
        elif rows:
            cells = [[tc(text) for text in row.split("|")] for row in rows]
            made, rows = made + tbl([1000] * len(cells[0]), *cells), []
        made += "" if "|" in line else p(line)
    return made.removesuffix(p(""))


def file(lines: Lines) -> bytes:
    return docx(body(lines))


def lines(content: bytes) -> list[str]:
    """The body as it was written down."""
    return [block.text.replace("\t", "|") for block in blocks(stories(package.read(content))["word/document.xml"])]


def remarks(content: bytes) -> list[str]:
    """The words of the comments."""
    part = package.read(content).get("word/comments.xml")
    return [] if part is None else ["".join(one.itertext()) for one in etree.fromstring(part)]  # type: ignore[arg-type]


def of(before: Lines, edited: Lines, now: Lines) -> Merged:
    return merged(file(before), file(edited), file(now))


A, B, C, Z = (
    "Cụm có 8 đơn vị thành viên.",
    "Phong trào thi đua sôi nổi.",
    "Kinh phí là 15 triệu đồng.",
    "Nơi nhận: như trên",
)
A2, C2 = "Cụm có 9 đơn vị thành viên.", "Kinh phí là 17 triệu đồng."
HEAD, ONE, TWO, THREE = "STT|Đơn vị|Điểm", "1|Sở Nội vụ|98", "2|Sở Y tế|97", "3|Sở Tư pháp|95"


@pytest.mark.parametrize(
    ("before", "edited", "now", "result"),
    [
        ([A, B], [A, B + " Rất vui."], [A2, B], [A2, B + " Rất vui."]),
        ([A, B], [A, "Thêm.", B], [A2, B], [A2, "Thêm.", B]),
        ([A, B, C], [A, C], [A2, B, C2], [A2, C2]),
        ([A, B, C], [B, C, A], [A2, B, C], [B, C, A2]),
        ([A, B], ["Tính đến nay, Cụm có 8 đơn vị tham gia.", B], [A2, B],
         ["Tính đến nay, Cụm có 9 đơn vị tham gia.", B]),
        ([A, C], [A, "Kinh phí là 17 triệu đồng."], [A, C2], [A, C2]),
        ([A, B, C], [A, B, C + " Đủ."], [A, C], [A, C + " Đủ."]),
        ([A, C], ["Thêm.", A, C], [A, B, C], ["Thêm.", A, B, C]),
        ([A, C], [C, "Thêm."], [A, B, C], [B, C, "Thêm."]),
        ([A, C], [C, A, "Thêm."], [A, B, C], [B, C, A, "Thêm."]),
        ([A, C], [A, C, "Thêm."], [A, C, B], [A, C, B, "Thêm."]),
        ([A, B, C], [A, "Thêm.", B, C], [C2, A, B], [C2, A, "Thêm.", B]),
        ([A, B, C, Z], [A, B, C, "Thêm.", Z], [A, C, B, Z], [A, C, B, "Thêm.", Z]),
        ([A, HEAD, ONE, TWO], [A, HEAD, "1|Sở Nội vụ (mới)|98", TWO], [A, HEAD, "1|Sở Nội vụ|99", TWO],
         [A, HEAD, "1|Sở Nội vụ (mới)|99", TWO]),
        ([A, HEAD, ONE, TWO], [A, HEAD, ONE, "x|gõ|y", TWO], [A, HEAD, ONE, "2|Sở Y tế|90", THREE],
         [A, HEAD, ONE, "x|gõ|y", "2|Sở Y tế|90", THREE]),
        ([A, HEAD, ONE, TWO], [A, HEAD, ONE, TWO, "Thêm."], [A, HEAD, "1|Sở Y tế|97"],
         [A, HEAD, "1|Sở Y tế|97", "Thêm."]),
        ([A, HEAD, ONE, B], [A, B, "Thêm."], [A, B], [A, B, "Thêm."]),
        ([A, HEAD, ONE, B], [A, HEAD, ONE, B, "Thêm."], [A, B], [A, B, "Thêm."]),
        ([A, B], [A, "Thêm.", B], [A, HEAD, ONE, B], [A, HEAD, ONE, "Thêm.", B]),
        ([A, HEAD, ONE], ["Thêm.", A, "STT|Đơn vị|Ghi chú|Điểm", "1|Sở Nội vụ|gõ|98"], [A, HEAD, "1|Sở Nội vụ|99"],
         ["Thêm.", A, "STT|Đơn vị|Ghi chú|Điểm", "1|Sở Nội vụ|gõ|99"]),
        ([A, HEAD, ONE], [A, HEAD, ONE, "Thêm."], [A, "STT|Đơn vị|Tự chấm|Điểm", "1|Sở Nội vụ|97|98"],
         [A, "STT|Đơn vị|Tự chấm|Điểm", "1|Sở Nội vụ|97|98", "Thêm."]),
        ([A, HEAD, "1|Sở Nội vụ|"], [A, HEAD, "1|Sở Nội vụ|", "Thêm."], [A, HEAD, ONE], [A, HEAD, ONE, "Thêm."]),
        ([A, HEAD, ONE], [A, HEAD, ONE, "Thêm."], [A, HEAD, "1|Sở Nội vụ|"], [A, HEAD, "1|Sở Nội vụ|", "Thêm."]),
    ],
)  # fmt: skip
def test_what_the_machine_changed_comes_in(before: Lines, edited: Lines, now: Lines, result: Lines) -> None:
    made = of(before, edited, now)
    assert (lines(made.content), made.kept, remarks(made.content)) == (list(result), (), [])


KEPT = "Câu đã sửa tay được giữ nguyên."
OUT = "Nội dung đã sửa tay được giữ nguyên; không cần nữa thì xóa."
NOT_BACK = "Nội dung đã bỏ không được thêm lại."


@pytest.mark.parametrize(
    ("before", "edited", "now", "kept", "said"),
    [
        ([A, B], ["Cụm có 10 đơn vị thành viên.", B], [A2, B], [("đoạn 1", "Cụm có 10 đơn vị thành viên.", A2)],
         [f"Số liệu mới: đoạn này nay là “{A2}”. {KEPT}"]),
        ([A, B, C], [A, B, "Chi hết 15 triệu."], [A, B, "Kinh phí chưa được quyết toán."],
         [("đoạn 3", "Chi hết 15 triệu.", "Kinh phí chưa được quyết toán.")],
         [f"Số liệu mới: đoạn này nay là “Kinh phí chưa được quyết toán.”. {KEPT}"]),
        ([A, B, C], [A, B + " Rất vui.", C], [A, C], [("đoạn 2", B + " Rất vui.", "")],
         [f"Số liệu mới: đoạn này không còn trong văn bản. {OUT}"]),
        ([A, B, C], [B, C], [A2, B, C], [("đoạn 1", "", A2)],
         [f"Số liệu mới: nội dung đã bỏ ở gần đây nay là “{A2}”. {NOT_BACK}"]),
        ([A, HEAD, ONE], [A, HEAD, "1|Sở Nội vụ|97,5"], [A, HEAD, "1|Sở Nội vụ|99"], [("bảng 1, hàng 2", "97,5", "99")],
         [f"Số liệu mới: ô này nay là “99”. {KEPT}"]),
        ([A, HEAD, ONE], [A, HEAD, "1|Sở Nội vụ|Tốt"], [A, HEAD, "1|Sở Nội vụ|99"], [("bảng 1, hàng 2", "Tốt", "99")],
         [f"Số liệu mới: ô này nay là “99”. {KEPT}"]),
        ([A, HEAD, ONE], [A, HEAD], [A, HEAD, "1|Sở Nội vụ|99"], [("bảng 1, hàng 1", "", "1\tSở Nội vụ\t99")],
         [f"Số liệu mới: nội dung đã bỏ ở gần đây nay là “1; Sở Nội vụ; 99”. {NOT_BACK}"]),
        ([A, HEAD, ONE, B], [A, B], [A, HEAD, ONE, TWO, B], [("đoạn 2", "", "2\tSở Y tế\t97")],
         [f"Số liệu mới: nội dung đã bỏ ở gần đây nay là “2; Sở Y tế; 97”. {NOT_BACK}"]),
        ([A, HEAD, ONE, TWO], [A, HEAD, ONE, "2|Sở Y tế gõ|97"], [A, HEAD, ONE],
         [("bảng 1, hàng 3", "2\tSở Y tế gõ\t97", "")],
         [f"Số liệu mới: hàng này không còn trong văn bản. {OUT}"]),
        ([A, HEAD, ONE], [A, HEAD, "1|Sở Nội vụ gõ|98"], [A, HEAD, "1|Sở Nội vụ|98|Nhất"],
         [("bảng 1, hàng 2", "1\tSở Nội vụ gõ\t98", "1\tSở Nội vụ\t98\tNhất")],
         [f"Số liệu mới: hàng này nay là “1; Sở Nội vụ; 98; Nhất”. {KEPT}"]),
    ],
)  # fmt: skip
def test_what_a_person_changed_too_stands(
    before: Lines, edited: Lines, now: Lines, kept: list[tuple[str, str, str]], said: list[str]
) -> None:
    made = of(before, edited, now)
    assert lines(made.content) == list(edited)
    assert [(one.place, one.hand, one.now) for one in made.kept] == kept
    assert remarks(made.content) == said
