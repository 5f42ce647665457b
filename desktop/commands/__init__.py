"""The commands without a window, thin over the same services."""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from desktop import __version__, logs, paths
from desktop.commands.profile import chosen_profile
from desktop.commands.terminal import FAULT, Call, drop_output, open_closed_streams, warn
from desktop.commands.transfer import export_file, format_of, import_files
from desktop.domain.errors import InvalidInputError, RepbookError
from desktop.domain.transfer import ExportFormat
from desktop.domain.weight import Unit

if TYPE_CHECKING:
    from desktop.domain.library import Exercise

_USAGE, _INTERRUPTED, _PIPE_CLOSED = 2, 130, 141


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """What is asked for; `repbook FILE` is short for `repbook open FILE`.

    A command wins over a file of its name. Ends the program when the words make no sense.
    """
    parser, words = build_parser(), list(arguments)
    known, rest = _data_option().parse_known_args(words)
    first = next((word for word in rest if not word.startswith("-")), None)
    if first is not None and first not in COMMAND_NAMES and _is_file(first):
        words = [*(["--data", known.data] if known.data else []), "open", *rest]
    return parser.parse_args(words)


def _is_file(word: str) -> bool:
    """Whether it can only be meant as a file: it is there, or written like one."""
    path = Path(word)
    return bool(path.suffix) or len(path.parts) > 1 or path.is_file()


def build_parser() -> argparse.ArgumentParser:
    """What can be asked for on the command line."""
    common = argparse.ArgumentParser(add_help=False)
    _add_data(common, argparse.SUPPRESS)  # what stands before the command stays
    whose = "the profile to use (default: the last opened one)"
    common.add_argument("--profile", metavar="EMAIL", help=whose)
    parser = argparse.ArgumentParser(
        prog="repbook",
        description="A training log for people who lift. Without a command the window opens; "
        "`repbook FILE` opens it with what that file would bring in.",
    )
    parser.add_argument("--version", action="version", version=f"Repbook {__version__}")
    _add_data(parser, None)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")

    def add(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, description=text, parents=[common])

    text = "Open a throw-away copy with a generated history of three years."
    commands.add_parser("demo", help=text, description=text)
    text = "Open the window with what files would bring in."
    one = commands.add_parser("open", help=text, description=text)
    _add_data(one, argparse.SUPPRESS)
    one.add_argument("files", nargs="+", type=Path, metavar="FILE")
    one = add("import", "Bring in workouts from files; what is here already stays as it is.")
    one.add_argument("files", nargs="+", type=Path, metavar="FILE")
    one.add_argument("--unit", type=_unit, metavar="{kg,lb}", help="for files that name no unit")
    one.add_argument("--dry-run", action="store_true", help="only say what would be done")
    one = add("export", "Write workouts to a file.")
    one.add_argument("out", metavar="OUT", help="the file, or - for standard output (CSV)")
    one.add_argument("--format", type=_format, metavar="{csv,json}")
    one.add_argument("--from", dest="first", type=_day, metavar="DATE", help="like 2026-01-31")
    one.add_argument("--to", dest="last", type=_day, metavar="DATE")
    one = add("records", "Print the personal records that stand.")
    one.add_argument("--exercise", metavar="NAME", help="one exercise, with its rep maxes")
    one.add_argument("--json", action="store_true")
    one = add("stats", "Print the log in numbers.")
    one.add_argument("--json", action="store_true")
    add("check", "Check that the data file is whole.")
    return parser


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked for; the exit code."""
    open_closed_streams()
    if isinstance(sys.stdout, io.TextIOWrapper):  # a name that the terminal cannot show
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except RepbookError as fault:
        warn(f"repbook: {fault}")
        return FAULT
    except KeyboardInterrupt:
        if sys.stderr.isatty():  # the shell's prompt goes on a line of its own
            warn("")
        return _INTERRUPTED
    except BrokenPipeError:  # whoever read our output has heard enough
        drop_output()
        return _PIPE_CLOSED
    except OSError as fault:
        drop_output()
        logs.fault(fault)
        warn(f"repbook: the output could not be written: {fault.strerror or fault}")
        return FAULT
    except Exception as fault:  # noqa: BLE001 - a bug of ours: kept in the log, told in one line
        logs.fault(fault)
        warn(f"repbook: a fault in Repbook itself ({type(fault).__name__}: {fault}); see its log")
        return FAULT
    finally:
        logs.stop()
    return code


def _run(arguments: argparse.Namespace) -> int:
    if fault := _usage_fault(arguments):
        warn(f"repbook {arguments.command}: {fault}")
        return _USAGE
    from desktop import bootstrap

    folder = paths.data_dir(arguments.data)
    paths.make_data_dir(folder)
    logs.start(folder)
    services = bootstrap.build(folder)
    try:
        user = chosen_profile(services, arguments.profile)
        return _COMMANDS[arguments.command](Call(services, user, arguments))
    finally:
        services.close()


def _usage_fault(arguments: argparse.Namespace) -> str:
    """What the parser cannot tell: options that do not fit together."""
    if arguments.command != "export":
        return ""
    if arguments.first and arguments.last and arguments.first > arguments.last:
        return "--from is after --to"
    if format_of(arguments) is None:
        return f"'{arguments.out}' names no format: end it in .csv or .repbook, or give --format"
    return ""


def _records(call: Call) -> int:
    from desktop.services import report

    services, user, name = call.services, call.user, call.arguments.exercise
    exercises = services.library.all(user.id)
    if name is not None:
        found = [services.records.of(user.id, _exercise(exercises, name))]
    else:
        found = list(services.records.book(user.id).exercises.values())
    if call.arguments.json:
        print(json.dumps(report.records_values(found, exercises), indent=2))
        return 0
    unit = services.accounts.preferences(user.id).unit
    lines = report.records_lines(found, exercises, unit, with_rep_maxes=name is not None)
    print("\n".join(lines) if lines else "No records yet.")
    return 0


def _exercise(exercises: Mapping[UUID, Exercise], name: str) -> UUID:
    from desktop.services.names import NameIndex

    _, exercise = NameIndex(exercises.values()).find(name)
    if exercise is None:
        raise InvalidInputError(f"No exercise is called '{name}'.")
    return exercise.id


def _stats(call: Call) -> int:
    from desktop.services import report

    stats = call.services.history.stats(call.user.id)
    if call.arguments.json:
        print(json.dumps(report.stats_values(stats)))
    else:
        unit = call.services.accounts.preferences(call.user.id).unit
        print("\n".join(report.stats_lines(stats, unit)))
    return 0


def _check(call: Call) -> int:
    faults = call.services.check()
    print("\n".join(faults) if faults else "The data file is whole.")
    return FAULT if faults else 0


_COMMANDS: dict[str, Callable[[Call], int]] = {
    "import": import_files,
    "export": export_file,
    "records": _records,
    "stats": _stats,
    "check": _check,
}


COMMAND_NAMES = frozenset({"demo", "open", *_COMMANDS})


def _data_option() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    _add_data(parser, None)
    return parser


def _add_data(parser: argparse.ArgumentParser, default: str | None) -> None:
    where = "keep the data in this folder"
    parser.add_argument("--data", metavar="DIR", default=default, help=where)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is no date like 2026-01-31") from None


def _unit(text: str) -> Unit:
    try:
        return Unit(text.lower())
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is no unit: choose kg or lb") from None


def _format(text: str) -> ExportFormat:
    try:
        return ExportFormat(text.lower())
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is no format: choose csv or json") from None
