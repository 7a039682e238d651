"""What changed between two releases: figures with their cells, sentences, documents, and what people changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.releases.hands import as_found
from pipeline.releases.lines import Line, lines, paired
from pipeline.releases.origins import Origins
from pipeline.releases.release import Release
from pipeline.releases.twins import twins

_PLAIN = ("số ghi ở ", "tổng ", "đếm ")
"""Rules that go without saying: what was typed, added up, counted."""
_ALONE = " của 1 đơn vị"
_APART = " › "


@dataclass(frozen=True)
class CellChange:
    """A cell that says something else: what it said and says, None where it told nothing."""

    file: str
    sheet: str
    cell: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class FigureChange:
    """A figure of a document that is printed otherwise, and the cells that made it so."""

    document: str
    place: str
    label: str
    before: str
    after: str
    cells: tuple[CellChange, ...]


@dataclass(frozen=True)
class SentenceChange:
    """A paragraph or a row that says something else; None where there is none."""

    document: str
    place: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Comparison:
    """All that changed from one release to another; `hands` by release, what people changed in it."""

    figures: tuple[FigureChange, ...]
    sentences: tuple[SentenceChange, ...]
    added: tuple[str, ...]
    gone: tuple[str, ...]
    hands: Mapping[str, tuple[SentenceChange, ...]]


def compared(before: Release, after: Release) -> Comparison:
    """What changed, as the documents were generated; what people changed in either is told apart."""
    couples, gone, added = twins(before, after)
    figures: list[FigureChange] = []
    sentences: list[SentenceChange] = []
    for ours, theirs in couples:
        both = _Both(before, after, ours, theirs)
        figures += both.figures()
        sentences += both.sentences()
    first, second = tuple(by_hand(before)), tuple(by_hand(after))
    kept = tuple(change for change in second if before.folder.parent != after.folder.parent or change not in first)
    return Comparison(tuple(figures), tuple(sentences), added, gone, {"before": first, "after": kept})


def by_hand(release: Release) -> Iterator[SentenceChange]:
    """What people changed in the documents of a release since they were generated."""
    for found in as_found(release):
        original = release.original(found.file)
        if found.path and original.is_file() and found.path.read_bytes() != (generated := original.read_bytes()):
            yield from changed(found.file, paired(lines(generated), lines(found.path.read_bytes())))


def changed(document: str, found: Sequence[tuple[Line | None, Line | None]]) -> Iterator[SentenceChange]:
    """The lines of a document that differ, those apart that hold no word."""
    for ours, theirs in found:
        one, other = ours.text if ours else "", theirs.text if theirs else ""
        if one.split() != other.split():
            place = theirs or ours
            yield SentenceChange(document, place.place if place else "", one or None, other or None)


class _Both:
    """A document in two releases: its lines in pairs, its figures where they stand."""

    def __init__(self, before: Release, after: Release, ours: str, theirs: str) -> None:
        self._document = theirs
        self._manifests = before.manifest, after.manifest
        self._origins = Origins(before.manifest), Origins(after.manifest)
        self._values = tuple(_values(manifest) for manifest in self._manifests)
        self._stands = _stands(before.manifest, ours), _stands(after.manifest, theirs)
        texts = (release.original(file) for release, file in ((before, ours), (after, theirs)))
        self._lines = paired(*(lines(path.read_bytes()) if path.is_file() else [] for path in texts))

    def figures(self) -> Iterator[FigureChange]:
        """The figures that are printed otherwise, in reading order."""
        told = {line.place for pair in self._lines for line in pair if line}
        for ours, theirs in self._lines:
            if ours and theirs:
                yield from self._changed(ours.place, theirs.place, theirs.name)
        for place in self._stands[1]:
            if place not in told:
                yield from self._changed(place, place, "")

    def sentences(self) -> Iterator[SentenceChange]:
        """The lines that differ by more than the figures in them."""
        return changed(self._document, [pair for pair in self._lines if not self._differ_by_figures(*pair)])

    def _changed(self, before: str, after: str, name: str) -> Iterator[FigureChange]:
        for ours, theirs in self._couples(before, after):
            if ours["text"] != theirs["text"]:
                label = ", ".join(filter(None, (name, _label(self._origins[1].rule(theirs["figure"])))))
                cells = tuple(self._cells(ours["figure"], theirs["figure"]))
                yield FigureChange(self._document, after, label, ours["text"], theirs["text"], cells)

    def _couples(self, before: str, after: str) -> list[tuple[Any, Any]]:
        """The figures of two places that are one another's: in their order, where there are as many."""
        ours, theirs = self._stands[0].get(before, []), self._stands[1].get(after, [])
        if len(ours) == len(theirs):
            return list(zip(ours, theirs, strict=True))
        rules = [[origins.rule(one["figure"]) for one in found]
                 for origins, found in zip(self._origins, (ours, theirs), strict=True)]  # fmt: skip
        once = [rule for rule in rules[0] if rules[0].count(rule) == rules[1].count(rule) == 1]
        return [(ours[rules[0].index(rule)], theirs[rules[1].index(rule)]) for rule in once]

    def _cells(self, before: str, after: str) -> Iterator[CellChange]:
        """The cells of a figure that say something else now; of two dossiers, those that both have."""
        ours, theirs = self._values
        mine, its = (str(manifest.get("dossier")) for manifest in self._manifests)
        old = {_within(cell, mine): cell for cell in self._origins[0].cells(before)}
        new = {_within(cell, its): cell for cell in self._origins[1].cells(after)}
        for cell in {**new, **old}:
            one, other = ours.get(cell), theirs.get(cell)
            if one != other and (mine == its or None not in (one, other)):
                yield CellChange(*_place(new.get(cell) or old[cell]), one, other)

    def _differ_by_figures(self, ours: Line | None, theirs: Line | None) -> bool:
        if ours is None or theirs is None:
            return False
        couples = self._couples(ours.place, theirs.place)
        one, other = ([pair[at] for pair in couples] for at in (0, 1))
        return _without(ours.text, one) == _without(theirs.text, other)


def _stands(manifest: Mapping[str, Any], file: str) -> dict[str, list[Mapping[str, Any]]]:
    """The figures of a document by place, in their order there."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for one in manifest.get("places", {}).get(file, ()):
        found.setdefault(one["place"], []).append(one)
    return found


def _without(text: str, figures: Sequence[Mapping[str, Any]]) -> str:
    """A text without the figures in it."""
    for one in sorted(figures, key=lambda one: -(one["start"] or 0)):
        start = one["start"]
        if start is not None and text.startswith(one["text"], start):
            text = f"{text[:start]}#{text[start + len(one['text']) :]}"
    return text


def _label(rule: str) -> str:
    """What a figure is, in few words: "Cá nhân của 8 đơn vị"."""
    for plain in _PLAIN:
        rule = rule.removeprefix(plain)
    return rule.removesuffix(_ALONE).replace(": ", " ").strip("“”")


def _values(manifest: Mapping[str, Any]) -> dict[str, str]:
    """What the cells said, each by its place within the dossier."""
    dossier = str(manifest.get("dossier"))
    return {_within(cell, dossier): said for cell, said in manifest.get("values", {}).items()}


def _within(cell: str, dossier: str) -> str:
    return cell.removeprefix(f"{dossier}/")


def _place(cell: str) -> tuple[str, str, str]:
    file, sheet, address = cell.rsplit(_APART, 2)
    return file, sheet, address
