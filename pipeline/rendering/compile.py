"""A template, compiled once: docxtpl reads its tags, the sandbox runs them, nothing is guessed or lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from jinja2 import Environment, TemplateSyntaxError, nodes
from lxml import etree

from pipeline.office.shell import shell
from pipeline.problems import Place
from pipeline.rendering import tags
from pipeline.rendering.faults import FORBIDDEN, Misplaced, TemplateFault, explained, tag_at
from pipeline.rendering.fill import CompiledTemplate, Part
from pipeline.rendering.printer import Printer
from pipeline.rendering.proof import proven
from pipeline.rendering.safety import opened
from pipeline.rendering.sandbox import Sandbox, forbidden

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_STORIES = {"header": "đầu trang", "footer": "chân trang", "footnotes": "chú thích", "endnotes": "chú thích cuối",
            "comments": "nhận xét"}  # fmt: skip
_TYPES = "[Content_Types].xml"
_CORE = "docProps/core.xml"
_STAMPS = ("created", "modified", "lastModifiedBy", "lastPrinted", "revision")
_ESCAPED = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
"""How a template writes the signs of a tag that shall be printed."""


def compiled(name: str, content: bytes) -> CompiledTemplate:
    """The checked template of a Word file's bytes; `name` is what faults call it.

    Raises `TemplateFault`: no Word file, or a tag that is wrong.
    """
    try:
        parts = _without_clock(opened(name, content))
        stories = dict(_stories(parts))
    except (KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise TemplateFault("không phải là tệp Word (.docx) mở được", Place(name)) from error
    sandbox = Sandbox(Printer([], padded=True))
    made = [
        _part(part, Place(name, words), xml, sandbox) for part, (words, xml) in stories.items() if tags.has_tag(xml)
    ]
    kept = {part: blob for part, blob in parts.items() if part not in {one.name for one in made}}
    _refuse_unfilled(name, {part: blob for part, blob in kept.items() if part not in stories})
    return CompiledTemplate(name, tuple(made), shell(kept))


def _stories(parts: Mapping[str, bytes]) -> Iterator[tuple[str, tuple[str, str]]]:
    """The parts whose words an office writes, the body first: where each is, in words, and its XML."""
    types = etree.fromstring(parts[_TYPES])
    kinds = {str(of.get("PartName")).lstrip("/"): str(of.get("ContentType")) for of in types.iter("{*}Override")}
    (main,) = (part for part, kind in kinds.items() if kind == _MAIN)
    yield main, ("thân văn bản", _xml(parts[main]))
    for part, kind in kinds.items():
        words = _STORIES.get(kind.removesuffix("+xml").rpartition(".")[2])
        if words and part in parts:
            yield part, (words, _xml(parts[part]))
    if _CORE in parts:
        yield _CORE, ("thuộc tính tài liệu", _xml(parts[_CORE]))


def _xml(blob: bytes) -> str:
    return etree.tostring(etree.fromstring(blob), encoding="unicode")


def _part(name: str, place: Place, xml: str, sandbox: Environment) -> Part:
    """The part, its tags checked and its code made."""
    for block, text in tags.crowded(xml):
        raise TemplateFault(f"thẻ này phải đứng một mình trong {block} của nó", _at(place, text))
    source = tags.on_own_lines(_patched(xml))
    try:
        tree = sandbox.parse(source)
        for node in forbidden(tree):
            raise Misplaced(FORBIDDEN, node.lineno)
        for text in tags.leftovers(tree):
            raise TemplateFault("dấu ngoặc của thẻ còn sót lại: thẻ viết sai hoặc bị ngắt", _at(place, text))
        tidy = not proven(tree)
        for data in tree.find_all(nodes.TemplateData):
            data.data = _unescaped(data.data)
        return Part(name, place, source, sandbox.compile(tree), tidy)
    except (TemplateSyntaxError, Misplaced) as error:
        line = error.line if isinstance(error, Misplaced) else error.lineno
        raise TemplateFault(explained(error), _at(place, tag_at(source, line))) from error


def _patched(xml: str) -> str:
    """The part with the tags of docxtpl as those of Jinja, by docxtpl itself."""
    from docxtpl import DocxTemplate

    return DocxTemplate.patch_xml(cast(DocxTemplate, None), xml)  # asks nothing of a template


def _unescaped(data: str) -> str:
    for written, meant in _ESCAPED:
        data = data.replace(written, meant)
    return data


def _refuse_unfilled(name: str, parts: Mapping[str, bytes]) -> None:
    for part, blob in parts.items():
        if part.startswith("word/") and part.endswith(".xml") and tags.has_tag(blob.decode("utf-8", "replace")):
            raise TemplateFault("thẻ nằm ở phần không được điền của tệp Word", Place(name, part))


def _at(place: Place, tag: str) -> Place:
    return Place(place.file, place.sheet, tag)


def _without_clock(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts with core properties that tell neither when nor by whom the template was saved."""
    if _CORE in parts:
        core = etree.fromstring(parts[_CORE])
        for stamp in [child for child in core if etree.QName(child).localname in _STAMPS]:
            core.remove(stamp)
        parts[_CORE] = etree.tostring(core, xml_declaration=True, encoding="UTF-8", standalone=True)
    return parts
