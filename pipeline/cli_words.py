"""Words that are not ours, said in Vietnamese: those of click and those of the operating system."""

from __future__ import annotations

import errno
import gettext
from collections.abc import Iterable
from types import ModuleType


def speak(modules: Iterable[ModuleType]) -> None:
    """Have the modules of click say their words in Vietnamese."""
    for module in modules:
        vars(module).update(_=_in_vietnamese, ngettext=_one_or_many)


def _one_or_many(one: str, many: str, number: int) -> str:
    return _WORDS.get(one if number == 1 else many) or gettext.ngettext(one, many, number)


def of_disk(error: OSError) -> str:
    """One line for a file that cannot be read or written."""
    reason = _REASONS.get(error.errno or 0) or error.strerror or str(error)
    name = error.filename or "tệp"
    return f"Không đọc hoặc ghi được {name}: {reason}. Những lần xuất đã có được giữ nguyên."


def _in_vietnamese(message: str) -> str:
    return _WORDS.get(message) or gettext.gettext(message)


_WORDS = {
    "Usage:": "Cách dùng:",
    "Options": "Tùy chọn",
    "Commands": "Lệnh",
    "Show this message and exit.": "In hướng dẫn này.",
    "Error: {message}": "Lỗi: {message}",
    "Try '{command} {option}' for help.": "Xem hướng dẫn: {command} {option}",
    "Missing command.": "Thiếu tên lệnh.",
    "No such command {name!r}.": 'Không có lệnh "{name}".',
    "No such option {name!r}.": 'Không có tùy chọn "{name}".',
    "Did you mean {possibility}?": "Có phải là: {possibility}?",
    "(Did you mean one of: {possibilities}?)": "Có phải là: {possibilities}?",
    "Invalid value: {message}": "Giá trị không hợp lệ: {message}",
    "Invalid value for {param_hint}: {message}": "Giá trị của {param_hint} không hợp lệ: {message}",
    "{name} {filename!r} does not exist.": 'không có "{filename}".',
    "{name} {filename!r} is a file.": '"{filename}" là một tệp, không phải thư mục.',
    "{name} {filename!r} is not readable.": 'không đọc được "{filename}".',
    "Option {name!r} does not take a value.": 'Tùy chọn "{name}" không đi với giá trị.',
    "Option {name!r} requires an argument.": 'Tùy chọn "{name}" cần một giá trị.',
    "Got unexpected extra argument ({args})": "Thừa: {args}",
    "Got unexpected extra arguments ({args})": "Thừa: {args}",
}

_REASONS = {
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EDQUOT: "đã hết phần đĩa được cấp",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EACCES: "không có quyền, hoặc tệp đang được mở",
    errno.EPERM: "không có quyền, hoặc tệp đang được mở",
    errno.ENOTDIR: "đường dẫn đi qua một tệp không phải thư mục",
    errno.ENOENT: "không còn ở đó",
}
