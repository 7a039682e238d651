"""Templates tried with a specimen dossier: the stock ones keep every rule, in an office's own each fault is found."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from clusters import (
    NAMES,
    ballot,
    cluster,
    commended,
    counts,
    fields,
    figure,
    nomination,
    standing,
    unit,
)  # fmt: skip
from docx import Document
from docx.document import Document as Word
from docx.shared import Mm, Pt
from dossiers import Reading
from test_templates import anchors, comments
from word_files import docx, p
from workbooks_from_text import book

from pipeline.cli import run
from pipeline.cluster import build_cluster
from pipeline.decree30.check import check
from pipeline.documents import KINDS
from pipeline.documents.source import Source
from pipeline.frames import draw
from pipeline.model import RECIPIENTS, Cluster, Criterion, Meeting, Paper, Passage, Period, Tally, Target
from pipeline.office.archive import unpacked
from pipeline.office.word import paragraphs
from pipeline.papers import TEMPLATES
from pipeline.problems import Place, Problems
from pipeline.rendering import compile_template
from pipeline.specimens import specimens, tried
from pipeline.workbooks.example import CLUSTER_TEXT, parts
from pipeline.workbooks.specimen import MORE_TEXT, bare, plain, whole

every_kind = pytest.mark.parametrize("kind", KINDS)
HERE = Place("sổ.xlsx", "Trang", "A1")


# --- the specimen dossier ---------------------------------------------------------------------------


def leaves(value: object, path: str = "") -> Iterator[tuple[str, bool]]:
    """Every field that is printed or asked for, and whether it says something."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from leaves(inner, f"{path}.{name}".strip("."))
    elif isinstance(value, list) and value and isinstance(value[0], Mapping):
        yield path, True
        for inner in value:
            yield from leaves(inner, path)
    else:
        yield path, value not in (None, False, "", [], ())


def test_nearly_every_field_says_something_in_one_paper_and_half_of_them_nothing_in_another() -> None:
    told = [pair for kind in KINDS.values() for specimen in specimens(kind) for pair in leaves(specimen.fields)]
    on, off = ({path for path, says in told if says is side} for side in (True, False))
    assert len(on) > 10 * len(off - on), sorted(off - on)
    assert len(off & on) > len(on | off) / 2
    assert {len({specimen.of for specimen in specimens(kind)}) for kind in KINDS.values()} == {3, 4}


def test_the_specimen_is_what_its_workbooks_give(tmp_path: Path) -> None:
    """The same rows, typed in Excel and read as the program reads a dossier, give the same papers."""
    first, more = (dict(parts(text)) for text in (CLUSTER_TEXT, MORE_TEXT))
    del first["Chấm điểm"]
    for at, sheets in enumerate((first, more)):
        typed = {name: "\n".join(rows).replace("¶", "\\n") for name, rows in sheets.items()}
        keyed = {
            name: f"Mục | Giá trị\n{text}" if name in ("Thông tin", "Quy định") else text
            for name, text in typed.items()
        }
        book(tmp_path / "ho-so" / f"so-{at}.xlsx", keyed)
    read = Reading(tmp_path)
    assert read.problems.errors() == ()
    problems = Problems()
    made = build_cluster(whole(problems), problems)
    assert made is not None and problems.errors() == ()
    for kind in KINDS:
        assert printed(kind, read.cluster) == printed(kind, made), kind


def printed(kind: str, of: Cluster) -> list[str]:
    chosen = KINDS[kind]
    source = Source(of, chosen.paper, False, tuple(KINDS), chosen.parts(of)[0].cases)
    return paragraphs(compile_template(TEMPLATES / f"{kind}.docx").render(chosen.fields(source)))


@pytest.mark.parametrize("half_year", [False, True])
def test_the_specimen_has_no_fault(half_year: bool) -> None:
    for tables in (whole, plain, bare):
        problems = Problems()
        assert build_cluster(tables(problems, half_year), problems) is not None
        assert {str(problem) for problem in problems if problem.code not in ("DV-05", "DN-01")} == set()


# --- stock templates ----------------------------------------------------------------------------------


@every_kind
def test_a_stock_template_keeps_every_rule(kind: str) -> None:
    found = [str(finding) for finding, _ in tried(TEMPLATES / f"{kind}.docx", kind, KINDS[kind])]
    assert found == []


def test_the_command_says_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["templates", "check", "--inputs", str(tmp_path), "--json"]) == 0
    assert {finding["code"] for finding in json.loads(capsys.readouterr().out)} == {"MAU-02"}


# --- small clusters of every sort -----------------------------------------------------------------------

TWELVE = tuple(unit(f"Đơn vị thứ {n}", signer=f"Nguyễn Văn {n}", signer_office="Giám đốc") for n in "ABCDEGHIKLMN")
CLUSTERS: Mapping[str, Mapping[str, Any]] = {
    "five units": {},
    "twelve units": {"units": TWELVE, "pledge_units": TWELVE},
    "a block of a ministry": {
        "name": "Khối thi đua các Vụ Bộ Nội vụ", "form": "Khối", "level": "bộ", "province": None, "number": None,
        "superior": "Bộ Nội vụ", "leader_title": "Khối trưởng", "deputy_title": "Khối phó", "place_name": "Hà Nội",
    },
    "a school year": {"period": Period("school_year", 2021)},
    "issued by its leader": {
        "issued_by_leader": True,
        "units": (unit("Sở Nội vụ", role="leader", parent="UBND tỉnh Hòa Bình", short="SNV", signer="Nguyễn Văn A",
                       signer_office="Giám đốc"), *map(unit, NAMES[1:])),
    },
    "signed and sent": {
        "default_paper": Paper(number="5", day=date(2021, 12, 20), recipients=("Thường trực Tỉnh ủy", "Lưu: VT"),
                               addressees=("Ủy ban nhân dân tỉnh", "Ban Thi đua - Khen thưởng tỉnh"),
                               signer="Nguyễn Văn A", signer_rank="Đại tá", signer_office="Giám đốc", capacity="KT."),
    },
}  # fmt: skip


TOLD_FORMS = (
    ("state", "Huân chương Lao động", "Cống hiến"), ("ministry", "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", None),
    ("ministry", "Kỷ niệm chương", "Đối ngoại"), ("base", "Giấy khen", "Đột xuất"), ("base", None, "Thường xuyên"),
    (None, "Giải thưởng của ngành", "Chuyên đề"),
)  # fmt: skip


def told(more: Mapping[str, Any]) -> Cluster:
    """A cluster with something of every paper."""
    members = more.get("units") or tuple(map(unit, NAMES))
    ranked = [standing(one, str(99 - at), at) for at, one in enumerate(members, 1)]
    said: dict[str, Any] = {
        "sheets": frozenset(("Thông tin", "Đơn vị", "Chấm điểm", "Tiêu chí", "Đề nghị", "Giao ước", "Nội dung")),
        "standings": tuple(ranked),
        "criteria": (Criterion("1", "Nhiệm vụ chính trị", figure("100", "points", "điểm"), None, True),),
        "nominations": tuple(nomination(one.name, unit=one) for one in members[:2]),
        "ballots": (ballot("Cờ thi đua của UBND tỉnh", members[0].name, 4, issued=figure(5), unit=members[0]),),
        "targets": (Target(2022, "Hồ sơ giải quyết đúng hạn", HERE, plan=figure("95", "percent", "%")),),
        "passages": tuple(
            Passage(section, (f"Nội dung {section} của Cụm được thực hiện tốt.",), HERE)
            for section in ("conditions", "direction", "results", "strengths", "limits", "tasks")
        ),
        "meeting": Meeting(day=date(2021, 12, 14)),
        "commendations": commended(counts(12, 40), tallies=tuple(
            Tally(one.name, level, form, manner, recipient, figure(at))
            for at, one in enumerate(members[1:]) for recipient in RECIPIENTS for level, form, manner in TOLD_FORMS
        )),
    }  # fmt: skip
    return cluster(**{**said, "units": members, "pledge_units": members, **more})


def of_cluster(kind: str, of: Cluster, draft: bool) -> list[str]:
    content = compile_template(TEMPLATES / f"{kind}.docx").render(fields(kind, of, draft=draft))
    return [str(mark.finding) for mark in check(unpacked(content), f"{kind}.docx")]


@every_kind
@pytest.mark.parametrize("sort", CLUSTERS)
@pytest.mark.parametrize("draft", [False, True])
def test_the_papers_of_a_cluster_keep_every_rule(kind: str, sort: str, draft: bool) -> None:
    of = told(CLUSTERS[sort])
    assert KINDS[kind].lacks(of) is None
    assert of_cluster(kind, of, draft) == []


# --- templates of an office's own -----------------------------------------------------------------------


def own(folder: Path, change: Callable[[Word], object], name: str = "bao-cao-tong-ket.docx") -> Path:
    document = Document(str(TEMPLATES / "bao-cao-tong-ket.docx"))
    change(document)
    content = io.BytesIO()
    document.save(content)
    path = folder / "inputs" / "cum-9" / "_mau" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.getvalue())
    return path


def asked(path: Path, folder: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, Any]:
    code = run(["templates", "check", str(path), "--inputs", str(folder / "inputs"), "--json", *options])
    return code, [found for found in json.loads(capsys.readouterr().out) if found["code"] != "MAU-02"]


def small(document: Word) -> None:
    document.styles["Đoạn kết"].font.size = Pt(12)


def wide(document: Word) -> None:
    document.sections[0].left_margin = Mm(20)


def unguarded(document: Word) -> None:
    next(line for line in document.paragraphs if line.text == "BÁO CÁO").add_run(" {{ cum.linh_vuc }}")


def test_a_finding_stands_at_the_paragraph_of_the_template(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = own(tmp_path, small)
    line = next(line.text for line in Document(str(path)).paragraphs if line.style and line.style.name == "Đoạn kết")
    code, (found,) = asked(path, tmp_path, capsys, "--annotate")
    assert (code, found["level"], found["code"]) == (0, "CẢNH BÁO", "TT30-10")
    assert found["file"] == "cum-9/_mau/bao-cao-tong-ket.docx"
    assert found["place"].startswith("thân văn bản › mục “") and line.startswith(found["text"].rstrip("…"))
    assert (found["found"], found["expected"]) == ("Nội dung: cỡ chữ 12", "13 - 14")
    assert found["article"] and found["remedy"]
    copy = path.with_name("bao-cao-tong-ket-loi.docx").read_bytes()
    assert anchors(copy) == [line]
    assert comments(copy) == ["Nội dung: cỡ chữ 12. Đặt cỡ chữ 13 - 14. Sửa xong thì xóa nhận xét này."]


def test_a_finding_of_pages_has_no_paragraph(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, found = asked(own(tmp_path, wide), tmp_path, capsys, "--annotate")
    assert (code, {(one["code"], one["level"]) for one in found}) == (0, {("TT30-03", "CẢNH BÁO")})
    assert {one["text"] for one in found} == {None} and "trang" in found[0]["place"]


def test_a_field_that_may_be_missing_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, found = asked(own(tmp_path, unguarded), tmp_path, capsys)
    missing = [one for one in found if one["code"] == "MAU-12"]
    assert (code, [one["level"] for one in missing]) == (0, ["CẢNH BÁO"])
    assert missing[0]["text"] == "{{ cum.linh_vuc }}"
    assert "hồ sơ thử chỉ có số liệu tối thiểu: chưa có số liệu để in" in missing[0]["found"]


def test_equal_findings_are_one_line_for_a_person(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def arial(document: Word) -> None:
        document.styles["Normal"].font.name = "Arial"

    path = own(tmp_path, arial)
    assert run(["templates", "check", str(path), "--inputs", str(tmp_path / "inputs")]) == 0
    lines = [line for line in capsys.readouterr().err.splitlines() if "[TT30-04]" in line]
    assert len(lines) == 1 and " chỗ khác" in lines[0]


# --- templates beside the program -------------------------------------------------------------------------


@pytest.fixture
def stock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of stock templates that may be changed."""
    folder = tmp_path / "templates_docx"
    shutil.copytree(TEMPLATES, folder)
    monkeypatch.setattr("pipeline.templates.TEMPLATES", folder)
    return folder


def test_a_stock_template_that_breaks_a_rule_is_an_error(
    stock: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(own(tmp_path, small), stock)
    code, (found,) = asked(stock / "bao-cao-tong-ket.docx", tmp_path, capsys)
    assert (code, found["level"], found["code"]) == (3, "LỖI", "TT30-10")


@pytest.mark.parametrize(
    "name", ["thong-bao-ket-luan", "bien-ban-lam-viec", "quyet-dinh", "tom-tat-thanh-tich", *KINDS]
)
def test_a_frame_keeps_every_rule_as_it_is_drawn(tmp_path: Path, name: str) -> None:
    assert [str(finding) for finding, _ in tried(draw(name, tmp_path), name, KINDS.get(name))] == []


def test_a_frame_of_no_kind_yet_is_tried_with_the_common_fields(
    stock: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    frame = stock / "thong-bao-ket-luan.docx"
    frame.write_bytes(docx(p("{{ cum.ten }}"), p("{{ xep_hang.co }}")))
    code, found = asked(frame, tmp_path, capsys)
    assert (code, [one["code"] for one in found]) == (3, ["MAU-01"])
    assert "không có trường “xep_hang”" in found[0]["found"]
    frame.write_bytes(docx(p("{{ cum.ten }}")))
    code, found = asked(frame, tmp_path, capsys)
    assert (code, found[0]["code"], found[0]["level"]) == (3, "MAU-11", "LƯU Ý")
    assert "TT30-20" in {one["code"] for one in found}
    (stock / "~$giao-uoc.docx").write_bytes(b"open in Word")
    (stock / "giao-uoc-the-thuc.docx").write_bytes(b"a copy")
    assert run(["templates", "check", "--inputs", str(tmp_path / "inputs")]) == 3
    assert capsys.readouterr().out.count("templates_docx/") == len(KINDS) + 1
