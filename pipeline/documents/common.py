"""The fields of every paper: the cluster, the period, the official parts, the conference."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from pipeline.decree30.letter import attached_to, post, short_name
from pipeline.documents.conference import CONFERENCE
from pipeline.documents.source import LINES, Field, Fields, Says, Source
from pipeline.law.awards import organiser
from pipeline.model import Cluster, Figure, Nomination, Period, Phrase, Unit, count
from pipeline.vietnamese.dates import short

_QUOTES = "“”\"' "
_NUMBERED = re.compile(r"\bsố (?=\d|[IVXLC]+\b)")


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


def with_decision(name: str, nomination: Nomination) -> str:
    """ "Sở Tư pháp (Quyết định số 12/QĐ-UBND ngày 05/01/2022)": who was granted an award, by which decision."""
    number = re.sub(r"^(?:(?:quyết định|qđ)\s+)?(?:số[\s:]+)?", "", nomination.number or "", flags=re.IGNORECASE)
    day = f"ngày {short(nomination.day)}" if nomination.day else ""
    if nomination.status != "granted" or not number:
        return name
    return f"{name} ({' '.join(filter(None, ('Quyết định số', number, day)))})"


def _unbroken(name: str) -> str:
    """The name with its number never alone on a line: "Cụm thi đua số 9"."""
    return _NUMBERED.sub("số\u00a0", name)


def _leading(source: Source) -> str | None:
    return next((unit.name for unit in source.cluster.leaders("leader")), None)


def _quoted(lines: tuple[str, ...]) -> list[str]:
    return [line.strip(_QUOTES) for line in lines]


def addressee(source: Source) -> str | None:
    """The first addressee, or the head of the body that organises the cluster."""
    return next(iter(source.letter.addressees), None)


_UNIT: Mapping[str, Says] = {
    "stt": "số thứ tự", "ten": "tên đầy đủ", "ten_ngan": "tên viết tắt, không có thì tên đầy đủ",
    "vai_tro": "chức danh năm nay: Cụm trưởng, Cụm phó", "dai_dien": "cấp bậc, họ tên người ký",
    "chuc_vu": "chức vụ người ký", "dang_ky": ("danh hiệu, hình thức đăng ký", LINES),
}  # fmt: skip

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
    Field("cum.don_vi_pho", lambda s: [u.name for u in s.cluster.leaders("deputy")], "các đơn vị Cụm phó", LINES),
    Field("cum.linh_vuc", lambda s: s.cluster.sector, "lĩnh vực"),
    Field("cum.tinh", lambda s: s.cluster.province, "tên tỉnh"),
    Field("cum.chu_de", lambda s: _quoted(s.cluster.theme), "các chủ đề thi đua", LINES),
    Field("cum.khau_hieu", lambda s: _quoted(s.cluster.slogan), "các khẩu hiệu thi đua", LINES),
    Field("cum.phong_trao_rieng", lambda s: s.cluster.movement and s.cluster.movement.strip(_QUOTES),
          "phong trào thường xuyên mang tên riêng"),
    Field("cum.co_quan_thuong_truc", lambda s: s.cluster.standing_office, "cơ quan thường trực"),
    Field("cum.don_vi", lambda s: unit_rows(s.cluster.units, s.cluster),
          "các đơn vị thành viên", [_UNIT]),
    Field("ky.ten", lambda s: s.cluster.period.name, "kỳ báo cáo: năm 2021"),
    Field("ky.nam", lambda s: s.cluster.period.numbers, "năm: 2021 hoặc 2017-2018"),
    Field("ky.la_6_thang", lambda s: s.cluster.period.kind == "half_year", "kỳ 6 tháng"),
    Field("ky.ky_sau", lambda s: period_after(s.cluster.period), "kỳ sau: năm 2022"),
    Field("ky.ky_truoc", lambda s: s.cluster.period.shifted(-1).name, "kỳ trước: năm 2020"),
    Field("ky.so_voi", lambda s: compared_with(s.cluster.period), "kỳ so sánh: cùng kỳ năm 2016"),
    Field("ky.nam_giao_uoc", lambda s: s.cluster.pledge_period.name, "năm của bản giao ước sẽ ký"),
    Field("ky.giao_uoc_ky_nay", lambda s: pledge_now(s.cluster.period), "năm của bản giao ước đang thực hiện"),
    Field("van_ban.co_quan_tren", lambda s: list(s.letter.parents), "các dòng cơ quan cấp trên, CHỮ HOA", LINES),
    Field("van_ban.co_quan", lambda s: list(s.letter.issuers), "các dòng cơ quan ban hành, CHỮ HOA", LINES),
    Field("van_ban.so_ky_hieu", lambda s: s.letter.number, "số, ký hiệu"),
    Field("van_ban.dia_danh_ngay", lambda s: s.letter.place_and_date, "địa danh và ngày"),
    Field("van_ban.du_thao", lambda s: s.letter.draft, "là bản dự thảo"),
    Field("van_ban.kinh_gui", lambda s: list(s.letter.addressees), "các nơi kính gửi", LINES),
    Field("van_ban.noi_nhan", lambda s: list(s.letter.recipients), "các dòng nơi nhận", LINES),
    Field("van_ban.quyen_han", lambda s: list(s.letter.capacity), "các dòng quyền hạn, chức vụ, CHỮ HOA", LINES),
    Field("van_ban.chuc_vu", lambda s: list(s.letter.offices), "các dòng chức vụ không đậm của văn bản Đảng", LINES),
    Field("van_ban.dang", lambda s: s.letter.profile.party, "theo thể thức văn bản của Đảng"),
    Field("van_ban.chuc_vu_ky", lambda s: s.letter.signer_office, "chức vụ trong cơ quan, trên họ tên"),
    Field("van_ban.nguoi_ky", lambda s: s.letter.signer, "cấp bậc, họ tên người ký"),
    Field("van_ban.kem_theo", lambda s: _attached(s), "dòng (Kèm theo …) của phụ lục"),
    Field("van_ban.nguoi_nhan_dau", addressee, "nơi kính gửi đầu tiên"),
    *CONFERENCE,
)  # fmt: skip


_OF_REPORT = ("report", "score table", "statistics")


def _attached(source: Source) -> str | None:
    """The annexes of a proposal follow it; the others follow the report."""
    if source.paper == "proposal":
        return attached_to(source.cluster, "proposal")
    return attached_to(source.cluster, "report") if source.paper in _OF_REPORT else None


def head_of(cluster: Cluster) -> str | None:
    """The head of the body that organises the cluster."""
    return organiser(cluster.level, cluster.province, cluster.superior).head
