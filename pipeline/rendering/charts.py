"""Charts of a template: a placeholder chart whose alternative text names a field takes that field's numbers.

The chart keeps its kind, its colours and its captions; its series, their kept values and the workbook behind it are
written anew, so that Word shows the right chart at once and opens the right numbers under "Edit Data".
"""

from __future__ import annotations

import copy
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.model import Chart, Figure
from pipeline.office.book import table_book
from pipeline.office.shell import Packed, packed
from pipeline.rendering.faults import Unprintable
from pipeline.rendering.printer import Printer

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_FIELD = re.compile(r"\s*\{\{\s*(\w+(?:\.\w+)*)\s*\}\}\s*")
_SHEET = "Số liệu"


@dataclass(frozen=True)
class Placeholder:
    """A chart of the template: its part, the part of the workbook behind it, the field whose numbers it shows."""

    part: str
    workbook: str
    field: str
    xml: bytes

    def fill(self, fields: Mapping[str, object], printer: Printer) -> Iterator[Packed]:
        """The chart and its workbook with the numbers of the field; none where the field says nothing.

        Raises `Unprintable` for a field that is no chart, or whose series are not as long as its categories.
        """
        chart = _value(fields, self.field) or Chart((), {})
        if not isinstance(chart, Chart):
            raise Unprintable(f"trường {self.field} không phải là số liệu của biểu đồ")
        if any(len(values) != len(chart.categories) for values in chart.series.values()):
            raise Unprintable(f"trường {self.field}: các dãy số không dài bằng nhau")
        names = [printer.text(name) for name in chart.categories]
        series = {name: [_number(value, printer) for value in values] for name, values in chart.series.items()}
        yield packed(self.part, (_drawn(self.xml, names, series),))
        columns: dict[str, Sequence[str | Decimal | None]] = {"": names, **series}
        yield packed(self.workbook, (table_book(_SHEET, columns),))


Series = Mapping[str, Sequence[Decimal | None]]


def _value(fields: Mapping[str, object], path: str) -> object:
    value: object = fields
    for name in path.split("."):
        if not isinstance(value, Mapping) or name not in value:
            raise Unprintable(f'không có trường "{name}" trong danh sách trường của mẫu này')
        value = value[name]
    return value


def _number(value: Figure | int | None, printer: Printer) -> Decimal | None:
    if isinstance(value, Figure):
        printer.noted(value, "")
        return Decimal(value.value)
    return None if value is None else Decimal(value)


def placeholders(part: str, root: Element, parts: Mapping[str, bytes]) -> Iterator[Placeholder]:
    """The charts of a part of the template that show a field; their alternative texts lose its tag on the way."""
    related = _related(part, parts)
    for holder in root.iter(f"{_WP}inline", f"{_WP}anchor"):
        text, chart = holder.find(f"{_WP}docPr"), next(holder.iter(f"{_C}chart"), None)
        found = _FIELD.fullmatch(text.get("descr", "")) if text is not None and chart is not None else None
        if found and text is not None and chart is not None:
            text.set("descr", "")
            name = related[chart.get(f"{_R}id", "")]
            yield Placeholder(name, _workbook(name, parts), found[1], parts[name])


def _workbook(chart: str, parts: Mapping[str, bytes]) -> str:
    """The part of the workbook behind a chart. Raises `Unprintable` for a chart that has none of its own."""
    data = etree.fromstring(parts[chart]).find(f"{_C}externalData")
    name = _related(chart, parts).get(data.get(f"{_R}id", "") if data is not None else "", "")
    if not name.endswith(".xlsx") or name not in parts:
        raise Unprintable("biểu đồ không có bảng số liệu đi kèm; chèn lại biểu đồ bằng Word (Chèn › Biểu đồ)")
    return name


def _related(part: str, parts: Mapping[str, bytes]) -> Mapping[str, str]:
    folder, name = posixpath.split(part)
    blob = parts.get(f"{folder}/_rels/{name}.rels")
    relations = etree.fromstring(blob).iter(_RELATION) if blob else ()
    return {
        str(one.get("Id")): posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/")
        for one in relations
    }


def _drawn(xml: bytes, names: Sequence[str], series: Series) -> bytes:
    """The chart with these series; each is drawn as the one of the template in its place, the last ones as its last."""
    root = etree.fromstring(xml)
    drawn = [(plot, one) for plot in root.iter() for one in plot.findall(f"{_C}ser")]
    places = {plot: min(plot.index(one) for other, one in drawn if other is plot) for plot, _ in drawn}
    for plot, one in drawn:
        plot.remove(one)
    for number, (name, values) in enumerate(series.items() if drawn else ()):
        plot, prototype = drawn[min(number, len(drawn) - 1)]
        one = copy.deepcopy(prototype)
        _fill(one, number, name, names, values)
        plot.insert(places[plot], one)
        places[plot] += 1
    for labels in root.iterfind(f".//{_C}dLbls/{_C}numFmt[@sourceLinked='1']"):
        shown = _format([value for values in series.values() for value in values])
        labels.attrib.update({"formatCode": _VIETNAMESE + shown, "sourceLinked": "0"})
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _fill(one: Element, number: int, name: str, names: Sequence[str], values: Sequence[Decimal | None]) -> None:
    column, last = _letters(number + 1), max(len(names), 1) + 1
    for tag in ("idx", "order"):
        _child(one, tag).set("val", str(number))
    for point in one.findall(f"{_C}dPt"):
        if int(_child(point, "idx").get("val", 0)) >= len(names):
            one.remove(point)
    _kept(_child(one, "tx"), "str", f"'{_SHEET}'!${column}$1", [name])
    _kept(_child(one, "cat"), "str", f"'{_SHEET}'!$A$2:$A${last}", names)
    _kept(_child(one, "val"), "num", f"'{_SHEET}'!${column}$2:${column}${last}", values)


def _child(one: Element, name: str) -> Element:
    """A child of a series; one that is missing is put where the schema wants it."""
    found = one.find(f"{_C}{name}")
    if found is not None:
        return found
    made = etree.Element(f"{_C}{name}")
    later = _ORDER[_ORDER.index(name) + 1 :]
    at = next((at for at, child in enumerate(one) if etree.QName(child).localname in later), len(one))
    one.insert(at, made)
    return made


_ORDER = ("idx", "order", "tx", "spPr", "invertIfNegative", "pictureOptions", "marker", "explosion", "dPt", "dLbls",
          "trendline", "errBars", "cat", "val", "smooth", "shape", "bubbleSize", "bubble3D", "extLst")  # fmt: skip


def _kept(holder: Element, kind: str, cells: str, values: Sequence[object]) -> None:
    """The reference to cells of the workbook, and what they hold, kept in the chart."""
    for child in list(holder):
        holder.remove(child)
    reference = etree.SubElement(holder, f"{_C}{kind}Ref")
    etree.SubElement(reference, f"{_C}f").text = cells
    cache = etree.SubElement(reference, f"{_C}{kind}Cache")
    if kind == "num":
        etree.SubElement(cache, f"{_C}formatCode").text = _format(values)
    etree.SubElement(cache, f"{_C}ptCount", val=str(len(values)))
    for at, value in enumerate(values):
        if value is not None:
            etree.SubElement(etree.SubElement(cache, f"{_C}pt", idx=str(at)), f"{_C}v").text = str(value)


_VIETNAMESE = "[$-42A]"
"""Before a format: with the decimal comma, whatever the machine is set to."""


def _format(values: Sequence[object]) -> str:
    """The format of a series: as many decimals for all its numbers as one of them has."""
    exponents = [value.as_tuple().exponent for value in values if isinstance(value, Decimal)]
    places = max((-exponent for exponent in exponents if isinstance(exponent, int)), default=0)
    return "#,##0." + "0" * places if places > 0 else "#,##0"


def _letters(column: int) -> str:
    head, last = divmod(column, 26)
    return (_letters(head - 1) if head else "") + chr(ord("A") + last)
