"""What is sent twice: a workbook under two names, a new version beside the old one, a row in two workbooks."""

from __future__ import annotations

import shutil
from pathlib import Path

from dossiers import Reading, read
from workbooks_from_text import FOLDER, GOOD, book, dossier, sheet

PASSAGES = GOOD["Nội dung"]


def beside(folder: Path, **sheets: object) -> Reading:
    """The good dossier with a second workbook of these sheets."""
    inputs = dossier(folder)
    book(inputs / FOLDER / "Sổ thứ hai.xlsx", sheets)  # type: ignore[arg-type]
    return Reading(inputs)


def test_a_workbook_under_two_names_is_said_once_a_sheet(tmp_path: Path) -> None:
    inputs = dossier(tmp_path)
    file = next((inputs / FOLDER).iterdir())
    shutil.copy(file, file.with_name("Sổ gửi lại.xlsx"))
    reading = Reading(inputs)
    said = reading.said("HS-05")
    assert len(said) == len(GOOD) - 2  # "Thông tin" and "Quy định" may stand in every workbook
    assert reading.codes() == ["HS-05"] * len(said)
    assert said[1] == (
        f"LỖI  {FOLDER}/Sổ gửi lại.xlsx › Chấm điểm: trang này được gửi hai lần: cũng có ở "
        f"{FOLDER}/{file.name} › Chấm điểm; nội dung giống hệt nhau. Giữ một sổ, chuyển sổ kia ra khỏi thư mục [HS-05]"
    )


def test_a_new_version_beside_the_old_one_names_the_cells_that_differ(tmp_path: Path) -> None:
    changed = GOOD["Chấm điểm"].swapped("36 | 18 | 27", "36 | 17 | 27")
    reading = beside(tmp_path, **{"Chấm điểm": changed})
    assert "khác nhau ở ô D5" in reading.only("HS-05").message
    assert reading.codes() == ["HS-05"]


def test_part_of_a_sheet_again_in_another_workbook_is_a_version_too(tmp_path: Path) -> None:
    part = sheet("""
        STT | Đơn vị | Hình thức | Cấp | Tập thể | Cá nhân
        1 | Sở Tư pháp | Giấy khen | cơ sở | 6 | 33
        """)
    assert "khác nhau ở ô F2" in beside(tmp_path, **{"Khen thưởng": part}).only("HS-05").message


def test_the_same_forms_of_another_unit_are_no_version(tmp_path: Path) -> None:
    """
    Đơn vị: Sở Tư pháp   |  in one workbook, "Đơn vị: Công an tỉnh" in the other, the same lines below
    """
    text = """
        Đơn vị: {unit}
        Hình thức | Cấp | Tập thể | Cá nhân
        Giấy khen | cơ sở | 6 | 33
        """
    inputs = dossier(tmp_path, **{"Khen thưởng": None})
    for unit in ("Sở Tư pháp", "Công an tỉnh"):
        book(inputs / FOLDER / f"{unit}.xlsx", {"Khen thưởng": text.format(unit=unit)})
    assert not Reading(inputs).said("HS-05", "DV-07")


def test_a_paragraph_in_two_workbooks_is_refused_naming_both_places(tmp_path: Path) -> None:
    more = "8 | Kết quả | Sở Tư pháp | Sở Tư pháp hoàn thành 100% kế hoạch."
    again = sheet("STT | Mục | Đơn vị | Nội dung").grown(PASSAGES.text.split("\n")[2], more)
    reading = beside(tmp_path, **{"Nội dung": again})
    problem = reading.only("DV-07")
    assert (problem.place.cell, problem.place.file) == ("B2", f"{FOLDER}/Sổ thứ hai.xlsx")
    assert "Các đơn vị đã kiện toàn Hội đồng thi đua" in problem.found
    assert "› Nội dung › B3," in problem.message


def test_a_row_twice_on_one_sheet_is_kept_with_a_warning(tmp_path: Path) -> None:
    twice = GOOD["Xã hội, từ thiện"].grown("3 | Sở Tư pháp | Ủng hộ Quỹ vì người nghèo | 15000000 | | | Hộ nghèo |")
    reading = read(tmp_path, **{"Xã hội, từ thiện": twice})
    assert reading.codes() == ["DV-08"]
    assert len(reading.cluster.contributions) == 3


def test_the_points_of_another_stage_for_the_same_criteria_are_no_version(tmp_path: Path) -> None:
    """
    Công an tỉnh.xlsx: STT | Nội dung | Điểm tối đa | Tự chấm      Cụm.xlsx: … | Thẩm định
    """
    inputs = dossier(tmp_path, **{"Chấm điểm": None})
    for stage, points in (("Tự chấm", "38"), ("Thẩm định", "37")):
        text = f"""
            Đơn vị: Công an tỉnh
            STT | Nội dung | Điểm tối đa | {stage}
            1 | Hoàn thành chỉ tiêu | 40 | {points}
            """
        book(inputs / FOLDER / f"{stage}.xlsx", {"Chấm điểm": text})
    assert not Reading(inputs).said("HS-05", "DV-07", "DV-08")
