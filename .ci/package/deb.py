"""The Debian package: the program in /opt, and what makes a desktop know it."""

from __future__ import annotations

import os
import shutil
import subprocess
from email.parser import Parser
from pathlib import Path

import icons
from bundle import APP_ID, MIME_TYPE, ROOT, project
from system_needs import package_relations

SHIPPED = ROOT / "resources" / "linux"
_MIME_ICON = MIME_TYPE.replace("/", "-")
_MAINTAINER = "Repbook contributors <contributors@repbook.invalid>"
_LONG = """\
 Repbook keeps the training log of people who lift on their own computer: plan with
 templates, log a workout live beside the exercise library, see records fall and
 study progress. It needs no account and no network, reads the exports of Strong,
 and gives everything back as plain files.
"""


def build(folder: Path, out: Path, stage: Path) -> Path:
    """Make the package of this folder in `out`; `stage` is a place to put it together."""
    shutil.rmtree(stage, ignore_errors=True)
    version, machine = project()["version"], _architecture()
    _lay_program(folder, stage)
    _lay_desktop(stage, version)
    _lay_words(stage, folder)
    _write_control(stage, version, machine)
    path = out / f"repbook_{version}_{machine}.deb"
    out.mkdir(parents=True, exist_ok=True)
    for one in (stage, *stage.rglob("*")):  # whatever the umask of whoever builds it
        if not one.is_symlink():
            runs = one.is_dir() or os.access(one, os.X_OK)
            one.chmod(0o755 if runs else 0o644)
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zzstd", "--build", str(stage), str(path)],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(changed_at())},
    )
    return path


def changed_at() -> int:
    """When the project was changed last (seconds), so that a package made again is the same."""
    done = subprocess.run(
        ["git", "-c", f"safe.directory={ROOT}", "-C", str(ROOT), "log", "-1", "--format=%ct"],
        capture_output=True,
        text=True,
        check=False,
    )
    newest = (ROOT / "pyproject.toml").stat().st_mtime
    return int(done.stdout) if done.returncode == 0 and done.stdout.strip() else int(newest)


def metainfo(version: str) -> str:
    """The AppStream words with this version and its day in them."""
    text = (SHIPPED / f"{APP_ID}.metainfo.xml").read_text(encoding="utf-8")
    done = subprocess.run(
        ["date", "-u", "-d", f"@{changed_at()}", "+%F"], capture_output=True, text=True, check=True
    )
    return text.replace("@VERSION@", version).replace("@DATE@", done.stdout.strip())


def _lay_program(folder: Path, stage: Path) -> None:
    shutil.copytree(folder, stage / "opt" / "repbook", symlinks=True)
    link = stage / "usr" / "bin" / "repbook"
    link.parent.mkdir(parents=True)
    link.symlink_to("/opt/repbook/repbook")


def _lay_desktop(stage: Path, version: str) -> None:
    """Menu entry, file type, icons and AppStream words. dpkg's own triggers register them."""
    share = stage / "usr" / "share"
    _copy(SHIPPED / f"{APP_ID}.desktop", share / "applications" / f"{APP_ID}.desktop")
    _copy(SHIPPED / f"{APP_ID}.mime.xml", share / "mime" / "packages" / f"{APP_ID}.xml")
    _write(share / "metainfo" / f"{APP_ID}.metainfo.xml", metainfo(version).encode())
    theme = share / "icons" / "hicolor"
    for size in icons.LINUX_SIZES:
        drawn = icons.png(size)
        _write(theme / f"{size}x{size}" / "apps" / f"{APP_ID}.png", drawn)
        _write(theme / f"{size}x{size}" / "mimetypes" / f"{_MIME_ICON}.png", drawn)
    _copy(icons.SVG, theme / "scalable" / "apps" / f"{APP_ID}.svg")
    _copy(icons.SVG, theme / "scalable" / "mimetypes" / f"{_MIME_ICON}.svg")


def _lay_words(stage: Path, folder: Path) -> None:
    doc = stage / "usr" / "share" / "doc" / "repbook"
    _write(doc / "copyright", _copyright(folder).encode())


def _write_control(stage: Path, version: str, machine: str) -> None:
    depends, recommends = package_relations(stage)
    files = [one for one in stage.rglob("*") if one.is_file() and not one.is_symlink()]
    kibibytes = sum((one.stat().st_size + 1023) // 1024 for one in files)
    control = f"""\
Package: repbook
Version: {version}
Architecture: {machine}
Maintainer: {_MAINTAINER}
Installed-Size: {kibibytes}
Depends: {", ".join(depends)}
Recommends: {", ".join(recommends)}
Section: misc
Priority: optional
Description: {project()["description"]}
{_LONG}"""
    _write(stage / "DEBIAN" / "control", control.encode())


def _copyright(folder: Path) -> str:
    """Our licence, and which licence each package beside it names; their texts lie there."""
    ours = (ROOT / "LICENSE").read_text(encoding="utf-8")
    indented = "".join(f" {line or '.'}\n" for line in ours.strip().splitlines())
    lines = [
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/",
        "Upstream-Name: Repbook",
        "",
        "Files: *",
        "Copyright: Repbook contributors",
        "License: Expat",
        indented.rstrip(),
        "",
        "Files: opt/repbook/_internal/*",
        "Copyright: the authors of each package",
        "License: various",
        " The folder holds the Python interpreter (PSF licence), Qt (LGPL version 3, whose text",
        " is in /usr/share/common-licenses/LGPL-3) and the packages named here. Where a package",
        " brings its licence as a file, it is in its folder NAME.dist-info.",
        " .",
    ]
    for file in sorted(folder.glob("_internal/*.dist-info/METADATA"), key=str):
        words = Parser().parsestr(file.read_text(encoding="utf-8"), headersonly=True)
        licence = words["License-Expression"] or words["License"] or ""
        named = [one.split(" :: ")[-1] for one in words.get_all("Classifier", []) if "Licen" in one]
        short = licence if licence and "\n" not in licence else ", ".join(named)
        lines.append(f" {words['Name']} {words['Version']}: {short or 'see its folder'}")
    return "\n".join(lines) + "\n"


def _architecture() -> str:
    done = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def _copy(source: Path, target: Path) -> None:
    _write(target, source.read_bytes())


def _write(target: Path, data: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
