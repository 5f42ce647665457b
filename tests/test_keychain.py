"""The keychain: secrets kept, faults told, and never a wait for ever."""

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import (
    InitError,
    KeyringLocked,
    NoKeyringError,
    PasswordDeleteError,
    PasswordSetError,
)

from desktop.domain.errors import RepbookError
from desktop.keychain import Keychain


class FakeBackend(KeyringBackend):
    """Keeps secrets in memory; raises `fault` or waits for `gate` when told to."""

    # below every real back end: it is used only where a test sets it
    priority = -1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.fault: Exception | None = None
        self.gate = threading.Event()
        self.gate.set()

    def get_password(self, service: str, username: str) -> str | None:
        self._ask()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._ask()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._ask()
        if (service, username) not in self.kept:
            raise PasswordDeleteError("not found")
        del self.kept[service, username]

    def _ask(self) -> None:
        self.gate.wait()
        if self.fault:
            raise self.fault


@pytest.fixture
def backend() -> Iterator[FakeBackend]:
    before = keyring.get_keyring()
    fake = FakeBackend()
    keyring.set_keyring(fake)
    yield fake
    fake.gate.set()
    keyring.set_keyring(before)


def test_a_secret_is_kept_read_and_removed(backend: FakeBackend) -> None:
    keychain = Keychain()
    assert keychain.get("profile-1") is None
    keychain.set("profile-1", "token")
    assert keychain.get("profile-1") == "token"
    assert backend.kept == {("repbook", "profile-1"): "token"}
    keychain.delete("profile-1")
    assert keychain.get("profile-1") is None


def test_removing_what_is_not_there_is_no_fault(backend: FakeBackend) -> None:
    Keychain().delete("profile-1")
    assert backend.kept == {}


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (NoKeyringError("none"), "no keychain"),
        (InitError("no collection"), "could not be opened"),
        (KeyringLocked("locked"), "locked"),
        (PasswordSetError("refused"), "refused"),
        (OSError("the bus is gone"), "the bus is gone"),
    ],
)
def test_faults_are_told_in_one_sentence(
    backend: FakeBackend, fault: Exception, words: str
) -> None:
    backend.fault = fault
    keychain = Keychain()
    asks: list[Callable[[], object]] = [
        lambda: keychain.get("profile-1"),
        lambda: keychain.set("profile-1", "token"),
        lambda: keychain.delete("profile-1"),
    ]
    for ask in asks:
        with pytest.raises(RepbookError, match=words) as told:
            ask()
        assert told.value.what.endswith(".")
        assert told.value.__cause__ is fault


def test_a_prompt_that_nobody_answers_ends_the_wait(backend: FakeBackend) -> None:
    backend.gate.clear()
    with pytest.raises(RepbookError, match="does not answer"):
        Keychain(patience=0.01).get("profile-1")


def test_a_delete_that_is_refused_is_told(backend: FakeBackend) -> None:
    keychain = Keychain()
    keychain.set("profile-1", "token")
    backend.delete_password = refuse  # type: ignore[method-assign]
    with pytest.raises(RepbookError, match="not allowed"):
        keychain.delete("profile-1")


def refuse(service: str, username: str) -> None:
    raise PasswordDeleteError("not allowed")


def test_importing_it_does_not_import_keyring() -> None:
    program = "import sys, desktop.keychain; sys.exit('keyring' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


# The daemon is told to unlock with an empty password; the newline ends it. It goes
# to the background when it is ready, and ends with the bus.
_SESSION = """
echo | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
"$0" -c "$1"
"""
_PROGRAM = """
from desktop.keychain import Keychain
keychain = Keychain()
keychain.set("profile-1", "token")
assert keychain.get("profile-1") == "token"
keychain.delete("profile-1")
keychain.delete("profile-1")
assert keychain.get("profile-1") is None
"""


@pytest.mark.skipif(
    not (shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon")),
    reason="needs dbus-run-session and gnome-keyring-daemon",
)
def test_a_real_keychain_keeps_a_secret(private_home: Path) -> None:
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", _SESSION, sys.executable, _PROGRAM],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
