"""A template prints what it is given, letter for letter, or says which tag cannot be printed."""

from __future__ import annotations

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_files import docx, p, tbl, tc

from pipeline.decree30.stylesheet import LOOKS
from pipeline.model import Counted, Figure, Kind, Rule, Text
from pipeline.office import package
from pipeline.office.word import paragraphs
from pipeline.problems import Place
from pipeline.rendering import TemplateFault, compile_template, render_file
from pipeline.rendering.compile import compiled
from pipeline.rendering.fill import CompiledTemplate
from pipeline.rendering.tidy import NOTE


def figure(value: int | Decimal | str, kind: Kind = "count") -> Figure:
    exact = Decimal(value) if isinstance(value, str) else value
    return Figure(exact, "lượt", kind, Rule("typed", "Số"))


def template(*body: str) -> CompiledTemplate:
    return compiled("mau.docx", docx(*body))


def printed(text: str, **fields: object) -> str:
    return paragraphs(template(p(text)).render(fields))[0]


def fault(*body: str, **fields: object) -> str:
    with pytest.raises(TemplateFault) as caught:
        template(*body).render(fields)
    return str(caught.value)


HEAD, OPENS, ROW, ENDS = [tc("Đơn vị")], [tc("{%tr for y in ds %}")], [tc("{{ y }}")], [tc("{%tr endfor %}")]


# --- what values look like ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (figure(3), "03"),
        (figure(3211), "3.211"),
        (figure("97.50", "points"), "97,50"),
        (figure("15000000", "money"), "15.000.000"),
        (figure("14.28", "percent"), "14,3%"),
        (figure(2, "rank"), "2"),
        (figure("0.5", "quantity"), "0,5"),
        (Counted(figure(960), "lượt tập thể"), "960\u00a0lượt tập thể"),
        (Text("theo kế hoạch"), "theo kế hoạch"),
        ("Thanh Hóa", "Thanh Hóa"),
        (7, "7"),
    ],
)
def test_a_value_prints_by_its_kind(value: object, text: str) -> None:
    assert printed("[{{ x }}]", x=value) == f"[{text}]"


def test_counts_are_bare_when_the_office_wants_them_so() -> None:
    assert paragraphs(template(p("{{ x }}")).render({"x": figure(3)}, padded=False))[0] == "3"


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("{{ ten | hoa }}", "SỞ Y TẾ"),
        ("{{ 'đơn vị' | hoa_dau }}", "Đơn vị"),
        ("{{ ten | thuong_dau }}", "sở Y tế"),
        ("{{ 'UBND tỉnh' | thuong_dau }}", "UBND tỉnh"),
        ("{{ ten | cau }}", "Sở Y tế."),
        ("{{ hang | thu }}", "Nhì"),
        ("{{ so | bang_chu }}", "ba"),
        ("{{ 5 | chu_cai }}", "đ"),
        ("{{ so | la_ma }}", "III"),
        ("{{ [so, luot, ten] | liet_ke }}", "03, 960\u00a0lượt tập thể và Sở Y tế"),
        ("{{ [so, ten] | join(' - ') }}", "03 - Sở Y tế"),
        ("{{ [ten] | first }}", "Sở Y tế"),
        ("{{ ten[:2] }}", "Sở"),
        ("{% if ds | length == 2 %}hai{% endif %}", "hai"),
    ],
)
def test_filters(tag: str, text: str) -> None:
    fields = {
        "ten": "Sở Y tế",
        "hang": figure(2, "rank"),
        "so": figure(3),
        "luot": Counted(figure(960), "lượt tập thể"),
        "ds": ["a", "b"],
    }
    assert printed(tag, **fields) == text


@dataclass(frozen=True)
class Member:
    """A unit as a program may hold it."""

    ten: str
    nguoi: tuple[str, ...] = ()


def test_fields_may_be_mappings_sequences_and_dataclasses() -> None:
    tags = "{% for dv in ds %}{{ loop.index }}. {{ dv.ten }}{% for n in dv.nguoi %} {{ n }}{% endfor %};{% endfor %}"
    members = (Member("Sở Y tế", ("An", "Bình")), Member("Sở Nội vụ"))
    assert printed(tags, ds=members) == "1. Sở Y tế An Bình;2. Sở Nội vụ;"


def test_a_template_is_filled_by_many_threads_at_once() -> None:
    made = template(p("{{ x }}"), tbl([1000], OPENS, ROW, ENDS))
    fields = [{"x": str(at), "ds": [str(at)] * (at % 3)} for at in range(40)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(made.render, fields)) == [made.render(one) for one in fields]


def test_figures_are_asked_as_numbers() -> None:
    tag = "{% if so > 1 and so and not none and luot.so == 960 %}{{ luot.loai }}{% endif %}"
    assert printed(tag, so=figure(3), luot=Counted(figure(960), "lượt"), none=figure(0)) == "lượt"


def test_every_printed_figure_is_noted_in_order() -> None:
    first, second, asked = figure(1), figure(2, "rank"), figure(3)
    used: list[Figure] = []
    tags = "{{ b | thu }} {{ a }} {% if c %}{{ [l] | liet_ke }}{% endif %}"
    template(p(tags)).render({"a": first, "b": second, "c": asked, "l": Counted(first, "lượt")}, used)
    assert [id(one) for one in used] == [id(second), id(first), id(first)]


# --- letter for letter --------------------------------------------------------------------------

typed = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1)


@given(typed)
def test_any_text_prints_letter_for_letter(text: str) -> None:
    assert printed("[{{ x }}]", x=text) == f"[{text}]"


@pytest.mark.parametrize("text", ["A & B", "</w:p>", "{{ 7 * 7 }}", "{% if x %}", "{_{ x }_}", "&amp;", "\"'<>"])
def test_what_looks_like_code_is_text(text: str) -> None:
    assert printed("[{{ x }}]", x=text) == f"[{text}]"


def test_lines_and_tabs_become_those_of_word() -> None:
    assert printed("{{ x }}", x="một\nhai\r\nba\tbốn") == "một\nhai\nba\tbốn"


def test_a_literal_may_hold_any_sign() -> None:
    assert printed("{{ 'A & B < C' }}") == "A & B < C"


def test_a_tag_may_be_split_over_runs() -> None:
    body = p("Cụm có {", "{ so", " }", "} đơn vị")
    assert paragraphs(template(body).render({"so": figure(8)}))[0] == "Cụm có 08 đơn vị"


# --- what is refused ----------------------------------------------------------------------------


@pytest.mark.parametrize("value", [None, 1.5, float("nan"), True, Decimal("1.5"), ["a"], {"a": 1}])
def test_what_is_no_text_of_a_paper_is_refused(value: object) -> None:
    assert "{{ x.y }}" in fault(p("a {{ z }} b {{ x.y }}"), x={"y": value}, z="z")


@pytest.mark.parametrize("text", ["\x00", "a\x0bb", "\ud800", "\ufffe"])
def test_control_characters_are_refused(text: str) -> None:
    assert "ký tự điều khiển" in fault(p("{{ x }}"), x=text)


@pytest.mark.parametrize("tag", ["{{ y }}", "{{ x.y }}", "{{ x.y.z }}", "{% if y %}a{% endif %}"])
def test_a_field_that_is_not_there_is_named(tag: str) -> None:
    assert '"y"' in fault(p(tag), x={})


@pytest.mark.parametrize(
    "tag",
    [
        "{{ x.upper() }}",
        "{{ ''.__class__ }}",
        "{{ x ~ x }}",
        "{{ x * 9 }}",
        "{{ 2 ** 9 }}",
        "{{ '%s' % x }}",
        "{{ x | format }}",
        "{{ range(3) }}",
        "{{ f.value }}",
        "{{ f.rule }}",
        "{% include 'x' %}",
        "{% macro m() %}{% endmacro %}",
    ],
)
def test_a_template_may_only_print_ask_and_repeat(tag: str) -> None:
    assert fault(p(tag), x="x", f=figure(3)).startswith("mau.docx › thân văn bản › đoạn 1 › {")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (p("{% if x %}a"), "thiếu thẻ đóng endif"),
        (p("a{% endif %}"), "endif không có thẻ mở"),
        (p("{{ x | viet_thuong }}"), "không có bộ lọc tên là viet_thuong"),
        (p("{{ x }"), "chưa đóng bằng }}"),
        (p("x }}"), "còn sót lại"),
        (p("Trước {%p if x %} sau") + p("{%p endif %}"), "đứng một mình trong đoạn văn"),
        (tbl([1], [tc("{%tr for a in x %}"), tc("chữ")], [tc("{%tr endfor %}")]), "trong hàng"),
    ],
)
def test_a_wrong_tag_is_refused_when_the_template_is_read(body: str, words: str) -> None:
    with pytest.raises(TemplateFault, match=words):
        template(body)


def row(name: str, value: object, cell: str = "D9") -> dict[str, object]:
    """A row of a table: its number, its name, a figure typed in a cell, a value."""
    typed = Figure(7, "lượt", "count", Rule("typed", "Số"), (Place("sổ.xlsx", "Khen thưởng", cell),))
    return {"stt": "IV.", "ten": name, "so": typed, "x": value}


LOOP = "{% for dv in ds %}{{ dv.ten }}{% if chung %}{{ chung.ten }}{% endif %}{{ dv.x }}{% endfor %}"


def test_a_row_that_cannot_be_printed_is_named_with_its_cell() -> None:
    rows = [row("Sở Y tế", "a"), row("Công an tỉnh", None)]
    words = fault(p(LOOP), ds=rows, chung={"ten": "Chung"})
    assert words.endswith("{% if %}; khi điền dòng “Công an tỉnh” (sổ.xlsx › Khen thưởng › D9)")
    table = tbl([1], [tc("{%tr for dv in ds %}")], [tc("{{ dv.x }}")], [tc("{%tr endfor %}")])
    assert fault(table, ds=rows).endswith("“Công an tỉnh” (sổ.xlsx › Khen thưởng › D9)")


def test_the_innermost_row_is_named_as_far_as_it_is_known() -> None:
    inner = "{% for dv in ds %}{% for d in dv.x %}{{ d }}{{ dv.z }}{% endfor %}{% endfor %}"
    assert fault(p(inner), ds=[row("Sở Y tế", ["Một đoạn"])]).endswith("; khi điền dòng “Một đoạn”")
    after = "{% for dv in ds %}{{ dv.ten }}{% endfor %}{{ y }}"
    assert "khi điền" not in fault(p(after), ds=[row("Sở Y tế", "a")], y=None)


def test_tags_that_break_the_document_are_refused() -> None:
    crossed = p("{% if x %}a") + tbl([1], [tc("b{% endif %}")])
    assert "cùng một cấp" in fault(crossed, x="")


def test_a_value_that_says_nothing_is_refused() -> None:
    assert '"nan"' in fault(p("{{ x }}"), x="nan")


def test_a_tag_where_nothing_is_filled_is_refused() -> None:
    content = docx(p("a"), extra={"word/comments.xml": "<c>{{ x }}</c>"})
    with pytest.raises(TemplateFault, match=r"word/comments\.xml"):
        compiled("mau.docx", content)


def test_what_is_no_word_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mau.docx").write_bytes(b"no zip")
    with pytest.raises(TemplateFault, match=r"mau\.docx: không phải là tệp Word"):
        compile_template(tmp_path / "mau.docx")


# --- the document -------------------------------------------------------------------------------


def test_block_tags_leave_nothing_behind() -> None:
    body = template(
        p("{%p if x %}"), p("a"), p("{%p endif %}"), p("{%p for y in ds %}"), p("{{ y }}"), p("{%p endfor %}")
    )
    assert paragraphs(body.render({"x": True, "ds": ["b", "c"]})) == ["a", "b", "c", ""]
    assert paragraphs(body.render({"x": False, "ds": []})) == [""]


def test_a_cell_keeps_a_paragraph_and_a_table_without_rows_goes() -> None:
    cell = f"<w:tc>{p('{%p if x %}')}{p('a')}{p('{%p endif %}')}</w:tc>"
    rows = ([tc("{%tr for y in ds %}")], [tc("{{ y }}")], [tc("{%tr endfor %}")])
    content = template(tbl([1000], [cell]), tbl([1000], *rows)).render({"x": False, "ds": []})
    document = package.read(content)["word/document.xml"]
    assert (document.count(b"<w:tbl>"), document.count(b"<w:p/>")) == (1, 1)


def test_headers_and_footnotes_are_filled_once() -> None:
    content = docx(p("{{ x }}"), header=p("đầu {{ x }}"), footnote=p("chú {{ x }}"))
    parts = package.read(compiled("mau.docx", content).render({"x": "{{ 7 - 7 }}"}))
    for part in ("document", "header", "footnotes"):
        assert b"{{ 7 - 7 }}" in parts[f"word/{part}.xml"]


def test_a_section_whose_annex_is_left_out_is_the_last_one() -> None:
    broken = "<w:p><w:pPr><w:sectPr><w:pgSz w:w='1' w:h='2'/></w:sectPr></w:pPr></w:p>"
    body = template(p("a"), broken, p("{%p if x %}"), p("phụ lục"), p("{%p endif %}"))
    with_annex, without = (package.read(body.render({"x": x}))["word/document.xml"] for x in (True, False))
    assert (with_annex.count(b"<w:sectPr"), without.count(b"<w:sectPr")) == (2, 1)
    assert b'w:w="1"' in without


def tables(*rows: list[str], **fields: object) -> int:
    """How many tables are left of one with these rows."""
    content = template(p("trước"), tbl([1000], *rows), p("sau")).render(fields)
    return package.read(content)["word/document.xml"].count(b"<w:tbl>")


def test_a_table_of_which_only_the_heads_are_left_goes() -> None:
    assert tables(HEAD, OPENS, ROW, ENDS, ds=[]) == 0
    assert tables(HEAD, OPENS, ROW, ENDS, ds=["a"]) == 1
    twice = (HEAD, OPENS, ROW, ENDS, [tc("{%tr for y in other %}")], ROW, ENDS)
    assert tables(*twice, ds=[], other=[]) == 0
    assert tables(*twice, ds=["a"], other=[]) == 1
    assert tables(*twice, ds=[], other=["a"]) == 1


def test_a_table_with_a_row_that_says_something_stays() -> None:
    assert tables(HEAD, OPENS, ROW, ENDS, [tc("Tổng cộng: {{ tong }}")], ds=[], tong=figure(0)) == 1
    assert tables([tc("Toàn Cụm: {{ tong }}")], OPENS, ROW, ENDS, ds=[], tong=figure(0)) == 1
    assert tables([tc("{%tr if co %}")], ROW, [tc("{%tr endif %}")], OPENS, ROW, ENDS, ds=[], co=True, y="a") == 1


def test_the_last_row_stays_with_the_note_under_the_table() -> None:
    """
    | a |
    | b |   kept on the page of the note that follows; a paragraph of another style keeps nothing
    """
    row = [tc("{{ y }}").replace("<w:p>", '<w:p><w:pPr><w:pStyle w:val="OBang"/></w:pPr>')]
    for style, kept in (("GhiChuBang", ["b"]), ("DoanVan", [])):
        note = p("Ghi chú.").replace("<w:p>", f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>')
        content = template(tbl([1000], OPENS, row, ENDS), note).render({"ds": ["a", "b"]})
        document = package.read(content)["word/document.xml"].decode()
        assert re.findall(r'"OBang"/><w:keepNext/></w:pPr><w:r><w:t[^>]*>(\w)', document) == kept


def test_the_style_of_notes_is_one_of_the_frames() -> None:
    assert NOTE in LOOKS


@pytest.mark.parametrize(("rows", "held"), [("a", ""), ("ab", "a"), ("abc", "ab"), ("abcde", "ad")])
def test_no_row_under_a_repeated_head_stands_alone_on_a_page(rows: str, held: str) -> None:
    """Each letter is a row; a row that is held stays on the page of the next."""
    table = tbl([1000], HEAD, OPENS, ROW, ENDS)
    repeated = table.replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>", 1)
    for of, expected in ((repeated, held), (table, "")):
        made = package.read(template(of).render({"ds": list(rows)}))["word/document.xml"].decode()
        assert "".join(re.findall(r"<w:keepNext/></w:pPr><w:r><w:t[^>]*>(\w)<", made)) == expected


def test_the_figures_of_a_part_that_was_filled_twice_are_noted_once() -> None:
    used: list[Figure] = []
    template(p("{{ so }}"), tbl([1000], HEAD, OPENS, ROW, ENDS)).render({"so": figure(3), "ds": []}, used)
    assert len(used) == 1


def test_cells_that_say_the_same_as_the_one_above_are_merged() -> None:
    """
    | {% gop %}{{ dv.cap }} | {{ dv.ten }} |   for cap: tỉnh, tỉnh, (nothing), (nothing), huyện
    """
    row = [tc("{% gop %}{{ dv.cap }}"), tc("{{ dv.ten }}")]
    body = tbl([1000, 1000], [tc("{%tr for dv in ds %}"), tc("")], row, [tc("{%tr endfor %}"), tc("")])
    caps = ("tỉnh", "tỉnh", "", "", "huyện")
    content = template(body).render({"ds": [{"cap": cap, "ten": str(at)} for at, cap in enumerate(caps)]})
    document = package.read(content)["word/document.xml"].decode()
    assert re.findall(r'<w:vMerge w:val="(\w+)"/>', document) == ["restart", "continue"]
    assert paragraphs(content)[:4] == ["tỉnh", "0", "", "1"]
    assert document.index("<w:tcW") < document.index("<w:vMerge")


@pytest.mark.parametrize(
    ("shown", "widths"),
    [
        ({"giua": True, "cot": []}, [1000, 2000, 3000]),
        ({"giua": False, "cot": []}, [1500, 4500]),
        ({"giua": False, "cot": ["a", "b"]}, [750, 1500, 1500, 2250]),
    ],
)
def test_a_table_keeps_its_width_when_columns_come_and_go(shown: dict[str, object], widths: list[int]) -> None:
    """
    | STT |{%tc if giua %}| Giữa |{%tc endif %}{%tc for c in cot %}| 2000 |{%tc endfor %}| Cuối |
    | Tổng cộng, over all columns                                                              |
    """
    row = [
        tc("STT", 1000),
        tc("{%tc if giua %}", 60),
        tc("Giữa", 2000),
        tc("{%tc endif %}", 60),
        tc("{%tc for c in cot %}", 60),
        tc("{{ c }}", 2000),
        tc("{%tc endfor %}", 60),
        tc("Cuối", 3000),
    ]
    grid = [1000, 60, 2000, 60, 60, 2000, 60, 3000]
    content = template(tbl(grid, row, [tc("Tổng cộng", 6000, span=8)], width=6000)).render(shown)
    document = package.read(content)["word/document.xml"].decode()
    assert [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"', document)] == widths
    assert [int(width) for width in re.findall(r'<w:tcW w:w="(\d+)"', document)] == [*widths, 6000]
    assert re.findall(r'<w:gridSpan w:val="(\d+)"', document)[-1] == str(len(widths))


def test_the_same_fields_give_the_same_bytes_and_tell_neither_when_nor_who(tmp_path: Path) -> None:
    source, output = tmp_path / "mau.docx", tmp_path / "ra.docx"
    source.write_bytes(docx(p("{{ x }}")))
    render_file(source, {"x": "a"}, output)
    assert output.read_bytes() == compile_template(source).render({"x": "a"})
    core = package.read(output.read_bytes())["docProps/core.xml"]
    assert "Báo cáo".encode() in core
    assert b"created" not in core and "Ai đó".encode() not in core


def test_importing_the_room_is_cheap() -> None:
    costly = {"pandas", "openpyxl", "docxtpl", "jinja2", "docx", "lxml"}
    code = f"import sys, pipeline.rendering; print({costly} & sys.modules.keys())"
    root = Path(__file__).parents[1]
    assert subprocess.check_output([sys.executable, "-c", code], cwd=root, text=True).strip() == "set()"
