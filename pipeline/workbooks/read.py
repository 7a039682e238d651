"""Bytes to cells: what stands in a workbook, and where. The one door to the reading library."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from pipeline.problems import Place, Problems
from pipeline.vietnamese.text import clean
from pipeline.workbooks.agree import Agreement, Words
from pipeline.workbooks.book import Book, Sheet
from pipeline.workbooks.gate import SUFFIXES, Admitted, admitted
from pipeline.workbooks.grid import OLD_TEXT, Broken, Cell, Cells, Grid, Merge, Value, letters, text_of
from pipeline.workbooks.parts import Refused, packed
from pipeline.workbooks.remarks import remarks
from pipeline.workbooks.scan import Scan, scanned

__all__ = ["OLD_TEXT", "Broken", "Cell", "Grid", "Merge", "Value", "letters", "read_workbook", "text_of"]
LISTS = "Danh mục"
"""The hidden sheet of a form that holds its lists of choices."""
RESULTS = "Kết quả kiểm tra"
"""The sheet that a marked copy has more than its original."""

_OWNER = "~$"
_XML = "http://schemas.openxmlformats.org"
_MAIN = f"{_XML}/spreadsheetml/2006/main"
_RELATION = f"{_XML}/officeDocument/2006/relationships"


def read_workbook(path: Path, file: str, problems: Problems, convert_old_fonts: bool = False) -> tuple[Grid, ...]:
    """The visible sheets of a workbook; a workbook that cannot be read is a problem and gives none.

    With `convert_old_fonts`, texts in TCVN3 and VNI are turned into Unicode; else their cells are broken.
    """
    if path.name.startswith(_OWNER):
        problems.add("TEP-04", Place(file))
        return ()
    before = len(problems.errors())
    try:
        found = admitted(path)
        _say_kind(found, path, file, problems)
        of_kind = _of_excel if found.kind == "xlsx" else _foreign
        grids = tuple(of_kind(found, file, problems, partial(Words, problems=problems, convert=convert_old_fonts)))
    except Refused as refused:
        _say(refused, Place(file), problems)
        return ()
    if not any(grid.cells for grid in grids) and len(problems.errors()) == before:
        problems.add("TEP-03", Place(file))
    return grids


def _say(refused: Refused, at: Place, problems: Problems) -> None:
    problems.add(refused.code, Place(at.file, at.sheet, refused.cell), found=refused.found)


def _say_kind(found: Admitted, path: Path, file: str, problems: Problems) -> None:
    if path.suffix.lower() not in SUFFIXES[found.kind]:
        problems.add("TEP-07", Place(file), found=f".{found.kind}")
    if found.kind != "xlsx":
        problems.add("TEP-13", Place(file), found=f".{found.kind}")


def _to_read(sheets: list[tuple[str, bool]], file: str, problems: Problems) -> Iterator[int]:
    """The numbers of the sheets to read, by title and visibility; the others are said."""
    titles = Counter(title.casefold() for title, _ in sheets)
    for at, (title, visible) in enumerate(sheets):
        if titles[title.casefold()] > 1:
            problems.add("TRANG-14", Place(file, title), found=title)
        elif title == RESULTS:
            continue
        elif visible:
            yield at
        elif title != LISTS:
            problems.add("TRANG-02", Place(file, title))


def _foreign(found: Admitted, file: str, problems: Problems, words: Callable[[Place], Words]) -> Iterator[Grid]:
    from pipeline.workbooks import foreign

    sheets = foreign.sheets(found.data)
    titled = [(clean(sheet["title"]).text, bool(sheet["visible"])) for sheet in sheets]
    for at in _to_read(titled, file, problems):
        place = Place(file, titled[at][0])
        try:
            yield foreign.grid(sheets[at], words(place))
        except Refused as refused:
            _say(refused, place, problems)


def _of_excel(found: Admitted, file: str, problems: Problems, words: Callable[[Place], Words]) -> Iterator[Grid]:
    """The sheets of a workbook of Excel, scanned, then read by the library from what was scanned."""
    book = Book(found.parts)
    if book.has_macros():
        problems.add("TEP-12", Place(file))
    for name in book.unlisted():
        problems.add("TEP-15", Place(file), found=name)
    sheets = list(book.sheets())
    scans: dict[Sheet, Scan] = {}
    for at in _to_read([(sheet.title, sheet.visible) for sheet in sheets], file, problems):
        sheet = sheets[at]
        try:
            scans[sheet] = _scanned(sheet, book)
        except Refused as refused:
            _say(refused, Place(file, sheet.title), problems)
    library = _opened(book, scans)
    for at, (sheet, scan) in enumerate(scans.items()):
        place = Place(file, sheet.title)
        try:
            yield replace(_grid(library, at, scan, book, words(place)), remarks=remarks(book, sheet.part))
        except Refused as refused:
            _say(refused, place, problems)


def _scanned(sheet: Sheet, book: Book) -> Scan:
    if not sheet.part:
        raise Refused("TRANG-10")
    scan = scanned(sheet.part, book.parts[sheet.part], book.recalculates)
    if max(scan.styles, default=0) > max(len(book.styles.formats) - 1, 0):
        raise Refused("TEP-10", "styles.xml")
    return scan


def _grid(library: Any, at: int, scan: Scan, book: Book, words: Words) -> Grid:
    try:
        sheet = library.get_sheet_by_index(at)
    except BaseException as error:  # a panic of the library is no Exception
        _reraise(error)
        raise Refused("TEP-10", words.at.sheet) from error
    values = Agreement(scan, book, words).values(sheet)
    words.say_converted()
    cells = Cells(words.at, book.styles, scan.keys, scan.styles, values)
    hidden = frozenset(scan.hidden_rows), frozenset(scan.hidden_columns)
    return Grid(words.at.file, words.at.sheet, cells, scan.merges, *hidden)


def _opened(book: Book, scans: Mapping[Sheet, Scan]) -> Any:
    """The library, given only the parts that were scanned, under the names it expects."""
    import python_calamine

    try:
        return python_calamine.load_workbook(io.BytesIO(packed(dict(_canonical(book, scans)))))
    except BaseException as error:  # a panic of the library is no Exception
        _reraise(error)
        raise Refused("TEP-01") from error


def _reraise(error: BaseException) -> None:
    if isinstance(error, (KeyboardInterrupt, SystemExit, MemoryError)):
        raise error


def _canonical(book: Book, scans: Mapping[Sheet, Scan]) -> Iterator[tuple[str, bytes]]:
    """The parts of a small workbook that says the same: its sheets are numbered and hold their rows only."""
    numbers = range(1, len(scans) + 1)
    named = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="r{n}"/>' for n in numbers)
    since = f'<workbookPr date1904="{int(book.since_1904)}"/>'
    yield "_rels/.rels", _relations({"r1": ("officeDocument", "xl/workbook.xml")})
    yield "xl/workbook.xml", _element("workbook", f"{since}<sheets>{named}</sheets>".encode())
    targets = {f"r{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in numbers}
    for kind in ("styles", "sharedStrings"):
        if part := book.part(kind)[1]:
            targets[kind] = kind, f"{kind}.xml"
            yield f"xl/{kind}.xml", part
    yield "xl/_rels/workbook.xml.rels", _relations(targets)
    for n, scan in zip(numbers, scans.values(), strict=True):
        yield f"xl/worksheets/sheet{n}.xml", _element("worksheet", b"<sheetData>" + scan.data + b"</sheetData>")


def _element(name: str, inner: bytes) -> bytes:
    return f'<{name} xmlns="{_MAIN}" xmlns:r="{_RELATION}">'.encode() + inner + f"</{name}>".encode()


def _relations(targets: Mapping[str, tuple[str, str]]) -> bytes:
    each = (f'<Relationship Id="{id}" Type="{_RELATION}/{kind}" Target="{to}"/>' for id, (kind, to) in targets.items())
    return f'<Relationships xmlns="{_XML}/package/2006/relationships">{"".join(each)}</Relationships>'.encode()
