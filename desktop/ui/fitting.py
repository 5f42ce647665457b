"""A dialog on a screen that is too small for it: it scrolls, its buttons stay in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.sizes import room_of

_BAR = 16


def fit_screen(dialog: QDialog) -> None:
    """Let a dialog scroll if the screen has too little room for it."""
    room = room_of(dialog)
    dialog.ensurePolished()
    column = dialog.layout()
    if not isinstance(column, QBoxLayout):
        return
    needed = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
    if needed.height() <= room.height() and needed.width() <= room.width():
        return
    margins = column.contentsMargins()
    foot = column.takeAt(column.count() - 1)
    content = QWidget()
    content.setLayout(column)  # which takes along what is in it
    column.setContentsMargins(margins.left(), margins.top(), margins.right(), 0)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setAccessibleName(dialog.windowTitle())
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus if _stops(content) else Qt.FocusPolicy.StrongFocus)
    area.setWidget(content)
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    outer.addWidget(area, 1)
    below = QVBoxLayout()
    below.setContentsMargins(margins.left(), 12, margins.right(), margins.bottom())
    outer.addLayout(below)
    if foot is not None and (layout := foot.layout()) is not None:
        below.addLayout(layout)
    elif foot is not None and (widget := foot.widget()) is not None:
        below.addWidget(widget)
    dialog.setMinimumSize(0, 0)
    wanted = content.sizeHint().expandedTo(dialog.size())
    wanted.setWidth(wanted.width() + _BAR)
    wanted.setHeight(wanted.height() + below.sizeHint().height())
    dialog.resize(wanted.boundedTo(room))


def grow(dialog: QDialog) -> None:
    """Let a dialog be as high as its words need, when there are more of them than before."""
    column = dialog.layout()
    if column is not None:
        column.invalidate()
        needed = column.totalHeightForWidth(dialog.width())
        dialog.resize(dialog.width(), max(dialog.height(), needed))


def _stops(content: QWidget) -> bool:
    """Whether the keyboard finds something in it, which then scrolls into view."""
    held = content.findChildren(QWidget)
    return any(bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) for one in held)
