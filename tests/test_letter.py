"""The official parts of a paper: heads, symbols, addressees, signatures, recipients (documents of Decree 30)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from clusters import HERE, cluster, unit, words

from pipeline.decree30.letter import Letter, attached_to, letter, open_date, post, short_name, superior, symbol
from pipeline.decree30.profiles import ND30, PARTY, RANKED, Profile
from pipeline.documents.source import Source
from pipeline.model import Meeting, Paper, Unit

LEADER = unit(
    "Sở Ngoại vụ", role="leader", short="SNgV", parent="UBND tỉnh Hòa Bình", signer="Trần Văn B",
    signer_office="Giám đốc",
)  # fmt: skip
DEPUTY = unit("Thanh tra tỉnh", role="deputy", signer="Lê Thị C", signer_office="Chánh Thanh tra")
OTHERS = (unit("Sở Tư pháp"), unit("Công an tỉnh"))


def signed(capacity: str | None = None, **signer: Any) -> Any:
    """The letter of a report of cluster 5 under Sở Ngoại vụ."""
    paper = Paper(capacity=capacity, **signer)
    return letter(cluster(LEADER, DEPUTY, *OTHERS, default_paper=paper), "report", False)


# --- the head -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "parents", "issuers"),
    [
        ({}, ("UBND TỈNH HÒA BÌNH",), ("CỤM THI ĐUA SỐ 5",)),
        ({"superior": "UBND tỉnh Hòa Bình"}, ("UBND TỈNH HÒA BÌNH",), ("CỤM THI ĐUA SỐ 5",)),
        (
            {"superior": "Hội đồng Thi đua - Khen thưởng tỉnh Hòa Bình"},
            ("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG TỈNH HÒA BÌNH",),
            ("CỤM THI ĐUA SỐ 5",),
        ),
        ({"level": "ngành"}, (), ("CỤM THI ĐUA SỐ 5", "TỈNH HÒA BÌNH")),
        (
            {"name": "Cụm thi đua số 5", "province": None, "level": "bộ", "superior": "Bộ Công an",
             "block": "Khối các đơn vị trực thuộc Bộ Công an"},
            ("BỘ CÔNG AN",),
            ("CỤM THI ĐUA SỐ 5", "KHỐI CÁC ĐƠN VỊ TRỰC THUỘC BỘ CÔNG AN"),
        ),
        (
            {"name": "Khối thi đua Nội chính tỉnh Hòa Bình", "form": "Khối", "number": None},
            ("UBND TỈNH HÒA BÌNH",),
            ("KHỐI THI ĐUA NỘI CHÍNH",),
        ),
        ({"issued_by_leader": True}, ("UBND TỈNH HÒA BÌNH",), ("SỞ NGOẠI VỤ",)),
    ],
)  # fmt: skip
def test_the_head_names_who_issues(said: dict[str, Any], parents: tuple[str, ...], issuers: tuple[str, ...]) -> None:
    head = letter(cluster(LEADER, *OTHERS, **said), "report", False)
    assert (head.parents, head.issuers) == (parents, issuers)


def test_a_pledge_is_of_the_cluster_whoever_issues_its_papers() -> None:
    head = letter(cluster(LEADER, *OTHERS, issued_by_leader=True), "pledge", False)
    assert (head.parents, head.issuers) == (("UBND TỈNH HÒA BÌNH",), ("CỤM THI ĐUA SỐ 5",))


def test_without_a_leading_unit_the_cluster_issues() -> None:
    of = cluster(*OTHERS, issued_by_leader=True)
    assert letter(of, "report", False).issuers == ("CỤM THI ĐUA SỐ 5",)


def test_a_ministry_is_above_only_where_it_is_said() -> None:
    assert superior(cluster(level="bộ")) is None
    assert superior(cluster(level=None)) == "UBND tỉnh Hòa Bình"


def test_the_short_name_leaves_out_the_province_or_the_body_above() -> None:
    assert short_name(cluster()) == "Cụm thi đua số 5"
    of_ministry = cluster(
        name="Cụm thi đua số V Bộ Giáo dục và Đào tạo", superior="BỘ GIÁO DỤC VÀ ĐÀO TẠO", province=None
    )
    assert short_name(of_ministry) == "Cụm thi đua số V"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, "CTĐ5"),
        ({"number": "12"}, "CTĐ12"),
        ({"form": "Khối", "name": "Khối thi đua số 3 tỉnh Hòa Bình", "number": "3"}, "KTĐ3"),
        ({"form": "Khối", "name": "Khối thi đua Nội chính tỉnh Hòa Bình", "number": None}, "KTĐNC"),
        ({"form": "Khối", "name": "Khối thi đua Nội chính tỉnh Hòa Bình", "number": "Nội chính"}, "KTĐNC"),
        ({"name": "Cụm thi đua số IV tỉnh Hòa Bình", "number": "IV"}, "CTĐIV"),
        ({"symbol": "CTĐ-VP"}, "CTĐ-VP"),
    ],
)
def test_the_symbol_names_the_cluster(said: dict[str, Any], expected: str) -> None:
    assert symbol(cluster(**said)) == expected


@pytest.mark.parametrize(
    ("kind", "own", "expected"),
    [
        ("report", {}, f"Số: {chr(160) * 6}/BC-CTĐ5"),
        ("proposal", {"number": "7"}, "Số: 07/TTr-CTĐ5"),
        ("minutes", {"number": "12"}, "Số: 12/BB-CTĐ5"),
        ("report", {"number": "05/BC-SNgV"}, "Số: 05/BC-SNgV"),
        ("pledge", {"number": "7"}, None),
        ("score table", {}, None),
    ],
)
def test_numbers_are_padded_or_left_open(kind: str, own: dict[str, Any], expected: str | None) -> None:
    assert letter(cluster(papers={kind: Paper(**own)}), kind, False).number == expected


def test_the_leading_unit_numbers_in_its_own_series() -> None:
    of = cluster(LEADER, *OTHERS, issued_by_leader=True)
    assert letter(of, "report", False).number == f"Số: {chr(160) * 6}/BC-SNgV"
    assert attached_to(of, "report").endswith(" của Sở Ngoại vụ)")


# --- place and date -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "said", "expected"),
    [
        ("report", {"default_paper": Paper(day=date(2022, 1, 5))}, "Hòa Bình, ngày 05 tháng 01 năm 2022"),
        ("report", {"default_paper": Paper(day=date(2021, 12, 20))}, "Hòa Bình, ngày 20 tháng 12 năm 2021"),
        ("report", {"papers": {"report": Paper(day=date(2021, 3, 9))}}, "Hòa Bình, ngày 09 tháng 3 năm 2021"),
        ("report", {}, f"Hòa Bình, {open_date(date(2021, 12, 14))}"),
        ("report", {"meeting": Meeting()}, f"Hòa Bình, {open_date(None)}"),
        ("pledge", {}, "Hòa Bình, ngày 14 tháng 12 năm 2021"),
        ("report", {"place_name": "Lạc Sơn", "meeting": Meeting()}, f"Lạc Sơn, {open_date(None)}"),
        ("report", {"province": None, "meeting": Meeting()}, open_date(None)),
    ],
)
def test_the_date_is_that_of_the_paper_or_open(kind: str, said: dict[str, Any], expected: str) -> None:
    assert letter(cluster(**said), kind, False).place_and_date == expected


def test_an_open_date_has_room_and_its_year_only_where_it_is_known() -> None:
    gap = "\u00a0" * 6
    assert open_date(date(2022, 1, 14)) == f"ngày{gap}tháng{gap}năm 2022"
    assert open_date(None) == f"ngày{gap}tháng{gap}năm{gap}"


# --- the signature --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("capacity", "signer", "lines", "office", "name"),
    [
        (None, {}, ("TM. CỤM THI ĐUA SỐ 5", "CỤM TRƯỞNG"), "GIÁM ĐỐC SỞ NGOẠI VỤ", "Trần Văn B"),
        (
            "KT.", {"signer": "Phạm D", "signer_office": "Phó Giám đốc"},
            ("TM. CỤM THI ĐUA SỐ 5", "KT. CỤM TRƯỞNG", "PHÓ GIÁM ĐỐC SỞ NGOẠI VỤ"), None, "Phạm D",
        ),
        (
            "KT.", {"signer": "Lê Thị C", "signer_office": "Chánh Thanh tra"},
            ("TM. CỤM THI ĐUA SỐ 5", "KT. CỤM TRƯỞNG", "CỤM PHÓ"), "CHÁNH THANH TRA TỈNH", "Lê Thị C",
        ),
        (
            "TL.", {"signer": "Phạm D", "signer_office": "Chánh Văn phòng"},
            ("TL. CỤM TRƯỞNG", "CHÁNH VĂN PHÒNG SỞ NGOẠI VỤ"), None, "Phạm D",
        ),
        (
            "Q.", {"signer": "Phạm D", "signer_office": "Quyền Giám đốc"},
            ("TM. CỤM THI ĐUA SỐ 5", "Q. CỤM TRƯỞNG"), "QUYỀN GIÁM ĐỐC SỞ NGOẠI VỤ", "Phạm D",
        ),
        ("", {}, ("CỤM TRƯỞNG",), "GIÁM ĐỐC SỞ NGOẠI VỤ", "Trần Văn B"),
        (
            None, {"signer": "Hà E", "signer_rank": "Thiếu tướng", "signer_office": "Giám đốc Sở Ngoại vụ tỉnh"},
            ("TM. CỤM THI ĐUA SỐ 5", "CỤM TRƯỞNG"), "GIÁM ĐỐC SỞ NGOẠI VỤ TỈNH", "Thiếu tướng Hà E",
        ),
    ],
)  # fmt: skip
def test_who_signs_for_the_cluster(
    capacity: str | None, signer: dict[str, str], lines: tuple[str, ...], office: str | None, name: str
) -> None:
    block = signed(capacity, **signer)
    assert (block.capacity, block.signer_office, block.signer) == (lines, office, name)


@pytest.mark.parametrize(
    ("capacity", "signer", "lines"),
    [
        (None, {}, ("GIÁM ĐỐC",)),
        ("KT.", {"signer": "Phạm D", "signer_office": "Phó Giám đốc"}, ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        ("TL.", {"signer": "Phạm D", "signer_office": "Chánh Văn phòng"}, ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG")),
    ],
)
def test_who_signs_for_the_leading_unit(capacity: str | None, signer: dict[str, Any], lines: tuple[str, ...]) -> None:
    of = cluster(LEADER, DEPUTY, issued_by_leader=True, default_paper=Paper(capacity=capacity, **signer))
    block = letter(of, "report", False)
    assert block.capacity == (*lines, "(Đơn vị Cụm trưởng Cụm thi đua số 5)")
    assert block.signer_office is None


COMMUNE = unit("Ủy ban nhân dân xã Lạc Sơn", role="leader", signer="Bùi K", signer_office="Chủ tịch")


@pytest.mark.parametrize(
    ("leader", "capacity", "signer", "lines"),
    [
        (COMMUNE, None, {}, ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (COMMUNE, "TM.", {}, ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (COMMUNE, "", {}, ("CHỦ TỊCH",)),
        (
            COMMUNE, "KT.", {"signer": "Hà E", "signer_office": "Phó Chủ tịch"},
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        (
            COMMUNE, "TL.", {"signer": "Hà E", "signer_office": "Chánh Văn phòng"},
            ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
        ),
        (COMMUNE, "Q.", {"signer": "Hà E", "signer_office": "Chủ tịch"}, ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH")),
        (unit("Hội Luật gia tỉnh", role="leader"), "TM.", {"signer": "Hà E", "signer_office": "Chủ tịch"},
         ("TM. HỘI LUẬT GIA TỈNH", "CHỦ TỊCH")),
        (LEADER, "TUQ.", {"signer": "Hà E", "signer_office": "Trưởng phòng"}, ("TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG")),
        (LEADER, "Q.", {"signer": "Hà E", "signer_office": "Giám đốc"}, ("Q. GIÁM ĐỐC",)),
    ],
)  # fmt: skip
def test_bodies_that_decide_together_sign_in_their_name(
    leader: Unit, capacity: str | None, signer: dict[str, Any], lines: tuple[str, ...]
) -> None:
    """Điều 13: TM. for the body, KT., TL., TUQ., Q. for the person."""
    of = cluster(leader, DEPUTY, issued_by_leader=True, default_paper=Paper(capacity=capacity, **signer))
    assert letter(of, "report", False).capacity[:-1] == lines


# --- papers of the Party ----------------------------------------------------------------------------

COMMITTEE = unit("Đảng ủy xã Lạc Sơn", role="leader", kind="Đảng", short="ĐU", signer="Hà E", signer_office="Bí thư")


def of_party(kind: str = "report", leader: Unit = COMMITTEE, **said: Any) -> Letter:
    return letter(cluster(leader, DEPUTY, *OTHERS, **{"issued_by_leader": True, **said}), kind, False)


def test_a_committee_of_the_party_writes_as_the_party_does() -> None:
    paper = of_party(default_paper=Paper(number="5", recipients=()))
    assert (paper.profile, paper.issuers, paper.number) == (PARTY, ("ĐẢNG ỦY XÃ LẠC SƠN",), "Số 05-BC/ĐU")
    assert paper.capacity == ("T/M BAN THƯỜNG VỤ",)
    assert paper.offices == ("BÍ THƯ", "(Đơn vị Cụm trưởng Cụm thi đua số 5)")
    open_ = of_party()
    assert open_.number == f"Số {chr(160) * 6}-BC/ĐU"
    assert attached_to(cluster(COMMITTEE, issued_by_leader=True), "report").startswith(
        f"(Kèm theo Báo cáo số {chr(160) * 6}-BC/ĐU ngày"
    )


def test_a_deputy_of_the_party_signs_for_the_head() -> None:
    board = unit("Ban Tổ chức Tỉnh ủy", role="leader", kind="cơ quan Đảng", signer_office="Trưởng ban")
    paper = Paper(capacity="KT.", signer="Hà E", signer_office="Phó Trưởng ban")
    of = of_party(leader=board, default_paper=paper)
    assert (of.capacity, of.offices[0]) == (("K/T TRƯỞNG BAN",), "PHÓ TRƯỞNG BAN")


@pytest.mark.parametrize(
    ("kind", "said", "expected"),
    [
        ("report", {}, PARTY), ("proposal", {}, PARTY), ("minutes", {}, ND30), ("pledge", {}, ND30),
        ("report", {"issued_by_leader": False}, ND30), ("report", {"profile": "nd30"}, ND30),
        ("report", {"issued_by_leader": False, "profile": "party"}, PARTY),
        ("report", {"leader": LEADER}, ND30),
        ("report", {"leader": unit("Công an tỉnh", role="leader", kind="lực lượng vũ trang")}, RANKED),
        ("minutes", {"leader": unit("Trường THPT A", role="leader", kind="Trường")}, RANKED),
    ],
)  # fmt: skip
def test_the_issuing_unit_chooses_the_rules_of_form(kind: str, said: dict[str, Any], expected: Profile) -> None:
    """Papers that several bodies sign keep to Decree 30; what the office says in "Thể thức" goes before."""
    assert of_party(kind, **said).profile is expected


def test_the_usual_recipients_of_the_party_end_with_its_office() -> None:
    of = cluster(COMMITTEE, issued_by_leader=True)
    assert Source(of, "report").letter.recipients[-1] == "- Lưu Văn phòng."


def test_an_unknown_signer_leaves_the_name_open() -> None:
    block = letter(cluster(), "report", False)
    assert (block.capacity, block.signer_office, block.signer) == (("TM. CỤM THI ĐUA SỐ 5", "CỤM TRƯỞNG"), None, None)


@pytest.mark.parametrize(("office", "leader", "expected"), [
    ("Chánh Văn phòng", "Văn phòng UBND tỉnh", "CHÁNH VĂN PHÒNG UBND TỈNH"),
    ("Trưởng ban", "Ban Dân tộc tỉnh", "TRƯỞNG BAN DÂN TỘC TỈNH"),
    ("Viện trưởng", "Viện kiểm sát nhân dân tỉnh", "VIỆN TRƯỞNG VIỆN KIỂM SÁT NHÂN DÂN TỈNH"),
    ("Chỉ huy trưởng", "Bộ Chỉ huy quân sự tỉnh", "CHỈ HUY TRƯỞNG BỘ CHỈ HUY QUÂN SỰ TỈNH"),
])  # fmt: skip
def test_an_office_is_joined_to_its_unit(office: str, leader: str, expected: str) -> None:
    of = cluster(unit(leader, role="leader", signer="A", signer_office=office))
    assert letter(of, "report", False).signer_office == expected


# --- addressees and recipients ----------------------------------------------------------------------

COUNCIL = ("Hội đồng Thi đua - Khen thưởng tỉnh Hòa Bình", "- Ban Thi đua - Khen thưởng tỉnh Hòa Bình;")


@pytest.mark.parametrize(
    ("kind", "draft", "addressees", "first"),
    [
        ("report", False, 2, "- Như trên;"),
        ("report", True, 0, "- Lãnh đạo Ban Thi đua - Khen thưởng tỉnh (dự hội nghị);"),
        ("proposal", False, 3, "- Như trên;"),
        ("proposal", True, 3, "- Như trên;"),
        ("minutes", False, 0, "- Ban Thi đua - Khen thưởng tỉnh;"),
    ],
)
def test_as_above_stands_exactly_where_there_are_addressees(
    kind: str, draft: bool, addressees: int, first: str
) -> None:
    paper = Source(cluster(default_paper=Paper(addressees=COUNCIL)), kind, draft).letter
    assert (len(paper.addressees), paper.recipients[0]) == (addressees, first)
    assert paper.recipients[-1].startswith("- Lưu: VT") and paper.recipients[-1].endswith(".")
    assert all(line.endswith(";") for line in paper.recipients[:-1])


def test_a_proposal_goes_to_the_head_of_the_level_that_organises_first() -> None:
    paper = Source(cluster(default_paper=Paper(addressees=COUNCIL)), "proposal").letter
    assert paper.addressees == (
        "Chủ tịch Ủy ban nhân dân tỉnh Hòa Bình", "Hội đồng Thi đua - Khen thưởng tỉnh Hòa Bình",
        "Ban Thi đua - Khen thưởng tỉnh Hòa Bình",
    )  # fmt: skip


def test_the_recipients_that_the_office_names_are_kept_and_closed() -> None:
    given = ("Như trên;", "- Phòng Nội vụ", "Lưu: VT, TĐKT (03b).")
    of = cluster(default_paper=Paper(recipients=given, addressees=COUNCIL))
    assert Source(of, "report").letter.recipients == ("- Như trên;", "- Phòng Nội vụ;", "- Lưu: VT, TĐKT (03b).")
    assert Source(of, "minutes").letter.recipients == ("- Phòng Nội vụ;", "- Lưu: VT, TĐKT (03b).")


def test_the_row_of_a_paper_goes_before_what_holds_for_all() -> None:
    common = Paper(signer="Trần Văn B", signer_office="Giám đốc", capacity="KT.", addressees=COUNCIL)
    own = Paper(number="3", capacity="", addressees=("Bộ Nội vụ",), signer="Lê F", day_place=HERE)
    paper = Source(cluster(default_paper=common, papers={"report": own}), "report").letter
    assert (paper.number, paper.addressees, paper.signer) == ("Số: 03/BC-CTĐ5", ("Bộ Nội vụ",), "Lê F")
    assert (paper.capacity, paper.signer_office) == (("CỤM TRƯỞNG",), None)


def test_the_parts_stand_on_the_page() -> None:
    text = words("giao-uoc", cluster(LEADER, DEPUTY, *OTHERS))
    assert text[:2] == ["UBND TỈNH HÒA BÌNH", "CỤM THI ĐUA SỐ 5"]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text and "Độc lập - Tự do - Hạnh phúc" in text
    assert "Hòa Bình, ngày 14 tháng 12 năm 2021" in text


@pytest.mark.parametrize(
    ("title", "name", "said"),
    [
        ("Cụm phó", "Cụm thi đua số 8", "Cụm phó Cụm thi đua số 8"),
        ("Phó Trưởng Cụm", "Cụm thi đua số 8", "Phó Trưởng Cụm thi đua số 8"),
        ("Trưởng khối", "Khối Nội chính", "Trưởng Khối Nội chính"),
    ],
)
def test_a_title_before_the_name_says_no_word_twice(title: str, name: str, said: str) -> None:
    assert post(title, cluster(name=name)) == said
