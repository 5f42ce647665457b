"""Tries the packages out: python -m tests.package DIST BUILD.

The .deb is installed into a bare Debian, used there as a new user would, and removed;
then the start of the program is measured beside the same from source.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.package import starting
from tests.package.journey import BENCH, Journey, whole_way
from tests.package.places import Place, bare_debian, this_machine
from tests.package.programs import ENTRY, Installed, stats
from tests.package.screen import Screen
from tests.samples import beside_project

# What a desktop has: it starts menu entries and knows kinds of files.
_DESKTOP = ("libglib2.0-bin", "shared-mime-info", "desktop-file-utils", "hicolor-icon-theme")
_MIME_TYPE = "application/vnd.repbook+json"
# What is loaded only where its libraries are there (Recommends).
_OPTIONAL = ("printsupport", "wayland", "libQt6Wayland", "libQt6WlShell")
# The bundle's starter lets them find each other in the same way.
_MISSING = (
    "export LD_LIBRARY_PATH=/opt/repbook/_internal; "
    "find /opt/repbook -type f -name '*.so*' -exec ldd {} + 2>/dev/null"
)


def main() -> int:
    dist, build = (Path(one).resolve() for one in sys.argv[1:3])
    if os.geteuid() != 0:
        print("The package was tried out nowhere: installing takes root.", file=sys.stderr)
        return 1 if os.environ.get("CI") == "true" else 0
    [package] = dist.glob("*.deb")
    screen = Screen(build / "journey")
    try:
        place = make_place(build / "tree")
        print(f"{package.name} is tried out in {place.words}.")
        try:
            try_out(place, package, screen)
        finally:
            place.close()
    finally:
        screen.close()
    print(f"Installed, used and removed; pictures: {build / 'journey'}")
    return starting.main(dist / "repbook" / "repbook")


def make_place(folder: Path) -> Place:
    """A bare Debian; the machine itself where none can be made, which is said."""
    try:
        return bare_debian(folder)
    except (OSError, subprocess.SubprocessError, SystemExit) as fault:
        print(f"No bare Debian can be made here ({fault}): this machine is used instead.")
        return this_machine()


def try_out(place: Place, package: Path, screen: Screen) -> None:
    """From the installation to the removal."""
    program = Installed(place)
    step("install", lambda: install(place, package))
    step("a desktop's tools", lambda: place.install(*_DESKTOP))
    place.add_user()
    known = place.run("gio", "mime", _MIME_TYPE)
    assert "org.repbook.Repbook.desktop" in known, known
    step("the whole way of a new user", lambda: whole_way(screen, program))
    step("the next start", lambda: start_again(screen, program))
    step("a double-click", lambda: double_click(screen, program))
    step("a real history", lambda: bring_real_history(program))
    step("removal", lambda: remove(place))


def install(place: Place, package: Path) -> None:
    """With what it depends on alone, and nothing that it loads may be missing then."""
    inside = place.root / "tmp" / package.name
    inside.write_bytes(package.read_bytes())
    place.install(f"/tmp/{package.name}")
    inside.unlink()
    missing = []
    file = ""
    for line in place.administer("sh", "-c", _MISSING).splitlines():
        if line.endswith(":"):
            file = line
        elif "not found" in line and not any(part in file for part in _OPTIONAL):
            missing.append(line.strip())
    assert not missing, sorted(set(missing))
    assert place.administer("repbook", "--help").startswith("usage: repbook")


def start_again(screen: Screen, program: Installed) -> None:
    """What was logged is there, for the eye and for the commands."""
    journey = Journey(screen, program)
    journey.open()
    screen.press("ctrl+4")
    screen.wait_for("Push A", "Full body")
    screen.picture("found-again")
    journey.quit()
    assert stats(program)["workouts"] == 7
    assert "100 kg" in program.command("records", "--exercise", BENCH)


def double_click(screen: Screen, program: Installed) -> None:
    """An exported file opens the program, and goes to its window when that is open."""
    kept = program.home / "log.repbook"
    program.command("export", kept.name)
    program.open_window(kept.name)
    screen.wait_for_window("Import")
    screen.wait_for("log.repbook", "7 here already")
    screen.picture("double-click")
    screen.press("Escape")
    screen.wait_for_no_window("Import")
    program.open_window(kept.name)
    screen.wait_for_window("Import")
    screen.wait_for("7 here already")
    screen.press("Escape")
    screen.wait_for_no_window("Import")
    Journey(screen, program).quit()


def bring_real_history(program: Installed) -> None:
    """A file that another app really wrote, where there are some beside the project."""
    folder = beside_project("samples")
    if folder is None:
        print("  there are no real files beside the project")
        return
    before = stats(program)["workouts"]
    path = program.give(sorted((folder / "strong").glob("*.csv"))[-1])
    program.command("import", path)
    assert stats(program)["workouts"] > before


def remove(place: Place) -> None:
    """The program goes without a trace, and the user's log stays as it is."""
    before = contents(place.home)
    place.administer("apt-get", "purge", "-y", "repbook")
    assert contents(place.home) == before
    assert any(name.endswith("repbook.sqlite3") for name in before)
    share = place.root / "usr" / "share"
    left = [
        *place.root.glob("opt/repbook"),
        *place.root.glob("usr/bin/repbook"),
        *(share / "icons").rglob("*repbook*"),
        *(share / "mime" / "application").glob("*repbook*"),
        *(share / "doc").glob("repbook"),
        place.root / ENTRY.lstrip("/"),
    ]
    assert not [path for path in left if path.exists()]
    assert "org.repbook" not in place.run("gio", "mime", _MIME_TYPE)


def contents(folder: Path) -> dict[str, str]:
    """Every file of a folder with a hash of what is in it."""
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def step(words: str, work: Callable[[], None]) -> None:
    print(f"  {words}", flush=True)
    work()


if __name__ == "__main__":
    sys.exit(main())
