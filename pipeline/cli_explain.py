"""The command that follows the figures of a document to their cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline import cli_say
from pipeline.cli_codes import DONE

if TYPE_CHECKING:
    from pipeline.explain import Explained

_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command(options_metavar="[TÙY_CHỌN]…")
@click.argument("path", metavar="TỆP.docx", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("figure", required=False, metavar="[SỐ]")
@click.option("--inputs", default="inputs", type=_FOLDER, metavar="THƯ_MỤC", help="Thư mục chứa hồ sơ.")
@click.option("--outputs", default="outputs", type=_FOLDER, metavar="THƯ_MỤC", help="Thư mục văn bản.")
@click.option("--json", "as_json", is_flag=True, help="In kết quả cho máy đọc (JSON).")
def explain(path: Path, figure: str | None, inputs: Path, outputs: Path, as_json: bool) -> int:
    """Cho biết mỗi con số trong văn bản do quy tắc nào, từ ô nào của sổ nào mà có; sổ nay có còn ghi như vậy.

    SỐ ghi như trong văn bản: 3.211, 12,5%, Nhất; không ghi thì mọi con số.
    """
    from pipeline.explain import Followed
    from pipeline.releases.whence import paper_of

    paper = paper_of(path, outputs)
    if paper is None:
        raise click.UsageError(
            f"{path} không phải là văn bản của một lần xuất nào trong {outputs}. "
            "Chỉ văn bản do chương trình lập mới có nguồn số liệu."
        )
    document = Followed(paper, path.read_bytes())
    found = document.named(figure) if figure else document.figures
    if figure and not found:
        near = document.near(figure)
        ending = f" Có phải là: {', '.join(near)}?" if near else ""
        raise click.UsageError(f'Trong {path.name} không có số liệu "{figure}".{ending}')
    if as_json:
        cli_say.tell_json([one.as_json() for one in found])
    else:
        click.echo(f"{path.name} ({paper.release.name}): {len(found)} chỗ có số liệu")
        _tell(found, document.changed(inputs), whole=bool(figure))
        if lost := paper.figures - len(document.figures):
            click.echo(f"{lost} con số của bản gốc đã bị sửa hoặc bỏ trong tệp này.")
    return DONE


def _tell(found: Sequence[Explained], changed: Mapping[str, str], whole: bool) -> None:
    """Each figure once, with all the places it stands at; of the `whole` every cell with what it said."""
    from pipeline.releases.told import by_sheet, told

    places: dict[tuple[str, str], list[Explained]] = {}
    for one in found:
        places.setdefault((one.figure, one.text), []).append(one)
    for same in places.values():
        one, cells = same[0], [str(cell) for cell in same[0].cells]
        values = {str(cell): cell.value for cell in one.cells if cell.value is not None}
        lines = [one.rule, *by_sheet(cells, values, whole)] if whole else [told(one.rule, cells, values)]
        click.echo(f"{one.text} ({_listed(other.place for other in same)})")
        for line in lines:
            click.echo(f"  {line}")
        for cell in (cell for cell in cells if cell in changed):
            click.echo(f"  nay đã khác: {cell} khi đó ghi {values.get(cell, '')}, nay ghi {changed[cell]}")


def _listed(places: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(places))
