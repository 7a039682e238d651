"""The edited file with the machine's changes: looks, remarks, tracked changes, sections, headers, notes, parts."""

from __future__ import annotations

import re
from typing import Any

import pytest
from lxml import etree
from test_merge import ONE, A, B, C, body, file, lines, remarks
from word_files import R, docx, drawing, p, png, r, tbl, tc

from pipeline.office import package
from pipeline.office.blocks import blocks, stories
from pipeline.releases.merge import Unmatched, merged

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SAID = 'w:author="Lãnh đạo" w:date="2022-01-05T08:00:00Z"'
MARK = '<w:commentRangeStart w:id="7"/><w:r><w:t>8</w:t></w:r><w:commentRangeEnd w:id="7"/>'
REFERENCE = '<w:r><w:commentReference w:id="7"/></w:r>'
REMARKED = f'<w:comments><w:comment w:id="7" {SAID}>{p("Xem lại")}</w:comment></w:comments>'


def document(content: bytes) -> Any:
    return stories(package.read(content))["word/document.xml"]


def paragraph(*inner: str) -> str:
    return f"<w:p>{''.join(inner)}</w:p>"


def xml(content: bytes) -> str:
    """The body without the declarations of namespaces."""
    return re.sub(r' xmlns:\w+="[^"]*"', "", etree.tostring(document(content), encoding="unicode"))


def test_a_figure_takes_the_look_of_the_run_it_begins_in() -> None:
    edited = paragraph(r("Cụm có "), r("8", "<w:i/>"), r(" đơn vị", "<w:u/>"), r(" thành viên.", "<w:b/>"))
    made = merged(file([A]), docx(edited), file(["Cụm có 12 đơn vị thành viên."]))
    assert xml(made.content).count(r("12", "<w:i/>")) == 1
    assert lines(made.content) == ["Cụm có 12 đơn vị thành viên."]


def test_a_figure_over_several_runs_and_a_tab() -> None:
    edited = paragraph(
        r("Số:\t3.", ""), r("21", ""), r("1 người", ""), "<w:r><w:tab/><w:t>hết</w:t></w:r>", r(" gõ", "")
    )
    before, now = file(["Số:\t3.211 người\thết"]), file(["Số:\t3.214 người\tđã hết"])
    made = merged(before, docx(edited.replace("Số:\t", "Số:</w:t><w:tab/><w:t>")), now)
    assert (lines(made.content), made.kept) == (["Số:|3.214 người|đã hết gõ"], ())


def test_remarks_bookmarks_and_fields_around_a_figure_stay() -> None:
    field = '<w:fldSimple w:instr=" DATE "><w:r><w:t>hôm nay</w:t></w:r></w:fldSimple>'
    mark = '<w:bookmarkStart w:id="3" w:name="so"/>', '<w:bookmarkEnd w:id="3"/>'
    edited = paragraph(r("Cụm có "), mark[0], MARK, mark[1], REFERENCE, r(" đơn vị thành viên. Đến "), field)
    made = merged(file([A]), docx(edited, others=[REMARKED]), file(["Cụm có 9 đơn vị thành viên."]))
    found = xml(made.content)
    assert all(part in found for part in (*mark, MARK.replace("8", "9"), REFERENCE, field))
    assert remarks(made.content) == ["Xem lại"]


@pytest.mark.parametrize(
    "inside",
    [
        f'<w:ins w:id="1" {SAID}><w:r><w:t>8</w:t></w:r></w:ins>',
        f'<w:del w:id="1" {SAID}><w:r><w:delText>8</w:delText></w:r></w:del>'
        f'<w:ins w:id="2" {SAID}><w:r><w:t>10</w:t></w:r></w:ins>',
        f'<w:del w:id="1" {SAID}><w:r><w:delText>8</w:delText></w:r></w:del>',
    ],
)
def test_a_figure_in_a_tracked_change_stands(inside: str) -> None:
    edited = paragraph(r("Cụm có "), inside, r(" đơn vị thành viên."))
    made = merged(file([A]), docx(edited), file(["Cụm có 9 đơn vị thành viên."]))
    assert inside in xml(made.content)
    assert [one.now for one in made.kept] == ["Cụm có 9 đơn vị thành viên."]


def test_a_figure_beside_tracked_changes_is_new() -> None:
    put_in = f'<w:ins w:id="1" {SAID}><w:r><w:t xml:space="preserve">Năm nay gõ, </w:t></w:r></w:ins>'
    gone = f'<w:del w:id="2" {SAID}><w:r><w:delText> thành viên</w:delText></w:r></w:del>'
    edited = paragraph(put_in, r("Cụm có 8 đơn vị"), gone, r("."))
    made = merged(file([A]), docx(edited), file(["Cụm có 9 đơn vị thành viên."]))
    assert lines(made.content) == ["Năm nay gõ, Cụm có 9 đơn vị."]
    assert put_in in xml(made.content) and gone in xml(made.content)


@pytest.mark.parametrize(
    "kept",
    [
        paragraph(r("Cụm có "), MARK, r(" đơn vị thành viên."), REFERENCE),
        paragraph(f'<w:ins w:id="1" {SAID}>{r("Cụm")}</w:ins>', r(" có 8 đơn vị thành viên.")),
        paragraph(r(A), drawing(5).removeprefix("<w:p>").removesuffix("</w:p>")),
    ],
)
def test_a_paragraph_with_remarks_changes_or_pictures_is_not_taken_out(kept: str) -> None:
    made = merged(file([A, B]), docx(kept, p(B), others=[REMARKED]), file([B]))
    assert [(one.hand, one.now) for one in made.kept] == [(A, "")]
    assert lines(made.content) == [A, B]


# --- what must not be lost with a paragraph ----------------------------------------------------------


def section(width: int) -> str:
    return f'<w:p><w:pPr><w:sectPr><w:pgSz w:w="{width}" w:h="9"/></w:sectPr></w:pPr></w:p>'


def with_last(content: bytes, width: int) -> bytes:
    """The file whose last pages have this width."""
    parts = package.read(content)
    whole = parts["word/document.xml"].decode()
    start, sections, rest = whole.rpartition("</w:sectPr>")
    parts["word/document.xml"] = f'{start}<w:pgSz w:w="{width}" w:h="9"/>{sections}{rest}'.encode()
    return package.write(parts)


def widths(content: bytes) -> list[str]:
    return [str(size.get(f"{W}w")) for size in document(content).iter(f"{W}pgSz")]


def test_pages_come_and_go_with_their_size() -> None:
    """An annex on wide pages behind the narrow ones of the text."""
    with_annex = with_last(docx(p(A), section(7), p(B)), 12)
    without = with_last(docx(p(A)), 7)
    typed = with_last(docx(p(A), p("Thêm."), section(7), p(B)), 12)
    assert widths(merged(with_annex, typed, without).content) == ["7"]
    typed = with_last(docx(p(A), p("Thêm.")), 7)
    made = merged(without, typed, with_annex)
    assert widths(made.content) == ["7", "12"]
    assert lines(made.content) == [A, "", B, "Thêm."]


def test_the_section_break_of_a_person_stays() -> None:
    ended = p(B).replace("<w:p>", f"<w:p>{section(5)[5:-6]}")
    made = merged(file([A, B, C]), docx(p(A), ended, p(C)), file([A, C]))
    assert widths(made.content) == ["5"] and [one.hand for one in made.kept] == [B]


def test_a_cell_keeps_a_paragraph_and_a_table_its_rows() -> None:
    def cell(*texts: str) -> str:
        return f"<w:tc><w:tcPr/>{''.join(map(p, texts))}</w:tc>"

    before, now = docx(tbl([9], [cell(A, B)])), docx(tbl([9], [cell("")]))
    made = merged(before, docx(tbl([9], [cell(A, B)]), p("Thêm.")), now)
    assert lines(made.content) == ["", "Thêm."]
    made = merged(docx(tbl([9], [cell(A, C)])), docx(tbl([9], [cell(A, "Thêm.", C)])), docx(tbl([9], [cell(A, B, C)])))
    assert lines(made.content) == ["\n".join((A, B, "Thêm.", C))]


def test_merged_cells_hang_together_as_they_do_now() -> None:
    def rows(*texts: str) -> str:
        merges = ('<w:vMerge w:val="restart"/>' if text else "<w:vMerge/>" for text in texts)
        cells = ([tc(text).replace("</w:tcPr>", f"{merge}</w:tcPr>"), tc(f"hàng {number}")]
                 for number, (text, merge) in enumerate(zip(texts, merges, strict=True)))  # fmt: skip
        return tbl([9, 9], *cells)

    made = merged(docx(rows("I", "", "")), docx(rows("I", "", ""), p("Thêm.")), docx(rows("I", "II", "")))
    assert [mark.get(f"{W}val") for mark in document(made.content).iter(f"{W}vMerge")] == ["restart", "restart", None]


# --- other stories and parts --------------------------------------------------------------------------


def test_headers_and_notes_are_carried_over_whatever_their_parts_are_called() -> None:
    def with_stories(header: str, note: str, rename: bool = False) -> bytes:
        parts = package.read(docx(p(A), header=p(header), footnote=p(note)))
        if rename:
            parts["word/header9.xml"] = parts.pop("word/header.xml")
            for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
                parts[name] = parts[name].replace(b"header.xml", b"header9.xml")
        return package.write(parts)

    edited = with_stories("Mật gõ. Báo cáo năm 2021", "Tính đến 15/12 gõ", rename=True)
    made = merged(with_stories("Báo cáo năm 2021", "Tính đến 15/12"), edited,
                  with_stories("Báo cáo năm 2022", "Tính đến 17/12"))  # fmt: skip
    assert {block.text for story in stories(package.read(made.content)).values() for block in blocks(story)} == {
        A, "Mật gõ. Báo cáo năm 2022", "Tính đến 17/12 gõ",
    }  # fmt: skip
    stood = merged(with_stories("Báo cáo năm 2021", ""), with_stories("Mật gõ", ""), with_stories("Tờ trình", ""))
    assert [(one.place, one.hand) for one in stood.kept] == [("đầu trang, đoạn 1", "Mật gõ")]
    assert remarks(stood.content) == ["Số liệu mới: đầu trang này nay là “Tờ trình”. Câu đã sửa tay được giữ nguyên."]


def styled(names: dict[str, str], *paragraphs: tuple[str, str]) -> bytes:
    """A file with styles of these identities and names, and paragraphs with style and text."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/></w:style>'
        for identity, name in names.items()
    )
    texts = (p(text).replace("<w:p>", f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>') for style, text in paragraphs)
    return docx(*texts, others=[f"<w:styles>{styles}</w:styles>"])


def test_a_new_paragraph_has_the_style_of_that_name() -> None:
    """LibreOffice calls the styles otherwise, and drops some."""
    ours = {"DoanVan": "Đoạn văn", "GhiChu": "Ghi chú"}
    before, now = styled(ours, ("DoanVan", A)), styled(ours, ("DoanVan", A), ("DoanVan", B), ("GhiChu", C))
    made = merged(before, styled({"Onvn": "Đoạn văn"}, ("Onvn", A), ("Onvn", "Thêm.")), now)
    used = [style.get(f"{W}val") for style in document(made.content).iter(f"{W}pStyle")]
    assert used == ["Onvn", "Onvn", "GhiChu", "Onvn"]
    assert package.read(made.content)["word/styles.xml"].decode().count("w:styleId") == 2


def pictured(picture: bytes, *others: str, shown: bool = True) -> bytes:
    """A file with a picture behind its first paragraph."""
    blip = f'><a:blip r:embed="rIdHinh" xmlns:r="{R}"/></a:graphic></wp:inline>'
    inside = drawing(1).replace("/></wp:inline>", blip)
    parts = package.read(docx(p(A), *([inside] if shown else []), *map(p, others)))
    if shown:
        name = "word/_rels/document.xml.rels"
        link = f'<Relationship Id="rIdHinh" Type="{R}/image" Target="media/hinh.png"/></Relationships>'
        parts[name] = parts[name].replace(b"</Relationships>", link.encode())
        parts["word/media/hinh.png"] = picture
        kind = b'<Default Extension="png" ContentType="image/png"/><Override'
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"<Override", kind, 1)
    return package.write(parts)


def pictures(content: bytes) -> list[bytes]:
    return [part for name, part in package.read(content).items() if name.endswith(".png")]


def test_a_picture_comes_with_its_part_and_gives_way_to_a_new_one() -> None:
    small, large = png(2, 2), png(9, 9)
    made = merged(pictured(small, shown=False), pictured(small, "Thêm.", shown=False), pictured(small))
    assert pictures(made.content) == [small]
    made = merged(pictured(small), pictured(large, "Thêm."), pictured(small, B))
    assert (pictures(made.content), made.kept) == ([large], ())
    made = merged(pictured(small), pictured(small, "Thêm."), pictured(large))
    assert (pictures(made.content), made.kept) == ([large], ())
    made = merged(pictured(small), pictured(png(3, 3), "Thêm."), pictured(large))
    assert pictures(made.content) == [png(3, 3)] and len(made.kept) == 1


def test_a_new_item_is_in_the_list_as_the_edited_file_numbers_it() -> None:
    def listed(number: int, *texts: str) -> bytes:
        numbered = f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
        return docx(*(p(text).replace("<w:p>", f"<w:p>{numbered}") for text in texts))

    made = merged(listed(4, A), listed(11, A, "Thêm."), listed(4, A, B))
    assert [number.get(f"{W}val") for number in document(made.content).iter(f"{W}numId")] == ["11", "11", "11"]


# --- whole files --------------------------------------------------------------------------------------


def test_files_that_are_alike_stay_as_they_are() -> None:
    one, other = file([A]), file([B])
    assert merged(one, other, one).content is other
    assert merged(one, one, other).content is other
    packed = package.read(one)
    assert merged(one, package.write(dict(reversed(packed.items()))), other).content is other


def test_the_same_files_give_the_same_bytes_and_keep_their_properties() -> None:
    three = file([A, ONE, B]), file(["Thêm.", A, ONE]), file([C, "1|Sở Nội vụ|99", B])
    made = merged(*three).content
    assert merged(*three).content == made
    assert package.read(made)["docProps/core.xml"] == package.read(three[1])["docProps/core.xml"]


LONG = [f"Đơn vị thứ {number} đã hoàn thành tốt các nhiệm vụ được giao trong kỳ." for number in range(9)]


def with_macros() -> bytes:
    parts = package.read(file([A]))
    kind = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    parts["[Content_Types].xml"] = re.sub(
        rb"[\w./-]+wordprocessingml\.document\.main\+xml", kind, parts["[Content_Types].xml"]
    )
    return package.write(parts)


@pytest.mark.parametrize(
    ("edited", "why"),
    [
        (b"", "damaged"), (b"PK\x03\x04", "damaged"), (file(LONG)[:-30], "damaged"), (with_macros(), "kind"),
        (docx("".join(map(p, ["Biên bản họp về nội dung khác.", *["Ý kiến phát biểu."] * 9]))), "words"),
    ],
)  # fmt: skip
def test_what_is_no_edited_copy_is_not_merged(edited: bytes, why: str) -> None:
    with pytest.raises(Unmatched) as refused:
        merged(file(LONG), edited, file([*LONG, B]))
    assert refused.value.why == why


def test_a_long_list_is_carried_over() -> None:
    """5.000 rows: one put in at the head renumbers all, one amount typed by hand in the middle."""

    def table(names: list[str], typed: str = "") -> bytes:
        rows = [f"{number}|{name}|{typed if name == 'Tổ 2500' else ''}5" for number, name in enumerate(names, 1)]
        return docx(body(["STT|Tên|Điểm", *rows]))

    names = [f"Tổ {number}" for number in range(1, 5001)]
    made = merged(table(names), table(names, "gõ "), table(["Tổ mới", *names]))
    assert lines(made.content) == lines(table(["Tổ mới", *names], "gõ ")) and made.kept == ()
