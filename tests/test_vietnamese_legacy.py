"""Text of the encodings before Unicode: told by its font or its letters, and turned into Unicode."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.vietnamese.legacy import (
    CAPITALS,
    TCVN3,
    VNI,
    decoded,
    encoding_by_letters,
    encoding_of,
    in_unicode,
    is_unicode,
)  # fmt: skip

SMALL = "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ"
TONES = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
ROOFS = {"": "â", "\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"}
BREVES = {"": "ê", "\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}
SINGLES = dict(zip("íìỉĩịỵđ", "íìæóòîñ", strict=True))
BYTES = bytes.fromhex(
    "b8b5b6b7b9 a8bebbbcbdc6 a9cac7c8c9cb d0cccecfd1 aad5d2d3d4d6 ddd7d8dcde e3dfe1e2e4 abe8e5e6e7e9 acedeaebecee"
    "f3eff1f2f4 adf8f5f6f7f9 fdfafbfcfe ae"
)
"""The letters of `SMALL` as the standard TCVN 5712 numbers them."""
INPUTS = Path(__file__).parents[1] / "inputs"


def in_vni(letter: str) -> str:
    """A small letter as VNI writes it."""
    if letter in SINGLES:
        return SINGLES[letter]
    parts = unicodedata.normalize("NFD", letter)
    base, marks = parts[0], parts[1:]
    tone = next((mark for mark in marks if mark in TONES), "")
    if "\u0302" in marks:
        return base + ROOFS[tone]
    if "\u0306" in marks:
        return base + BREVES[tone]
    horned = {"o": "ô", "u": "ö"}[base] if "\u031b" in marks else base
    return horned + TONES.get(tone, "")


OF_TCVN3 = dict(zip(SMALL, BYTES.decode("cp1252"), strict=True))
OF_VNI = {letter: in_vni(letter) for letter in SMALL}


def encoded(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(letter, letter) for letter in text)


vietnamese = st.text(st.sampled_from(SMALL + "abcdeghiklmnopqrstuvxy "))


@given(vietnamese)
def test_tcvn3_comes_back(text: str) -> None:
    assert decoded(encoded(text, OF_TCVN3), TCVN3) == text


@given(vietnamese)
def test_small_letters_in_a_font_of_capitals_are_capitals(text: str) -> None:
    old = encoded(text, OF_TCVN3)
    assert decoded(old, CAPITALS) == (old if old == text else text.upper())


@given(vietnamese, st.booleans())
def test_vni_comes_back(text: str, capitals: bool) -> None:
    old = encoded(text, OF_VNI)
    assert decoded(old.upper() if capitals else old, VNI) == (text.upper() if capitals else text)


def test_capitals_of_tcvn3_that_have_signs_of_their_own() -> None:
    assert decoded("¡¢§£¤¥¦", TCVN3) == "ĂÂĐÊÔƠƯ"


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", TCVN3), (".VnArial NarrowH", CAPITALS), (".vntime", TCVN3), ("VNI-Times", VNI), ("VNI Helve", VNI),
        ("Times New Roman", ""), ("VnTime", ""), ("VNIx", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_font_tells_the_encoding(font: str, encoding: str) -> None:
    assert encoding_of(font) == encoding


@pytest.mark.parametrize(
    ("old", "encoding", "text"),
    [
        ("nh÷ng", TCVN3, "những"),
        ("§ång bé", TCVN3, "Đồng bộ"),
        ("Së Gi¸o dôc vµ §µo t¹o", TCVN3, "Sở Giáo dục và Đào tạo"),
        ("Uû ban nh©n d©n tØnh §¾k L¾k", TCVN3, "Uỷ ban nhân dân tỉnh Đắk Lắk"),
        ("n\xad\xedc", TCVN3, "nước"),
        ("B\xb8o c\xb8o t\xe6ng k\xd5t n\xa8m 2021", TCVN3, "Báo cáo tổng kết năm 2021"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", VNI, "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("Sôû Noäi vuï", VNI, "Sở Nội vụ"),
        ("ÑOÀNG", VNI, "ĐỒNG"),
        ("Tröôûng", VNI, "Trưởng"),
    ],
)
def test_letters_alone_may_tell_an_encoding(old: str, encoding: str, text: str) -> None:
    assert (encoding_by_letters(old), decoded(old, encoding)) == (encoding, text)


@pytest.mark.parametrize(
    "text",
    [
        "Müller", "Café", "Noël", "Zoë Müller", "Citroën", "Tromsø", "Ångström", "naïve", "Haïti", "laïc", "für schön",
        "São Paulo", "Curaçao", "Malmö – Göteborg", "Dvořák", "m²", "3 m² × 4 m²", "§ 5", "§5", "®", "Microsoft®",
        "µ", "10 µm", "10µm", "© 2021", "½", "¼ ½ ¾", "20 °C", "± 5", "«Thi đua»", "«Bravo»", "5·10", "a × b", "😀",
        "Công an", "CÔNG AN", "Thanh Hóa", "Khánh Hòa", "Hà Nam", "Toà án", "Kiên Giang", "Ê-a", "Krông Pa", "Krông Nô",
        "Plây Ku", "cà phê", "ô tô", "xe máy, xe đạp", "Ðoàn viên", "BÐ", "Xoong", "huých", "uý lạo", "Lý", "quý",
        "Tháng 12", "côt nhà", "tháng06", "\xad", "", "x\xa0y", "Vie\u0323\u0302t", "Nguyên quán: Sìn Hò",
    ],
)  # fmt: skip
def test_no_alarm_for_what_is_no_old_text(text: str) -> None:
    assert encoding_by_letters(text) == ""


@pytest.mark.parametrize("path", sorted(INPUTS.rglob("*.xlsx")), ids=lambda path: path.stem)
def test_no_alarm_for_a_word_of_the_samples(path: Path) -> None:
    for page in openpyxl.load_workbook(path).worksheets:
        for text in (str(value) for row in page.iter_rows(values_only=True) for value in row if value):
            assert encoding_by_letters(text) == "" == "".join(map(encoding_by_letters, text.split()))


@given(st.text(st.characters(codec="utf-8")))
def test_a_text_is_told_old_only_when_decoding_changes_it(text: str) -> None:
    found, encoding = in_unicode(text)
    assert (found != text) == bool(encoding)


def test_each_piece_is_read_by_its_own_font() -> None:
    runs = (("Sở ", TCVN3), ("T\xad ph¸p", TCVN3), (" Müller", ""), (" coâng", VNI), (" 12", TCVN3))
    assert in_unicode("".join(text for text, _ in runs), runs) == ("Sở Tư pháp Müller công 12", TCVN3)


@pytest.mark.parametrize("text", ["Sở Tư pháp", "12", "UBND", "Vie\u0323\u0302t", ""])
def test_what_is_unicode_already_stays_in_an_old_font(text: str) -> None:
    assert is_unicode(text) and in_unicode(text, ((text, TCVN3),)) == (text, "")


def test_a_sign_that_the_encoding_does_not_have_stays() -> None:
    assert in_unicode("3 m²", (("3 m²", CAPITALS),)) == ("3 m²", "")
