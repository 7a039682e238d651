"""What the office typed as words: targets, contributions, movements, passages."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Literal

from pipeline.cluster.units import Registry
from pipeline.model import Contribution, Figure, Movement, Passage, Period, Rule, Target, Text
from pipeline.problems import Problems
from pipeline.transforms.progress import progress, whole
from pipeline.vietnamese.numbers import number as shown
from pipeline.vietnamese.text import key, sentence
from pipeline.workbooks.rows import Row, Tables

_BULLET = re.compile(r"^\s*[-–—+•*·]\s*")
_GROUP = re.compile(r"^(?:[IVX]+|[A-Z])[.)]\s+")


def read_targets(
    tables: Tables, units: Registry, period: Period, pledge_year: int, problems: Problems
) -> tuple[Target, ...]:
    """The targets of all years of the sheet, those of the reported year with their progress."""
    found: list[Target] = []
    group = None
    for row in tables.of("Giao ước"):
        if title := _group_title(row):
            group = title
            continue
        target = _target(row, units, pledge_year, group, problems)
        if target is not None:
            found.append(progress(target, judged=period.kind != "half_year"))
    return tuple(found)


def _group_title(row: Row) -> str | None:
    """A row that holds nothing but a title with a Roman number: "I. Nhiệm vụ chính trị"."""
    text = row.text("content") or row.text("target") or row.text("group")
    if text and len(row.entries) == 1 and (_GROUP.match(text) or _GROUP.match(f"{row.order.rstrip('.')}. ")):
        return _GROUP.sub("", text)
    return None


def _target(row: Row, units: Registry, pledge_year: int, group: str | None, problems: Problems) -> Target | None:
    content, said = row.text("content"), row.text("target")
    text = said or content
    if text is None:
        problems.add("O-13", row.place, column="Chỉ tiêu")
        return None
    plan = _amount(row, "plan")
    if content and said and plan is None:
        text, plan = content, Text(said, row.at("target"))
    year = row.get("year")
    return Target(
        year=year if isinstance(year, int) else pledge_year,
        text=_BULLET.sub("", text),
        place=row.place,
        group=_GROUP.sub("", row.text("group") or "") or group,
        content=content if content and text != content and key(content) != key(text) else None,
        measure=row.text("measure"),
        unit=units.maybe(row, problems) if "unit" in row.entries else None,
        falling=row.get("direction") == "falling",
        before=_amount(row, "before"),
        plan=plan,
        result=_amount(row, "result"),
    )


def _amount(row: Row, name: str) -> Figure | Text | None:
    value = row.get(name)
    if isinstance(value, Decimal):
        rule = Rule("typed", {"before": "Kết quả năm trước", "plan": "Kế hoạch", "result": "Kết quả"}[name])
        return Figure(whole(value), row.text("measure") or "", "quantity", rule, (row.at(name),))
    return Text(value, row.at(name)) if isinstance(value, str) else None


def read_contributions(tables: Tables, units: Registry, problems: Problems) -> tuple[Contribution, ...]:
    """What was given for social work, in the order of the sheets; a typed total is compared."""
    rows = tables.of("Xã hội, từ thiện")
    given = tuple(_contribution(row, units, problems) for row in rows)
    for row in tables.of("Xã hội, từ thiện", "total"):
        said = row.get("amount")
        parts = [c.amount.value for c, r in zip(given, rows, strict=True) if c.amount and r.table == row.table]
        if isinstance(said, (int, Decimal)) and sum(parts) != said:
            problems.add("KT-01", row.at("amount"), found=shown(whole(Decimal(said))), computed=shown(sum(parts)))
    return given


def _contribution(row: Row, units: Registry, problems: Problems) -> Contribution:
    amount, quantity, day = row.get("amount"), row.get("quantity"), row.get("day")
    return Contribution(
        activity=str(row.get("activity")),
        place=row.place,
        unit=units.maybe(row, problems),
        amount=_number(row, "amount", amount, "đồng", "money"),
        quantity=_number(row, "quantity", quantity, row.text("measure") or "", "quantity"),
        measure=row.text("measure"),
        beneficiaries=row.text("beneficiaries"),
        day=day if isinstance(day, date) else None,
    )


def _number(row: Row, name: str, value: object, unit: str, kind: Literal["money", "quantity"]) -> Figure | None:
    if not isinstance(value, (int, Decimal)):
        return None
    labels = {"amount": "Số tiền", "quantity": "Số lượng"}
    return Figure(whole(Decimal(value)), unit, kind, Rule("typed", labels[name]), (row.at(name),))


def read_movements(tables: Tables) -> tuple[Movement, ...]:
    """The movements, their names without the quotation marks that the paper adds."""
    return tuple(
        Movement(
            name=str(row.get("name")).strip("“”\"' "),
            place=row.place,
            launched_by=row.text("launched_by"),
            time=row.text("time"),
            result=paragraphs(row, "result"),
        )
        for row in tables.of("Phong trào")
    )


def paragraphs(row: Row, name: str) -> tuple[str, ...]:
    """The lines of a cell as paragraphs of a paper: one dash for a bullet, an end mark at the end."""
    lines = row.get(name)
    return tuple(_paragraph(line) for line in lines) if isinstance(lines, tuple) else ()


def _paragraph(line: str) -> str:
    bulleted = _BULLET.match(line)
    text = sentence(_BULLET.sub("", line))
    return f"- {text}" if bulleted else text


def read_passages(tables: Tables, units: Registry, year: int, problems: Problems) -> tuple[Passage, ...]:
    """The paragraphs of the reports, by heading and unit."""
    return tuple(
        Passage(str(row.get("section")), paragraphs(row, "text"), row.at("text"), units.maybe(row, problems, year))
        for row in tables.of("Nội dung")
    )
