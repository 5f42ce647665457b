"""Where each screen comes from. A screen is imported when it is first visited."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QDockWidget, QWidget

    from desktop.domain.today import Overview
    from desktop.domain.transfer import Selection
    from desktop.domain.weight import Weight
    from desktop.ui.accounts.manager import ProfilesDialog
    from desktop.ui.calculators.dialog import CalculatorsDialog
    from desktop.ui.context import Context
    from desktop.ui.page import Page
    from desktop.ui.session.paste import PasteDialog
    from desktop.ui.settings.dialog import SettingsDialog
    from desktop.ui.theme import Theme
    from desktop.ui.transfer.export_dialog import ExportDialog
    from desktop.ui.transfer.import_dialog import ImportDialog

    MakePage = Callable[[Context, QWidget], Page]


def _today(context: Context, parent: QWidget) -> Page:
    def show(overview: Overview) -> None:
        page.show_overview(overview)

    # SQLite works while the page is imported and made: this one the user waits for
    context.tasks.read(lambda: context.services.today.overview(context.user.id), show)
    from desktop.ui.today.page import TodayPage

    page = TodayPage(context, parent, is_asked=True)
    return page


def _library(context: Context, parent: QWidget) -> Page:
    from desktop.ui.library.page import LibraryPage

    return LibraryPage(context, parent)


def _templates(context: Context, parent: QWidget) -> Page:
    from desktop.ui.templates.page import TemplatesPage

    return TemplatesPage(context, parent)


def _history(context: Context, parent: QWidget) -> Page:
    from desktop.ui.history.page import HistoryPage

    return HistoryPage(context, parent)


def _progress(context: Context, parent: QWidget) -> Page:
    from desktop.ui.progress.page import ProgressPage

    return ProgressPage(context, parent)


def _records(context: Context, parent: QWidget) -> Page:
    from desktop.ui.records.page import RecordsPage

    return RecordsPage(context, parent)


def _dock(context: Context, parent: QWidget) -> QDockWidget:
    from desktop.ui.session.dock import SessionDock

    return SessionDock(context, parent)


def _importing(context: Context, paths: list[Path], parent: QWidget) -> ImportDialog:
    from desktop.ui.transfer.import_dialog import ImportDialog

    return ImportDialog(context, paths, parent)


def _exporting(context: Context, selection: Selection, parent: QWidget) -> ExportDialog:
    from desktop.ui.transfer.export_dialog import ExportDialog

    return ExportDialog(context, selection, parent)


def _reporting(context: Context, parent: QWidget) -> QDialog:
    from desktop.ui.report.dialog import ReportDialog

    return ReportDialog(context, parent)


def _settings(
    context: Context, theme: Theme, folder: Path, parent: QWidget, section: str, target: str
) -> SettingsDialog:
    from desktop.ui.settings.dialog import SettingsDialog

    return SettingsDialog(context, theme, folder, parent, section, target)


def _profiles(context: Context, parent: QWidget) -> ProfilesDialog:
    from desktop.ui.accounts.manager import ProfilesDialog

    return ProfilesDialog(context, parent)


def _pasting(context: Context, text: str, parent: QWidget) -> PasteDialog:
    from desktop.ui.session.paste import PasteDialog

    return PasteDialog(context, text, parent)


def _calculators(context: Context, weight: Weight | None, parent: QWidget) -> CalculatorsDialog:
    from desktop.ui.calculators.dialog import CalculatorsDialog

    return CalculatorsDialog(context, parent, weight=weight)


_PAGES: Mapping[str, MakePage] = {
    "today": _today,
    "library": _library,
    "templates": _templates,
    "history": _history,
    "progress": _progress,
    "records": _records,
}


class Screens(NamedTuple):
    """Makes the screens that the window shows."""

    pages: Mapping[str, MakePage] = _PAGES
    dock: Callable[[Context, QWidget], QDockWidget] = _dock
    importing: Callable[[Context, list[Path], QWidget], ImportDialog] = _importing
    exporting: Callable[[Context, Selection, QWidget], ExportDialog] = _exporting
    reporting: Callable[[Context, QWidget], QDialog] = _reporting
    settings: Callable[[Context, Theme, Path, QWidget, str, str], SettingsDialog] = _settings
    profiles: Callable[[Context, QWidget], ProfilesDialog] = _profiles
    pasting: Callable[[Context, str, QWidget], PasteDialog] = _pasting
    calculators: Callable[[Context, Weight | None, QWidget], CalculatorsDialog] = _calculators
