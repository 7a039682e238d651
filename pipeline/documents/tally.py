"""Biên bản kiểm phiếu: every vote that tellers counted, each a part of one paper (Mẫu 1.9)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.decree30.letter import row_of
from pipeline.documents.acclaim import VOTE, is_election, purpose, vote, votes_held
from pipeline.documents.common import COMMON, units_count, votes
from pipeline.documents.conference import PERSON, people, person
from pipeline.documents.kind import YEARLY, Kind, all_sheets
from pipeline.documents.results import bare_percent
from pipeline.documents.source import LINES, Field, Fields, Says, Source
from pipeline.documents.votes import on_paper
from pipeline.model import CASES, Ballot, Cluster, Figure, Person, Phrase, Rule, count
from pipeline.vietnamese.numbers import roman

ELECTED = "bầu "
COUNTS = ("issued", "returned", "valid", "invalid")


def counted_votes(cluster: Cluster) -> list[list[Ballot]]:
    """The votes that tellers counted; hands that were raised nobody counts on paper."""
    return [ballots for ballots in votes_held(cluster) if on_paper(ballots)]


def _part(at: int, ballots: Sequence[Ballot], source: Source) -> Fields:
    cluster = source.cluster
    rows = sorted((b for b in ballots if b.candidate), key=_yes, reverse=True)
    told = vote([*rows, *(b for b in ballots if not b.candidate)], cluster)
    known = {name: next((n for b in ballots if (n := getattr(b, name)) is not None), None) for name in COUNTS}
    return {
        **told,
        **dict(zip(("phat_ra", "thu_ve", "hop_le", "khong_hop_le"), known.values(), strict=True)),
        "chu_so": f"{roman(at)}.",
        "tinh_tren": _denominator(ballots),
        "chung": _whole(ballots) if not rows else None,
        "co_dong_y": any(b.yes is not None for b in rows),
        "ket_luan": list(_conclusion(rows, cluster)),
    }


def _yes(ballot: Ballot) -> int:
    return -1 if ballot.yes is None else int(ballot.yes.value)


def _whole(ballots: Sequence[Ballot]) -> Fields | None:
    """What a vote without candidates gave."""
    first = ballots[0]
    if first.yes is None and first.no is None and first.blank is None:
        return None
    return {
        "dong_y": first.yes, "khong_dong_y": first.no, "khong_y_kien": first.blank,
        "ty_le": bare_percent(first.share) if first.share else None,
    }  # fmt: skip


def _denominator(ballots: Sequence[Ballot]) -> str | None:
    """What the shares were really reckoned on."""
    told = next((b for b in ballots if b.share), None)
    if told is None or told.share is None:
        return None
    whole = told.share.figures[-1]
    words = {"issued": "số phiếu phát ra", "returned": "số phiếu thu về", "valid": "số phiếu hợp lệ"}
    named = (said for name, said in words.items() if getattr(told, name) is whole)
    return next(named, "tổng số thành viên được bỏ phiếu")


# --- conclusions ----------------------------------------------------------------------------------


def _conclusion(rows: Sequence[Ballot], cluster: Cluster) -> Iterator[Fields]:
    """Who reached the share that the regulation asks; where it asks none, who was elected, or who had most votes."""
    judged = [ballot for ballot in rows if ballot.passed is not None]
    passed = [ballot for ballot in judged if ballot.passed]
    elected = [_elected(ballot, title, cluster) for ballot in rows if (title := _post(ballot, cluster))]
    counted = [ballot for ballot in rows if ballot.yes is not None]
    if judged:
        yield _reached(passed or judged, bool(passed), cluster)
    elif elected:
        yield from elected
    elif counted:
        yield _foremost(counted, cluster)


def _reached(found: Sequence[Ballot], passed: bool, cluster: Cluster) -> Fields:
    noun, subject = _noun(found, cluster), found[0].subject
    period = cluster.pledge_period if is_election(subject) else cluster.period
    return {
        "dat": passed,
        "so": count(found, f"{noun} đủ số phiếu", noun, (b.place for b in found)),
        "loai": noun,
        "ten": [b.candidate for b in found],
        "viec": f"{purpose(subject, cluster)} {period.name}",
        "chuc_danh": None,
        "phieu": None,
        "trong": None,
    }


def _foremost(counted: Sequence[Ballot], cluster: Cluster) -> Fields:
    """Who had most votes, and of how many; no word on whether they are enough, for nobody says what is."""
    most = [ballot for ballot in counted if _yes(ballot) == _yes(counted[0])]
    noun = _noun(counted, cluster)
    told = {**_reached(most, True, cluster), "dat": None, "loai": noun, "phieu": _votes(counted[0])}
    first = count(most, f"{noun} được nhiều phiếu nhất", noun, (b.place for b in most))
    among = count(counted, f"{noun} được bỏ phiếu", noun, (b.place for b in counted))
    return {**told, "so": first, "trong": among if len(most) < len(counted) else None}


def _votes(ballot: Ballot) -> Phrase | None:
    return votes(ballot.yes, ballot.share.figures[-1] if ballot.share else None)


def _elected(ballot: Ballot, title: str, cluster: Cluster) -> Fields:
    told = _reached([ballot], True, cluster)
    return {**told, "chuc_danh": f"{title} {cluster.pledge_period.name}", "phieu": _votes(ballot)}


def _post(ballot: Ballot, cluster: Cluster) -> str | None:
    """The post to which this vote elected its candidate; one who is appointed or whose turn it is was not elected."""
    leaders = cluster.next_leaders
    same = [b for b in cluster.ballots if (b.subject, b.candidate) == (ballot.subject, ballot.candidate)]
    if leaders.manner != "bầu" or ballot.yes is None or ballot is not same[-1]:
        return None
    posts = [(leaders.leader, cluster.leader_title), *((unit, cluster.deputy_title) for unit in leaders.deputies)]
    about = purpose(ballot.subject, cluster).removeprefix(ELECTED).split(" và ")
    return next((title for unit, title in posts if unit and unit.name == ballot.candidate and title in about), None)


def _noun(found: Sequence[Ballot], cluster: Cluster) -> str:
    """Đơn vị, tập thể, cá nhân: as the candidates are named among the nominations."""
    kinds = {n.name: CASES[n.recipient] for n in cluster.nominations}
    nouns = {"đơn vị" if b.unit else kinds.get(str(b.candidate), "trường hợp") for b in found}
    return nouns.pop() if len(nouns) == 1 else "trường hợp"


# --- the paper ------------------------------------------------------------------------------------


def _title(source: Source) -> str:
    """What was voted on: one vote by its subject, several by their kinds."""
    cluster = source.cluster
    held = counted_votes(cluster)
    elections = [ballots for ballots in held if is_election(ballots[0].subject)]
    others = [ballots for ballots in held if ballots not in elections]
    titles = dict.fromkeys(purpose(ballots[0].subject, cluster).removeprefix(ELECTED) for ballots in elections)
    said = _subject(others, cluster) if others else ""
    pieces = [said, f"{ELECTED}{', '.join(titles)} {cluster.pledge_period.name}" if titles else ""]
    return f"Kiểm phiếu {' và '.join(piece for piece in pieces if piece)}"


def _subject(others: Sequence[Sequence[Ballot]], cluster: Cluster) -> str:
    subjects = list(dict.fromkeys(purpose(ballots[0].subject, cluster) for ballots in others))
    if len(subjects) == 1:
        return f"{subjects[0]} {cluster.period.name}"
    awards = all(subject.startswith("suy tôn") for subject in subjects)
    return f"{'suy tôn, đề nghị khen thưởng' if awards else 'các nội dung của hội nghị'} {cluster.period.name}"


def _members(source: Source) -> Figure | None:
    """Who may vote: as typed, else one vote a unit."""
    return source.cluster.meeting.voters or units_count(source.cluster.units)


def _chief(source: Source) -> Fields | None:
    """Who signs for the tellers: whom the paper's own row names, else their chief."""
    row = row_of(source.cluster, "tally")
    if row.signer:
        return person(Person(row.signer, "chief teller", row.day_place, row.signer_rank, office=row.signer_office))
    return next(iter(people(source, "chief teller")), None)


def _chair(source: Source) -> Fields | None:
    return next(iter(people(source, "chairs")), None)


_WHOLE: Mapping[str, Says] = {
    "dong_y": "số phiếu đồng ý", "khong_dong_y": "số phiếu không đồng ý", "khong_y_kien": "số phiếu không có ý kiến",
    "ty_le": "tỷ lệ đồng ý (%)",
}  # fmt: skip
_CONCLUSION: Mapping[str, Says] = {
    "dat": "đủ số phiếu; trống khi không quy định mức đạt", "so": "số trường hợp",
    "loai": "đơn vị, tập thể, cá nhân, trường hợp",
    "ten": ("tên từng trường hợp", LINES), "viec": "về việc gì", "chuc_danh": "chức danh được bầu",
    "phieu": "số phiếu, khi được bầu hoặc không quy định mức đạt",
    "trong": "số trường hợp được bỏ phiếu, khi có trường hợp ít phiếu hơn",
}  # fmt: skip
_PART: Mapping[str, Says] = {
    **VOTE, "chu_so": "số của phần: I.", "tinh_tren": "mẫu số tỷ lệ phiếu của lần này",
    "co_dong_y": "có số phiếu đồng ý",
    "chung": ("kết quả khi không có người, đơn vị được bỏ phiếu", _WHOLE),
    "ket_luan": ("kết luận", [_CONCLUSION]),
}  # fmt: skip

TALLY = (
    Field("kiem_phieu.tieu_de", _title, "trích yếu"),
    Field("kiem_phieu.lan", lambda s: [_part(at, b, s) for at, b in enumerate(counted_votes(s.cluster), 1)],
          "các lần bỏ phiếu kín, mỗi nội dung, mỗi vòng một lần", [_PART]),
    Field("kiem_phieu.thanh_vien", _members, "số thành viên được bỏ phiếu"),
    Field("kiem_phieu.to_truong", _chief, "người ký thay mặt tổ kiểm phiếu", PERSON),
    Field("kiem_phieu.chu_toa", _chair, "người ký là chủ tọa", PERSON),
    Field("kiem_phieu.so_ban", lambda s: Figure(2, "bản", "count", Rule("constant", "lập thành 02 bản")), "số bản"),
)  # fmt: skip


def _lacks(cluster: Cluster) -> str | None:
    if counted_votes(cluster):
        return None
    if cluster.ballots:
        return "trang “Bỏ phiếu” không có lần bỏ phiếu kín nào"
    return "chưa có trang “Bỏ phiếu”"


KIND = Kind(
    name="bien-ban-kiem-phieu",
    title="biên bản kiểm phiếu",
    paper="tally",
    periods=YEARLY,
    sheets=all_sheets("Bỏ phiếu", "Thành phần", "Quy định"),
    table=(*COMMON, *TALLY),
    lacks=_lacks,
    tolerates=("DIEM-", "DN-", "TT-"),
)
