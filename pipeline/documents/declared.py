"""The declared fields as the check of templates wants them, and as an office reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from pipeline.documents.source import Holds, Says

if TYPE_CHECKING:
    from pipeline.rendering.names import Shape


_INDENT = "    "


class Declared(NamedTuple):
    """A field of a template: its tag, what it says, what it holds."""

    tag: str
    says: str
    holds: Holds = None


class Line(NamedTuple):
    """A field as it is listed: how deep it stands, what to write, what it says."""

    depth: int
    tag: str
    says: str


def shapes(table: Iterable[Declared]) -> dict[str, Shape]:
    """What each field holds, nested by the dots of the tags."""
    found: dict[str, Shape] = {}
    for field in table:
        *spaces, name = field.tag.split(".")
        inside = found
        for space in spaces:
            inside = inside.setdefault(space, {})  # type: ignore[assignment]
        inside[name] = _shape(field.holds)
    return found


def _shape(holds: Holds) -> Shape:
    if isinstance(holds, Mapping):
        return {name: _shape(_parted(says)[1]) for name, says in holds.items()}
    return [_shape(holds[0])] if isinstance(holds, list) else None


def lines(table: Iterable[Declared]) -> Iterator[Line]:
    """The fields with all they hold: the full tag where it is written so, ".ten" for a field of a list's item."""
    for field in table:
        yield from _lines(0, *field)


def _lines(depth: int, tag: str, says: str, holds: Holds) -> Iterator[Line]:
    many = isinstance(holds, list)
    yield Line(depth, tag, f"{says} (danh sách)" if many else says)
    inner, before = (holds[0], "") if isinstance(holds, list) else (holds, tag)
    if isinstance(inner, list):
        yield from _lines(depth + 1, "[…]", "từng hàng", inner)
    elif inner:
        for name, said in inner.items():
            yield from _lines(depth + many, f"{before}.{name}", *_parted(said))


def listing(table: Iterable[Declared]) -> str:
    """The fields line by line, what they say in one column."""
    found = [(_INDENT * line.depth + line.tag, line.says) for line in lines(table)]
    width = max(len(tag) for tag, _ in found) + 2
    return "\n".join(tag.ljust(width) + says for tag, says in found)


def _parted(says: Says) -> tuple[str, Holds]:
    return (says, None) if isinstance(says, str) else says
