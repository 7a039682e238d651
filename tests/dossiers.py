"""Dossiers read as the program reads them, for the tests: from a folder of inputs to the cluster."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from workbooks_from_text import Sheet, dossier

from pipeline.cluster import build_cluster
from pipeline.dossier import dossiers, read_tables
from pipeline.model import Cluster, Figure, Standing
from pipeline.problems import Problem, Problems
from pipeline.workbooks.rows import Tables


class Reading:
    """What was read of the first dossier of a folder: its tables, its cluster, what was said."""

    def __init__(self, inputs: Path) -> None:
        self.problems = Problems()
        first = dossiers(inputs, self.problems)[0]
        self.tables: Tables = read_tables(first, self.problems)
        self._cluster = build_cluster(self.tables, self.problems)

    @property
    def cluster(self) -> Cluster:
        """The cluster, which must have been understood."""
        assert self._cluster is not None, self.said()
        return self._cluster

    def codes(self, least: str = "CẢNH BÁO") -> list[str]:
        """The codes of the errors and warnings, or of the errors alone."""
        return [problem.code for problem in self.problems if problem.level in ("LỖI", least)]

    def said(self, *codes: str) -> list[str]:
        """The problems as they are printed."""
        return [str(problem) for problem in self.problems if not codes or problem.code in codes]

    def only(self, code: str) -> Problem:
        """The one problem with that code."""
        (found,) = (problem for problem in self.problems if problem.code == code)
        return found

    def standing(self, unit: str) -> Standing:
        """The standing of a unit."""
        return next(standing for standing in self.cluster.standings if standing.unit.name == unit)

    def ranks(self) -> dict[str, object]:
        """Unit to rank, None where there is none."""
        return {s.unit.name: plain(s.rank) for s in self.cluster.standings}

    def totals(self) -> dict[str, object]:
        """Unit to total, None where there is none."""
        return {s.unit.name: plain(s.total) for s in self.cluster.standings}


def read(folder: Path, **sheets: Sheet | str | None) -> Reading:
    """The good dossier with some sheets changed, written below the folder and read."""
    return Reading(dossier(folder, **sheets))


def plain(figure: Figure | None) -> object:
    """The value of a figure."""
    return None if figure is None else figure.value


def counted(counts: Mapping[str, Figure]) -> dict[str, object]:
    """The values of counts by recipient."""
    return {name: figure.value for name, figure in counts.items()}
