"""The exit codes of the command line, and the refusal of a name that nobody knows."""

from __future__ import annotations

from collections.abc import Iterable

import click

DONE, WRONG_DATA, WRONG_USE, WRONG_PAPER, FAULT = 0, 1, 2, 3, 70
INTERRUPTED, TERMINATED = 130, 143


def expect(name: str, known: Iterable[str], what: str) -> None:
    """Refuse a name that is not known, with the nearest ones."""
    from pipeline.vietnamese.text import nearest

    known = sorted(known)
    if name not in known:
        near = nearest(name, known) or known
        ending = f" Có phải là: {', '.join(near)}?" if near else ""
        raise click.UsageError(f'Không có {what} "{name}".{ending}')
