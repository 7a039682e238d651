"""Pictures among the values: drawn in their line, stored once, the document otherwise as it was."""

from __future__ import annotations

import posixpath
import re
from decimal import Decimal

import pytest
from lxml import etree
from word_files import docx, drawing, p, png, tbl, tc

from pipeline.office import package
from pipeline.office.relations import related
from pipeline.rendering import Picture
from pipeline.rendering.compile import compiled

LOOP = tbl([9], [tc("{%tr for n in ds %}")], [tc("{{ n }}{{r n }}")], [tc("{%tr endfor %}")])


def parts(content: bytes, **fields: object) -> dict[str, bytes]:
    return package.read(compiled("mau.docx", content).render(fields))


def embedded(made: dict[str, bytes], part: str) -> list[str]:
    """The media that the pictures of a part lead to, in their order."""
    known = dict(related(made, part, "image"))
    return [known[name] for name in re.findall(r'r:embed="(\w+)"', made[part].decode())]


def test_a_picture_is_stored_once_and_leads_where_it_should() -> None:
    small, other = png(), png(9, 3)
    made = parts(docx(LOOP, header=p("{{ a }}")), ds=[Picture(small), Picture(other), Picture(small)], a=Picture(small))
    assert [made[name] for name in embedded(made, "word/document.xml")] == [small] * 2 + [other] * 2 + [small] * 2
    assert [made[name] for name in embedded(made, "word/header.xml")] == [small]
    assert len([name for name in made if name.startswith("word/media/")]) == 2


def test_every_drawing_has_a_number_of_its_own() -> None:
    again = p("{%p for n in ds %}") + drawing(2) + drawing(4) + p("{%p endfor %}")
    made = parts(docx(drawing(1), again, LOOP, header=p("{{ a }}")), ds=[Picture(png())] * 3, a=Picture(png()))
    written = made["word/document.xml"] + made["word/header.xml"]
    numbers = re.findall(rb'docPr id="(\d+)"', written)
    assert len(numbers) == len(set(numbers)) == 1 + 6 + 6 + 1


@pytest.mark.parametrize(
    ("lengths", "size"),
    [({}, (50_800, 25_400)), ({"width": 20}, (720_000, 360_000)), ({"height": Decimal("2.5")}, (180_000, 90_000))],
)
def test_a_picture_keeps_its_shape(lengths: dict[str, int | Decimal], size: tuple[int, int]) -> None:
    made = parts(docx(p("{{ a }}")), a=Picture(png(), **lengths))["word/document.xml"].decode()
    extents = re.findall(r'<(?:wp:extent|a:ext) cx="(\d+)" cy="(\d+)"/>', made)
    assert [tuple(map(int, extent)) for extent in extents] == [size, size]


def test_width_and_height_are_a_wrong_call() -> None:
    with pytest.raises(ValueError, match="shape"):
        Picture(png(), 20, 20)


def test_only_what_a_picture_needs_is_changed() -> None:
    template = docx(p("{{ a }}"))
    without, made = parts(template, a="chữ"), parts(template, a=Picture(png()))
    changed = {name for name in made if made[name] != without.get(name)}
    (media,) = made.keys() - without.keys()
    assert changed == {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels", media}
    assert next(iter(made)) == "[Content_Types].xml"


def test_the_type_of_a_picture_is_declared() -> None:
    made = parts(docx(p("{{ a }}")), a=Picture(png()))
    (media,) = embedded(made, "word/document.xml")
    types = {one.get("PartName"): one.get("ContentType") for one in etree.fromstring(made["[Content_Types].xml"])}
    assert (types[f"/{media}"], posixpath.splitext(media)[1]) == ("image/png", ".png")


def test_the_same_pictures_give_the_same_bytes() -> None:
    template, fields = compiled("mau.docx", docx(LOOP)), {"ds": [Picture(png()), Picture(png(9, 3))]}
    assert template.render(fields) == template.render(fields)
