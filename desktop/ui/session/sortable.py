"""Exercises brought into another order by mouse, and dropped in from the library."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.session.block import ExerciseBlock
from desktop.ui.session.block_actions import BlockActions
from desktop.ui.session.block_list import BlockList
from desktop.ui.session.controller import SessionController
from desktop.ui.session.drag import Landing
from desktop.ui.widgets.exercise_mime import ids_of


class SortableBlocks(BlockList):
    """Shows by a line where what is dragged would land."""

    def __init__(self, controller: SessionController, parent: QWidget | None = None) -> None:
        super().__init__(controller, parent)
        self.block_actions = BlockActions(controller, self)
        self.landing = Landing(self, self.inside)
        self._dragged: ExerciseBlock | None = None
        self._came_from: QWidget | None = None
        self.setAcceptDrops(True)

    def commit_all(self) -> bool:
        """Read every cell; False when one holds what cannot be used, which then has the focus."""
        for block in self.blocks:
            if block.notes.isModified():
                block.notes.editingFinished.emit()
        return all(row.commit_all() for row in self.rows())

    def adopt(self, block: ExerciseBlock) -> None:
        grip = block.head.grip
        grip.lifted.connect(partial(self._lift, block))
        grip.moved.connect(self._drag)
        grip.dropped.connect(self._drop)
        grip.cancelled.connect(self._end_drag)

    # by mouse into another order
    def _lift(self, block: ExerciseBlock, at: QPoint) -> None:
        self._came_from = self.window().focusWidget()
        if self.commit_all():
            self._dragged = block
            block.set_lifted(True)
            block.head.grip.setFocus(Qt.FocusReason.MouseFocusReason)
            self._drag(at)

    def _drag(self, at: QPoint) -> None:
        if self._dragged is not None:
            self.landing.hover(at, [*self.blocks])

    def _drop(self) -> None:
        block, place = self._dragged, self.landing.place
        self._end_drag()
        if block is not None and block in self.blocks and place is not None:
            here = self.blocks.index(block)
            self.block_actions.move(block, (place if place <= here else place - 1) - here)

    def _end_drag(self) -> None:
        if self._dragged is not None:
            self._dragged.set_lifted(False)
        self._dragged = None
        self.landing.leave()
        if self._came_from is not None and self.block_of(self._came_from) is not None:
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self._came_from = None

    # out of the library
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.controller.session is not None and ids_of(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        at = self.viewport().mapToGlobal(event.position().toPoint())
        self.landing.hover(at, [*self.blocks])
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.landing.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        place = self.landing.leave()
        if place is not None and self.commit_all():
            self.block_actions.add(ids_of(event.mimeData()), place)
            event.acceptProposedAction()
