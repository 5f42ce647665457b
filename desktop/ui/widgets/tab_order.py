"""The order in which the keys go through what has moved."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_in_order(parts: Sequence[QWidget]) -> None:
    """Let Tab go through these parts one after the other, through each as it was made."""
    stops = [stop for part in parts for stop in stops_in(part)]
    for one, following in pairwise(stops):
        QWidget.setTabOrder(one, following)


def stops_in(part: QWidget) -> list[QWidget]:
    """Where Tab stops at a widget and within it, also where that is hidden."""
    # not by nextInFocusChain: PySide ties the life of what that returns to what it was asked of
    inside = [part, *part.findChildren(QWidget)]
    return [one for one in inside if one.window() is part.window() and _is_stop(one)]


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
