"""The fields of one candidate's merits: who it is, how it was judged, what it did, what it has received."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from pipeline.decree30.letter import letter
from pipeline.documents.acclaim import called
from pipeline.documents.cases import points_of, rank_of_case, votes_and_share
from pipeline.documents.merit import case_of, own_targets, passages, past, since, summary, years_of
from pipeline.documents.results import bare_percent, shown
from pipeline.documents.source import LINES, Field, Fields, Says, Source
from pipeline.model import CASES, Figure, Nomination, PastAward, Period, Phrase, Target, count
from pipeline.transforms.figures import difference, share
from pipeline.vietnamese.dates import short
from pipeline.vietnamese.text import bare

SMALL = 10
"""Over a smaller base no change is told in per cent."""
_DECISION = re.compile(r"^(?:quyết định|qđ)?\s*(?:số)?\s*:?\s*(?=\d)", re.IGNORECASE)


# --- what was done ----------------------------------------------------------------------------------


def _reached(source: Source) -> list[Target]:
    return [t for t in own_targets(case_of(source), source.cluster) if t.result is not None]


def _target_row(at: int, target: Target) -> Fields:
    return {
        "stt": at,
        "noi_dung": target.text,
        "don_vi_tinh": shown(target.measure),
        "nam_truoc": shown(target.before),
        "ke_hoach": shown(target.plan),
        "ket_qua": shown(target.result),
        "tang_giam": shown(_change(target)),
        "ty_le": bare_percent(_compared(target)),
    }


def _both(target: Target) -> tuple[Figure, Figure] | None:
    """Last year's result and this year's, where both are numbers of something that is not measured in per cent."""
    before, now = target.before, target.result
    if not isinstance(before, Figure) or not isinstance(now, Figure) or bare(target.measure or "") in _PERCENT:
        return None
    return None if target.measure == "%" or before < SMALL else (before, now)


_PERCENT = ("phan tram", "ty le")


def _compared(target: Target) -> Figure | None:
    """The result in hundredths of last year's."""
    known = _both(target)
    return share(known[1], known[0], "so với năm trước") if known else None


def _change(target: Target) -> Phrase | str | None:
    """ "tăng 12,3", "giảm 3,2", in hundredths of last year's result."""
    known = _both(target)
    if known is None:
        return None
    before, now = known
    if before == now:
        return "bằng"
    part = share(difference(now, before), before, "tăng, giảm so với năm trước")
    return Phrase(("tăng " if now > before else "giảm ", bare_percent(part)))  # type: ignore[arg-type]  # of a figure


def _has(source: Source, name: str) -> bool:
    return any(_target_row(0, target)[name] != "" for target in _reached(source))


# --- what was received before -----------------------------------------------------------------------


def _past_rows(source: Source, *titles: bool) -> list[Fields]:
    kind = source.cluster.period.kind
    return [
        {
            "nam": Period("school_year" if kind == "school_year" else "year", one.year).numbers,
            "khen": one.award.name,
            "quyet_dinh": _decision(one),
        }
        for one in past(case_of(source), source.cluster)
        if one.title in titles
    ]


def _decision(one: PastAward) -> str:
    """ "Quyết định số 12/QĐ-UBND ngày 10/01/2020 của …", as far as it is known."""
    day, issuer = (f"ngày {short(one.day)}" if one.day else None), (f"của {one.issuer}" if one.issuer else None)
    return " ".join(filter(None, (f"Quyết định số {_DECISION.sub('', one.number)}", day, issuer)))


# --- who it is and how it was judged ----------------------------------------------------------------


def _ranked(source: Source) -> Figure | None:
    """Among how many units the candidate has its rank."""
    cluster = source.cluster
    if rank_of_case(case_of(source), cluster) is None:
        return None
    ranked = [s.unit for s in cluster.standings if s.rank is not None] or list(cluster.units)
    return count(ranked, "đơn vị được xếp hạng", "đơn vị", (unit.place for unit in ranked))


def _title(source: Source) -> str:
    """ "Đề nghị tặng Cờ thi đua của … năm 2021", its period on one line."""
    award, period = case_of(source).award, source.cluster.period.name.replace(" ", "\u00a0")
    return " ".join(("Đề nghị", award.verb, award.name, period) if award else ("Đề nghị khen thưởng", period))


def _span(source: Source) -> str | None:
    """ "từ năm 2017 đến năm 2021", where merits of more than one year are judged."""
    found, cluster = years_of(case_of(source), source.cluster), source.cluster
    if found is None or found.years is None or found.years < 2:
        return None
    return f"từ {since(cluster, found.years).name} đến {cluster.period.name}"


def _born(source: Source) -> str | None:
    """ "sinh ngày 12/5/1975", "sinh năm 1975"."""
    born = case_of(source).born
    if born is None:
        return None
    return f"sinh {'năm' if born.isdigit() else 'ngày'} {born}"


def _post(case: Nomination) -> str | None:
    """Office and unit of who is no collective."""
    unit = case.unit.name if case.unit else None
    return ", ".join(filter(None, (case.office, unit))) or None if case.recipient != "collective" else None


def _above(case: Nomination) -> str | None:
    """What a collective belongs to."""
    return case.issuer.parent if case.issuer and case.recipient == "collective" else None


def _confirms(source: Source) -> Fields | None:
    """The head of the leading unit, who confirms; nobody where that unit is the candidate itself."""
    cluster = source.cluster
    if case_of(source).issuer in cluster.leaders("leader"):
        return None
    found = letter(cluster, "score table", source.draft)
    title = cluster.leader_title.upper()
    over = [line for line in found.capacity if not line.startswith(("TM. ", "(")) and line != title]
    return {
        "quyen_han": [f"XÁC NHẬN CỦA {title}", *over],
        "chuc_vu": found.signer_office,
        "nguoi_ky": found.signer,
    }


_ROW: Mapping[str, Says] = {
    "stt": "số thứ tự", "noi_dung": "chỉ tiêu", "don_vi_tinh": "đơn vị tính", "nam_truoc": "kết quả năm trước",
    "ke_hoach": "kế hoạch", "ket_qua": "kết quả", "tang_giam": "tăng, giảm so với năm trước, %",
    "ty_le": "bằng bao nhiêu % năm trước",
}  # fmt: skip
_PAST: Mapping[str, Says] = {
    "nam": "năm", "khen": "danh hiệu, hình thức", "quyet_dinh": "số, ngày của quyết định; cơ quan ban hành",
}  # fmt: skip
_CONFIRMS: Mapping[str, Says] = {
    "quyen_han": ("các dòng xác nhận, CHỮ HOA", LINES), "chuc_vu": "chức vụ trong cơ quan", "nguoi_ky": "người ký",
}  # fmt: skip
_SECTIONS = (
    ("dac_diem", "đặc điểm, tình hình", ("situation", "conditions")),
    ("chuc_nang", "chức năng, nhiệm vụ", ("functions",)),
    ("bien_phap", "biện pháp, phong trào thi đua", ("direction", "launching", "movements", "publicity")),
    ("chap_hanh", "thực hiện chủ trương, chính sách, pháp luật", ("charity",)),
    ("doan_the", "tổ chức đảng, đoàn thể", ("party",)),
)


def _told(tag: str, says: str, sections: Iterable[str]) -> Field:
    return Field(f"thanh_tich.{tag}", lambda s: passages(case_of(s), s.cluster, *sections), f"các đoạn: {says}", LINES)


MERIT = (
    Field("thanh_tich.ten", lambda s: case_of(s).name, "tên tập thể, cá nhân, hộ"),
    Field("thanh_tich.goi", lambda s: called(case_of(s)), "tên kèm danh xưng"),
    Field("thanh_tich.la", lambda s: CASES[case_of(s).recipient], "tập thể, cá nhân hoặc hộ gia đình"),
    Field("thanh_tich.khen", lambda s: a.name if (a := case_of(s).award) else None, "danh hiệu, hình thức đề nghị"),
    Field("thanh_tich.dong_tu", lambda s: a.verb if (a := case_of(s).award) else "", "tặng, tặng thưởng"),
    Field("thanh_tich.tieu_de", _title, "trích yếu"),
    Field("thanh_tich.giai_doan", _span, "các năm xét thành tích, khi xét từ hai năm trở lên"),
    Field("thanh_tich.sinh", _born, "ngày hoặc năm sinh"),
    Field("thanh_tich.chuc_vu", lambda s: _post(case_of(s)), "chức vụ, đơn vị của cá nhân; đơn vị đề nghị của hộ"),
    Field("thanh_tich.co_quan_quan_ly", lambda s: _above(case_of(s)), "cơ quan quản lý của tập thể"),
    Field("thanh_tich.diem", lambda s: points_of(case_of(s), s.cluster), "tổng điểm"),
    Field("thanh_tich.hang", lambda s: rank_of_case(case_of(s), s.cluster), "xếp thứ"),
    Field("thanh_tich.so_xep_hang", _ranked, "số đơn vị được xếp hạng"),
    Field("thanh_tich.phieu", lambda s: votes_and_share(case_of(s), s.cluster), "số phiếu đồng ý (tỷ lệ)"),
    Field("thanh_tich.tom_tat", lambda s: summary(case_of(s)), "tóm tắt thành tích đã ghi ở trang Đề nghị", LINES),
    _told("ket_qua", "kết quả của đơn vị", ("results",)),
    *(_told(*section) for section in _SECTIONS),
    Field("thanh_tich.chi_tieu", lambda s: [_target_row(at, t) for at, t in enumerate(_reached(s), 1)],
          "các chỉ tiêu của đơn vị đã có kết quả", [_ROW]),
    Field("thanh_tich.co_don_vi_tinh", lambda s: _has(s, "don_vi_tinh"), "có đơn vị tính"),
    Field("thanh_tich.co_nam_truoc", lambda s: _has(s, "nam_truoc"), "có kết quả năm trước"),
    Field("thanh_tich.co_ke_hoach", lambda s: _has(s, "ke_hoach"), "có kế hoạch"),
    Field("thanh_tich.co_so_sanh", lambda s: _has(s, "ty_le"), "so sánh được với năm trước"),
    Field("thanh_tich.da_khen", lambda s: _past_rows(s, True, False), "các hình thức đã được khen thưởng", [_PAST]),
    Field("thanh_tich.danh_hieu", lambda s: _past_rows(s, True), "danh hiệu thi đua đã được tặng", [_PAST]),
    Field("thanh_tich.hinh_thuc", lambda s: _past_rows(s, False), "hình thức khen thưởng đã được tặng", [_PAST]),
    Field("thanh_tich.xac_nhan", _confirms, "xác nhận của đơn vị Cụm trưởng", _CONFIRMS),
)  # fmt: skip
