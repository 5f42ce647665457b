"""The icons: SVG files of one style, drawn in the colour of the widget that shows them."""

from __future__ import annotations

import weakref
from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from desktop.paths import resources_dir

# the roles of push buttons whose words keep their colour with the focus too
_OWN_COLOR = ("flat", "chip", "danger")


def icon(name: str, widget: QWidget, color: QColor | None = None) -> QIcon:
    """The icon resources/icons/NAME.svg for a widget; FileNotFoundError when there is none.

    It follows the widget's palette, also when the theme changes, unless a
    `color` is given.
    """
    _svg(name)
    return QIcon(_Engine(name, widget, color))


def pixmap(name: str, size: int, ratio: float, color: QColor) -> QPixmap:
    """The icon as a picture of size x size points on a screen of that pixel ratio."""
    return _drawn(name, QSize(size, size) * ratio, ratio, color)


def app_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    return QIcon(str(resources_dir() / "icons" / "repbook.svg"))


class _Engine(QIconEngine):
    """Draws when asked, so that an icon is crisp at any size and right in any theme."""

    def __init__(self, name: str, widget: QWidget, color: QColor | None) -> None:
        super().__init__()
        self._name = name
        # an icon must not keep alive the widget that owns it
        self._widget = weakref.ref(widget)
        self._color = color

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, _drawn(self._name, rect.size() * ratio, 1.0, self._ink(mode)))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return _drawn(self._name, size, 1.0, self._ink(mode))

    def clone(self) -> QIconEngine:
        widget = self._widget()
        assert widget is not None
        return _Engine(self._name, widget, self._color)

    def _ink(self, mode: QIcon.Mode) -> QColor:
        widget = self._widget()
        if self._color is not None and mode != QIcon.Mode.Disabled:
            return self._color
        if widget is None:
            return QColor("gray")
        if mode == QIcon.Mode.Disabled:
            group, role = QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText
        elif _is_filled(widget):
            group, role = QPalette.ColorGroup.Normal, QPalette.ColorRole.HighlightedText
        elif mode == QIcon.Mode.Selected:
            group, role = QPalette.ColorGroup.Normal, QPalette.ColorRole.Link
        else:
            group, role = QPalette.ColorGroup.Normal, QPalette.ColorRole.ButtonText
        return widget.palette().color(group, role)


def _is_filled(widget: QWidget) -> bool:
    """Whether it is the button of a dialog that Enter presses, which the stylesheet fills."""
    is_default = isinstance(widget, QPushButton) and widget.isDefault()
    return (
        is_default
        and isinstance(widget.window(), QDialog)
        and widget.property("role") not in _OWN_COLOR
    )


def _drawn(name: str, pixels: QSize, ratio: float, color: QColor) -> QPixmap:
    key = f"repbook {name} {pixels.width()}x{pixels.height()} {ratio} {color.rgba()}"
    picture = QPixmap()
    if pixels.isEmpty():
        return picture  # a widget without room: nothing can be painted on nothing
    if QPixmapCache.find(key, picture):
        return picture
    picture = QPixmap(pixels)
    picture.fill(QColor(0, 0, 0, 0))
    text = _svg(name).replace("currentColor", color.name())
    renderer = QSvgRenderer(QByteArray(text.encode()))
    side = min(pixels.width(), pixels.height())
    left, top = (pixels.width() - side) / 2, (pixels.height() - side) / 2
    painter = QPainter(picture)
    painter.setOpacity(color.alphaF())  # what is disabled is paler
    renderer.render(painter, QRectF(left, top, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, picture)
    return picture


@cache
def _svg(name: str) -> str:
    return (resources_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
