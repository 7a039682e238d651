"""The catalogue: what people type for an award, what the paper says, who decides it, who may receive it."""

from __future__ import annotations

from pathlib import Path

import pytest
from dossiers import read
from workbooks_from_text import GOOD, sheet

from pipeline.law.awards import CATALOGUE, Organiser, award, catalogue_order, organiser

PROVINCE = organiser("tỉnh", "Thanh Hóa", "UBND tỉnh Thanh Hóa")
CITY = organiser("tỉnh", "Hải Phòng", "UBND thành phố Hải Phòng")
MINISTRY = organiser("bộ", None, "Bộ Công an")
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
            found = award(typed.replace("{body}", of.body or "ai đó").replace("{head}", of.head or "ai đó"), of)
            assert "{" not in found.name + (found.decider or "")


@pytest.mark.parametrize("typed", ["Cúp vàng", "Bằng khen", "Cờ thi đua", "Danh hiệu của năm"])
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
