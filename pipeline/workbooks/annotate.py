"""A copy of a workbook with its faults marked: a comment and a fill in each cell, and a sheet that lists them.

The parts of the package that hold no fault stay byte for byte: charts, drop-downs, pictures, macros.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from pipeline.office import package
from pipeline.office.relations import OFFICE, Parts, declare, free_name, parse, relate, related, written
from pipeline.problems import Problem
from pipeline.vietnamese.text import clean
from pipeline.workbooks.fills import ERROR, HEAD, WARNING, Look, Styles, fill_cells
from pipeline.workbooks.marked import Mark, mark
from pipeline.workbooks.notes import add_notes
from pipeline.workbooks.read import RESULTS, letters
from pipeline.workbooks.remarks import REMARK

_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_CELL = re.compile(r"[A-Z]{1,3}[1-9]\d*")
_SELECTED = re.compile(rb"""(<(?:\w+:)?sheetView\b[^>]*?)\s+tabSelected=["'](?:1|true)["']""")
_HEADINGS = ("Mức", "Trang", "Ô", "Điều thấy", "Cách sửa", "Mã")
_WIDTHS = (12, 22, 8, 60, 50, 10)


def annotated(content: bytes, name: str, problems: Sequence[Problem]) -> bytes | None:
    """The marked copy of the workbook `name` of a dossier; None when its package is not one we know."""
    try:
        parts = package.read(content)
        ((_, book),) = related(parts, "", "officeDocument")
        workbook = parse(parts[book])
        ((_, stylesheet),) = related(parts, book, "styles")
        styles = Styles(parts[stylesheet])
    except (zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError):
        return None
    if etree.QName(workbook).namespace != _MAIN:
        return None
    sheets = _sheets(parts, book, workbook)
    for title, part in sheets.items():
        _mark_sheet(parts, part, styles, [p for p in problems if p.place.sheet == clean(title).text])
    _list_problems(parts, book, workbook, _results(name, problems, tuple(sheets), styles))
    parts[stylesheet] = styles.content()
    mark(parts, Mark(name, hashlib.sha256(content).hexdigest()))
    return package.write(parts)


def _sheets(parts: Parts, book: str, workbook: etree._Element) -> dict[str, str]:
    """The parts of the worksheets by title."""
    targets = dict(related(parts, book, "worksheet"))
    listed = workbook.iterfind(f"{{{_MAIN}}}sheets/{{{_MAIN}}}sheet")
    ids = {str(sheet.get("name")): str(sheet.get(f"{{{OFFICE}}}id")) for sheet in listed}
    return {title: targets[at] for title, at in ids.items() if at in targets}


def _mark_sheet(parts: Parts, part: str, styles: Styles, problems: Sequence[Problem]) -> None:
    by_cell: dict[str, list[Problem]] = {}
    for problem in problems:
        if _CELL.fullmatch(problem.place.cell) and problem.code != REMARK:
            by_cell.setdefault(problem.place.cell, []).append(problem)
    if by_cell:
        sheet = parse(parts[part])
        texts = {cell: "\n".join(_words(problem) for problem in found) for cell, found in by_cell.items()}
        fill_cells(sheet, {cell: _colour(found) for cell, found in by_cell.items()}, styles)
        add_notes(parts, part, sheet, texts)
        parts[part] = written(sheet)


def _words(problem: Problem) -> str:
    return f"{problem.level}: {problem.message}. {problem.remedy}. [{problem.code}]"


def _colour(problems: Sequence[Problem]) -> str:
    return ERROR if any(problem.level == "LỖI" for problem in problems) else WARNING


# --- the sheet of results -------------------------------------------------------------------------


def _list_problems(parts: Parts, book: str, workbook: etree._Element, content: bytes) -> None:
    """Put the sheet of results in front and show it; an older one is replaced where it stands."""
    old = _sheets(parts, book, workbook).get(RESULTS)
    if old is not None:
        parts[old] = content
        return
    for part in _sheets(parts, book, workbook).values():
        parts[part] = _SELECTED.sub(rb"\1", parts[part])
    name = free_name(parts, "xl/worksheets/ket-qua-kiem-tra{}.xml")
    parts[name] = content
    declare(parts, name, _SHEET)
    _insert_first(workbook, relate(parts, book, "worksheet", name))
    parts[book] = written(workbook)


def _insert_first(workbook: etree._Element, relation: str) -> None:
    """The new sheet before the others: what counts sheets by their place counts one more."""
    (sheets,) = workbook.findall(f"{{{_MAIN}}}sheets")
    number = max((int(sheet.get("sheetId") or 0) for sheet in sheets), default=0) + 1
    sheet = etree.Element(f"{{{_MAIN}}}sheet", name=RESULTS, sheetId=str(number))
    sheet.set(f"{{{OFFICE}}}id", relation)
    sheets.insert(0, sheet)
    for name in workbook.iterfind(f"{{{_MAIN}}}definedNames/*[@localSheetId]"):
        name.set("localSheetId", str(int(name.get("localSheetId") or 0) + 1))
    for view in workbook.iterfind(f"{{{_MAIN}}}bookViews/*"):
        view.attrib.pop("firstSheet", "")
        view.attrib.pop("activeTab", "")


def _results(name: str, problems: Sequence[Problem], titles: Sequence[str], styles: Styles) -> bytes:
    """The part of the sheet: a row a problem, its cell a link to the place."""
    head, text = styles.look(Look(0, HEAD, bold=True, wrapped=True)), styles.look(Look(0, wrapped=True))
    link, title = styles.look(Look(0, link=True)), styles.look(Look(0, bold=True))
    raw = {clean(one).text: one for one in titles}
    guide = f"Bản đánh dấu của sổ {name}. Sửa các ô được tô màu, lưu lại, rồi chép sổ này vào thư mục hồ sơ."
    rows = [_row(1, [(RESULTS.upper(), title)]), _row(2, [(guide, 0)]), _row(4, [(cell, head) for cell in _HEADINGS])]
    links = []
    for at, problem in enumerate(problems, 5):
        place = problem.place
        to = f"'{raw[place.sheet].replace(chr(39), chr(39) * 2)}'!{place.cell}" if place.sheet in raw else ""
        linked = bool(to and _CELL.fullmatch(place.cell))
        texts = (problem.level, place.sheet, place.cell, f"{problem.message}.", f"{problem.remedy}.", problem.code)
        rows.append(_row(at, [(cell, link if linked and n == 2 else text) for n, cell in enumerate(texts)]))
        links += [f"<hyperlink ref={quoteattr(f'C{at}')} location={quoteattr(to)}/>"] if linked else []
    columns = "".join(f'<col min="{n}" max="{n}" width="{w}" customWidth="1"/>' for n, w in enumerate(_WIDTHS, 1))
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{_MAIN}">'
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView tabSelected="1" workbookViewId="0">'
        '<pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>{''.join(rows)}</sheetData>"
        f"{f'<hyperlinks>{chr(10).join(links)}</hyperlinks>' if links else ''}"
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    ).encode()


def _row(number: int, cells: Sequence[tuple[str, int]]) -> str:
    stored = (
        f'<c r="{letters(at)}{number}" s="{look}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
        for at, (text, look) in enumerate(cells, 1)
    )
    lines = max(1 + len(text) // width for (text, _), width in zip(cells, _WIDTHS, strict=False)) if number > 4 else 1
    return f'<row r="{number}" ht="{15 * lines}" customHeight="1">{"".join(stored)}</row>'
