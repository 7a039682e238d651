"""The workbook as a whole: its sheets and their parts, its shared texts, the number formats and fonts of its styles."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from pipeline.vietnamese.legacy import encoding_of
from pipeline.vietnamese.text import clean
from pipeline.workbooks.parts import Refused, walk

_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"
_IDS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships id",
)
_NOT_CELLS = ("chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet")
_TRUE = ("1", "true")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")

BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm",
    21: "h:mm:ss", 22: "m/d/yy h:mm", 37: "#,##0_);(#,##0)", 38: "#,##0_);[Red](#,##0)", 39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);[Red](#,##0.00)", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
"""The number formats that are written as a number only (ISO/IEC 29500-1, 18.8.30)."""


@dataclass(frozen=True)
class Sheet:
    """A sheet of cells: its title, whether it is visible, the name of its part."""

    title: str
    visible: bool
    part: str


@dataclass
class Styles:
    """What the styles say of a cell, by the number it names: number format, encoding of the font, struck through."""

    formats: list[str] = field(default_factory=list)
    encodings: list[str] = field(default_factory=list)
    struck: set[int] = field(default_factory=set)

    def format(self, style: int) -> str:
        """The number format of a style; "General" for one that is not described."""
        return self.formats[style] if style < len(self.formats) else "General"

    def encoding(self, style: int) -> str:
        """The encoding of the font of a style; "" for Unicode."""
        return self.encodings[style] if style < len(self.encodings) else ""


@dataclass
class Texts:
    """The shared texts as they are stored; by number, the pieces of those that name fonts, with their encodings.

    A piece that names no font has None: it is shown in the font of its cell.
    """

    texts: list[str] = field(default_factory=list)
    runs: dict[int, tuple[tuple[str, str | None], ...]] = field(default_factory=dict)


class Book:
    """The checked parts of a workbook of Excel and what they say."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.parts = parts
        self.main = next((target for _, kind, target in self.relations("") if kind == "officeDocument"), "")
        if self.main not in parts:
            raise Refused("TEP-10", self.main or "_rels/.rels")
        self.since_1904 = False
        self.recalculates = False
        """Whether whoever wrote the workbook left its sums to be calculated by Excel."""
        self._named: list[tuple[str, str, str]] = []
        walk(self.main, parts[self.main], self._describe)
        self.styles = _Styles(*self.part("styles")).styles
        self.texts = _Texts(*self.part("sharedStrings")).texts

    def _describe(self, element: str, attributes: dict[str, str]) -> None:
        if element == "workbookPr":
            self.since_1904 = attributes.get("date1904") in _TRUE
        elif element == "calcPr":
            self.recalculates = attributes.get("fullCalcOnLoad") in _TRUE
        elif element == "sheet":
            id = next((attributes[name] for name in _IDS if name in attributes), "")
            self._named.append((attributes.get("name", ""), attributes.get("state", "visible"), id))

    def relations(self, source: str) -> Iterator[tuple[str, str, str]]:
        """The relationships of a part: id, last word of the kind, name of the part it leads to."""
        folder, name = posixpath.split(source)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        found: list[tuple[str, dict[str, str]]] = []
        if rels in self.parts:
            walk(rels, self.parts[rels], lambda *element: found.append(element))
        for element, relation in found:
            if element == _RELATION and relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
                yield relation.get("Id", ""), posixpath.basename(relation.get("Type", "")), target.lstrip("/").lower()

    @cached_property
    def _leads(self) -> Mapping[str, tuple[str, str]]:
        return {id: (kind, target) for id, kind, target in self.relations(self.main)}

    def sheets(self) -> Iterator[Sheet]:
        """The sheets of cells in their order; charts and macro sheets are passed over. A lost one has no part."""
        seen: set[str] = set()
        for name, state, id in self._named:
            kind, target = self._leads.get(id, ("worksheet", ""))
            if kind in _NOT_CELLS:
                continue
            if kind != "worksheet":
                target = ""
            if target and target in seen:
                raise Refused("TEP-10", target)
            seen.add(target)
            yield Sheet(clean(name).text, state == "visible", target if target in self.parts else "")

    def unlisted(self) -> list[str]:
        """The parts of sheets of cells that the list of sheets does not name."""
        listed = {id for _, _, id in self._named}
        return [to for id, (kind, to) in self._leads.items() if kind == "worksheet" and id not in listed]

    def part(self, kind: str) -> tuple[str, bytes]:
        """The name and the bytes of the part of a kind, as "styles"; empty when there is none."""
        name = next((target for named, target in self._leads.values() if named == kind), "")
        return name, self.parts.get(name, b"")

    def has_macros(self) -> bool:
        """Whether the workbook carries programs; they are never run."""
        kinds = {kind for kind, _ in self._leads.values()}
        return "xlMacrosheet" in kinds or any(name.endswith("vbaproject.bin") for name in self.parts)


class _Styles:
    def __init__(self, name: str, part: bytes) -> None:
        self.styles = Styles()
        self._codes = dict(BUILT_IN)
        self._fonts: list[str] = []
        self._struck: set[int] = set()
        self._section = ""
        if part:
            walk(name, part, self._start, self._end)

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        if element in ("fonts", "cellXfs"):
            self._section = element
        elif element == "numFmt":
            self._codes[int(attributes.get("numFmtId", 0))] = attributes.get("formatCode", "General")
        elif element == "font" and self._section == "fonts":
            self._fonts.append("")
        elif element == "name" and self._section == "fonts" and self._fonts:
            self._fonts[-1] = encoding_of(attributes.get("val", ""))
        elif element == "strike" and self._section == "fonts" and attributes.get("val", "1") in _TRUE:
            self._struck.add(len(self._fonts) - 1)
        elif element == "xf" and self._section == "cellXfs":
            self._describe(int(attributes.get("fontId", 0)), int(attributes.get("numFmtId", 0)))

    def _describe(self, font: int, format: int) -> None:
        if font in self._struck:
            self.styles.struck.add(len(self.styles.formats))
        self.styles.formats.append(self._codes.get(format, "General"))
        self.styles.encodings.append(self._fonts[font] if 0 <= font < len(self._fonts) else "")

    def _end(self, element: str) -> None:
        if element == self._section:
            self._section = ""


class _Texts:
    def __init__(self, name: str, part: bytes) -> None:
        self._name, self._most = name, len(part) // 4
        self.texts = Texts()
        self._runs: list[str] = []
        self._fonts: list[tuple[int, str | None]] = []
        """By run: with which piece it begins, and the encoding of its font."""
        self._reading = self._aside = False
        if part:
            walk(name, part, self._start, self._end, self._text)

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        if self._reading:  # something within a text, which readers take in different ways
            raise Refused("TEP-10", self._name)
        if element == "t":
            self._reading = not self._aside
        elif element == "si":
            self._runs, self._fonts = [], []
        elif element == "r":
            self._fonts.append((len(self._runs), None))
        elif element == "rFont" and self._fonts:
            self._fonts[-1] = len(self._runs), encoding_of(attributes.get("val", ""))
        elif element == "rPh":
            self._aside = True
        elif element == "sst" and int(attributes.get("uniqueCount", 0)) > self._most:
            raise Refused("TEP-10", self._name)  # the library would set memory aside for them all

    def _end(self, element: str) -> None:
        if element == "t":
            self._reading = False
        elif element == "si":
            if any(encoding is not None for _, encoding in self._fonts):
                self.texts.runs[len(self.texts.texts)] = tuple(self._pieces())
            self.texts.texts.append(unescaped("".join(self._runs)))
        elif element == "rPh":
            self._aside = False

    def _text(self, text: str) -> None:
        if self._reading:
            self._runs.append(text)

    def _pieces(self) -> Iterator[tuple[str, str | None]]:
        """The text run by run, each with the encoding of its font."""
        for (start, encoding), (end, _) in pairwise((*self._fonts, (len(self._runs), None))):
            yield unescaped("".join(self._runs[start:end])), encoding


def unescaped(text: str) -> str:
    """The text with `_x000D_` and its like as the characters they stand for."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
