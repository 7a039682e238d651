"""The annexes of a report are numbered when there are two: the commendations in it, those in files of their own."""

from __future__ import annotations

import pytest
from clusters import NAMES, cluster, commended, counts, unit

from pipeline.documents.annexes import ANNEXES
from pipeline.documents.source import Source, fields
from pipeline.model import Cluster

BY_LEVEL = {"base": counts(1), "state": counts(2)}
COMMENDED = cluster(commendations=commended(counts(3), levels=BY_LEVEL))
FLAT = cluster(commendations=commended(counts(3), levels={"base": counts(3)}))
UNKNOWN = cluster(commendations=commended(counts(), levels=BY_LEVEL, missing=(unit(NAMES[1]),)))
BOTH = ("bao-cao-tong-ket", "bang-tong-hop-diem")
ALL = (*BOTH, "thong-ke-khen-thuong")


@pytest.mark.parametrize(
    ("of", "made", "numbers"),
    [
        (COMMENDED, BOTH, ("I", "II", None)), (COMMENDED, BOTH[:1], ("", None, None)),
        (FLAT, BOTH, (None, "", None)), (UNKNOWN, BOTH, (None, "", None)), (cluster(), BOTH[:1], (None, None, None)),
        (COMMENDED, ALL, ("I", "III", "II")), (COMMENDED, ("bao-cao-so-ket", ALL[2]), ("I", None, "II")),
        (FLAT, ALL, (None, "II", "I")), (FLAT, ("bao-cao-tong-ket", ALL[2]), (None, None, "")),
    ],
)  # fmt: skip
def test_two_annexes_bear_roman_numbers(of: Cluster, made: tuple[str, ...], numbers: tuple[str | None, ...]) -> None:
    found = fields(ANNEXES, Source(of, "report", False, made))["phu_luc"]
    assert found == dict(zip(("khen_thuong", "diem", "thong_ke"), numbers, strict=True))
