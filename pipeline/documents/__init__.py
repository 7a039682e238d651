"""The kinds of papers, each a template of the same name and a module here."""

from __future__ import annotations

from pipeline.documents import (
    annual_report,
    conference_minutes,
    half_year_report,
    merit_report,
    merit_summary,
    minutes,
    notice,
    pledge,
    proposal,
    score_table,
    statistics,
    tally,
)
from pipeline.documents.kind import Kind

_MODULES = (
    half_year_report, annual_report, pledge, proposal, conference_minutes, minutes, tally, score_table, notice,
    statistics, merit_summary, merit_report,
)  # fmt: skip
KINDS: dict[str, Kind] = {module.KIND.name: module.KIND for module in _MODULES}
"""In the order in which a dossier lists them."""
