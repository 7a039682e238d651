"""The guide says what the program does: its tables are those of the declarations.

`GOLDEN=write` writes them anew.
"""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest
from clusters import figure
from word_files import docx, p

from pipeline.decree30.format import COMPONENTS, RULES, Component, Rule
from pipeline.documents import KINDS
from pipeline.documents.declared import lines
from pipeline.law.catalogue import CATALOGUE, DOSSIERS, Under
from pipeline.law.certainty import WORDS
from pipeline.law.register import REGISTER, Basis
from pipeline.model.awards import CASES, LEVEL_NAMES
from pipeline.office.word import paragraphs
from pipeline.rendering.compile import compiled
from pipeline.rendering.filters import filters
from pipeline.rendering.printer import Printer
from pipeline.sayings import SAYINGS
from pipeline.vietnamese.dates import short
from pipeline.workbooks.guide import sheet_tables

GAP = "&emsp;"
PERIODS = {"half_year": "6 tháng", "year": "năm", "school_year": "năm học"}
GUIDE = Path(__file__).parents[1] / "docs" / "huong-dan.md"


PERIODS = {"half_year": "6 tháng", "year": "năm", "school_year": "năm học"}


def kinds() -> str:
    rows = (
        f"| {kind.title} | `{kind.name}` | {', '.join(PERIODS[p] for p in kind.periods)} |" for kind in KINDS.values()
    )
    return "\n".join(("| Văn bản | Loại | Kỳ |", "|---|---|---|", *rows)) + "\n"


def problems() -> str:
    rows = (f"| {code} | {saying.level} | {saying.message} | {saying.remedy} |" for code, saying in SAYINGS.items())
    return "\n".join(("| Mã | Mức | Điều thấy | Cách sửa |", "|---|---|---|---|", *rows)) + "\n"


def fields() -> str:
    tags = {field.tag: field for kind in KINDS.values() for field in kind.declared if field.tag not in ("muc", "bang")}
    rows = (f"| {GAP * line.depth}`{line.tag}` | {line.says} |" for line in lines(tags[tag] for tag in sorted(tags)))
    return "\n".join(("| Trường | Nội dung |", "|---|---|", *rows)) + "\n"


def rules() -> str:
    rows = (f"| {rule.code} | {SAYINGS[rule.code].level} | {rule.says} | {article(rule)} |" for rule in RULES)
    return "\n".join(("| Mã | Mức | Quy định | Căn cứ |", "|---|---|---|---|", *rows)) + "\n"


def article(rule: Rule) -> str:
    return rule.article if rule.certainty == "CONFIRMED" else f"{rule.article}, theo thông lệ"


def parts() -> str:
    rows = (
        f"| {part.box} | {part.name} | {sizes(*part.sizes)} | {style(part)} | {part.article} |"
        for part in COMPONENTS.values()
        if part.sizes[0]
    )
    head = ("| Ô | Thành phần | Cỡ chữ | Kiểu chữ | Căn cứ |", "|---|---|---|---|---|")
    return "\n".join((*head, *rows)) + "\n"


def sizes(least: int, most: int) -> str:
    return f"{least // 2}" if least == most else f"{least // 2} - {most // 2}"


def style(part: Component) -> str:
    words = {"đậm": part.bold, "nghiêng": part.italic, "in hoa": part.capitals}
    on = [word for word, is_on in words.items() if is_on]
    upright = ["đứng"] if part.italic is False else []
    return ", ".join((*upright, *on, *([SIDES[part.align]] if part.align else [])))


# --- the law --------------------------------------------------------------------------------------


def grounds() -> str:
    rows = (
        f"| {text.name}{of(text.sector)} | {day(text.day)} | {text.issuer} | {day(text.since)} | {day(text.until)} "
        f"| {'tự ghi' if text.cited else 'khi gõ'} | {WORDS[text.certainty]}{unread(text)} |"
        for text in REGISTER
    )
    head = ("| Văn bản | Ngày | Cơ quan | Hiệu lực từ | Đến hết | Viện dẫn | Mức tin cậy |", "|---" * 7 + "|")
    return "\n".join((*head, *rows)) + "\n"


def unread(text: Basis) -> str:
    fields = [{"number": "số", "since": "ngày có hiệu lực"}[field] for field in text.unchecked]
    return f"; {', '.join(fields)}: {WORDS['RECALLED']}" if fields else ""


def of(sector: str) -> str:
    return f" ({sector})" if sector else ""


def day(value: date | None) -> str:
    return short(value) if value else ""


def awards() -> str:
    rows = (
        f"| {', '.join(map(spoken, (entry.name, *entry.members)))} | {LEVEL_NAMES[entry.level]} "
        f"| {spoken(entry.decider) or BASE}{'' if entry.decided == 'CONFIRMED' else f' ({WORDS[entry.decided]})'} "
        f"| {', '.join(CASES[kind] for kind in entry.recipients)}{'' if entry.firm else ' (chưa đối chiếu)'} "
        f"| {' | '.join(map(column, entry.laws))} |"
        for entry in CATALOGUE
    )
    names = "Danh hiệu, hình thức | Cấp | Cấp quyết định | Tặng cho | Luật năm 2003 | Luật năm 2022"
    return "\n".join((f"| {names} |", "|---" * 6 + "|", *rows)) + "\n"


BASE = "Thủ trưởng đơn vị, Chủ tịch Ủy ban nhân dân cấp xã"


def spoken(name: str) -> str:
    heads = {"{body}": "bộ, ban, ngành, tỉnh", "{head}": "người đứng đầu bộ, ban, ngành, tỉnh",
             "{unit}": "quân khu, quân chủng và tương đương, đại học quốc gia",
             "{chief}": "thủ trưởng quân khu, quân chủng và tương đương, giám đốc đại học quốc gia"}  # fmt: skip
    for mark, words in heads.items():
        name = name.replace(mark, words)
    return name[:1].upper() + name[1:]


def column(law: Under | None) -> str:
    """Article, years of merit, what goes before, votes, cap, each as far as it is known; how certain the line is."""
    if law is None:
        return "không có"
    votes = law.votes and f"phiếu từ {law.votes.percent}% ({WORDS[law.votes.certainty]})"
    years = law.years and f"{law.years} năm ({WORDS[law.counted]})"
    parts = (law.article, years, law.after, votes, law.cap and f"không quá {law.cap}", WORDS[law.certainty])
    return "; ".join(part for part in parts if part)


def sent_up() -> str:
    rows = (f"| {d.of} | {'; '.join(d.papers)} | {d.article} | {WORDS[d.certainty]} |" for d in DOSSIERS)
    return "\n".join(("| Loại | Hồ sơ gồm | Căn cứ | Mức tin cậy |", "|---|---|---|---|", *rows)) + "\n"


SIDES = {"center": "canh giữa", "both": "canh đều hai lề"}
BLOCKS = {
    "trang": sheet_tables,
    "van-ban": kinds,
    "thong-bao": problems,
    "truong": fields,
    "the-thuc": rules,
    "thanh-phan": parts,
    "can-cu": grounds,
    "khen-thuong": awards,
    "ho-so": sent_up,
}


@pytest.mark.parametrize("name", BLOCKS)
def test_a_table_of_the_guide_is_that_of_the_declarations(name: str) -> None:
    text = GUIDE.read_text("utf-8")
    block = re.compile(rf"(<!-- {name} -->\n)(.*?)(<!-- hết {name} -->)", re.DOTALL)
    found = block.search(text)
    assert found is not None
    if os.environ.get("GOLDEN") == "write":
        GUIDE.write_text(block.sub(lambda m: m[1] + BLOCKS[name]() + m[3], text), "utf-8")
    else:
        assert found[2] == BLOCKS[name](), "chạy GOLDEN=write pytest tests/test_guide.py"


def test_the_guide_names_every_command_the_office_types() -> None:
    text = GUIDE.read_text("utf-8")
    typed = ("make report", "make check", "make forms", "make report DRAFT=1", "check --annotate", "make templates",
             "templates check", "templates fields",
             "python -m pipeline format", "python -m pipeline diff", "python -m pipeline verify",
             "python -m pipeline seal")  # fmt: skip
    assert [command for command in typed if command not in text] == []


# --- templates ------------------------------------------------------------------------------------

EXAMPLE = {
    "cum": {
        "ten": "Cụm thi đua số 9", "linh_vuc": "Nội chính", "so_don_vi": figure(8),
        "don_vi_pho": ["Công an tỉnh", "Tòa án tỉnh"],
    },
    "ky": {"ten": "năm 2021"},
    "xep_hang": {"nhat": {"hang": figure(1, "rank")}},
    "ty_le": figure("14.28", "percent"),
    "so_tien": figure(15_000_000, "money"),
    "ngay_ky": date(2014, 4, 7),
}  # fmt: skip


def examples() -> list[list[str]]:
    """The rows of the filters: name, what it does, an example, what that prints."""
    table = GUIDE.read_text("utf-8").split("<!-- bo-loc -->")[1].split("<!-- hết bo-loc -->")[0]
    rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in table.strip().splitlines()[2:]]
    return [[cell.strip().strip("`").replace(r"\|", "|") for cell in row] for row in rows]


def test_every_filter_is_in_the_guide_and_there_is_no_other() -> None:
    assert sorted(row[0] for row in examples()) == sorted(filters(Printer([], True)))


@pytest.mark.parametrize("row", examples(), ids=lambda row: row[0])
def test_an_example_of_a_filter_prints_what_the_guide_says(row: list[str]) -> None:
    name, _, example, printed = row
    assert name in example
    assert paragraphs(compiled("mau.docx", docx(p(example))).render(EXAMPLE))[0] == printed


def test_every_tag_of_the_guide_asks_for_a_field_there_is() -> None:
    part = GUIDE.read_text("utf-8").split("## 6. ")[1].split("<!-- bo-loc -->")[0]
    tags = re.findall(r"\{\{.*?\}\}|\{%.*?%\}", part)
    asked = {name for tag in tags for name in re.findall(r"\b(?!dv|loop)[a-z_]+\.[a-z_]+", tag)}
    known = {line.tag for kind in KINDS.values() for line in lines(kind.declared)}
    assert asked and asked <= known
