"""Every fault of a template in one call, each where a person finds it in Word."""

from __future__ import annotations

import pytest
from word_files import docx, p, tbl, tc

from pipeline.rendering.compile import check
from pipeline.rendering.names import Shape

FIELDS: dict[str, Shape] = {
    "cum": {"ten": None, "goi": None},
    "don_vi": [{"ten": None, "nguoi": [{"ho_ten": None}]}],
    "ky": {"nam": None},
    "khau_hieu": None,
}
HEADING = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>I. Kết quả</w:t></w:r></w:p>'
STYLES = (
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>'
)


def faults(*body: str, header: str = "") -> list[str]:
    found, _ = check("mau.docx", docx(*body, header=header, extra={"word/styles.xml": STYLES}), FIELDS)
    return [str(fault) for fault in found]


def test_one_fault_of_each_kind_is_told_in_one_call() -> None:
    body = (
        HEADING,
        p("{{ don_vj }}"),
        p("{{ cum.tn }}"),
        p("{% if cum.ten %}a"),
        p("{% for dv in don_vi %}{{ dv.ten }}"),
        tbl([1, 1], [tc("{%tr for dv in don_vi %}"), tc("{%tr endfor %}")]),
        p("Trước {%p if cum.goi %} sau"),
        p("{%p endif %}"),
        tbl([1], [tc("{% tr for dv in don_vi %}")]),
        p("{{ cum.ten }"),
        p("{{ cum.ten | viet_thuong }}"),
        tbl([1, 1], [tc("{{ cum."), tc("ten }}")]),
    )
    assert faults(*body, header=p("{% if cum.ten %}{{ ky.nam | hoo }}")) == [
        "thân văn bản › mục “I. Kết quả”, đoạn 2 › {{ don_vj }}: không có trường “don_vj” (có phải “don_vi”?)",
        "thân văn bản › mục “I. Kết quả”, đoạn 3 › {{ cum.tn }}: không có trường “tn” trong “cum” (có phải “cum.ten”?)",
        "thân văn bản › mục “I. Kết quả”, bảng 1, hàng 1, ô 1 › {%tr for dv in don_vi %}: hai thẻ {%tr %} trong cùng "
        "một hàng của bảng; thẻ này phải đứng một mình trong hàng của bảng của nó",
        "thân văn bản › mục “I. Kết quả”, bảng 1, hàng 1, ô 2 › {%tr endfor %}: hai thẻ {%tr %} trong cùng "
        "một hàng của bảng; thẻ này phải đứng một mình trong hàng của bảng của nó",
        "thân văn bản › mục “I. Kết quả”, đoạn 6 › {%p if cum.goi %}: thẻ này phải đứng một mình trong đoạn văn của nó",
        "thân văn bản › mục “I. Kết quả”, bảng 2, hàng 1, ô 1 › {% tr for dv in don_vi %}: viết liền {%tr, không có "
        "khoảng trống giữa {% và tr",
        "thân văn bản › mục “I. Kết quả”, đoạn 8 › {{ cum.ten }: thẻ mở bằng {{ nhưng chưa đóng bằng }}",
        "thân văn bản › mục “I. Kết quả”, đoạn 9 › {{ cum.ten | viet_thuong }}: không có bộ lọc tên là viet_thuong",
        "thân văn bản › mục “I. Kết quả”, bảng 3, hàng 1, ô 1 › {{ cum.: thẻ bị ngắt: phần đầu và phần cuối của thẻ "
        "nằm ở hai đoạn hoặc hai ô khác nhau",
        "thân văn bản › mục “I. Kết quả”, bảng 3, hàng 1, ô 2 › ten }}: dấu ngoặc của thẻ còn sót lại: thẻ viết sai "
        "hoặc bị ngắt",
        "thân văn bản › mục “I. Kết quả”, đoạn 4 › {% if cum.ten %}: thiếu thẻ đóng endif cho thẻ này",
        "thân văn bản › mục “I. Kết quả”, đoạn 5 › {% for dv in don_vi %}: thiếu thẻ đóng endfor cho thẻ này",
        "đầu trang › đoạn 1 › {{ ky.nam | hoo }}: không có bộ lọc tên là hoo",
        "đầu trang › đoạn 1 › {% if cum.ten %}: thiếu thẻ đóng endif cho thẻ này",
    ]


def test_fields_that_are_never_asked_for_are_listed() -> None:
    _, unused = check("mau.docx", docx(p("{{ cum.ten }}")), FIELDS)
    assert unused == ["cum.goi", "don_vi", "ky", "khau_hieu"]
    _, unused = check("mau.docx", docx(p("{% set a = cum %}{{ a.ten }}{{ don_vi[0].ten }}")), FIELDS)
    assert unused == ["ky", "khau_hieu"]


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("{% for dv in don_vi %}{{ dv.tn }}{% endfor %}", "không có trường “tn” trong “dv” (có phải “dv.ten”?)"),
        ("{% for dv in don_vi %}{% for n in dv.nguoi %}{{ n.ten }}{% endfor %}{% endfor %}", "có phải “n.ho_ten”?"),
        ("{% for dv in don_vi[:3] %}{{ dv.ho }}{% endfor %}", "không có trường “ho” trong “dv”"),
        ("{% set a = cum %}{{ a.tem }}", "có phải “a.ten”?"),
        ("{% for dv in don_vi %}{{ dv.ten }}{% endfor %}{{ dv.ten }}", "không có trường “dv”"),
        ("{{ don_vi[0].tenn }}", "có phải"),
        ("{{ (don_vi | first).tenn }}", "có phải"),
        ("{% for dv in don_vi if dv.tn %}a{% endfor %}", "có phải “dv.ten”?"),
        ("{{ cum.ten.gon }}", "“cum.ten” chỉ để in, bên trong không có trường “gon”"),
        ("{{ don_vi.ten }}", "“don_vi” là danh sách; lặp bằng {% for %} rồi mới hỏi “ten” của từng dòng"),
    ],
)
def test_names_are_known_by_loops_and_sets(text: str, unknown: str) -> None:
    (found,) = faults(p(text))
    assert unknown in found


def test_what_loops_and_sets_name_is_known() -> None:
    text = "{% for dv in don_vi %}{{ loop.index }}{% for n in dv.nguoi %}{{ n.ho_ten }}{% endfor %}{% endfor %}"
    filtered = "{% for dv in don_vi if dv.ten %}{{ loop.previtem.ten }}{% endfor %}{{ (don_vi | first).ten }}"
    asked = "{% set a = cum.ten %}{{ a }}{% if not khau_hieu %}{{ ky.nam }}{% endif %}"
    either = "{% if khau_hieu %}{% set b = cum %}{% else %}{% set b = ky %}{% endif %}{{ b.ten }}{{ b.nam }}"
    assert faults(p(text), p(filtered), p(asked), p(either)) == []


@pytest.mark.parametrize(
    "text",
    ["{{\u00a0cum.ten\u00a0}}", "{{ “a” }}", "{% if cum.ten == ‘x’ %}a{% endif %}", "{{ cum\u200b.ten }}"],
)
def test_what_word_makes_of_a_tag_is_repaired(text: str) -> None:
    assert faults(p(text)) == []


def test_a_loop_that_cannot_be_read_takes_no_names_with_it() -> None:
    (found,) = faults(p("{% for dv in don_vi %}{% for in %}a{% endfor %}{{ dv.ten }}{% endfor %}"))
    assert "{% for in %}" in found


def test_tags_out_of_their_order_are_told() -> None:
    (crossed,) = faults(p("{% for dv in don_vi %}{% if dv.ten %}a{% endfor %}"))
    assert "thiếu thẻ đóng endif cho thẻ {% if dv.ten %}" in crossed
    (alone,) = faults(p("{% else %}"))
    assert "thẻ else không có thẻ mở đi trước" in alone
