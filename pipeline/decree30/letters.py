"""The letters of a paragraph as they are stored, run by run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from pipeline.decree30.layout import Run
from pipeline.decree30.styles import Properties, W, is_on

_HOLDERS = {
    f"{W}{name}" for name in ("hyperlink", "ins", "smartTag", "sdt", "sdtContent", "fldSimple", "moveTo", "dir")
}
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_DRAWN = {f"{W}drawing", f"{W}pict"}
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_PAGE = re.compile(r"\bPAGE\b", re.IGNORECASE)
_RUN, _TEXT = f"{W}r", f"{W}t"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_USUAL = "Times New Roman"
"""The font of Word where nothing is said."""


def elements(root: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs of a part in their order, text boxes too, but not what is stored twice for old programs."""
    for paragraph in root.iter(f"{W}p"):
        if not _twice(paragraph):
            yield paragraph


def _twice(paragraph: etree._Element) -> bool:
    parent = paragraph.getparent()
    if parent is None or parent.tag in (f"{W}body", f"{W}tc"):
        return False
    return next(paragraph.iterancestors(_FALLBACK), None) is not None


def numbers_pages(element: etree._Element) -> bool:
    """Whether a paragraph shows the number of its page; what its text boxes show is theirs."""
    codes = [code.text or "" for code in element.iter(f"{W}instrText") if _owner(code) is element]
    fields = [f" {code.get(f'{W}instr', '')} " for code in element.iter(f"{W}fldSimple") if _owner(code) is element]
    if _PAGE.search("".join([*codes, *fields])):
        return True
    return any(_owner(number) is element for number in element.iter(f"{W}pgNum"))


def _owner(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors(f"{W}p"), None)


def stored_runs(element: etree._Element) -> Iterator[etree._Element]:
    """The runs of a paragraph, those in links and insertions too; what is deleted is not read."""
    for child in element:
        if child.tag == _RUN:
            yield child
        elif child.tag in _HOLDERS:
            yield from stored_runs(child)


def read_run(run: etree._Element) -> tuple[str, bool]:
    """The letters of a run, and whether something is drawn in it."""
    text, drawn = "", False
    for child in run:
        if child.tag == _TEXT:
            text += child.text or ""
        elif child.tag in _SIGNS:
            text += _SIGNS[child.tag]
        elif child.tag in _DRAWN or child.tag == _ALTERNATE:
            drawn = True
    return text, drawn


def run_of(text: str, look: Properties) -> Run:
    """Letters with the look that was worked out for them."""
    plain, other = look.get("ascii", _USUAL), look.get("hAnsi", _USUAL)
    fonts = (plain,) if text.isascii() or plain == other else (plain, other)
    return Run(
        text, fonts, number_of(look.get("sz", "20")), is_on(look, "b"), is_on(look, "i"), is_on(look, "u"),
        is_on(look, "caps"), look.get("color", ""), look.get("vertAlign") == "superscript",
    )  # fmt: skip


def number_of(text: str) -> int:
    """A measure as it is stored; 0 for what is none."""
    try:
        return round(float(text))
    except ValueError:
        return 0
