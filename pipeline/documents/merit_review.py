"""What the office should know before merits are signed: what is missing, and the years that an award looks at."""

from __future__ import annotations

from pipeline.documents.cases import pending
from pipeline.documents.merit import own_targets, passages, since, summary, years_of
from pipeline.law.certainty import WORDS
from pipeline.model import Cluster, Nomination
from pipeline.problems import Problems


def check_merits(cluster: Cluster, problems: Problems) -> None:
    """Say what the papers on merits lack; they are made all the same."""
    cases = pending(cluster)
    for case in cases:
        told = " ".join((*summary(case), *passages(case, cluster, "results")))
        if told:
            _say_years(case, told, cluster, problems)
        else:
            problems.add("VB-61", case.place, found=case.name)
    for target in dict.fromkeys(target for case in cases for target in own_targets(case, cluster)):
        if target.result is None and target.unit:
            problems.add("VB-62", target.place, found=target.text, unit=target.unit.name)


def _say_years(case: Nomination, told: str, cluster: Cluster, problems: Problems) -> None:
    """An award looks at more years than one, and the first of them is nowhere named; how certain that is."""
    found = years_of(case, cluster)
    if case.award is None or found is None or found.years is None or found.years < 2:
        return
    first = since(cluster, found.years)
    if str(first.year) not in told:
        source = ", ".join(filter(None, (found.article, WORDS[found.counted])))
        words = {"years": f"{found.years:02}", "since": first.name, "period": cluster.period.name, "source": source}
        problems.add("VB-63", case.place, found=case.award.name, **words)
