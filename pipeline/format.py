"""The official format of any Word file, ours or not: what deviates from Decree 30, a copy with comments."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
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
_OLD_KIND, _DAMAGED, _NONE, _CLOSED = "TT30-90", "TT30-91", "TT30-92", "TT30-93"
_UNSEEN = (".", "~$")
"""So begin the names of files and folders that are not looked at: hidden, or open in Word."""
_FREQUENT = 10
"""So many rules are told at the end."""
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
        return any(finding.code in (_OLD_KIND, _DAMAGED, _CLOSED) for finding in self.findings)

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


@dataclass(frozen=True)
class Summary:
    """Many files together: how many keep every rule, have findings, cannot be read; the rules broken most often."""

    keeping: int
    broken: int
    unread: int
    frequent: tuple[tuple[str, str, int, int], ...]
    """Code, rule, how many files, how many places."""


def check_format(paths: Iterable[Path]) -> Iterator[Formatted]:
    """What is to be said of each file; of a folder, of every Word file below it, or that there is none."""
    for path in dict.fromkeys(paths):
        if not path.is_dir():
            yield Formatted(path, tuple(_marks(path)))
            continue
        files = list(_below(path, ".docx"))
        yield from (Formatted(file, tuple(_marks(file))) for file in files)
        if not files:
            yield Formatted(path, (_whole(_NONE, path),))


def old_files(paths: Iterable[Path]) -> list[Path]:
    """The .doc files below folders, which are not checked."""
    return [file for path in paths if path.is_dir() for file in _below(path, ".doc")]


def _below(folder: Path, kind: str) -> Iterator[Path]:
    """The files of a kind in a folder and the folders in it, by their names; no copies of ours."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(_UNSEEN))
        for path in sorted(Path(here, name) for name in names if not name.startswith(_UNSEEN)):
            if path.suffix.lower() == kind and not path.stem.lower().endswith(MARKED):
                yield path


def summary_of(files: Sequence[Formatted]) -> Summary:
    """Many files together."""
    from pipeline.decree30.format import RULES

    read = [file for file in files if not file.refused]
    broken = [file for file in read if file.marks]
    places = Counter(finding.code for file in read for finding in file.findings)
    of_files = Counter(code for file in read for code in {finding.code for finding in file.findings})
    says = {rule.code: rule.says for rule in RULES}
    order = sorted(of_files, key=lambda code: (-of_files[code], -places[code], code))
    frequent = tuple((code, says.get(code, ""), of_files[code], places[code]) for code in order[:_FREQUENT])
    return Summary(len(read) - len(broken), len(broken), len(files) - len(read), frequent)


def annotate(formatted: Formatted) -> bool:
    """Write the copy with a comment at each finding; never over a file that is there.

    What is about whole pages stands at the first paragraph. A file that cannot be opened is left alone: False.
    """
    from pipeline.decree30.letters import elements
    from pipeline.decree30.reading import body_of
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
    from pipeline.law.basis import REGISTER

    try:
        content = file.read_bytes()
    except OSError:
        return [_whole(_CLOSED, file)]
    if content.startswith(_OLD) or file.suffix.lower() == ".doc":
        return [_whole(_OLD_KIND, file)]
    try:
        if parts := _parts(content):
            return check(parts, file.as_posix(), REGISTER)
    except etree.XMLSyntaxError:  # in styles, a header, a list
        pass
    return [_whole(_DAMAGED, file)]


def _whole(code: str, path: Path) -> Mark:
    """What is said of a whole file or folder."""
    from pipeline.decree30.marks import Mark

    return Mark(Finding.of(code, path.as_posix()))


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
