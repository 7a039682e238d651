"""How a vote was held: on papers that tellers count, or by raised hands; in which round."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Ballot
from pipeline.vietnamese.text import bare


def on_paper(ballots: Sequence[Ballot]) -> bool:
    """Whether tellers counted a vote: a secret ballot, or one of which papers were handed out."""
    manner = ballots[0].manner
    return "phiếu kín" in manner if manner else any(b.issued is not None or b.returned is not None for b in ballots)


def manner_of(ballots: Sequence[Ballot]) -> str:
    """ "bỏ phiếu kín", "biểu quyết", as typed; of a vote that nobody described, as its papers tell."""
    return ballots[0].manner or ("bỏ phiếu" if on_paper(ballots) else "biểu quyết")


def round_of(typed: str | None) -> str | None:
    """ "vòng 2"; nothing for the first round."""
    number = bare(typed or "").removeprefix("vong ").strip()
    return f"vòng {number}" if number not in ("", "1") else None
