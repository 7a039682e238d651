"""What docxtpl makes of a template, ours makes too: part by part the same XML, or a difference that is listed here.

docxtpl is asked with `autoescape`, and prints values as plain text. Every template of the product is filled with the
fields of the sample dossiers; small ones cover each thing that docxtpl can do.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

import pytest
from docxtpl import DocxTemplate, InlineImage, Listing, RichText, RichTextParagraph
from jinja2 import Environment, StrictUndefined
from lxml import etree
from lxml.etree import _Element as Element
from papers import HALF_9, INPUTS, YEAR_8, YEAR_9, dossier_of
from word_files import docx, drawing, p, png, r, tbl, tc, text_box

from pipeline.choice import kinds_for
from pipeline.cluster import build_cluster
from pipeline.documents.source import Source
from pipeline.dossier import Dossier, read_tables
from pipeline.model import Counted
from pipeline.office import package
from pipeline.papers import TEMPLATES
from pipeline.problems import Problems
from pipeline.rendering import Picture, TemplateFault
from pipeline.rendering.cells import CELL_PROPERTIES
from pipeline.rendering.compile import compiled
from pipeline.rendering.filters import filters
from pipeline.rendering.printer import Printer

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
COMPARED = re.compile(r"word/(document|header\d*|footer\d*)\.xml")


# --- the two engines ----------------------------------------------------------------------------------


class Peer(Environment):
    """docxtpl's environment with our filters, printing a value as the plain text that we print."""

    def __init__(self) -> None:
        printer = Printer([], padded=True)
        super().__init__(
            undefined=StrictUndefined,
            finalize=lambda value: value if hasattr(value, "__html__") or value == "" else printer.text(value),
        )
        self.filters.update(filters(printer))

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Counted):
            return {"so": obj.figure, "loai": obj.noun}[attribute]
        return obj[attribute] if isinstance(obj, Mapping) and attribute in obj else super().getattr(obj, attribute)


def by_docxtpl(content: bytes, fields: Mapping[str, object]) -> bytes:
    document, made = DocxTemplate(io.BytesIO(content)), io.BytesIO()
    pictured = {name: _inline(document, value) for name, value in fields.items()}
    document.render(pictured, Peer(), autoescape=True)
    document.save(made)
    return made.getvalue()


def _inline(document: DocxTemplate, value: object) -> object:
    """Our pictures as docxtpl's, in whatever they are nested."""
    if isinstance(value, Picture):
        sizes = (None if length is None else round(length * 36_000) for length in (value.width, value.height))
        return InlineImage(document, io.BytesIO(value.content), *sizes)
    if isinstance(value, list):
        return [_inline(document, item) for item in value]
    return {name: _inline(document, item) for name, item in value.items()} if isinstance(value, dict) else value


def parts_of(content: bytes) -> dict[str, Element]:
    """The parts that are compared."""
    parser = etree.XMLParser(remove_blank_text=False)
    parts = package.read(content)
    return {name: etree.fromstring(blob, parser) for name, blob in parts.items() if COMPARED.fullmatch(name)}


def canonical(root: Element) -> bytes:
    return etree.tostring(root, method="c14n", exclusive=True)


# --- the differences --------------------------------------------------------------------------------


def without_ids(root: Element) -> None:
    """Numbers of drawings: docxtpl gives all of them new ones, we only those that come of a loop or a value."""
    for properties in root.iter(WP + "docPr"):
        properties.attrib.pop("id")


def without_picture_names(root: Element) -> None:
    """A picture from a value has names and ids of its own."""
    for element in root.iter("{*}docPr", "{*}cNvPr", "{*}blip"):
        for name in element.attrib:
            del element.attrib[name]
    for element in root.iter("{*}inline"):
        for inner in element.iter():
            inner.text = inner.tail = None


def without_grid(root: Element) -> None:
    """A table whose columns come and go: docxtpl mends its grid only, and rounds its width away."""
    for element in list(root.iter(W + "gridCol", W + "gridSpan", W + "tcW")):
        _parent(element).remove(element)


def without_held_rows(root: Element) -> None:
    """Rows that stay on one page: docxtpl does not look where a page ends."""
    for row in root.iter(W + "tr"):
        for element in list(row.iter(W + "keepNext")):
            _parent(element).remove(element)


def without_order(root: Element) -> None:
    """Properties of a cell: docxtpl puts them in an order that the schema forbids."""
    for properties in root.iter(W + "tcPr"):
        properties[:] = sorted(properties, key=lambda child: str(child.tag))
        for child in properties:
            child.tail = None


def without_empty_tables(root: Element) -> None:
    """A table or row that lost all it held: Word refuses it, so we leave it out."""
    for name, inner in (("tr", "tc"), ("tbl", "tr")):
        for holder in list(root.iter(W + name)):
            if holder.find(f".//{W}{inner}") is None:
                _parent(holder).remove(holder)


def without_last_paragraphs(root: Element) -> None:
    """A cell that lost its paragraphs: Word refuses it, so we give it an empty one."""
    for cell in root.iter(W + "tc", W + "hdr", W + "ftr"):
        if len(cell) and cell[-1].tag == W + "p" and not len(cell[-1]):
            cell.remove(cell[-1])


def without_ended_sections(root: Element) -> None:
    """A section break behind which all was left out: an empty page, so that we let the section before be the last."""
    for ended in root.findall(f"{W}body/{W}p[last()]/{W}pPr/{W}sectPr"):
        (last,) = root.findall(f"{W}body/{W}sectPr")
        _parent(last).replace(last, ended)


def without_looks(root: Element) -> None:
    """Words behind a picture from a value: with docxtpl they lose their look."""
    for look in list(root.iter(W + "rPr")):
        _parent(look).remove(look)


def without_runs(root: Element) -> None:
    """Raw tabs and line ends in a template's own words: Word shows spaces, docxtpl makes tabs and breaks of them."""
    for run in list(root.iter(W + "r")):
        _parent(run).remove(run)


def joined_runs(root: Element) -> None:
    """A tab or a picture in a value stands in the run of its words; docxtpl makes runs of its own."""
    for run in list(root.iter(W + "r")):
        before = run.getprevious()
        if before is not None and before.tag == W + "r" and (_look(run) == _look(before) or _is_drawing(before, run)):
            at = int(run.find(W + "rPr") is not None)
            run[at:at] = [child for child in before if child.tag != W + "rPr"]
            _parent(before).remove(before)
    for text in list(root.iter(W + "t")):
        if not text.text:
            _parent(text).remove(text)


def _is_drawing(*runs: Element) -> bool:
    return any(run.find(W + "drawing") is not None for run in runs)


def _look(run: Element) -> bytes:
    look = run.find(W + "rPr")
    return b"" if look is None else canonical(look)


def _parent(element: Element) -> Element:
    parent = element.getparent()
    assert parent is not None
    return parent


Difference = Callable[[Element], None]


# --- the comparison -------------------------------------------------------------------------------------


def texts(content: bytes) -> list[str]:
    """Every paragraph that says something; tabs and line breaks are letters."""
    signs = {W + "tab": "\t", W + "br": "\n"}
    roots = (root for _, root in sorted(parts_of(content).items()))
    written = ((word.iter(W + "t", *signs)) for root in roots for word in root.iter(W + "p"))
    said = ("".join(signs.get(str(one.tag), one.text or "") for one in words) for words in written)
    return [text for text in said if text]


def compared(content: bytes, fields: Mapping[str, object], differences: Sequence[Difference]) -> set[Difference]:
    """Hold that both engines make the same of a template but for the differences; those that there are."""
    peer, ours = by_docxtpl(content, fields), compiled("mau.docx", content).render(fields)
    assert texts(ours) == texts(peer)
    pairs = [(root, parts_of(peer)[name]) for name, root in parts_of(ours).items()]
    for mine, its in pairs:
        assert list(_disordered(mine)) == []
        assert _without(mine, differences) == _without(its, differences)
    less = {one: [other for other in differences if other is not one] for one in differences}
    return {one for one in less for mine, its in pairs if _without(mine, less[one]) != _without(its, less[one])}


def _without(root: Element, differences: Iterable[Difference]) -> str:
    root = deepcopy(root)
    for difference in differences:
        difference(root)
    return canonical(root).decode()


def _disordered(root: Element) -> Iterator[list[str]]:
    """Cells whose properties are not in the order of the schema."""
    for properties in root.iter(W + "tcPr"):
        names = [etree.QName(child).localname for child in properties]
        if names != sorted(names, key=CELL_PROPERTIES.index):
            yield names


# --- the templates of the product -----------------------------------------------------------------------


def fields_of(dossier: Dossier) -> Iterator[tuple[str, Mapping[str, object]]]:
    """The names of the templates that the papers of a dossier are made with, and their fields."""
    tables = read_tables(dossier, problems := Problems())
    cluster = build_cluster(tables, problems)
    assert cluster
    kinds, _ = kinds_for(cluster, tables, (), problems)
    for kind in kinds:
        for part in kind.parts(cluster):
            yield kind.name, kind.fields(Source(cluster, kind.paper, False, (), part.cases))


_NO_CHARTS = dict.fromkeys(("khen_thuong", "so_sanh", "diem"))
"""docxtpl has no charts: tests/test_charts.py is about ours."""
_BEYOND = ("thong-ke-khen-thuong",)
"""It merges cells that say the same (gop), which docxtpl cannot."""


def test_every_template_of_the_product_filled_from_every_dossier() -> None:
    differences = (without_grid, without_held_rows, without_ended_sections, without_last_paragraphs)
    of_all = (made for name in (YEAR_9, YEAR_8, HALF_9) for made in fields_of(dossier_of(INPUTS, name)))
    made = [(kind, {**fields, "bieu_do": _NO_CHARTS}) for kind, fields in of_all if kind not in _BEYOND]
    found = [compared((TEMPLATES / f"{kind}.docx").read_bytes(), fields, differences) for kind, fields in made]
    assert set().union(*found) == set(differences)
    assert {f"{kind}.docx" for kind in (*dict(made), *_BEYOND)} == {file.name for file in TEMPLATES.glob("*.docx")}


# --- what docxtpl can do ----------------------------------------------------------------------------------


def cell(*blocks: str, properties: str = '<w:tcW w:w="1000" w:type="dxa"/>') -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(blocks)}</w:tc>"


def row_loop(*cells: str, each: str = "n in ds") -> list[list[str]]:
    return [[tc(f"{{%tr for {each} %}}")], list(cells), [tc("{%tr endfor %}")]]


def in_columns(*cells: str) -> list[str]:
    return [tc("{%tc for c in cot %}"), *cells, tc("{%tc endfor %}")]


LISTED = '<w:vAlign w:val="center"/>'
WIDE = '<w:tcW w:w="1000" w:type="dxa"/><w:tcBorders><w:top w:val="nil"/></w:tcBorders><w:vAlign w:val="center"/>'
FIELDS: dict[str, object] = {
    "x": "một", "y": "hai", "co": True, "khong": False, "rong": [], "ds": ["a", "b", "c"], "cot": ["I", "II"],
    "so": 3, "nen": "FFFF00",
    "dac": "A & B < C > D \"E\" 'F' {{ x }} {% if %} &amp; </w:p>", "dong": "một\nhai", "tab": "một\thai",
    "nhom": [{"ten": "N1", "dv": [{"ten": "A", "d": "1"}, {"ten": "B", "d": "2"}]}, {"ten": "N2", "dv": []}],
    "rt": RichText("đậm & <nghiêng>", bold=True, color="FF0000"), "ke": Listing("một\nhai\tba & <bốn>"),
    "doan": Listing("một\aba\nbốn"), "trang": Listing("một\fhai"), "rtk": RichText("một\nhai"),
    "rp": RichTextParagraph(RichText("đoạn & <b>"), parastyle="A"),
    "anh": Picture(png()), "anhs": [Picture(png(), width=20), Picture(png(9, 3), height=10), Picture(png(), width=20)],
}  # fmt: skip

CASES: Mapping[str, tuple[list[str] | bytes, *tuple[Difference, ...]]] = {
    "a value": ([p("a {{ x }} b {{ y }}")],),
    "signs of XML in a value": ([p("[{{ dac }}]")],),
    "signs of XML in the template": ([p("A & B < C {{ x }} \"E\"")],),
    "a line break in a value": ([p("[{{ dong }}]")],),
    "a tab in a value": ([f"<w:p>{r('[{{ tab }}]')}</w:p>"], joined_runs),
    "a tag split over runs": ([p("a {", "{ x", " }", "} b {%", " if co %}c{% en", "dif %}")],),
    "curly quotes in a tag": ([p("{% if x == “một” %}a{% endif %}{% if x == ‘hai’ %}b{% endif %}")],),
    "if, elif, else in a line": (
        [p("{% if khong %}a{% elif co %}b{% else %}c{% endif %} {% if khong %}a{% else %}d{% endif %}")],
    ),
    "a comparison": ([p("{% if so > 2 and so < 5 and not khong %}a{% endif %}")],),
    "if around paragraphs": (
        [p("{%p if co %}"), p("a"), p("{%p else %}"), p("b"), p("{%p endif %}"), p("{%p if khong %}"), p("c"),
         p("{%p endif %}")],
    ),
    "if around rows": ([tbl([9], [tc("{%tr if khong %}")], [tc("a")], [tc("{%tr else %}")], [tc("b")],
                            [tc("{%tr endif %}")])],),
    "for in a line": ([p("{% for n in ds %}{{ n }}{% if not loop.last %}, {% endif %}{% endfor %}")],),
    "for over paragraphs": ([p("{%p for n in ds %}"), p("{{ loop.index }}. {{ n }}"), p("{%p endfor %}")],),
    "for with else": ([p("{% for n in rong %}a{% else %}không có{% endfor %}")],),
    "for over rows": ([tbl([9, 9], [tc("a"), tc("b")], *row_loop(tc("{{ loop.index0 }}"), tc("{{ n }}")))],),
    "loops in loops": ([tbl([9, 9], [tc("{%tr for g in nhom %}")], [tc("{{ g.ten }}"), tc("")],
                            [tc("{%tr for d in g.dv %}")], [tc("{{ d.ten }}"), tc("{{ d.d }}")],
                            [tc("{%tr endfor %}")], [tc("{%tr endfor %}")])],),
    "for over columns": (
        [tbl([1000, 9, 1000, 9, 1000], [tc("a"), *in_columns(tc("{{ c }}")), tc("b")])], without_grid,
    ),
    "more columns than the grid has": ([tbl([1000], in_columns(tc("{{ c }}")))], without_grid),
    "a loop without rounds": ([tbl([9], *row_loop(tc("{{ n }}"), each="n in rong")), p("x")], without_empty_tables),
    "a cell without paragraphs": (
        [tbl([9], [cell(p("{%p if khong %}"), p("a"), p("{%p endif %}"))])], without_last_paragraphs,
    ),
    "vm": ([tbl([9, 9], *row_loop(cell(p("{% vm %}a{{ x }}"), properties=WIDE), tc("{{ n }}")))], without_order),
    "vm in a plain cell": ([tbl([9, 9], *row_loop(tc("{% vm %}a"), tc("{{ n }}")))],),
    "hm": ([tbl([9, 9], in_columns(cell(p("{% hm %}a"), properties=WIDE)), in_columns(tc("{{ c }}")))],
           without_order),
    "hm of a broad cell": (
        [tbl([9] * 4, in_columns(tc("{% hm %}a", span=2)), in_columns(tc("{{ c }}"), tc("b")))],
    ),
    "colspan": ([tbl([9] * 3, [tc("{% colspan so %}a{{ x }}")], [tc("b")] * 3)], without_order),
    "cellbg": ([tbl([9], [cell(p("{% cellbg nen %}a"), properties=WIDE)])], without_order),
    "cellbg of a cell that has one": (
        [tbl([9], [cell(p("{% cellbg nen %}a"), properties='<w:shd w:val="clear" w:fill="000000"/>')])],
    ),
    "rich text": ([p("a {{r rt }} b")],),
    "rich text with lines": ([p("a {{r rtk }} b")],),
    "a listing": ([f"<w:p>{r('[{{ ke }}]')}</w:p>"], joined_runs),
    "a listing of paragraphs": (
        [f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{r("a {{ x }}", "<w:i/>")}{r("[{{ doan }}]")}{r("b")}</w:p>'],
    ),
    "a listing of pages": ([f"<w:p>{r('[{{ trang }}]')}</w:p>"],),
    "a picture": ([p("a {{ anh }} b")], joined_runs, without_picture_names),
    "words behind a picture": (
        [f"<w:p>{r('a {{ anh }} b')}</w:p>"], without_looks, joined_runs, without_picture_names,
    ),
    "pictures in a loop": (
        [tbl([9], *row_loop(tc("{{ loop.index }}{{ n }}"), each="n in anhs"))], joined_runs, without_picture_names,
    ),
    "a drawing": ([drawing(7), p("{{ x }}")], without_ids),
    "a drawing in a loop": ([p("{%p for n in ds %}"), drawing(7), p("{%p endfor %}")], without_ids),
    "a header": (docx(p("a"), header=p("{% if co %}{{ dac }}{% endif %}")),),
    "a picture in a header": (
        docx(p("a"), header=p("{{ anh }}")), joined_runs, without_picture_names,
    ),
    "comments": ([p("a {# {{ nothing }} #}b"), p("{#p cả đoạn #}"), tbl([9], [tc("{#tr cả hàng #}")], [tc("c")])],),
    "tags that join paragraphs": ([p("a"), p("{%- if co %} b{% endif %}"), p("c{% if co -%}"), p("d{% endif %}")],),
    "escaped signs": ([p("{_{ x }_} {_% if %_} {{ x }}")],),
    "set": ([p("{% set a = x %}{{ a }}{% set b = so + 1 %}{{ b }}")],),
    "first and last": (
        [p("{% for n in ds %}{% if loop.first %}[{% endif %}{{ n }}{% if loop.last %}]{% endif %}{% endfor %}")],
    ),
    "a table in a table": (
        [tbl([9], [cell(tbl([9], *row_loop(tc("{{ n }}"))), p("{{ x }}"))], *row_loop(tc("{{ n }}")))],
    ),
    "if around runs": (
        [f"<w:p>{r('a')}{r('{%r if co %}')}{r('b')}{r('{%r else %}')}{r('c')}{r('{%r endif %}')}</w:p>",
         p("a {%r if khong %} b {%r endif %} c")],
    ),
    "questions in a loop of rows": (
        [tbl([9], [tc("{%tr for n in ds %}")], [tc("{%tr if loop.first %}")], [tc("đầu {{ n }}")],
             [tc("{%tr elif loop.last %}")], [tc("cuối {{ n }}")], [tc("{%tr endif %}")], [tc("{%tr endfor %}")])],
    ),
    "if between columns": ([tbl([9] * 3, [tc("{%tc if co %}"), tc("a"), tc("{%tc else %}"), tc("b"),
                                          tc("{%tc endif %}"), tc("c")])], without_grid),
    "a loop with a condition": ([p("{% for n in ds if n != 'b' %}{{ loop.revindex }}{{ n }}{% endfor %}")],),
    "a loop over pairs": ([p("{% for a, b in [(x, y), ('c', so)] %}{{ a }}{{ b }}{% endfor %}")],),
    "a product of the loop": ([p("{% for n in ds %}{{ 2 * loop.index }}{% endfor %}")],),
    "tests and indexes": ([p("{% if 'b' in ds and x is defined and x is not none %}{{ nhom[0]['ten'] }}{% endif %}")],),
    "rich paragraphs": ([p("{{p rp }}"), p("b")],),
    "a link, a control, a tracked insertion": (
        [f'<w:p><w:hyperlink w:anchor="a">{r("{{ dac }}")}</w:hyperlink><w:ins w:id="1" w:author="A">{r("{{ x }}")}'
         f"</w:ins><w:sdt><w:sdtPr/><w:sdtContent>{r('{{ y }}')}</w:sdtContent></w:sdt></w:p>"],
    ),
    "a loop in a control": (
        [f"<w:sdt><w:sdtContent>{p('{%p for n in ds %}')}{p('{{ n }}')}{p('{%p endfor %}')}</w:sdtContent></w:sdt>"],
    ),
    "marks of spelling within a tag": (
        ['<w:p><w:r><w:t>{{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>x</w:t></w:r>'
         '<w:proofErr w:type="spellEnd"/><w:r><w:t> }}</w:t></w:r></w:p>'],
    ),
    "a formula": (
        ['<w:p xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:oMath><m:r><m:t>{{ dac }}</m:t>'
         "</m:r></m:oMath></w:p>"],
    ),
    "tabs and lines stored raw in the template": (
        ["<w:p><w:r><w:t>a\tb\nc {{ x }}</w:t></w:r></w:p>"], without_runs,
    ),
    "a text box": ([text_box(p("a {{ dac }}"), p("{%p if co %}"), p("b"), p("{%p endif %}")), p("{{ x }}")],),
}  # fmt: skip
"""A template by its blocks or whole, and in what the engines differ."""


@pytest.mark.parametrize("name", CASES)
def test_what_docxtpl_can_do(name: str) -> None:
    body, *differences = CASES[name]
    content = body if isinstance(body, bytes) else docx(*body)
    assert compared(content, FIELDS, differences) == set(differences)


# --- where docxtpl gives up or loses words --------------------------------------------------------------


def made(*body: str) -> Element:
    return parts_of(compiled("mau.docx", docx(*body)).render(FIELDS))["word/document.xml"]


@pytest.mark.parametrize(
    ("tag", "name", "value"),
    [
        ("vm", "vMerge", "restart"),
        ("hm", "gridSpan", "3"),
        ("colspan so", "gridSpan", "3"),
        ("cellbg nen", "shd", "clear"),
    ],
)
@pytest.mark.parametrize("properties", ["", "<w:tcPr/>"])
def test_a_cell_without_properties_is_given_them(tag: str, name: str, value: str, properties: str) -> None:
    loop = [tc("{%tc for n in ds %}"), f"<w:tc>{properties}{p(f'{{% {tag} %}}a')}</w:tc>", tc("{%tc endfor %}")]
    (found, *_) = made(tbl([9] * 3, loop)).iter(f"{W}{name}")
    assert (found.get(f"{W}val"), _parent(found).tag) == (value, f"{W}tcPr")


def test_a_question_may_choose_the_width_of_a_cell() -> None:
    (found,) = made(tbl([9] * 3, [tc("{% colspan so if so > 2 else 1 %}a")])).iter(f"{W}gridSpan")
    assert found.get(f"{W}val") == "3"


def test_a_listing_that_ends_a_section_breaks_it_once() -> None:
    section = "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{{ doan }}</w:t></w:r></w:p>"
    root = made(section, p("sau"))
    assert [bool(len(word.findall(f"{W}pPr/{W}sectPr"))) for word in root.iter(f"{W}p")] == [False, True, False]


def test_a_listing_in_a_link_goes_on_in_its_paragraph() -> None:
    assert len(list(made(f"<w:p><w:hyperlink w:anchor='a'>{r('{{ doan }}')}</w:hyperlink></w:p>").iter(f"{W}p"))) == 1


@pytest.mark.parametrize(
    ("tag", "words"),
    [("{{ rt }}", "{{r"), ("{{r x }}", "chỉ RichText"), ("{{ hong }}", "ảnh hỏng")],
)
def test_a_value_of_the_wrong_kind_is_refused(tag: str, words: str) -> None:
    with pytest.raises(TemplateFault, match=re.escape(words)):
        compiled("mau.docx", docx(p(tag))).render({**FIELDS, "hong": Picture(b"no picture")})


@pytest.mark.parametrize(
    "text", ["mất {%- if co %}b{% endif %}", "{% if co -%} mất", "{{ x }}{%- if co %}b{% endif %}"]
)
def test_a_tag_that_would_eat_the_words_beside_it_is_refused(text: str) -> None:
    with pytest.raises(TemplateFault, match="mất chữ sát nó"):
        compiled("mau.docx", docx(p("a"), p(text), p("{% endif %}" if "endif" not in text else "c")))
