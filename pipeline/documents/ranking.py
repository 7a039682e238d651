"""The fields of scores, ranks, acclamations, votes and elections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.documents.common import votes
from pipeline.documents.results import bare_percent, shown
from pipeline.documents.source import Field, Fields, Source
from pipeline.law.awards import award, organiser
from pipeline.model import CASES, Award, Ballot, Cluster, Criterion, Figure, Nomination, Standing, count
from pipeline.transforms.scoring import SOURCE_NAMES as SOURCE_WORDS
from pipeline.vietnamese.text import bare

FIRST_RANKS = 3
MOST_NAMED = 6
"""More units than these at the first ranks are left to the table."""
STATUS_WORDS = {"acclaimed": "suy tôn", "proposed": "đề nghị", "granted": "được tặng"}
VOTER_WORDS = {
    "members": "tổng số thành viên", "issued": "số phiếu phát ra", "returned": "số phiếu thu về",
    "valid": "số phiếu hợp lệ",
}  # fmt: skip
_COLUMNS = ("thuong", "tru", "tu_cham", "cham_cheo", "tham_dinh", "tong", "hang", "xep_loai", "ghi_chu")


def by_rank(cluster: Cluster) -> list[Standing]:
    """The standings by rank, equal ranks in the order of the list, those without a rank last."""
    order = {standing.unit.name: at for at, standing in enumerate(cluster.standings)}
    return sorted(
        cluster.standings,
        key=lambda s: (s.rank.value if s.rank else len(order) + 1, order[s.unit.name]),
    )


def decided_ranks(cluster: Cluster) -> list[tuple[Figure, str]]:
    """The ranks that the meeting decided, from the nominations."""
    ranks = [(n.rank, n.unit.name if n.unit else n.name) for n in cluster.nominations if n.rank is not None]
    return sorted(ranks, key=lambda pair: pair[0].value)


def by_minutes(cluster: Cluster) -> bool:
    """Whether the ranks of the meeting are printed and not those of the points."""
    ranked = any(standing.rank for standing in cluster.standings)
    return bool(decided_ranks(cluster)) and (cluster.regulation.by_minutes or not ranked)


def _ranks(cluster: Cluster) -> list[tuple[Figure, str, Figure | None]]:
    """Rank, unit and points, best first: of the meeting or of the points."""
    totals = {s.unit.name: s.total for s in cluster.standings}
    if by_minutes(cluster):
        return [(rank, name, totals.get(name)) for rank, name in decided_ranks(cluster)]
    return [(s.rank, s.unit.name, s.total) for s in by_rank(cluster) if s.rank is not None]


def first_ranks(cluster: Cluster) -> list[Fields]:
    """The first three ranks with their units; nothing where too many units share them."""
    groups: dict[int, list[tuple[Figure, str, Figure | None]]] = {}
    for entry in _ranks(cluster):
        if entry[0] <= FIRST_RANKS:
            groups.setdefault(int(entry[0].value), []).append(entry)
    if sum(map(len, groups.values())) > MOST_NAMED:
        return []
    return [_rank_group(cluster, entries) for entries in groups.values()]


def _rank_group(cluster: Cluster, entries: Sequence[tuple[Figure, str, Figure | None]]) -> Fields:
    points = None if by_minutes(cluster) else entries[0][2]
    return {"hang": entries[0][0], "don_vi": [name for _, name, _ in entries], "diem": points}


def _first(source: Source) -> Fields | None:
    best = [entry for entry in _ranks(source.cluster) if entry[0] == 1]
    return _rank_group(source.cluster, best) if best else None


def _row(at: int, standing: Standing, source: Source) -> Fields:
    cluster = source.cluster
    whole = source.paper == "score table"
    decided = {name: rank for rank, name in decided_ranks(cluster)} if by_minutes(cluster) else {}
    rank = decided.get(standing.unit.name) if by_minutes(cluster) else standing.rank
    groups = [shown(standing.groups.get(c.code)) or "-" for c in group_columns(cluster)]
    return {
        "stt": at,
        "don_vi": standing.unit.name,
        "nhom": groups,
        "tu_cham": shown(standing.totals.get("self") if whole else standing.self_points) or "-",
        "cham_cheo": shown(standing.totals.get("cross") if whole else standing.cross_points) or "-",
        "tham_dinh": shown(standing.totals.get("appraised") if whole else standing.appraised_points) or "-",
        "thuong": shown(standing.bonus),
        "tru": shown(_size(standing.penalty)),
        "tong": shown(standing.total),
        "hang": shown(rank),
        "xep_loai": shown(standing.grade),
        "ghi_chu": _note(standing),
    }


def _size(deduction: Figure | None) -> Figure | None:
    """A deduction as a column headed "Điểm trừ" prints it: without its sign."""
    if deduction is None or deduction.value >= 0:
        return deduction
    return replace(deduction, value=-deduction.value)


def _note(standing: Standing) -> str:
    if standing.missing:
        return "chưa chấm đủ điểm"
    return "không đề nghị khen thưởng" if standing.unit.barred else ""


def group_columns(cluster: Cluster) -> list[Criterion]:
    """The first-level standard criteria under which points were given."""
    used = {code for standing in cluster.standings for code in standing.groups}
    return [c for c in cluster.criteria if c.parent is None and c.kind == "standard" and c.code in used]


def _has(source: Source, name: str) -> bool:
    return any(getattr(standing, name) is not None for standing in source.cluster.standings)


def _column_flags(source: Source) -> dict[str, bool]:
    """Which columns stand. In the score table the points that count stand as the total only."""
    flags = _flags_of_reports(source)
    if source.paper == "score table":
        flags |= {tag: flags[tag] and SOURCE_WORDS[key] != _counting(source) for key, tag in _SOURCE_TAGS.items()}
    return flags


def _flags_of_reports(source: Source) -> dict[str, bool]:
    return {
        "thuong": _has(source, "bonus"),
        "tru": _has(source, "penalty"),
        "tu_cham": _has(source, "self_points"),
        "cham_cheo": _has(source, "cross_points"),
        "tham_dinh": _has(source, "appraised_points"),
        "tong": True,
        "hang": True,
        "xep_loai": _has(source, "grade"),
        "ghi_chu": any(_note(standing) for standing in source.cluster.standings),
    }


def _column_numbers(source: Source) -> dict[str, str]:
    """ "(3)" over each column that stands, from the left; the rest stays empty."""
    at = 2 + len(group_columns(source.cluster))
    numbers = dict.fromkeys(_COLUMNS, "")
    added = at
    for name in _COLUMNS:
        if _column_flags(source)[name]:
            at += 1
            added = at if name in ("thuong", "tru") else added
            numbers[name] = f"({at})"
    if added > 3 and source.cluster.regulation.source != "mean":
        numbers["tong"] += f"=(3)+…+({added})" if added > 4 else "=(3)+(4)"
    return numbers


def _group_fields(source: Source) -> list[Fields]:
    return [
        {"ten": c.name, "toi_da": c.maximum, "cot": f"({at})"} for at, c in enumerate(group_columns(source.cluster), 3)
    ]


def _not_ranked(source: Source) -> list[Fields]:
    return [
        {"ten": s.unit.name, "vi_sao": "chưa chấm đủ điểm" if s.missing != ("tất cả",) else "chưa có điểm"}
        for s in source.cluster.standings
        if s.missing
    ]


def _ways(source: Source) -> list[str]:
    flags = _flags_of_reports(source)
    return [SOURCE_WORDS[key] for key, tag in _SOURCE_TAGS.items() if flags[tag]]


_SOURCE_TAGS = {"self": "tu_cham", "cross": "cham_cheo", "appraised": "tham_dinh"}


def _counting(source: Source) -> str:
    chosen = source.cluster.regulation.source
    if chosen:
        return SOURCE_WORDS[chosen]
    return (_ways(source) or [""])[-1]


# --- acclamation ------------------------------------------------------------------------------------


def groups_of(nominations: Iterable[Nomination]) -> list[list[Nomination]]:
    """The nominations by award and status, in the order of the sheet."""
    found: dict[tuple[str | None, str], list[Nomination]] = {}
    for nomination in nominations:
        name = nomination.award.name if nomination.award else None
        found.setdefault((name, nomination.status), []).append(nomination)
    return list(found.values())


def listed(nominations: Sequence[Nomination], cluster: Cluster) -> list[Nomination]:
    """Collectives, persons, households; units in the order of the list, so that no other order is implied."""
    order = {unit.name: at for at, unit in enumerate(cluster.units)}
    kinds = tuple(CASES)
    return sorted(
        nominations,
        key=lambda n: (
            kinds.index(n.recipient),
            order.get(n.name, len(order)) if n.rank is None else n.rank.value,
        ),
    )


def _told(source: Source) -> list[Nomination]:
    """The nominations that a paper tells of; minutes do not tell of what was granted elsewhere."""
    return [n for n in source.cluster.nominations if source.paper != "minutes" or n.status != "granted"]


def _acclaimed(group: Sequence[Nomination], cluster: Cluster) -> Fields:
    first = group[0]
    kinds = {nomination.recipient for nomination in group}
    units = all(n.unit is not None and n.unit.name == n.name for n in group)
    noun = "đơn vị" if units else CASES[first.recipient] if len(kinds) == 1 else "trường hợp"
    return {
        "ten": first.award.name if first.award else None,
        "dong_tu": first.award.verb if first.award else "",
        "trang_thai": STATUS_WORDS[first.status],
        "so": count(group, f"{noun} được {STATUS_WORDS[first.status]}", noun, (n.place for n in group)),
        "tap_the": kinds == {"collective"},
        "loai": noun,
        "ten_doi_tuong": [called(n) for n in listed(group, cluster)],
    }


def called(nomination: Nomination) -> str:
    """A candidate's name; a person with the form of address that the office typed."""
    return " ".join(filter(None, (nomination.honorific, nomination.name)))


def ballot_of(nomination: Nomination, cluster: Cluster) -> Ballot | None:
    """The vote on a candidate for an award: the last round in which he stood."""
    award = bare(nomination.award.name) if nomination.award else ""
    found = [b for b in cluster.ballots if b.candidate and bare(b.candidate) == bare(nomination.name)]
    named = [b for b in found if award and _about(bare(b.subject), award)]
    others = [b for b in found if not award and not bare(b.subject).startswith("bau ")]
    return next(reversed(named or others), None)


def _about(subject: str, award: str) -> bool:
    """Whether a vote's subject names the award, written out or as people shorten it."""
    subject = subject.replace("ubnd", "uy ban nhan dan")
    return award in subject or subject.removeprefix("suy ton ").removeprefix("de nghi tang ") in award


def _acclaim_rows(cluster: Cluster) -> list[Fields]:
    rows: list[Fields] = []
    for group in groups_of(cluster.nominations):
        for nomination in listed(group, cluster):
            ballot = ballot_of(nomination, cluster)
            rows.append({
                "stt": len(rows) + 1,
                "ten": called(nomination),
                "khen": nomination.award.name if nomination.award else STATUS_WORDS[nomination.status].capitalize(),
                "phieu": shown(ballot.yes if ballot else None),
                "ty_le": bare_percent(ballot.share if ballot else None),
            })  # fmt: skip
    return rows


# --- ballots and elections ------------------------------------------------------------------------


def _ballot_row(at: int, ballot: Ballot, cluster: Cluster) -> Fields:
    result = "" if ballot.passed is None else "Đạt" if ballot.passed else "Không đạt"
    return {
        "stt": at,
        "ten": ballot.candidate,
        "khen": award_name(ballot.subject, cluster),
        "dong_y": shown(ballot.yes),
        "khong_dong_y": shown(ballot.no),
        "khong_y_kien": shown(ballot.blank),
        "ty_le": bare_percent(ballot.share),
        "ket_qua": result,
    }


def _vote(ballots: Sequence[Ballot], cluster: Cluster) -> Fields:
    """One vote with its candidates."""
    first = ballots[0]
    rows = [ballot for ballot in ballots if ballot.candidate]
    subjects = list(dict.fromkeys(ballot.subject for ballot in ballots))
    return {
        "noi_dung": "; ".join(_purpose(subject, cluster) for subject in subjects),
        "hinh_thuc": first.manner or "biểu quyết",
        "vong": first.round if first.round and first.round != "1" else None,
        "phat_ra": first.issued,
        "thu_ve": first.returned,
        "hop_le": first.valid,
        "khong_hop_le": first.invalid,
        "dong": [_ballot_row(at, ballot, cluster) for at, ballot in enumerate(rows, 1)],
        "co_khong_dong_y": any(ballot.no is not None for ballot in rows),
        "co_khong_y_kien": any(ballot.blank is not None for ballot in rows),
        "co_ket_qua": any(ballot.passed is not None for ballot in rows),
        "bau": bare(first.subject).startswith("bau "),
        "muc_dat": next((ballot.threshold for ballot in rows if ballot.threshold), None),
    }


def _award_voted(subject: str, cluster: Cluster) -> Award:
    return award(subject, organiser(cluster.level, cluster.province, cluster.superior))


def award_name(subject: str, cluster: Cluster) -> str:
    """The award that a vote is about, written in full; any other subject as it was typed."""
    return _award_voted(subject, cluster).name


def _purpose(subject: str, cluster: Cluster) -> str:
    """What a vote decides, to follow its manner: "suy tôn, đề nghị tặng Cờ thi đua …", "bầu Cụm trưởng"."""
    voted = _award_voted(subject, cluster)
    if voted.level is not None:
        return f"suy tôn, đề nghị {voted.verb} {voted.name}"
    return subject[:1].lower() + subject[1:]


def _votes(cluster: Cluster) -> list[Fields]:
    """The votes: each subject and round by itself; awards first, elections last."""
    found: dict[tuple[bool, str, str | None], list[Ballot]] = {}
    for ballot in cluster.ballots:
        election = bare(ballot.subject).startswith("bau ")
        found.setdefault((election, ballot.subject, ballot.round), []).append(ballot)
    return [_vote(ballots, cluster) for _, ballots in sorted(found.items(), key=lambda item: item[0][0])]


def _election(source: Source) -> Fields:
    cluster = source.cluster
    leaders = cluster.next_leaders
    return {
        "co": leaders.leader is not None,
        "truong": leaders.leader.name if leaders.leader else None,
        "pho": [unit.name for unit in leaders.deputies],
        "cach": leaders.manner,
        "phieu_truong": _votes_for(cluster, leaders.leader.name if leaders.leader else None),
        "phieu_pho": _votes_for(cluster, leaders.deputies[0].name if len(leaders.deputies) == 1 else None),
    }


def _votes_for(cluster: Cluster, name: str | None) -> object:
    elections = [b for b in cluster.ballots if bare(b.subject).startswith("bau ") and b.candidate == name]
    return votes(elections[-1].yes, elections[-1].issued) if elections and name else None


def _flag_field(name: str) -> Field:
    return Field(f"xep_hang.co_{name}", lambda s: _column_flags(s)[name], f"có cột {name}")


RANKING = (
    Field("xep_hang.co", lambda s: bool(_ranks(s.cluster)) or bool(s.cluster.standings), "có chấm điểm, xếp hạng"),
    Field("xep_hang.theo_bien_ban", lambda s: by_minutes(s.cluster), "hạng do hội nghị quyết định"),
    Field("xep_hang.co_diem", lambda s: bool(s.cluster.standings), "có điểm"),
    Field("xep_hang.thang_diem", lambda s: s.cluster.regulation.scale, "thang điểm"),
    Field("xep_hang.cach_cham", _ways, "các cách chấm"),
    Field("xep_hang.nguon", _counting, "điểm dùng để xếp hạng"),
    Field("xep_hang.dau", lambda s: first_ranks(s.cluster), "ba hạng đầu: hang, don_vi, diem"),
    Field("xep_hang.nhat", _first, "hạng Nhất: don_vi, diem"),
    Field("xep_hang.dong", lambda s: [_row(at, row, s) for at, row in enumerate(by_rank(s.cluster), 1)],
          "bảng xếp hạng: stt, don_vi, nhom, tu_cham, cham_cheo, tham_dinh, thuong, tru, tong, hang, xep_loai, "
          "ghi_chu"),
    *(_flag_field(name) for name in _COLUMNS if name not in ("tong", "hang")),
    Field("xep_hang.nhom", _group_fields, "cột nhóm tiêu chí: ten, toi_da, cot"),
    Field("xep_hang.cot", _column_numbers, "số của các cột khác"),
    Field("xep_hang.khong_xep", _not_ranked, "đơn vị chưa xếp hạng: ten, vi_sao"),
    Field("suy_ton.nhom", lambda s: [_acclaimed(g, s.cluster) for g in groups_of(_told(s))],
          "suy tôn, đề nghị theo hình thức: ten, dong_tu, trang_thai, so, tap_the, loai, ten_doi_tuong"),
    Field("suy_ton.dong", lambda s: _acclaim_rows(s.cluster), "bảng suy tôn: stt, ten, khen, phieu, ty_le"),
    Field("suy_ton.co_phieu", lambda s: any(row["phieu"] != "" for row in _acclaim_rows(s.cluster)), "có phiếu"),
    Field("bau", _election, "bầu: co, truong, pho, cach, phieu_truong, phieu_pho"),
    Field("bo_phieu.lan", lambda s: _votes(s.cluster),
          "các lần bỏ phiếu: noi_dung, hinh_thuc, vong, phat_ra, thu_ve, hop_le, khong_hop_le, dong, bau, muc_dat"),
    Field("bo_phieu.tinh_tren", lambda s: VOTER_WORDS[s.cluster.regulation.voters or "members"], "mẫu số tỷ lệ phiếu"),
)  # fmt: skip
