"""What a person must fix, where, and how. Problems are values: collected, never thrown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.sayings import SAYINGS

Level = Literal["LỖI", "CẢNH BÁO", "LƯU Ý"]


@dataclass(frozen=True, order=True)
class Place:
    """A workbook, one of its sheets, one of its cells; each may be left open."""

    file: str = ""
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        return " › ".join(part for part in (self.file, self.sheet, self.cell) if part)


@dataclass(frozen=True)
class Problem:
    """One line for one person: the level, the place, what was found, what to do."""

    level: Level
    code: str
    place: Place
    found: str
    message: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.place}: " if str(self.place) else ""
        return f"{self.level}  {place}{self.message}. {self.remedy} [{self.code}]"

    def as_json(self) -> dict[str, str | None]:
        """The problem with all the keys of the contract, null where there is nothing."""
        return {
            "level": self.level,
            "code": self.code,
            "file": self.place.file or None,
            "sheet": self.place.sheet or None,
            "cell": self.place.cell or None,
            "found": self.found or None,
            "message": self.message,
            "remedy": self.remedy,
        }


@dataclass(frozen=True)
class Finding:
    """One line on a Word file: the article, the place and the words it is about, what was found and expected."""

    level: Level
    code: str
    file: str
    place: str
    text: str
    found: str
    remedy: str
    article: str = ""
    expected: str = ""

    @classmethod
    def of(cls, code: str, file: str, place: str = "", text: str = "", **words: object) -> Finding:
        """The finding `code` of the catalogue, at a place of a file."""
        saying = SAYINGS[code]
        found = str(words.get("said") or saying.message.format(**words))
        return cls(saying.level, code, file, place, text, found, saying.remedy.format(**words))

    def __str__(self) -> str:
        place = " › ".join(part for part in (self.file, self.place, self.text) if part)
        return f"{self.level}  {place}: {self.found}. {self.remedy} [{self.code}]"

    def as_json(self) -> dict[str, str | None]:
        """The finding with all the keys of the contract, null where there is nothing."""
        keys = ("level", "code", "file", "article", "place", "text", "found", "expected", "remedy")
        return {key: getattr(self, key) or None for key in keys}


class Problems:
    """The problems of one run, in the order of their places; filled on the way."""

    def __init__(self) -> None:
        self._all: dict[Problem, None] = {}

    def add(self, code: str, place: Place = Place(), **words: object) -> None:
        """Say the problem `code` of the catalogue at a place; equal ones are said once."""
        saying = SAYINGS[code]
        level: Level = saying.level
        found = str(words.get("found", ""))
        self._all[Problem(level, code, place, found, saying.message.format(**words), saying.remedy.format(**words))] = (
            None
        )

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._all, key=lambda problem: (problem.place.file, _sheet_key(problem))))

    def __len__(self) -> int:
        return len(self._all)

    def __iadd__(self, others: Iterable[Problem]) -> Problems:
        self._all.update(dict.fromkeys(others))
        return self

    def errors(self) -> tuple[Problem, ...]:
        """Only those that keep a paper from being made."""
        return tuple(problem for problem in self if problem.level == "LỖI")

    def grouped(self) -> tuple[Problem, ...]:
        """Problems of one sentence down one column as one line: `D12:D40, 29 ô`."""
        groups: dict[Problem, list[Problem]] = {}
        for problem in self:
            groups.setdefault(replace(problem, place=_column_of(problem.place), found=""), []).append(problem)
        return tuple(_one_line(group) for group in groups.values())


def _sheet_key(problem: Problem) -> tuple[str, int, str, str]:
    letters = problem.place.cell.rstrip("0123456789")
    row = problem.place.cell[len(letters) :]
    return problem.place.sheet, int(row) if row.isdigit() else 0, letters.rjust(3), problem.code


def _column_of(place: Place) -> Place:
    return replace(place, cell=place.cell.rstrip("0123456789"))


def _one_line(group: list[Problem]) -> Problem:
    if len(group) == 1 or not group[0].place.cell:
        return group[0]
    first, last = group[0].place, group[-1].place
    return replace(group[0], place=replace(first, cell=f"{first.cell}:{last.cell}, {len(group)} ô"))
