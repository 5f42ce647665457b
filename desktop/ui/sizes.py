"""Sizes in pixels that follow the size of the text.

What a size is given in is pixels in text of the usual size. There is one size
of text for the whole application, as there is one font.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

USUAL = 100  # percent
SMALL = 0.86  # how large captions are beside the other text
STEPS = (80, 90, 100, 110, 125, 150, 175, 200)
NO_LIMIT = 16_777_215  # QWIDGETSIZE_MAX, which PySide does not tell
_KEPT = "pixels"
_FRAME = QSize(16, 56)  # what the desktop draws around a dialog


class _Text:
    """How large the text is; Theme alone sets it."""

    scale = 1.0


def scale() -> float:
    """How much larger than usual the text is."""
    return _Text.scale


def px(size: float) -> int:
    """So many pixels in text of the usual size, as it is now."""
    return round(size * _Text.scale)


def next_step(percent: int, step: int) -> int:
    """The text size before (-1) or after (1) that one."""
    beyond = [one for one in STEPS if (one > percent if step > 0 else one < percent)]
    return (beyond[0] if step > 0 else beyond[-1]) if beyond else percent


def scaled(setter: Callable[..., object], *sizes: int | QSize) -> None:
    """Call a widget's setter with sizes, again whenever the text changes its size.

    setter: a bound method of a widget, like `button.setFixedWidth`.
    """
    widget: QWidget = setter.__self__  # type: ignore[attr-defined]
    name = setter.__name__
    kept = [one for one in widget.property(_KEPT) or [] if one[0] != name]
    widget.setProperty(_KEPT, [*kept, [name, *sizes]])
    setter(*map(_now, sizes))


def room_for(dialog: QWidget, width: int, height: int) -> None:
    """Make a dialog that large, but no larger than the screen lets it be."""
    dialog.resize(QSize(px(width), px(height)).boundedTo(room_of(dialog)))


def at_least(dialog: QWidget, width: int, height: int = 0) -> None:
    """Let a dialog be no smaller, unless the screen is."""
    dialog.setMinimumSize(QSize(px(width), px(height)).boundedTo(room_of(dialog)))


def follow(refit: Callable[[], object]) -> None:
    """Call a widget's own method whenever the text changes its size."""
    widget: QWidget = refit.__self__  # type: ignore[attr-defined]
    widget.setProperty(_KEPT, [*(widget.property(_KEPT) or []), [refit.__name__]])


def room_of(dialog: QWidget) -> QSize:
    """The largest dialog that the screen has room for."""
    return dialog.screen().availableSize() - _FRAME


def set_scale(new: float) -> None:
    """Let the text be so much larger than usual; `refit` follows, once the font has its size."""
    _Text.scale = new


def refit(app: QApplication) -> None:
    """Give all widgets the sizes that go with the text, and let them arrange themselves anew."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QResizeEvent

    waits = Qt.WidgetAttribute.WA_PendingResizeEvent
    for widget in app.allWidgets():
        for name, *sizes in widget.property(_KEPT) or []:
            getattr(widget, name)(*map(_now, sizes))
    for widget in app.allWidgets():
        # what stands where depends on the room that there is for the text
        if not widget.testAttribute(waits):
            app.sendEvent(widget, QResizeEvent(widget.size(), widget.size()))
        widget.updateGeometry()
        widget.update()


def _now(size: Any) -> Any:
    if isinstance(size, QSize):
        return size * _Text.scale
    return min(px(size), NO_LIMIT)
