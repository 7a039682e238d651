"""The styles of a stock template under other rules of form: the same paper, dressed for a body of the Party."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from pipeline.decree30.format import Component
from pipeline.decree30.profiles import Profile
from pipeline.decree30.styles import W
from pipeline.decree30.stylesheet import BODY_LINES, HEAD, LOOKS, Look, rule, style
from pipeline.office.relations import parse

_STYLES = "word/styles.xml"
_POINTS = 400
"""Twenty points a line, where the spacing is exact."""
_NUMBERS = ("SoTrang", "SoTrangDuThao")
_MOTTO_LINE = 4123
"""As long as the name of the Party in letters of 15 points."""


def dressed(parts: dict[str, bytes], profile: Profile) -> dict[str, bytes]:
    """The parts of a template with the styles of the frame as the profile asks; those that an office added stay."""
    if not profile.party or _STYLES not in parts:
        return parts
    root = parse(parts[_STYLES])
    for stored in root.findall(f"{W}style"):
        name = str(stored.get(f"{W}styleId"))
        look = in_profile(name, profile) if name in LOOKS else None
        if look is not None and look != LOOKS[name]:
            root.replace(stored, _element(name, look))
    return {**parts, _STYLES: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)}


def in_profile(name: str, profile: Profile) -> Look:
    """A style of the frame under the rules of a profile."""
    look = LOOKS[name]
    asked = profile.components.get(look.component)
    if name == "DuongKeTieuNgu" and profile.party:
        return rule(look.name, (HEAD[1] - _MOTTO_LINE) // 2)
    if name in _NUMBERS:
        return replace(look, size=profile.page_number.least)
    return look if asked is None or not profile.party else _as_asked(look, asked)


def _as_asked(look: Look, asked: Component) -> Look:
    """Sizes as near its own as they allow, weight and slant where they are asked, exact points in running text."""
    least, most = asked.sizes
    found = replace(
        look,
        size=min(max(look.size, least), most),
        bold=look.bold if asked.bold is None else asked.bold,
        italic=look.italic if asked.italic is None else asked.italic,
        underlined=asked.underlined,
    )
    return replace(found, line=_POINTS, exact=True) if look.line == BODY_LINES else found


def _element(name: str, look: Look) -> etree._Element:
    return etree.fromstring(f'<w:styles xmlns:w="{W[1:-1]}">{style(name, look)}</w:styles>')[0]
