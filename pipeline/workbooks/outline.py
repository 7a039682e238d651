"""What a sheet says besides its cells; and a sheet stored in an unusual way written anew in the plain one."""

from __future__ import annotations

from pipeline.workbooks.parts import Refused, escaped, walk

LAST_COLUMN = 500
"""A cell to the right of it is far away."""
MOST_COLUMNS = 16_384
MOST_MERGES = 20_000


class Outline:
    """What a sheet says besides its cells; and its cells in plain form, when they were not cut out before."""

    def __init__(self, name: str, part: bytes) -> None:
        self.plain = False
        self.merges: list[str] = []
        self.hidden: set[int] = set()
        self.data = bytearray()
        self._name = name
        self._spans = self._tables = 0
        self._inside = self._aside = False
        self._text: str | None = None
        walk(name, part, self._start, self._end, self._read)
        if self._tables != 1:
            raise Refused("TEP-10", name)

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        if self._text is not None:  # something within a value, which readers take in different ways
            raise Refused("TEP-10", self._name)
        if element in ("row", "c"):
            said = ((name, attributes[name]) for name in ("r", "s", "t", "hidden") if name in attributes)
            self._write(f"<{element}" + "".join(f' {name}="{escaped(value)}"' for name, value in said) + ">")
        elif element in ("f", "v", "t") and not self._aside:
            self._text = ""
        elif element == "is":
            self._write("<is><t>")
        elif element == "rPh":
            self._aside = True
        elif element == "sheetData":
            self._tables += 1
            self._inside = True
            self.plain = "plain" in attributes
        elif element == "mergeCell":
            self.merges.append(attributes.get("ref", ""))
        elif element == "col":
            self._hide(attributes)
        if len(self.merges) > MOST_MERGES or self._spans > MOST_COLUMNS:
            raise Refused("TRANG-13", self._name)

    def _hide(self, attributes: dict[str, str]) -> None:
        self._spans += 1
        if attributes.get("hidden") in ("1", "true"):
            last = min(int(attributes.get("max", 0)), LAST_COLUMN)
            self.hidden.update(range(max(int(attributes.get("min", 1)), 1), last + 1))

    def _read(self, text: str) -> None:
        if self._text is not None:
            self._text += text
        elif self._inside and not self._aside and not text.isspace():
            raise Refused("TEP-10", self._name)

    def _end(self, element: str) -> None:
        if element in ("f", "v") and self._inside:
            self._write(f"<{element}>{escaped(self._text or '')}</{element}>")
        elif element == "t" and not self._aside:
            self._write(escaped(self._text or ""))
        elif element == "is":
            self._write("</t></is>")
        elif element in ("row", "c"):
            self._write(f"</{element}>")
        elif element in ("rPh", "sheetData"):
            self._aside = False
            self._inside &= element == "rPh"
        if element in ("f", "v", "t"):
            self._text = None

    def _write(self, text: str) -> None:
        self.data += text.encode()
