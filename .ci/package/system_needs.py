"""Which Debian packages the folder's programs and libraries need, as Debian's own tool says."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

# What is loaded by name, or is no library: keyboard layouts, a font where there is none.
_LOADED = ("xkb-data",)
# Without these Repbook works: printing (a PDF needs none), Wayland; and, below, the font
# that it looks best in, and opening a folder.
_OPTIONAL = ("printsupport", "wayland-", "libQt6Wayland", "libQt6WlShell", "libqwayland")
_HELPFUL = ("fonts-inter", "xdg-utils")
# One that is there suffices; a desktop has its own.
_FONT = "fonts-inter | fonts-cantarell | fonts-noto-core | fonts-dejavu-core"


def package_relations(stage: Path) -> tuple[list[str], list[str]]:
    """Depends and Recommends of a package that is put together in `stage`."""
    files = [file for file in sorted(stage.rglob("*")) if _is_elf(file)]
    optional = [file for file in files if any(part in str(file) for part in _OPTIONAL)]
    needed = [file for file in files if file not in optional]
    own = sorted({file.parent for file in files})
    (stage / "DEBIAN").mkdir(exist_ok=True)  # by which the tool knows where the package begins
    with tempfile.TemporaryDirectory(prefix="repbook-") as place:
        control = Path(place) / "debian" / "control"
        control.parent.mkdir()
        control.write_text("Source: repbook\n\nPackage: repbook\nArchitecture: any\n")
        done = subprocess.run(
            [
                "dpkg-shlibdeps",
                "-O",
                "--ignore-missing-info",
                *(f"-l{one}" for one in own),
                *(f"-x{one}" for one in _brought_along(files)),
                "-dDepends",
                *(f"-e{file}" for file in needed),
                "-dRecommends",
                *(f"-e{file}" for file in optional),
            ],
            cwd=place,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        errors = [line for line in done.stderr.splitlines() if "error:" in line]
        raise SystemExit("\n".join(errors))
    found = {"Depends": list[str](), "Recommends": list[str]()}
    for line in done.stdout.splitlines():
        field, _, packages = line.removeprefix("shlibs:").partition("=")
        found[field] = sorted(one.strip() for one in packages.split(","))
    return [*found["Depends"], *_LOADED, _FONT], [*found["Recommends"], *_HELPFUL]


def _brought_along(files: list[Path]) -> list[str]:
    """Debian's packages of libraries that lie in the folder anyway."""
    patterns = [f"*/{file.name}" for file in files if file.name.startswith("lib")]
    done = subprocess.run(
        ["dpkg-query", "-S", *patterns], capture_output=True, text=True, check=False
    )
    return sorted({line.split(":")[0] for line in done.stdout.splitlines()})


def _is_elf(file: Path) -> bool:
    if file.is_symlink() or not file.is_file():
        return False
    with file.open("rb") as opened:
        return opened.read(4) == b"\x7fELF"
