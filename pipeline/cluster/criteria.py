"""The scale of points as a tree: from the sheet "Tiêu chí", or from the score sheets themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, cast

from pipeline.model import Criterion, Figure, Rule
from pipeline.problems import Place, Problems
from pipeline.transforms.figures import total
from pipeline.vietnamese.text import bare, key
from pipeline.vietnamese.tones import one_i
from pipeline.workbooks.tables import Row, Tables
from pipeline.workbooks.wordings import TYPES_OF_CRITERIA

_ROMAN = re.compile(r"[IVXLC]+")
_NUMBERED = re.compile(r"([IVXLC]+|[A-Z](?=[.)])|\d+(?:\.\d+)*|[a-zđ])\s*[.)]?\s+(?=\D)")
Type = Literal["standard", "bonus", "penalty"]
PATH = "/"
"""Between the codes of a path: the criterion 1.1 of group I is "I/1/1.1"."""


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
    kinds: dict[str, Type] = {}
    for row in tables.of(sheet):
        if row.get("year") not in (None, year):
            continue
        path = numbering.path(labelled(row)[0])
        code = PATH.join(path)
        if code in found:
            problems.add("DV-07", row.at("code"), found=path[-1], first=str(_place_of(found[code])))
            continue
        parent = PATH.join(path[:-1]) or None
        kinds[code] = _type(row, kinds.get(parent or "", "standard"))
        found[code] = _criterion(row, code, parent, kinds[code])
    return finished(found.values())


def _place_of(criterion: Criterion) -> Place:
    return criterion.maximum.cells[0] if criterion.maximum and criterion.maximum.cells else Place()


def _type(row: Row, inherited: Type) -> Type:
    typed = row.get("type")
    if typed is not None:
        return cast(Type, typed)
    words = bare(labelled(row)[1])
    return cast(Type, {"diem thuong": "bonus", "diem tru": "penalty"}.get(words, inherited))


def _criterion(row: Row, code: str, parent: str | None, kind: Type) -> Criterion:
    maximum = row.get("maximum")
    name = labelled(row)[1]
    applies = row.get("applies")
    figure = None
    if isinstance(maximum, (int, Decimal)):
        figure = Figure(maximum, "điểm", "points", Rule("typed", "Điểm tối đa"), (row.at("maximum"),))
    return Criterion(code, name, figure, parent, True, kind, applies if isinstance(applies, tuple) else ())


def finished(criteria: Iterable[Criterion]) -> tuple[Criterion, ...]:
    """The tree with its groups told from its leaves."""
    known = tuple(criteria)
    parents = {criterion.parent for criterion in known}
    return tuple(replace(criterion, leaf=criterion.code not in parents) for criterion in known)


def check_scale(criteria: Sequence[Criterion], scale: Figure | None, problems: Problems) -> None:
    """A group's maximum is the sum of its children's; all of them make the scale."""
    for group in criteria:
        parts = [c.maximum for c in criteria if c.parent == group.code and c.maximum]
        if not group.leaf and group.maximum and parts and group.maximum != total(parts, ""):
            computed = total(parts, "")
            problems.add("DIEM-08", _place_of(group), found=_value(group.maximum), computed=_value(computed))
    whole = full_marks(criteria)
    if scale and whole and scale != whole:
        problems.add("DIEM-10", scale.cells[0], found=_value(scale), computed=_value(whole))


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

    def named(self, name: str, path: tuple[str, ...] = ()) -> Criterion | None:
        """The criterion with that name; its code decides where several share the name or none has it."""
        by_code = next((c for c in self.criteria if path and c.code == PATH.join(path)), None)
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
        return next((c for c in self.criteria if c.code == code and short), None)

    def group(self, criterion: Criterion) -> str:
        """The code of its first-level criterion."""
        return criterion.code.split(PATH)[0] if criterion.parent else criterion.code

    def below(self, code: str) -> tuple[Criterion, ...]:
        """The children of a criterion."""
        return tuple(c for c in self.criteria if c.parent == code)


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
