"""A template, compiled once: docxtpl reads its tags, the sandbox runs them, nothing is guessed or lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from jinja2 import TemplateSyntaxError, nodes
from lxml import etree

from pipeline.office.package import CONTENT_TYPES
from pipeline.office.relations import written
from pipeline.office.shell import shell
from pipeline.rendering import cells, tags
from pipeline.rendering.charts import Placeholder, placeholders
from pipeline.rendering.faults import Fault, Misplaced, Source, TemplateFault, Unprintable, explained
from pipeline.rendering.fill import CompiledTemplate, Part
from pipeline.rendering.lint import Lint
from pipeline.rendering.names import Scope, Shape
from pipeline.rendering.printer import Printer
from pipeline.rendering.proof import proven
from pipeline.rendering.safety import opened
from pipeline.rendering.sandbox import Sandbox

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_STORIES = {"header": "đầu trang", "footer": "chân trang", "footnotes": "chú thích", "endnotes": "chú thích cuối",
            "comments": "nhận xét"}  # fmt: skip
_STYLES, _CORE = "word/styles.xml", "docProps/core.xml"
_STAMPS = ("created", "modified", "lastModifiedBy", "lastPrinted", "revision")
_DRAWING = re.compile(rb"<wp:docPr\b[^>]*?\bid=\"(\d+)\"")
_ESCAPED = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
"""How a template writes the signs of a tag that shall be printed."""


@dataclass(frozen=True)
class Story:
    """One part whose words an office writes: its name in the file, what it is, its XML."""

    name: str
    words: str
    root: etree._Element

    @cached_property
    def xml(self) -> str:
        """The part as docxtpl takes it."""
        return etree.tostring(self.root, encoding="unicode")


def compiled(name: str, content: bytes, declared: Mapping[str, Shape] | None = None) -> CompiledTemplate:
    """The checked template of a Word file's bytes; `name` is what faults call it.

    Raises `TemplateFault`: no Word file, something a template may not carry, or tags that are wrong, all of them.
    """
    file = TemplateFile(name, content)
    faults = [*file.faults(Scope(declared))]
    if faults:
        raise TemplateFault(name, *faults)
    return file.compiled()


class TemplateFile:
    """A Word file as a template: its parts and its stories. Raises `TemplateFault` for one that is refused."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        parts = opened(name, content)
        try:
            self.parts = _without_clock(parts)
            self.stories = tuple(_stories(self.parts))
            self.charts = tuple(_charts(self.stories, self.parts))
            self._headings = tags.heading_styles(self.parts[_STYLES]) if _STYLES in self.parts else frozenset()
        except Unprintable as error:
            raise TemplateFault(name, Fault(str(error))) from error
        except (KeyError, ValueError, etree.XMLSyntaxError) as error:
            raise TemplateFault(name, Fault("không phải là tệp Word (.docx) mở được")) from error
        self._sandbox = Sandbox(Printer([], padded=True))

    @property
    def _tagged(self) -> Iterable[Story]:
        return (story for story in self.stories if tags.has_tag(story.xml))

    @cached_property
    def _made(self) -> tuple[Part | Fault, ...]:
        return tuple(self._part(story) for story in self._tagged)

    def faults(self, scope: Scope) -> Iterator[Fault]:
        """Every fault that can be told without filling the template; names are told by the scope."""
        found = False
        for story in self._tagged:
            for fault in Lint(story.words, self._sandbox, scope).faults(self._spots(story)):
                found = True
                yield fault
        for chart in self.charts:
            for message in Lint("", self._sandbox, scope).of_field(chart.field):
                yield Fault(message, "biểu đồ", tag=f"{{{{ {chart.field} }}}}")
        yield from self._strays()
        if not found:
            yield from (made for made in self._made if isinstance(made, Fault))

    def compiled(self) -> CompiledTemplate:
        """The template, ready to be filled; its faults must have been looked for."""
        parts = tuple(part for part in self._made if isinstance(part, Part))
        untagged = {story.name: written(story.root) for story in self.stories} if self.charts else {}
        filled = {part.name for part in parts} | {name for one in self.charts for name in (one.part, one.workbook)}
        kept = {name: untagged.get(name, blob) for name, blob in self.parts.items() if name not in filled}
        relations = {name: blob for name, blob in kept.items() if name == CONTENT_TYPES or name.endswith(".rels")}
        return CompiledTemplate(self.name, parts, self.charts, shell(kept), relations, _drawings(self.parts))

    def _spots(self, story: Story) -> Iterator[tags.Spot]:
        if story.name == _CORE:
            return (tags.Spot(str(text), "", {}) for text in story.root.itertext())
        return tags.spots(story.root, self._headings)

    def _part(self, story: Story) -> Part | Fault:
        """The part with its code made; the fault of one whose tags would break the document."""
        places = [(tag.sign + tag.says, tag.where) for spot in self._spots(story) for tag in spot.tags()]
        source = Source(story.words, tags.on_own_lines(_patched(story.xml)), places)
        try:
            tree = self._sandbox.parse(source.text)
            tidy = not proven(tree)
            for data in tree.find_all(nodes.TemplateData):
                data.data = _unescaped(data.data)
            return Part(story.name, self.name, source, self._sandbox.compile(tree), tidy)
        except (TemplateSyntaxError, Misplaced) as error:
            return source.fault(explained(error), error.line if isinstance(error, Misplaced) else error.lineno)

    def _strays(self) -> Iterator[Fault]:
        """Tags in parts of the file that are never filled."""
        stories = {story.name for story in self.stories}
        for part, blob in self.parts.items():
            written = part.startswith("word/") and part.endswith(".xml") and part not in stories
            if written and tags.has_tag(blob.decode("utf-8", "replace")):
                yield Fault("thẻ nằm ở phần không được điền của tệp Word", part)


def _stories(parts: Mapping[str, bytes]) -> Iterator[Story]:
    """The parts whose words an office writes, the body first."""
    kinds = {
        str(of.get("PartName")).lstrip("/"): str(of.get("ContentType"))
        for of in etree.fromstring(parts[CONTENT_TYPES]).iter("{*}Override")
    }
    (main,) = (part for part, kind in kinds.items() if kind == _MAIN)
    yield Story(main, "thân văn bản", etree.fromstring(parts[main]))
    for part, kind in kinds.items():
        words = _STORIES.get(kind.removesuffix("+xml").rpartition(".")[2])
        if words and part in parts:
            yield Story(part, words, etree.fromstring(parts[part]))
    if _CORE in parts:
        yield Story(_CORE, "thuộc tính tài liệu", etree.fromstring(parts[_CORE]))


def _charts(stories: Iterable[Story], parts: Mapping[str, bytes]) -> Iterator[Placeholder]:
    for story in stories:
        yield from placeholders(story.name, story.root, parts)


def _patched(xml: str) -> str:
    """The part with the tags of docxtpl as those of Jinja, by docxtpl itself."""
    from docxtpl import DocxTemplate

    if not cells.asked(xml):
        return DocxTemplate.patch_xml(cast(DocxTemplate, None), xml)  # asks nothing of a template
    return cells.ordered(DocxTemplate.patch_xml(cast(DocxTemplate, None), cells.prepared(xml)))


def _drawings(parts: Mapping[str, bytes]) -> frozenset[int]:
    """The numbers of the drawings of a template."""
    markup = (blob for name, blob in parts.items() if name.startswith("word/") and name.endswith(".xml"))
    return frozenset(int(number) for blob in markup for number in _DRAWING.findall(blob))


def _unescaped(data: str) -> str:
    for typed, meant in _ESCAPED:
        data = data.replace(typed, meant)
    return data


def _without_clock(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts with core properties that tell neither when nor by whom the template was saved."""
    if _CORE in parts:
        core = etree.fromstring(parts[_CORE])
        for stamp in [child for child in core if etree.QName(child).localname in _STAMPS]:
            core.remove(stamp)
        parts[_CORE] = etree.tostring(core, xml_declaration=True, encoding="UTF-8", standalone=True)
    return parts


def check(name: str, content: bytes, declared: Mapping[str, Shape] | None = None) -> tuple[list[Fault], list[str]]:
    """Every fault of a template, and the declared fields that it never asks for."""
    scope = Scope(declared)
    try:
        faults = list(TemplateFile(name, content).faults(scope))
    except TemplateFault as refused:
        return list(refused.faults), []
    return faults, scope.unused()
