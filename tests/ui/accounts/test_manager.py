"""The profiles dialog: change, add, rename, lock, remember."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.ids import new_id
from desktop.domain.templates import WorkoutTemplate
from desktop.domain.weight import Unit
from desktop.ui.accounts.delete import DeleteProfileDialog
from desktop.ui.accounts.manager import ProfilesDialog
from desktop.ui.accounts.new_profile import NewProfileDialog
from desktop.ui.context import Context
from tests.support import FakeKeychain, make_context, make_services, make_user

pytestmark = pytest.mark.usefixtures("quick_passwords")


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
    QTest.keyClicks(new.form.name, "Third")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        new.go.click()
    assert chosen.args is not None
    assert (chosen.args[0].name, chosen.args[0].email) == ("Third", "third@localhost")


def test_an_email_that_is_taken_is_told_where_it_was_typed(
    dialog: ProfilesDialog, qtbot: QtBot
) -> None:
    dialog.add_button.click()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(NewProfileDialog)))
    new = dialog.findChildren(NewProfileDialog)[0]
    QTest.keyClicks(new.form.name, "Second")
    new.go.click()
    qtbot.waitUntil(new.fault.isVisible)
    assert new.form.name.text() == "Second"
    QTest.keyClicks(new.form.address, ".de")
    assert not new.fault.isVisible()
    with qtbot.waitSignal(dialog.chosen):
        new.go.click()


def test_what_is_being_typed_outlives_other_changes(
    dialog: ProfilesDialog, context: Context, qtbot: QtBot
) -> None:
    details, second = dialog.details, context.services.accounts.users()[1]
    details.name.selectAll()
    QTest.keyClicks(details.name, "Half typ")
    QTest.keyClicks(dialog.lock.password, "squ")
    dialog.users.setCurrentRow(1)
    context.do("rename", lambda: context.services.accounts.save(replace(second, name="Third")))
    qtbot.waitUntil(lambda: names(dialog) == ["Lifter (open)", "Third"])
    assert (details.name.text(), details.email.text()) == ("Half typ", "lifter@localhost")
    assert dialog.lock.password.text() == "squ"
    assert dialog.users.currentRow() == 1
    QTest.keyClicks(details.name, "ed")
    details.save.click()
    qtbot.waitUntil(lambda: context.user.name == "Half typed")
    qtbot.waitUntil(lambda: not details.save.isEnabled())


def test_a_rename_is_kept_and_can_be_undone(
    dialog: ProfilesDialog, context: Context, qtbot: QtBot
) -> None:
    dialog.details.name.selectAll()
    QTest.keyClicks(dialog.details.name, "Renamed")
    with qtbot.waitSignal(context.profile_changed):
        dialog.details.save.click()
    assert context.user.name == "Renamed"
    qtbot.waitUntil(lambda: dialog.users.item(0).text() == "Renamed (open)")
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


def test_the_dialog_grows_with_the_fields_of_a_password(
    dialog: ProfilesDialog, context: Context, qtbot: QtBot
) -> None:
    dialog.resize(720, 300)
    lock(dialog, qtbot, "squat")
    qtbot.waitUntil(lambda: not context.tasks.is_busy)
    layout = dialog.layout()
    assert layout is not None
    qtbot.waitUntil(lambda: dialog.height() >= layout.totalMinimumSize().height() > 300)


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


def test_a_second_click_does_not_try_the_old_password_again(
    dialog: ProfilesDialog, context: Context, qtbot: QtBot
) -> None:
    lock(dialog, qtbot, "squat")
    for field, text in (
        (dialog.lock.current, "squat"),
        (dialog.lock.password, "bench"),
        (dialog.lock.again, "bench"),
    ):
        QTest.keyClicks(field, text)
    dialog.lock.set_button.click()
    dialog.lock.set_button.click()
    QTest.keyClick(dialog.lock.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not context.tasks.is_busy)
    assert context.services.accounts.check_password(context.user.id, "bench")
    assert "Nothing was changed" not in dialog.lock.state.text()
    assert dialog.lock.password.text() == ""


def test_enter_goes_through_the_fields_of_a_password_and_sets_it(
    dialog: ProfilesDialog, context: Context, qtbot: QtBot
) -> None:
    lock, enter = dialog.lock, Qt.Key.Key_Return
    QTest.keyClicks(lock.password, "squat")
    QTest.keyClick(lock.password, enter)
    assert dialog.focusWidget() is lock.again
    QTest.keyClicks(lock.again, "squad")
    QTest.keyClick(lock.again, enter)
    assert "two ways" in lock.state.text()
    assert lock.again.selectedText()
    QTest.keyClicks(lock.again, "squat")
    QTest.keyClick(lock.again, enter)
    qtbot.waitUntil(lock.remember.isVisible)
    assert context.services.accounts.check_password(context.user.id, "squat")
    assert dialog.isVisible()

    QTest.keyClicks(lock.password, "bench")
    QTest.keyClick(lock.password, enter)
    assert dialog.focusWidget() is lock.current


def test_enter_keeps_a_name(dialog: ProfilesDialog, context: Context, qtbot: QtBot) -> None:
    dialog.details.name.selectAll()
    QTest.keyClicks(dialog.details.name, "Other")
    with qtbot.waitSignal(context.profile_changed):
        QTest.keyClick(dialog.details.name, Qt.Key.Key_Return)
    assert context.user.name == "Other"
    assert dialog.isVisible()


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


def test_the_last_of_several_clicks_is_what_the_keychain_is_told(
    dialog: ProfilesDialog, context: Context, qtbot: QtBot
) -> None:
    accounts, user = context.services.accounts, context.user.id
    lock(dialog, qtbot, "squat")
    qtbot.waitUntil(lambda: not context.tasks.is_busy)
    for _ in range(2):
        dialog.lock.remember.click()
    qtbot.waitUntil(lambda: not context.tasks.is_busy)
    assert not dialog.lock.remember.isChecked()
    assert not accounts.is_remembered(user)
    for _ in range(3):
        dialog.lock.remember.click()
    qtbot.waitUntil(lambda: not context.tasks.is_busy)
    assert dialog.lock.remember.isChecked()
    assert accounts.is_remembered(user)


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


def names(dialog: ProfilesDialog) -> list[str]:
    return [dialog.users.item(row).text() for row in range(dialog.users.count())]


def test_another_profile_is_deleted_undone_and_brought_back(
    dialog: ProfilesDialog, context: Context, qtbot: QtBot
) -> None:
    whole, without = ["Lifter (open)", "Second"], ["Lifter (open)", "Second (deleted)"]
    dialog.users.setCurrentRow(1)
    assert not dialog.back_button.isVisible()
    dialog.delete_button.click()
    qtbot.waitUntil(lambda: names(dialog) == without)
    assert [one.name for one in context.services.accounts.users()] == ["Lifter"]
    assert context.undo.undo_label == "delete the profile Second"
    context.undo_last()
    qtbot.waitUntil(lambda: names(dialog) == whole)
    context.redo_last()
    qtbot.waitUntil(lambda: names(dialog) == without)
    dialog.users.setCurrentRow(1)
    assert not dialog.delete_button.isEnabled()
    assert not dialog.open_button.isVisible()
    dialog.back_button.click()
    qtbot.waitUntil(lambda: names(dialog) == whole)


def asked(dialog: ProfilesDialog) -> DeleteProfileDialog:
    dialog.delete_button.click()
    (found,) = [one for one in dialog.findChildren(DeleteProfileDialog) if one.isVisible()]
    return found


def test_a_password_is_asked_for_before(
    dialog: ProfilesDialog, context: Context, qtbot: QtBot
) -> None:
    accounts = context.services.accounts
    second = accounts.users()[1]
    context.notifier.tell(accounts.set_password(second.id, "squat"))
    qtbot.waitUntil(lambda: dialog.users.item(1).data(Qt.ItemDataRole.UserRole).has_password)
    dialog.users.setCurrentRow(1)
    question = asked(dialog)
    assert not question.go.isEnabled()
    QTest.keyClicks(question.password, "bench")
    question.go.click()
    qtbot.waitUntil(question.fault.isVisible)
    words = question.words
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
    assert len(accounts.users()) == 2
    question.password.clear()
    QTest.keyClicks(question.password, "squat")
    question.go.click()
    qtbot.waitUntil(lambda: names(dialog)[1] == "Second (deleted)")


def test_the_open_profile_goes_when_it_is_confirmed(
    dialog: ProfilesDialog, context: Context, qtbot: QtBot
) -> None:
    question = asked(dialog)
    assert "goes on with Second" in question.words.text()
    question.reject()
    assert len(context.services.accounts.users()) == 2
    question = asked(dialog)
    with qtbot.waitSignal(dialog.left):
        question.go.click()
    assert not dialog.isVisible()
    assert [one.name for one in context.services.accounts.users()] == ["Second"]


def test_the_last_profile_is_said_to_be_the_last(
    dialog: ProfilesDialog, context: Context, qtbot: QtBot
) -> None:
    dialog.users.setCurrentRow(1)
    dialog.delete_button.click()
    qtbot.waitUntil(lambda: names(dialog)[1].endswith("(deleted)"))
    dialog.users.setCurrentRow(0)
    assert "begins as at the first start" in asked(dialog).words.text()


def test_a_new_profile_may_have_the_email_of_a_deleted_one(context: Context) -> None:
    accounts = context.services.accounts
    second = accounts.users()[1]
    accounts.delete(second.id)
    third = accounts.add("Third", "SECOND@localhost", "UTC", Unit.KG)
    accounts.restore(second.id)
    emails = {one.id: one.email for one in accounts.users()}
    assert emails[third.id] == "SECOND@localhost"
    assert emails[second.id] == "SECOND@localhost (2)"


def test_what_a_deleted_profile_shares_is_out_of_sight(context: Context) -> None:
    services = context.services
    second = services.accounts.users()[1]
    template = WorkoutTemplate(new_id(), second.id, "Shared", is_public=True)
    services.templates.save(second.id, template)

    def seen() -> list[str]:
        return [one.name for one in services.templates.rows(context.user.id)]

    assert seen() == ["Shared"]
    services.accounts.delete(second.id)
    assert seen() == []
    services.accounts.restore(second.id)
    assert seen() == ["Shared"]
