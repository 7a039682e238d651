"""Báo cáo thành tích tập thể: the report of each collective for whom an award is proposed, issued by itself."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.documents.cases import lacks, pending
from pipeline.documents.common import COMMON
from pipeline.documents.kind import YEARLY, Kind, Part, has
from pipeline.documents.merit import parts_of
from pipeline.documents.merit_fields import MERIT
from pipeline.documents.merit_summary import SHEETS
from pipeline.documents.outline import Section
from pipeline.documents.source import Source
from pipeline.model import Cluster, Nomination

OUTLINE = (
    Section("so_luoc", ("dac_diem", "chuc_nang")),
    Section("thanh_tich", ("ket_qua", "bien_phap", "chap_hanh", "doan_the")),
    Section("da_khen", ("danh_hieu", "hinh_thuc")),
)


def _present(found: Mapping[str, object], source: Source) -> dict[str, bool]:
    told = {tag: has(found, f"thanh_tich.{tag}") for section in OUTLINE for tag in section.parts}
    results = any(has(found, f"thanh_tich.{tag}") for tag in ("ket_qua", "tom_tat", "chi_tieu"))
    return {**told, "ket_qua": results}


def _collectives(cluster: Cluster) -> list[Nomination]:
    return [case for case in pending(cluster) if case.recipient == "collective"]


def _parts(cluster: Cluster) -> tuple[Part, ...]:
    return parts_of(_collectives(cluster))


def _lacks(cluster: Cluster) -> str | None:
    if (why := lacks(cluster)) or _collectives(cluster):
        return why
    return "trang “Đề nghị” không có tập thể nào chờ quyết định"


KIND = Kind(
    name="bao-cao-thanh-tich",
    title="báo cáo thành tích",
    paper="merit report",
    periods=YEARLY,
    sheets=SHEETS,
    table=(*COMMON, *MERIT),
    lacks=_lacks,
    parts=_parts,
    outline=OUTLINE,
    present=_present,
)
