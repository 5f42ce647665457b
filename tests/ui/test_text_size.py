"""Larger and smaller text: everywhere at once, with all sizes that go with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.domain.weight import Unit
from desktop.services import Services
from desktop.ui import sizes
from desktop.ui.accounts.form import Answers
from desktop.ui.accounts.welcome import WelcomePage
from desktop.ui.context import Context
from desktop.ui.fitting import fit_screen
from desktop.ui.library.page import LibraryPage
from desktop.ui.main_window import MainWindow
from desktop.ui.side import PAGES
from desktop.ui.theme import Theme
from tests.ui.shell import Made


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp)
    yield theme
    theme.set_text_size(sizes.USUAL)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, qapp: QApplication, theme: Theme) -> Iterator[MainWindow]:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(settings, theme, tmp_path, Made().screens())
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close_profile()


def test_fonts_heights_and_widths_follow(theme: Theme, qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    parts = [QLabel("Words"), QLineEdit("Words"), QPushButton("Words")]
    for part in parts:
        column.addWidget(part)
    sizes.scaled(parts[1].setFixedWidth, 100)
    box.show()
    before = [(one.font().pointSizeF(), one.sizeHint().height()) for one in parts]
    theme.set_text_size(200)
    for part, (points, height) in zip(parts, before, strict=True):
        assert part.font().pointSizeF() == pytest.approx(2 * points)
        assert part.sizeHint().height() >= 1.8 * height
    assert parts[1].width() == 200
    theme.set_text_size(100)
    assert [(one.font().pointSizeF(), one.sizeHint().height()) for one in parts] == before
    assert parts[1].width() == 100


@pytest.mark.parametrize("percent", sizes.STEPS)
def test_text_fits_what_it_stands_in(theme: Theme, qtbot: QtBot, percent: int) -> None:
    theme.set_text_size(percent)
    for role, kind in (("", QPushButton), ("chip", QPushButton), ("cell", QLineEdit)):
        widget = kind("Words")
        widget.setProperty("role", role)
        qtbot.addWidget(widget)
        widget.show()
        assert widget.height() >= widget.fontMetrics().height(), role


def test_a_size_that_is_not_offered_becomes_the_nearest(theme: Theme) -> None:
    theme.set_text_size(137)
    assert theme.text_size == 125
    theme.set_text_size(4000)
    assert theme.text_size == 200


def test_a_size_that_was_set_again_is_the_one_that_holds(theme: Theme, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    sizes.scaled(widget.setMaximumWidth, 100)
    sizes.scaled(widget.setMaximumWidth, sizes.NO_LIMIT)
    theme.set_text_size(150)
    assert widget.maximumWidth() == sizes.NO_LIMIT


class Watcher(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def again(self) -> None:
        self.times += 1


def test_a_widget_can_do_something_of_its_own(theme: Theme, qtbot: QtBot) -> None:
    watcher = Watcher()
    qtbot.addWidget(watcher)
    sizes.follow(watcher.again)
    theme.set_text_size(110)
    theme.set_text_size(110)
    assert watcher.times == 1


def test_the_keys_go_through_the_sizes(window: MainWindow, theme: Theme) -> None:
    window.menu["text_larger"].trigger()
    window.menu["text_larger"].trigger()
    assert theme.text_size == 125
    assert window.status.said.text() == "Text size: 125 %"
    window.menu["text_smaller"].trigger()
    assert theme.text_size == 110
    window.menu["text_usual"].trigger()
    assert theme.text_size == 100
    for _ in range(10):
        window.menu["text_larger"].trigger()
    assert theme.text_size == 200


def test_the_profile_keeps_the_size(
    window: MainWindow, theme: Theme, context: Context, services: Services, qtbot: QtBot
) -> None:
    window.open_profile(context)
    window.menu["text_larger"].trigger()
    window.menu["text_larger"].trigger()

    def kept() -> int:
        return services.accounts.preferences(context.user.id).text_size

    qtbot.waitUntil(lambda: kept() == 125)
    qtbot.waitUntil(lambda: context.preferences.text_size == 125)
    assert theme.text_size == 125
    assert not context.undo.undo_label


def test_a_profile_brings_its_size(window: MainWindow, theme: Theme, context: Context) -> None:
    context.preferences = replace(context.preferences, text_size=150)
    window.open_profile(context)
    assert theme.text_size == 150


def test_what_was_chosen_before_a_profile_was_open_goes_to_it(
    window: MainWindow, theme: Theme, context: Context, services: Services, qtbot: QtBot
) -> None:
    window.menu["text_larger"].trigger()
    window.open_profile(context)
    assert theme.text_size == 110
    qtbot.waitUntil(lambda: services.accounts.preferences(context.user.id).text_size == 110)


def test_the_window_keeps_the_size_for_its_first_paint(
    window: MainWindow, theme: Theme, tmp_path: Path
) -> None:
    from desktop.app import _text_size

    window.menu["text_larger"].trigger()
    window.close()
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    assert _text_size(settings) == 110
    settings.setValue("text_size", "huge")
    assert _text_size(settings) == 100


def test_a_dialog_larger_than_the_screen_scrolls(theme: Theme, qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    for place in range(60):
        column.addWidget(QPushButton(f"Button {place}"))
    close = QPushButton("Close")
    column.addWidget(close)
    fit_screen(dialog)
    dialog.show()
    room = dialog.screen().availableSize()
    assert dialog.height() <= room.height()
    assert dialog.rect().contains(close.mapTo(dialog, close.rect().bottomRight()))


def test_a_dialog_that_fits_stays_as_it_is(theme: Theme, qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    column.addWidget(QPushButton("Close"))
    sizes.at_least(dialog, 200, 100)
    fit_screen(dialog)
    assert dialog.layout() is column
    assert dialog.minimumSize() == QSize(200, 100)


def test_the_side_is_wide_enough_for_its_words(
    theme: Theme, window: MainWindow, context: Context
) -> None:
    window.open_profile(context)
    theme.set_text_size(200)
    pages = window.side.pages
    metrics = pages.fontMetrics()
    for place in range(len(PAGES)):
        wide = metrics.horizontalAdvance(pages.item(place).text())
        assert wide + pages.iconSize().width() < pages.viewport().width()


def test_the_first_page_needs_no_wide_screen(
    window: MainWindow, theme: Theme, qtbot: QtBot
) -> None:
    page = WelcomePage(Answers("Lifter", "l@localhost", "UTC", Unit.KG, ("UTC",)))
    window.show_guest(page)
    window.resize(1280, 760)
    ways = [page.bring, page.empty, page.demo]
    assert len({one.y() for one in ways}) == 1
    theme.set_text_size(200)
    qtbot.waitUntil(lambda: len({one.y() for one in ways}) == 3)
    assert page.minimumSizeHint().width() < 1280 - window.side.width()
    theme.set_text_size(100)
    qtbot.waitUntil(lambda: len({one.y() for one in ways}) == 1)


def test_the_library_needs_no_wide_screen(context: Context, theme: Theme, qtbot: QtBot) -> None:
    page = LibraryPage(context)
    qtbot.addWidget(page)
    page.resize(984, 700)
    with qtbot.waitSignal(page.loaded):
        page.show()
    theme.set_text_size(200)
    qtbot.waitUntil(lambda: page.minimumSizeHint().width() <= 984)


def test_the_keys_are_heard_in_a_dialog_too(window: MainWindow, theme: Theme, qtbot: QtBot) -> None:
    window.dialogs.about()
    dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert theme.text_size == 110
    QTest.keyClick(dialog, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert theme.text_size == 100
    dialog.reject()
