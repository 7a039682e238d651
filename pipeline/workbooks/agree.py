"""The cells of a sheet, read twice: what the library reads counts only where the scan of the sheet agrees."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, datetime, time, timedelta
from typing import Any

from pipeline.problems import Place, Problems
from pipeline.vietnamese.text import Cleaned, clean, forbidden, is_composed
from pipeline.workbooks.book import Book
from pipeline.workbooks.grid import COLUMN, WIDTH, Broken, Value, exact, key, letters, text_of
from pipeline.workbooks.parts import Refused
from pipeline.workbooks.scan import DAY, NUMBER, SHARED, TEXT, TRUTH, Scan

LONGEST = 1e15
"""Excel keeps fifteen digits of a number; the rest are lost."""
FIRST_MONTH = (1900, 3)
"""Before this month Excel counts a day that never was; such a date is a number in the wrong format."""
MOST_SAID = 1000
_UNKNOWN = None, None


class Words:
    """The texts of one sheet made fit for use; what was mended or cannot be printed is said with its cell."""

    def __init__(self, at: Place, problems: Problems) -> None:
        self._at, self._problems = at, problems
        self._known: dict[str, tuple[Cleaned, str | None]] = {}
        self._said = self._decomposed = 0

    def fit(self, text: str, row: int, column: int) -> tuple[str | Broken | None, bool]:
        """The text of a cell, cleaned, and whether there was something to say of it.

        None for one that says nothing; a broken one where it cannot be printed.
        """
        known = self._known.get(text)
        if known is None:
            cleaned = clean(text)
            known = self._known[text] = cleaned, forbidden(cleaned.text)
        (mended, repairs), bad = known
        composed = is_composed(text)
        self._decomposed += not composed
        if not composed and self._decomposed <= MOST_SAID:
            self._problems.add("O-24", Place(self._at.file, self._at.sheet, f"{letters(column)}{row}"))
        if bad or repairs:
            self._said += 1
            place = Place(self._at.file, self._at.sheet, f"{letters(column)}{row}")
            if bad and self._said > MOST_SAID:
                raise Refused("O-09", f"U+{ord(bad):04X}", place.cell)
            if bad:
                self._problems.add("O-09", place, found=f"U+{ord(bad):04X}")
                return Broken("O-09", f"U+{ord(bad):04X}"), True
            if self._said <= MOST_SAID:
                self._problems.add("O-10", place, found=", ".join(repairs))
        return mended or None, bool(repairs) or not composed


class Agreement:
    """What the library reads of one sheet, held against its scan."""

    def __init__(self, scan: Scan, book: Book, words: Words) -> None:
        self._scan, self._book, self._words = scan, book, words
        self._shared: dict[float, tuple[str, str | None]] = {}
        """By the number of a shared text: as the library reads it, and fit for use."""

    def values(self, sheet: Any) -> list[Value | float | None]:
        """The value for every key of the scan, None for nothing; where the two differ, what is wrong with the cell.

        Raises `Refused`: O-14 for a cell that only the library sees.
        """
        numbers, kinds = self._scan.numbers, self._scan.kinds
        values = self._seen(sheet)
        for at, (value, kind, number) in enumerate(zip(values, kinds, numbers, strict=True)):
            if kind == SHARED:
                read, fit = self._shared.get(number, _UNKNOWN)
                values[at] = fit if value == read else self._settled(at, value)
            elif kind != NUMBER or value != number or not -LONGEST < value < LONGEST:
                values[at] = self._settled(at, value)
        self._uncover(values)
        return values

    def old_fonts(self) -> frozenset[int]:
        """The keys of the shared texts with a run in a font of TCVN3 or VNI."""
        scan, old = self._scan, self._book.texts.old_fonts
        stored = zip(scan.keys, scan.kinds, scan.numbers, strict=True) if old else ()
        return frozenset(key for key, kind, number in stored if kind == SHARED and number in old)

    def _seen(self, sheet: Any) -> list[Any]:
        """What the library reads for every key of the scan, "" for nothing."""
        keys, left = self._scan.keys, sheet.start[1] + 1 if sheet.start else 1
        seen: list[Any] = []
        for row, values in enumerate(sheet.iter_rows(), 1):
            first, last, width = len(seen), self._at(row + 1, 0), len(values)
            if last - first == width > 0 and (keys[first], keys[last - 1]) == (
                key(row, left),
                key(row, left + width - 1),
            ):
                seen += values
                continue
            columns = [(key & COLUMN) - left for key in keys[first:last]]
            seen += (values[column] if 0 <= column < width else "" for column in columns)
            if width - values.count("") > len(columns) - seen[first:].count(""):
                self._check_unseen(row, left, values, columns)
        return seen + [""] * (len(keys) - len(seen))

    def _check_unseen(self, row: int, left: int, values: list[Any], columns: list[int]) -> None:
        for column, value in enumerate(values):
            if column not in columns and clean(str(value)).text:
                raise Refused("O-14", str(value), f"{letters(left + column)}{row}")

    def _settled(self, at: int, value: Any) -> Value | float | None:
        """The value of a cell that is no plain number."""
        scan, key, kind = self._scan, self._scan.keys[at], self._scan.kinds[at]
        if key in scan.broken:
            return Broken(*scan.broken[key])
        if kind in (SHARED, TEXT):
            own = self._text(at)
            if not isinstance(value, str) or own is None or not _same(value, own):
                return Broken("O-14", str(value))
            fit, said = self._words.fit(own, key >> WIDTH, key & COLUMN)
            if kind == SHARED and not said and not isinstance(fit, Broken):
                self._shared[scan.numbers[at]] = value, fit
            return fit
        if kind == TRUTH and isinstance(value, bool) and value == scan.numbers[at]:
            return value
        if kind in (NUMBER, DAY) and isinstance(value, (date, time, timedelta)):
            return day(value)
        same = kind == NUMBER and isinstance(value, float) and value == scan.numbers[at]
        return Broken("O-15" if same else "O-14", str(value))

    def _text(self, at: int) -> str | None:
        """The text of a cell as the scan has it."""
        if self._scan.kinds[at] == TEXT:
            return self._scan.texts[self._scan.keys[at]]
        texts, number = self._book.texts.texts, self._scan.numbers[at]
        return texts[int(number)] if 0 <= number < len(texts) else None

    def _uncover(self, values: list[Value | float | None]) -> None:
        """Under a merged area nothing is left that says the same as the cell that is shown; the rest is a fault."""
        keys = self._scan.keys
        for merge in self._scan.merges:
            shown = self._at(merge.top, merge.left)
            for row in range(merge.top, min(merge.bottom, keys[-1] >> WIDTH if keys else 0) + 1):
                for at in range(self._at(row, merge.left), self._at(row, merge.right + 1)):
                    if keys[at] != key(merge.top, merge.left) and values[at] is not None:
                        same = keys[shown] == key(merge.top, merge.left) and values[at] == values[shown]
                        values[at] = None if same else Broken("O-17", _shown(values[at]))

    def _at(self, row: int, column: int) -> int:
        """The number of the first cell from a place on."""
        return bisect_left(self._scan.keys, key(row, min(column, COLUMN)))


def _shown(value: Value | float | None) -> str:
    return text_of(exact(value) if isinstance(value, float) else value or "")


def _same(read: str, stored: str) -> bool:
    return read == stored or clean(read).text == clean(stored).text


def day(value: date | time | timedelta) -> Value:
    """A date, a time, or both; a date before there were such dates is a number in the wrong format."""
    if isinstance(value, date) and (value.year, value.month) < FIRST_MONTH:
        return Broken("O-16", f"{value.day}/{value.month}/{value.year}")
    return value.date() if isinstance(value, datetime) and value.time() == time(0) else value
