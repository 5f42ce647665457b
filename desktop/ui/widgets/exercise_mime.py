"""Exercises on their way from one screen to another by drag and drop."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import QMimeData

MIME = "application/x-repbook-exercise"


def mime_of(exercise_ids: Iterable[UUID]) -> QMimeData:
    """The exercises as what is dragged, in this order."""
    made = QMimeData()
    made.setData(MIME, "\n".join(map(str, exercise_ids)).encode())
    return made


def ids_of(mime: QMimeData) -> list[UUID]:
    """The exercises that are dragged; none when it is something else."""
    if not mime.hasFormat(MIME):
        return []
    try:
        return [UUID(line) for line in mime.data(MIME).toStdString().splitlines()]
    except ValueError:  # another program's data under our name
        return []
