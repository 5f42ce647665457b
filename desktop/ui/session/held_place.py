"""Where one types stays where it is, also when what stood there comes and goes."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop.ui.session.grid import SetGrid


class HeldPlace(QObject):
    """Brings the grid up to date; what had the focus and is gone hands it to its neighbour."""

    def __init__(self, grid: SetGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    def refresh(self) -> None:
        """Show the sets as they are now."""
        grid = self._grid
        here = grid.block_of(grid.window().focusWidget())
        before = grid.rows()
        at = grid.blocks.index(here) if here is not None else -1
        grid.refresh()
        if here is not None and before != grid.rows():
            self._hold(at)
            # what is new is shown, and what is gone lets go of the focus, after this
            QTimer.singleShot(0, self, lambda: self._hold(at))

    def _hold(self, at: int) -> None:
        grid = self._grid
        focused: QWidget | None = grid.window().focusWidget()
        if not grid.isVisible() or grid.block_of(focused) is not None:
            return
        stops = [stop for stop in grid.stops() if stop[0] in grid.blocks[at : at + 1]]
        waiting = [stop for stop in stops if stop[1] and not stop[1].tick.is_done]
        if stops:
            grid.focus_stop((waiting or stops)[0], 0)
        else:
            grid.focus_next()
