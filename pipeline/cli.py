"""The command line: its commands and their exit codes; what it says is in cli_say."""

from __future__ import annotations

import io
import signal
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from pipeline import __version__, cli_say, cli_words
from pipeline.cli_codes import DONE, FAULT, INTERRUPTED, TERMINATED, WRONG_DATA, WRONG_PAPER, expect
from pipeline.cli_explain import explain
from pipeline.cli_format import format_
from pipeline.cli_releases import diff, seal, verify
from pipeline.cli_templates import templates

if TYPE_CHECKING:
    from pipeline.dossier import Dossier
    from pipeline.problems import Problems

_SPEAKERS = ("core", "decorators", "exceptions", "formatting", "parser", "types")
_SETTINGS = {"help_option_names": ["--help", "-h"], "max_content_width": 100}


def main() -> NoReturn:
    """Run the command line and exit."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code; what it has to say is printed."""
    from pipeline.rendering import TemplateFault

    cli_words.speak(sys.modules[f"click.{name}"] for name in _SPEAKERS)
    try:
        return commands.main(list(arguments), prog_name="thi-dua", standalone_mode=False) or DONE
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        cli_say.say("Đã dừng theo yêu cầu; những lần xuất đã có được giữ nguyên.")
        return INTERRUPTED
    except TemplateFault as error:
        cli_say.say(f"Mẫu văn bản có lỗi. {error}")
        return WRONG_PAPER
    except OSError as error:
        cli_say.say(cli_words.of_disk(error))
        return WRONG_DATA
    except Exception:
        traceback.print_exc()
        return FAULT


@click.group(subcommand_metavar="LỆNH …", options_metavar="", context_settings=_SETTINGS)
@click.version_option(__version__, message="thi-dua %(version)s", help="In số phiên bản.")
def commands() -> None:
    """Làm văn bản thi đua, khen thưởng của cụm, khối từ sổ số liệu: báo cáo, giao ước, tờ trình, biên bản."""


commands.add_command(templates)
commands.add_command(format_)
commands.add_command(explain)
commands.add_command(diff)
commands.add_command(verify)
commands.add_command(seal)


def _common(command: Callable[..., int]) -> Callable[..., int]:
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    command = click.option("--json", "as_json", is_flag=True, help="In kết quả cho máy đọc (JSON).")(command)
    command = click.option("--inputs", default="inputs", type=folder, metavar="THƯ_MỤC", help="Thư mục chứa hồ sơ.")(
        command
    )
    command = click.option(
        "--outputs",
        default="outputs",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="THƯ_MỤC",
        help="Thư mục nhận văn bản và trang kiểm tra.",
    )(command)
    return click.argument("names", nargs=-1, metavar="[HỒ_SƠ]…")(command)


def _converting(command: Callable[..., int]) -> Callable[..., int]:
    words = "Chuyển chữ bảng mã cũ (phông .Vn…, VNI-…) sang Unicode khi đọc; không chọn thì báo lỗi ở ô đó."
    return click.option("--convert-old-fonts", is_flag=True, help=words)(command)


@commands.command(options_metavar="[TÙY_CHỌN]…")
@_common
@_converting
@click.option("--only", multiple=True, metavar="LOẠI", help="Chỉ làm loại văn bản này; được ghi nhiều lần.")
@click.option("--draft", is_flag=True, help="Làm bản dự thảo.")
@click.option("--trace", is_flag=True, help="Thêm bản đối chiếu: mỗi con số có nhận xét ghi các ô của nó, ở doi-chieu.")
def report(
    names: tuple[str, ...],
    inputs: Path,
    as_json: bool,
    outputs: Path,
    only: tuple[str, ...],
    draft: bool,
    trace: bool,
    convert_old_fonts: bool,
) -> int:
    """Làm văn bản của các hồ sơ.

    Không ghi tên hồ sơ nào thì làm mọi hồ sơ trong thư mục.
    """
    from pipeline.documents import KINDS
    from pipeline.report import Wanted
    from pipeline.report import report as make
    from pipeline.trace import trace as write_copies

    for kind in only:
        expect(kind, KINDS, "loại văn bản")
    wanted = Wanted(outputs, only, draft, convert_old_fonts)
    found, strays = _dossiers(inputs, names)
    outcomes = []
    for dossier in found:
        with cli_say.progress(f"Đang làm {dossier.name} …"):
            outcomes.append(make(dossier, wanted))
            copies = write_copies(outputs / dossier.name) if trace else ()
        if not as_json:
            cli_say.tell_outcome(outcomes[-1], outputs)
            cli_say.tell_paths(copies)
    if as_json:
        cli_say.tell_json([cli_say.outcome_as_json(outcome) for outcome in outcomes])
    faulty = any(outcome.faulty for outcome in outcomes)
    return WRONG_PAPER if faulty else _code([strays, *(outcome.problems for outcome in outcomes)])


@commands.command(options_metavar="[TÙY_CHỌN]…")
@_common
@_converting
@click.option("--annotate", is_flag=True, help="Ghi bản đánh dấu của mỗi sổ có lỗi vào thư mục loi của hồ sơ.")
def check(
    names: tuple[str, ...], inputs: Path, outputs: Path, as_json: bool, annotate: bool, convert_old_fonts: bool
) -> int:
    """Đọc và kiểm tra mọi sổ, không làm văn bản.

    Không ghi tên hồ sơ nào thì kiểm tra mọi hồ sơ trong thư mục.
    """
    from pipeline.check import check as problems_of

    found, strays = _dossiers(inputs, names, quiet=as_json)
    lists = [strays]
    for dossier in found:
        with cli_say.progress(f"Đang kiểm tra {dossier.name} …"):
            lists.append(problems_of(dossier, outputs, annotate, convert_old_fonts))
        if not as_json:
            cli_say.tell_problems(lists[-1])
            click.echo(f"{dossier.name}: {cli_say.counted(lists[-1])}")
            cli_say.tell_marked(outputs / dossier.name / "loi" if annotate else None)
    if as_json:
        cli_say.tell_json([problem.as_json() for problems in lists for problem in problems])
    return _code(lists)


@commands.command(options_metavar="[TÙY_CHỌN]…")
@click.option(
    "--inputs",
    default="inputs",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="THƯ_MỤC",
    help="Thư mục chứa hồ sơ; sổ mẫu nằm trong _mau của thư mục này.",
)
@click.option(
    "--cluster",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="TỆP",
    help="Sổ đã có của cụm: ghi sẵn đơn vị và tiêu chí của sổ đó.",
)
@click.option("--per-unit", is_flag=True, help="Mỗi đơn vị một sổ, ghi sẵn tên đơn vị (cùng với --cluster).")
def forms(inputs: Path, cluster: Path | None, per_unit: bool) -> int:
    """Làm sổ mẫu để điền, không bao giờ ghi đè sổ đã có."""
    from pipeline.forms import forms as make

    if per_unit and cluster is None:
        raise click.UsageError("Tùy chọn --per-unit cần --cluster: sổ của cụm có danh sách đơn vị.")
    with cli_say.progress("Đang làm sổ mẫu …"):
        made = make(inputs, cluster, per_unit)
    cli_say.tell_problems(made.problems)
    for path in made.written:
        click.echo(path)
    for path in made.kept:
        cli_say.say(f"Đã có sẵn, giữ nguyên: {path}")
    return _code([made.problems])


def _dossiers(inputs: Path, names: Sequence[str], quiet: bool = False) -> tuple[list[Dossier], Problems]:
    """The dossiers that were asked for, or all of them, and the problems of the folder itself."""
    from pipeline.dossier import dossiers
    from pipeline.problems import Problems

    problems = Problems()
    found = {dossier.name: dossier for dossier in dossiers(inputs, problems)}
    for name in names:
        expect(name, found, "hồ sơ")
    if not quiet:
        cli_say.tell_problems(problems)
    if not found and not len(problems):
        cli_say.say(
            f"Chưa có hồ sơ nào trong {inputs}. "
            "Đặt sổ Excel của cụm, khối vào đó, hoặc vào một thư mục con cho mỗi hồ sơ."
        )
    return [found[name] for name in dict.fromkeys(names)] or list(found.values()), problems


def _code(lists: Iterable[Problems]) -> int:
    return WRONG_DATA if any(problems.errors() for problems in lists) else DONE
