"""Lists that are edited in place: a line for each thing, a field for each of its values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from typing import Any, NamedTuple, Protocol, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.ui.icons import icon
from desktop.ui.settings.fields import Field

_GAP = 8
_BUTTON = 26
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
        self._cells.setSpacing(_GAP)
        for number, column in enumerate(columns):
            self._add(number, column, edit)
        if self.lift is not None:
            self.lift.clicked.connect(lambda: self.lift_asked.emit(self.place))
            self._cells.addWidget(self.lift)
        self._cells.addWidget(self.remove)
        if not _has_rest(columns):
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
        _size(editor, column)
        self.editors.append(editor)
        self._cells.addWidget(editor, 0 if column.width else 1)

    def _say(self, number: int, words: str) -> None:
        self._faults[number] = words
        said = " ".join(filter(None, self._faults))
        self.fault.setText(said)
        self.fault.setVisible(bool(said))
        self.editors[number].setAccessibleDescription(words)


class Lines(QWidget):
    """The list with its titles, and a button below that adds to it.

    edit(row, column, value) takes what was typed; it may raise InvalidInputError.
    least: so many lines stay.
    """

    removed = Signal(int)
    lifted = Signal(int)

    def __init__(
        self,
        columns: Sequence[Column],
        edit: Edit,
        add: str,
        least: int = 0,
        can_lift: bool = False,
    ) -> None:
        super().__init__()
        self._columns, self._edit, self._least, self._can_lift = columns, edit, least, can_lift
        self.lines: list[Line] = []
        self.add = QPushButton(add)
        self.add.setProperty("role", "flat")
        self.add.setIcon(icon("plus", self.add))
        self._titles = self._make_titles()
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        adding = QHBoxLayout()
        adding.addWidget(self.add)
        adding.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(self._titles)
        whole.addLayout(self._column)
        whole.addLayout(adding)
        self._titles.hide()

    def show_rows(self, rows: Sequence[Row], anew: bool = False) -> None:
        """Show these. The focus stays at its place; anew: they are those of another list."""
        anew = anew or len(rows) != len(self.lines)
        self._fit(len(rows))
        self._titles.setVisible(bool(rows))
        for line, row in zip(self.lines, rows, strict=True):
            line.show_row(row, anew, len(rows) > self._least)

    def edit(self, place: int, number: int = 0) -> None:
        """Put the focus into a value of a line."""
        cast(Editor, self.lines[place].editors[number]).edit()

    def follow(self, place: int, to: int) -> None:
        """What has changed its place takes the focus along."""
        for number, stop in enumerate(self.lines[place].stops):
            if to != place and stop.hasFocus():
                self.lines[to].stops[number].setFocus()

    def _fit(self, count: int) -> None:
        """As many lines as there are things."""
        lost = any(line.isAncestorOf(_focused(self)) for line in self.lines[count:])
        for line in self.lines[count:]:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        del self.lines[count:]
        if lost:
            (self.lines[-1].remove if self.lines else self.add).setFocus()
        if count == len(self.lines):
            return
        while len(self.lines) < count:
            line = Line(len(self.lines), self._columns, self._edit, self._can_lift)
            line.removal_asked.connect(self.removed)
            line.lift_asked.connect(self.lifted)
            line.walked.connect(self._walk)
            self._column.addWidget(line)
            line.show()  # at once, for the focus may go there next
            self.lines.append(line)
        # the keys go from line to line and then to what adds one
        before = self.add.previousInFocusChain() if self.lines else None
        stops = [before] if before is not None else []
        for line in self.lines:
            stops += line.stops
        for one, following in pairwise([*stops, self.add]):
            QWidget.setTabOrder(one, following)

    def _walk(self, place: int, number: int, step: int) -> None:
        if 0 <= place + step < len(self.lines):
            self.edit(place + step, number)

    def _make_titles(self) -> QWidget:
        titles = QWidget()
        row = QHBoxLayout(titles)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for column in self._columns:
            label = QLabel(column.title)
            label.setProperty("role", "caption")
            if column.is_number:
                label.setAlignment(Qt.AlignmentFlag.AlignRight)
                label.setContentsMargins(0, 0, 7, 0)  # above the digits
            else:
                label.setContentsMargins(7 if column.make else 0, 0, 0, 0)
            _size(label, column)
            row.addWidget(label, 0 if column.width else 1)
        buttons = 2 if self._can_lift else 1
        row.addSpacing(buttons * _BUTTON + (buttons - 1) * _GAP)
        if not _has_rest(self._columns):
            row.addStretch(1)
        return titles


def _focused(widget: QWidget) -> QWidget:
    return cast("QWidget | None", widget.window().focusWidget()) or widget


def _has_rest(columns: Sequence[Column]) -> bool:
    """Whether one of them takes the room that the others leave."""
    return any(not column.width for column in columns)


def _size(widget: QWidget, column: Column) -> None:
    if column.width:
        widget.setFixedWidth(column.width)
    else:
        widget.setMinimumWidth(80)


def _tool(picture: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(picture, button))
    button.setIconSize(QSize(14, 14))
    button.setFixedSize(_BUTTON, _BUTTON)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def _name(button: QToolButton, words: str) -> None:
    button.setToolTip(words)
    button.setAccessibleName(words)
