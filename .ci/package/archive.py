"""The portable archive: the same folder, to be unpacked anywhere and run."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import deb
import icons
from bundle import APP_ID, project

_MENU = Path(__file__).with_name("add-to-menu")
_NOTE = """\
Repbook {version}, portable

Run ./repbook in this folder; nothing has to be installed. Your log is kept in
~/.local/share/repbook, or where --data DIR says.

./add-to-menu puts an entry into your own menu and lets a double-click on a
*.repbook file open Repbook; ./add-to-menu --remove takes both out again. Should
the folder move, run it once more.

It needs a 64-bit Linux whose C library is at least glibc {glibc}, and the
libraries of a desktop. On a bare Debian or Ubuntu these are:

{packages}
"""


def build(folder: Path, out: Path, stage: Path, packages: list[str]) -> Path:
    """Make the archive of this folder in `out`; packages: what it needs on a bare Debian."""
    shutil.rmtree(stage, ignore_errors=True)
    version = project()["version"]
    name = f"repbook-{version}-linux-{_said('uname', '-m')}"
    place = stage / name
    shutil.copytree(folder, place, symlinks=True)
    (place / "README").write_text(_note(version, packages), encoding="utf-8")
    shutil.copy(_MENU, place / "add-to-menu")
    share = place / "share"
    share.mkdir()
    for file in (f"{APP_ID}.desktop", f"{APP_ID}.mime.xml"):
        shutil.copyfile(deb.SHIPPED / file, share / file)
    shutil.copyfile(icons.SVG, share / f"{APP_ID}.svg")
    path = out / f"{name}.tar.xz"
    subprocess.run(
        [
            *("tar", "--create", f"--file={path}", f"--directory={stage}", "--sort=name"),
            *("--owner=0", "--group=0", "--numeric-owner", f"--mtime=@{deb.changed_at()}"),
            *("--use-compress-program=xz -T0 -1", name),
        ],
        check=True,
    )
    return path


def _note(version: str, packages: list[str]) -> str:
    glibc = _said("getconf", "GNU_LIBC_VERSION").split()[-1]
    lines, line = [], "    apt install"
    for package in packages:
        if len(line) + len(package) > 76:
            lines.append(f"{line} \\")
            line = "       "
        line += f" {package}"
    return _NOTE.format(version=version, glibc=glibc, packages="\n".join([*lines, line]))


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
