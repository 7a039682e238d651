"""New templates: the frame of an official paper, drawn into the folder of templates."""

from __future__ import annotations

from pathlib import Path

from pipeline.papers import TEMPLATES


def frame_of(kind: str) -> bytes:
    """The frame of a kind of paper: of the type it is declared with, else of the type that its name begins with."""
    from pipeline.decree30.frame import frame, type_of, type_of_paper
    from pipeline.documents import KINDS

    known = KINDS.get(kind)
    if known is None:
        return frame(type_of(kind))
    return frame(type_of_paper(known.paper) or type_of(kind), known.title.upper())


def draw(kind: str, folder: Path = TEMPLATES) -> Path:
    """Write the frame of a kind of paper into a folder and give its path.

    Raises `FileExistsError` where there is a template of that kind already: it is left as it is.
    """
    path = folder / f"{kind}.docx"
    content = frame_of(kind)
    with path.open("xb") as template:
        template.write(content)
    return path
