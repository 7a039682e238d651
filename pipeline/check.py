"""Read and check every workbook of a dossier; write nothing."""

from __future__ import annotations

from pipeline.choice import kinds_for
from pipeline.dossier import Dossier, read_tables
from pipeline.problems import Problems


def check(dossier: Dossier) -> Problems:
    """Every problem of a dossier, as a report would find them."""
    from pipeline.cluster import build_cluster

    problems = Problems()
    tables = read_tables(dossier, problems)
    cluster = build_cluster(tables, problems)
    if cluster is not None:
        kinds_for(cluster, tables, (), problems)
    return problems
