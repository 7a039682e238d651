"""The scale of points as a tree: from the sheet "Tiêu chí", or from the score sheets themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Literal, cast

from pipeline.model import Criterion, Figure, Rule, Unit
from pipeline.problems import Place, Problems
from pipeline.transforms.figures import total
from pipeline.vietnamese.text import bare, key
from pipeline.vietnamese.tones import one_i
from pipeline.workbooks.rows import Row, Tables
from pipeline.workbooks.wordings import TYPES_OF_CRITERIA

_ROMAN = re.compile(r"[IVXLC]+")
_NUMBERED = re.compile(r"([IVXLC]+|[A-Z](?=[.)])|\d+(?:\.\d+)*|[a-zđ])\s*[.)]?\s+(?=\D)")
Type = Literal["standard", "bonus", "penalty"]
PATH, OF = "/", "~"
"""Between the codes of a path: the criterion 1.1 of group I is "I/1/1.1"; before the kinds of a set of its own."""


class Numbering:
    """Where a code stands in the tree, told from the codes above it: I, 1, 1.1, a."""

    def __init__(self) -> None:
        self._path: list[tuple[int, str]] = []
        self._romans = False
        self._unnumbered = 0

    def path(self, code: str | None) -> tuple[str, ...]:
        """The codes from the root down to this one."""
        code = code or self._own()
        depth = self._depth(code)
        self._path = [step for step in self._path if step[0] < depth] + [(depth, code)]
        return tuple(step[1] for step in self._path)

    def _own(self) -> str:
        self._unnumbered += 1
        return f"#{self._unnumbered}"

    def _depth(self, code: str) -> int:
        if _ROMAN.fullmatch(code) or (len(code) == 1 and code.isupper()):
            self._romans = True
            return 0
        if re.fullmatch(r"\d+(\.\d+)*", code):
            return int(self._romans) + code.count(".")
        if code.startswith("#"):
            return self._path[-1][0] if self._path else 0
        return 9


def plain_code(typed: object) -> str | None:
    """A code as typed, without its dot or bracket: "1.1." is "1.1", "a)" is "a"."""
    text = str(typed).strip().rstrip(".)").strip() if typed is not None else ""
    return text or None


def split_code(label: str) -> tuple[str | None, str]:
    """ "I. Nhiệm vụ chính trị" as its code and its name."""
    found = _NUMBERED.match(label)
    return (found[1], label[found.end() :]) if found else (None, label)


def labelled(row: Row) -> tuple[str | None, str]:
    """The code and the name of a criterion; without a column of codes they stand in one cell."""
    code, name = plain_code(row.get("code")), str(row.get("name") or "")
    if code is None:
        code, name = split_code(name)
    return code, name or code or ""


def read_criteria(tables: Tables, year: int, problems: Problems, sheet: str = "Tiêu chí") -> tuple[Criterion, ...]:
    """The tree of criteria of a year; leaves only are scored."""
    numbering = Numbering()
    found: dict[str, Criterion] = {}
    codes: dict[tuple[str, ...], str] = {}
    for row in tables.of(sheet):
        if row.get("year") not in (None, year):
            continue
        path = numbering.path(labelled(row)[0])
        parent = found.get(codes.get(path[:-1], ""))
        code = codes[path] = _code(path[-1], row, parent, found)
        if code in found:
            problems.add("DV-07", row.at("code"), found=path[-1], first=str(_place_of(found[code])))
        else:
            found[code] = _criterion(row, code, parent)
    return finished(found.values())


def _code(number: str, row: Row, parent: Criterion | None, found: Mapping[str, Criterion]) -> str:
    """The code of a criterion below its parent; sets for other kinds of units may use the same numbers."""
    code = f"{parent.code}{PATH}{number}" if parent else number
    same, own = found.get(code), _applies(row, parent)
    return code if same is None or same.applies == own else f"{code}{OF}{bare(' '.join(own))}"


def _applies(row: Row, parent: Criterion | None) -> tuple[str, ...]:
    """For which kinds of units; what applies to some kinds only does so with all below it."""
    typed = row.get("applies")
    return typed if isinstance(typed, tuple) else parent.applies if parent else ()


def _place_of(criterion: Criterion) -> Place:
    return criterion.maximum.cells[0] if criterion.maximum and criterion.maximum.cells else Place()


def _type(row: Row, inherited: Type) -> Type:
    typed = row.get("type")
    if typed is not None:
        return cast(Type, typed)
    words = bare(labelled(row)[1])
    return cast(Type, {"diem thuong": "bonus", "diem tru": "penalty"}.get(words, inherited))


def _criterion(row: Row, code: str, parent: Criterion | None) -> Criterion:
    maximum = row.get("maximum")
    figure = None
    if isinstance(maximum, (int, Decimal)):
        figure = Figure(maximum, "điểm", "points", Rule("typed", "Điểm tối đa"), (row.at("maximum"),))
    kind = _type(row, parent.kind if parent else "standard")
    above = parent.code if parent else None
    return Criterion(code, labelled(row)[1], figure, above, True, kind, _applies(row, parent))


def applies(criterion: Criterion, unit: Unit) -> bool:
    """Whether units of its kind are scored by a criterion."""
    return not criterion.applies or any(bare(unit.kind or "") == bare(kind) for kind in criterion.applies)


def finished(criteria: Iterable[Criterion]) -> tuple[Criterion, ...]:
    """The tree with its groups told from its leaves."""
    known = tuple(criteria)
    parents = {criterion.parent for criterion in known}
    return tuple(replace(criterion, leaf=criterion.code not in parents) for criterion in known)


def check_scale(criteria: Sequence[Criterion], scale: Figure | None, problems: Problems) -> None:
    """A group's maximum is the sum of its children's; all of them make the scale."""
    kinds = _kinds(criteria)
    for group in criteria:
        sums = [total(parts, "") for kind in kinds if (parts := _maxima_below(group, _set_for(criteria, kind)))]
        if not group.leaf and group.maximum and sums and group.maximum not in sums:
            problems.add("DIEM-08", _place_of(group), found=_value(group.maximum), computed=_value(sums[0]))
    sets = [marks for kind in kinds if (marks := full_marks(_set_for(criteria, kind)))]
    if scale and sets and scale not in sets:
        problems.add("DIEM-10", scale.cells[0], found=_value(scale), computed=_value(max(sets)))


def _kinds(criteria: Sequence[Criterion]) -> list[str]:
    """The kinds of units that have criteria of their own, and "" for all others."""
    return [*dict.fromkeys(bare(kind) for c in criteria for kind in c.applies), ""]


def _maxima_below(group: Criterion, criteria: Sequence[Criterion]) -> list[Figure]:
    return [c.maximum for c in criteria if c.parent == group.code and c.maximum]


def _set_for(criteria: Sequence[Criterion], kind: str) -> list[Criterion]:
    return [c for c in criteria if not c.applies or kind in map(bare, c.applies)]


def full_marks(criteria: Sequence[Criterion]) -> Figure | None:
    """The sum of the maxima of the standard leaves, or of the groups where leaves have none."""
    leaves = [c.maximum for c in criteria if c.leaf and c.kind == "standard" and c.maximum]
    groups = [c.maximum for c in criteria if c.parent is None and c.kind == "standard" and c.maximum]
    return total(leaves or groups, "điểm tối đa của các tiêu chí")


def _value(figure: Figure | None) -> str:
    return "" if figure is None else str(figure.value).replace(".", ",")


@dataclass(frozen=True)
class Scale:
    """The criteria, found by what a score sheet calls them."""

    criteria: tuple[Criterion, ...]

    def of(self, unit: Unit) -> Scale:
        """The criteria by which a unit is scored."""
        return Scale(tuple(c for c in self.criteria if applies(c, unit))) if self._in_sets else self

    @cached_property
    def _in_sets(self) -> bool:
        return any(criterion.applies for criterion in self.criteria)

    def named(self, name: str, path: tuple[str, ...] = ()) -> Criterion | None:
        """The criterion with that name; its code decides where several share the name or none has it."""
        by_code = next((c for c in self.criteria if path and _numbers(c.code) == path), None)
        same = [c for c in self.criteria if _bare(c.name) == _bare(name)]
        if by_code and (by_code in same or not same):
            return by_code
        return same[0] if len(same) == 1 else None

    def labelled(self, labels: Sequence[str]) -> Criterion | None:
        """The criterion that the header of a wide sheet names, the lowest label first."""
        for label in reversed(labels):
            whole = re.sub(r"[(\[].*?[)\]]", " ", label).strip()
            code, name = split_code(whole)
            found = self.named(whole) or self.named(name) or self._coded(code or _last_word(whole), name)
            if found:
                return found
        return None

    def _coded(self, code: str, name: str) -> Criterion | None:
        short = not name or bare(name) == bare(code) or len(bare(name).split()) > 1
        return next((c for c in self.criteria if _numbers(c.code) == (code,) and short), None)

    def group(self, criterion: Criterion) -> str:
        """The code of its first-level criterion."""
        return criterion.code.split(PATH)[0] if criterion.parent else criterion.code

    def below(self, code: str) -> tuple[Criterion, ...]:
        """The children of a criterion."""
        return tuple(c for c in self.criteria if c.parent == code)


def _numbers(code: str) -> tuple[str, ...]:
    return tuple(step.split(OF)[0] for step in code.split(PATH))


def _bare(name: str) -> str:
    """The bare name of a criterion; "kĩ thuật" is "kỹ thuật"."""
    return bare(one_i(key(name)))


def _last_word(label: str) -> str:
    """ "Nhóm II" and "Tiêu chí 1" are named by their code alone."""
    words = label.split()
    return words[-1] if words and bare(words[0]) in ("nhom", "tieu", "muc", "noi") else label


def type_of_label(label: str) -> Type | None:
    """Whether a header names bonus or deduction."""
    kinds = {bare(wording): kind for wording, kind in TYPES_OF_CRITERIA.items()}
    kind = kinds.get(bare(label))
    return cast(Type, kind) if kind in ("bonus", "penalty") else None
