"""Asking for a name in a line of its own, without another dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget


class NameLine(QFrame):
    """named: the name that was written. left: none was wanted after all."""

    named = Signal(str)
    left = Signal()

    def __init__(self, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        label = QLabel(title)
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(name)
        self.edit.setMaxLength(120)
        self.save = QPushButton("Save")
        self.save.setProperty("role", "primary")
        self.save.clicked.connect(self._save)
        self.cancel = QPushButton("Cancel")
        self.cancel.clicked.connect(self.left)
        self.edit.textChanged.connect(lambda text: self.save.setEnabled(bool(text.strip())))
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 8, 12, 8)
        line.setSpacing(8)
        label.setBuddy(self.edit)
        line.addWidget(label)
        line.addWidget(self.edit, 1)
        line.addWidget(self.save)
        line.addWidget(self.cancel)

    def ask(self, name: str) -> None:
        """Open the line with a name to begin with."""
        self.edit.setText(name)
        self.show()
        self.edit.setFocus()
        self.edit.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves and Escape leaves: neither is for the dialog around it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._save()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _save(self) -> None:
        name = self.edit.text().strip()
        if name:
            self.named.emit(name)
