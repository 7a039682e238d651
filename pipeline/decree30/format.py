"""Decree 30/2020/NĐ-CP as data: what the papers of a cluster take from it, each with its article."""

from __future__ import annotations

ABBREVIATIONS = {"report": "BC", "proposal": "TTr", "minutes": "BB", "notice": "TB"}
"""Abbreviations of document types: Phụ lục III, Mục I. A pledge is none of the 29 types and has no number."""

DATED = ("report", "proposal", "pledge", "notice", "score table")
"""Papers with place and date in the head: Mẫu 1.4; minutes (Mẫu 1.9) have none."""

ADDRESSED = ("report", "proposal")
"""Papers sent upward bear "Kính gửi": Phụ lục I, Phần I, Mục II.9a."""
