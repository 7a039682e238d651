"""The fields of what the office typed as words, and of the texts that a paper cites."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.decree30.letter import paper_day, short_name
from pipeline.documents.grounds import day_of, taken
from pipeline.documents.outline import NAMES
from pipeline.documents.source import LINES, Field, Fields, Says, Source
from pipeline.law.basis import citations
from pipeline.model import Citation, Cluster, Figure, Passage, count
from pipeline.vietnamese.dates import long, short
from pipeline.vietnamese.numbers import letter
from pipeline.vietnamese.text import bare

SECTION_TAGS: Mapping[str, str] = {
    "situation": "dac_diem", "conditions": "thuan_loi_kho_khan", "direction": "chi_dao",
    "launching": "phat_dong", "publicity": "tuyen_truyen", "movements": "phong_trao", "results": "ket_qua",
    "pledge": "chi_tieu", "commendations": "khen_thuong", "party": "xay_dung_dang", "charity": "dong_gop",
    "activities": "hoat_dong", "strengths": "uu_diem", "limits": "han_che", "causes": "nguyen_nhan",
    "lessons": "bai_hoc", "orientation": "phuong_huong", "tasks": "nhiem_vu", "solutions": "giai_phap",
    "requests": "kien_nghi", "guidance": "phat_bieu", "conclusion": "ket_luan",
}  # fmt: skip
BY_UNIT = ("results", "discussion")
"""Sections printed unit by unit; in the others a unit's paragraph follows the cluster's, under its name."""


def passages(cluster: Cluster, section: str) -> list[str]:
    """The paragraphs of a section that are the cluster's; those of single units bear their names."""
    return [
        text if passage.unit is None else f"{passage.unit.name}: {text.removeprefix('- ')}"
        for passage in _of(cluster, section)
        if passage.unit is None or section not in BY_UNIT
        for text in passage.paragraphs
    ]


def _of(cluster: Cluster, section: str) -> list[Passage]:
    return [passage for passage in cluster.passages if passage.section == section]


def by_unit(cluster: Cluster, section: str) -> list[Fields]:
    """The paragraphs of a section unit by unit, in the order of the official list."""
    found: list[Fields] = []
    for unit in cluster.units:
        texts = [t for p in _of(cluster, section) if p.unit and p.unit.name == unit.name for t in p.paragraphs]
        if texts:
            found.append({"chu": letter(len(found) + 1), "ten": unit.name, "doan": texts})
    return found


def discussion(cluster: Cluster) -> list[Fields]:
    """The opinions at the conference; those without a unit come first, without a name."""
    own = [text for p in _of(cluster, "discussion") if p.unit is None for text in p.paragraphs]
    return ([{"chu": None, "ten": None, "doan": own}] if own else []) + by_unit(cluster, "discussion")


def _tasks(cluster: Cluster) -> Figure:
    tasks = _of(cluster, "tasks")
    lines = [text for passage in tasks for text in passage.paragraphs]
    return count(lines, "nhiệm vụ", "nhiệm vụ", (passage.place for passage in tasks))


def _opinions(cluster: Cluster) -> Figure:
    opinions = discussion(cluster)
    return count(opinions, "ý kiến", "ý kiến", (p.place for p in _of(cluster, "discussion")))


def cited(text: Citation, written: bool = True) -> str:
    """A text as a sentence cites it: kind, number, day, issuer, abstract, as far as they are known; a law by its title,
    without its issuer: "Luật Thi đua, khen thưởng ngày …"."""
    day = (long(text.day) if written else f"ngày {short(text.day)}") if text.day else None
    number = f"số\u00a0{text.number}" if text.number else None
    if bare(text.kind).startswith(_LAWS):
        return " ".join(filter(None, (_title(text), number, day)))
    issuer = f"của {text.issuer}" if text.issuer else None
    return " ".join(filter(None, (text.kind, number, day, issuer, text.abstract)))


_LAWS = ("luat", "bo luat", "phap lenh")


def _title(text: Citation) -> str:
    """ "Luật Thi đua, khen thưởng", wherever its words were typed."""
    words = (text.abstract or "").removeprefix("về ").removeprefix("Về ")
    return words if bare(words).startswith(bare(text.kind)) else f"{text.kind} {words}".strip()


def studied(cluster: Cluster, use: str) -> list[str]:
    """The texts of one use, as the reports name them."""
    return [cited(text, written=False) for text in cluster.citations if text.use == use]


def _opening(cluster: Cluster) -> list[str]:
    """The decisions that the opening sentence of a report carries out."""
    return [cited(t, written=False) for t in cluster.citations if t.use == "basis" and t.kind.lower() in _DECISIONS]


_DECISIONS = ("quyết định", "quy chế")


def legal_basis(source: Source) -> list[str]:
    """The grounds of a pledge or a proposal, each a line: "Căn cứ …;", the last with a full stop."""
    lines = [*_laws(source), *(cited(t) for t in source.cluster.citations if t.use == "basis")]
    lines += _last_ground(source)
    return [f"Căn cứ {line}{'.' if line is lines[-1] else ';'}" for line in lines]


def _laws(source: Source) -> Iterator[str]:
    """The texts in force on the day of the paper; what the office cites itself is cited as it wrote it."""
    cluster = source.cluster
    texts, day = taken(cluster, source.paper), day_of(cluster, source.paper)
    return citations(texts, day, cluster.regulation.numbered_laws)


def _last_ground(source: Source) -> list[str]:
    cluster = source.cluster
    if source.paper == "pledge":
        return [f"nhiệm vụ công tác {cluster.pledge_period.name} của các đơn vị"]
    day = paper_day(cluster, "minutes")
    if source.paper == "proposal" and day:
        return [f"Biên bản Hội nghị bình xét, suy tôn {long(day)} của {short_name(cluster)}"]
    return []


def _movements(cluster: Cluster) -> list[Fields]:
    return [
        {"ten": m.name, "don_vi": m.launched_by, "thoi_gian": m.time, "ket_qua": list(m.result)}
        for m in cluster.movements
    ]


def _section_field(section: str, tag: str) -> Field:
    return Field(f"noi_dung.{tag}", lambda s: passages(s.cluster, section), f"các đoạn của mục {NAMES[tag]}", LINES)


_OF_UNIT: Mapping[str, Says] = {
    "chu": "chữ cái đánh dấu: a, b, c", "ten": "tên đơn vị; ý kiến chung thì không có", "doan": ("các đoạn", LINES),
}  # fmt: skip
_MOVEMENT: Mapping[str, Says] = {
    "ten": "tên phong trào", "don_vi": "đơn vị phát động", "thoi_gian": "thời gian",
    "ket_qua": ("các đoạn kết quả", LINES),
}  # fmt: skip

TEXTS = (
    *(_section_field(section, tag) for section, tag in SECTION_TAGS.items()),
    Field("noi_dung.ket_qua_don_vi", lambda s: by_unit(s.cluster, "results"), "kết quả từng đơn vị", [_OF_UNIT]),
    Field("noi_dung.thao_luan", lambda s: discussion(s.cluster), "ý kiến thảo luận", [_OF_UNIT]),
    Field("noi_dung.so_y_kien", lambda s: _opinions(s.cluster), "số ý kiến thảo luận"),
    Field("noi_dung.so_nhiem_vu", lambda s: _tasks(s.cluster), "số nhiệm vụ"),
    Field("van_ban_cap_tren.quan_triet", lambda s: studied(s.cluster, "studied"), "văn bản được quán triệt", LINES),
    Field("van_ban_cap_tren.ban_hanh", lambda s: studied(s.cluster, "own"), "văn bản của Cụm", LINES),
    Field("van_ban_cap_tren.mo_dau", lambda s: _opening(s.cluster), "văn bản nêu ở câu mở đầu báo cáo", LINES),
    Field("van_ban_cap_tren.can_cu", legal_basis, "các dòng căn cứ", LINES),
    Field("phong_trao", lambda s: _movements(s.cluster), "phong trào thi đua", [_MOVEMENT]),
)  # fmt: skip
