"""Templates before anything is made of them: `templates check`, `templates fields`, the copy with comments."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree
from word_files import W as NAMESPACE
from word_files import docx, p, tbl, tc
from workbooks_from_text import FOLDER, dossier

from pipeline.cli import run
from pipeline.documents import KINDS
from pipeline.dossier import dossiers
from pipeline.office import package
from pipeline.office.word import paragraphs
from pipeline.papers import TEMPLATES
from pipeline.problems import Problems
from pipeline.rendering import TemplateFault
from pipeline.rendering.compile import check
from pipeline.rendering.review import reviewed
from pipeline.report import Wanted, report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
FAULTY = (p("{{ cum.tem }} và {{ cum.teen }}"), tbl([1], [tc("{%tr for dv in cum.don_vi %}")], [tc("{{ dv.tem }}")]))


class Command:
    """Runs commands in a folder of its own."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        self._capsys.readouterr()
        code = run(("templates", *arguments))
        output = self._capsys.readouterr()
        return code, output.out, output.err

    def own(self, name: str, content: bytes) -> Path:
        """A template of a dossier's own."""
        path = self.folder / "inputs" / "cum-9" / "_mau" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    monkeypatch.chdir(tmp_path)
    return Command(tmp_path, capsys)


# --- templates check ----------------------------------------------------------------------------


def test_stock_templates_have_no_fault(command: Command) -> None:
    code, out, err = command("check")
    assert (code, out.count("templates_docx/")) == (0, len(KINDS))
    assert {line.split("  ")[0] for line in err.splitlines()} == {"LƯU Ý"}


def test_a_fault_is_one_line_with_its_place_and_its_way_out(command: Command) -> None:
    command.own("giao-uoc.docx", docx(*FAULTY, header=p("{{ cum.ten | hoo }}")))
    code, out, err = command("check")
    name = "cum-9/_mau/giao-uoc.docx"
    assert (code, f"{name}: 5 LỖI" in out) == (3, True)
    assert [line for line in err.splitlines() if name in line] == [
        f"LỖI  {name} › {said}. Sửa mẫu Word rồi chạy lại [MAU-01]"
        for said in (
            "thân văn bản › đoạn 1 › {{ cum.tem }}: không có trường “tem” trong “cum” (có phải “cum.ten”?)",
            "thân văn bản › đoạn 1 › {{ cum.teen }}: không có trường “teen” trong “cum” (có phải “cum.ten”?)",
            "thân văn bản › bảng 1, hàng 2, ô 1 › {{ dv.tem }}: không có trường “tem” trong “dv” (có phải “dv.ten”?)",
            "thân văn bản › bảng 1, hàng 1, ô 1 › {%tr for dv in cum.don_vi %}: thiếu thẻ đóng endfor cho thẻ này",
            "đầu trang › đoạn 1 › {{ cum.ten | hoo }}: không có bộ lọc tên là hoo",
        )
    ]


def test_findings_for_machines_have_all_their_keys(command: Command) -> None:
    file = command.own("to-trinh.docx", docx(p("{{ de_nghi.tongg }}")))
    code, out, err = command("check", str(file), "--json")
    (found,) = json.loads(out)
    assert (code, err) == (3, "")
    assert found == {
        "level": "LỖI", "code": "MAU-01", "file": "cum-9/_mau/to-trinh.docx", "article": None,
        "place": "thân văn bản › đoạn 1", "text": "{{ de_nghi.tongg }}",
        "found": "không có trường “tongg” trong “de_nghi” (có phải “de_nghi.tong”?)", "expected": None,
        "remedy": "Sửa mẫu Word rồi chạy lại",
    }  # fmt: skip


def test_unused_fields_are_one_note_a_template(command: Command) -> None:
    file = command.own("bang-tong-hop-diem.docx", docx(p("{{ cum.ten }}")))
    code, _, err = command("check", str(file))
    assert (code, err.count("[MAU-02]")) == (0, 1)
    assert "cum.ten_gon" in err and ", hoi_nghi, xep_hang, " in err and "cum.ten," not in err


def test_a_file_of_no_kind_is_refused_with_the_nearest(command: Command) -> None:
    file = command.own("giao-ước.docx", docx(p("a")))
    code, out, err = command("check", str(file))
    assert (code, out) == (2, "")
    assert 'Không có loại văn bản "giao-ước". Có phải là: giao-uoc?' in err
    code, _, err = command("check")
    assert (code, "giao-ước.docx không phải tên một loại văn bản" in err, "[MAU-03]" in err) == (0, True, True)


def test_what_is_no_word_file_is_a_fault_of_the_file(command: Command) -> None:
    file = command.own("giao-uoc.docx", b"no zip")
    code, _, err = command("check", str(file), "--annotate")
    assert (code, "không phải là tệp Word" in err, "Không ghi nhận xét vào tệp này được" in err) == (3, True, True)
    assert [path.name for path in file.parent.iterdir()] == ["giao-uoc.docx"]


# --- the copy with comments -----------------------------------------------------------------------


def comments(content: bytes) -> list[str]:
    root = etree.fromstring(package.read(content)["word/comments.xml"])
    return ["".join(map(str, comment.itertext())).replace("\u200b", "") for comment in root]


def anchors(content: bytes) -> list[str]:
    """The words of the paragraph at which each comment stands."""
    root = etree.fromstring(package.read(content)["word/document.xml"])
    return ["".join(map(str, next(at.iterancestors(f"{W}p")).itertext())) for at in root.iter(f"{W}commentReference")]


def without_comments(content: bytes) -> dict[str, bytes]:
    """The parts as they would be had nobody commented."""
    parts = package.read(content)
    root = etree.fromstring(parts["word/document.xml"])
    for mark in [*root.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd"), *root.iter(f"{W}commentReference")]:
        gone = mark if mark.tag != f"{W}commentReference" else next(mark.iterancestors(f"{W}r"))
        gone.getparent().remove(gone)  # type: ignore[union-attr]  # it is below the body
    kept = {name: blob for name, blob in parts.items() if name not in ("word/comments.xml", "[Content_Types].xml")}
    return {**kept, "word/document.xml": etree.tostring(root, method="c14n")}


def test_a_copy_bears_a_comment_at_each_fault(command: Command) -> None:
    file = command.own("giao-uoc.docx", docx(*FAULTY, header=p("{{ cum.ten | hoo }}")))
    code, out, _ = command("check", str(file), "--annotate")
    copy = file.with_name("giao-uoc-loi.docx")
    assert (code, str(Path(*copy.parts[-4:])) in out) == (3, True)
    first = "{{ cum.tem }} và {{ cum.teen }}"
    assert sorted(anchors(copy.read_bytes())) == sorted([first, first, first, "{{ dv.tem }}", FAULTY_LOOP])
    assert comments(copy.read_bytes())[-1] == (
        "đầu trang › đoạn 1: {{ cum.ten | hoo }}: không có bộ lọc tên là hoo. Sửa xong thì xóa nhận xét này."
    )
    assert paragraphs(copy.read_bytes()) == paragraphs(file.read_bytes())


FAULTY_LOOP = "{%tr for dv in cum.don_vi %}"


def test_a_copy_is_never_written_over_another(command: Command) -> None:
    file = command.own("giao-uoc.docx", docx(*FAULTY))
    file.with_name("giao-uoc-loi.docx").write_bytes(b"mine")
    code, _, err = command("check", "--annotate")
    assert (code, "Đã có sẵn, giữ nguyên: " in err, "[MAU-03]" in err) == (3, True, False)
    assert file.with_name("giao-uoc-loi.docx").read_bytes() == b"mine"


def test_a_copy_is_the_same_template_without_its_comments() -> None:
    for content in (docx(*FAULTY), (TEMPLATES / "to-trinh.docx").read_bytes()):
        faults, _ = check("mau.docx", content, {})
        copy = reviewed("mau.docx", content, faults)
        assert check("mau.docx", copy, {})[0] == faults
        parts = without_comments(copy)
        original = package.read(content)
        assert parts["word/document.xml"] == etree.tostring(
            etree.fromstring(original["word/document.xml"]), method="c14n"
        )
        same = [name for name in original if not name.endswith((".rels", "document.xml", "Types].xml"))]
        assert [name for name in same if parts[name] != original[name]] == []
        assert reviewed("mau.docx", content, faults) == copy


def test_comments_that_are_there_stay(tmp_path: Path) -> None:
    old = f'<w:comments {NAMESPACE}><w:comment w:id="7" w:author="Chị Hoa">{p("Xem lại")}</w:comment></w:comments>'
    content = docx(*FAULTY)
    parts = package.read(content)
    types = parts["[Content_Types].xml"].decode()
    parts["[Content_Types].xml"] = types.replace(
        "</Types>", f'<Override PartName="/word/comments.xml" ContentType="{COMMENTS}"/></Types>'
    ).encode()
    relations = parts["word/_rels/document.xml.rels"].decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    parts["word/_rels/document.xml.rels"] = relations.replace(
        "</Relationships>", f'<Relationship Id="old" Type="{kind}" Target="comments.xml"/></Relationships>'
    ).encode()
    parts["word/comments.xml"] = old.encode()
    content = package.write(parts)
    faults, _ = check("mau.docx", content, {})
    copy = reviewed("mau.docx", content, faults)
    root = etree.fromstring(package.read(copy)["word/comments.xml"])
    assert [comment.get(f"{W}id") for comment in root] == ["7", *(str(8 + at) for at in range(len(faults)))]
    assert {comment.get(f"{W}author") for comment in root} == {"Chị Hoa", "Kiểm tra"}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_a_copy_opens_with_its_comments(tmp_path: Path) -> None:
    faults, _ = check("mau.docx", docx(*FAULTY), {})
    (tmp_path / "mau.docx").write_bytes(reviewed("mau.docx", docx(*FAULTY), faults))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "fodt",
         "--outdir", tmp_path, tmp_path / "mau.docx"],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    opened = (tmp_path / "mau.fodt").read_text("utf-8")
    assert opened.count("<office:annotation ") == opened.count("<dc:creator>Kiểm tra") == len(faults)


def test_a_fault_in_a_text_box_is_marked_at_the_paragraph_that_holds_it() -> None:
    box = f"<w:p><w:r><w:t>Ngoài</w:t><w:pict><w:txbxContent>{p('{{ x }}')}</w:txbxContent></w:pict></w:r></w:p>"
    faults, _ = check("mau.docx", docx(box), {})
    assert anchors(reviewed("mau.docx", docx(box), faults)) == ["Ngoài{{ x }}"]


def test_what_may_be_no_template_is_not_copied() -> None:
    with pytest.raises(TemplateFault):
        reviewed("mau.docx", docx(p("a"), extra={"word/vbaProject.bin": "x"}), [])


# --- templates fields ---------------------------------------------------------------------------


def test_the_fields_of_a_kind_are_listed_with_what_they_hold(command: Command) -> None:
    code, out, _ = command("fields", "giao-uoc")
    lines = {" ".join(line.split()) for line in out.splitlines()}
    assert (code, out.startswith("Các trường của bản giao ước thi đua (giao-uoc)\n")) == (0, True)
    assert {"cum.ten tên đầy đủ của cụm, khối", "cum.don_vi các đơn vị thành viên (danh sách)",
            ".ten_ngan tên viết tắt, không có thì tên đầy đủ", "[…] từng hàng (danh sách)",
            "muc.thang_diem thang điểm", "muc.thang_diem.tieu_de mục có dòng tiêu đề riêng",
            "bang.dang_ky đăng ký danh hiệu"} <= lines  # fmt: skip
    says = [line.find(words) for line in out.splitlines() for words in ("các đơn vị thành viên (", "số thứ tự")]
    assert len({at for at in says if at >= 0}) == 1


def test_the_fields_of_no_kind_are_refused_with_the_nearest(command: Command) -> None:
    code, out, err = command("fields", "giao-uok")
    assert (code, out, "Có phải là: giao-uoc?" in err) == (2, "", True)


# --- a report -----------------------------------------------------------------------------------


def test_a_report_says_every_fault_of_a_template_even_where_no_data_lead(tmp_path: Path) -> None:
    inputs = dossier(tmp_path / "inputs")
    own = inputs / FOLDER / "_mau" / "giao-uoc.docx"
    own.parent.mkdir()
    own.write_bytes(docx(p("{% if hoi_nghi.vang %}{{ cum.tem }}{% endif %}"), p("{{ ky.namm }}")))
    outcome = report(dossiers(inputs, Problems())[0], Wanted(tmp_path / "outputs"))
    found = [problem for problem in outcome.problems if problem.code == "MAU-01"]
    assert {(problem.place.file, problem.found) for problem in found} == {
        (f"{FOLDER}/_mau/giao-uoc.docx", "“giao-uoc.docx”")
    }
    assert [name for name in ("tem", "namm") for one in found if f"không có trường “{name}”" in one.message] == [
        "tem", "namm",
    ]  # fmt: skip
    assert outcome.faulty and "giao-uoc" not in {document.kind for document in outcome.documents}
