"""Packages of the folder that was built: python .ci/package FOLDER OUT."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import archive
import deb
from bundle import APP_ID, ROOT, project

_MOST_MEGABYTES = 200


def main() -> int:
    """Check what is shipped, make both packages, say how large all is."""
    folder, out = (Path(one).resolve() for one in sys.argv[1:3])
    work = ROOT / "build" / "package"
    shutil.rmtree(work, ignore_errors=True)
    for old in out.glob("repbook[-_]*"):
        old.unlink()
    validate()
    package = deb.build(folder, out, work / "deb")
    depends = (work / "deb" / "DEBIAN" / "control").read_text(encoding="utf-8")
    portable = archive.build(folder, out, work / "portable", _names(depends))
    unpacked = megabytes(folder)
    print(f"unpacked  {unpacked:6.1f} MB (at most {_MOST_MEGABYTES})  {folder}")
    for path in (package, portable):
        print(f"package   {path.stat().st_size / 1e6:6.1f} MB  {path}")
    shutil.rmtree(work)
    if unpacked > _MOST_MEGABYTES:
        print("The folder is larger than it may be.", file=sys.stderr)
        return 1
    return 0


def validate() -> None:
    """Ask the desktop's own validators about what tells it of Repbook."""
    entry = deb.SHIPPED / f"{APP_ID}.desktop"
    kinds = deb.SHIPPED / f"{APP_ID}.mime.xml"
    # hints are about other categories that it could be in as well
    _run("desktop-file-validate", "--no-hints", entry)
    with tempfile.TemporaryDirectory(prefix="repbook-") as place:
        words = Path(place) / f"{APP_ID}.metainfo.xml"
        words.write_text(deb.metainfo(project()["version"]), encoding="utf-8")
        _run("appstreamcli", "validate", "--no-net", words)
        (Path(place) / "packages").mkdir()
        shutil.copy(kinds, Path(place) / "packages")
        _run("xmllint", "--noout", kinds, words)
        _run("update-mime-database", place)
        if "*.repbook" not in (Path(place) / "globs2").read_text(encoding="utf-8"):
            raise SystemExit(f"{kinds} does not make *.repbook known")


def megabytes(folder: Path) -> float:
    """What its files hold, in millions of bytes; a link counts nothing."""
    files = (one for one in folder.rglob("*") if one.is_file() and not one.is_symlink())
    return sum(one.stat().st_size for one in files) / 1e6


def _run(*command: str | Path) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{command[0]}:\n{done.stdout}{done.stderr}")


def _names(control: str) -> list[str]:
    """The packages of the Depends, each once, as apt takes them."""
    line = next(one for one in control.splitlines() if one.startswith("Depends: "))
    wanted = line.removeprefix("Depends: ").split(", ")
    return sorted({one.split(" | ", maxsplit=1)[0].split(" ", maxsplit=1)[0] for one in wanted})


if __name__ == "__main__":
    sys.exit(main())
