"""Templates made to do harm, one or more of every kind; run as a file, it tells what the worst of them cost."""

from __future__ import annotations

import io
import json
import resource
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

from word_files import R, docx, p, tbl, tc

from pipeline.office import package
from pipeline.rendering import TemplateFault
from pipeline.rendering.compile import compiled

CANARY = "/tmp/mau-da-chay"
RUN = f"__import__('os').system('touch {CANARY}')"
EXTERNAL = "https://example.invalid/x"

TAGS = {
    "a call through __class__": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "a call through __globals__": "{{ x.__init__.__globals__['os'].popen('id').read() }}",
    "format of a string": "{{ '{0.__class__}'.format(x) }}",
    "the filter format": "{{ '%999999999s' | format(x) }}",
    "the filter attr": "{{ x | attr('__class__') }}",
    "lipsum": "{{ lipsum.__globals__ }}",
    "cycler": "{{ cycler.__init__.__globals__ }}",
    "namespace": "{% set n = namespace(a=1) %}{{ n.a }}",
    "self": "{{ self.__init__ }}",
    "joiner": "{{ joiner() }}",
    "import": "{% import '/etc/passwd' as e %}",
    "from": "{% from '/etc/passwd' import e %}",
    "include": "{% include '/etc/passwd' %}",
    "extends": "{% extends '/etc/passwd' %}",
    "a macro that recurses": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "a call block": "{% call x() %}{% endcall %}",
    "range": "{% for i in range(999999999) %}a{% endfor %}",
    "a string repeated": "{{ 'a' * 999999999 }}",
    "a string repeated by a loop": "{% for i in ds %}{{ 'a' * loop.length }}{% endfor %}",
    "an item repeated": "{% for i in ds %}{{ 9 * loop.previtem }}{% endfor %}",
    "a huge product of a loop": "{% for i in ds %}{{ 999999999 * loop.length }}{% endfor %}",
    "a power": "{{ 9 ** 9 ** 9 }}",
    "a width of percent": "{{ '%999999999d' % 1 }}",
    "a huge pad": "{{ x | center(999999999) }}",
    "an indent": "{{ x | indent(999999999) }}",
    "a wordwrap": "{{ x | wordwrap(1) }}",
    "a filter block": "{% filter upper %}a{% endfilter %}",
    "a regular expression bomb": "{{ ('a' ~ x) | urlize }}",
    "a subscript with two underscores": "{{ x['__class__'] }}",
    "a map to an attribute": "{{ [x] | map(attribute='__class__') | list }}",
    "run": "{{ " + RUN + " }}",
    "a debug statement": "{% debug %}",
    "a shift": "{{ 1 // 0 }}",
    "a dict": "{{ dict(a=1) }}",
    "a string joined again and again": "{% set a = 'aaaaaaaaaa' %}{% set b = a ~ a ~ a %}{{ b }}",
    "an autoescape block": "{% autoescape false %}{{ x }}{% endautoescape %}",
}
"""Each stands in the body, in a header, in a footnote, and split over runs."""


def _fields(kind: str) -> bytes:
    """A field of Word, its code spread over runs."""
    halves = kind[:3], kind[3:]
    codes = "".join(f'<w:r><w:instrText xml:space="preserve">{half}</w:instrText></w:r>' for half in halves)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{at}"/></w:r>' for at in ("begin", "end"))
    return docx(f"<w:p>{begin}{codes}{end}</w:p>")


def _related(kind: str, target: str, mode: str = "External", part: str = "document") -> bytes:
    """The relationships of a part with one more."""
    parts = package.read(docx(p("a")))
    name = f"word/_rels/{part}.xml.rels"
    one = f'<Relationship Id="rX" Type="{R}/{kind}" Target="{target}" TargetMode="{mode}"/></Relationships>'
    parts[name] = parts.get(name, parts["word/_rels/document.xml.rels"]).replace(b"</Relationships>", one.encode())
    return package.write(parts)


def _with(**more: bytes | str) -> bytes:
    """A good template with more parts, "__" for "/" in their names."""
    parts = package.read(docx(p("{{ x }}")))
    for name, blob in more.items():
        parts[name.replace("__", "/").replace("_dot_", ".")] = blob.encode() if isinstance(blob, str) else blob
    return package.write(parts)


def _declared(doctype: str) -> bytes:
    parts = package.read(docx(p("{{ x }}")))
    parts["word/document.xml"] = doctype.encode() + parts["word/document.xml"].replace(b"{{ x }}", b"&a;")
    return package.write(parts)


def _stored_twice() -> bytes:
    buffer = io.BytesIO(docx(p("a")))
    with zipfile.ZipFile(buffer, "a") as packed:
        packed.writestr("word/DOCUMENT.xml", docx(p("b")))
    return buffer.getvalue()


def _bomb() -> bytes:
    buffer = io.BytesIO(docx(p("a")))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/media/image1.png", b"\0" * (90 * 2**20))
    return buffer.getvalue()


def _core(text: str) -> bytes:
    parts = package.read(docx(p("a")))
    parts["docProps/core.xml"] = parts["docProps/core.xml"].replace("Báo cáo".encode(), text.encode())
    return package.write(parts)


LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
FILES: Mapping[str, bytes] = {
    "altChunk": docx('<w:altChunk xmlns:r="x" r:id="rX"/>'),
    "altChunk by its relationship": _related("aFChunk", "chunk.html", "Internal"),
    "an attached template": _related("attachedTemplate", EXTERNAL, part="settings"),
    "a remote image": _related("image", EXTERNAL),
    "an external hyperlink": _related("hyperlink", EXTERNAL),
    "a file outside": _related("image", "file:///etc/passwd", "Internal"),
    "an OLE object": _related("oleObject", "embeddings/oleObject1.bin", "Internal"),
    "an embedded package": _related("package", "embeddings/a.docm", "Internal"),
    "a sub-document": _related("subDocument", "b.docx", "Internal"),
    "a program": _with(word__vbaProject_dot_bin=b"\xd0\xcf\x11\xe0"),
    "an ActiveX control": _with(word__activeX__activeX1_dot_xml="<a/>"),
    "a DDE field": _fields('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"'),
    "an INCLUDETEXT field": _fields('INCLUDETEXT "/etc/passwd"'),
    "an INCLUDEPICTURE field": _fields(f'INCLUDEPICTURE "{EXTERNAL}"'),
    "a simple DDE field": docx('<w:p><w:fldSimple w:instr=" DDE a b "/></w:p>'),
    "a MACROBUTTON field": _fields("MACROBUTTON AutoOpen x"),
    "a document type": _declared('<!DOCTYPE a SYSTEM "file:///etc/passwd">'),
    "an external entity": _declared('<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
    "a billion laughs": _declared(LAUGHS),
    "a zip bomb": _bomb(),
    "a part twice": _stored_twice(),
    "a name that leads outside": _with(**{"..__..__x": "a"}),
    "a zip in a zip": _with(word__embeddings__a_dot_zip=docx(p("a"))),
    "a tag in the properties": _core("{{ ''.__class__ }}"),
    "a tag in comments": docx(p("a"), extra={"word/comments.xml": "<c>{{ lipsum }}</c>"}),
    "no zip": b"PK\3\4 no zip",
    "a thousand tags that never close": docx(p("{% " * 20_000)),
    "a thousand comments that never close": docx(p("{# " * 20_000)),
    "a thousand tags that eat": docx(p("a {%- " * 20_000)),
    "a long text beside a tag that eats": docx(p("a " * 500_000 + "{%- if x %}{% endif %}")),
    "a thousand tables in one another": docx("<w:tbl><w:tr><w:tc>" * 300 + p("{{ x") + "</w:tc></w:tr></w:tbl>" * 300),
    **{f"{name}, in the body": docx(p(tag)) for name, tag in TAGS.items()},
    **{f"{name}, in a header": docx(p("a"), header=p(tag)) for name, tag in TAGS.items()},
    **{f"{name}, in a footnote": docx(p("a"), footnote=p(tag)) for name, tag in TAGS.items()},
    **{f"{name}, split over runs": docx(p(*tag)) for name, tag in TAGS.items()},
    **{f"{name}, in a table": docx(tbl([1], [tc(tag)])) for name, tag in TAGS.items()},
    "loops within loops": docx(p("{% for a in ds %}" * 12 + "x" + "{% endfor %}" * 12)),
}
FIELDS = {"x": "một", "ds": list("0123456789")}


def outcome(content: bytes) -> str:
    """What becomes of a template: the words it is refused with, or "" when it is filled."""
    try:
        compiled("mau.docx", content).render(FIELDS)
    except TemplateFault as fault:
        return str(fault)
    return ""


def most_memory() -> float:
    """The most MiB that this process took; where the system tells it, without what its parent took before."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return next(int(line.split()[1]) / 1024 for line in status.read_text().splitlines() if line.startswith("VmHWM"))


def main() -> None:
    """The kinds that were not refused, the slowest, and the most memory that any took."""
    slowest, taken = ("", 0.0), []
    for kind, content in FILES.items():
        before = time.perf_counter()
        if not outcome(content):
            taken.append(kind)
        slowest = max(slowest, (kind, time.perf_counter() - before), key=lambda one: one[1])
    memory = most_memory()
    ran = Path(CANARY).exists()
    print(json.dumps({"taken": taken, "slowest": slowest, "memory": memory, "ran": ran}))


if __name__ == "__main__":
    main()
