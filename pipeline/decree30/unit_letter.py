"""The official parts of a paper that a unit issues itself, whoever leads the cluster: its own head and signature.

Its number and day are open, for its own registry fills them in (Phụ lục I, Phần I, Mục II of Decree 30).
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.decree30 import signature
from pipeline.decree30.format import ABBREVIATIONS
from pipeline.decree30.letter import GAP, Letter, open_date
from pipeline.decree30.profiles import Profile, profile_of
from pipeline.model import Cluster, Unit

_OPEN = "…"
_ROOM = _OPEN * 4
_LOCAL = re.compile(r"\b(?:huyện|quận|thị xã|thị trấn|xã|phường)\b", re.IGNORECASE)
"""Names of units that have a place of their own."""


def unit_letter(cluster: Cluster, kind: str, unit: Unit | None, draft: bool) -> Letter:
    """The official parts of a unit's own paper; where nobody knows the unit, its lines are left open."""
    profile = profile_of(replace(cluster, profile=None), kind, unit, unit)
    capacity, offices = signature.parted(signature.of_unit(unit) if unit else ["THỦ TRƯỞNG ĐƠN VỊ"], profile)
    return Letter(
        parents=(unit.parent.upper(),) if unit and unit.parent else (),
        issuers=(unit.name.upper() if unit else _ROOM,),
        number=_number(kind, unit, profile),
        place_and_date=f"{_place(cluster, unit)}, {open_date(cluster.meeting.day)}",
        addressees=(),
        recipients=(),
        capacity=capacity,
        offices=offices,
        signer_office=None,
        signer=" ".join(filter(None, (unit.signer_rank, unit.signer))) if unit and unit.signer else None,
        draft=draft,
        profile=profile,
    )


def _number(kind: str, unit: Unit | None, profile: Profile) -> str | None:
    """The number left open; the symbol is the unit's short name where that is one word."""
    if kind not in ABBREVIATIONS:
        return None
    short = unit.short if unit and unit.short and " " not in unit.short else _OPEN
    return profile.numbered.format(number=GAP, type=ABBREVIATIONS[kind], symbol=short)


def _place(cluster: Cluster, unit: Unit | None) -> str:
    """Where the unit is: with the cluster's papers when it leads or all are of one province; else open."""
    near = cluster.level in (None, "tỉnh") and unit and not _LOCAL.search(unit.name)
    if near or unit in cluster.leaders("leader"):
        return cluster.place_name or cluster.province or _ROOM
    return _ROOM
