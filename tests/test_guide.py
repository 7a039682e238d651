"""The guide says what the program does: its tables are those of the declarations.

`GOLDEN=write` writes them anew.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from pipeline.documents import KINDS
from pipeline.documents.kind import YEARLY
from pipeline.sayings import SAYINGS
from pipeline.workbooks.guide import sheet_tables

GUIDE = Path(__file__).parents[1] / "docs" / "huong-dan.md"


def kinds() -> str:
    rows = (
        f"| {kind.title} | `{kind.name}` | {'năm, năm học' if kind.periods == YEARLY else '6 tháng'} |"
        for kind in KINDS.values()
    )
    return "\n".join(("| Văn bản | Loại | Kỳ |", "|---|---|---|", *rows)) + "\n"


def problems() -> str:
    rows = (f"| {code} | {saying.level} | {saying.message} | {saying.remedy} |" for code, saying in SAYINGS.items())
    return "\n".join(("| Mã | Mức | Điều thấy | Cách sửa |", "|---|---|---|---|", *rows)) + "\n"


def fields() -> str:
    tags = {field.tag: field.says for kind in KINDS.values() for field in kind.table}
    rows = (f"| `{tag}` | {says} |" for tag, says in sorted(tags.items()))
    return "\n".join(("| Trường | Nội dung |", "|---|---|", *rows)) + "\n"


BLOCKS = {"trang": sheet_tables, "van-ban": kinds, "thong-bao": problems, "truong": fields}


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
    for command in ("make report", "make check", "make forms", "make report DRAFT=1", "check --annotate"):
        assert command in text
