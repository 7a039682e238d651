"""Hand edits in the annual report of cluster 9 carried over when its workbooks change: alone, in pairs, by LibreOffice.

What comes out is what the same edits make of the report as it is generated now.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from itertools import combinations
from typing import Any

import pytest
from docx.oxml.ns import qn
from edits import EDITS, TOTALS, Edit, at, edited, moved, without_row
from papers import YEAR_9, Run, dossier_of, run
from sample_books import changed, copied

from pipeline.office import package, word
from pipeline.office.blocks import blocks, stories
from pipeline.releases.merge import merged

Pair = tuple[bytes, bytes]
TYPED = re.compile(r"gõ\d+")


def counts(workbook: Any) -> None:
    """One person more, points that change the ranking."""
    workbook["Khen thưởng"]["E15"].value += 1
    for row in (7, 8, 9, 28):
        workbook["Chấm điểm"].cell(row, 5).value = float(workbook["Chấm điểm"].cell(row, 5).value) - 2.5


def texts(workbook: Any) -> None:
    """A movement more, an activity and a text less, another amount."""
    movements, charity, said = (workbook[name] for name in ("Phong trào", "Xã hội, từ thiện", "Nội dung"))
    movements.insert_rows(8)
    new = (3, "Học tập suốt đời", "Thủ tướng Chính phủ", "Năm 2021", "Các đơn vị mở 12 lớp cho 340 lượt cán bộ.")
    for column, value in enumerate(new, 1):
        movements.cell(8, column).value = value
    charity["D7"].value = 490000000
    charity.delete_rows(9)
    said.delete_rows(8)


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> tuple[Run, Run]:
    """The papers of cluster 9, and those after its workbooks changed."""
    inputs = copied(YEAR_9, tmp_path_factory.mktemp("inputs"))
    outputs = tmp_path_factory.mktemp("outputs")
    before = run(dossier_of(inputs, YEAR_9), outputs)
    changed(inputs / YEAR_9 / "Công an tỉnh.xlsx", counts)
    changed(next((inputs / YEAR_9).glob("Cụm 9*")), texts)
    return before, run(dossier_of(inputs, YEAR_9), outputs)


@pytest.fixture(scope="module")
def pair(states: tuple[Run, Run]) -> Pair:
    """The report before and now."""
    before, now = (made.report.content for made in states)
    return before, now


def said(content: bytes) -> list[str]:
    """The words of the body, block by block, without empty ones: LibreOffice adds some of its own."""
    body = next(iter(stories(package.read(content)).values()))
    return [block.text for block in blocks(body) if block.text.strip()]


def typed(content: bytes) -> set[str]:
    """The words that a person typed, in whatever part."""
    parts = (part.decode() for name, part in package.read(content).items() if name.endswith(".xml"))
    return {found for part in parts for found in TYPED.findall(part)}


def name_of(edits: tuple[Edit, ...]) -> str:
    return " + ".join(edit.__name__ for edit in edits)


@pytest.mark.parametrize("edits", [*((edit,) for edit in EDITS), *combinations(EDITS, 2)], ids=name_of)
def test_edits_and_new_figures_are_both_there(pair: Pair, edits: tuple[Edit, ...]) -> None:
    before, now = pair
    ours = edited(before, *edits)
    made = merged(before, ours, now)
    assert word.outline(made.content) == word.outline(edited(now, *edits))
    assert typed(made.content) == typed(ours)
    assert len(made.kept) == (without_row in edits)


def test_all_papers_are_carried_over(states: tuple[Run, Run]) -> None:
    """A sentence is added to the last paragraph of the body of each paper that changed."""

    def remark(document: Any) -> None:
        document.paragraphs[-1].add_run(" gõ20")

    before, now = (made.papers for made in states)
    others = {name for name in before if name in now and before[name].content != now[name].content}
    assert len(others) > 5
    for name in others:
        made = merged(before[name].content, edited(before[name].content, remark), now[name].content)
        assert (word.outline(made.content), made.kept) == (word.outline(edited(now[name].content, remark)), ())


def test_a_moved_paragraph_keeps_its_looks_and_takes_the_new_figure(pair: Pair) -> None:
    def look(document: Any) -> None:
        paragraph = at(document, TOTALS)
        start, figure, rest = paragraph.text.partition("3.211")
        paragraph.runs[0].text = start
        paragraph.add_run(figure).bold = True
        paragraph.add_run(rest)
        moved(document)

    made = merged(pair[0], edited(pair[0], look), pair[1])
    document: Any = stories(package.read(made.content))["word/document.xml"]
    (figure,) = (run for run in document.iter(qn("w:r")) if run.findtext(qn("w:t")) == "3.212" and len(run) == 2)
    assert figure.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None


def charts(content: bytes) -> list[list[str]]:
    """The names and numbers of the charts with any, numbers without zeros at their ends."""
    parts = package.read(content)
    found = [re.findall("<c:v>([^<]*)", parts[name].decode()) for name in sorted(parts) if "charts/chart" in name]
    return [[re.sub(r"(\.\d*?)0+$", r"\1", text).rstrip(".") for text in texts] for texts in found if texts]


def test_a_chart_shows_the_new_numbers_unless_a_person_changed_it(pair: Pair) -> None:
    before, now = pair
    assert charts(before) != charts(now)
    made = merged(before, edited(before, *EDITS[:1]), now)
    assert charts(made.content) == charts(now)
    books = [package.read(content)["word/embeddings/so-lieu-2.xlsx"] for content in (made.content, now)]
    assert books[0] == books[1]
    parts = package.read(before)
    parts["word/charts/chart2.xml"] = parts["word/charts/chart2.xml"].replace(
        "Tổng điểm của".encode(), "Điểm gõ".encode()
    )
    made = merged(before, package.write(parts), now)
    assert charts(made.content) == charts(before)
    assert [one.hand.startswith("Điểm gõ") for one in made.kept] == [True]


# --- as LibreOffice stores it -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def stored(pair: Pair, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The report after each edit, opened and saved by LibreOffice, all in one call."""
    folder = tmp_path_factory.mktemp("sua")
    for number, edit in enumerate((None, *EDITS)):
        (folder / f"{number:02}.docx").write_bytes(edited(pair[0], *([edit] if edit else [])))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(folder / "ra")]
    subprocess.run([*command, *map(str, sorted(folder.glob("*.docx")))], check=True, capture_output=True, timeout=300)
    return {file.stem: file.read_bytes() for file in (folder / "ra").iterdir()}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
@pytest.mark.parametrize("number", range(len(EDITS) + 1))
def test_a_file_that_libreoffice_saved_is_carried_over(pair: Pair, stored: Mapping[str, bytes], number: int) -> None:
    edits = EDITS[number - 1 : number] if number else ()
    made = merged(pair[0], stored[f"{number:02}"], pair[1])
    assert said(made.content) == said(edited(pair[1], *edits))
    assert typed(made.content) == typed(stored[f"{number:02}"])
    assert charts(made.content) == charts(pair[1])
    assert len(made.kept) == (without_row in edits)
