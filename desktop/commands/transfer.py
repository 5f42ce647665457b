"""Files in and out, from the command line."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.terminal import FAULT, Call, count_text, progress, warn
from desktop.domain.errors import RepbookError
from desktop.domain.transfer import ExportFormat, ImportAnswers, Selection
from desktop.domain.weight import Unit

if TYPE_CHECKING:
    from desktop.domain.transfer import ImportPreview

_STANDARD_OUTPUT = "-"


def import_files(call: Call) -> int:
    """Bring in each file; 1 when one of them could not be."""
    code = 0
    for path in call.arguments.files:
        try:
            _import_file(call, path)
        except RepbookError as fault:
            warn(f"repbook: {path}: {fault}")
            code = FAULT
    return code


def _import_file(call: Call, path: Path) -> None:
    transfer, user, dry_run = call.services.transfer, call.user, call.arguments.dry_run
    unit: Unit | None = call.arguments.unit
    preview = transfer.read(user.id, path, ImportAnswers(unit=unit) if unit else None)
    if unit is None and preview.workouts:
        _say_unit(path, preview, call.services.accounts.preferences(user.id).unit)
    for problem in preview.file.problems:
        line = f"{problem.line}:" if problem.line else ""
        warn(f"{path}:{line} {problem.text}")
    if dry_run:
        names = {one.name for one in preview.names if one.exercise_id is None}
        counts = (preview.new, preview.updated, preview.known)
    else:
        result, _ = transfer.run(user.id, preview, progress(path))
        known = call.services.library.all(user.id)
        names = {known[key].name for key in result.exercise_ids}
        counts = (result.added, result.updated, result.known)
    would = "would be " if dry_run else ""
    added, updated, here = counts
    parts = [f"{count_text(added, 'workout')} {would}added", f"{updated:,} {would}updated"]
    parts.append(f"{here:,} known")
    if preview.deleted:
        parts.append(f"{preview.deleted:,} left deleted")
    left_out = sum(problem.left_out for problem in preview.file.problems)
    print(f"{path}: {', '.join(parts)}, {count_text(left_out, 'row')} left out")
    if names:
        created = "; ".join(sorted(names, key=str.casefold))
        print(f"{path}: {count_text(len(names), 'exercise')} {would}created: {created}")


def _say_unit(path: Path, preview: ImportPreview, own: Unit) -> None:
    used, looks_like = preview.answers.unit, preview.file.suggested_unit
    if not preview.file.has_unit:
        whose = "the profile's" if used is own else "as in the last import"
        print(f"{path}: names no unit of weight: {used} was taken, {whose}; see --unit")
    elif looks_like not in {None, used}:
        print(f"{path}: the weights seem to be typed in {looks_like}: --unit {looks_like} says so")


def export_file(call: Call) -> int:
    """Write the workouts of those days."""
    arguments, chosen = call.arguments, format_of(call.arguments)
    assert chosen is not None
    selection = Selection(first=arguments.first, last=arguments.last)
    export = call.services.transfer.export
    if arguments.out != _STANDARD_OUTPUT:
        out = Path(arguments.out)
        count = export(call.user.id, out, chosen, selection, progress(out))
        print(f"{out}: {count_text(count, 'workout')} written")
        return 0
    with tempfile.TemporaryDirectory(prefix="repbook-") as folder:
        whole = Path(folder) / "export"
        export(call.user.id, whole, chosen, selection, progress(whole), mark=False)
        with whole.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
    return 0


def format_of(arguments: argparse.Namespace) -> ExportFormat | None:
    """What was asked for, else what the file's name ends in; None when that says nothing."""
    if arguments.format:
        return ExportFormat(arguments.format)
    if arguments.out == _STANDARD_OUTPUT:
        return ExportFormat.CSV
    return ExportFormat.of_name(arguments.out)
