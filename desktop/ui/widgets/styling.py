"""Looks and sizes that change while a widget is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

NO_LIMIT = 16_777_215  # QWIDGETSIZE_MAX, which PySide does not tell


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet tells looks by, and dress the widget anew."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
