"""Errors of our own, told once: one dialog for one error, however often it comes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop import reports
from desktop.ui.fault_dialog import FaultDialog
from desktop.ui.fault_words import is_safe, not_checked, recovered, what_happened
from desktop.ui.versions import versions_text

if TYPE_CHECKING:
    from desktop.services.recovery import Found
    from desktop.ui.context import Context

_GO_ON = (
    "You can go on. If it happens again, restart Repbook; the report helps to find the error "
    "when you send it to someone."
)
_DAMAGED = "Restart Repbook when you have made a copy."
_MOST = 10  # errors in one report


class Faults(QObject):
    """Shows errors over a window. restart_wanted: the user wants to begin anew.

    said_again carries words for the window when an error comes back whose
    dialog was closed.
    """

    restart_wanted = Signal()
    said_again = Signal(str)

    def __init__(self, window: QWidget, folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder
        self._counts: Counter[tuple[str, ...]] = Counter()
        self._traces: list[str] = []
        self._first: tuple[str, ...] = ()
        self.dialog: FaultDialog | None = None

    def show(self, fault: BaseException, context: Context | None) -> None:
        """Tell an error: in a dialog, in the one that is open, or in a line if it was told."""
        key = (type(fault).__name__, *reports.place_of(fault))
        self._counts[key] += 1
        is_new = self._counts[key] == 1
        if is_new and len(self._traces) < _MOST:
            self._traces.append(reports.trace_of(fault))
        if self.dialog is not None:
            self._update(self.dialog)
        elif is_new:
            self._first = key
            title = "Something in Repbook went wrong"
            self._open(FaultDialog(title, what_happened(fault), self._window), context)
        else:
            self.said_again.emit("The same error happened again. Restart Repbook if it goes on.")

    def show_end(self, crash: str, found: Found) -> None:
        """Show the report of a run that ended unexpectedly."""
        dialog = FaultDialog("The last run", recovered(found), self._window)
        dialog.safe.hide()
        dialog.restart.hide()
        dialog.set_report(self._report(("What the crash left", crash)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.show_report.click()
        dialog.show()

    def _open(self, dialog: FaultDialog, context: Context | None) -> None:
        self.dialog = dialog
        dialog.restart_wanted.connect(self.restart_wanted)
        dialog.finished.connect(self._on_closed)
        self._update(dialog)
        if context is None:
            dialog.say("No log was open, so nothing in it could change.", _GO_ON)
        else:
            services, user, today = context.services, context.user.id, context.today()

            def show(found: Found) -> None:
                dialog.say(is_safe(found, today), _DAMAGED if found.faults else _GO_ON)

            context.tasks.read(
                lambda: services.recovery.look(user),
                show,
                lambda _: dialog.say(not_checked(), _GO_ON),
            )
        dialog.show()
        dialog.raise_()

    def _update(self, dialog: FaultDialog) -> None:
        dialog.set_count(self._counts[self._first])
        dialog.set_report(self._report(*((f"Error {n}", one) for n, one in self._numbered())))

    def _numbered(self) -> list[tuple[int, str]]:
        return list(enumerate(self._traces, 1))

    def _report(self, *happened: tuple[str, str]) -> str:
        return reports.report(
            "Repbook report",
            [
                ("Versions", versions_text()),
                *happened,
                ("Last lines of the log", reports.last_lines(self._folder)),
            ],
        )

    def _on_closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None
