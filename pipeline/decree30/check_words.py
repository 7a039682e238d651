"""The rules of capital letters that are certain: Phụ lục II."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.decree30.dating import days_of
from pipeline.decree30.format import CAPITAL_FORMS, CAPITALS_SINCE
from pipeline.decree30.layout import Layout
from pipeline.decree30.marks import Mark, mark
from pipeline.decree30.roles import Roles

_FORMS = tuple((re.compile(form.sign), re.compile(form.pattern)) for form in CAPITAL_FORMS)


def check_words(layout: Layout, roles: Roles) -> Iterator[Mark]:
    """Words of a paper that begin with a small letter for a capital, or the other way round."""
    days = days_of(roles)
    if days and days[1] < CAPITALS_SINCE:
        return
    whole = "\n".join(paragraph.text for paragraph in layout.paragraphs)
    forms = [(sign, pattern) for sign, pattern in _FORMS if sign.search(whole)]
    for paragraph in layout.paragraphs if forms else ():
        for sign, pattern in forms:
            for found in pattern.finditer(paragraph.text) if sign.search(paragraph.text) else ():
                yield mark("TT30-56", paragraph, allowed=_written(found), found=found[0])


def _written(found: re.Match[str]) -> str:
    """The words as they should be, with the other case where it is wrong."""
    group = "hoa" if "hoa" in found.re.groupindex else "thuong"
    letter = found[group][0]
    place = found.start(group) - found.start()
    return found[0][:place] + (letter.upper() if group == "hoa" else letter.lower()) + found[0][place + 1 :]
