"""The profiles dialog: change, add, rename, lock, remember."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.accounts.manager import NewProfileDialog, ProfilesDialog
from desktop.ui.context import Context
from tests.support import FakeKeychain, make_context, make_services, make_user


@pytest.fixture
def keychain() -> FakeKeychain:
    return FakeKeychain()


@pytest.fixture
def context(tmp_path: Path, keychain: FakeKeychain) -> Iterator[Context]:
    services = make_services(tmp_path, keychain=keychain)
    user = make_user(services)
    make_user(services, "Second")
    context = make_context(services, user)
    yield context
    context.tasks.close()
    services.close()


@pytest.fixture
def dialog(context: Context, qtbot: QtBot) -> ProfilesDialog:
    dialog = ProfilesDialog(context)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.users.count() == 2 and not context.tasks.is_busy)
    return dialog


def test_the_open_profile_is_marked(dialog: ProfilesDialog) -> None:
    assert [dialog.users.item(row).text() for row in range(2)] == ["Lifter (open)", "Second"]
    assert not dialog.open_button.isEnabled()


def test_another_profile_is_chosen(dialog: ProfilesDialog, qtbot: QtBot) -> None:
    dialog.users.setCurrentRow(1)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    assert chosen.args is not None
    assert chosen.args[0].name == "Second"
    assert not dialog.isVisible()


def test_a_profile_is_added_and_opened(dialog: ProfilesDialog, qtbot: QtBot) -> None:
    dialog.add_button.click()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(NewProfileDialog)))
    new = dialog.findChildren(NewProfileDialog)[0]
    assert not new.go.isEnabled()
    QTest.keyClicks(new.form.name, "Noor")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        new.go.click()
    assert chosen.args is not None
    assert (chosen.args[0].name, chosen.args[0].email) == ("Noor", "noor@localhost")


def test_a_rename_is_kept_and_can_be_undone(
    dialog: ProfilesDialog, context: Context, qtbot: QtBot
) -> None:
    dialog.details.name.selectAll()
    QTest.keyClicks(dialog.details.name, "Samira")
    with qtbot.waitSignal(context.profile_changed):
        dialog.details.save.click()
    assert context.user.name == "Samira"
    qtbot.waitUntil(lambda: dialog.users.item(0).text() == "Samira (open)")
    with qtbot.waitSignal(context.profile_changed):
        context.undo_last()
    assert context.user.name == "Lifter"


def test_an_email_that_is_taken_is_told(dialog: ProfilesDialog, qtbot: QtBot) -> None:
    dialog.details.email.selectAll()
    QTest.keyClicks(dialog.details.email, "second@localhost")
    dialog.details.save.click()
    qtbot.waitUntil(dialog.fault.isVisible)
    assert dialog.fault.text()


def lock(dialog: ProfilesDialog, qtbot: QtBot, password: str) -> None:
    QTest.keyClicks(dialog.lock.password, password)
    assert not dialog.lock.set_button.isEnabled()
    QTest.keyClicks(dialog.lock.again, password)
    dialog.lock.set_button.click()
    qtbot.waitUntil(dialog.lock.remember.isVisible)


def test_a_password_is_set_and_taken_away(
    dialog: ProfilesDialog, context: Context, qtbot: QtBot
) -> None:
    accounts, user = context.services.accounts, context.user.id
    lock(dialog, qtbot, "squat")
    assert accounts.check_password(user, "squat")
    assert not accounts.check_password(user, "bench")

    QTest.keyClicks(dialog.lock.current, "bench")
    dialog.lock.remove_button.click()
    qtbot.waitUntil(lambda: "Nothing was changed" in dialog.lock.state.text())
    assert accounts.users()[0].has_password

    dialog.lock.current.clear()
    QTest.keyClicks(dialog.lock.current, "squat")
    dialog.lock.remove_button.click()
    qtbot.waitUntil(lambda: not dialog.lock.remember.isVisible())
    assert not accounts.users()[0].has_password


def test_a_locked_profile_can_be_remembered(
    dialog: ProfilesDialog, context: Context, qtbot: QtBot
) -> None:
    accounts, user = context.services.accounts, context.user.id
    lock(dialog, qtbot, "squat")
    qtbot.waitUntil(lambda: not context.tasks.is_busy)
    dialog.lock.remember.click()
    qtbot.waitUntil(lambda: accounts.is_remembered(user))
    dialog.lock.remember.click()
    qtbot.waitUntil(lambda: not accounts.is_remembered(user))


def test_without_a_keychain_nothing_is_ticked(
    dialog: ProfilesDialog, context: Context, keychain: FakeKeychain, qtbot: QtBot
) -> None:
    lock(dialog, qtbot, "squat")
    qtbot.waitUntil(lambda: not context.tasks.is_busy)
    keychain.missing = True
    dialog.lock.remember.click()
    qtbot.waitUntil(dialog.fault.isVisible)
    assert "no keychain" in dialog.fault.text()
    assert not dialog.lock.remember.isChecked()
