"""The fields of the pledge: contents, targets, registered titles, scale of points, the signature grid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from pipeline.documents.common import COMMON, signer
from pipeline.documents.conference import PERSON, means, person
from pipeline.documents.kind import YEARLY, Kind, all_sheets, has
from pipeline.documents.outline import Section
from pipeline.documents.results import TARGET, shown, target_rows, targets
from pipeline.documents.source import LINES, Field, Fields, Says, Source
from pipeline.documents.texts import TEXTS
from pipeline.model import Cluster, Criterion, Figure, Person, Rule, Target, Unit, count
from pipeline.transforms.figures import total
from pipeline.vietnamese.dates import long

ACROSS = 2
"""Signatures in one row of the grid."""


def signers(cluster: Cluster) -> list[Unit]:
    """The units in the order in which they sign, as "Thứ tự ký giao ước" says."""
    units = list(cluster.pledge_units)
    chosen = cluster.next_leaders
    first = [unit for unit in (chosen.leader, *chosen.deputies) if unit is not None and unit in units]
    if cluster.regulation.signing_order == "list" or not first:
        return units
    if cluster.regulation.signing_order == "leader last":
        last = chosen.leader
        return [unit for unit in units if unit is not last] + [unit for unit in units if unit is last]
    return first + [unit for unit in units if unit not in first]


def grid(cluster: Cluster) -> list[list[Fields]]:
    """The signature grid, row by row; an odd last cell stands alone in its row."""
    cells = [_cell(unit, cluster) for unit in signers(cluster)]
    return [cells[at : at + ACROSS] for at in range(0, len(cells), ACROSS)]


def _cell(unit: Unit, cluster: Cluster) -> Fields:
    office = _office(unit, cluster)
    return {
        "ten": unit.name.upper(),
        "chuc_vu": office.upper() if office else None,
        "dai_dien": _signs(unit, cluster),
    }


def _signs(unit: Unit, cluster: Cluster) -> str | None:
    """Who signs for a unit: the sheet "Đơn vị", else its representative at the conference."""
    return signer(unit) or next((str(person(p)["ten_ky"]) for p in _representatives(unit, cluster)), None)


def _office(unit: Unit, cluster: Cluster) -> str | None:
    return unit.signer_office or next((p.office for p in _representatives(unit, cluster) if p.office), None)


def _representatives(unit: Unit, cluster: Cluster) -> list[Person]:
    return [p for p in cluster.meeting.those("represents") if means(p.unit, unit)]


def _members(cluster: Cluster) -> list[Fields]:
    return [
        {
            "stt": at,
            "don_vi": u.name,
            "dai_dien": _signs(u, cluster) or "",
            "chuc_vu": _office(u, cluster) or "",
        }
        for at, u in enumerate(cluster.pledge_units, 1)
    ]


def pledged(cluster: Cluster) -> list[Target]:
    """The targets of the pledge year."""
    return targets(cluster, cluster.pledge_year)


def signing_day(cluster: Cluster) -> date | None:
    """The day on which the pledge is signed: its own where it comes after the conference."""
    return cluster.papers["pledge"].day if cluster.pledge_later else cluster.meeting.day


def _contents(cluster: Cluster) -> list[Fields]:
    """The groups of the pledge with what each says in words; first what stands in no group."""
    groups: dict[str | None, list[Target]] = {None: []}
    for target in pledged(cluster):
        groups.setdefault(target.group, []).append(target)
    alone = _commitments(groups.pop(None))
    named = [
        {"stt": str(at), "ten": name, "muc_tieu": _commitments(found)}
        for at, (name, found) in enumerate(groups.items(), 1)
    ]
    return [{"stt": "", "ten": None, "muc_tieu": alone}, *named] if alone else [*named]


def _commitments(found: Sequence[Target]) -> list[str]:
    """What a group of the pledge says in words: contents, and targets that no number measures."""
    said = (target.content or (target.text if target.plan is None else None) for target in found)
    return list(dict.fromkeys(text for text in said if text))


def measured(cluster: Cluster) -> list[Target]:
    """The targets with a plan, for the table."""
    return [target for target in pledged(cluster) if target.plan is not None]


def _registered(cluster: Cluster) -> list[Fields]:
    units = [unit for unit in cluster.pledge_units if unit.registered]
    return [
        {"stt": at, "don_vi": unit.name, "danh_hieu": "; ".join(unit.registered)} for at, unit in enumerate(units, 1)
    ]


def _scale(criteria: Sequence[Criterion]) -> list[Fields]:
    """The criteria as table rows, groups in bold; bonus and deduction stand apart from the total."""
    deep = any(not c.leaf for c in criteria)
    return [
        {
            "dam": not c.leaf or (deep and c.parent is None),
            "stt": "" if c.mark.startswith("#") else c.mark,
            "noi_dung": c.name,
            "toi_da": shown(c.maximum),
        }
        for c in criteria
        if c.kind == "standard"
    ]


def _full(cluster: Cluster) -> Figure | None:
    """The points of the whole scale: its groups, which hold their leaves."""
    tops = [c.maximum for c in cluster.criteria if c.parent is None and c.kind == "standard"]
    leaves = [c.maximum for c in cluster.criteria if c.leaf and c.kind == "standard" and c.maximum]
    known = [maximum for maximum in tops if maximum]
    return total(known if len(known) == len(tops) else leaves, "điểm tối đa của các nhóm")


def _bonus(cluster: Cluster) -> Figure | None:
    if cluster.regulation.bonus_cap:
        return cluster.regulation.bonus_cap
    leaves = [c.maximum for c in cluster.criteria if c.leaf and c.kind == "bonus" and c.maximum]
    return total(leaves, "điểm thưởng tối đa")


def _keepers(cluster: Cluster) -> list[str]:
    return [cluster.standing_office] if cluster.standing_office else []


def _copies(cluster: Cluster) -> Figure | None:
    """One copy a unit and one for each body that it is sent to."""
    each = (_member_count(cluster), *(_one_copy() for _ in _keepers(cluster)))
    return total(each, "số bản, mỗi đơn vị và mỗi nơi gửi một bản")


def _member_count(cluster: Cluster) -> Figure:
    units = cluster.pledge_units
    return count(units, "đơn vị ký giao ước", "đơn vị", (unit.place for unit in units))


def _one_copy() -> Figure:
    return Figure(1, "bản", "count", Rule("constant", "mỗi nơi giữ một bản"))


_CONTENTS: Mapping[str, Says] = {
    "stt": "số thứ tự", "ten": "tên nhóm; nội dung không thuộc nhóm nào thì không có",
    "muc_tieu": ("các nội dung, mục tiêu", LINES),
}  # fmt: skip
_REGISTERED: Mapping[str, Says] = {
    "stt": "số thứ tự", "don_vi": "tên đơn vị", "danh_hieu": "danh hiệu, hình thức đăng ký",
}  # fmt: skip
_CRITERION: Mapping[str, Says] = {
    "dam": "là nhóm, in đậm", "stt": "số thứ tự", "noi_dung": "tiêu chí", "toi_da": "điểm tối đa",
}  # fmt: skip
_SIGNER: Mapping[str, Says] = {
    "ten": "tên đơn vị, CHỮ HOA", "chuc_vu": "chức vụ, CHỮ HOA", "dai_dien": "cấp bậc, họ tên",
}  # fmt: skip
_MEMBER: Mapping[str, Says] = {
    "stt": "số thứ tự", "don_vi": "tên đơn vị", "dai_dien": "cấp bậc, họ tên người ký", "chuc_vu": "chức vụ người ký",
}  # fmt: skip

PLEDGE = (
    Field("giao_uoc.ten_nam", lambda s: s.cluster.pledge_period.name, "năm của bản giao ước"),
    Field("giao_uoc.ngay_ky", lambda s: (day := signing_day(s.cluster)) and long(day), "ngày ký kết"),
    Field("giao_uoc.noi", lambda s: None if s.cluster.pledge_later else s.cluster.meeting.venue, "nơi ký kết"),
    Field("giao_uoc.nhom", lambda s: _contents(s.cluster), "nội dung thi đua theo nhóm", [_CONTENTS]),
    Field("giao_uoc.chi_tieu", lambda s: target_rows(measured(s.cluster)),
          "các chỉ tiêu", [TARGET]),
    Field("giao_uoc.dang_ky", lambda s: _registered(s.cluster), "đơn vị đăng ký danh hiệu", [_REGISTERED]),
    Field("giao_uoc.thang_diem", lambda s: _scale(s.cluster.criteria), "các dòng của thang điểm", [_CRITERION]),
    Field("giao_uoc.tong_diem", lambda s: _full(s.cluster), "tổng điểm chuẩn"),
    Field("giao_uoc.diem_thuong", lambda s: _bonus(s.cluster), "điểm thưởng tối đa"),
    Field("giao_uoc.so_ban", lambda s: _copies(s.cluster), "số bản"),
    Field("giao_uoc.so_ban_don_vi", lambda s: _member_count(s.cluster), "số đơn vị giữ bản"),
    Field("giao_uoc.mot_ban", lambda s: _one_copy(), "số bản mỗi đơn vị giữ"),
    Field("giao_uoc.noi_gui", lambda s: [{"ten": name, "so": _one_copy()} for name in _keepers(s.cluster)],
          "nơi gửi bản giao ước", [{"ten": "tên nơi gửi", "so": "số bản"}]),
    Field("giao_uoc.truong", lambda s: s.cluster.next_leaders.leader and s.cluster.next_leaders.leader.name,
          "Cụm trưởng năm giao ước"),
    Field("giao_uoc.pho", lambda s: [u.name for u in s.cluster.next_leaders.deputies], "Cụm phó năm giao ước", LINES),
    Field("giao_uoc.luoi", lambda s: grid(s.cluster), "lưới chữ ký, mỗi hàng hai ô", [[_SIGNER]]),
    Field("giao_uoc.chung_kien", lambda s: [person(p) for p in s.cluster.meeting.those("witnesses")],
          "người chứng kiến", [PERSON]),
    Field("giao_uoc.thanh_vien", lambda s: _members(s.cluster), "các đơn vị ký", [_MEMBER]),
    Field("giao_uoc.co_dai_dien", lambda s: any(_signs(u, s.cluster) for u in s.cluster.pledge_units),
          "biết người đại diện"),
)  # fmt: skip

OUTLINE = tuple(Section(tag) for tag in ("chu_de", "noi_dung", "chi_tieu", "dang_ky", "thang_diem", "to_chuc"))


def _present(found: Mapping[str, object], source: Source) -> dict[str, bool]:
    shown = {
        "chu_de": has(found, "cum.chu_de") or has(found, "cum.khau_hieu"),
        "noi_dung": has(found, "giao_uoc.nhom"),
        "chi_tieu": has(found, "giao_uoc.chi_tieu"),
        "dang_ky": has(found, "giao_uoc.dang_ky"),
        "thang_diem": has(found, "giao_uoc.thang_diem"),
        "to_chuc": True,
    }
    return shown | {f"bang.{tag}": shown[tag] for tag in ("chi_tieu", "dang_ky", "thang_diem")}


def _lacks(cluster: Cluster) -> str | None:
    if pledged(cluster):
        return None
    return f"chưa có chỉ tiêu {cluster.pledge_period.name} ở trang “Giao ước”"


KIND = Kind(
    name="giao-uoc",
    title="bản giao ước thi đua",
    paper="pledge",
    periods=YEARLY,
    sheets=all_sheets("Giao ước", "Tiêu chí", "Quy định", "Thành phần", "Căn cứ"),
    table=(*COMMON, *TEXTS, *PLEDGE),
    lacks=_lacks,
    outline=OUTLINE,
    tables=("chi_tieu", "dang_ky", "thang_diem"),
    present=_present,
    of_pledge=True,
    tolerates=("TT-", "NGAY-"),
)
