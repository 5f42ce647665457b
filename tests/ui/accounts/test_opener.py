"""Opening a profile: the first start, the password, what is remembered on this computer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.weight import Unit
from desktop.services import Services
from desktop.ui.accounts.opener import Opener
from desktop.ui.accounts.unlock import UnlockPage
from desktop.ui.accounts.welcome import Way, WelcomePage
from desktop.ui.context import Context
from desktop.ui.tasks import Tasks
from tests.support import FakeKeychain, make_services, make_user

pytestmark = pytest.mark.usefixtures("quick_passwords")


@pytest.fixture
def keychain() -> FakeKeychain:
    return FakeKeychain()


@pytest.fixture
def services(tmp_path: Path, keychain: FakeKeychain) -> Iterator[Services]:
    services = make_services(tmp_path, keychain=keychain)
    yield services
    services.close()


class Seen:
    """What the opener asked to show, and which profiles it opened."""

    def __init__(self, opener: Opener, qtbot: QtBot) -> None:
        self.guests: list[QWidget] = []
        self.opened: list[Context] = []
        self.said: list[str] = []
        self.wanted: list[str] = []
        self._qtbot = qtbot
        opener.guest.connect(self._on_guest)
        opener.opened.connect(self.opened.append)
        opener.said.connect(self.said.append)
        opener.wanted.connect(self.wanted.append)

    def _on_guest(self, widget: QWidget) -> None:
        self._qtbot.addWidget(widget)
        widget.show()
        self.guests.append(widget)


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.close()


@pytest.fixture
def opener(services: Services, tasks: Tasks) -> Opener:
    return Opener(services, tasks)


@pytest.fixture
def seen(opener: Opener, qtbot: QtBot) -> Seen:
    return Seen(opener, qtbot)


def test_the_first_start_is_welcomed_with_everything_filled_in(
    opener: Opener, seen: Seen, services: Services, qtbot: QtBot
) -> None:
    opener.begin()
    qtbot.waitUntil(lambda: bool(seen.guests))
    page = seen.guests[0]
    assert isinstance(page, WelcomePage)
    name, email, timezone, unit = services.accounts.default()
    filled = page.form.answers()
    assert (filled.name, filled.email, filled.timezone) == (name, email, timezone)
    assert filled.unit == unit
    qtbot.waitUntil(page.empty.hasFocus)
    QTest.keyClick(page.empty, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(seen.opened))
    assert seen.opened[0].user == services.accounts.users()[0]
    assert services.accounts.last_user() == seen.opened[0].user.id


def test_the_answers_are_kept(opener: Opener, seen: Seen, services: Services, qtbot: QtBot) -> None:
    opener.begin()
    qtbot.waitUntil(lambda: bool(seen.guests))
    page = seen.guests[0]
    assert isinstance(page, WelcomePage)
    page.form.name.clear()
    QTest.keyClicks(page.form.name, "New Lifter")
    assert page.form.answers().email == "new.lifter@localhost"
    page.form.units.button(1).click()
    page.form.zone.setCurrentText("Europe/Berlin")
    QTest.mouseClick(page.empty, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(seen.opened))
    user = services.accounts.users()[0]
    assert (user.name, user.timezone) == ("New Lifter", "Europe/Berlin")
    assert services.accounts.preferences(user.id).unit == Unit.LB


def welcome(opener: Opener, seen: Seen, qtbot: QtBot) -> WelcomePage:
    opener.begin()
    qtbot.waitUntil(lambda: bool(seen.guests))
    page = seen.guests[0]
    assert isinstance(page, WelcomePage)
    return page


def test_who_brings_a_history_is_asked_for_the_file(
    opener: Opener, seen: Seen, services: Services, qtbot: QtBot
) -> None:
    page = welcome(opener, seen, qtbot)
    page.bring.setFocus()
    QTest.keyClick(page.bring, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(seen.opened))
    assert seen.wanted == ["import"]
    assert not services.history.rows(seen.opened[0].user.id)


def test_who_looks_around_gets_demo_data(
    opener: Opener, seen: Seen, services: Services, qtbot: QtBot
) -> None:
    page = welcome(opener, seen, qtbot)
    page.demo.click()
    qtbot.waitUntil(lambda: page.making.bar.maximum() > 1)
    assert page.making.isVisible()
    qtbot.waitUntil(lambda: bool(seen.opened), timeout=30000)
    user = seen.opened[0].user
    rows = services.history.rows(user.id)
    assert len(services.demo.find(user.id).session_ids) == len(rows) > 400
    assert not seen.wanted


def test_demo_data_that_is_cancelled_leaves_nothing(
    opener: Opener, seen: Seen, services: Services, qtbot: QtBot
) -> None:
    page = welcome(opener, seen, qtbot)
    page.submit(Way.DEMO)
    page.making.cancel.click()
    qtbot.waitUntil(page.empty.isVisible)
    assert not services.accounts.users()
    assert not page.fault.isVisible()
    page.submit()
    qtbot.waitUntil(lambda: bool(seen.opened))
    assert not services.history.rows(seen.opened[0].user.id)


def test_answers_that_cannot_be_kept_are_told(opener: Opener, seen: Seen, qtbot: QtBot) -> None:
    opener.begin()
    qtbot.waitUntil(lambda: bool(seen.guests))
    page = seen.guests[0]
    assert isinstance(page, WelcomePage)
    page.form.name.clear()
    page.submit()
    qtbot.waitUntil(page.fault.isVisible)
    assert "name" in page.fault.text()
    assert page.empty.isEnabled()
    assert not seen.opened


def test_the_profile_of_last_time_opens(
    opener: Opener, seen: Seen, services: Services, qtbot: QtBot
) -> None:
    make_user(services, "Lifter")
    second = make_user(services, "Second")
    services.accounts.opened(second.id)
    opener.begin()
    qtbot.waitUntil(lambda: bool(seen.opened))
    assert seen.opened[0].user == second
    assert seen.opened[0].exercises
    assert not seen.guests


@pytest.fixture
def locked(opener: Opener, seen: Seen, services: Services, qtbot: QtBot) -> UnlockPage:
    user = make_user(services)
    make_user(services, "Second")
    services.accounts.set_password(user.id, "squat")
    opener.begin()
    qtbot.waitUntil(lambda: bool(seen.guests))
    page = seen.guests[0]
    assert isinstance(page, UnlockPage)
    return page


def test_a_password_is_asked_for(locked: UnlockPage, seen: Seen, qtbot: QtBot) -> None:
    QTest.keyClicks(locked.password, "bench")
    QTest.keyClick(locked.password, Qt.Key.Key_Return)
    qtbot.waitUntil(locked.fault.isVisible)
    assert not seen.opened
    QTest.keyClicks(locked.password, "squat")
    QTest.keyClick(locked.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(seen.opened))


def test_enter_unlocks_from_the_box_below_too(locked: UnlockPage, seen: Seen, qtbot: QtBot) -> None:
    QTest.keyClicks(locked.password, "squat")
    QTest.keyClick(locked.remember, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(seen.opened))


def test_a_remembered_profile_opens_by_itself(
    locked: UnlockPage, opener: Opener, seen: Seen, services: Services, qtbot: QtBot
) -> None:
    locked.password.setText("squat")
    locked.remember.setChecked(True)
    locked.submit()
    qtbot.waitUntil(lambda: bool(seen.opened))
    user = seen.opened[0].user
    qtbot.waitUntil(lambda: services.accounts.is_remembered(user.id))
    opener.begin()
    qtbot.waitUntil(lambda: len(seen.opened) == 2)
    assert len(seen.guests) == 1


def test_without_a_keychain_it_says_so_and_asks_again(
    locked: UnlockPage, opener: Opener, seen: Seen, keychain: FakeKeychain, qtbot: QtBot
) -> None:
    keychain.missing = True
    locked.password.setText("squat")
    locked.remember.setChecked(True)
    locked.submit()
    qtbot.waitUntil(lambda: bool(seen.said) and bool(seen.opened))
    assert seen.said[0].startswith("There is no keychain on this computer.")
    opener.begin()
    qtbot.waitUntil(lambda: len(seen.guests) == 2)


def test_another_profile_can_be_opened_instead(
    locked: UnlockPage, seen: Seen, qtbot: QtBot
) -> None:
    box = locked.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    box.activated.emit(box.findText("Second"))
    qtbot.waitUntil(lambda: bool(seen.opened))
    assert seen.opened[0].user.name == "Second"


def test_without_profiles_a_deleted_one_is_brought_back_from_the_first_page(
    opener: Opener, seen: Seen, services: Services, qtbot: QtBot
) -> None:
    user = make_user(services)
    services.accounts.delete(user.id)
    opener.begin()
    qtbot.waitUntil(lambda: bool(seen.guests))
    page = seen.guests[0]
    assert isinstance(page, WelcomePage)
    (back,) = [one for one in page.findChildren(QPushButton) if "Bring back" in one.text()]
    assert back.text() == "Bring back Lifter"
    back.click()
    qtbot.waitUntil(lambda: bool(seen.opened))
    assert seen.opened[0].user.id == user.id
    assert services.accounts.deleted() == []
