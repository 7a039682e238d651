"""Papers as a careful official reads them: line by line, heading by heading, table by table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cached_property
from itertools import takewhile
from pathlib import Path

from pipeline.dossier import Dossier, dossiers
from pipeline.office import word
from pipeline.problems import Problems
from pipeline.report import Outcome, Wanted, report
from pipeline.vietnamese.numbers import letter, roman

Said = Callable[..., tuple[int, str, str]]
"""Runs a command: its exit code, its results, its problems."""
INPUTS = Path(__file__).parents[1] / "inputs"
YEAR_9, YEAR_8, HALF_9 = "cum-9-thanh-hoa-nam-2021", "cum-8-thanh-hoa-nam-2021", "cum-9-thanh-hoa-6-thang-2017"
GAP = "\u00a0" * 6
LEVELS = {"Mục I": 1, "Khoản 1": 2, "Điểm a": 3}
"""The styles of headings, from the highest down."""
_JUNK = (
    (re.compile(r"\b(nan|NaN|None|NaT)\b"), "a missing value"),
    (re.compile(r"\{\{|\{%|\}\}|%\}"), "a tag"),
    (re.compile(r" {2}"), "two spaces"),
    (re.compile(r"[ \u00a0][,.;:%]"), "a space before a sign"),
    (re.compile(r"\.\.|,\.|,,|;\.|:\.(?!/)|;;|\(\s*\)|\[\s*\]|“\s*”|\(\s|\s\)"), "broken signs"),
    (re.compile(r"\bcác 0?\d+\b|(?<![\d,.])00(?!\d)"), "a miscounted phrase"),
    (re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]"), "private signs"),
)
_COUNTED = re.compile(r"(\d+) (?:đơn vị thành viên, gồm|nhiệm vụ trọng tâm sau|ý kiến thảo luận tại Hội nghị):$")
_ITEM = re.compile(r"(-|\d+\.|\w{1,2}\)) ")


@dataclass(frozen=True)
class Line:
    """A paragraph with the name of its style, no-break spaces as spaces; a table row has its cells."""

    style: str
    text: str
    cells: tuple[str, ...] = ()

    @property
    def level(self) -> int:
        """1 for "I.", 2 for "1.", 3 for "a)", 0 for what is no heading."""
        return LEVELS.get(self.style, 0)


@dataclass(frozen=True)
class Paper:
    """One document of a release."""

    file: str
    content: bytes

    @cached_property
    def outline(self) -> str:
        """The whole document as lines of text."""
        return word.outline(self.content)

    @cached_property
    def paragraphs(self) -> list[str]:
        """Every paragraph, in tables and headers too."""
        return word.paragraphs(self.content)

    @cached_property
    def lines(self) -> list[Line]:
        """The body, paragraph by paragraph and row by row, without what is empty."""
        return [line for line in map(_line, _bodies(self.outline)) if line.text or line.cells]

    @cached_property
    def text(self) -> str:
        """All its words, one paragraph a line."""
        return "\n".join(self.paragraphs).replace("\u00a0", " ")

    def tables(self) -> Iterator[list[Line]]:
        """The tables with data: those whose first cell says STT."""
        rows: list[Line] = []
        for line in (*map(_line, _bodies(self.outline)), Line("", "")):
            if line.cells:
                rows.append(line)
            elif rows:
                yield from [rows] if rows[0].cells[0] == "STT" else []
                rows = []

    def starting(self, words: str) -> list[str]:
        """The paragraphs that begin with these words."""
        return [line.text for line in self.lines if line.text.startswith(words)]


def _bodies(outline: str) -> Iterator[str]:
    inside = False
    for line in outline.splitlines():
        if line.startswith(("== ", "-- ")):
            inside = line == "-- body"
        elif inside:
            yield line


def _line(text: str) -> Line:
    plain = text.replace("⍽", " ")
    if plain.startswith("| "):
        return Line("", "", tuple(cell.strip() for cell in plain[2:-1].split(" | ")))
    style, _, words = plain.partition(":")
    return Line(style, words.strip())


# --- what may not be on paper -------------------------------------------------------------------


def faults(paper: Paper) -> list[str]:
    """Everything that would have the paper sent back: junk, empty headings, gaps, tables without rows."""
    found = [*_junk(paper), *_headings(paper.lines), *_numbering(paper.lines), *_lists(paper.lines), *_tables(paper)]
    return [f"{paper.file}: {fault}" for fault in found]


def _junk(paper: Paper) -> Iterator[str]:
    for text in paper.paragraphs:
        shown = text.replace(GAP, "_")
        for pattern, what in _JUNK:
            if pattern.search(shown):
                yield f"{what}: {shown}"
        if unicodedata.normalize("NFC", text) != text:
            yield f"not NFC: {text}"


def _headings(lines: Sequence[Line]) -> Iterator[str]:
    ends = Line("Đoạn kết", "")
    for line, after in zip(lines, (*lines[1:], ends), strict=True):
        if line.level and (0 < after.level <= line.level or after is ends or after.text.startswith("TM. ")):
            yield f"nothing under the heading: {line.text}"
        if line.text.endswith(("gồm:", "trọng tâm sau:", "Hội nghị:")) and (after.level or after is ends):
            yield f"nothing listed after: {line.text}"


def _numbering(lines: Sequence[Line]) -> Iterator[str]:
    marks = {1: lambda n: f"{roman(n)}.", 2: lambda n: f"{n}.", 3: lambda n: f"{letter(n)})"}
    at = dict.fromkeys(marks, 0)
    for line in lines:
        if not line.level:
            continue
        at[line.level] += 1
        at |= {level: 0 for level in marks if level > line.level}
        mark = line.text.split(" ")[0]
        numbered = re.fullmatch(r"[IVX]+\.|\d+\.|\w{1,2}\)", mark)
        if numbered and mark != marks[line.level](at[line.level]):
            yield f"the number should be {marks[line.level](at[line.level])}: {line.text}"


def _lists(lines: Sequence[Line]) -> Iterator[str]:
    for at, line in enumerate(lines):
        counted = _COUNTED.search(line.text)
        if not counted:
            continue
        listed = list(takewhile(lambda after: not after.level and _ITEM.match(after.text), lines[at + 1 :]))
        if len(listed) != int(counted[1]):
            yield f"{len(listed)} lines follow: {line.text}"


def _tables(paper: Paper) -> Iterator[str]:
    for table in paper.tables():
        if not any(re.fullmatch(r"\d+|[IVX]+", row.cells[0]) for row in table[1:]):
            yield f"a table without rows: {table[0].cells}"
        yield from _sums(table)
    titles = [line.text for line in paper.lines if line.style == "Tên bảng"]
    numbers = [found[1] for title in titles if (found := re.match(r"Bảng (\d+\w?)\.", title))]
    whole = list(dict.fromkeys(int(n.rstrip("abcdđegh")) for n in numbers))
    if whole != list(range(1, len(whole) + 1)) or len(numbers) != len(titles):
        yield f"the tables are numbered {numbers}"
    said = "\n".join(line.text for line in paper.lines if line.style != "Tên bảng")
    yield from (f"nobody mentions table {n}" for n in numbers if not re.search(rf"Bảng {n}\b", said))


def number(text: str) -> Decimal | None:
    """The number that a table cell prints, or None."""
    try:
        return Decimal(text.replace(".", "").replace(",", "."))
    except InvalidOperation:
        return None


def _sums(table: Sequence[Line]) -> Iterator[str]:
    """The rows of a table must add up to its last row, and so must the rows of its groups."""
    totals = [row.cells for row in table if row.cells[0] == "Tổng cộng"]
    for kind in (r"\d+", r"[IVX]+") if totals else ():
        rows = [row.cells for row in table if re.fullmatch(kind, row.cells[0])]
        for back in range(1, len(totals[0])) if rows else ():
            whole = number(totals[0][-back])
            parts = [number(row[-back]) or 0 for row in rows]
            if whole is not None and sum(parts) != whole:
                yield f"{parts} do not add up to {whole}"


# --- making them ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Run:
    """What one run made of a dossier."""

    outcome: Outcome
    folder: Path
    papers: dict[str, Paper]

    def paper(self, start: str) -> Paper:
        """The one document whose name begins so."""
        (found,) = (paper for name, paper in self.papers.items() if name.startswith(start))
        return found

    @property
    def report(self) -> Paper:
        """The report of the cluster on the period."""
        (found,) = (paper for name, paper in self.papers.items() if re.match("bao-cao-(?:so|tong)-ket", name))
        return found

    @property
    def kinds(self) -> set[str]:
        """The kinds that were made."""
        return {document.kind for document in self.outcome.documents}


def dossier_of(inputs: Path, name: str) -> Dossier:
    """The dossier of that name in a folder of inputs."""
    return next(found for found in dossiers(inputs, Problems()) if found.name == name)


def run(dossier: Dossier, outputs: Path, draft: bool = False, only: tuple[str, ...] = ()) -> Run:
    """The papers of a dossier, as `report` makes them."""
    outcome = report(dossier, Wanted(outputs, only, draft))
    folder = outputs / dossier.name / str(outcome.release)
    files = [folder / document.file for document in outcome.documents if document.file.endswith(".docx")]
    return Run(outcome, folder, {file.name: Paper(file.name, file.read_bytes()) for file in files})
