"""The official format of papers that were opened and saved by LibreOffice: the same is found, and nothing else."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import hands
import pytest
from docx import Document
from test_format import CASES, OF_REPORT, Case, at, by_hand, findings, letter_by_hand, papers, saved, with_annexes
from test_format_files import GRIDS, dossier, marked, pledge, side_by_side

__all__ = ["papers"]
pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")

CHANGED = {"TT30-01": ("216 mm", "215,9 mm")}
"""LibreOffice repairs none of the cases and stores all of them; of one it rounds the paper to one that it knows."""
LOST = {"giữ dossier": "[TT30-06]", "giữ annexes": "[TT30-06]"}
"""LibreOffice drops the headers of sections in a row whose first pages differ: the number of the page is gone."""


def names() -> dict[str, Case]:
    """The cases by names that tell them apart."""
    return {f"{number:03} {case.code} {case.start}": case for number, case in enumerate((*CASES, *OF_REPORT))}


@pytest.fixture(scope="module")
def opened(papers: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Every broken case, and papers that keep the rules, as LibreOffice saves them: all in one call."""
    folder = tmp_path_factory.mktemp("luu-lai")
    kept = {
        **papers, "tabs": saved(by_hand()), "letter": saved(letter_by_hand()),
        "dossier": saved(dossier()),
        "annexes": with_annexes("Phụ lục I", "Phụ lục II"), "marked": saved(marked("KHẨN")),
        "beside": saved(side_by_side("THƯ KÝ", "CHỦ TỌA", "Lê Thị Bình", "Nguyễn Văn An")),
        **{f"grid {number}": saved(pledge(*rows)) for number, rows in enumerate(GRIDS.values())},
        **{hand.__name__: saved(hand()) for hand in hands.HANDS},
    }  # fmt: skip
    stored = {**{f"giữ {name}": content for name, content in kept.items()},
              **{name: broken(papers, case) for name, case in names().items()}}  # fmt: skip
    files = {name: f"{number:03}.docx" for number, name in enumerate(stored)}
    for name, content in stored.items():
        (folder / files[name]).write_bytes(content)
    convert(folder, folder / "ra")
    return {name: (folder / "ra" / file).read_bytes() for name, file in files.items()}


def broken(papers: Mapping[str, bytes], case: Case) -> bytes:
    """A paper with one rule broken."""
    document = Document(io.BytesIO(papers[case.paper]))
    case.spoil(document, at(document, case.start))
    return saved(document)


def convert(folder: Path, target: Path) -> None:
    """Have LibreOffice open and save all Word files of a folder."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(target)]
    subprocess.run([*command, *map(str, sorted(folder.glob("*.docx")))], check=True, capture_output=True, timeout=300)


def test_a_paper_that_keeps_the_rules_keeps_them_when_libreoffice_saved_it(opened: Mapping[str, bytes]) -> None:
    found = {name: [str(one) for one in findings(content)] for name, content in opened.items() if name[:3] == "giữ"}
    assert len(found) > 20
    wrong = {name: [one for one in said if LOST.get(name, "-") not in one] for name, said in found.items()}
    assert {name: said for name, said in wrong.items() if said} == {}


@pytest.mark.parametrize("name", names())
def test_a_broken_rule_is_found_alone_when_libreoffice_saved_the_paper(opened: Mapping[str, bytes], name: str) -> None:
    case = names()[name]
    said = case.found.replace(*CHANGED.get(case.code, ("", "")))
    (finding,) = findings(opened[name])
    assert finding.code == case.code and said in finding.found
    assert finding.text.startswith(case.start[:20] if case.text is None else case.text)
    assert finding.place.startswith(("trang",) if not case.start else ("đoạn", "bảng"))
