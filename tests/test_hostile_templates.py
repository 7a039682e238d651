"""Templates made to do harm are refused before they run, quickly and cheaply."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hostile_templates import FIELDS, FILES, outcome
from word_files import docx, p

from pipeline.office.word import paragraphs
from pipeline.rendering.compile import compiled

SECONDS, MEBIBYTES = 2, 200


@pytest.mark.parametrize("kind", FILES)
def test_a_template_made_to_do_harm_is_refused(kind: str) -> None:
    assert outcome(FILES[kind]).startswith("mau.docx")


def test_none_of_them_runs_or_costs_much() -> None:
    here = Path(__file__).parent
    paths = {"PYTHONPATH": os.pathsep.join((str(here), str(here.parent)))}
    told = subprocess.check_output([sys.executable, here / "hostile_templates.py"], env={**os.environ, **paths})
    cost = json.loads(told)
    assert (cost["taken"], cost["ran"]) == ([], False)
    assert cost["slowest"][1] < SECONDS, cost["slowest"]
    assert cost["memory"] < MEBIBYTES


@pytest.mark.parametrize(
    "text", ["{{ 7 * 7 }}", "{% include '/etc/passwd' %}", "</w:t></w:r><w:altChunk/>", "=cmd|' /C calc'!A0"]
)
def test_hostile_text_in_a_cell_is_printed_as_text(text: str) -> None:
    assert paragraphs(compiled("mau.docx", docx(p("{{ x }}"))).render({**FIELDS, "x": text}))[0] == text


def test_an_honest_field_and_link_inside_the_paper_are_kept() -> None:
    codes = ("PAGE", "NUMPAGES", ' HYPERLINK \\l "muc_1" ', ' TOC \\o "1-3" \\h ', " = 1 + 2 ")
    fields = "".join(f'<w:fldSimple w:instr="{code.replace(chr(34), "&quot;")}"/>' for code in codes)
    assert compiled("mau.docx", docx(f"<w:p>{fields}</w:p>", p("{{ x }}"))).render(FIELDS)
