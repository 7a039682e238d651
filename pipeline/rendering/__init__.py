"""Word templates, filled: `compile_template(path).render(fields)` gives the bytes of a document.

The tags are those of docxtpl; what they may say is kept small (no calls, no imports, listed
filters), a value prints letter for letter, and what cannot be printed is a `TemplateFault`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.rendering.faults import TemplateFault
from pipeline.rendering.pictures import Picture

if TYPE_CHECKING:
    from pipeline.rendering.fill import CompiledTemplate
    from pipeline.rendering.names import Shape

__all__ = ["CompiledTemplate", "Picture", "TemplateFault", "compile_template", "render_file"]


def compile_template(path: Path, declared: Mapping[str, Shape] | None = None) -> CompiledTemplate:
    """The template of that Word file, checked and ready to be filled any number of times.

    Raises `TemplateFault` for a file that is no Word file and for a tag that is wrong; where the fields are
    declared, for one that asks for any other too.
    """
    from pipeline.rendering.compile import compiled

    return compiled(path.name, path.read_bytes(), declared)


def render_file(template: Path, fields: Mapping[str, object], output: Path) -> None:
    """Fill the template with the fields and write the document."""
    output.write_bytes(compile_template(template).render(fields))


def __getattr__(name: str) -> object:
    if name == "CompiledTemplate":
        from pipeline.rendering.fill import CompiledTemplate

        return CompiledTemplate
    raise AttributeError(name)
