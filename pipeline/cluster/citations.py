"""The texts that an office cites, compared with the register of laws."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Literal, cast

from pipeline.law.basis import certainty, differences, is_the_law, known, law_on
from pipeline.model import Citation
from pipeline.problems import Problems
from pipeline.vietnamese.dates import long, short
from pipeline.vietnamese.text import bare
from pipeline.workbooks.rows import Row, Tables
from pipeline.workbooks.sheets import CITATIONS

_PARTY = re.compile(r"[-/](?:TW|TU|HU|QU|ĐU|BTGTW|UBKTTW)\b|/ĐU")
_PARTY_BODIES = ("bo chinh tri", "ban bi thu", "tinh uy", "thanh uy", "ban chap hanh trung uong", "dang uy",
                 "ban thuong vu")  # fmt: skip


def read_citations(tables: Tables, on: date, problems: Problems) -> Iterator[Citation]:
    """The texts that the office cites; a Party text is studied, any other is a legal ground.

    `on`: a day of the dossier, for the law to name where a day was mistyped.
    """
    for row in tables.of(CITATIONS.name):
        day = row.get("day")
        citation = Citation(
            kind=str(row.get("kind")),
            use="basis",
            place=row.place,
            number=row.text("number"),
            day=day if isinstance(day, date) else None,
            issuer=row.text("issuer"),
            abstract=row.text("abstract"),
        )
        _check(citation, row, on, problems)
        use = row.get("use") or ("studied" if _is_party(citation) else "basis")
        yield replace(citation, use=cast(Literal["basis", "studied", "own"], use))


def _is_party(citation: Citation) -> bool:
    issuer = bare(citation.issuer or "")
    return bool(_PARTY.search(citation.number or "")) or any(body in issuer for body in _PARTY_BODIES)


def _check(citation: Citation, row: Row, on: date, problems: Problems) -> None:
    """What is typed otherwise than the register has it, each at its cell."""
    text = known(citation)
    law = law_on(on)
    if text is None:
        if citation.day and not citation.number and is_the_law(citation) and law and law.day:
            problems.add("CU-02", row.at("day"), found=short(citation.day), known=long(law.day))
        return
    for field, what, said, ours in differences(citation, text):
        words = {"what": what, "said": said, "known": ours, "certainty": certainty(text, field)}
        problems.add("CU-01", row.at(field), found=text.name, **words)
