"""What is proposed against a bar, a quota, a vote: each conflict with all its cells."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.documents.acclaim import ballot_of
from pipeline.documents.cases import authority, pending
from pipeline.documents.common import head_of
from pipeline.model import Cluster, Figure, Nomination
from pipeline.problems import Place, Problems
from pipeline.vietnamese.numbers import percent
from pipeline.vietnamese.text import bare

_SEVERAL_YEARS = re.compile(r"\bgiai doan\b|\b\d{1,2} nam\b")
"""Words of an award for more than the year: "giai đoạn 2016-2020", "05 năm"."""


def check_barred(cluster: Cluster, problems: Problems) -> None:
    """No unit is proposed for an award that is barred, whoever decides it; its people may be."""
    for case in cluster.nominations:
        unit = case.unit
        if case.award and case.status != "granted" and unit and unit.barred and case.name == unit.name:
            words = {"first": str(unit.barred_at), "award": case.award.name}
            problems.add("DN-05", case.place, found=case.name, **words)


def check_quotas(cluster: Cluster, problems: Problems) -> None:
    """No more flags and certificates are proposed than the regulation allows."""
    regulation = cluster.regulation
    for award, limit in (("Cờ thi đua", regulation.flags_cap), ("Bằng khen", regulation.certificates_cap)):
        cases = [case for case in pending(cluster) if _counts(case, award, cluster)]
        if limit is not None and limit < len(cases):
            words = {"limit": limit.value, "first": _place(limit), "cells": _cells(cases)}
            problems.add("DN-06", cases[int(limit.value)].place, found=len(cases), award=award, **words)


def _counts(case: Nomination, kind: str, cluster: Cluster) -> bool:
    """Whether a case takes of the quota: an award of this kind and of this year, decided where the cluster belongs."""
    given, head = case.award, head_of(cluster)
    if given is None or not given.name.startswith(kind) or _SEVERAL_YEARS.search(bare(given.name)):
        return False
    if head is None:
        return given.level != "state"
    return authority(given.decider or "", cluster) == authority(head, cluster)


def check_votes(cluster: Cluster, problems: Problems) -> None:
    """Nobody is proposed whom the last round of the vote did not carry."""
    for case in pending(cluster):
        vote = ballot_of(case, cluster)
        if vote and vote.passed is False:
            words = {"award": case.award.name if case.award else "", "first": _place(vote.yes)}
            words |= {"votes": _percent(vote.share), "limit": _percent(vote.threshold), "rule": _place(vote.threshold)}
            problems.add("DN-50", case.place, found=case.name, **words)


def _percent(figure: Figure | None) -> str:
    return "" if figure is None else percent(Decimal(figure.value), 2)


def _place(figure: Figure | None) -> str:
    return "" if figure is None else str(next(iter(figure.cells), ""))


def _cells(cases: list[Nomination]) -> str:
    """The cells of the cases; the sheet of a workbook is named once."""
    found: dict[Place, list[str]] = {}
    for case in cases:
        found.setdefault(Place(case.place.file, case.place.sheet), []).append(case.place.cell)
    return "; ".join(f"{sheet} › {', '.join(cells)}" for sheet, cells in found.items())
