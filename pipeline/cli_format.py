"""The command that checks the official format of Word files."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline import cli_say
from pipeline.cli_codes import DONE, WRONG_PAPER

if TYPE_CHECKING:
    from pipeline.format import Formatted

_MANY = 10
"""So many files have a table at the end."""


@click.command(name="format", options_metavar="[TÙY_CHỌN]…")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path),
                metavar="TỆP.docx…")  # fmt: skip
@click.option("--annotate", is_flag=True, help="Ghi bản sao có nhận xét ở chỗ sai, <tên>-the-thuc.docx, cạnh tệp.")
@click.option("--json", "as_json", is_flag=True, help="In kết quả cho máy đọc (JSON).")
def format_(paths: tuple[Path, ...], annotate: bool, as_json: bool) -> int:
    """Kiểm tra thể thức văn bản Word theo Nghị định 30: tệp nào cũng được, không chỉ văn bản do chương trình làm.

    Cho tên thư mục thì kiểm tra mọi tệp .docx trong đó và các thư mục con, cuối cùng có bảng tổng hợp.
    """
    from pipeline.format import annotate as write_marked
    from pipeline.format import check_format

    found = []
    for formatted in check_format(paths):
        found.append(formatted)
        if not as_json:
            _tell(formatted)
        if annotate and formatted.marks and not formatted.path.is_dir():
            cli_say.tell_copy(formatted.path, formatted.copy, partial(write_marked, formatted), as_json)
    findings = [finding for formatted in found for finding in formatted.findings]
    if as_json:
        cli_say.tell_json([finding.as_json() for finding in findings])
    else:
        _tell_all(found, paths)
    return WRONG_PAPER if any(finding.level == "LỖI" for finding in findings) else DONE


def _tell(formatted: Formatted) -> None:
    for finding in formatted.grouped():
        cli_say.say(str(finding))
    if not formatted.path.is_dir():
        click.echo(f"{formatted.path}: {cli_say.counted(formatted.findings)}")


def _tell_all(found: Sequence[Formatted], paths: Sequence[Path]) -> None:
    """One line for several files, and a table for a folder or many files."""
    from pipeline.format import old_files

    files = [formatted for formatted in found if not formatted.path.is_dir()]
    if len(files) > 1:
        click.echo(f"{len(files)} tệp: {cli_say.counted(one for file in files for one in file.findings)}")
    if files and (len(files) >= _MANY or any(path.is_dir() for path in paths)):
        _tell_summary(files)
    if old := old_files(paths):
        click.echo(f"Chưa kiểm tra {len(old)} tệp .doc kiểu cũ, ví dụ {old[0]}: mở bằng Word, lưu thành .docx.")


def _tell_summary(files: Sequence[Formatted]) -> None:
    from pipeline.format import summary_of

    summary = summary_of(files)
    for words, count in (("không có lỗi", summary.keeping), ("có lỗi hoặc lưu ý", summary.broken),
                         ("không đọc được", summary.unread)):  # fmt: skip
        click.echo(f"{count:>6} tệp {words}")
    if summary.frequent:
        click.echo("Hay gặp nhất:")
    for code, says, files_, places in summary.frequent:
        click.echo(f"{files_:>6} tệp, {places:>5} chỗ  [{code}] {says}")
