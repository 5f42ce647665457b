"""The look: colours of the light and the dark theme, the palette made of them, the font."""

from __future__ import annotations

import sys
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui import sizes
from desktop.ui.stylesheet import stylesheet

_IS_FUSION = "isFusion"
_FONT = "usualFont"
CHOICES = ("system", "light", "dark")
# What to take where the desktop names no font of its own.
_FAMILIES = ("Inter", "Cantarell", "Noto Sans")
_BARE = ("DejaVu Sans", "Bitstream Vera Sans", "Sans Serif", "Sans", "")


class Colors(NamedTuple):
    """One theme's colours. `fill` is the accent behind `on_fill`; `hover` lies under the mouse.

    gold: in text; gold_mark: of the cup and around the points that are
    records, gold_fill: within them; no other thing is gold. warn_soft: behind
    what went wrong. series: for charts, apart from each other also for
    colour-blind eyes (after Okabe and Ito, without yellow), the accent first.
    """

    is_dark: bool
    accent: QColor
    accent_soft: QColor
    fill: QColor
    on_fill: QColor
    text: QColor
    muted: QColor
    line: QColor
    surface: QColor
    window: QColor
    hover: QColor
    gold: QColor
    gold_soft: QColor
    gold_mark: QColor
    gold_fill: QColor
    good: QColor
    danger: QColor
    warn_soft: QColor
    series: tuple[QColor, ...]


LIGHT = Colors(
    is_dark=False,
    accent=QColor("#2b59dd"),
    accent_soft=QColor("#e6edfd"),
    fill=QColor("#2b59dd"),
    on_fill=QColor("#ffffff"),
    text=QColor("#171a21"),
    muted=QColor("#5a6372"),
    line=QColor("#dfe2e8"),
    surface=QColor("#ffffff"),
    window=QColor("#f4f5f8"),
    hover=QColor("#f3f6fd"),
    gold=QColor("#855700"),
    gold_soft=QColor("#fcefd6"),
    gold_mark=QColor("#b57c00"),
    gold_fill=QColor("#ffc233"),
    good=QColor("#14763d"),
    danger=QColor("#b3261e"),
    warn_soft=QColor("#fdecea"),
    series=tuple(
        QColor(name)
        for name in ("#2b59dd #d96b00 #0b8f6a #a64d94 #3d9bd1 #c0392b #23304a #8a919c").split()
    ),
)
DARK = Colors(
    is_dark=True,
    accent=QColor("#86a3ff"),
    accent_soft=QColor("#233056"),
    fill=QColor("#3a62dc"),
    on_fill=QColor("#ffffff"),
    text=QColor("#e9ebef"),
    muted=QColor("#9ca5b4"),
    line=QColor("#2c323c"),
    surface=QColor("#1a1e25"),
    window=QColor("#12151a"),
    hover=QColor("#20252f"),
    gold=QColor("#f5b942"),
    gold_soft=QColor("#3b2f14"),
    gold_mark=QColor("#f5b942"),
    gold_fill=QColor("#f5b942"),
    good=QColor("#52c68d"),
    danger=QColor("#f58b82"),
    warn_soft=QColor("#3c2223"),
    series=tuple(
        QColor(name)
        for name in ("#86a3ff #f0964a #4cc29b #d58ac6 #8fdcff #b8405e #f3e3d3 #7b8390").split()
    ),
)


def colors(widget: QWidget) -> Colors:
    """The colours to paint a widget with: those of the theme its palette is of."""
    return DARK if _is_dark(widget.palette()) else LIGHT


def application(name: str) -> QApplication:
    """The application, in Fusion from its first moment.

    Asked for by argument, because to take or to give a QStyle wraps it with
    all its enums, which costs the first paint a tenth of its time.
    """
    words = [name, "-style", "fusion"]
    if sys.platform == "darwin":
        from desktop.ui.mac import MacApplication

        app: QApplication = MacApplication(words)
    else:
        app = QApplication(words)
    app.setProperty(_IS_FUSION, True)
    return app


def _fusion_palette(app: QApplication) -> QPalette:
    """See to it that the style is Fusion; its own palette."""
    if app.property(_IS_FUSION):
        app.setProperty(_IS_FUSION, None)  # from now on the palette is ours
        return app.palette()
    if app.style().name() != "fusion":
        app.setStyle("fusion")
    return app.style().standardPalette()


class Theme(QObject):
    """Dresses the application in the light or the dark theme, and follows the system if asked."""

    changed = Signal()

    def __init__(
        self, app: QApplication, choice: str = "system", text_size: int = sizes.USUAL
    ) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice if choice in CHOICES else "system"
        self._text_size = _known(text_size)
        self._shown: Colors | None = None
        # Fusion's own palette follows the system. Asking for the scheme itself
        # would cost the first paint all the enums of the Qt namespace.
        self._system_is_dark = _is_dark(_fusion_palette(app))
        self._usual_font = _font(app)
        self._set_font()
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self._apply()

    @property
    def choice(self) -> str:
        """What was chosen: one of CHOICES."""
        return self._choice

    @property
    def text_size(self) -> int:
        """Percent of the usual size: one of sizes.STEPS."""
        return self._text_size

    def set_text_size(self, percent: int) -> None:
        """Write larger or smaller, everywhere; what is not offered becomes the nearest that is."""
        if (known := _known(percent)) == self._text_size:
            return
        self._text_size = known
        self._shown = None
        self._set_font()
        self._apply()
        sizes.refit(self._app)

    def set_choice(self, choice: str) -> None:
        """Follow the system or stay light or dark; unknown words follow the system."""
        from PySide6.QtCore import Qt

        self._choice = choice if choice in CHOICES else "system"
        hints = self._app.styleHints()
        # for what the platform draws itself, like the window's frame
        if self._choice == "system":
            hints.unsetColorScheme()
        else:
            dark = self._choice == "dark"
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        self._apply()

    def _on_system_changed(self) -> None:
        from PySide6.QtCore import Qt

        # with a choice made, the hints tell that choice and not the system
        if self._choice == "system":
            self._system_is_dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
            self._apply()

    def _apply(self) -> None:
        follows = self._choice == "system"
        shown = DARK if (self._system_is_dark if follows else self._choice == "dark") else LIGHT
        if shown is self._shown:
            return
        self._shown = shown
        self._app.setPalette(palette(shown))
        self._app.setStyleSheet(stylesheet(shown, self._app.font().pointSizeF(), sizes.scale()))
        self.changed.emit()

    def _set_font(self) -> None:
        """The text in its size, and what goes with it; the style sheet follows in `_apply`."""
        sizes.set_scale(self._text_size / sizes.USUAL)
        font = QFont(self._usual_font)
        font.setPointSizeF(font.pointSizeF() * sizes.scale())
        self._app.setFont(font)


def palette(shown: Colors) -> QPalette:
    """The theme's colours in Qt's roles."""
    made = QPalette()
    role = QPalette.ColorRole
    for where, color in {
        role.Window: shown.window,
        role.WindowText: shown.text,
        role.Base: shown.surface,
        role.AlternateBase: shown.hover,
        role.Text: shown.text,
        role.Button: shown.surface,
        role.ButtonText: shown.text,
        role.BrightText: shown.danger,
        role.Highlight: shown.fill,
        role.HighlightedText: shown.on_fill,
        role.Accent: shown.fill,
        role.Link: shown.accent,
        role.LinkVisited: shown.accent,
        role.PlaceholderText: shown.muted,
        role.ToolTipBase: shown.surface,
        role.ToolTipText: shown.text,
        role.Light: shown.hover,
        role.Midlight: shown.hover,
        role.Mid: shown.line,
        role.Dark: shown.line if shown.is_dark else shown.line.darker(125),
        role.Shadow: shown.window.darker(150) if shown.is_dark else shown.line.darker(140),
    }.items():
        made.setColor(where, color)
    muted = shown.muted
    faint = QColor.fromRgb(muted.red(), muted.green(), muted.blue(), 150)
    for where in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, where, faint)
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, shown.line)
    return made


def _known(percent: int) -> int:
    return min(sizes.STEPS, key=lambda step: abs(step - percent))


def _font(app: QApplication) -> QFont:
    """The desktop's own font with digits of one width; a better one where it names none."""
    if isinstance(usual := app.property(_FONT), QFont):
        return usual  # another theme has dressed the application before
    given = app.font()
    font = QFont(given)
    if sys.platform not in ("darwin", "win32") and given.family() in _BARE:
        font.setFamilies([*_FAMILIES, given.family()])
        font.setPointSizeF(10)
    if font.pointSizeF() <= 0:  # given in pixels
        font.setPointSizeF(font.pixelSize() * 0.75)
    font.setFeature(QFont.Tag("tnum"), 1)
    app.setProperty(_FONT, font)
    return font


def _is_dark(given: QPalette) -> bool:
    return given.color(QPalette.ColorRole.Window).lightness() < 128
