"""What a finished session came to, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.session import WorkoutSession
from desktop.domain.summary import Summary
from desktop.ui.context import Context
from desktop.ui.session.after import AfterSession
from desktop.ui.session.details import when_text
from desktop.ui.session.name_line import NameLine
from desktop.ui.session.summary_parts import ExercisesCard, Figures, MusclesCard, RecordsCard
from desktop.ui.session.times import TimesDialog
from desktop.ui.sizes import px, room_of, scaled
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.empty import SoftIcon
from desktop.ui.widgets.styling import restyle

_WIDTH, _HEIGHT = 880, 760
_LEAST, _MARGIN = 480, 48
_SIDES = 24
_LINE = 32  # for what is said above the buttons
_MUSCLES = 272


class SummaryDialog(QDialog):
    """Totals, records, exercises and muscles of a session; below, what to keep of it.

    session: as it was before it was finished.
    """

    def __init__(
        self,
        context: Context,
        session: WorkoutSession,
        summary: Summary,
        left_out: int,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.summary = summary
        self._name, self._left_out = session.name or "Session", left_out
        self.after = AfterSession(context, session, self)
        self.setWindowTitle("Session finished")
        self.title = QLabel(self._name)
        self.title.setProperty("role", "title")
        self.title.setWordWrap(True)
        self.when = muted_label()
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.hide()
        self.naming = NameLine("Save as template", "Name of the template")
        self.naming.hide()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName("What the session came to")
        self._make_buttons()
        self._lay_out()
        self._connect()
        self._show_summary(summary)
        self._fit(parent)
        self.finish.setFocus()

    def _make_buttons(self) -> None:
        self.save = QPushButton("&Save as template\N{HORIZONTAL ELLIPSIS}")
        self.update_template = QPushButton()
        self.update_template.hide()
        self.times = QPushButton("&Correct times\N{HORIZONTAL ELLIPSIS}")
        self.reopen = QPushButton("&Reopen")
        self.reopen.setToolTip("Open the session again, as it was before it was finished")
        self.finish = QPushButton("&Done")
        self.finish.setProperty("role", "primary")
        self.finish.setDefault(True)
        self.change = muted_label(wraps=True)
        self.change.hide()
        # Enter presses the one that has the focus
        for button in (self.save, self.update_template, self.times, self.reopen, self.finish):
            button.setAutoDefault(True)
        for button in (self.save, self.times, self.reopen):
            button.setEnabled(False)  # until the session is read

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.when)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(SoftIcon("check", 44))
        head.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.save, self.update_template, self.times, self.reopen):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.finish)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDES, 20, _SIDES, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.area, 1)
        for widget in (self.message, self.change, self.naming):
            column.addWidget(widget)
        column.addLayout(buttons)

    def _connect(self) -> None:
        after = self.after
        after.read.connect(self._show_session)
        after.summed.connect(self._show_summary)
        after.done.connect(self._told)
        after.refused.connect(self._refused)
        after.left.connect(self.accept)
        self.finish.clicked.connect(self.accept)
        self.save.clicked.connect(self._ask_name)
        self.update_template.clicked.connect(self._update_template)
        self.times.clicked.connect(self._correct_times)
        self.reopen.clicked.connect(after.reopen)
        self.naming.named.connect(self._save_template)
        self.naming.left.connect(self._leave_naming)

    def _show_summary(self, summary: Summary) -> None:
        self.summary = summary
        self._show_when()
        today = self.context.today()
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(12)
        if summary.records:
            left.addWidget(RecordsCard(summary.records, self.context))
        left.addWidget(ExercisesCard(summary.exercises, self._left_out, self.context))
        left.addStretch(1)
        sides = QHBoxLayout()
        sides.setSpacing(12)
        sides.addLayout(left, 1)
        if summary.muscles:
            muscles = MusclesCard(summary)
            scaled(muscles.setFixedWidth, _MUSCLES)
            right.addWidget(muscles)
            right.addStretch(1)
            sides.addLayout(right)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Figures(summary, self.context.preferences.unit, today))
        column.addLayout(sides, 1)
        self._inside = inside
        self.area.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.area.viewport().setAutoFillBackground(False)

    def _show_session(self) -> None:
        for button in (self.save, self.times, self.reopen):
            button.setEnabled(True)
        self._show_when()
        if self.after.change:
            name = self.summary.template_name
            self.update_template.setText("&Update " + name.replace("&", "&&"))
            self.update_template.show()
            self.change.setText(f"What differs from the template {name}: {self.after.change}.")
            self.change.show()

    def _show_when(self) -> None:
        if self.after.session is not None:
            self.when.setText(when_text(self.after.session))

    # what its buttons do
    def _ask_name(self) -> None:
        self.message.hide()
        self.finish.setDefault(False)
        self.naming.ask(self._name)

    def _save_template(self, name: str) -> None:
        self._leave_naming()
        self.save.setEnabled(False)
        self.after.save_template(name)

    def _leave_naming(self) -> None:
        self.naming.hide()
        self.finish.setDefault(True)
        self.finish.setFocus()

    def _update_template(self) -> None:
        for widget in (self.update_template, self.change):
            widget.hide()
        self.finish.setFocus()
        self.after.update_template()

    def _correct_times(self) -> None:
        if self.after.session is not None:
            dialog = TimesDialog(self.context, self.after.session, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.corrected.connect(self.after.correct)
            dialog.open()

    def _told(self, words: str) -> None:
        self._say(words, "muted")

    def _refused(self, words: str) -> None:
        self.save.setEnabled(True)
        self._say(words, "error")

    def _say(self, words: str, role: str) -> None:
        restyle(self.message, "role", role)
        self.message.setText(words)
        self.message.show()

    def _fit(self, parent: QWidget | None) -> None:
        """As large as it wants to be, within the window and the screen."""
        width = min(px(_WIDTH), self.screen().availableSize().width() - _MARGIN)
        inside = self._inside.layout()
        assert inside is not None
        self.ensurePolished()
        around = self.sizeHint().height() - self.area.sizeHint().height() + px(_LINE)
        wanted = around + inside.totalHeightForWidth(width - 2 * _SIDES)
        room = (parent.window() if parent else self).height() - _MARGIN
        most = min(max(px(_LEAST), min(px(_HEIGHT), room)), room_of(self).height())
        self.resize(width, min(wanted, most))
