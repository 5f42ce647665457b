"""What is installed can be built upon."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_qt_setters_keep_their_count_of_none(qtbot: QtBot) -> None:
    # PySide6 6.12.0 on Python 3.11 loses a reference to None at every call that
    # returns None, and the interpreter aborts when none are left. Where None is
    # immortal (3.12 and later) its count never moves.
    label = QLabel()
    qtbot.addWidget(label)
    label.setText("warm-up")

    before = sys.getrefcount(None)
    for _ in range(100_000):
        label.setText("5 x 100 kg")
    lost = before - sys.getrefcount(None)

    # Other threads may hold or let go of a few; a bad wheel loses one for each call.
    assert abs(lost) < 1_000
