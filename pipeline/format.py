"""The official format of any Word file, ours or not: what deviates from Decree 30, a copy with comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.problems import Finding

if TYPE_CHECKING:
    from pipeline.decree30.marks import Mark
    from pipeline.office.relations import Parts

MARKED = "-the-thuc"
"""How the name of a copy with comments ends."""
_OLD = b"\xd0\xcf\x11\xe0"
"""A .doc begins so."""
_OLD_KIND, _DAMAGED = "TT30-90", "TT30-91"
_OTHERS = 3
"""So many equal findings are said one by one; more are one line."""


@dataclass(frozen=True)
class Formatted:
    """A Word file that was looked at, and what is to be said of it."""

    path: Path
    marks: tuple[Mark, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found, in the order of the paper."""
        return tuple(mark.finding for mark in self.marks)

    @property
    def refused(self) -> bool:
        """Whether it is no Word file that can be read."""
        return any(finding.code in (_OLD_KIND, _DAMAGED) for finding in self.findings)

    @property
    def copy(self) -> Path:
        """Where its copy with comments is written."""
        return self.path.with_name(f"{self.path.stem}{MARKED}.docx")

    def grouped(self) -> Iterator[Finding]:
        """The findings as a person reads them: many equal ones are one line, at the first place."""
        return grouped(self.findings)


def grouped(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings as a person reads them: many equal ones of one article are one line, at the first place."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.code, finding.found), []).append(finding)
    for group in groups.values():
        if len(group) <= _OTHERS or not group[0].article:
            yield from group
        else:
            yield replace(group[0], place=f"{group[0].place} và {len(group) - 1} chỗ khác")


def check_format(files: Iterable[Path]) -> Iterator[Formatted]:
    """What is to be said of each file."""
    return (Formatted(file, tuple(_marks(file))) for file in files)


def annotate(formatted: Formatted) -> bool:
    """Write the copy with a comment at each finding; never over a file that is there.

    What is about whole pages stands at the first paragraph. A file that cannot be opened is left alone: False.
    """
    from pipeline.decree30.reading import body_of, elements
    from pipeline.office import package
    from pipeline.office.comments import add_comments

    parts = None if formatted.refused else _parts(formatted.path.read_bytes())
    if parts is None:
        return False
    main, root = body_of(parts)
    paragraphs = list(elements(root))
    if not paragraphs:
        return False
    add_comments(parts, main, root, [(paragraphs[mark.index or 0], _words(mark)) for mark in formatted.marks])
    with formatted.copy.open("xb") as copy:
        copy.write(package.write(parts))
    return True


def _marks(file: Path) -> Iterable[Mark]:
    from lxml import etree

    from pipeline.decree30.check import check
    from pipeline.decree30.marks import Mark
    from pipeline.law.basis import REGISTER

    content, name = file.read_bytes(), file.as_posix()
    if content.startswith(_OLD) or file.suffix.lower() == ".doc":
        return [Mark(Finding.of(_OLD_KIND, name))]
    try:
        if parts := _parts(content):
            return check(parts, name, REGISTER)
    except etree.XMLSyntaxError:  # in styles, a header, a list
        pass
    return [Mark(Finding.of(_DAMAGED, name))]


def _parts(content: bytes) -> Parts | None:
    """The parts of a Word file; None for what is none, or is damaged."""
    from lxml import etree

    from pipeline.decree30.reading import body_of
    from pipeline.office.archive import Refused, unpacked

    try:
        parts = unpacked(content)
        _, root = body_of(parts)
    except (Refused, ValueError, KeyError, etree.XMLSyntaxError):
        return None
    return parts if etree.QName(root).localname == "document" else None


def _words(mark: Mark) -> str:
    finding = mark.finding
    place = f"{finding.place}: " if mark.index is None and finding.place else ""
    article = f" ({finding.article})" if finding.article else ""
    return f"{place}{finding.found}. {finding.remedy}{article}. Sửa xong thì xóa nhận xét này."
