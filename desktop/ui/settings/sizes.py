"""Widths that follow the size of the text."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

_USUAL_HEIGHT = 17  # of a line, in the text that the widths are given for


def wide(widget: QWidget, width: int) -> int:
    """So many pixels in text of the usual size; more in larger text."""
    return round(width * max(1.0, widget.fontMetrics().height() / _USUAL_HEIGHT))
