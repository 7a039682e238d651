"""The command that checks the official format of Word files."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline import cli_say
from pipeline.cli_codes import DONE, WRONG_PAPER

if TYPE_CHECKING:
    from pipeline.format import Formatted


@click.command(name="format", options_metavar="[TÙY_CHỌN]…")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path),
                metavar="TỆP.docx…")  # fmt: skip
@click.option("--annotate", is_flag=True, help="Ghi bản sao có nhận xét ở chỗ sai, <tên>-the-thuc.docx, cạnh tệp.")
@click.option("--json", "as_json", is_flag=True, help="In kết quả cho máy đọc (JSON).")
def format_(files: tuple[Path, ...], annotate: bool, as_json: bool) -> int:
    """Kiểm tra thể thức văn bản Word theo Nghị định 30: tệp nào cũng được, không chỉ văn bản do chương trình làm."""
    from pipeline.format import annotate as write_marked
    from pipeline.format import check_format

    found = []
    for formatted in check_format(files):
        found.append(formatted)
        if not as_json:
            _tell(formatted)
        if annotate and formatted.marks:
            cli_say.tell_copy(formatted.path, formatted.copy, partial(write_marked, formatted), as_json)
    findings = [finding for formatted in found for finding in formatted.findings]
    if as_json:
        cli_say.tell_json([finding.as_json() for finding in findings])
    elif len(found) > 1:
        click.echo(f"{len(found)} tệp: {cli_say.counted(findings)}")
    return WRONG_PAPER if any(finding.level == "LỖI" for finding in findings) else DONE


def _tell(formatted: Formatted) -> None:
    for finding in formatted.grouped():
        cli_say.say(str(finding))
    click.echo(f"{formatted.path}: {cli_say.counted(formatted.findings)}")
