"""An Office package is read whole and written the same way every time."""

from __future__ import annotations

import io
import zipfile

import pytest

from pipeline.office import package

PARTS = {"word/document.xml": b"<w/>", "[Content_Types].xml": b"<Types/>", "docProps/app.xml": b""}


def test_parts_come_back_as_they_went_in() -> None:
    assert package.read(package.write(PARTS)) == PARTS


def test_content_types_come_first_and_the_rest_by_name() -> None:
    assert list(package.read(package.write(PARTS))) == [
        "[Content_Types].xml",
        "docProps/app.xml",
        "word/document.xml",
    ]


def test_the_order_of_the_parts_does_not_change_the_bytes() -> None:
    assert package.write(PARTS) == package.write(dict(reversed(PARTS.items())))


def test_nothing_tells_when_or_where_it_was_written() -> None:
    with zipfile.ZipFile(io.BytesIO(package.write(PARTS))) as written:
        stamps = {(entry.date_time, entry.create_system, entry.external_attr) for entry in written.infolist()}
    assert stamps == {((1980, 1, 1, 0, 0, 0), 0, 0o600 << 16)}


def test_a_cut_file_is_refused() -> None:
    with pytest.raises(zipfile.BadZipFile):
        package.read(package.write(PARTS)[:40])
