"""What a person does to a report in Word: functions that do it to any state of the annual report of cluster 9."""

from __future__ import annotations

import copy
import io
from collections.abc import Callable
from typing import Any

from docx import Document
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from word_files import png

Edit = Callable[[Word], None]
HARDSHIP, CHARITY, TOTALS = (
    "Bên cạnh những thuận lợi",
    "Các đơn vị trong Cụm thực hiện",
    "Năm 2021, các đơn vị trong Cụm có",
)
COUNCILS, EXAMPLES = "Các đơn vị đã kiện toàn", "Công tác phát hiện, bồi dưỡng điển hình"
FLAGS, HELPED, LAST_HELP = "- Suy tôn, đề nghị tặng Cờ thi đua", "Nâng bước em", "Ủng hộ nhu yếu phẩm"


def edited(content: bytes, *edits: Edit) -> bytes:
    """The file after the edits."""
    document = Document(io.BytesIO(content))
    for edit in edits:
        edit(document)
    stored = io.BytesIO()
    document.save(stored)
    return stored.getvalue()


def at(document: Word, start: str) -> Paragraph:
    """The paragraph of the body that begins so."""
    return next(paragraph for paragraph in document.paragraphs if paragraph.text.startswith(start))


def row(document: Word, words: str) -> Any:
    """The first row of a table that has these words, as XML."""
    return next(tr for tr in document.element.body.iter(qn("w:tr")) if words in "".join(tr.itertext()))


def sentence(document: Word) -> None:
    """A sentence is added to a paragraph."""
    at(document, HARDSHIP).add_run(" Riêng quý IV gõ1 có mưa lũ.")


def around_a_figure(document: Word) -> None:
    """Words are put into a sentence whose figures change."""
    run = at(document, CHARITY).runs[0]
    run.text = run.text.replace("thực hiện", "đã tích cực gõ2 thực hiện", 1) + " Đây là kết quả gõ3 tốt."


def new_paragraph(document: Word) -> None:
    at(document, COUNCILS).insert_paragraph_before("Đoạn gõ4 thêm bằng tay, có 15 ý kiến.")


def without_paragraph(document: Word) -> None:
    element: Any = at(document, EXAMPLES)._element
    element.getparent().remove(element)


def moved(document: Word) -> None:
    """A paragraph whose figures change stands elsewhere."""
    at(document, HARDSHIP)._element.addnext(at(document, TOTALS)._element)


def cell(document: Word) -> None:
    paragraph = list(row(document, HELPED).iter(qn("w:p")))[4]
    Paragraph(paragraph, document).add_run(" gõ5 biên giới")


def new_row(document: Word) -> None:
    other = copy.deepcopy(row(document, HELPED))
    for number, text in enumerate(other.iter(qn("w:t"))):
        text.text = f"gõ6{number}"
    row(document, HELPED).addnext(other)


def without_row(document: Word) -> None:
    """A row whose number changes is taken out."""
    element = row(document, LAST_HELP)
    element.getparent().remove(element)


def header(document: Word) -> None:
    document.sections[0].header.paragraphs[0].add_run(" gõ7 mật")


def bold(document: Word) -> None:
    """A part of a sentence with figures is bold."""
    paragraph = at(document, TOTALS)
    words = paragraph.text
    middle = words.index("lượt cá nhân") - 3
    paragraph.runs[0].text = words[:middle]
    paragraph.add_run(words[middle : middle + 20]).bold = True
    paragraph.add_run(words[middle + 20 :])


def comment(document: Word) -> None:
    document.add_comment(at(document, TOTALS).runs[0], text="Kiểm tra lại gõ8.", author="Lãnh đạo", initials="LĐ")


def tracked(document: Word) -> None:
    """Words are put in and taken out while changes are tracked."""
    said = 'w:id="901" w:author="Lãnh đạo" w:date="2022-01-05T08:00:00Z"'
    element: Any = at(document, FLAGS)._element
    run = element.find(qn("w:r"))
    words = run.find(qn("w:t")).text
    run.find(qn("w:t")).text = words[:20]
    gone = copy.deepcopy(run)
    gone.find(qn("w:t")).tag = qn("w:delText")
    gone.find(qn("w:delText")).text = words[20:40]
    for xml in (f"<w:del {nsdecls('w')} {said}/>", f"<w:ins {nsdecls('w')} {said.replace('901', '902')}/>"):
        element.append(parse_xml(xml))
    element[-2].append(gone)
    element[-1].append(parse_xml(f"<w:r {nsdecls('w')}><w:t>gõ9 thay</w:t></w:r>"))
    rest = copy.deepcopy(run)
    rest.find(qn("w:t")).text = words[40:]
    element.append(rest)


def picture(document: Word) -> None:
    at(document, COUNCILS).insert_paragraph_before("gõ10").add_run().add_picture(io.BytesIO(png()))


def table(document: Word) -> None:
    other = document.add_table(1, 2)
    other.cell(0, 0).text, other.cell(0, 1).text = "gõ11", "gõ12 88"
    at(document, COUNCILS)._element.addnext(other._element)


def style(document: Word) -> None:
    at(document, TOTALS).style = document.styles["Khoản 1"]


EDITS: tuple[Edit, ...] = (
    sentence, around_a_figure, new_paragraph, without_paragraph, moved, cell, new_row, without_row, header, bold,
    comment, tracked, picture, table, style,
)  # fmt: skip
