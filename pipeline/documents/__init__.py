"""The kinds of papers, each a template of the same name and a module here."""

from __future__ import annotations

from pipeline.documents import (
    annual_report,
    conference_minutes,
    half_year_report,
    minutes,
    notice,
    pledge,
    proposal,
    score_table,
    tally,
)
from pipeline.documents.kind import Kind

KINDS: dict[str, Kind] = {
    module.KIND.name: module.KIND
    for module in (
        half_year_report, annual_report, pledge, proposal, conference_minutes, minutes, tally, score_table, notice,
    )
}  # fmt: skip
"""In the order in which a dossier lists them."""
