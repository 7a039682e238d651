"""A paper tells its title and its cluster; not who wrote the template, on what machine, when."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import openpyxl
from docx import Document
from papers import INPUTS, YEAR_9, Run, dossier_of, run

from pipeline.office import package
from pipeline.papers import TEMPLATES

WRITER = "Trần Văn Soạn"


def test_the_properties_come_from_the_workbook(runs: Mapping[str, Run]) -> None:
    folder = runs[YEAR_9].folder
    for file in folder.glob("*.docx"):
        said = Document(str(file)).core_properties
        assert said.author.replace("\u00a0", " ") == "Cụm thi đua số 9 tỉnh Thanh Hóa"
        assert said.title.endswith(", năm 2021") and said.title[0].isupper()
        assert (said.last_modified_by, said.created, said.modified) == ("", None, None)
    book = openpyxl.load_workbook(folder / "bang-tong-hop-diem-2021.xlsx")
    assert "BẢNG TỔNG HỢP ĐIỂM" in (book.properties.title or "").upper()


def test_a_template_of_the_office_gives_away_neither_its_writer_nor_his_comments(tmp_path: Path) -> None:
    """A clerk's own template: saved under his name, with a comment to a colleague in the head and in the text."""
    shutil.copytree(INPUTS / YEAR_9, tmp_path / "vao" / YEAR_9)
    own = tmp_path / "vao" / YEAR_9 / "_mau" / "giao-uoc.docx"
    own.parent.mkdir()
    template = Document(str(TEMPLATES / "giao-uoc.docx"))
    for paragraph in template.paragraphs[:2]:
        template.add_comment(paragraph.runs, f"Nhờ xem lại. {WRITER}", author=WRITER, initials="S")
    template.core_properties.author = template.core_properties.last_modified_by = WRITER
    template.save(str(own))
    made = run(dossier_of(tmp_path / "vao", YEAR_9), tmp_path / "ra")
    parts = package.read((made.folder / "giao-uoc-2022.docx").read_bytes())
    assert [name for name in parts if "comment" in name] == []
    assert [name for name, part in parts.items() if WRITER.encode() in part or b"comment" in part] == []
    assert made.paper("giao-uoc").paragraphs == made_by_stock(tmp_path)


def made_by_stock(folder: Path) -> list[str]:
    return run(dossier_of(INPUTS, YEAR_9), folder / "goc").paper("giao-uoc").paragraphs
