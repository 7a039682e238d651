"""The commands for those who change templates."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline import cli_say
from pipeline.cli_codes import DONE, WRONG_PAPER, expect

if TYPE_CHECKING:
    from pipeline.problems import Finding


@click.group(subcommand_metavar="LỆNH …", options_metavar="")
def templates() -> None:
    """Kiểm tra mẫu văn bản Word, xem các trường mẫu được dùng, vẽ khung mẫu mới."""


@templates.command(options_metavar="[TÙY_CHỌN]…")
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="[TỆP]…")
@click.option("--inputs", default="inputs", type=click.Path(file_okay=False, path_type=Path), metavar="THƯ_MỤC",
              help="Thư mục chứa hồ sơ; mẫu riêng của hồ sơ nằm trong _mau của hồ sơ.")  # fmt: skip
@click.option("--annotate", is_flag=True, help="Ghi bản sao có nhận xét ở chỗ sai, <tên>-loi.docx, cạnh mẫu.")
@click.option("--json", "as_json", is_flag=True, help="In kết quả cho máy đọc (JSON).")
def check(files: tuple[Path, ...], inputs: Path, annotate: bool, as_json: bool) -> int:
    """Kiểm tra mẫu: thẻ viết sai, trường không có, trường chưa dùng, thể thức theo Nghị định 30.

    Không ghi tệp nào thì kiểm tra mọi mẫu, cả mẫu riêng của các hồ sơ. Tên tệp là tên loại văn bản.
    """
    from pipeline.documents import KINDS
    from pipeline.templates import annotate as write_marked
    from pipeline.templates import check_templates, is_stock
    from pipeline.templates import templates as all_templates

    for file in files:
        if not is_stock(file):  # there lie new frames too
            expect(file.stem, KINDS, "loại văn bản")
    found: list[Finding] = []
    for checked in check_templates(files or all_templates(inputs), inputs):
        found += checked.findings
        if not as_json:
            cli_say.tell_findings(checked.label, checked.findings, checked.grouped())
        if annotate and checked.faults:
            cli_say.tell_copy(checked.path, checked.copy, partial(write_marked, checked), as_json)
    if as_json:
        cli_say.tell_json([finding.as_json() for finding in found])
    return WRONG_PAPER if any(finding.level == "LỖI" for finding in found) else DONE


@templates.command(options_metavar="")
@click.argument("kind", metavar="LOẠI")
def fields(kind: str) -> int:
    """Liệt kê các trường mà mẫu của một loại văn bản được dùng."""
    from pipeline.documents import KINDS
    from pipeline.documents.declared import listing

    expect(kind, KINDS, "loại văn bản")
    click.echo(f"Các trường của {KINDS[kind].title} ({kind})\n\n{_HOW}\n\n{listing(KINDS[kind].declared)}")
    return DONE


@templates.command(options_metavar="")
@click.argument("kind", metavar="LOẠI")
def new(kind: str) -> int:
    """Vẽ khung mẫu mới đúng thể thức, không ghi đè mẫu đã có.

    Tên loại viết thường, không dấu, nối bằng gạch ngang: thong-bao-ket-luan, bien-ban-lam-viec.
    """
    from pipeline.documents import KINDS
    from pipeline.frames import draw
    from pipeline.vietnamese.text import slug

    if kind != slug(kind):
        example = slug(kind) or "thong-bao-ket-luan"
        raise click.UsageError(f'Tên loại "{kind}" phải viết thường, không dấu, nối bằng gạch ngang, ví dụ: {example}.')
    try:
        path = draw(kind)
    except FileExistsError as there:
        raise click.UsageError(f"Đã có mẫu {there.filename}, giữ nguyên. Hãy sửa mẫu đó, hoặc chọn tên khác.") from None
    click.echo(f"{path}\n\n{_REPLACE}\n{(_KNOWN if kind in KINDS else _UNKNOWN).format(kind=kind)}")
    return DONE


_REPLACE = "Mở bằng Word, thay các chỗ trong ngoặc vuông […], bỏ phần không dùng, giữ các thẻ trong ngoặc nhọn."
_KNOWN = "Các trường mẫu được dùng: lệnh templates fields {kind}. Sửa xong thì kiểm tra: lệnh templates check."
_UNKNOWN = """\
Chương trình chưa tự lập loại văn bản {kind}: mẫu dùng được các trường chung cum, ky, van_ban, hoi_nghi (hướng dẫn,
mục 6); muốn văn bản được lập cùng các văn bản khác thì nhờ người lập trình khai báo loại này."""
_HOW = """\
Ghi {{ cum.ten }} để in một trường. Trường có thể trống thì hỏi trước: {% if cum.linh_vuc %} … {% endif %}.
Danh sách thì lặp: {%p for x in cum.don_vi %}, {{ x.ten }}, {%p endfor %}, mỗi thẻ {%p %} một đoạn riêng;
trường bắt đầu bằng dấu chấm là của từng dòng trong danh sách ở ngay trên."""
