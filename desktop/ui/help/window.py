"""The help beside the window: its pages, a search over all of them, back and forward."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.help.browser import HelpBrowser
from desktop.ui.help.hits import HitList
from desktop.ui.help.pages import HelpPage, pages, topic_page
from desktop.ui.help.search import Passage, find, passages
from desktop.ui.icons import icon
from desktop.ui.shortcuts import sequences, shown
from desktop.ui.sizes import px, room_for
from desktop.ui.widgets.search_field import dress_search
from desktop.ui.widgets.settling import settling

_SIZE = (980, 720)
_SIDE = 272
_SETTLE_MS = 120
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class _Place(NamedTuple):
    page: str
    scrolled: int


class HelpWindow(QWidget):
    """Stays open beside the main window, which can be used meanwhile."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("Repbook help")
        self._passages: list[Passage] = []
        self._page = pages()[0]
        self._back: list[_Place] = []
        self._forward: list[_Place] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search the help")
        self.search.setAccessibleName("Search the help")
        dress_search(self.search)
        self.contents = QListWidget()
        self.contents.setAccessibleName("Pages of the help")
        for page in pages():
            self.contents.addItem(QListWidgetItem(page.title))
        self.hits = HitList()
        self.none = QLabel()
        self.none.setProperty("role", "muted")
        self.none.setWordWrap(True)
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.none.setContentsMargins(8, 8, 8, 8)
        self.text = HelpBrowser()
        self.back = self._button("back", "Back", "back")
        self.forward = self._button("right", "Forward", "forward")
        self.heading = QLabel()
        self.heading.setProperty("role", "muted")
        self._lay_out()
        self._connect()
        room_for(self, *_SIZE)
        self._stand_beside(parent)
        self._show(pages()[0])

    @property
    def page(self) -> HelpPage:
        """The page that is shown."""
        return self._page

    def open_topic(self, topic: str) -> None:
        """Come to the front, at the page of a topic; an unknown or empty one: where it was."""
        if topic or not self.isVisible():
            self.search.clear()
            self.go(topic_page(topic))
        self.show()
        self.raise_()
        self.activateWindow()
        self.search.setFocus()

    def go(self, name: str, heading: str = "") -> None:
        """Show a page by its name; the way back leads to where one was."""
        page = next(one for one in pages() if one.name == name)
        if page is not self._page:
            self._back.append(self._here())
            self._forward.clear()
            self._show(page)
        if heading:
            self.text.go_to_heading(heading)

    def go_back(self) -> None:
        """Show the page before."""
        self._walk(self._back, self._forward)

    def go_forward(self) -> None:
        """Show the page that the way back led away from."""
        self._walk(self._forward, self._back)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows in the search move in the list below."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and event.key() in _LIST_KEYS:
            shown_list = self._lists.currentWidget()
            if isinstance(shown_list, QListWidget):
                shown_list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.search.text():
            self.search.clear()
            self.search.setFocus()
        else:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _lay_out(self) -> None:
        self._lists = QStackedWidget()
        for widget in (self.contents, self.hits, self.none):
            self._lists.addWidget(widget)
        side = QWidget()
        left = QVBoxLayout(side)
        left.setContentsMargins(16, 16, 8, 16)
        left.setSpacing(8)
        left.addWidget(self.search)
        left.addWidget(self._lists, 1)
        bar = QHBoxLayout()
        bar.setSpacing(4)
        bar.addWidget(self.back)
        bar.addWidget(self.forward)
        bar.addSpacing(8)
        bar.addWidget(self.heading, 1)
        main = QWidget()
        right = QVBoxLayout(main)
        right.setContentsMargins(8, 16, 16, 16)
        right.setSpacing(8)
        right.addLayout(bar)
        right.addWidget(self.text, 1)
        split = QSplitter()
        split.addWidget(side)
        split.addWidget(main)
        split.setStretchFactor(1, 1)
        split.setSizes([px(_SIDE), px(_SIZE[0] - _SIDE)])
        split.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)

    def _connect(self) -> None:
        self.search.installEventFilter(self)
        self._settling = settling(self, _SETTLE_MS, self._find)
        self.search.textChanged.connect(self._on_typed)
        self.search.returnPressed.connect(self._enter)
        self.contents.currentRowChanged.connect(self._on_contents)
        self.hits.passage_chosen.connect(self._show_passage)
        self.text.link_chosen.connect(self._follow)
        for name, do in (
            ("find", self._focus_search),
            ("back", self.go_back),
            ("forward", self.go_forward),
            ("next_hit", self.text.next_hit),
        ):
            for keys in sequences("help", name):
                QShortcut(keys, self, do)

    def _button(self, sign: str, words: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(sign, button))
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({shown('help', name)})")
        button.clicked.connect(self.go_back if name == "back" else self.go_forward)
        return button

    def _stand_beside(self, window: QWidget | None) -> None:
        """At the right of the window where the screen has room, else over its right part."""
        if window is None:
            return
        beside, room = window.frameGeometry(), self.screen().availableGeometry()
        x = min(beside.right() + 8, room.right() + 1 - self.width())
        self.move(max(room.left(), x), max(room.top(), beside.top()))

    def _on_typed(self, typed: str) -> None:
        if typed.strip():
            self._settling.start()
        else:
            self._find()

    def _find(self) -> None:
        self._settling.stop()
        typed = self.search.text().strip()
        self.text.mark(typed)
        if not typed:
            self._lists.setCurrentWidget(self.contents)
            return
        self._passages = self._passages or passages(pages())
        found = find(typed, self._passages)
        self.hits.show_hits(found, typed)
        self.none.setText(
            f"Nothing in the help has \N{LEFT DOUBLE QUOTATION MARK}{typed}"
            "\N{RIGHT DOUBLE QUOTATION MARK}. Try fewer or other words."
        )
        self._lists.setCurrentWidget(self.hits if found else self.none)

    def _enter(self) -> None:
        if self._settling.isActive():
            self._find()
        if self._lists.currentWidget() is self.hits:
            self.hits.choose()
        else:
            self.text.setFocus()

    def _focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _show_passage(self, passage: Passage) -> None:
        self.go(passage.page.name)
        self.text.go_to(passage.position)

    def _on_contents(self, row: int) -> None:
        if row >= 0:
            self.go(pages()[row].name)

    def _follow(self, address: str) -> None:
        name, _, heading = address.partition("#")
        self.go(name.removesuffix(".md") or self._page.name, heading)

    def _here(self) -> _Place:
        return _Place(self._page.name, self.text.verticalScrollBar().value())

    def _walk(self, there: list[_Place], back: list[_Place]) -> None:
        if there:
            back.append(self._here())
            place = there.pop()
            self._show(next(one for one in pages() if one.name == place.page))
            self.text.verticalScrollBar().setValue(place.scrolled)

    def _show(self, page: HelpPage) -> None:
        self._page = page
        self.text.show_text(page.text, self.search.text().strip())
        self.text.setAccessibleName(page.title)
        self.heading.setText(page.title)
        self.contents.blockSignals(True)
        self.contents.setCurrentRow(pages().index(page))
        self.contents.blockSignals(False)
        self.back.setEnabled(bool(self._back))
        self.forward.setEnabled(bool(self._forward))
