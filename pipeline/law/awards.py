"""What a typed award means: its name on paper, who decides it, who may receive it.

The catalogue is declared in `catalogue`; an award outside it is kept as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from pipeline.law.basis import in_force, law_on
from pipeline.law.catalogue import CATALOGUE, Entry, Under
from pipeline.model import RECIPIENTS, Award
from pipeline.vietnamese.text import bare, key, listing
from pipeline.vietnamese.tones import one_i

_REMEMBERED = 1 << 12
_SHORT = {
    "ubnd": "uy ban nhan dan", "bk": "bang khen", "gk": "giay khen", "knc": "ky niem chuong", "td": "thi dua",
    "cstd": "chien si thi dua", "ct": "chu tich", "ttg": "thu tuong chinh phu", "cp": "chinh phu",
}  # fmt: skip
"""Short forms within a name: "BK TTg", "Cờ TĐ CP"."""
_OPENING = re.compile(r"^(?:(?:suy ton|xet|de nghi|tang thuong|tang|danh hieu) )+")
_CLASS = re.compile(r"hang (?:(nhat|1|i)|(nhi|2|ii)|(ba|3|iii))")
_CLASSES = ("Nhất", "Nhì", "Ba")
_MINISTRY_HEADS = ("Bộ trưởng", "Chánh án", "Viện trưởng", "Tổng Thanh tra", "Tổng Giám đốc", "Chủ tịch", "Tư lệnh",
                   "Giám đốc", "Tổng Tham mưu trưởng", "Chủ nhiệm", "Tổng Kiểm toán", "Thống đốc")  # fmt: skip
_HEADS = {
    "uy ban nhan dan": "Chủ tịch", "quan khu": "Tư lệnh", "quan chung": "Tư lệnh", "quan doan": "Tư lệnh",
    "binh chung": "Tư lệnh", "bo doi bien phong": "Tư lệnh", "canh sat bien": "Tư lệnh", "bo tu lenh": "Tư lệnh",
    "bo tong tham muu": "", "bo chi huy": "Chỉ huy trưởng", "dai hoc quoc gia": "Giám đốc", "bo": "Bộ trưởng",
}  # fmt: skip
"""Who heads a body, by how its name begins; where nothing stands, the body itself is named."""


@dataclass(frozen=True)
class Organiser:
    """The level that organises the cluster: "Ủy ban nhân dân tỉnh X" and its head."""

    body: str | None
    head: str | None
    where: str = ""
    province: Organiser | None = None
    """The province that a body below it belongs to."""

    @property
    def spoken(self) -> Organiser:
        """As people write it inside the province: "Ủy ban nhân dân tỉnh"."""
        kind = self.where.split(" ")[0] if self.where.startswith("tỉnh") else "thành phố"
        short = [text and text.replace(self.where, kind) if self.where else text for text in (self.body, self.head)]
        return Organiser(short[0], short[1])


def organiser(level: str | None, province: str | None, superior: str | None) -> Organiser:
    """Who organises the cluster and who heads it; (None, None) when the workbook does not tell."""
    above = _province(province, superior) if province else None
    if level in (None, "tỉnh") and above:
        return above
    if superior and superior.startswith("Bộ "):
        return Organiser(superior, f"Bộ trưởng {superior}")
    return Organiser(superior, None, province=above)


def _province(province: str, superior: str | None) -> Organiser:
    where = f"thành phố {province}" if _is_city(province, superior) else f"tỉnh {province}"
    return Organiser(f"Ủy ban nhân dân {where}", f"Chủ tịch Ủy ban nhân dân {where}", where)


def _is_city(province: str, superior: str | None) -> bool:
    return bool(superior and bare(f"thành phố {province}") in bare(superior))


@lru_cache(_REMEMBERED)
def award(typed: str, of: Organiser) -> Award:
    """The award that a typed name means; an unknown one keeps its name, with no level and no decider."""
    words = _words(typed)
    entry = _named(of).get(words)
    if of.province and (entry is None or not _is_own(words, of)) and words in _named(of.province):
        return award(typed, of.province)
    if entry is None:
        return _of_another_body(typed, words, of)
    if any(words == _words(member) for member in entry.members):
        return _award(entry, typed, of)
    name = _filled(entry.name, of)
    return _award(entry, name, of) if "{" not in name and _is_own(words, of) else _of_others(entry, typed)


@lru_cache(64)
def _named(of: Organiser) -> Mapping[str, Entry]:
    """The awards by the bare words of all their names, as this organiser gives them."""
    found: dict[str, Entry] = {}
    for entry in CATALOGUE:
        for name in (entry.name, *entry.aliases, *entry.members):
            for body in (of, of.spoken):
                found.setdefault(_words(_filled(name, body)), entry)
    return found


def _is_own(words: str, of: Organiser) -> bool:
    """Whether the organiser may give it: a province gives nothing "cấp bộ", a ministry nothing "cấp tỉnh"."""
    return not words.endswith("cap bo" if of.where else "cap tinh")


def _of_others(entry: Entry, typed: str) -> Award:
    """An award of the catalogue whose giver is not told."""
    return Award(
        typed if "{" in entry.name else entry.name, entry.verb, entry.level, None, entry.recipients, entry.firm
    )


def catalogue_order(name: str) -> int:
    """Where an award stands in the catalogue, by how its name begins; unknown ones come last."""
    words = _words(name)
    return next((at for at, stem in enumerate(_STEMS) if words.startswith(stem)), len(CATALOGUE))


def _of_another_body(typed: str, words: str, of: Organiser) -> Award:
    """An award named with its own giver ("Bằng khen của Bộ trưởng Bộ Công an"), or a rank of an order."""
    giver = typed.split(" của ", 1)[1] if " của " in typed else ""
    found = _begun(words, _words(giver))
    if found is None:
        alike = next((entry for entry, stem in zip(CATALOGUE, _STEMS, strict=True) if words == stem), None)
        return Award(typed, "tặng", None, None, alike.recipients if alike else RECIPIENTS)
    entry, stem = found
    decider = _head_of(giver) if "{" in entry.decider and giver else entry.decider
    known = decider if decider and "{" not in decider else None
    name = _written(entry, typed, words.removeprefix(stem).strip(), giver)
    return Award(name, entry.verb, entry.level, known, entry.recipients, entry.firm)


def _begun(words: str, giver: str = "") -> tuple[Entry, str] | None:
    """The award whose name is the longest that a typed one begins with, and that name; what only some bodies give,
    of theirs."""
    found = [
        (len(stem), bool(entry.givers), entry, stem)
        for entry in CATALOGUE
        for stem in map(_words, (entry.stem, *entry.aliases))
        if words.startswith(f"{stem} ") and _is_meant(entry, words, giver)
    ]
    return max(found, key=lambda one: one[:2])[2:] if found else None


def _is_meant(entry: Entry, words: str, giver: str) -> bool:
    return (not entry.givers or giver.startswith(entry.givers)) and not any(word in words for word in entry.unlike)


def _written(entry: Entry, typed: str, rest: str, giver: str) -> str:
    """The name on paper: a class in words, a short form written out before its giver; else as it was typed."""
    if entry.classed and (found := _CLASS.fullmatch(rest)):
        return f"{entry.name} hạng {_CLASSES[(found.lastindex or 1) - 1]}"
    if giver and _words(typed.split(" của ", 1)[0]) == _words(entry.stem):
        return f"{entry.stem} của {giver}"
    return typed


def _head_of(giver: str) -> str:
    if giver.startswith(_MINISTRY_HEADS):
        return giver
    words = f"{_words(giver)} "
    head = next((head for body, head in _HEADS.items() if words.startswith(f"{body} ")), "")
    return f"{head} {giver}".strip()


def _award(entry: Entry, name: str, of: Organiser) -> Award:
    decider = _filled(entry.decider, of)
    known = decider if decider and "{" not in decider else None
    return Award(name, entry.verb, entry.level, known, entry.recipients, entry.firm)


def _filled(text: str, of: Organiser) -> str:
    return text.replace("{body}", of.body or "{body}").replace("{head}", of.head or "{head}")


def _words(text: str) -> str:
    """Bare words with the usual short forms written out; "chiến sỹ" is "chiến sĩ"."""
    plain = bare(one_i(key(text))).replace("cap nha nuoc", "")
    return " ".join(_SHORT.get(word, word) for word in _OPENING.sub("", plain).split())


_STEMS = tuple(_words(entry.stem) for entry in CATALOGUE)


# --- under the law of a day -----------------------------------------------------------------------


def under(typed: str, of: Organiser, day: date) -> Under | None:
    """What the law in force on a day says of a typed award; None where that is not known."""
    entry, law = _entry(_words(typed), of), law_on(day)
    return entry.under(law.number) if entry and law else None


def is_title(typed: str, of: Organiser) -> bool:
    """Whether a typed award is a title of emulation; one outside the catalogue is by its words."""
    words = _words(typed)
    entry = _entry(words, of)
    return entry.title if entry else "thi dua" in words or "tien tien" in words


def _entry(words: str, of: Organiser) -> Entry | None:
    """The award of the catalogue that the words name, or begin to name."""
    found = _begun(words)
    return _named(of).get(words) or (found[0] if found else None)


def ground(typed: str, of: Organiser, day: date) -> str | None:
    """By which articles a paper of a day proposes an award: "khoản 2 Điều 78 Luật Thi đua, khen thưởng".

    Only what was read in the law in force; nothing once that law is amended, for the articles may have changed.
    """
    found, law = under(typed, of, day), law_on(day)
    if found is None or law is None or found.certainty != "CONFIRMED" or not found.article:
        return None
    if any(text.amends == law.number for text in in_force(day)):
        return None
    articles = [_from_the_smallest(article) for article in found.article.split(", ")]
    return f"{listing(articles)} {law.kind} {law.abstract}"


def _from_the_smallest(article: str) -> str:
    """ "Điều 78 khoản 2" as a paper cites it: "khoản 2 Điều 78"."""
    return " ".join(reversed(re.findall(r"(?:Điều|khoản|điểm) \S+", article)))
