"""Every page and dialog, empty and full: what has no sight, no mouse or no patience gets along."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QButtonGroup,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QWidget,
    QWidgetAction,
)

import desktop.ui
from desktop.ui import accessible
from desktop.ui.sizes import USUAL
from tests.screens import SCREENS
from tests.stage import Screen, Stage

Role = QAccessible.Role
ACCEPTING = (QDialogButtonBox.ButtonRole.AcceptRole, QDialogButtonBox.ButtonRole.YesRole)
# Qt's words for 'no kind of its own'
NO_KIND = {Role.NoRole, Role.Client, Role.Pane, Role.Grouping, Role.Border}


def staged(app: QApplication, folder: Path, *, has_history: bool) -> Iterator[Stage]:
    accessible.install()
    made = Stage(app, folder, has_history=has_history)
    made.theme.set_text_size(USUAL)
    made.window.resize(1280, 800)
    yield made
    made.close()


@pytest.fixture(scope="module")
def empty(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    yield from staged(qapp, tmp_path_factory.mktemp("log"), has_history=False)


@pytest.fixture(scope="module")
def full(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    yield from staged(qapp, tmp_path_factory.mktemp("log"), has_history=True)


@contextmanager
def shown(stage: Stage, screen: Screen) -> Iterator[QWidget]:
    """The window or dialog with the screen in it."""
    if stage.window.context is None:
        stage.open_again()
    screen.show(stage)
    stage.settle()
    top = stage.dialog() or stage.help_window() or stage.window
    top.activateWindow()
    stage.settle()
    yield top
    if stage.window.context is not None:
        stage.reset()


def seen_in(top: QWidget) -> list[QWidget]:
    return [one for one in top.findChildren(QWidget) if one.isVisible() and one.window() is top]


def stops_in(top: QWidget) -> list[QWidget]:
    """Where Tab goes, until it comes round; what it leaves out is not reached by keys."""
    # not by nextInFocusChain: PySide ties the life of what that returns to what it was asked of
    found: list[QWidget] = []
    while len(found) < 500 and top.focusNextChild():
        here = QApplication.focusWidget()
        if here is None or here in found:
            break
        found.append(here)
    alone = QApplication.focusWidget()
    return found or ([alone] if alone is not None else [])


def asked(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__} '{asked(widget).text(QAccessible.Text.Name)}'"


def names(screen: Screen) -> str:
    return screen.name


@pytest.mark.parametrize("screen", [one for one in SCREENS if not one.needs_history], ids=names)
def test_an_empty_log_without_sight_and_mouse(empty: Stage, screen: Screen) -> None:
    with shown(empty, screen) as top:
        gets_along_without_sight_and_mouse(top)


@pytest.mark.parametrize("screen", SCREENS, ids=names)
def test_a_full_log_without_sight_and_mouse(full: Stage, screen: Screen) -> None:
    with shown(full, screen) as top:
        gets_along_without_sight_and_mouse(top)


def gets_along_without_sight_and_mouse(top: QWidget) -> None:
    enter_does_what_is_meant_to_be_done(top)
    all_that_can_be_used_has_a_name_and_a_kind(top)
    menus_say_what_they_do(top)
    stops = stops_in(top)
    tab_goes_as_one_reads(top, stops)
    the_keyboard_gets_everywhere_and_out_again(top, stops)


def enter_does_what_is_meant_to_be_done(top: QWidget) -> None:
    """The button that accepts is the default one, wherever the desktop's order puts it."""
    for box in top.findChildren(QDialogButtonBox):
        accepts = [one for one in box.buttons() if box.buttonRole(one) in ACCEPTING]
        usual = [one for one in box.buttons() if isinstance(one, QPushButton) and one.isDefault()]
        assert not accepts or usual == accepts[:1], [told(one) for one in usual]


def all_that_can_be_used_has_a_name_and_a_kind(top: QWidget) -> None:
    nameless, kindless = [], []
    for widget in seen_in(top):
        if widget.focusProxy() is not None:
            continue
        known = asked(widget)
        is_used = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        is_used |= isinstance(widget, QAbstractButton | QAbstractItemView)
        is_used &= not isinstance(widget, QHeaderView)  # which its table is named for
        if not is_used:
            continue
        if not known.text(QAccessible.Text.Name).strip() and not _is_inner(widget):
            nameless.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
        if known.role() in NO_KIND and not isinstance(widget, QScrollArea):
            kindless.append(told(widget))
    assert nameless == []
    assert kindless == []


def _is_inner(widget: QWidget) -> bool:
    """A part that stands for the whole around it: a viewport, a label that can be read again."""
    parent = widget.parent()
    if isinstance(parent, QAbstractScrollArea):
        return parent.viewport() is widget
    return isinstance(widget, QLabel) and bool(widget.text())


def menus_say_what_they_do(top: QWidget) -> None:
    for menu in top.findChildren(QMenu):
        for action in menu.actions():
            is_more = action.isSeparator() or isinstance(action, QWidgetAction)
            assert is_more or action.text().strip(), menu.title()


def tab_goes_as_one_reads(top: QWidget, stops: list[QWidget]) -> None:
    wrong = []
    for one, following in itertools.pairwise([*stops, *stops[:1]]):
        if _region(one) is not _region(following) or _area(one) is not _area(following):
            continue
        here, there = _place(one, top), _place(following, top)
        is_same_line = here.top() < there.bottom() and there.top() < here.bottom()
        is_left = is_same_line and there.right() < here.left()
        is_above = there.bottom() < here.top() and there.left() < here.right()
        if is_left or is_above:
            wrong.append(f"{told(one)} -> {told(following)}")
    # from the end it goes to the beginning, which is no place to read on
    assert len(wrong) <= 1, wrong


def _region(widget: QWidget) -> QWidget | None:
    parent = widget.parentWidget()
    while parent is not None and not parent.inherits("QDockWidget"):
        parent = parent.parentWidget()
    return parent


def _area(widget: QWidget) -> QWidget | None:
    """What scrolls it: what is scrolled out of sight stands nowhere."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent


def _place(widget: QWidget, top: QWidget) -> QRect:
    return QRect(widget.mapTo(top, QPoint()), widget.size())


def the_keyboard_gets_everywhere_and_out_again(top: QWidget, reached: list[QWidget]) -> None:
    """Tab comes to everything that it may stop at, and round to where it began."""
    for widget in seen_in(top):
        may_stop = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if may_stop and widget.isEnabled() and not widget.focusProxy():
            assert widget in reached, told(widget)
    unreached = {
        told(one)
        for one in seen_in(top)
        if isinstance(one, QAbstractButton)
        and one.isEnabled()
        and not one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not _is_one_of_several(one)
    }
    left = {one for one in unreached if not any(words in one for words in OTHERWISE)}
    assert left == set(), "say by which keys the same is done"


def _is_one_of_several(button: QAbstractButton) -> bool:
    """Tab goes to the one that is chosen, the arrows from there to the others."""
    group: QButtonGroup | None = button.group()
    return button.autoExclusive() or (group is not None and group.exclusive())


# Buttons that Tab leaves out, by what they are called, and the keys for it.
OTHERWISE = {
    "Clear the search": "Control+A and Delete, as in every field",
    "Search": "a picture",
    ", type: ": "Control+T in the set",
}


# Where the mouse does something that a widget of Qt does not do by itself, and the keys for it.
BY_KEYS = {
    "library/muscle_picker.py": "Space ticks and leaves the menu open",
    "palette/palette.py": "Escape closes it",
    "progress/calendar_bars.py": "Left and Right go through the bars",
    "progress/muscles_map.py": "the arrows go through the muscles, Enter chooses one",
    "records/timeline.py": "the list below it has the same records",
    "session/block_head.py": "Enter and Space open it",
    "session/cells.py": "Tab takes the whole suggestion",
    "session/drag.py": "Alt+Up and Alt+Down move the exercise",
    "templates/rectangles.py": "Shift with the arrows chooses cells",
    "templates/row_header.py": "Alt+Up and Alt+Down move the row",
    "widgets/body_map.py": "the muscles stand in words beside it",
    "widgets/brush.py": "the arrows move its ends",
    "widgets/day_grid.py": "the arrows go through the days, Enter opens one",
    "widgets/strength_chart.py": "Left and Right go through the points",
    "widgets/time_plot.py": "Left and Right go through the points, Home shows everything",
}
MOUSE = re.compile(r"def (mouse(Press|Release|Move|DoubleClick)|enter)Event\(")


def test_nothing_is_by_mouse_only() -> None:
    root = Path(desktop.ui.__file__).parent
    found = set()
    for file in root.rglob("*.py"):
        if MOUSE.search(file.read_text(encoding="utf-8")):
            found.add(file.relative_to(root).as_posix())
    assert found - set(BY_KEYS) == set(), "say by which keys the same is done"
    assert set(BY_KEYS) == found
