"""The fields of every paper: the cluster, the period, the official parts, the conference."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.decree30.letter import attached_to, post, short_name
from pipeline.documents.source import Field, Fields, Source
from pipeline.law.awards import organiser
from pipeline.model import Cluster, Figure, Ordinal, Period, Person, Phrase, Rule, Unit, count
from pipeline.vietnamese.dates import clock, long, short
from pipeline.vietnamese.text import bare, key

_QUOTES = "“”\"' "
_NUMBERED = re.compile(r"\bsố (?=\d|[IVXLC]+\b)")
_SHORT_OFFICE = 2
"""An office of so many words takes its unit without a comma."""


def period_after(period: Period) -> str:
    """What comes after the period: "6 tháng cuối năm 2017", "năm 2022"."""
    if period.kind == "half_year":
        return f"6 tháng cuối năm {period.year}"
    return period.shifted(1).name


def compared_with(period: Period) -> str:
    """What a period is compared with: "cùng kỳ năm 2016", "năm 2020"."""
    if period.kind == "half_year":
        return f"cùng kỳ năm {period.year - 1}"
    return period.shifted(-1).name


def pledge_now(period: Period) -> str:
    """The pledge in force in the period: "năm 2017"."""
    return f"năm {period.year}" if period.kind == "half_year" else period.name


def units_count(units: tuple[Unit, ...]) -> Figure:
    """How many units there are."""
    return count(units, "đơn vị thành viên", "đơn vị", (unit.place for unit in units))


def unit_rows(units: Iterable[Unit], cluster: Cluster) -> list[Fields]:
    """The units as rows, in the order of the official list."""
    titles = {"leader": cluster.leader_title, "deputy": cluster.deputy_title}
    return [
        {
            "stt": at,
            "ten": unit.name,
            "ten_ngan": unit.short or unit.name,
            "vai_tro": titles[unit.role] if unit.role else None,
            "dai_dien": signer(unit),
            "chuc_vu": unit.signer_office,
            "dang_ky": list(unit.registered),
        }
        for at, unit in enumerate(units, 1)
    ]


def signer(unit: Unit) -> str | None:
    """Rank and name of the person who signs for a unit."""
    return " ".join(filter(None, (unit.signer_rank, unit.signer))) if unit.signer else None


def votes(part: Figure | None, whole: Figure | None) -> Phrase | None:
    """ "08/08 phiếu", or "08 phiếu" where the whole is not known."""
    if part is None:
        return None
    return Phrase((part, "/", whole, "\u00a0phiếu")) if whole is not None else Phrase((part, "\u00a0phiếu"))


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


def _unbroken(name: str) -> str:
    """The name with its number never alone on a line: "Cụm thi đua số 9"."""
    return _NUMBERED.sub("số\u00a0", name)


def _post(office: str | None, unit: str | None) -> str:
    """Office and unit in one: "Giám đốc Sở Nội vụ", "Trưởng phòng Tổng hợp, Sở Nội vụ"."""
    if not office or not unit or bare(unit) in bare(office):
        return office or unit or ""
    return f"{office} {unit}" if len(office.split()) <= _SHORT_OFFICE else f"{office}, {unit}"


def people(source: Source, *roles: str) -> list[Fields]:
    """The people with one of the roles."""
    return [person(someone) for someone in source.cluster.meeting.those(*roles)]


def _leading(source: Source) -> str | None:
    return next((unit.name for unit in source.cluster.leaders("leader")), None)


def _quoted(lines: tuple[str, ...]) -> list[str]:
    return [line.strip(_QUOTES) for line in lines]


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


def addressee(source: Source) -> str | None:
    """The first addressee, or the head of the body that organises the cluster."""
    return next(iter(source.letter.addressees), None)


COMMON = (
    Field("cum.ten", lambda s: _unbroken(s.cluster.name), "tên đầy đủ của cụm, khối"),
    Field("cum.ten_gon", lambda s: _unbroken(short_name(s.cluster)), "tên không kèm tên tỉnh"),
    Field("cum.goi", lambda s: s.cluster.form, "Cụm hoặc Khối"),
    Field("cum.so_don_vi", lambda s: units_count(s.cluster.units), "số đơn vị thành viên"),
    Field("cum.truong", lambda s: s.cluster.leader_title, "chức danh trưởng"),
    Field("cum.pho", lambda s: s.cluster.deputy_title, "chức danh phó"),
    Field("cum.truong_cum", lambda s: _unbroken(post(s.cluster.leader_title, s.cluster)), "chức danh trưởng kèm tên"),
    Field("cum.pho_cum", lambda s: _unbroken(post(s.cluster.deputy_title, s.cluster)), "chức danh phó kèm tên"),
    Field("cum.don_vi_truong", _leading, "đơn vị Cụm trưởng năm nay"),
    Field("cum.don_vi_pho", lambda s: [u.name for u in s.cluster.leaders("deputy")], "các đơn vị Cụm phó"),
    Field("cum.linh_vuc", lambda s: s.cluster.sector, "lĩnh vực"),
    Field("cum.tinh", lambda s: s.cluster.province, "tên tỉnh"),
    Field("cum.chu_de", lambda s: _quoted(s.cluster.theme), "các chủ đề thi đua"),
    Field("cum.khau_hieu", lambda s: _quoted(s.cluster.slogan), "các khẩu hiệu thi đua"),
    Field("cum.phong_trao_rieng", lambda s: s.cluster.movement and s.cluster.movement.strip(_QUOTES),
          "phong trào thường xuyên mang tên riêng"),
    Field("cum.co_quan_thuong_truc", lambda s: s.cluster.standing_office, "cơ quan thường trực"),
    Field("cum.don_vi", lambda s: unit_rows(s.cluster.units, s.cluster),
          "các đơn vị: stt, ten, ten_ngan, vai_tro, dai_dien, chuc_vu, dang_ky"),
    Field("ky.ten", lambda s: s.cluster.period.name, "kỳ báo cáo: năm 2021"),
    Field("ky.nam", lambda s: s.cluster.period.numbers, "năm: 2021 hoặc 2017-2018"),
    Field("ky.la_6_thang", lambda s: s.cluster.period.kind == "half_year", "kỳ 6 tháng"),
    Field("ky.ky_sau", lambda s: period_after(s.cluster.period), "kỳ sau: năm 2022"),
    Field("ky.ky_truoc", lambda s: s.cluster.period.shifted(-1).name, "kỳ trước: năm 2020"),
    Field("ky.so_voi", lambda s: compared_with(s.cluster.period), "kỳ so sánh: cùng kỳ năm 2016"),
    Field("ky.nam_giao_uoc", lambda s: s.cluster.pledge_period.name, "năm của bản giao ước sẽ ký"),
    Field("ky.giao_uoc_ky_nay", lambda s: pledge_now(s.cluster.period), "năm của bản giao ước đang thực hiện"),
    Field("van_ban.co_quan_tren", lambda s: list(s.letter.parents), "các dòng cơ quan cấp trên, CHỮ HOA"),
    Field("van_ban.co_quan", lambda s: list(s.letter.issuers), "các dòng cơ quan ban hành, CHỮ HOA"),
    Field("van_ban.so_ky_hieu", lambda s: s.letter.number, "số, ký hiệu"),
    Field("van_ban.dia_danh_ngay", lambda s: s.letter.place_and_date, "địa danh và ngày"),
    Field("van_ban.du_thao", lambda s: s.letter.draft, "là bản dự thảo"),
    Field("van_ban.kinh_gui", lambda s: list(s.letter.addressees), "các nơi kính gửi"),
    Field("van_ban.noi_nhan", lambda s: list(s.letter.recipients), "các dòng nơi nhận"),
    Field("van_ban.quyen_han", lambda s: list(s.letter.capacity), "các dòng quyền hạn, chức vụ, CHỮ HOA"),
    Field("van_ban.chuc_vu_ky", lambda s: s.letter.signer_office, "chức vụ trong cơ quan, trên họ tên"),
    Field("van_ban.nguoi_ky", lambda s: s.letter.signer, "cấp bậc, họ tên người ký"),
    Field("van_ban.kem_theo", lambda s: _attached(s), "dòng (Kèm theo …) của phụ lục"),
    Field("van_ban.nguoi_nhan_dau", addressee, "nơi kính gửi đầu tiên"),
    Field("hoi_nghi.co", lambda s: s.cluster.meeting.day is not None, "biết ngày hội nghị"),
    Field("hoi_nghi.ngay", lambda s: s.cluster.meeting.day and long(s.cluster.meeting.day), "ngày viết bằng chữ"),
    Field("hoi_nghi.ngay_ngan", lambda s: s.cluster.meeting.day and short(s.cluster.meeting.day), "14/12/2021"),
    Field("hoi_nghi.buoi", lambda s: s.cluster.meeting.session and s.cluster.meeting.session.capitalize(), "buổi"),
    Field("hoi_nghi.noi", lambda s: s.cluster.meeting.venue, "nơi tổ chức"),
    Field("hoi_nghi.bat_dau", lambda s: s.cluster.meeting.starts and clock(s.cluster.meeting.starts), "giờ bắt đầu"),
    Field("hoi_nghi.ket_thuc", lambda s: s.cluster.meeting.ends and clock(s.cluster.meeting.ends), "giờ kết thúc"),
    Field("hoi_nghi.ten", lambda s: "Hội nghị sơ kết" if s.cluster.period.kind == "half_year" else "Hội nghị tổng kết",
          "tên hội nghị"),
    Field("hoi_nghi.qua", lambda s: settled(s.cluster) or bool(s.cluster.meeting.people), "đã có kết quả hội nghị"),
    Field("hoi_nghi.chi_dao", lambda s: people(s, "directs"), "người dự, chỉ đạo: goi, ten, ten_ky, chuc_vu"),
    Field("hoi_nghi.chu_tri", lambda s: people(s, "chairs"), "người chủ trì"),
    Field("hoi_nghi.thu_ky", lambda s: people(s, "secretary"), "thư ký"),
    Field("hoi_nghi.phat_bieu", lambda s: people(s, "speaks"), "người phát biểu thay mặt"),
    Field("hoi_nghi.chung_kien", lambda s: people(s, "witnesses"), "người chứng kiến"),
    Field("hoi_nghi.ket_luan", lambda s: people(s, "concludes"), "người kết luận"),
    Field("hoi_nghi.to_kiem_phieu.truong", lambda s: people(s, "chief teller"), "tổ trưởng kiểm phiếu"),
    Field("hoi_nghi.to_kiem_phieu.thanh_vien", lambda s: people(s, "teller"), "thành viên tổ kiểm phiếu"),
    Field("hoi_nghi.co_mat", _attendance, "số đơn vị có mặt"),
    Field("hoi_nghi.dai_bieu", _present, "đại biểu: stt, don_vi, dai_dien, chuc_vu"),
    Field("hoi_nghi.co_dai_bieu", lambda s: any(row["dai_dien"] for row in _present(s)), "biết đại biểu"),
    Field("hoi_nghi.vang", _absentees, "đơn vị vắng: ten, ly_do"),
)  # fmt: skip


def _attached(source: Source) -> str | None:
    """The annexes of a proposal follow it; the others follow the report."""
    if source.paper == "proposal":
        return attached_to(source.cluster, "proposal")
    return attached_to(source.cluster, "report") if source.paper in ("report", "score table") else None


def head_of(cluster: Cluster) -> str | None:
    """The head of the body that organises the cluster."""
    return organiser(cluster.level, cluster.province, cluster.superior).head


__all__ = [
    "COMMON",
    "Ordinal",
    "head_of",
    "people",
    "person",
    "settled",
    "signer",
    "unit_rows",
    "units_count",
    "votes",
]
