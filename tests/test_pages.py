"""The papers as pages, laid out by LibreOffice where it is present."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.dossier import dossiers
from pipeline.problems import Problems
from pipeline.report import Wanted, report

ROOT = Path(__file__).parents[1]
NEEDED = ("soffice", "pdftotext", "pdffonts")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The text of every page of every paper of the samples, by file."""
    if missing := [tool for tool in NEEDED if shutil.which(tool) is None]:
        pytest.skip(f"not on this machine: {', '.join(missing)}")
    folder = tmp_path_factory.mktemp("pages")
    for dossier in dossiers(ROOT / "inputs", Problems()):
        report(dossier, Wanted(folder / "outputs"))
    papers = sorted(str(file) for file in folder.glob("outputs/*/lan-01/*.docx"))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    found: dict[str, list[str]] = {}
    for paper in _by_dossier(papers):
        target = folder / "pdf" / Path(paper[0]).parts[-3]
        command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(target), *paper]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        found |= {f"{target.name}/{pdf.stem}": _text(pdf) for pdf in sorted(target.glob("*.pdf"))}
    return found


def _by_dossier(papers: list[str]) -> Iterator[list[str]]:
    for name in sorted({Path(paper).parts[-3] for paper in papers}):
        yield [paper for paper in papers if Path(paper).parts[-3] == name]


def _text(pdf: Path) -> list[str]:
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True).stdout.decode()
    return text.split("\f")[:-1]


def test_pages_are_numbered_from_the_second(pages: dict[str, list[str]]) -> None:
    assert pages
    for name, texts in pages.items():
        first = [text.strip().splitlines()[0].strip() for text in texts]
        assert first[0] != "1", name
        numbers = [line for line in first[1:] if line.isdigit()]
        assert numbers[:1] in ([], ["2"]), name


def test_no_page_is_empty(pages: dict[str, list[str]]) -> None:
    for name, texts in pages.items():
        assert all(len(re.sub(r"\s|\d", "", text)) > 40 for text in texts), name


def test_the_signature_stands_under_text(pages: dict[str, list[str]]) -> None:
    """The page with the signature holds a line of the paper above it."""
    for name, texts in pages.items():
        signed = [text for text in texts if "Nơi nhận:" in text and "TM. CỤM" in text]
        for text in signed:
            above = text.split("Nơi nhận:")[0]
            assert len(re.sub(r"\s|\d", "", above)) > 20, name


def test_no_heading_ends_a_page(pages: dict[str, list[str]]) -> None:
    for name, texts in pages.items():
        for text in texts:
            last = text.rstrip().splitlines()[-1].strip()
            assert not re.fullmatch(r"[IVX]+\. [A-ZĐÀ-Ỹ ,;-]+", last), (name, last)
            assert not re.match(r"Bảng \d+[a-z]?\. ", last), (name, last)
