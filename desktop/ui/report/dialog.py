"""A report of progress on one page: what it shows, how it looks, and where it goes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from PySide6.QtCore import QLocale
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.services.whole_file import write_bytes
from desktop.ui.context import Context
from desktop.ui.files import ask_target
from desktop.ui.report.choices import Choices
from desktop.ui.report.gather import Source, gather
from desktop.ui.report.paper import paper_of, pdf_bytes, print_on
from desktop.ui.report.preview import Preview
from desktop.ui.report.report import Report
from desktop.ui.sizes import room_for
from desktop.ui.tasks import Newest, words_for
from desktop.ui.widgets.styling import restyle

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_WIDE, _HIGH = 980, 860
_DOTS = "\N{HORIZONTAL ELLIPSIS}"


class _Found(NamedTuple):
    done: tuple[tuple[UUID, str], ...]
    report: Report


class ReportDialog(QDialog):
    """Everything is read, painted and written on workers; only the last wish is shown."""

    def __init__(
        self, context: Context, parent: QWidget | None = None, paper: QPageSize | None = None
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.paper = paper or paper_of(QLocale.system())
        self._reads = Newest(context.tasks)
        self._report: Report | None = None
        self.setWindowTitle("Progress report")
        self.choices = Choices(context.preferences.unit, context.today())
        self.preview = Preview(context.tasks, self.paper)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.close_button = _button("Close")
        self.print_button = _button(f"Print{_DOTS}")
        self.save_button = _button(f"Save as PDF{_DOTS}", "primary")
        self._lay_out()
        self.close_button.clicked.connect(self.reject)
        self.print_button.clicked.connect(self.ask_printer)
        self.save_button.clicked.connect(self.ask_file)
        self.save_button.setDefault(True)
        self.choices.changed.connect(self.reload)
        self._allow()
        self._begin()

    @property
    def report(self) -> Report | None:
        """What is shown, None while it is being gathered."""
        return self._report

    def reload(self) -> None:
        """Gather what is wished for now."""
        wish, context = self.choices.wish, self.context
        source = Source(
            context.services,
            context.user,
            context.preferences,
            dict(context.exercises),
            context.today(),
        )
        self._report = None
        self.message.clear()
        self._allow()

        def work() -> _Found:
            progress, period = source.services.progress, wish.period
            keys = progress.most_done(source.user.id, period.first, period.last)
            known = [(key, source.exercises[key].name) for key in keys if key in source.exercises]
            return _Found(tuple(known), gather(source, wish))

        self._reads.read(work, self._show, self._fail)

    def ask_file(self) -> None:
        """Ask where to save, with a name that says of when it is."""
        if self._report is not None:
            name = f"progress-report-{self._report.last.isoformat()}.pdf"
            ask_target(self, name, "PDF files", self.save, "Save report")

    def save(self, path: Path) -> None:
        """Write the report as a PDF."""
        report, paper = self._report, self.paper
        if report is not None:
            self.context.tasks.write(
                lambda: write_bytes(path, pdf_bytes(report, paper)),
                lambda _: self._say(f"Report saved as {path.name}"),
                self._fail,
            )

    def ask_printer(self) -> None:
        """Ask on which printer."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(self.paper)
        printer.setDocName("Progress report")
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)
        dialog.accepted.connect(lambda: self.print_on(printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # the print dialog's own one wants to call a slot

    def print_on(self, printer: QPrinter) -> None:
        """Print the report there."""
        report, paper = self._report, self.paper
        if report is not None:
            self.context.tasks.write(
                lambda: print_on(printer, report, paper),
                lambda _: self._say("Report sent to the printer"),
                self._fail,
            )

    def _begin(self) -> None:
        services, user_id = self.context.services, self.context.user.id

        def show(last: date | None) -> None:
            self.choices.set_ends(min(last or self.context.today(), self.context.today()))
            self.reload()

        self.context.tasks.read(lambda: services.history.stats(user_id).last_day, show)

    def _show(self, found: _Found) -> None:
        self._report = found.report
        self.choices.offer(found.done)
        self.preview.show_report(found.report)
        self._allow()

    def _allow(self) -> None:
        is_ready = self._report is not None and not self._report.is_empty
        for one in (self.print_button, self.save_button):
            one.setEnabled(is_ready)

    def _say(self, words: str) -> None:
        self._tell(words, "muted")
        self.context.notifier.said.emit(words)

    def _fail(self, fault: Exception) -> None:
        self._tell(" ".join(words_for(fault)).strip(), "error")

    def _tell(self, words: str, role: str) -> None:
        restyle(self.message, "role", role)
        self.message.setText(words)

    def _lay_out(self) -> None:
        title = QLabel("Progress report")
        title.setProperty("role", "title")
        middle = QHBoxLayout()
        middle.setSpacing(20)
        middle.addWidget(self.choices)
        middle.addWidget(self.preview, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.message, 1)
        for one in (self.close_button, self.print_button, self.save_button):
            buttons.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(title)
        column.addLayout(middle, 1)
        column.addLayout(buttons)
        room_for(self, _WIDE, _HIGH)


def _button(words: str, role: str = "") -> QPushButton:
    made = QPushButton(words)
    made.setProperty("role", role)
    made.setAutoDefault(False)
    return made
