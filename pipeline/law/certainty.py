"""How certain a fact of the law is, and how an office is told."""

from __future__ import annotations

from typing import Literal

Certainty = Literal["CONFIRMED", "CONFIRMED-2nd", "RECALLED"]
"""Read in the text or a faithful copy; told by somebody else; general knowledge that nobody has checked."""
WORDS = {"CONFIRMED": "đã đối chiếu", "CONFIRMED-2nd": "theo nguồn dẫn lại", "RECALLED": "chưa đối chiếu"}
