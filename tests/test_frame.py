"""The frames that `templates new` draws: siblings of the stock templates, right before anybody wrote a word in them."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from clusters import HERE, TEMPLATES, cluster
from docx import Document
from lxml import etree
from papers import INPUTS, YEAR_9, Line, Paper, dossier_of

from pipeline.cluster import build_cluster
from pipeline.decree30.check import check
from pipeline.decree30.format import COMPONENTS, LINES, TYPES, DocumentType
from pipeline.decree30.frame import frame, type_of, type_of_paper
from pipeline.decree30.reading import laid_out
from pipeline.decree30.roles import Roles, roles_of
from pipeline.decree30.stylesheet import FOOT, HEAD, LOOKS, MINUTES, WIDTH
from pipeline.documents import KINDS
from pipeline.documents.source import Source
from pipeline.dossier import read_tables
from pipeline.frames import draw, frame_of
from pipeline.model import Cluster, Meeting, Person
from pipeline.model import Paper as Said
from pipeline.office import package
from pipeline.office.word import outline
from pipeline.problems import Finding, Problems
from pipeline.rendering import compile_template
from pipeline.rendering.compile import check as check_tags
from pipeline.vietnamese.text import slug

GAP = " " * 6
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FILLED_BY = {
    "bao-cao-x": "bao-cao-tong-ket", "to-trinh-x": "to-trinh", "thong-bao-x": "giao-uoc",
    "bien-ban-x": "bien-ban-binh-xet", "cong-van-x": "to-trinh", "tom-tat-x": "giao-uoc", "quyet-dinh-x": "giao-uoc",
    "nghi-quyet-x": "bang-tong-hop-diem",
}  # fmt: skip
"""Kinds that nobody declared, and those whose fields fill their frames in the tests."""
names = pytest.mark.parametrize("name", FILLED_BY)


@pytest.fixture(scope="module")
def sample() -> Cluster:
    problems = Problems()
    built = build_cluster(read_tables(dossier_of(INPUTS, YEAR_9), problems), problems)
    assert built is not None
    return built


def filled(name: str, of: Cluster, folder: Path, kind: str = "", draft: bool = False) -> bytes:
    """The frame of a name with the fields of a kind, compiled against what that kind declares."""
    known = KINDS[kind or FILLED_BY[name]]
    template = compile_template(draw(name, folder), known.shapes())
    part = next(iter(known.parts(of)), None)
    return template.render(known.fields(Source(of, known.paper, draft, tuple(KINDS), part.cases if part else ())))


def typed(content: bytes) -> bytes:
    """The paper of somebody who wrote each text where its hint stood."""
    parts = package.read(content)
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"[", b"").replace(b"]", b"")
    return package.write(parts)


def findings(content: bytes) -> list[Finding]:
    return [mark.finding for mark in check(package.read(content), "khung.docx")]


def roles(content: bytes) -> Roles:
    return roles_of(laid_out(package.read(content)))


def said(content: bytes, *wanted: str) -> list[str]:
    """The lines of these parts of a paper."""
    return [piece.text.replace("\u00a0", " ") for piece in roles(content).of(*wanted)]


def lines(content: bytes) -> list[Line]:
    return Paper("khung.docx", content).lines


def with_style(style: str, content: bytes) -> list[str]:
    return [line.text for line in lines(content) if line.style == LOOKS[style].name]


# --- styles ---------------------------------------------------------------------------------------


def styles(content: bytes) -> dict[str, bytes]:
    """Every style as it is stored, and the defaults."""
    root = etree.fromstring(package.read(content)["word/styles.xml"])
    return {str(style.get(f"{W}styleId")): etree.tostring(style, method="c14n", exclusive=True) for style in root}


@pytest.mark.parametrize("kind", KINDS)
def test_the_styles_of_a_stock_template_are_those_of_the_table(kind: str) -> None:
    drawn, stock = styles(frame(None)), styles((TEMPLATES / f"{kind}.docx").read_bytes())
    assert [name for name in stock if stock[name] != drawn.get(name)] == []
    assert len(stock) >= 60


def test_what_the_decree_asks_of_a_part_its_style_says() -> None:
    parts = {"QuocHieu": "motto", "TieuNgu": "watchword", "CoQuanChuQuan": "parent", "TenCoQuan": "issuer",
             "SoKyHieu": "number", "DiaDanhNgay": "place and date", "TenLoai": "type", "TrichYeu": "abstract",
             "TrichYeuCongVan": "subject", "CanCu": "basis", "DoanVan": "body", "MucI": "roman", "Khoan1": "clause",
             "KinhGui": "addressee", "NoiNhan": "recipients", "DongNoiNhan": "recipient", "QuyenHan": "capacity",
             "HoTenNguoiKy": "signer", "PhuLuc": "annex", "TenPhuLuc": "annex title",
             "KemTheo": "attached"}  # fmt: skip
    for style, part in parts.items():
        look, asked = LOOKS[style], COMPONENTS[part]
        assert asked.sizes[0] <= look.size <= asked.sizes[1], style
        assert (look.bold, look.italic) == (bool(asked.bold), bool(asked.italic)), style
        assert asked.align in (look.align, None), style
    assert LINES.least <= LOOKS["DoanVan"].line <= LINES.most


def test_the_columns_of_head_and_foot_fill_the_lines() -> None:
    assert {sum(HEAD), sum(FOOT), sum(MINUTES)} == {WIDTH}


# --- types ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("thong-bao-ket-luan", "Thông báo"),
        ("bien-ban-lam-viec", "Biên bản"),
        ("to-trinh", "Tờ trình"),
        ("cong-van-de-nghi", "Công văn"),
        ("ban-ghi-nho-chung", "Bản ghi nhớ"),
        ("giao-uoc-thi-dua", None),
        ("tom-tat-thanh-tich", None),
        ("bao-caos", None),
        ("quyet-dinhx-a", None),
    ],
)
def test_a_name_begins_with_its_type(name: str, expected: str | None) -> None:
    found = type_of(name)
    assert (found.name if found else None) == expected


@pytest.mark.parametrize("known", TYPES, ids=lambda known: slug(known.name))
def test_every_type_has_a_frame_that_keeps_the_rules(known: DocumentType, sample: Cluster, tmp_path: Path) -> None:
    name = slug(known.name)
    assert type_of(name) is known
    assert findings(filled(name, sample, tmp_path, "giao-uoc")) == []


def test_a_declared_kind_has_the_type_it_is_declared_with() -> None:
    assert [kind for kind in KINDS.values() if frame_of(kind.name) == frame(type_of_paper(kind.paper))] == [
        kind for kind in KINDS.values() if type_of_paper(kind.paper) is not None
    ]
    assert with_style("TenLoai", frame_of("giao-uoc")) == ["BẢN GIAO ƯỚC THI ĐUA"]
    assert with_style("TenLoai", frame_of("giao-uoc-thi-dua")) == ["[TÊN VĂN BẢN]"]


# --- papers ---------------------------------------------------------------------------------------


@names
@pytest.mark.parametrize("draft", [False, True])
def test_a_frame_keeps_the_rules_as_it_is_drawn_and_when_it_is_written(
    name: str, draft: bool, sample: Cluster, tmp_path: Path
) -> None:
    content = filled(name, sample, tmp_path, draft=draft)
    assert findings(content) == findings(typed(content)) == []


@names
@pytest.mark.parametrize("kind", KINDS)
def test_a_frame_can_be_filled_for_every_kind(name: str, kind: str, sample: Cluster, tmp_path: Path) -> None:
    content = typed(filled(name, sample, tmp_path, kind))
    assert {finding.code for finding in findings(content)} <= {"TT30-24"}, "the symbol may be another type's"


@names
def test_a_cluster_of_which_little_is_known_fills_a_frame(name: str, tmp_path: Path) -> None:
    assert findings(filled(name, cluster(meeting=Meeting()), tmp_path)) == []


@names
def test_a_frame_is_the_same_bytes_and_opens(name: str) -> None:
    content = frame_of(name)
    assert content == frame_of(name)
    document = Document(io.BytesIO(content))
    assert len(document.sections) == 2
    assert {style.name for style in document.styles} >= {look.name for look in LOOKS.values()}
    assert check_tags(name, content, KINDS[FILLED_BY[name]].shapes())[0] == []


@names
def test_every_part_of_a_frame_is_found_by_its_role(name: str, sample: Cluster, tmp_path: Path) -> None:
    found = {piece.role for piece in roles(filled(name, sample, tmp_path)).pieces}
    usual = {"motto", "watchword", "parent", "issuer", "number", "place and date", "type", "abstract", "recipients",
             "recipient", "capacity", "annex", "annex title", "attached"}  # fmt: skip
    untitled = {"type", "abstract"}
    lacks = {"bien-ban-x": {"place and date"}, "cong-van-x": untitled, "tom-tat-x": {"number", *untitled}}
    more = {"to-trinh-x": {"addressee", "basis"}, "cong-van-x": {"addressee", "subject"},
            "quyet-dinh-x": {"basis"}, "nghi-quyet-x": {"basis"}}  # fmt: skip
    assert (usual - lacks.get(name, set())) | more.get(name, set()) <= found


def test_a_report_goes_to_one_place_or_to_several(tmp_path: Path) -> None:
    def sent(*places: str) -> list[str]:
        of = cluster(papers={"report": Said(addressees=places)})
        return said(filled("bao-cao-x", of, tmp_path / str(len(places))), "addressee", "recipient")[: len(places) + 1]

    for count in (1, 2):
        (tmp_path / str(count)).mkdir()
    assert sent("Sở Nội vụ") == ["Kính gửi: Sở Nội vụ", "- Như trên;"]
    assert sent("Sở Nội vụ", "Sở Tư pháp") == ["Kính gửi:", "- Sở Nội vụ;", "- Sở Tư pháp."]


def test_a_letter_tells_its_subject_under_its_number(sample: Cluster, tmp_path: Path) -> None:
    content = filled("cong-van-x", sample, tmp_path, "giao-uoc")
    assert said(content, "number", "subject") == [f"Số:{GAP}/…", "V/v [trích yếu nội dung] năm 2021"]
    assert with_style("TenLoai", content) == []


def test_a_paper_without_a_number_of_ours_leaves_room_for_one(sample: Cluster, tmp_path: Path) -> None:
    assert said(filled("quyet-dinh-x", sample, tmp_path), "number") == [f"Số:{GAP}/QĐ-…"]
    assert said(filled("tom-tat-x", sample, tmp_path), "number") == []


def test_minutes_tell_the_meeting_and_are_signed_by_two(tmp_path: Path) -> None:
    people = (
        Person("Lê Văn An", "chairs", HERE, office="Giám đốc", unit="Sở Nội vụ"),
        Person("Vũ Thị Bình", "secretary", HERE),
    )
    content = filled("bien-ban-x", cluster(meeting=Meeting(people=people, venue="Sở Nội vụ")), tmp_path)
    assert said(content, "place and date") == []
    shown = outline(content).replace("⍽", " ").splitlines()
    assert "Đoạn văn: Địa điểm: Sở Nội vụ." in shown
    assert "Đoạn văn: Chủ trì (chủ tọa): đồng chí Lê Văn An, Giám đốc Sở Nội vụ." in shown
    start = shown.index("| THƯ KÝ | CHỦ TỌA |")
    assert shown[start + 1] == "| Vũ Thị Bình | GIÁM ĐỐC SỞ NỘI VỤ / Lê Văn An |"
    assert shown[start + 2].startswith("| Nơi nhận: / ") and shown[start + 2].endswith(" / - Lưu: VT, Hồ sơ. |  |")


def test_minutes_of_which_nothing_is_known_are_filled_by_hand(tmp_path: Path) -> None:
    content = filled("bien-ban-x", cluster(meeting=Meeting()), tmp_path)
    assert with_style("DongDienTay", content) == [
        "Địa điểm: →", "Chủ trì (chủ tọa): →", "Thư ký (người ghi biên bản): →",
    ]  # fmt: skip


@names
def test_pages_are_numbered_from_the_second_and_anew_in_the_annex(name: str) -> None:
    layout = laid_out(package.read(frame_of(name)))
    for section in layout.sections:
        assert section.restarts == "1" and section.header.number is not None
        assert section.first is not None and section.first.number is None


# --- the command ----------------------------------------------------------------------------------


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A copy of the program, with the templates of only one kind."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(TEMPLATES.parent / "pipeline", tmp_path / "pipeline", ignore=ignored)
    (tmp_path / "templates_docx").mkdir()
    shutil.copy(TEMPLATES / "giao-uoc.docx", tmp_path / "templates_docx")
    return tmp_path


def new(program: Path, name: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "pipeline", "templates", "new", name],
        cwd=program, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


def test_a_new_template_is_drawn_and_what_comes_next_is_said(program: Path) -> None:
    code, out, err = new(program, "thong-bao-ket-luan")
    path = program / "templates_docx" / "thong-bao-ket-luan.docx"
    assert (code, err, out.splitlines()[0]) == (0, "", str(path))
    assert path.read_bytes() == frame_of("thong-bao-ket-luan")
    assert "ngoặc vuông" in out and "chưa tự lập loại văn bản thong-bao-ket-luan" in out
    code, out, _ = new(program, "bien-ban-binh-xet")
    assert (code, "lệnh templates fields bien-ban-binh-xet" in out) == (0, True)


def test_a_template_that_is_there_stays(program: Path) -> None:
    code, out, err = new(program, "giao-uoc")
    path = program / "templates_docx" / "giao-uoc.docx"
    assert (code, out, f"Đã có mẫu {path}, giữ nguyên." in err) == (2, "", True)
    assert path.read_bytes() == (TEMPLATES / "giao-uoc.docx").read_bytes()


@pytest.mark.parametrize(
    ("name", "example"),
    [("Thông báo kết luận", "thong-bao-ket-luan"), ("../thong-bao", "thong-bao"), ("!", "thong-bao-ket-luan")],
)
def test_a_name_that_no_kind_may_have_is_refused_with_one_that_it_may(program: Path, name: str, example: str) -> None:
    code, out, err = new(program, name)
    assert (code, out, f"ví dụ: {example}." in err) == (2, "", True)
    assert [path.name for path in (program / "templates_docx").iterdir()] == ["giao-uoc.docx"]
