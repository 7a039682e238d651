"""`kiem-tra.html`: what was read, what was found, who has sent what, which papers there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from pipeline.problems import Problem

NAME = "kiem-tra.html"
LEVELS = {
    "LỖI": "văn bản dùng đến chỗ này chưa được lập",
    "CẢNH BÁO": "văn bản vẫn lập, cần xem lại",
    "LƯU Ý": "để biết",
}


@dataclass(frozen=True)
class Source:
    """A sheet of a workbook: what it was taken for, "" when it was not read, and how many rows it gave."""

    file: str
    sheet: str
    declared: str
    rows: int


@dataclass(frozen=True)
class Paper:
    """A kind of paper: its title, and why it is not made; None when it can be."""

    title: str
    why: str | None = None


@dataclass(frozen=True)
class Overview:
    """All that the page tells of a dossier."""

    dossier: str
    cluster: str
    sources: Sequence[Source]
    problems: Sequence[Problem]
    sent: Mapping[str, Mapping[str, bool]]
    """By unit, and by sheet that units send: whether it holds anything of the unit."""
    papers: Sequence[Paper]
    newest: str
    """The newest release in a few words."""


def page(overview: Overview) -> str:
    """The whole page; the same overview gives the same text."""
    title = f"Kiểm tra hồ sơ {overview.dossier}"
    body = (
        _tag("h1", title) + _summary(overview), _problems(overview.problems), _sent(overview.sent),
        _papers(overview.papers), _sources(overview.sources),
    )  # fmt: skip
    head = f'<meta charset="utf-8">\n<title>{escape(title)}</title>\n<style>{_STYLE}</style>'
    return f'<!DOCTYPE html>\n<html lang="vi">\n<head>\n{head}\n</head>\n<body>\n{"".join(body)}</body>\n</html>\n'


def _summary(overview: Overview) -> str:
    found = [problem.level for problem in overview.problems]
    counts = [_tag("span", f"{found.count(level)} {level}", _class(level)) for level in LEVELS if level in found]
    units = overview.sent.values()
    whole = sum(all(sheets.values()) for sheets in units)
    lines = [
        overview.cluster,
        f"Văn bản đã xuất: {overview.newest}",
        f"{whole}/{len(units)} đơn vị đã gửi đủ" if any(units) else "",
    ]
    told = "".join(_tag("p", line) for line in lines if line)
    return f"{told}<p>{' '.join(counts) or _tag('span', 'Không có lỗi', 'good')}</p>\n"


def _problems(problems: Sequence[Problem]) -> str:
    if not problems:
        return ""
    parts = [_tag("h2", "Điều cần xem, cần sửa")]
    for level, meaning in LEVELS.items():
        own = [problem for problem in problems if problem.level == level]
        if own:
            rows = ((str(p.place) or "hồ sơ", _sentence(p.message), f"{p.remedy}.", p.code) for p in own)
            parts.append(_tag("h3", f"{level} ({len(own)}): {meaning}", _class(level)))
            parts.append(_table(("Nơi", "Điều thấy", "Cách sửa", "Mã"), rows, "problems"))
    return "".join(parts)


def _sent(sent: Mapping[str, Mapping[str, bool]]) -> str:
    """The units and the sheets they send; those that have not are named again below."""
    sheets = tuple(dict.fromkeys(sheet for by_sheet in sent.values() for sheet in by_sheet))
    if not sheets:
        return ""
    rows = (
        (str(at), unit, *("có" if by.get(s) else "chưa" for s in sheets))
        for at, (unit, by) in enumerate(sent.items(), 1)
    )
    missing = [(sheet, [unit for unit, by in sent.items() if not by.get(sheet)]) for sheet in sheets]
    lines = "".join(_tag("li", f"{sheet}: {'; '.join(units)}") for sheet, units in missing if units)
    named = f"<p>Chưa gửi:</p><ul>{lines}</ul>\n" if lines else _tag("p", "Mọi đơn vị đã gửi đủ.")
    return _tag("h2", "Đơn vị đã gửi") + _table(("STT", "Đơn vị", *sheets), rows) + named


def _papers(papers: Sequence[Paper]) -> str:
    if not papers:
        return ""
    rows = ((paper.title, "lập được" if paper.why is None else "chưa lập", paper.why or "") for paper in papers)
    return _tag("h2", "Văn bản") + _table(("Văn bản", "", "Vì sao"), rows)


def _sources(sources: Sequence[Source]) -> str:
    rows = ((s.file, s.sheet, s.declared or "không đọc", str(s.rows) if s.declared else "") for s in sources)
    return _tag("h2", "Đã đọc từ đâu") + _table(("Tệp", "Trang", "Là trang", "Số dòng"), rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], of_class: str = "plain") -> str:
    heads = "".join(_tag("th", label) for label in head)
    body = "\n".join("<tr>" + "".join(_tag("td", cell, _MARKS.get(cell, "")) for cell in row) + "</tr>" for row in rows)
    return f'<table class="{of_class}">\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>\n'


def _tag(name: str, text: str, of_class: str = "") -> str:
    marked = f' class="{of_class}"' if of_class else ""
    return f"<{name}{marked}>{escape(text)}</{name}>" + ("\n" if name in ("h1", "h2", "h3", "p") else "")


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "."


def _class(level: str) -> str:
    return {"LỖI": "error", "CẢNH BÁO": "warning"}.get(level, "note")


_MARKS = {"có": "good", "lập được": "good", "chưa": "warning", "chưa lập": "warning", "không đọc": "note"}
_STYLE = """
@page { size: A4; margin: 18mm 15mm; }
body { font: 15px/1.45 "Segoe UI", Arial, "Liberation Sans", sans-serif; color: #1a1a1a; max-width: 62em;
  margin: 1.5em auto; padding: 0 1em; }
h1 { font-size: 1.5em; } h2 { font-size: 1.2em; margin-top: 1.6em; border-bottom: 1px solid #999; }
h3 { font-size: 1em; margin-bottom: .3em; }
table { border-collapse: collapse; width: 100%; font-size: .93em; }
th, td { border: 1px solid #bbb; padding: .3em .5em; text-align: left; vertical-align: top; }
th { background: #eef3f8; } thead { display: table-header-group; } tr { break-inside: avoid; }
.error { color: #a30000; font-weight: bold; } .warning { color: #8a4b00; font-weight: bold; }
.good { color: #1b5e20; } .note { color: #555; }
.problems td:last-child { white-space: nowrap; }
p > span { margin-right: 1em; }
@media print { body { font-size: 11pt; margin: 0; padding: 0; max-width: none; } }
"""
