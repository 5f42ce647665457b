"""What the style sheet writes can be read on what it writes it on, in both themes.

Text needs 4.5:1 and marks 3:1 (WCAG 2.2, 1.4.3 and 1.4.11). Words of what is
disabled are exempt there, and are told by their state too.
"""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QPalette

from desktop.ui.stylesheet import stylesheet
from desktop.ui.theme import DARK, LIGHT, Colors, palette
from tests.ui.test_theme import contrast

THEMES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
STATES = re.compile(r":(?!:)[a-z-]+")
TEXT, MARK = 4.5, 3.0
# Rules that carry no words: arrows, bars, lines.
WORDLESS = ("handle", "separator", "chunk", "QProgressBar", "grip", "indicator", "arrow", "-page")


def rules(shown: Colors) -> list[tuple[str, dict[str, str]]]:
    """Each selector with what it sets."""
    found = []
    for selectors, body in RULE.findall(stylesheet(shown, 10)):
        pairs = (one.partition(":") for one in body.split(";") if ":" in one)
        values = {name.strip(): value.strip() for name, _, value in pairs}
        found += [(one.strip(), values) for one in selectors.split(",")]
    return found


def colour(value: str) -> QColor | None:
    """The colour in a value like '1px solid #dfe2e8'; None for none, and for one seen through."""
    named = re.search(r"#[0-9a-f]{6}", value)
    return QColor(named[0]) if named else None


def is_exempt(selector: str) -> bool:
    return ":disabled" in selector or any(word in selector for word in WORDLESS)


def settled(shown: Colors, selector: str, name: str, usual: QColor) -> QColor:
    """What a selector has as that, by itself or by the same one in fewer states."""
    base, states = STATES.sub("", selector), set(STATES.findall(selector))
    found = usual
    for other, values in rules(shown):
        is_same = STATES.sub("", other) == base and set(STATES.findall(other)) <= states
        if is_same and name in values:
            found = colour(values[name]) or found
    return found


@pytest.mark.parametrize("shown", THEMES)
def test_words_stand_out_from_the_ground_of_their_own_rule(shown: Colors) -> None:
    """A rule that sets a colour or a ground: with the other one as it then is."""
    poor = []
    for selector, values in rules(shown):
        if is_exempt(selector) or not {"color", "background"} & set(values):
            continue
        ink = settled(shown, selector, "color", shown.text)
        ground = settled(shown, selector, "background", shown.surface)
        if contrast(ink, ground) < TEXT:
            poor.append((selector, ink.name(), ground.name(), round(contrast(ink, ground), 2)))
    assert poor == []


@pytest.mark.parametrize("shown", THEMES)
def test_words_without_a_ground_stand_out_on_every_ground(shown: Colors) -> None:
    """Labels, captions, errors, ghosts: on the window, on cards, under the mouse, chosen."""
    grounds = (shown.window, shown.surface, shown.hover, shown.accent_soft, head(shown))
    poor = []
    for selector, values in rules(shown):
        ink = colour(values.get("color", ""))
        if ink is None or is_exempt(selector) or "background" in values:
            continue
        if not selector.startswith("QLabel") and "ghost" not in selector:
            continue
        poor += [(selector, one.name()) for one in grounds if contrast(ink, one) < TEXT]
    assert poor == []


def head(shown: Colors) -> QColor:
    """The ground of a table's titles."""
    return settled(shown, "QHeaderView", "background", shown.surface)


@pytest.mark.parametrize("shown", THEMES)
def test_what_is_painted_by_hand_can_be_read(shown: Colors) -> None:
    """Cells, charts, placeholders and tips, which take their colours from the theme."""
    for ink, ground in (
        (shown.muted, head(shown)),  # titles of columns
        (shown.muted, shown.surface),  # the axes of charts, ghosts, placeholders
        (shown.muted, shown.window),  # the same in what cannot be edited
        (shown.muted, shown.hover),
        (shown.muted, shown.accent_soft),  # secondary cells of a chosen row
        (shown.accent, shown.accent_soft),
        (shown.gold, shown.gold_soft),
        (shown.danger, shown.warn_soft),
        (shown.text, shown.warn_soft),
        (shown.on_fill, shown.fill),
        (shown.good, shown.surface),
        (shown.good, shown.accent_soft),
    ):
        assert contrast(ink, ground) >= TEXT, (ink.name(), ground.name())


@pytest.mark.parametrize("shown", THEMES)
def test_the_palette_can_be_read(shown: Colors) -> None:
    made, role = palette(shown), QPalette.ColorRole
    for ink, grounds in (
        (role.WindowText, (role.Window,)),
        (role.Text, (role.Base, role.AlternateBase)),
        (role.PlaceholderText, (role.Base,)),
        (role.ButtonText, (role.Button,)),
        (role.HighlightedText, (role.Highlight,)),
        (role.ToolTipText, (role.ToolTipBase,)),
        (role.Link, (role.Base, role.Window)),
    ):
        for ground in grounds:
            assert contrast(made.color(ink), made.color(ground)) >= TEXT, (ink, ground)


@pytest.mark.parametrize("shown", THEMES)
def test_the_focus_is_seen(shown: Colors) -> None:
    """The edge of what has the focus, against what is within it and around it."""
    edges = 0
    for selector, values in rules(shown):
        if ":focus" not in selector or is_exempt(selector):
            continue
        edge = colour(values.get("border-color", "")) or colour(values.get("border", ""))
        if edge is None:
            continue
        edges += 1
        for around in (shown.surface, shown.window):
            assert contrast(edge, around) >= MARK, (selector, edge.name(), around.name())
    assert edges >= 10, "rules that show the focus were not found"


@pytest.mark.parametrize("shown", THEMES)
def test_marks_are_seen(shown: Colors) -> None:
    marks = [*shown.series, shown.gold_mark, shown.fill, shown.accent, shown.good, shown.danger]
    for mark in marks:
        assert contrast(mark, shown.surface) >= MARK, mark.name()
    # the edge of a box to tick
    assert contrast(shown.muted, shown.surface) >= MARK


def test_the_measure_is_the_one_of_the_standard() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#767676"), QColor("white")) == pytest.approx(4.54, abs=0.01)
