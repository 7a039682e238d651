"""What the office should know before merits are signed: what is missing, and the years that an award looks at."""

from __future__ import annotations

from pipeline.documents.merit import own_targets, passages, since, summary, years_of
from pipeline.documents.proposal import pending
from pipeline.law.certainty import WORDS
from pipeline.model import Cluster, Nomination
from pipeline.problems import Problems


def check_merits(cluster: Cluster, problems: Problems) -> None:
    """Say what the papers on merits lack; they are made all the same."""
    said: set[str] = set()
    for case in pending(cluster):
        if not summary(case) and not passages(case, cluster, "results"):
            problems.add("VB-61", case.place, found=case.name)
        if case.award and case.award.name not in said:
            said.add(case.award.name)
            _say_years(case, cluster, problems)
    for target in dict.fromkeys(target for case in pending(cluster) for target in own_targets(case, cluster)):
        if target.result is None and target.unit:
            problems.add("VB-62", target.place, found=target.text, unit=target.unit.name)


def _say_years(case: Nomination, cluster: Cluster, problems: Problems) -> None:
    """Years that somebody has checked, or that nobody has: with their certainty."""
    found = years_of(case, cluster)
    if case.award is None or found is None or found.years is None or found.years < 2:
        return
    source = ", ".join(filter(None, (found.article, WORDS[found.counted])))
    words = {"years": f"{found.years:02}", "since": since(cluster, found.years).name, "period": cluster.period.name}
    problems.add("VB-63", case.place, found=case.award.name, source=source, **words)
