"""Biên bản hội nghị sơ kết, hội nghị tổng kết không bình xét, hội nghị ký kết giao ước (Mẫu 1.9)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pipeline.documents.acclaim import ACCLAIM
from pipeline.documents.common import COMMON
from pipeline.documents.conference import PERSON, chair, people
from pipeline.documents.kind import YEARLY, Kind, all_sheets, has
from pipeline.documents.outline import Section
from pipeline.documents.pledge import PLEDGE, pledged, signing_day
from pipeline.documents.source import LINES, Field, Source
from pipeline.documents.texts import TEXTS, cited
from pipeline.model import Cluster, Leadership, Meeting

OUTLINE = (Section("dien_bien", ("trinh_bay", "thao_luan", "phat_bieu", "ket_luan", "thong_qua", "bau", "ky_ket")),)
_OPINIONS = ("discussion", "guidance", "conclusion")
_REPORTS = {"bao-cao-so-ket", "bao-cao-tong-ket"}


def told(source: Source) -> Source:
    """What the paper tells of: of a signing at a meeting of its own only the day is known, and who signs."""
    cluster = source.cluster
    if not cluster.signed_apart:
        return source
    signing = replace(
        cluster, meeting=Meeting(day=signing_day(cluster)), passages=(), ballots=(), next_leaders=Leadership()
    )
    return replace(source, cluster=signing)


def _as_told(field: Field) -> Field:
    """The field of the meeting that the paper tells of; number and recipients are those of the dossier."""
    return field if field.tag.startswith("van_ban.") else replace(field, gives=lambda s: field.gives(told(s)))


def _signs(cluster: Cluster) -> bool:
    """Whether the pledge was signed at the meeting."""
    yearly = cluster.period.kind in YEARLY and bool(pledged(cluster))
    return yearly and (cluster.signed_apart or not cluster.pledge_later)


def _title(source: Source) -> str:
    cluster = source.cluster
    signing = f"ký kết giao ước thi đua {cluster.pledge_period.name}"
    if cluster.signed_apart:
        return f"Hội nghị {signing}"
    kind = "sơ kết" if cluster.period.kind == "half_year" else "tổng kết"
    movement = f" “{cluster.movement.strip('“”')}”" if cluster.movement else ""
    also = f" và {signing}" if _signs(cluster) else ""
    return f"Hội nghị {kind} phong trào thi đua{movement} {cluster.period.name}{also}"


def _adopted(source: Source) -> list[str]:
    """The texts of the cluster that bear the day of the conference."""
    day = source.cluster.meeting.day
    return [cited(text) for text in source.cluster.citations if text.use == "own" and day and text.day == day]


CONFERENCE_MINUTES = (
    Field("hop.tieu_de", _title, "tên hội nghị, trích yếu"),
    Field("hop.ky_ket_rieng", lambda s: s.cluster.signed_apart, "là hội nghị chỉ để ký kết giao ước"),
    Field("hop.thong_qua", lambda s: _adopted(told(s)), "văn bản của Cụm ban hành trong ngày hội nghị", LINES),
    Field("hop.chi_dao", lambda s: people(told(s), "directs")[:1] if len(people(told(s), "directs")) == 1 else [],
          "người chỉ đạo, khi chỉ có một", [PERSON]),
    Field("hop.ky_chu_toa", lambda s: chair(told(s)), "người ký là chủ tọa", PERSON),
)  # fmt: skip


def _present(found: Mapping[str, object], source: Source) -> dict[str, bool]:
    cluster = source.cluster
    return {
        "trinh_bay": not cluster.signed_apart and not _REPORTS.isdisjoint(source.made),
        "thao_luan": has(found, "noi_dung.thao_luan") or has(found, "hoi_nghi.phat_bieu"),
        "phat_bieu": has(found, "noi_dung.phat_bieu"),
        "ket_luan": has(found, "noi_dung.ket_luan") or has(found, "hoi_nghi.ket_luan"),
        "thong_qua": has(found, "hop.thong_qua"),
        "bau": cluster.period.kind in YEARLY and has(found, "bau.co"),
        "ky_ket": _signs(cluster),
    }


def _due(cluster: Cluster) -> bool:
    """Whether the conference has no other minutes: one that reviewed the units has, but not the signing after it."""
    return cluster.period.kind == "half_year" or not cluster.reviewed or cluster.signed_apart


def _lacks(cluster: Cluster) -> str | None:
    opinions = any(passage.section in _OPINIONS for passage in cluster.passages)
    if cluster.meeting.day or cluster.meeting.people or opinions:
        return None
    return "chưa có ngày hội nghị, người dự, ý kiến tại hội nghị"


KIND = Kind(
    name="bien-ban-hoi-nghi",
    title="biên bản hội nghị",
    paper="conference",
    periods=("half_year", *YEARLY),
    sheets=all_sheets("Thành phần", "Nội dung", "Căn cứ"),
    table=(*map(_as_told, (*COMMON, *TEXTS, *ACCLAIM, *PLEDGE)), *CONFERENCE_MINUTES),
    lacks=_lacks,
    due=_due,
    outline=OUTLINE,
    present=_present,
)
