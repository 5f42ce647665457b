"""What can be set: sections with a search above them. Every control takes effect at once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.context import Context
from desktop.ui.icons import icon
from desktop.ui.settings.data import DataSection
from desktop.ui.settings.fields import Field
from desktop.ui.settings.gear import GearSection
from desktop.ui.settings.keeping import Settings
from desktop.ui.settings.profile import ProfileSection
from desktop.ui.settings.rest import RestSection
from desktop.ui.settings.rest_box import RestBox
from desktop.ui.settings.search import SearchLine
from desktop.ui.settings.section import Section
from desktop.ui.settings.sections_list import SectionsList
from desktop.ui.settings.target import control_of, focus_on
from desktop.ui.settings.training import TrainingSection
from desktop.ui.settings.warm_up import WarmUpSection
from desktop.ui.settings.window import WindowSection
from desktop.ui.shortcuts import sequences
from desktop.ui.sizes import at_least, px, room_for
from desktop.ui.tasks import words_for
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import muted_label

_WORDS, _EDGES = 124, 80  # wide: the titles of the sections, and what is around them
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SettingsDialog(QDialog):
    """The settings of the open profile, and where the data lies.

    section: the name of the section to open at: training, rest, warm_up,
    gear, window, profile or data. target: the title of the setting to go to in it.
    profiles_wanted: all profiles are asked for.
    """

    profiles_wanted = Signal()

    def __init__(
        self,
        context: Context,
        theme: Theme,
        folder: Path,
        parent: QWidget | None = None,
        section: str = "",
        target: str = "",
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.settings = Settings(context, self)
        self.setWindowTitle("Settings")
        at_least(self, 740, 440)
        room_for(self, 900, 680)
        self.search = SearchLine()
        self.training = TrainingSection(self.settings)
        self.rest = RestSection(self.settings)
        self.warm_up = WarmUpSection(self.settings)
        self.gear = GearSection(self.settings)
        self.window_section = WindowSection(self.settings, theme)
        self.profile = ProfileSection(self.settings)
        self.data = DataSection(self.settings, folder)
        self.sections: tuple[Section, ...] = (
            self.training,
            self.rest,
            self.warm_up,
            self.gear,
            self.window_section,
            self.profile,
            self.data,
        )
        self.list = SectionsList([one.title for one in self.sections])
        self.nothing = muted_label("No setting has these words.")
        # with their parents at once: to be dressed anew costs more than to be made
        self.area = QScrollArea(self)
        self._content = QWidget()
        self.area.setWidget(self._content)
        self.fault = QLabel()
        self.undo_button = QPushButton("Undo")
        self.close_button = QPushButton("Close")
        self._shown = 0
        self._lay_out()
        self._connect()
        names = [one.name for one in self.sections]
        self.go(names.index(section) if section in names else 0)
        self._target = control_of(self.sections[self._shown], target) if target else None
        self._say_undo()

    def go(self, place: int) -> None:
        """Show one section, with an empty search."""
        self._shown = place
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._filter()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # once it is laid out
        QTimer.singleShot(0, self, self._go_to_target)

    def done(self, result: int) -> None:
        """Keep what is still being typed, and close."""
        self._commit()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.search.setFocus()
        elif event.key() in _ENTERS:
            if isinstance(focused, QAbstractButton):
                focused.click()
        else:
            super().keyPressEvent(event)

    def _go_to_target(self) -> None:
        """Put the keyboard where it was asked for, as soon as that can be used."""
        wanted, self._target = self._target, None
        if wanted is not None and not focus_on(self.area, wanted):
            self._target = wanted
            once = Qt.ConnectionType.SingleShotConnection
            self.settings.gear.changed.connect(self._go_to_target, once)

    def _filter(self) -> None:
        words = self.search.words
        if words:
            found = [section.show_matching(words) for section in self.sections]
            self.list.mark_found(found)
            self.nothing.setVisible(not any(found))
        else:
            for place, section in enumerate(self.sections):
                section.show_all()
                section.setVisible(place == self._shown)
            self.list.mark(self._shown)
            self.nothing.hide()
        self.area.verticalScrollBar().setValue(0)

    def _enter(self) -> None:
        """Go from the search to the first thing it found, or to the list of sections."""
        if not self.search.words:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            return
        one = self.list.nextInFocusChain()
        while one is not None and one is not self.list:
            if self._content.isAncestorOf(one) and _is_stop(one):
                one.setFocus(Qt.FocusReason.TabFocusReason)
                self.area.ensureWidgetVisible(one)
                return
            one = one.nextInFocusChain()

    def _commit(self) -> None:
        focused = self.focusWidget()
        if isinstance(focused, (Field, RestBox)):
            focused.commit()

    def _leave_to_profiles(self) -> None:
        self.accept()
        self.profiles_wanted.emit()

    def _undo(self) -> None:
        self._commit()
        self.settings.undo()

    def _say_undo(self) -> None:
        label = self.settings.undo_label
        self.undo_button.setEnabled(bool(label))
        self.undo_button.setToolTip(f"Undo: {label} (Ctrl+Z)" if label else "Nothing was changed")
        self.undo_button.setAccessibleDescription(label)
        self.fault.clear()

    def _show_fault(self, fault: Exception) -> None:
        if not self.isVisible():
            self.context.tasks.faulted.emit(fault)
        self.fault.setText(" ".join(words_for(fault)).strip())

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.search.entered.connect(self._enter)
        self.list.chosen.connect(self.go)
        self.list.left.connect(self.search.setFocus)
        self.undo_button.clicked.connect(self._undo)
        self.close_button.clicked.connect(self.reject)
        self.profile.profiles_wanted.connect(self._leave_to_profiles)
        self.settings.stepped.connect(self._say_undo)
        self.settings.failed.connect(self._show_fault)
        for name, run in (
            ("undo", self._undo),
            ("redo", self.settings.redo),
            ("find", self.search.setFocus),
        ):
            for keys in sequences("settings", name):
                QShortcut(keys, self).activated.connect(run)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._make_side())
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._make_area(), 1)
        right.addLayout(self._make_foot())
        row.addLayout(right, 1)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in a field keeps the field, nothing else

    def _make_side(self) -> QFrame:
        side = QFrame()
        side.setObjectName("side")
        side.setFixedWidth(_EDGES + px(_WORDS))
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 16, 12, 12)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        return side

    def _make_area(self) -> QScrollArea:
        column = QVBoxLayout(self._content)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(24)
        column.addWidget(self.nothing)
        for section in self.sections:
            column.addWidget(section)
        column.addStretch(1)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        return self.area

    def _make_foot(self) -> QHBoxLayout:
        self.fault.setProperty("role", "error")
        self.fault.setWordWrap(True)
        self.undo_button.setIcon(icon("undo", self.undo_button))
        self.undo_button.setProperty("role", "flat")
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 24, 16)
        foot.setSpacing(8)
        foot.addWidget(self.undo_button)
        foot.addWidget(self.fault, 1)
        foot.addWidget(self.close_button)
        return foot


def _is_stop(widget: QWidget) -> bool:
    can_focus = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return can_focus and widget.isVisible() and widget.isEnabled() and not widget.focusProxy()
