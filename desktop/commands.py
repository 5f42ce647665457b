"""The commands without a window, thin over the same services."""

from __future__ import annotations

import argparse
import getpass
import io
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from desktop import logs, paths
from desktop.domain.errors import InvalidInputError, RepbookError
from desktop.domain.transfer import ExportFormat, ImportAnswers, Selection
from desktop.domain.weight import Unit

if TYPE_CHECKING:
    from desktop.domain.accounts import User
    from desktop.domain.library import Exercise
    from desktop.domain.transfer import ImportPreview
    from desktop.services import Services

_FAULT, _USAGE, _INTERRUPTED, _PIPE_CLOSED = 1, 2, 130, 141
_TRIES = 3
_STANDARD_OUTPUT = "-"


class _Call(NamedTuple):
    """A command about to be done: on what, for whom, how."""

    services: Services
    user: User
    arguments: argparse.Namespace


def build_parser() -> argparse.ArgumentParser:
    """What can be asked for on the command line."""
    common = argparse.ArgumentParser(add_help=False)
    _add_data(common, argparse.SUPPRESS)  # what stands before the command stays
    whose = "the profile to use (default: the last opened one)"
    common.add_argument("--profile", metavar="EMAIL", help=whose)
    parser = argparse.ArgumentParser(
        prog="repbook",
        description="A training log for people who lift. Without a command the window opens.",
    )
    _add_data(parser, None)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")

    def add(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, description=text, parents=[common])

    text = "Open a throw-away copy with a generated history of three years."
    commands.add_parser("demo", help=text, description=text)
    one = add("import", "Bring in workouts from files; what is here already stays as it is.")
    one.add_argument("files", nargs="+", type=Path, metavar="FILE")
    one.add_argument("--unit", type=Unit, choices=list(Unit), help="for files that name no unit")
    one.add_argument("--dry-run", action="store_true", help="only say what would be done")
    one = add("export", "Write workouts to a file.")
    one.add_argument("out", metavar="OUT", help="the file, or - for standard output (CSV)")
    one.add_argument("--format", type=ExportFormat, choices=list(ExportFormat))
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
    if isinstance(sys.stdout, io.TextIOWrapper):  # a name that the terminal cannot show
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except RepbookError as fault:
        _warn(f"repbook: {fault}")
        return _FAULT
    except KeyboardInterrupt:
        if sys.stderr.isatty():  # the shell's prompt goes on a line of its own
            _warn("")
        return _INTERRUPTED
    except BrokenPipeError:  # whoever read our output has heard enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PIPE_CLOSED
    except Exception as fault:  # noqa: BLE001 - a bug of ours: kept in the log, told in one line
        logs.fault(fault)
        _warn(f"repbook: a fault in Repbook itself ({type(fault).__name__}: {fault}); see its log")
        return _FAULT
    finally:
        logs.stop()
    return code


def _run(arguments: argparse.Namespace) -> int:
    if fault := _usage_fault(arguments):
        _warn(f"repbook {arguments.command}: {fault}")
        return _USAGE
    from desktop import bootstrap

    try:
        folder = paths.data_dir(arguments.data)
    except OSError as fault_of_folder:
        raise RepbookError(f"The data folder cannot be used: {fault_of_folder}") from None
    logs.start(folder)
    services = bootstrap.build(folder)
    try:
        user = _profile(services, arguments.profile)
        return _COMMANDS[arguments.command](_Call(services, user, arguments))
    finally:
        services.close()


def _usage_fault(arguments: argparse.Namespace) -> str:
    """What the parser cannot tell: options that do not fit together."""
    if arguments.command != "export":
        return ""
    if arguments.first and arguments.last and arguments.first > arguments.last:
        return "--from is after --to"
    if _format_of(arguments) is None:
        return f"'{arguments.out}' names no format: end it in .csv or .json, or give --format"
    return ""


def _import(call: _Call) -> int:
    code = 0
    for path in call.arguments.files:
        try:
            _import_file(call, path)
        except RepbookError as fault:
            _warn(f"repbook: {path}: {fault}")
            code = _FAULT
    return code


def _import_file(call: _Call, path: Path) -> None:
    transfer, user, dry_run = call.services.transfer, call.user, call.arguments.dry_run
    unit: Unit | None = call.arguments.unit
    preview = transfer.read(user.id, path, ImportAnswers(unit=unit) if unit else None)
    if unit is None:
        _say_unit(path, preview)
    for problem in preview.file.problems:
        line = f"{problem.line}:" if problem.line else ""
        _warn(f"{path}:{line} {problem.text}")
    if dry_run:
        names = {one.name for one in preview.names if one.exercise_id is None}
        counts = (preview.new, preview.updated, preview.known)
    else:
        result, _ = transfer.run(user.id, preview, _progress(path))
        known = call.services.library.all(user.id)
        names = {known[key].name for key in result.exercise_ids}
        counts = (result.added, result.updated, result.known)
    would = "would be " if dry_run else ""
    added, updated, here = counts
    parts = [f"{_count(added, 'workout')} {would}added", f"{updated:,} {would}updated"]
    parts.append(f"{here:,} known")
    if preview.deleted:
        parts.append(f"{preview.deleted:,} left deleted")
    left_out = sum(problem.left_out for problem in preview.file.problems)
    print(f"{path}: {', '.join(parts)}, {_count(left_out, 'row')} left out")
    if names:
        created = "; ".join(sorted(names, key=str.casefold))
        print(f"{path}: {_count(len(names), 'exercise')} {would}created: {created}")


def _say_unit(path: Path, preview: ImportPreview) -> None:
    used, looks_like = preview.answers.unit, preview.file.suggested_unit
    if not preview.file.has_unit:
        print(f"{path}: names no unit of weight: {used} was taken, the profile's; see --unit")
    elif looks_like not in {None, used}:
        print(f"{path}: the weights seem to be typed in {looks_like}: --unit {looks_like} says so")


def _export(call: _Call) -> int:
    arguments, chosen = call.arguments, _format_of(call.arguments)
    assert chosen is not None
    selection = Selection(first=arguments.first, last=arguments.last)
    export = call.services.transfer.export
    if arguments.out != _STANDARD_OUTPUT:
        out = Path(arguments.out)
        count = export(call.user.id, out, chosen, selection, _progress(out))
        print(f"{out}: {_count(count, 'workout')} written")
        return 0
    with tempfile.TemporaryDirectory(prefix="repbook-") as folder:
        whole = Path(folder) / "export"
        export(call.user.id, whole, chosen, selection, _progress(whole))
        with whole.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
    return 0


def _format_of(arguments: argparse.Namespace) -> ExportFormat | None:
    """What was asked for, else what the file's name ends in; None when that says nothing."""
    if arguments.format:
        return ExportFormat(arguments.format)
    if arguments.out == _STANDARD_OUTPUT:
        return ExportFormat.CSV
    ending = Path(arguments.out).suffix.lower().removeprefix(".")
    return ExportFormat(ending) if ending in set(ExportFormat) else None


def _records(call: _Call) -> int:
    from desktop.services import report

    services, user, name = call.services, call.user, call.arguments.exercise
    exercises = services.library.all(user.id)
    if name:
        found = [services.records.of(user.id, _exercise(exercises, name))]
    else:
        found = list(services.records.book(user.id).exercises.values())
    if call.arguments.json:
        print(json.dumps(report.records_values(found, exercises), indent=2))
        return 0
    unit = services.accounts.preferences(user.id).unit
    lines = report.records_lines(found, exercises, unit, with_rep_maxes=bool(name))
    print("\n".join(lines) if lines else "No records yet.")
    return 0


def _exercise(exercises: Mapping[UUID, Exercise], name: str) -> UUID:
    from desktop.services.names import NameIndex

    _, exercise = NameIndex(exercises.values()).find(name)
    if exercise is None:
        raise InvalidInputError(f"No exercise is called '{name}'.")
    return exercise.id


def _stats(call: _Call) -> int:
    from desktop.services import report

    stats = call.services.history.stats(call.user.id)
    if call.arguments.json:
        print(json.dumps(report.stats_values(stats)))
    else:
        unit = call.services.accounts.preferences(call.user.id).unit
        print("\n".join(report.stats_lines(stats, unit)))
    return 0


def _check(call: _Call) -> int:
    faults = call.services.check()
    print("\n".join(faults) if faults else "The data file is whole.")
    return _FAULT if faults else 0


_COMMANDS: dict[str, Callable[[_Call], int]] = {
    "import": _import,
    "export": _export,
    "records": _records,
    "stats": _stats,
    "check": _check,
}


def _profile(services: Services, email: str | None) -> User:
    """The profile of that email, else the last opened one; made when there is none at all."""
    users = services.accounts.users() or [services.accounts.add(*services.accounts.default())]
    last = services.accounts.last_user()
    user = next((one for one in users if one.id == last), users[0])
    if email is not None:
        found = [one for one in users if one.email.casefold() == email.strip().casefold()]
        if not found:
            raise InvalidInputError(f"No profile has the email {email}.")
        user = found[0]
    if user.has_password and not services.accounts.is_remembered(user.id):
        _unlock(services, user)
    return user


def _unlock(services: Services, user: User) -> None:
    if not sys.stdin.isatty():
        raise RepbookError(
            f"The profile {user.email} has a password,", "which can only be typed in a terminal."
        )
    for _ in range(_TRIES):
        try:
            password = getpass.getpass(f"Password of {user.email}: ")
        except EOFError:
            break
        if services.accounts.check_password(user.id, password):
            return
        _warn("repbook: that is not the password")
    raise RepbookError(f"The profile {user.email} stays locked.")


def _progress(path: Path) -> Callable[[int, int], None]:
    """Says how far the work on a file is, where somebody is looking."""
    if not sys.stderr.isatty():
        return lambda *_: None

    def show(done: int, total: int) -> None:
        text = f"{path}: {100 * done // total} %" if total and done < total else ""
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()

    return show


def _add_data(parser: argparse.ArgumentParser, default: str | None) -> None:
    where = "keep the data in this folder"
    parser.add_argument("--data", metavar="DIR", default=default, help=where)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is no date like 2026-01-31") from None


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'s' if number != 1 else ''}"


def _warn(text: str) -> None:
    print(text, file=sys.stderr)
