"""What a review copy and an explanation say of a figure: its rule, and the cells it came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

_APART = " › "
_FEW = 12
"""So many cells are named one by one, with what they say; of more, ranges."""
_SHORT = 40
"""What a cell says is told when it is so short."""


def told(rule: str, cells: Iterable[str], values: Mapping[str, str]) -> str:
    """The rule and the cells in one line: "tổng lượt cá nhân; lấy từ Công an tỉnh.xlsx › Khen thưởng: E9 (12)"."""
    listed = list(cells)
    named = "; ".join(by_sheet(listed, values, whole=len(listed) <= _FEW))
    return f"{rule}; lấy từ {named}" if named else rule


def by_sheet(cells: Iterable[str], values: Mapping[str, str], whole: bool) -> Iterator[str]:
    """The cells sheet by sheet: each with what it says, or as ranges."""
    sheets: dict[str, list[str]] = {}
    for cell in dict.fromkeys(cells):
        sheet, _, address = cell.rpartition(_APART)
        sheets.setdefault(sheet, []).append(address)
    for sheet, found in sheets.items():
        yield f"{_short(sheet)}: {', '.join(_addresses(sheet, found, values, whole))}"


def _short(sheet: str) -> str:
    """A sheet without the folder of its dossier."""
    return sheet.partition("/")[2] or sheet


def _addresses(sheet: str, addresses: list[str], values: Mapping[str, str], whole: bool) -> Iterator[str]:
    """The cells of a sheet: each with what it says, or those below each other as one range."""
    if whole:
        for address in addresses:
            said = values.get(f"{sheet}{_APART}{address}", "")
            yield f"{address} ({said})" if 0 < len(said) <= _SHORT else address
        return
    runs: list[list[str]] = []
    for address in sorted(addresses, key=_in_columns):
        if runs and address == _below(runs[-1][-1]):
            runs[-1].append(address)
        else:
            runs.append([address])
    yield from (run[0] if len(run) == 1 else f"{run[0]}:{run[-1]}" for run in runs)


def _in_columns(address: str) -> tuple[int, str, int]:
    column = address.rstrip("0123456789")
    return len(column), column, int(address.removeprefix(column) or 0)


def _below(address: str) -> str:
    column = address.rstrip("0123456789")
    row = address.removeprefix(column)
    return f"{column}{int(row) + 1}" if row else ""
