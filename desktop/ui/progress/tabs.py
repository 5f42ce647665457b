"""The tabs of the Progress page: what each of them is, and which there are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.tasks import Newest

if TYPE_CHECKING:
    from desktop.ui.context import Context

    Factory = Callable[[Context, QWidget], "Tab"]


class Tab(QWidget):
    """One way to look at the log, over a range of days that all tabs share.

    The page calls `show_range` before the first `reload` and with every other
    range, and `reload` when the data changed or the tab comes back into sight
    after that; the tab emits `loaded` when what it asked for is shown.
    log_ends: the day of the last session, which the page says before.
    wanted_in_log: a session's id, or a SetPlace, to be shown where it was logged.
    range_wanted: the first and the last day that were chosen on the tab, None
    for an open end. reads: for what the tab shows, which an earlier answer may
    not undo.
    """

    loaded = Signal()
    wanted_in_log = Signal(object)
    range_wanted = Signal(object, object)

    title = ""
    log_ends: date | None = None

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.reads = Newest(context.tasks)
        self.setAccessibleName(self.title)

    def reload(self) -> None:
        """Ask for the tab's data on a worker and show it; emit `loaded` when shown."""
        raise NotImplementedError

    def show_range(self, first: date | None, last: date | None) -> None:
        """Show these days, both included; None: from the first, to the last one there is."""
        raise NotImplementedError

    def open_item(self, item: object) -> None:
        """Show one thing: an exercise by its id."""

    def take_focus(self) -> None:
        """Put the keyboard where one begins on this tab."""
        self.focusNextChild()

    def focus_search(self) -> None:
        """Put the cursor where one searches, if there is such a place."""
        self.take_focus()


def everything_button(tab: Tab) -> QPushButton:
    """The way on from a range without training: all of the log."""
    button = QPushButton("Show everything")
    button.setProperty("role", "flat")
    button.clicked.connect(lambda: tab.range_wanted.emit(None, None))
    button.hide()
    return button


def fill_tab(tab: Tab, cards: QLayout) -> None:
    """Lay the cards out over the whole tab; where there is little room they scroll down."""
    content = QWidget()
    content.setLayout(cards)
    cards.setContentsMargins(0, 0, 0, 0)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(content)
    # the cards keep clear of the scroll bar
    scroll.verticalScrollBar().rangeChanged.connect(
        lambda _, last: cards.setContentsMargins(0, 0, 4 if last else 0, 0)
    )
    whole = QVBoxLayout(tab)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(scroll)


def _strength(context: Context, parent: QWidget) -> Tab:
    from desktop.ui.progress.strength import StrengthTab

    return StrengthTab(context, parent)


def _muscles(context: Context, parent: QWidget) -> Tab:
    from desktop.ui.progress.muscles import MusclesTab

    return MusclesTab(context, parent)


def _calendar(context: Context, parent: QWidget) -> Tab:
    from desktop.ui.progress.calendar import CalendarTab

    return CalendarTab(context, parent)


def _blocks(context: Context, parent: QWidget) -> Tab:
    from desktop.ui.progress.blocks import BlocksTab

    return BlocksTab(context, parent)


# name and factory; a tab is imported and made when it is first visited
TABS: tuple[tuple[str, Factory], ...] = (
    ("Strength", _strength),
    ("Muscles", _muscles),
    ("Calendar", _calendar),
    ("Blocks", _blocks),
)
