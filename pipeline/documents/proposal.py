"""The fields of a proposal to one deciding authority, and of the list annexed to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.decree30.letter import paper_day
from pipeline.documents.acclaim import ACCLAIM, called
from pipeline.documents.cases import (
    authority,
    cases_by_award,
    counts_of,
    description,
    in_order,
    lacks,
    pending,
    phrases,
    points_of,
    post,
    rank_of_case,
    votes_and_share,
)
from pipeline.documents.common import COMMON
from pipeline.documents.grounds import day_of
from pipeline.documents.kind import YEARLY, Kind, Part, all_sheets
from pipeline.documents.ranking import RANKING
from pipeline.documents.results import shown
from pipeline.documents.source import COUNTED, LINES, Field, Fields, Says, Source
from pipeline.documents.texts import TEXTS
from pipeline.law.awards import Organiser, ground, organiser
from pipeline.model import CASES, RECIPIENTS, Cluster, Nomination, count
from pipeline.vietnamese.dates import long

MANY = 6
"""From six cases on, the names stand in the annex only."""


def _award_group(name: str, cases: Sequence[Nomination], cluster: Cluster) -> Fields:
    counts = counts_of(cases)
    award = cases[0].award
    return {
        "ten": name,
        "dong_tu": award.verb if award else "",
        "can_cu": ground(name, _organiser(cluster), day_of(cluster, "proposal")),
        "so_tap_the": counts.get("collective"),
        "so_ca_nhan": counts.get("person"),
        "so_ho": counts.get("household"),
        "tong": phrases(cases),
        "doi_tuong": [{"ten": called(c), "mo_ta": description(c, cluster)} for c in in_order(cases, cluster)],
    }


def _organiser(cluster: Cluster) -> Organiser:
    return organiser(cluster.level, cluster.province, cluster.superior)


def _title(source: Source) -> str:
    groups = cases_by_award(source.cases)
    period = source.cluster.period.name
    if len(groups) == 1:
        name, cases = next(iter(groups.items()))
        award = cases[0].award
        return f"Về việc đề nghị {award.verb if award else 'tặng'} {name} {period}"
    return f"Về việc đề nghị khen thưởng {period}"


def _annex_title(source: Source) -> str:
    groups = cases_by_award(source.cases)
    kinds = ", ".join(CASES[kind] for kind in counts_of(source.cases))
    period = source.cluster.period.name
    if len(groups) == 1:
        name, cases = next(iter(groups.items()))
        award = cases[0].award
        return f"Danh sách {kinds} đề nghị {award.verb if award else 'tặng'} {name} {period}".upper()
    return f"Danh sách {kinds} đề nghị khen thưởng {period}".upper()


def decider(source: Source) -> str:
    """Who decides the awards of this proposal."""
    award = source.cases[0].award if source.cases else None
    return (award.decider if award else None) or ""


def _above(source: Source) -> str | None:
    """The decider, when it is above the level that the proposal is addressed to."""
    of, to, who = _organiser(source.cluster), addressed(source), decider(source)
    higher = (*_STATE, of.province.head if of.province else None)
    asked = to is not None and authority(to, source.cluster) == authority(who, source.cluster)
    return who if to and not asked and who in higher else None


_STATE = ("Chính phủ", "Thủ tướng Chính phủ", "Chủ tịch nước")


def addressed(source: Source) -> str | None:
    """Whom the proposal asks: the first addressee."""
    return next(iter(source.letter.addressees), None)


def _annex_row(at: int, case: Nomination, cluster: Cluster) -> Fields:
    return {
        "stt": at,
        "ten": called(case),
        "ngay_sinh": shown(case.born),
        "chuc_vu": post(case),
        "khen": case.award.name if case.award else "",
        "diem": shown(points_of(case, cluster)),
        "hang": shown(rank_of_case(case, cluster)),
        "phieu": shown(votes_and_share(case, cluster)),
        "tom_tat": shown(case.summary),
        "ghi_chu": "",
    }


def _annex(source: Source, kind: str) -> list[Fields]:
    """The cases of one kind of recipient, award by award."""
    groups = cases_by_award(source.cases).values()
    cases = [case for group in groups for case in in_order(group, source.cluster) if case.recipient == kind]
    return [_annex_row(at, case, source.cluster) for at, case in enumerate(cases, 1)]


def _any(source: Source, name: str) -> bool:
    return any(row[name] != "" for kind in RECIPIENTS for row in _annex(source, kind))


ENCLOSURES = {
    "bien-ban-binh-xet": "Biên bản bình xét, suy tôn",
    "bien-ban-kiem-phieu": "Biên bản kiểm phiếu",
    "bang-tong-hop-diem": "Bảng tổng hợp điểm",
    "bao-cao-tong-ket": "Báo cáo tổng kết",
    "bao-cao-thanh-tich": "Báo cáo thành tích của tập thể được đề nghị",
    "tom-tat-thanh-tich": "Tóm tắt thành tích của từng trường hợp",
}


def _enclosures(source: Source) -> list[str]:
    made = [kind for kind in ENCLOSURES if kind in source.made]
    if all(case.recipient != "collective" for case in source.cases):
        made = [kind for kind in made if kind != "bao-cao-thanh-tich"]
    return ["Danh sách đề nghị khen thưởng", *(ENCLOSURES[kind] for kind in made)]


def _minutes_day(source: Source) -> str | None:
    day = paper_day(source.cluster, "minutes")
    return long(day) if day else None


_AWARD: Mapping[str, Says] = {
    "ten": "danh hiệu, hình thức", "dong_tu": "tặng, tặng thưởng",
    "can_cu": "điều, khoản của luật quy định, khi đã đối chiếu",
    "so_tap_the": "số tập thể", "so_ca_nhan": "số cá nhân", "so_ho": "số hộ gia đình",
    "tong": ("số trường hợp theo đối tượng", [COUNTED]),
    "doi_tuong": ("từng trường hợp", [{"ten": "tên", "mo_ta": "chức vụ, thứ hạng, điểm, phiếu, nếu biết"}]),
}  # fmt: skip
_CASE: Mapping[str, Says] = {
    "stt": "số thứ tự", "ten": "tên tập thể, cá nhân, hộ", "ngay_sinh": "ngày sinh", "chuc_vu": "chức vụ, đơn vị",
    "khen": "danh hiệu, hình thức", "diem": "tổng điểm", "hang": "xếp thứ", "phieu": "số phiếu đồng ý (tỷ lệ)",
    "tom_tat": "tóm tắt thành tích", "ghi_chu": "ghi chú",
}  # fmt: skip

PROPOSAL = (
    Field("de_nghi.tieu_de", _title, "trích yếu"),
    Field("de_nghi.nguoi_quyet_dinh", decider, "cấp quyết định"),
    Field("de_nghi.kinh_trinh", addressed, "nơi kính trình"),
    Field("de_nghi.vuot_cap", _above, "cấp quyết định ở trên nơi kính trình"),
    Field("de_nghi.nhom_khen",
          lambda s: [_award_group(name, cases, s.cluster) for name, cases in cases_by_award(s.cases).items()],
          "đề nghị theo danh hiệu, hình thức", [_AWARD]),
    Field("de_nghi.tong", lambda s: phrases(s.cases), "tổng số theo đối tượng", [COUNTED]),
    Field("de_nghi.so", lambda s: count(s.cases, "trường hợp đề nghị", "trường hợp", (c.place for c in s.cases)),
          "tổng số trường hợp"),
    Field("de_nghi.phu_luc", lambda s: len(s.cases) >= MANY, "tên chỉ ghi ở phụ lục"),
    Field("de_nghi.tieu_de_phu_luc", _annex_title, "tên phụ lục, CHỮ HOA"),
    Field("de_nghi.tap_the", lambda s: _annex(s, "collective"),
          "các tập thể được đề nghị", [_CASE]),
    Field("de_nghi.ca_nhan", lambda s: _annex(s, "person"), "các cá nhân được đề nghị", [_CASE]),
    Field("de_nghi.ho", lambda s: _annex(s, "household"), "các hộ gia đình được đề nghị", [_CASE]),
    Field("de_nghi.co_diem", lambda s: _any(s, "diem"), "có điểm"),
    Field("de_nghi.co_hang", lambda s: _any(s, "hang"), "có hạng"),
    Field("de_nghi.co_phieu", lambda s: _any(s, "phieu"), "có phiếu"),
    Field("de_nghi.co_tom_tat", lambda s: _any(s, "tom_tat"), "có tóm tắt thành tích"),
    Field("de_nghi.co_ngay_sinh", lambda s: _any(s, "ngay_sinh"), "có ngày sinh"),
    Field("de_nghi.cam_ket", lambda s: s.cluster.committed and not any(c.unit and c.unit.barred for c in s.cases),
          "ghi lời cam kết"),
    Field("de_nghi.ho_so", _enclosures, "hồ sơ kèm theo", LINES),
    Field("de_nghi.bien_ban_ngay", _minutes_day, "ngày biên bản"),
)  # fmt: skip


def _parts(cluster: Cluster) -> tuple[Part, ...]:
    """One paper an authority, however its name was typed."""
    found: dict[str, list[Nomination]] = {}
    for nomination in pending(cluster):
        who = nomination.award.decider if nomination.award else None
        found.setdefault(authority(who or "", cluster), []).append(nomination)
    return tuple(Part(slug, tuple(cases)) for slug, cases in found.items())


KIND = Kind(
    name="to-trinh",
    title="tờ trình đề nghị khen thưởng",
    paper="proposal",
    periods=YEARLY,
    sheets=all_sheets("Đề nghị", "Chấm điểm", "Tiêu chí", "Quy định", "Bỏ phiếu", "Căn cứ"),
    table=(*COMMON, *TEXTS, *RANKING, *ACCLAIM, *PROPOSAL),
    lacks=lacks,
    parts=_parts,
)
