"""A Word file as a sequence of blocks, and words replaced in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_files import docx, p, r, tbl, tc, text_box

from pipeline.office import package
from pipeline.office.blocks import Block, blocks, cells, stories, text_of
from pipeline.office.letters import letters, rewrite

CONTROLLED = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('trong khung')}</w:sdtContent></w:sdt>"


def of(*body: str, header: str = "", footnote: str = "") -> list[list[Block]]:
    parts = package.read(docx(*body, header=header, footnote=footnote))
    return [blocks(root) for root in stories(parts).values()]


def test_paragraphs_and_rows_have_their_places() -> None:
    inner = tbl([9], [tc("trong bảng")])
    cell = f"<w:tc><w:tcPr/>{inner}{p('b')}</w:tc>"
    found = of(
        p("a"), tbl([9, 9], [tc("x"), tc("y")], [cell, tc("z")]), CONTROLLED, header=p("đầu"), footnote=p("cuối")
    )
    assert [(block.place, block.text) for story in found for block in story] == [
        ("đoạn 1", "a"), ("bảng 1, hàng 1", "x\ty"), ("bảng 1, hàng 2", "trong bảng\nb\ttrong bảng\tz"),
        ("đoạn 2", "trong khung"), ("đoạn 1", "cuối"), ("đoạn 1", "đầu"),
    ]  # fmt: skip
    assert [len(cells(block.element)) for block in found[0] if block.table] == [2, 2]


def test_what_was_struck_out_and_text_boxes_are_not_in_the_line() -> None:
    gone = "<w:p><w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>b</w:delText></w:r></w:del><w:r><w:t>c</w:t></w:r></w:p>"
    assert [block.text for block in of(gone, text_box(p("hộp")))[0]] == ["ac", ""]


runs = st.lists(st.text("ab 1\t\n", max_size=4), min_size=1, max_size=4).filter(lambda texts: any(texts))


@given(runs, st.data())
def test_letters_give_way_to_others(texts: list[str], data: st.DataObject) -> None:
    """Whatever the runs, the text is that of the letters, and only what was replaced is another."""
    signs = {"\t": "</w:t><w:tab/><w:t>", "\n": "</w:t><w:br/><w:t>"}
    spelled = ["".join(signs.get(letter, letter) for letter in text) for text in texts]
    xml = "".join(r("@").replace("@", one) for one in spelled).replace("<w:t>", '<w:t xml:space="preserve">')
    (block,) = of(f"<w:p>{xml}</w:p>")[0]
    stream = letters(block.element)
    assert len(stream) == len(block.text) == sum(map(len, texts))
    cuts = sorted(data.draw(st.sets(st.integers(0, len(stream)), max_size=4)))
    new = [data.draw(st.text("xy\t\n", max_size=3)) for _ in cuts[1::2]]
    changes = list(zip(cuts[::2], cuts[1::2], new, strict=False))
    expected = block.text
    for start, end, text in reversed(changes):
        expected = expected[:start] + text + expected[end:]
    rewrite(stream, changes)
    assert text_of(block.element) == expected


@pytest.mark.parametrize(("start", "result"), [(0, "xab"), (1, "axb"), (2, "abx")])
def test_letters_are_put_in_behind_the_one_before(start: int, result: str) -> None:
    (block,) = of(f"<w:p>{r('a')}{r('b')}</w:p>")[0]
    rewrite(letters(block.element), [(start, start, "x")])
    assert text_of(block.element) == result
