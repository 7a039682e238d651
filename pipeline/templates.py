"""Every template against the fields of its kind: what is wrong in it, what it leaves unused, a copy with comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.papers import OWN_TEMPLATES, TEMPLATES
from pipeline.problems import Finding
from pipeline.vietnamese.text import clean, nearest

if TYPE_CHECKING:
    from pipeline.rendering.faults import Fault

_MARKED = "-loi"
"""How the name of a copy with comments ends."""


@dataclass(frozen=True)
class Checked:
    """A template that was looked at: its file, its name in messages, its faults, all that is said of it."""

    path: Path
    label: str
    faults: tuple[Fault, ...]
    findings: tuple[Finding, ...]

    @property
    def copy(self) -> Path:
        """Where its copy with comments is written."""
        return self.path.with_name(f"{self.path.stem}{_MARKED}.docx")


def templates(inputs: Path) -> list[Path]:
    """The stock templates, and those that dossiers bring."""
    from pipeline.documents import KINDS

    stock = [TEMPLATES / f"{name}.docx" for name in KINDS]
    own = (file for pattern in (OWN_TEMPLATES, f"[!_.]*/{OWN_TEMPLATES}") for file in inputs.glob(f"{pattern}/*.docx"))
    return stock + sorted(file for file in own if not file.name.startswith("~$") and not file.stem.endswith(_MARKED))


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
    if kind is None:
        near = ", ".join(nearest(file.stem, KINDS) or KINDS)
        return Checked(file, label, (), (Finding.of("MAU-03", label, found=file.name, nearest=near),))
    said, unused = check(file.name, file.read_bytes(), kind.shapes())
    faults = tuple(dict.fromkeys(said))  # the headers of several sections say the same
    found = [Finding.of("MAU-01", label, _place(fault), fault.tag, said=fault.message) for fault in faults]
    if unused and not faults:
        found.append(Finding.of("MAU-02", label, found=", ".join(unused), kind=kind.name))
    return Checked(file, label, faults, tuple(found))


def _place(fault: Fault) -> str:
    return " › ".join(filter(None, (fault.part, fault.where)))


def _label(file: Path, inputs: Path) -> str:
    """The name in messages: below the inputs, or beside the program, or as it was given."""
    for folder in (inputs, TEMPLATES.parent):
        if file.resolve().is_relative_to(folder.resolve()):
            return clean(file.resolve().relative_to(folder.resolve()).as_posix()).text
    return clean(file.as_posix()).text
