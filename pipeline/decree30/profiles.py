"""The rules of form a paper follows: Decree 30, Decree 30 with a rank before the name, or those of the Party.

Decree 30 binds state bodies; Party bodies have their own page (Điều 2; Hướng dẫn 05-HD/VPTW), and the heads of some
branches prescribe a rank or degree before the signer's name (Phụ lục I, Phần I, Mục II.7c).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pipeline.decree30.format import (
    CAPACITY,
    COMPONENTS,
    LINES,
    MOTTO,
    NUMBER,
    OPEN,
    PAGE_NUMBER,
    Certainty,
    Component,
    PageRule,
    ParagraphRule,
    Wording,
)  # fmt: skip
from pipeline.decree30.format import PARTY as OF_PARTY
from pipeline.model import Cluster, Unit
from pipeline.vietnamese.text import bare


@dataclass(frozen=True)
class Profile:
    """Where a kind of issuer departs from the page of Decree 30, and by what text."""

    name: str
    source: str = "Nghị định 30/2020/NĐ-CP"
    certainty: Certainty = "CONFIRMED"
    components: Mapping[str, Component] = field(default_factory=lambda: COMPONENTS)
    motto: str = MOTTO
    """What stands over its papers."""
    number: Wording = NUMBER
    numbered: str = "Số: {number}/{type}-{symbol}"
    page_number: PageRule = PAGE_NUMBER
    lines: ParagraphRule = LINES
    exact: bool = False
    """Whether the line spacing is a number of points, not of lines."""
    capacity: Wording = CAPACITY
    signs: Mapping[str, str] = field(default_factory=dict)
    """How the capacities of Decree 30 are written, where otherwise."""
    filed: str = "Lưu: VT"
    silent: tuple[str, ...] = ("-",)
    """Codes of rules that do not hold, by their beginnings."""
    ranked: bool = False
    """Whether a rank or a degree may stand before the signer's name."""

    @property
    def party(self) -> bool:
        """Whether the paper bears the name of the Party in place of Quốc hiệu and Tiêu ngữ."""
        return self.name == "dang"


_HD05 = "Hướng dẫn 05-HD/VPTW"


def _of_party(role: str, sizes: tuple[int, int], **changes: object) -> Component:
    said = {"sizes": sizes, "article": _HD05, "certainty": "CONFIRMED-2nd", **changes}
    return replace(COMPONENTS[role], **said)  # type: ignore[arg-type]  # the names of fields, by hand


ND30 = Profile("nd30")
RANKED = Profile("nd30, cấp bậc trước họ tên", ranked=True)
PARTY = Profile(
    name="dang",
    motto=OF_PARTY,
    source=_HD05,
    certainty="CONFIRMED-2nd",
    components={
        **COMPONENTS,
        "motto": _of_party("motto", (30, 30), name="Tiêu đề “Đảng Cộng sản Việt Nam”"),
        "parent": _of_party("parent", (28, 28)),
        "issuer": _of_party("issuer", (28, 28)),
        "number": _of_party("number", (28, 28)),
        "place and date": _of_party("place and date", (28, 28)),
        "type": _of_party("type", (30, 32)),
        "abstract": _of_party("abstract", (28, 30)),
        "subject": _of_party("subject", (24, 24), italic=True),
        "addressee": _of_party("addressee", (28, 30), italic=None),
        "basis": _of_party("basis", (28, 30), italic=None),
        **{role: _of_party(role, (28, 30)) for role in ("part", "part title", "article", "roman", "clause", "body")},
        "capacity": _of_party("capacity", (28, 28), bold=None),
        "signer": _of_party("signer", (28, 28)),
        "recipients": _of_party("recipients", (28, 28), bold=False, italic=False, underlined=True),
        "recipient": _of_party("recipient", (24, 24)),
    },
    number=Wording(
        "Số, ký hiệu",
        rf"Số(?:\s?(?:0[1-9]|[1-9]\d+[a-zđ]?)|{OPEN})-[^\W\d_]+/(?:[^\W_]|[&.…])+(?:-(?:[^\W_]|[&.…])+)*",
        "Số 05-BC/ĐU", _HD05, "CONFIRMED-2nd",
    ),
    numbered="Số {number}-{type}/{symbol}",
    page_number=PageRule("Số trang: cỡ 14, giữa lề trên, từ trang 2", 28, 28, _HD05, "CONFIRMED-2nd"),
    lines=ParagraphRule("Khoảng cách dòng chính xác 18 - 22pt", 360, 440, _HD05, "CONFIRMED-2nd"),
    exact=True,
    capacity=Wording("Quyền hạn ký", r"(?:T/M|K/T|T/L|TUQ\.|Q\.)\s\S.*", "T/M BAN THƯỜNG VỤ", _HD05, "CONFIRMED-2nd"),
    signs={"TM.": "T/M", "KT.": "K/T", "TL.": "T/L"},
    filed="Lưu Văn phòng",
    silent=("TT30-16", "TT30-17", "TT30-21", "TT30-24", "TT30-33", "TT30-42", "TT30-43", "TT30-44", "TT30-45"),
)  # fmt: skip

_BY_MANY = ("pledge", "minutes", "conference", "tally", "score table", "statistics")
"""Papers that bodies of several kinds sign or fill together keep to Decree 30."""
_RANKED = ("lực lượng vũ trang", "quân đội", "quân sự", "công an", "trường", "giáo dục", "y tế", "khoa học")
"""Kinds of units where a rank or degree may stand before the name (Mục II.7c)."""


def profile_of(cluster: Cluster, kind: str, issuer: Unit | None, signing: Unit | None) -> Profile:
    """The rules of form for a kind of paper, as "Thể thức" says, else by the units that issue and sign it.

    `issuer` is None where the cluster issues in its own name.
    """
    if kind not in _BY_MANY and (cluster.profile or (issuer and _is(issuer, "đảng") and "party")) == "party":
        return PARTY
    return RANKED if signing and _is(signing, *_RANKED) else ND30


def _is(unit: Unit, *kinds: str) -> bool:
    words = f" {bare(unit.kind or '')} "
    return any(f" {bare(kind)} " in words for kind in kinds)
