"""The palette over the window: a line to type in, and what is found below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.ui.palette.delegate import PaletteDelegate
from desktop.ui.palette.line import PaletteLine
from desktop.ui.palette.rows import ROW, Finds, Row, RowModel, having, hints
from desktop.ui.palette.shade import Shade
from desktop.ui.sizes import px
from desktop.ui.widgets.card import muted_label

_Index = QModelIndex | QPersistentModelIndex
_WIDTH, _EDGE = 640, 24
_SIDE, _BELOW, _SPACE = 8, 4, 6
_HIGH = 0.11  # of the window's height stays free above
_MOST_SHARE = 0.62
_ASK = "Type what you want to do or see"


class Palette(Shade):
    """Covers the window while it is open; a click beside the panel closes it.

    The focus stays in the line while the choice moves in the list, and goes
    back to where it was.
    """

    def __init__(self, finds: Finds, window: QWidget) -> None:
        super().__init__(window)
        self._finds = finds
        self._before: QWidget | None = None
        self._above: tuple[str, Row] | None = None
        self._more: Sequence[Row] = ()
        self.setObjectName("palette")
        self.setAccessibleName("Command palette")
        self.line = PaletteLine()
        self.about = muted_label(wraps=True)
        # not by margins: what is hidden loses them with a new style sheet
        self.about.setStyleSheet("padding: 4px 12px 0 12px;")
        self.about.setIndent(0)
        self.model = RowModel(self)
        self.list = QListView()
        self.hints = QLabel()
        self._lay_out()
        self._connect()
        self.hide()

    @property
    def current(self) -> Row | None:
        """The row that Enter chooses."""
        row = self.list.currentIndex().data(ROW)
        return row if isinstance(row, Row) and row.run is not None else None

    def open(self, text: str = "") -> None:
        """Show it, with what is used most."""
        window = self.window()
        if self.isHidden():
            self._before = window.focusWidget()
            self.take_picture()
        window.activateWindow()  # a floating part of it may have the focus
        self._leave_more()
        self.line.setText(text)
        self.refresh()
        self._fit()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_down(self) -> None:
        """Go away, and give the focus back."""
        if self.isHidden():
            return
        before, self._before = self._before, None
        if self.line.hasFocus() and before is not None and isValid(before):
            # first, for to be hidden hands the focus on to whatever comes next
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self.forget_picture()

    def refresh(self) -> None:
        """Find anew: something else may be there to be found; the choice stays if it can."""
        chosen = self.current if self.isVisible() else None
        self._find()
        if chosen is None:
            return
        for place, row in enumerate(self.model.rows):
            if (row.title, row.tag, row.detail) == (chosen.title, chosen.tag, chosen.detail):
                self._choose(place)
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close_down()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.isVisible():
            self._fit()

    # building
    def _lay_out(self) -> None:
        self.list.setObjectName("paletteList")
        self.list.setAccessibleName("Found")
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.hints.setProperty("role", "caption")
        self.hints.setWordWrap(True)
        self.hints.setContentsMargins(12, 6, 12, 6)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(_SIDE, _SIDE, _SIDE, _BELOW)
        column.setSpacing(_SPACE)
        column.addWidget(self.line)
        column.addWidget(self.about)
        column.addWidget(self.list, 1)
        column.addWidget(self.hints)

    def _connect(self) -> None:
        self.line.textChanged.connect(lambda _: self._find())
        self.line.stepped.connect(self._step)
        self.line.taken.connect(self._take)
        self.line.more_wanted.connect(self._show_more)
        self.line.back_wanted.connect(self._go_back)
        self.line.escaped.connect(self._escape)
        self.line.left.connect(self.close_down)
        self.list.entered.connect(self._point)
        self.list.clicked.connect(self._click)
        self.list.customContextMenuRequested.connect(self._ask_more)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self.window().installEventFilter(self)

    # finding
    def _find(self) -> None:
        text = self.line.text()
        if self._above is not None:
            rows: Sequence[Row] = having(self._more, text)
            note = "" if rows else "Nothing like that can be done here."
        else:
            rows, note = self._finds.find(text)
        self.about.setText(note)
        self.about.setVisible(bool(note))
        self.model.show_rows(rows)
        self.list.scrollToTop()
        first = next((place for place, row in enumerate(rows) if row.run is not None), -1)
        self._choose(first, scrolls=False)
        self._tell()
        self._fit()

    def _choose(self, place: int, *, scrolls: bool = True) -> None:
        index = self.model.index(place)
        self.list.setCurrentIndex(index)
        if scrolls:
            # with the heading above it
            above = place - 1
            if above == 0 and self.model.rows[above].run is None:
                self.list.scrollToTop()
            else:
                self.list.scrollTo(index)

    def _step(self, by: int) -> None:
        places = [place for place, row in enumerate(self.model.rows) if row.run is not None]
        if not places:
            return
        now = self.list.currentIndex().row()
        at = places.index(now) if now in places else -1
        # one by one it goes round and round
        at = (at + by) % len(places) if abs(by) == 1 else max(0, min(len(places) - 1, at + by))
        self._choose(places[at])

    def _tell(self) -> None:
        """Say what is current and what can be done with it, to eyes and ears."""
        row = self.current
        if row is None:
            self.hints.setText("Escape closes")
            self.line.setAccessibleDescription(self.about.text())
            return
        self.hints.setText(hints(row, "back" if self._above is not None else "close"))
        self.line.setAccessibleDescription(row.told)
        if self.isVisible() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, row.told))

    # choosing
    def _take(self, other: bool) -> None:
        row = self.current
        if row is None:
            return
        if other and row.more is not None:
            row = row.more()[0]
        self._run(row)

    def _run(self, row: Row) -> None:
        if row.run is not None:
            self.close_down()
            row.run()

    def _show_more(self) -> None:
        row = self.current
        if row is None or row.more is None:
            return
        self._above, self._more = (self.line.text(), row), row.more()
        self.line.setPlaceholderText(f"{row.title}: what to do")
        self.line.setAccessibleName(f"Command palette: {row.title}")
        self._set_text("")

    def _go_back(self) -> None:
        if self._above is not None:
            text, row = self._above
            self._leave_more()
            self._set_text(text)
            places = [one.title for one in self.model.rows]
            if row.title in places:
                self._choose(places.index(row.title))

    def _leave_more(self) -> None:
        self._above = None
        self.line.setPlaceholderText(_ASK)
        self.line.setAccessibleName("Command palette")

    def _set_text(self, text: str) -> None:
        self.line.blockSignals(True)
        self.line.setText(text)
        self.line.blockSignals(False)
        self._find()

    def _escape(self) -> None:
        if self._above is not None:
            self._go_back()
        else:
            self.close_down()

    # the mouse
    def _point(self, index: _Index) -> None:
        if self.model.rows[index.row()].run is not None:
            self.list.setCurrentIndex(index)

    def _click(self, index: _Index) -> None:
        row = self.model.rows[index.row()]
        delegate = self.list.itemDelegate()
        assert isinstance(delegate, PaletteDelegate)
        at = self.list.viewport().mapFromGlobal(self.cursor().pos())
        is_chevron = delegate.chevron(self.list.visualRect(index)).contains(at)
        if row.more is not None and is_chevron:
            self._show_more()
        else:
            self._run(row)

    def _ask_more(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        if index.isValid():
            self._point(index)
            self._show_more()

    # where it stands
    def _fit(self) -> None:
        room = self.window().size()
        self.resize(room)
        width = min(px(_WIDTH), room.width() - 2 * _EDGE)
        top = max(_EDGE, int(room.height() * _HIGH))
        delegate = self.list.itemDelegate()
        assert isinstance(delegate, PaletteDelegate)
        sizes = [delegate.height(row) for row in self.model.rows]
        self.list.setVisible(bool(sizes))
        rest = self._frame_height(width)
        most = max(120, min(int(room.height() * _MOST_SHARE), room.height() - top - _EDGE - rest))
        self.list.setFixedHeight(_whole_rows(sizes, most) + 2)
        now = QRect(
            (room.width() - width) // 2, top, width, rest + self.list.height() * bool(sizes)
        )
        self.place_panel(now)

    def _frame_height(self, width: int) -> int:
        """All but the list."""
        inner = width - 2 * _SIDE
        parts = [self.line.sizeHint().height(), self.hints.heightForWidth(inner)]
        if not self.about.isHidden():
            parts.append(self.about.heightForWidth(inner))
        return sum(parts) + _SIDE + _BELOW + _SPACE * len(parts)


def _whole_rows(sizes: Sequence[int], most: int) -> int:
    """As high as all rows, or as many whole ones as there is room for."""
    heights = [sum(sizes[:count]) for count in range(len(sizes) + 1)]
    return max(height for height in heights if height <= most)
