"""Every template against the fields of its kind and the official page: what is wrong in it, a copy with comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.format import MARKED, grouped
from pipeline.papers import OWN_TEMPLATES, TEMPLATES
from pipeline.problems import Finding
from pipeline.specimens import shapes_of, tried
from pipeline.vietnamese.text import clean, nearest

if TYPE_CHECKING:
    from pipeline.documents.kind import Kind
    from pipeline.rendering.faults import Fault

_MARKED = "-loi"
"""How the name of a copy with comments ends."""


@dataclass(frozen=True)
class Checked:
    """A template that was looked at: its file, its name in messages, what a copy is marked with, all that is said."""

    path: Path
    label: str
    faults: tuple[Fault, ...]
    findings: tuple[Finding, ...]

    def grouped(self) -> Iterator[Finding]:
        """The findings as a person reads them: many equal ones are one line."""
        return grouped(self.findings)

    @property
    def copy(self) -> Path:
        """Where its copy with comments is written."""
        return self.path.with_name(f"{self.path.stem}{_MARKED}.docx")


def templates(inputs: Path) -> list[Path]:
    """The stock templates, and those that dossiers bring."""
    from pipeline.documents import KINDS

    stock = [TEMPLATES / f"{name}.docx" for name in KINDS]
    frames = (file for file in sorted(TEMPLATES.glob("*.docx")) if file not in stock)
    own = (file for pattern in (OWN_TEMPLATES, f"[!_.]*/{OWN_TEMPLATES}") for file in inputs.glob(f"{pattern}/*.docx"))
    return stock + [file for file in (*frames, *sorted(own)) if not _is_beside(file.name)]


def is_stock(file: Path) -> bool:
    """Whether a template lies beside the program, where new frames are written too."""
    return file.resolve().parent == TEMPLATES.resolve()


def _is_beside(name: str) -> bool:
    """Whether Word or this program wrote the file beside a template."""
    return name.startswith("~$") or name.endswith((f"{_MARKED}.docx", f"{MARKED}.docx"))


def check_templates(files: Iterable[Path], inputs: Path) -> Iterator[Checked]:
    """What is to be said of each template."""
    return (_checked(file, _label(file, inputs)) for file in files)


def annotate(checked: Checked) -> bool:
    """Write the copy of a faulty template with a comment at each fault; never over a file that is there.

    A file that no template may be is left alone: False.
    """
    from pipeline.rendering import TemplateFault
    from pipeline.rendering.review import reviewed

    try:
        content = reviewed(checked.label, checked.path.read_bytes(), checked.faults)
    except TemplateFault:
        return False
    with checked.copy.open("xb") as copy:
        copy.write(content)
    return True


def _checked(file: Path, label: str) -> Checked:
    from pipeline.documents import KINDS
    from pipeline.rendering.compile import check

    kind = KINDS.get(file.stem)
    if kind is None and not is_stock(file):
        near = ", ".join(nearest(file.stem, KINDS) or KINDS)
        return Checked(file, label, (), (Finding.of("MAU-03", label, found=file.name, nearest=near),))
    said, unused = check(file.name, file.read_bytes(), shapes_of(kind))
    if said:
        faults = tuple(dict.fromkeys(said))  # the headers of several sections say the same
        return Checked(file, label, faults, tuple(_wrong(fault, label) for fault in faults))
    found = list(tried(file, label, kind))
    findings = (*_notes(file, label, kind, unused), *(_levelled(finding, file) for finding, _ in found))
    return Checked(file, label, tuple(fault for _, fault in found), findings)


def _wrong(fault: Fault, label: str) -> Finding:
    return Finding.of("MAU-01", label, _place(fault), fault.tag, said=fault.message)


def _notes(file: Path, label: str, kind: Kind | None, unused: list[str]) -> Iterator[Finding]:
    """What is no fault: fields that are left unused, a kind that is not declared yet."""
    if kind is None:
        yield Finding.of("MAU-11", label, found=f"“{file.stem}”")
    elif unused:
        yield Finding.of("MAU-02", label, found=", ".join(unused), kind=kind.name)


def _levelled(finding: Finding, file: Path) -> Finding:
    """A paper of an office's own template goes out all the same: a warning at most."""
    return finding if is_stock(file) or finding.level != "LỖI" else replace(finding, level="CẢNH BÁO")


def _place(fault: Fault) -> str:
    return " › ".join(filter(None, (fault.part, fault.where)))


def _label(file: Path, inputs: Path) -> str:
    """The name in messages: below the inputs, or beside the program, or as it was given."""
    for folder in (inputs, TEMPLATES.parent):
        if file.resolve().is_relative_to(folder.resolve()):
            return clean(file.resolve().relative_to(folder.resolve()).as_posix()).text
    return clean(file.as_posix()).text
