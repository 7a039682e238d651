"""A filled part made whole: strictly well-formed, without residues, its tables consistent."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.problems import Place
from pipeline.rendering.faults import TemplateFault
from pipeline.rendering.tables import fit
from pipeline.rendering.tags import W, words_of

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_HOLDERS = [W + name for name in ("body", "hdr", "ftr", "footnote", "tbl", "tr", "tc", "p", "r")]
_NOTHING = ("nan", "NaN", "None")


def tidied(xml: str, place: Place) -> str:
    """The part as Word wants it. Raises `TemplateFault` when the tags have broken it."""
    try:
        root = etree.fromstring(xml)
    except etree.XMLSyntaxError as error:
        raise TemplateFault(_BROKEN, place) from error
    _refuse_strays(root, place)
    _refuse_nothing(root, place)
    _drop_empty_runs(root)
    _drop_empty_tables(root)
    _give_paragraphs(root)
    for table in root.iter(W + "tbl"):
        fit(table)
    _keep_last_section(root)
    return etree.tostring(root, encoding="unicode")


_BROKEN = "các thẻ if, for và end không mở và đóng ở cùng một cấp (đoạn, hàng, ô), nên văn bản bị vỡ"


def _refuse_strays(root: Element, place: Place) -> None:
    """Text between the elements, which Word would drop without a word."""
    for holder in root.iter(_HOLDERS):
        for text in (holder.text, *(child.tail for child in holder)):
            if text and text.strip():
                raise TemplateFault(f'"{text.strip()[:40]}" bị đặt ngoài đoạn văn, sẽ mất khi in', place)


def _refuse_nothing(root: Element, place: Place) -> None:
    for paragraph in root.iter(W + "p"):
        text = words_of(paragraph).strip()
        if text in _NOTHING:
            raise TemplateFault(f'có đoạn chỉ in "{text}", không phải là số liệu', place)


def _drop_empty_runs(root: Element) -> None:
    for run in list(root.iter(W + "r")):
        for text in run.findall(W + "t"):
            if not text.text:
                run.remove(text)
            elif text.text != text.text.strip():
                text.set(_SPACE, "preserve")
        if all(child.tag == W + "rPr" for child in run):
            _remove(run)


def _drop_empty_tables(root: Element) -> None:
    for row in list(root.iter(W + "tr")):
        if row.find(f".//{W}tc") is None:
            _remove(row)
    for table in list(root.iter(W + "tbl")):
        if table.find(f".//{W}tr") is None:
            _remove(table)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _give_paragraphs(root: Element) -> None:
    """A cell ends with a paragraph, and a header has one: Word refuses them otherwise."""
    for holder in root.iter(W + "tc", W + "hdr", W + "ftr"):
        if not len(holder) or holder[-1].tag != W + "p":
            etree.SubElement(holder, W + "p")


def _keep_last_section(root: Element) -> None:
    """When nothing follows a section break (an annex left out), the section before is the last one."""
    last = root[-1] if len(root) else None
    before = last.getprevious() if last is not None and last.tag == W + "sectPr" else None
    ended = before.find(f"{W}pPr/{W}sectPr") if before is not None else None
    if last is not None and ended is not None:
        root.replace(last, ended)
