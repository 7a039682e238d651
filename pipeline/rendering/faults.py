"""What is wrong with a template, in words an office understands, and where."""

from __future__ import annotations

import re
from types import TracebackType

from pipeline.problems import Place

FORBIDDEN = "thẻ làm việc không được phép trong mẫu"


class TemplateFault(Exception):
    """A template that cannot be used: the place is file › part › tag, each as far as it is known."""

    def __init__(self, message: str, place: Place = Place()) -> None:
        super().__init__(message)
        self.message = message
        self.place = place

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if str(self.place) else self.message


class Unprintable(Exception):
    """A value that may not stand on paper."""


class Misplaced(Exception):
    """A tag, known by its line in the source, that would break the document or lose words of it."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.message = message
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


def tag_at(source: str, line: int) -> str:
    """The tag on a line of the source; each tag's text begins a line of its own."""
    lines = source.split("\n")
    if not 0 < line <= len(lines):
        return ""
    found = re.match(r"(.*?)([%}]\})", lines[line - 1])
    if not found:
        return ""
    opening = "{{" if found[2] == "}}" else "{%"
    return f"{opening}{found[1]}{found[2]}"


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
