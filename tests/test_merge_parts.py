"""The edited file with the machine's changes: headers, notes, styles, pictures, lists; files that are none of it."""

from __future__ import annotations

import re

import pytest
from test_merge import ONE, A, B, C, body, file, lines, remarks
from test_merge_marks import W, document
from word_files import R, docx, drawing, p, png

from pipeline.office import package
from pipeline.office.blocks import blocks, stories
from pipeline.releases.merge import Unmatched, merged

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
    assert pictures(made.content) == [png(3, 3)]
    assert [(one.hand, one.now) for one in made.kept] == [("hình ảnh", "hình ảnh khác")]


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


def strict() -> bytes:
    parts = package.read(file([A]))
    space = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    parts["word/document.xml"] = parts["word/document.xml"].replace(W[1:-1].encode(), space)
    return package.write(parts)


@pytest.mark.parametrize(
    ("edited", "why"),
    [
        (b"", "damaged"), (b"PK\x03\x04", "damaged"), (file(LONG)[:-30], "damaged"), (with_macros(), "kind"),
        (strict(), "kind"),
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
