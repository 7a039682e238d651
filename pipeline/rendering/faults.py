"""What is wrong with a template, in words an office understands, and where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType

FORBIDDEN = "thẻ làm việc không được phép trong mẫu"
BROKEN = "các thẻ if, for và end không mở và đóng ở cùng một cấp (đoạn, hàng, ô), nên văn bản bị vỡ"


@dataclass(frozen=True)
class Fault:
    """One fault of a template: the part of the file, the place in it, the tag; each as far as it is known."""

    message: str
    part: str = ""
    where: str = ""
    tag: str = ""

    def __str__(self) -> str:
        place = " › ".join(filter(None, (self.part, self.where, self.tag)))
        return f"{place}: {self.message}" if place else self.message


class TemplateFault(Exception):
    """A template that cannot be used: its file, and every fault that was found."""

    def __init__(self, file: str, *faults: Fault) -> None:
        super().__init__(file, *faults)
        self.file = file
        self.faults = faults

    def __str__(self) -> str:
        return "\n".join(f"{self.file} › {fault}" if fault.part else f"{self.file}: {fault}" for fault in self.faults)


class Unprintable(Exception):
    """A value that may not stand on paper."""


class Misplaced(Exception):
    """A tag, known by its line in the source, that would break the document or lose words of it."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


def explained(error: Exception) -> str:
    """The words of an error met while a template was read or filled."""
    from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError

    if isinstance(error, (Unprintable, Misplaced)):
        return str(error)
    if isinstance(error, SecurityError):
        return FORBIDDEN
    if isinstance(error, UndefinedError):
        return f"không có trường {_quoted(error)} trong danh sách trường của mẫu này"
    if isinstance(error, TemplateSyntaxError):
        return _syntax(error.message or "")
    return "không điền được thẻ này với giá trị đã có"


def line_of(traceback: TracebackType | None) -> int:
    """The line of a template's code where an error arose; 0 when it is not known."""
    line = 0
    while traceback:
        if traceback.tb_frame.f_code.co_filename == "<template>":
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line


@dataclass(frozen=True)
class Source:
    """The source of one part, each tag on a line of its own, and where each tag stands in Word."""

    part: str
    text: str
    places: Sequence[tuple[str, str]]
    """What each tag says, in their order, and its place."""

    def fault(self, message: str, line: int) -> Fault:
        """A fault of the tag on a line."""
        says = _said(self.text, line)
        if not says:
            return Fault(message, self.part)
        earlier = sum(_said(self.text, at) == says for at in _lines_of_tags(self.text) if at < line)
        places = [where for said, where in self.places if said == says]
        where = places[min(earlier, len(places) - 1)] if places else ""
        opening = "{{ " if says[0] == "{" else "{% "
        return Fault(message, self.part, where, f"{opening}{says[1:]} {_ENDS[says[0]]}")


_ENDS = {"{": "}}", "%": "%}"}


def _lines_of_tags(source: str) -> list[int]:
    """The numbers of the lines that begin with what a tag says."""
    lines = source.split("\n")
    return [at for at, before in enumerate(lines, 2) if before.endswith(("{{", "{%"))]


def _said(source: str, line: int) -> str:
    """The tag on a line: the sign it opens with, and what it says."""
    lines = source.split("\n")
    found = re.match(r"(.*?)\s*[-+]?([%}])\}", lines[line - 1]) if 1 < line <= len(lines) else None
    if found is None or not lines[line - 2].endswith(("{{", "{%")):
        return ""
    return ("{" if found[2] == "}" else "%") + found[1].strip()


def _quoted(error: Exception) -> str:
    names = re.findall(r"'([^']*)'", str(error))
    return f'"{names[-1]}"' if names else "này"


def _syntax(message: str) -> str:
    for pattern, words in _SYNTAX:
        found = re.search(pattern, message)
        if found:
            return words.format(*found.groups())
    return "thẻ viết sai"


_SYNTAX = (
    (r"needs to be closed is '(\w+)'", "thiếu thẻ đóng end{0}"),
    (r"unknown tag '(end\w+|else|elif)'", "thẻ {0} không có thẻ mở đi trước"),
    (r"unknown tag '(\w+)'", "không có thẻ tên là {0}"),
    (r"No filter named '(\w+)'", "không có bộ lọc tên là {0}"),
    (r"No test named '(\w+)'", "không có phép hỏi tên là {0}"),
)
