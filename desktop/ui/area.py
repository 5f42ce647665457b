"""The middle of the window: one page at a time, each made when it is first visited."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QWidget

if TYPE_CHECKING:
    from desktop.ui.context import Context
    from desktop.ui.page import Page

    MakePage = Callable[[Context, QWidget], Page]


class Area(QStackedWidget):
    """Holds the pages of the open profile, or what is shown in their place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._makers: Mapping[str, MakePage] = {}
        self._context: Context | None = None
        self._pages: dict[str, Page] = {}
        self._guest: QWidget | None = None
        self._waiting = _waiting()
        self.addWidget(self._waiting)
        self.currentChanged.connect(lambda _: self.updateGeometry())

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        shown = self.currentWidget()
        return next((page for page in self._pages.values() if page is shown), None)

    @property
    def has_guest(self) -> bool:
        """Whether something is shown in place of the pages that wants an answer."""
        return self._guest is not None

    def minimumSizeHint(self) -> QSize:
        """The room that what is shown needs; pages out of sight need none."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()

    def open_profile(self, context: Context, makers: Mapping[str, MakePage]) -> None:
        """Make pages for this profile from now on, each by the maker of its name."""
        self._context = context
        self._makers = makers
        self._drop_guest()

    def close_profile(self) -> list[Page]:
        """Take the pages out and hand them over."""
        pages = list(self._pages.values())
        self._pages.clear()
        self._context = None
        for page in pages:
            self.removeWidget(page)
            page.hide()
        return pages

    def show_waiting(self) -> None:
        """Show that the log is being opened."""
        self._drop_guest()
        self.setCurrentWidget(self._waiting)

    def show_guest(self, widget: QWidget) -> None:
        """Show something that is no page."""
        self._drop_guest()
        self._guest = widget
        self.addWidget(widget)
        self.setCurrentWidget(widget)

    def go(self, name: str, join: Callable[[Page], None]) -> Page:
        """Show a page; `join` is called once with a page that has just been made."""
        assert self._context is not None
        page = self._pages.get(name)
        if page is None:
            page = self._pages[name] = self._makers[name](self._context, self)
            join(page)
            self.addWidget(page)
        self.setCurrentWidget(page)
        return page

    def _drop_guest(self) -> None:
        if self._guest is not None:
            self.removeWidget(self._guest)
            self._guest.deleteLater()
            self._guest = None


def scrolled(area: Area) -> QScrollArea:
    """The pages, scrolled where a small window or a dock below leaves them too little room."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    # no focus; by number, for the enums of Qt would keep the first paint waiting
    scroll.setProperty("focusPolicy", 0)
    scroll.setWidget(area)
    return scroll


def _waiting() -> QWidget:
    words = QLabel("Opening your log\N{HORIZONTAL ELLIPSIS}")
    words.setProperty("role", "muted")
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.addStretch(1)
    row.addWidget(words)
    row.addStretch(1)
    return widget
