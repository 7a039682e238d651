"""The manifest of a release: every figure on paper leads to cells that hold it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

import openpyxl
import pytest
from papers import HALF_9, INPUTS, YEAR_8, YEAR_9, Run, number
from sample_books import exact

KEYS = {
    "version", "dossier", "release", "inputs", "templates", "documents", "left_out", "legal_basis", "problems",
    "figures", "uses", "places", "values", "identity", "generated", "carried", "reads",
}  # fmt: skip
TYPED, SUMMED, BY_RULE = "số ghi ở", "tổng", "theo quy định"
every_dossier = pytest.mark.parametrize("name", [YEAR_9, YEAR_8, HALF_9])


def manifest(made: Run) -> dict[str, Any]:
    """The manifest of a release."""
    found: dict[str, Any] = json.loads((made.folder / "bang-ke.json").read_text("utf-8"))
    return found


@cache
def _book(file: str) -> Any:
    return openpyxl.load_workbook(INPUTS / file, data_only=True)


def cell(place: str) -> object:
    """What a cell holds, from its place: file › sheet › cell."""
    file, sheet, address = place.split(" › ")
    return _book(file)[sheet][address].value


def closure(figures: Mapping[str, Any], name: str) -> Iterator[str]:
    """The cells that a figure was made from, in the end."""
    yield from figures[name].get("cells", ())
    for inner in figures[name].get("figures", ()):
        yield from closure(figures, inner)


@every_dossier
def test_the_manifest_has_its_keys(runs: Mapping[str, Run], name: str) -> None:
    found = manifest(runs[name])
    assert set(found) == KEYS
    assert (found["dossier"], found["release"]) == (name, "lan-01")
    assert set(found["uses"]) == {document["file"] for document in found["documents"]}
    assert all(set(document) == {"kind", "file", "sha256"} for document in found["documents"])
    assert all(set(source) == {"file", "sha256"} for source in found["inputs"])
    assert all(set(f) - {"cells", "figures"} == {"id", "value", "unit", "rule"} for f in found["figures"])


@every_dossier
def test_every_figure_leads_to_cells_that_are_there(runs: Mapping[str, Run], name: str) -> None:
    figures = {figure["id"]: figure for figure in manifest(runs[name])["figures"]}
    for id_, figure in figures.items():
        places = list(closure(figures, id_))
        assert places or figure["rule"].startswith(BY_RULE), figure
        assert all(cell(place) is not None for place in places if place.count(" › ") == 2), figure


@every_dossier
def test_a_figure_is_what_its_cells_say(runs: Mapping[str, Run], name: str) -> None:
    wrong = []
    for figure in manifest(runs[name])["figures"]:
        places = figure.get("cells", ())
        if figure["rule"].startswith(TYPED):
            wrong += [] if Decimal(figure["value"]) in _numbers(cell(places[0])) else [figure]
        elif figure["rule"].startswith(SUMMED) and places:
            value = sum(exact(cell(place)) for place in places)
            wrong += [] if abs(value) == abs(Decimal(figure["value"])) else [figure]
    assert wrong == []


def _numbers(value: object) -> list[Decimal]:
    """The numbers that a cell shows: itself, or those in its text ("Cờ thi đua của UBND tỉnh: 80%")."""
    return [exact(text) for text in re.findall(r"\d[\d.,]*", value)] if isinstance(value, str) else [exact(value)]


@every_dossier
def test_a_figure_that_is_used_is_listed_and_the_other_way_round(runs: Mapping[str, Run], name: str) -> None:
    found = manifest(runs[name])
    listed = {figure["id"]: figure for figure in found["figures"]}
    used = {id_ for ids in found["uses"].values() for id_ in ids}
    reached = used | {inner for figure in listed.values() for inner in figure.get("figures", ())}
    assert reached == set(listed)


@every_dossier
def test_every_number_of_a_table_is_a_figure(runs: Mapping[str, Run], name: str) -> None:
    """In the tables of commendations, points and votes; the first column only numbers the rows."""
    found = manifest(runs[name])
    values = {figure["id"]: Decimal(figure["value"]) for figure in found["figures"]}
    for file, paper in runs[name].papers.items():
        known = {rounded for id_ in found["uses"][file] for rounded in _writings(values[id_])}
        for table in paper.tables():
            cells = [text for row in table[1:] for text in row.cells[1:]]
            printed = {value for text in cells if (value := number(text)) is not None}
            assert {abs(value) for value in printed} <= known, (file, table[0].cells)


def _writings(value: Decimal) -> Iterator[Decimal]:
    yield abs(value)
    yield abs(value).quantize(Decimal("0.1"), ROUND_HALF_UP)
