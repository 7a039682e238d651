"""The fields of acclamations, votes and elections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from pipeline.documents.common import votes, with_decision
from pipeline.documents.results import bare_percent, shown
from pipeline.documents.source import LINES, Field, Fields, Says, Source
from pipeline.documents.votes import manner_of, round_of
from pipeline.law.awards import award, organiser
from pipeline.model import CASES, ELECTION, Award, Ballot, Cluster, Nomination, count
from pipeline.vietnamese.text import bare, listing

STATUS_WORDS = {"acclaimed": "suy tôn", "proposed": "đề nghị", "granted": "được tặng"}
VOTER_WORDS = {
    "members": "tổng số thành viên", "issued": "số phiếu phát ra", "returned": "số phiếu thu về",
    "valid": "số phiếu hợp lệ",
}  # fmt: skip


_OF_RESULTS = ("minutes", "conference", "notice")
"""Papers that tell what the conference settled, and nothing else."""


def groups_of(nominations: Iterable[Nomination]) -> list[list[Nomination]]:
    """The nominations by award, status and kind of recipient, in the order of the sheet."""
    found: dict[tuple[str | None, str, str], list[Nomination]] = {}
    for nomination in nominations:
        name = nomination.award.name if nomination.award else None
        found.setdefault((name, nomination.status, nomination.recipient), []).append(nomination)
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
    """The nominations that a paper tells of here: what was granted is no result of the conference.

    A report tells of the flags granted in the period among the commendations, where it has them.
    """
    found = source.cluster.commendations
    flags = {name for name, _, _ in found.flags} if found else set()
    return [n for n in source.cluster.nominations if n.status != "granted" or not _elsewhere(n, flags, source)]


def _elsewhere(granted: Nomination, flags: set[str], source: Source) -> bool:
    return source.paper in _OF_RESULTS or (granted.award is not None and granted.award.name in flags)


def _acclaimed(group: Sequence[Nomination], cluster: Cluster) -> Fields:
    first = group[0]
    units = all(n.unit is not None and n.unit.name == n.name for n in group)
    noun = "đơn vị" if units else CASES[first.recipient]
    return {
        "ten": first.award.name if first.award else None,
        "dong_tu": first.award.verb if first.award else "",
        "trang_thai": STATUS_WORDS[first.status],
        "so": count(group, f"{noun} được {STATUS_WORDS[first.status]}", noun, (n.place for n in group)),
        "tap_the": first.recipient == "collective",
        "loai": noun,
        "ten_doi_tuong": [with_decision(called(n), n) for n in listed(group, cluster)],
    }


def called(nomination: Nomination) -> str:
    """A candidate's name; a person with the form of address that the office typed."""
    return " ".join(filter(None, (nomination.honorific, nomination.name)))


def ballot_of(nomination: Nomination, cluster: Cluster) -> Ballot | None:
    """The vote on a candidate for an award: the last round in which he stood."""
    award = bare(nomination.award.name) if nomination.award else ""
    found = [b for b in cluster.ballots if b.candidate and bare(b.candidate) == bare(nomination.name)]
    named = [b for b in found if award and _about(b.subject, award, cluster)]
    others = [b for b in found if not award and not is_election(b.subject)]
    return next(reversed(named or others), None)


def _about(subject: str, award: str, cluster: Cluster) -> bool:
    """Whether a vote's subject names the award: written out, as people shorten it, or by another of its names."""
    said = re.sub(r"^(?:suy tôn|đề nghị|tặng|xét|,|\s)+", "", subject, flags=re.IGNORECASE)
    short, whole = (bare(text).replace("ubnd", "uy ban nhan dan") for text in (said, subject))
    return award in whole or short in award or bare(award_name(said, cluster)) == award


def _acclaim_rows(source: Source) -> list[Fields]:
    rows: list[Fields] = []
    for group in groups_of(_told(source)):
        for nomination in listed(group, source.cluster):
            ballot = ballot_of(nomination, source.cluster)
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


def vote(ballots: Sequence[Ballot], cluster: Cluster) -> Fields:
    """One vote with its candidates."""
    first = ballots[0]
    rows = [ballot for ballot in ballots if ballot.candidate]
    subjects = list(dict.fromkeys(ballot.subject for ballot in ballots))
    return {
        "noi_dung": "; ".join(purpose(subject, cluster) for subject in subjects),
        "hinh_thuc": manner_of(ballots),
        "vong": round_of(first.round),
        "phat_ra": first.issued,
        "thu_ve": first.returned,
        "hop_le": first.valid,
        "khong_hop_le": first.invalid,
        "dong": [_ballot_row(at, ballot, cluster) for at, ballot in enumerate(rows, 1)],
        "co_khong_dong_y": any(ballot.no is not None for ballot in rows),
        "co_khong_y_kien": any(ballot.blank is not None for ballot in rows),
        "co_ket_qua": any(ballot.passed is not None for ballot in rows),
        "bau": is_election(first.subject),
        "muc_dat": next((ballot.threshold for ballot in rows if ballot.threshold), None),
    }


def _award_voted(subject: str, cluster: Cluster) -> Award:
    return award(subject, organiser(cluster.level, cluster.province, cluster.superior))


def award_name(subject: str, cluster: Cluster) -> str:
    """The award that a vote is about, written in full; any other subject as it was typed."""
    return _award_voted(subject, cluster).name


def purpose(subject: str, cluster: Cluster) -> str:
    """What a vote decides, to follow its manner: "suy tôn, đề nghị tặng Cờ thi đua …", "bầu Cụm trưởng"."""
    voted = _award_voted(subject, cluster)
    if voted.level is not None:
        return f"suy tôn, đề nghị {voted.verb} {voted.name}"
    titles = _elected(bare(subject), cluster) if is_election(subject) else ()
    return f"bầu {listing(titles)}" if titles else subject[:1].lower() + subject[1:]


def is_election(subject: str) -> bool:
    """Whether a vote is about who leads the cluster next year."""
    return bare(subject).startswith(ELECTION)


def _elected(subject: str, cluster: Cluster) -> tuple[str, ...]:
    """The posts of an election by the titles of this cluster: "Trưởng Cụm", whatever was typed."""
    words = re.sub(r"\bpho (cum |khoi )?truong\b", "pho", subject).split()
    posts = (("truong", cluster.leader_title), ("pho", cluster.deputy_title))
    return tuple(title for word, title in posts if word in words)


def votes_held(cluster: Cluster) -> list[list[Ballot]]:
    """The votes: each subject and round by itself; awards first, elections last."""
    found: dict[tuple[bool, str, str | None], list[Ballot]] = {}
    for ballot in cluster.ballots:
        found.setdefault((is_election(ballot.subject), ballot.subject, ballot.round), []).append(ballot)
    return [ballots for _, ballots in sorted(found.items(), key=lambda item: item[0][0])]


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
    """The votes for a leader, of the papers issued, or of all who may vote where hands were raised."""
    elections = [b for b in cluster.ballots if is_election(b.subject) and b.candidate == name]
    return votes(elections[-1].yes, elections[-1].issued or cluster.meeting.voters) if elections and name else None


_CANDIDATE: Mapping[str, Says] = {
    "stt": "số thứ tự", "ten": "tên tập thể, cá nhân, hộ", "khen": "danh hiệu, hình thức", "phieu": "số phiếu đồng ý",
    "ty_le": "tỷ lệ phiếu (%)",
}  # fmt: skip
_VOTED: Mapping[str, Says] = {
    "stt": "số thứ tự", "ten": "tên", "khen": "danh hiệu, hình thức, hoặc việc bầu", "dong_y": "số phiếu đồng ý",
    "khong_dong_y": "số phiếu không đồng ý", "khong_y_kien": "số phiếu không có ý kiến", "ty_le": "tỷ lệ phiếu (%)",
    "ket_qua": "Đạt, Không đạt",
}  # fmt: skip
VOTE: Mapping[str, Says] = {
    "noi_dung": "bỏ phiếu về việc gì", "hinh_thuc": "phiếu kín, biểu quyết", "vong": "vòng mấy, từ vòng 2",
    "phat_ra": "số phiếu phát ra", "thu_ve": "số phiếu thu về", "hop_le": "số phiếu hợp lệ",
    "khong_hop_le": "số phiếu không hợp lệ", "dong": ("những người, đơn vị được bỏ phiếu", [_VOTED]),
    "co_khong_dong_y": "có số phiếu không đồng ý", "co_khong_y_kien": "có số phiếu không có ý kiến",
    "co_ket_qua": "biết đạt hay không đạt", "bau": "là bầu Cụm trưởng, Cụm phó", "muc_dat": "tỷ lệ phải đạt (%)",
}  # fmt: skip
_ACCLAIMED: Mapping[str, Says] = {
    "ten": "danh hiệu, hình thức", "dong_tu": "tặng, tặng thưởng", "trang_thai": "suy tôn, đề nghị, được tặng",
    "so": "số trường hợp", "tap_the": "là tập thể", "loai": "đơn vị, tập thể, cá nhân, hộ gia đình",
    "ten_doi_tuong": ("tên từng trường hợp", LINES),
}  # fmt: skip
_ELECTED: Mapping[str, Says] = {
    "co": "biết Cụm trưởng năm sau", "truong": "đơn vị Cụm trưởng năm sau",
    "pho": ("các đơn vị Cụm phó năm sau", LINES), "cach": "bầu, phân công, luân phiên",
    "phieu_truong": "số phiếu bầu trưởng", "phieu_pho": "số phiếu bầu phó",
}  # fmt: skip

ACCLAIM = (
    Field("suy_ton.nhom", lambda s: [_acclaimed(g, s.cluster) for g in groups_of(_told(s))],
          "suy tôn, đề nghị theo danh hiệu, hình thức", [_ACCLAIMED]),
    Field("suy_ton.dong", lambda s: _acclaim_rows(s), "các dòng của bảng suy tôn", [_CANDIDATE]),
    Field("suy_ton.co_phieu", lambda s: any(row["phieu"] != "" for row in _acclaim_rows(s)), "có phiếu"),
    Field("bau", _election, "Cụm trưởng, Cụm phó năm sau", _ELECTED),
    Field("bo_phieu.lan", lambda s: [vote(ballots, s.cluster) for ballots in votes_held(s.cluster)],
          "các lần bỏ phiếu", [VOTE]),
    Field("bo_phieu.tinh_tren", lambda s: VOTER_WORDS[s.cluster.regulation.voters or "members"], "mẫu số tỷ lệ phiếu"),
)  # fmt: skip
