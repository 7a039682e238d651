"""A compiled template and fields become the bytes of a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from types import CodeType

from jinja2 import Template

from pipeline.model import Figure, Occurrence
from pipeline.office.shell import Packed, Shell, packed
from pipeline.rendering.charts import Placeholder
from pipeline.rendering.faults import Fault, Source, TemplateFault, Unprintable, explained, line_of
from pipeline.rendering.marks import Marker, in_charts, occurrences
from pipeline.rendering.pictures import Album
from pipeline.rendering.printer import NOTHING, Printer
from pipeline.rendering.rows import row_words
from pipeline.rendering.sandbox import Sandbox

_PROLOGUE = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_AT_ONCE = 500
"""So many pieces of a part are joined and compressed at once."""
LARGEST, LARGEST_CHUNK = 128 * 2**20, 16 * 2**20
_LONGEST = 6
"""So many signs has the longest name of nothing, with the sign before or behind it."""


@dataclass(frozen=True)
class Part:
    """One part of a template that holds tags: its name, the file's, its source and its code.

    `tidy`: its tags may leave a table without rows, a row without cells, a cell without a paragraph.
    """

    name: str
    file: str
    source: Source
    code: CodeType
    tidy: bool

    def fill(self, fields: Mapping[str, object], sandbox: Sandbox) -> Packed:
        """The part of these fields. Raises `TemplateFault` for what cannot be printed."""
        template = Template.from_code(sandbox, self.code, {})
        printer = sandbox.printer
        try:
            printer.begin(self.name)
            made = self._packed(template, fields, printer, self.tidy)
            if printer.untidy and not self.tidy:
                printer.begin_again()
                made = self._packed(template, fields, printer, tidy=True)
            return made
        except Exception as error:
            line = template.get_corresponding_lineno(line_of(error.__traceback__))
            words = explained(error) + row_words(error.__traceback__, fields)
            raise TemplateFault(self.file, self.source.fault(words, line)) from error

    def _packed(self, template: Template, fields: Mapping[str, object], printer: Printer, tidy: bool) -> Packed:
        pieces = template.root_render_func(template.new_context(dict(fields)))
        return packed(self.name, self._encoded(pieces, printer, tidy))

    def _encoded(self, pieces: Iterable[str], printer: Printer, tidy: bool) -> Iterator[bytes]:
        chunks: Iterable[str] = self._chunks(iter(pieces))
        if tidy:
            from pipeline.rendering.tidy import tidied

            chunks = (tidied("".join(chunks)),)
        start, before = _PROLOGUE, ""  # with the first chunk: a compressor is poor at a few letters by themselves
        for chunk in chunks:
            if printer.doubtful:
                _refuse_nothing(before + chunk, printer.nothing)
            before = chunk[-_LONGEST:]
            yield start + chunk.encode()
            start = b""

    def _chunks(self, pieces: Iterator[str]) -> Iterator[str]:
        written, at_once = 0, max(1, min(_AT_ONCE, LARGEST_CHUNK // len(self.source.text)))
        while chunk := "".join(islice(pieces, at_once)):
            written += len(chunk)
            if written > LARGEST:
                raise Unprintable(f"văn bản dài quá {LARGEST >> 20} triệu chữ")
            yield chunk


def _refuse_nothing(xml: str, names: Iterable[str]) -> None:
    """A run that holds no more than the name of nothing tells of a value that got lost on the way."""
    for nothing in names:
        if f">{nothing}<" in xml:
            raise Unprintable(f'có chỗ chỉ in "{nothing}", không phải là số liệu')


@dataclass(frozen=True)
class CompiledTemplate:
    """A template that may be filled any number of times, by any number of threads.

    `relations` are the parts that a picture may change; `drawings` the numbers of those that the template holds.
    """

    name: str
    parts: tuple[Part, ...]
    charts: tuple[Placeholder, ...]
    shell: Shell
    relations: Mapping[str, bytes]
    drawings: frozenset[int]

    def render(
        self, fields: Mapping[str, object], used: list[Figure] | None = None, padded: bool = True,
        nothing: frozenset[str] = NOTHING,
    ) -> bytes:  # fmt: skip
        """The document of these fields; the same fields give the same bytes.

        `used` takes the figures in the order in which they are printed; `padded` writes counts under
        ten as "03"; `nothing` are the words that tell of a lost value where they stand alone. Raises
        `TemplateFault` when a tag asks for a field that is not there or missing.
        """
        album = Album(self.relations, self.drawings)
        sandbox = Sandbox(Printer(used if used is not None else [], padded, album, nothing))
        filled = (*(part.fill(fields, sandbox) for part in self.parts), *self._charts(fields, sandbox))
        return self.shell.replaced(album.changed()).filled(filled)

    def occurrences(
        self, fields: Mapping[str, object], document: bytes, printed: Sequence[Figure], padded: bool = True
    ) -> list[Occurrence]:
        """Where the figures of a document that was rendered from these fields stand, in reading order.

        `printed` are those that `render` noted: first what the parts print, then what the charts show.
        """
        used: list[Figure] = []
        sandbox = Sandbox(Marker(used, padded, Album(self.relations, self.drawings), frozenset()))
        copy = {part.name: part.fill(fields, sandbox).content for part in self.parts}
        return [*occurrences(copy, document, used), *in_charts(printed[len(used) :])]

    def _charts(self, fields: Mapping[str, object], sandbox: Sandbox) -> Iterator[Packed]:
        for chart in self.charts:
            try:
                yield from chart.fill(fields, sandbox.printer)
            except Unprintable as error:
                raise TemplateFault(self.name, Fault(str(error), "biểu đồ", tag=chart.field)) from error
