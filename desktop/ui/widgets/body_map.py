"""A drawn body, front and back, that shows which muscles are worked and how much."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.domain.muscles import Muscle
from desktop.ui.sizes import px, scale, scaled
from desktop.ui.theme import Colors, colors
from desktop.ui.widgets.body_drawing import Drawing, drawings

PRIMARY, SECONDARY = 1.0, 0.4
# What of the drawings is shown: the figures stand in the middle of 200 x 424 units.
_FIGURE = QRectF(18, 4, 164, 416)
_GAP = 14.0
_CAPTION_FROM = 150


class BodyMap(QWidget):
    """Front and back of a body; each muscle is coloured by a level from 0 to 1.

    What the colours say is also in its tool tips and its accessible
    description, so that nobody needs to tell the tints apart. pointed: the
    muscle that is pointed at now, None for none.
    """

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._levels: dict[Muscle, float] = {}
        self._words: dict[Muscle, str] = {}
        self._hovered: Muscle | None = None
        self.setMouseTracking(True)
        self.setAccessibleName("Body map")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.set_levels({})

    def set_worked(self, primary: Iterable[Muscle], secondary: Iterable[Muscle]) -> None:
        """Show an exercise's muscles: the primary ones strong, the secondary ones soft."""
        levels = dict.fromkeys(secondary, SECONDARY) | dict.fromkeys(primary, PRIMARY)
        words = {m: "primary" if v == PRIMARY else "secondary" for m, v in levels.items()}
        self.set_levels(levels, words)

    def set_levels(
        self, levels: Mapping[Muscle, float], words: Mapping[Muscle, str] | None = None
    ) -> None:
        """Colour the muscles by level (0 to 1); `words` say what a level means, like '12 sets'."""
        self._levels = {m: min(1.0, v) for m, v in levels.items() if v > 0}
        self._words = dict(words or {})
        self.setAccessibleDescription(self._description())
        self.update()

    def text_of(self, muscle: Muscle) -> str:
        """What the tool tip says of a muscle: 'Chest: primary'."""
        words = self._words.get(muscle)
        return f"{muscle.label}: {words}" if words else muscle.label

    @property
    def pointed_at(self) -> Muscle | None:
        """The muscle that is marked."""
        return self._hovered

    def point_at(self, muscle: Muscle | None) -> None:
        """Mark a muscle, or none."""
        if muscle is not self._hovered:
            self._hovered = muscle
            self.update()
            self.pointed.emit(muscle)

    def muscle_at(self, place: QPointF) -> Muscle | None:
        """The muscle drawn at that place of the widget, if there is one."""
        for drawing, transform in zip(drawings(), self._transforms(), strict=True):
            back, _ = transform.inverted()
            point = back.map(place)
            for muscle, path in drawing.muscles:
                if path.contains(point):
                    return muscle
        return None

    def sizeHint(self) -> QSize:
        return QSize(210, 260) * scale()

    def minimumSizeHint(self) -> QSize:
        return QSize(110, 130) * scale()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for drawing, transform in zip(drawings(), self._transforms(), strict=True):
            self._paint_figure(painter, drawing, transform)
        if self._has_captions():
            self._paint_captions(painter)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            muscle = self.muscle_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.text_of(muscle) if muscle else "", self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.point_at(self.muscle_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self.point_at(None)

    def _paint_figure(self, painter: QPainter, drawing: Drawing, transform: QTransform) -> None:
        shown = colors(self)
        skin = mixed(shown.surface, shown.muted, 0.16)
        painter.setTransform(transform)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(skin)
        painter.drawPath(drawing.outline)
        for muscle, path in drawing.muscles:
            painter.setBrush(level_color(shown, self._levels.get(muscle, 0.0)))
            if muscle is self._hovered:
                painter.setPen(QPen(shown.text, 1.6))
            painter.drawPath(path)
            painter.setPen(Qt.PenStyle.NoPen)
        painter.resetTransform()

    def _paint_captions(self, painter: QPainter) -> None:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.82)
        painter.setFont(font)
        painter.setPen(colors(self).muted)
        height = painter.fontMetrics().height()
        for drawing, transform in zip(drawings(), self._transforms(), strict=True):
            middle = transform.mapRect(_FIGURE).center().x()
            place = QRectF(middle - px(40), self.height() - height, px(80), height)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, drawing.name)

    def _transforms(self) -> tuple[QTransform, ...]:
        """Where each figure stands: both the same size, in the middle, side by side."""
        caption = 18 if self._has_captions() else 0
        height = max(1.0, float(self.height() - caption))
        wide = 2 * _FIGURE.width() + _GAP
        scale = min(height / _FIGURE.height(), self.width() / wide)
        left = (self.width() - wide * scale) / 2
        top = (height - _FIGURE.height() * scale) / 2
        step = (_FIGURE.width() + _GAP) * scale
        return tuple(
            QTransform.fromTranslate(left + i * step, top)
            .scale(scale, scale)
            .translate(-_FIGURE.left(), -_FIGURE.top())
            for i in range(2)
        )

    def _has_captions(self) -> bool:
        return self.height() >= px(_CAPTION_FROM)

    def _description(self) -> str:
        ranked = sorted(self._levels, key=lambda m: -self._levels[m])
        return "; ".join(self.text_of(m) for m in ranked) or "No muscle is marked"


class Swatch(QWidget):
    """A small field in the colour of a level, for a legend."""

    def __init__(self, level: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = level
        scaled(self.setFixedSize, 11, 11)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(level_color(colors(self), self._level))
        painter.drawRoundedRect(self.rect(), 3, 3)


def level_color(shown: Colors, level: float) -> QColor:
    """The colour of a muscle that is worked so much, from 0 to 1."""
    flesh = mixed(shown.surface, shown.muted, 0.36)
    return mixed(flesh, shown.accent, 0.2 + 0.8 * level) if level > 0 else flesh


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """A colour between two: `share` (0 to 1) of the other."""
    return QColor.fromRgbF(
        *(
            a + (b - a) * share
            for a, b in zip(one.getRgbF()[:3], other.getRgbF()[:3], strict=True)  # type: ignore[index]
        )
    )
