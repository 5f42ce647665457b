"""The look: readable in both themes, following the system, digits of one width."""

import itertools

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QDockWidget, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.theme import DARK, LIGHT, Colors, Theme, colors, palette

THEMES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2, 'contrast ratio'."""
    values = []
    for color in (one, other):
        parts = [color.redF(), color.greenF(), color.blueF()]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        values.append(sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True)))
    low, high = sorted(values)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("shown", THEMES)
@pytest.mark.parametrize("ink", ["text", "muted", "accent", "danger", "good", "gold"])
@pytest.mark.parametrize("ground", ["window", "surface", "hover", "accent_soft"])
def test_text_can_be_read_on_every_ground(shown: Colors, ink: str, ground: str) -> None:
    assert contrast(getattr(shown, ink), getattr(shown, ground)) >= 4.5


@pytest.mark.parametrize("shown", THEMES)
def test_text_can_be_read_on_what_is_filled(shown: Colors) -> None:
    assert contrast(shown.on_fill, shown.fill) >= 4.5
    assert contrast(shown.gold, shown.gold_soft) >= 4.5
    assert contrast(shown.text, shown.gold_soft) >= 4.5


@pytest.mark.parametrize("shown", THEMES)
def test_marks_and_messages_stand_out(shown: Colors) -> None:
    assert contrast(shown.gold_mark, shown.surface) >= 3
    assert contrast(shown.gold_mark, shown.accent_soft) >= 3
    for ground in (shown.warn_soft, shown.accent_soft):
        assert contrast(shown.text, ground) >= 4.5


@pytest.mark.parametrize("shown", THEMES)
def test_the_lines_of_a_chart_stand_out(shown: Colors) -> None:
    assert len(shown.series) == 8
    assert all(contrast(color, shown.surface) >= 3 for color in shown.series)


# Machado, Oliveira and Fernandes 2009, full severity.
BLINDNESS = {
    "protan": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deutan": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritan": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}


@pytest.mark.parametrize("shown", THEMES)
@pytest.mark.parametrize("eyes", BLINDNESS)
def test_the_series_differ_for_colour_blind_eyes(shown: Colors, eyes: str) -> None:
    def seen(color: QColor) -> list[float]:
        parts = (color.redF(), color.greenF(), color.blueF())
        return [sum(w * c for w, c in zip(row, parts, strict=True)) for row in BLINDNESS[eyes]]

    def apart(one: QColor, other: QColor) -> float:
        pairs = zip(seen(one), seen(other), strict=True)
        return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)

    for one, other in itertools.combinations(shown.series, 2):
        assert apart(one, other) > 0.14, (one.name(), other.name())


@pytest.mark.parametrize("shown", THEMES)
def test_the_palette_carries_the_colours(shown: Colors) -> None:
    made = palette(shown)
    assert made.color(QPalette.ColorRole.Window) == shown.window
    assert made.color(QPalette.ColorRole.Base) == shown.surface
    assert made.color(QPalette.ColorRole.PlaceholderText) == shown.muted


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp)


def test_a_choice_dresses_every_widget(theme: Theme, qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    theme.set_choice("dark")
    with qtbot.waitSignal(theme.changed):
        theme.set_choice("light")
    assert colors(label) is LIGHT
    theme.set_choice("dark")
    assert colors(label) is DARK
    assert theme.choice == "dark"


def test_an_unknown_choice_follows_the_system(theme: Theme, qtbot: QtBot) -> None:
    theme.set_choice("dark")
    theme.set_choice("neon")
    widget = QWidget()
    qtbot.addWidget(widget)
    assert theme.choice == "system"
    assert colors(widget) is LIGHT


def test_the_system_going_dark_is_followed(theme: Theme, qapp: QApplication) -> None:
    theme.set_choice("dark")
    theme.set_choice("system")
    # the platform without a screen has no scheme to change, only the signal
    qapp.styleHints().colorSchemeChanged.emit(qapp.styleHints().colorScheme())
    assert theme.choice == "system"


def test_digits_have_one_width(theme: Theme, qapp: QApplication) -> None:
    assert qapp.font().featureValue(QFont.Tag("tnum")) == 1


def test_a_primary_button_is_filled(theme: Theme, qtbot: QtBot) -> None:
    theme.set_choice("light")
    button = QPushButton("Start")
    button.setProperty("role", "primary")
    qtbot.addWidget(button)
    button.resize(120, 40)
    assert button.grab().toImage().pixelColor(12, 20) == LIGHT.fill


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_only_the_default_of_a_dialog_is_filled_beside_primary_ones(
    theme: Theme, qtbot: QtBot, choice: str
) -> None:
    theme.set_choice(choice)
    shown = LIGHT if choice == "light" else DARK
    page, dialog = QDockWidget(), QDialog()
    found = []
    for window in (page, dialog):
        inner = QWidget(window)
        plain, focused = QPushButton("Compare", inner), QPushButton("Clear", inner)
        for place, button in enumerate((plain, focused)):
            button.setGeometry(0, 40 * place, 120, 32)
        if isinstance(window, QDockWidget):
            window.setWidget(inner)
        qtbot.addWidget(window)
        window.resize(200, 200)
        window.show()
        focused.setFocus()
        qtbot.waitUntil(focused.hasFocus)
        assert focused.isDefault()  # Enter presses it, on a page too
        found.append(focused.grab().toImage())
    on_page, in_dialog = found
    assert on_page.pixelColor(12, 16) == shown.surface
    assert [on_page.pixelColor(60, y) for y in (0, 1)] == [shown.accent] * 2
    assert in_dialog.pixelColor(12, 16) == shown.fill
