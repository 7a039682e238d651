"""The rules of points and ranks that an office sets in the sheet "Quy định", each with its table."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from dossiers import Reading, plain
from hypothesis import given, settings
from hypothesis import strategies as st
from score_sheets import UNITS, scored, wide
from workbooks_from_text import GOOD, Sheet, sheet

RULES = GOOD["Quy định"].without("Điểm thưởng")


def ruled(*lines: str) -> Sheet:
    return RULES.grown(*lines)


# --- the total and the scale ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rules", "total"),
    [(("Điểm thưởng tối đa | 10",), 107), (("Điểm thưởng tối đa | 10", "Điểm thưởng tính ngoài thang | có"), 107),
     (("Điểm thưởng tối đa | 5",), 102), (("Điểm thưởng tính ngoài thang | không",), 100)],
)  # fmt: skip
def test_bonus_past_the_maximum(rules: tuple[str, ...], total: int, tmp_path: Path) -> None:
    """
    Thang điểm 100
    Đơn vị      | Thẩm định | Điểm thưởng | Tổng (thưởng tối đa 10) | (tối đa 5) | (không tính ngoài thang)
    Sở Tư pháp  | 97        | 10          | 107                     | 102        | 100
    """
    lines = ("Đơn vị | Thẩm định | Điểm thưởng", *(f"{unit} | 97 | 10" for unit in UNITS))
    reading = scored(tmp_path, wide(*lines), **{"Quy định": ruled(*rules)})
    assert (plain(reading.standing("Sở Tư pháp").total), reading.codes("LỖI")) == (total, [])


# --- criteria that do not apply, sets of criteria -------------------------------------------------

PARTIAL = sheet("""
        Mã | Nội dung | Điểm tối đa | Áp dụng cho
        I | Nhiệm vụ chính trị | 60 |
        II | Phong trào thi đua | 30 |
        III | Thu ngân sách | 10 | sở
        """)
KINDS = ["lực lượng vũ trang", "sở", "khác", "khác", "khác"]


def of_kinds() -> Sheet:
    """The units with their kinds."""
    lines = [f"{at} | {unit} | {kind}" for at, (unit, kind) in enumerate(zip(UNITS, KINDS, strict=True), 1)]
    return Sheet("\n".join(("STT | Tên đơn vị | Loại", *lines)))


@pytest.mark.parametrize(("choice", "total"), [("quy đổi", 90), ("không quy đổi", 81), (None, 81)])
def test_points_out_of_what_applies_are_converted_when_the_office_says_so(
    choice: str | None, total: int, tmp_path: Path
) -> None:
    """
    Thang điểm 100; Thu ngân sách (10) chỉ áp dụng cho sở
    Đơn vị       | Nhiệm vụ (60) | Phong trào (30) | Thu ngân sách (10) | Tổng | Tổng khi quy đổi
    Sở Tư pháp   | 57            | 27              | 9                  | 93   | 93
    Công an tỉnh | 54            | 27              |                    | 81   | 81 x 100 / 90 = 90
    """
    rules = ruled(f"Tiêu chí không áp dụng | {choice}") if choice else RULES
    rows = [f"{unit} | 54 | 27 | {'9' if unit == 'Sở Tư pháp' else ''}" for unit in UNITS]
    reading = scored(
        tmp_path, wide("Đơn vị | Nhiệm vụ chính trị | Phong trào thi đua | Thu ngân sách", *rows),
        **{"Quy định": rules, "Tiêu chí": PARTIAL, "Đơn vị": of_kinds()},
    )  # fmt: skip
    of_all, of_some = reading.standing("Sở Tư pháp"), reading.standing("Công an tỉnh")
    assert (plain(of_all.total), plain(of_some.total)) == (90, total)
    assert (of_all.converted, plain(of_some.converted)) == (None, 90 if choice == "quy đổi" else None)
    assert (of_some.missing, reading.codes("LỖI")) == ((), [])


def test_a_conversion_is_rounded_half_up(tmp_path: Path) -> None:
    """77 of 90 is 85,5555… of 100: 85,56; 85,6 with "Làm tròn: 1"."""
    for places, total in ((None, "85.56"), (1, "85.6")):
        rules = ruled("Tiêu chí không áp dụng | quy đổi", *([f"Làm tròn | {places}"] if places else []))
        rows = [f"{unit} | 50 | 27 | {'9' if unit == 'Sở Tư pháp' else ''}" for unit in UNITS]
        reading = scored(
            tmp_path / str(places), wide("Đơn vị | Nhiệm vụ chính trị | Phong trào thi đua | Thu ngân sách", *rows),
            **{"Quy định": rules, "Tiêu chí": PARTIAL, "Đơn vị": of_kinds()},
        )  # fmt: skip
        assert plain(reading.standing("Công an tỉnh").total) == Decimal(total)


TWO_SETS = sheet("""
        Mã | Nội dung | Điểm tối đa | Áp dụng cho
        I | Nhiệm vụ chuyên môn | 70 | sở; khác
        1 | Tiến độ | 40 |
        2 | Chất lượng | 30 |
        II | Phong trào | 30 | sở; khác
        I | Chiến đấu, trật tự | 80 | lực lượng vũ trang
        1 | Trực sẵn sàng | 50 |
        2 | Tuần tra | 30 |
        II | Phong trào | 20 | lực lượng vũ trang
        """)


def test_two_kinds_of_units_have_criteria_of_their_own(tmp_path: Path) -> None:
    """
    Bộ tiêu chí của sở và khác: I (1, 2) 70, II 30; của lực lượng vũ trang: I (1, 2) 80, II 20
    Đơn vị       | Tiến độ | Chất lượng | Trực sẵn sàng | Tuần tra | Phong trào | Tổng
    Công an tỉnh |         |            | 48            | 29       | 19         | 96
    Sở Tư pháp   | 38      | 29         |               |          | 28         | 95
    """
    rows = [f"{unit} | 38 | 29 | | | 28" for unit in UNITS[1:]]
    table = wide("Đơn vị | Tiến độ | Chất lượng | Trực sẵn sàng | Tuần tra | Phong trào",
                 "Công an tỉnh | | | 48 | 29 | 19", *rows)  # fmt: skip
    reading = scored(tmp_path, table, **{"Quy định": RULES, "Tiêu chí": TWO_SETS, "Đơn vị": of_kinds()})
    assert reading.codes() == []
    assert [plain(reading.standing(unit).total) for unit in UNITS[:2]] == [96, 95]
    assert list(reading.ranks().values()) == [1, 2, 2, 2, 2]


def test_points_over_the_maximum_of_its_own_set_are_refused(tmp_path: Path) -> None:
    rows = [f"{unit} | 38 | 29 | | | 28" for unit in UNITS[1:]]
    table = wide("Đơn vị | Tiến độ | Chất lượng | Trực sẵn sàng | Tuần tra | Phong trào",
                 "Công an tỉnh | | | 48 | 29 | 25", *rows)  # fmt: skip
    reading = scored(tmp_path, table, **{"Quy định": RULES, "Tiêu chí": TWO_SETS, "Đơn vị": of_kinds()})
    assert reading.only("DIEM-03").place.cell == "F2"


# --- ties -----------------------------------------------------------------------------------------

POINTS = "Đơn vị | Nhiệm vụ chính trị | Phong trào thi đua | Hoạt động xã hội | Điểm thưởng"
TIED = ("Công an tỉnh | 58 | 28 | 9 | 2", "Sở Tư pháp | 57 | 29 | 10 | 1", "Tòa án nhân dân tỉnh | 60 | 29 | 10 |",
        "Viện kiểm sát nhân dân tỉnh | 50 | 28 | 9 |", "Cục Thi hành án dân sự tỉnh | 56 | 29 | 9 | 3")  # fmt: skip
CRITERIA = sheet("""
        Mã | Nội dung | Điểm tối đa
        I | Nhiệm vụ chính trị | 60
        II | Phong trào thi đua | 30
        III | Hoạt động xã hội | 10
        """)
VOTES = """
        Nội dung | Đối tượng | Phát ra | Thu về | Hợp lệ | Không hợp lệ | Đồng ý | Không đồng ý
        bầu Cụm trưởng | Công an tỉnh | 5 | 5 | 5 | 0 | 5 | 0
        Cờ thi đua của UBND tỉnh | Sở Tư pháp | 5 | 5 | 5 | 0 | 5 | 0
        Cờ thi đua của UBND tỉnh | Công an tỉnh | 5 | 5 | 5 | 0 | 3 | 2
        Cờ thi đua của UBND tỉnh | Cục Thi hành án dân sự tỉnh | 5 | 5 | 5 | 0 | 4 | 1
        """


def tied(folder: Path, *rules: str, rows: tuple[str, ...] = TIED, votes: str = VOTES) -> Reading:
    """A cluster with three units of 97 points behind one of 99."""
    return scored(
        folder, wide(POINTS, *rows), **{"Quy định": ruled(*rules), "Tiêu chí": CRITERIA, "Bỏ phiếu": sheet(votes)}
    )


@pytest.mark.parametrize(
    ("rules", "ranks"),
    [
        ((), [2, 2, 1, 5, 2]), (("Đồng hạng | cùng hạng",), [2, 2, 1, 5, 2]),
        (("Đồng hạng | điểm thưởng",), [3, 4, 1, 5, 2]), (("Đồng hạng | Nhiệm vụ chính trị",), [2, 3, 1, 5, 4]),
        (("Đồng hạng | Nhóm II", "Đồng hạng | Tiêu chí III"), [4, 2, 1, 5, 3]),
        (("Đồng hạng | phiếu",), [4, 2, 1, 5, 3]),
        (("Đồng hạng | mục II; điểm thưởng",), [4, 3, 1, 5, 2]), (("Đồng hạng | Nhóm II",), [4, 2, 1, 5, 2]),
    ],
)  # fmt: skip
def test_a_tie_is_parted_by_what_the_regulation_names_in_its_order(
    rules: tuple[str, ...], ranks: list[int], tmp_path: Path
) -> None:
    """
    Đơn vị                       | I  | II | III | Thưởng | Tổng | Phiếu
    Công an tỉnh                 | 58 | 28 | 9   | 2      | 97   | 3
    Sở Tư pháp                   | 57 | 29 | 10  | 1      | 97   | 5
    Tòa án nhân dân tỉnh         | 60 | 29 | 10  |        | 99   |
    Viện kiểm sát nhân dân tỉnh  | 50 | 28 | 9   |        | 87   |
    Cục Thi hành án dân sự tỉnh  | 56 | 29 | 9   | 3      | 97   | 4
    """
    reading = tied(tmp_path, *rules)
    assert list(reading.ranks().values()) == ranks
    assert set(reading.codes("LỖI")) == set()


def test_a_rank_that_a_vote_decided_says_so_and_keeps_its_cells(tmp_path: Path) -> None:
    rank = tied(tmp_path, "Đồng hạng | phiếu").standing("Sở Tư pháp").rank
    assert rank is not None and rank.rule.words == "xếp thứ theo tổng điểm, rồi phiếu"
    assert {place.sheet for figure in rank.figures for place in figure.cells} >= {"Bỏ phiếu"}


def test_what_is_not_known_of_all_parts_nobody(tmp_path: Path) -> None:
    """The vote about one of the three is not there: the rank is shared, and that is said."""
    votes = "\n".join(line for line in VOTES.splitlines() if "Cục Thi" not in line)
    reading = tied(tmp_path, "Đồng hạng | phiếu", votes=votes)
    assert list(reading.ranks().values()) == [2, 2, 1, 5, 2]
    assert "Công an tỉnh" in reading.only("DIEM-21").message


def test_words_that_name_nothing_are_refused(tmp_path: Path) -> None:
    problem = tied(tmp_path, "Đồng hạng | thâm niên").only("DIEM-20")
    assert (problem.place.sheet, problem.level) == ("Quy định", "LỖI")


def test_without_a_rule_a_tie_is_shared_and_nothing_is_said(tmp_path: Path) -> None:
    """Tie at the second place: 1, 2, 2, 2, 5."""
    reading = tied(tmp_path)
    assert (list(reading.ranks().values()), reading.codes()) == ([2, 2, 1, 5, 2], [])


@settings(max_examples=8, deadline=None)
@given(st.permutations(TIED), st.sampled_from(["điểm thưởng", "Nhóm II; Tiêu chí III", "phiếu", "cùng hạng"]))
def test_the_order_of_rows_never_parts_a_tie(rows: list[str], rule: str) -> None:
    with TemporaryDirectory() as folder:
        usual = tied(Path(folder) / "1", f"Đồng hạng | {rule}").ranks()
        assert tied(Path(folder) / "2", f"Đồng hạng | {rule}", rows=tuple(rows)).ranks() == usual


@settings(max_examples=10, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 30), st.integers(0, 12)), min_size=5, max_size=5),
       st.sampled_from([0, 3, 5]))  # fmt: skip
def test_a_total_never_exceeds_the_maxima_and_the_bonus_allowed(points: list[tuple[int, int, int]], cap: int) -> None:
    rows = [f"{u} | {a} | {b} | 10 | {c}" for u, (a, b, c) in zip(UNITS, points, strict=True)]
    with TemporaryDirectory() as folder:
        reading = tied(Path(folder), f"Điểm thưởng tối đa | {cap}", rows=tuple(rows))
    for unit, (a, b, c) in zip(UNITS, points, strict=True):
        assert plain(reading.standing(unit).total) == a + b + 10 + min(c, cap) <= 100 + cap
