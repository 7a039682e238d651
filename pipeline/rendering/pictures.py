"""Pictures among the values: drawn in their line, each stored once in the document."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import count

_EMU = 36_000
"""So many of Word's units make a millimetre."""
_INLINE = (
    '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="{cx}" cy="{cy}"/><wp:docPr id="{id}" name="Ảnh {id}"/><wp:cNvGraphicFramePr>'
    '<a:graphicFrameLocks xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" noChangeAspect="1"/>'
    '</wp:cNvGraphicFramePr><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:nvPicPr><pic:cNvPr id="0" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    '<a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{relation}"/>'
    '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing>"
)


@dataclass(frozen=True)
class Picture:
    """A picture that a tag prints in its line: its file's bytes, and its width or its height in millimetres.

    It keeps its shape; with neither it is as large as its file says. Both are a wrong call.
    """

    content: bytes
    width: int | Decimal | None = None
    height: int | Decimal | None = None

    def __post_init__(self) -> None:
        if self.width is not None and self.height is not None:
            raise ValueError("a picture keeps its shape: give its width or its height")


class Album:
    """The pictures of one document; `parts` are the content types and relations of its template.

    `taken` are the numbers of the drawings that the template holds.
    """

    def __init__(self, parts: Mapping[str, bytes], taken: frozenset[int]) -> None:
        self._parts = parts
        self._numbers: Iterator[int] = (number for number in count(1) if number not in taken)
        self._relations: dict[tuple[str, str], str] = {}
        self._changed: dict[str, bytes] = {}

    def number(self) -> int:
        """The number of a drawing that no other of the document bears."""
        return next(self._numbers)

    def drawing(self, part: str, picture: Picture) -> str:
        """The picture as it stands in a run of that part. Raises `ValueError` for bytes that are no picture."""
        from pipeline.office.word import image

        found = image(picture.content)
        name = f"{hashlib.sha256(picture.content).hexdigest()[:16]}.{found.ending}"
        width, height = _size(picture, found.width, found.height)
        relation = self._relation(part, f"word/media/{name}", found.content_type, picture.content)
        return _INLINE.format(cx=width, cy=height, id=self.number(), name=name, relation=relation)

    def changed(self) -> Mapping[str, bytes]:
        """The parts of the document that its pictures add or change."""
        return {name: blob for name, blob in self._changed.items() if self._parts.get(name) != blob}

    def _relation(self, part: str, media: str, content_type: str, content: bytes) -> str:
        from pipeline.office.relations import declare, relate

        if (part, media) not in self._relations:
            self._changed = self._changed or dict(self._parts)
            self._changed[media] = content
            declare(self._changed, media, content_type)
            self._relations[part, media] = relate(self._changed, part, "image", media)
        return self._relations[part, media]


def _size(picture: Picture, width: int, height: int) -> tuple[int, int]:
    """Width and height in Word's units, of a picture that is so large by itself."""
    if picture.width is not None:
        return round(picture.width * _EMU), round(picture.width * _EMU * height / width)
    if picture.height is not None:
        return round(picture.height * _EMU * width / height), round(picture.height * _EMU)
    return width, height
