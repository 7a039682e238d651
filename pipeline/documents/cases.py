"""The cases of a proposal: by award, in order, with rank, points and votes as far as they are known."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.documents.acclaim import ballot_of, listed
from pipeline.documents.common import votes
from pipeline.documents.kind import authority_slug
from pipeline.documents.ranking import by_minutes, decided_ranks
from pipeline.model import CASES, RECIPIENTS, Cluster, Counted, Figure, Nomination, Ordinal, Phrase, count


def pending(cluster: Cluster) -> list[Nomination]:
    """The nominations that go up: an award is named that somebody above decides and has not yet granted."""
    return [n for n in cluster.nominations if n.award and n.award.decider and n.status != "granted"]


def lacks(cluster: Cluster) -> str | None:
    """Why there is nobody for whom an award is proposed."""
    if not cluster.nominations:
        return "chưa có trang “Đề nghị”"
    if not pending(cluster):
        return "trang “Đề nghị” không có danh hiệu, hình thức nào chờ quyết định"
    return None


def authority(decider: str, cluster: Cluster) -> str:
    """Who decides, one however it was typed; as file names call it, without the name of its province."""
    return authority_slug(decider.removesuffix(f" {cluster.province}") if cluster.province else decider)


def cases_by_award(cases: Sequence[Nomination]) -> dict[str, list[Nomination]]:
    """The cases of a proposal by award, in the order of the sheet."""
    found: dict[str, list[Nomination]] = {}
    for case in cases:
        if case.award:
            found.setdefault(case.award.name, []).append(case)
    return found


def counts_of(cases: Sequence[Nomination]) -> dict[str, Figure]:
    """How many cases of each kind of recipient there are."""
    found = {}
    for kind in RECIPIENTS:
        those = [case for case in cases if case.recipient == kind]
        if those:
            found[kind] = count(those, f"{CASES[kind]} được đề nghị", CASES[kind], (case.place for case in those))
    return found


def phrases(cases: Sequence[Nomination]) -> list[Counted]:
    """The counts as phrases: "03 tập thể", "02 cá nhân"."""
    return [Counted(figure, CASES[kind]) for kind, figure in counts_of(cases).items()]


def rank_of_case(case: Nomination, cluster: Cluster) -> Figure | None:
    """The rank of a unit that is a candidate itself."""
    if by_minutes(cluster):
        return next((rank for rank, name in decided_ranks(cluster) if _is_unit(case, name)), None)
    return next((s.rank for s in cluster.standings if _is_unit(case, s.unit.name)), None)


def points_of(case: Nomination, cluster: Cluster) -> Figure | None:
    """The total of a unit that is a candidate itself."""
    return next((s.total for s in cluster.standings if _is_unit(case, s.unit.name)), None)


def _is_unit(case: Nomination, name: str) -> bool:
    return case.recipient == "collective" and case.unit is not None and case.unit.name == name == case.name


def _votes_of(case: Nomination, cluster: Cluster) -> Phrase | None:
    ballot = ballot_of(case, cluster)
    return votes(ballot.yes, ballot.issued) if ballot else None


def votes_and_share(case: Nomination, cluster: Cluster) -> Phrase | None:
    """ "08/08 (100%)", as a narrow column has room for."""
    ballot = ballot_of(case, cluster)
    if ballot is None or ballot.yes is None:
        return None
    whole: tuple[str | Figure, ...] = ("/", ballot.issued) if ballot.issued is not None else ()
    part: tuple[str | Figure, ...] = (" (", ballot.share, ")") if ballot.share is not None else ()
    return Phrase((ballot.yes, *whole, *part))


def description(case: Nomination, cluster: Cluster) -> Phrase | None:
    """ "xếp thứ Nhất; 97,50 điểm; 08/08 phiếu", as far as it is known."""
    rank, points, cast_votes = rank_of_case(case, cluster), points_of(case, cluster), _votes_of(case, cluster)
    pieces: list[tuple[str | Figure | Counted | Ordinal, ...]] = []
    if case.office and case.recipient == "person":
        pieces.append((post(case),))
    if rank is not None:
        pieces.append(("xếp thứ\u00a0", Ordinal(rank)))
    if points is not None:
        pieces.append((points, "\u00a0điểm"))
    if cast_votes is not None:
        pieces.append((*cast_votes.parts, " đồng ý"))
    if not pieces:
        return None
    joined = [part for piece in pieces for part in (*piece, "; ")]
    return Phrase(tuple(joined[:-1]))


def in_order(cases: Sequence[Nomination], cluster: Cluster) -> list[Nomination]:
    """The cases of one award: as the list has them, those whose rank is told by their ranks."""
    ranks = {id(case): rank_of_case(case, cluster) for case in cases}
    last = len(cluster.units) + 1
    return sorted(listed(cases, cluster), key=lambda case: int(rank.value) if (rank := ranks[id(case)]) else last)


def post(case: Nomination) -> str:
    """Office and unit of a person: "Trưởng phòng, Sở Tư pháp"."""
    return ", ".join(filter(None, (case.office, case.unit.name if case.unit else None)))
