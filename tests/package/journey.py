"""A new user's way from the first start to an exported file, by keyboard, in a real window.

python -m tests.package.journey PICTURES COMMAND... drives a program of this machine;
the test of the package (tests/package/__main__.py) drives the installed one.
"""

from __future__ import annotations

import csv
import io
import json
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.package.programs import Command, Program, stats
from tests.package.screen import Screen

BENCH, SQUAT = "Bench Press (Barbell)", "Squat (Barbell)"
EXERCISES = Path(__file__).parents[2] / "resources" / "exercises.json"
_HEADER = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,"
    "Distance,Seconds,Notes,Workout Notes,RPE"
)
WEEKS = 6
# how far it is in the template page from the sheet to its start
_TO_START = 7


def strong_file(folder: Path) -> Path:
    """Some weeks of another app's log, a bit heavier each week, the last one a week ago."""
    rows = [_HEADER]
    now = datetime.now(UTC)
    for week in range(WEEKS):
        day = (now - timedelta(weeks=WEEKS - week)).date()
        start = f"{day} 18:30:00,Full body,58m"
        for exercise, weight in ((BENCH, 80.0 + 2.5 * week), (SQUAT, 100.0 + 2.5 * week)):
            rows += [f"{start},{exercise},{n},{weight},5,0,0.0,,," for n in (1, 2, 3)]
    path = folder / "strong.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


class Journey:
    """The steps of the way; each waits until the window has answered, and keeps a picture."""

    def __init__(self, screen: Screen, program: Program) -> None:
        self.screen = screen
        self.program = program

    def open(self) -> None:
        """Start the program and see its window."""
        self.program.open_window()
        self.screen.wait_for_window("Repbook")

    def first_start(self) -> None:
        """The one page of questions: kilograms, and to bring a history along."""
        self.open()
        self.screen.wait_for("Welcome to Repbook", "Bring my history")
        self.screen.picture("first-start")
        self.screen.press("shift+Tab", "space")

    def import_file(self, path: str) -> None:
        """Answer which file; see what it would bring in; bring it in."""
        screen, before = self.screen, stats(self.program)["workouts"]
        screen.wait_for_window("Import")
        screen.type(path, "Return")
        screen.wait_for("First day", "Last day")
        screen.picture("import-preview")
        screen.press("Return")
        self._until(lambda now: now["workouts"] > before, "imported workouts")
        screen.picture("imported")
        screen.press("Return")
        screen.wait_for_no_window("Import")
        screen.picture("today")

    def find_in_library(self) -> None:
        """Search as one types."""
        self.screen.press("ctrl+2")
        self.screen.wait_for("Exercise library", "Equipment")
        self.screen.press("ctrl+f")
        self.screen.type("bench press bar")
        exercises = json.loads(EXERCISES.read_text(encoding="utf-8"))
        self.screen.wait_for(BENCH, f"of {len(exercises):,} exercises")
        self.screen.picture("library")
        self.screen.press("Escape")

    def plan_template(self) -> None:
        """A template of two exercises, typed like a spreadsheet."""
        screen = self.screen
        screen.press("ctrl+3")
        screen.wait_for("No templates yet")
        screen.picture("no-templates")
        screen.press("Return")
        screen.wait_for("New template", "Category")
        screen.type("Push A", "Return")
        for name, cells in (("bench press (barb", ("2", "5", "95")), ("squat (barb", ("1",))):
            screen.type(name, "Tab")
            for cell in cells:
                screen.type(cell, "Tab")
            # on through the cells that stay empty, to the next row
            screen.press(*["Tab"] * (7 - len(cells)))
        screen.wait_for("Push A", BENCH, SQUAT)
        screen.picture("template")

    def log_workout(self) -> None:
        """Start the template, log the sets key by key, and be told of the record."""
        screen, before = self.screen, stats(self.program)
        # out of the sheet, and back to the button that starts it
        screen.press("Up", "ctrl+shift+Tab", *["shift+Tab"] * _TO_START, "Return")
        screen.wait_for("0 of 3 sets")
        screen.picture("session")
        screen.press("ctrl+a")
        screen.type("100", "Return")
        screen.press("ctrl+a")
        screen.type("5", "Return")
        screen.wait_for("1 of 3 sets")
        screen.picture("first-set")
        screen.press("ctrl+Return")
        screen.wait_for("2 of 3 sets")
        screen.type("110", "Tab")
        screen.type("3")
        screen.press("ctrl+Return")
        screen.wait_for("3 of 3 sets")
        screen.picture("all-sets")
        screen.press("ctrl+shift+Return")
        self._until(lambda now: now["sets"] == before["sets"] + 3, "the sets in the log")
        screen.wait_for("Heaviest weight")
        screen.picture("summary")
        screen.press("Return")

    def see_records_and_progress(self) -> None:
        """The record that just fell, and the way to it."""
        screen = self.screen
        screen.press("ctrl+6")
        screen.wait_for(BENCH)
        screen.picture("records")
        screen.press("ctrl+5")
        screen.wait_for("Progress")
        screen.picture("progress")

    def export_file(self, path: Path, shown: str) -> None:
        """Take everything along as one file."""
        screen = self.screen
        screen.press("ctrl+shift+e")
        screen.wait_for_window("Export")
        screen.wait_for("Spreadsheet (CSV)")
        screen.picture("export")
        screen.press("Return")
        screen.type(shown, "Return")
        screen.until(path.exists, f"{path}")
        screen.wait_for("written to")
        screen.picture("exported")
        screen.press("Return")
        rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
        assert len(rows) == stats(self.program)["sets"]
        assert any(row["exercise"] == BENCH and row["weight"] == "100" for row in rows)

    def quit(self) -> None:
        """Leave, and see the window go."""
        self.screen.press("ctrl+q")
        self.screen.wait_for_no_window("Repbook")

    def _until(self, seen: Callable[[dict[str, int]], bool], what: str) -> None:
        self.screen.until(lambda: seen(stats(self.program)), what)


def whole_way(screen: Screen, program: Program) -> None:
    """All of it, from the first start to the file."""
    journey = Journey(screen, program)
    with tempfile.TemporaryDirectory(prefix="repbook-") as place:
        file = program.give(strong_file(Path(place)))
    journey.first_start()
    journey.import_file(file)
    journey.find_in_library()
    journey.plan_template()
    journey.log_workout()
    journey.see_records_and_progress()
    out = program.home / "everything.csv"
    journey.export_file(out, file.replace("strong.csv", out.name))
    journey.quit()


def main() -> int:
    screen = Screen(Path(sys.argv[1]))
    try:
        with tempfile.TemporaryDirectory(prefix="repbook-") as place:
            whole_way(screen, Command(sys.argv[2:], Path(place)))
    finally:
        screen.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
