"""The titles and forms of the two laws on emulation and commendation: one line an award, one column a law.

A figure nobody has checked stands with its certainty and is offered to the office, never held against it. Sources:
Luật Thi đua, khen thưởng 2003 with Nghị định 91/2017/NĐ-CP, and 2022 with Nghị định 98/2023 and 152/2025/NĐ-CP, as far
as they were read.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.law.certainty import Certainty
from pipeline.law.register import NEW_LAW, OLD_LAW

LAWS = (OLD_LAW, NEW_LAW)
"""What the columns stand for."""
COUNCIL = "tổng số thành viên Hội đồng"
"""What the shares of votes are counted on; who is absent is asked in writing."""


@dataclass(frozen=True)
class Votes:
    """The least share of the Council's votes, in percent of `COUNCIL`, and where that is said."""

    percent: int
    certainty: Certainty
    article: str = ""


@dataclass(frozen=True)
class Under:
    """An award under one law: its article and how certain that is, the years of merit, the votes it needs."""

    certainty: Certainty
    article: str = ""
    years: int | None = None
    counted: Certainty = "RECALLED"
    """How certain the years are."""
    votes: Votes | None = None
    cap: str = ""
    """The largest share there may be, in Vietnamese."""
    after: str = ""
    """What must have been given before, in Vietnamese."""


@dataclass(frozen=True)
class Entry:
    """One award: `{body}` and `{head}` stand for the province or the ministry that organises the cluster and its head,
    `{unit}` and `{chief}` for another body that gives it."""

    name: str
    level: str
    decider: str
    recipients: tuple[str, ...]
    laws: tuple[Under | None, Under | None]
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    """Awards of their own that this line stands for: each keeps its name."""
    verb: str = "tặng"
    decided: Certainty = "CONFIRMED"
    """How certain it is who decides."""
    firm: bool = True
    """Whether the law's word on the recipients was seen; else others are said, not refused."""
    classed: bool = False
    """Given in three classes: hạng Nhất, hạng Nhì, hạng Ba."""
    givers: tuple[str, ...] = ()
    """How the names of the bodies begin that give it, where it is theirs alone."""
    unlike: tuple[str, ...] = ()
    """Words that make another thing of a name that begins so."""

    @property
    def title(self) -> bool:
        """Whether it is a title of emulation, not a form of commendation, as the honours of the State are."""
        return self.name.startswith("Cờ thi đua") or (self.verb == _TITLE and self.decider != _PRESIDENT)

    @property
    def stem(self) -> str:
        """The name without who gives it."""
        return self.name.split(" của {")[0]

    def under(self, law: str) -> Under | None:
        """What the law of this number says of it; None where it does not know it, or is not known itself."""
        return self.laws[LAWS.index(law)] if law in LAWS else None


@dataclass(frozen=True)
class Dossier:
    """What is sent up for a kind of award."""

    of: str
    papers: tuple[str, ...]
    article: str
    certainty: Certainty


_INITIATIVE = "giấy chứng nhận hoặc xác nhận hiệu quả áp dụng, phạm vi ảnh hưởng của sáng kiến, đề tài"
_COMMON = ("tờ trình", "báo cáo thành tích")
_MINUTES = "biên bản bình xét thi đua kèm kết quả bỏ phiếu của Hội đồng"
DOSSIERS = (
    Dossier("Danh hiệu thi đua", (*_COMMON, _MINUTES),
            "Điều 84 khoản 1 Luật năm 2022; Điều 34 Nghị định 98/2023/NĐ-CP", "CONFIRMED"),
    Dossier("Chiến sĩ thi đua các cấp", (*_COMMON, _MINUTES, _INITIATIVE),
            "Điều 84 khoản 1 Luật năm 2022", "CONFIRMED"),
    Dossier("Hình thức khen thưởng", (*_COMMON, "biên bản xét khen thưởng",
            "giấy chứng nhận phát minh, thành tích đặc biệt (nếu có)"), "Điều 84 khoản 2 Luật năm 2022", "CONFIRMED"),
)  # fmt: skip

_COLLECTIVE, _PERSON, _HOUSEHOLD = ("collective",), ("person",), ("household",)
_BOTH = ("collective", "person", "household")
_STATE, _MINISTRY, _BASE = "state", "ministry", "base"
_PRESIDENT, _PREMIER = "Chủ tịch nước", "Thủ tướng Chính phủ"
_TITLE = "tặng danh hiệu"

_OLD_80, _OLD_90 = Votes(80, "RECALLED"), Votes(90, "RECALLED")
_80 = Votes(80, "CONFIRMED", "Điều 30 khoản 7 Nghị định 98/2023/NĐ-CP")
_90 = Votes(90, "CONFIRMED", "Điều 30 khoản 7 Nghị định 98/2023/NĐ-CP")
_80_SAID = Votes(80, "RECALLED")
_UNREAD = Under("RECALLED")
_FORM = Under("CONFIRMED-2nd", "Điều 9")
_ORDER = (Under("RECALLED", votes=_OLD_80), Under("CONFIRMED-2nd", "Điều 9", votes=_80_SAID))
_LABOUR = (Under("RECALLED", years=5, votes=_OLD_80), Under("CONFIRMED-2nd", "Điều 9", 5, votes=_80_SAID))
_MEDAL = (_UNREAD, _FORM)
_HONOUR = (_UNREAD, _FORM)
_LISTED = Under("CONFIRMED", "Điều 20")


def _state(name: str, laws: tuple[Under | None, Under | None], recipients: tuple[str, ...], *aliases: str,
           members: tuple[str, ...] = (), verb: str = _TITLE, classed: bool = False) -> Entry:  # fmt: skip
    """What the President gives."""
    return Entry(name, _STATE, _PRESIDENT, recipients, laws, aliases, members, verb, "CONFIRMED-2nd", False, classed)


def _order(name: str, *aliases: str, classed: bool = False, to: tuple[str, ...] = _BOTH) -> Entry:
    return _state(name, _ORDER, to, *aliases, verb="tặng thưởng", classed=classed)


def _medal(name: str, *aliases: str, classed: bool = False, to: tuple[str, ...] = _PERSON) -> Entry:
    return _state(name, _MEDAL, to, *aliases, verb="tặng thưởng", classed=classed)


CATALOGUE = (
    _order("Huân chương"),
    _order("Huân chương Sao vàng"),
    _order("Huân chương Hồ Chí Minh"),
    _order("Huân chương Độc lập", "HCĐL", classed=True),
    _order("Huân chương Quân công", "HCQC", classed=True),
    _state("Huân chương Lao động", _LABOUR, _BOTH, "HCLĐ", verb="tặng thưởng", classed=True),
    _order("Huân chương Bảo vệ Tổ quốc", "HCBVTQ", classed=True),
    _order("Huân chương Chiến công", "HCCC", classed=True),
    _order("Huân chương Đại đoàn kết dân tộc", to=_PERSON),
    _order("Huân chương Dũng cảm", to=_PERSON),
    _order("Huân chương Hữu nghị"),
    _medal("Huy chương", to=_BOTH),
    _medal("Huy chương Quân kỳ quyết thắng", "HCQKQT"),
    _medal("Huy chương Vì an ninh Tổ quốc", "HCVANTQ"),
    _medal("Huy chương Chiến sĩ vẻ vang", "HCCSVV", classed=True),
    _medal("Huy chương Hữu nghị"),
    _state("Anh hùng Lao động", (Under("RECALLED", votes=_OLD_90), Under("CONFIRMED-2nd", "Điều 9", votes=_90)),
           ("collective", "person"), members=("Anh hùng Lực lượng vũ trang nhân dân",)),
    _state("Tỉnh anh hùng", _HONOUR, _COLLECTIVE, members=("Thành phố anh hùng",)),
    _state("Bà mẹ Việt Nam anh hùng", _HONOUR, _PERSON, "BMVNAH"),
    _state("Nhà giáo nhân dân", _HONOUR, _PERSON,
           members=("Nhà giáo ưu tú", "Thầy thuốc nhân dân", "Thầy thuốc ưu tú", "Nghệ sĩ nhân dân", "Nghệ sĩ ưu tú",
                    "Nghệ nhân nhân dân", "Nghệ nhân ưu tú")),
    _state("Giải thưởng Hồ Chí Minh", _HONOUR, _BOTH, verb="tặng"),
    _state("Giải thưởng Nhà nước", _HONOUR, _BOTH, verb="tặng"),
    Entry("Cờ thi đua của Chính phủ", _STATE, "Chính phủ", _COLLECTIVE,
          (Under("RECALLED", "Điều 25", 1, votes=_OLD_80, cap="20% số tập thể đạt tiêu chuẩn Cờ của "
                 "bộ, tỉnh (Điều 11 Nghị định 91/2017/NĐ-CP)"),
           Under("CONFIRMED", "Điều 25, Điều 78 khoản 1", 1, "CONFIRMED", _80,
                 "20% số tập thể dẫn đầu cụm, khối (chưa đối chiếu)")),
          ("Cờ thi đua Chính phủ", "Cờ Chính phủ")),
    Entry("Bằng khen của Thủ tướng Chính phủ", _STATE, _PREMIER, _BOTH,
          (Under("RECALLED", "Điều 71", 5, votes=_OLD_80), Under("CONFIRMED", "Điều 78 khoản 2", 5, votes=_80_SAID)),
          ("Bằng khen Thủ tướng Chính phủ", "Bằng khen Thủ tướng", "Bằng khen của Thủ tướng")),
    Entry("Chiến sĩ thi đua toàn quốc", _STATE, _PREMIER, _PERSON,
          (Under("RECALLED", "Điều 21", votes=_OLD_90, after="02 lần liên tục Chiến sĩ thi đua cấp bộ, tỉnh"),
           Under("CONFIRMED", "Điều 21, Điều 78", votes=_90, after="02 lần liên tục Chiến sĩ thi đua cấp bộ, tỉnh")),
          ("CSTĐTQ",), verb=_TITLE),
    Entry("Cờ thi đua của {body}", _MINISTRY, "{head}", _COLLECTIVE,
          (Under("RECALLED", "Điều 26", 1, votes=_OLD_80), Under("CONFIRMED-2nd", "Điều 26", 1, "CONFIRMED", _80)),
          ("Cờ thi đua {body}", "Cờ thi đua cấp tỉnh", "Cờ thi đua cấp bộ", "Cờ thi đua tỉnh"),
          decided="CONFIRMED-2nd"),
    Entry("Cờ thi đua của {unit}", _MINISTRY, "{chief}", _COLLECTIVE, (None, Under("CONFIRMED-2nd", years=1)),
          givers=("quan khu", "quan chung", "quan doan", "binh chung", "bo tu lenh", "bo doi bien phong",
                  "canh sat bien", "tong cuc", "bo tong tham muu", "dai hoc quoc gia"), decided="CONFIRMED-2nd"),
    Entry("Bằng khen của {head}", _MINISTRY, "{head}", _BOTH,
          (Under("RECALLED", "Điều 72", 2), Under("CONFIRMED", "Điều 72", 2)),
          ("Bằng khen {head}", "Bằng khen của {body}", "Bằng khen {body}", "Bằng khen cấp tỉnh", "Bằng khen cấp bộ"),
          decided="RECALLED"),
    Entry("Tập thể lao động xuất sắc", _MINISTRY, "{head}", _COLLECTIVE,
          (Under("RECALLED", "Điều 27", 1), Under("CONFIRMED", "Điều 27", 1)), ("TTLĐXS",), verb=_TITLE,
          decided="RECALLED"),
    Entry("Đơn vị quyết thắng", _MINISTRY, "{head}", _COLLECTIVE,
          (Under("RECALLED", "Điều 27", 1), Under("CONFIRMED", "Điều 27", 1)), ("ĐVQT",), verb=_TITLE,
          decided="RECALLED"),
    Entry("Chiến sĩ thi đua cấp tỉnh", _MINISTRY, "{head}", _PERSON,
          (Under("RECALLED", "Điều 22", votes=_OLD_90, after="03 lần liên tục Chiến sĩ thi đua cơ sở"),
           Under("RECALLED", "Điều 22", votes=_90, after="03 lần liên tục Chiến sĩ thi đua cơ sở")),
          ("Chiến sĩ thi đua tỉnh", "Chiến sĩ thi đua {body}", "Chiến sĩ thi đua của {body}"), verb=_TITLE,
          decided="RECALLED"),
    Entry("Chiến sĩ thi đua cấp bộ", _MINISTRY, "{head}", _PERSON,
          (Under("RECALLED", "Điều 22", votes=_OLD_90, after="03 lần liên tục Chiến sĩ thi đua cơ sở"),
           Under("RECALLED", "Điều 22", votes=_90, after="03 lần liên tục Chiến sĩ thi đua cơ sở")),
          ("Chiến sĩ thi đua bộ",), verb=_TITLE, decided="RECALLED"),
    Entry("Chiến sĩ thi đua toàn lực lượng Công an nhân dân", _MINISTRY, "Bộ trưởng Bộ Công an", _PERSON,
          (_UNREAD, _UNREAD), ("CSTĐ toàn lực lượng CAND", "CSTĐ toàn lực lượng"), verb=_TITLE, decided="RECALLED"),
    Entry("Chiến sĩ thi đua toàn quân", _MINISTRY, "Bộ trưởng Bộ Quốc phòng", _PERSON, (_UNREAD, _UNREAD), verb=_TITLE,
          decided="RECALLED"),
    Entry("Kỷ niệm chương", _MINISTRY, "{head}", _PERSON, (_UNREAD, _FORM), firm=False, decided="RECALLED"),
    Entry("Huy hiệu của {body}", _MINISTRY, "{head}", _PERSON, (_UNREAD, _UNREAD), ("Huy hiệu",), firm=False,
          unlike=("tuoi dang",), decided="RECALLED"),
    Entry("Xã, phường, thị trấn tiêu biểu", _MINISTRY, "{head}", _COLLECTIVE, (None, _LISTED), verb=_TITLE,
          members=("Xã tiêu biểu", "Phường tiêu biểu", "Thị trấn tiêu biểu"), decided="RECALLED"),
    Entry("Tập thể lao động tiên tiến", _BASE, "", _COLLECTIVE,
          (Under("RECALLED", "Điều 28", 1), Under("CONFIRMED", "Điều 20, Điều 80", 1)), ("TTLĐTT",), verb=_TITLE),
    Entry("Đơn vị tiên tiến", _BASE, "", _COLLECTIVE,
          (Under("RECALLED", "Điều 28", 1), Under("CONFIRMED", "Điều 20, Điều 80", 1)), ("ĐVTT",), verb=_TITLE),
    Entry("Chiến sĩ thi đua cơ sở", _BASE, "", _PERSON,
          (Under("RECALLED", "Điều 23", 1, votes=_OLD_80), Under("CONFIRMED", "Điều 80", 1, votes=_80,
           cap="15% số Lao động tiên tiến (chưa đối chiếu)")), ("CSTĐCS", "Chiến sĩ thi đua cấp cơ sở"), verb=_TITLE),
    Entry("Lao động tiên tiến", _BASE, "", _PERSON,
          (Under("RECALLED", "Điều 24", 1), Under("CONFIRMED", "Điều 80", 1)), ("LĐTT",), verb=_TITLE),
    Entry("Chiến sĩ tiên tiến", _BASE, "", _PERSON,
          (Under("RECALLED", "Điều 24", 1), Under("CONFIRMED", "Điều 80", 1)), ("CSTT",), verb=_TITLE),
    Entry("Thôn, tổ dân phố văn hóa", _BASE, "", _COLLECTIVE, (_UNREAD, _LISTED), verb=_TITLE,
          members=("Thôn văn hóa", "Tổ dân phố văn hóa", "Bản văn hóa", "Làng văn hóa", "Ấp văn hóa",
                   "Khu dân cư văn hóa"), decided="RECALLED"),
    Entry("Gia đình văn hóa", _BASE, "", _HOUSEHOLD, (_UNREAD, Under("CONFIRMED")), ("GĐVH",), verb=_TITLE,
          decided="RECALLED"),
    Entry("Giấy khen", _BASE, "", _BOTH, (Under("RECALLED", years=1), Under("CONFIRMED", "Điều 80", 1)),
          ("Giấy khen của thủ trưởng đơn vị", "Giấy khen của Giám đốc")),
)  # fmt: skip
