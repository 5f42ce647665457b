"""Taking a chart along: its picture or its data, copied or as a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.services.whole_file import Cell, csv_bytes, write_bytes
from desktop.ui.context import Context
from desktop.ui.files import ask_target
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chart_picture import ChartPicture

_DOTS = "\N{HORIZONTAL ELLIPSIS}"
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')  # in names of files, on any system
_LONGEST = 120


class ChartTable(NamedTuple):
    """What a chart shows.

    title, note: what it is of and which days; both stand on its picture.
    names: of its series, for a chart that has no legend of its own.
    """

    title: str
    note: str
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    names: Sequence[str] = ()


def add_export(
    card: Card, context: Context, parts: Sequence[QWidget], table: Callable[[], ChartTable]
) -> QToolButton:
    """Give a card the button from which its chart is taken along."""
    menu = chart_menu(context, parts, table, card)
    return card.add_menu(menu, "Export this chart")


def chart_menu(
    context: Context,
    parts: Sequence[QWidget],
    table: Callable[[], ChartTable],
    parent: QWidget,
) -> QMenu:
    """Copies or saves what `parts` show, one below the other, and the numbers in `table`."""
    menu = QMenu(parent)
    fill_menu(menu, context, parts, table, parent)
    return menu


def fill_menu(
    menu: QMenu,
    context: Context,
    parts: Sequence[QWidget],
    table: Callable[[], ChartTable],
    parent: QWidget,
) -> None:
    """Fill a menu that stands empty until it is wanted."""
    export = ChartExport(context, parts, table, parent)
    menu.addAction("Copy picture", export.copy_picture)
    menu.addAction("Copy data", export.copy_data)
    menu.addSeparator()
    menu.addAction(f"Save as PNG{_DOTS}", lambda: export.ask("Pictures", ".png", export.save_png))
    menu.addAction(f"Save as SVG{_DOTS}", lambda: export.ask("Drawings", ".svg", export.save_svg))
    menu.addAction(
        f"Save data as CSV{_DOTS}", lambda: export.ask("Spreadsheets", ".csv", export.save_csv)
    )
    menu.aboutToShow.connect(lambda: allow(menu, bool(table().rows)))


class ChartExport:
    """Does what the menu offers. Files are written on a worker, whole or not at all."""

    def __init__(
        self,
        context: Context,
        parts: Sequence[QWidget],
        table: Callable[[], ChartTable],
        parent: QWidget,
    ) -> None:
        self._context = context
        self._parts = parts
        self._table = table
        self._parent = parent

    def copy_picture(self) -> None:
        """Put the picture on the clipboard."""
        QGuiApplication.clipboard().setImage(self._picture().image())
        self._context.notifier.said.emit("Picture of the chart copied")

    def copy_data(self) -> None:
        """Put the numbers on the clipboard, in columns as spreadsheets take them."""
        table = self._table()
        lines = (table.header, *table.rows)
        text = "\n".join("\t".join(map(_plain, line)) for line in lines)
        QGuiApplication.clipboard().setText(text)
        self._context.notifier.said.emit("Data of the chart copied")

    def ask(self, kind: str, suffix: str, save: Callable[[Path], None]) -> None:
        """Ask where to save, offering a name made of the chart's title."""
        ask_target(self._parent, file_name(self._table().title, suffix), kind, save, "Save chart")

    def save_png(self, path: Path) -> None:
        """Write the picture in pixels."""
        image = self._picture().image()
        self._write(path, lambda: png_bytes(image))

    def save_svg(self, path: Path) -> None:
        """Write the picture in lines, areas and text."""
        drawing = self._picture().svg()
        self._write(path, lambda: drawing)

    def save_csv(self, path: Path) -> None:
        """Write the numbers."""
        table = self._table()
        self._write(path, lambda: csv_bytes(table.header, table.rows))

    def _picture(self) -> ChartPicture:
        table = self._table()
        return ChartPicture(self._parts, table.title, table.note, table.names)

    def _write(self, path: Path, data: Callable[[], bytes]) -> None:
        said = self._context.notifier.said
        self._context.tasks.write(
            lambda: write_bytes(path, data()), lambda _: said.emit(f"Chart saved as {path.name}")
        )


def file_name(title: str, suffix: str) -> str:
    """A name for a file that every system takes."""
    words = _FORBIDDEN.sub(" ", title).strip(" .")
    return f"{' '.join(words[:_LONGEST].split()) or 'Chart'}{suffix}"


def png_bytes(image: QImage) -> bytes:
    """The picture as a PNG file."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    buffer.close()
    return bytes(kept.data())


def _plain(value: Cell) -> str:
    return "" if value is None else " ".join(str(value).split())


def allow(menu: QMenu, has_data: bool) -> None:
    """Offer what a menu has only where there is something to take along."""
    for action in menu.actions():
        action.setEnabled(has_data)
