"""Every string that a cell can hold comes out letter for letter, wherever a template prints it, and is never run."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree
from word_files import docx, p, r, tbl, tc, text_box

from pipeline.office import package
from pipeline.rendering.compile import compiled

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LONGEST = 32_767
"""So many letters a cell of Excel holds."""
FRAGMENTS = (
    "&", "<", ">", '"', "'", "{{", "}}", "{%", "%}", "{#", "#}", "{_{", "%_}", "</w:p>", "</w:t>", "<!--", "]]>",
    "&amp;", "&#10;", "{{ 7 * 7 }}", "{% if x %}", "{{ x.__class__ }}", "{%- endfor %}", "\n", "\r\n", "\r", "\t", " ",
    "  ", "\u00a0", "\u00ad", "\u200b", "\u2028", "\u202e", "\u0085", "nan", "None", "Nguyễn Thị Ngọc Ánh", "ĐƯỜNG",
    unicodedata.normalize("NFD", "Quyết định thưởng"), "👮🏽‍♂️", "🇻🇳", "𝔘", "ﬁ", "\ue000", "\U000f0000",
    "\ufdd0", "=1+1",
)  # fmt: skip
typed = st.lists(
    st.sampled_from(FRAGMENTS)
    | st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=20),
    max_size=12,
).map("".join)

TAG = "[{{ x }}]"
TEMPLATE = compiled(
    "mau.docx",
    docx(
        p(TAG),
        f"<w:p>{r('[{', '<w:b/>')}{r('{ x }', '<w:i/>')}{r('}]')}</w:p>",
        tbl([9], [tc("{%tr for n in ds %}")], [tc("[{{ n }}]")], [tc("{%tr endfor %}")]),
        text_box(p(TAG)),
        header=p(TAG),
        footnote=p(TAG),
        others=[
            f"<w:ftr>{p(TAG)}</w:ftr>",
            f'<w:endnotes><w:endnote w:id="1">{p(TAG)}</w:endnote></w:endnotes>',
            f'<w:comments><w:comment w:id="1" w:author="A">{p(TAG)}</w:comment></w:comments>',
        ],
        extra={
            "docProps/core.xml": '<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cp='
            '"http://schemas.openxmlformats.org/package/2006/metadata/core-properties">'
            f'<dc:title>{TAG}</dc:title><dc:subject xml:lang="{TAG}"/></cp:coreProperties>'
        },
    ),
)
PRINTED = {"document": 2 + 2 + 2, "header": 1, "footer": 1, "footnotes": 1, "endnotes": 1, "comments": 1}
"""How many paragraphs of each part print the text; a text box is stored for new and for old versions of Word."""


def on_paper(text: str) -> str:
    """A text with the line breaks of Word."""
    return re.sub("\r\n?", "\n", text)


def words_of(xml: bytes) -> list[str]:
    """The paragraphs of a part that say something of their own."""
    signs = {f"{W}tab": "\t", f"{W}br": "\n"}
    paragraphs = (word.iterchildren(f"{W}r") for word in etree.fromstring(xml).iter(f"{W}p"))
    said = ("".join(signs.get(one.tag, one.text or "") for run in runs for one in run) for runs in paragraphs)
    return [text for text in said if text]


@given(typed)
@example("")
@example("&<>\"'" * 6_553 + "ệ" * 2)
@example("Nguyễn Văn A\t" * 2_520 + "1234567")
@example("".join(FRAGMENTS))
def test_what_a_cell_holds_is_printed_letter_for_letter(text: str) -> None:
    assert len(text) <= LONGEST
    made = package.read(TEMPLATE.render({"x": text, "ds": [text, text]}))
    for part, times in PRINTED.items():
        assert words_of(made[f"word/{part}.xml"]) == [f"[{on_paper(text)}]"] * times
    title, subject = etree.fromstring(made["docProps/core.xml"])
    assert (title.text, next(iter(subject.attrib.values()))) == (f"[{text}]",) * 2


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not there: another reader was not asked")
def test_another_reader_finds_the_same_letters(tmp_path: Path) -> None:
    dice = random.Random(9)
    texts = ["".join(dice.choices(FRAGMENTS, k=dice.randrange(1, 9))) for _ in range(50)]
    body = docx(p("{%p for n in ds %}"), p("«{{ n }}»"), p("{%p endfor %}"))
    (tmp_path / "a.docx").write_bytes(compiled("mau.docx", body).render({"ds": texts}))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "a.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=300)
    found = re.findall("«(.*?)»", (tmp_path / "a.txt").read_text("utf-8-sig"), re.DOTALL)
    assert found == [on_paper(text) for text in texts]
