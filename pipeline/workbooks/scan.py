"""One pass over a sheet as it is stored: which cells hold something, in what style, and what is amiss with them.

A sheet written in the usual plain way is read as it is; any other is first written anew in that way, so that there is
one grammar to trust, and the reading library sees nothing that was not understood here.
"""

from __future__ import annotations

import html
import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from math import nan

from pipeline.workbooks.book import unescaped
from pipeline.workbooks.grid import WIDTH, Merge, letters, number
from pipeline.workbooks.outline import LAST_COLUMN, MOST_COLUMNS, Outline
from pipeline.workbooks.parts import Refused

NUMBER, SHARED, TEXT, TRUTH, DAY = range(5)
LAST_ROW, WIDEST_GAP, LARGEST_AREA = 200_000, 500, 4_000_000
_ROWS = 1_048_576
_OPEN, _CLOSE, _MARK = b"<sheetData>", b"</sheetData>", b'<sheetData plain="1"/>'
_ROW = re.compile(rb"\s*+(?:<row((?: [\w:]++=\"[^\"<&]*+\")*+) ?+(/?>)|(\S))")
_CELL = re.compile(
    rb"\s*+(?:<c(?: r=\"([A-Z]{1,3})(\d{1,7})\")?+(?: s=\"(\d{1,5})\")?+(?: t=\"(\w++)\")?+"
    rb"(?: (?:cm|vm|ph)=\"\d++\")*+ ?+(?:/>|>(\s*+"
    rb"(<f(?: [\w:]++=\"[^\"<]*+\")*+ ?+(?:/>|>[^<]*+</f>))?+\s*+"
    rb"(?:<v(?: xml:space=\"preserve\")?+ ?+(?:/>|>([^<]*+)</v>)"
    rb"|<is><t(?: xml:space=\"preserve\")?+(?:/>|>([^<]*+)</t>)</is>)?+"
    rb"\s*+)</c>)|(\S.*))",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(rb" (r|hidden)=\"([^\"]*)\"")
_AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
_TRUE = (b"1", b"true")
_KINDS = {
    b"": NUMBER, b"n": NUMBER, b"s": SHARED, b"str": TEXT, b"inlineStr": TEXT, b"b": TRUTH, b"d": DAY, b"e": NUMBER,
}  # fmt: skip
_Said = Sequence[bytes]


class _NotPlain(Exception):
    """The sheet is stored in a way the grammar does not know."""


@dataclass
class Scan:
    """The cells of a sheet that hold something, in their order, and what the sheet says of rows and columns."""

    keys: array[int] = field(default_factory=lambda: array("I"))
    styles: array[int] = field(default_factory=lambda: array("L"))
    numbers: array[float] = field(default_factory=lambda: array("d"))
    """What is stored for a number, a truth value, a shared text (its number); else not a number."""
    kinds: bytearray = field(default_factory=bytearray)
    texts: dict[int, str] = field(default_factory=dict)
    """By key: the texts that are stored in the cells themselves."""
    broken: dict[int, tuple[str, str]] = field(default_factory=dict)
    """By key: the code of the problem, and the error or the formula."""
    merges: tuple[Merge, ...] = ()
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    bottom: int = 0
    right: int = 0
    """The last row and column with a cell that stores anything, were it blanks."""
    data: bytes = b""
    """The rows as they were scanned."""


_COLUMNS = {letters(column).encode(): column for column in range(1, LAST_COLUMN + 1)}


@lru_cache(256)
def _like(names: _Said, styles: _Said, kinds: _Said) -> tuple[list[int], array[int], bytes] | None:
    """The columns, styles and kinds of a row that names its columns in order and holds numbers and shared texts."""
    columns = [_COLUMNS.get(name, 0) for name in names]
    rising = all(left < right for left, right in pairwise([0, *columns]))
    if not rising or not {b"", b"n", b"s"}.issuperset(kinds):
        return None
    return columns, array("L", (int(style or 0) for style in styles)), bytes(_KINDS[kind] for kind in kinds)


def scanned(name: str, part: bytes, recalculates: bool) -> Scan:
    """Everything the sheet stores, checked.

    Raises `Refused`: TEP-09 to TEP-11 as for any part, TRANG-11 twice or out of order, TRANG-12 far away,
    TRANG-13 too large.
    """
    try:
        return _plain_scan(name, part, recalculates) or _rewritten_scan(name, part, recalculates)
    except (_NotPlain, ValueError) as error:
        raise Refused("TEP-10", name) from error


def _plain_scan(name: str, part: bytes, recalculates: bool) -> Scan | None:
    """The scan of a sheet that is stored in the plain way; None for another."""
    start = part.find(_OPEN)
    end = part.find(_CLOSE, start)
    if start < 0 or end < 0:
        return None
    outline = Outline(name, part[:start] + _MARK + part[end + len(_CLOSE) :])
    if not outline.plain:
        return None
    part.decode()
    try:
        return _scanned(outline, part[start + len(_OPEN) : end], recalculates)
    except _NotPlain:
        return None


def _rewritten_scan(name: str, part: bytes, recalculates: bool) -> Scan:
    outline = Outline(name, part)
    return _scanned(outline, bytes(outline.data), recalculates)


def _scanned(outline: Outline, data: bytes, recalculates: bool) -> Scan:
    scan = _Rows(data, recalculates).scan
    scan.data, scan.hidden_columns = data, outline.hidden
    scan.merges = tuple(_merge(ref) for ref in outline.merges)
    _check_areas(scan)
    return scan


def _merge(ref: str) -> Merge:
    found = _AREA.fullmatch(ref)
    if found is None:
        raise Refused("TEP-10", ref)
    left, top, right, bottom = found.groups()
    return Merge(int(top), number(left), int(bottom or top), number(right or left))


def _check_areas(scan: Scan) -> None:
    """Neither the sheet nor its merged areas, as far as there are cells, are larger than can be walked."""
    bottom, right = scan.bottom, scan.right
    sides = ((min(m.bottom, bottom) - m.top + 1, min(m.right, right) - m.left + 1) for m in scan.merges)
    merged = sum(max(height, 0) * max(width, 0) for height, width in sides)
    if max(bottom * right, merged) > LARGEST_AREA:
        raise Refused("TRANG-13", f"{bottom} × {right}")


def _rows(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The attributes and the cells of every row."""
    at = 0
    while found := _ROW.match(data, at):
        attributes, end, stray = found.groups()
        at = found.end()
        close = data.find(b"</row>", at) if end == b">" else at
        if stray or close < 0:
            raise _NotPlain
        yield attributes, data[at:close]
        at = close + 6 if end == b">" else at


class _Rows:
    """The rows of a sheet in plain form, read from the top."""

    def __init__(self, data: bytes, recalculates: bool) -> None:
        self.scan = scan = Scan()
        self._keys, self._styles, self._kinds, self._numbers = scan.keys, scan.styles, scan.kinds, scan.numbers
        self._texts, self._broken, self._hidden = scan.texts, scan.broken, scan.hidden_rows
        self._recalculates = recalculates
        self._limit = LAST_ROW
        last = 0
        for attributes, cells in _rows(data):
            said = dict(_ATTRIBUTE.findall(attributes))
            row = int(said.get(b"r", last + 1))
            if not last < row <= _ROWS:
                raise Refused("TRANG-11", cell=f"A{row}")
            last = row
            if said.get(b"hidden") in _TRUE:
                self._hidden.add(row)
            if cells:
                self._read(row, cells)

    def _read(self, row: int, cells: bytes) -> None:
        """One row: its cells with their places, in order, none too far."""
        if len(cells) > 4 * MOST_COLUMNS and cells.count(b"<c") > MOST_COLUMNS:
            raise Refused("TRANG-11", cell=f"A{row}")
        found = _CELL.findall(cells)
        if 0 < len(found) <= LAST_COLUMN and self._keep_usual(row, found):
            return
        last, digits, stored = 0, str(row).encode(), 0
        farthest = LAST_COLUMN if row <= self._limit else 0
        for name, at, style, kind, inside, formula, value, inline, stray in found:
            if stray:
                raise _NotPlain
            column = (_COLUMNS.get(name) or number(name.decode())) if name else last + 1
            if column <= last or (at != digits and at):
                raise Refused("TRANG-11", cell=f"{letters(column)}{int(at or row)}")
            last = column
            if inside:
                if column > farthest:
                    raise Refused("TRANG-12", cell=f"{letters(column)}{row}")
                stored = column
                if formula or kind == b"e":
                    value = self._calculated(row << WIDTH | column, kind, inside, formula, value)
                if value or (inline and not inline.isspace()):
                    self._keep(row << WIDTH | column, style, kind, value or inline)
        if stored:
            self._reach(row, stored)

    def _reach(self, row: int, column: int) -> None:
        self.scan.bottom, self.scan.right = row, max(self.scan.right, column)
        self._limit = min(LAST_ROW, row + WIDEST_GAP + 1)

    def _keep_usual(self, row: int, found: list[tuple[bytes, ...]]) -> bool:
        """Keep a row of plain numbers and shared texts in one stroke; False when it has anything else."""
        names, ats, styles, kinds, _, formulas, values, _, _ = zip(*found, strict=True)
        like = _like(names, styles, kinds) if all(values) and not any(formulas) and row <= self._limit else None
        if like is None or ats.count(str(row).encode()) != len(ats):
            return False
        try:
            self._numbers.fromlist(list(map(float, values)))
        except ValueError:
            return False
        columns, looks, stored = like
        self._keys.extend(map((row << WIDTH).__or__, columns))
        self._styles += looks
        self._kinds += stored
        self._reach(row, columns[-1])
        return True

    def _calculated(self, key: int, kind: bytes, inside: bytes, formula: bytes, value: bytes) -> bytes:
        """The value of a formula or an error; what is no value is noted as broken."""
        if kind == b"e" and value:
            self._broken[key] = "O-01", html.unescape(value.decode())
            return b"nan"
        if b"<v" not in inside or (kind != b"str" and (not value or (self._recalculates and value == b"0"))):
            self._broken[key] = "O-02", "=" + html.unescape(formula[formula.find(b">") + 1 : -4].decode())
            return b"nan"
        return value

    def _keep(self, key: int, style: bytes, kind: bytes, value: bytes) -> None:
        kept = _KINDS.get(kind)
        if kept is None:
            raise _NotPlain
        self._keys.append(key)
        self._styles.append(int(style) if style else 0)
        self._kinds.append(kept)
        try:
            self._numbers.append(float(value) if kept < TEXT else value in _TRUE if kept == TRUTH else nan)
        except ValueError:
            if b"&#" in value:
                raise _NotPlain from None
            self._numbers.append(nan)
        if kept == TEXT:
            self._texts[key] = unescaped(html.unescape(value.decode()))
