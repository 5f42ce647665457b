"""Keeps the command palette: what it finds, what choosing does, what was chosen before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QSettings

from desktop.domain.changes import Changed, Kind
from desktop.domain.day_words import days_said
from desktop.domain.palette import Asked, Found, Index, Item, PaletteKind, most_used, search
from desktop.domain.palette_use import Usage
from desktop.domain.transfer import Selection
from desktop.ui.palette.known import read_known
from desktop.ui.palette.palette import Palette
from desktop.ui.palette.rows import Row
from desktop.ui.palette_offers import Known, window_items
from desktop.ui.settings.listing import DEMO

if TYPE_CHECKING:
    from desktop.ui.context import Context
    from desktop.ui.main_window import MainWindow

_LOG = frozenset({Kind.EXERCISES, Kind.TEMPLATES, Kind.SESSIONS})
_USED, _POOR = 8, 0.75
_ICONS = {
    PaletteKind.EXERCISE: "library",
    PaletteKind.TEMPLATE: "templates",
    PaletteKind.SESSION: "history",
    PaletteKind.SETTING: "settings",
    PaletteKind.HELP: "help",
}
_VERBS = {
    PaletteKind.PAGE: "go there",
    PaletteKind.EXERCISE: "show in the library",
    PaletteKind.TEMPLATE: "open",
    PaletteKind.SESSION: "show in the history",
    PaletteKind.SETTING: "change",
    PaletteKind.HELP: "read it",
}
_HAS_MORE = (PaletteKind.EXERCISE, PaletteKind.TEMPLATE, PaletteKind.SESSION)
_DOTS = "\N{HORIZONTAL ELLIPSIS}"


class PaletteHost(QObject):
    """Finds for the window's palette (see Finds), and does what is chosen in it.

    The log is read and made ready to be searched on a worker, when the palette
    is opened and something of it has changed since; until then it shows what
    it has. Uses are kept with the window's settings, for each profile.
    """

    def __init__(self, window: MainWindow, context: Context, settings: QSettings) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._settings = settings
        self._key = f"palette/{context.user.id.hex}"
        self._usage = Usage.parse(str(settings.value(self._key, "")))
        self._log = Index(())
        self._now: dict[str, Known] = {}
        self._here = Index(())
        self._is_stale, self._is_reading = True, False
        self.palette = Palette(self, window)
        context.notifier.changed.connect(self._on_changed)

    def toggle(self) -> None:
        """Open the palette, or close it."""
        if self.palette.isVisible():
            self.palette.close_down()
            return
        known = window_items(self._window)
        self._now = {one.item.key: one for one in known}
        self._here = Index(one.item for one in known)
        self.palette.open()
        self._read()

    def find(self, text: str) -> tuple[Sequence[Row], str]:
        """The rows for a text: see Finds."""
        if not text.strip():
            return self._at_first(), ""
        asked = Asked(text, self._context.today(), self._context.preferences.first_weekday)
        found = search((self._here, self._log), asked, self._usage)
        rows = [self._row(one) for one in found]
        if not found and self._is_reading:
            return [], "Reading your log\N{HORIZONTAL ELLIPSIS}"
        if not found:
            said = days_said(asked.words, asked.today, asked.first_weekday)
            if said is not None and not said.others:
                return self._log_past(), f"There is no session from {_quoted(text)}."
            return self._ways_on(text), f"Nothing here is called {_quoted(text)}."
        if found[0].score < _POOR:
            rows += self._ways_on(text)
        return rows, ""

    # what there is
    def _at_first(self) -> list[Row]:
        """What was chosen often and lately, then what can be done."""
        today = self._context.today()
        used = most_used((self._here, self._log), self._usage, today, _USED)
        rows = [Row("Used most")] if used else []
        rows += [self._row(Found(item, 1.0)) for item in used]
        keys = {item.key for item in used}
        order = ("session ", "action ", "page ")
        rest = [one for one in self._now.values() if one.item.key not in keys]
        for title, kind, begins in (
            ("In this session", PaletteKind.ACTION, order[0]),
            ("Pages", PaletteKind.PAGE, order[1]),
            ("Actions", PaletteKind.ACTION, order[1]),
            ("On the pages", PaletteKind.ACTION, order[2]),
        ):
            of_kind = [
                one for one in rest if one.item.kind is kind and one.item.key.startswith(begins)
            ]
            if of_kind:
                of_kind.sort(key=lambda one: -one.item.prior)
                rows.append(Row(title))
                rows += [self._row(Found(one.item, 1.0)) for one in of_kind]
        return rows

    def _row(self, found: Found) -> Row:
        item = found.item
        known = self._now.get(item.key)
        detail = f"also {found.other_name}" if found.other_name else item.detail
        row = Row(
            item.title,
            partial(self._choose, item),
            known.icon if known is not None else _ICONS[item.kind],
            _VERBS.get(item.kind, "do it"),
            detail,
            "" if item.kind is PaletteKind.ACTION else item.kind.value,
            known.keys if known is not None else "",
            found.marked,
        )
        has_more = item.kind in _HAS_MORE
        return replace(row, more=partial(self._more, item)) if has_more else row

    def _more(self, item: Item) -> list[Row]:
        """What else can be done with an exercise, a template or a session."""
        window, thing = self._window, item.thing
        is_in_session = window.dock.state.is_open

        def row(title: str, icon: str, run: Callable[[], object]) -> Row:
            return Row(title, partial(self._counted, item, run), icon)

        def show(kind: str) -> Callable[[], None]:
            return lambda: window.open_item(kind, thing)

        if item.kind is PaletteKind.EXERCISE:
            rows = [row("Show its progress", "progress", show("progress"))]
            if is_in_session:
                rows.append(row("Add to the session", "plus", lambda: window.dock.add(thing)))
            rows.append(row("Show its records", "records", show("record")))
            rows.append(row("Show in the library", "library", show("exercise")))
        elif item.kind is PaletteKind.TEMPLATE:
            rows = [row("Open", "templates", show("template"))]
            if not is_in_session:
                start = partial(window.dock.start, ("template", thing))
                rows.insert(0, row("Start a session from it", "play", start))
        else:
            assert isinstance(thing, UUID)
            chosen = Selection((thing,))
            rows = [row(f"Export it{_DOTS}", "export", lambda: window.dialogs.export(chosen))]
            if not is_in_session:
                start = partial(window.dock.start, ("repeat", thing))
                rows.insert(0, row("Repeat it", "play", start))
            rows.append(row("Show in the history", "history", show("session")))
        return rows

    def _ways_on(self, text: str) -> list[Row]:
        """Where nothing fits: what may have been meant."""
        words = text.strip()
        do = self._window.commands.run_on_page
        quoted = _quoted(text)
        return [
            Row(
                f"Add {quoted} as an exercise{_DOTS}",
                partial(do, "library", "new", words),
                "plus",
                "open the form",
            ),
            Row(
                f"Search the history for {quoted}",
                partial(do, "history", "search", words),
                "search",
                "search names, notes and exercises",
            ),
        ]

    def _log_past(self) -> list[Row]:
        """Where nothing was trained on the days named: it can be typed in, if none is open."""
        known = self._now.get("action past")
        return [] if known is None else [self._row(Found(known.item, 1.0))]

    # choosing
    def _choose(self, item: Item) -> None:
        known = self._now.get(item.key)
        run = known.run if known is not None else partial(self._show, item)
        self._counted(item, run)

    def _show(self, item: Item) -> None:
        if item.kind is PaletteKind.SETTING:  # the one that only a log with demo data has
            self._window.dialogs.settings(DEMO.section, DEMO.target)
            return
        self._window.open_item(item.kind.name.casefold(), item.thing)

    def _counted(self, item: Item, run: Callable[[], object]) -> None:
        self._usage = self._usage.with_choice(item.key, self._context.today())
        self._settings.setValue(self._key, self._usage.text())
        run()

    # the log
    def _read(self) -> None:
        if not self._is_stale or self._is_reading:
            return
        self._is_stale, self._is_reading = False, True
        context = self._context
        services, user_id, today = context.services, context.user.id, context.today()
        context.tasks.read(lambda: read_known(services, user_id, today), self._take)

    def _take(self, log: Index) -> None:
        self._log, self._is_reading = log, False
        if self.palette.isVisible():
            self.palette.refresh()
            self._read()

    def _on_changed(self, change: Changed) -> None:
        if change.kinds & _LOG:
            self._is_stale = True
            if self.palette.isVisible():
                self._read()


def _quoted(text: str) -> str:
    return f"\N{LEFT DOUBLE QUOTATION MARK}{text.strip()}\N{RIGHT DOUBLE QUOTATION MARK}"
