"""Reads a Word file straight from its XML into its layout: styles, lists, tables, sections, headers."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from lxml import etree

from pipeline.decree30.layout import Cell, Layout, Paragraph, Run
from pipeline.decree30.letters import elements, number_of, read_run, run_of, stored_runs
from pipeline.decree30.sections import sections_of
from pipeline.decree30.shapes import lines_in, room_of
from pipeline.decree30.styles import Properties, Styles, W, corners, is_on, toggled
from pipeline.office.relations import Parts, parse, related

_VAL, _BOX = f"{W}val", f"{W}txbxContent"
_SIDES = {"start": "left", "end": "right", "distribute": "both"}


def laid_out(parts: Parts) -> Layout:
    """The layout of a Word file. Raises `ValueError` when its main part is not there, `XMLSyntaxError` if damaged."""
    ((_, main),) = related(parts, "", "officeDocument")
    names = {kind: name for kind in ("styles", "numbering", "theme") for _, name in related(parts, main, kind)}
    styles = _styles(*(parts.get(names.get(kind, "")) for kind in ("styles", "numbering", "theme")))
    return _Reader(parts, main, styles).layout()


@lru_cache(32)
def _styles(*stored: bytes | None) -> Styles:
    """The styles of a file; many papers of one template have the same, byte for byte."""
    return Styles(*(None if part is None else parse(part) for part in stored))


def body_of(parts: Parts) -> tuple[str, etree._Element]:
    """The main part: its name and its root, whose paragraphs in order bear the indexes of the layout."""
    ((_, main),) = related(parts, "", "officeDocument")
    return main, parse(parts[main])


def _part(parts: Parts, name: str | None) -> etree._Element | None:
    return parse(parts[name]) if name in parts else None


class _Reader:
    """Reads the parts of one file; looks that were worked out once are kept."""

    def __init__(self, parts: Parts, main: str, styles: Styles) -> None:
        self._parts, self._main, self._styles = parts, main, styles
        self._looks: dict[tuple[object, ...], Properties] = {}
        self._cells: dict[etree._Element, tuple[Cell, tuple[str, ...], str]] = {}

    def layout(self) -> Layout:
        root = parse(self._parts[self._main])
        self._number(root)
        paragraphs, breaks = self._paragraphs(root)
        ends = [*breaks, *((len(paragraphs) - 1, last) for last in root.iterfind(f"{W}body/{W}sectPr"))]
        begins = [0, *(end + 1 for end, _ in ends)]
        stored = sections_of(self._parts, self._main, [element for _, element in ends], self._line)
        sections = tuple(replace(section, begins=begin) for section, begin in zip(stored, begins, strict=False))
        broad = frozenset(paragraph.section for paragraph in paragraphs if paragraph.cell or paragraph.drawn)
        return Layout(tuple(paragraphs), sections, broad)

    def _paragraphs(self, root: etree._Element) -> tuple[list[Paragraph], list[tuple[int, etree._Element]]]:
        found: list[Paragraph] = []
        breaks: list[tuple[int, etree._Element]] = []
        number = 0
        for index, element in enumerate(elements(root)):
            cell = next(element.iterancestors(f"{W}tc"), None) if self._cells else None
            number += cell is None
            found.append(self._paragraph(element, index, f"đoạn {number}", cell, len(breaks)))
            ending = element.find(f"{W}pPr/{W}sectPr")
            if ending is not None:
                breaks.append((index, ending))
        return found, breaks

    def _number(self, root: etree._Element) -> None:
        """The place of every cell, and what its table's style says of it."""
        for table_number, table in enumerate(root.iter(f"{W}tbl"), 1):
            style = table.find(f"{W}tblPr/{W}tblStyle")
            name = str(style.get(_VAL)) if style is not None else self._styles.usual.get("table", "")
            look = table.find(f"{W}tblPr/{W}tblLook")
            rows = [row for row in table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl")) is table]
            for row_number, row in enumerate(rows):
                cells = [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row]
                for number, cell in enumerate(cells):
                    parts = tuple(corners(look, row_number, len(rows), number, len(cells)))
                    self._cells[cell] = Cell(table_number, row_number + 1, number + 1), parts, name

    def _paragraph(
        self, element: etree._Element, index: int, place: str, cell: etree._Element | None, section: int
    ) -> Paragraph:
        at, parts, table = self._cells[cell] if cell is not None else (None, (), "")
        own = element.find(f"{W}pPr")
        style = own.find(f"{W}pStyle") if own is not None else None
        name = str(style.get(_VAL)) if style is not None else self._styles.usual.get("paragraph", "")
        look = self._look(name, table, parts, own)
        runs, drawn = self._runs(element, name, table, parts)
        return Paragraph(
            index=index,
            place=f"bảng {at.table}, hàng {at.row}, ô {at.column}" if at else place,
            runs=runs,
            align="center" if "framed" in look else _SIDES.get(look.get("jc", "left"), look.get("jc", "left")),
            left=_length(look, "left"),
            first=_length(look, "first"),
            before=_length(look, "before"),
            after=_length(look, "after"),
            line=_length(look, "line") or 240,
            line_rule=look.get("lineRule", "auto"),
            style=name,
            contextual=is_on(look, "contextualSpacing"),
            ruled="ruled" in look or drawn,
            drawn=drawn,
            listed=look.get("numId", "0") != "0",
            cell=at,
            section=section,
            right=_length(look, "right"),
            room=room_of(element, cell),
            shapes=tuple(lines_in(element)) if drawn else (),
            level=(look.get("numId", ""), look.get("ilvl", "0"), look.get("signs", "")),
            boxed=_in_box(element, cell),
        )

    def _look(self, name: str, table: str, parts: tuple[str, ...], own: etree._Element | None) -> Properties:
        """What holds of a paragraph, the nearer saying over the farther one."""
        from_table = self._styles.table(table, parts)[0] if table else {}
        styled = {**self._styles.defaults[0], **from_table, **self._styles.chain(name)[0]}
        direct = self._styles.paragraph(own)
        numbering = {**styled, **direct}
        level = self._styles.level(numbering.get("numId", "0"), numbering.get("ilvl", "0"))
        return {**styled, **level, **direct}

    def _runs(
        self, element: etree._Element, name: str, table: str, parts: tuple[str, ...]
    ) -> tuple[tuple[Run, ...], bool]:
        runs, drawn = [], False
        for stored in stored_runs(element):
            text, has_drawing = read_run(stored)
            drawn |= has_drawing
            if text:
                look = self._letters(stored.find(f"{W}rPr"), name, table, parts)
                if not is_on(look, "vanish"):
                    runs.append(run_of(text, look))
        return tuple(runs), drawn

    def _letters(self, own: etree._Element | None, name: str, table: str, parts: tuple[str, ...]) -> Properties:
        style = own.find(f"{W}rStyle") if own is not None else None
        character = str(style.get(_VAL)) if style is not None else ""
        key = (name, table, parts, character)
        if key not in self._looks:
            from_table = self._styles.table(table, parts)[1] if table else {}
            styled = toggled((from_table, self._styles.chain(name)[1], self._styles.chain(character)[1]))
            self._looks[key] = {**self._styles.defaults[1], **styled}
        return self._looks[key] if own is None else {**self._looks[key], **self._styles.character(own)}

    def _line(self, element: etree._Element, place: str) -> Paragraph:
        """A paragraph of a header or a footer, which is none of the paper's."""
        return self._paragraph(element, -1, place, None, 0)


def _in_box(element: etree._Element, cell: etree._Element | None) -> bool:
    holder = element.getparent() if cell is None else None
    return holder is not None and holder.tag == _BOX


def _length(look: Properties, name: str) -> int:
    if name in ("before", "after") and is_on(look, f"{name}Autospacing"):
        return 280
    return number_of(look.get(name, "0"))
