"""The score table in Word and Excel: rows that add up, columns that say how, signs that are explained."""

from __future__ import annotations

import io
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
from clusters import fields, printed
from dossiers import Reading, plain
from hypothesis import given, settings
from hypothesis import strategies as st
from other_clusters import OTHERS, write
from papers import Run, dossier_of, number, run
from score_sheets import SCORING, UNITS, scored, wide
from test_rules_of_points import CRITERIA, PARTIAL, POINTS, RULES, TIED, TWO_SETS, VOTES, of_kinds, ruled
from workbooks_from_text import FOLDER, Sheet, dossier, sheet

from pipeline.documents.score_table import workbook
from pipeline.documents.source import Source

POLICE, JUSTICE, COURT, OFFICE, BAILIFFS = UNITS
HEAD = "Đơn vị | Nhiệm vụ chính trị | Phong trào thi đua | Hoạt động xã hội"


def table(reading: Reading) -> dict[str, Any]:
    """The fields of the table."""
    found: dict[str, Any] = fields("bang-tong-hop-diem", reading.cluster)["xep_hang"]
    return found


def row_of(reading: Reading, unit: str) -> dict[str, Any]:
    found: dict[str, Any] = next(row for row in table(reading)["dong"] if row["don_vi"] == unit)
    return found


def cells(reading: Reading, cached: bool = True) -> list[list[Any]]:
    """The rows of the workbook from its head on: as they were left, or the formulas."""
    content = workbook(Source(reading.cluster, "score table")).content
    return rows_of(content, cached)


def rows_of(content: bytes, cached: bool = True) -> list[list[Any]]:
    page = openpyxl.load_workbook(io.BytesIO(content), data_only=cached).worksheets[0]
    return [[cell.value for cell in row] for row in page.iter_rows(min_row=4)]


# --- a criterion that does not apply -----------------------------------------------------------------


def with_kad(folder: Path, typed: str, *rules: str) -> Reading:
    """A cluster in which a criterion of 10 points does not apply to one unit."""
    rows = [f"{unit} | 54 | 27 | {typed if unit == POLICE else '9'}" for unit in UNITS]
    return scored(folder, wide(HEAD, *rows), **{"Quy định": ruled(*rules), "Tiêu chí": CRITERIA})


@pytest.mark.parametrize("typed", ["KAD", "kad", "không áp dụng", "Không áp dụng"])
@pytest.mark.parametrize(("rules", "total"), [(("Tiêu chí không áp dụng | quy đổi",), 90), ((), 81)])
def test_a_criterion_that_does_not_apply_is_neither_missing_nor_zero(
    typed: str, rules: tuple[str, ...], total: int, tmp_path: Path
) -> None:
    """
    Thang điểm 100
    Đơn vị       | I (60) | II (30) | III (10) | Tổng | Tổng khi quy đổi
    Công an tỉnh | 54     | 27      | KAD      | 81   | 81 x 100 / 90 = 90
    Sở Tư pháp   | 54     | 27      | 9        | 90   | 90
    """
    reading = with_kad(tmp_path, typed, *rules)
    standing = reading.standing(POLICE)
    assert (plain(standing.total), standing.missing, reading.codes()) == (total, (), [])
    assert plain(reading.standing(JUSTICE).total) == 90
    assert [printed(cell) for cell in row_of(reading, POLICE)["nhom"]] == ["54", "27", "KAD"]
    assert "KAD: tiêu chí không áp dụng đối với đơn vị" in table(reading)["ghi_chu"]


def test_what_nobody_scored_is_still_missing(tmp_path: Path) -> None:
    reading = with_kad(tmp_path, "", "Tiêu chí không áp dụng | quy đổi")
    assert reading.standing(POLICE).missing == ("Hoạt động xã hội",)
    row = row_of(reading, POLICE)
    assert ([printed(cell) for cell in row["nhom"]], row["tong"], row["hang"]) == (["54", "27", "-"], "", "")
    assert table(reading)["ghi_chu"][0] == f"{POLICE} không xếp hạng (chưa chấm đủ điểm)"


DEEP = sheet("""
    Mã | Nội dung | Điểm tối đa
    I | Nhiệm vụ chính trị | 60
    1 | Hoàn thành chỉ tiêu | 40
    2 | Cải cách hành chính | 20
    II | Phong trào thi đua | 40
    """)


@pytest.mark.parametrize(
    ("self_", "appraised", "total", "missing"),
    [("KAD", "", 95, ()), ("15", "KAD", 95, ()), ("KAD", "16", 92, ()), ("15", "", None, ("Nhiệm vụ chính trị",))],
)
def test_points_given_win_over_what_is_said_not_to_apply(
    self_: str, appraised: str, total: int | None, missing: tuple[str, ...], tmp_path: Path
) -> None:
    """
    Mã | Nội dung            | Điểm tối đa | Tự chấm    | Thẩm định
    1  | Hoàn thành chỉ tiêu | 40          | 38         | 38
    2  | Cải cách hành chính | 20          | KAD        | (trống: không áp dụng, 16: là 16 điểm)
    II | Phong trào thi đua  | 40          | 38         | 38
    Tổng khi quy đổi: 76 x 100 / 80 = 95; với 16 điểm: 92
    """
    blocks = [
        line
        for unit in UNITS
        for line in (f"{unit} | | |", "1 | Hoàn thành chỉ tiêu | 38 | 38",
                     f"2 | Cải cách hành chính | {self_} | {appraised}", "II | Phong trào thi đua | 38 | 38")
    ]  # fmt: skip
    content = wide(
        "Mã | Nội dung | Tự chấm | Thẩm định", *(line if "|" in line[:5] else f" | {line}" for line in blocks)
    )
    rules = ruled("Tiêu chí không áp dụng | quy đổi")
    reading = scored(tmp_path, content, **{"Quy định": rules, "Tiêu chí": DEEP})
    standing = reading.standing(JUSTICE)
    assert (plain(standing.total), standing.missing) == (total, missing), reading.said()


# --- rows that add up --------------------------------------------------------------------------------


def converted(folder: Path) -> Reading:
    """Three groups, one of which does not apply to most units, with bonus and deduction."""
    rows = [f"{u} | 54 | 27 | {'9' if u == JUSTICE else ''} | {at} | 1" for at, u in enumerate(UNITS)]
    head = "Đơn vị | Nhiệm vụ chính trị | Phong trào thi đua | Thu ngân sách | Điểm thưởng | Điểm trừ"
    rules = ruled("Tiêu chí không áp dụng | quy đổi")
    return scored(folder, wide(head, *rows), **{"Quy định": rules, "Tiêu chí": PARTIAL, "Đơn vị": of_kinds()})


def test_converted_points_have_a_column_and_the_total_is_made_of_it(tmp_path: Path) -> None:
    """
    Đơn vị       | I  | II | III | Quy đổi | Thưởng | Trừ | Tổng
    Sở Tư pháp   | 54 | 27 | 9   | 90      | 1      | 1   | 90
    Cục THADS    | 54 | 27 | KAD | 90      | 4      | 1   | 93
    """
    reading = converted(tmp_path)
    found = table(reading)
    assert (found["co_quy_doi"], found["cot"]["quy_doi"], found["cot"]["tong"]) == (True, "(6)", "(9)=(6)+(7)-(8)")
    for row in found["dong"]:
        parts = [Decimal(row[name].value) for name in ("quy_doi", "thuong", "tru")]
        assert parts[0] + parts[1] - parts[2] == row["tong"].value
    assert printed(found["ghi_chu"][-1]) == "điểm quy đổi tính theo thang điểm 100"


def test_the_workbook_converts_by_formulas(tmp_path: Path) -> None:
    (head, *rows), formulas = cells(converted(tmp_path)), cells(converted(tmp_path), cached=False)
    assert head[2:] == ["Nhiệm vụ chính trị", "Phong trào thi đua", "Thu ngân sách", "Điểm quy đổi", "Điểm thưởng",
                        "Điểm trừ", "Tổng điểm", "Xếp thứ"]  # fmt: skip
    assert rows[0][1:] == [BAILIFFS, 54, 27, "KAD", 90, 4, -1, 93, 1]
    assert formulas[1][5:] == ["=ROUND(SUM(C5:E5)*100/90,0)", 4, -1, "=SUM(F5:H5)", "=RANK(I5,$I$5:$I$9)"]
    assert next(row for row in formulas if row[1] == JUSTICE)[5] == "=SUM(C8:E8)"


def test_a_total_kept_within_the_scale_says_so(tmp_path: Path) -> None:
    rows = [f"{u} | 60 | 29 | 9 | {at}" for at, u in enumerate(UNITS)]
    rules = ruled("Điểm thưởng tính ngoài thang | không")
    reading = scored(tmp_path, wide(POINTS, *rows), **{"Quy định": rules, "Tiêu chí": CRITERIA})
    assert row_of(reading, BAILIFFS)["ghi_chu"] == "tổng điểm không quá thang điểm"
    assert row_of(reading, JUSTICE)["ghi_chu"] == ""
    assert sorted(row[7] for row in cells(reading, cached=False)[1:]) == [
        "=MIN(SUM(C6:G6),100)", "=MIN(SUM(C7:G7),100)", "=SUM(C5:G5)", "=SUM(C8:G8)", "=SUM(C9:G9)",
    ]  # fmt: skip


# --- two sets of criteria ----------------------------------------------------------------------------


def test_two_sets_share_the_columns_of_one_name(tmp_path: Path) -> None:
    """
    Đơn vị       | Nhiệm vụ chuyên môn (70) | Phong trào (30 hoặc 20) | Chiến đấu, trật tự (80) | Tổng
    Công an tỉnh | KAD                      | 19                      | 77                      | 96
    Sở Tư pháp   | 67                       | 28                      | KAD                     | 95
    """
    rows = [f"{unit} | 38 | 29 | | | 28" for unit in UNITS[1:]]
    content = wide("Đơn vị | Tiến độ | Chất lượng | Trực sẵn sàng | Tuần tra | Phong trào",
                   "Công an tỉnh | | | 48 | 29 | 19", *rows)  # fmt: skip
    reading = scored(tmp_path, content, **{"Quy định": RULES, "Tiêu chí": TWO_SETS, "Đơn vị": of_kinds()})
    columns = [(column["ten"], printed(column["toi_da"])) for column in table(reading)["nhom"]]
    assert columns == [("Nhiệm vụ chuyên môn", "70"), ("Phong trào", "30 hoặc 20"), ("Chiến đấu, trật tự", "80")]
    assert [printed(cell) for cell in row_of(reading, POLICE)["nhom"]] == ["KAD", "19", "77"]
    assert [printed(cell) for cell in row_of(reading, JUSTICE)["nhom"]] == ["67", "28", "KAD"]
    assert table(reading)["cot"]["tong"] == "(6)=(3)+…+(5)"
    assert cells(reading)[1][2:5] == ["KAD", 19, 77]


# --- ties --------------------------------------------------------------------------------------------


def tied(folder: Path, *rules: str) -> Reading:
    """Three units of 97 points behind one of 99."""
    sheets = {"Quy định": ruled(*rules), "Tiêu chí": CRITERIA, "Bỏ phiếu": sheet(VOTES)}
    return scored(folder, wide(POINTS, *TIED), **sheets)


@pytest.mark.parametrize(
    ("rules", "notes"),
    [
        (("Đồng hạng | điểm thưởng",), ["bằng điểm, xếp theo điểm thưởng"] * 3),
        (("Đồng hạng | phiếu",), ["bằng điểm, xếp theo phiếu"] * 3),
        (("Đồng hạng | Nhóm II; điểm thưởng",),
         ["bằng điểm, xếp theo điểm Phong trào thi đua, rồi điểm thưởng"] * 2 +
         ["bằng điểm, xếp theo điểm Phong trào thi đua"]),
        (("Đồng hạng | cùng hạng",), ["", "", ""]),
    ],
)  # fmt: skip
def test_what_parted_a_tie_is_told_in_its_rows(rules: tuple[str, ...], notes: list[str], tmp_path: Path) -> None:
    reading = tied(tmp_path, *rules)
    assert [row["ghi_chu"] for row in table(reading)["dong"]] == ["", *notes, ""]


def test_a_shared_rank_is_told_under_the_table(tmp_path: Path) -> None:
    (note,) = table(tied(tmp_path))["ghi_chu"]
    assert printed(note) == "Công an tỉnh, Sở Tư pháp và Cục Thi hành án dân sự tỉnh đồng xếp thứ Nhì"


@pytest.mark.parametrize("rule", ["điểm thưởng", "phiếu", "Nhóm II; Tiêu chí III"])
def test_a_rank_that_a_rule_or_a_vote_decided_stands_as_it_is(rule: str, tmp_path: Path) -> None:
    reading = tied(tmp_path, f"Đồng hạng | {rule}")
    ranks = [row[8] for row in cells(reading, cached=False)[1:]]
    assert [rank if isinstance(rank, int) else "=" for rank in ranks] == ["=", 2, 3, 4, "="]
    assert [row[8] for row in cells(reading)[1:]] == [1, 2, 3, 4, 5]


def test_the_ranks_of_the_meeting_stand_as_they_are_and_the_table_says_whose_they_are(tmp_path: Path) -> None:
    cases = sheet(f"""
        Tên | Xếp thứ
        {COURT} | 2
        {JUSTICE} | 1
        """)
    reading = scored(
        tmp_path, wide(POINTS, *TIED),
        **{"Quy định": RULES.swapped("theo điểm", "theo biên bản"), "Tiêu chí": CRITERIA, "Đề nghị": cases},
    )  # fmt: skip
    assert [row[8] for row in cells(reading, cached=False)[1:]] == [1, 2, "", "", ""]
    assert table(reading)["ghi_chu"][0] == "thứ hạng theo kết quả bình xét tại Hội nghị"


def test_a_barred_unit_at_the_top_is_ranked_and_not_proposed(tmp_path: Path) -> None:
    """Tòa án nhân dân tỉnh, 99 điểm, xếp thứ 1, không xét khen thưởng."""
    lines = (f"{at} | {u} | {'đang kiểm tra' if u == COURT else ''}" for at, u in enumerate(UNITS, 1))
    units = "\n".join(("STT | Tên đơn vị | Không xét khen thưởng", *lines))
    sheets = {"Quy định": RULES, "Tiêu chí": CRITERIA, "Đơn vị": Sheet(units)}
    reading = scored(tmp_path, wide(POINTS, *TIED), **sheets)
    first = table(reading)["dong"][0]
    assert (first["don_vi"], printed(first["hang"]), first["ghi_chu"]) == (COURT, "1", "không đề nghị khen thưởng")
    assert "đang kiểm tra" not in str(cells(reading))


# --- other readers -----------------------------------------------------------------------------------


THOUSAND = sheet("""
    Mã | Nội dung | Điểm tối đa | Loại
    I | Phát triển kinh tế | 150 |
    II | Thu ngân sách | 100 |
    III | Giáo dục, y tế | 150 |
    IV | Giảm nghèo, việc làm | 100 |
    V | Cải cách hành chính | 100 |
    VI | Quốc phòng, an ninh | 150 |
    VII | Xây dựng Đảng, chính quyền | 150 |
    VIII | Công tác thi đua, khen thưởng | 100 |
    IX | Điểm thưởng | 50 | thưởng
    """)
MAXIMA = (150, 100, 150, 100, 100, 150, 150, 100)


def of_thousand(folder: Path, points: list[list[int]]) -> Run:
    """The papers of a cluster scored out of 1.000 in eight groups, a quarter of a point being the least."""
    names = [line.split(" | ")[1] for line in THOUSAND.text.split("\n")[1:-1]]
    rows = [
        " | ".join((unit, *(str(Decimal(min(n, 4 * most)) / 4) for n, most in zip(own, (*MAXIMA, 50), strict=True))))
        for unit, own in zip(UNITS, points, strict=True)
    ]
    sheets = {name: None for name in ("Chấm điểm", "Tiêu chí", "Quy định")} | {
        "Chấm điểm": wide(" | ".join(("Đơn vị", *names, "Điểm thưởng")), *rows), "Tiêu chí": THOUSAND,
        "Quy định": sheet('Quy định | Giá trị\nThang điểm | "1.000"\nĐiểm thưởng tối đa | 50'),
    }  # fmt: skip
    chosen = {**SCORING, **sheets}
    return run(
        dossier_of(dossier(folder / "inputs", **chosen), FOLDER), folder / "outputs", only=("bang-tong-hop-diem",)
    )


QUARTERS = st.lists(st.integers(0, 600), min_size=9, max_size=9)


def companion(made: Run) -> bytes:
    (file,) = made.folder.glob("bang-tong-hop-diem-*.xlsx")
    return file.read_bytes()


def of_others(folder: Path) -> dict[str, Run]:
    """The score tables of the clusters unlike the samples."""
    found = {of.folder: dossier_of(write(folder / "vao", of), of.folder) for of in OTHERS}
    return {name: run(of, folder / "ra", only=("bang-tong-hop-diem",)) for name, of in found.items()}


def test_both_tables_of_every_cluster_say_the_same_before_anything_is_counted_anew(tmp_path: Path) -> None:
    for name, made in of_others(tmp_path).items():
        (table,) = made.paper("bang-tong-hop-diem").tables()
        at = table[0].cells.index("Tổng điểm")
        said = [(row.cells[1], number(row.cells[at]), number(row.cells[at + 1])) for row in table[2:]]
        head, *rows = rows_of(companion(made))
        at = head.index("Tổng điểm")
        assert said == [(row[1], Decimal(str(row[at])), Decimal(row[at + 1])) for row in rows], name


@settings(max_examples=5, deadline=None)
@given(st.lists(QUARTERS, min_size=5, max_size=5))
def test_every_printed_total_is_that_of_an_independent_recount(points: list[list[int]]) -> None:
    """Recounted from the typed cells by another reader, for random points out of 1.000 in eight groups."""
    with TemporaryDirectory() as folder:
        made = of_thousand(Path(folder), points)
        (book,) = (Path(folder) / "inputs" / FOLDER).glob("*.xlsx")
        typed = openpyxl.load_workbook(book)["Chấm điểm"].iter_rows(min_row=2, values_only=True)
        recount = {row[0]: sum(Decimal(str(cell or 0)) for cell in row[1:]) for row in typed}
        (table,) = made.paper("bang-tong-hop-diem").tables()
        printed_totals = {
            line.cells[1]: Decimal(line.cells[-2].replace(".", "").replace(",", ".")) for line in table[2:]
        }
        left = {row[1]: row[-2] for row in rows_of(companion(made))[1:]}
    assert printed_totals == recount == {name: Decimal(str(value)) for name, value in left.items()}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_another_program_counts_the_same_as_what_was_left_in_the_cells(tmp_path: Path) -> None:
    """Each formula of the workbooks counted anew: with eight groups, converted, cut at the scale."""
    contents = {
        "tam-nhom": companion(of_thousand(tmp_path / "1", [[100 * n + k for k in range(9)] for n in range(5)])),
        "quy-doi": workbook(Source(converted(tmp_path / "2").cluster, "score table")).content,
        "bang-diem": workbook(Source(tied(tmp_path / "3", "Đồng hạng | phiếu").cluster, "score table")).content,
        **{name: companion(made) for name, made in of_others(tmp_path / "4").items()},
    }
    for name, content in contents.items():
        (tmp_path / f"{name}.xlsx").write_bytes(without_values(content))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir",
               str(tmp_path / "out"), *(str(tmp_path / f"{name}.xlsx") for name in contents)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    for name, content in contents.items():
        again = rows_of((tmp_path / "out" / f"{name}.xlsx").read_bytes())
        assert [[cell or "" for cell in row] for row in again] == [
            [c or "" for c in row] for row in rows_of(content)
        ], name


def without_values(content: bytes) -> bytes:
    """The same workbook with its formulas alone, so that nothing counted before is left in it."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    stored = io.BytesIO()
    book.save(stored)
    return stored.getvalue()
