"""A search field with filters beside it, on one line or on two where there is little room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from desktop.ui.sizes import NO_LIMIT, px, scaled
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.search_field import dress_search
from desktop.ui.widgets.tab_order import put_in_order

_SEARCH, _SEARCH_MOST = 170, 420
_SEARCH_LEAST = 120
_GAP = 8


class FilterLine(QWidget):
    """search, then `chips` (which go below when narrow), then `last` at the right end."""

    def __init__(self, placeholder: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText(placeholder)
        self.search.setAccessibleName(name)
        dress_search(self.search)
        scaled(self.search.setMinimumWidth, _SEARCH_LEAST)
        self.chips = QWidget()
        self.chip_line = _ChipLine(self.chips, gap=6, line_gap=6)
        self._last: QWidget | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(_GAP)
        self._grid.setColumnStretch(0, 1)
        # a column that is quite empty would take the gap before the last widget with it
        self._grid.setColumnMinimumWidth(1, 1)
        self._in_one: bool | None = None

    def set_last(self, widget: QWidget) -> None:
        """What stands at the right end of the first line."""
        self._last = widget
        self._in_one = None
        self._place(False)

    def minimumSizeHint(self) -> QSize:
        # narrower than one line needs: the chips then go below
        last = self._last.minimumSizeHint().width() if self._last else 0
        first = px(_SEARCH_LEAST) + _GAP + last
        width = max(self.chip_line.minimumSize().width(), first)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        last = self._last.sizeHint().width() if self._last else 0
        beside = self.chips.sizeHint().width() + last
        room = self.width() - beside - 2 * _GAP
        self._place(room >= px(_SEARCH))
        wide = self.chips.sizeHint().width() if self._in_one else self.width()
        self.chips.setFixedHeight(self.chip_line.heightForWidth(wide))
        # a search as wide as a wide window would push the chips away
        is_wide = room > px(_SEARCH_MOST)
        scaled(self.search.setMinimumWidth, _SEARCH_MOST if is_wide else _SEARCH_LEAST)
        scaled(self.search.setMaximumWidth, _SEARCH_MOST if is_wide else NO_LIMIT)
        self._grid.setColumnStretch(0, 0 if is_wide else 1)
        self._grid.setColumnStretch(1, 1 if is_wide else 0)

    def _place(self, in_one: bool) -> None:
        if in_one is self._in_one:
            return
        self._in_one = in_one
        row, column, span = (0, 1, 1) if in_one else (1, 0, 3)
        alone = not in_one and self._last is None
        self._grid.addWidget(self.search, 0, 0, 1, 3 if alone else 1)
        if self._last is not None:
            self._grid.addWidget(self._last, 0, 2)
        # in a line of their own they go on in the next one where there is no room
        side = Qt.AlignmentFlag.AlignLeft if in_one else Qt.AlignmentFlag(0)
        self._grid.addWidget(self.chips, row, column, 1, span, side)
        last = [self._last] if self._last is not None else []
        rest = [self.chips, *last] if in_one else [*last, self.chips]
        put_in_order([self.search, *rest])


class _ChipLine(FlowLayout):
    """As high as it is told to be: a page that grew with it would scroll as a whole."""

    def hasHeightForWidth(self) -> bool:
        return False
