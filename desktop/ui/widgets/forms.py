"""Lines of a form: the words stand level with the field that they name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QLayout, QWidget

from desktop.ui.sizes import scaled

_HEIGHT = 32


def make_form(parent: QWidget | None = None) -> QFormLayout:
    """An empty form whose fields take the room that there is."""
    form = QFormLayout() if parent is None else QFormLayout(parent)
    form.setContentsMargins(0, 0, 0, 0)
    form.setVerticalSpacing(10)
    form.setHorizontalSpacing(20)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


def add_row(form: QFormLayout, words: str, field: QWidget | QLayout, width: int = 0) -> None:
    """Add a field beside its words; an ampersand in them makes the key that goes there.

    width: of the words at least, so that several forms stand in one line.
    """
    label = QLabel(words)
    scaled(label.setMinimumSize, width, _HEIGHT)
    if isinstance(field, QWidget):
        if words:
            label.setBuddy(field.focusProxy() or field)  # a mere frame takes no keys
            field.setAccessibleName(words.replace("&", ""))
        form.addRow(label, field)
    else:
        form.addRow(label, field)
