"""The text of a Word file, as a person reads it."""

from __future__ import annotations

from word_files import docx, p, tbl, tc

from pipeline.office.word import outline, paragraphs

CONTENT = docx(
    p("Một", " hai"),
    tbl([1, 1], [tc("a"), tc("b")], [tc("cả hàng", span=2)]),
    p("cuối"),
    header=p("đầu trang"),
)


def test_paragraphs_come_in_reading_order_and_margins_last() -> None:
    assert paragraphs(CONTENT) == ["Một hai", "a", "b", "cả hàng", "cuối", "đầu trang"]


def test_an_outline_shows_page_header_styles_and_tables() -> None:
    assert outline(CONTENT).splitlines() == [
        "== section 1: portrait - × - mm, margins - - - -",
        "-- header",
        "Normal: đầu trang",
        "-- body",
        "Normal: Một hai",
        "| a | b |",
        "| cả hàng |",
        "Normal: cuối",
    ]


def test_what_cannot_be_seen_is_shown() -> None:
    seen = "<w:p><w:r><w:t>08\u00a0lượt</w:t><w:br/><w:t>x</w:t><w:tab/><w:t>y</w:t></w:r></w:p>"
    assert "Normal: 08⍽lượt↵x→y" in outline(docx(seen))
