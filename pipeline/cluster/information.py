"""What the sheet "Thông tin" says: each key once, or equal in every workbook."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from typing import Literal, cast

from pipeline.model import Figure, Meeting, Paper, Period, Person, Rule
from pipeline.problems import Place, Problems
from pipeline.vietnamese.text import key
from pipeline.workbooks.rows import Entry, Row, Tables
from pipeline.workbooks.sheets import INFORMATION, PAPERS, RULES, Sheet

_PROVINCE = re.compile(r"^(?:tỉnh|thành phố|tp\.?)\s+", re.IGNORECASE)
PAPER_NAMES = {
    "report": ("báo cáo",),
    "proposal": ("tờ trình",),
    "minutes": ("biên bản", "biên bản hội nghị tổng kết", "biên bản hội nghị bình xét", "biên bản hội nghị suy tôn"),
    "conference": ("biên bản hội nghị", "biên bản sơ kết", "biên bản ký kết"),
    "tally": ("biên bản kiểm phiếu",),
    "pledge": ("giao ước", "bản giao ước"),
    "notice": ("thông báo",),
    "score table": ("bảng tổng hợp điểm", "bảng điểm", "bảng tổng hợp"),
}  # fmt: skip


class Facts:
    """The keys of a two-column sheet and their values, over all workbooks."""

    def __init__(self, tables: Tables, sheet: Sheet, problems: Problems) -> None:
        self._sheet = sheet
        self._found: dict[str, list[Entry]] = {}
        for row in tables.of(sheet.name):
            for name, entry in row.entries.items():
                self._take(sheet, name, entry, problems)

    def _take(self, sheet: Sheet, name: str, entry: Entry, problems: Problems) -> None:
        before = self._found.setdefault(name, [])
        column = sheet.column(name)
        if any(_same(entry, other) for other in before):
            return
        if before and column.kind not in ("lines", "names") and name != "unit":
            first = before[0]
            problems.add("HS-02", entry.place, key=column.header, found=entry.value, first=str(first.place))
            return
        before.append(entry)

    def entry(self, name: str) -> Entry | None:
        """The value of a key with its cell."""
        found = self._found.get(name)
        return found[0] if found else None

    def text(self, name: str) -> str | None:
        """The text of a key."""
        entry = self.entry(name)
        return entry.value if entry and isinstance(entry.value, str) else None

    def number(self, name: str) -> int | None:
        """The whole number of a key: a year, a count."""
        entry = self.entry(name)
        return entry.value if entry and isinstance(entry.value, int) else None

    def day(self, name: str) -> date | None:
        """The date of a key."""
        entry = self.entry(name)
        return entry.value if entry and isinstance(entry.value, date) else None

    def hour(self, name: str) -> time | None:
        """The time of a key."""
        entry = self.entry(name)
        return entry.value if entry and isinstance(entry.value, time) else None

    def lines(self, name: str) -> tuple[str, ...]:
        """All the values of a key, in the order in which they were typed."""
        entries = self._found.get(name, [])
        return tuple(line for entry in entries if isinstance(entry.value, tuple) for line in entry.value)

    def placed(self, name: str) -> tuple[tuple[str, Place], ...]:
        """All the values of a key, each with its cell."""
        entries = self._found.get(name, [])
        return tuple((line, entry.place) for entry in entries if isinstance(entry.value, tuple) for line in entry.value)

    def place(self, name: str) -> Place:
        """The cell of a key."""
        entry = self.entry(name)
        return entry.place if entry else Place()

    def figure(self, name: str, unit: str, kind: Literal["count", "points"]) -> Figure | None:
        """The number of a key as a figure."""
        entry = self.entry(name)
        if entry is None or not isinstance(entry.value, (int, Decimal)):
            return None
        return Figure(entry.value, unit, kind, Rule("typed", self._sheet.column(name).header), (entry.place,))


def _same(one: Entry, other: Entry) -> bool:
    if isinstance(one.value, str) and isinstance(other.value, str):
        return key(one.value) == key(other.value)
    return one.value == other.value


def province(facts: Facts) -> str | None:
    """The name of the province alone: "Hòa Bình" for "tỉnh Hòa Bình"."""
    name = facts.text("province")
    return _PROVINCE.sub("", name) if name else None


def information(tables: Tables, problems: Problems) -> Facts:
    """The facts of the dossier; a needed key that nobody typed is a problem."""
    facts = Facts(tables, INFORMATION, problems)
    for column in INFORMATION.columns:
        if column.required and facts.entry(column.field) is None:
            problems.add("HS-01", _sheet_place(tables, INFORMATION.name), key=column.header)
    if (facts.text("name") or "").isupper():
        problems.add("HS-07", facts.place("name"))
    return facts


def regulations(tables: Tables, problems: Problems) -> Facts:
    """The facts of the sheet "Quy định"."""
    return Facts(tables, RULES, problems)


def _sheet_place(tables: Tables, name: str) -> Place:
    return next((place for place, declared in tables.names.items() if name in declared), Place())


def period(facts: Facts) -> Period | None:
    """The reported period, when both its keys are known."""
    kind, year = facts.text("period"), facts.number("year")
    if kind is None or year is None:
        return None
    return Period(cast(Literal["half_year", "year", "school_year"], kind), year)


def default_paper(facts: Facts) -> Paper:
    """What "Thông tin" says of every paper."""
    return Paper(
        day=facts.day("paper_day"),
        addressees=facts.lines("addressees"),
        recipients=facts.lines("recipients"),
        signer=facts.text("signer"),
        signer_rank=facts.text("signer_rank"),
        signer_office=facts.text("signer_office"),
        capacity=facts.text("capacity"),
        day_place=facts.place("paper_day"),
    )


def papers(tables: Tables, problems: Problems) -> Mapping[str, Paper]:
    """What the sheet "Văn bản" says of single papers, by kind of paper."""
    found: dict[str, Paper] = {}
    for row in tables.of(PAPERS.name):
        kind = _paper_kind(str(row.get("paper")))
        if kind is None:
            allowed = "; ".join(names[0] for names in PAPER_NAMES.values())
            problems.add("O-08", row.at("paper"), found=row.get("paper"), column="Loại văn bản", allowed=allowed)
        elif kind in found:
            problems.add("DV-07", row.at("paper"), found=row.get("paper"), first=str(found[kind].day_place))
        else:
            found[kind] = _paper(row)
    return found


def _paper_kind(typed: str) -> str | None:
    """The kind with whose longest name the typed words begin: minutes of the tally are no other minutes."""
    words = key(typed)
    begun = [(len(name), kind) for kind, names in PAPER_NAMES.items() for name in names if words.startswith(name)]
    return max(begun)[1] if begun else None


def _paper(row: Row) -> Paper:
    day = row.get("day")
    return Paper(
        number=row.text("number"),
        day=day if isinstance(day, date) else None,
        addressees=_lines(row, "addressees"),
        recipients=_lines(row, "recipients"),
        signer=row.text("signer"),
        signer_rank=row.text("signer_rank"),
        signer_office=row.text("signer_office"),
        capacity=row.text("capacity"),
        day_place=row.at("day"),
    )


def _lines(row: Row, name: str) -> tuple[str, ...]:
    value = row.get(name)
    return value if isinstance(value, tuple) else ()


def meeting(facts: Facts, tables: Tables) -> Meeting:
    """The conference and the people at it."""
    return Meeting(
        day=facts.day("meeting_day"),
        session=facts.text("session"),
        starts=facts.hour("starts"),
        ends=facts.hour("ends"),
        venue=facts.text("venue"),
        voters=facts.figure("voters", "thành viên", "count"),
        people=tuple(_person(row) for row in tables.of("Thành phần")),
    )


def _person(row: Row) -> Person:
    return Person(
        name=str(row.get("name")),
        role=str(row.get("role")),
        place=row.at("name"),
        rank=row.text("rank"),
        honorific=row.text("honorific"),
        office=row.text("office"),
        unit=row.text("unit"),
        note=row.text("note"),
    )
