"""A line of a list that is edited in place: one thing, with a field for each of its values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple, Protocol, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.ui.icons import icon
from desktop.ui.settings.fields import Field
from desktop.ui.sizes import scaled

GAP = 8
BUTTON = 26
Edit = Callable[[int, int, Any], object]


class Editor(Protocol):
    """What a value is edited in: a Field, a RestBox."""

    take: Callable[[Any], object]

    def show_value(self, value: Any, anew: bool = False) -> None:
        """Show the value, unless something is being typed; anew: even then."""

    def edit(self) -> None:
        """Take the focus, ready to be typed over."""


class Column(NamedTuple):
    """A value that each line has. make: its editor, None for words only; width 0: the rest."""

    title: str
    make: Callable[[], QWidget] | None
    width: int = 0
    is_number: bool = False


class Row(NamedTuple):
    """What a line shows. name: what it is called by who cannot see it."""

    name: str
    values: tuple[Any, ...]


class Line(QWidget):
    """One thing of the list, with what is wrong with it below."""

    removal_asked = Signal(int)
    lift_asked = Signal(int)
    walked = Signal(int, int, int)

    def __init__(self, place: int, columns: Sequence[Column], edit: Edit, can_lift: bool) -> None:
        super().__init__()
        self.place = place
        self.editors: list[QWidget] = []
        self._columns = columns
        self._faults = [""] * len(columns)
        self.fault = QLabel()
        self.fault.setProperty("role", "error")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.lift = _tool("up") if can_lift else None
        self.remove = _tool("close")
        self.remove.clicked.connect(lambda: self.removal_asked.emit(self.place))
        self._cells = QHBoxLayout()
        self._cells.setSpacing(GAP)
        for number, column in enumerate(columns):
            self._add(number, column, edit)
        if self.lift is not None:
            self.lift.clicked.connect(lambda: self.lift_asked.emit(self.place))
            self._cells.addWidget(self.lift)
        self._cells.addWidget(self.remove)
        if not has_rest(columns):
            self._cells.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addLayout(self._cells)
        whole.addWidget(self.fault)

    def show_row(self, row: Row, anew: bool, can_go: bool) -> None:
        """Show these values; anew: also over what is being typed."""
        for column, editor, value in zip(self._columns, self.editors, row.values, strict=True):
            if isinstance(editor, QLabel):
                editor.setText(value)
                editor.setToolTip(value)
            else:
                cast(Editor, editor).show_value(value, anew)
                editor.setAccessibleName(f"{row.name}: {column.title}")
        _name(self.remove, f"Remove {row.name}")
        self.remove.setEnabled(can_go)
        if self.lift is not None:
            _name(self.lift, f"Move {row.name} up")
            self.lift.setEnabled(self.place > 0)

    @property
    def stops(self) -> list[QWidget]:
        """What takes the focus, from left to right."""
        editors = [one for one in self.editors if not isinstance(one, QLabel)]
        return [*editors, *([self.lift] if self.lift else []), self.remove]

    def _add(self, number: int, column: Column, edit: Edit) -> None:
        editor = column.make() if column.make else QLabel()
        if not isinstance(editor, QLabel):
            cast(Editor, editor).take = lambda value: edit(self.place, number, value)
            editor.refused.connect(partial(self._say, number))  # type: ignore[attr-defined]
            editor.walked.connect(  # type: ignore[attr-defined]
                lambda step: self.walked.emit(self.place, number, step)
            )
        if isinstance(editor, Field):
            editor.setProperty("role", "cell")
            if column.is_number:
                editor.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        fit_column(editor, column)
        self.editors.append(editor)
        self._cells.addWidget(editor, 0 if column.width else 1)

    def _say(self, number: int, words: str) -> None:
        self._faults[number] = words
        said = " ".join(filter(None, self._faults))
        self.fault.setText(said)
        self.fault.setVisible(bool(said))
        self.editors[number].setAccessibleDescription(words)


def has_rest(columns: Sequence[Column]) -> bool:
    """Whether one of them takes the room that the others leave."""
    return any(not column.width for column in columns)


def fit_column(widget: QWidget, column: Column) -> None:
    """Make the widget as wide as its column."""
    if column.width:
        scaled(widget.setFixedWidth, column.width)
    else:
        scaled(widget.setMinimumWidth, 80)


def _tool(picture: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(picture, button))
    scaled(button.setIconSize, QSize(14, 14))
    scaled(button.setFixedSize, BUTTON, BUTTON)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def _name(button: QToolButton, words: str) -> None:
    button.setToolTip(words)
    button.setAccessibleName(words)
