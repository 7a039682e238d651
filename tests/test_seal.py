"""A signed release: what its mark holds, when it is refused, what happens when it cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from editions import released
from papers import Said

from pipeline.releases.carry import Made
from pipeline.releases.manifest import sha256
from pipeline.releases.release import Release
from pipeline.releases.seal import NAME, seal, sealed

REPORT, PLEDGE = Made("bao-cao-tong-ket", "bao-cao.docx", b"a report"), Made("giao-uoc", "giao-uoc.docx", b"a pledge")


@pytest.fixture
def release(tmp_path: Path) -> Release:
    """A release of two documents, in the outputs of the working folder."""
    return released(tmp_path / "outputs" / "cum-9", (REPORT, PLEDGE))


def test_the_mark_holds_the_documents_as_they_lie_there(release: Release) -> None:
    (release.folder / REPORT.file).write_bytes(b"edited and signed")
    (release.folder / PLEDGE.file).rename(release.folder / "trinh-ky.docx")
    assert sealed(release.folder) is None
    assert seal(release) == []
    assert sealed(release.folder) == {
        REPORT.file: sha256(b"edited and signed"), "trinh-ky.docx": sha256(PLEDGE.content),
    }  # fmt: skip
    assert list(json.loads((release.folder / NAME).read_bytes())) == ["documents", "release"]


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"documents": [1]}', b"\xff"])
def test_a_mark_that_cannot_be_read_is_a_mark(release: Release, content: bytes) -> None:
    (release.folder / NAME).write_bytes(content)
    assert sealed(release.folder) == {}


def test_a_release_is_sealed_once(release: Release, said: Said) -> None:
    assert said("seal", "cum-9") == (0, "cum-9: đã đánh dấu lan-01 là bản đã ký\n", "")
    mark = (release.folder / NAME).read_bytes()
    assert said("seal", "cum-9") == (0, "cum-9: đã có dấu từ trước: lan-01 là bản đã ký\n", "")
    assert (release.folder / NAME).read_bytes() == mark


def test_a_release_without_one_of_its_documents_is_not_sealed(release: Release, said: Said) -> None:
    (release.folder / PLEDGE.file).unlink()
    code, out, err = said("seal", "cum-9")
    assert (code, out) == (1, "")
    assert "chưa đánh dấu đã ký lan-01 vì không còn văn bản “giao-uoc.docx”" in err and "[DC-15]" in err
    assert sealed(release.folder) is None


def test_without_a_release_there_is_nothing_to_seal(tmp_path: Path, said: Said) -> None:
    (tmp_path / "inputs" / "cum-9").mkdir(parents=True)
    code, out, err = said("seal", "cum-9")
    assert (code, out, "[DC-14]" in err) == (1, "", True)


def test_an_unknown_dossier_is_refused_with_the_nearest(release: Release, said: Said) -> None:
    code, _, err = said("seal", "cum-8")
    assert (code, "Có phải là: cum-9?" in err) == (2, True)
