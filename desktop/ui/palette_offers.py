"""What the window itself gives the palette: its actions, pages, settings, and what is in sight."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.palette import Item, PaletteKind
from desktop.ui.actions import PLACES
from desktop.ui.offers import PAGE_COMMANDS, Offer, offers_of
from desktop.ui.settings.listing import SECTIONS, SETTINGS
from desktop.ui.side import PAGES

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow

_PAGES = dict(PAGES)
_PAGE_ICONS = {"today": "calendar"}
_SETTINGS = "Settings"
# Titles where the words of the menu need the menu around them, and what else one may type.
_TITLES = {
    "dock": "Show or hide the session",
    "large": "Large type in the session",
    "place_next": "Place the session at the next place",
    **{name: f"Place the session: {title.lower()}" for name, title in PLACES},
}
_WORDS = {
    "import": "bring history strong hevy csv json file open load",
    "export": "save csv json file backup share",
    "report": "print pdf sheet summary",
    "profiles": "user account switch password lock",
    "settings": "preferences options configure",
    "quit": "exit close",
    "undo": "take back revert",
    "redo": "do again",
    "find": "search this page",
    "start": "new workout begin log train",
    "past": "yesterday earlier session",
    "paste": "text clipboard notes",
    "add": "session",
    "times": "start end duration session",
    "finish": "end done complete workout",
    "discard": "delete cancel workout",
    "calculators": "plates one-rep max 1rm warm-up load",
    "dock": "panel",
    "large": "big font far",
    "help": "manual guide f1",
    "shortcuts": "keys keyboard help",
    "typing": "help how to log notation",
    "about": "version licence",
}
# What is wanted more often than the others, or less.
_PRIORS = {
    "start": 1.0,
    "finish": 1.0,
    "add": 0.95,
    "past": 0.9,
    "undo": 0.85,
    "paste": 0.8,
    "settings": 0.8,
    "quit": 0.4,
    **dict.fromkeys((*(name for name, _ in PLACES), "place_next"), 0.5),
}
_ICONS = {
    "import": "import",
    "export": "export",
    "report": "progress",
    "profiles": "profile",
    "settings": "settings",
    "undo": "undo",
    "find": "search",
    "start": "play",
    "past": "history",
    "paste": "paste",
    "add": "plus",
    "finish": "check",
    "discard": "trash",
    "help": "help",
    "typing": "help",
    "shortcuts": "help",
    "about": "info",
}


class Known(NamedTuple):
    """An item that the window gives, with what it does."""

    item: Item
    run: Callable[[], object]
    icon: str = "command"
    keys: str = ""


def window_items(window: MainWindow) -> list[Known]:
    """Everything but the log, as it is now: what cannot be done now is not there."""
    made = [*_of_session(window), *_of_page(window), *_commands(window)]
    made += [*_actions(window), *_settings(window), *_help(window)]
    found: dict[str, Known] = {}
    for one in made:
        found.setdefault(one.item.key, one)
    return list(found.values())


def _actions(window: MainWindow) -> Iterable[Known]:
    for name, action in window.menu.all():
        if not action.isEnabled() or name == "palette":
            continue
        is_page = name in _PAGES
        title = _PAGES.get(name) or _TITLES.get(name) or _plain(action.text())
        on = "on" if action.isCheckable() and action.isChecked() and not is_page else ""
        item = Item(
            f"action {name}",
            PaletteKind.PAGE if is_page else PaletteKind.ACTION,
            title,
            name,
            words=_WORDS.get(name, ""),
            detail=on,
            prior=0.9 if is_page else _PRIORS.get(name, 0.7),
        )
        icon = _PAGE_ICONS.get(name, name) if is_page else _ICONS.get(name, "command")
        yield Known(item, partial(window.commands.run, name), icon, window.menu.keys(name))


def _commands(window: MainWindow) -> Iterable[Known]:
    for page, commands in PAGE_COMMANDS.items():
        for command in commands:
            item = Item(
                f"page {page} {command.name}",
                PaletteKind.ACTION,
                command.text,
                words=f"{command.words} {page}",
                prior=0.6,
            )
            run = partial(window.commands.run_on_page, page, command.name)
            yield Known(item, run, command.icon)


def _settings(window: MainWindow) -> Iterable[Known]:
    for one in SETTINGS:
        item = Item(
            f"setting {one.section} {one.target}",
            PaletteKind.SETTING,
            one.title,
            words=f"{one.words} {SECTIONS[one.section]} {one.target}",
            detail=f"{_SETTINGS}, {SECTIONS[one.section]}",
            prior=0.4,
        )
        yield Known(item, partial(window.dialogs.settings, one.section, one.target), "settings")


def _help(window: MainWindow) -> Iterable[Known]:
    from desktop.ui.help.pages import titles

    for name, title in titles().items():
        words = f"help manual guide how to {name}"
        item = Item(f"help {name}", PaletteKind.HELP, title, words=words, prior=0.3)
        yield Known(item, partial(window.dialogs.help, name), "help")


def _of_page(window: MainWindow) -> Iterable[Known]:
    page = window.page
    if page is None or not page.isVisible():
        return ()
    # its tabs are commands that can be done from anywhere
    begins = f"{page.title}: "
    tabs = [one.text.removeprefix(begins) for one in PAGE_COMMANDS.get(page.name, ())]
    return [
        _offered(offer, f"control {page.name}", 0.45)
        for offer in offers_of(page, f"on {_PAGES.get(page.name, page.title)}")
        if not (offer.is_tab and offer.text.startswith(tuple(tabs)))
    ]


def _of_session(window: MainWindow) -> Iterable[Known]:
    return [_offered(offer, "session", 0.8) for offer in window.dock.offers()]


def _offered(offer: Offer, where: str, prior: float) -> Known:
    item = Item(
        f"{where} {offer.about} {offer.text}",
        PaletteKind.ACTION,
        offer.text,
        words=offer.about,
        detail=offer.about,
        prior=prior,
    )
    return Known(item, offer.run, "command", offer.keys)


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
