"""The kinds of papers, each a template of the same name and a module here."""

from __future__ import annotations

from pipeline.documents import (
    annual_report,
    half_year_report,
    merit_report,
    merit_summary,
    minutes,
    pledge,
    proposal,
    score_table,
    statistics,
)
from pipeline.documents.kind import Kind

_MODULES = (
    half_year_report, annual_report, pledge, proposal, minutes, score_table, statistics, merit_summary, merit_report,
)  # fmt: skip
KINDS: dict[str, Kind] = {module.KIND.name: module.KIND for module in _MODULES}
"""In the order in which a dossier lists them."""
