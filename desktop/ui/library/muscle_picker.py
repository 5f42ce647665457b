"""Chooses primary and secondary muscles, and shows them on the body at once."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.domain.muscles import MUSCLES_OF, Muscle
from desktop.ui.sizes import scaled
from desktop.ui.widgets.body_map import BodyMap
from desktop.ui.widgets.card import muted_label


class MusclePicker(QWidget):
    """Two lists of muscles; a muscle that is put on one leaves the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._primary = MuscleMenu("Primary")
        self._secondary = MuscleMenu("Secondary")
        self._body = BodyMap()
        scaled(self._body.setFixedSize, 150, 148)
        column = QVBoxLayout()
        column.setSpacing(4)
        for menu, other in (
            (self._primary, self._secondary),
            (self._secondary, self._primary),
        ):
            column.addWidget(muted_label(menu.title))
            column.addWidget(menu)
            column.addSpacing(4)
            menu.added.connect(other.drop)
            menu.changed.connect(self._on_changed)
        column.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addLayout(column, 1)
        line.addWidget(self._body)
        self.setFocusProxy(self._primary)

    @property
    def primary(self) -> tuple[Muscle, ...]:
        """The muscles that the exercise is for."""
        return self._primary.chosen

    @property
    def secondary(self) -> tuple[Muscle, ...]:
        """The muscles that help."""
        return self._secondary.chosen

    def set_muscles(self, primary: Iterable[Muscle], secondary: Iterable[Muscle]) -> None:
        """Choose these."""
        self._primary.set_chosen(primary)
        self._secondary.set_chosen(secondary)
        self._on_changed()

    def choose(self, muscle: Muscle, is_primary: bool = True) -> None:
        """Choose a muscle or drop it, as a click in its list does."""
        (self._primary if is_primary else self._secondary).choose(muscle)

    def _on_changed(self) -> None:
        self._body.set_worked(self.primary, self.secondary)


class MuscleMenu(QPushButton):
    """A button that names the chosen muscles, over a menu of all of them by group."""

    added = Signal(object)
    changed = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.setAutoDefault(False)  # Enter saves, also from here; Space opens the menu
        self._order: list[Muscle] = []
        self._actions: dict[Muscle, QAction] = {}
        menu = _StayingMenu(self)
        for group, muscles in MUSCLES_OF.items():
            menu.addSection(group)
            for muscle in muscles:
                action = menu.addAction(muscle.label)
                action.setCheckable(True)
                action.triggered.connect(lambda _=False, m=muscle: self._on_triggered(m))
                self._actions[muscle] = action
        self.setMenu(menu)
        self._show()

    @property
    def chosen(self) -> tuple[Muscle, ...]:
        """The muscles in the order they were chosen."""
        return tuple(self._order)

    def set_chosen(self, muscles: Iterable[Muscle]) -> None:
        """Choose just these."""
        self._order = list(muscles)
        for muscle, action in self._actions.items():
            action.setChecked(muscle in self._order)
        self._show()

    def choose(self, muscle: Muscle) -> None:
        """Choose a muscle or drop it."""
        self._actions[muscle].trigger()

    def drop(self, muscle: Muscle) -> None:
        """Do not choose that one any more."""
        if muscle in self._order:
            self._actions[muscle].setChecked(False)
            self._order.remove(muscle)
            self._show()
            self.changed.emit()

    def _on_triggered(self, muscle: Muscle) -> None:
        if muscle in self._order:
            self.drop(muscle)
            return
        self._order.append(muscle)
        self._show()
        self.added.emit(muscle)
        self.changed.emit()

    def _show(self) -> None:
        text = ", ".join(self._order).capitalize()
        self.setText(text or "None")
        self.setToolTip(text)
        self.setAccessibleName(f"{self.title} muscles: {text or 'none'}")


class _StayingMenu(QMenu):
    """Stays open while several are ticked; Escape or a click elsewhere closes it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._trigger():
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_space = event.key() == Qt.Key.Key_Space
        if not is_space or not self._trigger():
            super().keyPressEvent(event)

    def _trigger(self) -> bool:
        action: QAction | None = self.activeAction()
        if action is None or not action.isCheckable():
            return False
        action.trigger()
        return True
