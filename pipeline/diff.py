"""What changed between two releases, in words and as Word files with tracked changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from lxml import etree

from pipeline.office.archive import Refused
from pipeline.office.changes import changes
from pipeline.releases.beside import Beside
from pipeline.releases.compare import CellChange, Comparison, FigureChange, SentenceChange
from pipeline.releases.hands import as_found
from pipeline.releases.release import Release
from pipeline.releases.twins import twins

FOLDER = "doi-chieu"
_RECORD = ".da-so-sanh.json"
_WORD = ".docx"
_LONG, _AROUND = 120, 40
"""A text of so many letters is cut; so many of them are left around what changed in it."""
_MOST = 3
"""So many places or cells are named in a line."""
_SIGNS = str.maketrans({"\t": " | ", "\n": " / ", "\u00a0": " "})


def title_of(release: Release, beside: Release) -> str:
    """The name of a release; with its dossier where the other one is of another."""
    alone = release.folder.parent == beside.folder.parent
    return release.name if alone else f"{release.folder.parent.name}/{release.name}"


def as_json_of(found: Comparison, before: Release, after: Release) -> dict[str, object]:
    """All that changed, for a machine."""
    return {
        "before": title_of(before, after),
        "after": title_of(after, before),
        "figures": [asdict(change) for change in found.figures],
        "sentences": [asdict(change) for change in found.sentences],
        "documents": {"added": list(found.added), "gone": list(found.gone)},
        "hands": [
            {"release": title_of(release, other), **asdict(change)}
            for release, other, which in ((before, after, "before"), (after, before, "after"))
            for change in found.hands[which]
        ],
    }


def told(found: Comparison, before: Release, after: Release) -> Iterator[str]:
    """All that changed, line by line: figures first, then sentences, documents, what people changed."""
    by_hand = {title_of(before, after): found.hands["before"], title_of(after, before): found.hands["after"]}
    parts: list[tuple[str, Iterable[str]]] = [
        ("Số liệu", _figures(found.figures)),
        ("Câu chữ", map(_sentence, found.sentences)),
        ("Văn bản mới có", found.added),
        ("Văn bản không còn", found.gone),
        *((f"Sửa tay trong {name}", map(_sentence, of)) for name, of in by_hand.items()),
    ]
    told_any = False
    for heading, lines in parts:
        shown = [f"  {line}" for line in lines]
        told_any |= bool(shown)
        yield from [f"{heading}:", *shown] if shown else []
    if not told_any:
        yield "Không có gì thay đổi."


def write_words(before: Release, after: Release, folder: Path) -> list[Path]:
    """Write each document of both with its changes tracked; never over a file that somebody changed.

    Raises `OSError` when a file cannot be read or written.
    """
    beside = Beside(folder, _RECORD)
    ours, theirs = _contents(before), _contents(after)
    name = title_of(before, after).replace("/", "-")
    written = []
    for one, other in twins(before, after)[0]:
        content = _tracked(ours.get(one), theirs.get(other)) if other.endswith(_WORD) else None
        if content:
            written.append(beside.put(f"{other.removesuffix(_WORD)}-so-voi-{name}{_WORD}", content))
    if written:
        beside.save()
    return written


def _contents(release: Release) -> dict[str, bytes]:
    """The documents of a release as they are now; a lost one as it was generated."""
    paths = {found.file: found.path or release.original(found.file) for found in as_found(release)}
    return {file: path.read_bytes() for file, path in paths.items() if path.is_file()}


def _tracked(before: bytes | None, after: bytes | None) -> bytes | None:
    from pipeline.office.tracked import tracked

    if before is None or after is None or before == after:
        return None
    try:
        return tracked(before, after)
    except (Refused, etree.XMLSyntaxError, KeyError, ValueError):
        return None


# --- in words -------------------------------------------------------------------------------------


def _figures(found: Sequence[FigureChange]) -> Iterator[str]:
    """The figures that changed by one cell under that cell; one alone in one line."""
    groups: dict[tuple[CellChange, ...], dict[str, list[str]]] = {}
    for change in found:
        line = f"{change.label}: {change.before} → {change.after}"
        groups.setdefault(change.cells, {}).setdefault(line, []).append(f"{change.document}, {change.place}")
    for cells, lines in groups.items():
        named = _some([_cell(cell) for cell in cells], "ô")
        where = {line: f"({_some(places, 'chỗ')})" for line, places in lines.items()}
        if len(lines) == 1 or not named:
            yield from ("; ".join(filter(None, (line, named))) + f" {where[line]}" for line in lines)
        else:
            yield from (f"{named}:", *(f"  {line} {where[line]}" for line in lines))


def _cell(change: CellChange) -> str:
    file = change.file.partition("/")[2] or change.file
    before, after = (said or "(trống)" for said in (change.before, change.after))
    return f"{file} › {change.sheet} › {change.cell}: {before} → {after}"


def _some(names: Sequence[str], what: str) -> str:
    more = [f"và {len(names) - _MOST} {what} khác"] if len(names) > _MOST else []
    return "; ".join((*names[:_MOST], *more))


def _sentence(change: SentenceChange) -> str:
    at = f"{change.document}, {change.place}"
    if change.before is None:
        return f"{at}: thêm “{_cut(change.after or '')}”"
    if change.after is None:
        return f"{at}: bỏ “{_cut(change.before)}”"
    before, after = change.before, change.after
    if max(len(before), len(after)) <= _LONG:
        return f"{at}: “{_plain(before)}” → “{_plain(after)}”"
    return f"{at}: " + "; ".join(_around(before, after, *found) for found in changes(before, after))


def _around(before: str, after: str, ours: slice, theirs: slice) -> str:
    """What changed in long texts, with a few words around it."""
    return " → ".join(f"“{_excerpt(text, where)}”" for text, where in ((before, ours), (after, theirs)))


def _excerpt(text: str, where: slice) -> str:
    start, end = max(0, where.start - _AROUND), min(len(text), where.stop + _AROUND)
    start = text.find(" ", start, where.start) + 1 if start else 0
    end = text.rfind(" ", where.stop, end) if end < len(text) else end
    end = where.stop if end < 0 else end
    left, right = "… " if start else "", " …" if end < len(text) else ""
    return f"{left}{_cut(_plain(text[start:end]))}{right}"


def _cut(text: str) -> str:
    """The beginning of a long text."""
    words = _plain(text)
    return words if len(words) <= _LONG else words[: words.rfind(" ", 0, _LONG)] + " …"


def _plain(text: str) -> str:
    return " ".join(text.translate(_SIGNS).split())
