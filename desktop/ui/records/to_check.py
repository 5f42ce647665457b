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
from desktop.ui.records.doubts import MOST, Doubt, Omission
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
    """The outliers, and below them the sets that were left out.

    opened carries the SetPlace of what is to be corrected.
    """

    opened = Signal(object)
    clear_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._focus: tuple[int, int] | None = None
        self.lines: list[_Line] = []
        self.counted = ""
        self.explained = muted_label(_EXPLAINED, wraps=True)
        self.nothing = QLabel(_NOTHING)
        self.nothing.setProperty("role", "heading")
        self.left_out_heading = QLabel()
        self.left_out_heading.setProperty("role", "heading")
        self.more = muted_label()
        self._doubts, self._omissions = QVBoxLayout(), QVBoxLayout()
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
        column.addWidget(self.left_out_heading)
        column.addLayout(self._omissions)
        column.addStretch(1)
        for lines in (self._doubts, self._omissions):
            lines.setSpacing(8)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Values to check")
        self.setWidget(content)

    def show_lines(
        self, every_doubt: Sequence[Doubt], every_omission: Sequence[Omission], asked: Asked
    ) -> None:
        """Show those asked for; the focus stays where it was, as far as that is still there."""
        doubts = [one for one in every_doubt if asked.accepts(one)]
        omissions = [one for one in every_omission if asked.accepts(one)]
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = []
        for doubt in doubts[:MOST]:
            self._add(self._doubts, self._doubt_line(doubt))
        for omission in omissions[:MOST]:
            self._add(self._omissions, self._omission_line(omission))
        narrowed = f"{len(doubts):,} of " if len(doubts) < len(every_doubt) else ""
        self.counted = f"{narrowed}{count_text(len(every_doubt), 'value')} to check"
        self._explain(doubts, every_doubt, asked)
        hidden = max(0, len(doubts) - MOST) + max(0, len(omissions) - MOST)
        self.more.setText(f"{count_text(hidden, 'more value')} when these are decided.")
        self.more.setVisible(bool(hidden))
        self.left_out_heading.setText(f"Left out ({len(omissions):,})")
        self.left_out_heading.setVisible(bool(omissions))
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

    def _omission_line(self, omission: Omission) -> _Line:
        one = omission.left_out
        line = _Line(omission.done, f"{omission.about.name}, {day_text(one.day)}")
        session, sets = one.session_id, (one.one.id,)
        line.add("Go to set", lambda: self.opened.emit(one.place))
        label = f"take back {omission.done}"
        line.add("Take back", lambda: self._judge(label, session, sets, None, Verdict.LEFT_OUT))
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
