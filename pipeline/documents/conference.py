"""The fields of the conference: its day and place, who came, and in which role."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.decree30.letter import row_of
from pipeline.documents.source import Field, Fields, Says, Source
from pipeline.model import Cluster, Figure, Person, Rule, Unit
from pipeline.vietnamese.dates import clock, long, short
from pipeline.vietnamese.text import bare, key, run_on

_SHORT_OFFICE = 3
"""An office of so many words takes its unit without a comma."""
_TWICE = 2
"""So many words are not said twice, "Chánh Thanh tra tỉnh"; one is: "Trưởng ban Ban Dân tộc"."""


def person(someone: Person) -> Fields:
    """A person as sentences and signatures name him: "đồng chí …, Trưởng ban …"."""
    called = someone.honorific.lower() if someone.honorific else "đồng chí"
    name = " ".join(filter(None, (someone.rank, someone.name)))
    office = _post(someone.office, someone.unit)
    return {
        "goi": ", ".join(filter(None, (f"{called}\u00a0{name}", office))),
        "ten": someone.name,
        "ten_ky": name,
        "chuc_vu": office or None,
    }


def _post(office: str | None, unit: str | None) -> str:
    """Office and unit in one: "Chánh Thanh tra tỉnh", "Giám đốc Sở Nội vụ", "Trưởng phòng Tổng hợp, Sở Nội vụ"."""
    if not office or not unit or bare(unit) in bare(office):
        return office or unit or ""
    named = run_on(office, unit)
    return named if named != f"{office} {unit}" or len(office.split()) <= _SHORT_OFFICE else f"{office}, {unit}"


def people(source: Source, *roles: str) -> list[Fields]:
    """The people with one of the roles."""
    return [person(someone) for someone in source.cluster.meeting.those(*roles)]


def chair(source: Source) -> Fields | None:
    """Who signs as chair: whom the paper's own row names, else the first of those who chaired."""
    row = row_of(source.cluster, source.paper)
    if row.signer:
        named = Person(row.signer, "chairs", row.day_place, row.signer_rank, office=row.signer_office)
        return person(named)
    return next(iter(people(source, "chairs")), None)


def _present(source: Source) -> list[Fields]:
    came = [unit for unit in source.cluster.units if not _absent(source, unit)]
    return [_present_row(at, unit, source) for at, unit in enumerate(came, 1)]


def _present_row(at: int, unit: Unit, source: Source) -> Fields:
    those = [p for p in source.cluster.meeting.those("represents", "chairs", "speaks") if means(p.unit, unit)]
    return {
        "stt": at,
        "don_vi": unit.name,
        "dai_dien": ", ".join(" ".join(filter(None, (p.rank, p.name))) for p in those),
        "chuc_vu": ", ".join(p.office for p in those if p.office),
    }


def _absent(source: Source, unit: Unit) -> Person | None:
    gone = source.cluster.meeting.those("absent")
    return next((p for p in gone if means(p.unit, unit) or means(p.name, unit)), None)


def means(typed: str | None, unit: Unit) -> bool:
    """Whether a typed name is one of the names of a unit."""
    names = filter(None, (unit.name, unit.short, unit.code, *unit.aliases))
    return typed is not None and key(typed) in map(key, names)


def _absentees(source: Source) -> list[Fields]:
    absent = ((unit, _absent(source, unit)) for unit in source.cluster.units)
    return [{"ten": unit.name, "ly_do": someone.note} for unit, someone in absent if someone]


def _attendance(source: Source) -> Figure | None:
    """How many units came: known only where the sheet says who represents or who is absent."""
    meeting, units = source.cluster.meeting, source.cluster.units
    if not meeting.those("represents", "absent"):
        return None
    came = [unit for unit in units if not _absent(source, unit)]
    return Figure(len(came), "đơn vị", "count", Rule("count", "đơn vị có mặt"), tuple(unit.place for unit in came))


def settled(cluster: Cluster) -> bool:
    """Whether the results of the conference are known."""
    return bool(cluster.nominations or cluster.ballots or cluster.next_leaders.leader)


PERSON: Mapping[str, Says] = {
    "goi": "cách gọi trong câu: đồng chí …, chức vụ", "ten": "họ tên", "ten_ky": "cấp bậc, họ tên",
    "chuc_vu": "chức vụ, đơn vị",
}  # fmt: skip
_DELEGATE: Mapping[str, Says] = {
    "stt": "số thứ tự", "don_vi": "tên đơn vị", "dai_dien": "cấp bậc, họ tên người dự", "chuc_vu": "chức vụ người dự",
}  # fmt: skip

CONFERENCE = (
    Field("hoi_nghi.co", lambda s: s.cluster.meeting.day is not None, "biết ngày hội nghị"),
    Field("hoi_nghi.ngay", lambda s: s.cluster.meeting.day and long(s.cluster.meeting.day), "ngày viết bằng chữ"),
    Field("hoi_nghi.ngay_ngan", lambda s: s.cluster.meeting.day and short(s.cluster.meeting.day),
          "ngày viết gọn: 14/12/2021"),
    Field("hoi_nghi.buoi", lambda s: s.cluster.meeting.session and s.cluster.meeting.session.capitalize(), "buổi"),
    Field("hoi_nghi.noi", lambda s: s.cluster.meeting.venue, "nơi tổ chức"),
    Field("hoi_nghi.bat_dau", lambda s: s.cluster.meeting.starts and clock(s.cluster.meeting.starts), "giờ bắt đầu"),
    Field("hoi_nghi.ket_thuc", lambda s: s.cluster.meeting.ends and clock(s.cluster.meeting.ends), "giờ kết thúc"),
    Field("hoi_nghi.ten", lambda s: "Hội nghị sơ kết" if s.cluster.period.kind == "half_year" else "Hội nghị tổng kết",
          "tên hội nghị"),
    Field("hoi_nghi.qua", lambda s: settled(s.cluster) or bool(s.cluster.meeting.people), "đã có kết quả hội nghị"),
    Field("hoi_nghi.chi_dao", lambda s: people(s, "directs"), "người dự, chỉ đạo", [PERSON]),
    Field("hoi_nghi.chu_tri", lambda s: people(s, "chairs"), "người chủ trì", [PERSON]),
    Field("hoi_nghi.thu_ky", lambda s: people(s, "secretary"), "thư ký", [PERSON]),
    Field("hoi_nghi.phat_bieu", lambda s: people(s, "speaks"), "người phát biểu thay mặt", [PERSON]),
    Field("hoi_nghi.chung_kien", lambda s: people(s, "witnesses"), "người chứng kiến", [PERSON]),
    Field("hoi_nghi.ket_luan", lambda s: people(s, "concludes"), "người kết luận", [PERSON]),
    Field("hoi_nghi.to_kiem_phieu.truong", lambda s: people(s, "chief teller"), "tổ trưởng kiểm phiếu", [PERSON]),
    Field("hoi_nghi.to_kiem_phieu.thanh_vien", lambda s: people(s, "teller"), "thành viên tổ kiểm phiếu", [PERSON]),
    Field("hoi_nghi.co_mat", _attendance, "số đơn vị có mặt"),
    Field("hoi_nghi.dai_bieu", _present, "đại biểu các đơn vị", [_DELEGATE]),
    Field("hoi_nghi.co_dai_bieu", lambda s: any(row["dai_dien"] for row in _present(s)), "biết đại biểu"),
    Field("hoi_nghi.vang", _absentees, "đơn vị vắng", [{"ten": "tên đơn vị", "ly_do": "lý do vắng"}]),
)  # fmt: skip
