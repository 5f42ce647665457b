"""The pages of the help: resources/help/NAME.md, with keys and menus filled in as they are."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from desktop.paths import resources_dir
from desktop.ui import shortcuts
from desktop.ui.actions import keys_of, menu_place

# in the order in which one reads them
NAMES = (
    "start",
    "importing",
    "library",
    "templates",
    "logging",
    "rest",
    "calculators",
    "history",
    "progress",
    "records",
    "numbers",
    "settings",
    "profiles",
    "data",
    "keyboard",
    "troubleshooting",
)
# Where the help opens for a page of the window that has another name.
_TOPICS = {"today": "start"}
_FILLED = re.compile(r"\{(keys|menu):([a-z_.]+)\}")


class HelpPage(NamedTuple):
    """A page's name, its title, and its Markdown."""

    name: str
    title: str
    text: str


@cache
def pages() -> tuple[HelpPage, ...]:
    """All pages in their order; KeyError where one names keys or a menu that is not there."""
    return tuple(_page(name) for name in NAMES)


@cache
def titles() -> dict[str, str]:
    """The title of each page, by its name, in their order; nothing else of them is read."""
    found = {}
    for name in NAMES:
        with _file(name).open(encoding="utf-8") as lines:
            found[name] = _title(lines.readline())
    return found


def topic_page(topic: str) -> str:
    """The name of the page for a topic: that of a page of the window, or of the help itself."""
    name = _TOPICS.get(topic, topic)
    return name if name in NAMES else NAMES[0]


def _page(name: str) -> HelpPage:
    text = _FILLED.sub(_fill, _file(name).read_text(encoding="utf-8"))
    return HelpPage(name, _title(text.split("\n", 1)[0]), text)


def _file(name: str) -> Path:
    return resources_dir() / "help" / f"{name}.md"


def _title(line: str) -> str:
    return line.removeprefix("# ").strip()


def _fill(found: re.Match[str]) -> str:
    kind, name = found.groups()
    if kind == "menu":
        return f"*{menu_place(name)}*"
    group, _, key = name.rpartition(".")
    keys = shortcuts.shown(group, key) if group else keys_of(name)
    if not keys:
        raise KeyError(name)
    return f"**{keys}**"
