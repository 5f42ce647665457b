"""What Repbook is made of, each part with its version and the full text of its licence.

The packages tell theirs in their metadata, which the spec of the bundle takes
along (`packages`); what has none is in resources/licences.
"""

from __future__ import annotations

import re
import sqlite3
import sys
from importlib.metadata import (
    Distribution,
    PackageNotFoundError,
    PackagePath,
    distribution,
    requires,
)
from pathlib import Path
from typing import NamedTuple

from desktop import __version__
from desktop.paths import resources_dir

# What Repbook itself asks for: the dependencies in pyproject.toml.
DIRECT = (
    "alembic",
    "argon2-cffi",
    "jeepney",
    "keyring",
    "numpy",
    "platformdirs",
    "pyqtgraph",
    "pyside6-essentials",
    "sqlalchemy",
    "tzlocal",
)
_LGPL = ("LGPL-3.0", "GPL-3.0")
# The wheels of Qt come without their texts.
_TEXTS = {"pyside6_essentials": _LGPL, "shiboken6": _LGPL}
_IN_QT = """Repbook uses Qt and Qt for Python (PySide6, shiboken6), which are free software under \
the GNU Lesser General Public License, version 3. They lie beside the program as files of their \
own, unchanged: you may replace them by other builds of the same version, also by ones that you \
changed yourself. In an installed Repbook they are in the folder PySide6 below the program's own \
folder; run from source, they are the packages pyside6-essentials and shiboken6 of the \
environment. Their source text is at https://download.qt.io/official_releases/QtForPython/ and \
https://download.qt.io/official_releases/qt/. Qt contains parts by others; they are listed at \
https://doc.qt.io/qt-6/licenses-used-in-qt.html.
"""
_SQLITE = """SQLite is in the public domain: its authors have given up their rights to it, and \
anyone may use it for anything. See https://www.sqlite.org/copyright.html.
"""
_NAMING = ("License-Expression", "License")
_NAMED = re.compile(r"[A-Za-z0-9._-]+")
_FILES = re.compile(r"(?:^|/)(?:LICEN[CS]E|COPYING|NOTICE|CC-BY)[^/]*$", re.IGNORECASE)


class Component(NamedTuple):
    """A part of the program. licence: its short name."""

    name: str
    version: str
    licence: str
    text: str


def packages() -> list[str]:
    """The names of the packages that Repbook runs on, as far as they are installed here."""
    found: dict[str, Distribution] = {}
    waiting = list(DIRECT)
    while waiting:
        name = waiting.pop()
        try:
            one = distribution(name)
        except PackageNotFoundError:
            continue  # of another platform, or another Python
        key = _key(one.name)
        if key not in found:
            found[key] = one
            waiting += _required(one.name)
    return sorted((one.name for one in found.values()), key=str.casefold)


def components() -> list[Component]:
    """Repbook, Python and SQLite, then the packages by name, each with its full licence."""
    python = ".".join(str(part) for part in sys.version_info[:3])
    return [
        Component("Repbook", __version__, "MIT", _text("Repbook")),
        Component("Python", python, "PSF-2.0", _text("Python")),
        Component("SQLite", sqlite3.sqlite_version, "Public domain", _SQLITE),
        Component("OpenSSL", "", "Apache-2.0", _text("Apache-2.0")),
        *(_component(distribution(name)) for name in packages()),
    ]


def _component(one: Distribution) -> Component:
    named = next((text for key in _NAMING for text in one.metadata.get_all(key) or [] if text), "")
    key = _key(one.name)
    if key in _TEXTS:
        text = "\n\n".join([_IN_QT, *(_text(name) for name in _TEXTS[key])])
        return Component(one.name, one.version, "LGPL-3.0", text)
    texts = [
        file.read_text(encoding="utf-8")
        for file in one.files or []
        # a bundle has the package's metadata, and not all of the files that it lists
        if _is_licence(file) and Path(str(file.locate())).is_file()
    ]
    first = named.split("\n", 1)[0] or _guessed(texts)
    return Component(one.name, one.version, first, "\n\n".join(dict.fromkeys(texts)))


def _is_licence(file: PackagePath) -> bool:
    is_named = _FILES.search(file.as_posix()) is not None
    return is_named and "_vendor" not in file.parts and file.suffix != ".py"


def _guessed(texts: list[str]) -> str:
    """The name of a licence that the metadata leaves out."""
    if any("Permission is hereby granted, free of charge" in text for text in texts):
        return "MIT"
    if any("Redistribution and use in source and binary forms" in text for text in texts):
        return "BSD-3-Clause"
    return ""


def _required(name: str) -> list[str]:
    found = []
    for line in requires(name) or []:
        match = _NAMED.match(line)
        if match and "extra ==" not in line:
            found.append(match.group())
    return found


def _text(name: str) -> str:
    return (resources_dir() / "licences" / f"{name}.txt").read_text(encoding="utf-8")


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "_", name).casefold()
