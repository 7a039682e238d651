"""What one sheet says against another: lists against counts, ballots against voters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.model import CASES, Ballot, Cluster, Commendations, Figure, Nomination, Period
from pipeline.problems import Place, Problems
from pipeline.workbooks.rows import Tables


def compare(cluster: Cluster, tables: Tables, problems: Problems) -> None:
    """Say where two sheets do not agree, each time with both cells; the papers are made all the same."""
    _compare_lists(cluster.nominations, cluster.commendations, problems)
    _compare_voters(cluster.ballots, cluster.meeting.voters, problems)
    _compare_years(tables, cluster.period, cluster.pledge_year, problems)


def _compare_lists(nominations: Sequence[Nomination], found: Commendations | None, problems: Problems) -> None:
    """More candidates listed as granted than occasions counted for the form: one of the two is wrong."""
    granted = [n for n in nominations if n.award and n.status == "granted"]
    listed: Counter[tuple[str, str]] = Counter((n.award.name, n.recipient) for n in granted if n.award)
    for form in found.forms if found else ():
        for recipient, counted in form.now.items():
            size = listed[form.form, recipient]
            if size > counted.value:
                first = next(n for n in granted if n.award and (n.award.name, n.recipient) == (form.form, recipient))
                words = {"award": form.form, "recipient": CASES[recipient], "first": _cells(counted)}
                problems.add("KT-02", first.place, found=size, counted=counted.value, **words)


def _compare_voters(ballots: Sequence[Ballot], voters: Figure | None, problems: Problems) -> None:
    """No more ballots are issued than there are voters."""
    for ballot in ballots:
        if voters and ballot.issued and ballot.issued.value > voters.value:
            (place,) = ballot.issued.cells
            problems.add("BP-05", place, found=ballot.issued.value, limit=voters.value, first=_cells(voters))


def _compare_years(tables: Tables, period: Period, pledge_year: int, problems: Problems) -> None:
    """The year in the title of a table is the dossier's, or that of the pledge or of the period before."""
    others = {"Giao ước": pledge_year, "Đơn vị": pledge_year, "Khen thưởng kỳ trước": period.year - 1}
    for titled in tables.years:
        allowed = {others.get(titled.sheet, period.year)} | ({period.year} if titled.sheet in _BOTH else set())
        if titled.sheet not in _OF_ANY_YEAR and titled.year not in allowed:
            problems.add("HS-06", titled.place, found=titled.year, year=period.year)


_BOTH = ("Giao ước", "Đơn vị")
_OF_ANY_YEAR = ("Tiêu chí", "Quy định", "Căn cứ", "Khen thưởng đã nhận")
"""Sheets whose title may name the year of a regulation or a decision."""


def _cells(figure: Figure) -> str:
    places = sorted(cell for cell in figure.cells if isinstance(cell, Place))
    return f"{places[0]} và {len(places) - 1} ô khác" if len(places) > 1 else "".join(map(str, places))
