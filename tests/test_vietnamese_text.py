"""Text: what cleaning keeps and mends, which spellings match, and the small pieces of wording."""

from __future__ import annotations

import doctest
import importlib
import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.vietnamese.text import (
    bare,
    clean,
    forbidden,
    initials,
    key,
    listing,
    nearest,
    safe_file_name,
    sentence,
    slug,
)
from pipeline.vietnamese.tones import join, settle

UNITS = [
    "Sở Nội vụ", "Sở Ngoại vụ", "Sở Tài chính", "Sở Giáo dục và Đào tạo",
    "Sở Lao động - Thương binh và Xã hội", "Công an tỉnh", "Bộ Chỉ huy quân sự tỉnh",
    "Viện kiểm sát nhân dân tỉnh", "Tòa án nhân dân tỉnh", "Ủy ban nhân dân phường Tân Hòa",
    "Phường Tân Hòa", "Phường Tân Hóa",
]  # fmt: skip
SOME = "aàáâấăbdđeêếghiìknoóòôơớqtuúùưứyýỳĐÒÁ -–.:;,'\"“”\u0301\u0300\u200b\u00a0\n"
vietnamese = st.text(SOME, max_size=30)


@pytest.mark.parametrize("module", ["numbers", "dates", "text", "order", "tones"])
def test_the_examples_in_the_docstrings(module: str) -> None:
    result = doctest.testmod(importlib.import_module(f"pipeline.vietnamese.{module}"))
    assert result.attempted and not result.failed


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("  Sở \u00a0 Nội\u2009vụ\u3000", "Sở Nội vụ"), ("Le\u0323\u0302 Thu\u0309y", "Lệ Thủy"),
        ("a\u200bb\ufeff", "ab"), ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("a_x000D_\nb_x000D_c", "a\nb\nc"),
        ("a \n \n\n  b ", "a\nb"), ("a\tb", "a b"), ("a\u2028b\vc", "a\nb\nc"), ("đ\xadợc", "đ\xadợc"),
        ("o\u200b\u0301", "ó"), ("", ""), (" \n ", ""),
    ],
)  # fmt: skip
def test_cleaning(typed: str, cleaned: str) -> None:
    assert clean(typed) == (cleaned, ())


@pytest.mark.parametrize(
    ("typed", "cleaned", "repairs"),
    [
        ("\u00d0ảng", "\u0110ảng", ("\u00d0 → \u0110",)),
        ("th\u01a3ởng, \u01a2u", "thưởng, Ưu", ("Ƣ → Ư", "ƣ → ư")),
        ("\u01a3\u0301", "ứ", ("ƣ → ư",)),
        ("\u00f0\u00f0", "đđ", ("ð → đ",)),
        ("\u0189ội", "Đội", ("Ɖ → Đ",)),
    ],
)
def test_mended_letters_are_recorded(typed: str, cleaned: str, repairs: tuple[str, ...]) -> None:
    assert clean(typed) == (cleaned, repairs)


@given(st.one_of(st.text(), vietnamese))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text).text
    assert clean(once) == (once, ())
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sở Nội vụ\n\tA\r", None), ("a\x07b\x00", "\x07"), ("a\x00", "\x00"), ("a\x0bb", "\x0b"),
        ("a\ud800", "\ud800"), ("\uf0b7 gạch", "\uf0b7"), ("a\ufffe", "\ufffe"),
        ("\U000f0000", "\U000f0000"), ("\U0010ffff", "\U0010ffff"), ("\U0001f600 “”…–", None), ("", None),
    ],
)  # fmt: skip
def test_forbidden_characters(text: str, found: str | None) -> None:
    assert forbidden(text) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hòa", "Hoà"), ("Lệ Thủy", "Lệ Thuỷ"), ("ỦY BAN", "Uỷ ban"), ("khỏe", "khoẻ"), ("khóa", "khoá"),
        ("TOÀ ÁN", "tòa án"), ("Công an tỉnh", "CÔNG AN TỈNH"), ("quý", "qúy"), ("giá", "gía"),
        ("của", "cuả"), ("hoàn", "hòan"), ("Thi đua - Khen thưởng", "thi đua–khen thưởng"),
        ("“Sở Nội vụ”", "Sở Nội vụ:"), ("Sở  Nội\nvụ.", "Sở Nội vụ ;"), ("Đắk R'Lấp", "Đắk R’Lấp"),
        ("\u00d0ảng", "Đảng"), ("Cu\u0323m 9", "Cụm 9"),
    ],
)  # fmt: skip
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tân Hòa", "Tân Hóa"), ("Tân Hoà", "Tân Hoá"), ("Nội vụ", "Ngoại vụ"), ("Cụm 1", "Cụm 11"),
        ("dân", "đân"), ("Lam", "Lâm"), ("quỳ", "quỷ"), ("kỹ", "kĩ"), ("A, B", "A B"),
    ],
)  # fmt: skip
def test_different_names(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    "settled",
    [
        "\u0300oâ", "ngoẻo",
        "quý", "quỷ", "quốc", "quyết", "quà", "giá", "gì", "gìn", "giữ", "giếng", "già", "hòa", "hoàn",
        "thoát", "thủy", "thuyền", "huỳnh", "mía", "của", "chào", "ngoài", "khuỷu", "tuổi", "thuở", "cứu",
        "huế", "tiến", "ước", "yếu", "ý", "ủy", "đạo", "café", "résumé", "pháp", "đắk", "ea",
        "súp",
    ],
)  # fmt: skip
def test_the_right_place_is_left_alone(settled: str) -> None:
    assert settle(settled) == settled


@given(
    st.sampled_from(["", "b", "c", "đ", "g", "gi", "h", "kh", "ngh", "ph", "qu", "th", "tr"]),
    st.sampled_from(["a", "oa", "oe", "uy", "ia", "ua", "ưa", "uô", "iê", "yê", "ươ", "uyê", "oai", "ao"]),
    st.sampled_from(["", "n", "ng", "t"]),
    st.integers(1, 5),
)
def test_every_place_of_a_tone_gives_one_key(onset: str, nucleus: str, coda: str, tone: int) -> None:
    toned = (nucleus[:at] + join(nucleus[at], tone) + nucleus[at + 1 :] for at in range(len(nucleus)))
    assert len({key(onset + vowels + coda) for vowels in toned}) == 1


@given(st.one_of(st.text(), vietnamese))
def test_keys_stay_keys(text: str) -> None:
    assert key(key(text)) == key(text)
    assert bare(bare(text)) == bare(text) == bare(key(text))
    assert set(bare(text)) <= set(string.ascii_lowercase + string.digits + " ")


@given(vietnamese)
def test_keys_do_not_mind_case_and_form(text: str) -> None:
    assert key(text) == key(text.upper()) == key(unicodedata.normalize("NFD", text))


def test_bare_words() -> None:
    assert bare("Đặng  Thị Ưu, (Thủy)") == "dang thi uu thuy"
    assert slug("Chủ tịch UBND tỉnh") == "chu-tich-ubnd-tinh"
    assert slug("Thi đua - Khen thưởng") == "thi-dua-khen-thuong"
    assert (bare("…"), slug("")) == ("", "")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("So noi vu", "Sở Nội vụ"), ("sở nội vụ tỉnh", "Sở Nội vụ"),
        ("Sở GD&ĐT", "Sở Giáo dục và Đào tạo"), ("SGDĐT", "Sở Giáo dục và Đào tạo"),
        ("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"), ("CA tỉnh", "Công an tỉnh"),
        ("Bộ CHQS tỉnh", "Bộ Chỉ huy quân sự tỉnh"), ("VKSND tỉnh", "Viện kiểm sát nhân dân tỉnh"),
        ("TAND tỉnh", "Tòa án nhân dân tỉnh"), ("UBND phường Tân Hoà", "Ủy ban nhân dân phường Tân Hòa"),
        ("P. Tân Hòa", "Phường Tân Hòa"), ("P. Tân Hoá", "Phường Tân Hóa"),
        ("Sở Tài chánh", "Sở Tài chính"),
    ],
)  # fmt: skip
def test_nearest_name(typed: str, name: str) -> None:
    assert nearest(typed, UNITS)[0] == name


def test_nearest_names_are_few_and_each_once() -> None:
    assert nearest("Tân Hoà", ["Tân Hóa", "Tân Hòa", "Tân Hòa", "Bến Tre"]) == ("Tân Hòa", "Tân Hóa")
    assert len(nearest("Sở", UNITS, limit=2)) <= 2
    assert nearest("zzz", UNITS) == nearest("", UNITS) == nearest("x", []) == ()


@pytest.mark.parametrize(
    ("names", "phrase"),
    [
        ([], ""), (["A"], "A"), (["A", "B"], "A và B"), (["A", "B", "C"], "A, B và C"),
        (["A và B"], "A và B"), (["A và B", "C"], "A và B; C"),
        (["Phòng cháy, chữa cháy", "B", "C"], "Phòng cháy, chữa cháy; B; C"), (["Vàng", "Và"], "Vàng; Và"),
        (["Văn", "Vàng"], "Văn và Vàng"),
    ],
)  # fmt: skip
def test_listing(names: list[str], phrase: str) -> None:
    assert listing(names) == phrase


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("Cụm có 08 đơn vị", "Cụm có 08 đơn vị."), ("Xong.", "Xong."), ("Xong!", "Xong!"),
        ("gồm:", "gồm:"), ("một;", "một;"), ("v.v…", "v.v…"), ("v.v...", "v.v..."), ("“Xong.”", "“Xong.”"),
        ("(Đã duyệt.)", "(Đã duyệt.)"), ("(đã duyệt)", "(đã duyệt)."),
        ("phong trào “Dân vận khéo”", "phong trào “Dân vận khéo”."), ("kính trình./.", "kính trình./."),
        ("Xong. ", "Xong."), ("một,", "một."), ("", ""), ("  ", ""),
    ],
)  # fmt: skip
def test_sentence(text: str, ended: str) -> None:
    assert sentence(text) == ended
    assert sentence(ended) == ended


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Nội chính", "NC"), ("Thi đua - Khen thưởng", "TĐKT"), ("Ủy ban nhân dân", "UBND"),
        ("Ứng hòa", "ƯH"), ("đầu tư", "ĐT"), ("U\u0309y ban", "UB"), ("số 9", "S9"), ("", ""),
    ],
)  # fmt: skip
def test_initials(text: str, letters: str) -> None:
    assert initials(text) == letters


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Báo cáo tổng kết.docx", "Báo cáo tổng kết.docx"),
        ('a<b>c:d"e/f\\g|h?i*j', "a-b-c-d-e-f-g-h-i-j"), ("tên. . ", "tên"), ("CON", "CON_"),
        ("nul.txt", "nul_.txt"), ("Com1", "Com1_"), ("LPT9 .docx", "LPT9_.docx"),
        ("falcon.docx", "falcon.docx"), ("Connect", "Connect"), ("Sở\u00a0Nội\nvụ", "Sở Nội vụ"),
        ("a\u202ecod.exe", "acod.exe"), ("", "khong-ten"), ("...", "khong-ten"),
        (".docx", "khong-ten.docx"), ("x" * 200 + ".docx", "x" * 115 + ".docx"), ("Ba\u0301o", "Báo"),
        ("../../etc", "..-..-etc"),
    ],
)  # fmt: skip
def test_file_names(text: str, name: str) -> None:
    assert safe_file_name(text) == name


@given(st.text(st.characters(), max_size=300))
def test_every_file_name_is_safe(text: str) -> None:
    name = safe_file_name(text)
    assert 0 < len(name) <= 120 and len(name.encode()) <= 240
    assert not set(name) & set('<>:"/\\|?*\n\t\0') and name == name.strip(" ").rstrip(".")
    assert safe_file_name(name) == name
