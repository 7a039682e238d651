"""What changed between two releases: figures and their cells, sentences, documents, edits; in words and in Word."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from papers import Said
from word_files import docx, p, tbl, tc

from pipeline.office import package
from pipeline.office.blocks import blocks, stories
from pipeline.problems import Problems
from pipeline.releases.carry import Made
from pipeline.releases.compare import CellChange, Comparison, FigureChange, SentenceChange, compared
from pipeline.releases.lines import lines
from pipeline.releases.publish import Edition, publish
from pipeline.releases.release import Release

FILE, KIND = "bao-cao-tong-ket-2021.docx", "bao-cao-tong-ket"
LONG = "Các đơn vị trong Cụm đã tổ chức nhiều hoạt động thiết thực, sôi nổi, rộng khắp, có nền nếp và hiệu quả cao"


def report(total: str, unit: str, *more: str, heading: str = "Báo cáo") -> bytes:
    """A heading, a sentence with a total, a table with a unit, more paragraphs."""
    rows = [tc("TT"), tc("Đơn vị"), tc("Cá nhân")], [tc("I"), tc("Công an tỉnh"), tc(unit)]
    return docx(p(heading), p(f"Toàn Cụm tặng {total} lượt cá nhân."), tbl([1, 1, 1], *rows), *map(p, more), p("Hết"))


def figures(total: str, unit: str) -> dict[str, Any]:
    """What a manifest tells of that report: D9 makes the unit's count, D9 and D10 the total."""
    cells = [f"cum-9/Công an tỉnh.xlsx › Khen thưởng › D{row}" for row in (9, 10)]
    listed = [
        {"id": "f1", "value": 1, "unit": "lượt", "rule": "tổng Cá nhân của 2 đơn vị", "figures": ["f2", "f3"]},
        {"id": "f2", "value": 1, "unit": "lượt", "rule": "số ghi ở “Cá nhân”", "cells": cells[:1]},
        {"id": "f3", "value": 1, "unit": "lượt", "rule": "số ghi ở “Cá nhân”", "cells": cells[1:]},
    ]
    places = [
        {"figure": "f1", "text": total, "place": "đoạn 2", "start": 14},
        {"figure": "f2", "text": unit, "place": "bảng 1, hàng 2", "start": 15},
        {"figure": "f1", "text": total, "place": "biểu đồ 1", "start": None},
    ]
    values = {cells[0]: unit, cells[1]: "3"}
    return {"figures": listed, "uses": {FILE: ["f1", "f2"]}, "places": {FILE: places}, "values": values}


def released(folder: Path, made: Mapping[str, bytes], told: Mapping[str, Any], dossier: str = "cum-9") -> Release:
    """The next release of a dossier."""
    documents = [Made(file.split("-2")[0], file, content) for file, content in made.items()]
    edition = Edition({"made": str(made)}, documents, {}, lambda: {"dossier": dossier, **told})
    return publish(folder / dossier, edition, Problems())


@pytest.fixture
def two(tmp_path: Path) -> tuple[Release, Release]:
    """D9 was 12 and is 15: the total was 3.211 and is 3.214."""
    first = released(tmp_path / "outputs", {FILE: report("3.211", "12")}, figures("3.211", "12"))
    return first, released(tmp_path / "outputs", {FILE: report("3.214", "15")}, figures("3.214", "15"))


# --- figures --------------------------------------------------------------------------------------

D9 = CellChange("cum-9/Công an tỉnh.xlsx", "Khen thưởng", "D9", "12", "15")


def test_figures_tell_the_cells_that_changed_them(two: tuple[Release, Release]) -> None:
    found = compared(*two)
    assert found.figures == (
        FigureChange(FILE, "đoạn 2", "Cá nhân của 2 đơn vị", "3.211", "3.214", (D9,)),
        FigureChange(FILE, "bảng 1, hàng 2", "Công an tỉnh, Cá nhân", "12", "15", (D9,)),
        FigureChange(FILE, "biểu đồ 1", "Cá nhân của 2 đơn vị", "3.211", "3.214", (D9,)),
    )
    assert (found.sentences, found.added, found.gone) == ((), (), ())


def test_figures_stand_under_the_cell_that_changed_them(two: tuple[Release, Release], said: Said) -> None:
    code, out, _ = said("diff", "cum-9")
    assert code == 0
    assert out.splitlines() == [
        "cum-9: lan-01 → lan-02",
        "Số liệu:",
        "  Công an tỉnh.xlsx › Khen thưởng › D9: 12 → 15:",
        f"    Cá nhân của 2 đơn vị: 3.211 → 3.214 ({FILE}, đoạn 2; {FILE}, biểu đồ 1)",
        f"    Công an tỉnh, Cá nhân: 12 → 15 ({FILE}, bảng 1, hàng 2)",
    ]


def test_a_figure_alone_stands_in_one_line_with_its_cell(tmp_path: Path, said: Said) -> None:
    for total, unit in (("3.211", "12"), ("3.214", "15")):
        told = figures(total, unit)
        released(
            tmp_path / "outputs", {FILE: report(total, unit)}, {**told, "places": {FILE: told["places"][FILE][:1]}}
        )
    line = f"  Cá nhân của 2 đơn vị: 3.211 → 3.214; Công an tỉnh.xlsx › Khen thưởng › D9: 12 → 15 ({FILE}, đoạn 2)"
    assert line in said("diff", "cum-9")[1].splitlines()


def test_a_figure_is_followed_where_its_sentence_was_changed_and_moved(tmp_path: Path) -> None:
    first = released(tmp_path, {FILE: report("3.211", "12")}, figures("3.211", "12"))
    told = figures("3.214", "12")
    told["places"][FILE][0] |= {"place": "đoạn 3", "start": 24}
    after = docx(p("Mở đầu"), p("Báo cáo"), p("Trong năm, toàn Cụm tặng 3.214 lượt cá nhân."), p("Hết"))
    found = compared(first, released(tmp_path, {FILE: after}, told))
    assert next((one.place, one.before, one.after) for one in found.figures) == ("đoạn 3", "3.211", "3.214")
    assert ("đoạn 3", "Toàn Cụm tặng 3.211 lượt cá nhân.") in [(one.place, one.before) for one in found.sentences]


def test_where_there_are_more_figures_now_those_of_one_rule_are_held_together(tmp_path: Path) -> None:
    first = released(tmp_path, {FILE: report("3.211", "12")}, figures("3.211", "12"))
    told = figures("3.214", "12")
    told["places"][FILE].insert(0, {"figure": "f2", "text": "12", "place": "đoạn 2", "start": 5})
    found = compared(first, released(tmp_path, {FILE: report("3.214", "12")}, told))
    assert ("đoạn 2", "3.211", "3.214") in [(one.place, one.before, one.after) for one in found.figures]


def test_releases_of_an_earlier_version_tell_the_sentences_alone(tmp_path: Path) -> None:
    first = released(tmp_path, {FILE: report("3.211", "12")}, {})
    found = compared(first, released(tmp_path, {FILE: report("3.214", "12")}, figures("3.214", "12")))
    assert found.figures == ()
    assert found.sentences == (
        SentenceChange(FILE, "đoạn 2", "Toàn Cụm tặng 3.211 lượt cá nhân.", "Toàn Cụm tặng 3.214 lượt cá nhân."),
    )


def test_the_period_before_is_another_dossier(tmp_path: Path, said: Said) -> None:
    before = figures("3.000", "12")
    told = json.loads(json.dumps(before).replace("cum-9/", "cum-9-2020/").replace(FILE, "bao-cao-tong-ket-2020.docx"))
    folder = tmp_path / "outputs" / "cum-9-2020"
    made = Made(KIND, "bao-cao-tong-ket-2020.docx", report("3.000", "12"))
    publish(folder, Edition({}, [made], {}, lambda: {"dossier": "cum-9-2020", **told}), Problems())
    released(tmp_path / "outputs", {FILE: report("3.214", "15")}, figures("3.214", "15"))
    code, out, _ = said("diff", "cum-9", "cum-9-2020")
    assert (code, out.splitlines()[0]) == (0, "cum-9: cum-9-2020/lan-01 → cum-9/lan-01")
    assert "Công an tỉnh.xlsx › Khen thưởng › D9: 12 → 15" in out
    assert said("diff", "cum-9", "cum-9-2020/lan-01", "lan-01")[1] == out


# --- sentences, documents, edits ------------------------------------------------------------------


def changed(tmp_path: Path, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Comparison:
    return compared(released(tmp_path / "outputs", before, {}), released(tmp_path / "outputs", after, {}))


def test_sentences_are_changed_put_in_and_taken_out(tmp_path: Path, said: Said) -> None:
    before = docx(p("Hội nghị thống nhất nội dung"), p("Bỏ câu này đi"), p(f"{LONG}. {LONG}."), header=p("Trang 1"))
    after = docx(p("Hội nghị nhất trí nội dung"), p(f"{LONG} hơn. {LONG}."), p("Câu mới thêm"), header=p("Trang 2"))
    found = changed(tmp_path, {FILE: before}, {FILE: after})
    assert [(one.place, one.before, one.after) for one in found.sentences if len(one.before or "") < 50] == [
        ("đoạn 1", "Hội nghị thống nhất nội dung", "Hội nghị nhất trí nội dung"),
        ("đoạn 2", "Bỏ câu này đi", None),
        ("đoạn 3", None, "Câu mới thêm"),
        ("đầu trang, đoạn 1", "Trang 1", "Trang 2"),
    ]
    out = said("diff", "cum-9")[1]
    assert f"  {FILE}, đoạn 1: “Hội nghị thống nhất nội dung” → “Hội nghị nhất trí nội dung”" in out
    assert f"  {FILE}, đoạn 2: bỏ “Bỏ câu này đi”" in out
    assert f"  {FILE}, đoạn 3: thêm “Câu mới thêm”" in out
    (long,) = (line for line in out.splitlines() if "hơn" in line)
    assert "“… rộng khắp, có nền nếp và hiệu quả cao hơn. Các đơn vị trong Cụm đã tổ chức nhiều …”" in long
    assert LONG not in long


def test_documents_come_and_go(tmp_path: Path, said: Said) -> None:
    found = changed(tmp_path, {FILE: report("1", "1"), "giao-uoc-2022.docx": report("1", "1")},
                    {FILE: report("1", "1"), "to-trinh-2021.docx": report("1", "1")})  # fmt: skip
    assert (found.gone, found.added) == (("giao-uoc-2022.docx",), ("to-trinh-2021.docx",))
    assert said("diff", "cum-9")[1].splitlines()[1:] == [
        "Văn bản mới có:", "  to-trinh-2021.docx", "Văn bản không còn:", "  giao-uoc-2022.docx",
    ]  # fmt: skip


def test_a_draft_is_held_against_the_paper_to_sign(tmp_path: Path) -> None:
    found = changed(tmp_path, {"giao-uoc-2022-du-thao.docx": docx(p("Một"))}, {"giao-uoc-2022.docx": docx(p("Một"))})
    assert found == Comparison((), (), (), (), {"before": (), "after": ()})


def test_edits_by_hand_are_told_apart(two: tuple[Release, Release], said: Said) -> None:
    (two[0].folder / FILE).write_bytes(report("3.211", "12", "Ai đó thêm"))
    (two[1].folder / FILE).write_bytes(report("3.214", "15", "Ai đó thêm", "và thêm nữa"))
    out = said("diff", "cum-9")[1]
    assert "Câu chữ:" not in out
    assert out.splitlines()[-4:] == [
        "Sửa tay trong lan-01:", f"  {FILE}, đoạn 3: thêm “Ai đó thêm”",
        "Sửa tay trong lan-02:", f"  {FILE}, đoạn 4: thêm “và thêm nữa”",
    ]  # fmt: skip


def test_nothing_changed(two: tuple[Release, Release], said: Said) -> None:
    assert said("diff", "cum-9", "lan-02")[1].splitlines() == ["cum-9: lan-02 → lan-02", "Không có gì thay đổi."]


def test_all_of_it_for_a_machine(two: tuple[Release, Release], said: Said) -> None:
    (two[1].folder / FILE).write_bytes(report("3.214", "15", "Ai đó thêm"))
    code, out, _ = said("diff", "cum-9", "--json")
    found = json.loads(out)
    assert (code, list(found)) == (0, ["before", "after", "figures", "sentences", "documents", "hands"])
    assert list(found["figures"][0]) == ["document", "place", "label", "before", "after", "cells"]
    assert list(found["figures"][0]["cells"][0]) == ["file", "sheet", "cell", "before", "after"]
    assert found["documents"] == {"added": [], "gone": []}
    assert list(found["hands"][0]) == ["release", "document", "place", "before", "after"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("cum-8",), "Có phải là: cum-9?"),
        (("cum-9", "lan-07"), 'Không có lần xuất "lan-07"'),
        (("cum-9", "cum-7"), 'Không có lần xuất "cum-7"'),
    ],
)
def test_an_unknown_release_is_refused(
    two: tuple[Release, Release], said: Said, arguments: tuple[str, ...], words: str
) -> None:
    code, out, err = said("diff", *arguments)
    assert (code, out, words in err) == (2, "", True)


def test_one_release_alone_cannot_be_compared(tmp_path: Path, said: Said) -> None:
    released(tmp_path / "outputs", {FILE: report("1", "1")}, {})
    code, _, err = said("diff", "cum-9")
    assert (code, "Hồ sơ cum-9 mới có lan-01." in err) == (2, True)


# --- in Word --------------------------------------------------------------------------------------

COPY = "bao-cao-tong-ket-2021-so-voi-lan-01.docx"


def test_each_document_is_written_with_its_changes_tracked(two: tuple[Release, Release], said: Said) -> None:
    code, out, _ = said("diff", "cum-9", "--word")
    assert (code, out.splitlines()[-1]) == (0, f"  outputs/cum-9/doi-chieu/{COPY}")
    parts = package.read((Path("outputs/cum-9/doi-chieu") / COPY).read_bytes())
    assert [block.text for block in blocks(stories(parts)["word/document.xml"])][
        1
    ] == "Toàn Cụm tặng 3.214 lượt cá nhân."
    assert b'<w:delText xml:space="preserve">3.211</w:delText>' in parts["word/document.xml"]


def test_what_somebody_wrote_into_such_a_file_stays(two: tuple[Release, Release], said: Said) -> None:
    folder = Path("outputs/cum-9/doi-chieu")
    said("diff", "cum-9", "--word")
    said("diff", "cum-9", "--word")
    assert sorted(one.name for one in folder.glob("*.docx")) == [COPY]
    (folder / COPY).write_bytes(b"notes")
    out = said("diff", "cum-9", "--word")[1]
    assert "bao-cao-tong-ket-2021-so-voi-lan-01 (2).docx" in out
    assert (folder / COPY).read_bytes() == b"notes"


def test_a_file_that_is_no_word_file_any_more_is_passed_over(two: tuple[Release, Release], said: Said) -> None:
    (two[1].folder / FILE).write_bytes(b"")
    code, out, _ = said("diff", "cum-9", "--word")
    assert (code, "doi-chieu" in out) == (0, False)


@pytest.mark.parametrize(("header", "told"), [("2", False), ("Trang 2", True)])
def test_the_number_of_a_page_is_no_sentence(tmp_path: Path, header: str, told: bool) -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = header
    document.add_paragraph("3")
    document.save(str(tmp_path / "a.docx"))
    found = [line.text for line in lines((tmp_path / "a.docx").read_bytes())]
    assert (header in found, "3" in found) == (told, True)
