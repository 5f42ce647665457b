"""The steps that lead up to a working weight, as the profile wants them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.accounts import DEFAULT_RAMP, WarmUpStep
from desktop.domain.changes import Changed
from desktop.domain.errors import InvalidInputError
from desktop.domain.weight import decimal_of, plain_number
from desktop.ui.calculators.fields import NumberEdit, read_text, typed_reps
from desktop.ui.context import Context
from desktop.ui.sizes import scaled
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.card import Card, muted_label
from desktop.ui.widgets.styling import restyle

_MOST_STEPS = 8
_ABOUT = "Percent of the working weight; 0% is the empty bar."
_PERCENTS = "Type 0 to 99."
Ramp = tuple[WarmUpStep, ...]


class RampEditor(Card):
    """Lines of percent and reps. changed: `ramp` is another one.

    What is typed counts at once, and is kept when the field is left.
    after: where the Tab key comes from.
    """

    changed = Signal()

    def __init__(self, context: Context, after: QWidget) -> None:
        super().__init__("Steps")
        self._context, self._after = context, after
        self._kept: Ramp = ()
        self.lines: list[RampLine] = []
        self.note.setText("kept for every session")
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.about.setMinimumHeight(2 * self.about.fontMetrics().height())
        self._none = muted_label("No steps: no warm-up sets.", wraps=True)
        self.add = QPushButton("&Add step")
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._add)
        self.reset = QPushButton("&Usual steps")
        self.reset.setProperty("role", "flat")
        self.reset.setToolTip("Bring back the steps that most begin with")
        self.reset.setAutoDefault(False)
        self.reset.clicked.connect(lambda: self._replace(DEFAULT_RAMP))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.add)
        buttons.addWidget(self.reset)
        buttons.addStretch(1)
        self.body.addWidget(self.about)
        self.body.addLayout(self._column)
        self.body.addWidget(self._none)
        self.body.addLayout(buttons)
        self.body.addStretch(1)
        context.profile_changed.connect(self._on_profile)
        self._on_profile()

    @property
    def ramp(self) -> Ramp:
        """The steps that can be read, the lightest first."""
        return tuple(sorted((line.step for line in self.lines if line.step), key=_percent))

    def _on_profile(self) -> None:
        ramp = self._context.preferences.warm_up_ramp
        if ramp != self._kept:
            self._kept = ramp
            self._show(ramp)

    def _show(self, ramp: Ramp) -> None:
        for line in self.lines:
            self._drop(line)
        self.lines = []
        for step in ramp:
            self._insert(step)
        self._settle()

    def _replace(self, ramp: Ramp) -> None:
        self._show(ramp)
        self._keep()

    def _insert(self, step: WarmUpStep) -> RampLine:
        line = RampLine(step)
        line.changed.connect(self._on_typed)
        line.committed.connect(self._keep)
        line.removed.connect(self._remove)
        self.lines.append(line)
        self._column.addWidget(line)
        return line

    def _on_typed(self) -> None:
        faults = [(place, line.fault) for place, line in enumerate(self.lines, 1) if line.fault]
        words = f"Step {faults[0][0]}: {faults[0][1]}" if faults else _ABOUT
        self.about.setText(words)
        restyle(self.about, "role", "error" if faults else "caption")
        self.changed.emit()

    def _add(self) -> None:
        last = self.ramp[-1] if self.ramp else WarmUpStep(0, 10)
        # half of what is left to the working weight
        percent = round((last.percent + 100) / 2) if self.ramp else 0
        line = self._insert(WarmUpStep(percent, max(1, last.reps - 1) if self.ramp else last.reps))
        self._settle()
        self._keep()
        line.percent.setFocus(Qt.FocusReason.OtherFocusReason)
        line.percent.selectAll()

    def _remove(self, line: RampLine) -> None:
        place = self.lines.index(line)
        self.lines.remove(line)
        near = self.lines[min(place, len(self.lines) - 1)].remove if self.lines else self.add
        self._settle()
        near.setFocus(Qt.FocusReason.OtherFocusReason)
        self._drop(line)
        self._keep()

    def _drop(self, line: RampLine) -> None:
        line.blockSignals(True)  # its focus goes, but nothing of it is to be kept
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _settle(self) -> None:
        """Name the lines by their places, and offer what can be done."""
        for place, line in enumerate(self.lines, 1):
            line.name(place)
        self._order()
        self._none.setVisible(not self.lines)
        self.add.setEnabled(len(self.lines) < _MOST_STEPS)
        self._on_typed()

    def _order(self) -> None:
        """Let the Tab key go down the lines; new ones come last in the window by themselves."""
        if self.window() is not self._after.window():
            return
        before = self._after
        for line in self.lines:
            for one in (line.percent, line.reps, line.remove):
                QWidget.setTabOrder(before, one)
                before = one
        QWidget.setTabOrder(before, self.add)
        QWidget.setTabOrder(self.add, self.reset)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._order()

    def _arrange(self) -> None:
        """Let the lines stand in the order of their weights; the focus stays where it is."""
        ordered = sorted(self.lines, key=lambda line: _percent(line.step) if line.step else 0)
        if ordered != self.lines:
            self.lines = ordered
            for line in ordered:
                self._column.removeWidget(line)
                self._column.addWidget(line)
            self._settle()

    def _keep(self) -> None:
        if not all(line.step for line in self.lines):
            return  # the line says what is wrong
        self._arrange()
        before, after = self._kept, self.ramp
        if before == after:
            return
        self._kept = after
        accounts, user_id = self._context.services.accounts, self._context.user.id

        def keep(ramp: Ramp) -> Changed:
            # in what is stored by then: other preferences may be changed meanwhile
            stored = accounts.preferences(user_id)
            return accounts.save_preferences(user_id, replace(stored, warm_up_ramp=ramp))

        self._context.do("change the warm-up", lambda: keep(after), lambda: keep(before))


class RampLine(QWidget):
    """One step. step: None while a field is empty or wrong; fault: why."""

    changed = Signal()
    committed = Signal()
    removed = Signal(object)

    def __init__(self, step: WarmUpStep) -> None:
        super().__init__()
        self.step: WarmUpStep | None = step
        self.fault = ""
        self.percent = NumberEdit("")
        self.percent.setText(plain_number(Decimal(str(step.percent))))
        self.reps = NumberEdit("")
        self.reps.setText(str(step.reps))
        self.remove = icon_button("close", "Remove this step", self)
        self.remove.setProperty("role", "flat")
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(lambda: self.removed.emit(self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for edit, words in ((self.percent, "%  \u00d7"), (self.reps, "reps")):
            scaled(edit.setFixedWidth, 60)
            edit.textChanged.connect(self._on_typed)
            edit.editingFinished.connect(self.committed)
            row.addWidget(edit)
            row.addWidget(muted_label(words))
        row.addStretch(1)
        row.addWidget(self.remove)

    def name(self, place: int) -> None:
        """Say which step the fields are of."""
        self.percent.setAccessibleName(f"Step {place}, percent of the working weight")
        self.reps.setAccessibleName(f"Step {place}, reps")
        self.remove.setAccessibleName(f"Remove step {place}")

    def _on_typed(self) -> None:
        percent, wrong_percent = read_text(typed_percent, self.percent.text())
        reps, wrong_reps = read_text(typed_reps, self.reps.text())
        wrong_percent = wrong_percent or ("" if percent is not None else _PERCENTS)
        wrong_reps = wrong_reps or ("" if reps is not None else "Type the reps of this step.")
        self.percent.mark(wrong_percent)
        self.reps.mark(wrong_reps)
        self.fault = wrong_percent or wrong_reps
        self.step = None if percent is None or reps is None else WarmUpStep(percent, reps)
        self.changed.emit()


def typed_percent(text: str) -> float:
    """A share of the working weight below the whole of it. Raises InvalidInputError."""
    percent = decimal_of(text.removesuffix("%").strip())
    if not 0 <= percent < 100:
        raise InvalidInputError(f"A warm-up is lighter than {plain_number(percent)}%.", _PERCENTS)
    return float(percent)


def _percent(step: WarmUpStep) -> float:
    return step.percent
