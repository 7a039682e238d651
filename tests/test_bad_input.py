"""Bad input: one line that names the file, the sheet and the cell; the papers that do not need it are made.

Every case is read, made and published as an office's own dossier is. Nothing typed is ever altered.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from workbooks_from_text import FILE, FOLDER, GOOD, Sheet, book, dossier, sheet

from pipeline.dossier import dossiers
from pipeline.problems import Problems
from pipeline.report import Outcome, Wanted, report

ALL = {
    "bao-cao-tong-ket", "giao-uoc", "to-trinh", "bien-ban-binh-xet", "bang-tong-hop-diem", "bien-ban-kiem-phieu",
    "thong-bao-xep-hang", "tom-tat-thanh-tich", "bao-cao-thanh-tich",
}  # fmt: skip
STATISTICS = "thong-ke-khen-thuong"
"""They would say no more than the report."""
REPORT, PLEDGE, TALLY = {"bao-cao-tong-ket"}, {"giao-uoc"}, {"bien-ban-kiem-phieu"}
SCORED = {"to-trinh", "bien-ban-binh-xet", "bang-tong-hop-diem"}
BOOK = f"{FOLDER}/{FILE}"
PASSWORD = bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage\0".encode("utf-16-le") * 64


@dataclass(frozen=True)
class Bad:
    """What is wrong, the one line that says so, and the kinds that are made all the same."""

    lines: tuple[str, ...]
    made: set[str]
    sheets: dict[str, Sheet | str | None] = field(default_factory=dict)
    also: Callable[[Path], object] = lambda folder: None


def changed(name: str, old: str, new: str) -> dict[str, Sheet | str | None]:
    return {name: GOOD[name].swapped(old, new)}


def file(name: str, content: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_bytes(content)


BAD = {
    "a missing sheet that papers need": Bad(
        (f"LỖI  {BOOK}: chưa có trang “Đơn vị” với danh sách đơn vị thành viên.",), set(), {"Đơn vị": None}),
    "a missing sheet that one paper needs": Bad(
        (f"LƯU Ý  {BOOK}: không lập bản giao ước thi đua: ",), ALL - PLEDGE, {"Giao ước": None}),
    "no sheet of information": Bad(
        tuple(f"LỖI  chưa có mục “{key}”." for key in ("Tên cụm", "Loại", "Kỳ", "Năm")), set(), {"Thông tin": None}),
    "an unknown unit": Bad(
        (f"LỖI  {BOOK} › Khen thưởng › B4: không có đơn vị “Sở Tư páp” trong danh sách; tên gần nhất: Sở Tư pháp.",),
        ALL - REPORT, changed("Khen thưởng", "Sở Tư pháp", "Sở Tư páp")),
    "text in a number column": Bad(
        (f"LỖI  {BOOK} › Khen thưởng › F4: “ba hai” không phải là số.",),
        ALL - REPORT, changed("Khen thưởng", "| 6 | 32", "| 6 | ba hai")),
    "a score over its maximum": Bad(
        (f"LỖI  {BOOK} › Chấm điểm › C4: điểm 41 vượt điểm tối đa 40 của tiêu chí “1. Hoàn thành chỉ tiêu”.",),
        PLEDGE | TALLY, changed("Chấm điểm", "Sở Tư pháp | 40", "Sở Tư pháp | 41")),
    "a duplicate unit": Bad(
        (f"LỖI  {BOOK} › Đơn vị › C9: đơn vị “CÔNG AN TỈNH” đã có ở {BOOK} › Đơn vị › C4.",),
        set(), {"Đơn vị": GOOD["Đơn vị"].grown("6 | | CÔNG AN TỈNH")}),
    "a count with a fraction": Bad(
        (f"LỖI  {BOOK} › Khen thưởng › F2: số đếm 3,211 không phải số nguyên, có thể mất dấu ngăn hàng nghìn.",),
        ALL - REPORT, changed("Khen thưởng", "| 12 | 45", "| 12 | 3,211")),
    "a formula never calculated": Bad(
        (f"LỖI  {BOOK} › Chấm điểm › D4: ô có công thức chưa được tính.",),
        PLEDGE | TALLY, changed("Chấm điểm", "Sở Tư pháp | 40 | 19,5", "Sở Tư pháp | 40 | =10+9")),
    "an error cell": Bad(
        (f"LỖI  {BOOK} › Giao ước › G4: ô báo lỗi #REF!.",),
        {"bang-tong-hop-diem", "to-trinh", "thong-bao-xep-hang"} | TALLY,
        changed("Giao ước", "| tăng | 96", "| tăng | #REF!")),
    "a corrupt file": Bad(
        (f"LỖI  {FOLDER}/Công an.xlsx: tệp bị hỏng hoặc bị cắt cụt",),
        PLEDGE | TALLY, {}, file("Công an.xlsx", b"PK\x03\x04" + bytes(2000))),
    "a file cut short": Bad(
        (f"LỖI  {FOLDER}/Công an.xlsx: tệp bị hỏng hoặc bị cắt cụt",), PLEDGE | TALLY, {},
        lambda folder: (folder / "Công an.xlsx").write_bytes((folder / FILE).read_bytes()[:9000])),
    "a password": Bad(
        (f"LỖI  {FOLDER}/Công an.xlsx: tệp có mật khẩu nên không đọc được.",), PLEDGE | TALLY, {},
        file("Công an.xlsx", PASSWORD)),
    "csv": Bad(
        (f"LỖI  {FOLDER}/điểm.csv: chưa đọc được tệp dạng .csv. Mở bằng Excel rồi chọn Lưu thành",), PLEDGE | TALLY, {},
        file("điểm.csv", "Đơn vị,Điểm\nCông an tỉnh,97".encode())),
    "an empty file": Bad(
        (f"LỖI  {FOLDER}/Công an.xlsx: tệp bị hỏng hoặc bị cắt cụt",), PLEDGE | TALLY, {}, file("Công an.xlsx", b"")),
    "a workbook sent twice": Bad(
        (f"LỖI  {FOLDER}/bản sao.xlsx › Khen thưởng › C3: đã ghi ở {BOOK} › Khen thưởng › E4, ở đây ghi lại “6”.",),
        ALL - REPORT, {},
        lambda folder: book(folder / "bản sao.xlsx", {"Khen thưởng": sheet("""
            Đơn vị: Sở Tư pháp
            Hình thức | Cấp | Tập thể
            Giấy khen | cơ sở | 6
            """)})),
    "a wrong date": Bad(
        (f"LỖI  {BOOK} › Căn cứ › D3: “31/2/2020” không phải ngày đầy đủ.",),
        ALL - REPORT - PLEDGE - {"to-trinh"}, changed("Căn cứ", "12/3/2020", "31/2/2020")),
}  # fmt: skip


def made(inputs: Path) -> Outcome:
    """The first dossier of a folder, reported beside it."""
    (first,) = dossiers(inputs, Problems())
    return report(first, Wanted(inputs.parent / "outputs"))


def hashes(folder: Path) -> dict[str, str]:
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


def test_a_good_dossier_gives_every_kind_of_its_period(tmp_path: Path) -> None:
    outcome = made(dossier(tmp_path / "inputs"))
    assert {document.kind for document in outcome.documents} == ALL
    assert [left.kind for left in outcome.left_out] == [STATISTICS]


@pytest.mark.parametrize("name", BAD)
def test_what_depends_on_it_is_left_out_and_the_rest_is_made(name: str, tmp_path: Path) -> None:
    bad = BAD[name]
    inputs = dossier(tmp_path / "inputs", **bad.sheets)
    bad.also(inputs / FOLDER)
    before = hashes(inputs)
    outcome = made(inputs)
    lines = [str(problem) for problem in outcome.problems]
    assert [line for line in bad.lines if not any(found.startswith(line) for found in lines)] == [], lines
    assert all("\n" not in line for line in lines)
    assert {document.kind for document in outcome.documents} == bad.made, (lines, outcome.left_out)
    assert hashes(inputs) == before


@pytest.mark.parametrize(
    ("name", "place"),
    [("a score over its maximum", f"{BOOK} › Chấm điểm › C4"), ("a corrupt file", f"{FOLDER}/Công an.xlsx")],
)
def test_a_kind_that_is_left_out_says_where_the_fault_lies(name: str, place: str, tmp_path: Path) -> None:
    inputs = dossier(tmp_path / "inputs", **BAD[name].sheets)
    BAD[name].also(inputs / FOLDER)
    outcome = made(inputs)
    left_out = [left for left in outcome.left_out if left.kind != STATISTICS]
    assert {left.kind for left in left_out} == ALL - BAD[name].made
    assert {left.why for left in left_out} == {f"còn LỖI ở {place}"}


def test_all_problems_of_a_run_are_said_never_only_the_first(tmp_path: Path) -> None:
    scores = (
        GOOD["Chấm điểm"].swapped("| 38 | 18 | 28", "| 41 | abc | 28").swapped("| 36 | 18 | 27", "| 36 | 18 | #N/A")
    )
    counts = GOOD["Khen thưởng"].swapped("| 6 | 32", "| 6,5 | -1")
    outcome = made(dossier(tmp_path / "inputs", **{"Chấm điểm": scores, "Khen thưởng": counts}))
    found = {(problem.place.sheet, problem.place.cell) for problem in outcome.problems.errors()}
    assert found == {
        ("Chấm điểm", "C3"), ("Chấm điểm", "D3"), ("Chấm điểm", "E5"), ("Khen thưởng", "E4"), ("Khen thưởng", "F4"),
    }  # fmt: skip


def test_a_formula_in_a_total_is_never_needed(tmp_path: Path) -> None:
    """A total is worked out anew, so that one without its value does not matter."""
    counts = GOOD["Khen thưởng"].swapped("82 | 493", "=SUM(E2:E7) | #REF!")
    inputs = dossier(tmp_path / "inputs", **{"Khen thưởng": counts})
    assert {document.kind for document in made(inputs).documents} == ALL


def test_a_dossier_without_a_readable_workbook_makes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "inputs" / FOLDER
    folder.mkdir(parents=True)
    (folder / "sổ.xlsx").write_bytes(PASSWORD)
    outcome = made(tmp_path / "inputs")
    assert (outcome.release, outcome.documents) == (None, ())
    assert str(next(iter(outcome.problems.errors()))).endswith("[HS-01]")
