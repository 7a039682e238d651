"""Who signs: capacities in capitals, names under the room for the hand; several beside and below each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise, takewhile

from pipeline.decree30.layout import Paragraph
from pipeline.decree30.pieces import Piece

OFFICE = re.compile(
    r"GIÁM ĐỐC|CHỦ TỊCH|TRƯỞNG|CHÁNH|PHÓ|CỤM|KHỐI|CHỈ HUY|THỦ TRƯỞNG|BÍ THƯ|VIỆN|CỤC|THAY MẶT|ĐẠI DIỆN|CHỦ T[ỌO][AẠ]|"
    r"THƯ KÝ|CHÍNH ỦY|CHỦ TRÌ|CHỨNG KIẾN"
)
_UNIT = re.compile(
    r"^(?:SỞ|BAN|BỘ|CÔNG AN|TÒA ÁN|TOÀ ÁN|TRẠI|TRƯỜNG|CÔNG TY|TỔNG|HỘI|LIÊN|ĐOÀN|TỈNH|THÀNH|HUYỆN|XÃ|PHƯỜNG|ỦY BAN|"
    r"UỶ BAN|UBND|VĂN PHÒNG|CHI|NGÂN HÀNG|KHO BẠC|BẢO HIỂM|ĐÀI|BÁO|TRUNG TÂM|BỆNH|PHÒNG|ĐẢNG ỦY|NGƯỜI)\b"
)
_NAME = re.compile(
    r"(?:(?:[Đđ]ại|[Tt]hượng|[Tt]rung|[Tt]hiếu) (?:tướng|tá|úy) |ÔNG |BÀ |[ÔB](?:ng|à) )?"
    r"(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Mai|Trịnh|Đào|Lương|Hà|Cao|Lưu|"
    r"Trương|Tô|Tạ|Châu|Quách|Đoàn|Lâm|Tống|Vi|Hứa|Chu|Thái|Tăng|Triệu|Nông|Lò|Lường|Cầm|Vương|Kiều|Phùng|La|Doãn)"
    r"(?:\s\S+){1,5}",
    re.IGNORECASE,
)
_HEADS = re.compile(r"\b(?:STT|TT|HỌ VÀ TÊN|HỌ TÊN|CHỨC VỤ|ĐƠN VỊ|GHI CHÚ|KÝ TÊN|CHỮ KÝ|NỘI DUNG|ĐIỂM|TỔNG|KẾT QUẢ)")
"""How the columns of a table are headed."""
_NOTED = re.compile(r"\)\d*$")
_TEXT_ENDS = (".", ";", ":", ",")
_SHORT = 90
"""What stands around signatures is shorter than so many letters."""
_APART = 600
"""So much space before a line, or an empty paragraph, is room for a signature."""


def signature_of(paragraphs: Sequence[Paragraph], lines: Sequence[Piece], grid: bool) -> Iterator[Piece]:
    """The lines of each column of signatures as capacity and signer; notes in brackets are left out."""
    columns: dict[int, list[Piece]] = {}
    noted = False
    for piece in lines:
        noted |= piece.text.startswith("(")
        if noted:
            noted = not _NOTED.search(piece.text)
        else:
            columns.setdefault(piece.paragraph.cell.column if piece.paragraph.cell else 0, []).append(piece)
    for column in columns.values():
        yield from _column(paragraphs, column, grid)


def _column(paragraphs: Sequence[Paragraph], column: Sequence[Piece], grid: bool) -> Iterator[Piece]:
    """Capacity, then room, then the name, which others may follow in the same way."""
    role, room = "capacity", False
    for number, piece in enumerate(column):
        if number:
            apart = is_apart(paragraphs, column[number - 1].paragraph, piece.paragraph)
            room |= apart  # an office may stand under the room, over the name
            sole = not grid and piece is column[-1]
            signs = _is_signer(piece.text, apart or (room and not piece.text.isupper()), sole, role)
            role = "signer" if signs else "capacity"
        yield replace(piece, role=role)


def _is_signer(text: str, apart: bool, sole: bool, above: str) -> bool:
    """Whether a line under another names the signer; in capitals, when only that can stand there."""
    if text.isupper():
        return apart and bool(_NAME.fullmatch(text) or (sole and not OFFICE.search(text)))
    if _NAME.fullmatch(text) or above == "signer":
        return True
    return apart and not OFFICE.match(text.upper())


def is_apart(paragraphs: Sequence[Paragraph], above: Paragraph, below: Paragraph) -> bool:
    """Whether there is room for a signature between two lines, in their column of a table."""
    between = paragraphs[above.index + 1 : below.index + 1]
    return any(not one.text.strip() or one.before >= _APART for one in between if _is_same_column(one, above, below))


def _is_same_column(one: Paragraph, above: Paragraph, below: Paragraph) -> bool:
    if one.cell is None or below.cell is None:
        return True
    first = above.cell.row if above.cell else 0
    return one.cell.column == below.cell.column or first < one.cell.row < below.cell.row


# --- signatures that no "Nơi nhận" stands beside --------------------------------------------------


def grid_of(paragraphs: Sequence[Paragraph], pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Signatures beside and below each other at the end of a paper, with what is written over them."""
    tail = list(takewhile(_is_around, reversed(pieces)))[::-1]
    groups = [list(lines) for _, lines in groupby(tail, _Group())]
    grids = [number for number, lines in enumerate(groups) if _is_grid(paragraphs, lines)]
    for number, lines in enumerate(groups):
        if number in grids:
            yield from signature_of(paragraphs, lines, grid=True)
        elif grids and number >= grids[0] - 1 and lines[0].paragraph.cell is None:
            yield from _over(lines, number > grids[0])


class _Group:
    """Lines that may be signatures together: those of a table, or all from the first two capitals beside each other."""

    def __init__(self) -> None:
        self._beside = False

    def __call__(self, piece: Piece) -> tuple[int, bool]:
        cell = piece.paragraph.cell
        self._beside |= cell is None and piece.shared and piece.text.isupper()
        return (cell.table if cell else 0), cell is None and self._beside


def _over(lines: Sequence[Piece], among: bool) -> Iterator[Piece]:
    """The heading right over the signatures, and what is said between them."""
    own = takewhile(lambda piece: among or piece.paragraph.align == "center" or OFFICE.search(piece.text), lines[::-1])
    yield from (replace(piece, role="signing") for piece in own)


def _is_around(piece: Piece) -> bool:
    """Whether a line may stand at the end of a paper around the signatures."""
    return piece.paragraph.cell is not None or (len(piece.text) < _SHORT and not piece.text.endswith(_TEXT_ENDS))


def _is_grid(paragraphs: Sequence[Paragraph], lines: Sequence[Piece]) -> bool:
    """Whether lines are signatures: first a capacity or a unit in capitals, names only under room for the hand."""
    signing = [piece for piece in lines if not piece.text.startswith("(") and not piece.text.endswith(")")]
    capitals = [piece for piece in signing if piece.text.isupper()]
    if not capitals or capitals[0] is not signing[0] or any(_is_data(piece) for piece in signing):
        return False
    if not any(OFFICE.search(piece.text) or _UNIT.match(piece.text) for piece in capitals):
        return False
    if lines[0].paragraph.cell is None and not lines[0].shared:
        return False
    return _has_room(paragraphs, signing)


def _is_data(piece: Piece) -> bool:
    """A line that no signature has: the head of a column, a number, a sentence."""
    text = piece.text
    return bool(_HEADS.match(text)) or text[:1].isdigit() or len(text) >= _SHORT or text.endswith(_TEXT_ENDS)


def _has_room(paragraphs: Sequence[Paragraph], signing: Sequence[Piece]) -> bool:
    """Whether every name has room over it, or where nobody is named yet, whether there is any."""
    roles = list(signature_of(paragraphs, signing, grid=True))
    named = [(above, below) for above, below in pairwise(roles) if (above.role, below.role) == ("capacity", "signer")]
    if named:
        return all(is_apart(paragraphs, above.paragraph, below.paragraph) for above, below in named)
    place = signing[-1].paragraph.index + 1
    return any(not one.text.strip() for one in paragraphs[signing[0].paragraph.index : place + 1])
