"""Values that look like mistakes: each is corrected, left out or called right from here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.session import Verdict
from desktop.ui.context import Context
from desktop.ui.records.doubts import MOST, Decision, Doubt
from desktop.ui.records.filters import Asked
from desktop.ui.sizes import scaled
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.texts import count_text, day_text

_WIDTH = 920  # a line is not read across a whole wide window
_NOTHING = "Nothing to check."
_EXPLAINED = (
    "A value far above all others of its exercise is kept here until you decide about it. "
    "Until then it is no record."
)


class ToCheck(QScrollArea):
    """The outliers, and below them the sets that were left out and those called right.

    opened carries the SetPlace of what is to be corrected. emptied: the line
    with the focus has gone, and there is no other.
    """

    opened = Signal(object)
    clear_wanted = Signal()
    emptied = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._focus: tuple[int, int] | None = None
        self.lines: list[_Line] = []
        self.counted = ""
        self.explained = muted_label(_EXPLAINED, wraps=True)
        self.nothing = QLabel(_NOTHING)
        self.nothing.setProperty("role", "heading")
        self.left_out_heading, self.right_heading = QLabel(), QLabel()
        self.more = muted_label()
        self._doubts, self._left_out, self._right = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        content = QWidget()
        scaled(content.setMaximumWidth, _WIDTH)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(12)
        for made in (self.nothing, self.explained):
            column.addWidget(made)
        self.clear_button = QPushButton("Clear filters")
        self.clear_button.clicked.connect(self.clear_wanted)
        column.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._doubts)
        column.addWidget(self.more)
        for heading, lines in (
            (self.left_out_heading, self._left_out),
            (self.right_heading, self._right),
        ):
            heading.setProperty("role", "heading")
            column.addWidget(heading)
            column.addLayout(lines)
        column.addStretch(1)
        for lines in (self._doubts, self._left_out, self._right):
            lines.setSpacing(8)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Values to check")
        self.setWidget(content)

    def show_lines(
        self, every_doubt: Sequence[Doubt], every_decision: Sequence[Decision], asked: Asked
    ) -> None:
        """Show those asked for; the focus stays where it was, as far as that is still there."""
        doubts = [one for one in every_doubt if asked.accepts(one)]
        decided = [one for one in every_decision if asked.accepts(one)]
        left_out = [one for one in decided if one.verdict is Verdict.LEFT_OUT]
        right = [one for one in decided if one.verdict is Verdict.RIGHT]
        self._remember_focus()
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = []
        for doubt in doubts[:MOST]:
            self._add(self._doubts, self._doubt_line(doubt))
        for several, column in ((left_out, self._left_out), (right, self._right)):
            for decision in several[:MOST]:
                self._add(column, self._decision_line(decision))
        narrowed = f"{len(doubts):,} of " if len(doubts) < len(every_doubt) else ""
        self.counted = f"{narrowed}{count_text(len(every_doubt), 'value')} to check"
        self._explain(doubts, every_doubt, asked)
        hidden = sum(max(0, len(several) - MOST) for several in (doubts, left_out, right))
        self.more.setText(f"{count_text(hidden, 'more value')} when these are decided.")
        self.more.setVisible(bool(hidden))
        self.left_out_heading.setText(f"Left out ({len(left_out):,})")
        self.left_out_heading.setVisible(bool(left_out))
        self.right_heading.setText(f"Called right ({len(right):,})")
        self.right_heading.setVisible(bool(right))
        self._take_focus_back()

    def take_focus(self) -> None:
        """Put the keyboard on the first button."""
        if self.lines:
            self.lines[0].buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _explain(self, doubts: Sequence[Doubt], every: Sequence[Doubt], asked: Asked) -> None:
        """Say that there is nothing, or which filter hides it."""
        is_hidden = bool(every) and not doubts
        self.nothing.setVisible(not every)
        self.explained.setText(asked.advice(every, "value", "values") if is_hidden else _EXPLAINED)
        self.clear_button.setVisible(is_hidden)

    def _add(self, column: QVBoxLayout, line: _Line) -> None:
        place = len(self.lines)
        self.lines.append(line)
        column.addWidget(line)
        for number, button in enumerate(line.buttons):
            button.clicked.connect(lambda _=False, n=number: self._remember(place, n))

    def _doubt_line(self, doubt: Doubt) -> _Line:
        outlier = doubt.outlier
        line = _Line(f"{doubt.done}: {doubt.words}", f"{doubt.about.name}, {day_text(outlier.day)}")
        session, sets = outlier.session_id, outlier.set_ids
        line.add("Correct\N{HORIZONTAL ELLIPSIS}", lambda: self.opened.emit(outlier.place))
        line.add(
            "Leave it out",
            lambda: self._judge(f"leave out {doubt.done}", session, sets, Verdict.LEFT_OUT, None),
        )
        line.add(
            "It is right",
            lambda: self._judge(f"count {doubt.done}", session, sets, Verdict.RIGHT, None),
        )
        return line

    def _decision_line(self, decision: Decision) -> _Line:
        one, verdict = decision.judged, decision.verdict
        line = _Line(decision.done, f"{decision.about.name}, {day_text(one.day)}")
        session, sets = one.session_id, (one.one.id,)
        line.add("Go to set", lambda: self.opened.emit(one.place))
        label = f"take back {decision.done}"
        line.add("Take back", lambda: self._judge(label, session, sets, None, verdict))
        return line

    def _judge(
        self,
        label: str,
        session: UUID,
        sets: Sequence[UUID],
        verdict: Verdict | None,
        before: Verdict | None,
    ) -> None:
        records = self._context.services.records
        self._context.do(
            label,
            lambda: records.judge(session, sets, verdict),
            lambda: records.judge(session, sets, before),
        )

    def _remember(self, line: int, button: int) -> None:
        self._focus = (line, button)

    def _remember_focus(self) -> None:
        """Also when the change came from elsewhere, like Undo."""
        for place, line in enumerate(self.lines):
            for number, button in enumerate(line.buttons):
                if button.hasFocus():
                    self._remember(place, number)

    def _take_focus_back(self) -> None:
        """To the line that took the place of the one that was decided."""
        if self._focus is None or not self.isVisible():
            return
        (place, number), self._focus = self._focus, None
        if self.lines:
            line = self.lines[min(place, len(self.lines) - 1)]
            line.buttons[min(number, len(line.buttons) - 1)].setFocus(
                Qt.FocusReason.OtherFocusReason
            )
        else:
            self.emptied.emit()


class _Line(QFrame):
    """A sentence over where it is from, with buttons on the right."""

    def __init__(self, words: str, place: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(f"{words}. {place}")
        self.buttons: list[QPushButton] = []
        self.words = QLabel(words)
        self.words.setWordWrap(True)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.words)
        texts.addWidget(muted_label(place, wraps=True))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 10, 12, 10)
        self._row.setSpacing(8)
        self._row.addLayout(texts, 1)

    def add(self, text: str, pressed: Callable[[], None]) -> None:
        """Add a button."""
        button = QPushButton(text)
        button.setAccessibleDescription(self.accessibleName())
        button.clicked.connect(pressed)
        self.buttons.append(button)
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
