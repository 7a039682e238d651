"""A template, compiled once: docxtpl reads its tags, the sandbox runs them, nothing is guessed or lost."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import CodeType
from typing import Any
from zipfile import BadZipFile

from docxtpl import DocxTemplate
from jinja2 import Environment, Template, TemplateSyntaxError
from lxml import etree

from pipeline.model import Figure
from pipeline.office import package
from pipeline.problems import Place
from pipeline.rendering import tags
from pipeline.rendering.faults import FORBIDDEN, TemplateFault, explained, line_of, tag_at
from pipeline.rendering.printer import Printer
from pipeline.rendering.sandbox import Sandbox, forbidden
from pipeline.rendering.tidy import tidied

_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_FILLED = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml")
_CORE = "docProps/core.xml"
_STAMPS = ("created", "modified", "lastModifiedBy", "lastPrinted", "revision")


@dataclass(frozen=True)
class _Part:
    """One part of a template that holds text: where it is, its source, and the code of it."""

    place: Place
    source: str
    code: CodeType

    def fill(self, fields: Mapping[str, object], sandbox: Environment) -> str:
        try:
            filled = Template.from_code(sandbox, self.code, {}).render(fields)
        except Exception as error:
            tag = tag_at(self.source, line_of(error.__traceback__))
            raise TemplateFault(explained(error), _at(self.place, tag)) from error
        return tidied(filled, self.place)


@dataclass(frozen=True)
class CompiledTemplate:
    """A template that may be filled any number of times."""

    name: str
    content: bytes
    parts: Mapping[str, _Part]

    def render(self, fields: Mapping[str, object], used: list[Figure] | None = None, padded: bool = True) -> bytes:
        """The document of these fields; the same fields give the same bytes.

        `used` takes the figures in the order in which they are printed; `padded` writes counts under
        ten as "03". Raises `TemplateFault` when a tag asks for a field that is not there or missing.
        """
        printer = Printer(used if used is not None else [], padded)
        engine = _Engine(self.content, self.parts)
        engine.render(dict(fields), Sandbox(printer))
        return package.write(_without_clock(package.read(engine.content())))


def compiled(name: str, content: bytes) -> CompiledTemplate:
    """The checked template of a Word file's bytes; `name` is what faults call it."""
    engine = _opened(name, content)
    _refuse_unfilled(name, content)
    sandbox = Sandbox(Printer([], padded=True))
    parts = {}
    for where, xml in engine.texts():
        place = Place(name, where)
        for block, text in tags.crowded(xml):
            raise TemplateFault(f"thẻ này phải đứng một mình trong {block} của nó", _at(place, text))
        source = engine.patch_xml(xml)
        parts[source] = _compiled_part(place, tags.on_own_lines(source), sandbox)
    return CompiledTemplate(name, content, parts)


class _Engine(DocxTemplate):
    """docxtpl, made strict: each part is filled once, by our own sandbox, and nothing is stamped."""

    def __init__(self, content: bytes, parts: Mapping[str, _Part]) -> None:
        super().__init__(io.BytesIO(content))
        self._parts = parts

    def texts(self) -> Iterator[tuple[str, str]]:
        """The parts that hold text, each with where it is, in words."""
        yield "thân văn bản", self.get_xml()
        for words, uri in (("đầu trang", self.HEADER_URI), ("chân trang", self.FOOTER_URI)):
            for _, part in self.get_headers_footers(uri):
                yield words, self.get_part_xml(part)
        for part in self._footnotes():
            yield "chú thích", self.get_part_xml(part)

    def content(self) -> bytes:
        """The filled document, as it is saved."""
        saved = io.BytesIO()
        self.save(saved)
        return saved.getvalue()

    def render_xml_part(self, src_xml: str, part: Any, context: dict[str, Any], jinja_env: Environment) -> str:
        return self._parts[src_xml].fill(context, jinja_env)

    def fix_tables(self, xml: str) -> etree._Element:
        return etree.fromstring(xml)

    def render_properties(self, context: dict[str, Any], jinja_env: Environment) -> None:
        """Left alone: they are the template's, and asking python-docx for them stamps the clock."""

    def render_footnotes(self, context: dict[str, Any], jinja_env: Environment) -> None:
        for part in self._footnotes():
            source = self.patch_xml(self.get_part_xml(part))
            part._blob = self.render_xml_part(source, part, context, jinja_env).encode()

    def _footnotes(self) -> list[Any]:
        return [part for part in self.docx.part.package.parts if part.content_type == _FOOTNOTES]


def _opened(name: str, content: bytes) -> _Engine:
    engine = _Engine(content, {})
    try:
        engine.init_docx()
    except (BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise TemplateFault("không phải là tệp Word (.docx) mở được", Place(name)) from error
    return engine


def _compiled_part(place: Place, source: str, sandbox: Environment) -> _Part:
    try:
        tree = sandbox.parse(source)
        for node in forbidden(tree):
            raise TemplateFault(FORBIDDEN, _at(place, tag_at(source, node.lineno)))
        for text in tags.leftovers(tree):
            raise TemplateFault("dấu ngoặc của thẻ còn sót lại: thẻ viết sai hoặc bị ngắt", _at(place, text))
        return _Part(place, source, sandbox.compile(tree))
    except TemplateSyntaxError as error:
        raise TemplateFault(explained(error), _at(place, tag_at(source, error.lineno))) from error


def _refuse_unfilled(name: str, content: bytes) -> None:
    for part, blob in package.read(content).items():
        text = part.startswith("word/") and part.endswith(".xml") and not _FILLED.fullmatch(part)
        if text and tags.has_tag(blob.decode("utf-8", "replace")):
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
