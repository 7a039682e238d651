"""What became of the documents of a release: edited, renamed, lost, or as they were."""

from __future__ import annotations

from pathlib import Path

import pytest
from editions import released
from word_files import docx, p, tbl, tc

from pipeline.releases.carry import Made
from pipeline.releases.hands import Found, as_found
from pipeline.releases.release import Release

REPORT = docx(p("Báo cáo tổng kết phong trào thi đua năm 2021"), p("Toàn Cụm có 15 cá nhân được khen"))
PLEDGE = docx(p("Bản giao ước thi đua năm 2022"), tbl([9], [tc("Các đơn vị thi đua lập nhiều thành tích")]))
NAMES = ("bao-cao.docx", "giao-uoc.docx", "thong-ke.xlsx")


@pytest.fixture
def release(tmp_path: Path) -> Release:
    """A report, a pledge and a workbook."""
    made = [Made("loai", file, content) for file, content in zip(NAMES, (REPORT, PLEDGE, b"so"), strict=True)]
    return released(tmp_path, made)


def states(release: Release) -> dict[str, tuple[str, str | None]]:
    return {found.file: (found.state, found.path.name if found.path else None) for found in as_found(release)}


def test_nobody_touched_it(release: Release) -> None:
    assert as_found(release) == [Found(file, "same", release.folder / file) for file in NAMES]


@pytest.mark.parametrize("content", [b"", b"khac", PLEDGE], ids=["empty", "no Word file", "another document"])
def test_a_file_with_other_bytes_is_edited(release: Release, content: bytes) -> None:
    (release.folder / NAMES[0]).write_bytes(content)
    assert states(release)[NAMES[0]] == ("edited", NAMES[0])
    assert states(release)[NAMES[1]] == ("same", NAMES[1])


@pytest.mark.parametrize("file", NAMES)
def test_a_file_under_another_name_is_renamed(release: Release, file: str) -> None:
    (release.folder / file).rename(release.folder / f"Trình ký{file[-5:].upper()}")
    assert states(release)[file] == ("renamed", f"Trình ký{file[-5:].upper()}")


def test_files_that_were_edited_and_renamed_are_told_by_their_words(release: Release) -> None:
    for file, new, content in (
        (NAMES[0], "a.docx", docx(p("Báo cáo tổng kết phong trào thi đua năm 2022"), p("Toàn Cụm có 16 cá nhân"))),
        (NAMES[1], "b.docx", docx(p("Bản giao ước thi đua năm 2022 của khối"), p("Các đơn vị thi đua"))),
    ):
        (release.folder / file).unlink()
        (release.folder / new).write_bytes(content)
    assert states(release)[NAMES[0]] == ("renamed", "a.docx")
    assert states(release)[NAMES[1]] == ("renamed", "b.docx")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("~$o-cao.docx", REPORT),
        (".bao-cao.docx", REPORT),
        ("khac.docx", docx(p("Thư mời họp"))),
        ("x.docx", b"PK"),
        ("bao-cao.docx.bak", REPORT),
    ],
)
def test_a_file_that_is_no_candidate_leaves_it_lost(release: Release, name: str, content: bytes) -> None:
    (release.folder / NAMES[0]).unlink()
    (release.folder / name).write_bytes(content)
    assert states(release)[NAMES[0]] == ("lost", None)


def test_one_file_is_one_document(release: Release) -> None:
    for file in NAMES[:2]:
        (release.folder / file).unlink()
    (release.folder / "ca hai.docx").write_bytes(REPORT)
    assert [states(release)[file][0] for file in NAMES] == ["renamed", "lost", "same"]


def test_without_the_copies_as_generated_only_the_same_bytes_tell(release: Release) -> None:
    for file in NAMES[:2]:
        (release.folder / ".goc" / file).unlink()
    (release.folder / NAMES[0]).rename(release.folder / "a.docx")
    (release.folder / NAMES[1]).unlink()
    (release.folder / "b.docx").write_bytes(docx(p("Bản giao ước thi đua năm 2022 của khối")))
    assert [states(release)[file][0] for file in NAMES] == ["renamed", "lost", "same"]
