"""Every number on paper is a figure that leads to its cells, or numbers, dates or names something."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from other_clusters import OTHERS, Other, write
from papers import HALF_9, INPUTS, YEAR_8, YEAR_9, Run, dossier_of, run
from sample_books import exact

from pipeline.office import package
from pipeline.office.blocks import blocks, stories
from pipeline.vietnamese.numbers import readings

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_GAP = r"[\s\u00a0]+"
_DAY = rf"\d{{1,2}}(?:(?:/|{_GAP}tháng{_GAP})\d{{1,2}})?(?:(?:/|{_GAP}năm{_GAP})\d{{4}})?"
_YEAR = r"\d{4}(?:\s?[-–]\s?\d{4}|(?:, \d{4})+)?"
CLASSES: Mapping[str, str] = {
    "numbering": r"^\d+(?:\.\d+)*(?:[.)]|(?=\t|$))|\n\d+\.|\(\d+\)"
    rf"|\b(?:Bảng|Phụ lục|Mẫu số|Biểu số){_GAP}\d+",
    "date or period": rf"(?i:ngày){_GAP}{_DAY}|(?<!\d)\d{{1,2}}/(?:\d{{1,2}}/)?\d{{4}}"
    rf"|\b(?i:tháng){_GAP}\d{{1,2}}(?:/\d{{4}})?|\b(?i:năm|năm học|giai đoạn){_GAP}{_YEAR}"
    rf"|\b6{_GAP}(?i:tháng)|\d{{4}}[-–]\d{{4}}"
    rf"|\b\d{{1,2}}{_GAP}giờ(?:{_GAP}\d{{1,2}}{_GAP}phút)?",
    "number of a cited text": r"\d+(?:/\d{4})?[/-][A-ZĐ][\w/-]*|/[A-ZĐ]+-[A-ZĐ]*\d*"
    r"|(?:Quyết định số|Điều|khoản)\s\d+[\w/-]*",
    "part of a name": rf"(?i:số){_GAP}\d+\b|\w-\d+\b|-?[A-ZĐ]{{2,}}\d+\b",
}
"""What a number may be that counts, ranks and measures nothing, by the words around it."""
COUNTING = re.compile(rf"\d{_GAP}(?:lượt|điểm|phiếu|đơn vị|tập thể|cá nhân|đồng|triệu|hộ)\b|\d%")
"""What follows a number that does."""


@dataclass(frozen=True)
class Number:
    """A number in a Word file, with the text around it, and its class; "figure" where the manifest follows it."""

    file: str
    place: str
    text: str
    start: int
    end: int
    class_: str

    def __str__(self) -> str:
        before, number, behind = self.text[: self.start], self.text[self.start : self.end], self.text[self.end :]
        return f"{self.file}, {self.place}: {before[-40:]}«{number}»{behind[:40]}"


def numbers(made: Run) -> Iterator[Number]:
    """Every number of every Word file of a release, as a reader of the text finds it."""
    told = json.loads((made.folder / "bang-ke.json").read_text("utf-8"))
    for file in (one["file"] for one in told["documents"] if one["file"].endswith(".docx")):
        printed = defaultdict(list)
        for one in told["places"][file]:
            if one["start"] is not None:
                printed[one["place"]].append((one["start"], one["start"] + len(one["text"])))
        for part, story in enumerate(stories(package.read((made.folder / file).read_bytes())).values()):
            for block in blocks(story):
                spans = printed[block.place] if part == 0 else []
                for found in NUMBER.finditer(block.text):
                    inside = any(start <= found.start() and found.end() <= end for start, end in spans)
                    class_ = "figure" if inside else "page number" if part else class_of(found)
                    yield Number(file, block.place, block.text, *found.span(), class_)


def class_of(number: re.Match[str]) -> str:
    """The first class whose words hold the number; "" when none does."""
    for name, words in CLASSES.items():
        if any(
            one.start() <= number.start() and number.end() <= one.end() for one in re.finditer(words, number.string)
        ):
            return name
    return ""


def check(made: Run) -> Counter[str]:
    """How many numbers of each class there are; none is of no class, and none of a class is a count."""
    found = list(numbers(made))
    assert [str(one) for one in found if not one.class_] == []
    assert [
        str(one) for one in found if one.class_ != "figure" and COUNTING.match(one.text, one.end - 1)
    ] == []  # fmt: skip
    return Counter(one.class_ for one in found)


@pytest.mark.parametrize("name", [YEAR_9, YEAR_8, HALF_9])
def test_every_number_of_the_samples(runs: Mapping[str, Run], name: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = check(runs[name])
    with capsys.disabled():
        print(f"\n{name}: " + ", ".join(f"{count} {class_}" for class_, count in found.most_common()))
    assert found["figure"] > 100


@pytest.mark.parametrize("of", OTHERS, ids=lambda of: of.folder)
def test_every_number_of_other_clusters(tmp_path: Path, of: Other) -> None:
    assert check(run(dossier_of(write(tmp_path / "vao", of), of.folder), tmp_path / "ra"))["figure"] > 100


# --- another library reads the cells ----------------------------------------------------------------


class Cells:
    """The cells of the inputs as openpyxl reads them."""

    def __init__(self) -> None:
        self._books: dict[str, Any] = {}

    def value(self, place: str) -> object:
        """What stands in "file › sheet › cell"."""
        file, sheet, cell = place.split(" › ")
        if file not in self._books:
            self._books[file] = openpyxl.load_workbook(INPUTS / file, data_only=True)
        return self._books[file][sheet][cell].value

    def numbers(self, places: Sequence[str]) -> list[Decimal]:
        """The numbers that cells hold: themselves, or those in their text."""
        said = [str(self.value(place)) for place in places]
        return [value for text in said for one in NUMBER.findall(text) for value in readings(one)]


Figures = Mapping[str, Mapping[str, Any]]


def inner(figure: Mapping[str, Any], figures: Figures) -> list[Decimal]:
    """The values that a figure was made from."""
    return [Decimal(figures[id_]["value"]) for id_ in figure.get("figures", ())]


def is_typed(figure: Mapping[str, Any], figures: Figures, cells: Cells) -> bool:
    return Decimal(figure["value"]) in cells.numbers(figure["cells"])


def is_sum(figure: Mapping[str, Any], figures: Figures, cells: Cells) -> bool:
    own = [exact(cells.value(place)) for place in figure.get("cells", ())]
    return abs(sum(own or inner(figure, figures))) == abs(Decimal(figure["value"]))


def is_count(figure: Mapping[str, Any], figures: Figures, cells: Cells) -> bool:
    """As many rows of sheets as it counts; nothing is counted where no cell names a thing."""
    return len({re.sub(r"[A-Z]+(?=\d+$)", "", place) for place in figure.get("cells", ())}) == int(figure["value"])


def is_change(figure: Mapping[str, Any], figures: Figures, cells: Cells) -> bool:
    now, before = inner(figure, figures)
    return abs(now - before) == Decimal(figure["value"])


def is_share(figure: Mapping[str, Any], figures: Figures, cells: Cells) -> bool:
    part, whole, *_ = inner(figure, figures)
    return abs(part * 100 / whole - Decimal(figure["value"])) <= Decimal("0.05")


def is_rank(figure: Mapping[str, Any], figures: Figures, cells: Cells) -> bool:
    totals = inner(figure, figures)
    return int(figure["value"]) in {1 + sum(other > total for other in totals) for total in totals}


def is_rule(figure: Mapping[str, Any], figures: Figures, cells: Cells) -> bool:
    return not figure.get("cells") and not figure.get("figures")


RULES: Mapping[str, Callable[[Mapping[str, Any], Figures, Cells], bool]] = {
    "số ghi ở": is_typed, "số ghi trong câu": is_typed, "tổng": is_sum, "đếm": is_count, "tăng so với": is_change,
    "giảm so với": is_change, "so với kỳ trước": is_change, "tỷ lệ": is_share, "xếp thứ theo": is_rank,
    "theo quy định": is_rule,
}  # fmt: skip
"""How another program computes a figure anew, by the beginning of its rule."""


@pytest.mark.parametrize("name", [YEAR_9, YEAR_8, HALF_9])
def test_every_figure_is_computed_anew_from_its_cells(
    runs: Mapping[str, Run], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told = json.loads((runs[name].folder / "bang-ke.json").read_text("utf-8"))
    figures, cells, found = {figure["id"]: figure for figure in told["figures"]}, Cells(), Counter[str]()
    for figure in figures.values():
        rule = next(words for words in RULES if figure["rule"].startswith(words))
        assert RULES[rule](figure, figures, cells), figure
        found[rule] += 1
    with capsys.disabled():
        print(f"\n{name}: " + ", ".join(f"{count} {rule}" for rule, count in found.most_common()))
    assert found["số ghi trong câu"] >= 4 or name != YEAR_8
