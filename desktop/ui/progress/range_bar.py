"""The range of days that all tabs of the Progress page show."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from desktop.domain.days import months_before
from desktop.ui.widgets.buttons import Chip
from desktop.ui.widgets.dates_menu import DatesMenu
from desktop.ui.widgets.texts import day_text

RANGES: tuple[tuple[str, int | None, str], ...] = (
    ("3 m", 3, "the last 3 months"),
    ("6 m", 6, "the last 6 months"),
    ("1 y", 12, "the last year"),
    ("5 y", 60, "the last 5 years"),
    ("All", None, "everything"),
)
_ONE_YEAR = 2
_CHOSEN = len(RANGES)
_TO = " to "
_DATES = "Dates\N{HORIZONTAL ELLIPSIS}"


class RangeBar(QWidget):
    """Chips for the last months, and one that says and changes the days chosen otherwise.

    chosen: another range. The last months end with the last day of the log.
    """

    chosen = Signal()

    def __init__(self, last_day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last_day = last_day
        self._picked: tuple[date | None, date | None] = (None, None)
        self.setAccessibleName("Range")
        self.chips = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for place, (text, _, words) in enumerate((*RANGES, (_DATES, None, "chosen days"))):
            chip = Chip(text, f"Show {words}")
            chip.setToolTip(f"Show {words}")
            self.chips.addButton(chip, place)
            row.addWidget(chip)
        self.chips.button(_ONE_YEAR).setChecked(True)
        self.dates = DatesMenu(self)
        self.dates.chosen.connect(self.pick)
        self.dates.aboutToHide.connect(self._mark)
        self._held = _ONE_YEAR
        self.chips.idClicked.connect(self._on_clicked)

    @property
    def range(self) -> tuple[date | None, date | None]:
        """The first and the last day; None for an open end."""
        if self._held == _CHOSEN:
            return self._picked
        months = RANGES[self._held][1]
        return (months_before(self._last_day, months) if months else None), None

    @property
    def kept(self) -> str:
        """The choice as a text."""
        if self._held < _CHOSEN:
            return RANGES[self._held][0]
        return _TO.join(one.isoformat() if one else "" for one in self._picked)

    def recall(self, text: str) -> None:
        """Choose what `kept` said, without telling; nothing of a text that is none of its."""
        names = [name for name, _, _ in RANGES]
        first, to, last = text.partition(_TO)
        if text in names:
            self._held = names.index(text)
        elif to:
            try:
                self._picked = (_read_day(first), _read_day(last))
            except ValueError:
                return
            self._held = _CHOSEN
        self._mark()

    def set_last_day(self, day: date) -> None:
        """Say where the log ends."""
        self._last_day = day
        self._mark()

    def pick(self, first: date | None, last: date | None) -> None:
        """Show these days; everything when both ends are open."""
        if first is None and last is None:
            self._held = _CHOSEN - 1
        else:
            self._held, self._picked = _CHOSEN, (first, last)
        self._mark()
        self.chosen.emit()

    def _on_clicked(self, place: int) -> None:
        if place == _CHOSEN:
            self._mark()
            first, last = self.range
            self.dates.ask(first or months_before(self._last_day, 12), last or self._last_day)
            below = self.chips.button(_CHOSEN)
            self.dates.popup(below.mapToGlobal(below.rect().bottomLeft()))
        else:
            self._held = place
            self._mark()
            self.chosen.emit()

    def _mark(self) -> None:
        self.chips.button(self._held).setChecked(True)
        chip = self.chips.button(_CHOSEN)
        chip.setText(_DATES)
        if self._held == _CHOSEN:
            first, last = self._picked
            start = day_text(first) if first else "Start"
            chip.setText(f"{start} \N{EN DASH} {day_text(last or self._last_day)}")
        chip.setAccessibleDescription(chip.text() if self._held == _CHOSEN else "")


def _read_day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
