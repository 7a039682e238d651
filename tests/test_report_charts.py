"""The charts of the annual report: where there are numbers enough to look at, and nothing in their place where not."""

from __future__ import annotations

from typing import Any

import pytest
from clusters import NAMES, TEMPLATES, cluster, commended, counts, fields, standing, unit

from pipeline.model import Chart, Cluster, Period
from pipeline.office import package
from pipeline.rendering import compile_template

KIND = "bao-cao-tong-ket"
BOTH = commended(counts(12, 40), counts(10, 45))
RANKED = tuple(standing(name, str(99 - at), at) for at, name in enumerate(NAMES[:3], 1))


def chart(of: Cluster, name: str) -> Chart | None:
    found: Chart | None = fields(KIND, of)["bieu_do"][name]
    return found


def drawings(of: Cluster) -> int:
    content = compile_template(TEMPLATES / f"{KIND}.docx").render(fields(KIND, of))
    document = package.read(content)["word/document.xml"].decode()
    assert document.count('w:val="BieuDo"') == document.count("<w:drawing>")
    return document.count("<w:drawing>")


def test_commendations_stand_beside_those_of_the_year_before() -> None:
    found = chart(cluster(commendations=BOTH), "so_sanh")
    assert found is not None and found.categories == ["Tập thể", "Cá nhân"]
    assert found.series == {"Năm 2020": [10, 45], "Năm 2021": [12, 40]}


def test_a_school_year_is_named_as_such() -> None:
    found = chart(cluster(commendations=BOTH, period=Period("school_year", 2021)), "so_sanh")
    assert found is not None and list(found.series) == ["Năm học 2020-2021", "Năm học 2021-2022"]


def test_totals_stand_by_rank() -> None:
    found = chart(cluster(standings=tuple(reversed(RANKED))), "diem")
    assert found is not None and found.categories == list(NAMES[:3])


@pytest.mark.parametrize(
    ("more", "drawn"),
    [
        ({}, 0), ({"commendations": BOTH}, 1), ({"commendations": BOTH, "standings": RANKED}, 2),
        ({"standings": RANKED[:2]}, 0), ({"commendations": commended(counts(12), counts(10))}, 0),
        ({"commendations": commended(counts(12, 40))}, 0),
        ({"commendations": commended(counts(12, 40), counts(10, 45), missing=(unit(NAMES[1]),))}, 0),
        ({"standings": tuple(standing(name, None, at) for at, name in enumerate(NAMES, 1))}, 0),
    ],
)  # fmt: skip
def test_a_chart_stands_only_where_it_shows_something(more: dict[str, Any], drawn: int) -> None:
    """Three points at least; none without a base, from some units only, or of a ranking without points."""
    assert drawings(cluster(**more)) == drawn
