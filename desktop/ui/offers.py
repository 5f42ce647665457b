"""What a part of the window lets one do just now, in words, for the command palette."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QMenu,
    QPushButton,
    QRadioButton,
    QTabBar,
    QToolButton,
    QWidget,
)

_BUTTONS = (QPushButton, QToolButton, QCheckBox, QRadioButton)


class Offer(NamedTuple):
    """Something to do. about: what it is done with or where, in muted words."""

    text: str
    run: Callable[[], object]
    keys: str = ""
    about: str = ""
    is_tab: bool = False


class PageCommand(NamedTuple):
    """Something that a page does wherever one is; `Page.page_commands` knows how, by the name."""

    name: str
    text: str
    icon: str
    words: str = ""


# What a page can do when it has just been gone to, without anything chosen on it.
PAGE_COMMANDS: dict[str, tuple[PageCommand, ...]] = {
    "library": (PageCommand("new", "New exercise", "plus", "add own custom create"),),
    "templates": (PageCommand("new", "New template", "plus", "add create plan routine program"),),
    "history": (PageCommand("search", "Search the history", "search", "find notes sessions"),),
    "progress": (
        PageCommand("strength", "Progress: Strength", "progress", "chart e1rm trend"),
        PageCommand("muscles", "Progress: Muscles", "progress", "sets a week volume body balance"),
        PageCommand("calendar", "Progress: Calendar", "calendar", "heat map days habit"),
        PageCommand("blocks", "Progress: Blocks", "progress", "compare mesocycle phases"),
    ),
    "records": (
        PageCommand("recent", "Records: Recent", "records", "newest prs personal"),
        PageCommand("standing", "Records: Standing", "records", "best prs personal"),
        PageCommand("baselines", "Records: Baselines", "records", "first times"),
        PageCommand("to_check", "Records: To check", "warning", "outliers doubts typos left out"),
    ),
}


def offers_of(widget: QWidget, about: str) -> list[Offer]:
    """What the actions, buttons, menus and tabs of a widget do that are to be seen and allowed."""
    found = [
        Offer(_plain(one.text()), one.trigger, _keys(one), about)
        for one in widget.actions()
        if one.isEnabled() and one.text()
    ]
    known = {offer.text for offer in found}
    for offer in _controls(widget, about):
        if offer.text not in known:
            known.add(offer.text)
            found.append(offer)
    return found


def _controls(widget: QWidget, about: str) -> Iterable[Offer]:
    for button in widget.findChildren(QAbstractButton):
        if _is_offered(button, widget):
            yield from _of_button(button, about)
    for tabs in widget.findChildren(QTabBar):
        if tabs.isVisibleTo(widget) and tabs.isEnabled():
            name = tabs.accessibleName()
            for place in range(tabs.count()):
                text = f"{_plain(tabs.tabText(place))}: {name}" if name else tabs.tabText(place)
                yield Offer(text, _chooser(tabs, place), "", about, is_tab=True)


def _is_offered(button: QAbstractButton, widget: QWidget) -> bool:
    inside = button.parentWidget()
    return (
        isinstance(button, _BUTTONS)
        and button.isEnabled()
        and button.isVisibleTo(widget)
        and bool(button.focusPolicy())  # the little ones within a field have none
        and not isinstance(inside, QTabBar)
    )


def _of_button(button: QAbstractButton, about: str) -> Iterable[Offer]:
    name = _plain(button.accessibleName() or button.text())
    menu = button.menu() if isinstance(button, (QPushButton, QToolButton)) else None
    if menu is not None:
        inner = list(_of_menu(menu, name))
        yield from inner
        if inner:
            return
    if name:
        yield Offer(name[:1].upper() + name[1:], button.click, "", about)


def _of_menu(menu: QMenu, about: str) -> Iterable[Offer]:
    if not menu.actions():
        menu.aboutToShow.emit()  # some are filled when they are wanted
    for action in menu.actions():
        words, _, keys = action.text().partition("\t")
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _of_menu(inner, f"{about}, {_plain(words)}")
        elif words and action.isEnabled() and action.isVisible():
            yield Offer(_plain(words), action.trigger, keys or _keys(action), about)


def _chooser(tabs: QTabBar, place: int) -> Callable[[], object]:
    return lambda: tabs.setCurrentIndex(place)


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def _plain(text: str) -> str:
    """Without the marks of keys."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").strip()
