"""What a paragraph shows beside its words: charts and pictures, with the numbers behind a chart."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from lxml import etree

from pipeline.office.relations import OFFICE, Parts, parse, relations, written
from pipeline.office.taken import DRAWING

_CHARTS = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DRAWINGS = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_REFERENCE = {f"{_CHARTS}chart": f"{{{OFFICE}}}id", f"{_DRAWINGS}blip": f"{{{OFFICE}}}embed"}
_CACHES = (f"{_CHARTS}strCache", f"{_CHARTS}numCache", f"{_CHARTS}strLit", f"{_CHARTS}numLit")
_SAID = (f"{_DRAWINGS}t", f"{_CHARTS}v")


def drawn(parts: Parts, part: str, element: etree._Element) -> list[str]:
    """The parts of the charts and pictures in a piece of a part, in their order."""
    if next(element.iter(DRAWING), None) is None:
        return []
    names = {identity: name for identity, _, name in relations(parts, part)}
    shown = (names.get(str(one.get(_REFERENCE[str(one.tag)]))) for one in element.iter(*_REFERENCE))
    return [name for name in shown if name is not None and name in parts]


def same(ours: Parts, part: str, theirs: Parts, other: str) -> bool:
    """Whether two charts or pictures are alike, with the numbers behind them."""
    return ours[part] == theirs[other] and _same_book(ours, part, theirs, other)


def replaced(target: Parts, part: str, before: tuple[Parts, str], now: tuple[Parts, str]) -> bool:
    """Put what is shown now in the place of what was shown before; False when a person changed it.

    A chart that another program stored in its own way keeps its looks and takes the new values.
    """
    if not _same_book(target, part, *before):
        return False
    if target[part] == before[0][before[1]]:
        target[part] = now[0][now[1]]
    elif not _revalued(target, part, before[0][before[1]], now[0][now[1]]):
        return False
    own, other = _book(target, part), _book(*now)
    if own and other:
        target[own] = now[0][other]
    return True


def said(parts: Parts, part: str) -> str:
    """The words and numbers of a chart; "" for a picture."""
    return "; ".join(text for text in _texts(parse(parts[part]))) if part.endswith(".xml") else ""


def _book(parts: Parts, part: str) -> str | None:
    return next((name for _, kind, name in relations(parts, part) if kind == "package" and name in parts), None)


def _same_book(ours: Parts, part: str, theirs: Parts, other: str) -> bool:
    own, old = _book(ours, part), _book(theirs, other)
    return (ours[own] if own else None) == (theirs[old] if old else None)


def _revalued(target: Parts, part: str, before: bytes, now: bytes) -> bool:
    """Give a chart the new texts and values, where it says what it said before and they are as many."""
    if not part.endswith(".xml"):
        return False
    own, old, new = parse(target[part]), parse(before), parse(now)
    if _texts(own) != _texts(old) or _shape(old) != _shape(new):
        return False
    for element, other in zip(own.iter(*_SAID), new.iter(*_SAID), strict=True):
        element.text = other.text
    target[part] = written(own)
    return True


def _texts(chart: etree._Element) -> list[str]:
    return [_number(element.text or "") for element in chart.iter(*_SAID)]


def _shape(chart: etree._Element) -> list[int]:
    return [sum(1 for _ in cache.iter(_SAID[1])) for cache in chart.iter(*_CACHES)]


def _number(text: str) -> str:
    """A number as it is written without zeros at its end: 102.50 is 102.5."""
    try:
        return f"{Decimal(text).normalize():f}"
    except InvalidOperation:
        return text
