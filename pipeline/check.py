"""Read and check every workbook of a dossier; write nothing but its page."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from pipeline.before import dossier_before
from pipeline.choice import kinds_for
from pipeline.dossier import Dossier, read_tables
from pipeline.marking import FOLDER, mark_workbooks
from pipeline.overview import overview_page, replace_page
from pipeline.problems import Problems


def check(
    dossier: Dossier, outputs: Path | None = None, annotate: bool = False, convert_old_fonts: bool = False
) -> Problems:
    """Every problem of a dossier, as a report would find them; with `outputs`, its page is written there.

    With `annotate`, a marked copy of each faulty workbook too; with `convert_old_fonts`, texts in TCVN3 and VNI
    are read as Unicode.
    """
    from pipeline.cluster import build_cluster

    problems = Problems()
    tables = read_tables(dossier, problems, convert_old_fonts)
    before = dossier_before(dossier, tables, problems)
    cluster = build_cluster(tables, problems, before.tables if before else None)
    kinds, left_out = kinds_for(cluster, tables, (), problems) if cluster else ([], [])
    if outputs:
        page = partial(overview_page, dossier.name, tables, cluster, kinds, left_out, problems)
        replace_page(outputs / dossier.name, page)
        if annotate:
            mark_workbooks(dossier, problems, outputs / dossier.name / FOLDER)
    return problems
