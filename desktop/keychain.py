"""The system's keychain, asked off to the side: a locked one may wait for a prompt for ever."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from desktop.domain.errors import RepbookError

SERVICE = "repbook"
_PATIENCE_SECONDS = 30.0
_ADVICE = "Repbook will ask for the password instead."

T = TypeVar("T")


class Keychain:
    """Secrets by name. Every fault becomes a RepbookError; none blocks longer than `patience`."""

    def __init__(self, patience: float = _PATIENCE_SECONDS) -> None:
        self._patience = patience

    def get(self, name: str) -> str | None:
        """The secret of that name; None when there is none."""
        return self._ask(lambda: _get(name))

    def set(self, name: str, secret: str) -> None:
        """Keep a secret under that name."""
        self._ask(lambda: _set(name, secret))

    def delete(self, name: str) -> None:
        """Remove the secret of that name, if there is one."""
        self._ask(lambda: _delete(name))

    def _ask(self, work: Callable[[], T]) -> T:
        answer: Future[T] = Future()
        # a daemon: a prompt that nobody answers must not keep the program from ending
        threading.Thread(
            target=_answer, args=(answer, work), name="repbook-keychain", daemon=True
        ).start()
        try:
            return answer.result(self._patience)
        except TimeoutError as fault:
            raise RepbookError("The system's keychain does not answer.", _ADVICE) from fault


def _answer(answer: Future[T], work: Callable[[], T]) -> None:
    try:
        answer.set_result(work())
    except Exception as fault:  # noqa: BLE001 - handed over: whoever asked raises it
        answer.set_exception(_in_plain_words(fault))


def _in_plain_words(fault: Exception) -> RepbookError:
    """What keyring's own faults mean; back ends let those of their libraries through as well."""
    from keyring.errors import InitError, KeyringLocked, NoKeyringError

    if isinstance(fault, NoKeyringError):
        what = "This computer has no keychain that Repbook could use."
    elif isinstance(fault, KeyringLocked):
        what = "The system's keychain is locked."
    elif isinstance(fault, InitError):
        what = "The system's keychain could not be opened."
    else:
        what = f"The system's keychain failed ({type(fault).__name__}: {fault})."
    said = RepbookError(what, _ADVICE)
    said.__cause__ = fault
    return said


def _get(name: str) -> str | None:
    import keyring

    return keyring.get_password(SERVICE, name)


def _set(name: str, secret: str) -> None:
    import keyring

    keyring.set_password(SERVICE, name, secret)


def _delete(name: str) -> None:
    import keyring
    from keyring.errors import PasswordDeleteError

    try:
        keyring.delete_password(SERVICE, name)
    except PasswordDeleteError:
        # some back ends say so when there is nothing to delete
        if keyring.get_password(SERVICE, name) is not None:
            raise
