"""How the work is shared between what belongs together, as pairs of bars."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.analysis.balance import LOWER, PULL, PUSH, UPPER
from desktop.domain.muscles import Muscle
from desktop.domain.training import Balance
from desktop.ui.sizes import px
from desktop.ui.theme import colors
from desktop.ui.widgets.card import Card, muted_label

_HIGH, _BAR = 58, 10
_EVEN = 1.1  # up to here two sides are called about even


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides with their names. counts: what counts as which."""

    left: str
    right: str
    counts: str


def _names(muscles: Iterable[Muscle]) -> str:
    shown = [one.value for one in Muscle if one in set(muscles)]
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


_ONCE = "A set counts once on a side: 1 for a primary muscle there, 0.5 for a secondary one."
PAIRS = (
    Pair("Push", "Pull", f"Push: {_names(PUSH)}. Pull: {_names(PULL)}. {_ONCE}"),
    Pair("Upper", "Lower", f"Upper body: {_names(UPPER)}. Lower body: {_names(LOWER)}. {_ONCE}"),
    Pair(
        "Quadriceps",
        "Hamstrings",
        "Sets that train the front of the thighs, and sets that train the back: "
        "1 for a primary muscle, 0.5 for a secondary one.",
    ),
)


class BalanceCard(Card):
    """Three pairs; a button says what counts as which."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Balance", parent=parent)
        self.note.setText("sets")
        self.found = Balance(0, 0, 0, 0, 0, 0)
        self.why = QPushButton("What counts?")
        self.why.setProperty("role", "flat")
        self.why.setCheckable(True)
        self.why.toggled.connect(self._explain)
        self.header.addWidget(self.why)
        self.bars: list[PairBars] = []
        self.texts: list[QLabel] = []
        for pair in PAIRS:
            bars, text = PairBars(pair), muted_label(pair.counts, wraps=True)
            text.hide()
            self.bars.append(bars)
            self.texts.append(text)
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(bars)
            column.addWidget(text)
            self.body.addLayout(column)
        self.body.addStretch(1)

    def show_balance(self, found: Balance) -> None:
        """Fill in the sets."""
        self.found = found
        sides = (
            (found.push, found.pull),
            (found.upper, found.lower),
            (found.quadriceps, found.hamstrings),
        )
        for bars, (left, right) in zip(self.bars, sides, strict=True):
            bars.show_sets(left, right)

    def _explain(self, is_wanted: bool) -> None:
        for text in self.texts:
            text.setVisible(is_wanted)


def ratio_text(pair: Pair, left: float, right: float) -> str:
    """'1.3 sets of push for each of pull'; the larger side comes first."""
    if not left and not right:
        return "no sets in these weeks"
    if not left or not right:
        return f"no {(pair.right if left else pair.left).lower()} in these weeks"
    more, less = (pair.left, pair.right) if left >= right else (pair.right, pair.left)
    ratio = max(left, right) / min(left, right)
    if ratio < _EVEN:
        return "about even"
    return f"{ratio:.1f} {more.lower()} to 1 {less.lower()}"


class PairBars(QWidget):
    """Two bars that grow from the middle, with their numbers and the ratio in words."""

    def __init__(self, pair: Pair) -> None:
        super().__init__()
        self._pair = pair
        self._sets = (0.0, 0.0)
        self.words = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(pair.counts)
        self.setAccessibleName(f"{pair.left} and {pair.right}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_sets(self, left: float, right: float) -> None:
        """Show so many sets."""
        self._sets = (left, right)
        self.words = ratio_text(self._pair, left, right)
        self.setAccessibleDescription(
            f"{self._pair.left} {left:,g} sets, {self._pair.right} {right:,g} sets: "
            f"{self.words}. {self._pair.counts}"
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(180), px(_HIGH))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = colors(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = painter.fontMetrics().height()
        self._paint_words(painter, line)
        half, top = self.width() / 2, line + 5.0
        most = max(*self._sets, 1.0)
        for sets, side, color in zip(self._sets, (-1, 1), shown.series, strict=False):
            track = QRectF(0 if side < 0 else half + 1, top, half - 1, px(_BAR))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown.line)
            painter.drawRoundedRect(track, 2, 2)
            wide = (half - 1) * sets / most
            painter.setBrush(color)
            left = half - 1 - wide if side < 0 else half + 1
            painter.drawRoundedRect(QRectF(left, top, wide, px(_BAR)), 2, 2)
        painter.setPen(QPen(shown.text, 1.4))
        painter.drawLine(QPointF(half, top - 2), QPointF(half, top + px(_BAR) + 2))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(shown.accent, 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def _paint_words(self, painter: QPainter, line: int) -> None:
        shown, (left, right) = colors(self), self._sets
        flags = Qt.AlignmentFlag
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        place = QRectF(2, 0, self.width() - 4, line)
        painter.drawText(place, flags.AlignLeft, f"{self._pair.left} {left:,g}")
        painter.drawText(place, flags.AlignRight, f"{right:,g} {self._pair.right}")
        painter.setPen(shown.muted)
        below = place.translated(0, line + px(_BAR) + 9)
        painter.drawText(below, flags.AlignHCenter, self.words)
