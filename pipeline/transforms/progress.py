"""Progress against the pledge: share of the plan, and whether a target was reached."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Literal

from pipeline.model import Figure, Target
from pipeline.transforms.figures import share
from pipeline.vietnamese.text import bare

_PERCENT = ("%", "phan tram", "ty le")


def progress(target: Target, judged: bool) -> Target:
    """The target with its share and, where the year is over, its verdict; text is left alone.

    A target measured in per cent has no share. A falling target needs its direction said; one that only
    begins with "Giảm" is not judged.
    """
    plan, result = target.plan, target.result
    if not isinstance(plan, Figure) or not isinstance(result, Figure):
        return target
    measured = target.measure == "%" or bare(target.measure or "") in _PERCENT
    part = None if measured or target.falling else share(result, plan, "so với kế hoạch")
    verdict = _verdict(target, plan, result) if judged else None
    return replace(target, share=part, verdict=verdict)


def _verdict(target: Target, plan: Figure, result: Figure) -> Literal["Vượt", "Đạt", "Chưa đạt"] | None:
    if bare(target.text).startswith("giam ") and not target.falling:
        return None
    if result == plan:
        return "Đạt"
    better = result < plan if target.falling else result > plan
    return "Vượt" if better else "Chưa đạt"


def whole(value: Decimal) -> int | Decimal:
    """A number without a useless fraction."""
    return int(value) if value == value.to_integral_value() else value
