"""The bar at the foot of the dock that counts the rest down."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.rest import Rest
from desktop.domain.set_fields import clock_text
from desktop.ui.context import Context
from desktop.ui.notices import Notices
from desktop.ui.session.countdown import RestCountdown
from desktop.ui.session.next_set import NextSet
from desktop.ui.widgets.styling import restyle

_STEP_SECONDS = 15
_REPAINT_MS = 200
_PARTS = 1000
_ENDS = ("Skip", "Close")  # while it counts, and when it is over
_FORGOTTEN = timedelta(minutes=30)  # a rest that ended so long ago is none any more


class RestBar(QFrame):
    """Shows a RestCountdown, and keeps it so that it outlives the program.

    over: the rest has just ended. title_changed: '1:30' while it counts, then
    'Rest is over', empty without a rest.
    """

    over = Signal()
    title_changed = Signal(str)

    def __init__(
        self,
        context: Context,
        countdown: RestCountdown | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.countdown = countdown or RestCountdown()
        self.notices = Notices(context.tasks, self)
        self._is_kept = False
        self._title = ""
        self._next = ("", "")  # the set, and the exercise when it is another one
        self.setAccessibleName("Rest")
        self.time = QLabel()
        self.time.setProperty("role", "big")
        self.time.setAccessibleName("Rest left")
        self.bar = QProgressBar()
        self.bar.setRange(0, _PARTS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Part of the rest that is left")
        self.words = QLabel()
        self.words.setProperty("role", "caption")
        self.following = NextSet()
        self.shorter = self._button(f"\u2212{_STEP_SECONDS}", "15 seconds less rest")
        self.shorter.clicked.connect(lambda: self._add(-_STEP_SECONDS))
        self.longer = self._button(f"+{_STEP_SECONDS}", "15 seconds more rest")
        self.longer.clicked.connect(lambda: self._add(_STEP_SECONDS))
        self.skip = _EndButton()
        self.skip.say(_ENDS[0])
        self.skip.clicked.connect(self.stop)
        self._clock = QTimer(self)
        self._clock.setInterval(_REPAINT_MS)
        self._clock.timeout.connect(self.refresh)
        self._lay_out()
        self.hide()

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text)
        _name(button, name)
        return button

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(3)
        middle.addStretch(1)
        middle.addWidget(self.bar)
        middle.addWidget(self.words)
        middle.addWidget(self.following)
        middle.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 10, 16, 10)
        line.setSpacing(8)
        line.addWidget(self.time)
        line.addLayout(middle, 1)
        for button in (self.shorter, self.longer, self.skip):
            button.setMinimumWidth(0)
            button.setStyleSheet("padding: 0 9px;")
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def start(self, seconds: int, following: str, exercise: str = "") -> None:
        """Count so many seconds down; `following` says what comes then, of that exercise."""
        self.countdown.start(seconds)
        self._show(following, exercise)
        self._keep()

    def say_next(self, following: str, exercise: str = "") -> None:
        """Something else comes after the rest that runs."""
        if self.countdown.is_on and (following, exercise) != self._next:
            self._say_next(following, exercise)
            self._keep()

    def stop(self) -> None:
        """No rest: the bar goes away."""
        self.countdown.skip()
        self._clock.stop()
        self.hide()
        self._say_title("")
        self._keep()

    def resume_kept(self) -> None:
        """Go on with the rest that ran when the program ended, if there is one."""
        services, user_id = self.context.services, self.context.user.id
        self.context.tasks.read(lambda: services.session.rest(user_id), self._resume)

    def refresh(self) -> None:
        """Read the clock and show what is left."""
        if not self.countdown.is_on:
            return
        is_over = self.countdown.is_over
        if is_over:
            self._clock.stop()  # nothing more moves
        left = clock_text(self.countdown.remaining)
        self.time.setText(left)
        self.bar.setValue(round(self.countdown.part * _PARTS))
        self.words.setText(
            "Rest is over" if is_over else f"Rest of {clock_text(self.countdown.total)}"
        )
        self.shorter.setEnabled(not is_over)
        self.skip.say(_ENDS[is_over])
        restyle(self, "role", "over" if is_over else "")
        self._say_title("Rest is over" if is_over else left)
        if self.countdown.rings():
            self._ring()

    def set_scale(self, scale: float) -> None:
        """Write the clock so much larger than usual; the layout around sees to the rest."""
        points = self.font().pointSizeF()
        self.time.setStyleSheet(f"font-size: {points * 2 * scale:.1f}pt;" if scale != 1 else "")

    @property
    def _next_words(self) -> str:
        following, exercise = self._next
        return f"{exercise} {following}".strip()

    def _say_next(self, following: str, exercise: str) -> None:
        self._next = following, exercise
        words = self._next_words
        self.following.show_next(following, exercise)
        self.following.setVisible(bool(words))

    def _show(self, following: str, exercise: str = "") -> None:
        self._say_next(following, exercise)
        self._clock.start()
        self.refresh()  # while it is hidden: a bar that is seen paints a new value at once
        self.show()

    def _ring(self) -> None:
        preferences = self.context.preferences
        if preferences.rest_sound:
            QApplication.beep()
        if preferences.rest_notice and not self.isActiveWindow():
            self.notices.show("Rest is over", self.following.text())
        self.over.emit()

    def _add(self, seconds: int) -> None:
        self.countdown.add(seconds)
        self._clock.start()
        self.refresh()
        self._keep()

    def _say_title(self, title: str) -> None:
        if title != self._title:
            self._title = title
            self.title_changed.emit(title)

    # outliving the program
    def _keep(self) -> None:
        """Remember the deadline on the wall's clock: the monotonic one ends with the computer."""
        is_on = self.countdown.is_on
        if not is_on and not self._is_kept:
            return
        self._is_kept = is_on
        services, user_id = self.context.services, self.context.user.id
        rest = None
        if is_on:
            ends_at = services.clock() + timedelta(seconds=self.countdown.left)
            rest = Rest(ends_at, self.countdown.total, self._next_words)
        self.context.tasks.write(lambda: services.session.keep_rest(user_id, rest), _nothing)

    def _resume(self, rest: Rest | None) -> None:
        if rest is None or self.countdown.is_on:
            return
        self._is_kept = True
        left = rest.ends_at - self.context.services.clock()
        if left < -_FORGOTTEN:
            self._keep()
            return
        self.countdown.resume(left.total_seconds(), rest.seconds)
        self._show(rest.following)


class _EndButton(QPushButton):
    """As wide for each of its words: the buttons beside it stay under the pointer."""

    def say(self, word: str) -> None:
        """Carry one of its words."""
        if word != self.text():
            self.setText(word)
            _name(self, f"{word} the rest")

    def sizeHint(self) -> QSize:
        metrics, mnemonics = self.fontMetrics(), Qt.TextFlag.TextShowMnemonic
        shown = metrics.size(mnemonics, self.text()).width()
        more = max(metrics.size(mnemonics, one).width() for one in _ENDS) - shown
        return super().sizeHint() + QSize(more, 0)


def _name(button: QPushButton, name: str) -> None:
    button.setAccessibleName(name)
    button.setToolTip(name)


def _nothing(_: None) -> None:
    """A rest that could not be kept still counts."""
