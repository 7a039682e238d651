"""A kind of paper: its periods, the sheets it depends on, its fields, its headings and tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.documents.declared import Declared, shapes
from pipeline.documents.outline import HEADING, Section, headings, named, table_numbers
from pipeline.documents.source import Field, Says, Source, fields
from pipeline.model import Cluster, Figure, Nomination, Period
from pipeline.vietnamese.text import slug

if TYPE_CHECKING:
    from pipeline.rendering.names import Shape

TABLES: Mapping[str, Says] = {
    "chi_tieu": "chỉ tiêu giao ước", "khen_thuong_hinh_thuc": "khen thưởng theo danh hiệu, hình thức",
    "khen_thuong_don_vi": "khen thưởng theo đơn vị", "dong_gop": "xã hội, từ thiện", "xep_hang": "kết quả xếp hạng",
    "suy_ton": "kết quả suy tôn", "bo_phieu": "kết quả bỏ phiếu", "thang_diem": "thang điểm",
    "dang_ky": "đăng ký danh hiệu",
}  # fmt: skip
YEARLY = ("year", "school_year")
REQUIRED = ("Thông tin", "Đơn vị")


@dataclass(frozen=True)
class Part:
    """One paper of a kind: one a deciding authority for a proposal, else the only one."""

    suffix: str = ""
    cases: tuple[Nomination, ...] = ()


@dataclass(frozen=True)
class Companion:
    """The same content in another format: the ending of its name, its bytes, the figures it holds by their places."""

    ending: str
    content: bytes
    figures: Mapping[str, Figure]


def one_paper(cluster: Cluster) -> tuple[Part, ...]:
    """The parts of a kind that makes one paper."""
    return (Part(),)


def nothing(cluster: Cluster) -> str | None:
    """No reason to leave a kind out."""
    return None


def always(cluster: Cluster) -> bool:
    """An occasion for a kind in every dossier of its periods."""
    return True


@dataclass(frozen=True)
class Kind:
    """What is needed to make a kind of paper, and how its template is filled.

    `present` tells from the fields which headings and tables have something to say; `lacks` tells why the
    paper cannot be made from this cluster, or None; `due` whether there is an occasion for it, so that nobody
    misses it where there is none.
    """

    name: str
    title: str
    paper: str
    periods: tuple[str, ...]
    sheets: frozenset[str]
    table: tuple[Field, ...]
    lacks: Callable[[Cluster], str | None] = nothing
    due: Callable[[Cluster], bool] = always
    parts: Callable[[Cluster], tuple[Part, ...]] = one_paper
    outline: tuple[Section, ...] = ()
    tables: tuple[str, ...] = ()
    present: Callable[[Mapping[str, object], Source], Mapping[str, bool]] = lambda f, s: {}
    of_pledge: bool = False
    companion: Callable[[Source], Companion] | None = None
    tolerates: tuple[str, ...] = ("-",)
    """Codes of errors that do not keep this paper from being made, by their beginnings."""

    def fields(self, source: Source) -> dict[str, object]:
        """All that the template may ask for, in the words of the template."""
        found = fields(self.table, source)
        present = self.present(found, source)
        found["muc"] = headings(self.outline, present)
        shown = {name: present.get(f"bang.{name}", False) for name in TABLES}
        found["bang"] = table_numbers(self.tables, shown, TABLES)
        return found

    @property
    def declared(self) -> list[Declared]:
        """All that the template may ask for, as it is declared: what `fields` gives, no more and no less."""
        marks: Mapping[str, Says] = {tag: (says, HEADING) for tag, says in named(self.outline).items()}
        return [
            *(Declared(field.tag, field.says, field.holds) for field in self.table),
            Declared("muc", "dấu số của các mục (I., 1.), đánh lại khi bỏ mục trống", marks),
            Declared("bang", "số của các bảng, đánh lại khi bỏ bảng trống", TABLES),
        ]

    def shapes(self) -> dict[str, Shape]:
        """The same as the check of templates wants it."""
        return shapes(self.declared)

    def file(self, cluster: Cluster, part: Part, draft: bool, ending: str = ".docx") -> str:
        """The file name: "to-trinh-chu-tich-ubnd-tinh-2021.docx"."""
        period = cluster.pledge_period if self.of_pledge else cluster.period
        pieces = (self.name, part.suffix, period_slug(period), "du-thao" if draft else "")
        return "-".join(filter(None, pieces)) + ending


def period_slug(period: Period) -> str:
    """ "6-thang-2017", "2021", "nam-hoc-2017-2018"."""
    return {"half_year": "6-thang-", "year": "", "school_year": "nam-hoc-"}[period.kind] + period.numbers


def all_sheets(*names: str) -> frozenset[str]:
    """The sheets of a kind, with those that every paper needs."""
    return frozenset((*REQUIRED, "Văn bản", *names))


def has(found: Mapping[str, object], path: str) -> bool:
    """Whether a field holds something: a number counts, 0 too."""
    value: object = found
    for name in path.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return (
        value is not None and value is not False and value != "" and (not isinstance(value, Sequence) or len(value) > 0)
    )


def authority_slug(decider: str) -> str:
    """ "chu-tich-ubnd-tinh" for the chairman of the province, "bo-cong-an" for a ministry."""
    return slug(decider.replace("Ủy ban nhân dân", "UBND").removeprefix("Bộ trưởng "))
