"""The side of the window: the pages to go to, the profile and the settings below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.sizes import follow, px, scaled

PAGES = (
    ("today", "Today"),
    ("library", "Library"),
    ("templates", "Templates"),
    ("history", "History"),
    ("progress", "Progress"),
    ("records", "Records"),
)
_TEXT, _EDGES = 84, 104  # wide: what the words take, and what is free around them
_LINE, _AROUND = 18, 20  # high: a page, and what is free around it
_ICON = QSize(18, 18)
_ICONS = {"today": "calendar"}
_DECORATION = 1  # Qt.DecorationRole: the enums of Qt would keep the first paint waiting


class Side(QFrame):
    """The navigation list. page_chosen carries a page's name, action_chosen an action's."""

    page_chosen = Signal(str)
    action_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self._name = ""
        name = QLabel("Repbook")
        name.setProperty("role", "heading")
        name.setContentsMargins(10, 0, 0, 8)
        self.pages = self._make_pages()
        self.profile = self._button("Profile", "profiles")
        self.settings = self._button("Settings", "settings")
        self.profile.hide()
        self.settings.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 22, 10, 12)
        column.setSpacing(2)
        column.addWidget(name)
        column.addWidget(self.pages, 1)
        column.addWidget(self.profile)
        column.addWidget(self.settings)
        self.fit()
        follow(self.fit)

    def fit(self) -> None:
        """Be as wide and as high as the text needs."""
        self.setFixedWidth(_EDGES + px(_TEXT))
        for place in range(self.pages.count()):
            self.pages.item(place).setSizeHint(_page_size())
        self._show_name()

    def dress(self) -> None:
        """Draw the icons. The first paint does not wait for them: it has the pages' places free."""
        from desktop.ui.icons import icon

        for place, (name, _) in enumerate(PAGES):
            self.pages.item(place).setIcon(icon(_ICONS.get(name, name), self.pages))
        self.profile.setIcon(icon("profile", self.profile))
        self.settings.setIcon(icon("settings", self.settings))
        self.profile.show()
        self.settings.show()

    def set_page(self, name: str) -> None:
        """Mark the page that is shown, without asking for it."""
        self.pages.blockSignals(True)
        for place, (page, _) in enumerate(PAGES):
            if page == name:
                self.pages.setCurrentRow(place)
        self.pages.blockSignals(False)

    def set_profile(self, name: str) -> None:
        """Say whose log it is."""
        self._name = name
        self._show_name()
        self.profile.setToolTip(f"Profile: {name}")
        self.profile.setAccessibleName(f"Profile: {name}")

    def _show_name(self) -> None:
        if not self._name:
            return
        from PySide6.QtCore import Qt

        metrics = self.profile.fontMetrics()
        room = self.width() - px(70)
        shown = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        self.profile.setText(f" {shown}".replace("&", "&&"))

    def set_ready(self, ready: bool) -> None:
        """Allow going somewhere, or not."""
        for widget in (self.pages, self.profile, self.settings):
            widget.setEnabled(ready)

    def _make_pages(self) -> QListWidget:
        pages = QListWidget()
        pages.setObjectName("navigation")
        pages.setAccessibleName("Pages")
        pages.setFrameShape(QFrame.Shape.NoFrame)
        scaled(pages.setIconSize, _ICON)
        room = _room()
        for _, title in PAGES:
            item = QListWidgetItem(title)
            item.setData(_DECORATION, room)
            item.setSizeHint(_page_size())  # before the list is laid out: to measure costs 10 ms
            pages.addItem(item)
        pages.setCurrentRow(0)
        pages.currentRowChanged.connect(lambda row: self.page_chosen.emit(PAGES[row][0]))
        return pages

    def _button(self, text: str, action: str) -> QPushButton:
        button = QPushButton(f" {text}")
        button.setProperty("role", "flat")
        button.setAccessibleName(text)
        scaled(button.setIconSize, _ICON)
        button.clicked.connect(lambda: self.action_chosen.emit(action))
        return button


def _page_size() -> QSize:
    return QSize(0, _AROUND + px(_LINE))


def _room() -> QPixmap:
    """As large as an icon, with nothing to be seen.

    No QIcon: naming that class makes the enum of all theme icons, before the first paint.
    """
    picture = QPixmap(_ICON)
    picture.fill("transparent")
    return picture
