"""The catalogue of titles and forms: how they are named, who decides them, who may receive them.

Each line gives its source and how certain it is; an award outside the catalogue is kept as it was typed.
Sources: Luật Thi đua, khen thưởng 2003 and 2022 (Điều 25, 26, 27, 72, 78, 80), as far as they were read.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model import Award
from pipeline.vietnamese.text import bare, key
from pipeline.vietnamese.tones import one_i

_COLLECTIVE = ("collective",)
_PERSON = ("person",)
_BOTH = ("collective", "person", "household")


@dataclass(frozen=True)
class Entry:
    """One award: `{issuer}` in the name and the decider stands for the province or the ministry."""

    name: str
    aliases: tuple[str, ...]
    level: str
    decider: str
    recipients: tuple[str, ...]
    verb: str
    certainty: str


CATALOGUE = (
    Entry("Huân chương", (), "state", "Chủ tịch nước", _BOTH, "tặng thưởng", "CONFIRMED-2nd"),
    Entry("Huy chương", (), "state", "Chủ tịch nước", _BOTH, "tặng thưởng", "CONFIRMED-2nd"),
    Entry("Cờ thi đua của Chính phủ", ("Cờ thi đua Chính phủ", "Cờ Chính phủ", "Cờ CP"), "state",
          "Chính phủ", _COLLECTIVE, "tặng", "CONFIRMED: Điều 78 k.1 Luật 2022"),
    Entry("Bằng khen của Thủ tướng Chính phủ", ("Bằng khen Thủ tướng Chính phủ", "Bằng khen Thủ tướng",
          "Bằng khen TTg", "Bằng khen của Thủ tướng"), "state",
          "Thủ tướng Chính phủ", _BOTH, "tặng", "CONFIRMED: Điều 78 k.2 Luật 2022"),
    Entry("Chiến sĩ thi đua toàn quốc", ("CSTĐ toàn quốc", "CSTĐTQ"), "state", "Thủ tướng Chính phủ",
          _PERSON, "tặng danh hiệu", "CONFIRMED: Điều 21, 78 Luật 2022"),
    Entry("Cờ thi đua của {body}", ("Cờ thi đua {body}", "Cờ thi đua cấp tỉnh", "Cờ thi đua cấp bộ",
          "Cờ thi đua tỉnh"), "ministry", "{head}", _COLLECTIVE, "tặng",
          "CONFIRMED-2nd: Điều 26 Luật 2022"),
    Entry("Bằng khen của {head}", ("Bằng khen {head}", "Bằng khen của {body}", "Bằng khen {body}",
          "Bằng khen cấp tỉnh", "Bằng khen cấp bộ"), "ministry", "{head}", _BOTH, "tặng",
          "CONFIRMED: Điều 72 Luật 2022; thẩm quyền RECALLED"),
    Entry("Tập thể lao động xuất sắc", ("TTLĐXS",), "ministry", "{head}", _COLLECTIVE, "tặng danh hiệu",
          "CONFIRMED: Điều 27 Luật 2022; thẩm quyền RECALLED"),
    Entry("Đơn vị quyết thắng", ("ĐVQT",), "ministry", "{head}", _COLLECTIVE, "tặng danh hiệu",
          "CONFIRMED: Điều 27 Luật 2022; thẩm quyền RECALLED"),
    Entry("Chiến sĩ thi đua cấp tỉnh", ("CSTĐ cấp tỉnh", "CSTĐ tỉnh", "Chiến sĩ thi đua tỉnh"), "ministry",
          "{head}", _PERSON, "tặng danh hiệu", "RECALLED"),
    Entry("Chiến sĩ thi đua cấp bộ", ("CSTĐ cấp bộ", "CSTĐ bộ"), "ministry", "{head}", _PERSON,
          "tặng danh hiệu", "RECALLED"),
    Entry("Kỷ niệm chương", ("KNC",), "ministry", "{head}", _PERSON, "tặng", "RECALLED"),
    Entry("Tập thể lao động tiên tiến", ("TTLĐTT",), "base", "", _COLLECTIVE, "tặng danh hiệu",
          "CONFIRMED: Điều 80 Luật 2022"),
    Entry("Đơn vị tiên tiến", ("ĐVTT",), "base", "", _COLLECTIVE, "tặng danh hiệu",
          "CONFIRMED: Điều 80 Luật 2022"),
    Entry("Chiến sĩ thi đua cơ sở", ("CSTĐ cơ sở", "CSTĐCS"), "base", "", _PERSON, "tặng danh hiệu",
          "CONFIRMED: Điều 80 Luật 2022"),
    Entry("Lao động tiên tiến", ("LĐTT",), "base", "", _PERSON, "tặng danh hiệu", "CONFIRMED: Điều 80"),
    Entry("Chiến sĩ tiên tiến", ("CSTT",), "base", "", _PERSON, "tặng danh hiệu", "CONFIRMED: Điều 80"),
    Entry("Giấy khen", ("Giấy khen của thủ trưởng đơn vị", "Giấy khen của Giám đốc"), "base", "", _BOTH,
          "tặng", "CONFIRMED: Điều 80 Luật 2022"),
)  # fmt: skip

_MINISTRY_HEADS = ("Bộ trưởng", "Chánh án", "Viện trưởng", "Tổng Thanh tra", "Tổng Giám đốc", "Chủ tịch")


@dataclass(frozen=True)
class Organiser:
    """The level that organises the cluster: "Ủy ban nhân dân tỉnh X" and its head."""

    body: str | None
    head: str | None
    where: str = ""

    @property
    def spoken(self) -> Organiser:
        """As people write it inside the province: "Ủy ban nhân dân tỉnh"."""
        kind = self.where.split(" ")[0] if self.where.startswith("tỉnh") else "thành phố"
        short = [text and text.replace(self.where, kind) if self.where else text for text in (self.body, self.head)]
        return Organiser(short[0], short[1])


def organiser(level: str | None, province: str | None, superior: str | None) -> Organiser:
    """Who organises the cluster and who heads it; (None, None) when the workbook does not tell."""
    if level in (None, "tỉnh") and province:
        city = _is_city(province, superior)
        where = f"thành phố {province}" if city else f"tỉnh {province}"
        return Organiser(f"Ủy ban nhân dân {where}", f"Chủ tịch Ủy ban nhân dân {where}", where)
    if superior and superior.startswith("Bộ "):
        return Organiser(superior, f"Bộ trưởng {superior}")
    return Organiser(superior, None)


def _is_city(province: str, superior: str | None) -> bool:
    return bool(superior and bare(f"thành phố {province}") in bare(superior))


def award(typed: str, of: Organiser) -> Award:
    """The award that a typed name means; an unknown one keeps its name, with no level and no decider."""
    words = _words(typed)
    for entry in CATALOGUE:
        names = (_filled(name, body) for name in (entry.name, *entry.aliases) for body in (of, of.spoken))
        if any(words == _words(name) for name in names):
            name = _filled(entry.name, of)
            return _award(entry, name, of) if "{" not in name and _is_own(words, of) else _of_others(entry, typed)
    return _of_another_body(typed, of)


def _is_own(words: str, of: Organiser) -> bool:
    """Whether the organiser may give it: a province gives nothing "cấp bộ", a ministry nothing "cấp tỉnh"."""
    return not words.endswith("cap bo" if of.where else "cap tinh")


def _of_others(entry: Entry, typed: str) -> Award:
    """An award of the catalogue whose giver is not told."""
    return Award(typed if "{" in entry.name else entry.name, entry.verb, entry.level, None, entry.recipients)


def catalogue_order(name: str) -> int:
    """Where an award stands in the catalogue, by how its name begins; unknown ones come last."""
    words = _words(name)
    stems = (_words(entry.name.split(" của {")[0]) for entry in CATALOGUE)
    return next((at for at, stem in enumerate(stems) if words.startswith(stem)), len(CATALOGUE))


def _of_another_body(typed: str, of: Organiser) -> Award:
    """An award named with its own giver ("Bằng khen của Bộ trưởng Bộ Công an"), or a rank of an order."""
    words = _words(typed)
    for entry in CATALOGUE:
        stem = _words(entry.name.split(" của {")[0])
        if words.startswith(f"{stem} "):
            giver = typed.split(" của ", 1)[1] if " của " in typed else ""
            decider = _head_of(giver) if "{" in entry.decider and giver else entry.decider
            known = "{" not in decider
            return Award(typed, entry.verb, entry.level, decider if known and decider else None, entry.recipients)
    return Award(typed, "tặng", None, None, _BOTH)


def _head_of(giver: str) -> str:
    if giver.startswith(_MINISTRY_HEADS):
        return giver
    if giver.startswith("Bộ "):
        return f"Bộ trưởng {giver}"
    return f"Chủ tịch {giver}" if bare(giver).startswith(("ubnd", "uy ban nhan dan")) else giver


def _award(entry: Entry, name: str, of: Organiser) -> Award:
    decider = _filled(entry.decider, of)
    return Award(name, entry.verb, entry.level, decider if decider and "{" not in decider else None, entry.recipients)


def _filled(text: str, of: Organiser) -> str:
    return text.replace("{body}", of.body or "{body}").replace("{head}", of.head or "{head}")


def _words(text: str) -> str:
    """Bare words with the usual short forms written out; "chiến sỹ" is "chiến sĩ"."""
    return bare(one_i(key(text))).replace("ubnd", "uy ban nhan dan").replace("cap nha nuoc", "").strip()
