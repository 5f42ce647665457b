"""A double-click on a file: the window opens with what it would bring in, and waits if it must."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop import __main__, app, commands
from desktop.app import Program
from desktop.bootstrap import build
from desktop.domain.transfer import ExportFormat, Selection
from desktop.domain.weight import Unit
from desktop.ui.accounts.unlock import UnlockPage
from desktop.ui.accounts.welcome import Way, WelcomePage
from desktop.ui.transfer.import_dialog import ImportDialog
from tests.programs import end, make_program
from tests.support import fill_folder, make_services, make_user
from tests.ui.transfer.files import TWO_DAYS, strong_kg

pytestmark = pytest.mark.usefixtures("quick_passwords")
PATIENCE_MS = 30_000
MAC = """
import sys
from pathlib import Path
from PySide6.QtGui import QFileOpenEvent
from desktop.ui.mac import MacApplication, on_file
app = MacApplication(["repbook"])
on_file(app, lambda path: print(path.name, flush=True))
app.sendEvent(app, QFileOpenEvent(sys.argv[1]))
"""


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    folder = tmp_path / "log"
    folder.mkdir()
    made = make_program(qapp, folder)
    yield made
    end(made)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return strong_kg(tmp_path / "history.csv", TWO_DAYS)


def add_profile(program: Program, password: str | None = None) -> None:
    services = build(fill_folder(program.folder))
    user = services.accounts.add("Lifter", "lifter@localhost", "UTC", Unit.KG)
    services.accounts.set_password(user.id, password)
    services.close()


def imports(program: Program) -> list[ImportDialog]:
    return [one for one in program.window.findChildren(ImportDialog) if one.isVisible()]


def settle(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: program.tasks is not None and not program.tasks.is_busy, timeout=PATIENCE_MS
    )


def wait_for_preview(program: Program, qtbot: QtBot) -> ImportDialog:
    qtbot.waitUntil(lambda: len(imports(program)) == 1, timeout=PATIENCE_MS)
    [dialog] = imports(program)
    qtbot.waitUntil(dialog.go.isVisible, timeout=PATIENCE_MS)
    settle(program, qtbot)
    return dialog


def said(program: Program) -> str:
    return program.window.strip.text.text() if program.window.strip.isVisible() else ""


def test_a_file_is_shown_once_the_profile_is_open(
    program: Program, qtbot: QtBot, file: Path
) -> None:
    add_profile(program)
    program.open_files([file])
    program.window.show()
    dialog = wait_for_preview(program, qtbot)
    assert dialog.go.text() == "Import 2 workouts"
    dialog.reject()


def test_before_there_is_a_profile_the_file_waits(
    program: Program, qtbot: QtBot, file: Path
) -> None:
    program.open_files([file])
    program.window.show()
    qtbot.waitUntil(lambda: said(program) != "", timeout=PATIENCE_MS)
    assert said(program) == "history.csv is opened as soon as your log is."
    assert not imports(program)
    settle(program, qtbot)
    assert program.services is not None
    add_profile(program)
    [user] = program.services.accounts.users()
    program.window.user_chosen.emit(user)
    wait_for_preview(program, qtbot).reject()
    assert said(program) == ""


def test_whoever_brings_a_history_is_not_asked_for_the_file_at_hand(
    program: Program, qtbot: QtBot, file: Path
) -> None:
    program.open_files([file])
    program.window.show()
    qtbot.waitUntil(lambda: bool(program.window.findChildren(WelcomePage)), timeout=PATIENCE_MS)
    program.window.findChildren(WelcomePage)[0].submit(Way.IMPORT)
    dialog = wait_for_preview(program, qtbot)
    dialog.reject()
    settle(program, qtbot)
    assert program.window.findChild(QFileDialog) is None


def test_behind_a_password_the_file_waits(program: Program, qtbot: QtBot, file: Path) -> None:
    add_profile(program, "deadlift")
    program.open_files([file, file])
    program.window.show()
    qtbot.waitUntil(lambda: said(program) != "", timeout=PATIENCE_MS)
    assert said(program) == "history.csv and 1 more are opened as soon as your log is."
    [page] = program.window.findChildren(UnlockPage)
    page.submitted.emit("deadlift", False)
    dialog = wait_for_preview(program, qtbot)
    assert dialog.place.text() == "File 1 of 2"
    dialog.reject()


def test_while_a_dialog_is_open_the_file_waits(program: Program, qtbot: QtBot, file: Path) -> None:
    add_profile(program)
    program.window.show()
    qtbot.waitUntil(lambda: program.window.context is not None, timeout=PATIENCE_MS)
    settle(program, qtbot)
    program.window.menu["import"].trigger()
    asked = program.window.findChild(QFileDialog)
    assert asked is not None
    program.open_files([file])
    with qtbot.waitSignal(asked.finished):
        QTimer.singleShot(50, asked.reject)
    wait_for_preview(program, qtbot).reject()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "'mine.repbook' cannot be read: No such file or directory."),
        (b"\x00not a log", "This is not a file that Repbook can read; nothing was taken."),
        (b"", "The file is empty; nothing was taken."),
    ],
)
def test_a_file_that_is_none_is_told_in_one_sentence(
    program: Program, qtbot: QtBot, tmp_path: Path, content: bytes | None, words: str
) -> None:
    add_profile(program)
    path = tmp_path / "mine.repbook"
    if content is not None:
        path.write_bytes(content)
    program.open_files([path])
    program.window.show()
    qtbot.waitUntil(lambda: len(imports(program)) == 1, timeout=PATIENCE_MS)
    [dialog] = imports(program)
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.fault, timeout=PATIENCE_MS)
    assert dialog.fault.what.text() == words
    assert words in {label.text() for label in dialog.findChildren(QLabel) if label.isVisible()}
    settle(program, qtbot)
    dialog.reject()


def test_a_second_start_hands_its_file_to_the_window(
    program: Program, qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    add_profile(program)
    program.window.show()
    qtbot.waitUntil(lambda: program.window.context is not None, timeout=PATIENCE_MS)
    settle(program, qtbot)
    second = subprocess.Popen(
        [sys.executable, "-m", "desktop", "--data", str(program.folder), file.name],
        cwd=file.parent,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        stderr=subprocess.PIPE,
    )
    dialog = wait_for_preview(program, qtbot)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=PATIENCE_MS)
    assert (second.returncode, second.communicate()[1]) == (0, b"")
    assert dialog.flow.path == file
    dialog.reject()


def test_our_own_file_goes_out_and_comes_in_by_its_name(
    program: Program, qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    services = make_services(tmp_path)
    user = make_user(services)
    preview = services.transfer.read(user.id, file)
    services.transfer.run(user.id, preview, lambda *_: None)
    out = tmp_path / "all.repbook"
    services.transfer.export(user.id, out, ExportFormat.JSON, Selection(), lambda *_: None)
    services.close()
    add_profile(program)
    program.open_files([out])
    program.window.show()
    dialog = wait_for_preview(program, qtbot)
    assert dialog.preview.summary.note.text() == "Repbook"
    assert dialog.go.text() == "Import 2 workouts"
    dialog.reject()


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("a.repbook", ExportFormat.JSON),
        ("a.JSON", ExportFormat.JSON),
        ("a.b.csv", ExportFormat.CSV),
        ("repbook", None),
        ("a.txt", None),
    ],
)
def test_a_name_tells_the_format(name: str, found: ExportFormat | None) -> None:
    assert ExportFormat.of_name(name) is found


def test_on_macos_a_file_comes_as_an_event(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", MAC, str(tmp_path / "mine.repbook")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == "mine.repbook\n"


def test_the_words_choose_window_or_command(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[tuple[object, bool, list[str]]] = []

    def run(data: object = None, *, demo: bool = False, files: tuple[Path, ...] = ()) -> int:
        asked.append((data, demo, [str(file) for file in files]))
        return 0

    monkeypatch.setattr(app, "run", run)
    monkeypatch.chdir(tmp_path)
    Path("history").touch()
    Path("stats").touch()
    for words in (
        "",
        "demo",
        "--data here",
        "a.repbook",
        "--data here a.repbook b.csv",
        "a.repbook --data=here",
        "folder/a",
        "history",
        "open stats",
    ):
        assert __main__.main(words.split()) == 0
    assert asked == [
        (None, False, []),
        (None, True, []),
        ("here", False, []),
        (None, False, ["a.repbook"]),
        ("here", False, ["a.repbook", "b.csv"]),
        ("here", False, ["a.repbook"]),
        (None, False, ["folder/a"]),
        (None, False, ["history"]),
        (None, False, ["stats"]),
    ]


def test_a_command_wins_over_a_file_of_its_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("stats").touch()
    assert commands.parse(["stats"]).command == "stats"
    assert commands.parse(["export", "a.csv"]).command == "export"


def test_a_word_that_is_neither_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        commands.parse(["exprot"])
    assert "invalid choice: 'exprot'" in capsys.readouterr().err
