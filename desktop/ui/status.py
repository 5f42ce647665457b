"""The status bar: what was saved on the left, what the log holds on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

if TYPE_CHECKING:
    from desktop.domain.changes import Changed
    from desktop.domain.history import Stats
    from desktop.ui.context import Context
    from desktop.ui.tasks import Newest


class StatusBar(QStatusBar):
    """Says the last thing that was kept, until something else is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context: Context | None = None
        self._newest: Newest | None = None
        self.setSizeGripEnabled(False)
        self.said = QLabel()
        self.said.setAccessibleName("What was saved")
        self.totals = QLabel()
        self.totals.setAccessibleName("What the log holds")
        self.addWidget(self.said, 1)
        self.addPermanentWidget(self.totals)

    def say(self, words: str) -> None:
        """Show words on the left."""
        self.said.setText(words)

    def open_profile(self, context: Context) -> None:
        """Count for this profile from now on."""
        from desktop.ui.tasks import Newest

        self._context, self._newest = context, Newest(context.tasks)
        context.notifier.said.connect(self.say)
        context.notifier.changed.connect(self._on_changed)
        context.exercises_changed.connect(self._count)
        self._count()

    def close_profile(self) -> None:
        """Forget the profile and its numbers."""
        self._context = self._newest = None
        self.said.clear()
        self.totals.clear()

    def _on_changed(self, change: Changed) -> None:
        from desktop.domain.changes import Kind

        # other exercises are told once they are read: `exercises_changed`
        if Kind.SESSIONS in change.kinds and Kind.EXERCISES not in change.kinds:
            self._count()

    def _count(self) -> None:
        context, newest = self._context, self._newest
        if context is not None and newest is not None:
            services, user = context.services, context.user.id
            newest.read(lambda: services.history.stats(user), self._show)

    def _show(self, stats: Stats) -> None:
        from desktop.ui.widgets.texts import count_text

        if self._context is None:
            return
        exercises = sum(not one.is_deleted for one in self._context.exercises.values())
        self.totals.setText(
            f"{count_text(exercises, 'exercise')} · {count_text(stats.workouts, 'session')}"
            f" · {count_text(stats.sets, 'set')}"
        )
