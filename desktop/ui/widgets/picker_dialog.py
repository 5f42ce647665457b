"""Asking for one exercise in a dialog of its own."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.ui.context import Context
from desktop.ui.sizes import room_for
from desktop.ui.widgets.exercise_picker import ExercisePicker


def ask_for_exercise(
    context: Context, parent: QWidget, title: str, picked: Callable[[UUID], object]
) -> None:
    """Open the picker over `parent`; `picked` is called when one was chosen."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    room_for(dialog, 460, 520)
    picker = ExercisePicker(context, dialog)
    # Enter picks what is marked
    picker.close_button.setAutoDefault(False)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(picker)
    picker.cancelled.connect(dialog.reject)
    picker.picked.connect(dialog.accept)
    picker.picked.connect(picked)
    dialog.open()
    picker.open()
