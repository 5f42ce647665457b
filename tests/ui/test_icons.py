"""The icons: of one style, in the widget's colour, crisp on any screen."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPalette
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.paths import resources_dir
from desktop.ui.icons import app_icon, icon, pixmap

FILES = sorted((resources_dir() / "icons").glob("*.svg"))
DRAWN = [file for file in FILES if file.stem != "repbook"]


def inks(image: QImage) -> set[str]:
    """The colours of what is drawn fully."""
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    pixels = (image.pixelColor(x, y) for x, y in places)
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.fixture
def widget(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def color_in(widget: QWidget, name: str, role: QPalette.ColorRole) -> None:
    palette = widget.palette()
    palette.setColor(role, QColor(name))
    widget.setPalette(palette)


@pytest.mark.parametrize("file", DRAWN, ids=lambda file: file.stem)
def test_every_icon_is_of_one_style(file: Path, widget: QWidget) -> None:
    text = file.read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in text
    assert 'stroke="currentColor"' in text
    assert 'stroke-width="1.75"' in text
    assert not re.search("#[0-9a-f]{3}", text)
    assert inks(icon(file.stem, widget).pixmap(QSize(48, 48), 1.0).toImage())


def test_an_icon_follows_the_widgets_palette(widget: QWidget) -> None:
    made = icon("plus", widget)
    for name in ("#ff0000", "#00ff00"):
        color_in(widget, name, QPalette.ColorRole.ButtonText)
        assert inks(made.pixmap(QSize(24, 24), 1.0).toImage()) == {name}


def test_a_chosen_icon_takes_the_accent(widget: QWidget) -> None:
    color_in(widget, "#0000ff", QPalette.ColorRole.Link)
    made = icon("plus", widget).pixmap(QSize(24, 24), 1.0, QIcon.Mode.Selected)
    assert inks(made.toImage()) == {"#0000ff"}


def test_an_icon_on_the_button_that_enter_presses_is_seen_on_its_fill(qtbot: QtBot) -> None:
    dialog, page = QDialog(), QWidget()
    for window in (dialog, page):
        qtbot.addWidget(window)
    button = QPushButton(dialog)
    color_in(button, "#ff0000", QPalette.ColorRole.ButtonText)
    color_in(button, "#00ff00", QPalette.ColorRole.HighlightedText)
    made = icon("plus", button)
    for is_default, role, ink in (
        (False, "", "#ff0000"),
        (True, "", "#00ff00"),
        (True, "flat", "#ff0000"),
    ):
        button.setDefault(is_default)
        button.setProperty("role", role)
        assert inks(made.pixmap(QSize(24, 24), 1.0).toImage()) == {ink}
    button.setProperty("role", "")
    button.setParent(page)  # where none is filled but those that are primary
    assert inks(made.pixmap(QSize(24, 24), 1.0).toImage()) == {"#ff0000"}


def test_an_icon_can_have_its_own_colour(widget: QWidget) -> None:
    made = icon("plus", widget, QColor("#123456"))
    assert inks(made.pixmap(QSize(24, 24), 1.0).toImage()) == {"#123456"}


def test_an_icon_is_drawn_in_the_pixels_of_the_screen(widget: QWidget) -> None:
    made = icon("library", widget).pixmap(QSize(18, 18), 2.0)
    assert made.size() == QSize(36, 36)
    assert made.devicePixelRatio() == 2.0
    direct = pixmap("library", 18, 2.0, QColor("black"))
    assert direct.size() == QSize(36, 36)
    assert direct.devicePixelRatio() == 2.0


def test_an_icon_outlives_its_widget(qtbot: QtBot) -> None:
    made = icon("plus", QWidget())
    assert not made.pixmap(QSize(16, 16), 1.0).isNull()


def test_a_missing_icon_is_a_mistake(widget: QWidget) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no such icon", widget)


def test_the_program_has_an_icon(qtbot: QtBot) -> None:
    assert not app_icon().pixmap(QSize(64, 64), 1.0).isNull()
