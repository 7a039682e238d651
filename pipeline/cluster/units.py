"""The members of the cluster, and which of them a typed name means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal, cast

from pipeline.model import Unit
from pipeline.problems import Problems
from pipeline.vietnamese.text import bare, key, nearest
from pipeline.vietnamese.tones import one_i
from pipeline.workbooks.rows import Entry, Row, Tables
from pipeline.workbooks.wordings import WHOLE_CLUSTER

SHORT_FORMS = {
    "ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân", "chqs": "chỉ huy quân sự",
    "bđbp": "bộ đội biên phòng", "vksnd": "viện kiểm sát nhân dân", "tand": "tòa án nhân dân",
    "thads": "thi hành án dân sự", "mttq": "mặt trận tổ quốc", "lđlđ": "liên đoàn lao động",
    "p.": "phường", "x.": "xã", "tt.": "thị trấn", "tx.": "thị xã", "tp.": "thành phố", "h.": "huyện", "q.": "quận",
    "đbqh": "đại biểu quốc hội", "ca": "công an", "gd&đt": "giáo dục và đào tạo", "pccc": "phòng cháy chữa cháy",
}  # fmt: skip
"""Short forms that every office writes; matched as whole words."""
_NONE_BARRED = ("", "không", "0", "không có")


class Registry:
    """Every spelling under which the units of one dossier are known."""

    def __init__(self, units: Iterable[Unit], province: str | None = None) -> None:
        self.units = tuple(units)
        self._province = key(province) if province else None
        self._known: dict[str, set[Unit]] = {}
        for unit in self.units:
            for name in filter(None, (unit.name, unit.code, unit.short, *unit.aliases)):
                self._known.setdefault(self._spelling(name), set()).add(unit)

    def _spelling(self, name: str) -> str:
        """The key of a name with short forms written out and the province left off at its end."""
        words = " ".join(SHORT_FORMS.get(word, word) for word in one_i(key(name)).split())
        for end in (f" tỉnh {self._province}", f" thành phố {self._province}", f" {self._province}", " tỉnh"):
            words = words.removesuffix(end) if words != end.strip() else words
        return words

    def named(self, name: str) -> Unit | None:
        """The one unit with that name; None when there is none, or more than one."""
        found = self._known.get(self._spelling(name), set())
        return next(iter(found)) if len(found) == 1 else None

    def close(self, name: str) -> tuple[str, ...]:
        """The names of units that a typed name may have meant."""
        return nearest(self._spelling(name) or name, [unit.name for unit in self.units])

    def find(self, entry: Entry, problems: Problems, year: int | None = None) -> Unit | None:
        """The unit that a cell names; an unknown one, or no member in that year, is a problem.

        A name that two units share was said when the units were read.
        """
        name = str(entry.value)
        unit = self.named(name)
        if unit is None and self._spelling(name) not in self._known:
            close = self.close(name) or [unit.name for unit in self.units[:3]]
            problems.add("DV-01", entry.place, found=name, nearest="; ".join(close))
        elif unit is not None and year is not None and not unit.belongs(year):
            problems.add("DV-06", entry.place, found=name, year=year)
            return None
        return unit

    def of(self, row: Row, problems: Problems, year: int | None = None) -> Unit | None:
        """The unit of a row: the one it names, else the one whose workbook this is."""
        entry = row.entries.get("unit") or row.owner
        if entry is None:
            problems.add("DV-03", row.place)
            return None
        return self.find(entry, problems, year)

    def maybe(self, row: Row, problems: Problems, year: int | None = None) -> Unit | None:
        """As `of`, where a row may belong to the cluster as a whole: no unit, or "Toàn Cụm"."""
        entry = row.entries.get("unit") or row.owner
        whole = entry is None or bare(str(entry.value)) in WHOLE_CLUSTER
        return None if whole else self.of(row, problems, year)


def read_units(tables: Tables, province: str | None, problems: Problems) -> tuple[Unit, ...]:
    """The units of the sheet "Đơn vị"; one that stands there twice is a problem."""
    units: list[Unit] = []
    for row in tables.of("Đơn vị"):
        unit = _unit(row)
        twin = Registry(units, province).named(unit.name)
        if twin is not None and twin.name is not None and key(twin.name) == key(unit.name):
            problems.add("DV-02", unit.place, found=unit.name, first=str(twin.place))
            continue
        units.append(unit)
    _say_shared_names(units, province, problems)
    return tuple(units)


def typed_units(tables: Tables) -> tuple[Unit, ...]:
    """The units as the other sheets name them, to check those by where there is no list of units."""
    named = (row.entries.get("unit") or row.owner for name in tables.rows for row in tables.of(name))
    found = {key(str(entry.value)): Unit(str(entry.value), entry.place) for entry in named if entry}
    return tuple(unit for name, unit in found.items() if bare(name) not in WHOLE_CLUSTER)


def _say_shared_names(units: list[Unit], province: str | None, problems: Problems) -> None:
    registry = Registry(units, province)
    for spelling, owners in registry._known.items():
        if len(owners) > 1:
            first, *others = sorted(owners, key=lambda unit: units.index(unit))
            for other in others:
                problems.add("DV-02", other.place, found=spelling, first=str(first.place))


def _unit(row: Row) -> Unit:
    women = row.get("women")
    barred = row.text("barred")
    return Unit(
        name=_without_number(str(row.get("name"))),
        place=row.at("name"),
        code=row.text("code"),
        short=row.text("short"),
        aliases=_several(row, "aliases"),
        role=cast(Literal["leader", "deputy"] | None, row.get("role")),
        kind=row.text("kind"),
        parent=row.text("parent"),
        signer=row.text("signer"),
        signer_rank=row.text("signer_rank"),
        signer_office=row.text("signer_office"),
        registered=_several(row, "registered"),
        since=cast(int | None, row.get("since")),
        until=cast(int | None, row.get("until")),
        women=women if isinstance(women, Decimal) else None,
        barred=key(barred or "") not in _NONE_BARRED,
        barred_at=row.at("barred"),
    )


def _several(row: Row, name: str) -> tuple[str, ...]:
    value = row.get(name)
    return value if isinstance(value, tuple) else ()


def _without_number(name: str) -> str:
    """The name without a number typed before it: "1. Công an tỉnh"."""
    return re.sub(r"^\d{1,2}[.)]\s+", "", name)
