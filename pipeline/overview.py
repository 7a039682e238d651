"""What a dossier holds and lacks, gathered for the page that everybody reads first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from pipeline.pages.kiem_tra import NAME as PAGE
from pipeline.problems import Problems
from pipeline.workbooks.sheets import COMMENDATIONS, PASSAGES, SCORES

__all__ = ["PAGE", "overview_page", "replace_page"]

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.choice import LeftOut
    from pipeline.documents.kind import Kind
    from pipeline.model import Cluster
    from pipeline.pages.kiem_tra import Source
    from pipeline.workbooks.rows import Tables


_WITHHELD = {"MAU-01": "mẫu có lỗi", "MAU-10": "văn bản làm xong bị lỗi nên giữ lại"}
"""Problems that name the template of a paper that is not made, and what the page says of the paper."""


def overview_page(
    name: str, tables: Tables, cluster: Cluster | None, kinds: Sequence[Kind], left_out: Sequence[LeftOut],
    problems: Problems, newest: str,
) -> bytes:  # fmt: skip
    """The page `kiem-tra.html` of a dossier; `newest` is the name of its newest release, "" where there is none."""
    from pipeline.documents import KINDS
    from pipeline.pages.kiem_tra import Overview, Paper, page

    withheld = {problem.found: _WITHHELD[problem.code] for problem in problems if problem.code in _WITHHELD}
    papers = [Paper(kind.title, withheld.get(f"“{kind.name}.docx”")) for kind in kinds]
    papers += [Paper(KINDS[left.kind].title, left.why) for left in left_out]
    return page(
        Overview(
            dossier=name,
            cluster=f"{cluster.name}, {cluster.period.name}" if cluster else "",
            sources=tuple(_sources(tables)),
            problems=problems.grouped(),
            sent=_sent(cluster) if cluster else {},
            papers=papers,
            newest=f"mới nhất là {newest}" if newest else "chưa có lần nào",
        )
    ).encode()


def replace_page(folder: Path, page: Callable[[str], bytes]) -> None:
    """Put the page of a dossier into its outputs, over an older one; it names the newest release there."""
    from pipeline.releases.disk import replace
    from pipeline.releases.release import newest

    release = newest(folder)
    replace(folder / PAGE, page(release.name if release else ""))


def _sources(tables: Tables) -> Iterable[Source]:
    from pipeline.pages.kiem_tra import Source

    rows = Counter(
        (row.place.file, row.place.sheet, name) for name, of_sheet in tables.rows.items() for row in of_sheet
    )
    read = ((place.file, place.sheet, name) for place, names in tables.names.items() for name in names)
    found = (Source(*source, rows[source]) for source in read)
    return (*found, *(Source(file, "", "", 0) for file in tables.unread))


def _sent(cluster: Cluster) -> Mapping[str, Mapping[str, bool]]:
    """By unit: which of the sheets that units send hold something of it; a sheet of nobody is left out."""
    scored = {
        s.unit.name for s in cluster.standings
        if any(points is not None for points in (s.self_points, s.cross_points, s.appraised_points, s.total))
    }  # fmt: skip
    awarded = {found.unit.name for found in cluster.commendations.units} if cluster.commendations else set()
    told = {passage.unit.name for passage in cluster.passages if passage.unit}
    senders = {SCORES.name: scored, COMMENDATIONS.name: awarded, PASSAGES.name: told}
    return {
        unit.name: {sheet: unit.name in names for sheet, names in senders.items() if names} for unit in cluster.units
    }
