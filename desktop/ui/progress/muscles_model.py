"""The table of muscles: how much of each, and landmarks that are typed into it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QWidget

from desktop.domain.training import Landmark
from desktop.ui.progress.muscles_weeks import ENOUGH, Amount
from desktop.ui.sizes import px, scale
from desktop.ui.theme import Colors
from desktop.ui.widgets.delegate import RowDelegate, draw_text
from desktop.ui.widgets.row_model import Column, RowModel
from desktop.ui.widgets.table import Table
from desktop.ui.widgets.texts import NONE

_Index = QModelIndex | QPersistentModelIndex
BAND, LOW, HIGH = 3, 4, 5
_MOST_SETS = 99.0
_BAR, _BAR_MOST, _GAP, _HALF = 84, 200, 10, 4.5
_WORD = 76


def number(value: float) -> str:
    """'12', '12.5'."""
    return f"{value:.1f}".removesuffix(".0")


def change_text(value: float | None) -> str:
    """'+2.5', with a true minus; a dash where there is nothing to compare with."""
    if value is None:
        return NONE
    sign = "+" if value > 0 else "\N{MINUS SIGN}" if value < 0 else ""
    return f"{sign}{number(abs(value))}"


def amount_columns() -> list[Column[Amount]]:
    """The columns of the table."""
    return [
        Column("Muscle", lambda one: one.name, stretch=True, enough=130),
        Column(
            "Sets a week",
            lambda one: number(one.sets),
            sort_key=lambda one: one.sets,
            right=True,
            width=92,
            descending_first=True,
        ),
        Column(
            "Change",
            lambda one: change_text(one.change),
            sort_key=lambda one: one.change,
            right=True,
            muted=True,
            width=76,
            descending_first=True,
        ),
        Column("Landmarks", lambda one: one.verdict, width=_BAR + px(_GAP) + px(_WORD) + 24),
        Column("Low", lambda one: _edge(one.landmark, is_high=False), right=True, width=62),
        Column("High", lambda one: _edge(one.landmark, is_high=True), right=True, width=62),
    ]


def _edge(landmark: Landmark | None, *, is_high: bool) -> str:
    if landmark is None:
        return NONE
    return number(landmark.high if is_high else landmark.low)


class AmountModel(RowModel[Amount]):
    """typed: a row's key's group, and the landmark that it is to have."""

    typed = Signal(object, object)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() in (LOW, HIGH):
            row = self.row(index.row())
            if row.is_own and row.landmark is not None:
                return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.EditRole:
            return super().data(index)
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            return _tip(self.row(index.row()))
        if role == self.MutedRole and index.isValid() and index.column() in (LOW, HIGH):
            return not self.row(index.row()).is_own
        return super().data(index, role)

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row(index.row())
        sets = _parsed(str(value))
        if sets is None or row.landmark is None or role != Qt.ItemDataRole.EditRole:
            return False
        low, high = row.landmark.low, row.landmark.high
        # the other one gives way, so that what is little stays below what is a lot
        wanted = (
            Landmark(sets, max(sets, high))
            if index.column() == LOW
            else Landmark(min(low, sets), sets)
        )
        if wanted != row.landmark:
            self.typed.emit(row.group, wanted)
        return True


def _tip(row: Amount) -> str:
    if row.landmark is None:
        return f"{row.name}: {number(row.sets)} sets a week"
    edges = f"{number(row.landmark.low)} to {number(row.landmark.high)}"
    lines = [f"{row.name}: {number(row.sets)} sets a week, productive from {edges}"]
    lines.append(
        "Press F2 or double-click Low or High to set your own landmarks."
        if row.is_own
        else f"The landmarks of {row.group} hold for each muscle of it; set them under Groups."
    )
    return "\n".join(lines)


def _parsed(text: str) -> float | None:
    """A number of sets to a tenth, None where the text is none."""
    try:
        sets = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return round(sets, 1) if 0 <= sets <= _MOST_SETS else None


class AmountDelegate(RowDelegate):
    """Draws where a mean stands in its landmarks, and lets these be typed."""

    def __init__(self, view: Table) -> None:
        super().__init__(view)
        self._table = view

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> QLineEdit:
        edit = QLineEdit(parent)
        edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        edit.setAccessibleName(f"{'Low' if index.column() == LOW else 'High'} landmark")
        return edit

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        assert isinstance(editor, QLineEdit)
        editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
        editor.selectAll()

    def paint_content(
        self,
        painter: QPainter,
        rect: QRect,
        option: QStyleOptionViewItem,
        index: _Index,
        shown: Colors,
    ) -> None:
        if index.column() != BAND:
            super().paint_content(painter, rect, option, index, shown)
            if index == self._table.currentIndex() and self._table.hasFocus():
                self._paint_cursor(painter, rect, index, shown)
            return
        row: Amount = index.data(RowModel.RowRole)
        if row.landmark is None:
            return
        wide = min(px(_BAR_MOST), rect.width() - px(_GAP) - px(_WORD))
        bar = QRectF(rect.left(), rect.center().y() - 3, wide, 7)
        paint_band(painter, bar, row.sets, row.landmark, shown)
        painter.setPen(shown.text if row.verdict == ENOUGH else shown.muted)
        painter.setFont(option.font)
        draw_text(painter, rect.adjusted(wide + px(_GAP), 0, 0, 0), row.verdict, None)

    def _paint_cursor(self, painter: QPainter, rect: QRect, index: _Index, shown: Colors) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return
        painter.setPen(QPen(shown.accent, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(-5.5, 3.5, 5.5, -3.5), 4, 4)


def paint_band(
    painter: QPainter, bar: QRectF, sets: float, landmark: Landmark, shown: Colors
) -> None:
    """A track with the productive part filled, and a mark where the sets are.

    The mark is a diamond within it; below and above it an arrow points away.
    """
    most = max(landmark.high * 1.5, 1.0)

    def at(value: float) -> float:
        return float(bar.left() + bar.width() * min(value / most, 1.0))

    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shown.line)
    painter.drawRoundedRect(bar, 3.5, 3.5)
    painter.setBrush(shown.series[2])
    painter.setOpacity(0.55)
    low, high = at(landmark.low), at(landmark.high)
    painter.drawRect(QRectF(low, bar.top(), max(2.0, high - low), bar.height()))
    painter.setOpacity(1.0)
    painter.setBrush(shown.text)
    painter.setPen(QPen(shown.surface, 1.2))
    x = min(max(at(sets), bar.left() + 3), bar.right() - 3)
    painter.drawPolygon(_mark(x, bar.center().y(), sets, landmark))
    painter.restore()


def _mark(x: float, y: float, sets: float, landmark: Landmark) -> QPolygonF:
    if landmark.low <= sets <= landmark.high:
        places: tuple[tuple[float, float], ...] = (
            (0.0, -6.0),
            (_HALF * scale(), 0.0),
            (0.0, 6.0),
            (-_HALF * scale(), 0.0),
        )
    else:
        away = -_HALF * scale() if sets < landmark.low else _HALF * scale()
        places = ((away, 0.0), (-away, -6.0), (-away, 6.0))
    return QPolygonF([QPointF(x + right, y + down) for right, down in places])
