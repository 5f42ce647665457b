"""What every page in the window has in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTableView, QVBoxLayout, QWidget

from desktop.domain.changes import Changed, Kind
from desktop.ui.context import Context
from desktop.ui.sizes import scaled
from desktop.ui.tasks import Newest

if TYPE_CHECKING:
    from desktop.domain.transfer import Selection
    from desktop.ui.widgets.empty import EmptyState

T = TypeVar("T")

_LINE = 32


class Page(QWidget):
    """A page: a title line with its actions on the right, and a body below.

    Subclasses set `watches` (the kinds of data they show) and implement
    `reload`, which asks for their data on a worker. A page out of sight
    reloads when it is next shown. Signals that leave the page are joined in
    the main window: start_requested opens a session in the dock (its
    argument: None empty, ('template', id), ('repeat', session id) or
    ('exercise', id), which an open session takes);
    open_requested shows something elsewhere (('session'|'exercise'|
    'template'|'progress'|'record', id), ('set', SetPlace) or ('page', name));
    action_requested runs a window action by name ('import', 'export').
    """

    start_requested = Signal(object)
    open_requested = Signal(str, object)
    action_requested = Signal(str)
    loaded = Signal()

    name = ""
    title = ""
    watches: frozenset[Kind] = frozenset()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._stale = True
        self._is_loaded = self._wants_focus = False
        self.loaded.connect(self._on_loaded)
        self.setObjectName(f"{self.name}Page")
        self.setAccessibleName(self.title)
        self.heading = QLabel(self.title)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setProperty("role", "title")
        # as high as a button: it stays put without one
        scaled(self.heading.setMinimumHeight, _LINE)
        self.subtitle = QLabel()
        self.subtitle.setProperty("role", "muted")
        self.header = QHBoxLayout()
        self.header.setSpacing(8)
        self.header.addWidget(self.heading)
        self.header.addWidget(self.subtitle)
        self.header.addStretch(1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 16, 24, 16)
        self.body.setSpacing(12)
        self.body.addLayout(self.header)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        self._actions.addStretch(1)
        self.body.addLayout(self._actions)  # which takes no room while it is empty
        self._is_split = False
        self._newest = Newest(context.tasks)
        context.notifier.changed.connect(self._on_changed)
        context.exercises_changed.connect(self._refresh)
        context.profile_changed.connect(self._refresh)

    def reload(self) -> None:
        """Ask for the page's data on a worker and show it; emit `loaded` when shown."""
        raise NotImplementedError

    def read_newest(self, work: Callable[[], T], show: Callable[[T], None]) -> None:
        """Read for `reload`; what comes late is not shown in place of what is newer."""
        self._newest.read(work, show)

    def go_to_search(self) -> None:
        """Search on this page: the focus stays there, also when the data comes later."""
        self._wants_focus = False
        self.focus_search()

    def focus_search(self) -> None:
        """Put the cursor where one searches on this page, if there is such a place."""

    def take_focus(self) -> None:
        """Put the keyboard into the page's list, once it is there; else on to the first control."""
        tables = (one for one in self.findChildren(QTableView) if one.isVisible())
        if (table := next(tables, None)) is not None:
            table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def visit(self) -> None:
        """Let the next key be for the page, at once or when its data is there."""
        if self._is_loaded:
            self.take_focus()
        self._wants_focus = not self._is_loaded

    def open_item(self, item_id: object) -> None:
        """Show one item: an exercise, a session, a set of it, a template."""

    def open_in_log(self, what: object) -> None:
        """Have a session shown where it was logged, by its id, or a set by its SetPlace."""
        self.open_requested.emit("session" if isinstance(what, UUID) else "set", what)

    def export_selection(self) -> Selection:
        """What an export from this page takes: everything, unless the page has a choice."""
        from desktop.domain.transfer import Selection

        return Selection()

    def page_commands(self) -> Mapping[str, Callable[[str], object]]:
        """How the page's PAGE_COMMANDS are done, by name; each takes words to begin with."""
        return {}

    def follow(self, empty: EmptyState) -> None:
        """Let what stands for an empty log lead on: to a session, or to an import."""
        empty.chosen.connect(lambda: self.start_requested.emit(None))
        empty.other_chosen.connect(lambda: self.action_requested.emit("import"))

    @property
    def is_header_split(self) -> bool:
        """The actions stand below the title: there is no room beside it."""
        return self._is_split

    def minimumSizeHint(self) -> QSize:
        """The room that is needed with the actions below the title: they go there first."""
        least = super().minimumSizeHint()
        margins = self.body.contentsMargins()
        parts = map(self.body.itemAt, range(self.body.count()))
        widths = [one.minimumSize().width() for one in parts if one and one is not self.header]
        widths += [self._room_of(self._titles()), self._room_of(self._held_actions())]
        return QSize(max(widths) + margins.left() + margins.right(), least.height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit_header()  # words in it may be longer now
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_header()

    def fit_header(self) -> None:
        """Put the actions beside the title where there is room, else below it."""
        margins = self.body.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        acting = self._held_actions()
        is_split = self._room_of([*self._titles(), *acting]) > room
        if is_split is self._is_split:
            return
        self._is_split = is_split
        to = self._actions if is_split else self.header
        for widget in acting:
            to.addWidget(widget)

    def _titles(self) -> list[QWidget]:
        """What stands in the header before its free room."""
        return [one for one in self._held_by(self.header) if not self._is_action(one)]

    def _held_actions(self) -> list[QWidget]:
        return (
            self._held_by(self._actions)
            if self._is_split
            else [one for one in self._held_by(self.header) if self._is_action(one)]
        )

    def _held_by(self, line: QHBoxLayout) -> list[QWidget]:
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        held = [one for one in self.findChildren(QWidget, options=direct) if line.indexOf(one) >= 0]
        return sorted(held, key=line.indexOf)

    def _is_action(self, widget: QWidget) -> bool:
        return self.header.indexOf(widget) > self.header.indexOf(self.subtitle)

    def _room_of(self, widgets: list[QWidget]) -> int:
        shown = [one.sizeHint().width() for one in widgets if not one.isHidden()]
        return sum(shown) + self.header.spacing() * (len(shown) + 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the page was out of sight."""
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def _on_changed(self, change: Changed) -> None:
        # other exercises are told once they are read: `exercises_changed`
        if change.kinds & self.watches and Kind.EXERCISES not in change.kinds:
            self._refresh()

    def _on_loaded(self) -> None:
        wanted, self._wants_focus = self._wants_focus, False
        self._is_loaded = True
        if wanted and self.isVisible():
            self.take_focus()

    def _refresh(self) -> None:
        self._stale = not self.isVisible()
        if not self._stale:
            self.reload()
