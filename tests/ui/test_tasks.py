"""Results of work find whoever asked, and leave alone who is gone."""

from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.ui.tasks import Tasks


class Asker(QDialog):
    """A dialog that asks for something and shows it."""

    def __init__(self) -> None:
        super().__init__()
        self.label = QLabel(self)

    def show_result(self, found: str) -> None:
        self.label.setText(found)


def fail() -> str:
    raise OSError("no disk")


def test_a_result_reaches_a_method_and_a_function(qtbot: QtBot) -> None:
    tasks, asker, seen = Tasks(), Asker(), list[str]()
    qtbot.addWidget(asker)
    with qtbot.waitSignal(tasks.idle):
        tasks.read(lambda: "read", asker.show_result)
        tasks.write(lambda: "written", seen.append)
    assert asker.label.text() == "read"
    assert seen == ["written"]
    tasks.close()


def test_who_is_gone_hears_nothing(qtbot: QtBot) -> None:
    tasks, faults = Tasks(), list[object]()
    tasks.faulted.connect(faults.append)
    method_asker, closing_asker = Asker(), Asker()

    def show(found: str) -> None:
        closing_asker.show_result(found)

    with qtbot.waitSignal(tasks.idle):
        tasks.read(lambda: "late", method_asker.show_result)
        tasks.read(lambda: "late", show)
        tasks.read(fail, show, lambda fault: closing_asker.show_result(str(fault)))
        delete(method_asker)
        delete(closing_asker)
    assert faults == []
    tasks.close()
