"""What to do next, with the one button that does it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.domain.templates import TemplateRow
from desktop.domain.today import Overview, UnderWay
from desktop.ui.context import Context
from desktop.ui.icons import icon
from desktop.ui.widgets.card import Card, muted_label
from desktop.ui.widgets.texts import ago_text, count_text

_NAMED = 4
_DOT = " \N{MIDDLE DOT} "


class UpNextCard(Card):
    """The open session, else the template whose turn it is, else the way to a first template.

    start_chosen carries the template's id; plan_chosen: there is none yet,
    make one; go_on_chosen: back to the open session.
    """

    start_chosen = Signal(object)
    plan_chosen = Signal()
    go_on_chosen = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("Up next", parent=parent)
        self._context = context
        self._template_id: UUID | None = None
        self._is_open = False
        self.name = QLabel()
        self.name.setProperty("role", "heading")
        self.name.setWordWrap(True)
        self.details = muted_label(wraps=True)
        self.week = muted_label(wraps=True)
        self.button = QPushButton()
        self.button.setProperty("role", "primary")
        self.button.clicked.connect(self._on_clicked)
        self.header.addWidget(self.button)
        self.body.setSpacing(4)
        for label in (self.name, self.details, self.week):
            self.body.addWidget(label)
        self.body.addStretch(1)

    def show_next(self, overview: Overview) -> None:
        """Show what is next in the state that the log is in."""
        template, session = overview.next_template, overview.under_way
        self._is_open = session is not None
        self._template_id = template.id if template else None
        if session is not None:
            self._say_session(session)
            self._offer("play", "Continue", f"Continue {session.name or 'the session'}")
        elif template is not None:
            self._say_template(template, overview)
            self._offer("play", "Start", f"Start {template.name}")
        else:
            words = "A template keeps exercises, sets and targets, to start from each time."
            self._say("", "Plan what you train next", words)
            self._offer("plus", "Plan a template", "Plan a template")

    def _say_session(self, session: UnderWay) -> None:
        done = f"{session.done} of {count_text(session.sets, 'set')} done"
        words = done if session.sets else "No sets yet: add an exercise"
        since = f"since {session.local_start:%H:%M}"
        self._say(f"session open {since}", session.name or "Session", words)

    def _say_template(self, template: TemplateRow, overview: Overview) -> None:
        names = [self._context.exercise_name(one) for one in template.exercise_ids]
        more = len(names) - _NAMED
        listed = _DOT.join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
        used = template.last_used
        last = f"last done {ago_text(used, self._context.today())}" if used else "not done yet"
        self._say(last, template.name, listed or "No exercises yet", _week_text(overview))

    def _say(self, note: str, name: str, details: str, week: str = "") -> None:
        self.note.setText(note)
        self.name.setText(name)
        self.details.setText(details)
        self.week.setText(week)
        self.week.setVisible(bool(week))

    def _offer(self, picture: str, words: str, name: str) -> None:
        self.button.setText(words)
        self.button.setIcon(icon(picture, self.button))
        self.button.setAccessibleName(name)

    def _on_clicked(self) -> None:
        if self._is_open:
            self.go_on_chosen.emit()
        elif self._template_id is None:
            self.plan_chosen.emit()
        else:
            self.start_chosen.emit(self._template_id)


def _week_text(overview: Overview) -> str:
    """What the week still holds after the next one."""
    if overview.templates < 2:
        return ""
    if not overview.this_week:
        return f"All {overview.templates} templates are done this week."
    later = [row.name for row in overview.this_week[1:]]
    if not later:
        return "The last one of this week."
    more = len(later) - _NAMED
    listed = _DOT.join(later[:_NAMED]) + (f" and {more} more" if more > 0 else "")
    return f"Then this week: {listed}"
