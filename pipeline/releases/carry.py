"""What people changed by hand in the last release, carried over into the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile
from pathlib import Path

from pipeline.office import package
from pipeline.office.archive import Refused
from pipeline.office.identity import alike
from pipeline.office.whole import whole
from pipeline.problems import Place, Problems
from pipeline.releases.hands import as_found
from pipeline.releases.manifest import sha256
from pipeline.releases.release import Release
from pipeline.releases.seal import sealed

DRAFT = "-du-thao"
_BESIDE = "-ban-sua-tay"
_GONE = "(đã bỏ)"
_WHY = {
    "template": "mẫu của văn bản này đã thay đổi",
    "words": "phần lớn các đoạn của văn bản không còn trong đó",
    "damaged": "tệp này bị hỏng",
    "large": "tệp này quá lớn",
    "unsafe": "tệp này có phần không an toàn",
    "kind": "tệp này không phải là tệp Word (.docx)",
    "original": "bản gốc trong thư mục .goc đã mất hoặc đã bị sửa",
    "workbook": "phần sửa trong bảng tính không ghép được",
}


@dataclass(frozen=True)
class Made:
    """A finished document: its kind, its file name, its bytes."""

    kind: str
    file: str
    content: bytes


@dataclass(frozen=True)
class Edit:
    """A document that a person changed in a release: the file that holds it now, what was generated, what it is now."""

    release: Release
    path: Path
    before: bytes | None
    after: bytes
    same_template: bool


class Lying:
    """A release, and where its documents lie now, looked up once."""

    def __init__(self, release: Release) -> None:
        self.release = release

    @cached_property
    def paths(self) -> dict[str, Path | None]:
        """By document, the file that holds it; none when it is lost."""
        return {found.file: found.path for found in as_found(self.release)}


@dataclass
class Carried:
    """The documents as they go out, edited copies that lie beside them, and by document what was carried over."""

    documents: list[Made] = field(default_factory=list)
    beside: dict[str, bytes] = field(default_factory=dict)
    edits: dict[str, str] = field(default_factory=dict)


def carried(
    documents: Sequence[Made], templates: Mapping[str, str], standing: Iterable[Release], problems: Problems
) -> Carried:
    """The new documents with the changes that people made in the last ones; what could not be merged lies beside them.

    `templates` are the fingerprints by kind, `standing` the releases from the newest down. A signed release, and
    what came before it, is left alone. Raises `OSError` when an edited file cannot be read.
    """
    out, standing = Carried(), list(standing)
    open_ones = [Lying(one) for one in takewhile(lambda release: sealed(release.folder) is None, standing)]
    if standing and not open_ones and _holds_edits(standing[0]):
        problems.add("SUA-05", Place(), found=standing[0].name)
    for made in documents:
        edit = _edit_of(made, templates.get(made.kind, ""), open_ones)
        if edit:
            _carry(made, edit, out, problems)
        else:
            out.documents.append(made)
    return out


def _holds_edits(release: Release) -> bool:
    edited = any(found.state == "edited" for found in as_found(release))
    return edited or bool(release.manifest.get("carried"))


def _edit_of(made: Made, template: str, standing: Iterable[Lying]) -> Edit | None:
    """What a person made of this document in the newest release that has it."""
    for lying in standing:
        file = _counterpart(made, lying.release)
        if file:
            path = lying.paths[file]
            return _edit(lying.release, file, path, template, made.kind) if path else None
    return None


def _counterpart(made: Made, release: Release) -> str | None:
    """The same document of a release, draft or not; that of another period is another document."""
    wanted = made.file.replace(DRAFT, "")
    listed = (str(one["file"]) for one in release.manifest["documents"] if one["kind"] == made.kind)
    return next((file for file in listed if file.replace(DRAFT, "") == wanted), None)


def _edit(release: Release, file: str, path: Path, template: str, kind: str) -> Edit | None:
    original, after = release.original(file), path.read_bytes()
    before = original.read_bytes() if original.is_file() else b""
    generated = release.manifest.get("generated", {}).get(file, sha256(before))
    if sha256(after) == generated:
        return None
    told = {one["kind"]: one["sha256"] for one in release.manifest.get("templates", ())}
    known = before if sha256(before) == generated else None
    return Edit(release, path, known, after, told.get(kind, template) == template)


def _carry(made: Made, edit: Edit, out: Carried, problems: Problems) -> None:
    """Take one edited document over: merged, or as a copy beside the new one, and say which."""
    words = {"file": edit.path.name, "release": edit.release.name}
    merged, why = _merged(made, edit, problems)
    if why:
        copy = _beside(made.file)
        out.beside[copy] = edit.after
        problems.add("SUA-02", Place(), found=made.file, why=_WHY[why], copy=copy, **words)
    else:
        problems.add("SUA-01", Place(), found=made.file, **words)
    if (edit.path.parent / f"~${edit.path.name[2:]}").exists():
        problems.add("SUA-04", Place(), found=edit.path.name, **words)
    out.documents.append(Made(made.kind, made.file, merged))
    out.edits[made.file] = sha256(edit.after)


def _merged(made: Made, edit: Edit, problems: Problems) -> tuple[bytes, str]:
    """The edited document with what is new, or the new one and why they could not be merged."""
    from pipeline.releases.merge import Unmatched, merged

    why = _obstacle(made, edit)
    if why or edit.before is None:
        return made.content, why
    try:
        result = merged(edit.before, edit.after, made.content)
    except Unmatched as error:
        return made.content, error.why
    for kept in result.kept:
        where = f"{made.file}, {kept.place}"
        problems.add("SUA-03", Place(), where=where, found=kept.hand or _GONE, now=kept.now or _GONE)
    return package.write(alike(package.read(result.content), package.read(made.content))), ""


def _obstacle(made: Made, edit: Edit) -> str:
    if not made.file.endswith(".docx"):
        return "workbook"
    if edit.before is None:
        return "original"
    try:
        whole(edit.after)
    except Refused as refused:
        return refused.why
    return "" if edit.same_template else "template"


def _beside(file: str) -> str:
    stem, dot, ending = file.rpartition(".")
    return f"{stem}{_BESIDE}{dot}{ending}"
