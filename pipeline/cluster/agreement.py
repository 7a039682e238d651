"""What one sheet says against another: lists against counts, ballots against voters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.model import CASES, Ballot, Commendations, Figure, Nomination
from pipeline.problems import Place, Problems


def compare_lists(nominations: Sequence[Nomination], found: Commendations | None, problems: Problems) -> None:
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


def compare_voters(ballots: Sequence[Ballot], voters: Figure | None, problems: Problems) -> None:
    """No more ballots are issued than there are voters."""
    for ballot in ballots:
        if voters and ballot.issued and ballot.issued.value > voters.value:
            (place,) = ballot.issued.cells
            problems.add("BP-05", place, found=ballot.issued.value, limit=voters.value, first=_cells(voters))


def _cells(figure: Figure) -> str:
    places = sorted(cell for cell in figure.cells if isinstance(cell, Place))
    return f"{places[0]} và {len(places) - 1} ô khác" if len(places) > 1 else "".join(map(str, places))
