"""Profiles: made, preferred, locked and remembered."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.accounts import Effort, Formula, WarmUpStep
from desktop.domain.errors import InvalidInputError, RepbookError
from desktop.domain.weight import Unit
from desktop.services import Services
from desktop.storage.database import FILE_NAME
from tests.support import FakeKeychain, make_services, make_user


@pytest.fixture
def keychain() -> FakeKeychain:
    return FakeKeychain()


@pytest.fixture
def services(tmp_path: Path, keychain: FakeKeychain) -> Services:
    return make_services(tmp_path, keychain=keychain)


def test_a_profile_can_be_made_from_the_defaults(services: Services) -> None:
    user = services.accounts.add(*services.accounts.default())
    assert services.accounts.users() == [user]
    assert "@" in user.email


def test_an_email_is_one_profiles_whatever_its_case(services: Services) -> None:
    make_user(services, "me")
    with pytest.raises(InvalidInputError, match="Another profile"):
        services.accounts.add("Me too", "ME@localhost", "UTC", Unit.KG)


def test_preferences_are_kept(services: Services) -> None:
    user = make_user(services)
    wanted = replace(
        services.accounts.preferences(user.id),
        unit=Unit.LB,
        formula=Formula.WATHAN,
        first_weekday=6,
        rest_seconds=200,
        effort=Effort.RIR,
        warm_up_ramp=(WarmUpStep(0, 8), WarmUpStep(62.5, 4)),
        theme="dark",
    )
    services.accounts.save_preferences(user.id, wanted)
    assert services.accounts.preferences(user.id) == wanted


def test_the_last_opened_profile_is_known(services: Services) -> None:
    first, second = make_user(services, "one"), make_user(services, "two")
    assert services.accounts.last_user() is None
    for user in (first, second, first):
        services.accounts.opened(user.id)
        assert services.accounts.last_user() == user.id


def test_a_password_is_kept_as_argon2id_only(services: Services, tmp_path: Path) -> None:
    user = make_user(services)
    assert services.accounts.check_password(user.id, "anything")
    services.accounts.set_password(user.id, "deadlift day")
    assert services.accounts.users()[0].has_password
    assert services.accounts.check_password(user.id, "deadlift day")
    assert not services.accounts.check_password(user.id, "deadlift Day")
    with closing(sqlite3.connect(tmp_path / "data" / FILE_NAME)) as raw:
        ((stored,),) = raw.execute("SELECT password FROM users").fetchall()
    assert stored.startswith("$argon2id$")
    services.accounts.set_password(user.id, None)
    assert not services.accounts.users()[0].has_password


def test_remember_me_keeps_a_token_not_the_password(
    services: Services, keychain: FakeKeychain
) -> None:
    user = make_user(services)
    services.accounts.set_password(user.id, "deadlift day")
    assert not services.accounts.is_remembered(user.id)
    services.accounts.remember(user.id)
    assert services.accounts.is_remembered(user.id)
    assert "deadlift day" not in keychain.secrets.values()
    keychain.secrets = dict.fromkeys(keychain.secrets, "forged")
    assert not services.accounts.is_remembered(user.id)
    services.accounts.remember(user.id)
    services.accounts.set_password(user.id, "another one")
    assert not services.accounts.is_remembered(user.id)


def test_without_a_keychain_the_password_is_asked_for(
    services: Services, keychain: FakeKeychain
) -> None:
    user = make_user(services)
    services.accounts.set_password(user.id, "deadlift day")
    keychain.missing = True
    with pytest.raises(RepbookError, match="no keychain"):
        services.accounts.remember(user.id)
    assert not services.accounts.is_remembered(user.id)
