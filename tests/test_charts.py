"""A placeholder chart takes the numbers of a field: in the drawing, in what is kept beside it, in its workbook."""

from __future__ import annotations

import io
from decimal import Decimal

import openpyxl
import pytest
import xlsxwriter
from lxml import etree
from word_files import R, docx, p

from pipeline.model import Chart, Figure, Rule
from pipeline.office import package
from pipeline.rendering import TemplateFault
from pipeline.rendering.compile import check, compiled

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def drawing(text: str) -> str:
    """A paragraph with a chart whose alternative text is this."""
    return (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:extent cx="5000000" cy="3000000"/>'
        f'<wp:docPr id="1" name="Biểu đồ 1" descr="{text}"/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f'<a:graphicData uri="{_CHART}"><c:chart xmlns:c="{_CHART}" xmlns:r="{R}" r:id="rChart"/></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def of_excel(kind: str, series: int) -> tuple[bytes, bytes]:
    """The part of a chart as a spreadsheet holds it, and its workbook."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Sheet1")
        sheet.write_column(1, 0, ["cũ 1", "cũ 2"])
        chart = book.add_chart({"type": kind})  # type: ignore[attr-defined]  # the stub knows what the product uses
        for at in range(1, series + 1):
            sheet.write_column(0, at, [f"Dãy {at}", 777, 778])
            last = {
                "categories": ["Sheet1", 1, 0, 2, 0],
                "values": ["Sheet1", 1, at, 2, at],
                "name": f"=Sheet1!${'ABC'[at]}$1",
            }
            chart.add_series({**last, "fill": {"color": ("#FF0000", "#00FF00")[at - 1]}})
        sheet.insert_chart("F2", chart)
    return package.read(content.getvalue())["xl/charts/chart1.xml"], content.getvalue()


def template(text: str = "{{ bieu_do.khen }}", kind: str = "column", series: int = 2, *body: str) -> bytes:
    chart, book = of_excel(kind, series)
    data = f'<c:externalData xmlns:r="{R}" r:id="rBook"><c:autoUpdate val="0"/></c:externalData><c:printSettings>'
    parts = package.read(docx(drawing(text), *body))
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    relation = '<Relationship Id="{}" Type="{}" Target="{}"/>'
    parts["word/charts/chart1.xml"] = chart.replace(b"<c:printSettings>", data.encode())
    book_relation = relation.format("rBook", f"{R}/package", "../embeddings/so.xlsx")
    parts["word/charts/_rels/chart1.xml.rels"] = (
        f'<Relationships xmlns="{space}">{book_relation}</Relationships>'.encode()
    )
    parts["word/embeddings/so.xlsx"] = book
    relations = parts["word/_rels/document.xml.rels"]
    one = relation.format("rChart", f"{R}/chart", "charts/chart1.xml")
    parts["word/_rels/document.xml.rels"] = relations.replace(b"</Relationships>", f"{one}</Relationships>".encode())
    types = (
        '<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>'
        '<Override PartName="/word/charts/chart1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/></Types>'
    )
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", types.encode())
    return package.write(parts)


def figure(value: int) -> Figure:
    return Figure(value, "lượt", "count", Rule("typed", "Số"))


NOW = Chart(
    ("Công an tỉnh", "Sở Y tế & <b>", "=1+1"), {"Tập thể": [figure(12), figure(3), None], "Cá nhân": [45, 0, 7]}
)


@pytest.mark.parametrize("kind", ["column", "bar", "line", "pie"])
def test_a_chart_shows_the_numbers_of_its_field(kind: str) -> None:
    used: list[Figure] = []
    parts = package.read(compiled("mau.docx", template(kind=kind)).render({"bieu_do": {"khen": NOW}}, used))
    chart = etree.fromstring(parts["word/charts/chart1.xml"])
    texts = [[v.text for v in kept.iter(f"{C}v")] for kept in chart.iter(f"{C}cat")]
    numbers = [[v.text for v in kept.iter(f"{C}v")] for kept in chart.iter(f"{C}val")]
    assert texts == [list(NOW.categories)] * 2
    assert numbers == [["12", "3"], ["45", "0", "7"]]
    assert [figure.value for figure in used] == [12, 3]
    assert b"777" not in parts["word/charts/chart1.xml"] and "cũ".encode() not in parts["word/charts/chart1.xml"]


def test_the_workbook_behind_it_holds_the_same() -> None:
    parts = package.read(compiled("mau.docx", template()).render({"bieu_do": {"khen": NOW}}))
    sheet = openpyxl.load_workbook(io.BytesIO(parts["word/embeddings/so.xlsx"])).active
    assert sheet is not None
    assert list(sheet.values) == [
        (None, "Tập thể", "Cá nhân"),
        ("Công an tỉnh", 12, 45),
        ("Sở Y tế & <b>", 3, 0),
        ("=1+1", None, 7),
    ]
    assert sheet["A4"].data_type == "s"


def test_series_are_drawn_as_those_of_the_template_the_last_ones_as_its_last() -> None:
    chart = Chart(("a",), {"một": [1], "hai": [2], "ba": [3]})
    parts = package.read(compiled("mau.docx", template()).render({"bieu_do": {"khen": chart}}))
    drawn = list(etree.fromstring(parts["word/charts/chart1.xml"]).iter(f"{C}ser"))
    colours = [colour.get("val") for one in drawn for colour in one.iter("{*}srgbClr")]
    assert colours == ["FF0000", "00FF00", "00FF00"]
    assert [index.get("val") for one in drawn for index in one.iter(f"{C}idx")] == ["0", "1", "2"]


@pytest.mark.parametrize(
    ("values", "code"),
    [((97, 95), "#,##0"), ((Decimal("97.5"), Decimal("99.25")), "#,##0.00"), ((Decimal("1E+3"), None), "#,##0")],
)
def test_all_numbers_of_a_series_have_the_same_decimals(values: tuple[int | Decimal | None, ...], code: str) -> None:
    numbers = [value if value is None else Figure(value, "điểm", "points", Rule("typed", "Điểm")) for value in values]
    fields = {"bieu_do": {"khen": Chart(("a", "b"), {"một": numbers})}}
    parts = package.read(compiled("mau.docx", template(series=1)).render(fields))
    kept = etree.fromstring(parts["word/charts/chart1.xml"]).iter(f"{C}formatCode")
    assert [format_.text for format_ in kept] == [code]


def test_the_tag_is_gone_and_the_rest_is_filled() -> None:
    content = compiled("mau.docx", template("{{ bieu_do.khen }}", "column", 2, p("{{ x }}"))).render(
        {"bieu_do": {"khen": NOW}, "x": "chữ"}
    )
    document = package.read(content)["word/document.xml"].decode()
    assert ("bieu_do" in document, "chữ" in document) == (False, True)


def test_a_chart_without_numbers_keeps_none_of_the_placeholder() -> None:
    parts = package.read(compiled("mau.docx", template()).render({"bieu_do": {"khen": None}}))
    assert b"777" not in parts["word/charts/chart1.xml"]
    sheet = openpyxl.load_workbook(io.BytesIO(parts["word/embeddings/so.xlsx"])).active
    assert sheet is not None and list(sheet.values) in ([], [(None,)])


def test_the_same_numbers_give_the_same_bytes() -> None:
    made = compiled("mau.docx", template())
    assert made.render({"bieu_do": {"khen": NOW}}) == made.render({"bieu_do": {"khen": NOW}})


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, '"bieu_do"'),
        ({"bieu_do": {}}, '"khen"'),
        ({"bieu_do": {"khen": "chữ"}}, "không phải là số liệu của biểu đồ"),
        ({"bieu_do": {"khen": Chart(("a", "b"), {"một": [1]})}}, "không dài bằng nhau"),
        ({"bieu_do": {"khen": Chart(("a\x00",), {"một": [1]})}}, "ký tự điều khiển"),
    ],
)
def test_what_a_chart_cannot_show_is_told(fields: dict[str, object], words: str) -> None:
    with pytest.raises(TemplateFault, match=words):
        compiled("mau.docx", template()).render(fields)


def test_a_chart_of_an_unknown_field_is_told_without_data() -> None:
    faults, _ = check("mau.docx", template(), {"bieu_do": {"khe": None}})
    assert [str(fault) for fault in faults] == [
        "biểu đồ › {{ bieu_do.khen }}: không có trường “khen” trong “bieu_do” (có phải “bieu_do.khe”?)"
    ]


def test_a_figure_of_points_keeps_its_decimals() -> None:
    points = Figure(Decimal("97.50"), "điểm", "points", Rule("typed", "Điểm"))
    content = compiled("mau.docx", template()).render({"bieu_do": {"khen": Chart(("a",), {"một": [points]})}})
    assert b"<c:v>97.50</c:v>" in package.read(content)["word/charts/chart1.xml"]
