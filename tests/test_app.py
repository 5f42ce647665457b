"""The program from its start: the shell first, then the log, one window for each folder."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.bootstrap import build
from desktop.domain.weight import Unit
from desktop.services import demo
from desktop.ui.accounts.delete import DeleteProfileDialog
from desktop.ui.accounts.manager import ProfilesDialog
from desktop.ui.accounts.welcome import WelcomePage
from desktop.ui.instance import Instance
from desktop.ui.today.page import TodayPage
from desktop.ui.trouble import TroublePage
from tests.programs import end, make_program
from tests.support import fill_folder

HEAVY = ("alembic", "argon2", "keyring", "numpy", "platformdirs", "pyqtgraph", "sqlalchemy")
SHELL = f"""
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desktop.app import Program
from desktop.ui.instance import Instance
app = QApplication([])
folder = Path(sys.argv[1])
instance = Instance(folder)
assert instance.claim()
program = Program(app, folder, instance)
program.window.painted.connect(
    lambda: print(sorted(name for name in {HEAVY!r} if name in sys.modules), flush=True)
)
program.window.painted.connect(app.quit)
program.window.show()
app.exec()
program.close()
"""


def start(qapp: QApplication, folder: Path) -> Program:
    program = make_program(qapp, folder)
    program.window.show()
    return program


def test_the_shell_is_painted_before_anything_heavy_is_imported(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", SHELL, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert ran.stdout == "[]\n"


def test_the_first_start_takes_one_key(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    program = start(qapp, tmp_path)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(WelcomePage)), timeout=30000)
    welcome = program.window.findChildren(WelcomePage)[0]
    qtbot.waitUntil(welcome.isVisible)
    QTest.keyClick(welcome.form.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window.page is not None, timeout=30000)
    assert program.tasks is not None
    qtbot.waitUntil(lambda: program.tasks is not None and not program.tasks.is_busy)
    assert program.services is not None
    assert len(program.services.accounts.users()) == 1
    page = program.window.page
    assert isinstance(page, TodayPage)
    # and a second one begins the first workout
    assert program.window.focusWidget() is page.first_steps.start.button
    end(program)

    # which is the next step also after a later start
    again = start(qapp, tmp_path)
    qtbot.waitUntil(lambda: again.window.page is not None, timeout=30000)
    qtbot.waitUntil(lambda: again.tasks is not None and not again.tasks.is_busy)
    page = again.window.page
    assert isinstance(page, TodayPage)
    assert again.window.focusWidget() is page.first_steps.start.button
    end(again)


def test_who_brings_a_history_is_asked_for_the_file_at_once(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    program = start(qapp, tmp_path)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(WelcomePage)), timeout=30000)
    welcome = program.window.findChildren(WelcomePage)[0]
    qtbot.waitUntil(welcome.isVisible)
    welcome.bring.click()

    def dialogs() -> list[QFileDialog]:
        return [one for one in program.window.findChildren(QFileDialog) if one.isVisible()]

    qtbot.waitUntil(lambda: len(dialogs()) == 1, timeout=30000)
    dialogs()[0].reject()
    qtbot.waitUntil(lambda: not dialogs())
    assert isinstance(program.window.page, TodayPage)
    end(program)


def test_a_log_that_cannot_be_opened_is_told_with_a_way_out(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "repbook.sqlite3").write_bytes(
        b"this is no database, and long enough to say so" * 50
    )
    program = start(qapp, tmp_path)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(TroublePage)), timeout=30000)
    told = program.window.findChildren(TroublePage)[0].findChildren(QLabel)
    assert "could not be opened" in told[0].text()
    assert (tmp_path / "repbook.log").read_text(encoding="utf-8")
    (tmp_path / "repbook.sqlite3").unlink()
    program.window.findChildren(TroublePage)[0].retried.emit()
    qtbot.waitUntil(lambda: bool(program.window.findChildren(WelcomePage)), timeout=30000)
    end(program)


def test_a_log_that_is_found_damaged_is_closed_and_goes_back_to_a_copy(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    services = build(fill_folder(tmp_path))
    user = services.accounts.add("Lifter", "lifter@localhost", "UTC", Unit.KG)
    demo.fill(services, user.id)
    services.close()
    program = start(qapp, tmp_path)
    copies = tmp_path / "copies"
    qtbot.waitUntil(lambda: any(copies.glob("*.sqlite3")), timeout=30000)
    end(program)

    path = tmp_path / "repbook.sqlite3"
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 60000] = b"\xa5" * 60000
    path.write_bytes(content)
    program = start(qapp, tmp_path)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(TroublePage)), timeout=30000)
    page = program.window.findChildren(TroublePage)[0]
    assert program.window.context is None, "nothing more can be written to it"
    qtbot.waitUntil(lambda: not program.tasks.is_busy)  # type: ignore[union-attr]
    assert page.choice.count() == 1
    assert program.window.focusWidget() is page.back
    QTest.keyClick(page.back, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window.context is not None, timeout=30000)
    assert program.services is not None
    assert program.services.check(quick=True) == []
    assert len(list(tmp_path.glob("repbook-damaged-*.sqlite3"))) == 1
    end(program)


def test_what_was_asked_for_before_quitting_is_kept(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    services = build(fill_folder(tmp_path))
    user = services.accounts.add("Sam", "sam@localhost", "UTC", Unit.KG)
    services.close()
    program = start(qapp, tmp_path)
    qtbot.waitUntil(lambda: program.window.context is not None, timeout=30000)
    context = program.window.context
    assert context is not None
    library = context.services.library
    first = next(iter(context.exercises))
    for number in range(20):
        one = replace(library.copy_of(user.id, first), name=f"Own {number}")
        context.do("add", lambda one=one: library.save(user.id, one))  # type: ignore[misc]
        context.tasks.read(lambda: library.all(user.id), lambda _: None)
    assert context.tasks.is_busy
    end(program)

    services = build(fill_folder(tmp_path))
    names = {one.name for one in services.library.all(user.id).values()}
    services.close()
    assert {f"Own {number}" for number in range(20)} <= names
    assert Instance(tmp_path).claim()


def test_a_data_folder_that_cannot_be_made_is_told_in_the_window(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    file, folder = tmp_path / "file", tmp_path / "file" / "data"
    file.write_text("in the way", encoding="utf-8")
    program = start(qapp, folder)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(TroublePage)), timeout=30000)
    page = program.window.findChildren(TroublePage)[0]
    told = " ".join(label.text() for label in page.findChildren(QLabel))
    assert f"{file} is a file." in told
    assert "--data" in told
    buttons = {one.text(): one for one in page.findChildren(QPushButton)}
    assert buttons["Open the data folder"].isHidden(), "there is none"
    file.unlink()
    buttons["Try again"].click()
    qtbot.waitUntil(lambda: bool(program.window.findChildren(WelcomePage)), timeout=30000)
    assert not Instance(folder).claim(), "it is this window's now"
    end(program)


@pytest.mark.parametrize("demo", [False, True])
def test_the_title_says_the_name_once(qapp: QApplication, tmp_path: Path, demo: bool) -> None:
    program = make_program(qapp, tmp_path, demo=demo)
    # a system that writes the program's name after the title leaves it out when it is there
    assert program.window.windowTitle() == qapp.applicationDisplayName()
    assert ("demo" in program.window.windowTitle()) == demo
    end(program)


def test_the_last_profile_deleted_leaves_the_first_page_and_comes_back_from_it(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    services = build(fill_folder(tmp_path))
    services.accounts.add("Lifter", "lifter@localhost", "UTC", Unit.KG)
    services.close()
    program = start(qapp, tmp_path)
    window = program.window
    qtbot.waitUntil(lambda: window.page is not None, timeout=30000)
    qtbot.waitUntil(lambda: program.tasks is not None and not program.tasks.is_busy)
    window.dialogs.profiles()
    (profiles,) = window.findChildren(ProfilesDialog)
    qtbot.waitUntil(lambda: profiles.users.count() == 1)
    profiles.delete_button.click()
    profiles.findChildren(DeleteProfileDialog)[0].go.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(WelcomePage)), timeout=30000)
    assert program.services is not None
    assert program.services.accounts.users() == []
    welcome = window.findChildren(WelcomePage)[0]
    qtbot.waitUntil(welcome.isVisible)
    (back,) = [one for one in welcome.findChildren(QPushButton) if "Bring back" in one.text()]
    back.click()
    qtbot.waitUntil(lambda: window.page is not None, timeout=30000)
    qtbot.waitUntil(lambda: program.tasks is not None and not program.tasks.is_busy)
    assert [one.name for one in program.services.accounts.users()] == ["Lifter"]
    end(program)


def test_the_words_of_an_open_session_go_with_it(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    services = build(fill_folder(tmp_path))
    user = services.accounts.add("Lifter", "lifter@localhost", "UTC", Unit.KG)
    services.session.start(user.id, None, None)
    services.close()
    instance = Instance(tmp_path)
    assert instance.claim()
    instance.was_left = True
    program = Program(qapp, tmp_path, instance)
    program.window.show()
    dock = program.window.dock
    qtbot.waitUntil(lambda: program.window.strip.isVisible() and dock.state.is_open, timeout=30000)
    assert "is open again" in program.window.strip.text.text()
    program.window.commands.run("discard")
    qtbot.waitUntil(lambda: not dock.state.is_open)
    qtbot.waitUntil(lambda: not program.window.strip.isVisible())
    end(program)
