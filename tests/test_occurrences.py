"""Where the figures of a paper stand, as its manifest tells."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from clusters import HERE, figure
from other_clusters import OTHERS, write
from papers import Run, dossier_of, run
from word_files import docx, p, tbl, tc, text_box

from pipeline.model import Counted, Figure, Ordinal, Phrase
from pipeline.office import package
from pipeline.office.blocks import blocks, stories
from pipeline.rendering.compile import compiled
from pipeline.rendering.filters import filters
from pipeline.rendering.marks import Marker, unmarked
from pipeline.rendering.printer import Printer


@pytest.fixture(scope="module")
def all_runs(runs: Mapping[str, Run], tmp_path_factory: pytest.TempPathFactory) -> list[Run]:
    """The papers of the samples and of the other clusters."""
    folder = tmp_path_factory.mktemp("khac")
    others = [run(dossier_of(write(folder / "vao", of), of.folder), folder / "ra") for of in OTHERS]
    return [*runs.values(), *others]


def manifest(made: Run) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((made.folder / "bang-ke.json").read_text("utf-8"))
    return found


def texts(content: bytes) -> dict[str, str]:
    """The blocks of the body by their places."""
    body, *_ = stories(package.read(content)).values()
    return {block.place: block.text for block in blocks(body)}


def test_every_figure_that_is_used_stands_somewhere(all_runs: list[Run]) -> None:
    """The marked copy of every document says what the document says: else a part of it would tell nothing."""
    for made in all_runs:
        found = manifest(made)
        assert set(found["places"]) == set(found["uses"])
        for document, used in found["uses"].items():
            assert {one["figure"] for one in found["places"][document]} == set(used), document


def test_a_place_holds_the_text_that_was_printed_there(all_runs: list[Run]) -> None:
    for made in all_runs:
        places = manifest(made)["places"]
        for file, paper in made.papers.items():
            held = texts(paper.content)
            for one in places[file]:
                if one["start"] is not None:
                    assert held[one["place"]][one["start"] :].startswith(one["text"]), (file, one)


def test_the_same_place_is_told_once(all_runs: list[Run]) -> None:
    for made in all_runs:
        for document, places in manifest(made)["places"].items():
            told = [(one["place"], one["start"]) for one in places if one["start"] is not None]
            assert len(set(told)) == len(told), document


def test_the_cells_of_a_release_are_kept_with_what_they_said(all_runs: list[Run]) -> None:
    for made in all_runs:
        found = manifest(made)
        cells = {cell for one in found["figures"] for cell in one.get("cells", ()) if cell.count(" › ") == 2}
        assert cells == set(found["values"])


# --- every way of printing ------------------------------------------------------------------------------

EIGHT = figure(8)
SHARE = Figure(12, "%", "percent", EIGHT.rule, (HERE,))
VALUES = [EIGHT, figure(3214), SHARE, Counted(EIGHT, "đơn vị"), Ordinal(EIGHT), Phrase((EIGHT, "/", SHARE, " phiếu ,")),
          "chữ", 3]  # fmt: skip


def printed(printer: Printer, name: str, value: object) -> str | None:
    """What a filter gives; None where it refuses."""
    given = [value, value] if name in ("liet_ke", "join") else value
    try:
        return str(filters(printer)[name](given))
    except Exception:
        return None


@pytest.mark.parametrize("name", sorted(set(filters(Printer([], True))) - {"length", "first"}))
def test_a_filter_gives_the_same_words_between_marks(name: str) -> None:
    for value in VALUES:
        used: list[Figure] = []
        plain, marked = printed(Printer(used, True), name, value), printed(Marker([], True), name, value)
        assert (marked and unmarked(marked)) == plain
        assert plain is None or (marked == plain) == (not used)


def stand(body: str, fields: Mapping[str, object]) -> list[tuple[str, str, int | None]]:
    """Text, place and start of the figures of a document rendered from a template of that body."""
    template = compiled("mau.docx", docx(body))
    printed: list[Figure] = []
    document = template.render(fields, printed)
    return [(one.text, one.place, one.start) for one in template.occurrences(fields, document, printed)]


def test_paragraphs_and_rows() -> None:
    """A count in a sentence, twice; a table with a row a unit, merged where it says the same."""
    body = (
        p("Cụm có {{ so }} đơn vị, {{ so|bang_chu }}.")
        + tbl([9, 9], [tc("{%tr for x in ds %}")], [tc("{{ x.ten }}"), tc("{{ x.so }}")], [tc("{%tr endfor %}")])
        + p("Hạng {{ hang|hoa }}.")
    )
    units = [{"ten": "A", "so": figure(1)}, {"ten": "B", "so": figure(12)}]
    assert stand(body, {"so": EIGHT, "hang": Ordinal(figure(1)), "ds": units}) == [
        ("08", "đoạn 1", 7),
        ("tám", "đoạn 1", 18),
        ("01", "bảng 1, hàng 1", 2),
        ("12", "bảng 1, hàng 2", 2),
        ("NHẤT", "đoạn 2", 5),
    ]


def test_cells_that_say_the_same_are_merged_in_the_copy_too() -> None:
    body = tbl([9, 9], [tc("{%tr for x in ds %}")], [tc("{% gop %}{{ x }}"), tc("{{ x }}")], [tc("{%tr endfor %}")])
    assert stand(body, {"ds": [figure(5), figure(5)]}) == [
        ("05", "bảng 1, hàng 1", 0),
        ("05", "bảng 1, hàng 1", 3),
        ("05", "bảng 1, hàng 2", 1),
    ]


def test_a_text_box_is_a_place_of_its_own() -> None:
    assert stand(text_box(p("{{ so }} đơn vị")) + p("{{ so }}"), {"so": EIGHT}) == [
        ("08", "đoạn 2", 0),
        ("08", "khung chữ", None),
    ]


def test_a_part_that_asks_what_a_filter_printed_tells_nothing() -> None:
    """The copy would take the other branch: nothing is better than a wrong place."""
    body = p("{% if so|so == '8' %}ít{% else %}nhiều{% endif %} {{ so }}")
    assert stand(body, {"so": EIGHT}) == []


def test_more_figures_than_one_sign_can_number() -> None:
    body = p("{% for x in ds %}{{ x }} {% endfor %}")
    many = [figure(at + 10) for at in range(40_000)]
    places = stand(body, {"ds": many})
    assert len(places) == 40_000 and places[-1][0] == "40.009"
