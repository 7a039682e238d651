"""What must be right before papers are made: dates that run, addressees, and what a report may not lack."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pipeline.decree30.letter import paper_day, paper_of
from pipeline.documents.conflicts import check_barred, check_quotas, check_votes
from pipeline.documents.grounds import check_grounds
from pipeline.documents.kind import Kind
from pipeline.documents.merit_review import check_merits
from pipeline.documents.pledge import signing_day
from pipeline.documents.ranking import decided_ranks
from pipeline.documents.source import OF_UNITS, Source
from pipeline.model import Cluster
from pipeline.problems import Place, Problems
from pipeline.vietnamese.dates import short

NAMES = {"report": "báo cáo", "proposal": "tờ trình", "minutes": "biên bản", "conference": "biên bản hội nghị",
         "tally": "biên bản kiểm phiếu", "notice": "thông báo"}  # fmt: skip


def review(cluster: Cluster, kinds: Iterable[Kind], problems: Problems) -> None:
    """Say what is wrong with the papers of a dossier as a whole."""
    papers = {kind.paper for kind in kinds}
    _dates(cluster, problems)
    check_barred(cluster, problems)
    if "report" in papers:
        _report(cluster, problems)
    if papers.intersection(OF_UNITS):
        check_merits(cluster, problems)
    if cluster.regulation.by_minutes and not decided_ranks(cluster):
        problems.add("DIEM-12", Place(cluster.place.file, "Quy định"))
    if "proposal" in papers:
        _proposal(cluster, problems)
    for paper in papers & {"report", "pledge", "proposal"}:
        _citations(cluster, paper_day(cluster, paper), problems)
    check_grounds(cluster, papers, problems)


def _proposal(cluster: Cluster, problems: Problems) -> None:
    """Addressees; what is proposed against the regulation and the votes."""
    if not Source(cluster, "proposal").letter.addressees:
        problems.add("TT-01", Place(cluster.place.file, "Văn bản"))
    check_quotas(cluster, problems)
    check_votes(cluster, problems)


def _dates(cluster: Cluster, problems: Problems) -> None:
    """Proposal ≥ minutes ≥ conference; a report that tells its results is not dated before it."""
    met = cluster.meeting.day
    minutes = paper_of(cluster, "minutes").day or met
    later = [("minutes", "hội nghị", met), ("proposal", "biên bản", minutes)]
    if cluster.nominations or cluster.next_leaders.leader:
        later.append(("report", "hội nghị", met))
    later += _of_own_rows(cluster, minutes)
    for paper, earlier, limit in later:
        own = paper_of(cluster, paper)
        if own.day and limit and own.day < limit:
            words = {
                "paper": NAMES[paper],
                "earlier": earlier,
                "found": short(own.day),
                "limit": short(limit),
            }
            problems.add("NGAY-01", own.day_place, **words)


def _of_own_rows(cluster: Cluster, minutes: date | None) -> list[tuple[str, str, date | None]]:
    """What holds of papers that have a row of their own: the conference told of is that of the pledge, if apart."""
    signed = signing_day(cluster) if cluster.signed_apart else cluster.meeting.day
    limits = {
        "conference": ("hội nghị", signed), "tally": ("hội nghị", cluster.meeting.day), "notice": ("biên bản", minutes),
    }  # fmt: skip
    return [(paper, *limit) for paper, limit in limits.items() if paper in cluster.papers]


def _report(cluster: Cluster, problems: Problems) -> None:
    sections = {passage.section for passage in cluster.passages}
    for section, code in (("limits", "BC-01"), ("tasks", "BC-02")):
        if section not in sections:
            problems.add(code, Place(cluster.place.file))


def _citations(cluster: Cluster, day: date | None, problems: Problems) -> None:
    for text in cluster.citations:
        name = " ".join(filter(None, (text.kind, text.number)))
        if text.day is None:
            problems.add("LUAT-02", text.place, found=name)
        elif day is not None and text.day > day:
            problems.add("LUAT-01", text.place, found=f"{name}, {short(text.day)}")
