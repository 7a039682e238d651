"""The commands about releases that stand: what was altered since, what changed between two, which one is signed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline import cli_say
from pipeline.cli_codes import DONE, WRONG_DATA, expect

if TYPE_CHECKING:
    from pipeline.dossier import Dossier
    from pipeline.releases.release import Release


def _inputs(command: Callable[..., int]) -> Callable[..., int]:
    folder = click.Path(file_okay=False, path_type=Path)
    return click.option("--inputs", default="inputs", type=folder, metavar="THƯ_MỤC", help="Thư mục chứa hồ sơ.")(
        command
    )


def _outputs(command: Callable[..., int]) -> Callable[..., int]:
    folder = click.Path(file_okay=False, path_type=Path)
    return click.option("--outputs", default="outputs", type=folder, metavar="THƯ_MỤC", help="Thư mục văn bản.")(
        command
    )


_json = click.option("--json", "as_json", is_flag=True, help="In kết quả cho máy đọc (JSON).")


@click.command(options_metavar="[TÙY_CHỌN]…")
@click.argument("names", nargs=-1, metavar="[HỒ_SƠ]…")
@_inputs
@_outputs
@_json
def verify(names: tuple[str, ...], inputs: Path, outputs: Path, as_json: bool) -> int:
    """Đối chiếu sổ, mẫu, văn bản với bảng kê: những gì đã thay đổi sau lần xuất mới nhất.

    Không ghi tên hồ sơ nào thì đối chiếu mọi hồ sơ. Lần đã đánh dấu đã ký luôn được đối chiếu.
    """
    from pipeline.verify import verify as problems_of

    lists = []
    for dossier in _chosen(inputs, outputs, names):
        lists.append(problems_of(dossier, outputs))
        if not as_json:
            cli_say.tell_problems(lists[-1])
            click.echo(f"{dossier.name}: {cli_say.counted(lists[-1]) if len(lists[-1]) else 'không có gì thay đổi'}")
    if as_json:
        cli_say.tell_json([problem.as_json() for problems in lists for problem in problems])
    return WRONG_DATA if any(problems.errors() for problems in lists) else DONE


@click.command(options_metavar="[TÙY_CHỌN]…")
@click.argument("name", metavar="HỒ_SƠ")
@_inputs
@_outputs
def seal(name: str, inputs: Path, outputs: Path) -> int:
    """Đánh dấu lần xuất mới nhất là đã ký: văn bản của lần này không bị sửa, ghép vào lần sau nữa."""
    from pipeline.problems import Problems
    from pipeline.sealing import seal_newest

    (dossier,) = _chosen(inputs, outputs, [name])
    problems = Problems()
    release, new = seal_newest(dossier.name, outputs, problems)
    cli_say.tell_problems(problems)
    if not release:
        return WRONG_DATA
    click.echo(f"{name}: {'đã đánh dấu' if new else 'đã có dấu từ trước:'} {release} là bản đã ký")
    return DONE


@click.command(options_metavar="[TÙY_CHỌN]…")
@click.argument("name", metavar="HỒ_SƠ")
@click.argument("first", required=False, metavar="[TỪ]")
@click.argument("second", required=False, metavar="[ĐẾN]")
@_inputs
@_outputs
@click.option("--word", is_flag=True, help="Ghi mỗi văn bản thành tệp Word có dấu thay đổi, trong thư mục doi-chieu.")
@_json
def diff(
    name: str, first: str | None, second: str | None, inputs: Path, outputs: Path, word: bool, as_json: bool
) -> int:
    """So sánh hai lần xuất: số liệu nào đổi và do ô nào, câu nào đổi, văn bản nào thêm, bớt.

    Không ghi gì thêm thì so hai lần mới nhất. TỪ, ĐẾN là lan-01, tên hồ sơ khác (kỳ trước), hoặc <hồ sơ>/lan-02.
    """
    from pipeline.diff import FOLDER, as_json_of, title_of, told, write_words
    from pipeline.releases.compare import compared

    (dossier,) = _chosen(inputs, outputs, [name])
    before, after = _two(outputs, dossier.name, first, second)
    found = compared(before, after)
    written = write_words(before, after, outputs / dossier.name / FOLDER) if word else []
    if as_json:
        cli_say.tell_json(as_json_of(found, before, after))
        return DONE
    click.echo(f"{name}: {title_of(before, after)} → {title_of(after, before)}")
    for line in (*told(found, before, after), *(f"  {path}" for path in written)):
        click.echo(line)
    return DONE


def _two(outputs: Path, dossier: str, first: str | None, second: str | None) -> tuple[Release, Release]:
    """The two releases to compare: those that were named, else the newest ones."""
    from pipeline.releases.release import releases

    standing = list(islice(releases(outputs / dossier), 2))
    if first is None and len(standing) < 2:
        there = f"mới có {standing[0].name}" if standing else "chưa có lần xuất nào"
        raise click.UsageError(f"Hồ sơ {dossier} {there}. Ghi thêm hồ sơ hoặc lần xuất để so sánh, nếu có.")
    before = _release(outputs, dossier, first) if first else standing[1]
    return before, _release(outputs, dossier, second or dossier)


def _release(outputs: Path, dossier: str, words: str) -> Release:
    from pipeline.shelf import release_named

    found = release_named(outputs, dossier, words)
    if found is None:
        raise click.UsageError(f'Không có lần xuất "{words}". Ghi lan-01, tên hồ sơ, hoặc <hồ sơ>/lan-01.')
    return found


def _chosen(inputs: Path, outputs: Path, names: Sequence[str]) -> list[Dossier]:
    """The dossiers that were asked for, or all, those too of which only releases are left."""
    from pipeline.shelf import known_dossiers

    known = known_dossiers(inputs, outputs)
    for name in names:
        expect(name, known, "hồ sơ")
    return [known[name] for name in dict.fromkeys(names)] or list(known.values())
