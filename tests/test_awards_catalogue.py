"""The catalogue: what people type for an award, what the paper says, who decides it, who may receive it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from dossiers import read
from workbooks_from_text import GOOD, sheet

from pipeline.law.awards import Organiser, award, catalogue_order, ground, organiser, under
from pipeline.law.catalogue import CATALOGUE, DOSSIERS, LAWS
from pipeline.law.certainty import WORDS
from pipeline.vietnamese.text import bare

PROVINCE = organiser("tỉnh", "Thanh Hóa", "UBND tỉnh Thanh Hóa")
CITY = organiser("tỉnh", "Hải Phòng", "UBND thành phố Hải Phòng")
MINISTRY = organiser("bộ", None, "Bộ Công an")
SCHOOLS = organiser("ngành", "Thanh Hóa", "Sở Giáo dục và Đào tạo tỉnh Thanh Hóa")
NOBODY = Organiser(None, None)
CHAIRMAN = "Chủ tịch Ủy ban nhân dân tỉnh Thanh Hóa"
MAYOR = "Chủ tịch Ủy ban nhân dân thành phố Hải Phòng"
MINISTER = "Bộ trưởng Bộ Công an"
ALL, COLLECTIVE, PERSON = ("collective", "person", "household"), ("collective",), ("person",)


@pytest.mark.parametrize(
    ("of", "body", "head"),
    [
        (PROVINCE, "Ủy ban nhân dân tỉnh Thanh Hóa", CHAIRMAN), (CITY, "Ủy ban nhân dân thành phố Hải Phòng", MAYOR),
        (MINISTRY, "Bộ Công an", MINISTER),
        (organiser("ngành", None, "Liên đoàn Lao động"), "Liên đoàn Lao động", None),
        (organiser(None, None, None), None, None),
    ],
)  # fmt: skip
def test_who_organises_the_cluster(of: Organiser, body: str | None, head: str | None) -> None:
    assert (of.body, of.head) == (body, head)


@pytest.mark.parametrize(
    ("typed", "of", "name", "decider", "recipients"),
    [
        ("Cờ thi đua của UBND tỉnh", PROVINCE, "Cờ thi đua của Ủy ban nhân dân tỉnh Thanh Hóa", CHAIRMAN, COLLECTIVE),
        ("CỜ THI ĐUA CỦA UBND TỈNH", PROVINCE, "Cờ thi đua của Ủy ban nhân dân tỉnh Thanh Hóa", CHAIRMAN, COLLECTIVE),
        ("Cờ thi đua cấp tỉnh", PROVINCE, "Cờ thi đua của Ủy ban nhân dân tỉnh Thanh Hóa", CHAIRMAN, COLLECTIVE),
        ("Cờ thi đua của UBND tỉnh", SCHOOLS, "Cờ thi đua của Ủy ban nhân dân tỉnh Thanh Hóa", CHAIRMAN, COLLECTIVE),
        ("Bằng khen cấp tỉnh", SCHOOLS, f"Bằng khen của {CHAIRMAN}", CHAIRMAN, ALL),
        ("Cờ thi đua của UBND thành phố", CITY, f"Cờ thi đua của {CITY.body}", MAYOR, COLLECTIVE),
        ("Cờ thi đua của Bộ Công an", MINISTRY, "Cờ thi đua của Bộ Công an", MINISTER, COLLECTIVE),
        ("Cờ thi đua của Bộ Công an", PROVINCE, "Cờ thi đua của Bộ Công an", MINISTER, COLLECTIVE),
        ("Cờ thi đua cấp bộ", MINISTRY, "Cờ thi đua của Bộ Công an", MINISTER, COLLECTIVE),
        ("Cờ Chính phủ", PROVINCE, "Cờ thi đua của Chính phủ", "Chính phủ", COLLECTIVE),
        ("Bằng khen của Chủ tịch UBND tỉnh", PROVINCE, f"Bằng khen của {CHAIRMAN}", CHAIRMAN, ALL),
        ("Bằng khen UBND tỉnh", PROVINCE, f"Bằng khen của {CHAIRMAN}", CHAIRMAN, ALL),
        ("Bằng khen cấp tỉnh", CITY, f"Bằng khen của {MAYOR}", MAYOR, ALL),
        ("Bằng khen của Bộ Công an", MINISTRY, f"Bằng khen của {MINISTER}", MINISTER, ALL),
        ("Bằng khen của Bộ trưởng Bộ Công an", PROVINCE, f"Bằng khen của {MINISTER}", MINISTER, ALL),
        ("Bằng khen TTg", CITY, "Bằng khen của Thủ tướng Chính phủ", "Thủ tướng Chính phủ", ALL),
        ("Huân chương Lao động hạng Nhì", PROVINCE, "Huân chương Lao động hạng Nhì", "Chủ tịch nước", ALL),
        ("CSTĐ toàn quốc", MINISTRY, "Chiến sĩ thi đua toàn quốc", "Thủ tướng Chính phủ", PERSON),
        ("CSTĐ cấp tỉnh", PROVINCE, "Chiến sĩ thi đua cấp tỉnh", CHAIRMAN, PERSON),
        ("CSTĐ cấp bộ", MINISTRY, "Chiến sĩ thi đua cấp bộ", MINISTER, PERSON),
        ("TTLĐXS", PROVINCE, "Tập thể lao động xuất sắc", CHAIRMAN, COLLECTIVE),
        ("Đơn vị Quyết thắng", CITY, "Đơn vị quyết thắng", MAYOR, COLLECTIVE),
        ("LĐTT", PROVINCE, "Lao động tiên tiến", None, PERSON), ("Giấy khen", CITY, "Giấy khen", None, ALL),
        ("Cờ TĐ CP", PROVINCE, "Cờ thi đua của Chính phủ", "Chính phủ", COLLECTIVE),
        ("BK TTg", PROVINCE, "Bằng khen của Thủ tướng Chính phủ", "Thủ tướng Chính phủ", ALL),
        ("BK của CT UBND tỉnh", PROVINCE, f"Bằng khen của {CHAIRMAN}", CHAIRMAN, ALL),
        ("GK", PROVINCE, "Giấy khen", None, ALL), ("CSTĐ cấp cơ sở", CITY, "Chiến sĩ thi đua cơ sở", None, PERSON),
        ("Danh hiệu “Chiến sỹ thi đua cơ sở”", CITY, "Chiến sĩ thi đua cơ sở", None, PERSON),
        ("BK của Bộ Tài chính", PROVINCE, "Bằng khen của Bộ Tài chính", "Bộ trưởng Bộ Tài chính", ALL),
        ("HCLĐ hạng 3", PROVINCE, "Huân chương Lao động hạng Ba", "Chủ tịch nước", ALL),
        ("Huân chương Bảo vệ Tổ quốc hạng nhì", CITY, "Huân chương Bảo vệ Tổ quốc hạng Nhì", "Chủ tịch nước", ALL),
        ("Huy chương Chiến sĩ vẻ vang hạng Nhất", MINISTRY, "Huy chương Chiến sĩ vẻ vang hạng Nhất", "Chủ tịch nước",
         PERSON),
        ("Nghệ nhân ưu tú", PROVINCE, "Nghệ nhân ưu tú", "Chủ tịch nước", PERSON),
        ("Giải thưởng Hồ Chí Minh", PROVINCE, "Giải thưởng Hồ Chí Minh", "Chủ tịch nước", ALL),
        ("Cờ thi đua của Quân khu 4", PROVINCE, "Cờ thi đua của Quân khu 4", "Tư lệnh Quân khu 4", COLLECTIVE),
        ("Cờ thi đua của Bộ Tư lệnh Bộ đội Biên phòng", PROVINCE, "Cờ thi đua của Bộ Tư lệnh Bộ đội Biên phòng",
         "Tư lệnh Bộ Tư lệnh Bộ đội Biên phòng", COLLECTIVE),
        ("Cờ thi đua của Đại học Quốc gia Hà Nội", NOBODY, "Cờ thi đua của Đại học Quốc gia Hà Nội",
         "Giám đốc Đại học Quốc gia Hà Nội", COLLECTIVE),
        ("Cờ thi đua của UBND tỉnh Nghệ An", PROVINCE, "Cờ thi đua của UBND tỉnh Nghệ An", "Chủ tịch UBND tỉnh Nghệ An",
         COLLECTIVE),
        ("CSTĐ toàn quân", PROVINCE, "Chiến sĩ thi đua toàn quân", "Bộ trưởng Bộ Quốc phòng", PERSON),
        ("Xã tiêu biểu", PROVINCE, "Xã tiêu biểu", CHAIRMAN, COLLECTIVE),
        ("Thôn văn hóa", PROVINCE, "Thôn văn hóa", None, COLLECTIVE),
        ("Gia đình văn hóa", PROVINCE, "Gia đình văn hóa", None, ("household",)),
        ("Kỷ niệm chương “Bảo vệ an ninh Tổ quốc”", MINISTRY, "Kỷ niệm chương “Bảo vệ an ninh Tổ quốc”", None, PERSON),
        ("Huy hiệu của UBND tỉnh", PROVINCE, "Huy hiệu của Ủy ban nhân dân tỉnh Thanh Hóa", CHAIRMAN, PERSON),
    ],
)  # fmt: skip
def test_what_is_typed_and_what_it_means(
    typed: str, of: Organiser, name: str, decider: str | None, recipients: tuple[str, ...]
) -> None:
    found = award(typed, of)
    assert (found.name, found.decider, found.recipients) == (name, decider, recipients)
    assert found.level is not None


@pytest.mark.parametrize(
    ("typed", "of", "name"),
    [
        ("Bằng khen cấp bộ", PROVINCE, "Bằng khen cấp bộ"), ("Cờ thi đua cấp bộ", CITY, "Cờ thi đua cấp bộ"),
        ("CSTĐ cấp bộ", PROVINCE, "Chiến sĩ thi đua cấp bộ"), ("CSTĐ cấp tỉnh", MINISTRY, "Chiến sĩ thi đua cấp tỉnh"),
        ("Bằng khen cấp tỉnh", MINISTRY, "Bằng khen cấp tỉnh"), ("Bằng khen cấp tỉnh", NOBODY, "Bằng khen cấp tỉnh"),
        ("Cờ thi đua cấp bộ", NOBODY, "Cờ thi đua cấp bộ"),
    ],
)  # fmt: skip
def test_an_award_of_another_level_is_never_put_in_our_mouth(typed: str, of: Organiser, name: str) -> None:
    """A province does not sign what is "cấp bộ": the level is known, who decides is not."""
    found = award(typed, of)
    assert (found.name, found.level, found.decider) == (name, "ministry", None)


@pytest.mark.parametrize("of", [PROVINCE, CITY, MINISTRY, NOBODY])
def test_no_award_keeps_a_gap(of: Organiser) -> None:
    for entry in CATALOGUE:
        for typed in (entry.name, *entry.aliases):
            found = award(typed.format(body=of.body or "ai đó", head=of.head or "ai đó", unit="Quân khu 4"), of)
            assert "{" not in found.name + (found.decider or "")


@pytest.mark.parametrize(
    "typed",
    [
        "Cúp vàng",
        "Bằng khen",
        "Cờ thi đua",
        "Danh hiệu của năm",
        "Huy hiệu 30 năm tuổi Đảng",
        "Giải thưởng Môi trường",
        "BK",
    ],
)
def test_an_award_outside_the_catalogue_keeps_its_name(typed: str) -> None:
    found = award(typed, PROVINCE)
    assert (found.name, found.level, found.decider) == (typed, None, None)


def test_higher_awards_come_first() -> None:
    """Orders before the certificates of the Prime Minister, those before the province's; unknown ones last."""
    ranked = [
        "Huân chương Lao động",
        "Bằng khen của Thủ tướng Chính phủ",
        f"Bằng khen của {CHAIRMAN}",
        "Giấy khen",
        "Cúp vàng",
    ]
    assert sorted(reversed(ranked), key=catalogue_order) == ranked


# --- candidates -------------------------------------------------------------------------------------


def test_a_group_row_speaks_for_the_candidates_under_it(tmp_path: Path) -> None:
    """I. Cờ thi đua … above units, A. Tập thể / B. Cá nhân above names."""
    reading = read(
        tmp_path,
        **{
            "Đề nghị": sheet("""
        STT | Tên tập thể, cá nhân | Danh hiệu, hình thức
        I | Cờ thi đua của UBND tỉnh |
        1 | Sở Tư pháp |
        A | Tập thể |
        1 | Phòng Tham mưu | Bằng khen của Chủ tịch UBND tỉnh
        B | CÁ NHÂN |
        1 | Nguyễn Văn A | Bằng khen của Chủ tịch UBND tỉnh
        """)
        },
    )
    assert [(n.name, n.recipient, n.award.name[:9] if n.award else None) for n in reading.cluster.nominations] == [
        ("Sở Tư pháp", "collective", "Cờ thi đu"), ("Phòng Tham mưu", "collective", "Bằng khen"),
        ("Nguyễn Văn A", "person", "Bằng khen"),
    ]  # fmt: skip
    assert reading.codes() == []


def test_the_same_candidate_twice_for_one_award_counts_once(tmp_path: Path) -> None:
    """Under another spelling too; for another award, or of another office, it is another candidate."""
    rows = [
        "3 | | STP | Cờ thi đua của Ủy ban nhân dân tỉnh Hòa Bình",
        "4 | tập thể | Sở Tư pháp | Cờ thi đua của Chính phủ",
    ]
    assert read(tmp_path / "1", **{"Đề nghị": GOOD["Đề nghị"].grown(rows[0])}).codes() == ["DN-07"]
    assert read(tmp_path / "2", **{"Đề nghị": GOOD["Đề nghị"].grown(rows[1])}).codes() == []


def test_who_decides_may_be_typed(tmp_path: Path) -> None:
    nominations = GOOD["Đề nghị"].grown("3 | tập thể | Tòa án nhân dân tỉnh | Cúp vàng | Hội Luật gia Việt Nam")
    reading = read(tmp_path, **{"Đề nghị": nominations})
    last = reading.cluster.nominations[-1]
    assert last.award is not None
    assert (last.award.decider, reading.codes()) == ("Hội Luật gia Việt Nam", [])


# --- the two laws -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "day", "expected"),
    [
        ("Cờ thi đua của Chính phủ", date(2021, 12, 14), (1, 80, "RECALLED")),
        ("Cờ thi đua của Chính phủ", date(2025, 8, 20), (1, 80, "CONFIRMED")),
        ("CSTĐTQ", date(2025, 8, 20), (None, 90, "CONFIRMED")),
        ("Bằng khen TTg", date(2024, 3, 15), (5, 80, "RECALLED")),
        ("Bằng khen của UBND tỉnh", date(2024, 3, 15), (2, None, None)),
        ("Huân chương Lao động hạng Ba", date(2021, 1, 1), (5, 80, "RECALLED")),
        ("Xã tiêu biểu", date(2021, 12, 14), None), ("Xã tiêu biểu", date(2024, 3, 15), (None, None, None)),
        ("Cúp vàng", date(2024, 3, 15), None), ("Giấy khen", date(2003, 1, 1), None),
    ],
)  # fmt: skip
def test_what_the_law_of_a_day_says_of_an_award(
    typed: str, day: date, expected: tuple[int | None, int | None, str | None] | None
) -> None:
    found = under(typed, PROVINCE, day)
    votes = found.votes if found else None
    assert (found and (found.years, votes and votes.percent, votes and votes.certainty)) == expected


@pytest.mark.parametrize(
    ("typed", "day", "expected"),
    [
        ("Bằng khen của UBND tỉnh", date(2024, 3, 15), "Điều 72 Luật Thi đua, khen thưởng"),
        ("Bằng khen của Bộ trưởng Bộ Công an", date(2025, 8, 20), "Điều 72 Luật Thi đua, khen thưởng"),
        ("TTLĐXS", date(2024, 3, 15), "Điều 27 Luật Thi đua, khen thưởng"),
        ("Cờ Chính phủ", date(2024, 3, 15), "Điều 25 và khoản 1 Điều 78 Luật Thi đua, khen thưởng"),
        ("Bằng khen TTg", date(2024, 3, 15), "khoản 2 Điều 78 Luật Thi đua, khen thưởng"),
        ("Cờ thi đua của UBND tỉnh", date(2024, 3, 15), None), ("Bằng khen TTg", date(2021, 12, 14), None),
        ("Bằng khen TTg", date(2026, 10, 20), None), ("Gia đình văn hóa", date(2024, 3, 15), None),
        ("Cúp vàng", date(2024, 3, 15), None),
    ],
)  # fmt: skip
def test_only_articles_that_were_read_in_the_law_of_the_day_are_stated(
    typed: str, day: date, expected: str | None
) -> None:
    assert ground(typed, PROVINCE, day) == expected


def test_the_catalogue_is_told_with_its_certainty() -> None:
    columns = [one for entry in CATALOGUE for one in entry.laws if one is not None]
    assert {one.certainty for one in columns} == set(WORDS)
    assert [e.name for e in CATALOGUE if e.laws == (None, None) or len(e.laws) != len(LAWS)] == []
    assert [d.of for d in DOSSIERS if d.papers[0] != "tờ trình"] == []


def test_no_name_means_two_awards() -> None:
    names = [name for entry in CATALOGUE for name in (entry.name, *entry.aliases, *entry.members)]
    assert len({bare(name) for name in names}) == len(names)


# --- who may receive --------------------------------------------------------------------------------


def nominated(folder: Path, row: str) -> list[str]:
    """What is said of one candidate: Đối tượng | Tên | Danh xưng | Ngày sinh | Danh hiệu | Trạng thái | Cấp."""
    head = "Đối tượng | Tên | Danh xưng | Ngày sinh | Danh hiệu hoặc hình thức | Trạng thái | Cấp quyết định"
    reading = read(folder, **{"Đề nghị": sheet(head).grown(row), "Bỏ phiếu": None})
    return [f"{p.code} {p.place.cell}" for p in reading.problems if p.code.startswith("DN-")]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("cá nhân | Nguyễn Văn A | | | Cờ thi đua của UBND tỉnh", ["DN-04 E2"]),
        ("hộ | Nguyễn Văn A | | | Cờ thi đua của Chính phủ", ["DN-04 E2"]),
        (" | Nguyễn Văn A | Ông | | Cờ thi đua của UBND tỉnh", ["DN-04 E2"]),
        (" | Nguyễn Văn A | | 1980 | Tập thể lao động xuất sắc", ["DN-04 E2"]),
        ("cá nhân | Nguyễn Văn A | | | TTLĐXS | được tặng", ["DN-04 E2"]),
        ("tập thể | Sở Tư pháp | | | CSTĐ cơ sở | được tặng", ["DN-04 E2"]),
        (" | Sở Tư pháp | | | Lao động tiên tiến | được tặng", ["DN-04 E2"]),
        (" | STP | | | Chiến sĩ thi đua cấp tỉnh", ["DN-04 E2"]),
        ("tập thể | Phòng Tham mưu | | | Lao động tiên tiến | được tặng", ["DN-04 E2"]),
        ("cá nhân | Sở Tư pháp | | | CSTĐ cơ sở | được tặng", ["DN-40 A2", "DN-04 E2"]),
        ("cá nhân | Sở Tư pháp | | | Cờ thi đua của UBND tỉnh", ["DN-40 A2"]),
        ("tập thể | Nguyễn Văn A | Đồng chí | | Bằng khen của UBND tỉnh", ["DN-41 C2"]),
        ("tập thể | Gia đình ông A | | | Gia đình văn hóa | được tặng", ["DN-04 E2"]),
        ("cá nhân | Nguyễn Văn A | | | Cờ thi đua | được tặng", ["DN-01 E2", "DN-04 E2"]),
        ("tập thể | Sở Tư pháp | | | Kỷ niệm chương | được tặng", ["DN-42 E2"]),
        ("tập thể | Sở Tư pháp | | | Huân chương Dũng cảm", ["DN-42 E2"]),
        ("cá nhân | Nguyễn Văn A | Ông | 1980 | CSTĐ cơ sở | được tặng", []),
        ("hộ | Hộ ông Nguyễn Văn A | Ông | 1960 | Gia đình văn hóa | được tặng", []),
        ("tập thể | Sở Tư pháp | Đơn vị | | Huân chương Lao động hạng Ba", []),
        (" | Nguyễn Văn A | | | Lao động tiên tiến | được tặng", []),
        (" | Sở Tư pháp | | | Bằng khen của UBND tỉnh", []),
    ],
)  # fmt: skip
def test_an_award_for_others_is_said_at_its_cell(row: str, said: list[str], tmp_path: Path) -> None:
    assert nominated(tmp_path, row) == said


def test_the_cell_that_tells_who_it_is_about_is_named(tmp_path: Path) -> None:
    rows = ("Tên | Ngày sinh | Danh hiệu hoặc hình thức", "Nguyễn Văn A | 1980 | Cờ thi đua của UBND tỉnh")
    problem = read(tmp_path, **{"Đề nghị": sheet("\n".join(rows))}).only("DN-04")
    assert "không dành cho cá nhân (ô B2); chỉ dành cho tập thể" in problem.message


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("Cờ thi đua của Bộ Công an | 1 | 2", ["F9"]), ("Cờ thi đua | 1 | 2", ["F9"]), ("CSTĐ cơ sở | 3 | 4", ["E9"]),
        ("TTLĐXS | 3 | 1", ["F9"]), ("Cờ thi đua của Bộ Công an | 1 | 0", []), ("Bằng khen | 3 | 4", []),
        ("Kỷ niệm chương | 3 | 4", []), ("Huân chương Lao động hạng Ba | 3 | 4", []), ("Cúp vàng | 3 | 4", []),
    ],
)  # fmt: skip
def test_occasions_counted_for_others_are_said_at_their_cell(row: str, cells: list[str], tmp_path: Path) -> None:
    """STT | Đơn vị | Hình thức | Cấp | Tập thể | Cá nhân"""
    form, collective, person = row.split(" | ")
    grown = GOOD["Khen thưởng"].grown(f"7 | Sở Tư pháp | {form} | | {collective} | {person}")
    reading = read(tmp_path, **{"Khen thưởng": grown})
    assert [p.place.cell for p in reading.problems if p.code == "KT-40"] == cells


def test_a_share_of_votes_is_offered_until_the_regulation_has_one(tmp_path: Path) -> None:
    rules = GOOD["Quy định"].without("Tỷ lệ phiếu tối thiểu")
    problem = read(tmp_path / "1", **{"Quy định": rules}).only("DN-43")
    assert "từ 80% tổng số thành viên Hội đồng (chưa đối chiếu)" in problem.message
    line = problem.remedy.split("“")[1].split("”")[0]
    assert not read(tmp_path / "2", **{"Quy định": rules.grown(f"Tỷ lệ phiếu tối thiểu | {line}")}).said("DN-43")
