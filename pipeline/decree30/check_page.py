"""The rules of whole pages: paper, margins, font, colour, page numbers."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.decree30.format import BLACK, FONT, MARGINS, PAPER, TOLERANCE, PageRule
from pipeline.decree30.layout import Header, Layout, Paragraph, Section
from pipeline.decree30.marks import Mark, mark, millimetres, points, span
from pipeline.decree30.profiles import Profile
from pipeline.decree30.roles import Roles


def check_sections(layout: Layout, papers: frozenset[int], profile: Profile) -> Iterator[Mark]:
    """What is wrong with the pages of a file, each section once; `papers` are the sections a paper begins with."""
    for number, section in enumerate(layout.sections):
        of = f" của phần {number + 1}" if len(layout.sections) > 1 else ""
        yield from _paper(section, f"trang{of}")
        turned = section.width > section.height
        if turned and number not in layout.broad:
            yield mark("TT30-02", f"trang{of}", allowed="theo chiều dài")
        yield from _margins(section, f"trang{of}", turned)
        if len(layout.paragraphs):
            yield from _numbers(section, of, profile.page_number)
        if number in papers and (section.header if section.first is None else section.first).number:
            yield mark("TT30-07", f"trang{of}", allowed="không hiển thị")


def check_page(layout: Layout, roles: Roles) -> Iterator[Mark]:
    """What is wrong with the annexes and the letters of a paper."""
    yield from _annexes(layout, roles)
    for paragraph in layout.paragraphs:
        yield from _letters(paragraph)


def check_start(layout: Layout) -> Iterator[Mark]:
    """A paper behind another one begins a section that numbers its pages from 1."""
    if not any(section.begins <= 0 and section.restarts == "1" for section in layout.sections):
        first = next((one for one in layout.paragraphs if one.text.strip()), layout.paragraphs[0])
        yield mark("TT30-28", first, allowed="từ 1")


def _near(length: int, least: int, most: int) -> bool:
    return least - TOLERANCE <= length <= most + TOLERANCE


def _paper(section: Section, place: str) -> Iterator[Mark]:
    short, long = sorted((section.width, section.height))
    if not (_near(short, PAPER.least, PAPER.least) and _near(long, PAPER.most, PAPER.most)):
        size = f"{millimetres(section.width)} x {millimetres(section.height)}"
        yield mark("TT30-01", place, allowed="210 mm x 297 mm", found=size)


def _margins(section: Section, place: str, turned: bool) -> Iterator[Mark]:
    """The margins of an upright page; on a turned one each side may keep the measure it had upright."""
    for side, rule in MARGINS.items():
        rules = [rule, MARGINS[_TURNED[side]]] if turned else [rule]
        if not any(_near(section.margins[side], one.least, one.most) for one in rules):
            allowed = span(
                millimetres(rule.least).removesuffix(" mm"), millimetres(rule.most).removesuffix(" mm"), " mm"
            )
            found = millimetres(section.margins[side])
            yield mark("TT30-03", place, rule.article, allowed, part=rule.name[0].lower() + rule.name[1:], found=found)


_TURNED = {"top": "left", "bottom": "right", "left": "bottom", "right": "top"}


def _numbers(section: Section, of: str, asked: PageRule) -> Iterator[Mark]:
    """Numbers at the top, in the middle, from page 2; on even pages too where these have their own header."""
    yield from _number(section.header, f"trang{of}", asked)
    if section.even is not None:
        yield from _number(section.even, f"trang chẵn{of}", asked)


def _number(header: Header, place: str, asked: PageRule) -> Iterator[Mark]:
    if header.number is None or not header.middle:
        yield mark("TT30-06", place, allowed="giữa lề trên")
    else:
        yield from _number_look(header.number, place, asked)


def _number_look(line: Paragraph, place: str, asked: PageRule) -> Iterator[Mark]:
    runs = [run for run in line.runs if run.text.strip()]
    sizes = [run.size for run in runs if not asked.least <= run.size <= asked.most]
    if sizes:
        yield mark(
            "TT30-08",
            place,
            allowed=f"cỡ chữ {span(points(asked.least), points(asked.most))}",
            found=f"cỡ chữ {points(sizes[0])}",
        )
    if any(run.italic for run in runs):
        yield mark("TT30-08", place, allowed="chữ đứng", found="chữ nghiêng")


def _annexes(layout: Layout, roles: Roles) -> Iterator[Mark]:
    """An annex behind its paper begins a section that numbers its pages from 1."""
    starts = {section.begins: section for section in layout.sections}
    for annex in roles.annexes if roles.official else ():
        section = starts.get(_first_of(layout, annex))
        if section is None or section.restarts != "1":
            yield mark("TT30-09", annex, allowed="từ 1")


def _first_of(layout: Layout, annex: Paragraph) -> int:
    """The index of the first of the empty paragraphs over an annex."""
    index, begins = annex.index, {section.begins for section in layout.sections}
    while index not in begins and index > 0 and not layout.paragraphs[index - 1].text.strip():
        index -= 1
    return index


def _letters(paragraph: Paragraph) -> Iterator[Mark]:
    """Font and colour of what can be read."""
    runs = [run for run in paragraph.runs if run.text.strip()]
    fonts = dict.fromkeys(font for run in runs for font in run.fonts if font.casefold() != FONT.casefold())
    if fonts:
        yield mark("TT30-04", paragraph, allowed=FONT, found=", ".join(fonts))
    colours = dict.fromkeys(run.color for run in runs if run.color.casefold() not in BLACK)
    if colours:
        yield mark("TT30-05", paragraph, allowed="màu đen", found=", ".join(colours))
